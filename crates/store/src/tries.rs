//! Limits: buckets of failed checks, counted across processes and restarts. One row for each bucket, never one for a try.
//!
//! A try that is right reads and writes nothing here. Each failed one adds its drop by one statement, so
//! no drop is lost however many processes count.

use jiff::Timestamp;
use tenure_domain::{Address, Caller, Limits, Scope, Serial};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, statements},
    params,
    vault::Vault,
};

statements! {
    /// When a bucket is empty.
    FIND = "SELECT clear_at FROM tries WHERE scope = $1 AND key = $2";
    /// One more drop: from now on where it was empty, else on top.
    FILL = "INSERT INTO tries (scope, key, begun_at, clear_at, failed, turned_away)
        VALUES ($1, $2, $3, CAST($3 AS BIGINT) + CAST($4 AS BIGINT), 1, 0)
        ON CONFLICT (scope, key) DO UPDATE SET failed = tries.failed + 1,
        clear_at = CASE WHEN tries.clear_at > $3 THEN tries.clear_at ELSE $3 END + $4";
    /// Somebody was turned away at a full bucket.
    TURN_AWAY = "UPDATE tries SET turned_away = turned_away + 1, turned_away_at = $3 WHERE scope = $1 AND key = $2";
    /// The buckets that somebody was turned away at, the latest first.
    LIST = "SELECT scope, key, begun_at, clear_at, failed, turned_away, turned_away_at FROM tries
        WHERE turned_away_at IS NOT NULL ORDER BY turned_away_at DESC, scope, key LIMIT $1";
    /// Buckets that have been empty for long.
    CLEAR = "DELETE FROM tries WHERE clear_at <= $1";
}

/// What a bucket counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bucket {
    scope: Scope,
    key: String,
}

impl Bucket {
    /// Of whoever asks; an operator has none.
    pub fn of_caller(caller: &Caller) -> Option<Self> {
        let (scope, key) = match caller {
            Caller::Holder(id) => (Scope::Holder, id.to_string()),
            Caller::Network(network) => (Scope::Network, network.to_string()),
            Caller::Shop(token) => (Scope::Shop, token.clone()),
            Caller::Operator => return None,
        };
        Some(Self { scope, key })
    }

    /// Of a serial number, known or not: by its keyed hash.
    pub fn of_serial(vault: &Vault, serial: &Serial) -> Self {
        Self { scope: Scope::Serial, key: vault.serial_key(serial) }
    }

    /// Of all networks together.
    pub const fn overall() -> Self {
        Self { scope: Scope::Overall, key: String::new() }
    }

    /// Of letters to sign in that a network asks for.
    pub fn of_sign_in_from(network: tenure_domain::Network) -> Self {
        Self { scope: Scope::SignInNetwork, key: network.to_string() }
    }

    /// Of questions to passkeys that a network asks for.
    pub fn of_passkeys_from(network: tenure_domain::Network) -> Self {
        Self { scope: Scope::PasskeyNetwork, key: network.to_string() }
    }

    /// Of letters to sign in for an address, known or not: by its keyed hash.
    pub fn of_sign_in_for(vault: &Vault, address: &Address) -> Self {
        Self { scope: Scope::SignInAddress, key: vault.address_key(address) }
    }
}

/// What a bucket has counted, for operators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub scope: Scope,
    /// For which network, id or keyed hash.
    pub key: String,
    /// Since when.
    pub begun_at: Timestamp,
    /// When it is empty again.
    pub clear_at: Timestamp,
    /// How many were checked and wrong.
    pub failed: u64,
    /// How many were turned away unchecked.
    pub turned_away: u64,
    /// The latest of those.
    pub turned_away_at: Timestamp,
}

/// How long to wait until there is room in every bucket, and at which one the longest; nothing where there is room.
pub fn find_full(
    tx: &mut Tx,
    limits: &Limits,
    buckets: &[Bucket],
    now: Timestamp,
) -> Result<Option<(Bucket, jiff::SignedDuration)>, Fault> {
    let mut longest: Option<(Bucket, jiff::SignedDuration)> = None;
    for bucket in buckets {
        let clear_at =
            tx.query_opt(FIND, &params![bucket.scope.code(), &bucket.key], |row| row.int("clear_at"))?;
        let Some(clear_at) = clear_at else { continue };
        let wait = limits.wait(bucket.scope, instant(clear_at)?, now);
        if let Some(wait) = wait.filter(|wait| longest.as_ref().is_none_or(|(_, longest)| wait > longest)) {
            longest = Some((bucket.clone(), wait));
        }
    }
    Ok(longest)
}

/// Adds a drop to each bucket, always in the same order, so that two processes never wait for each other in a ring.
pub fn fill(tx: &mut Tx, limits: &Limits, mut buckets: Vec<Bucket>, now: Timestamp) -> Result<(), Fault> {
    buckets.sort_unstable();
    buckets.dedup();
    for bucket in buckets {
        let drop = limits.drop_time(bucket.scope).as_micros();
        let drop = i64::try_from(drop).map_err(|error| Fault::data("a limit", error))?;
        tx.execute(FILL, &params![bucket.scope.code(), bucket.key, micros(now), drop])?;
    }
    Ok(())
}

/// Counts a try that was turned away at a full bucket. It makes no row, and the waiting time stays as it is.
pub fn turn_away(tx: &mut Tx, bucket: &Bucket, now: Timestamp) -> Result<(), Fault> {
    tx.execute(TURN_AWAY, &params![bucket.scope.code(), &bucket.key, micros(now)])?;
    Ok(())
}

/// Up to `limit` buckets at which somebody was turned away, the latest first.
pub fn list_full(tx: &mut Tx, limit: u32) -> Result<Vec<Count>, Fault> {
    tx.query(LIST, &params![limit], read)
}

/// Forgets the buckets that were empty at `since`: how many.
pub fn clear(tx: &mut Tx, since: Timestamp) -> Result<u64, Fault> {
    tx.execute(CLEAR, &params![micros(since)])
}

fn read(row: &Row) -> Result<Count, Fault> {
    Ok(Count {
        scope: row.parse("scope")?,
        key: row.text("key")?,
        begun_at: instant(row.int("begun_at")?)?,
        clear_at: instant(row.int("clear_at")?)?,
        failed: row.number("failed")?,
        turned_away: row.number("turned_away")?,
        turned_away_at: instant(row.int("turned_away_at")?)?,
    })
}
