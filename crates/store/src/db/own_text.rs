//! The few texts that only one engine understands. Everything else in the store is one text for both.

use super::Engine;

/// The clause of [`Tx::lock`](super::Tx::lock). SQLite has one writer: whoever writes holds every row.
pub(super) const fn row_lock(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE",
    }
}

/// The clause of [`Tx::claim`](super::Tx::claim): take what nobody else holds, and wait for nobody. What only names such a
/// row (a new license names its holder) does not stand in the way.
pub(super) const fn claim_lock(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR NO KEY UPDATE SKIP LOCKED",
    }
}

/// How a writing transaction begins: SQLite takes the write lock at once, so that it never has to upgrade a read
/// lock (which fails without waiting).
pub(super) const fn begin_write(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "BEGIN IMMEDIATE",
        Engine::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
    }
}

/// How a reading transaction begins: all its statements see one moment.
pub(super) const fn begin_read(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "BEGIN DEFERRED",
        Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    }
}

/// One migrating process at a time, until the end of the transaction. On SQLite the write lock does this already.
pub(super) const fn migration_lock(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SELECT 1",
        Engine::Postgres => "SELECT 1 FROM (SELECT pg_advisory_xact_lock(7310585134019440229)) AS held",
    }
}

/// The number that a PostgreSQL cluster got when it was made; its physical copies have the same.
pub(super) const CLUSTER: &str = "SELECT CAST(system_identifier AS TEXT) FROM pg_control_system()";

/// The number of this database in its cluster; one that is made anew gets another.
pub(super) const DATABASE: &str =
    "SELECT CAST(oid AS TEXT) FROM pg_database WHERE datname = current_database()";

/// Settings of every SQLite connection. FULL: a commit is on the disk before it is told. What is deleted is
/// overwritten with zeros.
pub(super) const SQLITE_SETTINGS: &str =
    "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON";

/// Settings of the connection that sweeps: what it writes anew passes through memory and not through a file of the system.
pub(super) const SQLITE_SWEEPER: &str = "PRAGMA temp_store = MEMORY";

/// Folds the log into the file and empties it. It answers whether somebody stood in the way.
pub(super) const SQLITE_FOLD: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// Writes the file anew: pieces of rows stay in pages where other rows were moved about.
pub(super) const SQLITE_REWRITE: &str = "VACUUM";

/// What the SQLite writer gets beside: 32 MiB of pages, so that an import does not read its indexes from the file again
/// and again, and a log of 16 MiB before it is folded back.
pub(super) const SQLITE_WRITER: &str = "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4096";

/// What makes a SQLite connection a reader.
pub(super) const SQLITE_READER: &str = "PRAGMA query_only = ON";

/// Settings of every PostgreSQL connection: nobody waits for a lock for ever. `synchronous_commit` stays as it is: on.
pub(super) const POSTGRES_SETTINGS: &str = "SET lock_timeout = '15s'";
