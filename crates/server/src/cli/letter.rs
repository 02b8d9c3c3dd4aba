//! `tenure letter …`: the texts of letters.

use std::{
    collections::BTreeSet,
    fs::OpenOptions,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
    process::{ExitCode, Stdio},
};

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use serde_json::json;
use tenure_domain::Kind;
use tenure_post::letter::{Facts, Vendor, Wordings, Words, render, samples};

use super::Out;
use crate::{
    actions::{Fail, find_license, preview},
    config::{Config, letters},
    house::House,
    pages::Pages,
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
        open_in_browser(args.kind, &words.html)?;
    }
    let object = json!({ "subject": words.subject, "preheader": words.preheader, "language": words.language, "text": words.text, "html": words.html });
    let shown = if args.html { words.html } else { format!("Subject: {}\n\n{}", words.subject, words.text) };
    out.say(&object, shown.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the letter where its reader alone can read it, says where, and opens it if there is a browser.
fn open_in_browser(kind: Kind, html: &str) -> anyhow::Result<()> {
    let path = std::env::temp_dir().join(format!("tenure-{kind}-{}.html", std::process::id()));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    file.write_all(html.as_bytes())?;
    eprintln!("The letter is in {}", path.display());
    let mut browser = std::process::Command::new("xdg-open");
    browser.arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if browser.spawn().is_err() {
        eprintln!("No browser could be opened (xdg-open).");
    }
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
    let (wordings, _) = letters::wordings(config)?;
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
    Ok(render(&Facts { vendor: vendor_of(config), ..facts.clone() }, wording)?)
}

/// The vendor as the settings name it; a logo is only served by a process that runs.
fn vendor_of(config: &Config) -> Vendor {
    let vendor = &config.settings.vendor;
    Vendor {
        name: vendor.name.clone(),
        url: vendor.url.clone(),
        logo: String::new(),
        color: vendor.color.clone(),
        address: vendor.address.clone(),
    }
}

/// What a check found.
struct Found<'a> {
    out: &'a mut Out,
    missing: usize,
    broken: usize,
}

impl Found<'_> {
    fn missing(&mut self, what: &str) -> anyhow::Result<()> {
        self.missing += 1;
        self.out.say(&json!({ "problem": "missing", "file": what }), format_args!("missing: {what}"))
    }

    fn broken(&mut self, file: &str, reason: &str) -> anyhow::Result<()> {
        self.broken += 1;
        let object = json!({ "problem": "broken", "file": file, "reason": reason });
        self.out.say(&object, format_args!("broken: {reason}"))
    }
}

fn check(config: &Config, out: &mut Out) -> anyhow::Result<ExitCode> {
    let (wordings, refused) = letters::wordings(config)?;
    let pages = Pages::embedded()?;
    let mut found = Found { out, missing: 0, broken: 0 };
    let languages = check_letters(config, &wordings, &mut found)?;
    for fault in &refused {
        found.broken(&fault.file, &fault.to_string())?;
    }
    for (language, id) in pages.missing() {
        found.missing(&format!("the pages have no `{id}` in `{language}`: content/pages/{language}.ftl"))?;
    }
    let Found { out, missing, broken } = found;
    if !out.is_json() {
        for language in languages.iter().filter(|language| !pages.languages().contains(&language.as_str())) {
            out.line(format_args!(
                "note: letters speak `{language}`, pages do not: content/pages/{language}.ftl"
            ))?;
        }
        out.line(format_args!(
            "{} languages, {} texts, {missing} missing, {broken} broken",
            languages.len(),
            wordings.iter().count(),
        ))?;
    }
    Ok(if missing == 0 && broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Which letters lack a text, and which cannot be written; the languages that letters speak.
fn check_letters(
    config: &Config,
    wordings: &Wordings,
    found: &mut Found<'_>,
) -> anyhow::Result<BTreeSet<String>> {
    let spoken = wordings.iter().map(|wording| wording.language.clone());
    let languages: BTreeSet<String> = spoken.chain([config.settings.vendor.language.clone()]).collect();
    let all: Vec<&str> = languages.iter().map(String::as_str).collect();
    for one in wordings.missing(&all) {
        found.missing(&one.to_string())?;
    }
    for wording in wordings.iter() {
        let Some(kind) = wording.kind else { continue };
        for (name, facts) in samples(kind) {
            if let Err(fault) = render(&facts, wording) {
                found.broken(&wording.file(), &format!("{} ({name}): {fault}", wording.file()))?;
            }
        }
    }
    Ok(languages)
}
