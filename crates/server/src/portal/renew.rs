//! `/renew`: the old serial number, its address and the new one → the sum to check → done. An additional purchase
//! goes the same way.

use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use serde::Deserialize;
use tenure_domain::{Address, Refusal, Serial, Succession, license::days_after};

use super::{
    Page,
    fields::{Fields, beside},
    register::unmatched,
};
use crate::{
    actions::{
        receipt::{self, Done},
        renew::{self as renewing, Preview},
    },
    pages::view::{self, FieldProblem, Problem},
    web::{Answer, Site, Visit},
};

/// What the form asks for.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    previous: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    serial: String,
    #[serde(default)]
    how: String,
    #[serde(default)]
    confirmed: String,
}

impl Typed {
    /// A renewal unless an additional purchase was chosen.
    fn how(&self) -> Succession {
        if self.how == Succession::Expansion.code() { Succession::Expansion } else { Succession::Renewal }
    }

    fn shown(self) -> view::RenewFields {
        let how = self.how().code();
        view::RenewFields { previous: self.previous, email: self.email, serial: self.serial, how }
    }
}

/// The form. Whoever is signed in finds the own address in it.
pub async fn form(State(site): State<Site>, visit: Visit) -> Page {
    let email = visit.holder.as_ref().map(|holder| holder.address.as_written().to_owned());
    let typed = view::RenewFields {
        email: email.unwrap_or_default(),
        how: Succession::Renewal.code(),
        ..view::RenewFields::default()
    };
    Answer::to(&site, &visit).page(&page(&site, typed, Vec::new()))
}

fn page(site: &Site, typed: view::RenewFields, problems: Vec<FieldProblem>) -> view::Renew {
    view::Renew { typed, problems, bonus_days: site.house.desk.renewal().bonus_days }
}

fn read(visit: &Visit, typed: &Typed) -> Result<renewing::Renew, Vec<FieldProblem>> {
    let mut fields = Fields::default();
    let previous = fields.read::<Serial>("previous", &typed.previous, Problem::NotASerial);
    let email = fields.read::<Address>("email", &typed.email, Problem::NotAnAddress);
    let serial = fields.read::<Serial>("serial", &typed.serial, Problem::NotASerial);
    match (previous, email, serial) {
        (Some(previous), Some(_), Some(serial)) if previous.folded() == serial.folded() => {
            Err(vec![FieldProblem { field: "serial", problem: Problem::SameLicense }])
        }
        (Some(previous), Some(email), Some(serial)) => {
            let (previous, caller) = (previous.into(), visit.caller());
            Ok(renewing::Renew { serial, previous, email, how: typed.how(), caller })
        }
        _ => Err(fields.problems),
    }
}

/// Shows the sum; or, once it is confirmed, renews and leads to the receipt.
pub async fn renew(State(site): State<Site>, visit: Visit, Form(typed): Form<Typed>) -> Page {
    let answer = Answer::to(&site, &visit);
    match read(&visit, &typed) {
        Err(problems) => again(&site, &answer, typed, problems),
        Ok(wish) if typed.confirmed == "yes" => confirm(&site, &answer, typed, wish).await,
        Ok(wish) => preview(&site, &visit, typed, wish).await,
    }
}

async fn preview(site: &Site, visit: &Visit, typed: Typed, wish: renewing::Renew) -> Page {
    let answer = Answer::to(site, visit);
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    // A unit that writes: whoever is turned away is on record.
    let found = site.house.store.write(move |tx| renewing::preview(tx, &desk, &wish, now)).await;
    let found = found.map_err(|fault| answer.oops(fault))?;
    site.house.bell.ring();
    match found {
        Ok(preview) => answer.page(&sum(site, visit, typed, preview)),
        Err(refusal) => refused(site, &answer, typed, &refusal),
    }
}

fn sum(
    site: &Site,
    visit: &Visit,
    typed: Typed,
    Preview { new, old, old_term, gain }: Preview,
) -> view::RenewSum {
    let named = |code: &str| site.house.desk.product_name(code, &visit.language);
    let sum = gain.sum;
    view::RenewSum {
        typed: typed.shown(),
        old_product: named(&old.product),
        old_serial: old.serial.masked(),
        old_expires_on: old_term.expires_on,
        old_devices: old.devices,
        product: named(&new.product),
        months: new.months,
        today: gain.today,
        own_end: sum.own_end,
        carried_days: sum.carried_days,
        bonus_days: sum.bonus_days.max(0),
        deducted_days: (-sum.bonus_days).max(0),
        is_least: sum.expires_on > days_after(sum.own_end, sum.carried_days + sum.bonus_days),
        expires_on: sum.expires_on,
        devices: gain.devices,
    }
}

async fn confirm(site: &Site, answer: &Answer<'_>, typed: Typed, wish: renewing::Renew) -> Page {
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let done = site.house.store.write(move |tx| renewing::renew(tx, &desk, &wish, now)).await;
    let done = done.map_err(|fault| answer.oops(fault))?;
    site.house.bell.ring();
    match done {
        Ok(done) => {
            let receipt = receipt::link(&site.house.desk, Done::Renewed, done.new.license.id, now);
            Ok(Redirect::to(&receipt).into_response())
        }
        Err(refusal) => refused(site, answer, typed, &refusal),
    }
}

fn again(site: &Site, answer: &Answer<'_>, typed: Typed, problems: Vec<FieldProblem>) -> Page {
    answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page(site, typed.shown(), problems))
}

fn refused(site: &Site, answer: &Answer<'_>, typed: Typed, refusal: &Refusal) -> Page {
    let field = if matches!(refusal, Refusal::NotRegistered) { "previous" } else { "serial" };
    match beside(field, refusal) {
        Some(problem) => again(site, answer, typed, vec![problem]),
        None => unmatched(answer, refusal, "/renew"),
    }
}
