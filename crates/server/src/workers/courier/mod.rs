//! The courier: claims, carries, settles. It speaks outside any transaction.

mod ahead;
mod errand;
mod flow;
mod lanes;
mod queue;
mod troubles;

use std::sync::Arc;

use super::{Counts, SLEEP};
use crate::house::House;
use flow::{Flow, Until};

/// Sends until nothing is left to do now.
pub(super) async fn tick(house: &Arc<House>, counts: &mut Counts) -> anyhow::Result<()> {
    let mut flow = Flow::new(house, Until::NothingIsLeft);
    let ended = flow.run().await;
    counts.add(flow.counts());
    ended
}

/// Sends without end, until the bell says so. What fails is told to the log, and tried again.
pub(super) async fn run(house: &Arc<House>) {
    while !house.bell.is_over() {
        let mut flow = Flow::new(house, Until::ToldToEnd);
        if let Err(error) = flow.run().await {
            tracing::error!("the courier was held up, and goes on: {error:#}");
        }
        if flow.counts() != Counts::default() {
            tracing::info!(counts = ?flow.counts(), "letters");
        }
        if !house.bell.is_over() {
            house.bell.wait(SLEEP).await;
        }
    }
}
