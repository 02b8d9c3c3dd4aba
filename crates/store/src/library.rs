//! *My library*: the pages of help that a holder keeps.

use jiff::Timestamp;
use tenure_domain::HolderId;

use crate::{
    columns::micros,
    db::{Fault, Tx, Value, statements},
    params,
};

statements! {
    /// Keeps a page, once.
    KEEP = "INSERT INTO kept_page (holder, page, kept_at) VALUES ($1, $2, $3) ON CONFLICT (holder, page) DO NOTHING";
    /// Keeps it no longer.
    DROP = "DELETE FROM kept_page WHERE holder = $1 AND page = $2";
    /// Nothing of what a holder keeps stays.
    FORGET_HOLDER = "DELETE FROM kept_page WHERE holder = $1";
    /// What a holder keeps, what was kept first at the top.
    LIST = "SELECT page FROM kept_page WHERE holder = $1 ORDER BY kept_at, page";
}

/// Keeps a page; keeping it twice is keeping it once.
pub fn keep(tx: &mut Tx, holder: HolderId, page: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(KEEP, &params![Value::text(holder), page, micros(now)])?;
    Ok(())
}

/// Keeps a page no longer.
pub fn remove(tx: &mut Tx, holder: HolderId, page: &str) -> Result<(), Fault> {
    tx.execute(DROP, &params![Value::text(holder), page])?;
    Ok(())
}

/// The pages a holder keeps, in the order in which they were.
pub fn list(tx: &mut Tx, holder: HolderId) -> Result<Vec<String>, Fault> {
    tx.query(LIST, &params![Value::text(holder)], |row| row.text("page"))
}

/// Forgets what a holder keeps.
pub fn forget_holder(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    tx.execute(FORGET_HOLDER, &params![Value::text(holder)])?;
    Ok(())
}
