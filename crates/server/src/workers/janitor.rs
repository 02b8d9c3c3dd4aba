//! The janitor: deletes superseded licenses whose deletion date has come, and forgets tries that no longer count and
//! answers that were kept long enough.

use std::sync::Arc;

use jiff::Timestamp;

use super::Counts;
use crate::{
    actions::{
        delete::{Deleted, delete_due},
        fuse::is_clock_doubted,
        limits,
        once::forget_old,
    },
    house::House,
};

/// One round at `now`.
pub(super) async fn tick(house: &Arc<House>, counts: &mut Counts, now: Timestamp) -> anyhow::Result<()> {
    let desk = house.desk.clone();
    let done = house.store.write(move |tx| {
        if is_clock_doubted(tx)? {
            return Ok(Deleted::default());
        }
        limits::clear(tx, now)?;
        forget_old(tx, now)?;
        delete_due(tx, &desk, now)
    });
    let done = done.await?;
    counts.deleted += done.deleted;
    counts.canceled += done.canceled;
    Ok(())
}
