//! Tokens of the API: made and revoked by an operator, shown by a shop with each request.

use std::collections::BTreeSet;

use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;
use jiff::{SignedDuration, Timestamp};
use tenure_domain::{
    Refusal, TokenId,
    holder::read_name,
    token::{Scope, Token},
};
use tenure_store::{Fault, Tx, token};

use super::{Desk, Fail};

/// What every secret begins with, so that it is known where it lies about.
const PREFIX: &str = "tnr_";

/// Which token to make.
#[derive(Debug, Clone)]
pub struct Create {
    /// The shop.
    pub name: String,
    /// What it allows.
    pub scopes: BTreeSet<Scope>,
    /// For how many days it is valid; for ever where nothing is said.
    pub days: Option<u32>,
}

/// Makes a token: it, and its secret, which nobody can be told again.
pub fn create(tx: &mut Tx, desk: &Desk, wish: &Create, now: Timestamp) -> Result<(Token, String), Fail> {
    let wrong = |field, words: &str| Refusal::Invalid { field, words: words.to_owned() };
    let name = read_name(&wish.name).map_err(|words| Refusal::Invalid { field: "name", words })?;
    let name = name.ok_or_else(|| wrong("name", "say which shop it is for"))?;
    if wish.scopes.is_empty() {
        return Err(wrong("scope", "name at least one; a token without any opens nothing").into());
    }
    let end = |days: u32| now.checked_add(SignedDuration::from_hours(24 * i64::from(days)));
    let expires_at =
        wish.days.map(end).transpose().map_err(|_| wrong("days", "that is after the end of the calendar"))?;
    let secret = format!("{PREFIX}{}", desk.ids.token());
    let token = Token {
        id: TokenId::from_bits(desk.ids.bits(now)),
        name,
        scopes: wish.scopes.clone(),
        created_at: now,
        expires_at,
        revoked_at: None,
    };
    token::insert(tx, &token, &hash(&secret))?;
    Ok((token, secret))
}

/// The valid token with this secret.
pub fn find(tx: &mut Tx, secret: &str, now: Timestamp) -> Result<Option<Token>, Fault> {
    if !secret.starts_with(PREFIX) {
        return Ok(None);
    }
    Ok(token::find(tx, &hash(secret))?.filter(|token| token.is_valid(now)))
}

/// Revokes a token: from now on it opens nothing.
pub fn revoke(tx: &mut Tx, id: TokenId, now: Timestamp) -> Result<(), Fail> {
    if token::revoke(tx, id, now)? {
        return Ok(());
    }
    Err(Refusal::NotFound { what: "token", name: id.to_string() }.into())
}

/// A secret of 256 bits needs no slow hash.
fn hash(secret: &str) -> String {
    HEXLOWER.encode(digest(&SHA256, secret.as_bytes()).as_ref())
}
