//! The Library: pages of help that everybody reads, and those a holder keeps in *My library*.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect},
};
use tenure_domain::Holder;
use tenure_store::{Fault, library};

use super::{Page, visitor};
use crate::{
    actions::sign_in,
    pages::{
        HelpPage,
        view::{self, HelpLine, MessagesSchedule},
    },
    web::{Answer, Signed, Site, Visit, Wanted, Wrong, to_sign_in},
};

/// All pages; for a holder, the kept ones first.
pub async fn list(State(site): State<Site>, visit: Visit) -> Page {
    let answer = Answer::to(&site, &visit);
    let kept = read_kept(&site, visit.holder.as_ref()).await.map_err(|wrong| answer.oops(wrong))?;
    let signed = match &visit.holder {
        Some(holder) => Some(visitor(&site, holder).await.map_err(|wrong| answer.oops(wrong))?),
        None => None,
    };
    let line = |(name, page): (&str, &HelpPage)| HelpLine {
        name: name.to_owned(),
        title: page.title.clone(),
        summary: page.summary.clone(),
        is_kept: kept.iter().any(|kept| kept == name),
    };
    let all: Vec<HelpLine> = site.pages.library().list(&visit.language).into_iter().map(line).collect();
    let own = kept.iter().filter_map(|kept| all.iter().find(|line| line.name == *kept).cloned());
    answer.page(&view::Library { visitor: signed, kept: own.collect(), pages: all.clone() })
}

async fn read_kept(site: &Site, holder: Option<&Holder>) -> Result<Vec<String>, Wrong> {
    let Some(reader) = holder.map(|holder| holder.id) else { return Ok(Vec::new()) };
    Ok(site.house.store.read(move |tx| library::list(tx, reader)).await?)
}

/// The same for a holder only.
pub async fn mine(State(site): State<Site>, Signed { visit, .. }: Signed) -> Page {
    list(State(site), visit).await
}

/// Whoever comes back to a button finds its page.
pub async fn onward(Path(name): Path<String>) -> Redirect {
    Redirect::to(&format!("/library/{name}"))
}

/// One page.
pub async fn show(State(site): State<Site>, visit: Visit, Path(name): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let found = site.pages.library().find(&name, &visit.language);
    let (language, page) = found.ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let kept = read_kept(&site, visit.holder.as_ref()).await.map_err(|wrong| answer.oops(wrong))?;
    let signed = match &visit.holder {
        Some(holder) => Some(visitor(&site, holder).await.map_err(|wrong| answer.oops(wrong))?),
        None => None,
    };
    let desk = &site.house.desk;
    let schedule = || {
        let default = &desk.settings.vendor.language;
        MessagesSchedule::of(&desk.schedule, &desk.products, &visit.language, default)
    };
    answer.page(&view::LibraryPage {
        visitor: signed,
        title: page.title.clone(),
        language: language.to_owned(),
        html: page.html.clone(),
        schedule: page.shows_schedule.then(schedule),
        is_kept: kept.contains(&name),
        name,
    })
}

/// Keeps a page. Whoever is not signed in signs in first; then it is kept, and they are back on it.
pub async fn keep(State(site): State<Site>, visit: Visit, Path(name): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    if site.pages.library().find(&name, &visit.language).is_none() {
        return Err(answer.oops(Wrong::NotFound));
    }
    let Some(holder) = &visit.holder else {
        return Ok(to_sign_in(Wanted::read(&format!("/library/{name}/keep")).as_ref()).into_response());
    };
    let (reader, page, now) = (holder.id, name.clone(), site.house.clock.now());
    let kept = site.house.store.write(move |tx| library::keep(tx, reader, &page, now)).await;
    kept.map_err(|fault| answer.oops(fault))?;
    Ok(Redirect::to(&format!("/library/{name}")).into_response())
}

/// Keeps the page that somebody came to keep before signing in: where to go on to, if that is what was wanted.
pub(super) async fn keep_wanted(site: &Site, secret: &str, wanted: &str) -> Result<Option<String>, Fault> {
    let name = wanted.strip_prefix("/library/").and_then(|rest| rest.strip_suffix("/keep"));
    let default = &site.house.desk.settings.vendor.language;
    let Some(name) = name.filter(|name| site.pages.library().find(name, default).is_some()) else {
        return Ok(None);
    };
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let (secret, page) = (secret.to_owned(), name.to_owned());
    let kept = site.house.store.write(move |tx| match sign_in::visitor(tx, &desk, &secret, now)? {
        Some((holder, _)) => library::keep(tx, holder.id, &page, now),
        None => Ok(()),
    });
    kept.await?;
    Ok(Some(format!("/library/{name}")))
}

/// Keeps it no longer.
pub async fn remove(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(name): Path<String>,
) -> Page {
    let (reader, page) = (holder.id, name.clone());
    let removed = site.house.store.write(move |tx| library::remove(tx, reader, &page)).await;
    removed.map_err(|fault| Answer::to(&site, &visit).oops(fault))?;
    let is_known = site.pages.library().find(&name, &visit.language).is_some();
    let to = if is_known { format!("/library/{name}") } else { "/my/library".to_owned() };
    Ok(Redirect::to(&to).into_response())
}
