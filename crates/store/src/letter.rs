//! Letters: the words of a notice, frozen at its claim. Kept as facts, the digest of their wording (each wording is
//! stored once, by content) and the digest of the bytes that were carried.

use jiff::{Timestamp, civil::Date};
use tenure_domain::{HolderId, Kind, LetterId, LicenseId, State};

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
             t.written_at, t.read_at, w.body FROM letter t JOIN wording w ON w.digest = t.wording ", $rest)
    };
}

macro_rules! select_stated {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.holder, t.license, t.kind, t.step, t.due_on, t.language, t.address, t.facts, t.wording, t.bytes_digest, t.message_id,
             t.written_at, t.read_at, w.body, n.state, n.ended_at FROM letter t JOIN wording w ON w.digest = t.wording
             JOIN notice n ON n.id = (SELECT MIN(m.id) FROM notice m WHERE m.letter = t.id
                AND m.state NOT IN ('superseded', 'late', 'canceled')) ", $rest)
    };
}

statements! {
    /// A wording, once.
    INSERT_WORDING = "INSERT INTO wording (digest, kind, language, body) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING";
    /// A letter; written anew after a definite refusal, under the same id.
    SAVE = "INSERT INTO letter (bucket, due_on, id, holder, license, kind, step, language, address, facts, wording, bytes_digest, message_id, written_at, read_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL)
        ON CONFLICT (bucket, due_on, id) DO UPDATE SET holder = $4, language = $8, address = $9, facts = $10, wording = $11, bytes_digest = $12, written_at = $14";
    /// One letter with its wording.
    FIND = select!("WHERE t.id = $1");
    /// A holder's letters with the state of their notice, the newest first; see [`Stated`] for those left out.
    LIST_BY_HOLDER = select_stated!("WHERE t.holder = $1 ORDER BY t.written_at DESC, t.id DESC LIMIT $2");
    /// One of a holder's letters with the state of its notice.
    FIND_FOR_HOLDER = select_stated!("WHERE t.holder = $1 AND t.id = $2");
    /// How many letters a holder has not opened.
    COUNT_UNREAD = "SELECT COUNT(*) AS found FROM letter t WHERE t.holder = $1 AND t.read_at IS NULL AND EXISTS
        (SELECT 1 FROM notice m WHERE m.letter = t.id AND m.state NOT IN ('superseded', 'late', 'canceled'))";
    /// The holder has opened it.
    MARK_READ = "UPDATE letter SET read_at = $3 WHERE id = $1 AND holder = $2 AND read_at IS NULL";
}

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
    /// The digest of the bytes that were carried.
    pub bytes_digest: String,
    /// Its Message-ID.
    pub message_id: String,
    /// When it was written: the instant of the claim.
    pub written_at: Timestamp,
    /// When the holder first opened it in the portal.
    pub read_at: Option<Timestamp>,
}

/// Writes a letter and, if it is new, its wording.
pub fn save(tx: &mut Tx, vault: &Vault, letter: &Letter) -> Result<(), Fault> {
    let id = letter.id.to_string();
    tx.execute(
        INSERT_WORDING,
        &params![&letter.wording, letter.kind.code(), &letter.language, &letter.body],
    )?;
    tx.execute(
        SAVE,
        &params![
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
        ],
    )?;
    Ok(())
}

/// One letter.
pub fn find(tx: &mut Tx, vault: &Vault, id: LetterId) -> Result<Option<Letter>, Fault> {
    tx.query_opt(FIND, &params![Value::text(id)], |row| read(row, vault))
}

/// A letter with the state of its notice, and when that ended. What was superseded, late or canceled after a refusal has
/// no copy in the portal (rule 2), and so none here.
pub type Stated = (Letter, State, Option<Timestamp>);

/// The `limit` newest letters to a holder.
pub fn list_by_holder(
    tx: &mut Tx,
    vault: &Vault,
    holder: HolderId,
    limit: u32,
) -> Result<Vec<Stated>, Fault> {
    tx.query(LIST_BY_HOLDER, &params![Value::text(holder), limit], |row| read_stated(row, vault))
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

fn read(row: &Row, vault: &Vault) -> Result<Letter, Fault> {
    let id = row.text("id")?;
    Ok(Letter {
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
        bytes_digest: row.text("bytes_digest")?,
        message_id: row.text("message_id")?,
        written_at: instant(row.int("written_at")?)?,
        read_at: row.opt_int("read_at")?.map(instant).transpose()?,
    })
}

fn read_stated(row: &Row, vault: &Vault) -> Result<Stated, Fault> {
    Ok((read(row, vault)?, row.parse("state")?, row.opt_int("ended_at")?.map(instant).transpose()?))
}
