//! Settle: write what became of the letters that were claimed.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{Kind, Notice, Outcome, State, retry};
use tenure_store::{Fault, Tx, attempt, erasure, notice};

use super::{Desk, claim::Errand, suppress};

/// What became of a claimed letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It was carried: this is what the world said.
    Outcome(Outcome),
    /// It was not begun: its claim is given back, to wake at an instant or as it did before.
    NotBegun(Option<Timestamp>),
}

/// A claimed letter and what became of it.
pub type Settled = (Arc<Errand>, Answer);

/// What a round of settling wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettledCounts {
    /// Letters the relay took.
    pub accepted: u64,
    /// Letters that go again later.
    pub deferred: u64,
    /// Letters refused for good.
    pub failed: u64,
    /// Answers that came too late: the claim had passed on.
    pub lost: u64,
    /// How each attempt ended.
    pub attempts: Vec<&'static str>,
    /// How long after it was due each accepted notice was.
    pub lateness: Vec<(Kind, SignedDuration)>,
}

/// Writes what became of letters: each notice is settled by the letter that told of it.
pub fn settle_all(
    tx: &mut Tx,
    desk: &Desk,
    settled: &[Settled],
    now: Timestamp,
) -> Result<SettledCounts, Fault> {
    let mut counts = SettledCounts::default();
    for (errand, answer) in settled {
        let failed_before = counts.failed;
        let again_at = again_at(errand, answer, now);
        for (notice, attempt) in &errand.told {
            match answer {
                Answer::Outcome(outcome) => {
                    settle_one(tx, (notice, *attempt), outcome, again_at, &mut counts, now)?;
                }
                Answer::NotBegun(wake_at) => {
                    give_back(tx, notice, *attempt, wake_at.or(notice.wake_at).unwrap_or(now))?;
                }
            }
        }
        if counts.failed > failed_before {
            suppress::refused(tx, desk, errand, answer, now)?;
        }
    }
    Ok(counts)
}

/// When a mail goes again: what went together wakes together, or it would go once for each that it told.
fn again_at(errand: &Errand, answer: &Answer, now: Timestamp) -> Option<Timestamp> {
    let Answer::Outcome(outcome) = answer else { return None };
    let wakes =
        errand.told.iter().map(|(notice, attempt)| retry::settle(notice, *attempt, outcome, now).wake_at);
    wakes.flatten().min()
}

fn settle_one(
    tx: &mut Tx,
    (notice, number): (&Notice, u32),
    outcome: &Outcome,
    again_at: Option<Timestamp>,
    counts: &mut SettledCounts,
    now: Timestamp,
) -> Result<(), Fault> {
    let mut settled = retry::settle(notice, number, outcome, now);
    // What can no longer be sent ends on time, not at its next attempt.
    let by_limit = |at: Timestamp| notice.limit_at.map_or(at, |limit_at| at.min(limit_at.max(now)));
    settled.wake_at = settled.wake_at.and(again_at).map(by_limit);
    counts.attempts.push(outcome.code());
    let was_ours = notice::settle(tx, notice, number, &settled, now)?;
    // What was said of somebody who was erased meanwhile may quote the address.
    let words = if !was_ours && erasure::is_erased(tx, notice)? { "" } else { outcome.words() };
    attempt::end(tx, notice, number, (outcome.code(), words), now)?;
    if !was_ours {
        counts.lost += 1;
        return Ok(());
    }
    match settled.state {
        State::Accepted => {
            counts.accepted += 1;
            counts.lateness.push((notice.key.kind, now.duration_since(notice.due_at)));
        }
        State::Failed => counts.failed += 1,
        _ => counts.deferred += 1,
    }
    Ok(())
}

fn give_back(tx: &mut Tx, notice: &Notice, number: u32, wake_at: Timestamp) -> Result<(), Fault> {
    if notice::give_back(tx, notice, number, wake_at)? {
        attempt::give_back(tx, notice, number)?;
    }
    Ok(())
}
