//! Undo a change of address from the old one (rule 12): by the link in the letter that told of it, within 72 hours.
//!
//! Whoever needs this may have had a stranger in the account, so nothing that signs in outlives it: not a visit, a letter
//! to sign in, a passkey or the calendar's address. The mailbox of the old address alone opens the account again.

use aws_lc_rs::{constant_time::verify_slices_are_equal, hmac};
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use tenure_domain::{Address, AddressChange, ChangeId, Happening, Holder, HolderId, address_change::Role};
use tenure_store::{Fault, Tx, address_change, calendar, holder, merge, passkey, session, sign_in as wishes};

use super::{Desk, suppress, tell_address};

/// The link that undoes a change; nobody else can make one.
pub(super) fn link(desk: &Desk, change: ChangeId) -> String {
    let base = desk.settings.web.base_url.trim_end_matches('/');
    format!("{base}/address/undo/{change}/{}", mark(desk, change))
}

fn mark(desk: &Desk, change: ChangeId) -> String {
    let signed = hmac::sign(&desk.keys.link, format!("undo\0{change}").as_bytes());
    BASE64URL_NOPAD.encode(&signed.as_ref()[..16])
}

/// Which change a link undoes, if we made it.
pub fn read_link(desk: &Desk, change: &str, given: &str) -> Option<ChangeId> {
    let change: ChangeId = change.parse().ok()?;
    let is_ours = verify_slices_are_equal(given.as_bytes(), mark(desk, change).as_bytes()).is_ok();
    is_ours.then_some(change)
}

/// How a change stands that somebody wants to undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// It can be undone.
    Open {
        /// The change.
        change: Box<AddressChange>,
        /// Whose it is, with the address that the licenses have now: perhaps of a later change.
        holder: Box<Holder>,
    },
    /// The licenses belong to the old address again.
    Undone(Address),
    /// It is too late, or the licenses have gone other ways since.
    Over,
}

/// Looks at a change; everything stays as it is. None where there is none.
pub fn look(tx: &mut Tx, desk: &Desk, id: ChangeId, now: Timestamp) -> Result<Option<Look>, Fault> {
    let vault = &desk.keys.vault;
    let Some(change) = address_change::find(tx, vault, id)? else { return Ok(None) };
    let Some(holder) = holder::find(tx, vault, change.holder)? else { return Ok(None) };
    Ok(Some(match change {
        change if change.can_be_undone(now) => {
            Look::Open { change: Box::new(change), holder: Box::new(holder) }
        }
        change if change.ended_at.is_some() && holder.address == change.old => Look::Undone(change.old),
        _ => Look::Over,
    }))
}

/// Undoes a change and every later one: all licenses belong to the old address again. How it stands then; none where there is
/// no such change. A second time it stays undone.
pub fn undo(tx: &mut Tx, desk: &Desk, id: ChangeId, now: Timestamp) -> Result<Option<Look>, Fault> {
    let vault = &desk.keys.vault;
    let Some(known) = address_change::find(tx, vault, id)? else { return Ok(None) };
    holder::lock(tx, vault, known.holder)?;
    let (change, before) = match look(tx, desk, id, now)? {
        Some(Look::Open { change, holder }) => (change, holder),
        other => return Ok(other),
    };
    go_back(tx, desk, change.holder, &change.old)?;
    let undone = end_since(tx, desk, &change, now)?;
    lock_out(tx, change.holder)?;
    // Whoever has the link has read the letter.
    suppress::prove(tx, desk, change.holder, now)?;
    for one in undone {
        let whom = [(one.new == before.address, Role::Old), (one.id == change.id, Role::New)];
        let roles: Vec<Role> = whom.into_iter().filter_map(|(is_so, role)| is_so.then_some(role)).collect();
        let happening = Happening::AddressRestored { change: one.id };
        tell_address::tell(tx, desk, change.holder, &happening, &roles, now)?;
    }
    Ok(Some(Look::Undone(change.old)))
}

/// The old address is the holder's again, together with what was registered with it meanwhile.
fn go_back(tx: &mut Tx, desk: &Desk, id: HolderId, old: &Address) -> Result<(), Fault> {
    let vault = &desk.keys.vault;
    if let Some(other) = holder::find_by_address(tx, vault, old)?.filter(|other| other.id != id) {
        // What is registered with it at this very moment is waited for, and moves along.
        holder::lock(tx, vault, other.id)?;
        merge::merge(tx, other.id, id)?;
    }
    if holder::move_to(tx, vault, id, old)? {
        return Ok(());
    }
    Err(Fault::data(
        "an address that was gone back to",
        "somebody registered with it at this very moment; try again",
    ))
}

/// Ends a change, the valid ones after it, and what waits: those that were valid.
fn end_since(
    tx: &mut Tx,
    desk: &Desk,
    change: &AddressChange,
    now: Timestamp,
) -> Result<Vec<AddressChange>, Fault> {
    let mut changes = address_change::list(tx, &desk.keys.vault, change.holder)?;
    changes.retain(|other| {
        other.is_pending(now) || (other.is_valid() && other.confirmed_at >= change.confirmed_at)
    });
    for other in &changes {
        address_change::end(tx, other.id, now)?;
    }
    changes.retain(AddressChange::is_valid);
    Ok(changes)
}

/// Nothing signs in any more.
fn lock_out(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    session::delete_others(tx, holder, None)?;
    wishes::forget_holder(tx, holder)?;
    passkey::forget_holder(tx, holder)?;
    calendar::delete(tx, holder)
}
