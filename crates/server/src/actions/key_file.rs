//! The key file of a license: what the vendor's product reads offline.

use jiff::{Timestamp, civil::Time};
use tenure_domain::{Holder, License, license::days_after};
use tenure_keyfile::{Claims, TEXT_MAX_BYTES, sign};

use super::Desk;

/// The key file of a registered license that works; `None` for any other.
///
/// Valid from the first second of the registration day through the last second of the expiry date, in the holder's zone.
pub fn key_file(
    desk: &Desk,
    license: &License,
    holder: &Holder,
    language: &str,
    now: Timestamp,
) -> Option<String> {
    let term = license.term.filter(|_| license.is_open())?;
    let zone = desk.zone_of(Some(holder));
    let midnight_of = |day| zone.instant(day, Time::midnight()).as_second();
    let claims = Claims {
        vendor: fitting(&desk.settings.vendor.name),
        license_id: license.id.to_string(),
        masked_serial: license.serial.masked(),
        product_code: fitting(&license.product),
        product_name: fitting(&desk.product_name(&license.product, language)),
        devices: license.devices,
        holder_name: holder.name.as_deref().map(fitting).filter(|name| !name.is_empty()),
        begins_at: midnight_of(term.registered_on),
        ends_at: midnight_of(days_after(term.expires_on, 1)),
        issued_at: now.as_second(),
    };
    claims.check().ok()?;
    Some(format!("{}\n", sign(&claims, desk.keys.signing())))
}

/// The name under which a key file is attached and downloaded.
pub fn file_name(license: &License) -> String {
    format!("{}-{}.key", license.product, license.serial.masked().trim_start_matches(['*', '-']))
}

/// As much of a text as a key file holds, without control characters.
fn fitting(text: &str) -> String {
    let mut kept: String = text.chars().filter(|character| !character.is_control()).collect();
    while kept.len() > TEXT_MAX_BYTES {
        kept.pop();
    }
    kept
}
