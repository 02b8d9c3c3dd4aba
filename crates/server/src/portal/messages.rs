//! *Messages*: the same text as the mail, and what became of it.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use tenure_domain::{Holder, LetterId, State as NoticeState};
use tenure_post::letter::{Facts, Words};
use tenure_store::letter::{self, Letter};

use super::{Page, download, holder};
use crate::{
    actions::claim::read_letter,
    pages::view::{self, Concerned, Fate, FateState, MessageLine, Visitor},
    web::{Answer, Site, Visit, Wrong},
};

/// The most messages on one page.
const LISTED: u32 = 200;

/// A message with its words and its notice's state.
struct Told {
    letter: Letter,
    facts: Facts,
    words: Words,
    state: NoticeState,
    ended_at: Option<Timestamp>,
}

/// The list, the newest first.
pub async fn list(State(site): State<Site>, visit: Visit) -> Response {
    let holder = match holder(&visit) {
        Ok(holder) => holder,
        Err(elsewhere) => return elsewhere,
    };
    list_for(&site, &visit, &holder).await.unwrap_or_else(IntoResponse::into_response)
}

async fn list_for(site: &Site, visit: &Visit, holder: &Holder) -> Page {
    let answer = Answer::to(site, visit);
    let told = read_all(site, holder).await.map_err(|wrong| answer.oops(wrong))?;
    let zone = site.house.desk.zone_of(Some(holder)).as_jiff().clone();
    let lines = told.iter().map(|told| MessageLine {
        id: told.letter.id.to_string(),
        sent_at: told.letter.written_at.to_zoned(zone.clone()),
        subject: told.words.subject.clone(),
        about: vec![concerned(&told.facts)],
        unread: told.letter.read_at.is_none(),
        fate: fate(told, &zone),
    });
    answer.page(&view::Messages { visitor: visitor(holder, &told), messages: lines.collect(), newer: None, older: None })
}

/// One message; from now on it is read.
pub async fn show(State(site): State<Site>, visit: Visit, Path(id): Path<String>) -> Response {
    let holder = match holder(&visit) {
        Ok(holder) => holder,
        Err(elsewhere) => return elsewhere,
    };
    show_for(&site, &visit, &holder, &id).await.unwrap_or_else(IntoResponse::into_response)
}

async fn show_for(site: &Site, visit: &Visit, holder: &Holder, id: &str) -> Page {
    let answer = Answer::to(site, visit);
    let id: LetterId = id.parse().map_err(|_| answer.oops(Wrong::NotFound))?;
    let (reader, now) = (holder.id, site.house.clock.now());
    site.house.store.write(move |tx| letter::mark_read(tx, id, reader, now)).await.map_err(|fault| answer.oops(fault))?;
    let mut told = read_all(site, holder).await.map_err(|wrong| answer.oops(wrong))?;
    let at = told.iter().position(|told| told.letter.id == id).ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let visitor = visitor(holder, &told);
    let told = told.swap_remove(at);
    let zone = site.house.desk.zone_of(Some(holder)).as_jiff().clone();
    let key_file = told.facts.key_file.as_ref().map(|file| view::Attachment { name: file.file_name.clone(), href: format!("/my/messages/{id}/key-file") });
    answer.page(&view::Message {
        visitor,
        sent_at: told.letter.written_at.to_zoned(zone.clone()),
        about: vec![concerned(&told.facts)],
        fate: fate(&told, &zone),
        subject: told.words.subject,
        language: told.letter.language,
        body_html: told.words.portal_html,
        attachments: key_file.into_iter().collect(),
    })
}

/// The key file that came with a message.
pub async fn key_file(State(site): State<Site>, visit: Visit, Path(id): Path<String>) -> Response {
    let holder = match holder(&visit) {
        Ok(holder) => holder,
        Err(elsewhere) => return elsewhere,
    };
    let answer = Answer::to(&site, &visit);
    let found = match read_all(&site, &holder).await {
        Ok(told) => told.into_iter().find(|told| told.letter.id.to_string() == id).and_then(|told| told.facts.key_file),
        Err(wrong) => return answer.oops(wrong).into_response(),
    };
    match found {
        Some(file) => download(&file.file_name, file.content),
        None => answer.oops(Wrong::NotFound).into_response(),
    }
}

async fn read_all(site: &Site, holder: &Holder) -> Result<Vec<Told>, Wrong> {
    let (desk, reader) = (site.house.desk.clone(), holder.id);
    let letters = site.house.store.read(move |tx| letter::list_by_holder(tx, &desk.keys.vault, reader, LISTED)).await?;
    let tell = |(letter, state, ended_at): (Letter, NoticeState, Option<Timestamp>)| {
        let (facts, words) = read_letter(&letter).map_err(|why| Wrong::Broken(anyhow::anyhow!("{}: {why}", letter.id)))?;
        Ok(Told { letter, facts, words, state, ended_at })
    };
    letters.into_iter().map(tell).collect()
}

/// Who is signed in, for the head of the page.
pub(super) async fn visitor_of(site: &Site, holder: &Holder) -> Result<Visitor, Wrong> {
    Ok(visitor(holder, &read_all(site, holder).await?))
}

fn visitor(holder: &Holder, told: &[Told]) -> Visitor {
    let unread = told.iter().filter(|told| told.letter.read_at.is_none()).count();
    Visitor { name: holder.name.clone(), address: holder.address.as_written().to_owned(), unread: u32::try_from(unread).unwrap_or(u32::MAX) }
}

fn concerned(facts: &Facts) -> Concerned {
    Concerned { product: facts.product.clone(), serial: facts.serial.clone() }
}

/// What became of the e-mail, in the words of the portal.
fn fate(told: &Told, zone: &jiff::tz::TimeZone) -> Fate {
    let state = match told.state {
        NoticeState::Due | NoticeState::Sending | NoticeState::Superseded | NoticeState::Late | NoticeState::Canceled => FateState::Waiting,
        NoticeState::Unknown => FateState::Unknown,
        NoticeState::Accepted | NoticeState::Complained => FateState::Accepted,
        NoticeState::Bounced => FateState::Bounced,
        NoticeState::Failed => FateState::Failed,
        NoticeState::Held => FateState::Declined,
    };
    Fate { state, at: told.ended_at.map(|at| at.to_zoned(zone.clone())) }
}
