//! Tell the old and the new address of a change between them (rule 12), and of its undoing. These letters alone go to an
//! address that the license need not have.

use jiff::Timestamp;
use tenure_domain::{
    Address, AddressChange, ChangeId, Event, EventId, Happening, HolderId, Kind, License, Notice,
    address_change::Role,
};
use tenure_store::{Fault, Tx, address_change, event, holder, license, notice};

use super::{
    Desk, Held,
    owe::{immediate, record},
};

/// Records a change of address, or its undoing, on every license of a holder, and owes the letters to `roles`. One license
/// tells of it for all.
pub(super) fn tell(
    tx: &mut Tx,
    desk: &Desk,
    holder: HolderId,
    happening: &Happening,
    roles: &[Role],
    now: Timestamp,
) -> Result<(), Fault> {
    let licenses = license::list_by_holder(tx, &desk.keys.vault, holder)?;
    let speaker = licenses.iter().max_by_key(|license| weight(license)).map(|license| license.id);
    for license in licenses {
        let speaks = speaker == Some(license.id);
        if license.deleted_at.is_some() && !speaks {
            continue;
        }
        let held = Held::read(tx, desk, license)?;
        let event = record(tx, desk, &held, happening.clone(), now)?;
        if speaks {
            let notices: Vec<Notice> =
                roles.iter().map(|role| owed(desk, &held, &event, *role, now)).collect();
            notice::insert(tx, &notices, Some(holder), now)?;
        }
    }
    Ok(())
}

/// A license that works speaks rather than one that does not, and one that lasts rather than one that ends.
fn weight(license: &License) -> impl Ord {
    let works = license.deleted_at.is_none() && license.block.is_none();
    (works, license.deleted_at.is_none(), license.term.map(|term| term.expires_on), license.id)
}

fn owed(desk: &Desk, held: &Held, event: &Event, role: Role, now: Timestamp) -> Notice {
    let mut notice = immediate(desk, held, Kind::AddressChanged, event.id, now, now);
    notice.key.occasion = role.occasion(event.id);
    notice
}

/// Whom a letter about a changed address is for, and what it tells.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// Whether its reader has lost the licenses or got them.
    pub(super) role: Role,
    /// Where it goes.
    pub(super) to: Address,
    /// The change that it can undo.
    pub(super) undo: Option<ChangeId>,
    /// Whether it is no longer true: the licenses have gone on, or back.
    pub(super) is_over: bool,
}

/// What is told by a notice about a changed address; nothing by any other.
pub(super) fn find(tx: &mut Tx, desk: &Desk, notice: &Notice, now: Timestamp) -> Result<Option<Told>, Fault> {
    let Some((role, is_undoing, change)) = read(tx, desk, notice)? else { return Ok(None) };
    let Some(holder) = holder::find(tx, &desk.keys.vault, change.holder)? else { return Ok(None) };
    let has_it = (role == Role::New) != is_undoing;
    let to = if has_it { &change.new } else { &change.old }.clone();
    let is_undone = !is_undoing && change.ended_at.is_some();
    let is_over = is_undone || (holder.address == to) != (role == Role::New);
    let can_undo = role == Role::Old && !is_undoing && change.can_be_undone(now);
    Ok(Some(Told { role, to, undo: can_undo.then_some(change.id), is_over }))
}

/// The letter to the old address is written, or will never be: from now on its 72 hours run.
pub(super) fn begin_undo(tx: &mut Tx, desk: &Desk, notice: &Notice, now: Timestamp) -> Result<(), Fault> {
    if let Some((Role::Old, false, change)) = read(tx, desk, notice)? {
        address_change::tell(tx, change.id, now)?;
    }
    Ok(())
}

/// Whom a notice is for, whether it tells of an undoing, and of which change.
fn read(tx: &mut Tx, desk: &Desk, notice: &Notice) -> Result<Option<(Role, bool, AddressChange)>, Fault> {
    if notice.key.kind != Kind::AddressChanged {
        return Ok(None);
    }
    let Some((event, role)) = Role::read(&notice.key.occasion) else {
        return match sent_before(tx, desk, notice)? {
            Some(before) => read(tx, desk, &before),
            None => Ok(None),
        };
    };
    let (is_undoing, change) = match event::find(tx, notice.key.license, event)?.map(|event| event.happening)
    {
        Some(Happening::AddressChanged { change }) => (false, change),
        Some(Happening::AddressRestored { change }) => (true, change),
        _ => return Ok(None),
    };
    let found = address_change::find(tx, &desk.keys.vault, change)?;
    Ok(found.map(|change| (role, is_undoing, change)))
}

/// The notice that an operator had sent once more.
fn sent_before(tx: &mut Tx, desk: &Desk, notice: &Notice) -> Result<Option<Notice>, Fault> {
    let Ok(asked) = notice.key.occasion.parse::<EventId>() else { return Ok(None) };
    match event::find(tx, notice.key.license, asked)?.map(|event| event.happening) {
        Some(Happening::ResendAsked { notice }) => {
            Ok(notice::find(tx, &desk.keys.vault, notice)?.map(|listed| listed.notice))
        }
        _ => Ok(None),
    }
}
