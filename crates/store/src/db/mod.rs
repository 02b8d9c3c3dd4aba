//! The narrow seam below every table: one SQL text per statement, two engines.
//!
//! Above it there is no storage trait. A unit of work is a plain function of a [`Tx`]; nothing can be awaited
//! inside, so no mail can be sent inside a transaction either.
//!
//! - SQLite: one thread owns the only connection that writes and gathers what waits into one synced commit;
//!   a few readers run beside it.
//! - PostgreSQL: a pool; a unit runs on a blocking thread, and again after a deadlock.

mod fault;
mod migrate;
mod own_text;
mod place;
mod postgres;
mod row;
mod sqlite;
mod statements;
mod tx;
mod value;
mod writer;

#[cfg(test)]
mod tests;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use deadpool_postgres::Pool;
use tokio::runtime::Handle;

pub use fault::Fault;
pub use migrate::{MIGRATIONS, Migration};
pub use row::{Column, Row};
pub(crate) use statements::statements;
#[cfg(test)]
pub(crate) use tenure_testbed::on_both_engines;
pub use tx::{Grip, Tx};
pub use value::Value;

use tx::Link;

/// How often a unit is begun on PostgreSQL: again after a deadlock, a serialization failure or on a dead connection.
const ATTEMPTS: u32 = 5;

/// Which engine keeps the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file of this machine.
    Sqlite,
    /// A server, shared by many processes.
    Postgres,
}

/// The database. Cheap to clone; every clone is the same store.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

enum Inner {
    Sqlite {
        writer: writer::Writer,
        /// None in memory, where the only connection both writes and reads.
        readers: Option<sqlite::Readers>,
    },
    Postgres {
        pool: Pool,
        commits: AtomicU64,
    },
}

impl Store {
    /// Open what `url` names: `sqlite:PATH` (relative to `base`; made if missing), `sqlite::memory:` or
    /// `postgres://…`. A PostgreSQL store belongs to the runtime that opened it.
    pub async fn open(url: &str, base: &Path) -> Result<Self, Fault> {
        let inner = match url.strip_prefix("sqlite:") {
            Some(":memory:") => open_sqlite(None)?,
            Some(path) => open_sqlite(Some(base.join(path.strip_prefix("//").unwrap_or(path))))?,
            None if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Inner::Postgres { pool: postgres::open(url).await?, commits: AtomicU64::new(0) }
            }
            None => {
                return Err(Fault::new("store.url", "it begins with neither `sqlite:` nor `postgres://`"));
            }
        };
        Ok(Self(Arc::new(inner)))
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match *self.0 {
            Inner::Sqlite { .. } => Engine::Sqlite,
            Inner::Postgres { .. } => Engine::Postgres,
        }
    }

    /// Do a unit of work and commit it. Success is told only when the commit is on the disk; an error (or a panic,
    /// which becomes a fault) undoes this unit and no other.
    ///
    /// The unit is a `Fn` and may be run more than once before one run is committed (PostgreSQL, after a deadlock or on a dead connection),
    /// so it must touch nothing but `tx`. A caller that stops waiting does not undo it: it is done wholly or not at
    /// all, by itself. A fault at `COMMIT` (a dying connection or disk) leaves open which of the two.
    pub async fn write<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        match &*self.0 {
            Inner::Sqlite { writer, .. } => writer.write(unit).await,
            Inner::Postgres { pool, commits } => {
                let result = run(pool, own_text::begin_write(Engine::Postgres), "COMMIT", unit).await;
                commits.fetch_add(result.is_ok().into(), Ordering::Relaxed);
                result
            }
        }
    }

    /// Read in a transaction that sees one moment and changes nothing (a statement that would is refused).
    ///
    /// On SQLite the unit runs on the calling thread, because reads take microseconds; what streams a large answer
    /// belongs into [`Store::read_long`].
    pub async fn read<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        match &*self.0 {
            Inner::Sqlite { readers: Some(readers), .. } => readers.read(unit).await,
            Inner::Sqlite { writer, readers: None } => writer.write(unit).await,
            Inner::Postgres { pool, .. } => {
                run(pool, own_text::begin_read(Engine::Postgres), "ROLLBACK", unit).await
            }
        }
    }

    /// [`Store::read`] on a blocking thread, for exports and other long answers.
    pub async fn read_long<T, E, F>(&self, unit: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        if self.engine() == Engine::Postgres {
            return self.read(unit).await;
        }
        let (store, runtime) = (self.clone(), Handle::current());
        let read = move || runtime.block_on(store.read(unit));
        tokio::task::spawn_blocking(read).await.map_err(|_| Fault::closed())?
    }

    /// Has what was deleted leave the files as well, as far as that is ours to do: whether it is done.
    ///
    /// SQLite: the log is folded into the file and emptied, and a file that is not large is written anew. It waits for
    /// nobody who reads at length; try again then. PostgreSQL: its own vacuum and backups are the operator's.
    pub async fn sweep(&self) -> Result<bool, Fault> {
        let Inner::Sqlite { readers: Some(readers), .. } = &*self.0 else { return Ok(true) };
        let path = readers.path().to_owned();
        tokio::task::spawn_blocking(move || sqlite::sweep(&path)).await.map_err(|_| Fault::closed())?
    }

    /// How many commits there were: on SQLite fewer than units, because those that wait share one.
    pub fn commits(&self) -> u64 {
        match &*self.0 {
            Inner::Sqlite { writer, .. } => writer.commits(),
            Inner::Postgres { commits, .. } => commits.load(Ordering::Relaxed),
        }
    }

    /// Finish what was ordered and close the connections; later units, also of clones, get a fault.
    pub async fn close(&self) {
        match &*self.0 {
            Inner::Sqlite { writer, readers } => {
                if let Some(readers) = readers {
                    readers.close();
                }
                writer.close().await;
            }
            Inner::Postgres { pool, .. } => pool.close(),
        }
    }
}

fn open_sqlite(path: Option<PathBuf>) -> Result<Inner, Fault> {
    let writer = writer::Writer::start(sqlite::open_writer(path.as_deref())?)?;
    Ok(Inner::Sqlite { writer, readers: path.map(sqlite::Readers::new) })
}

/// Run a unit on PostgreSQL, again where nothing was committed and the engine or a dead connection asks for it.
async fn run<T, E, F>(pool: &Pool, begin: &'static str, end: &'static str, mut unit: F) -> Result<T, E>
where
    F: Fn(&mut Tx) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let mut left = ATTEMPTS;
    loop {
        let session = postgres::Session::new(postgres::connection(pool).await?, Handle::current());
        // Once begun, a blocking thread runs to its end even if nobody waits any more: no transaction stays open.
        let once = move || (run_once(session, begin, end, &unit), unit);
        let ((result, again), returned) =
            tokio::task::spawn_blocking(once).await.map_err(|_| Fault::closed())?;
        left -= 1;
        if !again || left == 0 {
            return result;
        }
        unit = returned;
    }
}

/// One transaction: its result, and whether it is worth another.
fn run_once<T, E: From<Fault>>(
    session: postgres::Session,
    begin: &str,
    end: &str,
    unit: impl Fn(&mut Tx) -> Result<T, E>,
) -> (Result<T, E>, bool) {
    let mut tx = Tx::new(Link::Postgres(session));
    if let Err(fault) = tx.link().control(begin) {
        return (Err(fault.into()), true);
    }
    let result = tx.run(unit);
    let end = if result.is_ok() { end } else { "ROLLBACK" };
    let again = tx.wants_again();
    match tx.link().control(end) {
        Ok(()) => {
            tx.give_back();
            (result, again)
        }
        // A COMMIT whose answer was lost may have been done: that alone is never tried again.
        Err(fault) => (result.and_then(|_| Err(fault.clone().into())), again || fault.is_conflict()),
    }
}
