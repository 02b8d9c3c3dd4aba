//! Fuses: in live mode, what stops sending by itself. Asked by each pass of the planner, in its transaction: what it has
//! just written cannot be claimed before the hold.

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{
    Hold,
    fuse::{self, DAYS_BACK, RELEASED_HOURS},
    hold::Cause,
};
use tenure_store::{Fault, Tx, gauge, hold, pass};

/// Whether the clock can be believed. If not, sending is held, and nothing may be planned by it.
pub fn believe_clock(tx: &mut Tx, now: Timestamp) -> Result<bool, Fault> {
    if is_clock_doubted(tx)? {
        return Ok(false);
    }
    let Some(last) = pass::find(tx)? else { return Ok(true) };
    let released = hold::find_released(tx, Cause::Clock)?.filter(|at| *at <= now);
    let seen = released.map_or(last.completed_at, |at| at.max(last.completed_at));
    let Some(why) = fuse::clock(seen, now) else { return Ok(true) };
    blow(tx, Cause::Clock, why, now)?;
    Ok(false)
}

/// Whether sending is held because of the clock: then nothing may be planned or deleted by it.
pub fn is_clock_doubted(tx: &mut Tx) -> Result<bool, Fault> {
    Ok(hold::list(tx)?.iter().any(|hold| hold.cause == Cause::Clock))
}

/// Whether far more is due, or came back, than can be right: then sending is held.
pub fn watch_letters(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    if !is_quiet(tx, Cause::Backlog, now)? {
        let due = gauge::count_due(tx, now)?;
        if fuse::may_be_too_much(due) {
            let highest = gauge::highest_day(tx, DAYS_BACK, fuse::high_enough(due), now)?;
            if let Some(why) = fuse::backlog(due, highest) {
                blow(tx, Cause::Backlog, why, now)?;
            }
        }
    }
    if !is_quiet(tx, Cause::Bounces, now)? {
        let (ended, bounced) = gauge::count_bounced(tx, hours_ago(now, 24))?;
        if let Some(why) = fuse::bounces(ended, bounced) {
            blow(tx, Cause::Bounces, why, now)?;
        }
    }
    Ok(())
}

/// Whether this cause holds already, or an operator has seen it and released it a short while ago: then nothing is counted.
fn is_quiet(tx: &mut Tx, cause: Cause, now: Timestamp) -> Result<bool, Fault> {
    if hold::list(tx)?.iter().any(|hold| hold.cause == cause) {
        return Ok(true);
    }
    Ok(hold::find_released(tx, cause)?.is_some_and(|at| at > hours_ago(now, RELEASED_HOURS)))
}

pub(super) fn blow(tx: &mut Tx, cause: Cause, why: String, now: Timestamp) -> Result<(), Fault> {
    let hold = Hold { cause, since: now, by: "tenure".to_owned(), why };
    if hold::insert(tx, &hold)? {
        tracing::error!("a fuse has blown: {hold}. `tenure release` resumes it");
    }
    Ok(())
}

fn hours_ago(now: Timestamp, hours: i64) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MIN)
}
