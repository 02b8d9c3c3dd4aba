//! Signing in by a link that comes by e-mail. GET shows, POST consumes: whoever only looks at links signs nobody in.

use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
};
use serde::Deserialize;
use tenure_domain::Address;

use super::Page;
use crate::{
    actions::{sign_in, sign_in_letter},
    house::House,
    pages::view::{self, Problem},
    web::{Answer, Cookies, Site, Visit, go_with_cookie},
};

/// What the form asks for.
#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    email: String,
}

/// The form.
pub async fn form(State(site): State<Site>, visit: Visit) -> Page {
    Answer::to(&site, &visit).page(&view::SignIn::default())
}

/// Sends a link, if the address is a holder's; the answer is the same if it is not.
pub async fn ask(State(site): State<Site>, visit: Visit, Form(wish): Form<Wish>) -> Page {
    let answer = Answer::to(&site, &visit);
    let Ok(address) = wish.email.parse::<Address>() else {
        let problem = if wish.email.trim().is_empty() { Problem::Empty } else { Problem::NotAnAddress };
        return answer.page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            &view::SignIn { email: wish.email, problem: Some(problem) },
        );
    };
    // Sent beside the answer, which so takes the same time whether the address is known or not.
    let house = site.house.clone();
    tokio::spawn(async move {
        if let Err(error) = send_link(&house, &address).await {
            tracing::error!("a link to sign in could not be sent: {error:#}");
        }
    });
    answer.page(&view::SignInSent { valid_minutes: sign_in::LINK_MINUTES })
}

async fn send_link(house: &House, address: &Address) -> anyhow::Result<()> {
    let (desk, wanted, now) = (house.desk.clone(), address.clone(), house.clock.now());
    let Some((holder, token)) = house.store.write(move |tx| sign_in::ask(tx, &desk, &wanted, now)).await?
    else {
        return Ok(());
    };
    let parcel = sign_in_letter::write(&house.desk, &holder, &token, now)?;
    match house.carrier.carry(&parcel, || async { true }).await {
        tenure_post::carrier::Carried::Outcome(tenure_domain::Outcome::Accepted { .. }) => Ok(()),
        other => Err(anyhow::anyhow!("{other:?}")),
    }
}

/// The link: a button, and nothing consumed.
pub async fn confirm(State(site): State<Site>, visit: Visit, Path(token): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let (wanted, now) = (token.clone(), site.house.clock.now());
    let is_good = site
        .house
        .store
        .read(move |tx| sign_in::is_good(tx, &wanted, now))
        .await
        .map_err(|fault| answer.oops(fault))?;
    if is_good {
        answer.page(&view::SignInConfirm { action: format!("/my/sign-in/{token}") })
    } else {
        failed(&answer)
    }
}

fn failed(answer: &Answer<'_>) -> Page {
    answer.page_with(StatusCode::GONE, &view::SignInFailed {})
}

/// The button: the link is used, and a visit begins.
pub async fn enter(State(site): State<Site>, visit: Visit, Path(token): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let begun = site.house.store.write(move |tx| sign_in::use_link(tx, &desk, &token, now)).await;
    match begun.map_err(|fault| answer.oops(fault))? {
        Some(secret) => Ok(go_with_cookie("/my/messages", &Cookies::of(&site).begin(&secret))),
        None => failed(&answer),
    }
}

/// Signs out.
pub async fn leave(State(site): State<Site>, visit: Visit) -> Page {
    if let Some(token) = visit.token.clone() {
        let ended = site.house.store.write(move |tx| sign_in::sign_out(tx, &token)).await;
        ended.map_err(|fault| Answer::to(&site, &visit).oops(fault))?;
    }
    Ok(go_with_cookie("/", &Cookies::of(&site).end()))
}
