//! The planner: writes the notices whose day has come.

use std::sync::Arc;

use jiff::Timestamp;
use tenure_domain::epoch::Surroundings;
use tenure_store::{Fault, Tx};

use super::Counts;
use crate::{
    actions::{
        Desk, epoch, fuse,
        plan::{Planned, plan_pass},
    },
    house::House,
};

/// How often the fuses look at letters when nothing was planned, in seconds.
const LOOK_SECS: i64 = 60;

/// When the fuses look at letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// In each pass.
    Always,
    /// In a pass that planned something, and once a minute.
    Seldom,
}

/// One pass at `now`.
pub(super) async fn tick(
    house: &Arc<House>,
    counts: &mut Counts,
    look: Look,
    now: Timestamp,
) -> anyhow::Result<()> {
    let (desk, around) = (house.desk.clone(), house.around());
    let planned = house.store.write(move |tx| pass(tx, &desk, around.as_ref(), look, now)).await?;
    counts.planned += planned.planned;
    counts.superseded += planned.superseded;
    counts.late += planned.late;
    Ok(())
}

/// What is planned and the fuses that it blows are one transaction: no courier is faster.
fn pass(
    tx: &mut Tx,
    desk: &Desk,
    around: Option<&Surroundings>,
    look: Look,
    now: Timestamp,
) -> Result<Planned, Fault> {
    let Some(around) = around else { return plan_pass(tx, desk, now) };
    epoch::believe(tx, desk, around, now)?;
    if !fuse::believe_clock(tx, now)? {
        return Ok(Planned::default());
    }
    let last = tenure_store::pass::find(tx)?;
    let planned = plan_pass(tx, desk, now)?;
    let is_new_minute = last.is_none_or(|last| {
        last.completed_at.as_second().div_euclid(LOOK_SECS) != now.as_second().div_euclid(LOOK_SECS)
    });
    if look == Look::Always || planned.planned > 0 || is_new_minute {
        fuse::watch_letters(tx, now)?;
    }
    Ok(planned)
}
