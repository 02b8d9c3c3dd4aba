//! Events: what happened to a license, appended and never changed.

use jiff::Timestamp;
use tenure_domain::{Event, EventId, Happening, HolderId, LicenseId};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
};

statements! {
    /// One more event.
    APPEND = "INSERT INTO event (bucket, id, license, holder, what, detail, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// One event of a license.
    FIND = "SELECT id, license, detail, at FROM event WHERE bucket = $1 AND id = $2";
    /// The events of a license.
    LIST_BY_LICENSE = "SELECT id, license, detail, at FROM event WHERE license = $1 ORDER BY id";
    /// The theft attempts against the licenses of a holder in a span of time, the newest first.
    LIST_THEFT = "SELECT id, license, detail, at FROM event WHERE holder = $1 AND what = 'theft_attempt' AND at > $2 AND at <= $3
        ORDER BY at DESC, id DESC LIMIT $4";
    /// What happened to a license apart from what strangers tried, the newest first.
    LIST_APART = "SELECT id, license, detail, at FROM event WHERE license = $1
        AND what NOT IN ('theft_attempt', 'unchecked_try') ORDER BY id DESC LIMIT $2";
    /// The theft attempts against a license, the newest first.
    LIST_THEFT_OF = "SELECT id, license, detail, at FROM event WHERE license = $1 AND what = 'theft_attempt' ORDER BY at DESC, id DESC LIMIT $2";
    /// The tries of strangers against any license, the newest first.
    LIST_ATTEMPTS = "SELECT id, license, detail, at FROM event WHERE what IN ('theft_attempt', 'unchecked_try') AND id < $1 AND at > $2
        ORDER BY id DESC LIMIT $3";
    /// The same against the licenses of one holder.
    LIST_ATTEMPTS_BY_HOLDER = "SELECT id, license, detail, at FROM event WHERE holder = $4
        AND what IN ('theft_attempt', 'unchecked_try') AND id < $1 AND at > $2 ORDER BY id DESC LIMIT $3";
    /// The same against one license.
    LIST_ATTEMPTS_BY_LICENSE = "SELECT id, license, detail, at FROM event WHERE license = $4
        AND what IN ('theft_attempt', 'unchecked_try') AND id < $1 AND at > $2 ORDER BY id DESC LIMIT $3";
    /// How many there were against the licenses of one holder.
    COUNT_ATTEMPTS_BY_HOLDER = "SELECT COUNT(*) AS found FROM event WHERE holder = $1
        AND what IN ('theft_attempt', 'unchecked_try') AND at > $2";
    /// How often something happened to a license.
    COUNT = "SELECT COUNT(*) AS found FROM event WHERE license = $1 AND what = $2 AND at > $3";
    /// The events that have no place in the feed yet.
    UNPLACED = "SELECT bucket, id FROM event WHERE place IS NULL ORDER BY id LIMIT $1";
    /// Gives an event its place.
    PLACE = "UPDATE event SET place = $3 WHERE bucket = $1 AND id = $2";
    /// The feed begins.
    BEGIN_FEED = "INSERT INTO feed (id, last) VALUES (1, 0) ON CONFLICT (id) DO NOTHING";
    /// The last place that was given.
    LAST_PLACE = "SELECT last FROM feed WHERE id = 1";
    /// Remembers the last place.
    SET_LAST_PLACE = "UPDATE feed SET last = $1 WHERE id = 1";
    /// A page of the feed.
    FOLLOW = "SELECT id, license, detail, at, place FROM event WHERE place > $1 ORDER BY place LIMIT $2";
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

/// One event of a license.
pub fn find(tx: &mut Tx, license: LicenseId, id: EventId) -> Result<Option<Event>, Fault> {
    tx.query_opt(FIND, &params![license.bucket(), Value::text(id)], read)
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

/// What happened to a license apart from what strangers tried: at most `limit` events, the newest first.
pub fn list_apart_from_theft(tx: &mut Tx, license: LicenseId, limit: u32) -> Result<Vec<Event>, Fault> {
    tx.query(LIST_APART, &params![Value::text(license), limit], read)
}

/// The theft attempts against a license: at most `limit`, the newest first.
pub fn list_theft_attempts_of(tx: &mut Tx, license: LicenseId, limit: u32) -> Result<Vec<Event>, Fault> {
    tx.query(LIST_THEFT_OF, &params![Value::text(license), limit], read)
}

/// Where a page of attempts goes on, and how long it is.
#[derive(Debug, Clone, Copy)]
pub struct AttemptPage {
    /// Those before this one; left out: from the newest on.
    pub before: Option<EventId>,
    /// Those after this instant.
    pub since: Timestamp,
    /// At most so many.
    pub limit: u32,
}

impl AttemptPage {
    fn params(self) -> [Value; 3] {
        let before = self.before.unwrap_or(EventId::from_bits(u128::MAX));
        [Value::text(before), micros(self.since).into(), self.limit.into()]
    }
}

/// Tries of strangers against any license, checked and wrong or over a limit and unchecked; the newest first.
pub fn list_attempts(tx: &mut Tx, page: AttemptPage) -> Result<Vec<Event>, Fault> {
    tx.query(LIST_ATTEMPTS, &page.params(), read)
}

/// The same against the licenses of `holder`.
pub fn list_attempts_by_holder(
    tx: &mut Tx,
    holder: HolderId,
    page: AttemptPage,
) -> Result<Vec<Event>, Fault> {
    let [before, since, limit] = page.params();
    tx.query(LIST_ATTEMPTS_BY_HOLDER, &[before, since, limit, Value::text(holder)], read)
}

/// The same against one license.
pub fn list_attempts_by_license(
    tx: &mut Tx,
    license: LicenseId,
    page: AttemptPage,
) -> Result<Vec<Event>, Fault> {
    let [before, since, limit] = page.params();
    tx.query(LIST_ATTEMPTS_BY_LICENSE, &[before, since, limit, Value::text(license)], read)
}

/// How many there were against the licenses of `holder` after `since`.
pub fn count_attempts_by_holder(tx: &mut Tx, holder: HolderId, since: Timestamp) -> Result<u64, Fault> {
    tx.query_one(COUNT_ATTEMPTS_BY_HOLDER, &params![Value::text(holder), micros(since)], |row| {
        row.number("found")
    })
}

/// How often something like `happening` happened to a license after `since`.
pub fn count(tx: &mut Tx, license: LicenseId, happening: &Happening, since: Timestamp) -> Result<u32, Fault> {
    tx.query_one(COUNT, &params![Value::text(license), happening.code(), micros(since)], |row| {
        row.number("found")
    })
}

/// How many events get their place at a time.
const PLACED_AT_ONCE: u32 = 1000;

/// Gives up to 1,000 committed events that have none a place in the feed; one process at a time. How many got one.
pub fn place(tx: &mut Tx) -> Result<u64, Fault> {
    tx.execute(BEGIN_FEED, &[])?;
    let last = tx.lock(LAST_PLACE, &[], |row| row.int("last"))?.pop().unwrap_or(0);
    let unplaced =
        tx.query(UNPLACED, &params![PLACED_AT_ONCE], |row| Ok((row.value("bucket")?, row.value("id")?)))?;
    if unplaced.is_empty() {
        return Ok(0);
    }
    let rows: Vec<Vec<Value>> = unplaced
        .into_iter()
        .zip(last + 1..)
        .map(|((bucket, id), place)| vec![bucket, id, place.into()])
        .collect();
    let placed = tx.batch(PLACE, &rows)?;
    let last = last.saturating_add(i64::try_from(placed).unwrap_or(i64::MAX));
    tx.execute(SET_LAST_PLACE, &params![last])?;
    Ok(placed)
}

/// Up to `limit` events after a place in the feed, each with its own.
pub fn follow(tx: &mut Tx, after: i64, limit: u32) -> Result<Vec<(i64, Event)>, Fault> {
    tx.query(FOLLOW, &params![after, limit], |row| Ok((row.int("place")?, read(row)?)))
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
