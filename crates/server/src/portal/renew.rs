//! `/renew`: the license one has → what it is and what a renewal would give → the new serial number, or the vendor's
//! shop → the sum to check → done. An additional purchase goes the same way.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use serde::Deserialize;
use tenure_domain::{LicenseId, Refusal, Succession, license::days_after};

use super::{
    Page,
    fields::{Fields, beside},
    licenses::{read_all, read_own},
    posted::Posted,
    register::unmatched,
    wizard::{Old, Typed, Unnamed},
};
use crate::{
    actions::{
        Held,
        receipt::{self, Done},
        renew::{self as renewing, EXAMPLE_MONTHS, Outlook, Preview, Renew},
        shop,
    },
    pages::view,
    web::{Answer, Site, Visit, Wrong},
};

/// What a link to the wizard says: one of one's own licenses, and what is wanted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    license: String,
    how: String,
}

/// The first step. Whoever is signed in finds the own address in it, or goes on with one of the own licenses.
pub async fn form(State(site): State<Site>, visit: Visit, Query(asked): Query<Asked>) -> Page {
    let answer = Answer::to(&site, &visit);
    if asked.license.is_empty() {
        let email = visit.holder.as_ref().map(|holder| &holder.address);
        return first(&site, &visit, Typed::beginning(email, None, &asked.how), Fields::default()).await;
    }
    let id: LicenseId = asked.license.parse().map_err(|_| answer.oops(Wrong::NotFound))?;
    let Some(holder) = visit.holder.clone() else { return Ok(sign_in(id)) };
    let own = read_own(&site, &holder, &asked.license).await.map_err(|wrong| answer.oops(wrong))?.0;
    let held = Held { license: own, holder: Some(holder) };
    let outlook = renewing::look(&site.house.desk, held, site.house.clock.now());
    let outlook = outlook.map_err(|refusal| answer.oops(Wrong::refused(&refusal, "/my/licenses")))?;
    let typed = Typed::beginning(None, Some(id), &asked.how);
    answer.page(&held_page(&site, &visit, typed, Fields::default(), &outlook))
}

/// Where one signs in, and comes back from.
fn sign_in(id: LicenseId) -> axum::response::Response {
    Redirect::to(&format!("/my/sign-in?to=/renew%3Flicense%3D{id}")).into_response()
}

/// The way on without an old license, and what is lost on it.
pub async fn without(State(site): State<Site>, visit: Visit) -> Page {
    let (desk, now) = (&site.house.desk, site.house.clock.now());
    let today = desk.zone_of(visit.holder.as_ref()).day_of(now);
    let sum = desk.renewal().discounted_alone(EXAMPLE_MONTHS, today);
    Answer::to(&site, &visit).page(&view::RenewWithout {
        bonus_days: desk.renewal().bonus_days,
        months: EXAMPLE_MONTHS,
        own_end: sum.own_end,
        expires_on: sum.expires_on,
    })
}

/// Every further step: what was typed decides which.
pub async fn renew(State(site): State<Site>, visit: Visit, Posted(typed): Posted<Typed>) -> Page {
    let answer = Answer::to(&site, &visit);
    let old = match typed.old(&site, visit.holder.as_ref()).await {
        Ok(old) => old,
        Err(Unnamed::Mistyped(fields)) => return first(&site, &visit, typed, fields).await,
        Err(Unnamed::SignIn(id)) => return Ok(sign_in(id)),
        Err(Unnamed::Wrong(wrong)) => return Err(answer.oops(wrong)),
    };
    if !typed.has_new() {
        return second(&site, &visit, typed, old, Fields::default()).await;
    }
    match typed.new_serial(&site, &old) {
        Err(fields) => second(&site, &visit, typed, old, fields).await,
        Ok(serial) => {
            let Old { previous, email } = old;
            let wish = Renew { serial, previous, email, how: typed.how(), caller: visit.caller() };
            if typed.is_confirmed() {
                confirm(&site, &visit, typed, wish).await
            } else {
                preview(&site, &visit, typed, wish).await
            }
        }
    }
}

/// Which license?
async fn first(site: &Site, visit: &Visit, typed: Typed, fields: Fields) -> Page {
    let answer = Answer::to(site, visit);
    let licenses = match &visit.holder {
        Some(holder) => read_all(site, holder).await.map_err(|wrong| answer.oops(wrong))?,
        None => Vec::new(),
    };
    let own = licenses.iter().filter_map(|license| {
        let term = license.can_be_superseded().ok()?;
        Some(view::Renewable {
            id: license.id.to_string(),
            product: site.house.desk.product_name(&license.product, &visit.language),
            serial: license.serial.masked(),
            expires_on: term.expires_on,
        })
    });
    let Fields { problems, doubts } = fields;
    let is_known = visit.holder.is_some();
    let status = status_of(&problems);
    let page = view::Renew { own: own.collect(), is_known, typed: typed.shown(), problems, doubts };
    answer.page_with(status, &page)
}

fn status_of(problems: &[view::FieldProblem]) -> StatusCode {
    if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// What is held, and what a renewal would give.
async fn second(site: &Site, visit: &Visit, typed: Typed, old: Old, fields: Fields) -> Page {
    let answer = Answer::to(site, visit);
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let caller = visit.caller();
    // A unit that writes: whoever is turned away is on record.
    let found = site
        .house
        .store
        .write(move |tx| renewing::outlook(tx, &desk, &old.previous, &old.email, &caller, now))
        .await
        .map_err(|fault| answer.oops(fault))?;
    site.house.bell.ring();
    match found {
        Ok(outlook) => {
            let status = status_of(&fields.problems);
            answer.page_with(status, &held_page(site, visit, typed, fields, &outlook))
        }
        Err(refusal) => match beside("previous", &refusal) {
            Some(problem) => first(site, visit, typed, Fields::with(problem)).await,
            None => unmatched(&answer, &refusal, "/renew"),
        },
    }
}

fn held_page(
    site: &Site,
    visit: &Visit,
    typed: Typed,
    Fields { problems, doubts }: Fields,
    Outlook { old, term, renewal, expansion }: &Outlook,
) -> view::RenewHeld {
    let (desk, now) = (&site.house.desk, site.house.clock.now());
    let to_shop = |how| shop::link(desk, old, how, &visit.language, now);
    view::RenewHeld {
        typed: typed.shown(),
        problems,
        doubts,
        product: desk.product_name(&old.product, &visit.language),
        serial: old.serial.masked(),
        expires_on: term.expires_on,
        is_over: term.expires_on < renewal.today,
        devices: old.devices,
        months: EXAMPLE_MONTHS,
        today: renewal.today,
        own_end: renewal.sum.own_end,
        carried_days: renewal.sum.carried_days,
        bonus_days: renewal.sum.bonus_days.max(0),
        new_expires_on: renewal.sum.expires_on,
        expansion_expires_on: expansion.sum.expires_on,
        shop_renewal: to_shop(Succession::Renewal),
        shop_expansion: to_shop(Succession::Expansion),
    }
}

async fn preview(site: &Site, visit: &Visit, typed: Typed, wish: Renew) -> Page {
    let answer = Answer::to(site, visit);
    let (desk, now, asked) = (site.house.desk.clone(), site.house.clock.now(), wish.clone());
    // A unit that writes: whoever is turned away is on record.
    let found = site.house.store.write(move |tx| renewing::preview(tx, &desk, &asked, now)).await;
    let found = found.map_err(|fault| answer.oops(fault))?;
    site.house.bell.ring();
    match found {
        Ok(preview) => answer.page(&sum(site, visit, typed, preview)),
        Err(refusal) => refused(site, visit, typed, wish, &refusal).await,
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

async fn confirm(site: &Site, visit: &Visit, typed: Typed, wish: Renew) -> Page {
    let answer = Answer::to(site, visit);
    let (desk, now, asked) = (site.house.desk.clone(), site.house.clock.now(), wish.clone());
    let done = site.house.store.write(move |tx| renewing::renew(tx, &desk, &asked, now)).await;
    let done = done.map_err(|fault| answer.oops(fault))?;
    site.house.bell.ring();
    match done {
        Ok(done) => {
            let receipt = receipt::link(&site.house.desk, Done::Renewed, done.new.license.id, now);
            Ok(Redirect::to(&receipt).into_response())
        }
        Err(refusal) => refused(site, visit, typed, wish, &refusal).await,
    }
}

/// Back to the step on which it can be mended; or the one answer that tells nothing apart.
async fn refused(site: &Site, visit: &Visit, typed: Typed, wish: Renew, refusal: &Refusal) -> Page {
    let is_old = matches!(refusal, Refusal::NotRegistered);
    match beside(if is_old { "previous" } else { "serial" }, refusal) {
        Some(problem) if is_old => first(site, visit, typed, Fields::with(problem)).await,
        Some(problem) => {
            let old = Old { previous: wish.previous, email: wish.email };
            second(site, visit, typed, old, Fields::with(problem)).await
        }
        None => unmatched(&Answer::to(site, visit), refusal, "/renew"),
    }
}
