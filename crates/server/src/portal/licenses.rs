//! *Licenses*: their state, their dates, their key files.

use axum::extract::{Path, Query, State};
use jiff::civil::Date;
use serde::Deserialize;
use tenure_domain::{BlockReason, Holder, License, LicenseId, Status, license::days_between, owed};
use tenure_store::license;

use super::{Page, download, visitor};
use crate::{
    actions::key_file as key_files,
    pages::view::{self, Blocked, BlockedFor, LicenseCard, Tab},
    web::{Answer, Signed, Site, Visit, Wrong},
};

/// Which tab the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    tab: String,
}

/// The licenses of one tab.
pub async fn list(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Query(wish): Query<Wish>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let licenses = read_all(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let today = today(&site, &holder);
    let of_tab =
        |tab: Tab| licenses.iter().filter(move |license| Tab::of(license.status(today)) == Some(tab));
    let tab = Tab::ALL.into_iter().find(|tab| tab.code() == wish.tab).unwrap_or_default();
    let mut shown: Vec<&License> = of_tab(tab).collect();
    shown.sort_by_key(|license| order(license, tab));
    answer.page(&view::Licenses {
        visitor,
        tab,
        tabs: Tab::ALL.map(|tab| (tab, of_tab(tab).count())).into(),
        licenses: shown.into_iter().map(|license| card(&site, &visit, license, today)).collect(),
    })
}

/// What wants something done comes first: the soonest end, the latest end, the latest block.
fn order(license: &License, tab: Tab) -> (bool, i64) {
    let days = |day: Date| days_between(Date::constant(1970, 1, 1), day);
    let expires = license.term.map_or(0, |term| days(term.expires_on));
    match tab {
        Tab::Active => (license.term.is_some(), expires),
        Tab::Expired => (true, -expires),
        Tab::Blocked => (true, -license.block.map_or(0, |block| days(block.on))),
    }
}

pub(super) fn today(site: &Site, holder: &Holder) -> Date {
    site.house.desk.zone_of(Some(holder)).day_of(site.house.clock.now())
}

/// Every license of a holder.
pub(super) async fn read_all(site: &Site, holder: &Holder) -> Result<Vec<License>, Wrong> {
    let (desk, id) = (site.house.desk.clone(), holder.id);
    Ok(site.house.store.read(move |tx| license::list_by_holder(tx, &desk.keys.vault, id)).await?)
}

/// One of the holder's licenses, by its id in a path, and all of them.
pub(super) async fn read_own(
    site: &Site,
    holder: &Holder,
    id: &str,
) -> Result<(License, Vec<License>), Wrong> {
    let id: LicenseId = id.parse().map_err(|_| Wrong::NotFound)?;
    let licenses = read_all(site, holder).await?;
    let own = licenses.iter().find(|license| license.id == id).cloned();
    Ok((own.ok_or(Wrong::NotFound)?, licenses))
}

pub(super) fn card(site: &Site, visit: &Visit, license: &License, today: Date) -> LicenseCard {
    let desk = &site.house.desk;
    let state = license.status(today);
    let can_replace = desk.replacement().can_replace(license, today).is_ok();
    let has_key_file = matches!(state, Status::Active | Status::Expired);
    LicenseCard {
        id: license.id.to_string(),
        product: desk.product_name(&license.product, &visit.language),
        serial: license.serial.masked(),
        state,
        registered_on: license.term.map(|term| term.registered_on),
        expires_on: license.term.map(|term| term.expires_on),
        days_left: license.term.and_then(|term| i32::try_from(days_between(today, term.expires_on)).ok()),
        devices: license.devices,
        key_file: has_key_file.then(|| format!("/my/licenses/{}/key-file", license.id)),
        blocked: license.block.map(|block| Blocked {
            reason: BlockedFor::of(block.reason, block.successor.map(|(_, how)| how)),
            on: block.on,
            deletion_on: owed::deletion_date(license, &desk.schedule),
        }),
        renew: license.can_be_superseded().is_ok().then(|| format!("/renew?license={}", license.id)),
        replace: can_replace.then(|| format!("/replace/{}", license.id)),
        certificate: has_certificate(license).then(|| format!("/my/licenses/{}/certificate", license.id)),
    }
}

/// A registered license has one, unless it is deleted or its serial number is in wrong hands.
fn has_certificate(license: &License) -> bool {
    let is_stolen = license.block.is_some_and(|block| block.reason == BlockReason::Compromised);
    license.term.is_some() && license.deleted_at.is_none() && !is_stolen
}

/// The key file of one of the holder's licenses.
pub async fn key_file(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (own, _) = read_own(&site, &holder, &id).await.map_err(|wrong| answer.oops(wrong))?;
    let (desk, now) = (&site.house.desk, site.house.clock.now());
    let written = key_files::key_file(desk, &own, &holder, &desk.language_of(&holder), now);
    let text = written.ok_or_else(|| answer.oops(Wrong::NotFound))?;
    Ok(download(&key_files::file_name(&own), text))
}

/// The certificate: a page to be printed, with the whole serial number.
pub async fn certificate(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (own, _) = read_own(&site, &holder, &id).await.map_err(|wrong| answer.oops(wrong))?;
    let term = own.term.filter(|_| has_certificate(&own)).ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let (desk, today) = (&site.house.desk, today(&site, &holder));
    answer.page(&view::Certificate {
        id: own.id.to_string(),
        product: desk.product_name(&own.product, &visit.language),
        serial: own.serial.in_full(),
        holder: holder.name.clone(),
        address: holder.address.as_written().to_owned(),
        devices: own.devices,
        state: own.status(today),
        registered_on: term.registered_on,
        expires_on: term.expires_on,
        signing_key: own.is_open().then(|| desk.keys.signing().key_id().to_string()),
        today,
    })
}
