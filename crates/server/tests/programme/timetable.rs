//! When the ticks are: several timetables over the same 420 days, at odd hours, with and without gaps.

use jiff::{SignedDuration, Timestamp};

use crate::chance::Chance;

const DAYS: i64 = 420;

/// What the relay does at a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relay {
    Accepts,
    /// Every recipient is put off with a 451.
    Greylists,
    /// Every connection ends with a 421.
    TurnsAway,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Tick {
    pub(crate) at: Timestamp,
    pub(crate) relay: Relay,
}

/// Every day at another hour; now and then the relay is not there.
pub(crate) fn daily(start: Timestamp, chance: &mut Chance) -> Vec<Tick> {
    let hours = (0..DAYS).map(|day| day * 24 * 60 + chance.between(0, 24 * 60 - 10)).collect();
    ticks(start, hours, 40)
}

/// Every six hours for a fortnight, three times, with weeks between.
pub(crate) fn six_hourly(start: Timestamp, chance: &mut Chance) -> Vec<Tick> {
    let mut minutes = vec![];
    for first_day in [0, 130, 330] {
        for quarter in 0..14 * 4 {
            minutes.push((first_day * 4 + quarter) * 6 * 60 + chance.between(0, 300));
        }
    }
    ticks(start, minutes, 30)
}

/// One to ten days from tick to tick.
pub(crate) fn gaps_of_days(start: Timestamp, chance: &mut Chance) -> Vec<Tick> {
    gaps(start, chance, &[1, 3, 3, 10], 9)
}

/// Weeks from tick to tick, a few days at most.
pub(crate) fn gaps_of_weeks(start: Timestamp, chance: &mut Chance) -> Vec<Tick> {
    gaps(start, chance, &[3, 10, 25, 25, 70], 4)
}

/// Every few days, and every few minutes around the nights in which clocks change.
pub(crate) fn nights(start: Timestamp, chance: &mut Chance) -> Vec<Tick> {
    let mut ticks = gaps(start, chance, &[2, 3, 4], 1_000);
    let changes = [
        // Warsaw, forward at 01:00Z: 2:15 is never shown; the later valid time is 3:15 (01:15Z).
        ("2027-03-28", ["00:50:10", "01:05:10", "01:20:10"]),
        // Warsaw, back at 01:00Z: 2:15 is shown at 00:15Z and at 01:15Z.
        ("2027-10-31", ["00:10:10", "00:20:10", "01:20:10"]),
        // Newfoundland, forward at 05:30Z, New York at 07:00Z.
        ("2027-03-14", ["05:35:10", "05:50:10", "07:05:10"]),
        ("2027-03-14", ["07:20:10", "07:50:10", "08:20:10"]),
        // Lord Howe, half an hour forward at 15:30Z of the day before.
        ("2027-10-02", ["15:10:10", "15:35:10", "15:50:10"]),
        // Chatham, back at 14:00Z of the day before.
        ("2027-04-03", ["12:20:10", "13:20:10", "14:20:10"]),
    ];
    for (day, hours) in changes {
        for hour in hours {
            let at = format!("{day}T{hour}Z").parse().expect("an instant");
            ticks.push(Tick { at, relay: Relay::Accepts });
        }
    }
    ticks.sort_by_key(|tick| tick.at);
    ticks
}

fn gaps(start: Timestamp, chance: &mut Chance, days: &[i64], absent: usize) -> Vec<Tick> {
    let mut minutes = vec![chance.between(1, 600)];
    let mut now = minutes[0];
    while now < DAYS * 24 * 60 {
        now += chance.one_of(days) * 24 * 60 + chance.between(-400, 400);
        minutes.push(now);
    }
    ticks(start, minutes, absent)
}

/// At each `absent`th tick the relay is not there, in one way or the other.
fn ticks(start: Timestamp, minutes: Vec<i64>, absent: usize) -> Vec<Tick> {
    let relay = |number: usize| match number % absent {
        2 if (number / absent).is_multiple_of(2) => Relay::Greylists,
        2 => Relay::TurnsAway,
        _ => Relay::Accepts,
    };
    let at = |minutes| start + SignedDuration::from_mins(minutes) + SignedDuration::from_secs(30);
    let tick = |(number, minutes)| Tick { at: at(minutes), relay: relay(number) };
    minutes.into_iter().enumerate().map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_go_forward_and_leave_time_for_a_second_try() {
        let start: Timestamp = "2026-12-01T08:17:20Z".parse().expect("an instant");
        for timetable in [daily, six_hourly, gaps_of_days, gaps_of_weeks, nights] {
            let ticks = timetable(start, &mut Chance::new(3));
            for pair in ticks.windows(2) {
                assert!(pair[1].at.duration_since(pair[0].at) >= SignedDuration::from_mins(10), "{pair:?}");
            }
        }
    }
}
