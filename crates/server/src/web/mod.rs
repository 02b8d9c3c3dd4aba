//! The web: one router for all pages, the headers that protect them, and what every request needs.

mod answer;
mod visit;

use std::sync::Arc;

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

use crate::{demo, house::House, pages::Pages, portal};

pub use answer::{Answer, Oops, Wrong};
pub use visit::{Cookies, Signed, Visit};

/// The longest form, in octets.
const LONGEST_BODY: usize = 64 * 1024;
/// How long a request may take.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);
/// What a page may load: its own style sheet and pictures, nothing else.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every request meets.
#[derive(Clone)]
pub struct Site {
    /// The house behind the pages.
    pub house: Arc<House>,
    /// The pages.
    pub pages: Arc<Pages>,
    /// Set in the demo.
    pub demo: Option<Arc<demo::Demo>>,
}

impl Site {
    /// A site for a house.
    pub fn new(house: Arc<House>) -> anyhow::Result<Self> {
        let pages = Arc::new(Pages::embedded().context("the pages")?);
        Ok(Self { house, pages, demo: None })
    }
}

/// All routes of a site.
pub fn router(site: Site) -> Router {
    let mut routes = portal::routes();
    if site.demo.is_some() {
        routes = routes.merge(demo::routes());
    }
    routes
        .fallback(answer::not_found)
        .layer(middleware::from_fn(protect))
        .layer(CsrfLayer::new())
        .layer(RequestBodyLimitLayer::new(LONGEST_BODY))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
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
    site: Site,
    listener: TcpListener,
    end: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    axum::serve(listener, router(site)).with_graceful_shutdown(end).await.context("the pages")
}
