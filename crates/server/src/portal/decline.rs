//! Declining from a letter (rule 14; RFC 8058): GET shows, POST declines. Whoever has the letter needs no sign-in.

use axum::extract::{Path, State};
use tenure_domain::{HolderId, Kind};

use super::Page;
use crate::{
    actions::{Fail, decline as declining},
    pages::view,
    web::{Answer, Site, Visit, Wrong},
};

/// The link's parts: holder, kind, and our mark on both.
type Link = Path<(String, String, String)>;

/// What the link declines, and a button.
pub async fn show(State(site): State<Site>, visit: Visit, Path(link): Link) -> Page {
    let answer = Answer::to(&site, &visit);
    let (_, kind) = read(&site, &link).ok_or_else(|| answer.oops(Wrong::NotFound))?;
    answer.page(&view::Decline {
        kind,
        action: format!("/decline/{}/{}/{}", link.0, link.1, link.2),
        done: false,
    })
}

/// The button, or a mail program's one click.
pub async fn decline(State(site): State<Site>, visit: Visit, Path(link): Link) -> Page {
    let answer = Answer::to(&site, &visit);
    let (holder, kind) = read(&site, &link).ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let desk = site.house.desk.clone();
    let done: Result<_, Fail> =
        site.house.store.write(move |tx| declining::decline(tx, &desk, holder, kind, true)).await;
    done.map_err(|fail| answer.oops(Wrong::from(fail)))?;
    answer.page(&view::Decline { kind, action: String::new(), done: true })
}

fn read(site: &Site, (holder, kind, mark): &(String, String, String)) -> Option<(HolderId, Kind)> {
    declining::read_link(&site.house.desk, holder, kind, mark)
}

impl From<Fail> for Wrong {
    fn from(fail: Fail) -> Self {
        match fail {
            Fail::Refusal(refusal) => Self::refused(&refusal, "/"),
            Fail::Fault(fault) => fault.into(),
        }
    }
}
