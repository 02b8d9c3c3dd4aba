//! Where the pages are served: one router, and the headers that protect every answer.

use std::net::SocketAddr;

use anyhow::Context as _;
use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
use tokio::net::TcpListener;
use tower_http::{csrf::CsrfLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer};

use crate::{
    api, portal, watch,
    web::{Site, even_pace, not_found},
};

/// The longest form without a file, in octets.
const LONGEST_BODY: usize = 64 * 1024;
/// How long a request may take.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);
/// What a page may load: its own style sheet and pictures, nothing else.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// All routes of a site; `beside` those that only the demo has. The API has limits of its own, and no cookies to protect.
pub fn router(site: Site, beside: Router<Site>) -> Router {
    portal::routes()
        .merge(watch::health(site.house.clone(), watch::in_brief))
        .merge(beside)
        .layer(RequestBodyLimitLayer::new(LONGEST_BODY))
        .merge(portal::uploads())
        .fallback(not_found)
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), even_pace))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .merge(api::routes(&site))
        .layer(middleware::from_fn(protect))
        .with_state(site)
}

/// The headers of every answer. A page that needs other rules has set them already.
async fn protect(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Takes the address that `web.listen` names.
pub async fn listen(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address} (web.listen): is another program there?"))
}

/// Serves until `end` is over; open requests are finished.
pub async fn serve(
    routes: Router,
    listener: TcpListener,
    end: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    let routes = routes.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, routes).with_graceful_shutdown(end).await.context("the pages")
}
