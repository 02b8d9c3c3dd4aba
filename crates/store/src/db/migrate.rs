//! The schema's own history: numbered texts, applied once and in order, never edited after landing.

use std::fmt::Write as _;

use aws_lc_rs::digest;

use super::{Fault, Store, Tx, own_text, statements};

/// One step of the schema. Its text runs on both engines, in one transaction.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its number, higher than that of the one before.
    pub version: i64,
    /// What it does, in one word: the rest of the file's name.
    pub name: &'static str,
    /// Statements without parameters, separated by semicolons.
    pub sql: &'static str,
}

macro_rules! migrations {
    ($($version:literal $file:literal $name:literal),* $(,)?) => {
        /// Every migration, as the files in `migrations/`.
        pub const MIGRATIONS: &[Migration] = &[$(Migration {
            version: $version,
            name: $name,
            sql: include_str!(concat!("../../migrations/", $file, "_", $name, ".sql")),
        }),*];
    };
}

migrations![1 "0001" "first", 2 "0002" "tries", 4 "0004" "api", 5 "0005" "account", 6 "0006" "portal", 7 "0007" "courier", 9 "0009" "passkeys", 10 "0010" "bounces", 11 "0011" "fuses", 12 "0012" "gauges", 13 "0013" "addresses", 14 "0014" "erasure", 15 "0015" "epochs", 16 "0016" "probe", 19 "0019" "layout", 20 "0020" "gathering", 21 "0021" "portions"];

statements! {
    /// What has been applied.
    APPLIED = "SELECT version, name, digest FROM migration ORDER BY version";
    /// Remember that a migration has been applied.
    APPLY = "INSERT INTO migration (version, name, digest, applied_at) VALUES ($1, $2, $3, $4)";
}

/// The table that remembers. `applied_at` is in microseconds since 1970, UTC; `digest` is the SHA-256 of the text.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS migration (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    applied_at BIGINT NOT NULL
)";

impl Store {
    /// Bring the schema up to date; the names of what was applied, none if nothing was to do.
    ///
    /// Processes that start together wait for each other. A database from a newer program, and one with a migration
    /// that was changed after it was applied, are refused.
    pub async fn migrate(&self, now_micros: i64) -> Result<Vec<String>, Fault> {
        self.migrate_with(MIGRATIONS, now_micros).await
    }

    /// [`Store::migrate`] with a list of one's own.
    pub async fn migrate_with(
        &self,
        migrations: &'static [Migration],
        now_micros: i64,
    ) -> Result<Vec<String>, Fault> {
        let mut applied = Vec::new();
        while let Some(next) = self.write(move |tx| apply_next(tx, migrations, now_micros)).await? {
            applied.push(format!("{:04}_{}", next.version, next.name));
        }
        Ok(applied)
    }
}

/// Apply the first migration that is missing, in a transaction of its own, while nobody else does.
fn apply_next(tx: &mut Tx, known: &[Migration], now_micros: i64) -> Result<Option<Migration>, Fault> {
    tx.query(own_text::migration_lock(tx.engine()), &[], |_| Ok(()))?;
    tx.script(TABLE)?;
    let applied = tx.query(APPLIED, &[], |row| Ok((row.int(0)?, row.text(1)?, row.text(2)?)))?;
    for (version, name, digest) in &applied {
        check(known, *version, name, digest)?;
    }
    let Some(next) = known.iter().find(|step| applied.iter().all(|(version, ..)| *version != step.version))
    else {
        return Ok(None);
    };
    tx.script(next.sql)?;
    tx.execute(APPLY, &crate::params![next.version, next.name, digest_of(next.sql), now_micros])?;
    Ok(Some(*next))
}

fn check(known: &[Migration], version: i64, name: &str, digest: &str) -> Result<(), Fault> {
    let during = || format!("migration {version:04}_{name}");
    match known.iter().find(|step| step.version == version) {
        None => Err(Fault::new(during(), "the database is newer than this program; use the newer program")),
        Some(step) if digest_of(step.sql) != digest => Err(Fault::new(
            during(),
            "its text was changed after it was applied; changes belong into a new migration",
        )),
        Some(_) => Ok(()),
    }
}

fn digest_of(sql: &str) -> String {
    let mut hex = String::new();
    for byte in digest::digest(&digest::SHA256, sql.as_bytes()).as_ref() {
        write!(hex, "{byte:02x}").expect("writing to a String cannot fail");
    }
    hex
}
