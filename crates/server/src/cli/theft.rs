//! `tenure theft …`: what strangers tried, and who is turned away.

use jiff::Timestamp;
use serde_json::json;
use tenure_domain::EventId;
use tenure_store::{event::AttemptPage, tries};

use super::{Out, read_at};
use crate::{
    actions::{
        Fail, find_license,
        theft::{self, Attempt, Whose},
    },
    house::House,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// List tries to use a license with a wrong address, the newest first.
    List {
        /// Only those against this license: its id, external id or serial number.
        #[arg(long)]
        license: Option<String>,
        /// Only those after this time.
        #[arg(long, value_name = "TIME", value_parser = read_at)]
        since: Option<Timestamp>,
    },
    /// Show who is turned away for too many wrong tries: networks, holders, tokens; serial numbers by a mark of theirs.
    Limits,
}

/// How many are read at a time.
const PAGE: u32 = 1000;
/// How many of those who were turned away are shown.
const SHOWN: u32 = 1000;

/// Runs one of the commands.
pub async fn run(house: &House, command: Command, out: &mut Out) -> anyhow::Result<()> {
    match command {
        Command::List { license, since } => list(house, license, since, out).await,
        Command::Limits => limits(house, out).await,
    }
}

async fn list(
    house: &House,
    name: Option<String>,
    since: Option<Timestamp>,
    out: &mut Out,
) -> anyhow::Result<()> {
    let desk = house.desk.clone();
    let whose = house.store.write(move |tx| match &name {
        Some(name) => find_license(tx, &desk, name).map(|license| Whose::License(license.id)),
        None => Ok::<_, Fail>(Whose::All),
    });
    let whose = whose.await?;
    let mut before: Option<EventId> = None;
    loop {
        let desk = house.desk.clone();
        let page = AttemptPage { before, since: since.unwrap_or(Timestamp::UNIX_EPOCH), limit: PAGE };
        let attempts = house.store.read(move |tx| theft::list(tx, &desk, whose, page)).await?;
        let Some(last) = attempts.last() else { return Ok(()) };
        before = Some(last.id);
        for attempt in &attempts {
            say(attempt, out)?;
        }
    }
}

fn say(attempt: &Attempt, out: &mut Out) -> anyhow::Result<()> {
    let object = json!({
        "id": attempt.id,
        "at": attempt.at,
        "service": attempt.service.code(),
        "checked": attempt.checked,
        "license": attempt.license,
        "external_id": attempt.external_id,
        "product": attempt.product,
        "serial": attempt.serial,
    });
    let how = if attempt.checked { "wrong address" } else { "not checked" };
    let line = format!(
        "{}  {:<12}  {how:<13}  {}  {}  {}",
        attempt.at,
        attempt.service.code(),
        attempt.license,
        attempt.serial,
        attempt.product
    );
    out.say(&object, line)
}

async fn limits(house: &House, out: &mut Out) -> anyhow::Result<()> {
    for count in house.store.read(|tx| tries::list_full(tx, SHOWN)).await? {
        // A keyed hash says nothing in full either; its beginning tells one from another.
        let key: String = count.key.chars().take(39).collect();
        let object = json!({
            "scope": count.scope.code(),
            "key": count.key,
            "since": count.begun_at,
            "failed": count.failed,
            "turned_away": count.turned_away,
            "turned_away_at": count.turned_away_at,
            "clear_at": count.clear_at,
        });
        let line = format!(
            "{:<15} {key:<39}  failed {}, turned away {}, the last at {}",
            count.scope.code(),
            count.failed,
            count.turned_away,
            count.turned_away_at
        );
        out.say(&object, line)?;
    }
    Ok(())
}
