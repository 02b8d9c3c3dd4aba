//! `tenure go-live`: from the sandbox to real letters, having seen everything.

use std::{io::IsTerminal as _, path::Path, process::ExitCode};

use anyhow::bail;
use jiff::Timestamp;
use serde_json::{Value, json};
use tenure_domain::State;
use tenure_store::notice;

use super::{
    Out,
    checks::{self, Findings, Verdict},
    doctor, release,
};
use crate::{
    actions::forecast::{Forecast, forecast},
    clock::Clock,
    config::{Config, Mode, mode},
    house::House,
    ids::Ids,
};

/// The variable that overrides the mode.
const MODE: &str = "TENURE__MODE";
/// What is to be looked at before it is meant.
const SEE: &str = "look at what was found and at what would go out";

#[derive(clap::Args)]
pub struct Args {
    /// Do not ask.
    #[arg(long)]
    yes: bool,
    /// For how many days to show what would go out.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=3660))]
    days: u32,
}

/// What was seen of an installation that is to be live.
struct Seen {
    findings: Findings,
    at_once: u64,
    coming: Forecast,
}

/// Checks everything as if it were live, shows what would go out, asks, and switches. Exit status 1 when something is wrong,
/// and then nothing is switched.
pub async fn run(path: &Path, at: Option<Timestamp>, args: &Args, out: &mut Out) -> anyhow::Result<ExitCode> {
    if at.is_some() {
        bail!("--at sets the clock in sandbox mode only: letters go out by the machine's");
    }
    if Config::read(path)?.settings.mode == Mode::Live {
        out.say(&json!({ "mode": "live", "switched": false }), "this installation is live already")?;
        return Ok(ExitCode::SUCCESS);
    }
    if std::env::var_os(MODE).is_some() {
        bail!("the variable {MODE} says sandbox, whatever is written in {}: unset it first", path.display());
    }
    let seen = look(path, args.days).await?;
    show(&seen, args.days, out)?;
    let wrong = seen.findings.wrong();
    if wrong > 0 {
        let lines =
            format!("\n{wrong} to be mended first; nothing is switched. Then run `tenure go-live` again.");
        out.say(&answer(&seen, false), lines)?;
        return Ok(ExitCode::FAILURE);
    }
    if !args.yes && !std::io::stdin().is_terminal() {
        bail!("nobody can be asked here, so nothing is switched: {SEE}, then add --yes");
    }
    if !args.yes && !release::is_wanted("Send real letters from now on?", SEE, out)? {
        bail!("nothing is switched");
    }
    mode::make_live(path)?;
    out.say(
        &answer(&seen, true),
        "\nThis installation is live. Restart `tenure serve`: a process reads its settings when it starts.",
    )?;
    Ok(ExitCode::SUCCESS)
}

async fn look(path: &Path, days: u32) -> anyhow::Result<Seen> {
    let variables = std::env::vars().chain([(MODE.to_owned(), "live".to_owned())]);
    let config = Config::read_with(path, variables)?;
    let mut seen = Seen { findings: Findings::default(), at_once: 0, coming: Forecast::new() };
    checks::of_config(&config, &mut seen.findings)?;
    match House::furnish(config, Clock::System, Ids::System).await {
        Err(error) => seen.findings.add("house", Err(format!("{error:#}"))),
        Ok(house) => {
            checks::of_house(&house, &mut seen.findings).await;
            tried(&house, &mut seen.findings).await?;
            let (desk, now) = (house.desk.clone(), house.clock.now());
            let forecasts = house.store.read_long(move |tx| {
                Ok::<_, tenure_store::Fault>((forecast(tx, &desk, 0, now)?, forecast(tx, &desk, days, now)?))
            });
            let (at_once, coming) = forecasts.await?;
            (seen.at_once, seen.coming) = (at_once.values().sum(), coming);
            house.carrier.close().await;
            house.store.close().await;
        }
    }
    Ok(seen)
}

/// What a person alone can judge: letters of the sandbox, holds that were meant, and copies.
async fn tried(house: &House, findings: &mut Findings) -> anyhow::Result<()> {
    let accepted = house.store.read(notice::count).await?.get(&State::Accepted).copied().unwrap_or(0);
    if accepted > 0 {
        findings.look(
            "sandbox",
            format!("{accepted} letters of the sandbox count as sent, and do not go out again; for a clean beginning `tenure init` a new folder and import there"),
        );
    }
    // A hold is no obstacle: whoever wants to look once more releases it after the switch.
    for finding in &mut findings.0 {
        if finding.check == "sending" && finding.verdict == Verdict::Wrong {
            finding.verdict = Verdict::Look;
        }
    }
    findings.look(
        "backup",
        "keep copies of the database and of tenure.keys, in two places (docs/operating.md, \"Backups\")",
    );
    Ok(())
}

fn show(seen: &Seen, days: u32, out: &mut Out) -> anyhow::Result<()> {
    if out.is_json() {
        return Ok(());
    }
    for finding in &seen.findings.0 {
        out.line(doctor::line(finding))?;
    }
    out.line("")?;
    release::show(&seen.coming, out)?;
    Ok(out.line(format_args!("within {days} days; {} of them at once", seen.at_once))?)
}

fn answer(seen: &Seen, switched: bool) -> Value {
    let findings: Vec<Value> = seen.findings.0.iter().map(doctor::object).collect();
    json!({
        "mode": if switched { "live" } else { "sandbox" },
        "switched": switched,
        "findings": findings,
        "at_once": seen.at_once,
        "coming": release::listed(&seen.coming),
    })
}
