//! Attempts: each time a letter was carried, and what the world answered.

use jiff::Timestamp;
use tenure_domain::{LicenseId, Notice, NoticeId};

use crate::{
    columns::{days, instant, micros},
    db::{Fault, Tx, Value, statements},
    params,
};

statements! {
    /// An attempt begins.
    BEGIN = "INSERT INTO attempt (bucket, due_on, notice, number, begun_at, ended_at, outcome, reply) VALUES ($1, $2, $3, $4, $5, NULL, '', '')";
    /// An attempt has ended.
    END = "UPDATE attempt SET ended_at = $5, outcome = $6, reply = $7 WHERE bucket = $1 AND due_on = $2 AND notice = $3 AND number = $4";
    /// An attempt was claimed and never begun.
    GIVE_BACK = "DELETE FROM attempt WHERE bucket = $1 AND due_on = $2 AND notice = $3 AND number = $4 AND ended_at IS NULL";
    /// What was said of what is still open of a license: it went to an address that is another's.
    FORGET_OPEN = "UPDATE attempt SET reply = '' WHERE (bucket, due_on, notice) IN
        (SELECT n.bucket, n.due_on, n.id FROM notice n WHERE n.license = $1 AND n.wake_at IS NOT NULL)";
    /// The attempts of a notice.
    LIST = "SELECT number, begun_at, ended_at, outcome, reply FROM attempt WHERE notice = $1 ORDER BY number";
}

/// The `number`-th attempt to carry a notice begins.
pub fn begin(tx: &mut Tx, notice: &Notice, number: u32, now: Timestamp) -> Result<(), Fault> {
    tx.execute(
        BEGIN,
        &params![
            notice.key.license.bucket(),
            days(notice.due_on),
            Value::text(notice.id),
            number,
            micros(now)
        ],
    )?;
    Ok(())
}

/// It has ended, by a code and the relay's words.
pub fn end(
    tx: &mut Tx,
    notice: &Notice,
    number: u32,
    (outcome, words): (&str, &str),
    now: Timestamp,
) -> Result<(), Fault> {
    tx.execute(
        END,
        &params![
            notice.key.license.bucket(),
            days(notice.due_on),
            Value::text(notice.id),
            number,
            micros(now),
            outcome,
            words,
        ],
    )?;
    Ok(())
}

/// The license of open notices has another holder: what relays said of the one before is forgotten.
pub fn forget_open(tx: &mut Tx, license: LicenseId) -> Result<(), Fault> {
    tx.execute(FORGET_OPEN, &params![Value::text(license)])?;
    Ok(())
}

/// It was claimed and never begun: there was no attempt.
pub fn give_back(tx: &mut Tx, notice: &Notice, number: u32) -> Result<(), Fault> {
    let place = params![notice.key.license.bucket(), days(notice.due_on), Value::text(notice.id), number];
    tx.execute(GIVE_BACK, &place)?;
    Ok(())
}

/// An attempt as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Counted from 1.
    pub number: u32,
    /// When the letter was claimed.
    pub begun_at: Timestamp,
    /// When the answer was there.
    pub ended_at: Option<Timestamp>,
    /// `accepted`, `later`, `never`, `unknown`; empty while it lasts.
    pub outcome: String,
    /// The relay's words.
    pub reply: String,
}

/// The attempts of a notice, the first one first.
pub fn list(tx: &mut Tx, notice: NoticeId) -> Result<Vec<Attempt>, Fault> {
    tx.query(LIST, &params![Value::text(notice)], |row| {
        Ok(Attempt {
            number: row.number("number")?,
            begun_at: instant(row.int("begun_at")?)?,
            ended_at: row.opt_int("ended_at")?.map(instant).transpose()?,
            outcome: row.text("outcome")?,
            reply: row.text("reply")?,
        })
    })
}
