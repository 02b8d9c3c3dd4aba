//! `tenure doctor`: what is well, and what is to be mended.

use std::{path::Path, process::ExitCode};

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{
    Out,
    checks::{self, Finding, Findings, Verdict},
};
use crate::{config::Config, house::House};

/// Checks everything that can be checked without sending; exit status 1 when something is wrong.
pub async fn run(path: &Path, at: Option<Timestamp>, out: &mut Out) -> anyhow::Result<ExitCode> {
    let mut findings = Findings::default();
    match Config::read(path) {
        Err(error) => findings.add("settings", Err(format!("{error:#}"))),
        Ok(config) => {
            checks::of_config(&config, &mut findings)?;
            match House::open(path, at).await {
                Err(error) => findings.add("house", Err(format!("{error:#}"))),
                Ok(house) => {
                    checks::of_house(&house, &mut findings).await;
                    house.carrier.close().await;
                    house.store.close().await;
                }
            }
        }
    }
    for finding in &findings.0 {
        out.say(&object(finding), line(finding))?;
    }
    Ok(if findings.wrong() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A finding, for people.
pub fn line(finding: &Finding) -> String {
    let mark = match finding.verdict {
        Verdict::Well => "ok   ",
        Verdict::Look => "look ",
        Verdict::Wrong => "WRONG",
    };
    format!("{mark}  {:<10} {}", finding.check, finding.words)
}

/// A finding, for programs.
pub fn object(finding: &Finding) -> Value {
    json!({
        "check": finding.check,
        "ok": finding.verdict != Verdict::Wrong,
        "look": finding.verdict == Verdict::Look,
        "words": finding.words,
    })
}
