//! Events: what happened to a license, appended and never changed.

use jiff::Timestamp;
use tenure_domain::{Event, Happening, HolderId, LicenseId};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
};

statements! {
    /// One more event.
    APPEND = "INSERT INTO event (bucket, id, license, holder, what, detail, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The events of a license.
    LIST_BY_LICENSE = "SELECT id, license, detail, at FROM event WHERE license = $1 ORDER BY id";
    /// The theft attempts against the licenses of a holder in a span of time, the newest first.
    LIST_THEFT = "SELECT id, license, detail, at FROM event WHERE holder = $1 AND what = 'theft_attempt' AND at > $2 AND at <= $3
        ORDER BY at DESC, id DESC LIMIT $4";
    /// How often something happened to a license.
    COUNT = "SELECT COUNT(*) AS found FROM event WHERE license = $1 AND what = $2 AND at > $3";
    /// How many there were.
    COUNT_THEFT = "SELECT COUNT(*) AS found FROM event WHERE holder = $1 AND what = 'theft_attempt' AND at > $2 AND at <= $3";
}

/// Appends an event; `holder` is the license's at that time.
pub fn append(tx: &mut Tx, event: &Event, holder: Option<HolderId>) -> Result<(), Fault> {
    let detail = serde_json::to_string(&event.happening).map_err(|error| Fault::data("an event", error))?;
    tx.execute(
        APPEND,
        &params![
            event.license.bucket(),
            Value::text(event.id),
            Value::text(event.license),
            holder.map(Value::text),
            event.happening.code(),
            detail,
            micros(event.at),
        ],
    )?;
    Ok(())
}

/// The events of a license, the oldest first.
pub fn list(tx: &mut Tx, license: LicenseId) -> Result<Vec<Event>, Fault> {
    tx.query(LIST_BY_LICENSE, &params![Value::text(license)], read)
}

/// The theft attempts against the licenses of `holder` after `since` and up to `until`: at most `limit`, the newest first, and how many in all.
pub fn list_theft_attempts(
    tx: &mut Tx,
    holder: HolderId,
    (since, until): (Timestamp, Timestamp),
    limit: u32,
) -> Result<(Vec<Event>, u32), Fault> {
    let (since, until) = (micros(since), micros(until));
    let attempts = tx.query(LIST_THEFT, &params![Value::text(holder), since, until, limit], read)?;
    let total =
        tx.query_one(COUNT_THEFT, &params![Value::text(holder), since, until], |row| row.number("found"))?;
    Ok((attempts, total))
}

/// How often something like `happening` happened to a license after `since`.
pub fn count(tx: &mut Tx, license: LicenseId, happening: &Happening, since: Timestamp) -> Result<u32, Fault> {
    tx.query_one(COUNT, &params![Value::text(license), happening.code(), micros(since)], |row| {
        row.number("found")
    })
}

fn read(row: &Row) -> Result<Event, Fault> {
    let happening: Happening =
        serde_json::from_str(&row.text("detail")?).map_err(|error| Fault::data("an event", error))?;
    Ok(Event {
        id: row.parse("id")?,
        license: row.parse("license")?,
        happening,
        at: instant(row.int("at")?)?,
    })
}
