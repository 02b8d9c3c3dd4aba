//! Samples of the demo: what there is to see in the middle of it, and when it opens.

use tenure_domain::{Kind, State, Step, license::Status};

use super::{at, day, zoned};
use crate::pages::view::{
    Decision, Demo, DemoMail, Duty, FieldProblem, Form, MailFace, MailLine, NextNotice, Problem, Report,
    SampleHolder, SampleLicense, Seen, Why,
};

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
pub(in crate::pages) fn demo() -> Demo {
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
pub(in crate::pages) fn fresh_demo() -> Demo {
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
pub(in crate::pages) fn demo_mail(face: MailFace) -> DemoMail {
    DemoMail {
        mail: mails().remove(0),
        language: "pl".to_owned(),
        face,
        text: "Dzień dobry,\n\nza 30 dni wygasa Twoja licencja Security Space.\n\n    numer seryjny  ****-****-****-7QX2\n".to_owned(),
        attachments: vec!["security-space-7QX2.key".to_owned()],
    }
}
