//! `/register`: the term of a license begins, and its key file goes out.

use std::sync::LazyLock;

use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use serde::Deserialize;
use tenure_domain::{Address, Language, Profile, Refusal, Zone};

use super::{
    Page,
    fields::{Fields, beside},
};
use crate::{
    actions::{
        receipt::{self, Done},
        register as registering,
    },
    pages::{
        self,
        view::{self, Problem},
    },
    web::{Answer, Site, Visit},
};

/// The parts of the world that zones lie in; names of other kinds (`GMT+1`, `Poland`) are understood, and not offered.
const REGIONS: [&str; 10] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

/// The zones to choose from.
pub(super) static ZONES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let is_place = |name: &String| REGIONS.iter().any(|region| name.starts_with(region));
    let mut names: Vec<String> = names.filter(is_place).chain(["Etc/UTC".to_owned()]).collect();
    names.sort();
    names
});

/// What the form asks for.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    serial: String,
    #[serde(default)]
    serial_as_written: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    zone: String,
}

/// The form. Whoever is signed in finds the own address in it.
pub async fn form(State(site): State<Site>, visit: Visit) -> Page {
    let holder = visit.holder.as_ref();
    let typed = Typed {
        serial: String::new(),
        serial_as_written: String::new(),
        email: holder.map(|holder| holder.address.as_written().to_owned()).unwrap_or_default(),
        name: holder.and_then(|holder| holder.name.clone()).unwrap_or_default(),
        language: visit.language.clone(),
        zone: zone_of(&site, &visit),
    };
    Answer::to(&site, &visit).page(&shown(typed, Fields::default()))
}

/// The holder's own zone; a stranger's by the language of the page, else the vendor's. It is a guess, and can be changed.
fn zone_of(site: &Site, visit: &Visit) -> String {
    let (desk, holder) = (&site.house.desk, visit.holder.as_ref());
    let guess = pages::likely_zone(&visit.language, &desk.settings.vendor.language);
    let guess = guess.filter(|zone| holder.is_none() && zone.parse::<Zone>().is_ok());
    guess.map_or_else(|| desk.zone_of(holder).name().to_owned(), str::to_owned)
}

fn shown(typed: Typed, Fields { problems, doubts }: Fields) -> view::Register {
    let Typed { serial, serial_as_written, email, name, language, zone } = typed;
    view::Register { serial, serial_as_written, email, name, language, zone, zones: &ZONES, problems, doubts }
}

fn read(site: &Site, visit: &Visit, typed: &Typed) -> Result<registering::Register, Fields> {
    let mut fields = Fields::default();
    let serial = fields.read_serial(
        "serial",
        (&typed.serial, &typed.serial_as_written),
        site.house.desk.settings.serial_numbers.all_have_check,
    );
    let email = fields.read::<Address>("email", &typed.email, Problem::NotAnAddress);
    let name = fields.read_name("name", &typed.name);
    let offered = |language: &Language| site.pages.languages().contains(&language.as_str());
    let language = fields.read::<Language>("language", &typed.language, Problem::BrokenForm).filter(offered);
    let zone = fields.read::<Zone>("zone", &typed.zone, Problem::NotAZone);
    match (serial, email) {
        (Some(serial), Some(email)) if fields.problems.is_empty() => {
            let profile = Profile { name, language, zone, has_account: false };
            Ok(registering::Register { serial, email, profile, caller: visit.caller() })
        }
        _ => Err(fields),
    }
}

/// Registers, and leads to the receipt.
pub async fn register(State(site): State<Site>, visit: Visit, Form(typed): Form<Typed>) -> Page {
    let answer = Answer::to(&site, &visit);
    let wish = match read(&site, &visit, &typed) {
        Ok(wish) => wish,
        Err(fields) => return again(&answer, typed, fields),
    };
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let done = site.house.store.write(move |tx| registering::register(tx, &desk, &wish, now)).await;
    let done = done.map_err(|fault| answer.oops(fault))?;
    site.house.bell.ring();
    match done {
        Ok(done) => {
            let what = if done.again { Done::Again } else { Done::Registered };
            let receipt = receipt::link(&site.house.desk, what, done.held.license.id, now);
            Ok(Redirect::to(&receipt).into_response())
        }
        Err(refusal) => refused(&answer, typed, &refusal),
    }
}

fn again(answer: &Answer<'_>, typed: Typed, fields: Fields) -> Page {
    answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(typed, fields))
}

fn refused(answer: &Answer<'_>, typed: Typed, refusal: &Refusal) -> Page {
    match beside("serial", refusal) {
        Some(problem) => again(answer, typed, Fields::with(problem)),
        None => unmatched(answer, refusal, "/register"),
    }
}

/// The one answer that tells nothing apart; or, whatever was typed, how long to wait (rule 10).
pub(super) fn unmatched(answer: &Answer<'_>, refusal: &Refusal, back: &'static str) -> Page {
    match refusal {
        Refusal::TooManyTries { wait_secs } => answer.wait(*wait_secs, back),
        _ => answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &view::Unmatched { back }),
    }
}
