//! Any license, zone, schedule and timetable of rounds: nothing twice, nothing missed, nothing untrue.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};
use proptest::{prelude::*, sample::Index};
use tenure_domain::{
    BlockReason, Happening, Kind, Notice, State, Succession, Zone,
    kind::Step,
    theft::{Gathering, Latest, gather},
};

use crate::world::{Relay, World, at, programme_at, reminders, unregistered};

const ZONES: &[&str] = &[
    "UTC",
    "Europe/Warsaw",
    "Pacific/Kiritimati",
    "Pacific/Niue",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Santiago",
    "America/Nuuk",
    "Africa/Casablanca",
];
const HOURS: &[&str] = &["00:00", "00:30", "02:15", "02:30", "10:00", "23:59"];
const LATEST: i64 = 1_000 * 86_400;

/// A license without disturbances: imported at `known_at`, reminded at `steps`.
#[derive(Debug, Clone)]
struct Life {
    zone: &'static str,
    hour: &'static str,
    steps: BTreeSet<i32>,
    known_at: Timestamp,
    expires_on: Date,
}

prop_compose! {
    fn a_life()(
        zone in prop::sample::select(ZONES),
        hour in prop::sample::select(HOURS),
        steps in prop::collection::btree_set(-90..90_i32, 1..6),
        known_secs in 0..2 * 365 * 86_400_i64,
        days in -60..500_i32,
    ) -> Life {
        let known_at = at("2026-01-01T00:00Z") + SignedDuration::from_secs(known_secs);
        let expires_on = walk(zone.parse::<Zone>().unwrap().day_of(known_at), days);
        Life { zone, hour, steps, known_at, expires_on }
    }
}

/// Counts days one by one on the calendar.
fn walk(from: Date, days: i32) -> Date {
    (0..days.abs()).fold(from, |day, _| if days < 0 { day.yesterday() } else { day.tomorrow() }.unwrap())
}

impl Life {
    fn world(&self, looks_back_to_last_pass: bool) -> World {
        let mut world = World::new(
            unregistered("antivirus"),
            self.zone,
            reminders(self.hour, self.steps.iter().copied()),
        );
        world.import(self.expires_on, self.expires_on, false, self.known_at);
        world.looks_back_to_last_pass = looks_back_to_last_pass;
        world
    }

    /// What must become of it, found without the code under test: each step with its first instant and its limit.
    fn owed(&self) -> BTreeMap<i32, (Timestamp, Timestamp)> {
        let zone = TimeZone::get(self.zone).unwrap();
        let hour: Time = self.hour.parse().unwrap();
        let known_on = self.known_at.to_zoned(zone.clone()).date();
        let instant = |days| first_at_or_after(&zone, walk(self.expires_on, days), hour);
        let steps: Vec<i32> =
            self.steps.iter().copied().filter(|days| walk(self.expires_on, *days) > known_on).collect();
        let limit =
            |at: usize| steps.get(at + 1).map_or_else(|| instant(steps[at] + 20), |next| instant(*next));
        steps.iter().enumerate().map(|(at, days)| (*days, (instant(*days), limit(at)))).collect()
    }

    fn after(&self, secs: &[i64]) -> Vec<Timestamp> {
        let mut ticks: Vec<Timestamp> =
            secs.iter().map(|secs| self.known_at + SignedDuration::from_secs(*secs)).collect();
        ticks.push(self.known_at + SignedDuration::from_secs(LATEST));
        ticks.sort_unstable();
        ticks
    }
}

/// The first instant whose local clock shows `hour` of `day`; where a gap swallows it, the clock is read as
/// if it had not been put forward.
fn first_at_or_after(zone: &TimeZone, day: Date, hour: Time) -> Timestamp {
    let naive = day.to_datetime(hour).to_zoned(TimeZone::UTC).unwrap().timestamp();
    let shows = |at: &Timestamp| zone.to_datetime(*at) == day.to_datetime(hour);
    let mut candidates: Vec<Timestamp> =
        (-14 * 4..=14 * 4).map(|quarters: i64| naive + SignedDuration::from_mins(15 * quarters)).collect();
    candidates.sort_unstable();
    let found = candidates.iter().copied().find(shows);
    found.unwrap_or_else(|| {
        let before = zone.to_offset(naive - SignedDuration::from_hours(26));
        before.to_timestamp(day.to_datetime(hour)).unwrap()
    })
}

/// The state of each step's notice; fails where one has two.
fn states(world: &World) -> BTreeMap<i32, &Notice> {
    let mut states = BTreeMap::new();
    for notice in &world.notices {
        let Step::Days(days) = notice.key.step else { panic!("{notice:?}") };
        assert!(states.insert(days, notice).is_none(), "two of {days}");
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Rules 3, 4, 6 and 7 as one sentence: a step is sent if and only if a round falls into its time.
    #[test]
    fn any_timetable_ends_every_step_once_and_sends_those_it_meets_in_their_time(
        life in a_life(),
        secs in prop::collection::vec(0..LATEST, 0..40),
        looks_back in any::<bool>(),
    ) {
        let mut world = life.world(looks_back);
        let ticks = life.after(&secs);
        for now in &ticks {
            world.tick(*now);
            let before = world.notices.clone();
            world.tick(*now);
            prop_assert_eq!(&before, &world.notices, "a second round changes nothing");
        }
        let owed = life.owed();
        let found = states(&world);
        prop_assert!(found.keys().eq(owed.keys()), "owed {:?}, found {:?}", owed, found.keys());
        let newest = owed.keys().next_back();
        for (days, (due_at, limit_at)) in &owed {
            let meets = ticks.iter().find(|now| *due_at <= **now && **now < *limit_at);
            let wanted = match meets {
                Some(_) => State::Accepted,
                None if Some(days) == newest => State::Late,
                None => State::Superseded,
            };
            prop_assert_eq!(found[days].state, wanted, "{} {} {}", days, due_at, limit_at);
            prop_assert_eq!(found[days].due_at, *due_at);
            prop_assert_eq!(found[days].due_on, walk(life.expires_on, *days));
            prop_assert_eq!(found[days].limit_at, Some(*limit_at));
            prop_assert_eq!(meets, found[days].ended_at.as_ref().filter(|_| meets.is_some()), "at the first chance");
        }
    }

    #[test]
    fn a_round_at_every_due_instant_sends_all(life in a_life(), looks_back in any::<bool>()) {
        let mut world = life.world(looks_back);
        world.tick(life.known_at);
        for (due_at, _) in life.owed().values() {
            world.tick(*due_at - SignedDuration::from_nanos(1));
            world.tick(*due_at);
        }
        prop_assert!(world.notices.iter().all(|notice| notice.state == State::Accepted));
        prop_assert_eq!(world.notices.len(), life.owed().len());
    }

    #[test]
    fn two_timetables_end_the_same_steps(
        life in a_life(),
        one in prop::collection::vec(0..LATEST, 0..30),
        other in prop::collection::vec(0..LATEST, 0..30),
    ) {
        let ended = |secs: &[i64]| {
            let mut world = life.world(true);
            life.after(secs).into_iter().for_each(|now| world.tick(now));
            states(&world).into_keys().collect::<Vec<_>>()
        };
        prop_assert_eq!(ended(&one), ended(&other));
    }

    /// Blocks, lifts, renewals, corrections, moves and a bad relay in any order.
    #[test]
    fn whatever_happens_nothing_is_told_twice_untrue_or_never_ended(
        life in a_life(),
        mut acts in prop::collection::vec((0..LATEST, any::<Index>()), 0..25),
        cancels_at_once in any::<bool>(),
    ) {
        acts.sort_by_key(|(secs, _)| *secs);
        let mut world = life.world(false);
        world.schedule = programme_at(life.hour);
        world.cancels_at_once = cancels_at_once;
        for (secs, which) in acts {
            let now = life.known_at + SignedDuration::from_secs(secs);
            befall(&mut world, which, now);
            world.tick(now);
            let before = world.notices.clone();
            world.tick(now);
            prop_assert_eq!(&before, &world.notices, "a second round changes nothing");
        }
        world.relay = Relay::Takes;
        for tens in 0..60 {
            world.tick(life.known_at + SignedDuration::from_secs(LATEST + tens * 864_000));
        }
        check_the_record(&world)?;
    }

    /// Rule 10: at most one theft letter in 24 hours, and every attempt told in one.
    #[test]
    fn theft_letters_keep_a_day_between_them_and_tell_of_every_attempt(
        mut secs in prop::collection::vec(0..10 * 86_400_i64, 1..40),
    ) {
        secs.sort_unstable();
        let start = at("2026-01-01T00:00Z");
        let (mut written, mut waiting) = (Vec::<Timestamp>::new(), None);
        for secs in secs {
            let now = start + SignedDuration::from_secs(secs);
            if let Some(due_at) = waiting.filter(|due_at| *due_at <= now) {
                written.push(due_at);
                waiting = None;
            }
            let latest = waiting.map(|_| Latest::Waiting).or(written.last().copied().map(Latest::Written));
            match gather(latest, now) {
                Gathering::Joins => prop_assert!(waiting.is_some()),
                Gathering::NewAt(due_at) => {
                    prop_assert!(due_at >= now && due_at <= now + SignedDuration::from_hours(24));
                    waiting = Some(due_at);
                }
            }
        }
        written.extend(waiting);
        for pair in written.windows(2) {
            prop_assert!(pair[1].duration_since(pair[0]) >= SignedDuration::from_hours(24));
        }
    }
}

/// One of the things that can happen; those that are refused change nothing.
fn befall(world: &mut World, which: Index, now: Timestamp) {
    let today = world.today(now);
    match which.index(16) {
        0 => {
            if world.license.block(BlockReason::Other, today).is_ok() {
                world.happens(&Happening::Blocked { reason: BlockReason::Other }, now);
            }
        }
        1 | 2 => {
            if world.license.lift().is_ok() {
                world.happens(&Happening::Lifted, now);
            }
        }
        3 if world.license.can_be_superseded().is_ok() => world.supersede(Succession::Renewal, now),
        4 => {
            let Some(term) = world.license.term else { return };
            let expires_on = walk(term.expires_on, if which.index(2) == 0 { -45 } else { 45 });
            if world.license.correct(term.registered_on, expires_on, now).is_ok() {
                world.happens(&Happening::Corrected, now);
            }
        }
        5 => world.zone = ZONES[which.index(ZONES.len())].parse().unwrap(),
        6 => world.schedule = programme_at(HOURS[which.index(HOURS.len())]),
        7 => world.relay = Relay::RefusesForNow,
        8 => world.relay = Relay::LosesTheAnswer,
        9 => world.relay = Relay::RefusesForGood,
        10 => {
            world.declined.insert(Kind::RenewalReminder);
        }
        11 => world.is_suppressed = !world.is_suppressed,
        12 => world.happens(&Happening::KeyFileRequested, now),
        _ => world.relay = Relay::Takes,
    }
}

fn check_the_record(world: &World) -> Result<(), TestCaseError> {
    let keys: BTreeSet<_> = world.notices.iter().map(|notice| &notice.key).collect();
    prop_assert_eq!(keys.len(), world.notices.len(), "nothing twice");
    for notice in &world.notices {
        prop_assert!(!notice.state.is_open() && notice.wake_at.is_none(), "never ended: {:?}", notice);
        prop_assert!(!notice.reason.is_empty(), "ended without a reason: {:?}", notice);
    }
    for spoken in &world.spoken {
        let (notice, license) = (&spoken.notice, &spoken.license);
        prop_assert!(notice.due_at <= spoken.at, "before its time: {:?}", spoken);
        prop_assert!(license.deleted_at.is_none() || notice.key.kind == Kind::TheftAttempt);
        match notice.key.kind {
            Kind::RenewalReminder => prop_assert!(license.block.is_none(), "untrue: {:?}", spoken),
            Kind::BlockedLicenseDeletion => prop_assert!(license.is_superseded(), "untrue: {:?}", spoken),
            Kind::LicenseBlocked => prop_assert!(license.block.is_some(), "untrue: {:?}", spoken),
            _ => {}
        }
        if notice.key.kind.is_dated() {
            prop_assert_eq!(notice.key.term, license.term_number(), "of an old term: {:?}", spoken);
        }
    }
    check_deletion(world)
}

/// Rule 9: a superseded license is deleted, and never before thirty whole days of warning.
fn check_deletion(world: &World) -> Result<(), TestCaseError> {
    let license = &world.license;
    let is_superseded = license.block.is_some_and(|block| block.reason == BlockReason::Superseded);
    prop_assert_eq!(license.deleted_at.is_some(), is_superseded);
    if let (Some((told_on, deleted_on)), Some(block), Some(term)) =
        (world.deletion, license.block, license.term)
    {
        prop_assert!(told_on.is_some_and(|told_on| walk(told_on, 30) <= deleted_on));
        prop_assert!(walk(block.on, 30) <= deleted_on && term.expires_on <= deleted_on);
    }
    Ok(())
}
