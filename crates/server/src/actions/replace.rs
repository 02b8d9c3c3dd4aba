//! Replace a stolen serial number: the old license is blocked as compromised, a new one takes over its term (rule 11).

use jiff::Timestamp;
use tenure_domain::{Happening, HolderId, License, LicenseId, Refusal, Succession, Term};
use tenure_store::{Tx, license};

use super::{
    Desk, Fail, Held,
    change_address::find_settled_from,
    find_license,
    owe::{cancel_ended, happen, record},
};

/// Replaces the serial number of a license, whosever it is: for an operator. The new license.
pub fn replace(tx: &mut Tx, desk: &Desk, name: &str, now: Timestamp) -> Result<License, Fail> {
    let found = find_license(tx, desk, name)?;
    take_over(tx, desk, found, now)
}

/// Replaces the serial number of a holder's own license; another's is not found. The new license.
pub fn replace_own(
    tx: &mut Tx,
    desk: &Desk,
    holder: HolderId,
    id: LicenseId,
    now: Timestamp,
) -> Result<License, Fail> {
    let found = license::lock(tx, &desk.keys.vault, id)?.filter(|license| license.holder == Some(holder));
    let own = found.ok_or_else(|| Refusal::NotFound { what: "license", name: id.to_string() })?;
    take_over(tx, desk, own, now)
}

fn take_over(tx: &mut Tx, desk: &Desk, old: License, now: Timestamp) -> Result<License, Fail> {
    let mut old = Held::read(tx, desk, old)?;
    let today = old.today(desk, now);
    let term = desk.replacement().can_replace(&old.license, today)?;
    if let Some(from) = find_settled_from(tx, desk, old.license.holder, now)? {
        return Err(Refusal::AddressJustChanged { from }.into());
    }
    let id = LicenseId::from_bits(desk.ids.bits(now));
    let new = License {
        id,
        external_id: None,
        serial: desk.ids.serial(),
        issued_on: Some(today),
        term: Some(Term { number: 1, known_at: now, ..term }),
        block: None,
        previous: Some((old.license.id, Succession::Replacement)),
        replacements: old.license.replacements + 1,
        ..old.license.clone()
    };
    old.license.supersede(id, Succession::Replacement, today)?;
    license::insert(tx, &desk.keys.vault, &new, None, now)?;
    license::save(tx, &old.license)?;
    record(tx, desk, &old, Happening::Superseded { successor: id, how: Succession::Replacement }, now)?;
    cancel_ended(tx, desk, &old, now)?;
    let new = Held { license: new, holder: old.holder };
    happen(tx, desk, &new, Happening::Replaced { previous: old.license.id }, now)?;
    Ok(new.license)
}
