//! The janitor: deletes superseded licenses whose deletion date has come, forgets tries that no longer count and
//! answers that were kept long enough, and after an erasure sweeps what was deleted out of the files.

use std::sync::Arc;

use jiff::Timestamp;
use tenure_store::erasure;

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
    sweep(house, now).await
}

/// Where the files cannot be swept now (somebody reads at length), the next round tries again.
async fn sweep(house: &Arc<House>, now: Timestamp) -> anyhow::Result<()> {
    let unswept = house.store.read(erasure::list_unswept).await?;
    if !unswept.is_empty() && house.store.sweep().await? {
        house.store.write(move |tx| erasure::save_swept(tx, &unswept, now)).await?;
    }
    Ok(())
}
