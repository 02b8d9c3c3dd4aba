//! Gauges: what the fuses measure of the notices, how much is due, went out and came back.

use jiff::Timestamp;

use crate::{
    columns::micros,
    db::{Fault, Tx, statements},
    params,
};

statements! {
    /// How many wait for a courier now.
    COUNT_DUE = "SELECT COUNT(*) AS found FROM notice WHERE lane IN (0, 1, 2) AND wake_at <= $1 AND state = 'due'";
    /// How many letters were taken on the highest day.
    HIGHEST_DAY = "SELECT MAX(d.found) AS found FROM (SELECT COUNT(*) AS found FROM notice
        WHERE ended_at >= $1 AND state IN ('accepted', 'bounced', 'complained') GROUP BY ended_at / 86400000000) AS d";
    /// How many letters ended, and how many of them were refused for good or came back.
    COUNT_BOUNCED = "SELECT COUNT(*) AS ended, COUNT(CASE WHEN state = 'bounced' OR (state = 'failed' AND reason NOT LIKE 'given up%') THEN 1 END) AS bounced
        FROM notice WHERE ended_at >= $1 AND state IN ('accepted', 'bounced', 'complained', 'failed')";
}

/// How many notices wait for a courier at `now`.
pub fn count_due(tx: &mut Tx, now: Timestamp) -> Result<u64, Fault> {
    tx.query_one(COUNT_DUE, &params![micros(now)], |row| row.number("found"))
}

/// How many notices went out on the highest day (UTC) since an instant.
pub fn highest_day(tx: &mut Tx, since: Timestamp) -> Result<u64, Fault> {
    let found = tx.query_one(HIGHEST_DAY, &params![micros(since)], |row| row.opt_int("found"))?;
    Ok(found.and_then(|found| u64::try_from(found).ok()).unwrap_or(0))
}

/// How many notices ended in a letter since an instant, and how many of those were refused for good or came back.
pub fn count_bounced(tx: &mut Tx, since: Timestamp) -> Result<(u64, u64), Fault> {
    tx.query_one(COUNT_BOUNCED, &params![micros(since)], |row| {
        Ok((row.number("ended")?, row.number("bounced")?))
    })
}
