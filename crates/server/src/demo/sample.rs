//! The sample holders of the demo: a dozen zones, two languages, every state of a license.

use std::sync::Arc;

use tenure_domain::{
    License, Offer, Profile, Segment, Zone,
    license::{days_after, months_after},
};

use crate::{
    actions::{
        import::{ImportRow, take},
        issue::{Issue, issue},
    },
    house::House,
};

/// The most holders the page shows.
pub const MOST: u32 = 60;

/// A sample holder with one license.
struct Sample {
    name: &'static str,
    address: &'static str,
    language: &'static str,
    zone: &'static str,
    product: &'static str,
    /// Days from today to the expiry date.
    left: i64,
    devices: u32,
}

const fn sample(
    name: &'static str,
    address: &'static str,
    language: &'static str,
    zone: &'static str,
    product: &'static str,
    left: i64,
    devices: u32,
) -> Sample {
    Sample { name, address, language, zone, product, left, devices }
}

const SAMPLES: &[Sample] = &[
    sample("Anna Kowalska", "anna.kowalska@example.pl", "pl", "Europe/Warsaw", "security-space", 31, 3),
    sample("Jan Nowak", "jan.nowak@example.pl", "pl", "Europe/Warsaw", "antivirus", 12, 1),
    sample("Zofia Wójcik", "zofia@example.pl", "pl", "Europe/Warsaw", "mobile-security", 45, 1),
    sample(
        "Spółdzielnia Bałtyk",
        "biuro@baltyk.example.pl",
        "pl",
        "Europe/Warsaw",
        "enterprise-suite",
        61,
        40,
    ),
    sample("Mary Clarke", "mary.clarke@example.co.uk", "en", "Europe/London", "security-space", 1, 5),
    sample("Liam Byrne", "liam@example.ie", "en", "Europe/Dublin", "antivirus", -19, 1),
    sample("Emily Tran", "emily.tran@example.com", "en", "America/New_York", "security-space", 33, 2),
    sample("Diego Ruiz", "diego@example.mx", "es", "America/Mexico_City", "antivirus", 2, 1),
    sample("Noah Tremblay", "noah@example.ca", "en", "America/St_Johns", "security-space", 60, 2),
    sample(
        "Kailani Media",
        "office@kailani.example.com",
        "en",
        "Pacific/Honolulu",
        "enterprise-suite",
        31,
        12,
    ),
    sample("Tane Ngata", "tane@example.nz", "en", "Pacific/Auckland", "antivirus", 30, 1),
    sample("Asha Gurung", "asha@example.np", "en", "Asia/Kathmandu", "security-space", 90, 2),
    sample("Tebau Tioti", "tebau@example.ki", "en", "Pacific/Kiritimati", "antivirus", 4, 1),
    sample("Haruka Satō", "haruka@example.jp", "ja", "Asia/Tokyo", "security-space", 120, 3),
    sample("Lindiwe Dube", "lindiwe@example.za", "en", "Africa/Johannesburg", "antivirus", 7, 1),
];

/// Serial numbers that nobody has registered, for the forms.
const SPARE: [(Offer, u32); 2] = [(Offer::New, 6), (Offer::Renewal, 6)];

/// Whether the form to renew suggests it: a home license whose old one is warned of before it is deleted.
pub fn is_renewable(license: &License) -> bool {
    license.segment == Segment::Home && license.product != "mobile-security"
}

/// Makes them.
pub async fn create(house: &Arc<House>) -> anyhow::Result<()> {
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let made = house.store.write(move |tx| {
        for sample in SAMPLES {
            let row = row(&desk, sample, now);
            if let Err(rejection) = take(tx, &desk, &row, false, now)? {
                return Err(tenure_store::Fault::data("a sample", rejection.reason).into());
            }
        }
        for (offer, count) in SPARE {
            for _ in 0..count {
                let wish = Issue {
                    product: "security-space".to_owned(),
                    email: None,
                    profile: Profile::default(),
                    months: 12,
                    devices: 3,
                    offer,
                    external_id: None,
                };
                issue(tx, &desk, &wish, now)?;
            }
        }
        Ok::<_, crate::actions::Fail>(())
    });
    made.await?;
    Ok(())
}

fn row(desk: &crate::actions::Desk, sample: &Sample, now: jiff::Timestamp) -> ImportRow {
    let zone: Zone = sample.zone.parse().expect("the samples name IANA zones");
    let expires_on = days_after(zone.day_of(now), sample.left);
    let product = desk.products.find(sample.product).expect("the default products have it").clone();
    ImportRow {
        external_id: Some(sample.address.to_owned()),
        serial: None,
        product,
        email: Some(sample.address.parse().expect("the samples have addresses")),
        profile: Profile {
            name: Some(sample.name.to_owned()),
            language: sample.language.parse().ok(),
            zone: Some(zone),
            has_account: false,
        },
        devices: Some(sample.devices),
        months: Some(12),
        offer: Some(Offer::New),
        issued_on: None,
        dates: Some((months_back(expires_on), expires_on)),
        blocked: None,
        digest: sample.address.to_owned(),
        holder_digest: String::new(),
    }
}

/// A year before.
fn months_back(day: jiff::civil::Date) -> jiff::civil::Date {
    let mut first = days_after(day, -366);
    while months_after(first, 12) < day {
        first = days_after(first, 1);
    }
    first
}
