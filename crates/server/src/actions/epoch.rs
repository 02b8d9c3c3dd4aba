//! Epoch: whether this database is the one that letters last went out from. Asked in live mode, when it is opened, by
//! each pass of the planner and by each claim: a copy, and one that was restored, hold until an operator has looked.

use jiff::Timestamp;
use tenure_domain::{
    Hold,
    epoch::{Epoch, Mark, Surroundings, doubt, next_mark},
    hold::Cause,
};
use tenure_store::{Fault, Tx, epoch, hold};

use super::{Desk, fuse::blow};

/// The name of the present epoch, if the database is believed; the first epoch begins here. If it is not, sending is held.
pub fn believe(
    tx: &mut Tx,
    desk: &Desk,
    around: &Surroundings,
    now: Timestamp,
) -> Result<Option<String>, Fault> {
    if hold::list(tx)?.iter().any(|hold| hold.cause == Cause::Restored) {
        return Ok(None);
    }
    let known = epoch::list(tx)?;
    if let Some(why) = doubt(&known, around) {
        blow(tx, Cause::Restored, why, now)?;
        return Ok(None);
    }
    if let Some(present) = known.first() {
        return Ok(Some(present.id.clone()));
    }
    begin(tx, desk, around, &known, now).map(|mark| mark.map(|mark| mark.epoch))
}

/// Whether `believe` would change nothing.
pub fn is_settled(tx: &mut Tx, around: &Surroundings) -> Result<bool, Fault> {
    let known = epoch::list(tx)?;
    Ok(!known.is_empty() && doubt(&known, around).is_none())
}

/// An operator has seen what would go out: from now on this is the database, here. The mark to be left beside it.
pub(super) fn accept(
    tx: &mut Tx,
    desk: &Desk,
    around: &Surroundings,
    seen: &[Hold],
    now: Timestamp,
) -> Result<Option<Mark>, Fault> {
    if seen.iter().all(|hold| hold.cause != Cause::Restored) {
        return Ok(None);
    }
    let known = epoch::list(tx)?;
    begin(tx, desk, around, &known, now)
}

fn begin(
    tx: &mut Tx,
    desk: &Desk,
    around: &Surroundings,
    known: &[Epoch],
    now: Timestamp,
) -> Result<Option<Mark>, Fault> {
    let id = format!("{:016x}", u64::from_be_bytes(desk.ids.octets()));
    let mark = next_mark(known, around);
    let new = Epoch { id: id.clone(), place: around.place.clone(), mark, marked_at: now };
    // Where another process was faster, its epoch is as good: the next look finds it.
    Ok(epoch::begin(tx, known.len(), &new)?.then_some(Mark { epoch: id, number: mark, at: now }))
}
