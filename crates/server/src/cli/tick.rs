//! `tenure tick`.

use std::{fmt::Write as _, sync::Arc};

use tenure_store::hold;

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
    let holds = house.store.read(hold::list).await?;
    house.carrier.close().await;
    house.store.close().await;
    let Counts { planned, accepted, deferred, failed, canceled, superseded, late, deleted } = counts;
    let mut object = serde_json::to_value(counts)?;
    let mut lines = format!(
        "planned {planned}, accepted {accepted}, deferred {deferred}, failed {failed}, canceled {canceled}, \
         superseded {superseded}, late {late}, deleted {deleted}"
    );
    if !holds.is_empty() {
        object["holds"] = super::hold::as_json(&holds);
    }
    for hold in holds {
        write!(lines, "\n{hold}. `tenure release` resumes it")?;
    }
    out.say(&object, lines)
}
