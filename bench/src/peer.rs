//! What else one would build: a queue in PostgreSQL and a mailer in Node, two processes, the same letters into the same
//! sink. `bench/peer/send.mjs` is all of it.

use std::{env, path::PathBuf, process::Command};

use anyhow::{Context as _, ensure};
use serde_json::Value;

use crate::processes::{Sink, output};

/// pg-boss and nodemailer, ready to begin.
pub struct Peer {
    letters: usize,
    size: usize,
    postgres: String,
}

impl Peer {
    /// Installs what it needs from the registry of Node; the inner error says why it cannot be measured.
    pub fn start(letters: usize, size: usize) -> anyhow::Result<Result<Self, String>> {
        let Ok(postgres) = env::var("BENCH_POSTGRES") else {
            return Ok(Err("BENCH_POSTGRES names no server (bench/run starts one)".to_owned()));
        };
        let installed =
            output(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder()?));
        Ok(installed.map(|_| Self { letters, size, postgres }).map_err(|fault| format!("{fault:#}")))
    }

    /// Letters a second, from jobs in the queue to jobs completed.
    pub fn deliver(&self, sink: &Sink) -> anyhow::Result<f64> {
        let told = output(
            Command::new("node")
                .arg(folder()?.join("send.mjs"))
                .args([self.letters.to_string(), self.size.to_string(), sink.port.to_string()])
                .env("BENCH_POSTGRES", &self.postgres),
        )?;
        let told: Value = serde_json::from_str(told.trim()).context("send.mjs told no figures")?;
        ensure!(told["sent"] == self.letters, "{} letters should have been sent: {told}", self.letters);
        told["per_second"].as_f64().context("send.mjs told no rate")
    }
}

fn folder() -> anyhow::Result<PathBuf> {
    Ok(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/peer")).canonicalize()?)
}
