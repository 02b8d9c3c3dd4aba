//! The whole programme at the door: several hundred licenses in twenty zones live through 420 days, and every message
//! that the relay receives is compared with an oracle that shares no code with the program.
//!
//! `population` says who there is and what they do, `timetable` when the ticks are, `door` runs the binary, `mailbox`
//! opens the mail, `oracle` knows the rules, `verdict` tells the difference.

mod chance;
mod door;
mod mailbox;
mod oracle;
mod population;
mod run;
mod story;
mod timetable;
mod verdict;

use std::collections::BTreeMap;

use jiff::civil::time;
use tenure_testbed::postgres;

use oracle::{Oracle, Vendor};
use run::{Event, Programme};
use timetable::Relay;

const WARSAW: Vendor = Vendor { language: "en", time_zone: "Europe/Warsaw", sending_hour: time(10, 0, 0, 0) };
const HONOLULU: Vendor =
    Vendor { language: "pl", time_zone: "Pacific/Honolulu", sending_hour: time(10, 0, 0, 0) };
/// Sends at an hour that some nights do not have and others have twice.
const AT_NIGHT: Vendor = Vendor { sending_hour: time(2, 15, 0, 0), ..WARSAW };

const DAILY: Programme = Programme {
    name: "daily",
    seed: 1,
    vendor: WARSAW,
    timetable: timetable::daily,
    added_step: Some((-5, 200)),
    machines: 1,
};
const SIX_HOURLY: Programme = Programme {
    name: "six-hourly",
    seed: 2,
    vendor: HONOLULU,
    timetable: timetable::six_hourly,
    added_step: None,
    ..DAILY
};
const DAYS: Programme =
    Programme { name: "days", seed: 3, timetable: timetable::gaps_of_days, added_step: None, ..DAILY };
const WEEKS: Programme =
    Programme { name: "weeks", seed: 4, timetable: timetable::gaps_of_weeks, ..SIX_HOURLY };
const NIGHTS: Programme = Programme {
    name: "nights",
    seed: 5,
    vendor: AT_NIGHT,
    timetable: timetable::nights,
    added_step: None,
    machines: 1,
};

#[test]
fn sqlite_daily_ticks_bring_every_letter_on_its_day() {
    DAILY.run(None);
}

#[test]
fn sqlite_ticks_every_six_hours_bring_every_letter_in_its_quarter_of_the_day() {
    SIX_HOURLY.run(None);
}

#[test]
fn sqlite_gaps_of_days_lose_and_double_nothing() {
    DAYS.run(None);
}

#[test]
fn sqlite_gaps_of_weeks_bring_only_the_newest_step() {
    WEEKS.run(None);
}

#[test]
fn sqlite_nights_in_which_clocks_change_neither_lose_nor_double_a_letter() {
    NIGHTS.run(None);
}

#[test]
fn postgres_two_machines_with_gaps_of_days_lose_and_double_nothing() {
    let database = postgres::fresh_database();
    let added_step = Some((-5, 200));
    Programme { name: "pg-days", seed: 6, machines: 2, added_step, ..DAYS }.run(Some(database.url()));
}

#[test]
fn postgres_gaps_of_weeks_bring_only_the_newest_step() {
    let database = postgres::fresh_database();
    Programme { name: "pg-weeks", seed: 7, vendor: WARSAW, ..WEEKS }.run(Some(database.url()));
}

#[test]
fn the_runs_meet_every_kind_and_every_end() {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for programme in [DAILY, WEEKS] {
        for notice in dry_run(&programme).notices() {
            *met.entry(format!("{} {}", notice.kind, notice.fate.state())).or_default() += 1;
        }
    }
    for end in ["accepted", "superseded", "late", "canceled"] {
        assert!(met.contains_key(&format!("renewal-reminder {end}")), "no reminder is {end}: {met:#?}");
    }
    for kind in oracle::kind::ALL {
        assert!(met.contains_key(&format!("{kind} accepted")), "no {kind} is accepted: {met:#?}");
    }
}

/// The run in the oracle's head alone.
fn dry_run(programme: &Programme) -> Oracle {
    let mut oracle = Oracle::new(programme.vendor);
    for (at, event) in programme.events() {
        match event {
            Event::Happening(story::Act::Correct(mut rows)) => {
                rows.retain(|row| oracle.takes_correction(row));
                oracle.act(&story::Act::Correct(rows), at);
            }
            Event::Happening(act) => drop(oracle.act(&act, at)),
            Event::Tick(relay) => drop(oracle.tick(at, relay == Relay::Accepts)),
        }
    }
    oracle
}
