//! `tenure schedule …`: the programme.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use tenure_domain::{Schedule, Step, schedule::Rule};

use super::Out;
use crate::config::Config;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Show what holders are told, and when.
    Show,
    /// Check a schedule without using it.
    Check {
        /// The file; left out: the one in use.
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
}

/// Runs one of the commands.
pub fn run(settings: &Path, command: Command, out: &mut Out) -> anyhow::Result<ExitCode> {
    let config = Config::read(settings)?;
    match command {
        Command::Show => show(&config.schedule, out)?,
        Command::Check { file } => {
            let path = file.unwrap_or_else(|| config.folder.join(&config.settings.files.schedule));
            let schedule = config.read_schedule(&path)?;
            let (rules, steps) =
                (schedule.rules().len(), schedule.rules().iter().map(|rule| rule.steps.len()).sum::<usize>());
            out.say(
                &json!({ "rules": rules, "steps": steps }),
                format_args!("{}: {rules} rules with {steps} steps, nothing wrong", path.display()),
            )?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show(schedule: &Schedule, out: &mut Out) -> anyhow::Result<()> {
    if out.is_json() {
        for rule in schedule.rules() {
            let steps: Vec<String> = rule.steps.iter().map(ToString::to_string).collect();
            out.object(&json!({ "kind": rule.kind.code(), "segment": rule.segment.map(tenure_domain::Segment::code), "except": rule.except, "steps": steps }))?;
        }
        return Ok(());
    }
    out.table(
        &["notice", "for", "sent", "except"],
        schedule.rules().iter().map(|rule| {
            let segment = rule.segment.map_or("every segment", tenure_domain::Segment::code);
            vec![rule.kind.to_string(), segment.to_owned(), steps(rule), rule.except.join(", ")]
        }),
    )?;
    out.line(format_args!("Dated ones at {} of the holder's day.", schedule.send_at.strftime("%H:%M")))?;
    Ok(())
}

fn steps(rule: &Rule) -> String {
    let text = |step: &Step| match step {
        Step::AtOnce => "at once".to_owned(),
        Step::Days(_) => step.to_string(),
    };
    rule.steps.iter().map(text).collect::<Vec<_>>().join(", ")
}
