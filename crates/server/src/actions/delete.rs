//! Delete superseded licenses whose deletion date has come (rule 9).

use jiff::Timestamp;
use tenure_domain::{Happening, State, Zone, owed};
use tenure_store::{
    Fault, Tx,
    license::{self, Deletable},
};

use super::{
    Desk, Held,
    owe::{cancel_ended, record},
    plan::latest_day,
};

/// What a round of deletion did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deleted {
    /// How many licenses were deleted.
    pub deleted: u64,
    /// How many of their notices ended.
    pub canceled: u64,
}

/// Deletes every superseded license whose time has come at `now`.
pub fn delete_due(tx: &mut Tx, desk: &Desk, now: Timestamp) -> Result<Deleted, Fault> {
    let mut done = Deleted::default();
    for candidate in license::list_deletable(tx, latest_day(now))? {
        if let Some(canceled) = delete_one(tx, desk, &candidate, now)? {
            done.deleted += 1;
            done.canceled += canceled;
        }
    }
    Ok(done)
}

fn delete_one(tx: &mut Tx, desk: &Desk, candidate: &Deletable, now: Timestamp) -> Result<Option<u64>, Fault> {
    let zone = candidate.zone.as_ref().unwrap_or(desk.zone());
    let Some(license) = license::lock(tx, &desk.keys.vault, candidate.license)? else { return Ok(None) };
    let deletes_at = owed::deletion_instant(&license, zone, &desk.schedule, notice_out_on(candidate, zone));
    if deletes_at.is_none_or(|at| now < at) {
        return Ok(None);
    }
    let mut held = Held::read(tx, desk, license)?;
    if held.license.delete(now).is_err() {
        return Ok(None);
    }
    license::save(tx, &held.license)?;
    record(tx, desk, &held, Happening::Deleted, now)?;
    Ok(Some(cancel_ended(tx, desk, &held, now)?))
}

/// The local day on which the notice of a license was out: in the portal, and its e-mail accepted or ended.
fn notice_out_on(candidate: &Deletable, zone: &Zone) -> Option<jiff::civil::Date> {
    let (state, ended_at) = candidate.notice?;
    let is_out =
        matches!(state, State::Accepted | State::Bounced | State::Complained | State::Held | State::Failed);
    ended_at.filter(|_| is_out).map(|at| zone.day_of(at))
}
