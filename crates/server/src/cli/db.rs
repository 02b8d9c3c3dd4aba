//! `tenure db …`: the database.

use anyhow::{Context as _, bail};
use serde_json::json;
use tenure_store::Store;

use super::Out;
use crate::house::House;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Bring the database up to date; every other command does so too.
    Migrate,
    /// Copy everything into an empty database, for example from SQLite to PostgreSQL.
    Copy {
        /// The empty database: postgres://… or sqlite:PATH.
        #[arg(long, value_name = "URL")]
        to: String,
    },
}

/// Runs one of the commands.
pub async fn run(house: &House, command: Command, out: &mut Out) -> anyhow::Result<()> {
    let now = house.clock.now().as_microsecond();
    match command {
        Command::Migrate => {
            let applied = house.store.migrate(now).await?;
            out.say(&json!({ "applied": applied }), "the database is up to date")
        }
        Command::Copy { to } => {
            let target =
                Store::open(&to, house.folder()).await.context("cannot open the database to copy to")?;
            target.migrate(now).await?;
            if !target.read(tenure_store::copy::is_empty).await? {
                bail!("the database to copy to is not empty: name an empty one");
            }
            let copied = tenure_store::copy::copy(&house.store, &target).await?;
            target.close().await;
            let rows: u64 = copied.iter().map(|(_, rows)| rows).sum();
            for (table, rows) in &copied {
                out.say(&json!({ "table": table, "rows": rows }), format_args!("{table:<16} {rows}"))?;
            }
            if !out.is_json() {
                out.line(format_args!("{rows} rows copied; now set store.url, and keep the key file"))?;
                if house.around().is_some() {
                    out.line("The copy sends nothing until `tenure release` has shown what would go out")?;
                }
            }
            Ok(())
        }
    }
}
