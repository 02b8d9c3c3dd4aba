//! A visit: in which language, and by whom.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
    response::Redirect,
};
use tenure_domain::{Caller, Holder, Network};
use tenure_store::session::Session;

use super::{Site, Wanted, device::device, origin};
use crate::{
    actions::sign_in::{self, Device, Entry},
    pages::{Wishes, choose},
};

/// Remembers the language somebody chose.
const LANGUAGE_COOKIE: &str = "tenure_lang";
/// Holds the secret of a signed-in visit.
const SESSION_COOKIE: &str = "tenure_session";
/// Holds the secret of a browser that asked to sign in: its link opens nowhere else.
const BROWSER_COOKIE: &str = "tenure_browser";

/// Who asks, and in which language the answer is.
pub struct Visit {
    /// The language of the answer.
    pub language: String,
    /// The language was just chosen: the answer remembers it.
    pub chosen: bool,
    /// The signed-in holder.
    pub holder: Option<Holder>,
    /// The secret of the visit.
    pub token: Option<String>,
    /// Where it comes from.
    pub network: Network,
    /// What was asked for beside the language, to be asked for again in another: empty, or `kind=key-file&`.
    pub query: String,
    /// The visit, of a holder who is signed in.
    pub session: Option<Session>,
    /// The secret that this browser keeps since it asked to sign in.
    pub browser: Option<String>,
    /// The browser, in plain words.
    pub device: Device,
    /// Under which name the pages were called, without a port.
    pub host: String,
}

impl Visit {
    /// Who asks, as far as tries are counted.
    pub fn caller(&self) -> Caller {
        self.holder.as_ref().map_or(Caller::Network(self.network), |holder| Caller::Holder(holder.id))
    }

    /// From where somebody enters now.
    pub fn entry(&self) -> Entry {
        Entry { browser: self.browser.clone(), before: self.token.clone(), device: self.device.clone() }
    }
}

impl FromRequestParts<Site> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let cookies = Cookies::of(site);
        let token = cookie(&parts.headers, &cookies.session);
        let (holder, session) = find_holder(site, token.clone()).await.unzip();
        let (asked, query) = split_query(parts.uri.query().unwrap_or_default());
        let remembered = cookie(&parts.headers, &cookies.language);
        let own =
            holder.as_ref().and_then(|holder| holder.language.as_ref()).map(|tag| tag.as_str().to_owned());
        let wishes = Wishes {
            asked,
            cookie: remembered.as_deref(),
            holder: own.as_deref(),
            accept: parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()),
        };
        let language =
            choose(wishes, &site.pages.languages(), &site.house.desk.settings.vendor.language).to_owned();
        let network = origin(parts, &site.trusted_proxies);
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(Self {
            chosen: asked.is_some_and(|asked| asked == language),
            language,
            holder,
            token,
            session,
            network,
            query,
            browser: cookie(&parts.headers, &cookies.browser),
            device: device(agent.unwrap_or_default()),
            host: host(&parts.headers),
        })
    }
}

/// The language that a query asks for, and the rest of it as it begins another.
fn split_query(query: &str) -> (Option<&str>, String) {
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("lang="));
    let rest = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    (asked, rest.flat_map(|pair| [pair, "&"]).collect())
}

/// The visit of a holder who is signed in; whoever is not is led to where one signs in.
pub struct Signed {
    /// The visit.
    pub visit: Visit,
    /// Who is signed in.
    pub holder: Holder,
}

impl FromRequestParts<Site> for Signed {
    type Rejection = Redirect;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Redirect> {
        let Ok(visit) = Visit::from_request_parts(parts, site).await;
        let holder = visit.holder.clone().ok_or_else(|| {
            let wanted = Wanted::of_request(&parts.method, &parts.uri, &parts.headers);
            to_sign_in(wanted.as_ref())
        })?;
        Ok(Self { visit, holder })
    }
}

/// Leads to where one signs in, and back afterwards.
pub fn to_sign_in(wanted: Option<&Wanted>) -> Redirect {
    let query = wanted.map_or_else(String::new, |wanted| format!("?{}", wanted.as_query()));
    Redirect::to(&format!("/my/sign-in{query}"))
}

/// A visit that cannot be read is nobody's: the page asks to sign in.
async fn find_holder(site: &Site, token: Option<String>) -> Option<(Holder, Session)> {
    let token = token?;
    let (desk, now, secret) = (site.house.desk.clone(), site.house.clock.now(), token.clone());
    let found = site.house.store.read(move |tx| sign_in::visitor(tx, &desk, &secret, now)).await;
    let found = found.unwrap_or_else(|fault| {
        tracing::error!("a visit cannot be read: {fault}");
        None
    });
    if found.as_ref().is_some_and(|(_, session)| sign_in::is_news(session, now))
        && let Err(fault) = site.house.store.write(move |tx| sign_in::see(tx, &token, now)).await
    {
        tracing::error!("a visit cannot be remembered: {fault}");
    }
    found
}

fn host(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    host.rsplit_once(':').map_or(host, |(name, _)| name).to_lowercase()
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

/// How cookies are named and marked: `__Host-` and `Secure`, but on plain http, which is on loopback only.
pub struct Cookies {
    session: String,
    language: String,
    browser: String,
    marks: &'static str,
}

impl Cookies {
    /// For the pages of a site.
    pub fn of(site: &Site) -> Self {
        let is_https = site.house.desk.settings.web.base_url.starts_with("https://");
        let (prefix, marks) = if is_https {
            ("__Host-", "; Path=/; HttpOnly; SameSite=Lax; Secure")
        } else {
            ("", "; Path=/; HttpOnly; SameSite=Lax")
        };
        Self {
            session: format!("{prefix}{SESSION_COOKIE}"),
            language: format!("{prefix}{LANGUAGE_COOKIE}"),
            browser: format!("{prefix}{BROWSER_COOKIE}"),
            marks,
        }
    }

    /// Begins a visit.
    pub fn begin(&self, token: &str) -> String {
        format!("{}={token}{}; Max-Age={}", self.session, self.marks, sign_in::SESSION_HOURS * 3600)
    }

    /// Remembers the browser that asked to sign in, for as long as its link is good.
    pub fn ask(&self, secret: &str) -> String {
        format!("{}={secret}{}; Max-Age={}", self.browser, self.marks, sign_in::LINK_MINUTES * 60)
    }

    /// Ends a visit.
    pub fn end(&self) -> String {
        format!("{}={}; Max-Age=0", self.session, self.marks)
    }

    /// Remembers a language for a year.
    pub fn speak(&self, language: &str) -> String {
        format!("{}={language}{}; Max-Age={}", self.language, self.marks, 365 * 86_400)
    }
}
