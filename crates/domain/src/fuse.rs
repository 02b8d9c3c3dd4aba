//! Fuses: what makes Tenure stop sending by itself, and say so. Each blows into a [`Hold`](crate::Hold) that only an
//! operator ends, having seen what would go out.

use jiff::{SignedDuration, Timestamp};

/// How far the clock may be behind the last round.
const BEHIND_HOURS: i64 = 1;
/// How long no round at all is still believed.
const AHEAD_DAYS: i64 = 7;
/// So much may be due whatever went out before.
const ALWAYS_DUE: u64 = 1000;
/// How many times the highest day may be due.
const HIGHEST_DAYS: u64 = 3;
/// Of fewer letters in a day no share is told.
const LEAST_LETTERS: u64 = 100;
/// The share of them that may come back, in percent.
const BOUNCED_PERCENT: u64 = 5;

/// How many days back the highest one is looked for.
pub const DAYS_BACK: u32 = 60;
/// For how many hours a fuse stays whole after its release: the operator has seen what stands.
pub const RELEASED_HOURS: i64 = 24;

/// The clock against the last round, or a later release: why it cannot be believed.
pub fn clock(last: Timestamp, now: Timestamp) -> Option<String> {
    let ahead = now.duration_since(last);
    if ahead < -SignedDuration::from_hours(BEHIND_HOURS) {
        return Some(format!("the clock shows {now}, and the last round was at {last}: it went back"));
    }
    (ahead > SignedDuration::from_hours(24 * AHEAD_DAYS)).then(|| {
        format!("the clock shows {now}, and the last round was at {last}: it jumped, or nothing ran for long")
    })
}

/// What is due against the highest day: why it is too much.
pub fn backlog(due: u64, highest_day: u64) -> Option<String> {
    (may_be_too_much(due) && due > HIGHEST_DAYS.saturating_mul(highest_day)).then(|| {
        format!("{due} letters are due, and never more than {highest_day} went out on a day of the last {DAYS_BACK}")
    })
}

/// Whether so much is due that the highest day has to be looked up.
pub const fn may_be_too_much(due: u64) -> bool {
    due > ALWAYS_DUE
}

/// A day as high as this one makes what is due no flood.
pub const fn high_enough(due: u64) -> u64 {
    due.div_ceil(HIGHEST_DAYS)
}

/// What was refused for good or came back, of all letters that ended in a day: why it is too much.
pub fn bounces(ended: u64, bounced: u64) -> Option<String> {
    let is_too_much = ended >= LEAST_LETTERS && bounced * 100 > ended * BOUNCED_PERCENT;
    is_too_much
        .then(|| format!("{bounced} of the last day's {ended} letters were refused for good or came back"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_an_hour_back_or_a_week_ahead_is_not_believed() {
        let last = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * 20_000);
        let hour = 3600;
        for (seconds, is_believed) in [
            (0, true),
            (5, true),
            (-hour, true),
            (-hour - 1, false),
            (24 * hour, true),
            (7 * 24 * hour, true),
            (7 * 24 * hour + 1, false),
        ] {
            let now = last + SignedDuration::from_secs(seconds);
            assert_eq!(clock(last, now).is_none(), is_believed, "{seconds}");
        }
    }

    #[test]
    fn a_flood_is_more_than_a_thousand_and_three_times_the_highest_day() {
        for (due, highest, is_too_much) in [
            (1000, 0, false),
            (1001, 0, true),
            (1001, 333, true),
            (1001, 334, false),
            (30_000, 10_000, false),
            (30_001, 10_000, true),
        ] {
            assert_eq!(backlog(due, highest).is_some(), is_too_much, "{due} after {highest}");
            let is_high = highest >= high_enough(due);
            assert_eq!(may_be_too_much(due) && !is_high, is_too_much, "{due} after {highest}");
        }
    }

    #[test]
    fn more_than_one_in_twenty_of_a_hundred_letters_is_too_much() {
        for (ended, bounced, is_too_much) in [
            (99, 99, false),
            (100, 5, false),
            (100, 6, true),
            (1000, 50, false),
            (1000, 51, true),
            (0, 0, false),
        ] {
            assert_eq!(bounces(ended, bounced).is_some(), is_too_much, "{bounced} of {ended}");
        }
    }
}
