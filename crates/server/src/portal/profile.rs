//! *Profile*: name, language and zone; what is sent; where one is signed in; one's calendar and one's data.

use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect},
};
use jiff::Timestamp;
use serde::Deserialize;
use tenure_domain::{Holder, Kind, Language, Profile, SessionId, Zone, kind::Duty};
use tenure_store::session::Session;

use super::{Page, address, fields::Fields, passkey, register::ZONES, visitor};
use crate::{
    actions::{calendar, export as exporting, passkey as passkeys, profile, sign_in},
    pages::view::{self, FieldProblem, KindChoice, Problem, VisitLine},
    web::{Answer, Signed, Site, Visit, Wrong},
};

/// Where saving leads.
pub const SAVED: &str = "/my/profile?saved=1";

/// Whether something was saved, or a letter sent, a moment ago.
#[derive(Deserialize)]
pub struct Way {
    #[serde(default)]
    saved: Option<String>,
    #[serde(default)]
    sent: Option<String>,
}

/// What the form asks for.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    zone: String,
}

/// The page.
pub async fn show(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Query(way): Query<Way>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let mut view = gather(&site, &visit, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    view.saved = way.saved.is_some();
    view.address.sent = way.sent.is_some() && view.address.pending.is_some();
    answer.page(&view)
}

/// What is known, as the page shows it.
pub(super) async fn gather(site: &Site, visit: &Visit, holder: &Holder) -> Result<view::Profile, Wrong> {
    let (id, now) = (holder.id, site.house.clock.now());
    let desk = site.house.desk.clone();
    let read = site.house.store.read(move |tx| {
        let visits = sign_in::visits(tx, id, now)?;
        Ok::<_, tenure_store::Fault>((visits, passkeys::list(tx, &desk, id)?, calendar::made_at(tx, id)?))
    });
    let (visits, passkeys, calendar_since) = read.await?;
    let desk = &site.house.desk;
    let zone = desk.zone_of(Some(holder));
    let here = visit.session.as_ref().map(|session| session.id);
    let at = |at: Timestamp| at.to_zoned(zone.as_jiff().clone());
    Ok(view::Profile {
        visitor: visitor(site, holder).await?,
        saved: false,
        name: holder.name.clone().unwrap_or_default(),
        language: visit_language(site, holder),
        zone: zone.name().to_owned(),
        zones: &ZONES,
        address: address::part(site, holder).await?,
        problems: Vec::new(),
        kinds: profile::scheduled(desk).into_iter().map(|kind| choice(kind, holder)).collect(),
        visits: visits.into_iter().map(|session| line(session, here, at)).collect(),
        passkeys: passkeys.into_iter().map(|kept| passkey::line(kept, at)).collect(),
        can_add_passkey: passkey::is_offered(site, visit),
        calendar: view::Calendar { since: calendar_since.map(at), ..view::Calendar::default() },
    })
}

/// The language of the pages that is closest to the one of the messages.
fn visit_language(site: &Site, holder: &Holder) -> String {
    let wanted = site.house.desk.language_of(holder);
    let wishes = crate::pages::Wishes { holder: Some(&wanted), ..crate::pages::Wishes::default() };
    let default = &site.house.desk.settings.vendor.language;
    crate::pages::choose(wishes, &site.pages.languages(), default).to_owned()
}

fn choice(kind: Kind, holder: &Holder) -> KindChoice {
    let decline = match kind.duty() {
        Duty::Duty => "never",
        Duty::Offer => "always",
        Duty::OfferAfterExpiry => "after-expiry",
    };
    KindChoice { kind, decline, wanted: !holder.declined.contains(&kind) }
}

fn line(session: Session, here: Option<SessionId>, at: impl Fn(Timestamp) -> jiff::Zoned) -> VisitLine {
    VisitLine {
        id: session.id.to_string(),
        browser: session.browser,
        platform: session.platform,
        begun_at: at(session.begun_at),
        seen_at: at(session.seen_at),
        here: Some(session.id) == here,
    }
}

/// Name, language and zone.
pub async fn save(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Form(typed): Form<Typed>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let wish = match read(&site, &holder, &typed) {
        Ok(wish) => wish,
        Err(problems) => return again(&site, &visit, &holder, typed, problems).await,
    };
    let (desk, now, id) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    let saved = site.house.store.write(move |tx| profile::change(tx, &desk, id, &wish, now)).await;
    saved.map_err(|fail| answer.oops(Wrong::from(fail)))?;
    site.house.bell.ring();
    Ok(Redirect::to(SAVED).into_response())
}

async fn again(
    site: &Site,
    visit: &Visit,
    holder: &Holder,
    typed: Typed,
    problems: Vec<FieldProblem>,
) -> Page {
    let answer = Answer::to(site, visit);
    let known = gather(site, visit, holder).await.map_err(|wrong| answer.oops(wrong))?;
    let Typed { name, language, zone } = typed;
    answer.page_with(
        StatusCode::UNPROCESSABLE_ENTITY,
        &view::Profile { name, language, zone, problems, ..known },
    )
}

/// Only languages that there are pages in are offered; a holder whose own is a closer one of the same kind keeps it.
fn read(site: &Site, holder: &Holder, typed: &Typed) -> Result<Profile, Vec<FieldProblem>> {
    let mut fields = Fields::default();
    let name = fields.read_name("name", &typed.name);
    let language = fields.read::<Language>("language", &typed.language, Problem::BrokenForm);
    if language.as_ref().is_some_and(|tag| !site.pages.languages().contains(&tag.as_str())) {
        fields.problems.push(FieldProblem { field: "language", problem: Problem::BrokenForm });
    }
    let zone = fields.read::<Zone>("zone", &typed.zone, Problem::NotAZone);
    if !fields.problems.is_empty() {
        return Err(fields.problems);
    }
    let stays = typed.language == visit_language(site, holder);
    let language = if stays { holder.language.clone().or(language) } else { language };
    Ok(Profile { name, language, zone, ..Profile::default() })
}

/// What is wanted, of what can be declined.
pub async fn choose(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Form(wanted): Form<Vec<(String, String)>>,
) -> Page {
    let wanted: Vec<Kind> = wanted.iter().filter_map(|(_, kind)| kind.parse().ok()).collect();
    let (desk, id) = (site.house.desk.clone(), holder.id);
    let saved = site.house.store.write(move |tx| profile::choose(tx, &desk, id, &wanted)).await;
    saved.map_err(|fail| Answer::to(&site, &visit).oops(Wrong::from(fail)))?;
    Ok(Redirect::to(SAVED).into_response())
}

/// Which visit ends.
#[derive(Deserialize)]
pub struct Ending {
    #[serde(default)]
    visit: String,
}

/// Signs out one device, or all others.
pub async fn end_visits(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Form(ending): Form<Ending>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (id, here) = (holder.id, visit.session.as_ref().map(|session| session.id));
    let one = if ending.visit == "others" {
        None
    } else {
        Some(ending.visit.parse::<SessionId>().map_err(|_| answer.oops(Wrong::NotFound))?)
    };
    let ended = site.house.store.write(move |tx| match one {
        Some(one) => sign_in::end_visit(tx, id, one),
        None => sign_in::end_other_visits(tx, id, here),
    });
    ended.await.map_err(|fault| answer.oops(fault))?;
    Ok(Redirect::to(SAVED).into_response())
}

/// What is to become of the calendar.
#[derive(Deserialize)]
pub struct Deed {
    #[serde(default, rename = "do")]
    what: String,
}

/// Makes a calendar, whose address is shown this once; or revokes it.
pub async fn keep_calendar(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Form(deed): Form<Deed>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (desk, now, id) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    if deed.what != "make" {
        let revoked = site.house.store.write(move |tx| calendar::revoke(tx, id)).await;
        revoked.map_err(|fault| answer.oops(fault))?;
        return Ok(Redirect::to(SAVED).into_response());
    }
    let made = site.house.store.write(move |tx| calendar::make(tx, &desk, id, now)).await;
    let token = made.map_err(|fault| answer.oops(fault))?;
    let known = gather(&site, &visit, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let base = site.house.desk.settings.web.base_url.trim_end_matches('/');
    let address = format!("{base}/calendar/{token}.ics");
    let subscribe = address.split_once("://").map(|(_, rest)| format!("webcal://{rest}"));
    let calendar = view::Calendar { address: Some(address), subscribe, ..known.calendar };
    answer.page(&view::Profile { calendar, ..known })
}

/// Everything that is kept about the holder, to be saved.
pub async fn export(State(site): State<Site>, Signed { visit, holder }: Signed) -> Page {
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let read = site.house.store.read_long(move |tx| exporting::export(tx, &desk, &holder, now)).await;
    let everything = read.map_err(|fault| Answer::to(&site, &visit).oops(fault))?;
    let mut response = super::download("tenure-data.json", format!("{everything:#}\n"));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(response)
}
