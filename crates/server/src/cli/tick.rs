//! `tenure tick`.

use std::sync::Arc;

use super::Out;
use crate::{
    house::House,
    workers::{Counts, Turn, round},
};

/// One full round, and its counts.
pub async fn run(house: House, out: &mut Out) -> anyhow::Result<()> {
    let house = Arc::new(house);
    let turn = Turn::take(&house).await?;
    let counts = round(&house, &turn, house.clock.now()).await?;
    house.carrier.close().await;
    house.store.close().await;
    let Counts { planned, accepted, deferred, failed, canceled, superseded, late, deleted } = counts;
    out.say(
        &counts,
        format_args!(
            "planned {planned}, accepted {accepted}, deferred {deferred}, failed {failed}, canceled {canceled}, \
             superseded {superseded}, late {late}, deleted {deleted}"
        ),
    )
}
