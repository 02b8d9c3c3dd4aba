//! The demo: a sandbox whose clock is moved by hand, and a page that shows what is decided and why.

mod clock;
mod forms;
mod mails;
mod page;
mod sample;

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    Extension, Form, Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use serde::Deserialize;
use tenure_domain::HolderId;

use crate::{
    actions::sign_in,
    house::House,
    pages::view::{self, Report},
    web::{Answer, Cookies, Oops, Site, Visit, Wrong, go_with_cookie},
    workers::{Turn, round},
};

/// The longest silence of the bell: its clock stands still, so without a ring there is nothing to do.
const UNTIL_RUNG: std::time::Duration = std::time::Duration::from_hours(24);

/// What the demo remembers beside the house: the forms, and what the last move brought about.
pub struct Demo {
    turn: Turn,
    /// One move or form at a time.
    busy: tokio::sync::Mutex<()>,
    desk: Mutex<Tray>,
}

/// What lies on the page until the next step.
#[derive(Default)]
struct Tray {
    report: Option<Report>,
    register: Option<view::Form>,
    renew: Option<view::Form>,
    theft: Option<view::Form>,
}

impl Demo {
    /// Makes the sample holders, and sends what is due.
    pub async fn begin(house: &Arc<House>) -> anyhow::Result<Self> {
        sample::create(house).await?;
        let turn = Turn::take(house).await?;
        round(house, &turn, house.clock.now()).await?;
        Ok(Self { turn, busy: tokio::sync::Mutex::default(), desk: Mutex::default() })
    }

    /// What the portal's pages owe goes out at once: a round whenever they ring the bell.
    pub async fn answer_the_bell(&self, house: &Arc<House>) {
        while !house.bell.is_over() {
            house.bell.wait(UNTIL_RUNG).await;
            let _busy = self.busy.lock().await;
            if let Err(error) = round(house, &self.turn, house.clock.now()).await {
                tracing::error!("a round failed: {error:#}");
            }
        }
    }

    fn tray(&self) -> std::sync::MutexGuard<'_, Tray> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The routes of the demo.
pub fn routes(demo: Arc<Demo>) -> Router<Site> {
    Router::new()
        .route("/demo", get(show))
        .route("/demo/clock", post(clock::shift))
        .route("/demo/holder", post(be_holder))
        .route("/demo/register", post(forms::register))
        .route("/demo/renew", post(forms::renew))
        .route("/demo/theft", post(forms::theft))
        .route("/demo/mails/{id}", get(mails::html))
        .route("/demo/mails/{id}/html", get(mails::frame))
        .route("/demo/mails/{id}/text", get(mails::text))
        .route("/demo/mails/{id}/source", get(mails::source))
        .layer(Extension(demo))
}

async fn show(
    State(site): State<Site>,
    Extension(demo): Extension<Arc<Demo>>,
    visit: Visit,
) -> Result<Response, Oops> {
    let answer = Answer::to(&site, &visit);
    let view = page::gather(&site, &demo, &visit).await.map_err(|wrong| answer.oops(wrong))?;
    answer.page(&view)
}

#[derive(Deserialize)]
struct Whom {
    holder: String,
}

/// «Be this holder»: signs in without a mail.
async fn be_holder(State(site): State<Site>, visit: Visit, Form(whom): Form<Whom>) -> Result<Response, Oops> {
    let answer = Answer::to(&site, &visit);
    let id: HolderId = whom.holder.parse().map_err(|_| answer.oops(Wrong::NotFound))?;
    let (desk, now, device) = (site.house.desk.clone(), site.house.clock.now(), visit.device.clone());
    let begun = site.house.store.write(move |tx| sign_in::begin(tx, &desk, id, &device, now)).await;
    let secret = begun.map_err(|fault| answer.oops(fault))?;
    Ok(go_with_cookie("/my/messages", &Cookies::of(&site).begin(&secret)))
}

/// Leads back to a place on the page.
fn back_to(place: &str) -> Response {
    Redirect::to(&format!("/demo#{place}")).into_response()
}
