//! Many licenses, written straight into the database: as an import leaves them, without its file.

use anyhow::Context as _;
use jiff::{Timestamp, civil::Date};
use tenure::house::House;
use tenure_domain::{
    Address, Holder, HolderId, License, LicenseId, Offer, Profile, Term, license::days_after,
};
use tenure_store::{Fault, holder, license};

/// How many are written in one transaction.
const AT_ONCE: usize = 20_000;

/// Writes `count` licenses for homes, each of a holder of its own, that expire evenly over `days` days from `first` on.
pub async fn settle(
    house: &House,
    count: usize,
    first: Date,
    days: usize,
    now: Timestamp,
) -> anyhow::Result<()> {
    for begin in (0..count).step_by(AT_ONCE) {
        let desk = house.desk.clone();
        let write = move |tx: &mut tenure_store::Tx| -> Result<(), Fault> {
            for number in begin..count.min(begin + AT_ONCE) {
                let expires_on = days_after(first, i64::try_from(number % days).unwrap_or(0));
                let address = format!("holder{number}@mail.example");
                let address: Address = address.parse().map_err(|error| Fault::data("an address", error))?;
                let holder =
                    Holder::new(HolderId::from_bits(desk.ids.bits(now)), address, Profile::default());
                holder::insert(tx, &desk.keys.vault, &holder, now)?;
                let license = License {
                    id: LicenseId::from_bits(desk.ids.bits(now)),
                    external_id: None,
                    serial: desk.ids.serial(),
                    product: "security-space".to_owned(),
                    segment: tenure_domain::Segment::Home,
                    devices: 1,
                    months: 12,
                    offer: Offer::New,
                    holder: Some(holder.id),
                    issued_on: None,
                    term: Some(Term {
                        number: 1,
                        registered_on: days_after(expires_on, -365),
                        expires_on,
                        known_at: now,
                    }),
                    block: None,
                    previous: None,
                    replacements: 0,
                    deleted_at: None,
                };
                license::insert(tx, &desk.keys.vault, &license, None, now)?;
            }
            Ok(())
        };
        house.store.write(write).await.context("writing licenses")?;
    }
    Ok(())
}
