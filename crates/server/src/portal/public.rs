//! The public pages.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::Page;
use crate::{
    pages::{Pages, view},
    web::{Answer, Site, Visit},
};

/// `/`: who this is and where to go.
pub async fn home(State(site): State<Site>, visit: Visit) -> Page {
    Answer::to(&site, &visit).page(&view::Home {})
}

/// `/messages-schedule`: what holders are told, and when, from the file in use.
pub async fn schedule(State(site): State<Site>, visit: Visit) -> Page {
    let desk = &site.house.desk;
    let view = view::MessagesSchedule::of(
        &desk.schedule,
        &desk.products,
        &visit.language,
        &desk.settings.vendor.language,
    );
    Answer::to(&site, &visit).page(&view)
}

/// The style sheet and drawings.
pub async fn asset(Path(name): Path<String>) -> Response {
    match Pages::asset(&name) {
        Some(asset) => {
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type)),
                (header::CACHE_CONTROL, HeaderValue::from_static("max-age=3600")),
            ];
            (headers, asset.bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The process runs.
pub async fn live() -> &'static str {
    "live\n"
}

/// The database answers.
pub async fn ready(State(site): State<Site>) -> Response {
    match site.house.store.read(tenure_store::pass::find).await {
        Ok(_) => "ready\n".into_response(),
        Err(fault) => {
            tracing::error!("not ready: {fault}");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}
