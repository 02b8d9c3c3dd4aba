//! One errand: a claimed letter and its conversation.

use std::{sync::Arc, time::Duration};

use tenure_domain::{Outcome, outcome::Delay};
use tenure_post::carrier::{Carried, Learned, Parcel, Turn};

use crate::{
    actions::{
        claim::{Errand, LEASE_MINUTES, is_still_true},
        settle::Answer,
    },
    clock::Stopwatch,
    fail,
    house::House,
};

/// A claim older than this is checked again before DATA (promise 5).
const FRESH: Duration = Duration::from_secs(2);
/// Of its lease a letter needs so much from DATA to the answer to its final dot, in minutes: with less left it is given back.
pub(super) const SPEAKING_MINUTES: i64 = 40;

/// A claimed letter that has not begun.
#[derive(Debug, Clone)]
pub(super) struct Ready {
    pub(super) errand: Arc<Errand>,
    /// Runs since before its claim.
    pub(super) since: Stopwatch,
}

impl Ready {
    /// Whether too little of its lease is left for it to begin.
    pub(super) fn is_stale(&self) -> bool {
        let within = (LEASE_MINUTES - SPEAKING_MINUTES).unsigned_abs() * 60;
        self.since.elapsed() >= Duration::from_secs(within)
    }

    /// Whether its lease is over: whatever became of it can no longer be written.
    pub(super) fn is_over(&self) -> bool {
        self.since.elapsed() >= Duration::from_secs(LEASE_MINUTES.unsigned_abs() * 60)
    }

    /// Carries it, whatever happens: an errand that breaks may have been taken.
    pub(super) async fn carry(&self, house: &Arc<House>, turn: Turn) -> Answer {
        let (ready, house) = (self.clone(), house.clone());
        let carrying = tokio::spawn(async move { ready.speak(&house, turn).await });
        carrying.await.unwrap_or_else(|panic| {
            tracing::error!("an errand broke: {panic}");
            Answer::Outcome(Outcome::Unknown { detail: "the courier broke while it spoke".to_owned() })
        })
    }

    async fn speak(&self, house: &Arc<House>, turn: Turn) -> Answer {
        let parcel = match &self.errand.parcel {
            Ok(parcel) => parcel,
            Err(outcome) => return Answer::Outcome(outcome.clone()),
        };
        // Signed here, beside the other conversations: a signature takes longer than all the rest of a letter.
        let bytes = house.desk.signed(parcel.bytes.to_vec(), self.errand.written_at);
        let parcel = Parcel { bytes: Arc::from(bytes), ..parcel.clone() };
        let mut turn = turn;
        loop {
            let carried = turn.carry(&parcel, || self.may_go(house)).await;
            fail::point("after_dot");
            let outcome = match carried {
                Carried::Outcome(outcome) => outcome,
                Carried::Withdrawn if house.bell.is_over() || self.is_stale() => {
                    return Answer::NotBegun(None);
                }
                // The next claim finds out why, and ends it with its reason.
                Carried::Withdrawn => Outcome::Later {
                    delay: Delay::Withdrawn,
                    reply: "its reason ended after its claim or could not be read, or sending is held"
                        .to_owned(),
                },
            };
            let place = turn.place();
            let (learned, instead) = turn.learn(&outcome, house.watch.elapsed());
            tell(learned, &place, &outcome);
            match instead {
                Some(other) => turn = other,
                None => return Answer::Outcome(outcome),
            }
        }
    }

    /// Asked when only DATA is left to be said.
    async fn may_go(&self, house: &Arc<House>) -> bool {
        fail::point("before_data");
        if house.bell.is_over() || self.is_stale() {
            return false;
        }
        if self.since.elapsed() < FRESH {
            return true;
        }
        let (desk, asked) = (house.desk.clone(), self.errand.clone());
        let now = house.clock.now();
        let answer = house.store.read(move |tx| is_still_true(tx, &desk, &asked, now)).await;
        answer.unwrap_or_else(|fault| {
            tracing::warn!("the guard could not be read, so a letter waits: {fault}");
            false
        })
    }
}

/// Says so when a relay is left alone, and when it is there again.
fn tell(learned: Learned, place: &str, outcome: &Outcome) {
    let words = outcome.words();
    match (learned, outcome) {
        (Learned::Nothing, _) => {}
        (Learned::Back, _) => tracing::info!("{place} takes mail again"),
        (Learned::Paused(pause), Outcome::Later { delay: Delay::OurSetup, .. }) => {
            tracing::error!(
                "{place} refuses our own set-up, so nothing goes there for {pause:?}; no letter is lost by it: {words}"
            );
        }
        (Learned::Paused(pause), _) => {
            tracing::warn!("{place} does not take mail, so nothing goes there for {pause:?}: {words}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_outlives_the_longest_conversation_that_may_still_begin() {
        // A letter of three blocks (192 KiB) says everything one by one, and each answer comes at the last moment.
        let longest = tenure_post::carrier::Timers::default().from_data(3);
        assert!(longest <= Duration::from_secs(SPEAKING_MINUTES.unsigned_abs() * 60), "{longest:?}");
        const { assert!(SPEAKING_MINUTES < LEASE_MINUTES) }
    }
}
