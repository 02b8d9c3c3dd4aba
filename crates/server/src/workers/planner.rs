//! The planner: writes the notices whose day has come.

use std::sync::Arc;

use jiff::Timestamp;

use super::Counts;
use crate::{actions::plan::plan_pass, house::House};

/// One pass at `now`.
pub(super) async fn tick(house: &Arc<House>, counts: &mut Counts, now: Timestamp) -> anyhow::Result<()> {
    let desk = house.desk.clone();
    let planned = house.store.write(move |tx| plan_pass(tx, &desk, now)).await?;
    counts.planned += planned.planned;
    counts.superseded += planned.superseded;
    counts.late += planned.late;
    Ok(())
}
