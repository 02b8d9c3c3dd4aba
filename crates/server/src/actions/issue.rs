//! Issue a serial number.

use jiff::Timestamp;
use tenure_domain::{Address, Happening, Holder, HolderId, License, LicenseId, Offer, Profile, Refusal};
use tenure_store::{Fault, Tx, holder, license};

use super::{Desk, Fail, Held, owe::happen};

/// The most devices and months a license can have.
pub const MOST: u32 = 100_000;

/// What to issue.
#[derive(Debug, Clone)]
pub struct Issue {
    /// The product's code.
    pub product: String,
    /// To whom; `None`: whoever registers it first.
    pub email: Option<Address>,
    /// What is known of whom it is issued to.
    pub profile: Profile,
    /// Its length in months.
    pub months: u32,
    /// How many devices it covers.
    pub devices: u32,
    /// What it is sold as.
    pub offer: Offer,
    /// The vendor's own name for it.
    pub external_id: Option<String>,
}

/// Issues a serial number; where an address is named, it is sent there.
pub fn issue(tx: &mut Tx, desk: &Desk, wish: &Issue, now: Timestamp) -> Result<License, Fail> {
    let unknown = || Refusal::UnknownProduct { given: wish.product.clone(), known: desk.products.codes() };
    let product = desk.products.find(&wish.product).ok_or_else(unknown)?;
    check_count("months", wish.months)?;
    check_count("devices", wish.devices)?;
    must_be_free(tx, desk, wish.external_id.as_deref())?;
    let holder = wish
        .email
        .as_ref()
        .map(|address| find_or_insert(tx, desk, address, wish.profile.clone(), now))
        .transpose()?;
    let license = License {
        id: LicenseId::from_bits(desk.ids.bits(now)),
        external_id: wish.external_id.clone(),
        serial: desk.ids.serial(),
        product: product.code.clone(),
        segment: product.segment,
        devices: wish.devices,
        months: wish.months,
        offer: wish.offer,
        holder: holder.as_ref().map(|holder| holder.id),
        issued_on: Some(desk.zone_of(holder.as_ref()).day_of(now)),
        term: None,
        block: None,
        previous: None,
        replacements: 0,
        deleted_at: None,
    };
    license::insert(tx, &desk.keys.vault, &license, None, now)?;
    happen(tx, desk, &Held { license: license.clone(), holder }, Happening::Issued, now)?;
    Ok(license)
}

/// The vendor's own name for a license names one.
fn must_be_free(tx: &mut Tx, desk: &Desk, external_id: Option<&str>) -> Result<(), Fail> {
    let Some(name) = external_id else { return Ok(()) };
    match license::find_by_external_id(tx, &desk.keys.vault, name)? {
        None => Ok(()),
        Some(known) => Err(Refusal::Invalid {
            field: "external_id",
            words: format!("`{name}` names {} already: choose another", known.id),
        }
        .into()),
    }
}

/// Devices and months are counted from 1.
pub(super) fn check_count(field: &'static str, count: u32) -> Result<(), Refusal> {
    if (1..=MOST).contains(&count) {
        return Ok(());
    }
    Err(Refusal::Invalid {
        field,
        words: format!("{count} cannot be right: write a number from 1 to {MOST}"),
    })
}

/// The holder with this address; someone new where there is none. What was not known of an old one is taken from `profile`.
pub(super) fn find_or_insert(
    tx: &mut Tx,
    desk: &Desk,
    address: &Address,
    profile: Profile,
    now: Timestamp,
) -> Result<Holder, Fault> {
    let vault = &desk.keys.vault;
    if let Some(mut known) = holder::find_by_address(tx, vault, address)? {
        if known.complete(profile) {
            holder::save(tx, &known)?;
        }
        return Ok(known);
    }
    let new = Holder::new(HolderId::from_bits(desk.ids.bits(now)), address.clone(), profile);
    if holder::insert(tx, vault, &new, now)? {
        return Ok(new);
    }
    holder::find_by_address(tx, vault, address)?
        .ok_or_else(|| Fault::data("a holder", "it was there a moment ago"))
}
