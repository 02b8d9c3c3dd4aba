//! The courier: claims, carries, settles. It speaks outside any transaction.

use std::sync::Arc;

use jiff::Timestamp;
use tenure_domain::{Outcome, outcome::Delay};
use tenure_post::carrier::Carried;
use tokio::{
    sync::Semaphore,
    task::{JoinError, JoinSet},
};

use super::Counts;
use crate::{
    actions::{
        claim::{Errand, claim_due, is_still_true},
        settle::settle_all,
    },
    clock::Stopwatch,
    house::House,
};

/// How many notices are claimed at a time.
const BATCH: u32 = 200;
/// A claim older than this is checked again before DATA (promise 5).
const FRESH_SECS: f64 = 2.0;

/// Sends until nothing is left to do at `now`.
pub(super) async fn tick(house: &Arc<House>, counts: &mut Counts, now: Timestamp) -> anyhow::Result<()> {
    loop {
        let desk = house.desk.clone();
        let claimed_since = Stopwatch::start();
        let claim = house.store.write(move |tx| claim_due(tx, &desk, BATCH, now)).await?;
        counts.canceled += claim.canceled;
        counts.superseded += claim.superseded;
        counts.late += claim.late;
        if claim.examined == 0 {
            return Ok(());
        }
        // Settled as they come: a relay that hangs over one letter does not keep the outcomes of others in memory.
        let mut carrying = carry_all(house, claim.errands, claimed_since);
        while let Some(first) = carrying.join_next().await {
            let others = std::iter::from_fn(|| carrying.try_join_next());
            let outcomes: Vec<_> = std::iter::once(first).chain(others).filter_map(come_back).collect();
            let settled = house.store.write(move |tx| settle_all(tx, &outcomes, now)).await?;
            counts.accepted += settled.accepted;
            counts.deferred += settled.deferred;
            counts.failed += settled.failed;
        }
    }
}

/// Carries all errands of a claim, as many at once as the relay's conversations allow.
fn carry_all(
    house: &Arc<House>,
    errands: Vec<Errand>,
    claimed_since: Stopwatch,
) -> JoinSet<(Errand, Outcome)> {
    let lanes = Arc::new(Semaphore::new(house.desk.settings.mail.connections.max(1)));
    let mut carrying = JoinSet::new();
    for errand in errands {
        let (house, lanes) = (house.clone(), lanes.clone());
        carrying.spawn(async move {
            let _lane = lanes.acquire().await;
            let outcome = carry(&house, &errand, claimed_since).await;
            (errand, outcome)
        });
    }
    carrying
}

/// An errand with its outcome. The lease of one that broke tells the next courier.
fn come_back(carried: Result<(Errand, Outcome), JoinError>) -> Option<(Errand, Outcome)> {
    carried.inspect_err(|panic| tracing::error!("an errand broke: {panic}")).ok()
}

async fn carry(house: &Arc<House>, errand: &Errand, claimed_since: Stopwatch) -> Outcome {
    let parcel = match &errand.parcel {
        Ok(parcel) => parcel,
        Err(outcome) => return outcome.clone(),
    };
    match house.carrier.carry(parcel, || is_true_or_fresh(house, errand, claimed_since)).await {
        Carried::Outcome(outcome) => outcome,
        // The next claim finds out why, and ends it with its reason.
        Carried::Withdrawn => Outcome::Later {
            delay: Delay::Refused,
            reply: "its reason ended after its claim, or could not be read".to_owned(),
        },
    }
}

async fn is_true_or_fresh(house: &Arc<House>, errand: &Errand, claimed_since: Stopwatch) -> bool {
    if claimed_since.secs() < FRESH_SECS {
        return true;
    }
    let (desk, asked) = (house.desk.clone(), errand.clone());
    let now = house.clock.now();
    let answer = house.store.read(move |tx| is_still_true(tx, &desk, &asked, now)).await;
    answer.unwrap_or_else(|fault| {
        tracing::warn!("the guard could not be read, so a letter waits: {fault}");
        false
    })
}
