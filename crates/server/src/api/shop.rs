//! Who asks: the shop whose token stands in the header `Authorization`. Cookies are not read here.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use tenure_domain::{
    Caller,
    token::{Scope, Token},
};
use tenure_store::Fault;

use super::problem::Problem;
use crate::{
    actions::{limits, token},
    web::{Site, origin},
};

/// A shop with a valid token.
#[derive(Debug, Clone)]
pub(super) struct Shop(pub(super) Token);

impl Shop {
    /// Whether the token has a scope.
    pub(super) fn has(&self, scope: Scope) -> bool {
        self.0.scopes.contains(&scope)
    }

    /// Who asks, as far as tries are counted.
    pub(super) fn caller(&self) -> Caller {
        Caller::Shop(self.0.id.to_string())
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
        find(site, Caller::Network(origin(parts, &site.trusted_proxies)), secret).await.map(Self)
    }
}

/// The token with a secret. Wrong ones count for the network they come from, and over its limit none is looked at.
async fn find(site: &Site, caller: Caller, secret: String) -> Result<Token, Problem> {
    let (desk, now, asks) = (site.house.desk.clone(), site.house.clock.now(), caller.clone());
    let found = site.house.store.read(move |tx| match limits::may_guess(tx, &desk, &asks, now)? {
        Ok(()) => Ok(Ok(token::find(tx, &secret, now)?)),
        Err(refusal) => Ok::<_, Fault>(Err(refusal)),
    });
    if let Some(token) = found.await.map_err(|fault| Problem::broken(site, &fault))?? {
        return Ok(token);
    }
    let desk = site.house.desk.clone();
    let counted = site.house.store.write(move |tx| limits::failed(tx, &desk, &caller, now));
    counted.await.map_err(|fault| Problem::broken(site, &fault))?;
    Err(Problem::new("invalid_token", "this token is unknown, revoked or past its end"))
}

/// The token of RFC 6750, 2.1; the scheme is read without case (RFC 9110, 11.1).
fn bearer(headers: &HeaderMap) -> Option<String> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}
