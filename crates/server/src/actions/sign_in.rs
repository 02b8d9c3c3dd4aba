//! Sign in to the portal by a link sent by e-mail. Only hashes of secrets are stored.

use aws_lc_rs::digest;
use data_encoding::HEXLOWER;
use jiff::{SignedDuration, Timestamp};
use tenure_domain::{Address, Holder, HolderId, SessionId};
use tenure_store::{Fault, Tx, holder, session};

use super::{Desk, suppress};

/// How long a link is good, in minutes.
pub const LINK_MINUTES: u32 = 10;
/// How long a visit lasts, in hours.
pub const SESSION_HOURS: i64 = 12;

/// A link for a holder, if the address belongs to one: the holder, and the link's secret.
pub fn ask(
    tx: &mut Tx,
    desk: &Desk,
    address: &Address,
    now: Timestamp,
) -> Result<Option<(Holder, String)>, Fault> {
    let Some(holder) = holder::find_by_address(tx, &desk.keys.vault, address)? else { return Ok(None) };
    let token = desk.ids.token();
    let expires_at = now.saturating_add(SignedDuration::from_mins(LINK_MINUTES.into())).unwrap_or(now);
    session::insert_link(tx, &hash(&token), holder.id, expires_at)?;
    Ok(Some((holder, token)))
}

/// Whether a link can still be used; it stays so.
pub fn is_good(tx: &mut Tx, token: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(session::find_link(tx, &hash(token), now)?.is_some())
}

/// Uses a link: the secret of the visit that begins. Nothing the second time.
pub fn use_link(tx: &mut Tx, desk: &Desk, token: &str, now: Timestamp) -> Result<Option<String>, Fault> {
    let Some(id) = session::use_link(tx, &hash(token), now)? else { return Ok(None) };
    suppress::prove(tx, desk, id, now)?;
    begin(tx, desk, id, now).map(Some)
}

/// Begins a visit of a holder, who has an account from now on: the visit's secret.
pub fn begin(tx: &mut Tx, desk: &Desk, id: HolderId, now: Timestamp) -> Result<String, Fault> {
    if let Some(mut holder) = holder::find(tx, &desk.keys.vault, id)?.filter(|holder| !holder.has_account) {
        holder.has_account = true;
        holder::save(tx, &holder)?;
    }
    let token = desk.ids.token();
    let expires_at = now.saturating_add(SignedDuration::from_hours(SESSION_HOURS)).unwrap_or(now);
    session::insert(tx, &hash(&token), SessionId::from_bits(desk.ids.bits(now)), id, now, expires_at)?;
    Ok(token)
}

/// Who is visiting.
pub fn visitor(tx: &mut Tx, desk: &Desk, token: &str, now: Timestamp) -> Result<Option<Holder>, Fault> {
    let Some(id) = session::find(tx, &hash(token), now)? else { return Ok(None) };
    holder::find(tx, &desk.keys.vault, id)
}

/// Ends a visit.
pub fn sign_out(tx: &mut Tx, token: &str) -> Result<(), Fault> {
    session::delete(tx, &hash(token))
}

fn hash(token: &str) -> String {
    HEXLOWER.encode(digest::digest(&digest::SHA256, token.as_bytes()).as_ref())
}
