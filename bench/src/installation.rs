//! An installation of Tenure in a folder of its own, driven as an operator drives it: by its commands.

use std::{fmt::Write as _, fs, path::PathBuf, process::Command};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

use crate::folder::Folder;

/// When the licenses are imported, and a day on which a reminder of each is due.
const IMPORTED_AT: &str = "2026-01-01T08:00:00Z";
const DUE_AT: &str = "2026-02-08T12:00:00Z";
/// Thirty days after it.
const EXPIRES_ON: &str = "2026-03-10";

/// An installation.
pub struct Installation(Folder);

impl Installation {
    /// A fresh one on SQLite.
    pub fn new() -> anyhow::Result<Self> {
        let installation = Self(Folder::new()?);
        let folder = installation.0.path().join("made");
        let made = Command::new(tenure()?).args(["init", "--at", IMPORTED_AT]).arg(&folder).output()?;
        ensure!(made.status.success(), "init: {}", String::from_utf8_lossy(&made.stderr));
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            fs::rename(entry.path(), installation.0.path().join(entry.file_name()))?;
        }
        Ok(installation)
    }

    /// One in which a reminder of each of so many licenses is planned and due, and sending is held.
    pub fn with_due(letters: usize) -> anyhow::Result<Self> {
        let installation = Self::new()?;
        let file = installation.0.path().join("licenses.csv");
        fs::write(&file, rows(letters))?;
        installation.run(IMPORTED_AT, &["import", &file.to_string_lossy()])?;
        installation.run(IMPORTED_AT, &["tick"])?;
        installation.run(DUE_AT, &["hold"])?;
        let planned = installation.run(DUE_AT, &["tick"])?;
        ensure!(planned["planned"] == letters, "{letters} should have been planned: {planned}");
        installation.run(DUE_AT, &["release", "--yes"])?;
        installation.run(DUE_AT, &["keys", "dkim"])?;
        Ok(installation)
    }

    /// The same again, with settings of its own: lines such as `mail.relay = "…"` become variables of the environment.
    pub fn copy(&self) -> anyhow::Result<Self> {
        Ok(Self(self.0.copy()?))
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    /// One round in which everything that is due is to be sent.
    pub fn deliver(&self, letters: usize, settings: &[(&str, String)]) -> anyhow::Result<()> {
        let told = self.run_with(DUE_AT, &["tick"], settings)?;
        ensure!(told["accepted"] == letters, "{letters} should have been accepted: {told}");
        Ok(())
    }

    fn run(&self, at: &str, args: &[&str]) -> anyhow::Result<Value> {
        self.run_with(at, args, &[])
    }

    fn run_with(&self, at: &str, args: &[&str], settings: &[(&str, String)]) -> anyhow::Result<Value> {
        let mut command = Command::new(tenure()?);
        command
            .arg("--config")
            .arg(self.0.path().join("tenure.toml"))
            .args(["--at", at, "--json"])
            .args(args);
        command.env("RUST_LOG", "error");
        for (name, value) in settings {
            command.env(format!("TENURE__{}", name.to_uppercase().replace('.', "__")), value);
        }
        let output = command.output()?;
        if !output.status.success() {
            bail!("tenure {}: {}", args.join(" "), String::from_utf8_lossy(&output.stderr));
        }
        let last = output.stdout.split(|byte| *byte == b'\n').rfind(|line| !line.is_empty());
        Ok(last.and_then(|line| serde_json::from_slice(line).ok()).unwrap_or(Value::Null))
    }
}

/// The binary, built beside this one.
fn tenure() -> anyhow::Result<PathBuf> {
    let path = std::env::current_exe()?.with_file_name("tenure");
    ensure!(path.is_file(), "{} is missing: bench/run builds it", path.display());
    path.canonicalize().context("the binary of Tenure")
}

fn rows(letters: usize) -> String {
    let mut rows = "external_id,product,email,name,language,registered_on,expires_on\n".to_owned();
    for number in 0..letters {
        let _ = writeln!(
            rows,
            "B{number},security-space,holder{number}@mail.example,Jan Nowak {number},pl,2025-03-10,{EXPIRES_ON}"
        );
    }
    rows
}
