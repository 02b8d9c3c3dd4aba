//! Answers: a page in the visitor's language; or what went wrong, as a page as well.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use tenure_domain::Refusal;
use tenure_store::Fault;

use super::{Cookies, Site, Visit};
use crate::pages::{
    PageFault,
    view::{self, Problem, View},
};

/// What a page with our script may load: the same as every page, and the script, which asks our own pages.
const SCRIPT_POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What can go wrong in a request.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// There is nothing here.
    #[error("not found")]
    NotFound,
    /// It is the reader's turn; `back` leads on.
    #[error("refused")]
    Refused {
        /// What stands in the way.
        problem: Problem,
        /// Where to go on.
        back: String,
    },
    /// Our fault.
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
}

impl From<Fault> for Wrong {
    fn from(fault: Fault) -> Self {
        Self::Broken(fault.into())
    }
}
impl From<PageFault> for Wrong {
    fn from(fault: PageFault) -> Self {
        Self::Broken(fault.into())
    }
}

impl Wrong {
    /// A refusal, with the way back.
    pub fn refused(refusal: &Refusal, back: &str) -> Self {
        Self::Refused { problem: Problem::from(refusal), back: back.to_owned() }
    }
}

/// Something went wrong in a visit: told as a page in its language.
pub struct Oops(Box<Response>);

impl IntoResponse for Oops {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// Makes answers for one visit.
pub struct Answer<'a> {
    site: &'a Site,
    visit: &'a Visit,
}

impl<'a> Answer<'a> {
    /// For a visit.
    pub const fn to(site: &'a Site, visit: &'a Visit) -> Self {
        Self { site, visit }
    }

    /// A page.
    pub fn page<V: View>(&self, view: &V) -> Result<Response, Oops> {
        self.render(StatusCode::OK, view).map_err(|fault| self.oops(fault))
    }

    /// A page with another status.
    pub fn page_with<V: View>(&self, status: StatusCode, view: &V) -> Result<Response, Oops> {
        self.render(status, view).map_err(|fault| self.oops(fault))
    }

    /// Too many tries were wrong: how long to wait, and the way back. The same whatever was typed.
    pub fn wait(&self, wait_secs: u64, back: &'static str) -> Result<Response, Oops> {
        let minutes = wait_secs.div_ceil(60);
        let view = view::TooManyTries { minutes, back, signed_in: self.visit.holder.is_some() };
        let mut response = self.page_with(StatusCode::TOO_MANY_REQUESTS, &view)?;
        response.headers_mut().insert(header::RETRY_AFTER, wait_secs.into());
        Ok(response)
    }

    /// What went wrong, as a page.
    pub fn oops(&self, wrong: impl Into<Wrong>) -> Oops {
        let page = match wrong.into() {
            Wrong::NotFound => self.render(StatusCode::NOT_FOUND, &view::NotFound {}),
            Wrong::Refused { problem, back } => {
                self.render(StatusCode::UNPROCESSABLE_ENTITY, &view::Refused { problem, back })
            }
            Wrong::Broken(error) => {
                let mark = format!("{:08x}", u32::from_be_bytes(self.site.house.desk.ids.octets()));
                tracing::error!(mark, "a page broke: {error:#}");
                self.render(StatusCode::INTERNAL_SERVER_ERROR, &view::Broken { mark })
            }
        };
        Oops(Box::new(page.unwrap_or_else(|fault| {
            tracing::error!("the page that tells of a fault broke as well: {fault}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        })))
    }

    fn render<V: View>(&self, status: StatusCode, view: &V) -> Result<Response, PageFault> {
        let vendor = &self.site.house.desk.settings.vendor;
        let site = view::Site {
            vendor: vendor.name.clone(),
            url: Some(vendor.url.clone()),
            logo: self.site.house.desk.logo.as_ref().map(|logo| logo.name),
            address: vendor.address.trim().to_owned(),
            query: self.visit.query.clone(),
            demo: self.site.is_demo,
        };
        let html = self.site.pages.render(&self.visit.language, &site, view)?;
        let mut response = (status, Html(html)).into_response();
        if V::RUNS_SCRIPT {
            let policy = HeaderValue::from_static(SCRIPT_POLICY);
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        if self.visit.chosen {
            let cookie = Cookies::of(self.site).speak(&self.visit.language);
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
        }
        Ok(response)
    }
}

/// There is no such page.
pub async fn not_found(State(site): State<Site>, visit: Visit) -> Oops {
    Answer::to(&site, &visit).oops(Wrong::NotFound)
}

/// Leads on, and sets a cookie.
pub fn go_with_cookie(to: &str, cookie: &str) -> Response {
    with_cookie(Redirect::to(to).into_response(), cookie)
}

/// An answer that sets a cookie.
pub fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
