//! Signing in to the portal: links sent by e-mail, and sessions. Only hashes of their secrets are stored.

use jiff::Timestamp;
use tenure_domain::{HolderId, SessionId};

use crate::{
    columns::micros,
    db::{Fault, Tx, Value, statements},
    params,
};

statements! {
    /// A link was sent.
    INSERT_LINK = "INSERT INTO sign_in (token_hash, holder, expires_at) VALUES ($1, $2, $3)";
    /// Whose link it is, while it can be used.
    FIND_LINK = "SELECT holder FROM sign_in WHERE token_hash = $1 AND expires_at > $2 AND used_at IS NULL";
    /// A link is used once.
    USE_LINK = "UPDATE sign_in SET used_at = $2 WHERE token_hash = $1 AND expires_at > $2 AND used_at IS NULL";
    /// A visit begins.
    INSERT = "INSERT INTO session (token_hash, id, holder, begun_at, expires_at) VALUES ($1, $2, $3, $4, $5)";
    /// Whose visit it is, while it lasts.
    FIND = "SELECT holder FROM session WHERE token_hash = $1 AND expires_at > $2";
    /// A visit ends.
    DELETE = "DELETE FROM session WHERE token_hash = $1";
}

/// Remembers a link that signs `holder` in until `expires_at`.
pub fn insert_link(
    tx: &mut Tx,
    token_hash: &str,
    holder: HolderId,
    expires_at: Timestamp,
) -> Result<(), Fault> {
    tx.execute(INSERT_LINK, &params![token_hash, Value::text(holder), micros(expires_at)])?;
    Ok(())
}

/// Whom a link signs in, without using it.
pub fn find_link(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<Option<HolderId>, Fault> {
    tx.query_opt(FIND_LINK, &params![token_hash, micros(now)], |row| row.parse("holder"))
}

/// Uses a link. Whom it signs in; nobody the second time.
pub fn use_link(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<Option<HolderId>, Fault> {
    let holder = find_link(tx, token_hash, now)?;
    let used = tx.execute(USE_LINK, &params![token_hash, micros(now)])?;
    Ok(holder.filter(|_| used == 1))
}

/// Remembers a visit.
pub fn insert(
    tx: &mut Tx,
    token_hash: &str,
    id: SessionId,
    holder: HolderId,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), Fault> {
    tx.execute(
        INSERT,
        &params![token_hash, Value::text(id), Value::text(holder), micros(now), micros(expires_at)],
    )?;
    Ok(())
}

/// Whose visit it is.
pub fn find(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<Option<HolderId>, Fault> {
    tx.query_opt(FIND, &params![token_hash, micros(now)], |row| row.parse("holder"))
}

/// Ends a visit.
pub fn delete(tx: &mut Tx, token_hash: &str) -> Result<(), Fault> {
    tx.execute(DELETE, &params![token_hash])?;
    Ok(())
}
