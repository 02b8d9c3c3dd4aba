//! Plan: write the notices whose day has come. A pass covers everything due since the last completed one; once a day
//! it covers the whole catching-up window, so that it heals itself. It goes in portions, each a transaction of its own:
//! whoever writes meanwhile waits for one portion and not for the pass (decision 0026).

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Date, Time},
};
use tenure_domain::{
    HolderId, InForce, Key, Kind, License, LicenseId, Notice, Segment, Zone,
    kind::Anchor,
    license::days_after,
    owed::{self, Fate, LAST_STEP_DAYS, Owed},
};
use tenure_store::{
    Fault, Tx,
    license::{self, Expiring, Place},
    notice,
    pass::{self, Pass},
};

use super::{Desk, Held};

/// How far the local day can be ahead of UTC, and how far behind, in hours.
const AHEAD_HOURS: i64 = 14;
const BEHIND_HOURS: i64 = 12;
/// How many licenses a pass reads at a time.
pub const AT_ONCE: u32 = 1000;
/// What a portion of a pass may cost: reading a license costs one, writing a notice four more. On an idle machine it takes
/// some hundredths of a second.
const PORTION: u64 = 5000;
const WRITING: u64 = 4;
/// How many notices are written at a time.
const BATCH: usize = 1000;

/// What a pass did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Planned {
    /// How many notices were written.
    pub planned: u64,
    /// How many of them ended at once because a newer step is due.
    pub superseded: u64,
    /// How many of them ended at once because it is too late.
    pub late: u64,
}

/// The latest day that it can be anywhere.
pub(super) fn latest_day(now: Timestamp) -> Date {
    Zone::UTC.day_of(now.saturating_add(SignedDuration::from_hours(AHEAD_HOURS)).unwrap_or(now))
}

/// The earliest day that it can be anywhere.
fn earliest_day(now: Timestamp) -> Date {
    Zone::UTC.day_of(now.saturating_sub(SignedDuration::from_hours(BEHIND_HOURS)).unwrap_or(now))
}

/// What a portion of a pass led to.
#[derive(Debug, Clone)]
pub enum Portion {
    /// The pass is complete, and remembered: what it did in all.
    Complete(Planned),
    /// There is more to be read.
    Partial(Progress),
}

/// How far a pass has come. It is kept by nobody: a pass whose process dies begins anew, and finds what it wrote.
#[derive(Debug, Clone)]
pub struct Progress {
    course: Arc<Course>,
    ahead: VecDeque<Stretch>,
    planned: Planned,
}

impl Progress {
    /// What the portions so far did.
    pub const fn planned(&self) -> Planned {
        self.planned
    }
}

/// What a whole pass goes by.
#[derive(Debug)]
struct Course {
    in_force: InForce,
    since: Timestamp,
    now: Timestamp,
    reached: Reached,
}

/// Licenses that a pass reads one after another.
#[derive(Debug, Clone, Copy)]
enum Stretch {
    /// Open ones of a segment, up to an expiry date.
    Expiring(Segment, Place, Date),
    /// Those of a segment that have no deletion notice. They are asked for by that, so they need no window.
    Unwarned(Segment, Place),
}

/// One portion of a pass of the planner at `now`: the first one, or the next one after `progress`. A clock that went back
/// finds nothing to do.
pub fn plan_portion(
    tx: &mut Tx,
    desk: &Desk,
    progress: Option<&Progress>,
    now: Timestamp,
) -> Result<Portion, Fault> {
    let begun = match progress {
        Some(progress) => Some(progress.clone()),
        None => begin(tx, desk, now)?,
    };
    let Some(mut progress) = begun else { return Ok(Portion::Complete(Planned::default())) };
    let mut cost = 0;
    while let Some(stretch) = progress.ahead.pop_front() {
        let (planned, read, onward) = plan_stretch(tx, desk, &progress.course, stretch)?;
        progress.planned.add(planned);
        if let Some(onward) = onward {
            progress.ahead.push_front(onward);
        }
        cost += u64::from(read) + WRITING * planned.planned;
        if cost >= PORTION && !progress.ahead.is_empty() {
            pass::begin(tx, progress.course.now)?;
            return Ok(Portion::Partial(progress));
        }
    }
    complete(tx, &progress.course)?;
    Ok(Portion::Complete(progress.planned))
}

/// What a pass at `now` is to read.
fn begin(tx: &mut Tx, desk: &Desk, now: Timestamp) -> Result<Option<Progress>, Fault> {
    let last = pass::find(tx)?;
    if last.is_some_and(|last| now < last.completed_at) {
        return Ok(None);
    }
    let in_force = update_in_force(tx, desk, last.is_none(), now)?;
    let since = match last {
        None => Timestamp::MIN,
        Some(last) if last.full_on == Zone::UTC.day_of(now) => last.completed_at,
        Some(last) => last.completed_at.min(now.saturating_sub(catching_up(desk)).unwrap_or(Timestamp::MIN)),
    };
    let reached = Reached::between(since, now, desk.schedule.send_at, desk.zone());
    let stretches_of = |segment| {
        let expiring = expiry_ranges(desk, segment, &reached)
            .into_iter()
            .map(move |(first, last)| Stretch::Expiring(segment, Place::before(first), last));
        expiring.chain([Stretch::Unwarned(segment, Place::before(Date::MIN))])
    };
    let ahead = Segment::ALL.into_iter().flat_map(stretches_of).collect();
    let course = Arc::new(Course { in_force, since, now, reached });
    Ok(Some(Progress { course, ahead, planned: Planned::default() }))
}

/// Everything due by the pass's own time is planned. A later pass of another process may have been faster.
fn complete(tx: &mut Tx, course: &Course) -> Result<(), Fault> {
    pass::end(tx)?;
    if pass::find(tx)?.is_some_and(|last| course.now < last.completed_at) {
        return Ok(());
    }
    pass::save(tx, Pass { completed_at: course.now, full_on: Zone::UTC.day_of(course.now) })
}

/// Plans what one license is owed by now, whatever passes there were: after its block was lifted.
pub(super) fn plan_license(tx: &mut Tx, desk: &Desk, held: &Held, now: Timestamp) -> Result<Planned, Fault> {
    let in_force = pass::find_in_force(tx)?;
    let mut batch = Batch::default();
    batch.add_all(desk, &held.license, desk.zone_of(held.holder.as_ref()), &in_force, now);
    batch.write(tx, now)
}

fn update_in_force(tx: &mut Tx, desk: &Desk, is_first_pass: bool, now: Timestamp) -> Result<InForce, Fault> {
    let known = pass::find_in_force(tx)?;
    pass::delete_steps(tx, &known.leavers(&desk.schedule))?;
    pass::insert_steps(tx, &known.news(&desk.schedule, is_first_pass, now))?;
    Ok(known.after_pass(&desk.schedule, is_first_pass, now))
}

/// How long the longest step can be sent, and two days more for zones.
fn catching_up(desk: &Desk) -> SignedDuration {
    let mut steps: BTreeMap<(Kind, Segment), Vec<i32>> = BTreeMap::new();
    for (kind, segment, days) in desk.schedule.dated_steps() {
        steps.entry((kind, segment)).or_default().push(days);
    }
    let gaps = steps.values().flat_map(|days| days.windows(2).map(|pair| i64::from(pair[1] - pair[0])));
    SignedDuration::from_hours((gaps.max().unwrap_or(0).max(LAST_STEP_DAYS) + 2) * 24)
}

/// The local days whose sending hour came within some time, and where it came.
#[derive(Debug)]
struct Reached {
    days: Vec<(Date, Date)>,
    /// The names of the zones; `None`: it is not known, so anywhere.
    zones: Option<BTreeSet<String>>,
}

impl Reached {
    /// After `since` and by `now`. Most passes follow the last one by seconds, in which the sending hour comes nowhere:
    /// those find nothing to read. Over a long time it comes everywhere.
    fn between(since: Timestamp, now: Timestamp, send_at: Time, vendors: &Zone) -> Self {
        let (first, last) = (earliest_day(since), latest_day(now));
        if now.duration_since(since) > SignedDuration::from_hours(24) {
            return Self { days: vec![(first, last)], zones: None };
        }
        let (mut days, mut zones) = (BTreeSet::new(), BTreeSet::new());
        for zone in Zone::all().chain([vendors.clone(), Zone::UTC]) {
            for day in first.series(Span::new().days(1)).take_while(|day| *day <= last) {
                let at = zone.instant(day, send_at);
                if since < at && at <= now {
                    days.insert(day);
                    zones.insert(zone.name().to_owned());
                }
            }
        }
        Self { days: days.into_iter().map(|day| (day, day)).collect(), zones: Some(zones) }
    }

    fn includes(&self, zone: &Zone) -> bool {
        self.zones.as_ref().is_none_or(|zones| zones.contains(zone.name()))
    }
}

/// The ranges of expiry dates of which a step has one of these days, joined where they touch.
fn expiry_ranges(desk: &Desk, segment: Segment, reached: &Reached) -> Vec<(Date, Date)> {
    let of_expiry =
        desk.schedule.dated_steps().filter(|(kind, of, _)| kind.anchor() == Anchor::Expiry && *of == segment);
    let before = |day: Date, step: i32| days_after(day, -i64::from(step));
    let mut ranges: Vec<(Date, Date)> = of_expiry
        .flat_map(|(_, _, step)| {
            reached.days.iter().map(move |(first, last)| (before(*first, step), before(*last, step)))
        })
        .collect();
    ranges.sort_unstable();
    let mut joined: Vec<(Date, Date)> = Vec::new();
    for (first, last) in ranges {
        match joined.last_mut() {
            Some(range) if first <= days_after(range.1, 1) => range.1 = range.1.max(last),
            _ => joined.push((first, last)),
        }
    }
    joined
}

/// Plans the next licenses of a stretch: what came of it, how many were read, and what is left of the stretch.
fn plan_stretch(
    tx: &mut Tx,
    desk: &Desk,
    course: &Course,
    stretch: Stretch,
) -> Result<(Planned, u32, Option<Stretch>), Fault> {
    let (batch, read, onward) = match stretch {
        Stretch::Expiring(segment, after, last) => {
            let wanted = |zone: Option<&Zone>| course.reached.includes(zone.unwrap_or(desk.zone()));
            let portion = license::list_expiring(tx, segment, after, last, AT_ONCE, wanted)?;
            let onward = portion.onward.map(|place| Stretch::Expiring(segment, place, last));
            (Batch::of_expiring(desk, course, segment, &portion.found), portion.read, onward)
        }
        Stretch::Unwarned(segment, after) => {
            let steps = desk.schedule.dated_steps();
            let mut warnings =
                steps.filter(|(kind, of, _)| *kind == Kind::BlockedLicenseDeletion && *of == segment);
            let Some((_, _, days)) = warnings.next() else { return Ok((Planned::default(), 0, None)) };
            let last = latest_day(course.now);
            let portion =
                license::list_unwarned(tx, &desk.keys.vault, (segment, -days), after, last, AT_ONCE)?;
            let onward = portion.onward.map(|place| Stretch::Unwarned(segment, place));
            (Batch::of_unwarned(desk, course, &portion.found), portion.read, onward)
        }
    };
    Ok((batch.write(tx, course.now)?, read, onward))
}

/// Notices to be written, by what becomes of them.
#[derive(Default)]
struct Batch {
    due: Vec<(Notice, Option<HolderId>)>,
    superseded: Vec<(Notice, Option<HolderId>)>,
    late: Vec<(Notice, Option<HolderId>)>,
}

impl Batch {
    fn of_expiring(desk: &Desk, course: &Course, segment: Segment, licenses: &[Expiring]) -> Self {
        let mut batch = Self::default();
        for Expiring { id, product, holder, zone, term } in licenses {
            let license = owed::Expiring { segment, product, term: *term };
            let zone = zone.as_ref().unwrap_or(desk.zone());
            let owed = owed::owed_of_expiring(
                license,
                zone,
                &desk.schedule,
                &course.in_force,
                course.since,
                course.now,
            );
            batch.add(desk, (*id, term.number, Some(*holder)), &owed, course.now);
        }
        batch
    }

    fn of_unwarned(desk: &Desk, course: &Course, licenses: &[(License, Option<Zone>)]) -> Self {
        let mut batch = Self::default();
        for (license, zone) in licenses {
            batch.add_all(desk, license, zone.as_ref().unwrap_or(desk.zone()), &course.in_force, course.now);
        }
        batch
    }

    /// Everything that a license is owed by now, whatever passes there were.
    fn add_all(&mut self, desk: &Desk, license: &License, zone: &Zone, in_force: &InForce, now: Timestamp) {
        let owed = owed::owed(license, zone, &desk.schedule, in_force, Timestamp::MIN, now);
        self.add(desk, (license.id, license.term_number(), license.holder), &owed, now);
    }

    fn add(
        &mut self,
        desk: &Desk,
        (license, term, holder): (LicenseId, u32, Option<HolderId>),
        owed: &[Owed],
        now: Timestamp,
    ) {
        for owed in owed {
            let of_this_fate = match owed.fate {
                Fate::Due => &mut self.due,
                Fate::Superseded => &mut self.superseded,
                Fate::Late => &mut self.late,
            };
            let key = Key { license, term, kind: owed.kind, step: owed.step, occasion: String::new() };
            of_this_fate.push((Notice::planned(desk.notice_id(now), key, owed, now), holder));
        }
    }

    fn write(self, tx: &mut Tx, now: Timestamp) -> Result<Planned, Fault> {
        let mut write = |notices: &[(Notice, Option<HolderId>)]| -> Result<u64, Fault> {
            notices
                .chunks(BATCH)
                .try_fold(0, |written, chunk| Ok(written + notice::insert_each(tx, chunk, now)?))
        };
        let (due, superseded, late) = (write(&self.due)?, write(&self.superseded)?, write(&self.late)?);
        Ok(Planned { planned: due + superseded + late, superseded, late })
    }
}

impl Planned {
    fn add(&mut self, other: Self) {
        self.planned += other.planned;
        self.superseded += other.superseded;
        self.late += other.late;
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use jiff::civil::time;

    use super::*;

    const TEN: Time = time(10, 0, 0, 0);

    fn reached(since: &str, now: &str) -> Reached {
        Reached::between(since.parse().unwrap(), now.parse().unwrap(), TEN, &Zone::UTC)
    }

    #[test]
    fn a_pass_after_another_finds_nothing_to_read_where_no_sending_hour_came_between() {
        let reached = reached("2026-11-22T09:00:01Z", "2026-11-22T09:00:06Z");
        assert!(reached.days.is_empty(), "{:?}", reached.zones);
    }

    /// Every sending hour of every zone between two passes is among what is read, however short the time and whatever
    /// the clocks there do.
    #[test]
    fn no_sending_hour_is_passed_over() {
        for (since, now) in [
            ("2026-11-22T08:59:59Z", "2026-11-22T09:00:00Z"),
            ("2026-11-21T20:00:00Z", "2026-11-22T20:00:00Z"),
            ("2026-11-21T21:59:59Z", "2026-11-21T22:00:00Z"),
            ("2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"),
            ("2026-10-25T07:00:00Z", "2026-10-25T10:00:00Z"),
            ("2026-10-24T07:00:00Z", "2026-11-25T10:00:00Z"),
        ] {
            let (reached, since, now) = (reached(since, now), since.parse().unwrap(), now.parse().unwrap());
            let mut day = earliest_day(since).yesterday().unwrap();
            while day <= latest_day(now).tomorrow().unwrap() {
                for zone in Zone::all() {
                    let at = zone.instant(day, TEN);
                    let is_read = reached.includes(&zone)
                        && reached.days.iter().any(|(first, last)| (*first..=*last).contains(&day));
                    assert!(is_read || at <= since || now < at, "{zone:?} {day} after {since} by {now}");
                }
                day = day.tomorrow().unwrap();
            }
        }
        assert!(Zone::all().count() > 400);
    }
}
