//! Sample facts of each kind: for previews, for checks of texts, and for the tests of letters.

use jiff::{
    ToSpan,
    civil::{Date, DateTime, date},
};
use tenure_domain::Kind;

use super::{Attempt, Facts, KeyFile, Links, Listed, Related, Vendor};

/// The day on which the samples are written.
const TODAY: Date = date(2026, 11, 22);

/// The end of the samples' masked serial number.
const SERIAL: &str = "****-****-****-7QX2";

/// A sample: its name within its kind, and its facts.
pub type Sample = (&'static str, Facts);

/// Sample facts of a kind, at least one; their names are file names.
pub fn samples(kind: Kind) -> Vec<Sample> {
    match kind {
        Kind::SerialNumber => {
            vec![("home", serial_number()), ("nameless", Facts { holder_name: None, ..serial_number() })]
        }
        Kind::KeyFile => key_files(),
        Kind::MobileOffer | Kind::AccountInvitation => vec![("home", offer(kind))],
        Kind::RenewalReminder => reminders(),
        Kind::RenewalConfirmation => {
            vec![("renewal", confirmation("renewal")), ("expansion", confirmation("expansion"))]
        }
        Kind::TheftAttempt => {
            vec![("once", thefts(1, 1)), ("thrice", thefts(3, 3)), ("many", thefts(10, 112))]
        }
        Kind::LicenseBlocked => ["superseded", "compromised", "other"].map(blocked).to_vec(),
        Kind::LicenseReplaced => vec![("home", replaced())],
        Kind::BlockedLicenseDeletion => deletions(),
        Kind::AddressChanged => vec![
            ("old", undoable(address_changed("old"))),
            ("old-for-good", address_changed("old")),
            ("new", address_changed("new")),
        ],
    }
}

/// The vendor of the samples.
pub(super) fn vendor() -> Vendor {
    Vendor {
        name: "Northlight".to_owned(),
        url: "https://northlight.example/".to_owned(),
        ..Vendor::default()
    }
}

fn links() -> Links {
    let page = |path: &str| format!("https://licenses.example.com{path}");
    Links {
        portal: page("/my"),
        messages: page("/my/messages"),
        licenses: page("/my/licenses"),
        register: page("/register"),
        renew: page("/renew"),
        replace: page("/replace"),
        schedule: page("/messages-schedule"),
        account: page("/my"),
        decline: None,
        undo: None,
    }
}

/// A home license in the middle of its term.
fn home(kind: Kind) -> Facts {
    Facts {
        kind,
        step: String::new(),
        vendor: vendor(),
        holder_name: Some("Anna Zielińska".to_owned()),
        product: "Security Space".to_owned(),
        segment: "home".to_owned(),
        license: "lic_01k2m3n4p5q6r7s8t9v0w1x2y3".to_owned(),
        serial: SERIAL.to_owned(),
        serial_full: None,
        devices: 2,
        months: 12,
        registered_on: Some(TODAY),
        expires_on: Some(date(2027, 11, 22)),
        today: TODAY,
        days_left: 365,
        previous: None,
        successor: None,
        deletes_on: None,
        block_reason: None,
        blocked_on: None,
        attempts: Vec::new(),
        attempts_total: 0,
        listed: Vec::new(),
        listed_total: 0,
        key_file: None,
        address_role: None,
        declinable: false,
        links: links(),
    }
}

/// The same for a company.
fn business(facts: Facts) -> Facts {
    Facts {
        holder_name: Some("Młyn Wodny Sp. z o.o.".to_owned()),
        product: "Enterprise Suite".to_owned(),
        segment: "business".to_owned(),
        devices: 125,
        ..facts
    }
}

fn declinable(facts: Facts) -> Facts {
    let decline = "https://licenses.example.com/decline?token=b4dQ9mZ2".to_owned();
    Facts { declinable: true, links: Links { decline: Some(decline), ..facts.links.clone() }, ..facts }
}

fn attached_key() -> KeyFile {
    KeyFile {
        file_name: "security-space-7QX2.key".to_owned(),
        content: "eyJhbGciOiJFZDI1NTE5In0.e30.AA".to_owned(),
    }
}

fn related(by: &str, expires_on: Date) -> Related {
    Related {
        product: "Security Space".to_owned(),
        serial: "****-****-****-M3KD".to_owned(),
        expires_on: Some(expires_on),
        by: by.to_owned(),
    }
}

fn serial_number() -> Facts {
    Facts {
        serial_full: Some("QK4N-8WTR-2MHB-7QX2".to_owned()),
        registered_on: None,
        expires_on: None,
        days_left: 0,
        ..home(Kind::SerialNumber)
    }
}

fn key_files() -> Vec<Sample> {
    let first = Facts { key_file: Some(attached_key()), ..home(Kind::KeyFile) };
    let after = |by| Facts { previous: Some(related(by, date(2026, 12, 31))), ..first.clone() };
    vec![
        ("first", first.clone()),
        ("renewal", after("renewal")),
        ("expansion", after("expansion")),
        ("business", business(first.clone())),
    ]
}

fn offer(kind: Kind) -> Facts {
    declinable(home(kind))
}

fn reminders() -> Vec<Sample> {
    let before = [("before-60", 60), ("before-30", 30), ("before-2", 2), ("before-1", 1), ("on-the-day", 0)];
    let after = [("after-1", -1), ("after-20", -20), ("after-40", -40)];
    let before = before.map(|(name, days)| (name, reminder(days)));
    let after = after.map(|(name, days)| (name, declinable(reminder(days))));
    let company = ("business-before-30", business(reminder(30)));
    let few = digest(business(reminder(30)), &[28, 29, 30, 30], 4);
    let many = digest(business(declinable(reminder(-20))), &[-20; 100], 400);
    before.into_iter().chain(after).chain([company, ("digest", few), ("digest-many", many)]).collect()
}

/// The same about many licenses, which end so many days from today.
fn digest(facts: Facts, days: &[i64], total: u32) -> Facts {
    let products = ["Enterprise Suite", "Server Security", "Mail Security"];
    let row = |(number, (days, product)): (usize, (&i64, &&str))| Listed {
        license: format!("lic_01k2m3n4p5q6r7s8t9v0w1x{number:03}"),
        product: (*product).to_owned(),
        serial: format!("****-****-****-{:04}", 1000 + number * 37 % 1000),
        expires_on: Some(TODAY.saturating_add(days.days())),
        deletes_on: facts.deletes_on,
    };
    let listed = days.iter().zip(products.iter().cycle()).enumerate().map(row).collect();
    Facts { listed, listed_total: total, ..facts }
}

fn reminder(days_left: i64) -> Facts {
    Facts {
        step: if days_left == 0 { "0".to_owned() } else { format!("{:+}", -days_left) },
        registered_on: Some(date(2025, 11, 22)),
        expires_on: Some(TODAY.saturating_add(days_left.days())),
        days_left,
        ..home(Kind::RenewalReminder)
    }
}

fn confirmation(by: &str) -> Facts {
    Facts {
        previous: Some(related(by, date(2026, 12, 31))),
        expires_on: Some(date(2028, 5, 29)),
        days_left: 554,
        ..home(Kind::RenewalConfirmation)
    }
}

fn thefts(shown: i64, total: u32) -> Facts {
    let services = ["registration", "renewal", "key-file", "replacement", "expansion"];
    let attempts = (0..shown).zip(services.iter().cycle()).map(|(index, service)| Attempt {
        at: DateTime::constant(2026, 11, 22, 9, 47, 0, 0).saturating_sub((index * 95).minutes()),
        zone: "Europe/Warsaw".to_owned(),
        service: (*service).to_owned(),
        product: "Security Space".to_owned(),
        serial: SERIAL.to_owned(),
    });
    Facts { attempts: attempts.collect(), attempts_total: total, ..home(Kind::TheftAttempt) }
}

fn blocked(reason: &'static str) -> Sample {
    let successor = (reason == "superseded").then(|| related("renewal", date(2027, 12, 31)));
    let blocked = Facts {
        block_reason: Some(reason.to_owned()),
        blocked_on: Some(TODAY),
        ..home(Kind::LicenseBlocked)
    };
    (reason, Facts { successor, ..blocked })
}

fn replaced() -> Facts {
    Facts {
        serial_full: Some("QK4N-8WTR-2MHB-7QX2".to_owned()),
        key_file: Some(attached_key()),
        previous: Some(related("replacement", date(2027, 11, 22))),
        ..home(Kind::LicenseReplaced)
    }
}

fn deletions() -> Vec<Sample> {
    let first = deletion("renewal", 30);
    let few = digest(first.clone(), &[3, 24, 30, 30], 4);
    let many = digest(first.clone(), &[30; 100], 400);
    vec![("renewal", first), ("expansion", deletion("expansion", 1)), ("digest", few), ("digest-many", many)]
}

fn deletion(by: &str, days: i64) -> Facts {
    Facts {
        step: "-30".to_owned(),
        block_reason: Some("superseded".to_owned()),
        blocked_on: Some(TODAY),
        successor: Some(related(by, date(2027, 12, 31))),
        registered_on: Some(date(2025, 12, 22)),
        expires_on: Some(TODAY.saturating_add(days.days())),
        deletes_on: Some(TODAY.saturating_add(days.days())),
        days_left: days,
        ..home(Kind::BlockedLicenseDeletion)
    }
}

fn address_changed(role: &str) -> Facts {
    Facts { address_role: Some(role.to_owned()), ..home(Kind::AddressChanged) }
}

fn undoable(facts: Facts) -> Facts {
    let undo = "https://licenses.example.com/address/undo/chg_01k2m3n4p5q6r7s8t9v0w1x2y3/b4dQ9mZ2".to_owned();
    Facts { links: Links { undo: Some(undo), ..facts.links.clone() }, ..facts }
}
