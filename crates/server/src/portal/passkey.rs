//! Passkeys on the pages: whether they are offered, which a holder has, and removing one. All but adding needs no script.

use axum::{
    Form,
    extract::State,
    response::{IntoResponse as _, Redirect},
};
use jiff::Timestamp;
use serde::Deserialize;
use tenure_domain::PasskeyId;
use tenure_store::passkey::Passkey;

use super::{Page, profile::SAVED};
use crate::{
    actions::passkey::{self, THIS_MACHINE},
    pages::view::PasskeyLine,
    web::{Answer, Signed, Site, Visit, Wrong},
};

/// Whether passkeys work where the visitor is: on this machine they do under its name and not under its number.
pub fn is_offered(site: &Site, visit: &Visit) -> bool {
    let host = passkey::host(&site.house.desk);
    host.is_some_and(|host| host != THIS_MACHINE || visit.host == THIS_MACHINE)
}

/// A passkey, as the profile shows it.
pub fn line(passkey: Passkey, at: impl Fn(Timestamp) -> jiff::Zoned) -> PasskeyLine {
    PasskeyLine {
        id: passkey.id.to_string(),
        name: passkey.name,
        made_at: at(passkey.made_at),
        used_at: passkey.used_at.map(at),
    }
}

/// Which passkey is removed.
#[derive(Deserialize)]
pub struct Removing {
    #[serde(default)]
    passkey: String,
}

/// Removes a passkey.
pub async fn remove(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Form(removing): Form<Removing>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let one = removing.passkey.parse::<PasskeyId>().map_err(|_| answer.oops(Wrong::NotFound))?;
    let removed = site.house.store.write(move |tx| passkey::remove(tx, holder.id, one)).await;
    removed.map_err(|fault| answer.oops(fault))?;
    Ok(Redirect::to(SAVED).into_response())
}
