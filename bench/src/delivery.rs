//! P1 and P2: from rows that are due in the database to letters accepted and settled, each with its copy in the portal.

use std::fs;

use anyhow::Context as _;

use crate::{
    folder::Folder,
    installation::Installation,
    limits::{CONVERSATIONS, openssl_signing, smtp_source},
    peer::Peer,
    processes::{Sink, Turn, turn},
    report::{Goal, Report},
};

const SOURCE: &str = "smtp-source, unsigned (letters/s)";
const OPENSSL: &str = "OpenSSL, one core (signatures/s)";
const UNSIGNED: &str = "Tenure, unsigned (letters/s)";
const ED25519: &str = "Tenure, Ed25519 (letters/s)";
const RSA: &str = "Tenure, RSA-2048 (letters/s)";
const BOTH: &str = "Tenure, both signatures (letters/s)";
const PEER: &str = "pg-boss + nodemailer, RSA-2048 (letters/s)";

/// A way to sign, by the settings that differ.
const WAYS: [(&str, &str, &str, &str); 4] = [
    (UNSIGNED, "", "", ""),
    (ED25519, "vendor.example", "", "tenure-ed25519"),
    (RSA, "vendor.example", "tenure-rsa", ""),
    (BOTH, "vendor.example", "tenure-rsa", "tenure-ed25519"),
];

/// Measures delivery.
pub async fn measure(letters: usize, rounds: usize, report: &mut Report) -> anyhow::Result<()> {
    println!("delivery: {letters} letters, {rounds} rounds");
    let template = Installation::with_due(letters)?;
    let size = size_of_a_letter()?;
    let sink = Sink::start().await?;
    let peer = Peer::start(letters, size)?;
    if let Err(why) = &peer {
        report.note(format!("pg-boss + nodemailer was not measured: {why}"));
    }
    for round in 1..=rounds {
        println!("round {round}");
        add(report, SOURCE, smtp_source(&sink, letters, size)?);
        for way in WAYS {
            add(report, way.0, deliver(&template, &sink, letters, way)?);
        }
        report.add(OPENSSL, openssl_signing()?);
        if let Ok(peer) = &peer {
            report.add(PEER, peer.deliver(&sink)?);
        }
    }
    report.compare("P1 unsigned / smtp-source", UNSIGNED, SOURCE, Goal::AtLeast(0.95));
    report.compare("P1 Ed25519 / smtp-source", ED25519, SOURCE, Goal::AtLeast(0.85));
    report.compare("P2 RSA-2048 / OpenSSL", RSA, OPENSSL, Goal::AtLeast(0.95));
    report.compare("P2 RSA-2048 / pg-boss + nodemailer", RSA, PEER, Goal::AtLeast(5.0));
    report.note(format!(
        "A letter has {size} octets; {CONVERSATIONS} conversations are kept; SQLite, synchronous FULL."
    ));
    Ok(())
}

/// Adds the rate of a turn, and the time of a core that a letter took.
fn add(report: &mut Report, name: &str, turn: Turn) {
    report.add(name, turn.per_second);
    if let Some(micros) = turn.cpu_micros {
        report.add(&cpu_of(name), micros);
    }
}

fn cpu_of(name: &str) -> String {
    name.replace("letters/s", "µs of a core per letter")
}

fn deliver(
    template: &Installation,
    sink: &Sink,
    letters: usize,
    (_, domain, rsa, ed25519): (&str, &str, &str, &str),
) -> anyhow::Result<Turn> {
    let installation = template.copy()?;
    let settings = [
        ("mail.relay", format!("smtp://127.0.0.1:{}", sink.port)),
        ("mail.connections", CONVERSATIONS.to_string()),
        ("dkim.domain", domain.to_owned()),
        ("dkim.selector_rsa", rsa.to_owned()),
        ("dkim.selector_ed25519", ed25519.to_owned()),
    ];
    turn(letters, || installation.deliver(letters, &settings))
}

/// The size of such a letter, in octets: what the others send is as large.
fn size_of_a_letter() -> anyhow::Result<usize> {
    let (one, folder) = (Installation::with_due(1)?, Folder::new()?);
    one.deliver(1, &[("mail.relay", format!("folder:{}", folder.path().display()))])?;
    let file = fs::read_dir(folder.path())?.next().context("no letter was written")??;
    Ok(usize::try_from(file.metadata()?.len())?)
}
