//! Samples of the pages about licenses, and of the Library.

use jiff::civil::Date;
use tenure_domain::{Kind, Service, State, Step, license::Status};

use super::{about, at, day, schedule, visitor};
use crate::pages::view::{
    Attempts, Blocked, BlockedFor, Certificate, Coming, Duty, HelpLine, Library, LibraryPage, LicenseCard,
    LicensePage, Licenses, LifeEvent, Past, Tab, Told, Visitor, Why,
};

fn license(product: &str, state: Status, days_left: i32) -> LicenseCard {
    let link = |there: bool, path: &str| there.then(|| path.to_owned());
    LicenseCard {
        id: "lic_1".to_owned(),
        product: product.to_owned(),
        serial: "****-****-****-7QX2".to_owned(),
        state,
        registered_on: Some(day("2025-12-31")),
        expires_on: Some(day("2026-12-31")),
        days_left: Some(days_left),
        devices: 3,
        key_file: link(state == Status::Active, "/my/licenses/lic_1/key-file"),
        blocked: None,
        renew: link(matches!(state, Status::Active | Status::Expired), "/renew"),
        replace: link(days_left >= 30, "/replace/lic_1"),
        certificate: link(state == Status::Active, "/my/licenses/lic_1/certificate"),
    }
}

fn blocked(reason: BlockedFor, deletion_on: Option<Date>) -> LicenseCard {
    let blocked = Blocked { reason, on: day("2026-11-02"), deletion_on };
    LicenseCard { blocked: Some(blocked), replace: None, ..license("Security Space", Status::Blocked, 30) }
}

/// The licenses of a tab, in every standing.
pub(in crate::pages) fn licenses(tab: Tab) -> Licenses {
    let waiting = LicenseCard {
        registered_on: None,
        expires_on: None,
        days_left: None,
        ..license("Mobile Security", Status::Unregistered, 0)
    };
    let active = |days_left| license("Security Space", Status::Active, days_left);
    let licenses = match tab {
        Tab::Active => vec![waiting, active(0), active(1), active(30)],
        Tab::Expired => vec![license("Security Space", Status::Expired, -22)],
        Tab::Blocked => vec![
            blocked(BlockedFor::Renewed, Some(day("2026-12-31"))),
            blocked(BlockedFor::Expanded, None),
            LicenseCard {
                replace: Some("/replace/lic_2".to_owned()),
                ..blocked(BlockedFor::Compromised, None)
            },
            blocked(BlockedFor::Other, None),
        ],
    };
    Licenses { licenses, ..no_licenses(tab) }
}

/// An empty tab.
pub(in crate::pages) fn no_licenses(tab: Tab) -> Licenses {
    let visitor = Visitor { name: None, unread: 0, ..visitor() };
    Licenses {
        visitor,
        tab,
        tabs: vec![(Tab::Active, 4), (Tab::Expired, 1), (Tab::Blocked, 4)],
        licenses: Vec::new(),
    }
}

fn past() -> Vec<Past> {
    let events = LifeEvent::ALL.iter().zip(1..).map(|(event, number)| Past {
        at: at(&format!("11-{number:02}T10:00")),
        event: Some(*event),
        told: None,
    });
    let told = State::ALL.iter().zip(1..).map(|(state, number)| Past {
        at: at(&format!("10-{number:02}T10:00")),
        event: None,
        told: Some(Told {
            duty: Duty { kind: Kind::RenewalReminder, step: Step::Days(-30) },
            state: *state,
            why: (number > 6).then_some(Why::Declined),
            href: (*state == State::Accepted).then(|| "/my/messages/ltr_1".to_owned()),
        }),
    });
    events.chain(told).collect()
}

/// A license with a long life.
pub(in crate::pages) fn license_page() -> LicensePage {
    let coming = |(time, days, portal_only)| Coming {
        at: at(time),
        duty: Duty { kind: Kind::RenewalReminder, step: Step::Days(days) },
        portal_only,
    };
    let attempt = |(service, count)| Attempts { day: day("2026-11-20"), service, count };
    LicensePage {
        visitor: visitor(),
        license: license("Security Space", Status::Active, 41),
        previous: Some(about("Security Space", "7QX2")),
        successor: Some(about("Antivirus", "99AA")),
        coming: [("12-01T10:00", -30, false), ("12-31T10:00", 0, false), ("12-31T11:00", 20, true)]
            .map(coming)
            .into(),
        past: past(),
        attempts: Service::ALL.into_iter().zip([14, 1, 2, 5, 22]).map(attempt).collect(),
        attempts_total: 44,
    }
}

/// A license that nothing more is told of.
pub(in crate::pages) fn quiet_page() -> LicensePage {
    LicensePage {
        license: blocked(BlockedFor::Other, None),
        previous: None,
        successor: None,
        coming: Vec::new(),
        attempts: Vec::new(),
        attempts_total: 0,
        ..license_page()
    }
}

/// A certificate, of a license that works or of one that has expired.
pub(in crate::pages) fn certificate(works: bool) -> Certificate {
    Certificate {
        id: "lic_06A5KQGSNE3ZT3Z64DB2WVYGEW".to_owned(),
        product: "Security Space".to_owned(),
        serial: "7QX2-ABCD-EFGH-7QX2".to_owned(),
        holder: works.then(|| "Zofia Wiśniewska".to_owned()),
        address: "zofia@example.com".to_owned(),
        devices: 3,
        state: if works { Status::Active } else { Status::Expired },
        registered_on: day("2025-12-31"),
        expires_on: day("2026-12-31"),
        signing_key: works.then(|| "3f9a".to_owned()),
        today: day("2026-11-22"),
    }
}

/// The Library of a holder, or of a visitor.
pub(in crate::pages) fn library(signed_in: bool) -> Library {
    let line = |(name, title, is_kept): (&str, &str, bool)| HelpLine {
        name: name.to_owned(),
        title: title.to_owned(),
        summary: "The days you still have are carried over.".to_owned(),
        is_kept: is_kept && signed_in,
    };
    let pages: Vec<_> =
        [("renewing", "Renewing", true), ("stolen", "Stolen", false)].into_iter().map(line).collect();
    Library {
        visitor: signed_in.then(visitor),
        kept: pages.iter().filter(|page| page.is_kept).cloned().collect(),
        pages,
    }
}

/// A page of it that is in another language, with the schedule.
pub(in crate::pages) fn library_page(language: &str) -> LibraryPage {
    LibraryPage {
        visitor: Some(visitor()),
        name: "messages".to_owned(),
        title: "The messages we send".to_owned(),
        language: "en".to_owned(),
        html: "<p>By <strong>e-mail</strong>.</p>\n".to_owned(),
        schedule: Some(schedule(language)),
        is_kept: language == "en",
    }
}
