//! Erasures: that one took place and when, never whose it was; and what the store itself remembers of a holder.
//!
//! What stays of a holder's letters and attempts is the proof that something was sent: states, times, digests, the
//! Message-ID. Words and addresses go.

use jiff::Timestamp;
use tenure_domain::{
    ErasureId, HolderId, LicenseId,
    erasure::{AskedBy, Erasure, WORDS_ERASED},
    notice::{Cancel, State},
};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
};

statements! {
    /// An erasure is on record.
    INSERT = "INSERT INTO erasure (id, at, asked_by, licenses) VALUES ($1, $2, $3, $4)";
    /// One of them.
    FIND = "SELECT id, at, asked_by, licenses, swept_at FROM erasure WHERE id = $1";
    /// Those whose deleted rows may still be found in the files.
    LIST_UNSWEPT = "SELECT id FROM erasure WHERE swept_at IS NULL ORDER BY id";
    /// What was deleted has left the files.
    SWEPT = "UPDATE erasure SET swept_at = $2 WHERE id = $1";
    /// The licenses that a holder's letters are about.
    TOLD_OF = "SELECT DISTINCT license FROM letter WHERE holder = $1";
    /// The notices of a license, held until the end of the transaction: no claim and no outcome comes in between.
    HOLD_NOTICES = "SELECT n.id FROM notice n WHERE n.license = $1 ORDER BY n.id";
    /// What is still to be told of a license ends.
    CANCEL = "UPDATE notice SET state = $2, reason = $3, wake_at = NULL, ended_at = $4
        WHERE license = $1 AND state IN ('due', 'sending', 'unknown')";
    /// What relays answered about a holder's notices: they quote addresses.
    FORGET_REPLIES = "UPDATE attempt SET reply = '' WHERE (bucket, due_on, notice) IN
        (SELECT n.bucket, n.due_on, n.id FROM notice n WHERE n.license = $1 AND (n.holder = $2 OR n.holder IS NULL))";
    /// The same where it stands as the reason of an end; the notices are nobody's from now on.
    FORGET_REASONS = "UPDATE notice SET holder = NULL,
            reason = CASE WHEN state IN ('accepted', 'bounced', 'complained', 'failed') THEN $3 ELSE reason END
        WHERE license = $1 AND (holder = $2 OR holder IS NULL)";
    /// Events keep what happened, and not to whom.
    FORGET_IN_EVENTS = "UPDATE event SET holder = NULL WHERE license = $1 AND holder = $2";
    /// What came back of a holder's letters: reports quote addresses.
    FORGET_REPORTS = "UPDATE report SET words = '' WHERE letter IN (SELECT t.id FROM letter t WHERE t.holder = $1)";
    /// The addresses that a holder's letters did not reach.
    FORGET_SUPPRESSIONS = "DELETE FROM suppression WHERE letter IN (SELECT t.id FROM letter t WHERE t.holder = $1)";
    /// A holder's letters are nobody's from now on, and have neither words nor address.
    EMPTY_LETTERS = "UPDATE letter SET holder = '', address = $2, facts = $2, subject = NULL, read_at = NULL WHERE holder = $1";
    /// Whether the holder of a notice was erased while a courier had it.
    IS_ERASED = "SELECT state, reason FROM notice WHERE bucket = $1 AND due_on = $2 AND id = $3";
}

/// Puts an erasure on record.
pub fn insert(tx: &mut Tx, erasure: &Erasure) -> Result<(), Fault> {
    let row = params![Value::text(erasure.id), micros(erasure.at), erasure.asked_by.code(), erasure.licenses];
    tx.execute(INSERT, &row)?;
    Ok(())
}

/// One erasure.
pub fn find(tx: &mut Tx, id: ErasureId) -> Result<Option<Erasure>, Fault> {
    tx.query_opt(FIND, &params![Value::text(id)], read)
}

/// The erasures whose deleted rows may still be found in the files.
pub fn list_unswept(tx: &mut Tx) -> Result<Vec<ErasureId>, Fault> {
    tx.query(LIST_UNSWEPT, &[], |row| row.parse("id"))
}

/// What they deleted has left the files.
pub fn save_swept(tx: &mut Tx, erasures: &[ErasureId], now: Timestamp) -> Result<(), Fault> {
    let rows: Vec<Vec<Value>> =
        erasures.iter().map(|id| params![Value::text(*id), micros(now)].to_vec()).collect();
    tx.batch(SWEPT, &rows)?;
    Ok(())
}

/// The licenses that a holder's letters are about, be they still the holder's or not.
pub fn list_told_of(tx: &mut Tx, holder: HolderId) -> Result<Vec<LicenseId>, Fault> {
    tx.query(TOLD_OF, &params![Value::text(holder)], |row| row.parse("license"))
}

/// Holds the notices of a license until the end of the transaction, whatever their state.
pub fn hold_notices(tx: &mut Tx, license: LicenseId) -> Result<(), Fault> {
    tx.lock(HOLD_NOTICES, &params![Value::text(license)], |_| Ok(()))?;
    Ok(())
}

/// Ends what is still to be told of a license. How many notices ended.
pub fn cancel_open(tx: &mut Tx, license: LicenseId, now: Timestamp) -> Result<u64, Fault> {
    let end = params![Value::text(license), State::Canceled.code(), Cancel::Erased.code(), micros(now)];
    tx.execute(CANCEL, &end)
}

/// Forgets to whom the notices and events of a license belonged, and what relays said of that holder.
pub fn forget_words(tx: &mut Tx, license: LicenseId, holder: HolderId) -> Result<(), Fault> {
    let of_both = params![Value::text(license), Value::text(holder)];
    tx.execute(FORGET_REPLIES, &of_both)?;
    tx.execute(FORGET_REASONS, &params![Value::text(license), Value::text(holder), WORDS_ERASED])?;
    tx.execute(FORGET_IN_EVENTS, &of_both)?;
    Ok(())
}

/// Empties the letters of a holder, and what came back of them.
pub fn empty_letters(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    let holder = Value::text(holder);
    tx.execute(FORGET_REPORTS, std::slice::from_ref(&holder))?;
    tx.execute(FORGET_SUPPRESSIONS, std::slice::from_ref(&holder))?;
    tx.execute(EMPTY_LETTERS, &[holder, Vec::<u8>::new().into()])?;
    Ok(())
}

/// Whether the holder of a notice was erased while a courier had it: then what the relay says is not kept.
pub fn is_erased(tx: &mut Tx, notice: &tenure_domain::Notice) -> Result<bool, Fault> {
    let place = crate::notice::place(notice);
    let found = tx.query_opt(IS_ERASED, &place, |row| Ok((row.text("state")?, row.text("reason")?)))?;
    Ok(found
        .is_some_and(|(state, reason)| state == State::Canceled.code() && reason == Cancel::Erased.code()))
}

fn read(row: &Row) -> Result<Erasure, Fault> {
    let asked_by: AskedBy = row.parse("asked_by")?;
    Ok(Erasure {
        id: row.parse("id")?,
        at: instant(row.int("at")?)?,
        asked_by,
        licenses: row.number("licenses")?,
        swept_at: row.opt_int("swept_at")?.map(instant).transpose()?,
    })
}
