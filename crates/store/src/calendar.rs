//! Calendars: one secret address for each holder who made one. Only its hash is stored.

use jiff::Timestamp;
use tenure_domain::HolderId;

use crate::{
    columns::{instant, micros},
    db::{Fault, Tx, Value, statements},
    params,
};

statements! {
    /// A holder's calendar, in place of an older one.
    SAVE = "INSERT INTO calendar (holder, token_hash, made_at) VALUES ($1, $2, $3)
        ON CONFLICT (holder) DO UPDATE SET token_hash = $2, made_at = $3";
    /// Whose calendar it is.
    FIND = "SELECT holder FROM calendar WHERE token_hash = $1";
    /// Since when a holder has one.
    MADE = "SELECT made_at FROM calendar WHERE holder = $1";
    /// It is revoked.
    DELETE = "DELETE FROM calendar WHERE holder = $1";
}

/// Remembers a holder's calendar; an older one is revoked by it.
pub fn save(tx: &mut Tx, holder: HolderId, token_hash: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(SAVE, &params![Value::text(holder), token_hash, micros(now)])?;
    Ok(())
}

/// Whose calendar it is.
pub fn find(tx: &mut Tx, token_hash: &str) -> Result<Option<HolderId>, Fault> {
    tx.query_opt(FIND, &params![token_hash], |row| row.parse("holder"))
}

/// Since when a holder has one.
pub fn find_made_at(tx: &mut Tx, holder: HolderId) -> Result<Option<Timestamp>, Fault> {
    let made = tx.query_opt(MADE, &params![Value::text(holder)], |row| row.int("made_at"))?;
    made.map(instant).transpose()
}

/// Revokes a holder's calendar.
pub fn delete(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    tx.execute(DELETE, &params![Value::text(holder)])?;
    Ok(())
}
