//! `tenure keys …`: the keys that sign key files.

use std::path::Path;

use jiff::Timestamp;
use serde_json::json;
use tenure_domain::Zone;

use super::Out;
use crate::{
    clock::Clock,
    config::{Config, Keys},
    ids::Ids,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// List the keys that sign key files, with the public keys that your product verifies them by.
    List,
    /// Make a new signing key and use it from now on; the old ones go on to verify.
    Rotate,
}

/// Runs one of the commands.
pub fn run(settings: &Path, at: Option<Timestamp>, command: &Command, out: &mut Out) -> anyhow::Result<()> {
    let path = Config::read(settings)?.keys_path();
    if matches!(command, Command::Rotate) {
        let today = Zone::UTC.day_of(at.map_or(Clock::System, Clock::Fixed).now());
        Keys::rotate(&path, &Ids::System, today)?;
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
