//! Probe: a commit that changes nothing but one row of its own, to find out whether the database takes any.

use jiff::Timestamp;

use crate::{
    columns::micros,
    db::{Fault, Tx, statements},
    params,
};

statements! {
    /// The row, whether it is there or not.
    WRITE = "INSERT INTO probe (id, written_at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET written_at = $1";
}

/// Writes the row: to be committed.
pub fn write(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    tx.execute(WRITE, &params![micros(now)])?;
    Ok(())
}
