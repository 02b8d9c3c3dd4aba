//! Theft attempts: one letter at once, the next ones gathered (rule 10).

use jiff::{SignedDuration, Timestamp};

/// How long after a theft letter the next one to the same address goes, in hours.
const BETWEEN_HOURS: i64 = 24;

/// The latest theft notice to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Latest {
    /// Not yet claimed: it will tell of all attempts up to its claim.
    Waiting,
    /// Its letter was made then.
    Written(Timestamp),
}

/// What becomes of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gathering {
    /// A waiting notice will tell of it.
    Joins,
    /// A new notice tells of it, from this instant on.
    NewAt(Timestamp),
}

/// What becomes of an attempt at `now`.
pub fn gather(latest: Option<Latest>, now: Timestamp) -> Gathering {
    match latest {
        None => Gathering::NewAt(now),
        Some(Latest::Waiting) => Gathering::Joins,
        Some(Latest::Written(at)) => {
            Gathering::NewAt(now.max(at + SignedDuration::from_hours(BETWEEN_HOURS)))
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_told_at_once_and_the_next_a_day_after_the_letter() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let now = at("2026-11-22T12:00:00Z");
        assert_eq!(gather(None, now), Gathering::NewAt(now));
        assert_eq!(gather(Some(Latest::Waiting), now), Gathering::Joins);
        for (written, goes) in [
            ("2026-11-22T09:00:00Z", "2026-11-23T09:00:00Z"),
            ("2026-11-21T12:00:01Z", "2026-11-22T12:00:01Z"),
            ("2026-11-21T12:00:00Z", "2026-11-22T12:00:00Z"),
            ("2026-11-01T12:00:00Z", "2026-11-22T12:00:00Z"),
        ] {
            assert_eq!(
                gather(Some(Latest::Written(at(written))), now),
                Gathering::NewAt(at(goes)),
                "{written}"
            );
        }
    }
}
