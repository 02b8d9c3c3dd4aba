//! What the demo page shows.

use jiff::Timestamp;
use tenure_domain::{Holder, InForce, License, Offer, Status};
use tenure_store::{Fault, holder, license, notice, notice::Listed, pass};

use super::{
    clock::{next_at, next_step},
    mails::{captured, line},
    sample,
};
use crate::{
    actions::Held,
    pages::view::{Decision, Demo, Duty, Form, MailLine, NextNotice, SampleHolder, SampleLicense, Seen, Why},
    web::{Site, Visit, Wrong},
};

/// How many mails and decisions are shown.
const SHOWN: usize = 12;
/// What the form to register suggests.
const NEWCOMER: &str = "newcomer@example.com";
/// What the form to try a wrong address suggests.
const STRANGER: &str = "stranger@example.org";

/// Everything on the page, read in one transaction.
struct Read {
    holders: Vec<(Holder, Vec<License>)>,
    spare: Vec<License>,
    latest: Vec<Listed>,
    decisions: u32,
    in_force: InForce,
}

/// Gathers the page.
pub(super) async fn gather(site: &Site, demo: &super::Demo, visit: &Visit) -> Result<Demo, Wrong> {
    let (house, now) = (&site.house, site.house.clock.now());
    let read = read(site).await?;
    let zone = house.desk.zone().as_jiff().clone();
    let mails: Vec<MailLine> = captured(site).iter().map(|parcel| line(site, parcel)).collect();
    let seen = |kind| {
        mails.iter().find(|mail| mail.duty.is_some_and(|duty| duty.kind == kind)).map(|mail| mail.id.clone())
    };
    let next_at = next_at(house, now).await?;
    let tray = demo.tray();
    Ok(Demo {
        now: now.to_zoned(zone.clone()),
        next_at: next_at.map(|at| at.to_zoned(zone)),
        report: tray.report.clone(),
        programme: Demo::PROGRAMME.iter().map(|kind| Seen { kind: *kind, mail: seen(*kind) }).collect(),
        holders: read
            .holders
            .iter()
            .map(|(holder, licenses)| sample_holder(site, visit, holder, licenses, &read.in_force, now))
            .collect(),
        decisions: read.latest.iter().map(|listed| decision(site, visit, listed, &read, &mails)).collect(),
        decisions_in_all: read.decisions,
        register: filled(tray.register.clone(), || register_form(&read)),
        renew: filled(tray.renew.clone(), || renew_form(&read, now, site)),
        theft: filled(tray.theft.clone(), || theft_form(&read)),
        mails_in_all: u32::try_from(mails.len()).unwrap_or(u32::MAX),
        mails: mails.into_iter().take(SHOWN).collect(),
    })
}

async fn read(site: &Site) -> Result<Read, Fault> {
    let desk = site.house.desk.clone();
    site.house
        .store
        .read(move |tx| {
            let vault = &desk.keys.vault;
            let mut holders = Vec::new();
            for holder in holder::list(tx, vault, None, sample::MOST)? {
                let licenses = license::list_by_holder(tx, vault, holder.id)?;
                holders.push((holder, licenses));
            }
            let all = license::list(tx, vault, None, 4 * sample::MOST)?;
            let decisions = notice::count(tx)?.values().sum::<u64>();
            Ok(Read {
                holders,
                spare: all
                    .into_iter()
                    .filter(|license| license.term.is_none() && license.holder.is_none())
                    .collect(),
                latest: notice::list_latest(tx, vault, u32::try_from(SHOWN).unwrap_or(u32::MAX))?,
                decisions: u32::try_from(decisions).unwrap_or(u32::MAX),
                in_force: pass::find_in_force(tx)?,
            })
        })
        .await
}

fn sample_holder(
    site: &Site,
    visit: &Visit,
    holder: &Holder,
    licenses: &[License],
    in_force: &InForce,
    now: Timestamp,
) -> SampleHolder {
    let desk = &site.house.desk;
    let zone = desk.zone_of(Some(holder));
    let show = |license: &License| {
        let held = Held { license: license.clone(), holder: Some(holder.clone()) };
        let next = next_step(&held, desk, in_force, now);
        SampleLicense {
            product: desk.product_name(&license.product, &visit.language),
            serial: license.serial.in_full(),
            state: license.status(zone.day_of(now)),
            expires_on: license.term.map(|term| term.expires_on),
            next: next.map(|step| NextNotice {
                duty: Duty { kind: step.kind, step: step.step },
                due_at: step.due_at.to_zoned(zone.as_jiff().clone()),
            }),
        }
    };
    SampleHolder {
        id: holder.id.to_string(),
        name: holder.name.clone().unwrap_or_else(|| holder.address.as_written().to_owned()),
        address: holder.address.as_written().to_owned(),
        language: desk.language_of(holder),
        zone: zone.name().to_owned(),
        now: now.to_zoned(zone.as_jiff().clone()),
        licenses: licenses.iter().map(show).collect(),
    }
}

fn decision(site: &Site, visit: &Visit, listed: &Listed, read: &Read, mails: &[MailLine]) -> Decision {
    let desk = &site.house.desk;
    let notice = &listed.notice;
    let name = read
        .holders
        .iter()
        .find(|(_, licenses)| licenses.iter().any(|license| license.id == notice.key.license));
    let name = name.and_then(|(holder, _)| holder.name.clone()).or_else(|| listed.to.clone());
    let letter = listed.letter.map(|letter| letter.to_string());
    Decision {
        at: notice.ended_at.unwrap_or(notice.due_at).to_zoned(desk.zone().as_jiff().clone()),
        state: notice.state,
        // The relay's own words are in the source; the time line tells decisions.
        why: Why::from_reason(&notice.reason).filter(|why| *why != Why::Other),
        duty: Duty { kind: notice.key.kind, step: notice.key.step },
        holder: name.unwrap_or_default(),
        product: desk.product_name(&listed.product, &visit.language),
        mail: letter.filter(|letter| mails.iter().any(|mail| mail.id == *letter)),
    }
}

/// A form as it came back, with suggestions where it was used with success or never.
fn filled(used: Option<Form>, fresh: impl FnOnce() -> Form) -> Form {
    match used {
        Some(form) if form.done => Form { done: true, ..fresh() },
        Some(form) => form,
        None => fresh(),
    }
}

fn spare(read: &Read, offer: Offer) -> String {
    read.spare
        .iter()
        .find(|license| license.offer == offer)
        .map_or_else(String::new, |license| license.serial.in_full())
}

fn register_form(read: &Read) -> Form {
    Form { serial: spare(read, Offer::New), email: NEWCOMER.to_owned(), ..Form::default() }
}

/// Suggests the home license that expires next.
fn renew_form(read: &Read, now: Timestamp, site: &Site) -> Form {
    let today = site.house.desk.zone().day_of(now);
    let mut open: Vec<(&Holder, &License)> = read
        .holders
        .iter()
        .flat_map(|(holder, licenses)| licenses.iter().map(move |license| (holder, license)))
        .filter(|(_, license)| license.status(today) == Status::Active && sample::is_renewable(license))
        .collect();
    open.sort_by_key(|(_, license)| license.term.map(|term| term.expires_on));
    let Some((holder, license)) = open.first() else {
        return Form { serial: spare(read, Offer::Renewal), ..Form::default() };
    };
    Form {
        serial: spare(read, Offer::Renewal),
        previous: license.serial.in_full(),
        email: holder.address.as_written().to_owned(),
        ..Form::default()
    }
}

/// Suggests somebody else's serial number.
fn theft_form(read: &Read) -> Form {
    let serial = read
        .holders
        .iter()
        .flat_map(|(_, licenses)| licenses)
        .find(|license| license.is_open())
        .map(|license| license.serial.in_full());
    Form { serial: serial.unwrap_or_default(), email: STRANGER.to_owned(), ..Form::default() }
}
