//! Settle: write what became of the letters that were carried.

use jiff::Timestamp;
use tenure_domain::{Notice, Outcome, State, retry};
use tenure_store::{Fault, Tx, attempt, notice};

use super::claim::Errand;

/// What a round of settling wrote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SettledCounts {
    /// Letters the relay took.
    pub accepted: u64,
    /// Letters that go again later.
    pub deferred: u64,
    /// Letters refused for good.
    pub failed: u64,
    /// Answers that came too late: the claim had passed on.
    pub lost: u64,
}

/// Writes the outcomes of errands: each notice is settled by the letter that told of it.
pub fn settle_all(
    tx: &mut Tx,
    outcomes: &[(Errand, Outcome)],
    now: Timestamp,
) -> Result<SettledCounts, Fault> {
    let mut counts = SettledCounts::default();
    for (errand, outcome) in outcomes {
        for (notice, attempt) in &errand.told {
            settle_one(tx, notice, *attempt, outcome, &mut counts, now)?;
        }
    }
    Ok(counts)
}

fn settle_one(
    tx: &mut Tx,
    notice: &Notice,
    number: u32,
    outcome: &Outcome,
    counts: &mut SettledCounts,
    now: Timestamp,
) -> Result<(), Fault> {
    let first_at = notice.first_claimed_at.unwrap_or(now);
    let mut settled = retry::settle(notice.id, number, first_at, outcome, now);
    // What can no longer be sent ends on time, not at its next attempt.
    let by_limit = |at: Timestamp| notice.limit_at.map_or(at, |limit_at| at.min(limit_at.max(now)));
    settled.wake_at = settled.wake_at.map(by_limit);
    attempt::end(tx, notice, number, outcome, now)?;
    if !notice::settle(tx, notice, number, &settled, now)? {
        counts.lost += 1;
        return Ok(());
    }
    match settled.state {
        State::Accepted => counts.accepted += 1,
        State::Failed => counts.failed += 1,
        _ => counts.deferred += 1,
    }
    Ok(())
}
