//! Letters: the words of a notice, frozen at its claim. Kept as facts, the digest of their wording (each wording is
//! stored once, by content) and the digest of the bytes that were carried.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use tenure_domain::{HolderId, Kind, Lane, LetterId, LicenseId, State};

use crate::{
    columns::{day, days, instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
    vault::Vault,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.holder, t.license, t.kind, t.step, t.due_on, t.language, t.address, t.facts, t.wording, t.bytes_digest, t.message_id,
             t.subject, t.written_at, t.read_at, w.body, t.layout, v.body AS layout_body, t.travels_in FROM letter t JOIN wording w ON w.digest = t.wording
             LEFT JOIN wording v ON v.digest = t.layout ", $rest)
    };
}

/// Which of a holder's letters: those with a copy in the portal (rule 2), about a license ($2) and of a kind ($3) if named.
macro_rules! chosen {
    ($start:literal, $rest:literal) => {
        concat!($start, " WHERE t.holder = $1
            AND EXISTS (SELECT 1 FROM notice c WHERE c.letter = t.id AND c.state NOT IN ('superseded', 'late', 'canceled')
                AND (CAST($2 AS TEXT) IS NULL OR c.license = $2))
            AND (CAST($3 AS TEXT) IS NULL OR t.kind = $3) ", $rest)
    };
}

macro_rules! select_stated {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.holder, t.license, t.kind, t.step, t.due_on, t.language, t.address, t.facts, t.wording, t.bytes_digest, t.message_id,
             t.subject, t.written_at, t.read_at, w.body, t.layout, v.body AS layout_body, t.travels_in, n.state, n.reason, n.ended_at
             FROM letter t JOIN wording w ON w.digest = t.wording LEFT JOIN wording v ON v.digest = t.layout
             JOIN notice n ON n.id = (SELECT MIN(m.id) FROM notice m WHERE m.letter = t.id
                AND m.state NOT IN ('superseded', 'late', 'canceled')) ", $rest)
    };
}

macro_rules! select_chosen {
    ($rest:literal) => {
        chosen!(
            "SELECT t.id, t.holder, t.license, t.kind, t.step, t.due_on, t.language, t.address, t.facts, t.wording, t.bytes_digest, t.message_id,
             t.subject, t.written_at, t.read_at, w.body, t.layout, v.body AS layout_body, t.travels_in, n.state, n.reason, n.ended_at
             FROM letter t JOIN wording w ON w.digest = t.wording LEFT JOIN wording v ON v.digest = t.layout
             JOIN notice n ON n.id = (SELECT MIN(m.id) FROM notice m WHERE m.letter = t.id
                AND m.state NOT IN ('superseded', 'late', 'canceled')) ", $rest)
    };
}

statements! {
    /// Whether a wording is kept.
    HAS_WORDING = "SELECT digest FROM wording WHERE digest = $1";
    /// A wording, once.
    INSERT_WORDING = "INSERT INTO wording (digest, kind, language, body) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING";
    /// A letter; written anew after a definite refusal, under the same id and Message-ID: its own again, if it travelled in
    /// another one.
    SAVE = "INSERT INTO letter (bucket, due_on, id, holder, license, kind, step, language, address, facts, wording, bytes_digest, message_id, written_at, subject, read_at, layout, travels_in)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, NULL, $16, NULL)
        ON CONFLICT (bucket, due_on, id) DO UPDATE SET holder = $4, language = $8, address = $9, facts = $10, wording = $11, bytes_digest = $12,
            message_id = CASE WHEN letter.travels_in IS NULL THEN letter.message_id ELSE $13 END, written_at = $14, subject = $15, layout = $16, travels_in = NULL";
    /// From now on it travels in another one.
    TRAVEL = "UPDATE letter SET travels_in = $2, message_id = $3 WHERE id = $1";
    /// The letter that brings it.
    FIND_MAIL = "SELECT COALESCE(travels_in, id) AS mail FROM letter WHERE id = $1";
    /// How many mails that count went to a holder in a time, or are on their way.
    COUNT_MAILS = "SELECT COUNT(DISTINCT COALESCE(t.travels_in, t.id)) AS found FROM letter t
        WHERE t.holder = $1 AND t.written_at >= $2 AND t.written_at < $3 AND EXISTS (SELECT 1 FROM notice n WHERE n.letter = t.id
            AND n.lane > $4 AND n.kind <> $5 AND n.state IN ('sending', 'unknown', 'accepted', 'bounced', 'complained'))";
    /// One letter with its wording; none whose holder was erased.
    FIND = select!("WHERE t.id = $1 AND t.holder <> ''");
    /// A holder's letters with the state of their notice, the newest first; see [`Stated`] for those left out.
    LIST_BY_HOLDER = select_stated!("WHERE t.holder = $1 ORDER BY t.written_at DESC, t.id DESC LIMIT $2");
    /// A page of them: those before an instant and id, the newest first.
    LIST_OLDER = select_chosen!("AND (t.written_at, t.id) < ($4, $5) ORDER BY t.written_at DESC, t.id DESC LIMIT $6");
    /// A page of them: those after an instant and id, the oldest first.
    LIST_NEWER = select_chosen!("AND (t.written_at, t.id) > ($4, $5) ORDER BY t.written_at, t.id LIMIT $6");
    /// How many of them there are.
    COUNT = chosen!("SELECT COUNT(*) AS found FROM letter t", "");
    /// Their ids.
    IDS = chosen!("SELECT t.id FROM letter t", "");
    /// The kinds a holder has letters of.
    KINDS = chosen!("SELECT DISTINCT t.kind FROM letter t", "");
    /// One of a holder's letters with the state of its notice.
    FIND_FOR_HOLDER = select_stated!("WHERE t.holder = $1 AND t.id = $2");
    /// How many letters a holder has not opened.
    COUNT_UNREAD = "SELECT COUNT(*) AS found FROM letter t WHERE t.holder = $1 AND t.read_at IS NULL AND EXISTS
        (SELECT 1 FROM notice m WHERE m.letter = t.id AND m.state NOT IN ('superseded', 'late', 'canceled'))";
    /// The holder has opened it.
    MARK_READ = "UPDATE letter SET read_at = $3 WHERE id = $1 AND holder = $2 AND read_at IS NULL";
    /// The holder wants to come back to it.
    MARK_UNREAD = "UPDATE letter SET read_at = NULL WHERE id = $1 AND holder = $2";
    /// The holder has seen them all.
    MARK_ALL_READ = "UPDATE letter SET read_at = $2 WHERE holder = $1 AND read_at IS NULL";
}

/// What stands as the kind of a layout among the wordings.
const LAYOUT: &str = "layout";

/// A letter as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Names it.
    pub id: LetterId,
    /// Whose portal shows it.
    pub holder: HolderId,
    /// About which license.
    pub license: LicenseId,
    /// What is told.
    pub kind: Kind,
    /// The step, as in lists and headers.
    pub step: String,
    /// The day of its notice.
    pub due_on: Date,
    /// In which language.
    pub language: String,
    /// Where it went.
    pub address: String,
    /// What it was written from: JSON.
    pub facts: String,
    /// The digest of its wording.
    pub wording: String,
    /// The wording itself.
    pub body: String,
    /// The vendor's own layout that it was written in; `None`: the program's.
    pub layout: Option<Layout>,
    /// The digest of the bytes that were carried.
    pub bytes_digest: String,
    /// Its Message-ID.
    pub message_id: String,
    /// Its subject, for lists; `None` for one written before subjects were kept.
    pub subject: Option<String>,
    /// When it was written: the instant of the claim.
    pub written_at: Timestamp,
    /// When the holder first opened it in the portal.
    pub read_at: Option<Timestamp>,
    /// The letter that brings it; `None`: it goes by itself.
    pub travels_in: Option<LetterId>,
}

/// The page around the words, as a vendor wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The digest of its text.
    pub digest: String,
    /// Its text.
    pub body: String,
}

/// The row of a letter, sealed and ready to be written.
#[derive(Debug, Clone)]
pub struct Sealed(Vec<Value>);

/// Seals a letter; that needs no transaction.
pub fn seal(vault: &Vault, letter: &Letter) -> Result<Sealed, Fault> {
    let id = letter.id.to_string();
    let subject = letter.subject.as_ref();
    let row = params![
        letter.license.bucket(),
        days(letter.due_on),
        &id,
        Value::text(letter.holder),
        Value::text(letter.license),
        letter.kind.code(),
        &letter.step,
        &letter.language,
        vault.seal(&id, "address", letter.address.as_bytes())?,
        vault.seal(&id, "facts", letter.facts.as_bytes())?,
        &letter.wording,
        &letter.bytes_digest,
        &letter.message_id,
        micros(letter.written_at),
        subject.map(|subject| vault.seal(&id, "subject", subject.as_bytes())).transpose()?,
        letter.layout.as_ref().map(|layout| layout.digest.as_str()),
    ];
    Ok(Sealed(row.to_vec()))
}

/// Writes a letter and, if they are new, its wording and layout.
pub fn save(tx: &mut Tx, vault: &Vault, letter: &Letter) -> Result<(), Fault> {
    save_sealed(tx, letter, &seal(vault, letter)?)
}

/// The same for one that is sealed already.
pub fn save_sealed(tx: &mut Tx, letter: &Letter, sealed: &Sealed) -> Result<(), Fault> {
    if let Some(layout) = &letter.layout {
        keep_wording(tx, &layout.digest, LAYOUT, "", &layout.body)?;
    }
    keep_wording(tx, &letter.wording, letter.kind.code(), &letter.language, &letter.body)?;
    tx.execute(SAVE, &sealed.0)?;
    Ok(())
}

/// A letter travels in another one from now on, under its Message-ID.
pub fn travel(tx: &mut Tx, letter: LetterId, mail: &Letter) -> Result<(), Fault> {
    tx.execute(TRAVEL, &params![Value::text(letter), Value::text(mail.id), &mail.message_id])?;
    Ok(())
}

/// The letter that brings a letter: another one, or itself.
pub fn find_mail(tx: &mut Tx, letter: LetterId) -> Result<LetterId, Fault> {
    let found = tx.query_opt(FIND_MAIL, &params![Value::text(letter)], |row| row.parse("mail"))?;
    Ok(found.unwrap_or(letter))
}

/// How many mails that count for the day went to a holder from one instant until before another, or are on their way.
pub fn count_mails(tx: &mut Tx, holder: HolderId, from: Timestamp, until: Timestamp) -> Result<usize, Fault> {
    let params = params![
        Value::text(holder),
        micros(from),
        micros(until),
        Lane::Urgent.number(),
        Kind::BlockedLicenseDeletion.code()
    ];
    tx.query_one(COUNT_MAILS, &params, |row| row.number::<u32>("found")).map(|found| found as usize)
}

/// Nearly always it is kept already: then its text is not even handed over.
fn keep_wording(tx: &mut Tx, digest: &str, kind: &str, language: &str, body: &str) -> Result<(), Fault> {
    if tx.query_opt(HAS_WORDING, &params![digest], |_| Ok(()))?.is_none() {
        tx.execute(INSERT_WORDING, &params![digest, kind, language, body])?;
    }
    Ok(())
}

/// One letter; none whose holder was erased.
pub fn find(tx: &mut Tx, vault: &Vault, id: LetterId) -> Result<Option<Letter>, Fault> {
    tx.query_opt(FIND, &params![Value::text(id)], |row| read(row, vault))
}

/// A letter with what became of it. What was superseded, late or canceled after a refusal has no copy in the portal
/// (rule 2), and so none here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The letter.
    pub letter: Letter,
    /// The state of its notice.
    pub state: State,
    /// Why it ended so; empty while it is open.
    pub reason: String,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// Which of a holder's letters; everything left out is not asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// About this license.
    pub license: Option<LicenseId>,
    /// Of this kind.
    pub kind: Option<Kind>,
}

/// A place in the list of a holder's letters: between two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At its beginning.
    Newest,
    /// Behind this one, which was written then: older ones follow.
    Before(Timestamp, LetterId),
    /// In front of it: newer ones.
    After(Timestamp, LetterId),
}

/// The `limit` newest letters to a holder.
pub fn list_by_holder(
    tx: &mut Tx,
    vault: &Vault,
    holder: HolderId,
    limit: u32,
) -> Result<Vec<Stated>, Fault> {
    tx.query(LIST_BY_HOLDER, &params![Value::text(holder), limit], |row| read_stated(row, vault))
}

/// Up to `limit` letters to a holder at a place of the list, always the newest first.
pub fn list_chosen(
    tx: &mut Tx,
    vault: &Vault,
    holder: HolderId,
    filter: Filter,
    place: Place,
    limit: u32,
) -> Result<Vec<Stated>, Fault> {
    let (statement, at, id) = match place {
        Place::Newest => (LIST_OLDER, i64::MAX, String::new()),
        Place::Before(at, id) => (LIST_OLDER, micros(at), id.to_string()),
        Place::After(at, id) => (LIST_NEWER, micros(at), id.to_string()),
    };
    let mut params = filter_of(holder, filter);
    params.extend(params![at, id, limit]);
    let mut found = tx.query(statement, &params, |row| read_stated(row, vault))?;
    if matches!(place, Place::After(..)) {
        found.reverse();
    }
    Ok(found)
}

/// How many letters to a holder a filter lets through.
pub fn count_chosen(tx: &mut Tx, holder: HolderId, filter: Filter) -> Result<u32, Fault> {
    tx.query_one(COUNT, &filter_of(holder, filter), |row| row.number("found"))
}

/// The ids of the letters to a holder that a filter lets through.
pub fn list_ids(tx: &mut Tx, holder: HolderId, filter: Filter) -> Result<BTreeSet<LetterId>, Fault> {
    let ids = tx.query(IDS, &filter_of(holder, filter), |row| row.parse("id"))?;
    Ok(ids.into_iter().collect())
}

/// The kinds a holder has letters of.
pub fn list_kinds(tx: &mut Tx, holder: HolderId) -> Result<Vec<Kind>, Fault> {
    let mut kinds: Vec<Kind> =
        tx.query(KINDS, &filter_of(holder, Filter::default()), |row| row.parse("kind"))?;
    kinds.sort_unstable();
    Ok(kinds)
}

fn filter_of(holder: HolderId, filter: Filter) -> Vec<Value> {
    params![Value::text(holder), filter.license.map(Value::text), filter.kind.map(Kind::code)].to_vec()
}

/// A letter, if it is one to this holder.
pub fn find_for_holder(
    tx: &mut Tx,
    vault: &Vault,
    id: LetterId,
    holder: HolderId,
) -> Result<Option<Stated>, Fault> {
    tx.query_opt(FIND_FOR_HOLDER, &params![Value::text(holder), Value::text(id)], |row| {
        read_stated(row, vault)
    })
}

/// How many letters a holder has not opened.
pub fn count_unread(tx: &mut Tx, holder: HolderId) -> Result<u32, Fault> {
    tx.query_one(COUNT_UNREAD, &params![Value::text(holder)], |row| row.number("found"))
}

/// The holder has opened a letter.
pub fn mark_read(tx: &mut Tx, id: LetterId, holder: HolderId, now: Timestamp) -> Result<(), Fault> {
    tx.execute(MARK_READ, &params![Value::text(id), Value::text(holder), micros(now)])?;
    Ok(())
}

/// The holder wants to come back to a letter.
pub fn mark_unread(tx: &mut Tx, id: LetterId, holder: HolderId) -> Result<(), Fault> {
    tx.execute(MARK_UNREAD, &params![Value::text(id), Value::text(holder)])?;
    Ok(())
}

/// The holder has seen all letters.
pub fn mark_all_read(tx: &mut Tx, holder: HolderId, now: Timestamp) -> Result<(), Fault> {
    tx.execute(MARK_ALL_READ, &params![Value::text(holder), micros(now)])?;
    Ok(())
}

fn read(row: &Row, vault: &Vault) -> Result<Letter, Fault> {
    let id = row.text("id")?;
    let subject = row.opt_bytes("subject")?;
    Ok(Letter {
        subject: subject.map(|sealed| vault.open_text(&id, "subject", &sealed)).transpose()?,
        address: vault.open_text(&id, "address", &row.bytes("address")?)?,
        facts: vault.open_text(&id, "facts", &row.bytes("facts")?)?,
        id: row.parse("id")?,
        holder: row.parse("holder")?,
        license: row.parse("license")?,
        kind: row.parse("kind")?,
        step: row.text("step")?,
        due_on: day(row.int("due_on")?)?,
        language: row.text("language")?,
        wording: row.text("wording")?,
        body: row.text("body")?,
        layout: read_layout(row)?,
        bytes_digest: row.text("bytes_digest")?,
        message_id: row.text("message_id")?,
        written_at: instant(row.int("written_at")?)?,
        read_at: row.opt_int("read_at")?.map(instant).transpose()?,
        travels_in: row.opt_parse("travels_in")?,
    })
}

fn read_layout(row: &Row) -> Result<Option<Layout>, Fault> {
    let digest = row.opt_text("layout")?;
    digest.map(|digest| Ok(Layout { digest, body: row.text("layout_body")? })).transpose()
}

fn read_stated(row: &Row, vault: &Vault) -> Result<Stated, Fault> {
    Ok(Stated {
        letter: read(row, vault)?,
        state: row.parse("state")?,
        reason: row.text("reason")?,
        ended_at: row.opt_int("ended_at")?.map(instant).transpose()?,
    })
}
