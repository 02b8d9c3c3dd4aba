//! The portal: the public pages, and the holder's own.

mod address;
mod calendar;
mod decline;
mod erase;
mod fields;
mod library;
mod license;
mod licenses;
mod messages;
mod on_page;
mod passkey;
#[cfg(feature = "passkeys")]
mod passkey_challenge;
mod posted;
mod profile;
mod public;
mod receipt;
mod register;
mod renew;
mod replace;
mod sign_in;
mod wizard;

use tenure_domain::Holder;
use tenure_store::{Fault, letter};

use crate::{
    actions::suppress,
    house::House,
    pages::view::Visitor,
    web::{Oops, Site, Wrong},
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use tenure_domain::Outcome;
use tenure_post::carrier::{Anyway, Carried, Parcel};

/// The routes of the portal.
pub fn routes() -> Router<Site> {
    let routes = Router::new();
    #[cfg(feature = "passkeys")]
    let routes = routes.merge(passkey_challenge::routes());
    routes
        .route("/", get(public::home))
        .route("/messages-schedule", get(public::schedule))
        .route("/assets/{name}", get(public::asset))
        .route("/register", get(register::form).post(register::register))
        .route("/renew/without", get(renew::without))
        .route("/done/{what}/{license}/{until}/{mark}", get(receipt::show))
        .route("/done/{what}/{license}/{until}/{mark}/key-file", get(receipt::key_file))
        .route("/replace", get(replace::choose))
        .route("/replace/{id}", get(replace::confirm).post(replace::replace))
        .route("/replace/{id}/done", get(replace::done))
        .route("/my", get(|| async { Redirect::to("/my/messages") }))
        .route("/my/sign-in", get(sign_in::form).post(sign_in::ask))
        .route("/my/sign-in/code", get(sign_in::code_form).post(sign_in::try_code))
        .route("/my/sign-in/{token}", get(sign_in::confirm).post(sign_in::enter))
        .route("/my/sign-out", post(sign_in::leave))
        .route("/my/messages", get(messages::list))
        .route("/my/messages/all-read", post(messages::all_read))
        .route("/my/messages/{id}", get(messages::show))
        .route("/my/messages/{id}/eml", get(messages::eml))
        .route("/my/messages/{id}/unread", post(messages::unread))
        .route("/my/messages/{id}/key-file", get(messages::key_file))
        .route("/library", get(library::list))
        .route("/library/{name}", get(library::show))
        .route("/library/{name}/keep", get(library::onward).post(library::keep))
        .route("/library/{name}/remove", get(library::onward).post(library::remove))
        .route("/my/library", get(library::mine))
        .route("/my/licenses", get(licenses::list))
        .route("/my/licenses/{id}", get(license::show))
        .route("/my/licenses/{id}/certificate", get(licenses::certificate))
        .route("/my/licenses/{id}/key-file", get(licenses::key_file))
        .route("/my/profile", get(profile::show).post(profile::save))
        .route("/my/profile/messages", post(profile::choose))
        .route("/my/profile/visits", post(profile::end_visits))
        .route("/my/profile/passkeys", post(passkey::remove))
        .route("/my/profile/calendar", post(profile::keep_calendar))
        .route("/my/profile/address", post(address::change))
        .route("/address/{token}", get(address::look).post(address::confirm))
        .route("/address/undo/{change}/{mark}", get(address::look_back).post(address::go_back))
        .route("/my/profile/export", get(profile::export))
        .route("/my/profile/erase", get(erase::form).post(erase::erase))
        .route("/erased/{id}", get(erase::done))
        .route("/calendar/{file}", get(calendar::show))
        .route("/decline/{holder}/{kind}/{mark}", get(decline::show).post(decline::decline))
}

/// The routes to which files are sent: what they take is longer than what others do.
pub fn uploads() -> Router<Site> {
    let limit = DefaultBodyLimit::max(posted::MOST_WITH_FILE);
    Router::new().route("/renew", get(renew::form).post(renew::renew)).layer(limit)
}

/// Who is signed in, for the head of the page.
async fn visitor(site: &Site, holder: &Holder) -> Result<Visitor, Wrong> {
    let reader = holder.id;
    let (desk, address) = (site.house.desk.clone(), holder.address.clone());
    let read = site.house.store.read(move |tx| {
        Ok::<_, Fault>((letter::count_unread(tx, reader)?, suppress::find(tx, &desk, &address)?))
    });
    let (unread, suppression) = read.await?;
    let zone = site.house.desk.zone_of(Some(holder)).as_jiff();
    Ok(Visitor {
        name: holder.name.clone(),
        address: holder.address.as_written().to_owned(),
        unread,
        came_back: suppression.map(|found| found.since_at.to_zoned(zone.clone())),
    })
}

/// A file to be saved.
fn download(name: &str, content: String) -> Response {
    attach(name, "application/octet-stream", content.into_bytes())
}

/// A file of a kind, to be saved.
fn attach(name: &str, content_type: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", name.replace('"', ""))) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// Takes out a letter that is no notice, at once.
async fn carry(house: &House, parcel: Parcel) -> anyhow::Result<()> {
    match house.carrier.carry(&parcel, &Anyway).await {
        Carried::Outcome(Outcome::Accepted { .. }) => Ok(()),
        other => Err(anyhow::anyhow!("{other:?}")),
    }
}

/// A page, or what stands in its way: to be answered either way.
type Page = Result<Response, Oops>;
