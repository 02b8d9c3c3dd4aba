//! The command line. Each command is one file and one variant.

mod checks;
mod completions;
mod db;
mod demo;
mod doctor;
mod export;
mod forecast;
mod go_live;
mod hold;
mod holder;
mod import;
mod inbound;
mod init;
mod keyfile;
mod keys;
mod letter;
mod license;
mod notice;
mod out;
mod release;
mod schedule;
mod serve;
mod suppression;
mod theft;
mod tick;
mod token;

use std::{io::IsTerminal as _, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use jiff::{Timestamp, civil};
use tenure_domain::Refusal;

use crate::{actions::Fail, house::House};
use out::Out;

/// Keeps a vendor's licenses and tells every holder, in time and in the right language, what is happening to theirs.
#[derive(Parser)]
#[command(name = "tenure", version, max_term_width = 110)]
pub struct Cli {
    /// The settings.
    #[arg(long, global = true, value_name = "FILE", default_value = "tenure.toml")]
    config: PathBuf,
    /// What time it is (sandbox mode only): 2026-12-01T10:00:00Z, or a date or local time in UTC.
    #[arg(long, global = true, value_name = "TIME", value_parser = read_at, allow_hyphen_values = true)]
    at: Option<Timestamp>,
    /// Answer in JSON: one object, or one per line.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show everything in a sandbox in a temporary folder: sample holders, pages, captured mail, a clock to move.
    Demo(demo::Args),
    /// Make settings, schedule, products, keys and an empty database in a folder.
    Init(init::Args),
    /// Check settings, keys, database, texts and relay, and say what to mend.
    Doctor,
    /// Switch from the sandbox to real letters: check everything, show what would go out, ask.
    GoLive(go_live::Args),
    /// Run the pages and the workers.
    Serve(serve::Args),
    /// Do one full round: plan what is due, send, settle, delete.
    Tick,
    /// Stop sending, for every process; what is being carried is finished.
    Hold(hold::Args),
    /// Resume sending, having shown what would go out.
    Release(release::Args),
    /// Import licenses from a CSV file.
    Import(import::Args),
    /// Export licenses, notices or everything about a holder.
    Export(export::Args),
    /// Keep the registry by hand.
    #[command(subcommand)]
    License(license::Command),
    /// Do what holders ask for by way of the vendor.
    #[command(subcommand)]
    Holder(holder::Command),
    /// See what was, is and will be sent.
    #[command(subcommand)]
    Notice(notice::Command),
    /// See what strangers tried, and who is turned away.
    #[command(subcommand)]
    Theft(theft::Command),
    /// Take a message that came back (a bounce, a complaint) from the standard input, for a pipe of the mail server.
    #[command(after_help = "Exit status: 0 taken or ignored, 75 try again later.")]
    Inbound(inbound::Args),
    /// See and lift the addresses that take no mail.
    #[command(subcommand)]
    Suppression(suppression::Command),
    /// Tell what will go out in the next days.
    Forecast(forecast::Args),
    /// See and check the programme.
    #[command(subcommand)]
    Schedule(schedule::Command),
    /// See and check the texts of letters.
    #[command(subcommand)]
    Letter(letter::Command),
    /// See and renew the keys that sign key files.
    #[command(subcommand)]
    Keys(keys::Command),
    /// See and verify key files.
    #[command(subcommand)]
    Keyfile(keyfile::Command),
    /// Keep the tokens of shops that use the API.
    #[command(subcommand)]
    Token(token::Command),
    /// Look after the database.
    #[command(subcommand)]
    Db(db::Command),
    /// Write completions for a shell.
    Completions(completions::Args),
    /// Write the manual pages.
    Man(completions::ManArgs),
}

/// Runs the program.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    start_log(&cli.command);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let json = cli.json;
    match runtime.context("cannot start").and_then(|runtime| runtime.block_on(run(cli))) {
        Ok(code) => code,
        Err(error) => fail(&error, json),
    }
}

fn start_log(command: &Command) {
    let default = if matches!(command, Command::Serve(_)) { "info" } else { "warn" };
    let filter = tracing_subscriber::EnvFilter::try_from_env("TENURE_LOG").unwrap_or_else(|_| default.into());
    let is_terminal = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A journal or a file shows colors as noise.
    log.with_ansi(is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())).init();
}

/// Says what went wrong. A reader that went away (`| head`) is no failure.
fn fail(error: &anyhow::Error, json: bool) -> ExitCode {
    let is_broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(is_broken_pipe) {
        return ExitCode::SUCCESS;
    }
    let refusal = error.downcast_ref::<Refusal>().or_else(|| match error.downcast_ref::<Fail>() {
        Some(Fail::Refusal(refusal)) => Some(refusal),
        _ => None,
    });
    match refusal {
        Some(refusal) => {
            eprintln!("refused: {refusal} [{}]", refusal.code());
            if json {
                let _ = Out::new(true)
                    .object(&serde_json::json!({ "code": refusal.code(), "message": refusal.to_string() }));
            }
        }
        None => eprintln!("error: {error:#}"),
    }
    ExitCode::FAILURE
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let mut out = Out::new(cli.json);
    let (config, at) = (cli.config.clone(), cli.at);
    let open = || House::open(&config, at);
    match cli.command {
        Command::Demo(args) => demo::run(args, at).await?,
        Command::Init(args) => init::run(&args, at, &mut out).await?,
        Command::Doctor => return doctor::run(&cli.config, at, &mut out).await,
        Command::GoLive(args) => return go_live::run(&cli.config, at, &args, &mut out).await,
        Command::Serve(args) => serve::run(open().await?, &args).await?,
        Command::Tick => tick::run(open().await?, &mut out).await?,
        Command::Hold(args) => hold::run(&open().await?, args, &mut out).await?,
        Command::Release(args) => release::run(&open().await?, args, &mut out).await?,
        Command::Import(args) => return import::run(&open().await?, &args, &mut out).await,
        Command::Export(args) => export::run(&open().await?, &args, &mut out).await?,
        Command::License(command) => license::run(&open().await?, command, &mut out).await?,
        Command::Holder(command) => holder::run(&open().await?, command, &mut out).await?,
        Command::Notice(command) => notice::run(&open().await?, command, &mut out).await?,
        Command::Theft(command) => theft::run(&open().await?, command, &mut out).await?,
        Command::Inbound(args) => return Ok(inbound::run(&cli.config, at, args, &mut out).await),
        Command::Suppression(command) => suppression::run(&open().await?, command, &mut out).await?,
        Command::Forecast(args) => forecast::run(&open().await?, &args, &mut out).await?,
        Command::Schedule(command) => return schedule::run(&cli.config, command, &mut out),
        Command::Letter(command) => return letter::run(&cli.config, at, command, &mut out).await,
        Command::Keys(command) => keys::run(&cli.config, at, &command, &mut out)?,
        Command::Keyfile(command) => return keyfile::run(&cli.config, at, command, &mut out).await,
        Command::Token(command) => token::run(&open().await?, command, &mut out).await?,
        Command::Db(command) => db::run(&open().await?, command, &mut out).await?,
        Command::Completions(args) => completions::run(&args)?,
        Command::Man(args) => completions::man(&args)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads `--at`: an instant with its offset, or a date or time of day in UTC.
fn read_at(text: &str) -> Result<Timestamp, String> {
    let in_utc = |at: civil::DateTime| at.to_zoned(jiff::tz::TimeZone::UTC).map(|zoned| zoned.timestamp());
    let read = text
        .parse::<Timestamp>()
        .or_else(|_| text.parse::<jiff::Zoned>().map(|zoned| zoned.timestamp()))
        .or_else(|_| text.parse::<civil::DateTime>().and_then(in_utc))
        .or_else(|_| {
            text.parse::<civil::Date>().and_then(|day| in_utc(day.to_datetime(civil::Time::midnight())))
        });
    read.map_err(|_| format!("`{text}` is not a time; one is written 2026-12-01T10:00:00Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_only_commands_that_there_are() {
        for what in ["license", "notice", "token", "holder", "suppressed address"] {
            let words = Refusal::NotFound { what, name: "x".to_owned() }.to_string();
            let command = words.split('`').find(|part| part.starts_with("tenure ")).unwrap_or_default();
            assert!(Cli::try_parse_from(command.split(' ')).is_ok(), "{words}");
        }
    }
}
