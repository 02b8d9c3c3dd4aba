//! Who asks: the shop whose token stands in the header `Authorization`. Cookies are not read here.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use tenure_domain::{Scope, Token};

use super::problem::Problem;
use crate::{actions::token, web::Site};

/// A shop with a valid token.
#[derive(Debug, Clone)]
pub(super) struct Shop(pub(super) Token);

impl Shop {
    /// Whether the token has a scope.
    pub(super) fn has(&self, scope: Scope) -> bool {
        self.0.scopes.contains(&scope)
    }

    /// Goes on only where the token has a scope.
    pub(super) fn must(&self, scope: Scope) -> Result<(), Problem> {
        if self.has(scope) { Ok(()) } else { Err(Problem::missing_scope(scope)) }
    }
}

impl FromRequestParts<Site> for Shop {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let ask =
            "send the header Authorization: Bearer tnr_…; an operator makes tokens by `tenure token create`";
        let secret = bearer(&parts.headers).ok_or_else(|| Problem::new("no_token", ask))?;
        let now = site.house.clock.now();
        let found = site.house.store.read(move |tx| token::find(tx, &secret, now)).await;
        let found = found.map_err(|fault| Problem::broken(site, &fault))?;
        let unknown = || Problem::new("invalid_token", "this token is unknown, revoked or past its end");
        found.map(Self).ok_or_else(unknown)
    }
}

/// The token of RFC 6750, 2.1; the scheme is read without case (RFC 9110, 11.1).
fn bearer(headers: &HeaderMap) -> Option<String> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}
