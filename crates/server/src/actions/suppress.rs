//! Addresses that take no mail: kept, asked for, and lifted when mail arrived there or an operator says so.

use jiff::Timestamp;
use tenure_domain::{Address, HolderId, LetterId, Outcome, Refusal, outcome::Refused};
use tenure_store::{
    Fault, Tx, holder,
    suppression::{self, Suppression},
};

use super::{Desk, Fail, claim::Errand, settle::Answer};

/// Why an address takes no mail; none where it does.
pub fn find(tx: &mut Tx, desk: &Desk, address: &Address) -> Result<Option<Suppression>, Fault> {
    suppression::find(tx, &desk.keys.vault, address)
}

/// A letter that was written at `written_at` showed that an address takes no mail. Whether that is news.
pub(super) fn suppress(
    tx: &mut Tx,
    desk: &Desk,
    (address, letter): (&str, LetterId),
    why: String,
    written_at: Timestamp,
    now: Timestamp,
) -> Result<bool, Fault> {
    let Ok(address) = address.parse::<Address>() else { return Ok(false) };
    let suppression = Suppression { since_at: now, why, letter };
    suppression::suppress(tx, &desk.keys.vault, &address, &suppression, written_at)
}

/// The relay refused the address of an errand: nothing more goes there.
pub(super) fn refused(
    tx: &mut Tx,
    desk: &Desk,
    errand: &Errand,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), Fault> {
    let Answer::Outcome(Outcome::Never { refused: Refused::Address, reply }) = answer else { return Ok(()) };
    let Ok(parcel) = &errand.parcel else { return Ok(()) };
    if let Ok(letter) = parcel.name.parse() {
        suppress(tx, desk, (&parcel.to, letter), reply.clone(), parcel.at, now)?;
    }
    Ok(())
}

/// A letter to a holder arrived: the address takes mail.
pub fn prove(tx: &mut Tx, desk: &Desk, id: HolderId, now: Timestamp) -> Result<(), Fault> {
    if let Some(holder) = holder::find(tx, &desk.keys.vault, id)? {
        suppression::lift(tx, &desk.keys.vault, &holder.address, now)?;
    }
    Ok(())
}

/// An operator knows that an address takes mail.
pub fn lift(tx: &mut Tx, desk: &Desk, address: &Address, now: Timestamp) -> Result<(), Fail> {
    if suppression::lift(tx, &desk.keys.vault, address, now)? {
        return Ok(());
    }
    Err(Refusal::NotFound { what: "suppressed address", name: address.as_written().to_owned() }.into())
}
