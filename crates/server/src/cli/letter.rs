//! `tenure letter …`: the texts of letters.

use std::{
    collections::BTreeSet,
    fmt,
    fs::OpenOptions,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
    process::{ExitCode, Stdio},
    str::FromStr,
};

use anyhow::{Context as _, bail};
use jiff::Timestamp;
use serde_json::json;
use tenure_domain::Kind;
use tenure_post::letter::{
    AddressConfirm, Facts, Gathered, SignIn, Vendor, Wording, Wordings, Words, WordsFault,
    address_confirm_sample, gathered_sample, render, render_address_confirm, render_gathered, render_sign_in,
    samples, sign_in_sample,
};

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
    /// The kind of notice; or `sign-in`, `address-confirm` or `gathered`, letters that are no notices.
    #[arg(value_name = "KIND")]
    letter: Letter,
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

/// A letter, by the name of its folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Notice(Kind),
    SignIn,
    AddressConfirm,
    Gathered,
}

impl FromStr for Letter {
    type Err = <Kind as FromStr>::Err;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Ok(match name {
            "sign-in" => Self::SignIn,
            "address-confirm" => Self::AddressConfirm,
            "gathered" => Self::Gathered,
            kind => Self::Notice(kind.parse()?),
        })
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Notice(kind) => write!(f, "{kind}"),
            Self::SignIn => f.write_str("sign-in"),
            Self::AddressConfirm => f.write_str("address-confirm"),
            Self::Gathered => f.write_str("gathered"),
        }
    }
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
    let words = match (args.license, args.letter) {
        (Some(name), Letter::Notice(kind)) => {
            preview_license(&House::open(settings, at).await?, kind, name, args.language).await?
        }
        (Some(_), letter) => bail!("{letter} is about no license: leave out --license"),
        (None, letter) => {
            preview_sample(&Config::read(settings)?, letter, args.language.as_deref(), args.sample)?
        }
    };
    if args.open {
        open_in_browser(args.letter, &words.html)?;
    }
    let object = json!({ "subject": words.subject, "preheader": words.preheader, "language": words.language, "text": words.text, "html": words.html });
    let shown = if args.html { words.html } else { format!("Subject: {}\n\n{}", words.subject, words.text) };
    out.say(&object, shown.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the letter where its reader alone can read it, says where, and opens it if there is a browser.
fn open_in_browser(letter: Letter, html: &str) -> anyhow::Result<()> {
    let path = std::env::temp_dir().join(format!("tenure-{letter}-{}.html", std::process::id()));
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
    letter: Letter,
    language: Option<&str>,
    sample: Option<String>,
) -> anyhow::Result<Words> {
    let (wordings, refused) = letters::wordings(config)?;
    for fault in refused {
        eprintln!("{fault}: this text is not used, ours is");
    }
    let default = &config.settings.vendor.language;
    let wanted = language.unwrap_or(default);
    let found = match letter {
        Letter::Notice(kind) => wordings.choose(kind, wanted, default),
        Letter::SignIn => wordings.choose_sign_in(wanted, default),
        Letter::AddressConfirm => wordings.choose_address_confirm(wanted, default),
        Letter::Gathered => wordings.find_gathered(wanted).or_else(|| wordings.find_gathered(default)),
    };
    let wording = found.with_context(|| format!("{letter} has no text"))?;
    if !wording.language.eq_ignore_ascii_case(wanted) {
        eprintln!("{letter} has no text in {wanted}: holders get this one, in {}", wording.language);
    }
    let vendor = vendor_of(config);
    Ok(match (letter, sample) {
        (Letter::Notice(kind), sample) => {
            render(&Facts { vendor, ..sample_of(kind, sample.as_deref())? }, wording)?
        }
        (_, Some(sample)) => bail!("there is no sample `{sample}`; {letter} has only one"),
        (Letter::SignIn, None) => render_sign_in(&SignIn { vendor, ..sign_in_sample() }, wording)?,
        (Letter::AddressConfirm, None) => {
            render_address_confirm(&AddressConfirm { vendor, ..address_confirm_sample() }, wording)?
        }
        (Letter::Gathered, None) => render_gathered(&Gathered { vendor, ..gathered_sample() }, wording)?,
    })
}

/// The sample of this name, else the first.
fn sample_of(kind: Kind, wanted: Option<&str>) -> anyhow::Result<Facts> {
    let all = samples(kind);
    let names = all.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let found = all.into_iter().find(|(name, _)| wanted.is_none_or(|wanted| wanted == *name));
    let Some((_, facts)) = found else {
        bail!("there is no sample `{}`; {kind} has {names}", wanted.unwrap_or_default())
    };
    Ok(facts)
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

/// The samples that cannot be said in a text, by their names, and why.
fn faults_of(wording: &Wording) -> Vec<(&'static str, WordsFault)> {
    let said: Vec<(&'static str, Result<Words, WordsFault>)> = match (wording.kind, wording.name.as_str()) {
        (Some(kind), _) => {
            samples(kind).into_iter().map(|(name, facts)| (name, render(&facts, wording))).collect()
        }
        (None, "sign-in") => vec![("sample", render_sign_in(&sign_in_sample(), wording))],
        (None, "gathered") => vec![("sample", render_gathered(&gathered_sample(), wording))],
        (None, _) => vec![("sample", render_address_confirm(&address_confirm_sample(), wording))],
    };
    said.into_iter().filter_map(|(name, said)| said.err().map(|fault| (name, fault))).collect()
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
        for (name, fault) in faults_of(wording) {
            found.broken(&wording.file(), &format!("{} ({name}): {fault}", wording.file()))?;
        }
    }
    Ok(languages)
}
