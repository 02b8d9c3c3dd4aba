//! Gauges: what the fuses measure of the notices, how much is due, went out and came back.

use jiff::Timestamp;
use tenure_domain::{Kind, State};

use crate::{
    columns::{instant, micros},
    db::{Fault, Tx, statements},
    params,
};

/// A day (UTC), in microseconds.
const DAY_MICROS: i64 = 86_400_000_000;

statements! {
    /// How many wait for a courier now.
    COUNT_DUE = "SELECT COUNT(*) AS found FROM notice WHERE lane IN (0, 1, 2) AND wake_at <= $1 AND state = 'due'";
    /// How many wait for a courier now, and since when the first.
    FIND_WAITING = "SELECT COUNT(*) AS found, MIN(wake_at) AS first FROM notice WHERE lane IN (0, 1, 2) AND wake_at <= $1 AND state = 'due'";
    /// All notices, each state of a kind counted by three columns that do not know each other.
    TALLY = "SELECT kind, state, COUNT(*) AS created, COUNT(ended_at) AS ended, COUNT(wake_at) AS open FROM notice GROUP BY kind, state ORDER BY kind, state";
    /// How many letters were taken in a span of time.
    COUNT_TAKEN = "SELECT COUNT(*) AS found FROM notice
        WHERE ended_at >= $1 AND ended_at < $2 AND state IN ('accepted', 'bounced', 'complained')";
    /// How many letters ended, and how many of them were refused for good or came back.
    COUNT_BOUNCED = "SELECT COUNT(*) AS ended, COUNT(CASE WHEN state = 'bounced' OR (state = 'failed' AND reason NOT LIKE 'given up%') THEN 1 END) AS bounced
        FROM notice WHERE ended_at >= $1 AND state IN ('accepted', 'bounced', 'complained', 'failed')";
}

/// The notices of a kind in a state: each has ended, or somebody will look at it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The kind.
    pub kind: Kind,
    /// The state.
    pub state: State,
    /// How many there are.
    pub created: u64,
    /// How many have an end.
    pub ended: u64,
    /// How many wake up again.
    pub open: u64,
}

/// All notices, counted. It reads every row.
pub fn tally(tx: &mut Tx) -> Result<Vec<Tally>, Fault> {
    tx.query(TALLY, &[], |row| {
        Ok(Tally {
            kind: row.parse("kind")?,
            state: row.parse("state")?,
            created: row.number("created")?,
            ended: row.number("ended")?,
            open: row.number("open")?,
        })
    })
}

/// How many notices wait for a courier at `now`, and since when the first of them does.
pub fn find_waiting(tx: &mut Tx, now: Timestamp) -> Result<(u64, Option<Timestamp>), Fault> {
    tx.query_one(FIND_WAITING, &params![micros(now)], |row| {
        Ok((row.number("found")?, row.opt_int("first")?.map(instant).transpose()?))
    })
}

/// How many notices wait for a courier at `now`.
pub fn count_due(tx: &mut Tx, now: Timestamp) -> Result<u64, Fault> {
    tx.query_one(COUNT_DUE, &params![micros(now)], |row| row.number("found"))
}

/// How many notices went out on the highest day (UTC) of today and the last `days`. One of `enough` will do: it looks no further
/// back, so that on most days it counts yesterday.
pub fn highest_day(tx: &mut Tx, days: u32, enough: u64, now: Timestamp) -> Result<u64, Fault> {
    let today = now.as_microsecond().div_euclid(DAY_MICROS) * DAY_MICROS;
    let mut highest = 0;
    for back in 0..=i64::from(days) {
        let since = today - back * DAY_MICROS;
        let span = params![since, since + DAY_MICROS];
        highest = highest.max(tx.query_one(COUNT_TAKEN, &span, |row| row.number("found"))?);
        if highest >= enough {
            break;
        }
    }
    Ok(highest)
}

/// How many notices ended in a letter since an instant, and how many of those were refused for good or came back.
pub fn count_bounced(tx: &mut Tx, since: Timestamp) -> Result<(u64, u64), Fault> {
    tx.query_one(COUNT_BOUNCED, &params![micros(since)], |row| {
        Ok((row.number("ended")?, row.number("bounced")?))
    })
}
