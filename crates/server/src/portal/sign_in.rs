//! Signing in by a letter with a link and a code. GET shows, POST consumes; and only the browser that asked gets in: whoever
//! has the letter alone, or only looks at its link, signs nobody in.

use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use tenure_domain::{Address, Holder, Refusal};
use tenure_store::Fault;

use super::{Page, library, passkey::is_offered};
use crate::{
    actions::{
        other_letters,
        sign_in::{self, Ask, Entered, Look, Secrets, Tried, Used},
    },
    house::House,
    pages::view::{self, Problem},
    web::{Answer, Cookies, Site, Visit, Wanted, Wrong, go_with_cookie, with_cookie},
};

/// Where somebody wants to go on to.
#[derive(Deserialize)]
pub struct Way {
    #[serde(default)]
    to: String,
}

/// What the form asks for.
#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    email: String,
    #[serde(default)]
    to: String,
}

/// The code that was typed.
#[derive(Deserialize)]
pub struct Code {
    #[serde(default)]
    code: String,
}

/// The form.
pub async fn form(State(site): State<Site>, visit: Visit, Query(way): Query<Way>) -> Page {
    let has_passkeys = is_offered(&site, &visit);
    let empty = shown(String::new(), None, Wanted::read(&way.to));
    Answer::to(&site, &visit).page(&view::SignIn { has_passkeys, ..empty })
}

fn shown(email: String, problem: Option<Problem>, wanted: Option<Wanted>) -> view::SignIn {
    view::SignIn { email, problem, to: wanted.map(|wanted| wanted.as_str().to_owned()), has_passkeys: false }
}

/// Sends a letter, if the address is a holder's; the answer is the same if it is not.
pub async fn ask(State(site): State<Site>, mut visit: Visit, Form(wish): Form<Wish>) -> Page {
    let wanted = Wanted::read(&wish.to);
    // In another language the form still knows where somebody was going.
    visit.query = wanted.as_ref().map_or_else(String::new, |wanted| format!("{}&", wanted.as_query()));
    let answer = Answer::to(&site, &visit);
    let Ok(address) = wish.email.parse::<Address>() else {
        let problem = if wish.email.trim().is_empty() { Problem::Empty } else { Problem::NotAnAddress };
        let again = shown(wish.email, Some(problem), wanted);
        let has_passkeys = is_offered(&site, &visit);
        let again = view::SignIn { has_passkeys, ..again };
        return answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    let wanted = wanted.map_or_else(String::new, |wanted| wanted.as_str().to_owned());
    let wish = Ask { address, network: visit.network, browser: visit.browser.clone(), wanted };
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let asked = site.house.store.write(move |tx| sign_in::ask(tx, &desk, &wish, now)).await;
    let asked = match asked.map_err(|fault| answer.oops(fault))? {
        Ok(asked) => asked,
        Err(Refusal::TooManyTries { wait_secs }) => return answer.wait(wait_secs, "/my/sign-in"),
        Err(refusal) => return Err(answer.oops(Wrong::refused(&refusal, "/my/sign-in"))),
    };
    if let Some((holder, secrets)) = asked.letter {
        send_beside(&site, holder, secrets);
    }
    Ok(with_cookie(answer.page(&sent(None))?, &Cookies::of(&site).ask(&asked.browser)))
}

fn sent(problem: Option<view::CodeProblem>) -> view::SignInSent {
    view::SignInSent { valid_minutes: sign_in::LINK_MINUTES, problem }
}

/// Sent beside the answer, which so takes the same time whether the address is known or not.
fn send_beside(site: &Site, holder: Holder, secrets: Secrets) {
    let house = site.house.clone();
    site.house.beside.spawn(async move {
        if let Err(error) = send(&house, &holder, &secrets).await {
            tracing::error!("a link to sign in could not be sent: {error:#}");
        }
    });
}

async fn send(house: &House, holder: &Holder, secrets: &Secrets) -> anyhow::Result<()> {
    let parcel = other_letters::sign_in(&house.desk, holder, secrets, house.clock.now())?;
    super::carry(house, parcel).await
}

/// The page on which the code is typed, once more.
pub async fn code_form(State(site): State<Site>, visit: Visit) -> Page {
    Answer::to(&site, &visit).page(&sent(None))
}

/// The code: typed in the browser that asked.
pub async fn try_code(State(site): State<Site>, visit: Visit, Form(typed): Form<Code>) -> Page {
    let answer = Answer::to(&site, &visit);
    if typed.code.trim().is_empty() {
        let empty = view::CodeProblem { problem: Problem::Empty, left: None };
        return answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &sent(Some(empty)));
    }
    let (desk, now, entry) = (site.house.desk.clone(), site.house.clock.now(), visit.entry());
    let tried =
        site.house.store.write(move |tx| sign_in::use_code(tx, &desk, &typed.code, &entry, now)).await;
    match tried.map_err(|fault| answer.oops(fault))? {
        Tried::In(entered) => go_on(&site, &entered).await.map_err(|fault| answer.oops(fault)),
        Tried::Wrong { left } => {
            let wrong = view::CodeProblem { problem: Problem::WrongCode, left: Some(left) };
            answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &sent(Some(wrong)))
        }
        Tried::Gone => failed(&answer),
    }
}

/// The link: a button in the browser that asked, an explanation in any other; nothing consumed.
pub async fn confirm(State(site): State<Site>, visit: Visit, Path(token): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let (wanted, now, browser) = (token.clone(), site.house.clock.now(), visit.browser.clone());
    let look = site.house.store.read(move |tx| sign_in::look(tx, &wanted, browser.as_deref(), now)).await;
    match look.map_err(|fault| answer.oops(fault))? {
        Look::Here => answer.page(&view::SignInConfirm { action: format!("/my/sign-in/{token}") }),
        Look::Elsewhere => answer.page(&view::SignInElsewhere {}),
        Look::Gone => failed(&answer),
    }
}

fn failed(answer: &Answer<'_>) -> Page {
    answer.page_with(StatusCode::GONE, &view::SignInFailed {})
}

/// The button: the link is used, and a visit begins.
pub async fn enter(State(site): State<Site>, visit: Visit, Path(token): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let (desk, now, entry) = (site.house.desk.clone(), site.house.clock.now(), visit.entry());
    let used = site.house.store.write(move |tx| sign_in::use_link(tx, &desk, &token, &entry, now)).await;
    match used.map_err(|fault| answer.oops(fault))? {
        Used::In(entered) => go_on(&site, &entered).await.map_err(|fault| answer.oops(fault)),
        Used::Elsewhere => answer.page_with(StatusCode::FORBIDDEN, &view::SignInElsewhere {}),
        Used::Gone => failed(&answer),
    }
}

/// On to the page that was wanted, or to the messages.
async fn go_on(site: &Site, entered: &Entered) -> Result<Response, Fault> {
    let to = place_wanted(site, &entered.secret, &entered.wanted).await?;
    Ok(go_with_cookie(&to, &Cookies::of(site).begin(&entered.secret)))
}

/// Where a visit that has just begun goes on to. Who came to keep a page of the Library has it kept now.
pub(super) async fn place_wanted(site: &Site, secret: &str, wanted: &str) -> Result<String, Fault> {
    let Some(wanted) = Wanted::read(wanted) else { return Ok("/my/messages".to_owned()) };
    let kept = library::keep_wanted(site, secret, wanted.as_str()).await?;
    Ok(kept.unwrap_or_else(|| wanted.as_str().to_owned()))
}

/// Signs out.
pub async fn leave(State(site): State<Site>, visit: Visit) -> Page {
    if let Some(token) = visit.token.clone() {
        let ended = site.house.store.write(move |tx| sign_in::sign_out(tx, &token)).await;
        ended.map_err(|fault| Answer::to(&site, &visit).oops(fault))?;
    }
    Ok(go_with_cookie("/", &Cookies::of(&site).end()))
}
