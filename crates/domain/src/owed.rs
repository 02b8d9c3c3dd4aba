//! What a holder is owed on dates: the heart of Tenure. Rules 4, 6, 7 and 9.

use jiff::{Timestamp, civil::Date};

use crate::{
    kind::{Anchor, Kind, Step},
    license::{License, Term, days_after},
    place::Zone,
    product::Segment,
    schedule::{InForce, Schedule},
};

/// How long the last step of a kind can be sent, in days after its day.
pub const LAST_STEP_DAYS: i64 = 20;

/// How many days a superseded license stays at least after its block, where the schedule has no notice for it.
pub const DELETION_DAYS: i32 = 30;

/// What becomes of a step that has fallen due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// To be sent.
    Due,
    /// A newer step of its kind is due as well.
    Superseded,
    /// It can no longer be sent.
    Late,
}

/// A dated step in the life of a license.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// What is told.
    pub kind: Kind,
    /// At which step.
    pub step: Step,
    /// Its day, in the holder's zone.
    pub due_on: Date,
    /// From when on it is sent.
    pub due_at: Timestamp,
    /// From when on it is sent no more.
    pub limit_at: Option<Timestamp>,
}

/// A dated step that has fallen due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// What is told.
    pub kind: Kind,
    /// At which step.
    pub step: Step,
    /// Its day, in the holder's zone.
    pub due_on: Date,
    /// From when on it is sent.
    pub due_at: Timestamp,
    /// From when on it is sent no more.
    pub limit_at: Option<Timestamp>,
    /// What becomes of it.
    pub fate: Fate,
}

/// The dated steps that fell due after `since` and by `now`, each with its fate.
pub fn owed(
    license: &License,
    zone: &Zone,
    schedule: &Schedule,
    in_force: &InForce,
    since: Timestamp,
    now: Timestamp,
) -> Vec<Owed> {
    fallen_due(&dated(license, zone, schedule, in_force), since, now)
}

/// What the steps before and after the expiry of an open license follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expiring<'a> {
    /// The segment of its product.
    pub segment: Segment,
    /// Its product.
    pub product: &'a str,
    /// Its present term.
    pub term: Term,
}

/// [`owed`] of an open license that belongs to somebody, of which no more is known.
pub fn owed_of_expiring(
    license: Expiring<'_>,
    zone: &Zone,
    schedule: &Schedule,
    in_force: &InForce,
    since: Timestamp,
    now: Timestamp,
) -> Vec<Owed> {
    let by_expiry = |kind: &Kind| by_expiry(license, *kind, zone, schedule, in_force);
    let kinds = Kind::ALL.iter().filter(|kind| kind.is_dated() && kind.anchor() == Anchor::Expiry);
    let mut steps: Vec<Dated> = kinds.flat_map(by_expiry).collect();
    steps.sort_by_key(|step| step.due_at);
    fallen_due(&steps, since, now)
}

fn fallen_due(steps: &[Dated], since: Timestamp, now: Timestamp) -> Vec<Owed> {
    let newest_due = steps
        .iter()
        .filter(|step| step.due_at <= now)
        .map(|step| (step.kind, step.due_at))
        .collect::<Vec<_>>();
    let fate = |step: &Dated| {
        let is_newer_due =
            newest_due.iter().any(|(kind, due_at)| *kind == step.kind && *due_at > step.due_at);
        match step.limit_at {
            _ if is_newer_due => Fate::Superseded,
            Some(limit_at) if limit_at <= now => Fate::Late,
            _ => Fate::Due,
        }
    };
    let has_fallen_due = |step: &&Dated| since < step.due_at && step.due_at <= now;
    let as_owed = |step: &Dated| Owed {
        kind: step.kind,
        step: step.step,
        due_on: step.due_on,
        due_at: step.due_at,
        limit_at: step.limit_at,
        fate: fate(step),
    };
    steps.iter().filter(has_fallen_due).map(as_owed).collect()
}

/// Every dated step that a license gets in its present state, past and coming, the earliest first. One that belongs to
/// nobody (its holder was erased) gets none.
pub fn dated(license: &License, zone: &Zone, schedule: &Schedule, in_force: &InForce) -> Vec<Dated> {
    let mut all = Vec::new();
    if license.holder.is_none() {
        return all;
    }
    for kind in Kind::ALL.iter().copied().filter(|kind| kind.is_dated()) {
        match (kind.anchor(), license.term) {
            (Anchor::Expiry, Some(term)) if license.is_open() => {
                let expiring = Expiring { segment: license.segment, product: &license.product, term };
                all.extend(by_expiry(expiring, kind, zone, schedule, in_force));
            }
            (Anchor::Deletion, Some(_)) => all.extend(by_deletion(license, kind, zone, schedule)),
            _ => {}
        }
    }
    all.sort_by_key(|step| step.due_at);
    all
}

fn by_expiry(
    license: Expiring<'_>,
    kind: Kind,
    zone: &Zone,
    schedule: &Schedule,
    in_force: &InForce,
) -> Vec<Dated> {
    let term = license.term;
    let known_on = zone.day_of(term.known_at);
    let step_at = |step: &Step| {
        let Step::Days(days) = *step else { return None };
        let due_on = days_after(term.expires_on, i64::from(days));
        let due_at = zone.instant(due_on, schedule.send_at);
        let is_in_force = in_force.since(kind, license.segment, days).is_some_and(|since| since <= due_at);
        (is_in_force && due_on > known_on).then_some(Dated {
            kind,
            step: *step,
            due_on,
            due_at,
            limit_at: None,
        })
    };
    let mut steps: Vec<Dated> =
        schedule.steps(kind, license.segment, license.product).iter().filter_map(step_at).collect();
    for at in 0..steps.len() {
        let next_due_at = steps.get(at + 1).map(|next| next.due_at);
        let last_limit_at = zone.instant(days_after(steps[at].due_on, LAST_STEP_DAYS), schedule.send_at);
        steps[at].limit_at = Some(next_due_at.unwrap_or(last_limit_at));
    }
    steps
}

fn by_deletion(license: &License, kind: Kind, zone: &Zone, schedule: &Schedule) -> Option<Dated> {
    let deletion_on = deletion_date(license, schedule)?;
    let days = schedule.deletion_warning_days(license.segment, &license.product)?;
    let due_on = days_after(deletion_on, -i64::from(days));
    Some(Dated {
        kind,
        step: Step::Days(-days),
        due_on,
        due_at: zone.instant(due_on, schedule.send_at),
        limit_at: None,
    })
}

/// The deletion date of a superseded license: its own expiry date, or 30 days (the step's own number)
/// after it was blocked, whichever is later (rule 9).
pub fn deletion_date(license: &License, schedule: &Schedule) -> Option<Date> {
    let block = license.block.filter(|_| license.is_superseded())?;
    let days = schedule.deletion_warning_days(license.segment, &license.product).unwrap_or(DELETION_DAYS);
    let after_block = days_after(block.on, i64::from(days));
    Some(license.term.map_or(after_block, |term| term.expires_on.max(after_block)))
}

/// The deletion date that will hold when its notice goes out on `out_on`: the warning is never shortened.
pub fn deletion_date_told(license: &License, schedule: &Schedule, out_on: Date) -> Option<Date> {
    let days = schedule.deletion_warning_days(license.segment, &license.product)?;
    Some(deletion_date(license, schedule)?.max(days_after(out_on, i64::from(days))))
}

/// From when on a superseded license is deleted; `None` while it is not, or while its notice is not out.
///
/// `notice_out_on` is the local day on which its notice was out: in the portal and its e-mail accepted or ended.
pub fn deletion_instant(
    license: &License,
    zone: &Zone,
    schedule: &Schedule,
    notice_out_on: Option<Date>,
) -> Option<Timestamp> {
    // Where nobody is left to be warned, nobody is waited for.
    let needs_notice = schedule.deletion_warning_days(license.segment, &license.product).is_some()
        && license.term.is_some()
        && license.holder.is_some();
    let deletion_on = match (needs_notice, notice_out_on) {
        (false, _) => deletion_date(license, schedule)?,
        (true, Some(out_on)) => deletion_date_told(license, schedule, out_on)?,
        (true, None) => return None,
    };
    Some(zone.instant(deletion_on, schedule.send_at))
}
