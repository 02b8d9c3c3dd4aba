//! What broke: the machine, the file, the server or stored data. Never the caller's turn and never a value to store.

use std::{any::Any, fmt::Display};

/// A broken machine or broken data, as told to an operator.
///
/// It names the statement by its first words and never holds a parameter's value, which may be a secret.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{during}: {why}")]
pub struct Fault {
    during: String,
    why: String,
    cause: Cause,
}

/// What callers may want to know about a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// A UNIQUE index or primary key refused the row.
    Unique,
    /// The engine chose this transaction as the one to be run again.
    Conflict,
    /// The connection died.
    Lost,
    /// Somebody else held the lock for too long.
    Busy,
    /// Everything else.
    Other,
}

impl Fault {
    pub(super) fn new(during: impl Into<String>, why: impl Display) -> Self {
        Self { during: during.into(), why: why.to_string(), cause: Cause::Other }
    }

    pub(super) fn because(self, cause: Cause) -> Self {
        Self { cause, ..self }
    }

    /// Stored data that the program cannot read: `what` names the column or row, `why` the trouble, neither the value.
    pub fn data(what: impl Into<String>, why: impl Display) -> Self {
        Self::new(what, why)
    }

    /// A UNIQUE index or primary key refused the row.
    pub fn is_unique_violation(&self) -> bool {
        self.cause == Cause::Unique
    }

    /// Somebody else held the database or a row for longer than we wait; trying later may help.
    pub fn is_busy(&self) -> bool {
        self.cause == Cause::Busy
    }

    pub(super) fn is_lost(&self) -> bool {
        self.cause == Cause::Lost
    }

    pub(super) fn is_conflict(&self) -> bool {
        self.cause == Cause::Conflict
    }

    pub(super) fn closed() -> Self {
        Self::new("store", "it has been closed")
    }

    pub(super) fn swallowed() -> Self {
        Self::new(
            "unit of work",
            "a statement failed and the unit went on; use `attempt` around what may fail",
        )
    }

    pub(super) fn panicked(panic: &(dyn Any + Send)) -> Self {
        let said =
            panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
        Self::new("unit of work", format_args!("it panicked: {}", said.unwrap_or("no message")))
    }
}

/// The first words of a statement: enough to find it, and free of values.
pub(super) fn first_words(sql: &str) -> String {
    sql.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}
