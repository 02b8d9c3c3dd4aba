//! Block a license, and lift its block: an operator's decision.

use jiff::Timestamp;
use tenure_domain::{BlockReason, Happening, License};
use tenure_store::{Tx, license};

use super::{
    Desk, Fail, Held, find_living,
    owe::{cancel_ended, happen, record},
    plan::plan_license,
};

/// Blocks a license: its open reminders end at once.
pub fn block(
    tx: &mut Tx,
    desk: &Desk,
    name: &str,
    reason: BlockReason,
    now: Timestamp,
) -> Result<License, Fail> {
    let found = find_living(tx, desk, name)?;
    let mut held = Held::read(tx, desk, found)?;
    let today = held.today(desk, now);
    held.license.block(reason, today)?;
    license::save(tx, &held.license)?;
    cancel_ended(tx, desk, &held, now)?;
    happen(tx, desk, &held, Happening::Blocked { reason }, now)?;
    Ok(held.license)
}

/// Lifts a block: from now on the steps that have no row yet are planned.
pub fn lift(tx: &mut Tx, desk: &Desk, name: &str, now: Timestamp) -> Result<License, Fail> {
    let found = find_living(tx, desk, name)?;
    let mut held = Held::read(tx, desk, found)?;
    held.license.lift()?;
    license::save(tx, &held.license)?;
    cancel_ended(tx, desk, &held, now)?;
    record(tx, desk, &held, Happening::Lifted, now)?;
    plan_license(tx, desk, &held, now)?;
    Ok(held.license)
}
