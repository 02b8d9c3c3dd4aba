//! *Erase my data*: a page that says what goes, what stays and why, asks for the own address, and does it.

use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use jiff::Timestamp;
use serde::Deserialize;
use tenure_domain::{Address, ErasureId, Holder, License, Refusal, Status, erasure::FRESH_MINUTES};
use tenure_store::{Fault, erasure, license};

use super::{Page, visitor};
use crate::{
    actions::{
        Fail,
        erase::{self, Proof},
    },
    pages::view::{self, ErasedLicense, Problem},
    web::{Answer, Cookies, Signed, Site, Visit, Wrong, go_with_cookie},
};

/// How many licenses are shown.
const MOST_SHOWN: usize = 20;

/// What was typed.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    email: String,
}

/// The page. It changes nothing.
pub async fn form(State(site): State<Site>, Signed { visit, holder }: Signed) -> Page {
    let view = gather(&site, &visit, &holder).await.map_err(|wrong| Answer::to(&site, &visit).oops(wrong))?;
    Answer::to(&site, &visit).page(&view)
}

/// What the page shows before anything is typed.
async fn gather(site: &Site, visit: &Visit, holder: &Holder) -> Result<view::Erase, Wrong> {
    let (desk, now, id, signed_in_at) =
        (site.house.desk.clone(), site.house.clock.now(), holder.id, signed_in_at(visit));
    let read = site.house.store.read(move |tx| {
        let hindrance = erase::hindrance(tx, &desk, id, signed_in_at, now)?;
        Ok::<_, Fault>((license::list_by_holder(tx, &desk.keys.vault, id)?, hindrance))
    });
    let (licenses, hindrance) = read.await?;
    let zone = site.house.desk.zone_of(Some(holder));
    let today = zone.day_of(now);
    let from = match hindrance {
        Some(Refusal::AddressJustChanged { from }) => Some(from.to_zoned(zone.as_jiff().clone())),
        _ => None,
    };
    let working = licenses.iter().filter(|license| license.status(today) == Status::Active);
    let mut shown: Vec<ErasedLicense> =
        working.filter_map(|license| line(site, license, &visit.language)).collect();
    let more = shown.len().saturating_sub(MOST_SHOWN);
    shown.truncate(MOST_SHOWN);
    Ok(view::Erase {
        visitor: visitor(site, holder).await?,
        licenses: shown,
        more,
        numbered: licenses.iter().any(|license| license.external_id.is_some()),
        unregistered: licenses.iter().any(|license| license.status(today) == Status::Unregistered),
        hindrance: hindrance.as_ref().map(Problem::from),
        from,
        minutes: FRESH_MINUTES,
        email: String::new(),
        problem: None,
    })
}

/// When the visit began; long ago where nobody knows.
fn signed_in_at(visit: &Visit) -> Timestamp {
    visit.session.as_ref().map_or(Timestamp::MIN, |session| session.begun_at)
}

fn line(site: &Site, license: &License, language: &str) -> Option<ErasedLicense> {
    Some(ErasedLicense {
        id: license.id.to_string(),
        product: site.house.desk.product_name(&license.product, language),
        serial: license.serial.masked(),
        expires_on: license.term?.expires_on,
    })
}

/// The button: it is done, here and now, and leads to a page that knows nobody.
pub async fn erase(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Form(typed): Form<Typed>,
) -> Page {
    let Ok(address) = typed.email.parse::<Address>() else {
        let problem = if typed.email.trim().is_empty() { Problem::Empty } else { Problem::NotAnAddress };
        return again(&site, &visit, &holder, typed, problem).await;
    };
    let (desk, now, id) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    let proof = Proof::Own { typed: address, signed_in_at: signed_in_at(&visit) };
    let done = site.house.store.write(move |tx| erase::erase(tx, &desk, id, &proof, now)).await;
    match done {
        Ok(done) => {
            site.house.bell.ring();
            let to = format!("/erased/{}?lang={}", done.id, visit.language);
            Ok(go_with_cookie(&to, &Cookies::of(&site).end()))
        }
        Err(Fail::Refusal(refusal)) => again(&site, &visit, &holder, typed, Problem::from(&refusal)).await,
        Err(Fail::Fault(fault)) => Err(Answer::to(&site, &visit).oops(fault)),
    }
}

/// The page once more, with what is wrong; nothing has changed.
async fn again(site: &Site, visit: &Visit, holder: &Holder, typed: Typed, problem: Problem) -> Page {
    let answer = Answer::to(site, visit);
    let known = gather(site, visit, holder).await.map_err(|wrong| answer.oops(wrong))?;
    let view = view::Erase { email: typed.email, problem: Some(problem), ..known };
    answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
}

/// That an erasure took place. Whoever has its number sees when, and not whose.
pub async fn done(State(site): State<Site>, visit: Visit, Path(id): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    find_done(&site, &answer, &id).await.map_err(|wrong| answer.oops(wrong))?
}

async fn find_done(site: &Site, answer: &Answer<'_>, id: &str) -> Result<Page, Wrong> {
    let id: ErasureId = id.parse().map_err(|_| Wrong::NotFound)?;
    let found = site.house.store.read(move |tx| erasure::find(tx, id)).await?.ok_or(Wrong::NotFound)?;
    let at = found.at.to_zoned(site.house.desk.zone().as_jiff().clone());
    let page: Result<Response, _> =
        answer.page(&view::Erased { id: found.id.to_string(), at, licenses: found.licenses });
    Ok(page)
}
