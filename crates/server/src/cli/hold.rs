//! `tenure hold`: stop sending.

use serde_json::{Value, json};
use tenure_domain::Hold;

use super::Out;
use crate::{actions::hold, house::House};

#[derive(clap::Args)]
pub struct Args {
    /// Why, for whoever reads it later.
    #[arg(long, default_value = "an operator asked for it")]
    why: String,
    /// Who says so; left out: the user of this session.
    #[arg(long)]
    by: Option<String>,
}

/// Stops sending for every process of this installation.
pub async fn run(house: &House, args: Args, out: &mut Out) -> anyhow::Result<()> {
    let (now, by, why) = (house.clock.now(), operator(args.by), args.why);
    house.store.write(move |tx| hold::hold(tx, &by, &why, now)).await?;
    let holds = house.store.read(tenure_store::hold::list).await?;
    let lines: Vec<String> = holds.iter().map(ToString::to_string).collect();
    out.say(
        &json!({ "holds": as_json(&holds) }),
        format_args!("{}\n`tenure release` resumes it.", lines.join("\n")),
    )
}

/// Who sits at the console, as the system names them.
pub fn operator(given: Option<String>) -> String {
    let names = ["SUDO_USER", "USER", "LOGNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    given.or_else(|| names.into_iter().find(|name| !name.is_empty())).unwrap_or_else(|| "operator".to_owned())
}

/// Holds, for programs.
pub fn as_json(holds: &[Hold]) -> Value {
    let object = |hold: &Hold| json!({ "cause": hold.cause.code(), "since": hold.since, "by": hold.by, "why": hold.why });
    holds.iter().map(object).collect()
}
