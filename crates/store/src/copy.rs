//! Copy a whole database into an empty one of either engine, in one transaction of the target.

use tokio::runtime::Handle;

use crate::db::{Fault, Row, Store, Tx, Value};

/// How many rows travel at a time.
const PAGE: i64 = 2000;

/// A table: its name, the columns of its key, and the others.
struct Table {
    name: &'static str,
    key: &'static [&'static str],
    columns: &'static [&'static str],
}

/// Every table, those first that others refer to. A test compares them with the schema.
const TABLES: &[Table] = &[
    Table {
        name: "holder",
        key: &["id"],
        columns: &[
            "address_hash",
            "address",
            "name",
            "language",
            "zone",
            "declined",
            "has_account",
            "recorded_at",
        ],
    },
    Table {
        name: "license",
        key: &["bucket", "id"],
        columns: &[
            "external_id",
            "serial_hash",
            "serial",
            "product",
            "segment",
            "devices",
            "months",
            "offer",
            "holder",
            "issued_on",
            "term",
            "registered_on",
            "expires_on",
            "known_at",
            "blocked_reason",
            "blocked_on",
            "successor",
            "succession",
            "previous",
            "previous_by",
            "replacements",
            "deleted_at",
            "source_digest",
            "recorded_at",
        ],
    },
    Table {
        name: "event",
        key: &["bucket", "id"],
        columns: &["license", "holder", "what", "detail", "at", "place"],
    },
    Table {
        name: "notice",
        key: &["bucket", "due_on", "id"],
        columns: &[
            "license",
            "term",
            "kind",
            "step",
            "occasion",
            "holder",
            "due_at",
            "limit_at",
            "state",
            "reason",
            "wake_at",
            "attempts",
            "first_claimed_at",
            "letter",
            "planned_at",
            "lane",
            "refusals",
            "refused_since",
            "ended_at",
        ],
    },
    Table { name: "wording", key: &["digest"], columns: &["kind", "language", "body"] },
    Table {
        name: "letter",
        key: &["bucket", "due_on", "id"],
        columns: &[
            "holder",
            "license",
            "kind",
            "step",
            "language",
            "address",
            "facts",
            "wording",
            "bytes_digest",
            "travels_in",
            "message_id",
            "written_at",
            "read_at",
            "subject",
            "layout",
        ],
    },
    Table {
        name: "attempt",
        key: &["bucket", "due_on", "notice", "number"],
        columns: &["begun_at", "ended_at", "outcome", "reply"],
    },
    Table { name: "pass", key: &["id"], columns: &["completed_at", "full_on"] },
    Table { name: "pass_under_way", key: &["id"], columns: &["begun_at"] },
    Table { name: "step_in_force", key: &["kind", "segment", "days"], columns: &["since_at"] },
    Table {
        name: "tries",
        key: &["scope", "key"],
        columns: &["begun_at", "clear_at", "failed", "turned_away", "turned_away_at"],
    },
    Table {
        name: "sign_in",
        key: &["token_hash"],
        columns: &[
            "browser_hash",
            "code_hash",
            "holder",
            "wanted",
            "wrong_codes",
            "asked_at",
            "expires_at",
            "used_at",
        ],
    },
    Table {
        name: "session",
        key: &["token_hash"],
        columns: &["id", "holder", "begun_at", "seen_at", "expires_at", "browser", "platform"],
    },
    Table {
        name: "address_change",
        key: &["id"],
        columns: &[
            "holder",
            "token_hash",
            "old_address",
            "new_address",
            "asked_at",
            "expires_at",
            "confirmed_at",
            "ended_at",
            "told_at",
            "old_hash",
        ],
    },
    Table { name: "calendar", key: &["holder"], columns: &["token_hash", "made_at"] },
    Table {
        name: "token",
        key: &["id"],
        columns: &["name", "token_hash", "scopes", "created_at", "expires_at", "revoked_at"],
    },
    Table { name: "kept_answer", key: &["token", "key"], columns: &["request", "answer", "kept_at"] },
    Table { name: "feed", key: &["id"], columns: &["last"] },
    Table { name: "report", key: &["letter", "what"], columns: &["status", "words", "received_at"] },
    Table {
        name: "suppression",
        key: &["address_hash"],
        columns: &["since_at", "why", "letter", "lifted_at"],
    },
    Table { name: "kept_page", key: &["holder", "page"], columns: &["kept_at"] },
    Table {
        name: "hold",
        key: &["cause", "since_at"],
        columns: &["held_by", "why", "released_at", "released_by"],
    },
    Table { name: "probe", key: &["id"], columns: &["written_at"] },
    Table { name: "epoch", key: &["number"], columns: &["id", "place", "begun_at", "mark", "marked_at"] },
    Table { name: "erasure", key: &["id"], columns: &["at", "asked_by", "licenses", "swept_at"] },
    Table {
        name: "passkey",
        key: &["id"],
        columns: &["holder", "credential_hash", "credential", "name", "made_at", "used_at"],
    },
    Table {
        name: "passkey_challenge",
        key: &["browser_hash"],
        columns: &["holder", "challenge", "expires_at"],
    },
];

impl Table {
    const fn name(&self) -> &'static str {
        self.name
    }

    fn all_columns(&self) -> Vec<&'static str> {
        self.key.iter().chain(self.columns).copied().collect()
    }

    /// The first page, or the page after the key in `$1…`.
    fn select(&self, is_first: bool) -> String {
        let key = self.key.join(", ");
        let marks: Vec<String> = (1..=self.key.len()).map(|at| format!("${at}")).collect();
        let after = if is_first { String::new() } else { format!("WHERE ({key}) > ({})", marks.join(", ")) };
        format!(
            "SELECT {} FROM {} {after} ORDER BY {key} LIMIT {PAGE}",
            self.all_columns().join(", "),
            self.name
        )
    }

    fn insert(&self) -> String {
        let columns = self.all_columns();
        let marks: Vec<String> = (1..=columns.len()).map(|at| format!("${at}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.name, columns.join(", "), marks.join(", "))
    }
}

/// Goes through every value of every table, each with the name of table and column: for whoever looks whether something
/// is still kept.
pub fn for_each_value(tx: &mut Tx, mut each: impl FnMut(&str, &str, Value)) -> Result<(), Fault> {
    for table in TABLES {
        let columns = table.all_columns();
        let all = format!("SELECT {} FROM {}", columns.join(", "), table.name);
        tx.for_each(&all, &[], |row| {
            for (value, column) in read_row(row, table)?.into_iter().zip(&columns) {
                each(table.name, column, value);
            }
            Ok::<_, Fault>(())
        })?;
    }
    Ok(())
}

/// Whether nothing is kept yet.
pub fn is_empty(tx: &mut Tx) -> Result<bool, Fault> {
    for table in TABLES {
        if !tx
            .query(&format!("SELECT 1 AS found FROM {} LIMIT 1", table.name), &[], |row| row.int("found"))?
            .is_empty()
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Copies every row of `source` into `target`: wholly or not at all. How many rows of each table.
pub async fn copy(source: &Store, target: &Store) -> Result<Vec<(&'static str, u64)>, Fault> {
    let (source, runtime) = (source.clone(), Handle::current());
    target
        .write(move |tx| {
            let copy = |table| Ok((Table::name(table), copy_table(tx, &source, &runtime, table)?));
            TABLES.iter().map(copy).collect()
        })
        .await
}

fn copy_table(tx: &mut Tx, source: &Store, runtime: &Handle, table: &'static Table) -> Result<u64, Fault> {
    let mut after: Option<Vec<Value>> = None;
    let mut copied = 0;
    loop {
        let from = after.clone();
        let page = runtime.block_on(source.read_long(move |tx| {
            let select = table.select(from.is_none());
            tx.query(&select, from.as_deref().unwrap_or_default(), |row| read_row(row, table))
        }))?;
        let Some(last) = page.last() else { return Ok(copied) };
        after = Some(last[..table.key.len()].to_vec());
        copied += tx.batch(&table.insert(), &page)?;
    }
}

fn read_row(row: &Row, table: &Table) -> Result<Vec<Value>, Fault> {
    (0..table.all_columns().len()).map(|at| row.value(at)).collect()
}
