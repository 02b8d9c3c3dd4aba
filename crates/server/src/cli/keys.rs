//! `tenure keys …`: the keys that sign key files.

use std::path::Path;

use jiff::Timestamp;
use serde_json::json;
use tenure_domain::Zone;

use super::Out;
use crate::{
    clock::Clock,
    config::{Config, Keys, dkim},
    ids::Ids,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// List the keys that sign key files, with the public keys that your product verifies them by.
    List,
    /// Make a new signing key and use it from now on; the old ones go on to verify.
    Rotate,
    /// Make the keys that sign letters (DKIM), once, and show the records that the DNS needs.
    Dkim,
}

/// Runs one of the commands.
pub fn run(settings: &Path, at: Option<Timestamp>, command: &Command, out: &mut Out) -> anyhow::Result<()> {
    let path = Config::read(settings)?.keys_path();
    if matches!(command, Command::Rotate) {
        let today = Zone::UTC.day_of(at.map_or(Clock::System, Clock::Fixed).now());
        Keys::rotate(&path, &Ids::System, today)?;
    }
    if matches!(command, Command::Dkim) {
        return dkim_keys(settings, out);
    }
    let keys = Keys::read(&path)?;
    for (at, signing) in keys.signing.iter().enumerate() {
        let in_use = at + 1 == keys.signing.len();
        let public = signing.key.public_key().to_string();
        let object = json!({ "id": signing.key.key_id().to_string(), "since": signing.since, "in_use": in_use, "public_key": public });
        out.say(
            &object,
            format_args!("{public}  since {}{}", signing.since, if in_use { ", in use" } else { "" }),
        )?;
    }
    Ok(())
}

/// Makes the keys where there are none, and shows their records.
fn dkim_keys(settings: &Path, out: &mut Out) -> anyhow::Result<()> {
    let mut config = Config::read(settings)?;
    let made = Keys::add_dkim(&config.keys_path(), &Ids::System)?;
    let is_used = !config.settings.dkim.domain.is_empty();
    if !is_used {
        let from = &config.settings.mail.from;
        config.settings.dkim.domain = from.rsplit('@').next().unwrap_or(from).to_owned();
    }
    let keys = Keys::read(&config.keys_path())?;
    let signer = dkim::signer(&config.settings, &keys)?;
    for record in signer.iter().flat_map(tenure_post::dkim::Signer::records) {
        let object = json!({ "name": record.name, "type": "TXT", "text": record.text, "made": made });
        out.say(&object, format_args!("{}. TXT {}", record.name, record.in_zone()))?;
    }
    if !is_used && !out.is_json() {
        out.line(format_args!(
            "Publish these, then set dkim.domain = \"{}\": letters are signed from then on.",
            config.settings.dkim.domain
        ))?;
    }
    Ok(())
}
