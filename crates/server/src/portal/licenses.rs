//! *Licenses*: their state, their dates, their key files.

use axum::extract::{Path, State};
use jiff::civil::Date;
use tenure_domain::{Holder, License, LicenseId, Status, license::days_between, owed};
use tenure_store::license;

use super::{Page, download, visitor};
use crate::{
    actions::key_file as key_files,
    pages::view::{self, Blocked, BlockedFor, LicenseCard},
    web::{Answer, Signed, Site, Visit, Wrong},
};

/// All licenses of the holder.
pub async fn list(State(site): State<Site>, Signed { visit, holder }: Signed) -> Page {
    let answer = Answer::to(&site, &visit);
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let licenses = read_all(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let today = site.house.desk.zone_of(Some(&holder)).day_of(site.house.clock.now());
    let shown = licenses
        .iter()
        .filter(|license| license.deleted_at.is_none())
        .map(|license| card(&site, &visit, license, today));
    answer.page(&view::Licenses { visitor, licenses: shown.collect() })
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

fn card(site: &Site, visit: &Visit, license: &License, today: Date) -> LicenseCard {
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
        can_renew: license.can_be_superseded().is_ok(),
        replace: can_replace.then(|| format!("/replace/{}", license.id)),
    }
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
