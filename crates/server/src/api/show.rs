//! What is shown of a license and its holder: the serial number masked; name and whole address to whoever may see them.

use jiff::Timestamp;
use serde::Serialize;
use tenure_domain::{Holder, owed, token::Scope};
use utoipa::ToSchema;

use super::shop::Shop;
use crate::actions::{Desk, Held};

/// A license. What is not known, or does not apply, is null.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = License)]
pub struct LicenseShown {
    /// Names it: `lic_…`.
    pub id: String,
    /// The vendor's own name for it.
    pub external_id: Option<String>,
    /// The serial number: masked, but in the answer that issues it.
    pub serial: String,
    /// The code of the product.
    pub product: String,
    /// The segment of the product.
    pub segment: String,
    /// unregistered, active, expired, blocked or deleted.
    pub state: String,
    /// How many devices it covers.
    pub devices: u32,
    /// Its length in months.
    pub months: u32,
    /// What it was sold as: new, renewal or expansion.
    pub offer: String,
    /// The holder's address: masked (`a…@example.com`) without the scope `holders:read`.
    pub email: Option<String>,
    /// The holder's name: null without the scope `holders:read`.
    pub name: Option<String>,
    /// The holder's language (BCP 47).
    pub language: Option<String>,
    /// The holder's time zone (IANA).
    pub time_zone: Option<String>,
    /// When it was issued.
    #[schema(format = Date)]
    pub issued_on: Option<String>,
    /// The number of its term; a corrected date begins a new one.
    pub term: Option<u32>,
    /// When its serial number was registered.
    #[schema(format = Date)]
    pub registered_on: Option<String>,
    /// The last day on which it is valid.
    #[schema(format = Date)]
    pub expires_on: Option<String>,
    /// When it was blocked.
    #[schema(format = Date)]
    pub blocked_on: Option<String>,
    /// Why it is blocked: superseded, compromised or other.
    pub blocked_reason: Option<String>,
    /// The license that took its place.
    pub successor: Option<String>,
    /// The license whose place it took.
    pub previous: Option<String>,
    /// When it will be deleted, as it looks now; downtime delays it.
    #[schema(format = Date)]
    pub deletes_on: Option<String>,
    /// When it was deleted.
    #[schema(format = DateTime)]
    pub deleted_at: Option<String>,
}

/// A license as a shop may see it.
pub(super) fn license(desk: &Desk, held: &Held, shop: &Shop, now: Timestamp) -> LicenseShown {
    let (license, holder) = (&held.license, held.holder.as_ref());
    let (term, block) = (license.term, license.block);
    let deletes_on = license.is_superseded().then(|| owed::deletion_date(license, &desk.schedule)).flatten();
    LicenseShown {
        id: license.id.to_string(),
        external_id: license.external_id.clone(),
        serial: license.serial.masked(),
        product: license.product.clone(),
        segment: license.segment.code().to_owned(),
        state: license.status(held.today(desk, now)).code().to_owned(),
        devices: license.devices,
        months: license.months,
        offer: license.offer.code().to_owned(),
        email: holder.map(|holder| address(holder, shop)),
        name: holder.filter(|_| shop.has(Scope::HoldersRead)).and_then(|holder| holder.name.clone()),
        language: holder
            .and_then(|holder| holder.language.as_ref())
            .map(|language| language.as_str().to_owned()),
        time_zone: holder.and_then(|holder| holder.zone.as_ref()).map(|zone| zone.name().to_owned()),
        issued_on: license.issued_on.map(|day| day.to_string()),
        term: term.map(|term| term.number),
        registered_on: term.map(|term| term.registered_on.to_string()),
        expires_on: term.map(|term| term.expires_on.to_string()),
        blocked_on: block.map(|block| block.on.to_string()),
        blocked_reason: block.map(|block| block.reason.code().to_owned()),
        successor: block.and_then(|block| block.successor).map(|(id, _)| id.to_string()),
        previous: license.previous.map(|(id, _)| id.to_string()),
        deletes_on: deletes_on.map(|day| day.to_string()),
        deleted_at: license.deleted_at.map(|at| at.to_string()),
    }
}

fn address(holder: &Holder, shop: &Shop) -> String {
    if shop.has(Scope::HoldersRead) {
        holder.address.as_written().to_owned()
    } else {
        holder.address.masked()
    }
}
