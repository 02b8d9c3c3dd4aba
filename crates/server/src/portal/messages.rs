//! *Messages*: the same text as the mail, and what became of it.

use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse as _, Redirect},
};
use jiff::{Timestamp, tz::TimeZone};
use serde::Deserialize;
use tenure_domain::{Holder, Kind, LetterId, License, State as NoticeState, notice::Hold};
use tenure_post::letter::Facts;
use tenure_store::{
    Fault,
    letter::{self, Filter, Letter, Place, Stated},
};

use super::{Page, attach, download, licenses::read_all, on_page::Cursor, visitor};
use crate::{
    actions::letter::{as_carried, read as read_letter, read_facts},
    pages::view::{self, Concerned, Fate, FateState, Listing, MessageFilter, MessageLine},
    web::{Answer, Signed, Site, Wrong},
};

/// How many messages stand on one page.
const LISTED: u32 = 50;
/// Where the list is.
const LIST: &str = "/my/messages";

/// What the address of the list asks for; what cannot be read is not asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    license: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    after: String,
}

impl Wish {
    fn filter(&self) -> Filter {
        Filter { license: self.license.parse().ok(), kind: self.kind.parse().ok() }
    }

    fn place(&self) -> Place {
        let read = |text: &str| text.parse::<Cursor<LetterId>>().ok();
        match (read(&self.before), read(&self.after)) {
            (Some(Cursor(at, id)), _) => Place::Before(at, id),
            (None, Some(Cursor(at, id))) => Place::After(at, id),
            (None, None) => Place::Newest,
        }
    }
}

/// One page of the list, the newest first.
pub async fn list(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Query(wish): Query<Wish>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (filter, place) = (wish.filter(), wish.place());
    let found = read_page(&site, &holder, filter, place).await.map_err(|wrong| answer.oops(wrong))?;
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let licenses = read_all(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let (newer, older) = found.around(filter, place);
    let zone = site.house.desk.zone_of(Some(&holder)).as_jiff();
    answer.page(&view::Messages {
        visitor,
        messages: found.letters.iter().map(|stated| line(&site, stated, zone)).collect(),
        filter: MessageFilter {
            license: filter.license.map(|id| id.to_string()),
            kind: filter.kind,
            licenses: licenses.iter().map(|license| choice(&site, license, &visit.language)).collect(),
            kinds: found.kinds,
        },
        count: found.count,
        newer,
        older,
    })
}

/// What one page of the list is made of.
struct Found {
    letters: Vec<Stated>,
    /// Whether there are more beyond, in the direction in which the list was read.
    is_more: bool,
    count: u32,
    kinds: Vec<Kind>,
}

impl Found {
    /// Where newer ones and older ones are.
    fn around(&self, filter: Filter, place: Place) -> (Option<String>, Option<String>) {
        let (first, last) = (self.letters.first(), self.letters.last());
        let (has_newer, has_older) = match place {
            Place::Newest => (false, self.is_more),
            Place::Before(..) => (true, self.is_more),
            Place::After(..) => (self.is_more, true),
        };
        let link = |name: &str, stated: &Stated| {
            let cursor = Cursor(stated.letter.written_at, stated.letter.id);
            address(filter, Some(&format!("{name}={cursor}")))
        };
        let newer = first.filter(|_| has_newer).map(|stated| link("after", stated));
        let older = last.filter(|_| has_older).map(|stated| link("before", stated));
        (newer, older)
    }
}

/// The list's address with a filter and, it may be, a place.
fn address(filter: Filter, place: Option<&str>) -> String {
    let license = filter.license.map(|id| format!("license={id}"));
    let kind = filter.kind.map(|kind| format!("kind={kind}"));
    let parts: Vec<String> = license.into_iter().chain(kind).chain(place.map(str::to_owned)).collect();
    if parts.is_empty() { LIST.to_owned() } else { format!("{LIST}?{}", parts.join("&")) }
}

async fn read_page(site: &Site, holder: &Holder, filter: Filter, place: Place) -> Result<Found, Wrong> {
    let (desk, reader) = (site.house.desk.clone(), holder.id);
    let found = site.house.store.read(move |tx| {
        Ok::<_, Fault>(Found {
            letters: letter::list_chosen(tx, &desk.keys.vault, reader, filter, place, LISTED + 1)?,
            is_more: false,
            count: letter::count_chosen(tx, reader, filter)?,
            kinds: letter::list_kinds(tx, reader)?,
        })
    });
    let mut found = found.await?;
    found.is_more = found.letters.len() > LISTED as usize;
    if found.is_more && matches!(place, Place::After(..)) {
        found.letters.remove(0);
    }
    found.letters.truncate(LISTED as usize);
    Ok(found)
}

fn choice(site: &Site, license: &License, language: &str) -> view::LicenseChoice {
    view::LicenseChoice {
        id: license.id.to_string(),
        product: site.house.desk.product_name(&license.product, language),
        serial: license.serial.masked(),
    }
}

/// A line; nothing is rendered for it, unless the letter is older than stored subjects.
fn line(site: &Site, stated: &Stated, zone: &TimeZone) -> MessageLine {
    let letter = &stated.letter;
    let subject = letter.subject.clone().or_else(|| {
        let words = read_letter(&site.house.desk, letter).ok();
        words.map(|(_, words)| words.subject)
    });
    MessageLine {
        id: letter.id.to_string(),
        kind: letter.kind,
        sent_at: letter.written_at.to_zoned(zone.clone()),
        subject,
        language: letter.language.clone(),
        about: read_facts(letter).map(|facts| about(&facts)).unwrap_or_default(),
        unread: letter.read_at.is_none(),
        fate: fate(stated, zone),
    }
}

/// One message; from now on it is read.
pub async fn show(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let id = read_id(&id).map_err(|wrong| answer.oops(wrong))?;
    let (reader, now) = (holder.id, site.house.clock.now());
    let marked = site.house.store.write(move |tx| letter::mark_read(tx, id, reader, now)).await;
    marked.map_err(|fault| answer.oops(fault))?;
    let stated = read_one(&site, &holder, id).await.map_err(|wrong| answer.oops(wrong))?;
    let visitor = visitor(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let own = read_all(&site, &holder).await.map_err(|wrong| answer.oops(wrong))?;
    let view = message(&site, visitor, stated, &own, &holder).map_err(|wrong| answer.oops(wrong))?;
    answer.page(&view)
}

fn message(
    site: &Site,
    visitor: view::Visitor,
    stated: Stated,
    own: &[License],
    holder: &Holder,
) -> Result<view::Message, Wrong> {
    let (desk, zone) = (&site.house.desk, site.house.desk.zone_of(Some(holder)).as_jiff());
    let (facts, words) = read_letter(desk, &stated.letter).map_err(|why| unreadable(&stated.letter, &why))?;
    let id = stated.letter.id;
    let is_own = |license: &str| own.iter().any(|own| own.id.to_string() == license);
    let mut listing = about(&facts);
    for concerned in &mut listing.licenses {
        concerned.href =
            concerned.href.take().filter(|license| is_own(license)).map(|license| page_of(&license));
    }
    let key_file = facts
        .key_file
        .as_ref()
        .map(|file| view::Attachment { name: file.file_name.clone(), href: format!("{LIST}/{id}/key-file") });
    Ok(view::Message {
        visitor,
        sent_at: stated.letter.written_at.to_zoned(zone.clone()),
        about: listing,
        fate: fate(&stated, zone),
        subject: words.subject,
        came_with_others: stated.letter.travels_in.is_some(),
        is_same_file: as_carried(desk, &stated.letter).is_ok_and(|(_, is_same)| is_same),
        language: stated.letter.language,
        address: stated.letter.address,
        body_html: words.portal_html,
        attachments: key_file.into_iter().collect(),
        href: format!("{LIST}/{id}"),
    })
}

fn page_of(license: &str) -> String {
    format!("/my/licenses/{license}")
}

/// The key file that came with a message.
pub async fn key_file(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let id = read_id(&id).map_err(|wrong| answer.oops(wrong))?;
    let stated = read_one(&site, &holder, id).await.map_err(|wrong| answer.oops(wrong))?;
    let facts = read_facts(&stated.letter).map_err(|why| answer.oops(unreadable(&stated.letter, &why)))?;
    let file = facts.key_file.ok_or_else(|| answer.oops(Wrong::NotFound))?;
    Ok(download(&file.file_name, file.content))
}

/// The whole message as a file that mail programs read.
pub async fn eml(State(site): State<Site>, Signed { visit, holder }: Signed, Path(id): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let id = read_id(&id).map_err(|wrong| answer.oops(wrong))?;
    let Stated { letter, .. } = read_one(&site, &holder, id).await.map_err(|wrong| answer.oops(wrong))?;
    let (bytes, _) =
        as_carried(&site.house.desk, &letter).map_err(|why| answer.oops(unreadable(&letter, &why)))?;
    let day = site.house.desk.zone_of(Some(&holder)).day_of(letter.written_at);
    Ok(attach(&format!("{day}-{}.eml", letter.kind), "message/rfc822", bytes))
}

/// The holder wants to come back to a message.
pub async fn unread(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Path(id): Path<String>,
) -> Page {
    let answer = Answer::to(&site, &visit);
    let (id, reader) = (read_id(&id).map_err(|wrong| answer.oops(wrong))?, holder.id);
    let marked = site.house.store.write(move |tx| letter::mark_unread(tx, id, reader)).await;
    marked.map_err(|fault| answer.oops(fault))?;
    Ok(Redirect::to(LIST).into_response())
}

/// The holder has seen them all.
pub async fn all_read(State(site): State<Site>, Signed { visit, holder }: Signed) -> Page {
    let (reader, now) = (holder.id, site.house.clock.now());
    let marked = site.house.store.write(move |tx| letter::mark_all_read(tx, reader, now)).await;
    marked.map_err(|fault| Answer::to(&site, &visit).oops(fault))?;
    Ok(Redirect::to(LIST).into_response())
}

fn read_id(id: &str) -> Result<LetterId, Wrong> {
    id.parse().map_err(|_| Wrong::NotFound)
}

/// One of the holder's letters; another holder's is not found.
async fn read_one(site: &Site, holder: &Holder, id: LetterId) -> Result<Stated, Wrong> {
    let (desk, reader) = (site.house.desk.clone(), holder.id);
    let found =
        site.house.store.read(move |tx| letter::find_for_holder(tx, &desk.keys.vault, id, reader)).await?;
    found.ok_or(Wrong::NotFound)
}

fn unreadable(letter: &Letter, why: &str) -> Wrong {
    Wrong::Broken(anyhow::anyhow!("{}: {why}", letter.id))
}

/// The licenses a letter is about. Their ids stand where the page puts links.
fn about(facts: &Facts) -> Listing {
    let one = |product: &str, serial: &str, license: &str| Concerned {
        product: product.to_owned(),
        serial: serial.to_owned(),
        href: Some(license.to_owned()),
    };
    let licenses: Vec<Concerned> = if facts.listed.is_empty() {
        vec![one(&facts.product, &facts.serial, &facts.license)]
    } else {
        facts.listed.iter().map(|told| one(&told.product, &told.serial, &told.license)).collect()
    };
    let total = usize::try_from(facts.listed_total).unwrap_or_default().max(licenses.len());
    Listing { licenses, total }
}

/// What became of the e-mail, in the words of the portal.
pub(super) fn fate_of(state: NoticeState, reason: &str) -> FateState {
    match state {
        NoticeState::Due
        | NoticeState::Sending
        | NoticeState::Superseded
        | NoticeState::Late
        | NoticeState::Canceled => FateState::Waiting,
        NoticeState::Unknown => FateState::Unknown,
        NoticeState::Accepted | NoticeState::Complained => FateState::Accepted,
        NoticeState::Bounced => FateState::Bounced,
        NoticeState::Failed => FateState::Failed,
        NoticeState::Held if reason == Hold::Declined.code() => FateState::Declined,
        NoticeState::Held => FateState::Held,
    }
}

fn fate(stated: &Stated, zone: &TimeZone) -> Fate {
    let at = |at: Timestamp| at.to_zoned(zone.clone());
    Fate { state: fate_of(stated.state, &stated.reason), at: stated.ended_at.map(at) }
}
