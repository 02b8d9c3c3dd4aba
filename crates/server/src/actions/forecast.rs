//! Forecast: what will go out in the next days, day by day and kind by kind, by the planner's own rules.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};
use tenure_domain::{
    InForce, Kind, License, Segment, State, Step, Zone,
    kind::Anchor,
    license::days_after,
    owed::{self, Dated, Fate},
};
use tenure_store::{
    Fault, Tx,
    license::{self, Place},
    notice, pass,
};

use super::{Desk, Held, plan::latest_day};

/// How many notices of a kind and step go out on a day.
pub type Forecast = BTreeMap<(Date, Kind, Step), u64>;

/// What will go out from `now` on, for `days` days, if nothing happens in between.
pub fn forecast(tx: &mut Tx, desk: &Desk, days: u32, now: Timestamp) -> Result<Forecast, Fault> {
    let until =
        now.saturating_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MAX);
    let last = pass::find(tx)?;
    let in_force = pass::find_in_force(tx)?.after_pass(&desk.schedule, last.is_none(), now);
    let mut sums = Sums {
        desk,
        in_force,
        since: last.map_or(Timestamp::MIN, |last| last.completed_at),
        now,
        until,
        found: Forecast::new(),
    };
    add_waiting(tx, &mut sums)?;
    for segment in Segment::ALL {
        let span = (days_after(latest_day(now), -LONGEST_DAYS), days_after(latest_day(until), LONGEST_DAYS));
        let anywhere = |_: Option<&Zone>| true;
        license::for_each_open(tx, &desk.keys.vault, segment, span, anywhere, |license, zone| {
            sums.add(&license, zone.as_ref());
            Ok::<_, Fault>(())
        })?;
        add_deletions(tx, &mut sums, segment)?;
    }
    Ok(sums.found)
}

/// How far a step can be from the expiry date, in days.
const LONGEST_DAYS: i64 = 3650;

struct Sums<'a> {
    desk: &'a Desk,
    in_force: InForce,
    since: Timestamp,
    now: Timestamp,
    until: Timestamp,
    found: Forecast,
}

impl Sums<'_> {
    /// Counts the steps of a license that no pass has planned yet: those to come, and those that the next pass will send.
    fn add(&mut self, license: &License, zone: Option<&Zone>) {
        let zone = zone.unwrap_or(self.desk.zone());
        let coming = owed::dated(license, zone, &self.desk.schedule, &self.in_force);
        let coming = coming.into_iter().filter(|step| self.now < step.due_at && step.due_at <= self.until);
        for Dated { kind, step, due_on, .. } in coming {
            *self.found.entry((due_on, kind, step)).or_default() += 1;
        }
        let at_once = owed::owed(license, zone, &self.desk.schedule, &self.in_force, self.since, self.now);
        for owed in at_once.into_iter().filter(|owed| owed.fate == Fate::Due) {
            *self.found.entry((zone.day_of(self.now), owed.kind, owed.step)).or_default() += 1;
        }
    }
}

/// What is written already and waits.
fn add_waiting(tx: &mut Tx, sums: &mut Sums<'_>) -> Result<(), Fault> {
    for state in [State::Due, State::Sending, State::Unknown] {
        let filter = notice::Filter { state: Some(state), ..notice::Filter::default() };
        let (since, now, until) = (sums.since, sums.now, sums.until);
        let found = &mut sums.found;
        notice::for_each(tx, &sums.desk.keys.vault, filter, |listed| {
            let (notice, wake_at) = (&listed.notice, listed.notice.wake_at.unwrap_or(now));
            // What a pass has written that is still under way is counted by its license.
            let is_of_this_pass = notice.key.kind.anchor() == Anchor::Expiry && since < notice.due_at;
            if wake_at <= until && !is_of_this_pass {
                *found
                    .entry((notice.due_on.max(Zone::UTC.day_of(now)), notice.key.kind, notice.key.step))
                    .or_default() += 1;
            }
            Ok::<_, Fault>(())
        })?;
    }
    Ok(())
}

/// Deletion notices of superseded licenses that have none yet.
fn add_deletions(tx: &mut Tx, sums: &mut Sums<'_>, segment: Segment) -> Result<(), Fault> {
    let step = sums
        .desk
        .schedule
        .dated_steps()
        .find(|(kind, of, _)| *kind == Kind::BlockedLicenseDeletion && *of == segment);
    let Some((_, _, days)) = step else { return Ok(()) };
    let (all, last) = (Place::before(Date::MIN), latest_day(sums.until));
    let unwarned = license::list_unwarned(tx, &sums.desk.keys.vault, (segment, -days), all, last, u32::MAX)?;
    for (license, zone) in unwarned.found {
        let zone = zone.as_ref().unwrap_or(sums.desk.zone());
        let steps = owed::dated(&license, zone, &sums.desk.schedule, &sums.in_force);
        for step in steps.into_iter().filter(|step| step.due_at <= sums.until) {
            let day = step.due_on.max(zone.day_of(sums.now));
            *sums.found.entry((day, step.kind, step.step)).or_default() += 1;
        }
    }
    Ok(())
}

/// A dated step still to come.
#[derive(Debug, Clone)]
pub struct Coming {
    /// Of which license, with its holder.
    pub held: Held,
    /// What, and when.
    pub step: Dated,
}

/// The dated steps of a license that come after `now`, if nothing happens in between.
pub fn coming(tx: &mut Tx, desk: &Desk, license: License, now: Timestamp) -> Result<Vec<Coming>, Fault> {
    let last = pass::find(tx)?;
    let in_force = pass::find_in_force(tx)?.after_pass(&desk.schedule, last.is_none(), now);
    let held = Held::read(tx, desk, license)?;
    let steps = owed::dated(&held.license, desk.zone_of(held.holder.as_ref()), &desk.schedule, &in_force);
    let steps = steps.into_iter().filter(|step| now < step.due_at);
    Ok(steps.map(|step| Coming { held: held.clone(), step }).collect())
}
