//! `tenure suppression …`: the addresses that take no mail.

use serde_json::json;
use tenure_domain::Address;
use tenure_store::suppression;

use super::Out;
use crate::{actions::suppress, house::House};

#[derive(clap::Subcommand)]
pub enum Command {
    /// List the addresses that take no mail, the latest first.
    List,
    /// Send to an address again: you know that it takes mail.
    Lift {
        /// The address.
        address: Address,
    },
}

/// Runs one of the commands.
pub async fn run(house: &House, command: Command, out: &mut Out) -> anyhow::Result<()> {
    let (desk, now) = (house.desk.clone(), house.clock.now());
    match command {
        Command::List => {
            let listed = house.store.read_long(move |tx| suppression::list(tx, &desk.keys.vault)).await?;
            for (address, found) in listed {
                let object = json!({
                    "address": address, "since_at": found.since_at, "why": found.why, "letter": found.letter,
                });
                let known = address.as_deref().unwrap_or("(no holder)");
                out.say(&object, format_args!("{}  {known}  {}", found.since_at, found.why))?;
            }
            Ok(())
        }
        Command::Lift { address } => {
            let written = address.as_written().to_owned();
            house.store.write(move |tx| suppress::lift(tx, &desk, &address, now)).await?;
            out.say(
                &json!({ "address": written, "lifted_at": now }),
                format_args!("{written} takes mail again"),
            )
        }
    }
}
