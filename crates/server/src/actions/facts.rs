//! The facts of a letter: what is true of a notice at its claim.

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    Happening, Holder, Kind, License, LicenseId, Notice, Succession, Zone, license::days_between, owed,
};
use tenure_post::letter::{Attempt, Facts, KeyFile, Links, Listed, Related, Vendor};
use tenure_store::{Fault, Tx, event, license, notice};

use super::{Desk, Held, decline::decline_link, key_file::key_file, tell_address, undo_address};

/// How many theft attempts a letter lists; it counts them all.
const LISTED_ATTEMPTS: u32 = 10;
/// How many licenses a letter lists; it counts them all.
const MOST_LISTED: usize = 100;

/// Gathers what the letter of a notice says, in the words of `language`.
pub(super) fn gather(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    holder: &Holder,
    notice: &Notice,
    language: &str,
    now: Timestamp,
) -> Result<Facts, Fault> {
    let (license, kind) = (&held.license, notice.key.kind);
    let zone = desk.zone_of(Some(holder));
    let today = zone.day_of(now);
    let (attempts, attempts_total) = if kind == Kind::TheftAttempt {
        theft_attempts(tx, desk, holder, notice, zone, language, now)?
    } else {
        (Vec::new(), 0)
    };
    let address_told = tell_address::find(tx, desk, notice, now)?;
    let undo = address_told.as_ref().and_then(|told| told.undo);
    let declinable = kind.can_be_declined(notice.key.step);
    let brings_key_file = matches!(kind, Kind::KeyFile | Kind::LicenseReplaced);
    Ok(Facts {
        kind,
        step: notice.key.step.to_string(),
        vendor: vendor(desk),
        holder_name: holder.name.clone(),
        product: desk.product_name(&license.product, language),
        segment: license.segment.code().to_owned(),
        license: license.id.to_string(),
        serial: license.serial.masked(),
        serial_full: Facts::delivers_serial(kind).then(|| license.serial.in_full()),
        devices: license.devices,
        months: license.months,
        registered_on: license.term.map(|term| term.registered_on),
        expires_on: license.term.map(|term| term.expires_on),
        today,
        days_left: license.term.map_or(0, |term| days_between(today, term.expires_on)),
        previous: related(tx, desk, license.previous, language)?,
        successor: related(tx, desk, license.block.and_then(|block| block.successor), language)?,
        deletes_on: deletes_on(desk, license, kind, today),
        block_reason: license.block.map(|block| block.reason.code().to_owned()),
        blocked_on: license.block.map(|block| block.on),
        attempts,
        attempts_total,
        listed: Vec::new(),
        listed_total: 0,
        key_file: if brings_key_file { attached(desk, license, holder, language, now) } else { None },
        address_role: address_told.map(|told| told.role.code().to_owned()),
        declinable,
        links: Links {
            undo: undo.map(|change| undo_address::link(desk, change)),
            ..links(desk, declinable.then(|| decline_link(desk, holder.id, kind)))
        },
    })
}

/// Makes the facts of one notice those of a letter that tells of several, the soonest first.
pub(super) fn list(facts: &mut Facts, desk: &Desk, told: &[(Held, Notice)], language: &str) {
    let line = |(held, _): &(Held, Notice)| Listed {
        license: held.license.id.to_string(),
        product: desk.product_name(&held.license.product, language),
        serial: held.license.serial.masked(),
        expires_on: held.license.term.map(|term| term.expires_on),
        deletes_on: deletes_on(desk, &held.license, facts.kind, facts.today),
    };
    let mut listed: Vec<Listed> = told.iter().map(line).collect();
    listed.sort_by_key(|line| (line.deletes_on, line.expires_on));
    facts.listed_total = u32::try_from(listed.len()).unwrap_or(u32::MAX);
    listed.truncate(MOST_LISTED);
    facts.listed = listed;
}

/// Who speaks in letters.
pub(super) fn vendor(desk: &Desk) -> Vendor {
    let vendor = &desk.settings.vendor;
    Vendor {
        name: vendor.name.clone(),
        url: vendor.url.clone(),
        logo: logo(desk).unwrap_or_default(),
        color: vendor.color.clone(),
        address: vendor.address.clone(),
    }
}

/// Where letters find the logo. Few mail readers show an SVG drawing; with one the vendor's name stands there instead.
fn logo(desk: &Desk) -> Option<String> {
    let logo = desk.logo.as_ref().filter(|logo| logo.content_type == "image/png")?;
    Some(format!("{}/assets/{}", desk.settings.web.base_url.trim_end_matches('/'), logo.name))
}

/// Where the links of letters lead.
pub(super) fn links(desk: &Desk, decline: Option<String>) -> Links {
    let page = |path: &str| format!("{}{path}", desk.settings.web.base_url.trim_end_matches('/'));
    let account = &desk.settings.vendor.account_url;
    Links {
        portal: page("/my"),
        messages: page("/my/messages"),
        licenses: page("/my/licenses"),
        register: page("/register"),
        renew: page("/renew"),
        replace: page("/replace"),
        schedule: page("/messages-schedule"),
        account: if account.is_empty() { page("/my") } else { account.clone() },
        decline,
        undo: None,
    }
}

fn related(
    tx: &mut Tx,
    desk: &Desk,
    other: Option<(LicenseId, Succession)>,
    language: &str,
) -> Result<Option<Related>, Fault> {
    let Some((id, by)) = other else { return Ok(None) };
    let found = license::find(tx, &desk.keys.vault, id)?;
    Ok(found.map(|license| Related {
        product: desk.product_name(&license.product, language),
        serial: license.serial.masked(),
        expires_on: license.term.map(|term| term.expires_on),
        by: by.code().to_owned(),
    }))
}

/// The deletion date that will hold if the letter goes out today.
fn deletes_on(desk: &Desk, license: &License, kind: Kind, today: Date) -> Option<Date> {
    if kind == Kind::BlockedLicenseDeletion {
        owed::deletion_date_told(license, &desk.schedule, today)
    } else {
        None
    }
}

fn attached(
    desk: &Desk,
    license: &License,
    holder: &Holder,
    language: &str,
    now: Timestamp,
) -> Option<KeyFile> {
    let content = key_file(desk, license, holder, language, now)?;
    Some(KeyFile { file_name: super::key_file::file_name(license), content })
}

/// The attempts that no earlier letter told of, the newest first, and how many there were.
fn theft_attempts(
    tx: &mut Tx,
    desk: &Desk,
    holder: &Holder,
    notice: &Notice,
    zone: &Zone,
    language: &str,
    now: Timestamp,
) -> Result<(Vec<Attempt>, u32), Fault> {
    let before = notice.first_claimed_at.unwrap_or(now);
    let since = notice::find_theft_written(tx, holder.id, before, notice.id)?.unwrap_or(Timestamp::MIN);
    let (events, total) = event::list_theft_attempts(tx, holder.id, (since, now), LISTED_ATTEMPTS)?;
    let mut attempts = Vec::with_capacity(events.len());
    for event in events {
        let (Happening::TheftAttempt { service }, Some(named)) =
            (event.happening, license::find(tx, &desk.keys.vault, event.license)?)
        else {
            continue;
        };
        attempts.push(Attempt {
            at: zone.as_jiff().to_datetime(event.at),
            zone: zone.name().to_owned(),
            service: service.code().to_owned(),
            product: desk.product_name(&named.product, language),
            serial: named.serial.masked(),
        });
    }
    Ok((attempts, total))
}
