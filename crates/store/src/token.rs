//! Tokens of the API. Only a hash of their secret is stored.

use std::collections::BTreeSet;

use jiff::Timestamp;
use tenure_domain::{
    TokenId,
    token::{Scope, Token},
};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
};

statements! {
    /// A new token.
    INSERT = "INSERT INTO token (id, name, token_hash, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)";
    /// One token by the hash of its secret.
    FIND = "SELECT id, name, scopes, created_at, expires_at, revoked_at FROM token WHERE token_hash = $1";
    /// All tokens.
    LIST = "SELECT id, name, scopes, created_at, expires_at, revoked_at FROM token ORDER BY id";
    /// A token is not valid any more; the first time counts.
    REVOKE = "UPDATE token SET revoked_at = COALESCE(revoked_at, $2) WHERE id = $1";
}

/// Remembers a new token.
pub fn insert(tx: &mut Tx, token: &Token, token_hash: &str) -> Result<(), Fault> {
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.code()).collect();
    tx.execute(
        INSERT,
        &params![
            Value::text(token.id),
            &token.name,
            token_hash,
            scopes.join(" "),
            micros(token.created_at),
            token.expires_at.map(micros),
        ],
    )?;
    Ok(())
}

/// The token whose secret has this hash, valid or not.
pub fn find(tx: &mut Tx, token_hash: &str) -> Result<Option<Token>, Fault> {
    tx.query_opt(FIND, &params![token_hash], read)
}

/// Every token, the oldest first.
pub fn list(tx: &mut Tx) -> Result<Vec<Token>, Fault> {
    tx.query(LIST, &[], read)
}

/// Revokes a token. Whether there is one with this id.
pub fn revoke(tx: &mut Tx, id: TokenId, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(REVOKE, &params![Value::text(id), micros(now)])? == 1)
}

fn read(row: &Row) -> Result<Token, Fault> {
    let opt_instant = |column: &str| row.opt_int(column)?.map(instant).transpose();
    Ok(Token {
        id: row.parse("id")?,
        name: row.text("name")?,
        scopes: read_scopes(&row.text("scopes")?)?,
        created_at: instant(row.int("created_at")?)?,
        expires_at: opt_instant("expires_at")?,
        revoked_at: opt_instant("revoked_at")?,
    })
}

fn read_scopes(text: &str) -> Result<BTreeSet<Scope>, Fault> {
    let scopes = text.split_whitespace().map(str::parse).collect::<Result<_, _>>();
    scopes.map_err(|error| Fault::data("scopes", error))
}
