//! The API for shops, `/v1`: the actions of the pages and the command line, as JSON.
//!
//! No cookies are read here, and no rule stands here: an endpoint turns a body into a wish, and what came of it into JSON.

mod attempts;
mod body;
mod document;
mod events;
mod inbound;
mod licenses;
mod notices;
mod page;
mod problem;
mod services;
mod shop;
mod show;
mod write;

use std::time::Duration;

use axum::{
    Router,
    extract::Request,
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
    routing::any,
};
use tower_http::{limit::RequestBodyLimitLayer, timeout::TimeoutLayer};
use utoipa::OpenApi as _;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::web::{Site, even_pace};
use problem::{PROBLEM_JSON, Problem};

pub use document::openapi;
pub use problem::PROBLEMS;

/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Every operation, with its description.
fn described() -> OpenApiRouter<Site> {
    OpenApiRouter::with_openapi(document::Whole::openapi())
        .routes(routes!(licenses::issue))
        .routes(routes!(licenses::show))
        .routes(routes!(licenses::key_file))
        .routes(routes!(licenses::block))
        .routes(routes!(services::register))
        .routes(routes!(services::renew))
        .routes(routes!(services::expand))
        .routes(routes!(services::replace))
        .routes(routes!(notices::list))
        .routes(routes!(attempts::list))
        .routes(routes!(notices::forecast))
        .routes(routes!(events::follow))
        .routes(routes!(inbound::take))
        .routes(routes!(document::give))
}

/// The routes of the API.
pub fn routes(site: &Site) -> Router<Site> {
    let (operations, _) = described().split_for_parts();
    operations
        .route("/v1", any(nothing))
        .route("/v1/", any(nothing))
        .route("/v1/{*path}", any(nothing))
        .layer(middleware::from_fn_with_state(site.clone(), even_pace))
        // The longest body of all: a message that came back. Every other one is shorter, and asks for itself.
        .layer(RequestBodyLimitLayer::new(tenure_post::bounce::LONGEST))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(middleware::from_fn(tell))
}

async fn nothing() -> StatusCode {
    StatusCode::NOT_FOUND
}

/// Whatever is no success is told as a problem document, also what the framework says without words.
async fn tell(request: Request, next: Next) -> Response {
    let offered = if request.uri().path().ends_with("/key-file") {
        "application/octet-stream"
    } else {
        "application/json"
    };
    if !accepts(request.headers(), offered) {
        return Problem::new("not_acceptable", format!("this answer is {offered}: accept it"))
            .into_response();
    }
    let response = next.run(request).await;
    let status = response.status();
    let content = response.headers().get(header::CONTENT_TYPE);
    if status.as_u16() < 400 || content.is_some_and(|content| content.as_bytes() == PROBLEM_JSON.as_bytes()) {
        return response;
    }
    let mut told = Problem::of_status(status).into_response();
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        told.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    told
}

/// Whether the header `Accept` takes a media type; without it, everything is taken (RFC 9110, 12.5.1).
fn accepts(headers: &HeaderMap, offered: &str) -> bool {
    let ranges: Vec<&str> = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let takes = |range: &&str| {
        let mut parts = range.split(';').map(|part| part.trim().to_ascii_lowercase());
        let range = parts.next().unwrap_or_default();
        let fits = matches!(range.as_str(), "*/*" | "application/*") || range == offered;
        fits && !parts.any(|part| matches!(part.as_str(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    };
    ranges.is_empty() || ranges.iter().any(takes)
}
