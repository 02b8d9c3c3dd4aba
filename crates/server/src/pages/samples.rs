//! One sample of each view, rich enough that every branch of every template is taken.

pub(super) mod address;
pub(super) mod demo;
pub(super) mod erase;
pub(super) mod licenses;
pub(super) mod services;

use jiff::{Zoned, civil::Date};
use tenure_domain::{Kind, Products, Schedule};

use tenure_domain::kind::Duty as KindDuty;

use super::view::{
    Attachment, Calendar, Concerned, Decline, Fate, FateState, FieldProblem, KindChoice, LicenseChoice,
    Listing, Message, MessageFilter, MessageLine, Messages, MessagesSchedule, PasskeyLine, Problem, Profile,
    Site, VisitLine, Visitor,
};

const PRODUCTS: &str = r#"
[[product]]
code = "security-space"
name = { en = "Security Space", pl = "Przestrzeń bezpieczeństwa" }
segment = "home"

[[product]]
code = "mobile-security"
name = "Mobile Security"
segment = "home"

[[product]]
code = "enterprise-suite"
name = "Enterprise Suite"
segment = "business"
"#;

const SCHEDULE: &str = r#"
send_at = "10:00"
[[notice]]
kind = "key-file"
send = ["at once after registration"]
[[notice]]
kind = "mobile-offer"
segment = "home"
except = ["mobile-security"]
send = ["at once after registration"]
[[notice]]
kind = "account-invitation"
segment = "home"
send = ["at once after registration"]
[[notice]]
kind = "renewal-reminder"
segment = "home"
send = ["30 days before expiry", "on expiry", "20 days after expiry", "40 days after expiry"]
[[notice]]
kind = "renewal-reminder"
segment = "business"
send = ["60 days before expiry", "30 days before expiry", "on expiry", "20 days after expiry", "40 days after expiry"]
[[notice]]
kind = "theft-attempt"
send = ["at once after the attempt"]
[[notice]]
kind = "blocked-license-deletion"
segment = "home"
except = ["mobile-security"]
send = ["30 days before deletion"]
[[notice]]
kind = "renewal-confirmation"
send = ["at once after renewal"]
[[notice]]
kind = "license-blocked"
send = ["at once after blocking"]
"#;

pub(in crate::pages) fn zoned(text: &str) -> Zoned {
    text.parse().expect("a sample's instant is well written")
}

pub(in crate::pages) fn at(time: &str) -> Zoned {
    zoned(&format!("2026-{time}:00[Europe/Warsaw]"))
}

pub(in crate::pages) fn day(text: &str) -> Date {
    text.parse().expect("a sample's date is well written")
}

/// An ordinary vendor, outside of the demo.
pub(in crate::pages) fn site() -> Site {
    Site {
        vendor: "Lantern Software".to_owned(),
        url: Some("https://lantern.example/".to_owned()),
        logo: None,
        address: String::new(),
        query: String::new(),
        demo: false,
    }
}

/// The demo's vendor.
pub(in crate::pages) fn demo_site() -> Site {
    Site {
        demo: true,
        logo: Some("logo.svg"),
        address: "Lighthouse Road 7\n80-001 Gdańsk".to_owned(),
        ..site()
    }
}

pub(in crate::pages) fn visitor() -> Visitor {
    Visitor {
        name: Some("Zofia Wiśniewska".to_owned()),
        address: "zofia@example.com".to_owned(),
        unread: 2,
        came_back: None,
    }
}

/// The messages of somebody whose address takes no mail.
pub(in crate::pages) fn came_back() -> Messages {
    let visitor = Visitor { came_back: Some(at("12-03T14:00")), ..visitor() };
    Messages { visitor, ..no_messages(false) }
}

pub(in crate::pages) fn about(product: &str, end: &str) -> Concerned {
    let href = (end == "7QX2").then(|| "/my/licenses/lic_1".to_owned());
    Concerned { product: product.to_owned(), serial: format!("****-****-****-{end}"), href }
}

/// The schedule of the programme, in a language.
pub(in crate::pages) fn schedule(language: &str) -> MessagesSchedule {
    let products = Products::parse(PRODUCTS).expect("the sample's products are well written");
    let schedule = Schedule::parse(SCHEDULE, &products).expect("the sample's schedule is well written");
    MessagesSchedule::of(&schedule, &products, language, "en")
}

/// A list with every fate of an e-mail.
pub(in crate::pages) fn decline(done: bool) -> Decline {
    Decline { kind: Kind::MobileOffer, action: "/decline/hld_1/mobile-offer/mark".to_owned(), done }
}

pub(in crate::pages) fn messages() -> Messages {
    let subjects = [
        "Your license expires in 30 days",
        "Your key file for Security Space",
        "Somebody gave your serial number with a wrong address",
        "Protect your mobile devices free of charge",
        "Your license expired 20 days ago",
        "Your blocked license will be deleted on 1 January 2027",
        "A letter whose answer was lost on the way",
    ];
    let line = |(number, (subject, state)): (usize, (&&str, &FateState))| MessageLine {
        id: format!("ltr_{number}"),
        sent_at: at(&format!("12-0{}T10:00", 9 - number)),
        kind: Kind::RenewalReminder,
        subject: (number != 3).then(|| (*subject).to_owned()),
        language: if number == 5 { "de" } else { "en" }.to_owned(),
        about: Listing {
            licenses: vec![about("Security Space", "7QX2")],
            total: if number == 4 { 5 } else { 1 },
        },
        unread: number < 2,
        fate: Fate { state: *state, at: None },
    };
    Messages {
        visitor: visitor(),
        messages: subjects.iter().zip(FateState::ALL).enumerate().map(line).collect(),
        filter: MessageFilter {
            license: Some("lic_1".to_owned()),
            kind: Some(Kind::RenewalReminder),
            licenses: ["7QX2", "99AA"]
                .map(|end| LicenseChoice {
                    id: if end == "7QX2" { "lic_1" } else { "lic_2" }.to_owned(),
                    product: "Security Space".to_owned(),
                    serial: format!("****-****-****-{end}"),
                })
                .into(),
            kinds: vec![Kind::KeyFile, Kind::RenewalReminder],
        },
        count: 107,
        newer: Some("/my/messages?after=b".to_owned()),
        older: Some("/my/messages?before=a".to_owned()),
    }
}

/// A choice that no message meets; or nobody has written yet.
pub(in crate::pages) fn no_messages(chosen: bool) -> Messages {
    let filter = if chosen {
        MessageFilter { kind: Some(Kind::TheftAttempt), ..messages().filter }
    } else {
        MessageFilter::default()
    };
    let visitor = Visitor { unread: 0, ..visitor() };
    Messages { visitor, messages: Vec::new(), filter, count: 0, newer: None, older: None }
}

/// The profile: with visits of every sort and a calendar, just made; or after a mistake and without both.
pub(in crate::pages) fn profile(is_fresh: bool) -> Profile {
    let visit = |number: u32, browser: &str, platform: &str| VisitLine {
        id: format!("ses_{number}"),
        browser: browser.to_owned(),
        platform: platform.to_owned(),
        begun_at: at("12-01T08:12"),
        seen_at: at("12-01T10:00"),
        here: number == 1,
    };
    let passkey = |number: u32, name: &str| PasskeyLine {
        id: format!("pky_{number}"),
        name: name.to_owned(),
        made_at: at("12-01T09:00"),
        used_at: (number == 1).then(|| at("12-01T10:00")),
    };
    let choice = |(number, kind): (usize, &Kind)| KindChoice {
        kind: *kind,
        decline: match kind.duty() {
            KindDuty::Duty => "never",
            KindDuty::Offer => "always",
            KindDuty::OfferAfterExpiry => "after-expiry",
        },
        wanted: number % 2 == 0,
    };
    let (firefox, unknown) = (visit(1, "Firefox", "Linux"), visit(2, "", ""));
    let address = "https://my.vendor.example/calendar/0123456789abcdef.ics".to_owned();
    let calendar = Calendar {
        since: Some(at("12-01T10:00")),
        subscribe: Some(address.replace("https", "webcal")),
        address: Some(address),
    };
    let problem = FieldProblem { field: "zone", problem: Problem::NotAZone };
    let no_address = FieldProblem { field: "new_address", problem: Problem::NotAnAddress };
    Profile {
        visitor: visitor(),
        saved: is_fresh,
        name: "Zofia Wiśniewska".to_owned(),
        language: "pl".to_owned(),
        zone: "Europe/Warsaw".to_owned(),
        zones: &[],
        address: address::part(is_fresh),
        problems: if is_fresh { Vec::new() } else { vec![problem, no_address] },
        kinds: Kind::ALL.iter().enumerate().map(choice).collect(),
        visits: if is_fresh { vec![firefox, unknown] } else { vec![firefox] },
        passkeys: if is_fresh { vec![passkey(1, "Telefon"), passkey(2, "")] } else { Vec::new() },
        can_add_passkey: true,
        calendar: if is_fresh { calendar } else { Calendar::default() },
    }
}

/// A message that came together with others in one e-mail.
pub(in crate::pages) fn message_among_others() -> Message {
    let about = Listing { licenses: vec![about("Security Space", "7QX2")], total: 1 };
    let fate = Fate { state: FateState::Accepted, at: Some(at("12-01T10:01")) };
    Message {
        subject: "Security Space expires in 30 days, on 31 December 2026".to_owned(),
        about,
        came_with_others: true,
        body_html: "<p>Your license for Security Space is valid until <strong>31 December 2026</strong>.</p>"
            .to_owned(),
        fate,
        attachments: Vec::new(),
        ..message()
    }
}

/// A message whose e-mail came back, with its file.
pub(in crate::pages) fn message() -> Message {
    Message {
        visitor: visitor(),
        subject: "Your key file for Security Space".to_owned(),
        sent_at: at("12-01T10:00"),
        language: "en".to_owned(),
        address: "zofia@example.com".to_owned(),
        about: Listing {
            licenses: vec![about("Security Space", "7QX2"), about("Mobile Security", "99AA")],
            total: 120,
        },
        is_same_file: false,
        came_with_others: false,
        href: "/my/messages/ltr_1".to_owned(),
        body_html: "<p>Hello Zofia Wiśniewska,</p>\n<p>your license is registered and valid until <strong>28 May 2029</strong>. The key file comes with this message.</p>\n<table><tr><th>Product</th><td>Security Space</td></tr><tr><th>Serial number</th><td>****-****-****-7QX2</td></tr></table>\n<p>Kind regards<br>Lantern Software</p>".to_owned(),
        fate: Fate { state: FateState::Bounced, at: Some(at("12-01T10:03")) },
        attachments: vec![Attachment {
            name: "security-space-7QX2.key".to_owned(),
            href: "/my/messages/ltr_1/files/security-space-7QX2.key".to_owned(),
        }],
    }
}
