//! `/replace`: the holder of a stolen license, signed in, replaces its serial number (rule 11).

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect},
};
use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    BlockReason, Holder, License, LicenseId, Refusal, Status, Succession, license::days_between,
};

use tenure_store::Fault;

use super::{
    Page,
    licenses::{read_all, read_own},
    visitor,
};
use crate::{
    actions::{Fail, change_address::find_settled_from, replace as replacing},
    pages::view::{self, Problem, Replaceable},
    web::{Answer, Signed, Site, Visit, Wrong},
};

/// Which license? Letters lead here; whoever is not signed in is told why that is needed.
pub async fn choose(State(site): State<Site>, visit: Visit) -> Page {
    let answer = Answer::to(&site, &visit);
    let Some(holder) = &visit.holder else { return answer.page(&view::ReplaceDoor {}) };
    let licenses = read_all(&site, holder).await.map_err(|wrong| answer.oops(wrong))?;
    let visitor = visitor(&site, holder).await.map_err(|wrong| answer.oops(wrong))?;
    let when = when(&site, holder).await.map_err(|fault| answer.oops(fault))?;
    let licenses = licenses.iter().filter_map(|license| replaceable(&site, &visit, license, when)).collect();
    answer.page(&view::Replace { visitor, licenses, days_needed: site.house.desk.replacement().days_left })
}

/// The holder's day, and from when on serial numbers can be replaced, if not now.
async fn when(site: &Site, holder: &Holder) -> Result<(Date, Option<Timestamp>), Fault> {
    let (desk, now, id) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    let today = desk.zone_of(Some(holder)).day_of(now);
    let read = site.house.store.read(move |tx| find_settled_from(tx, &desk, Some(id), now));
    Ok((today, read.await?))
}

/// A license that works, or that is blocked because its serial number is in wrong hands.
fn replaceable(
    site: &Site,
    visit: &Visit,
    license: &License,
    (today, from): (Date, Option<Timestamp>),
) -> Option<Replaceable> {
    let (desk, rules) = (&site.house.desk, site.house.desk.replacement());
    let compromised = license
        .block
        .is_some_and(|block| block.reason == BlockReason::Compromised && block.successor.is_none());
    let term = license.term.filter(|_| compromised || license.status(today) == Status::Active)?;
    let refused = rules.can_replace(license, today).err().map(|refusal| Problem::from(&refusal));
    let from = from.filter(|_| refused.is_none());
    let zone = desk.zone_of(visit.holder.as_ref()).as_jiff();
    Some(Replaceable {
        id: license.id.to_string(),
        product: desk.product_name(&license.product, &visit.language),
        serial: license.serial.masked(),
        expires_on: term.expires_on,
        days_left: days_between(today, term.expires_on).max(0),
        used: license.replacements,
        free: rules.free(license.segment),
        compromised,
        problem: refused.or(from.map(|_| Problem::AddressJustChanged)),
        from: from.map(|from| from.to_zoned(zone.clone())),
    })
}

/// What will happen, and a button.
pub async fn confirm(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (own, _) = read_own(&site, &holder, &id).await.map_err(|wrong| answer.oops(wrong))?;
    let when = when(&site, &holder).await.map_err(|fault| answer.oops(fault))?;
    let license = replaceable(&site, &visit, &own, when).ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    answer.page(&view::ReplaceConfirm { visitor, license })
}

/// The button: the old license is blocked, the new serial number is on its way.
pub async fn replace(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let id: LicenseId = id.parse().map_err(|_| answer.oops(Wrong::NotFound))?;
    let (desk, now, holder) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    let done = site.house.store.write(move |tx| replacing::replace_own(tx, &desk, holder, id, now)).await;
    match done {
        Ok(_) => {
            site.house.bell.ring();
            Ok(Redirect::to(&format!("/replace/{id}/done")).into_response())
        }
        Err(Fail::Refusal(Refusal::NotFound { .. })) => Err(answer.oops(Wrong::NotFound)),
        Err(Fail::Refusal(refusal)) => Err(answer.oops(Wrong::refused(&refusal, "/replace"))),
        Err(Fail::Fault(fault)) => Err(answer.oops(fault)),
    }
}

/// What has taken the license's place.
pub async fn done(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (old, all) = read_own(&site, &holder, &id).await.map_err(|wrong| answer.oops(wrong))?;
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let shown = replaced(&site, &visit, visitor, &old, &all);
    answer.page(&shown.ok_or_else(|| answer.oops(Wrong::NotFound))?)
}

fn replaced(
    site: &Site,
    visit: &Visit,
    visitor: view::Visitor,
    old: &License,
    all: &[License],
) -> Option<view::Replaced> {
    let new = all.iter().find(|license| license.previous == Some((old.id, Succession::Replacement)))?;
    Some(view::Replaced {
        visitor,
        product: site.house.desk.product_name(&new.product, &visit.language),
        serial: new.serial.masked(),
        old_serial: old.serial.masked(),
        expires_on: new.term?.expires_on,
        key_file: format!("/my/licenses/{}/key-file", new.id),
    })
}
