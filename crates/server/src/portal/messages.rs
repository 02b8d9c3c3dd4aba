//! *Messages*: the same text as the mail, and what became of it.

use axum::extract::{Path, State};
use jiff::Timestamp;
use tenure_domain::{Holder, LetterId, State as NoticeState};
use tenure_post::letter::{Facts, Words};
use tenure_store::letter::{self, Letter};

use super::{Page, download};
use crate::{
    actions::letter::read as read_letter,
    pages::view::{self, Concerned, Fate, FateState, MessageLine, Visitor},
    web::{Answer, Signed, Site, Wrong},
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
pub async fn list(State(site): State<Site>, Signed { visit, holder }: Signed) -> Page {
    let answer = Answer::to(&site, &visit);
    let told = read_all(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let zone = site.house.desk.zone_of(Some(&holder)).as_jiff().clone();
    let lines = told.iter().map(|told| MessageLine {
        id: told.letter.id.to_string(),
        sent_at: told.letter.written_at.to_zoned(zone.clone()),
        subject: told.words.subject.clone(),
        about: vec![concerned(&told.facts)],
        unread: told.letter.read_at.is_none(),
        fate: fate(told, &zone),
    });
    answer.page(&view::Messages { visitor, messages: lines.collect(), newer: None, older: None })
}

/// One message; from now on it is read.
pub async fn show(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let id: LetterId = id.parse().map_err(|_| answer.oops(Wrong::NotFound))?;
    let (reader, now) = (holder.id, site.house.clock.now());
    site.house
        .store
        .write(move |tx| letter::mark_read(tx, id, reader, now))
        .await
        .map_err(|fault| answer.oops(fault))?;
    let told = read_one(&site, &holder, id).await.map_err(|wrong| answer.oops(wrong))?;
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let zone = site.house.desk.zone_of(Some(&holder)).as_jiff().clone();
    let key_file = told.facts.key_file.as_ref().map(|file| view::Attachment {
        name: file.file_name.clone(),
        href: format!("/my/messages/{id}/key-file"),
    });
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
pub async fn key_file(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let id: LetterId = id.parse().map_err(|_| answer.oops(Wrong::NotFound))?;
    let told = read_one(&site, &holder, id).await.map_err(|wrong| answer.oops(wrong))?;
    let file = told.facts.key_file.ok_or_else(|| answer.oops(Wrong::NotFound))?;
    Ok(download(&file.file_name, file.content))
}

async fn read_all(site: &Site, holder: &Holder) -> Result<Vec<Told>, Wrong> {
    let (desk, reader) = (site.house.desk.clone(), holder.id);
    let letters =
        site.house.store.read(move |tx| letter::list_by_holder(tx, &desk.keys.vault, reader, LISTED)).await?;
    letters.into_iter().map(|letter| tell(site, letter)).collect()
}

/// One of the holder's letters; another holder's is not found.
async fn read_one(site: &Site, holder: &Holder, id: LetterId) -> Result<Told, Wrong> {
    let (desk, reader) = (site.house.desk.clone(), holder.id);
    let found =
        site.house.store.read(move |tx| letter::find_for_holder(tx, &desk.keys.vault, id, reader)).await?;
    tell(site, found.ok_or(Wrong::NotFound)?)
}

fn tell(site: &Site, (letter, state, ended_at): letter::Stated) -> Result<Told, Wrong> {
    let (facts, words) = read_letter(&site.house.desk, &letter)
        .map_err(|why| Wrong::Broken(anyhow::anyhow!("{}: {why}", letter.id)))?;
    Ok(Told { letter, facts, words, state, ended_at })
}

/// Who is signed in, for the head of the page.
pub(super) async fn visitor(site: &Site, holder: &Holder) -> Result<Visitor, Wrong> {
    let reader = holder.id;
    let unread = site.house.store.read(move |tx| letter::count_unread(tx, reader)).await?;
    Ok(Visitor { name: holder.name.clone(), address: holder.address.as_written().to_owned(), unread })
}

fn concerned(facts: &Facts) -> Concerned {
    Concerned { product: facts.product.clone(), serial: facts.serial.clone() }
}

/// What became of the e-mail, in the words of the portal.
fn fate(told: &Told, zone: &jiff::tz::TimeZone) -> Fate {
    let state = match told.state {
        NoticeState::Due
        | NoticeState::Sending
        | NoticeState::Superseded
        | NoticeState::Late
        | NoticeState::Canceled => FateState::Waiting,
        NoticeState::Unknown => FateState::Unknown,
        NoticeState::Accepted | NoticeState::Complained => FateState::Accepted,
        NoticeState::Bounced => FateState::Bounced,
        NoticeState::Failed => FateState::Failed,
        NoticeState::Held => FateState::Declined,
    };
    Fate { state, at: told.ended_at.map(|at| at.to_zoned(zone.clone())) }
}
