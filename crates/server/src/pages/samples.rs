//! One sample of each view, rich enough that every branch of every template is taken.

use jiff::{Zoned, civil::Date};
use tenure_domain::{Kind, Products, Schedule, State, Step, license::Status};

use tenure_domain::kind::Duty as KindDuty;

use super::{
    address_samples,
    view::{
        Attachment, Calendar, Concerned, Decision, Decline, Demo, DemoMail, Duty, Fate, FateState,
        FieldProblem, Form, KindChoice, LicenseChoice, Listing, MailFace, MailLine, Message, MessageFilter,
        MessageLine, Messages, MessagesSchedule, NextNotice, PasskeyLine, Problem, Profile, Report,
        SampleHolder, SampleLicense, Seen, Site, VisitLine, Visitor, Why,
    },
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

pub(super) fn zoned(text: &str) -> Zoned {
    text.parse().expect("a sample's instant is well written")
}

pub(super) fn at(time: &str) -> Zoned {
    zoned(&format!("2026-{time}:00[Europe/Warsaw]"))
}

pub(super) fn day(text: &str) -> Date {
    text.parse().expect("a sample's date is well written")
}

/// An ordinary vendor, outside of the demo.
pub(super) fn site() -> Site {
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
pub(super) fn demo_site() -> Site {
    Site {
        demo: true,
        logo: Some("logo.svg"),
        address: "Lighthouse Road 7\n80-001 Gdańsk".to_owned(),
        ..site()
    }
}

pub(super) fn visitor() -> Visitor {
    Visitor {
        name: Some("Zofia Wiśniewska".to_owned()),
        address: "zofia@example.com".to_owned(),
        unread: 2,
        came_back: None,
    }
}

/// The messages of somebody whose address takes no mail.
pub(super) fn came_back() -> Messages {
    let visitor = Visitor { came_back: Some(at("12-03T14:00")), ..visitor() };
    Messages { visitor, ..no_messages(false) }
}

pub(super) fn about(product: &str, end: &str) -> Concerned {
    let href = (end == "7QX2").then(|| "/my/licenses/lic_1".to_owned());
    Concerned { product: product.to_owned(), serial: format!("****-****-****-{end}"), href }
}

/// The schedule of the programme, in a language.
pub(super) fn schedule(language: &str) -> MessagesSchedule {
    let products = Products::parse(PRODUCTS).expect("the sample's products are well written");
    let schedule = Schedule::parse(SCHEDULE, &products).expect("the sample's schedule is well written");
    MessagesSchedule::of(&schedule, &products, language, "en")
}

/// A list with every fate of an e-mail.
pub(super) fn decline(done: bool) -> Decline {
    Decline { kind: Kind::MobileOffer, action: "/decline/hld_1/mobile-offer/mark".to_owned(), done }
}

pub(super) fn messages() -> Messages {
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
pub(super) fn no_messages(chosen: bool) -> Messages {
    let filter = if chosen {
        MessageFilter { kind: Some(Kind::TheftAttempt), ..messages().filter }
    } else {
        MessageFilter::default()
    };
    let visitor = Visitor { unread: 0, ..visitor() };
    Messages { visitor, messages: Vec::new(), filter, count: 0, newer: None, older: None }
}

/// The profile: with visits of every sort and a calendar, just made; or after a mistake and without both.
pub(super) fn profile(is_fresh: bool) -> Profile {
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
        address: address_samples::part(is_fresh),
        problems: if is_fresh { Vec::new() } else { vec![problem, no_address] },
        kinds: Kind::ALL.iter().enumerate().map(choice).collect(),
        visits: if is_fresh { vec![firefox, unknown] } else { vec![firefox] },
        passkeys: if is_fresh { vec![passkey(1, "Telefon"), passkey(2, "")] } else { Vec::new() },
        can_add_passkey: true,
        calendar: if is_fresh { calendar } else { Calendar::default() },
    }
}

/// A message whose e-mail came back, with its file.
pub(super) fn message() -> Message {
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
        href: "/my/messages/ltr_1".to_owned(),
        body_html: "<p>Hello Zofia Wiśniewska,</p>\n<p>your license is registered and valid until <strong>28 May 2029</strong>. The key file comes with this message.</p>\n<table><tr><th>Product</th><td>Security Space</td></tr><tr><th>Serial number</th><td>****-****-****-7QX2</td></tr></table>\n<p>Kind regards<br>Lantern Software</p>".to_owned(),
        fate: Fate { state: FateState::Bounced, at: Some(at("12-01T10:03")) },
        attachments: vec![Attachment {
            name: "security-space-7QX2.key".to_owned(),
            href: "/my/messages/ltr_1/files/security-space-7QX2.key".to_owned(),
        }],
    }
}

fn mail(number: u32, subject: &str, duty: Option<(Kind, Step)>) -> MailLine {
    MailLine {
        id: format!("ltr_{number}"),
        to: format!("holder{number}@example.com"),
        subject: subject.to_owned(),
        duty: duty.map(|(kind, step)| Duty { kind, step }),
        at: at(&format!("12-1{number}T10:00")),
    }
}

fn mails() -> Vec<MailLine> {
    vec![
        mail(
            5,
            "Za 30 dni wygasa Twoja licencja Security Space",
            Some((Kind::RenewalReminder, Step::Days(-30))),
        ),
        mail(4, "Your license expired 20 days ago", Some((Kind::RenewalReminder, Step::Days(20)))),
        mail(
            3,
            "Your blocked license will be deleted",
            Some((Kind::BlockedLicenseDeletion, Step::Days(-30))),
        ),
        mail(2, "Your key file for Security Space", Some((Kind::KeyFile, Step::AtOnce))),
        mail(1, "Your link to My Lantern Software", None),
    ]
}

/// One decision for each state, with every reason in turn.
fn decisions() -> Vec<Decision> {
    let decision = |(number, why): (usize, &Why)| {
        let state = State::ALL[number % State::ALL.len()];
        Decision {
            at: at("12-15T10:00"),
            state,
            why: (number != 3).then_some(*why),
            duty: if number == 1 {
                Duty { kind: Kind::KeyFile, step: Step::AtOnce }
            } else {
                Duty { kind: Kind::RenewalReminder, step: Step::Days([-30, 0, 20][number % 3]) }
            },
            holder: "Zofia Wiśniewska".to_owned(),
            product: "Security Space".to_owned(),
            mail: (state == State::Accepted).then(|| "ltr_5".to_owned()),
        }
    };
    Why::ALL.iter().enumerate().map(decision).collect()
}

fn holder(number: u32, name: &str, language: &str, now: &str) -> SampleHolder {
    let now = zoned(now);
    let license = |state, next| SampleLicense {
        product: "Security Space".to_owned(),
        serial: format!("7QX2-7QX2-7QX2-00{number:02}"),
        state,
        expires_on: Some(day("2027-01-14")),
        next,
    };
    let next =
        NextNotice { duty: Duty { kind: Kind::RenewalReminder, step: Step::Days(-30) }, due_at: now.clone() };
    SampleHolder {
        id: format!("hld_{number}"),
        name: name.to_owned(),
        address: format!("holder{number}@example.com"),
        language: language.to_owned(),
        zone: now.time_zone().iana_name().unwrap_or_default().to_owned(),
        now,
        licenses: match number % 3 {
            0 => vec![license(Status::Active, Some(next)), license(Status::Blocked, None)],
            1 => vec![license(Status::Active, Some(next))],
            _ => vec![license(Status::Expired, None)],
        },
    }
}

fn holders() -> Vec<SampleHolder> {
    [
        ("Zofia Wiśniewska", "pl", "2026-12-15T10:00:00[Europe/Warsaw]"),
        ("Leilani Kealoha", "en", "2026-12-14T23:00:00[Pacific/Honolulu]"),
        ("Hana Sato", "en", "2026-12-15T18:00:00[Asia/Tokyo]"),
        ("Kiribati Fisheries", "en", "2026-12-15T23:00:00[Pacific/Kiritimati]"),
        ("João Pereira de Albuquerque e Castro", "pt-BR", "2026-12-15T06:00:00[America/Sao_Paulo]"),
        ("Asha Thapa", "en", "2026-12-15T14:45:00[Asia/Kathmandu]"),
    ]
    .iter()
    .zip(1..)
    .map(|((name, language, now), number)| holder(number, name, language, now))
    .collect()
}

/// The demo in the middle of it: the clock has moved, and each form shows another face.
pub(super) fn demo() -> Demo {
    let seen = |(number, kind): (usize, &Kind)| Seen {
        kind: *kind,
        mail: (number % 2 == 0).then(|| format!("ltr_{number}")),
    };
    let report = Report {
        from: at("11-15T10:00"),
        to: at("12-15T10:00"),
        slept: true,
        accepted: 22,
        superseded: 3,
        late: 1,
        canceled: 2,
        deferred: 5,
        failed: 1,
        deleted: 1,
    };
    let form = Form {
        serial: "ABCD-EFGH-JKMN-PQRS".to_owned(),
        previous: "7QX2-7QX2-7QX2-0001".to_owned(),
        email: "zofia@example.com".to_owned(),
        problems: Vec::new(),
        done: false,
    };
    let wrong = |field, problem| FieldProblem { field, problem };
    Demo {
        now: at("12-15T10:00"),
        next_at: Some(at("12-16T03:00")),
        report: Some(report),
        programme: Demo::PROGRAMME.iter().enumerate().map(seen).collect(),
        holders: holders(),
        mails: mails(),
        mails_in_all: 22,
        decisions: decisions(),
        decisions_in_all: 134,
        register: Form { done: true, ..form.clone() },
        renew: Form {
            problems: vec![wrong("serial", Problem::NotASerial), wrong("email", Problem::NoMatch)],
            ..form.clone()
        },
        theft: form,
    }
}

/// The demo as it opens: nothing has happened yet.
pub(super) fn fresh_demo() -> Demo {
    let programme = Demo::PROGRAMME.iter().map(|kind| Seen { kind: *kind, mail: None }).collect();
    Demo {
        next_at: None,
        report: None,
        programme,
        mails: Vec::new(),
        decisions: Vec::new(),
        register: Form::default(),
        renew: Form::default(),
        theft: Form::default(),
        ..demo()
    }
}

/// A captured mail by its face.
pub(super) fn demo_mail(face: MailFace) -> DemoMail {
    DemoMail {
        mail: mails().remove(0),
        language: "pl".to_owned(),
        face,
        text: "Dzień dobry,\n\nza 30 dni wygasa Twoja licencja Security Space.\n\n    numer seryjny  ****-****-****-7QX2\n".to_owned(),
        attachments: vec!["security-space-7QX2.key".to_owned()],
    }
}
