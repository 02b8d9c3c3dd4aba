//! A calendar of one's expiry dates: its address is a secret of 256 bits, made and revoked in the profile.

use jiff::Timestamp;
use tenure_domain::{Holder, HolderId, License};
use tenure_store::{Fault, Tx, calendar, holder, license};

use super::{Desk, sign_in::hash};

/// Makes a calendar's secret; an older one is revoked by it. It is shown once: only its hash is kept.
pub fn make(tx: &mut Tx, desk: &Desk, holder: HolderId, now: Timestamp) -> Result<String, Fault> {
    let token = desk.ids.token();
    calendar::save(tx, holder, &hash(&token), now)?;
    Ok(token)
}

/// Revokes a holder's calendar.
pub fn revoke(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    calendar::delete(tx, holder)
}

/// Since when a holder has a calendar.
pub fn made_at(tx: &mut Tx, holder: HolderId) -> Result<Option<Timestamp>, Fault> {
    calendar::find_made_at(tx, holder)
}

/// Whose calendar it is, and the licenses that end: those that were not blocked or deleted.
pub fn read(tx: &mut Tx, desk: &Desk, token: &str) -> Result<Option<(Holder, Vec<License>)>, Fault> {
    let vault = &desk.keys.vault;
    let Some(id) = calendar::find(tx, &hash(token))? else { return Ok(None) };
    let Some(holder) = holder::find(tx, vault, id)? else { return Ok(None) };
    let mut licenses = license::list_by_holder(tx, vault, id)?;
    licenses.retain(License::is_open);
    Ok(Some((holder, licenses)))
}
