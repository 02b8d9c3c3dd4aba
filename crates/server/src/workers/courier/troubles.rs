//! What a flow knows of a database that takes no commits.

use std::time::Duration;

use tenure_domain::{Hold, hold::Cause};
use tenure_store::{Fault, probe};

use crate::house::House;

/// How often in a row the database may fail before a single round gives up.
const PATIENCE: u32 = 6;

/// How it stands with the database.
#[derive(Debug, Default)]
pub(super) struct Troubles {
    /// A commit failed: until one succeeds nothing begins, so that no more goes out unwritten than was in flight.
    pub(super) is_doubtful: bool,
    is_probing: bool,
    in_a_row: u32,
    fault: Option<Fault>,
}

impl Troubles {
    /// What failed, the last time.
    pub(super) fn take_fault(&mut self) -> Option<Fault> {
        self.fault.take()
    }

    /// Whether it failed too often in a row.
    pub(super) const fn are_too_many(&self) -> bool {
        self.in_a_row >= PATIENCE
    }

    /// Whether it did not fail since something was written.
    pub(super) const fn are_over(&self) -> bool {
        self.in_a_row == 0
    }

    /// Something was written.
    pub(super) const fn end(&mut self) {
        self.in_a_row = 0;
    }

    /// It failed: everything that needs it waits a little, longer each time.
    pub(super) fn add(&mut self, what: &str, fault: Fault) -> Duration {
        tracing::error!("letters could not be {what}, which will be tried again: {fault}");
        self.in_a_row += 1;
        self.fault = Some(fault);
        self.is_doubtful = true;
        Duration::from_millis(100) * 2_u32.pow(self.in_a_row.min(6))
    }

    /// Whether it is to be tried whether the database takes commits; then it is being tried.
    pub(super) const fn begin_probing(&mut self) -> bool {
        let begins = self.is_doubtful && !self.is_probing;
        self.is_probing |= begins;
        begins
    }

    /// The database takes no commits: a fuse blows.
    pub(super) fn blow(&mut self, house: &House, fault: &Fault) {
        self.is_probing = false;
        let hold = Hold {
            cause: Cause::Commits,
            since: house.clock.now(),
            by: "tenure".to_owned(),
            why: format!("the database takes no commits: {fault}"),
        };
        if house.distress.begin(hold.clone()) {
            tracing::error!("a fuse has blown: {hold}. It resumes by itself as soon as a commit succeeds");
        }
    }

    /// The database takes commits: what came back meanwhile, so many answers, is written first.
    pub(super) fn take_heart(&mut self, house: &House, kept: usize) {
        (self.is_probing, self.is_doubtful) = (false, false);
        if let Some(hold) = house.distress.end() {
            let since = hold.since;
            tracing::warn!(
                kept,
                "the database takes commits again, after it did not since {since}: sending goes on"
            );
        }
    }
}

/// Whether the database takes commits.
pub(super) async fn probe(house: &House) -> Result<(), Fault> {
    let now = house.clock.now();
    house.store.write(move |tx| probe::write(tx, now)).await
}
