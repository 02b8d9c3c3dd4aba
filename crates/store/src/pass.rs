//! The planner's memory: the last completed pass, and since when each dated step is in force.

use jiff::{Timestamp, civil::Date};
use tenure_domain::{InForce, Kind, Segment};

use crate::{
    columns::{day, days, instant, micros},
    db::{Fault, Tx, statements},
    params,
};

statements! {
    /// The last completed pass.
    FIND = "SELECT completed_at, full_on FROM pass WHERE id = 1";
    /// The last completed pass becomes this one.
    SAVE = "INSERT INTO pass (id, completed_at, full_on) VALUES (1, $1, $2)
        ON CONFLICT (id) DO UPDATE SET completed_at = $1, full_on = $2";
    /// A pass has begun that goes in portions.
    BEGIN = "INSERT INTO pass_under_way (id, begun_at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET begun_at = $1";
    /// The pass that has begun and is not completed.
    FIND_UNDER_WAY = "SELECT begun_at FROM pass_under_way WHERE id = 1";
    /// None is under way.
    END = "DELETE FROM pass_under_way";
    /// Since when the steps are in force.
    LIST_STEPS = "SELECT kind, segment, days, since_at FROM step_in_force";
    /// A step that is new.
    INSERT_STEP = "INSERT INTO step_in_force (kind, segment, days, since_at) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, segment, days) DO NOTHING";
    /// A step that is gone.
    DELETE_STEP = "DELETE FROM step_in_force WHERE kind = $1 AND segment = $2 AND days = $3";
}

/// A completed pass of the planner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pass {
    /// When it was: everything due by then is planned.
    pub completed_at: Timestamp,
    /// The day (UTC) of the last pass over the whole catching-up window.
    pub full_on: Date,
}

/// The last completed pass, if there was one.
pub fn find(tx: &mut Tx) -> Result<Option<Pass>, Fault> {
    tx.query_opt(FIND, &[], |row| {
        Ok(Pass { completed_at: instant(row.int("completed_at")?)?, full_on: day(row.int("full_on")?)? })
    })
}

/// A pass has begun of which only a portion is done.
pub fn begin(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    tx.execute(BEGIN, &params![micros(now)])?;
    Ok(())
}

/// Whether a pass has begun and is not completed: the rest of what fell due is still to be written.
pub fn is_under_way(tx: &mut Tx) -> Result<bool, Fault> {
    Ok(tx.query_opt(FIND_UNDER_WAY, &[], |row| row.int("begun_at"))?.is_some())
}

/// No pass is under way any more.
pub fn end(tx: &mut Tx) -> Result<(), Fault> {
    tx.execute(END, &[])?;
    Ok(())
}

/// Remembers a completed pass.
pub fn save(tx: &mut Tx, pass: Pass) -> Result<(), Fault> {
    tx.execute(SAVE, &params![micros(pass.completed_at), days(pass.full_on)])?;
    Ok(())
}

/// Since when each dated step is in force.
pub fn find_in_force(tx: &mut Tx) -> Result<InForce, Fault> {
    let steps = tx.query(LIST_STEPS, &[], |row| {
        Ok((row.parse("kind")?, row.parse("segment")?, row.number("days")?, instant(row.int("since_at")?)?))
    })?;
    Ok(InForce::from_records(steps))
}

/// Remembers steps that are new.
pub fn insert_steps(tx: &mut Tx, steps: &[(Kind, Segment, i32, Timestamp)]) -> Result<(), Fault> {
    for (kind, segment, days, since) in steps {
        tx.execute(INSERT_STEP, &params![kind.code(), segment.code(), *days, micros(*since)])?;
    }
    Ok(())
}

/// Forgets steps that are gone.
pub fn delete_steps(tx: &mut Tx, steps: &[(Kind, Segment, i32)]) -> Result<(), Fault> {
    for (kind, segment, days) in steps {
        tx.execute(DELETE_STEP, &params![kind.code(), segment.code(), *days])?;
    }
    Ok(())
}
