//! The oracle's calendar. It walks, quarter hour by quarter hour and day by day, where the program computes.

use std::{cell::RefCell, collections::HashMap};

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, Time},
    tz::TimeZone,
};

/// Every offset of the years tested is a multiple of this.
const QUARTER: SignedDuration = SignedDuration::from_mins(15);

/// Days and sending hours in the zones of the holders.
pub(crate) struct Calendar {
    sending_hour: Time,
    walked: RefCell<HashMap<(String, Date), Timestamp>>,
}

impl Calendar {
    pub(crate) fn new(sending_hour: Time) -> Self {
        Self { sending_hour, walked: RefCell::default() }
    }

    /// When the clocks of the zone show the sending hour of the day.
    pub(crate) fn sending_moment(&self, day: Date, zone: &str) -> Timestamp {
        let mut walked = self.walked.borrow_mut();
        *walked
            .entry((zone.to_owned(), day))
            .or_insert_with(|| walk_to(day, self.sending_hour, &the_zone(zone)))
    }
}

fn the_zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("the population lives in zones that exist")
}

/// The day that the calendar on the wall shows there.
pub(crate) fn local_day(at: Timestamp, zone: &str) -> Date {
    the_zone(zone).to_datetime(at).date()
}

/// So many days later; earlier, when negative.
pub(crate) fn days_later(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// How many days lie from the first to the second; negative, when it is the earlier one.
pub(crate) fn days_from(first: Date, second: Date) -> i32 {
    (second - first).get_days()
}

/// The same day so many months later, or the last of that month where it has no such day.
pub(crate) fn months_later(day: Date, months: u32) -> Date {
    let mut found = day.first_of_month();
    for _ in 0..months {
        found = tomorrow(found);
        while found.day() != 1 {
            found = tomorrow(found);
        }
    }
    while found.day() < day.day() && tomorrow(found).month() == found.month() {
        found = tomorrow(found);
    }
    found
}

fn tomorrow(day: Date) -> Date {
    day.tomorrow().expect("far from the end of time")
}

/// Watches the clock of the zone: the first time that it shows the hour of the day. A clock that is put forward
/// over the hour never shows it; then it is the time at which a clock left alone would have.
fn walk_to(day: Date, hour: Time, zone: &TimeZone) -> Timestamp {
    let wanted = day.to_datetime(hour);
    let midnight_utc = day.to_zoned(TimeZone::UTC).expect("a day in UTC").timestamp();
    let mut at = midnight_utc - SignedDuration::from_hours(15);
    let mut shown = zone.to_datetime(at);
    while shown != wanted {
        let next = zone.to_datetime(at + QUARTER);
        if shown < wanted && next > wanted {
            return at + wanted.duration_since(shown);
        }
        at += QUARTER;
        shown = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn moment(day: Date, hour: Time, zone: &str) -> String {
        Calendar::new(hour).sending_moment(day, zone).to_string()
    }

    #[test]
    fn ten_o_clock_is_fourteen_hours_early_in_kiritimati_and_eleven_late_in_niue() {
        let day = date(2027, 5, 1);
        assert_eq!(moment(day, time(10, 0, 0, 0), "Pacific/Kiritimati"), "2027-04-30T20:00:00Z");
        assert_eq!(moment(day, time(10, 0, 0, 0), "Pacific/Niue"), "2027-05-01T21:00:00Z");
        assert_eq!(moment(day, time(10, 0, 0, 0), "Asia/Kathmandu"), "2027-05-01T04:15:00Z");
    }

    #[test]
    fn an_hour_that_the_clocks_jump_over_is_the_later_valid_one() {
        let hour = time(2, 15, 0, 0);
        assert_eq!(moment(date(2027, 3, 28), hour, "Europe/Warsaw"), "2027-03-28T01:15:00Z");
        assert_eq!(moment(date(2027, 10, 3), hour, "Australia/Lord_Howe"), "2027-10-02T15:45:00Z");
    }

    #[test]
    fn an_hour_that_comes_twice_is_the_first_one() {
        assert_eq!(moment(date(2027, 10, 31), time(2, 15, 0, 0), "Europe/Warsaw"), "2027-10-31T00:15:00Z");
    }

    #[test]
    fn months_end_on_the_last_day_of_a_shorter_month() {
        assert_eq!(months_later(date(2027, 1, 31), 1), date(2027, 2, 28));
        assert_eq!(months_later(date(2026, 12, 1), 12), date(2027, 12, 1));
        assert_eq!(months_later(date(2026, 8, 31), 18), date(2028, 2, 29));
    }

    #[test]
    fn days_are_counted_over_new_year() {
        assert_eq!(days_later(date(2026, 12, 31), -30), date(2026, 12, 1));
        assert_eq!(days_from(date(2026, 12, 1), date(2027, 1, 1)), 31);
    }
}
