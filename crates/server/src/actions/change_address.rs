//! Change a holder's address, with all licenses (rule 12): asked for in the portal, confirmed by a letter to the new address.
//!
//! The letter alone confirms nothing: it takes a visit of the holder as well, so an address that was mistyped gives nobody
//! the licenses (decision 0017).

use jiff::Timestamp;
use tenure_domain::{
    Address, AddressChange, Caller, ChangeId, Happening, Holder, HolderId, Network, SessionId,
    address_change::Role,
};
use tenure_store::{Fault, Tx, address_change, holder, license, session, sign_in as wishes};

use super::{
    Desk,
    limits::{self, Checked},
    sign_in::hash,
    suppress, tell_address,
};

/// Who wants which address, and from where.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Whose licenses.
    pub holder: HolderId,
    /// The address that they are to have.
    pub new: Address,
    /// Where the wish comes from.
    pub network: Network,
}

/// What came of a wish.
#[derive(Debug, Clone)]
pub enum Asked {
    /// It waits for its confirmation, and the letter with this secret is to be sent.
    Waits {
        /// Who asked.
        holder: Box<Holder>,
        /// The secret.
        token: String,
    },
    /// The holder has this address.
    IsOwn,
    /// The holder has no license: there is nothing that an address could be for.
    NoLicense,
}

/// Keeps a wish, in place of an older one. Whether the address is another holder's is not looked at before its owner
/// confirms, so that nobody learns it. Each letter counts against the limits.
pub fn ask(tx: &mut Tx, desk: &Desk, ask: &Ask, now: Timestamp) -> Checked<Asked> {
    let vault = &desk.keys.vault;
    let Some(holder) = holder::lock(tx, vault, ask.holder)? else { return Ok(Ok(Asked::NoLicense)) };
    if holder.address == ask.new {
        return Ok(Ok(Asked::IsOwn));
    }
    if license::list_by_holder(tx, vault, holder.id)?.is_empty() {
        return Ok(Ok(Asked::NoLicense));
    }
    let caller = Caller::Holder(holder.id);
    if let Err(refusal) = limits::ask_letter(tx, desk, &caller, ask.network, &ask.new, now)? {
        return Ok(Err(refusal));
    }
    give_up(tx, desk, holder.id, now)?;
    let id = ChangeId::from_bits(desk.ids.bits(now));
    let change = AddressChange::asked(id, holder.id, holder.address.clone(), ask.new.clone(), now);
    let token = desk.ids.token();
    address_change::insert(tx, vault, &change, &hash(&token))?;
    Ok(Ok(Asked::Waits { holder: Box::new(holder), token }))
}

/// Gives up what waits for its confirmation.
pub fn give_up(tx: &mut Tx, desk: &Desk, holder: HolderId, now: Timestamp) -> Result<(), Fault> {
    if let Some(pending) = find_pending(tx, desk, holder, now)? {
        address_change::end(tx, pending.id, now)?;
    }
    Ok(())
}

/// What waits for its confirmation.
pub fn find_pending(
    tx: &mut Tx,
    desk: &Desk,
    holder: HolderId,
    now: Timestamp,
) -> Result<Option<AddressChange>, Fault> {
    let changes = address_change::list(tx, &desk.keys.vault, holder)?;
    Ok(changes.into_iter().rev().find(|change| change.is_pending(now)))
}

/// The changes that can still be undone, the earliest first.
pub fn list_open(
    tx: &mut Tx,
    desk: &Desk,
    holder: HolderId,
    now: Timestamp,
) -> Result<Vec<AddressChange>, Fault> {
    let mut changes = address_change::list(tx, &desk.keys.vault, holder)?;
    changes.retain(|change| change.can_be_undone(now));
    changes.sort_by_key(|change| change.confirmed_at);
    Ok(changes)
}

/// From when on a holder's address stands for good, if not now: while a change can be undone, it may be a thief's, and what
/// cannot be undone waits.
pub fn find_settled_from(
    tx: &mut Tx,
    desk: &Desk,
    holder: Option<HolderId>,
    now: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    let Some(holder) = holder else { return Ok(None) };
    let open = list_open(tx, desk, holder, now)?;
    Ok(open.iter().filter_map(|change| change.settled_from(now)).max())
}

/// What a link to confirm is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// Whoever is signed in here asked for it.
    Here(Box<AddressChange>),
    /// Whoever asked for it is not signed in here.
    Elsewhere,
    /// It is used, given up, too old, or none of ours.
    Gone,
}

/// Looks at a link; everything stays as it is.
pub fn look(
    tx: &mut Tx,
    desk: &Desk,
    token: &str,
    visitor: Option<HolderId>,
    now: Timestamp,
) -> Result<Look, Fault> {
    let found = address_change::find_by_token(tx, &desk.keys.vault, &hash(token))?;
    Ok(match found.filter(|change| change.is_pending(now)) {
        None => Look::Gone,
        Some(change) if visitor == Some(change.holder) => Look::Here(Box::new(change)),
        Some(_) => Look::Elsewhere,
    })
}

/// What came of a confirmation.
#[derive(Debug, Clone)]
pub enum Confirmed {
    /// The licenses belong to the new address.
    Done(Box<AddressChange>),
    /// Whoever asked for it is not signed in here.
    Elsewhere,
    /// It is used, given up, too old, or none of ours.
    Gone,
    /// The address is another holder's, or one that another holder can still go back to. The wish is given up.
    Taken,
}

/// Confirms a change, in a visit of the holder: from now on all licenses belong to the new address. Every other visit ends,
/// and so do the letters to sign in that went to the old address.
pub fn confirm(
    tx: &mut Tx,
    desk: &Desk,
    token: &str,
    visit: Option<(HolderId, SessionId)>,
    now: Timestamp,
) -> Result<Confirmed, Fault> {
    let vault = &desk.keys.vault;
    let visitor = visit.map(|(holder, _)| holder);
    // Whatever waits for the holder's row finds everything as the one before has left it.
    if let Some(holder) = visitor {
        holder::lock(tx, vault, holder)?;
    }
    let change = match look(tx, desk, token, visitor, now)? {
        Look::Here(change) => change,
        Look::Elsewhere => return Ok(Confirmed::Elsewhere),
        Look::Gone => return Ok(Confirmed::Gone),
    };
    let Some(before) = holder::find(tx, vault, change.holder)? else { return Ok(Confirmed::Gone) };
    if is_reserved(tx, desk, &change, now)? || !holder::move_to(tx, vault, before.id, &change.new)? {
        address_change::end(tx, change.id, now)?;
        return Ok(Confirmed::Taken);
    }
    address_change::confirm(tx, vault, change.id, &before.address, now)?;
    session::delete_others(tx, before.id, visit.map(|(_, session)| session))?;
    wishes::forget_holder(tx, before.id)?;
    // Whoever has the link has read the letter.
    suppress::prove(tx, desk, before.id, now)?;
    let happening = Happening::AddressChanged { change: change.id };
    tell_address::tell(tx, desk, before.id, &happening, &[Role::Old, Role::New], now)?;
    Ok(Confirmed::Done(Box::new(AddressChange { old: before.address, ..*change })))
}

/// Whether another holder has left the address, and can still go back to it.
fn is_reserved(tx: &mut Tx, desk: &Desk, wish: &AddressChange, now: Timestamp) -> Result<bool, Fault> {
    let left = address_change::list_leaving(tx, &desk.keys.vault, &wish.new)?;
    Ok(left.iter().any(|change| change.holder != wish.holder && change.can_be_undone(now)))
}
