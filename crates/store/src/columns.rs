//! How instants and days are written in columns.

use jiff::{Timestamp, Unit, civil::Date};

use crate::db::Fault;

/// An instant: microseconds since 1970-01-01, UTC.
pub(crate) fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

/// The instant that [`micros`] wrote.
pub(crate) fn instant(micros: i64) -> Result<Timestamp, Fault> {
    Timestamp::from_microsecond(micros).map_err(|error| Fault::data("an instant", error))
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A day: days since 1970-01-01.
pub(crate) fn days(day: Date) -> i64 {
    EPOCH.until((Unit::Day, day)).map_or(i64::MAX, |span| i64::from(span.get_days()))
}

/// The day that [`days`] wrote.
pub(crate) fn day(days: i64) -> Result<Date, Fault> {
    let span = jiff::Span::new().try_days(days).map_err(|error| Fault::data("a day", error))?;
    EPOCH.checked_add(span).map_err(|error| Fault::data("a day", error))
}
