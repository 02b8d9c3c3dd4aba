//! `tenure inbound`: takes what comes back from a pipe of the mail server.

use std::{io::Read as _, path::Path, process::ExitCode};

use anyhow::Context as _;
use jiff::Timestamp;
use serde_json::json;
use tenure_post::bounce::{self, LONGEST};

use super::Out;
use crate::{
    actions::bounce::{Settlement, settle_report},
    house::House,
};

#[derive(clap::Args)]
pub struct Args {
    /// The address to which the message came, as the mail server knows it; left out: as the message says.
    #[arg(long)]
    to: Option<String>,
}

/// "Try again later", for mail servers: `EX_TEMPFAIL` of sysexits.h. The message stays in the server's queue.
const TRY_AGAIN: u8 = 75;

/// Takes the message at the standard input. Whatever is broken here is no fault of the message.
pub async fn run(config: &Path, at: Option<Timestamp>, args: Args, out: &mut Out) -> ExitCode {
    match take(config, at, args).await.and_then(|settlement| tell(settlement, out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(TRY_AGAIN)
        }
    }
}

async fn take(config: &Path, at: Option<Timestamp>, args: Args) -> anyhow::Result<Settlement> {
    let message = read_all().context("the standard input")?;
    let house = House::open(config, at).await?;
    let (desk, now, heard) = (house.desk.clone(), house.clock.now(), bounce::read(&message));
    let settled =
        house.store.write(move |tx| settle_report(tx, &desk, &heard, args.to.as_deref(), now)).await?;
    settled.log();
    Ok(settled)
}

/// What is longer than a report is read to its end and forgotten: a pipe that closes early is a failure to who writes.
fn read_all() -> std::io::Result<Vec<u8>> {
    let (mut input, mut message) = (std::io::stdin().lock(), Vec::new());
    input.by_ref().take(LONGEST as u64).read_to_end(&mut message)?;
    std::io::copy(&mut input, &mut std::io::sink())?;
    Ok(message)
}

fn tell(settlement: Settlement, out: &mut Out) -> anyhow::Result<()> {
    out.say(&json!({ "settled": settlement.code(), "ignored": settlement.is_ignored() }), settlement.words())
}
