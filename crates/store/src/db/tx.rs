//! A transaction: what a unit of work and every function of the store speaks with.

use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
};

use super::{Engine, Fault, Row, Value, fault::first_words, own_text, postgres, sqlite};

/// What is called for each row of an answer; `Break` ends the reading.
pub(super) type EachRow<'a> = &'a mut dyn FnMut(&Row) -> ControlFlow<()>;

/// A transaction on one of the engines.
///
/// Statements are one portable text with parameters `$1`, `$2`, … A statement that fails breaks the whole
/// transaction, on both engines alike (PostgreSQL demands it): later statements fail too and nothing is committed,
/// unless it happened inside [`Tx::attempt`].
pub struct Tx {
    link: Link,
    broken: bool,
    again: bool,
}

/// What becomes of the rows that [`Tx::take`] finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// They are held until the transaction ends, and what somebody else holds is passed over: [`Tx::claim`].
    Hold,
    /// They are only looked at, which is all that a reading transaction can do: [`Tx::query`].
    Look,
}

/// The connection below a transaction.
pub(super) enum Link {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Session),
}

impl Tx {
    pub(super) fn new(link: Link) -> Self {
        Self { link, broken: false, again: false }
    }

    /// Run a statement that answers no rows; the number of rows it changed.
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, Fault> {
        self.statement(sql, |link| match link {
            Link::Sqlite(connection) => sqlite::execute(connection, sql, params),
            Link::Postgres(session) => session.execute(sql, params),
        })
    }

    /// Run one statement for each row of parameters; the number of rows changed in all. Much faster than a loop of
    /// [`Tx::execute`]: prepared once, and on PostgreSQL sent without waiting for each answer.
    pub fn batch(&mut self, sql: &str, rows: &[Vec<Value>]) -> Result<u64, Fault> {
        self.statement(sql, |link| match link {
            Link::Sqlite(connection) => sqlite::batch(connection, sql, rows),
            Link::Postgres(session) => session.batch(sql, rows),
        })
    }

    /// Every row of the answer, mapped. RETURNING and queries without ORDER BY promise no order.
    pub fn query<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        mut map: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut found = Vec::new();
        self.for_each(sql, params, |row| map(row).map(|item| found.push(item)))?;
        Ok(found)
    }

    /// The only row, if there is one; two rows are a fault.
    pub fn query_opt<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        at_most_one(sql, self.query(sql, params, map)?)
    }

    /// The only row; none and two are faults.
    pub fn query_one<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.query_opt(sql, params, map)?.ok_or_else(|| Fault::new(first_words(sql), "found no row"))
    }

    /// [`Tx::query`] that holds the rows until the end of the transaction, so that they can be changed as read.
    /// The engine's lock clause is added at the end of the statement.
    pub fn lock<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        self.query(&format!("{sql}{}", own_text::row_lock(self.engine())), params, map)
    }

    /// [`Tx::lock`] for the rows that nobody else holds, of every table of the statement in the order in which
    /// it names them (after the first that is held by somebody else it takes no more of a row); waits for nobody.
    pub fn claim<T>(
        &mut self,
        sql: &str,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        self.query(&format!("{sql}{}", own_text::claim_lock(self.engine())), params, map)
    }

    /// The rows of an answer, held or only looked at.
    pub fn take<T>(
        &mut self,
        grip: Grip,
        sql: &str,
        params: &[Value],
        map: impl FnMut(&Row) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        match grip {
            Grip::Hold => self.claim(sql, params, map),
            Grip::Look => self.query(sql, params, map),
        }
    }

    /// Call `each` for every row, in bounded memory however long the answer is; its first error ends the reading.
    pub fn for_each<E: From<Fault>>(
        &mut self,
        sql: &str,
        params: &[Value],
        mut each: impl FnMut(&Row) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut stopped = Ok(());
        self.stream(sql, params, &mut |row| match each(row) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stopped = Err(error);
                ControlFlow::Break(())
            }
        })?;
        stopped
    }

    /// Run `inner` so that its error undoes only what it did itself; the transaction goes on either way.
    pub fn attempt<T, E: From<Fault>>(
        &mut self,
        inner: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.script("SAVEPOINT attempt")?;
        let result = match inner(self) {
            Ok(_) if self.broken => Err(Fault::swallowed().into()),
            result => result,
        };
        if result.is_err() {
            self.broken = false;
            self.script("ROLLBACK TO SAVEPOINT attempt")?;
        }
        self.script("RELEASE SAVEPOINT attempt")?;
        result
    }

    /// Let the engine read the statement without running it; for the test that checks them all.
    pub fn prepare(&mut self, sql: &str) -> Result<(), Fault> {
        self.statement(sql, |link| match link {
            Link::Sqlite(connection) => sqlite::prepare(connection, sql),
            Link::Postgres(session) => session.prepare(sql),
        })
    }

    /// Run statements without parameters, separated by semicolons: migrations.
    pub(super) fn script(&mut self, sql: &str) -> Result<(), Fault> {
        self.statement(sql, |link| link.control(sql))
    }

    pub(super) fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        }
    }

    pub(super) fn link(&mut self) -> &mut Link {
        &mut self.link
    }

    /// The transaction has ended well; a pooled connection may serve the next one.
    pub(super) fn give_back(self) {
        if let Link::Postgres(session) = self.link {
            session.give_back();
        }
    }

    /// The engine gave up this transaction or its connection died: nothing is committed, and another run may succeed.
    pub(super) fn wants_again(&self) -> bool {
        self.again
    }

    /// Run a unit; a panic and an ignored failure become faults, and the caller rolls back on every error.
    pub(super) fn run<T, E: From<Fault>>(
        &mut self,
        unit: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        (self.broken, self.again) = (false, false);
        match catch_unwind(AssertUnwindSafe(|| unit(self))) {
            Ok(Ok(_)) if self.broken || self.again => Err(Fault::swallowed().into()),
            Ok(result) => result,
            Err(panic) => Err(Fault::panicked(&*panic).into()),
        }
    }

    fn stream(&mut self, sql: &str, params: &[Value], each: EachRow) -> Result<(), Fault> {
        self.statement(sql, |link| match link {
            Link::Sqlite(connection) => sqlite::stream(connection, sql, params, each),
            Link::Postgres(session) => session.stream(sql, params, each),
        })
    }

    fn statement<T>(
        &mut self,
        sql: &str,
        run: impl FnOnce(&mut Link) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.broken {
            return Err(Fault::new(first_words(sql), "an earlier statement broke this transaction"));
        }
        let result = run(&mut self.link);
        if let Err(fault) = &result {
            self.broken = true;
            self.again |= fault.is_conflict() || fault.is_lost();
        }
        result
    }
}

impl Link {
    /// BEGIN, COMMIT, ROLLBACK, savepoints and scripts: text that is not worth preparing.
    pub(super) fn control(&mut self, sql: &str) -> Result<(), Fault> {
        match self {
            Self::Sqlite(connection) => {
                connection.execute_batch(sql).map_err(|error| sqlite::fault(sql, &error))
            }
            Self::Postgres(session) => session.control(sql),
        }
    }
}

fn at_most_one<T>(sql: &str, mut found: Vec<T>) -> Result<Option<T>, Fault> {
    match found.len() {
        0 | 1 => Ok(found.pop()),
        many => Err(Fault::new(first_words(sql), format_args!("found {many} rows where one belongs"))),
    }
}
