//! Visits to the portal by holders who signed in. Only a hash of a visit's secret is stored.

use jiff::Timestamp;
use tenure_domain::{HolderId, SessionId};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
};

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, holder, begun_at, seen_at, expires_at, browser, platform FROM session ", $rest)
    };
}

statements! {
    /// A visit begins.
    INSERT = "INSERT INTO session (token_hash, id, holder, begun_at, seen_at, expires_at, browser, platform)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// A visit, while it lasts.
    FIND = select!("WHERE token_hash = $1 AND expires_at > $2");
    /// The visits of a holder that last.
    LIST = select!("WHERE holder = $1 AND expires_at > $2 ORDER BY begun_at DESC, id DESC");
    /// The visitor was here.
    TOUCH = "UPDATE session SET seen_at = $2 WHERE token_hash = $1";
    /// A visit ends.
    DELETE = "DELETE FROM session WHERE token_hash = $1";
    /// One of a holder's visits ends.
    DELETE_ONE = "DELETE FROM session WHERE holder = $1 AND id = $2";
    /// Every visit of a holder ends but one.
    DELETE_OTHERS = "DELETE FROM session WHERE holder = $1 AND id <> $2";
    /// What is over is forgotten.
    FORGET = "DELETE FROM session WHERE expires_at <= $1";
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Names it.
    pub id: SessionId,
    /// Whose it is.
    pub holder: HolderId,
    /// When it began.
    pub begun_at: Timestamp,
    /// When the visitor was last here, to the hour.
    pub seen_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// The browser's name; empty where it is not known.
    pub browser: String,
    /// What the browser runs on; empty where it is not known.
    pub platform: String,
}

/// Remembers a visit.
pub fn insert(tx: &mut Tx, token_hash: &str, session: &Session) -> Result<(), Fault> {
    tx.execute(
        INSERT,
        &params![
            token_hash,
            Value::text(session.id),
            Value::text(session.holder),
            micros(session.begun_at),
            micros(session.seen_at),
            micros(session.expires_at),
            &session.browser,
            &session.platform,
        ],
    )?;
    Ok(())
}

/// A visit, while it lasts.
pub fn find(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<Option<Session>, Fault> {
    tx.query_opt(FIND, &params![token_hash, micros(now)], read)
}

/// The visits of a holder that last, the newest first.
pub fn list(tx: &mut Tx, holder: HolderId, now: Timestamp) -> Result<Vec<Session>, Fault> {
    tx.query(LIST, &params![Value::text(holder), micros(now)], read)
}

/// The visitor was here.
pub fn touch(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(TOUCH, &params![token_hash, micros(now)])?;
    Ok(())
}

/// Ends a visit.
pub fn delete(tx: &mut Tx, token_hash: &str) -> Result<(), Fault> {
    tx.execute(DELETE, &params![token_hash])?;
    Ok(())
}

/// Ends one of a holder's visits.
pub fn delete_one(tx: &mut Tx, holder: HolderId, id: SessionId) -> Result<(), Fault> {
    tx.execute(DELETE_ONE, &params![Value::text(holder), Value::text(id)])?;
    Ok(())
}

/// Ends every visit of a holder but `keep`. How many ended.
pub fn delete_others(tx: &mut Tx, holder: HolderId, keep: Option<SessionId>) -> Result<u64, Fault> {
    let keep = keep.map_or(String::new(), |id| id.to_string());
    tx.execute(DELETE_OTHERS, &params![Value::text(holder), keep])
}

/// Forgets what is over.
pub fn forget(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    tx.execute(FORGET, &params![micros(now)])?;
    Ok(())
}

fn read(row: &Row) -> Result<Session, Fault> {
    let begun_at = instant(row.int("begun_at")?)?;
    Ok(Session {
        id: row.parse("id")?,
        holder: row.parse("holder")?,
        begun_at,
        // A visit from before this was kept has been seen when it began.
        seen_at: instant(row.int("seen_at")?)?.max(begun_at),
        expires_at: instant(row.int("expires_at")?)?,
        browser: row.text("browser")?,
        platform: row.text("platform")?,
    })
}
