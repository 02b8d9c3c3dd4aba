//! The planner: writes the notices whose day has come.

use std::sync::Arc;

use jiff::Timestamp;
use tenure_domain::epoch::Surroundings;
use tenure_store::{Fault, Tx};

use super::Counts;
use crate::{
    actions::{
        Desk, epoch, fuse,
        plan::{Planned, Portion, Progress, plan_portion},
    },
    fail,
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
    let planned = pass(house, look, now).await?;
    counts.planned += planned.planned;
    counts.superseded += planned.superseded;
    counts.late += planned.late;
    Ok(())
}

/// Portion after portion: who else writes has its turn between two of them. When the bell says that it is over the pass
/// is left as it is; the next one begins anew.
async fn pass(house: &Arc<House>, look: Look, now: Timestamp) -> Result<Planned, Fault> {
    let mut progress: Option<Progress> = None;
    loop {
        let (desk, around) = (house.desk.clone(), house.around());
        let unit = move |tx: &mut Tx| portion(tx, &desk, around.as_ref(), progress.as_ref(), look, now);
        match house.store.write(unit).await? {
            Portion::Complete(planned) => return Ok(planned),
            Portion::Partial(further) if house.bell.is_over() => return Ok(further.planned()),
            Portion::Partial(further) => progress = Some(further),
        }
        fail::point("between_portions");
    }
}

/// The end of a pass and the fuses that it blows are one transaction: no courier is faster.
fn portion(
    tx: &mut Tx,
    desk: &Desk,
    around: Option<&Surroundings>,
    progress: Option<&Progress>,
    look: Look,
    now: Timestamp,
) -> Result<Portion, Fault> {
    let Some(around) = around else { return plan_portion(tx, desk, progress, now) };
    epoch::believe(tx, desk, around, now)?;
    if !fuse::believe_clock(tx, now)? {
        return Ok(Portion::Complete(progress.map(Progress::planned).unwrap_or_default()));
    }
    let last = tenure_store::pass::find(tx)?;
    let portion = plan_portion(tx, desk, progress, now)?;
    let Portion::Complete(planned) = portion else { return Ok(portion) };
    let is_new_minute = last.is_none_or(|last| {
        last.completed_at.as_second().div_euclid(LOOK_SECS) != now.as_second().div_euclid(LOOK_SECS)
    });
    if look == Look::Always || planned.planned > 0 || is_new_minute {
        fuse::watch_letters(tx, now)?;
    }
    Ok(portion)
}
