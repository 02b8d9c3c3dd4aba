//! The life of a license as its holder sees it: what happened, what was told, what comes, and who tried to take it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use tenure_domain::{Event, Happening, Holder, LetterId, License, LicenseId, Service, owed::Dated};
use tenure_store::{
    Fault, Tx, event,
    letter::{self, Filter},
    license,
    notice::{self, Listed},
};

use super::{Desk, forecast};

/// How many events and theft attempts are told; attempts are counted all.
const MOST_EVENTS: u32 = 200;
const MOST_ATTEMPTS: u32 = 500;

/// The life of one license.
#[derive(Debug)]
pub struct Life {
    /// The license.
    pub license: License,
    /// The license whose place it took.
    pub previous: Option<License>,
    /// The license that took its place.
    pub successor: Option<License>,
    /// What happened to it apart from theft attempts, the newest first.
    pub events: Vec<Event>,
    /// Its notices, the earliest due first.
    pub notices: Vec<Listed>,
    /// The letters about it that are among the holder's messages.
    pub letters: BTreeSet<LetterId>,
    /// The dated notices to come, by the planner's own rules.
    pub coming: Vec<Dated>,
    /// The theft attempts, the newest first.
    pub attempts: Vec<Event>,
    /// How many there were.
    pub attempts_total: u32,
}

/// The life of one of `holder`'s licenses; nothing for a license of another holder.
pub fn life(
    tx: &mut Tx,
    desk: &Desk,
    holder: &Holder,
    id: LicenseId,
    now: Timestamp,
) -> Result<Option<Life>, Fault> {
    let vault = &desk.keys.vault;
    let found = license::find(tx, vault, id)?.filter(|license| license.holder == Some(holder.id));
    let Some(license) = found else { return Ok(None) };
    let mut other = |id: Option<LicenseId>| match id {
        None => Ok(None),
        Some(id) => license::find(tx, vault, id),
    };
    let previous = other(license.previous.map(|(id, _)| id))?;
    let successor = other(license.block.and_then(|block| block.successor).map(|(id, _)| id))?;
    let mut notices = Vec::new();
    let of_it = notice::Filter { license: Some(id), ..notice::Filter::default() };
    notice::for_each(tx, vault, of_it, |listed| {
        notices.push(listed);
        Ok::<_, Fault>(())
    })?;
    let coming = forecast::coming(tx, desk, license.clone(), now)?;
    let attempt = Happening::TheftAttempt { service: Service::Registration };
    Ok(Some(Life {
        previous,
        successor,
        events: event::list_apart_from_theft(tx, id, MOST_EVENTS)?,
        notices,
        letters: letter::list_ids(tx, holder.id, Filter { license: Some(id), kind: None })?,
        coming: coming.into_iter().map(|coming| coming.step).collect(),
        attempts: event::list_theft_attempts_of(tx, id, MOST_ATTEMPTS)?,
        attempts_total: event::count(tx, id, &attempt, Timestamp::MIN)?,
        license,
    }))
}
