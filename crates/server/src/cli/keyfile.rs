//! `tenure keyfile …`: what the vendor's product reads offline.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use jiff::Timestamp;
use serde_json::json;
use tenure_domain::Refusal;
use tenure_keyfile::Claims;

use super::Out;
use crate::{
    actions::{Fail, Held, find_license, key_file::key_file},
    clock::Clock,
    config::{Config, Keys},
    house::House,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Write the key file of a license to standard output.
    Show {
        /// The license: its id, external id or serial number.
        license: String,
    },
    /// Verify a key file, and show what it says.
    Verify {
        /// The key file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// Runs one of the commands.
pub async fn run(
    settings: &Path,
    at: Option<Timestamp>,
    command: Command,
    out: &mut Out,
) -> anyhow::Result<ExitCode> {
    match command {
        Command::Show { license } => show(&House::open(settings, at).await?, license, out).await,
        Command::Verify { file } => verify(settings, at, &file, out),
    }
}

async fn show(house: &House, name: String, out: &mut Out) -> anyhow::Result<ExitCode> {
    let desk = house.desk.clone();
    let held = house.store.write(move |tx| {
        let license = find_license(tx, &desk, &name)?;
        Ok::<_, Fail>(Held::read(tx, &desk, license)?)
    });
    let held = held.await?;
    let written = held.holder.as_ref().and_then(|holder| {
        key_file(&house.desk, &held.license, holder, &house.desk.language_of(holder), house.clock.now())
    });
    let text = match (written, held.license.block) {
        (Some(text), _) => text,
        (None, Some(block)) => return Err(Refusal::Blocked(block.reason).into()),
        (None, None) => return Err(Refusal::NotRegistered.into()),
    };
    out.say(&json!({ "license": held.license.id, "key_file": text }), text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

fn verify(settings: &Path, at: Option<Timestamp>, file: &Path, out: &mut Out) -> anyhow::Result<ExitCode> {
    let keys = Keys::read(&Config::read(settings)?.keys_path())?;
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let now = at.map_or(Clock::System, Clock::Fixed).now();
    let (claims, problem) = match keys.public().verify(&text, now.as_second()) {
        Ok(claims) => (Some(claims), None),
        Err(invalid) => (invalid.claims().cloned(), Some((invalid.code(), invalid.to_string()))),
    };
    let object = json!({
        "valid": problem.is_none(),
        "code": problem.as_ref().map(|(code, _)| *code),
        "claims": claims.as_ref().map(as_json),
    });
    let said = claims.as_ref().map_or_else(String::new, |claims| {
        serde_json::to_string_pretty(&as_json(claims)).unwrap_or_default()
    });
    let verdict = problem
        .as_ref()
        .map_or_else(|| "valid".to_owned(), |(code, words)| format!("not valid ({code}): {words}"));
    out.say(&object, format_args!("{verdict}\n{said}"))?;
    Ok(if problem.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn as_json(claims: &Claims) -> serde_json::Value {
    let instant = |second| Timestamp::from_second(second).map(|at| at.to_string()).unwrap_or_default();
    json!({
        "vendor": claims.vendor,
        "license": claims.license_id,
        "serial": claims.masked_serial,
        "product": claims.product_code,
        "product_name": claims.product_name,
        "devices": claims.devices,
        "holder": claims.holder_name,
        "not_before": instant(claims.begins_at),
        "not_after": instant(claims.last_valid_second()),
    })
}
