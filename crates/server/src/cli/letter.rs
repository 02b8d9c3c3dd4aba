//! `tenure letter …`: the texts of letters.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use serde_json::json;
use tenure_domain::Kind;
use tenure_post::letter::{Facts, Wordings, Words, render, samples};

use super::Out;
use crate::{
    actions::{Fail, find_license, preview},
    config::Config,
    house::House,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Show a letter, of a sample or of a real license.
    Preview(PreviewArgs),
    /// List missing texts, and write every letter in every language once to see that it can be.
    Check,
}

#[derive(clap::Args)]
pub struct PreviewArgs {
    /// The kind of notice.
    kind: Kind,
    /// In which language (BCP 47); left out: the vendor's.
    #[arg(long)]
    language: Option<String>,
    /// Of this license: its id, external id or serial number; left out: of a sample.
    #[arg(long)]
    license: Option<String>,
    /// Which sample; left out: the first.
    #[arg(long)]
    sample: Option<String>,
    /// Write the HTML part instead of the text part.
    #[arg(long)]
    html: bool,
    /// Write the HTML part to a file and open it in the browser.
    #[arg(long)]
    open: bool,
}

/// Runs one of the commands.
pub async fn run(
    settings: &Path,
    at: Option<Timestamp>,
    command: Command,
    out: &mut Out,
) -> anyhow::Result<ExitCode> {
    match command {
        Command::Preview(args) => preview(settings, at, args, out).await,
        Command::Check => check(&Config::read(settings)?, out),
    }
}

async fn preview(
    settings: &Path,
    at: Option<Timestamp>,
    args: PreviewArgs,
    out: &mut Out,
) -> anyhow::Result<ExitCode> {
    let words = match args.license {
        Some(name) => {
            preview_license(&House::open(settings, at).await?, args.kind, name, args.language).await?
        }
        None => preview_sample(&Config::read(settings)?, args.kind, args.language, args.sample)?,
    };
    if args.open {
        let path = std::env::temp_dir().join(format!("tenure-{}.html", args.kind));
        std::fs::write(&path, &words.html)?;
        open_in_browser(&path)?;
    }
    let object = json!({ "subject": words.subject, "preheader": words.preheader, "language": words.language, "text": words.text, "html": words.html });
    let shown = if args.html { words.html } else { format!("Subject: {}\n\n{}", words.subject, words.text) };
    out.say(&object, shown.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

fn open_in_browser(path: &PathBuf) -> anyhow::Result<()> {
    std::process::Command::new("xdg-open")
        .arg(path)
        .spawn()
        .with_context(|| format!("no browser could be opened; the letter is in {}", path.display()))?;
    Ok(())
}

async fn preview_license(
    house: &House,
    kind: Kind,
    name: String,
    language: Option<String>,
) -> anyhow::Result<Words> {
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let words = house.store.write(move |tx| {
        let license = find_license(tx, &desk, &name)?;
        Ok::<_, Fail>(preview::preview(tx, &desk, license, kind, language.as_deref(), now)?)
    });
    words.await?.map_err(anyhow::Error::msg)
}

fn preview_sample(
    config: &Config,
    kind: Kind,
    language: Option<String>,
    sample: Option<String>,
) -> anyhow::Result<Words> {
    let wordings = Wordings::embedded()?;
    let language = language.unwrap_or_else(|| config.settings.vendor.language.clone());
    let wording = wordings
        .choose(kind, &language, &config.settings.vendor.language)
        .with_context(|| format!("{kind} has no text"))?;
    let all = samples(kind);
    let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
    let found = all.iter().find(|(name, _)| sample.as_deref().is_none_or(|wanted| wanted == *name));
    let Some((_, facts)) = found else {
        bail!("there is no sample `{}`; {kind} has {}", sample.unwrap_or_default(), names.join(", "))
    };
    Ok(render(facts, wording)?)
}

fn check(config: &Config, out: &mut Out) -> anyhow::Result<ExitCode> {
    let wordings = Wordings::embedded()?;
    let mut languages: Vec<&str> = wordings
        .iter()
        .map(|wording| wording.language.as_str())
        .chain([config.settings.vendor.language.as_str()])
        .collect();
    languages.sort_unstable();
    languages.dedup();
    let missing = wordings.missing(&languages);
    for one in &missing {
        out.say(&json!({ "problem": "missing", "file": one.to_string() }), format_args!("missing: {one}"))?;
    }
    let mut broken = 0;
    for wording in wordings.iter() {
        let Some(kind) = wording.kind else { continue };
        let sampled: Vec<(&str, Facts)> = samples(kind);
        for (name, facts) in sampled {
            if let Err(fault) = render(&facts, wording) {
                broken += 1;
                out.say(
                    &json!({ "problem": "broken", "file": wording.file(), "reason": fault.to_string() }),
                    format_args!("broken: {} ({name}): {fault}", wording.file()),
                )?;
            }
        }
    }
    if !out.is_json() {
        out.line(format_args!(
            "{} languages, {} texts, {} missing, {broken} broken",
            languages.len(),
            wordings.iter().count(),
            missing.len()
        ))?;
    }
    Ok(if missing.is_empty() && broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
