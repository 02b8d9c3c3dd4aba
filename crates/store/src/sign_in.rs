//! Wishes to sign in: a link and a code that were sent, and the browser that asked. Only hashes of their secrets are stored.

use jiff::Timestamp;
use tenure_domain::HolderId;

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT token_hash, browser_hash, code_hash, holder, wanted, wrong_codes, asked_at, expires_at FROM sign_in ", $rest)
    };
}

statements! {
    /// A wish, with its link and its code.
    INSERT = "INSERT INTO sign_in (token_hash, browser_hash, code_hash, holder, wanted, wrong_codes, asked_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7)";
    /// The wish of a link, while it can be used.
    FIND = select!("WHERE token_hash = $1 AND expires_at > $2 AND used_at IS NULL");
    /// What a browser asked for last, while it can be used.
    LATEST = select!("WHERE browser_hash = $1 AND expires_at > $2 AND used_at IS NULL ORDER BY asked_at DESC, token_hash LIMIT 1");
    /// A wish is used once.
    USE = "UPDATE sign_in SET used_at = $2 WHERE token_hash = $1 AND expires_at > $2 AND used_at IS NULL";
    /// A wrong code was typed.
    MISS = "UPDATE sign_in SET wrong_codes = wrong_codes + 1 WHERE token_hash = $1";
    /// What can no longer be used is forgotten.
    FORGET = "DELETE FROM sign_in WHERE expires_at <= $1";
    /// A holder's wishes are forgotten.
    FORGET_HOLDER = "DELETE FROM sign_in WHERE holder = $1";
}

/// A wish to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The hash of the link's secret: names it.
    pub token_hash: String,
    /// The hash of the secret that the asking browser keeps.
    pub browser_hash: String,
    /// The keyed hash of the code.
    pub code_hash: String,
    /// Whom it signs in; nobody where the address is nobody's.
    pub holder: Option<HolderId>,
    /// The page to go on to; empty for the first one.
    pub wanted: String,
    /// How many wrong codes were typed.
    pub wrong_codes: u32,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Until when it can be used.
    pub expires_at: Timestamp,
}

/// Remembers a wish.
pub fn insert(tx: &mut Tx, wish: &Wish) -> Result<(), Fault> {
    tx.execute(
        INSERT,
        &params![
            &wish.token_hash,
            &wish.browser_hash,
            &wish.code_hash,
            wish.holder.map(Value::text),
            &wish.wanted,
            micros(wish.asked_at),
            micros(wish.expires_at),
        ],
    )?;
    Ok(())
}

/// The wish of a link, without using it.
pub fn find(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<Option<Wish>, Fault> {
    tx.query_opt(FIND, &params![token_hash, micros(now)], read)
}

/// What a browser asked for last and has not used, locked until the end of the transaction.
pub fn lock_latest(tx: &mut Tx, browser_hash: &str, now: Timestamp) -> Result<Option<Wish>, Fault> {
    Ok(tx.lock(LATEST, &params![browser_hash, micros(now)], read)?.pop())
}

/// Uses a wish. Whether it could be used: not the second time.
pub fn take(tx: &mut Tx, token_hash: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(USE, &params![token_hash, micros(now)])? == 1)
}

/// Counts a wrong code.
pub fn miss(tx: &mut Tx, token_hash: &str) -> Result<(), Fault> {
    tx.execute(MISS, &params![token_hash])?;
    Ok(())
}

/// Forgets what can no longer be used.
pub fn forget(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    tx.execute(FORGET, &params![micros(now)])?;
    Ok(())
}

/// Forgets the wishes of a holder.
pub fn forget_holder(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    tx.execute(FORGET_HOLDER, &params![Value::text(holder)])?;
    Ok(())
}

fn read(row: &Row) -> Result<Wish, Fault> {
    Ok(Wish {
        token_hash: row.text("token_hash")?,
        browser_hash: row.text("browser_hash")?,
        code_hash: row.text("code_hash")?,
        holder: row.opt_parse("holder")?,
        wanted: row.text("wanted")?,
        wrong_codes: row.number("wrong_codes")?,
        asked_at: instant(row.int("asked_at")?)?,
        expires_at: instant(row.int("expires_at")?)?,
    })
}
