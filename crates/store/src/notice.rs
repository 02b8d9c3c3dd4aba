//! Notices: one row for each duty. The outbox is this table and `letter`; there is no second queue.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    HolderId, Key, Kind, Lane, LetterId, LicenseId, Notice, NoticeId, Patience, State, retry::Settled,
};

use crate::{
    columns::{day, days, instant, micros},
    db::{Fault, Grip, Row, Tx, Value, statements},
    params,
    vault::Vault,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT n.id, n.license, n.term, n.kind, n.step, n.occasion, n.due_on, n.due_at, n.limit_at, n.state, n.reason,
             n.wake_at, n.attempts, n.refusals, n.refused_since, n.first_claimed_at, n.ended_at, n.letter, n.holder FROM ", $rest)
    };
}

macro_rules! select_listed {
    ($rest:literal) => {
        concat!(
            "SELECT n.id, n.license, n.term, n.kind, n.step, n.occasion, n.due_on, n.due_at, n.limit_at, n.state, n.reason,
             n.wake_at, n.attempts, n.refusals, n.refused_since, n.first_claimed_at, n.ended_at, n.letter, l.external_id, l.product,
             h.id AS holder_id, h.address AS holder_address, h.language AS holder_language,
             t.address AS letter_address, t.language AS letter_language, t.message_id
             FROM notice n JOIN license l ON l.id = n.license AND l.bucket = n.bucket
             LEFT JOIN holder h ON h.id = l.holder
             LEFT JOIN letter t ON t.id = n.letter ", $rest)
    };
}

statements! {
    /// A notice, once.
    INSERT = "INSERT INTO notice (bucket, due_on, id, license, term, kind, step, occasion, holder, due_at, limit_at, state, reason,
            wake_at, attempts, first_claimed_at, letter, planned_at, ended_at, lane)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, NULL, NULL, $15, $16, $17)
        ON CONFLICT (bucket, due_on, license, term, kind, step, occasion) DO NOTHING";
    /// What wants to be done now in one lane, held after its holder: no two couriers count the mails to one at the same time.
    CLAIM = select!("holder h JOIN notice n ON n.holder = h.id WHERE n.lane = $1 AND n.wake_at <= $2 AND n.state IN ('due', 'sending', 'unknown') ORDER BY n.wake_at, n.id LIMIT $3");
    /// The same of what has no holder any more, or never had one.
    CLAIM_NOBODYS = select!("notice n WHERE n.lane = $1 AND n.wake_at <= $2 AND n.state IN ('due', 'sending', 'unknown') AND NOT EXISTS (SELECT 1 FROM holder h WHERE h.id = n.holder) ORDER BY n.wake_at, n.id LIMIT $3");
    /// What waits for the same holder, of the same kind and step.
    CLAIM_ALIKE = select!("notice n WHERE n.holder = $1 AND n.kind = $2 AND n.step = $3 AND n.wake_at <= $4 AND n.state = 'due' ORDER BY n.id");
    /// What waits for the same holder and can be gathered.
    CLAIM_TOGETHER = select!("notice n WHERE n.holder = $1 AND n.wake_at <= $2 AND n.state = 'due' AND n.lane > $3 AND n.kind <> $4 ORDER BY n.id");
    /// What the same letter told, or those that travelled in it, whose answer was lost.
    CLAIM_BY_LETTER = select!("notice n WHERE n.letter IN (SELECT CAST($1 AS TEXT) UNION ALL SELECT t.id FROM letter t WHERE t.travels_in = $1) AND n.wake_at <= $2 AND n.state IN ('sending', 'unknown') ORDER BY n.id");
    /// The license has another holder now.
    HAND_OVER = "UPDATE notice SET holder = $2 WHERE license = $1 AND wake_at IS NOT NULL";
    /// A courier speaks from now on; its lease is the wake-up.
    BEGIN = "UPDATE notice SET state = 'sending', attempts = attempts + 1, wake_at = $4, letter = $5, holder = $6,
            first_claimed_at = COALESCE(first_claimed_at, $7) WHERE bucket = $1 AND due_on = $2 AND id = $3";
    /// An end, or the next state, of a row that this transaction holds.
    MOVE = "UPDATE notice SET state = $4, reason = $5, wake_at = $6, ended_at = $7, letter = COALESCE($8, letter), holder = COALESCE($9, holder)
        WHERE bucket = $1 AND due_on = $2 AND id = $3";
    /// The outcome of an attempt, unless the lease has passed on.
    SETTLE = "UPDATE notice SET state = $5, reason = $6, wake_at = $7, ended_at = $8, refusals = $9, refused_since = $10
        WHERE bucket = $1 AND due_on = $2 AND id = $3 AND state = 'sending' AND attempts = $4";
    /// A claim that was not begun is given back, unless its lease has passed on.
    GIVE_BACK = "UPDATE notice SET state = $5, wake_at = $6 WHERE bucket = $1 AND due_on = $2 AND id = $3 AND state = 'sending' AND attempts = $4";
    /// What a letter told that the relay took.
    ACCEPTED_BY_LETTER = select!("notice n WHERE n.letter IN (SELECT CAST($1 AS TEXT) UNION ALL SELECT t.id FROM letter t WHERE t.travels_in = $1) AND n.state = 'accepted' ORDER BY n.id");
    /// It came back, or was called unwanted. When the relay took it stays.
    COME_BACK = "UPDATE notice SET state = $4, reason = $5 WHERE bucket = $1 AND due_on = $2 AND id = $3 AND state = 'accepted'";
    /// The notices of a license that wait, or whose answer was lost.
    LIST_WAITING = select!("notice n WHERE n.license = $1 AND n.state IN ('due', 'unknown')");
    /// The latest theft notice to a holder.
    LATEST_THEFT = "SELECT n.state, n.due_at, n.first_claimed_at FROM notice n WHERE n.holder = $1 AND n.kind = 'theft-attempt' ORDER BY n.due_at DESC, n.id DESC LIMIT 1";
    /// When the theft letter before this one was written.
    THEFT_WRITTEN = "SELECT MAX(n.first_claimed_at) AS written_at FROM notice n WHERE n.holder = $1 AND n.kind = 'theft-attempt' AND n.first_claimed_at < $2 AND n.id <> $3";
    /// Nobody else speaks: what was being sent may have been taken.
    RECOVER = "UPDATE notice SET state = 'unknown', wake_at = $1 WHERE state = 'sending' AND wake_at IS NOT NULL";
    /// When the next thing is to be done.
    NEXT_WAKE = "SELECT MIN(wake_at) AS wake_at FROM notice WHERE wake_at IS NOT NULL";
    /// How many there are in each state.
    COUNT = "SELECT state, COUNT(*) AS found FROM notice GROUP BY state";
    /// One notice with what is shown beside it.
    FIND = select_listed!("WHERE n.id = $1");
    /// All notices that a filter names, with what is shown beside them.
    LIST = select_listed!("WHERE (CAST($1 AS TEXT) IS NULL OR n.license = $1) AND (CAST($2 AS TEXT) IS NULL OR n.kind = $2)
        AND (CAST($3 AS TEXT) IS NULL OR n.state = $3) AND (CAST($4 AS BIGINT) IS NULL OR n.due_on = $4) ORDER BY n.due_at, n.id");
    /// A page of them, by id.
    PAGE = select_listed!("WHERE (CAST($1 AS TEXT) IS NULL OR n.license = $1) AND (CAST($2 AS TEXT) IS NULL OR n.kind = $2)
        AND (CAST($3 AS TEXT) IS NULL OR n.state = $3) AND (CAST($4 AS BIGINT) IS NULL OR n.due_on = $4)
        AND n.id > $5 ORDER BY n.id LIMIT $6");
    /// The latest notices, for the demo's time line; of those planned together, what was left out comes first.
    LATEST = select_listed!("ORDER BY n.planned_at DESC, CASE WHEN n.state = 'accepted' THEN 1 ELSE 0 END, n.due_at DESC, n.id DESC LIMIT $1");
}

/// Writes notices to one holder; one that exists already stays as it is. How many were new.
pub fn insert(
    tx: &mut Tx,
    notices: &[Notice],
    holder: Option<HolderId>,
    now: Timestamp,
) -> Result<u64, Fault> {
    insert_rows(tx, notices.iter().map(|notice| insert_row(notice, holder, now)))
}

/// Writes notices, each to its holder; one that exists already stays as it is. How many were new.
pub fn insert_each(
    tx: &mut Tx,
    notices: &[(Notice, Option<HolderId>)],
    now: Timestamp,
) -> Result<u64, Fault> {
    insert_rows(tx, notices.iter().map(|(notice, holder)| insert_row(notice, *holder, now)))
}

fn insert_rows(tx: &mut Tx, rows: impl Iterator<Item = Vec<Value>>) -> Result<u64, Fault> {
    let rows: Vec<Vec<Value>> = rows.collect();
    if rows.is_empty() { Ok(0) } else { tx.batch(INSERT, &rows) }
}

fn insert_row(notice: &Notice, holder: Option<HolderId>, now: Timestamp) -> Vec<Value> {
    let key = &notice.key;
    params![
        key.license.bucket(),
        days(notice.due_on),
        Value::text(notice.id),
        Value::text(key.license),
        key.term,
        key.kind.code(),
        Value::text(key.step),
        &key.occasion,
        holder.map(Value::text),
        micros(notice.due_at),
        notice.limit_at.map(micros),
        notice.state.code(),
        &notice.reason,
        notice.wake_at.map(micros),
        micros(now),
        notice.ended_at.map(micros),
        key.kind.lane().number(),
    ]
    .to_vec()
}

/// A notice that a courier holds.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The notice.
    pub notice: Notice,
    /// Its letter, if one was written before.
    pub letter: Option<LetterId>,
    /// Whom it is for.
    pub holder: Option<HolderId>,
}

/// What a courier finds, to claim it or only to look at it.
type Found = Result<Vec<Claimed>, Fault>;

/// Up to `limit` notices of a lane that want something done by `now`; where they are held, their holders are too.
pub fn claim(tx: &mut Tx, grip: Grip, lane: Lane, now: Timestamp, limit: u32) -> Found {
    let mut found = tx.take(grip, CLAIM, &params![lane.number(), micros(now), limit], read_claimed)?;
    let left = limit.saturating_sub(u32::try_from(found.len()).unwrap_or(limit));
    if left > 0 {
        let params = params![lane.number(), micros(now), left];
        found.extend(tx.take(grip, CLAIM_NOBODYS, &params, read_claimed)?);
    }
    Ok(found)
}

/// What waits by `now` for the same holder, of the same kind and step.
pub fn claim_alike(tx: &mut Tx, grip: Grip, holder: HolderId, key: &Key, now: Timestamp) -> Found {
    let params = params![Value::text(holder), key.kind.code(), Value::text(key.step), micros(now)];
    tx.take(grip, CLAIM_ALIKE, &params, read_claimed)
}

/// What waits by `now` for the same holder and can be gathered.
pub fn claim_together(tx: &mut Tx, grip: Grip, holder: HolderId, now: Timestamp) -> Found {
    let apart = Kind::BlockedLicenseDeletion.code();
    let params = params![Value::text(holder), micros(now), Lane::Urgent.number(), apart];
    tx.take(grip, CLAIM_TOGETHER, &params, read_claimed)
}

/// What the same letter told, whose answer was lost.
pub fn claim_by_letter(tx: &mut Tx, grip: Grip, letter: LetterId, now: Timestamp) -> Found {
    tx.take(grip, CLAIM_BY_LETTER, &params![Value::text(letter), micros(now)], read_claimed)
}

fn read_claimed(row: &Row) -> Result<Claimed, Fault> {
    Ok(Claimed { notice: read(row)?, letter: row.opt_parse("letter")?, holder: row.opt_parse("holder")? })
}

/// A license has another holder: what waits for the old one waits for the new one.
pub fn hand_over(tx: &mut Tx, license: LicenseId, holder: Option<HolderId>) -> Result<(), Fault> {
    tx.execute(HAND_OVER, &params![Value::text(license), holder.map(Value::text)])?;
    Ok(())
}

/// The key of its row.
pub(crate) fn place(notice: &Notice) -> [Value; 3] {
    params![notice.key.license.bucket(), days(notice.due_on), Value::text(notice.id)]
}

/// A courier speaks from `now` on, and has until `lease_until` to say what became of it.
pub fn begin(
    tx: &mut Tx,
    notice: &Notice,
    letter: LetterId,
    holder: HolderId,
    now: Timestamp,
    lease_until: Timestamp,
) -> Result<(), Fault> {
    let mut row = place(notice).to_vec();
    row.extend(params![micros(lease_until), Value::text(letter), Value::text(holder), micros(now)]);
    tx.execute(BEGIN, &row)?;
    Ok(())
}

/// Ends a notice that this transaction holds; `letter` is its copy in the portal, where it has one.
pub fn end(
    tx: &mut Tx,
    notice: &Notice,
    state: State,
    reason: &str,
    letter: Option<(LetterId, HolderId)>,
    now: Timestamp,
) -> Result<(), Fault> {
    let mut row = place(notice).to_vec();
    row.extend(params![
        state.code(),
        reason,
        Value::Null,
        micros(now),
        letter.map(|(letter, _)| Value::text(letter)),
        letter.map(|(_, holder)| Value::text(holder)),
    ]);
    tx.execute(MOVE, &row)?;
    Ok(())
}

/// Writes the outcome of the `attempt`-th attempt. Whether it was still this courier's to write.
pub fn settle(
    tx: &mut Tx,
    notice: &Notice,
    attempt: u32,
    settled: &Settled,
    now: Timestamp,
) -> Result<bool, Fault> {
    let ended_at = (!settled.state.is_open()).then(|| micros(now));
    let mut row = place(notice).to_vec();
    row.extend(params![
        attempt,
        settled.state.code(),
        &settled.reason,
        settled.wake_at.map(micros),
        ended_at,
        settled.patience.refusals,
        settled.patience.since_at.map(micros),
    ]);
    Ok(tx.execute(SETTLE, &row)? == 1)
}

/// Gives back a claim whose letter was not begun: the notice stands where it stood, and wakes at `wake_at`. Whether it
/// was still this courier's to give back.
pub fn give_back(tx: &mut Tx, notice: &Notice, attempt: u32, wake_at: Timestamp) -> Result<bool, Fault> {
    // Claimed while its lease had run out: what became of that attempt is not known.
    let state = if notice.state == State::Due { State::Due } else { State::Unknown };
    let mut row = place(notice).to_vec();
    row.extend(params![attempt, state.code(), micros(wake_at)]);
    Ok(tx.execute(GIVE_BACK, &row)? == 1)
}

/// The notices of a license that wait, or whose answer was lost; locked until the end of the transaction.
pub fn lock_waiting(tx: &mut Tx, license: LicenseId) -> Result<Vec<Notice>, Fault> {
    tx.lock(LIST_WAITING, &params![Value::text(license)], read)
}

/// The notices that a letter told of and the relay took; locked until the end of the transaction.
pub fn lock_accepted(tx: &mut Tx, letter: LetterId) -> Result<Vec<Notice>, Fault> {
    tx.lock(ACCEPTED_BY_LETTER, &params![Value::text(letter)], read)
}

/// A notice that the relay took came back, or was called unwanted. Whether it still stood as taken.
pub fn come_back(tx: &mut Tx, notice: &Notice, state: State, reason: &str) -> Result<bool, Fault> {
    let mut row = place(notice).to_vec();
    row.extend(params![state.code(), reason]);
    Ok(tx.execute(COME_BACK, &row)? == 1)
}

/// The latest theft notice to `holder`: its state, when it is due, and when it was first claimed.
pub fn find_latest_theft(
    tx: &mut Tx,
    holder: HolderId,
) -> Result<Option<(State, Timestamp, Option<Timestamp>)>, Fault> {
    tx.query_opt(LATEST_THEFT, &params![Value::text(holder)], |row| {
        Ok((
            row.parse("state")?,
            instant(row.int("due_at")?)?,
            row.opt_int("first_claimed_at")?.map(instant).transpose()?,
        ))
    })
}

/// When the theft letter before `notice` was written.
pub fn find_theft_written(
    tx: &mut Tx,
    holder: HolderId,
    before: Timestamp,
    notice: NoticeId,
) -> Result<Option<Timestamp>, Fault> {
    let params = params![Value::text(holder), micros(before), Value::text(notice)];
    tx.query_one(THEFT_WRITTEN, &params, |row| row.opt_int("written_at"))?.map(instant).transpose()
}

/// After a crash, when nobody else speaks: what was being sent may have been taken, and is looked at again at `now`.
pub fn recover(tx: &mut Tx, now: Timestamp) -> Result<u64, Fault> {
    tx.execute(RECOVER, &params![micros(now)])
}

/// When the next thing is to be done.
pub fn find_next_wake(tx: &mut Tx) -> Result<Option<Timestamp>, Fault> {
    tx.query_one(NEXT_WAKE, &[], |row| row.opt_int("wake_at"))?.map(instant).transpose()
}

/// How many notices there are in each state.
pub fn count(tx: &mut Tx) -> Result<BTreeMap<State, u64>, Fault> {
    Ok(tx.query(COUNT, &[], |row| Ok((row.parse("state")?, row.number("found")?)))?.into_iter().collect())
}

/// Which notices to list; everything left out is not asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Of this license.
    pub license: Option<LicenseId>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// In this state.
    pub state: Option<State>,
    /// Of this day.
    pub due_on: Option<Date>,
}

impl Filter {
    fn params(self) -> [Value; 4] {
        params![
            self.license.map(Value::text),
            self.kind.map(Kind::code),
            self.state.map(State::code),
            self.due_on.map(days),
        ]
    }
}

/// A notice with what is shown beside it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The notice.
    pub notice: Notice,
    /// Its letter, if one was written.
    pub letter: Option<LetterId>,
    /// The vendor's name for the license.
    pub external_id: Option<String>,
    /// The product's code.
    pub product: String,
    /// Where it went, or would go now.
    pub to: Option<String>,
    /// In which language, or in which it would go now.
    pub language: Option<String>,
    /// Its Message-ID, once a letter was written.
    pub message_id: Option<String>,
}

/// One notice.
pub fn find(tx: &mut Tx, vault: &Vault, id: NoticeId) -> Result<Option<Listed>, Fault> {
    tx.query_opt(FIND, &params![Value::text(id)], |row| read_listed(row, vault))
}

/// Goes through the notices that a filter names, the earliest due first.
pub fn for_each<E: From<Fault>>(
    tx: &mut Tx,
    vault: &Vault,
    filter: Filter,
    mut each: impl FnMut(Listed) -> Result<(), E>,
) -> Result<(), E> {
    tx.for_each(LIST, &filter.params(), |row| each(read_listed(row, vault)?))
}

/// Up to `limit` of the notices that a filter names after `after`, by id: in the order in which they were written.
pub fn page(
    tx: &mut Tx,
    vault: &Vault,
    filter: Filter,
    after: Option<NoticeId>,
    limit: u32,
) -> Result<Vec<Listed>, Fault> {
    let mut params = filter.params().to_vec();
    params.extend(params![after.map_or(String::new(), |id| id.to_string()), limit]);
    tx.query(PAGE, &params, |row| read_listed(row, vault))
}

/// The `limit` notices written last.
pub fn list_latest(tx: &mut Tx, vault: &Vault, limit: u32) -> Result<Vec<Listed>, Fault> {
    tx.query(LATEST, &params![limit], |row| read_listed(row, vault))
}

fn read_listed(row: &Row, vault: &Vault) -> Result<Listed, Fault> {
    let letter: Option<LetterId> = row.opt_parse("letter")?;
    let to = match (letter, row.opt_bytes("letter_address")?) {
        // An empty one was the address of somebody who was erased.
        (_, Some(sealed)) if sealed.is_empty() => None,
        (Some(letter), Some(sealed)) => Some(vault.open_text(&letter.to_string(), "address", &sealed)?),
        _ => holder_address(row, vault)?,
    };
    Ok(Listed {
        notice: read(row)?,
        letter,
        external_id: row.opt_text("external_id")?,
        product: row.text("product")?,
        to,
        language: row.opt_text("letter_language")?.or(row.opt_text("holder_language")?),
        message_id: row.opt_text("message_id")?,
    })
}

fn holder_address(row: &Row, vault: &Vault) -> Result<Option<String>, Fault> {
    let (id, sealed) = (row.opt_text("holder_id")?, row.opt_bytes("holder_address")?);
    id.zip(sealed).map(|(id, sealed)| vault.open_text(&id, "address", &sealed)).transpose()
}

fn read(row: &Row) -> Result<Notice, Fault> {
    let opt_instant = |column: &str| row.opt_int(column)?.map(instant).transpose();
    Ok(Notice {
        id: row.parse("id")?,
        key: Key {
            license: row.parse("license")?,
            term: row.number("term")?,
            kind: row.parse("kind")?,
            step: row.parse("step")?,
            occasion: row.text("occasion")?,
        },
        due_on: day(row.int("due_on")?)?,
        due_at: instant(row.int("due_at")?)?,
        limit_at: opt_instant("limit_at")?,
        state: row.parse("state")?,
        reason: row.text("reason")?,
        wake_at: opt_instant("wake_at")?,
        attempts: row.number("attempts")?,
        patience: Patience { refusals: row.number("refusals")?, since_at: opt_instant("refused_since")? },
        first_claimed_at: opt_instant("first_claimed_at")?,
        ended_at: opt_instant("ended_at")?,
    })
}
