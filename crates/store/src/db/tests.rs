//! The promises of the seam, kept on both engines.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod places;
mod statements;
mod units;

use std::path::Path;

use super::{Fault, Migration, Store, Tx};
use crate::params;

/// A table to play with.
const PLAYGROUND: &[Migration] = &[Migration {
    version: 1,
    name: "playground",
    sql: "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT UNIQUE, state TEXT, body BYTEA);
          CREATE TABLE part (id BIGINT PRIMARY KEY, thing BIGINT NOT NULL REFERENCES thing (id));",
}];

const INSERT: &str = "INSERT INTO thing (id, name) VALUES ($1, $2)";
const COUNT: &str = "SELECT COUNT(*) FROM thing";

async fn open(url: &str) -> Store {
    Store::open(url, Path::new(".")).await.unwrap()
}

/// A store at `url` with the table to play with.
async fn playground(url: &str) -> Store {
    let store = open(url).await;
    store.migrate_with(PLAYGROUND, 0).await.unwrap();
    store
}

fn insert(tx: &mut Tx, id: i64) -> Result<u64, Fault> {
    tx.execute(INSERT, &params![id, format!("thing {id}")])
}

fn count(tx: &mut Tx) -> Result<i64, Fault> {
    tx.query_one(COUNT, &[], |row| row.int(0))
}
