//! The limits of the machine: how fast postfix's own source is with the same letters, and how fast OpenSSL signs.

use std::process::Command;

use anyhow::Context as _;

use crate::processes::{Sink, Turn, output, turn};

/// How many conversations each sender keeps.
pub const CONVERSATIONS: usize = 32;

/// Letters of `smtp-source` over kept conversations.
pub fn smtp_source(sink: &Sink, letters: usize, size: usize) -> anyhow::Result<Turn> {
    turn(letters, || {
        output(
            Command::new("smtp-source")
                .args(["-d", "-f", "licenses@vendor.example", "-t", "holder@mail.example"])
                .args([
                    "-s",
                    &CONVERSATIONS.to_string(),
                    "-m",
                    &letters.to_string(),
                    "-l",
                    &size.to_string(),
                    &format!("127.0.0.1:{}", sink.port),
                ]),
        )
        .map(drop)
    })
}

/// Signatures a second by RSA-2048, of OpenSSL on one core.
pub fn openssl_signing() -> anyhow::Result<f64> {
    let told = output(Command::new("openssl").args(["speed", "-mr", "-seconds", "2", "rsa2048"]))?;
    // "+F2:2:2048:<signatures a second>:<checks a second>"
    let line = told.lines().find(|line| line.starts_with("+F2:")).context("openssl speed told nothing")?;
    Ok(line.split(':').nth(3).context("openssl speed told no rate")?.parse()?)
}
