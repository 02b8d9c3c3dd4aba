//! Rule 4: days are calendar days in the holder's zone; and what happens when zone or hour are changed.

use jiff::{Timestamp, civil::date};
use tenure_domain::{InForce, Schedule, owed::dated};

use crate::{
    life::life,
    world::{World, at, day, programme_at, reminders, unregistered},
};

/// The dated steps of a license, one line each: step, day, due instant, limit.
fn steps(zone: &str, schedule: Schedule, expires_on: &str, known_at: &str) -> Vec<String> {
    let mut world = World::new(unregistered("antivirus"), zone, schedule);
    world.import(date(2020, 1, 1), day(expires_on), false, at(known_at));
    let force = InForce::default().after_pass(&world.schedule, true, at(known_at));
    let say = |limit: Option<Timestamp>| limit.map_or("-".to_owned(), |limit| limit.to_string());
    dated(&world.license, &world.zone, &world.schedule, &force)
        .iter()
        .map(|step| format!("{} {} {} {}", step.step, step.due_on, step.due_at, say(step.limit_at)))
        .collect()
}

#[test]
fn a_step_falls_due_at_the_sending_hour_of_the_holders_day_and_ends_with_the_next() {
    for (zone, wanted) in [
        (
            "Pacific/Kiritimati", // +14
            [
                "-30 2026-12-01 2026-11-30T20:00:00Z 2026-12-30T20:00:00Z",
                "0 2026-12-31 2026-12-30T20:00:00Z 2027-01-19T20:00:00Z",
                "+20 2027-01-20 2027-01-19T20:00:00Z 2027-02-08T20:00:00Z",
                "+40 2027-02-09 2027-02-08T20:00:00Z 2027-02-28T20:00:00Z",
            ],
        ),
        (
            "Pacific/Niue", // -11
            [
                "-30 2026-12-01 2026-12-01T21:00:00Z 2026-12-31T21:00:00Z",
                "0 2026-12-31 2026-12-31T21:00:00Z 2027-01-20T21:00:00Z",
                "+20 2027-01-20 2027-01-20T21:00:00Z 2027-02-09T21:00:00Z",
                "+40 2027-02-09 2027-02-09T21:00:00Z 2027-03-01T21:00:00Z",
            ],
        ),
        (
            "Asia/Kathmandu", // +5:45
            [
                "-30 2026-12-01 2026-12-01T04:15:00Z 2026-12-31T04:15:00Z",
                "0 2026-12-31 2026-12-31T04:15:00Z 2027-01-20T04:15:00Z",
                "+20 2027-01-20 2027-01-20T04:15:00Z 2027-02-09T04:15:00Z",
                "+40 2027-02-09 2027-02-09T04:15:00Z 2027-03-01T04:15:00Z",
            ],
        ),
    ] {
        assert_eq!(steps(zone, programme_at("10:00"), "2026-12-31", "2026-01-01T00:00Z"), wanted, "{zone}");
    }
}

#[test]
fn a_change_of_the_clocks_between_two_steps_moves_no_local_hour() {
    // St. John's: -2:30 until 1 November 2026, then -3:30. Lord Howe: +11 until 4 April 2027, then +10:30.
    for (zone, expires_on, wanted) in [
        (
            "America/St_Johns",
            "2026-11-10",
            [
                "-30 2026-10-11 2026-10-11T12:30:00Z 2026-11-10T13:30:00Z",
                "0 2026-11-10 2026-11-10T13:30:00Z 2026-11-30T13:30:00Z",
                "+20 2026-11-30 2026-11-30T13:30:00Z 2026-12-20T13:30:00Z",
                "+40 2026-12-20 2026-12-20T13:30:00Z 2027-01-09T13:30:00Z",
            ],
        ),
        (
            "Australia/Lord_Howe",
            "2027-03-25",
            [
                "-30 2027-02-23 2027-02-22T23:00:00Z 2027-03-24T23:00:00Z",
                "0 2027-03-25 2027-03-24T23:00:00Z 2027-04-13T23:30:00Z",
                "+20 2027-04-14 2027-04-13T23:30:00Z 2027-05-03T23:30:00Z",
                "+40 2027-05-04 2027-05-03T23:30:00Z 2027-05-23T23:30:00Z",
            ],
        ),
    ] {
        assert_eq!(steps(zone, programme_at("10:00"), expires_on, "2026-01-01T00:00Z"), wanted, "{zone}");
    }
}

#[test]
fn in_a_gap_the_later_time_is_meant_and_in_a_fold_the_first() {
    for (zone, hour, expires_on, due_at) in [
        ("Europe/Warsaw", "02:30", "2027-03-28", "2027-03-28T01:30:00Z"),
        ("Europe/Warsaw", "02:30", "2026-10-25", "2026-10-25T00:30:00Z"),
        ("America/St_Johns", "02:30", "2027-03-14", "2027-03-14T06:00:00Z"),
        ("America/St_Johns", "01:30", "2026-11-01", "2026-11-01T04:00:00Z"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45:00Z"),
        ("Australia/Lord_Howe", "01:45", "2027-04-04", "2027-04-03T14:45:00Z"),
        // The gap of a whole day: the islands went over the date line.
        ("Pacific/Apia", "10:00", "2011-12-30", "2011-12-30T20:00:00Z"),
    ] {
        let found = steps(zone, reminders(hour, [0]), expires_on, "2010-01-01T00:00Z");
        assert!(found[0].starts_with(&format!("0 {expires_on} {due_at} ")), "{zone}: {found:?}");
    }
}

#[test]
fn a_moved_holder_or_hour_neither_loses_nor_doubles_a_reminder() {
    for (change, to) in
        [("zone", "Pacific/Niue"), ("zone", "Pacific/Kiritimati"), ("hour", "23:00"), ("hour", "04:00")]
    {
        life(
            "antivirus in UTC",
            &format!(
                "2026-01-01T12:00Z imported until 2026-12-31
                 2026-01-01T12:00Z tick
                 2026-12-01T10:00Z relay refuses_for_now
                 2026-12-01T10:00Z tick
                 2026-12-01T11:00Z {change} {to}
                 2026-12-02T00:00Z relay takes
                 2026-12-02T00:00Z tick → renewal-reminder -30
                 2026-12-03T00:00Z tick"
            ),
        );
    }
}
