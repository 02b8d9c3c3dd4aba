//! `tenure forecast`.

use super::Out;
use crate::{actions::forecast::forecast, house::House};

#[derive(clap::Args)]
pub struct Args {
    /// For how many days.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=3660))]
    days: u32,
}

/// What will go out, day by day and kind by kind.
pub async fn run(house: &House, args: &Args, out: &mut Out) -> anyhow::Result<()> {
    let (desk, now, days) = (house.desk.clone(), house.clock.now(), args.days);
    let found = house.store.read_long(move |tx| forecast(tx, &desk, days, now)).await?;
    if out.is_json() {
        for ((day, kind, step), count) in found {
            out.object(&serde_json::json!({ "day": day, "kind": kind.code(), "step": step.to_string(), "count": count }))?;
        }
        return Ok(());
    }
    let total: u64 = found.values().sum();
    out.table(
        &["day", "kind", "step", "count"],
        found.into_iter().map(|((day, kind, step), count)| {
            vec![day.to_string(), kind.to_string(), step.to_string(), count.to_string()]
        }),
    )?;
    out.line(format_args!("{total} in {days} days"))?;
    Ok(())
}
