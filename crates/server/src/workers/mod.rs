//! Workers: planner, courier and janitor. Each is a `tick(now)`: it compares what is owed with what is recorded, and
//! repairs. It takes no input, so it can be repeated, and run twice, at any time.

mod courier;
mod janitor;
mod planner;
mod turn;

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use serde::Serialize;

use crate::house::House;

pub use turn::Turn;

/// How long a worker sleeps when nobody wakes it.
const SLEEP: Duration = Duration::from_secs(5);

/// What a full round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Notices written by the planner.
    pub planned: u64,
    /// Letters the relay took.
    pub accepted: u64,
    /// Letters that go again later.
    pub deferred: u64,
    /// Letters refused for good.
    pub failed: u64,
    /// Notices whose reason had ended.
    pub canceled: u64,
    /// Notices that ended because a newer step was due.
    pub superseded: u64,
    /// Notices that ended because it was too late.
    pub late: u64,
    /// Licenses deleted.
    pub deleted: u64,
}

impl Counts {
    /// Adds those of another round.
    pub const fn add(&mut self, other: Self) {
        self.planned += other.planned;
        self.accepted += other.accepted;
        self.deferred += other.deferred;
        self.failed += other.failed;
        self.canceled += other.canceled;
        self.superseded += other.superseded;
        self.late += other.late;
        self.deleted += other.deleted;
    }
}

/// One full round at `now`: plan what is due, send until nothing is left to do, settle, delete.
pub async fn round(house: &Arc<House>, _turn: &Turn, now: Timestamp) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    planner::tick(house, &mut counts, planner::Look::Always, now).await?;
    courier::tick(house, &mut counts).await?;
    janitor::tick(house, &mut counts, now).await?;
    Ok(counts)
}

/// The planner's part of a round at `now` alone.
pub async fn plan(house: &Arc<House>, now: Timestamp) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    planner::tick(house, &mut counts, planner::Look::Always, now).await?;
    Ok(counts)
}

/// Rounds without end, until the bell says so: the courier beside planner and janitor, so that a huge backlog holds up
/// no planning. What fails is told to the log, and tried again.
pub async fn run(house: Arc<House>) {
    let turn = loop {
        match Turn::take(&house).await {
            Ok(turn) => break turn,
            Err(error) => tracing::error!("the courier cannot begin: {error:#}"),
        }
        tokio::time::sleep(SLEEP).await;
    };
    tokio::join!(courier::run(&house), keep_the_record(&house));
    house.carrier.close().await;
    drop(turn);
}

/// Planner and janitor, until the bell says so.
async fn keep_the_record(house: &Arc<House>) {
    while !house.bell.is_over() {
        let mut counts = Counts::default();
        if let Err(error) = plan_and_delete(house, &mut counts, house.clock.now()).await {
            tracing::error!("planning failed, and will be tried again: {error:#}");
        }
        if counts != Counts::default() {
            tracing::info!(?counts, "planned");
            house.bell.ring();
        }
        // Nobody rings for the planner: it looks by itself.
        let _ = tokio::time::timeout(SLEEP, house.bell.over()).await;
    }
}

async fn plan_and_delete(house: &Arc<House>, counts: &mut Counts, now: Timestamp) -> anyhow::Result<()> {
    planner::tick(house, counts, planner::Look::Seldom, now).await?;
    janitor::tick(house, counts, now).await
}
