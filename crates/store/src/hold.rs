//! Holds: what stops sending, and what did.

use jiff::Timestamp;
use tenure_domain::{Hold, hold::Cause};

use crate::{
    columns::{instant, micros},
    db::{Fault, Tx, statements},
    params,
};

statements! {
    /// A hold begins, unless the same cause holds already.
    INSERT = "INSERT INTO hold (cause, since_at, held_by, why, released_at, released_by) VALUES ($1, $2, $3, $4, NULL, NULL) ON CONFLICT DO NOTHING";
    /// What holds now.
    LIST = "SELECT cause, since_at, held_by, why FROM hold WHERE released_at IS NULL ORDER BY since_at, cause";
    /// Nothing holds any more.
    RELEASE = "UPDATE hold SET released_at = $1, released_by = $2 WHERE released_at IS NULL";
    /// When what a cause held was last released.
    RELEASED = "SELECT MAX(released_at) AS released_at FROM hold WHERE cause = $1";
}

/// Begins a hold; whether it is new: each cause holds once at a time.
pub fn insert(tx: &mut Tx, hold: &Hold) -> Result<bool, Fault> {
    let row = params![hold.cause.code(), micros(hold.since), &hold.by, &hold.why];
    Ok(tx.execute(INSERT, &row)? > 0)
}

/// What holds sending now, the first one first.
pub fn list(tx: &mut Tx) -> Result<Vec<Hold>, Fault> {
    tx.query(LIST, &[], |row| {
        Ok(Hold {
            cause: row.parse("cause")?,
            since: instant(row.int("since_at")?)?,
            by: row.text("held_by")?,
            why: row.text("why")?,
        })
    })
}

/// Ends every hold; how many there were.
pub fn release(tx: &mut Tx, by: &str, now: Timestamp) -> Result<u64, Fault> {
    tx.execute(RELEASE, &params![micros(now), by])
}

/// When what a cause held was last released.
pub fn find_released(tx: &mut Tx, cause: Cause) -> Result<Option<Timestamp>, Fault> {
    let found = tx.query_opt(RELEASED, &params![cause.code()], |row| row.opt_int("released_at"))?;
    found.flatten().map(instant).transpose()
}
