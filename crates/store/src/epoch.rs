//! Epochs: what tells this database apart from its copies.

use jiff::Timestamp;
use tenure_domain::epoch::{Epoch, Mark};

use crate::{
    columns::{instant, micros},
    db::{Fault, Tx, statements},
    params,
};

statements! {
    /// All epochs, the present one first.
    LIST = "SELECT id, place, mark, marked_at FROM epoch ORDER BY number DESC";
    /// A new one, unless another process was faster.
    INSERT = "INSERT INTO epoch (number, id, place, begun_at, mark, marked_at) VALUES ($1, $2, $3, $4, $5, $4) ON CONFLICT (number) DO NOTHING";
    /// Letters are claimed.
    MARK = "UPDATE epoch SET mark = mark + 1, marked_at = $2 WHERE id = $1 RETURNING mark";
}

/// All epochs, the present one first.
pub fn list(tx: &mut Tx) -> Result<Vec<Epoch>, Fault> {
    tx.query(LIST, &[], |row| {
        Ok(Epoch {
            id: row.text("id")?,
            place: row.text("place")?,
            mark: row.number("mark")?,
            marked_at: instant(row.int("marked_at")?)?,
        })
    })
}

/// Begins the epoch that follows `known` ones; whether it did: another process may have been faster.
pub fn begin(tx: &mut Tx, known: usize, epoch: &Epoch) -> Result<bool, Fault> {
    let number = i64::try_from(known + 1).unwrap_or(i64::MAX);
    let mark = i64::try_from(epoch.mark).unwrap_or(i64::MAX);
    let row = params![number, &epoch.id, &epoch.place, micros(epoch.marked_at), mark];
    Ok(tx.execute(INSERT, &row)? > 0)
}

/// Letters are claimed in the epoch of this name: its next mark. Couriers wait here for each other, so it is asked for
/// last in a transaction.
pub fn mark(tx: &mut Tx, id: &str, now: Timestamp) -> Result<Mark, Fault> {
    let number = tx.query_one(MARK, &params![id, micros(now)], |row| row.number("mark"))?;
    Ok(Mark { epoch: id.to_owned(), number, at: now })
}
