//! What was done without a sign-in: shown for a short time to whoever did it, with the key file.

use axum::{
    extract::{Path, State},
    response::Response,
};
use tenure_domain::{License, Succession, license::days_after, owed};

use super::{Page, download};
use crate::{
    actions::{
        Held, key_file as key_files,
        receipt::{self, Done, MINUTES},
    },
    pages::view::{self, Fetch},
    web::{Answer, Site, Visit, Wrong},
};

/// The link's parts: what was done, the license, until when, and our mark on all.
type Link = Path<(String, String, String, String)>;

/// What a good link is a receipt for.
struct Receipt {
    done: Done,
    held: Held,
    previous: Option<License>,
}

async fn read(
    site: &Site,
    (word, license, until, mark): &(String, String, String, String),
) -> Result<Receipt, Wrong> {
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let (done, id) = receipt::read_link(&desk, (word, license, until, mark), now).ok_or(Wrong::NotFound)?;
    let found = site.house.store.read(move |tx| receipt::find(tx, &desk, id)).await?;
    let (held, previous) = found.ok_or(Wrong::NotFound)?;
    Ok(Receipt { done, held, previous })
}

/// The page.
pub async fn show(State(site): State<Site>, visit: Visit, Path(link): Link) -> Page {
    let answer = Answer::to(&site, &visit);
    let receipt = read(&site, &link).await.map_err(|wrong| answer.oops(wrong))?;
    let (word, license, until, mark) = link;
    let href = format!("/done/{word}/{license}/{until}/{mark}/key-file");
    let fetch = (receipt.done != Done::Again && receipt.held.license.is_open())
        .then_some(Fetch { href, minutes: MINUTES });
    let shown = match receipt.done {
        Done::Renewed => renewed(&site, &visit, &receipt, fetch).map(|view| answer.page(&view)),
        Done::Registered | Done::Again => {
            registered(&site, &visit, &receipt, fetch).map(|view| answer.page(&view))
        }
    };
    shown.ok_or_else(|| answer.oops(Wrong::NotFound))?
}

fn registered(
    site: &Site,
    visit: &Visit,
    receipt: &Receipt,
    fetch: Option<Fetch>,
) -> Option<view::Registered> {
    let Held { license, holder } = &receipt.held;
    Some(view::Registered {
        again: receipt.done == Done::Again,
        product: site.house.desk.product_name(&license.product, &visit.language),
        serial: license.serial.masked(),
        address: holder.as_ref()?.address.masked(),
        expires_on: license.term?.expires_on,
        devices: license.devices,
        fetch,
    })
}

fn renewed(site: &Site, visit: &Visit, receipt: &Receipt, fetch: Option<Fetch>) -> Option<view::Renewed> {
    let desk = &site.house.desk;
    let (Held { license, holder }, old) = (&receipt.held, receipt.previous.as_ref()?);
    let deletion_on = owed::deletion_date(old, &desk.schedule);
    let told_days = desk.schedule.deletion_warning_days(old.segment, &old.product);
    Some(view::Renewed {
        expanded: license.previous.is_some_and(|(_, how)| how == Succession::Expansion),
        product: desk.product_name(&license.product, &visit.language),
        serial: license.serial.masked(),
        address: holder.as_ref()?.address.masked(),
        expires_on: license.term?.expires_on,
        devices: license.devices,
        fetch,
        old_product: desk.product_name(&old.product, &visit.language),
        old_serial: old.serial.masked(),
        deletion_on,
        told_on: deletion_on.zip(told_days).map(|(on, days)| days_after(on, -i64::from(days))),
    })
}

/// The key file. Not for a license that was registered before: that one goes to its address only.
pub async fn key_file(State(site): State<Site>, visit: Visit, Path(link): Link) -> Page {
    let answer = Answer::to(&site, &visit);
    let receipt = read(&site, &link).await.map_err(|wrong| answer.oops(wrong))?;
    file(&site, &receipt).ok_or_else(|| answer.oops(Wrong::NotFound))
}

fn file(site: &Site, receipt: &Receipt) -> Option<Response> {
    let (desk, now) = (&site.house.desk, site.house.clock.now());
    let Held { license, holder } = &receipt.held;
    let holder = holder.as_ref().filter(|_| receipt.done != Done::Again)?;
    let text = key_files::key_file(desk, license, holder, &desk.language_of(holder), now)?;
    Some(download(&key_files::file_name(license), text))
}
