//! The clock of the demo: it stops at each instant at which something is due, as a program that runs all the time
//! would; or it jumps, as if Tenure had been asleep.

use std::sync::Arc;

use axum::{Extension, Form, extract::State, response::Response};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use tenure_domain::{License, Zone, owed};
use tenure_store::{Fault, holder, license, notice, pass};

use super::{Demo, back_to};
use crate::{
    actions::Held,
    house::House,
    pages::view::Report,
    web::{Answer, Oops, Site, Visit, Wrong},
    workers::{Counts, round},
};

/// Which button was pressed.
#[derive(Deserialize)]
pub struct Shift {
    #[serde(rename = "move")]
    by: String,
}

/// The most stops of one move: a year of daily ones.
const MOST_STOPS: u32 = 400;
/// The last year the clock can show.
const LAST_YEAR: i16 = 2999;

/// Moves the clock.
pub async fn shift(
    State(site): State<Site>,
    Extension(demo): Extension<Arc<Demo>>,
    visit: Visit,
    Form(shift): Form<Shift>,
) -> Result<Response, Oops> {
    let answer = Answer::to(&site, &visit);
    let _busy = demo.busy.lock().await;
    let report = run(&site.house, &demo, &shift.by).await.map_err(|wrong| answer.oops(wrong))?;
    demo.tray().report = Some(report);
    Ok(back_to("clock"))
}

async fn run(house: &Arc<House>, demo: &Demo, by: &str) -> Result<Report, Wrong> {
    let from = house.clock.now();
    let after = |days: i64| from.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(from);
    let (to, slept) = match by {
        "notice" => (next_at(house, from).await?.unwrap_or_else(|| after(1)), false),
        "day" => (after(1), false),
        "week" => (after(7), false),
        "month" => (after(30), false),
        "sleep" => (after(30), true),
        _ => {
            return Err(Wrong::Refused {
                problem: crate::pages::view::Problem::BrokenForm,
                back: "/demo".to_owned(),
            });
        }
    };
    if Zone::UTC.day_of(to).year() > LAST_YEAR {
        return Err(Wrong::Refused {
            problem: crate::pages::view::Problem::ClockStays,
            back: "/demo".to_owned(),
        });
    }
    let mut counts = Counts::default();
    for _ in 0..MOST_STOPS {
        let now = house.clock.now();
        let stop = next_at(house, now).await?.filter(|stop| *stop < to && !slept);
        house.clock.move_to(stop.unwrap_or(to));
        counts.add(round(house, &demo.turn, house.clock.now()).await?);
        if stop.is_none() {
            break;
        }
    }
    Ok(report(house, from, slept, counts))
}

fn report(house: &House, from: Timestamp, slept: bool, counts: Counts) -> Report {
    let zone = house.desk.zone().as_jiff().clone();
    let count = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Report {
        from: from.to_zoned(zone.clone()),
        to: house.clock.now().to_zoned(zone),
        slept,
        accepted: count(counts.accepted),
        superseded: count(counts.superseded),
        late: count(counts.late),
        canceled: count(counts.canceled),
        deferred: count(counts.deferred),
        failed: count(counts.failed),
        deleted: count(counts.deleted),
    }
}

/// When the next thing happens after `now`: a dated step of any license, a deletion, or what waits already.
pub(super) async fn next_at(house: &House, now: Timestamp) -> Result<Option<Timestamp>, Fault> {
    let desk = house.desk.clone();
    house
        .store
        .read(move |tx| {
            let in_force = pass::find_in_force(tx)?;
            let mut next = notice::find_next_wake(tx)?.filter(|at| *at > now);
            for holder in holder::list(tx, &desk.keys.vault, None, super::sample::MOST)? {
                let zone = desk.zone_of(Some(&holder)).clone();
                for license in license::list_by_holder(tx, &desk.keys.vault, holder.id)? {
                    let steps = owed::dated(&license, &zone, &desk.schedule, &in_force)
                        .into_iter()
                        .map(|step| step.due_at);
                    let deletion = deletion_at(&license, &zone, &desk);
                    next = steps.chain(deletion).filter(|at| *at > now).chain(next).min();
                }
            }
            Ok(next)
        })
        .await
}

/// When a superseded license is deleted, if its notice went out on its day.
fn deletion_at(license: &License, zone: &Zone, desk: &crate::actions::Desk) -> Option<Timestamp> {
    let day = owed::deletion_date(license, &desk.schedule)?;
    Some(zone.instant(day, desk.schedule.send_at))
}

/// The next notice of one license.
pub(super) fn next_step(
    held: &Held,
    desk: &crate::actions::Desk,
    in_force: &tenure_domain::InForce,
    now: Timestamp,
) -> Option<owed::Dated> {
    let steps = owed::dated(&held.license, desk.zone_of(held.holder.as_ref()), &desk.schedule, in_force);
    steps.into_iter().find(|step| step.due_at > now)
}
