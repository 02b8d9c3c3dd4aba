//! Erase a holder: name, address, words and ties go; the licenses, and the proof of what was sent, belong to nobody.
//!
//! A test looks for the address in every column there is: a new table that keeps one has to be emptied here too.

use std::collections::BTreeSet;

use jiff::Timestamp;
use tenure_domain::{
    Address, ErasureId, Happening, Holder, HolderId, License, LicenseId, Refusal,
    erasure::{AskedBy, Erasure, is_fresh},
};
use tenure_store::{
    Fault, Tx, address_change, calendar, erasure, event, holder, library, license, passkey, session, sign_in,
    suppression,
};

use super::{Desk, Fail, Held, change_address::find_settled_from, once, owe::record};

/// By what an erasure is confirmed.
#[derive(Debug, Clone)]
pub enum Proof {
    /// By the holder, who signed in at an instant and typed an address.
    Own {
        /// What was typed.
        typed: Address,
        /// When the visit began.
        signed_in_at: Timestamp,
    },
    /// By an operator, who knows that the holder asks for it.
    Operator,
}

/// What is in the way of an erasure before anything is typed; nothing where nothing is.
pub fn hindrance(
    tx: &mut Tx,
    desk: &Desk,
    id: HolderId,
    signed_in_at: Timestamp,
    now: Timestamp,
) -> Result<Option<Refusal>, Fault> {
    Ok(match find_settled_from(tx, desk, Some(id), now)? {
        Some(from) => Some(Refusal::AddressJustChanged { from }),
        None => (!is_fresh(signed_in_at, now)).then_some(Refusal::SignInAgain),
    })
}

/// Erases a holder. What was on its way cannot be called back; what comes of it is kept without words.
pub fn erase(tx: &mut Tx, desk: &Desk, id: HolderId, proof: &Proof, now: Timestamp) -> Result<Erasure, Fail> {
    let found = holder::lock(tx, &desk.keys.vault, id)?;
    let holder = found.ok_or_else(|| Refusal::NotFound { what: "holder", name: id.to_string() })?;
    let asked_by = check(tx, desk, &holder, proof, now)?;
    let licenses = license::list_by_holder(tx, &desk.keys.vault, id)?;
    let erasure = Erasure {
        id: ErasureId::from_bits(desk.ids.bits(now)),
        at: now,
        asked_by,
        licenses: u32::try_from(licenses.len()).unwrap_or(u32::MAX),
        swept_at: None,
    };
    forget_messages(tx, desk, &holder, licenses, now)?;
    forget_account(tx, id)?;
    holder::delete(tx, id)?;
    erasure::insert(tx, &erasure)?;
    Ok(erasure)
}

fn check(tx: &mut Tx, desk: &Desk, holder: &Holder, proof: &Proof, now: Timestamp) -> Result<AskedBy, Fail> {
    // An operator needs no sign-in, and waits for the old address all the same.
    let (typed, signed_in_at, asked_by) = match proof {
        Proof::Own { typed, signed_in_at } => (typed, *signed_in_at, AskedBy::Holder),
        Proof::Operator => (&holder.address, now, AskedBy::Operator),
    };
    if let Some(refusal) = hindrance(tx, desk, holder.id, signed_in_at, now)? {
        return Err(refusal.into());
    }
    if *typed == holder.address { Ok(asked_by) } else { Err(Refusal::OtherAddress.into()) }
}

/// Licenses belong to nobody; what is still to be told of them ends; what was told is proof without words.
fn forget_messages(
    tx: &mut Tx,
    desk: &Desk,
    holder: &Holder,
    licenses: Vec<License>,
    now: Timestamp,
) -> Result<(), Fault> {
    let mut concerned: BTreeSet<LicenseId> = erasure::list_told_of(tx, holder.id)?.into_iter().collect();
    concerned.extend(licenses.iter().map(|license| license.id));
    for license in &concerned {
        erasure::hold_notices(tx, *license)?;
    }
    for license in licenses {
        detach(tx, desk, license, now)?;
    }
    for license in &concerned {
        erasure::forget_words(tx, *license, holder.id)?;
    }
    forget_addresses(tx, desk, holder)?;
    erasure::empty_letters(tx, holder.id)?;
    once::forget_holder(tx, desk, &concerned)
}

fn detach(tx: &mut Tx, desk: &Desk, license: License, now: Timestamp) -> Result<(), Fault> {
    erasure::cancel_open(tx, license.id, now)?;
    license::detach(tx, license.id)?;
    let held = Held { license: License { holder: None, ..license }, holder: None };
    record(tx, desk, &held, Happening::HolderErased, now)?;
    Ok(())
}

/// That an address takes no mail is forgotten with it, and so are the addresses that it had before: but for one that is
/// another holder's now.
fn forget_addresses(tx: &mut Tx, desk: &Desk, holder: &Holder) -> Result<(), Fault> {
    let vault = &desk.keys.vault;
    suppression::forget(tx, vault, &holder.address)?;
    for change in address_change::list(tx, vault, holder.id)? {
        for address in [change.old, change.new] {
            let of = holder::find_by_address(tx, vault, &address)?;
            if of.is_none_or(|of| of.id == holder.id) {
                suppression::forget(tx, vault, &address)?;
            }
        }
    }
    address_change::delete(tx, holder.id)
}

/// Visits, ways to sign in, the calendar and what was kept of the Library.
fn forget_account(tx: &mut Tx, id: HolderId) -> Result<(), Fault> {
    session::delete_others(tx, id, None)?;
    sign_in::forget_holder(tx, id)?;
    passkey::forget_holder(tx, id)?;
    calendar::delete(tx, id)?;
    library::forget_holder(tx, id)
}

/// Whether the holder of a license was erased, and nobody has registered it since.
pub fn is_erased(tx: &mut Tx, license: LicenseId) -> Result<bool, Fault> {
    Ok(event::count(tx, license, &Happening::HolderErased, Timestamp::MIN)? > 0)
}
