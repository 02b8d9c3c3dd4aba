//! Long lists page by page: a place in a list as it stands in an address.

use std::{fmt, str::FromStr};

use jiff::Timestamp;

/// A place in a list that is sorted by an instant and, where two share it, by an id: `1764583200000000.ltr_…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor<Id>(pub Timestamp, pub Id);

impl<Id: fmt::Display> fmt::Display for Cursor<Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0.as_microsecond(), self.1)
    }
}

impl<Id: FromStr> FromStr for Cursor<Id> {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (micros, id) = text.split_once('.').ok_or(())?;
        let at = Timestamp::from_microsecond(micros.parse().map_err(|_| ())?).map_err(|_| ())?;
        Ok(Self(at, id.parse().map_err(|_| ())?))
    }
}
