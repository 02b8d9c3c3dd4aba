//! A hold: nothing is sent while it stands. Planner and pages go on, and what is being carried is finished.

use std::{fmt, str::FromStr};

use jiff::Timestamp;

/// What kind of thing holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// An operator said so.
    Operator,
    /// The clock jumped.
    Clock,
    /// Far more is due than ever goes out on a day.
    Backlog,
    /// Too many addresses do not exist.
    Bounces,
    /// The database was restored or copied.
    Restored,
    /// The database takes no commits. Known to the process alone, which cannot write it down.
    Commits,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Operator, Self::Clock, Self::Backlog, Self::Bounces, Self::Restored, Self::Commits];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Clock => "clock",
            Self::Backlog => "backlog",
            Self::Bounces => "bounces",
            Self::Restored => "restored",
            Self::Commits => "commits",
        }
    }
}

impl FromStr for Cause {
    type Err = NoCause;

    fn from_str(text: &str) -> Result<Self, NoCause> {
        Self::ALL.into_iter().find(|cause| cause.code() == text).ok_or_else(|| NoCause(text.to_owned()))
    }
}

/// A text names no cause.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no cause of a hold")]
pub struct NoCause(String);

/// Why nothing is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// What kind of thing holds; each holds at most once at a time.
    pub cause: Cause,
    /// Since when.
    pub since: Timestamp,
    /// Who said so: a person, or `tenure`.
    pub by: String,
    /// Why, in words for operators.
    pub why: String,
}

impl fmt::Display for Hold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sending is held since {} by {}: {}", self.since, self.by, self.why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cause_is_read_as_it_is_written() {
        for cause in Cause::ALL {
            assert_eq!(cause.code().parse(), Ok(cause));
        }
        assert_eq!("mood".parse::<Cause>(), Err(NoCause("mood".to_owned())));
    }
}
