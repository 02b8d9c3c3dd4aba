//! What the script of the pages asks for: challenges, and what becomes of their answers. JSON both ways.

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::post,
};
use serde::Deserialize;
use serde_json::json;
use tenure_domain::Refusal;
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

use super::{Page, passkey::is_offered, sign_in::place_wanted};
use crate::{
    actions::passkey_challenge::{self, Added, Entered, Opened},
    web::{Answer, Cookies, Signed, Site, Visit, Wrong, with_cookie},
};

/// The routes that the script calls.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/my/passkeys/sign-in", post(ask))
        .route("/my/passkeys/sign-in/answer", post(enter))
        .route("/my/passkeys/add", post(begin))
        .route("/my/passkeys/add/answer", post(add))
}

/// An answer that signs in, and where to go on to.
#[derive(Deserialize)]
pub struct Entering {
    answer: PublicKeyCredential,
    #[serde(default)]
    to: String,
}

/// An answer that adds a passkey, and its name.
#[derive(Deserialize)]
pub struct Adding {
    answer: RegisterPublicKeyCredential,
    #[serde(default)]
    name: String,
}

/// A challenge for whoever wants to sign in.
pub async fn ask(State(site): State<Site>, visit: Visit) -> Page {
    let answer = allowed(&site, &visit)?;
    let (desk, now, caller, browser) = asking(&site, &visit);
    let network = visit.network;
    let opened = site
        .house
        .store
        .write(move |tx| passkey_challenge::ask(tx, &desk, (&caller, network), browser.as_deref(), now));
    match opened.await.map_err(|fault| answer.oops(fault))? {
        Ok(opened) => Ok(challenge(&site, opened)),
        Err(refusal) => Ok(refused(&refusal)),
    }
}

/// Signs in: a visit begins, and the script is told where to go.
pub async fn enter(State(site): State<Site>, visit: Visit, Json(entering): Json<Entering>) -> Page {
    let answer = allowed(&site, &visit)?;
    let (desk, now, caller, _) = asking(&site, &visit);
    let entry = visit.entry();
    let given = entering.answer;
    let entered =
        site.house.store.write(move |tx| passkey_challenge::enter(tx, &desk, &caller, &entry, &given, now));
    Ok(match entered.await.map_err(|fault| answer.oops(fault))? {
        Ok(Entered::In(secret)) => {
            let to = place_wanted(&site, &secret, &entering.to).await.map_err(|fault| answer.oops(fault))?;
            with_cookie(Json(json!({ "to": to })).into_response(), &Cookies::of(&site).begin(&secret))
        }
        Ok(Entered::Gone) => problem(StatusCode::GONE, "gone"),
        Ok(Entered::Wrong) => problem(StatusCode::FORBIDDEN, "wrong"),
        Err(refusal) => refused(&refusal),
    })
}

/// A challenge for a holder who adds a passkey.
pub async fn begin(State(site): State<Site>, Signed { visit, holder }: Signed) -> Page {
    let answer = allowed(&site, &visit)?;
    let (desk, now, _, browser) = asking(&site, &visit);
    let opened = site
        .house
        .store
        .write(move |tx| passkey_challenge::begin(tx, &desk, &holder, browser.as_deref(), now));
    let opened = opened.await.map_err(|fault| answer.oops(fault))?;
    Ok(opened.map_or_else(|| problem(StatusCode::CONFLICT, "many"), |opened| challenge(&site, opened)))
}

/// Adds a passkey.
pub async fn add(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Json(adding): Json<Adding>,
) -> Page {
    let answer = allowed(&site, &visit)?;
    let (desk, now, _, _) = asking(&site, &visit);
    let (entry, id) = (visit.entry(), holder.id);
    let added = site
        .house
        .store
        .write(move |tx| passkey_challenge::add(tx, &desk, id, &entry, (&adding.answer, &adding.name), now));
    Ok(match added.await.map_err(|fault| answer.oops(fault))? {
        Added::Yes => Json(json!({ "to": super::profile::SAVED })).into_response(),
        Added::Gone => problem(StatusCode::GONE, "gone"),
        Added::Wrong => problem(StatusCode::UNPROCESSABLE_ENTITY, "wrong"),
    })
}

/// Where no passkeys are offered there is nothing here.
fn allowed<'a>(site: &'a Site, visit: &'a Visit) -> Result<Answer<'a>, crate::web::Oops> {
    let answer = Answer::to(site, visit);
    if is_offered(site, visit) { Ok(answer) } else { Err(answer.oops(Wrong::NotFound)) }
}

type Asking = (std::sync::Arc<crate::actions::Desk>, jiff::Timestamp, tenure_domain::Caller, Option<String>);

/// What every one of these asks its action with.
fn asking(site: &Site, visit: &Visit) -> Asking {
    (site.house.desk.clone(), site.house.clock.now(), visit.caller(), visit.browser.clone())
}

fn challenge(site: &Site, opened: Opened) -> Response {
    with_cookie(Json(opened.options).into_response(), &Cookies::of(site).ask(&opened.browser))
}

fn refused(refusal: &Refusal) -> Response {
    match refusal {
        Refusal::TooManyTries { .. } => problem(StatusCode::TOO_MANY_REQUESTS, "wait"),
        _ => problem(StatusCode::UNPROCESSABLE_ENTITY, "wrong"),
    }
}

/// What the script shows words for.
fn problem(status: StatusCode, problem: &str) -> Response {
    (status, Json(json!({ "problem": problem }))).into_response()
}
