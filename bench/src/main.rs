//! Measures what Tenure is fast at against the limit of the machine and against what else one would build, in one run:
//! everything takes its turn in each round, medians are compared, and only ratios count.
//!
//! `bench/run` builds everything and calls this program; see `bench/README.md`.

mod delivery;
mod folder;
mod installation;
mod limits;
mod peer;
mod planning;
mod population;
mod processes;
mod report;

use clap::{Parser, Subcommand};

use report::Report;

/// Measures Tenure against its limits, in one run.
#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    what: Option<What>,
    /// How often each takes its turn; medians are compared.
    #[arg(long, default_value_t = 5, global = true)]
    rounds: usize,
    /// How many letters are delivered in a turn.
    #[arg(long, default_value_t = 20_000, global = true)]
    letters: usize,
    /// How many licenses there are when a day is planned: the first is what the others are compared with.
    #[arg(long, value_delimiter = ',', default_value = "1000000,10000000", global = true)]
    licenses: Vec<usize>,
}

#[derive(Subcommand, Clone, Copy, PartialEq, Eq)]
enum What {
    /// From rows that are due to letters accepted and settled.
    Delivery,
    /// Planning a day.
    Planning,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let mut report = Report::default();
    if args.what != Some(What::Planning) {
        delivery::measure(args.letters, args.rounds, &mut report).await?;
    }
    if args.what != Some(What::Delivery) {
        planning::measure(&args.licenses, args.rounds, &mut report).await?;
    }
    println!("\n{report}");
    Ok(())
}
