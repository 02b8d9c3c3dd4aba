//! One license with its life: what was, what comes, and who tried to take it.

use std::cmp::Reverse;

use axum::extract::{Path, State};
use jiff::{Timestamp, tz::TimeZone};
use tenure_domain::{Event, Happening, Holder, License, State as NoticeState};
use tenure_store::notice::Listed;

use super::{
    Page,
    licenses::{card, today},
    visitor,
};
use crate::{
    actions::life::{self, Life},
    pages::view::{self, Attempts, Coming, Concerned, Duty, LifeEvent, Past, Told, Why},
    web::{Answer, Signed, Site, Visit, Wrong},
};

/// The page of one of the holder's licenses.
pub async fn show(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let life = read(&site, &holder, &id).await.map_err(|wrong| answer.oops(wrong))?;
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let zone = site.house.desk.zone_of(Some(&holder)).as_jiff();
    let now = site.house.clock.now();
    answer.page(&view::LicensePage {
        visitor,
        license: card(&site, &visit, &life.license, today(&site, &holder)),
        previous: life.previous.as_ref().map(|other| related(&site, &visit, &holder, other)),
        successor: life.successor.as_ref().map(|other| related(&site, &visit, &holder, other)),
        coming: coming(&life, &holder, zone, now),
        past: past(&life, zone, now),
        attempts: attempts(&life.attempts, zone),
        attempts_total: life.attempts_total,
    })
}

async fn read(site: &Site, holder: &Holder, id: &str) -> Result<Life, Wrong> {
    let id = id.parse().map_err(|_| Wrong::NotFound)?;
    let (desk, holder, now) = (site.house.desk.clone(), holder.clone(), site.house.clock.now());
    let found = site.house.store.read(move |tx| life::life(tx, &desk, &holder, id, now)).await?;
    found.ok_or(Wrong::NotFound)
}

/// Another license of the chain; a link where it is the holder's too.
fn related(site: &Site, visit: &Visit, holder: &Holder, other: &License) -> Concerned {
    Concerned {
        product: site.house.desk.product_name(&other.product, &visit.language),
        serial: other.serial.masked(),
        href: (other.holder == Some(holder.id)).then(|| format!("/my/licenses/{}", other.id)),
    }
}

/// What the planner will write, and what waits already for a later hour, the soonest first.
fn coming(life: &Life, holder: &Holder, zone: &TimeZone, now: Timestamp) -> Vec<Coming> {
    let is_declined =
        |duty: Duty| duty.kind.can_be_declined(duty.step) && holder.declined.contains(&duty.kind);
    let will_come = |(at, duty): (Timestamp, Duty)| Coming {
        at: at.to_zoned(zone.clone()),
        duty,
        portal_only: is_declined(duty),
    };
    let planned = life.coming.iter().map(|step| (step.due_at, Duty { kind: step.kind, step: step.step }));
    let waiting = life.notices.iter().filter(|listed| is_to_come(listed, now));
    let waiting = waiting.map(|listed| (listed.notice.due_at, duty(listed)));
    let mut all: Vec<Coming> = planned.chain(waiting).map(will_come).collect();
    all.sort_by_key(|coming| coming.at.timestamp());
    all
}

fn is_to_come(listed: &Listed, now: Timestamp) -> bool {
    listed.notice.state == NoticeState::Due && now < listed.notice.due_at
}

fn duty(listed: &Listed) -> Duty {
    Duty { kind: listed.notice.key.kind, step: listed.notice.key.step }
}

/// What happened and what was told, the newest first.
fn past(life: &Life, zone: &TimeZone, now: Timestamp) -> Vec<Past> {
    let events = life.events.iter().filter_map(|event| happened(event, zone));
    let told =
        life.notices.iter().filter(|listed| !is_to_come(listed, now)).map(|listed| told(life, listed, zone));
    let mut all: Vec<Past> = told.chain(events).collect();
    all.sort_by_key(newest_first);
    all
}

/// Of the same instant, what happened was before what was told of it, and the beginning before all else: the ids of
/// events of one millisecond say nothing of their order.
fn newest_first(past: &Past) -> (Reverse<Timestamp>, bool, bool) {
    (Reverse(past.at.timestamp()), past.event.is_some(), past.event.is_some_and(LifeEvent::is_beginning))
}

fn happened(event: &Event, zone: &TimeZone) -> Option<Past> {
    let what = LifeEvent::of(&event.happening)?;
    Some(Past { at: event.at.to_zoned(zone.clone()), event: Some(what), told: None })
}

fn told(life: &Life, listed: &Listed, zone: &TimeZone) -> Past {
    let notice = &listed.notice;
    let at = notice.first_claimed_at.or(notice.ended_at).unwrap_or(notice.due_at);
    let letter = listed.letter.filter(|letter| life.letters.contains(letter));
    let told = Told {
        duty: duty(listed),
        state: notice.state,
        why: (notice.state != NoticeState::Accepted).then(|| Why::from_reason(&notice.reason)).flatten(),
        href: letter.map(|letter| format!("/my/messages/{letter}")),
    };
    Past { at: at.to_zoned(zone.clone()), event: None, told: Some(told) }
}

/// The attempts by day and service, the newest first.
fn attempts(events: &[Event], zone: &TimeZone) -> Vec<Attempts> {
    let mut lines: Vec<Attempts> = Vec::new();
    for event in events {
        let Happening::TheftAttempt { service } = event.happening else { continue };
        let day = zone.to_datetime(event.at).date();
        match lines.iter_mut().find(|line| (line.day, line.service) == (day, service)) {
            Some(line) => line.count += 1,
            None => lines.push(Attempts { day, service, count: 1 }),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_one_instant_a_license_begins_before_all_else_and_what_is_told_of_it_comes_last() {
        let at = |time: &str| time.parse::<Timestamp>().expect("an instant").to_zoned(TimeZone::UTC);
        let past = |event| Past { at: at("2026-12-01T10:00:00Z"), event, told: None };
        let mut all = [
            past(Some(LifeEvent::Imported)),
            past(Some(LifeEvent::Renewed)),
            Past { at: at("2026-12-01T10:00:01Z"), event: Some(LifeEvent::Deleted), told: None },
            past(None),
        ];
        all.sort_by_key(newest_first);
        let events: Vec<Option<LifeEvent>> = all.iter().map(|past| past.event).collect();
        let expected = [Some(LifeEvent::Deleted), None, Some(LifeEvent::Renewed), Some(LifeEvent::Imported)];
        assert_eq!(events, expected);
    }
}
