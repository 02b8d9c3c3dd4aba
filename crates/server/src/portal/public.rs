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
    Answer::to(&site, &visit).page(&view::Home { signed_in: visit.holder.is_some() })
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

/// What a drawing may load where it is opened by itself: its own styles, nothing else.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// The style sheets and drawings.
pub async fn asset(State(site): State<Site>, Path(name): Path<String>) -> Response {
    let desk = &site.house.desk;
    if name == "vendor.css" {
        return file("text/css; charset=utf-8", Pages::vendor_style(desk.settings.color()).into_bytes());
    }
    match desk.logo.as_ref().filter(|logo| logo.name == name) {
        Some(logo) => file(logo.content_type, logo.bytes.clone()),
        None => Pages::asset(&name).map_or_else(
            || StatusCode::NOT_FOUND.into_response(),
            |asset| file(asset.content_type, asset.bytes),
        ),
    }
}

fn file(content_type: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "max-age=3600"),
        (header::CONTENT_SECURITY_POLICY, DRAWING_POLICY),
    ];
    (headers.map(|(name, value)| (name, HeaderValue::from_static(value))), bytes).into_response()
}
