//! SQLite: how a file is opened, how statements run, and the readers beside the one writer.

use std::{
    fs::OpenOptions,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, Statement, config::DbConfig, ffi, types::ValueRef};
use tokio::sync::Semaphore;

use super::{
    Engine, Fault, Row, Value,
    fault::{Cause, first_words},
    own_text,
    row::{Column, Source},
    tx::{EachRow, Link, Tx},
};

/// Older ones can corrupt a write-ahead log that several connections use: 3.51.3.
const OLDEST: i32 = 3_051_003;
/// How many times a busy database is asked again, about a millisecond apart.
const BUSY_TRIES: i32 = 15_000;
/// Reads take microseconds; more connections than this would only cost memory.
const READERS: usize = 4;
/// More than the program has statements, so that each is prepared once per connection.
const CACHED_STATEMENTS: usize = 512;

/// A SQLite connection that may write; makes the file, readable by its owner alone, where there is none.
pub(super) fn open_writer(path: Option<&Path>) -> Result<Tx, Fault> {
    refuse_old_library(rusqlite::version_number())?;
    if let Some(path) = path {
        create_private(path).map_err(|error| Fault::new(format!("open {}", path.display()), error))?;
    }
    let connection = connect(path)?;
    if path.is_some() {
        use_write_ahead_log(&connection)?;
    }
    let settings = own_text::SQLITE_WRITER;
    connection.execute_batch(settings).map_err(|error| fault(settings, &error))?;
    Ok(Tx::new(Link::Sqlite(connection)))
}

fn refuse_old_library(version: i32) -> Result<(), Fault> {
    if version < OLDEST {
        let why = format_args!("version {} has faults that lose data; 3.51.3 is needed", rusqlite::version());
        return Err(Fault::new("SQLite", why));
    }
    Ok(())
}

/// The database holds secrets; its companions (`-wal`, `-shm`) take their permissions from it.
fn create_private(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn connect(path: Option<&Path>) -> Result<Connection, Fault> {
    let during = || path.map_or("open :memory:".to_owned(), |path| format!("open {}", path.display()));
    let open = || {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path.unwrap_or(Path::new(":memory:")), flags)?;
        connection.busy_handler(Some(wait_a_little))?;
        connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
        // Prepared once, whatever is bound: without it a value compared with that of a partial index has the whole
        // statement prepared anew each time.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.execute_batch(own_text::SQLITE_SETTINGS)?;
        Ok(connection)
    };
    open().map_err(|error| fault(&during(), &error))
}

/// SQLite's own waiting sleeps up to 100 ms between tries, and so never meets the short gaps that a busy process
/// leaves between two commits; asking each millisecond does.
fn wait_a_little(tries: i32) -> bool {
    #[expect(
        clippy::disallowed_methods,
        reason = "SQLite asks its busy handler to wait, and offers nothing to wait for"
    )]
    thread::sleep(Duration::from_millis(1));
    tries < BUSY_TRIES
}

/// Two processes that do this at the same moment can get «locked» without any waiting, so it is tried again.
fn use_write_ahead_log(connection: &Connection) -> Result<(), Fault> {
    let mut tries = 0;
    loop {
        let mode = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
        match mode.map_err(|error| fault("PRAGMA journal_mode = WAL", &error)) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(mode) => {
                return Err(Fault::new(
                    "PRAGMA journal_mode = WAL",
                    format_args!("the file stays in mode {mode}"),
                ));
            }
            Err(busy) if busy.is_busy() && wait_a_little(tries) => tries += 1,
            Err(other) => return Err(other),
        }
    }
}

/// Files up to this size are written anew by a sweep, which takes a second or two, in octets.
const REWRITTEN_UP_TO: u64 = 64 * 1024 * 1024;
/// How long a sweep waits for others before it leaves it for another time.
const SWEEP_WAIT: Duration = Duration::from_millis(200);

/// Has what was deleted leave the file and its log. Whether it could be done: not while somebody reads at length.
pub(super) fn sweep(path: &Path) -> Result<bool, Fault> {
    let connection = connect(Some(path))?;
    let set = || {
        connection.busy_timeout(SWEEP_WAIT)?;
        connection.execute_batch(own_text::SQLITE_SWEEPER)
    };
    set().map_err(|error| fault(own_text::SQLITE_SWEEPER, &error))?;
    if !fold_log(&connection)? {
        return Ok(false);
    }
    let is_small = std::fs::metadata(path).is_ok_and(|file| file.len() <= REWRITTEN_UP_TO);
    Ok(!is_small || (rewrite(&connection)? && fold_log(&connection)?))
}

fn fold_log(connection: &Connection) -> Result<bool, Fault> {
    let is_hindered = connection.query_row(own_text::SQLITE_FOLD, [], |row| row.get::<_, i64>(0));
    match is_hindered.map_err(|error| fault(own_text::SQLITE_FOLD, &error)) {
        Ok(hindered) => Ok(hindered == 0),
        Err(busy) if busy.is_busy() => Ok(false),
        Err(other) => Err(other),
    }
}

fn rewrite(connection: &Connection) -> Result<bool, Fault> {
    match connection.execute_batch(own_text::SQLITE_REWRITE).map_err(|error| fault("VACUUM", &error)) {
        Ok(()) => Ok(true),
        Err(busy) if busy.is_busy() => Ok(false),
        Err(other) => Err(other),
    }
}

/// The reading connections of a file, opened when first needed.
pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Tx>>,
    permits: Semaphore,
}

impl Readers {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, idle: Mutex::default(), permits: Semaphore::new(READERS) }
    }

    /// The file they read.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Run `unit` here and now, on the calling thread.
    pub(super) async fn read<T, E: From<Fault>>(
        &self,
        unit: impl FnOnce(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let _permit = self.permits.acquire().await.map_err(|_| Fault::closed())?;
        let mut tx = self.take()?;
        tx.link().control(own_text::begin_read(Engine::Sqlite))?;
        let result = tx.run(unit);
        // A reader that cannot even end its transaction is closed; the next one is opened afresh.
        if tx.link().control("ROLLBACK").is_ok() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(tx);
        }
        result
    }

    /// Close every reader; later reads are refused.
    pub(super) fn close(&self) {
        self.permits.close();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn take(&self) -> Result<Tx, Fault> {
        if let Some(idle) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            return Ok(idle);
        }
        let connection = connect(Some(&self.path))?;
        connection
            .execute_batch(own_text::SQLITE_READER)
            .map_err(|error| fault(own_text::SQLITE_READER, &error))?;
        Ok(Tx::new(Link::Sqlite(connection)))
    }
}

pub(super) fn execute(connection: &Connection, sql: &str, params: &[Value]) -> Result<u64, Fault> {
    with_statement(connection, sql, |statement| {
        bind(statement, params)?;
        statement.raw_execute().map(|changed| changed as u64)
    })
}

pub(super) fn batch(connection: &Connection, sql: &str, rows: &[Vec<Value>]) -> Result<u64, Fault> {
    with_statement(connection, sql, |statement| {
        rows.iter().try_fold(0, |changed, params| {
            bind(statement, params)?;
            Ok(changed + statement.raw_execute()? as u64)
        })
    })
}

pub(super) fn stream(
    connection: &Connection,
    sql: &str,
    params: &[Value],
    each: EachRow,
) -> Result<(), Fault> {
    with_statement(connection, sql, |statement| {
        bind(statement, params)?;
        // Asked for once: the library makes them anew at each question.
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            if each(&Row(Source::Sqlite(row, &names))).is_break() {
                break;
            }
        }
        Ok(())
    })
}

pub(super) fn prepare(connection: &Connection, sql: &str) -> Result<(), Fault> {
    with_statement(connection, sql, |_| Ok(()))
}

fn with_statement<T>(
    connection: &Connection,
    sql: &str,
    run: impl FnOnce(&mut Statement) -> rusqlite::Result<T>,
) -> Result<T, Fault> {
    let run = || run(&mut *connection.prepare_cached(sql)?);
    run().map_err(|error| fault(&first_words(sql), &error))
}

/// SQLite numbers `$n` by first appearance; we bind by the number in the name, as PostgreSQL does, and want as many
/// values as PostgreSQL would.
fn bind(statement: &mut Statement, params: &[Value]) -> rusqlite::Result<()> {
    let mut highest = 0;
    for index in 1..=statement.parameter_count() {
        let name = statement.parameter_name(index).unwrap_or("?");
        let number = name.strip_prefix('$').and_then(|digits| digits.parse::<usize>().ok()).unwrap_or(0);
        let Some(value) = number.checked_sub(1).and_then(|position| params.get(position)) else {
            return Err(rusqlite::Error::InvalidParameterName(name.to_owned()));
        };
        highest = highest.max(number);
        statement.raw_bind_parameter(index, value)?;
    }
    if highest == params.len() {
        return Ok(());
    }
    Err(rusqlite::Error::InvalidParameterCount(params.len(), highest))
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(rusqlite::types::ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// One column of a row, or why it cannot be had.
pub(super) fn value(
    row: &rusqlite::Row,
    names: &[String],
    column: impl Column,
) -> Result<Value, &'static str> {
    let position = column.position(names.iter().map(String::as_str)).ok_or("is not in the answer")?;
    match row.get_ref(position).map_err(|_| "cannot be read")? {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Int(number)),
        ValueRef::Text(text) => {
            str::from_utf8(text).map(|text| Value::Text(text.to_owned())).map_err(|_| "is not UTF-8")
        }
        ValueRef::Blob(bytes) => Ok(Value::Bytes(bytes.to_vec())),
        ValueRef::Real(_) => Err("is a fraction; only TEXT, BIGINT and BYTEA are portable"),
    }
}

/// A fault from what SQLite said. Its messages name tables and columns and hold no values.
pub(super) fn fault(during: &str, error: &rusqlite::Error) -> Fault {
    let cause = match error.sqlite_error() {
        Some(ffi::Error {
            extended_code:
                ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID,
            ..
        }) => Cause::Unique,
        Some(ffi::Error { code: ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, .. }) => Cause::Busy,
        _ => Cause::Other,
    };
    Fault::new(first_words(during), error).because(cause)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use tenure_testbed::engines::Place;

    use super::*;

    #[test]
    fn a_file_that_stays_locked_is_called_busy() {
        let place = Place::sqlite();
        let url = place.url();
        let path = Path::new(url.strip_prefix("sqlite:").unwrap());
        let (holder, waiter) = (connect(Some(path)).unwrap(), connect(Some(path)).unwrap());
        waiter.busy_timeout(Duration::ZERO).unwrap();
        holder.execute_batch("BEGIN IMMEDIATE").unwrap();
        let fault = fault("BEGIN IMMEDIATE", &waiter.execute_batch("BEGIN IMMEDIATE").unwrap_err());
        assert!(fault.is_busy(), "{fault}");
    }

    #[test]
    fn a_file_can_be_made_by_many_at_once() {
        for _ in 0..20 {
            let (place, together) = (Place::sqlite(), std::sync::Barrier::new(8));
            let url = place.url();
            let open = || {
                together.wait();
                open_writer(Some(Path::new(url.strip_prefix("sqlite:").unwrap()))).map(drop)
            };
            thread::scope(|scope| {
                let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
                for thread in threads {
                    thread.join().unwrap().unwrap();
                }
            });
        }
    }

    #[test]
    fn a_library_with_the_log_fault_is_refused() {
        assert!(refuse_old_library(3_051_002).is_err());
        assert!(refuse_old_library(rusqlite::version_number()).is_ok());
    }
}
