//! One row of an answer, read by position (from 0) or by name.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use super::{Fault, Value, postgres, sqlite};

/// One row; every getter fails with a [`Fault`] that names the column and never its value.
pub struct Row<'a>(pub(super) Source<'a>);

pub(super) enum Source<'a> {
    /// With the names of its columns.
    Sqlite(&'a rusqlite::Row<'a>, &'a [String]),
    Postgres(&'a tokio_postgres::Row),
}

/// How a column is named: its position (from 0) or its name.
pub trait Column: Copy + Debug {
    /// The position of this column among the names.
    fn position<'n>(self, names: impl Iterator<Item = &'n str>) -> Option<usize>;
}

impl Column for usize {
    fn position<'n>(self, mut names: impl Iterator<Item = &'n str>) -> Option<usize> {
        names.nth(self).map(|_| self)
    }
}

impl Column for &str {
    fn position<'n>(self, mut names: impl Iterator<Item = &'n str>) -> Option<usize> {
        names.position(|name| name.len() == self.len() && name.eq_ignore_ascii_case(self))
    }
}

impl Row<'_> {
    /// The value, whatever it is.
    pub fn value(&self, column: impl Column) -> Result<Value, Fault> {
        let value = match &self.0 {
            Source::Sqlite(row, names) => sqlite::value(row, names, column),
            Source::Postgres(row) => postgres::value(row, column),
        };
        value.map_err(|why| Fault::data(format!("column {column:?}"), why))
    }

    /// A number that is there.
    pub fn int(&self, column: impl Column) -> Result<i64, Fault> {
        self.opt_int(column)?.ok_or_else(|| is_null(column))
    }

    /// A number or NULL.
    pub fn opt_int(&self, column: impl Column) -> Result<Option<i64>, Fault> {
        match self.value(column)? {
            Value::Null => Ok(None),
            Value::Int(number) => Ok(Some(number)),
            other => Err(unexpected(column, &other, "a number")),
        }
    }

    /// A number of a smaller type, such as `u32`.
    pub fn number<T: TryFrom<i64>>(&self, column: impl Column) -> Result<T, Fault> {
        self.opt_number(column)?.ok_or_else(|| is_null(column))
    }

    /// A number of a smaller type or NULL.
    pub fn opt_number<T: TryFrom<i64>>(&self, column: impl Column) -> Result<Option<T>, Fault> {
        let out_of_range = |_| {
            Fault::data(format!("column {column:?}"), format_args!("is no {}", std::any::type_name::<T>()))
        };
        self.opt_int(column)?.map(T::try_from).transpose().map_err(out_of_range)
    }

    /// A flag: 1 is true, 0 is false.
    pub fn flag(&self, column: impl Column) -> Result<bool, Fault> {
        match self.int(column)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Fault::data(format!("column {column:?}"), "is neither 0 nor 1")),
        }
    }

    /// A text that is there.
    pub fn text(&self, column: impl Column) -> Result<String, Fault> {
        self.opt_text(column)?.ok_or_else(|| is_null(column))
    }

    /// A text or NULL.
    pub fn opt_text(&self, column: impl Column) -> Result<Option<String>, Fault> {
        match self.value(column)? {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            other => Err(unexpected(column, &other, "text")),
        }
    }

    /// Bytes that are there.
    pub fn bytes(&self, column: impl Column) -> Result<Vec<u8>, Fault> {
        self.opt_bytes(column)?.ok_or_else(|| is_null(column))
    }

    /// Bytes or NULL.
    pub fn opt_bytes(&self, column: impl Column) -> Result<Option<Vec<u8>>, Fault> {
        match self.value(column)? {
            Value::Null => Ok(None),
            Value::Bytes(bytes) => Ok(Some(bytes)),
            other => Err(unexpected(column, &other, "bytes")),
        }
    }

    /// A text read as a `T`, such as a typed id; the message never shows the text.
    pub fn parse<T: FromStr>(&self, column: impl Column) -> Result<T, Fault> {
        self.opt_parse(column)?.ok_or_else(|| is_null(column))
    }

    /// A text read as a `T`, or NULL.
    pub fn opt_parse<T: FromStr>(&self, column: impl Column) -> Result<Option<T>, Fault> {
        let unreadable = |_| {
            Fault::data(format!("column {column:?}"), format_args!("is no {}", std::any::type_name::<T>()))
        };
        self.opt_text(column)?.map(|text| text.parse()).transpose().map_err(unreadable)
    }
}

fn is_null(column: impl Debug) -> Fault {
    Fault::data(format!("column {column:?}"), "is NULL")
}

fn unexpected(column: impl Debug, found: &Value, wanted: impl Display) -> Fault {
    Fault::data(format!("column {column:?}"), format_args!("holds {} where {wanted} belongs", found.kind()))
}
