//! `tenure doctor`: what is well, and what is to be mended.

use std::{path::Path, process::ExitCode};

use jiff::Timestamp;
use serde_json::json;
use tenure_domain::{Kind, State};
use tenure_store::{Engine, hold, notice, pass, probe};

use super::Out;
use crate::{
    config::{Config, Keys, Mode, dkim, letters},
    house::House,
};

/// Findings, as they are told.
struct Findings<'a> {
    out: &'a mut Out,
    wrong: u32,
}

impl Findings<'_> {
    fn add(&mut self, what: &str, found: Result<String, String>) -> anyhow::Result<()> {
        let (ok, words) = match found {
            Ok(words) => (true, words),
            Err(words) => (false, words),
        };
        self.wrong += u32::from(!ok);
        let mark = if ok { "ok   " } else { "WRONG" };
        self.out.say(
            &json!({ "check": what, "ok": ok, "words": words }),
            format_args!("{mark}  {what:<10} {words}"),
        )
    }
}

/// Checks everything that can be checked without sending; exit status 1 when something is wrong.
pub async fn run(path: &Path, at: Option<Timestamp>, out: &mut Out) -> anyhow::Result<ExitCode> {
    let mut findings = Findings { out, wrong: 0 };
    let config = Config::read(path);
    match &config {
        Ok(config) => findings.add("settings", Ok(settings(config)))?,
        Err(error) => findings.add("settings", Err(format!("{error:#}")))?,
    }
    if let Ok(config) = config {
        findings.add("keys", keys(&config))?;
        for fault in letters::wordings(&config)?.1 {
            findings.add("letters", Err(fault.to_string()))?;
        }
        match House::open(path, at).await {
            Ok(house) => examine(&house, &mut findings).await?,
            Err(error) => findings.add("house", Err(format!("{error:#}")))?,
        }
    }
    Ok(if findings.wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn settings(config: &Config) -> String {
    let mode = if config.settings.mode == Mode::Live { "live" } else { "sandbox" };
    let (products, rules) = (config.products.iter().count(), config.schedule.rules().len());
    format!("{mode}, {products} products, {rules} rules in the schedule")
}

fn keys(config: &Config) -> Result<String, String> {
    let keys = Keys::read(&config.keys_path()).map_err(|error| format!("{error:#}"))?;
    Ok(format!("key files are signed by {}", keys.signing().key_id()))
}

async fn examine(house: &House, findings: &mut Findings<'_>) -> anyhow::Result<()> {
    findings.add("texts", texts(house))?;
    findings.add("database", database(house).await)?;
    findings.add("relay", house.carrier.check().await)?;
    findings.add("notices", backlog(house).await)?;
    findings.add("sending", sending(house).await)?;
    dns(house, findings)?;
    house.carrier.close().await;
    house.store.close().await;
    Ok(())
}

fn texts(house: &House) -> Result<String, String> {
    let default = &house.desk.settings.vendor.language;
    let lacks = |kind: &&Kind| {
        !house.desk.wordings.languages(**kind).iter().any(|language| default.starts_with(*language))
    };
    let missing: Vec<&str> = Kind::ALL.iter().filter(lacks).map(|kind| kind.code()).collect();
    if missing.is_empty() {
        Ok(format!("every notice has a text in {default}"))
    } else {
        Err(format!("no text in {default} for {}", missing.join(", ")))
    }
}

/// The records that the DNS should have. Nothing here can ask it, so this says so.
fn dns(house: &House, findings: &mut Findings<'_>) -> anyhow::Result<()> {
    let (settings, signer) = (&house.desk.settings, house.desk.signer.as_ref());
    let mail_stays_here = house.carrier.is_local();
    for record in dkim::records(settings, signer) {
        findings
            .add("dns", Ok(format!("to publish, not checked: {}. TXT {}", record.name, record.in_zone())))?;
    }
    match signer {
        Some(signer) => findings.add("dkim", Ok(format!("letters are signed for {}", signer.domain()))),
        None if mail_stays_here => {
            findings.add("dkim", Ok("letters are not signed (dkim.domain is empty)".to_owned()))
        }
        None => findings.add(
            "dkim",
            Ok("letters are not signed here (dkim.domain is empty): the relay has to do it".to_owned()),
        ),
    }
}

async fn database(house: &House) -> Result<String, String> {
    let now = house.clock.now();
    let written = house.store.write(move |tx| probe::write(tx, now)).await;
    written.map_err(|fault| format!("it takes no commits: {fault}"))?;
    let last = house.store.read(pass::find).await.map_err(|fault| fault.to_string())?;
    let engine = if house.store.engine() == Engine::Sqlite { "SQLite" } else { "PostgreSQL" };
    Ok(format!(
        "{engine}, {}",
        last.map_or_else(
            || "nothing planned yet".to_owned(),
            |last| format!("planned up to {}", last.completed_at)
        )
    ))
}

async fn sending(house: &House) -> Result<String, String> {
    let holds = house.store.read(hold::list).await.map_err(|fault| fault.to_string())?;
    if holds.is_empty() {
        return Ok("nothing holds it".to_owned());
    }
    let words: Vec<String> = holds.iter().map(ToString::to_string).collect();
    Err(format!("{}. `tenure release` resumes it", words.join("; ")))
}

async fn backlog(house: &House) -> Result<String, String> {
    let counts = house.store.read(notice::count).await.map_err(|fault| fault.to_string())?;
    let (all, open) = (
        counts.values().sum::<u64>(),
        counts.iter().filter(|(state, _)| state.is_open()).map(|(_, count)| count).sum::<u64>(),
    );
    let failed = counts.get(&State::Failed).copied().unwrap_or(0);
    Ok(format!("{all} in all, {open} open, {failed} failed"))
}
