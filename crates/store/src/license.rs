//! Licenses. Serial numbers are sealed; a license is found by the keyed hash of its serial number.

use jiff::{Timestamp, civil::Date};
use tenure_domain::{Block, HolderId, License, LicenseId, Segment, Serial, Term, Zone};

use crate::{
    columns::{day, days, instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
    vault::Vault,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT l.id, l.external_id, l.serial, l.product, l.segment, l.devices, l.months, l.offer, l.holder, l.issued_on, l.term,
             l.registered_on, l.expires_on, l.known_at, l.blocked_reason, l.blocked_on, l.successor, l.succession, l.previous,
             l.previous_by, l.replacements, l.deleted_at FROM license l ", $rest)
    };
}

macro_rules! select_with_zone {
    ($rest:literal) => {
        concat!(
            "SELECT l.id, l.external_id, l.serial, l.product, l.segment, l.devices, l.months, l.offer, l.holder, l.issued_on, l.term,
             l.registered_on, l.expires_on, l.known_at, l.blocked_reason, l.blocked_on, l.successor, l.succession, l.previous,
             l.previous_by, l.replacements, l.deleted_at, h.zone FROM license l LEFT JOIN holder h ON h.id = l.holder ", $rest)
    };
}

statements! {
    /// One license.
    FIND = select!("WHERE l.bucket = $1 AND l.id = $2");
    /// One license by its serial number.
    FIND_BY_SERIAL = select!("WHERE l.serial_hash = $1");
    /// One license by the vendor's name for it.
    FIND_BY_EXTERNAL_ID = select!("WHERE l.external_id = $1");
    /// The licenses of a holder.
    LIST_BY_HOLDER = select!("WHERE l.holder = $1 ORDER BY l.id");
    /// A page of all licenses.
    LIST = select!("WHERE l.id > $1 ORDER BY l.id LIMIT $2");
    /// A new license.
    INSERT = "INSERT INTO license (bucket, id, external_id, serial_hash, serial, product, segment, devices, months, offer, holder,
            issued_on, term, registered_on, expires_on, known_at, blocked_reason, blocked_on, successor, succession, previous,
            previous_by, replacements, deleted_at, source_digest, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)";
    /// Everything of a license that may change.
    UPDATE = "UPDATE license SET product = $3, segment = $4, devices = $5, months = $6, offer = $7, holder = $8, issued_on = $9, term = $10,
            registered_on = $11, expires_on = $12, known_at = $13, blocked_reason = $14, blocked_on = $15, successor = $16, succession = $17,
            previous = $18, previous_by = $19, replacements = $20, deleted_at = $21 WHERE bucket = $1 AND id = $2";
    /// The row a license was imported from.
    SOURCE = "SELECT source_digest FROM license WHERE bucket = $1 AND id = $2";
    /// Remembers the row a license was imported from.
    SET_SOURCE = "UPDATE license SET source_digest = $3 WHERE bucket = $1 AND id = $2";
    /// It belongs to nobody; the row it was imported from is forgotten, for its digest could be guessed.
    DETACH = "UPDATE license SET holder = NULL, source_digest = NULL WHERE bucket = $1 AND id = $2";
    /// The registered, unblocked licenses of a segment that expire in a range of days: the planner's index.
    OPEN_EXPIRING = select_with_zone!("WHERE l.segment = $1 AND l.expires_on BETWEEN $2 AND $3
        AND l.term IS NOT NULL AND l.blocked_reason IS NULL AND l.deleted_at IS NULL AND l.holder IS NOT NULL");
    /// The next of them after a place among them, with as much as reminders follow from: the index alone has it, in an order
    /// in which the notices of a portion come to lie side by side. Zones that are set lie in an index of their own.
    NEXT_EXPIRING = "SELECT l.id, l.product, l.holder, l.term, l.registered_on, l.expires_on, l.known_at, h.zone
        FROM license l LEFT JOIN holder h ON h.id = l.holder AND h.zone > ''
        WHERE l.segment = $1 AND (l.expires_on, l.bucket, l.id) > ($2, $3, $4) AND l.expires_on <= $5
        AND l.term IS NOT NULL AND l.blocked_reason IS NULL AND l.deleted_at IS NULL AND l.holder IS NOT NULL
        ORDER BY l.expires_on, l.bucket, l.id LIMIT $6";
    /// The superseded licenses whose deletion notice has its day by $1 (a step of $2 days) and no row yet; one of an
    /// earlier block, lifted since, does not count. The next of them after a place.
    UNWARNED = select_with_zone!("LEFT JOIN notice n ON n.license = l.id AND n.kind = 'blocked-license-deletion' AND n.term = l.term
        AND n.due_on >= l.blocked_on
        WHERE l.blocked_reason = 'superseded' AND l.deleted_at IS NULL AND l.segment = $3 AND n.id IS NULL AND l.holder IS NOT NULL
        AND l.expires_on <= CAST($1 AS BIGINT) + CAST($2 AS BIGINT) AND l.blocked_on <= $1
        AND (l.expires_on, l.id) > ($4, $5) ORDER BY l.expires_on, l.id LIMIT $6");
    /// The superseded licenses whose deletion date may have come by $1, with the last end of their notice.
    DELETABLE = "SELECT l.bucket, l.id, h.zone, n.state, n.ended_at FROM license l LEFT JOIN holder h ON h.id = l.holder
        LEFT JOIN notice n ON n.license = l.id AND n.kind = 'blocked-license-deletion' AND n.term = l.term
        AND n.due_on >= l.blocked_on
        WHERE l.blocked_reason = 'superseded' AND l.deleted_at IS NULL AND (l.expires_on IS NULL OR l.expires_on <= $1) AND l.blocked_on <= $1";
    /// How many valid licenses of one product a holder has.
    COUNT_VALID = "SELECT COUNT(*) AS found FROM license WHERE holder = $1 AND product = $2 AND term IS NOT NULL
        AND blocked_reason IS NULL AND deleted_at IS NULL AND expires_on >= $3";
}

/// The license with this id.
pub fn find(tx: &mut Tx, vault: &Vault, id: LicenseId) -> Result<Option<License>, Fault> {
    tx.query_opt(FIND, &params![id.bucket(), Value::text(id)], |row| read(row, vault))
}

/// The same, locked until the end of the transaction.
pub fn lock(tx: &mut Tx, vault: &Vault, id: LicenseId) -> Result<Option<License>, Fault> {
    Ok(tx.lock(FIND, &params![id.bucket(), Value::text(id)], |row| read(row, vault))?.pop())
}

/// The license with this serial number, locked until the end of the transaction.
pub fn lock_by_serial(tx: &mut Tx, vault: &Vault, serial: &Serial) -> Result<Option<License>, Fault> {
    Ok(tx.lock(FIND_BY_SERIAL, &params![vault.serial_hash(serial)], |row| read(row, vault))?.pop())
}

/// The license with this serial number.
pub fn find_by_serial(tx: &mut Tx, vault: &Vault, serial: &Serial) -> Result<Option<License>, Fault> {
    tx.query_opt(FIND_BY_SERIAL, &params![vault.serial_hash(serial)], |row| read(row, vault))
}

/// The license that the vendor names so.
pub fn find_by_external_id(tx: &mut Tx, vault: &Vault, external_id: &str) -> Result<Option<License>, Fault> {
    tx.query_opt(FIND_BY_EXTERNAL_ID, &params![external_id], |row| read(row, vault))
}

/// The licenses of a holder, the oldest first.
pub fn list_by_holder(tx: &mut Tx, vault: &Vault, holder: HolderId) -> Result<Vec<License>, Fault> {
    tx.query(LIST_BY_HOLDER, &params![Value::text(holder)], |row| read(row, vault))
}

/// Up to `limit` licenses after `after`, by id.
pub fn list(tx: &mut Tx, vault: &Vault, after: Option<LicenseId>, limit: u32) -> Result<Vec<License>, Fault> {
    let after = after.map_or(String::new(), |id| id.to_string());
    tx.query(LIST, &params![after, limit], |row| read(row, vault))
}

/// Writes a new license; `source` is the digest of the row it was imported from.
pub fn insert(
    tx: &mut Tx,
    vault: &Vault,
    license: &License,
    source: Option<&str>,
    now: Timestamp,
) -> Result<(), Fault> {
    let id = license.id.to_string();
    let mut row =
        params![license.id.bucket(), &id, license.external_id.as_ref(), vault.serial_hash(&license.serial)]
            .to_vec();
    row.push(vault.seal(&id, "serial", license.serial.as_str().as_bytes())?.into());
    row.extend(changing(license));
    row.extend(params![source, micros(now)]);
    tx.execute(INSERT, &row)?;
    Ok(())
}

/// Writes what changed of a license.
pub fn save(tx: &mut Tx, license: &License) -> Result<(), Fault> {
    let mut row = params![license.id.bucket(), Value::text(license.id)].to_vec();
    row.extend(changing(license));
    tx.execute(UPDATE, &row)?;
    Ok(())
}

/// The digest of the row a license was imported from.
pub fn find_source(tx: &mut Tx, id: LicenseId) -> Result<Option<String>, Fault> {
    Ok(tx.query_opt(SOURCE, &params![id.bucket(), Value::text(id)], |row| row.opt_text(0))?.flatten())
}

/// Remembers the digest of the row a license was imported from.
pub fn save_source(tx: &mut Tx, id: LicenseId, source: &str) -> Result<(), Fault> {
    tx.execute(SET_SOURCE, &params![id.bucket(), Value::text(id), source])?;
    Ok(())
}

/// A license belongs to nobody from now on.
pub fn detach(tx: &mut Tx, id: LicenseId) -> Result<(), Fault> {
    tx.execute(DETACH, &params![id.bucket(), Value::text(id)])?;
    Ok(())
}

/// Whether a holder has a license of one of these products that works on `today`.
pub fn has_valid(tx: &mut Tx, holder: HolderId, products: &[String], today: Date) -> Result<bool, Fault> {
    for product in products {
        let found =
            tx.query_one(COUNT_VALID, &params![Value::text(holder), product, days(today)], |row| {
                row.int("found")
            })?;
        if found > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Goes through the registered, unblocked licenses of a segment that expire from `first` to `last`, each with its holder's
/// zone: those in a zone that is `wanted`.
pub fn for_each_open<E: From<Fault>>(
    tx: &mut Tx,
    vault: &Vault,
    segment: Segment,
    (first, last): (Date, Date),
    wanted: impl Fn(Option<&Zone>) -> bool,
    mut each: impl FnMut(License, Option<Zone>) -> Result<(), E>,
) -> Result<(), E> {
    tx.for_each(OPEN_EXPIRING, &params![segment.code(), days(first), days(last)], |row| {
        let zone: Option<Zone> = row.opt_parse("zone")?;
        if wanted(zone.as_ref()) { each(read(row, vault)?, zone) } else { Ok(()) }
    })
}

/// What reminders of an open license follow from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expiring {
    /// Which.
    pub id: LicenseId,
    /// Its product.
    pub product: String,
    /// Whose it is.
    pub holder: HolderId,
    /// The holder's zone.
    pub zone: Option<Zone>,
    /// Its present term.
    pub term: Term,
}

/// A place among licenses in the order of their expiry dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    expires_on: Date,
    /// The last license of that date that lies behind; `None`: they all lie ahead.
    behind: Option<LicenseId>,
}

impl Place {
    /// Before the first license that expires on `day`.
    pub const fn before(day: Date) -> Self {
        Self { expires_on: day, behind: None }
    }

    fn behind(self) -> String {
        self.behind.map_or(String::new(), |id| id.to_string())
    }
}

/// A portion of many licenses, in the order of their expiry dates.
#[derive(Debug, Clone)]
pub struct Portion<T> {
    /// Those that were asked for.
    pub found: Vec<T>,
    /// How many were read.
    pub read: u32,
    /// The place behind them, where there may be more.
    pub onward: Option<Place>,
}

impl<T> Portion<T> {
    const EMPTY: Self = Self { found: Vec::new(), read: 0, onward: None };

    /// A row was read; with the last of `limit` rows there may be more.
    fn pass(&mut self, row: &Row, limit: u32) -> Result<(), Fault> {
        self.read += 1;
        if self.read == limit {
            self.onward =
                Some(Place { expires_on: day(row.int("expires_on")?)?, behind: Some(row.parse("id")?) });
        }
        Ok(())
    }
}

/// Up to `limit` registered, unblocked licenses of a segment that come after a place and expire by `last`: of these the
/// ones in a zone that is `wanted`.
pub fn list_expiring(
    tx: &mut Tx,
    segment: Segment,
    after: Place,
    last: Date,
    limit: u32,
    wanted: impl Fn(Option<&Zone>) -> bool,
) -> Result<Portion<Expiring>, Fault> {
    let bucket = after.behind.map_or(-1, |id| i64::from(id.bucket()));
    let span = params![segment.code(), days(after.expires_on), bucket, after.behind(), days(last), limit];
    let mut portion = Portion::EMPTY;
    tx.for_each(NEXT_EXPIRING, &span, |row| {
        portion.pass(row, limit)?;
        let zone: Option<Zone> = row.opt_parse("zone")?;
        if wanted(zone.as_ref()) {
            portion.found.push(read_expiring(row, zone)?);
        }
        Ok::<_, Fault>(())
    })?;
    Ok(portion)
}

/// Up to `limit` superseded licenses of a segment that come after a place and have no deletion notice though its day has
/// come by `last`: a step of so many days.
pub fn list_unwarned(
    tx: &mut Tx,
    vault: &Vault,
    (segment, step_days): (Segment, i32),
    after: Place,
    last: Date,
    limit: u32,
) -> Result<Portion<(License, Option<Zone>)>, Fault> {
    let span = params![days(last), step_days, segment.code(), days(after.expires_on), after.behind(), limit];
    let mut portion = Portion::EMPTY;
    tx.for_each(UNWARNED, &span, |row| {
        portion.pass(row, limit)?;
        portion.found.push((read(row, vault)?, row.opt_parse("zone")?));
        Ok::<_, Fault>(())
    })?;
    Ok(portion)
}

/// A superseded license whose deletion date may have come.
#[derive(Debug, Clone)]
pub struct Deletable {
    /// Which.
    pub license: LicenseId,
    /// Its holder's zone.
    pub zone: Option<Zone>,
    /// Its deletion notice: the state, and when it ended.
    pub notice: Option<(tenure_domain::State, Option<Timestamp>)>,
}

/// The superseded licenses whose deletion date may have come by `last`.
pub fn list_deletable(tx: &mut Tx, last: Date) -> Result<Vec<Deletable>, Fault> {
    tx.query(DELETABLE, &params![days(last)], |row| {
        let ended_at = row.opt_int("ended_at")?.map(instant).transpose()?;
        let state = row.opt_parse("state")?;
        Ok(Deletable {
            license: row.parse("id")?,
            zone: row.opt_parse("zone")?,
            notice: state.map(|state| (state, ended_at)),
        })
    })
}

/// The columns that may change, in the order of INSERT and UPDATE.
fn changing(license: &License) -> Vec<Value> {
    let term = license.term;
    let block = license.block;
    let successor = block.and_then(|block| block.successor);
    params![
        &license.product,
        license.segment.code(),
        license.devices,
        license.months,
        license.offer.code(),
        license.holder.map(Value::text),
        license.issued_on.map(days),
        term.map(|term| term.number),
        term.map(|term| days(term.registered_on)),
        term.map(|term| days(term.expires_on)),
        term.map(|term| micros(term.known_at)),
        block.map(|block| block.reason.code()),
        block.map(|block| days(block.on)),
        successor.map(|(license, _)| Value::text(license)),
        successor.map(|(_, how)| how.code()),
        license.previous.map(|(license, _)| Value::text(license)),
        license.previous.map(|(_, how)| how.code()),
        license.replacements,
        license.deleted_at.map(micros),
    ]
    .to_vec()
}

fn read(row: &Row, vault: &Vault) -> Result<License, Fault> {
    let id = row.text("id")?;
    let serial = vault.open_text(&id, "serial", &row.bytes("serial")?)?;
    Ok(License {
        id: row.parse("id")?,
        external_id: row.opt_text("external_id")?,
        serial: serial.parse().map_err(|error| Fault::data("serial", error))?,
        product: row.text("product")?,
        segment: row.parse("segment")?,
        devices: row.number("devices")?,
        months: row.number("months")?,
        offer: row.parse("offer")?,
        holder: row.opt_parse("holder")?,
        issued_on: row.opt_int("issued_on")?.map(day).transpose()?,
        term: read_term(row)?,
        block: read_block(row)?,
        previous: row.opt_parse("previous")?.zip(row.opt_parse("previous_by")?),
        replacements: row.number("replacements")?,
        deleted_at: row.opt_int("deleted_at")?.map(instant).transpose()?,
    })
}

fn read_expiring(row: &Row, zone: Option<Zone>) -> Result<Expiring, Fault> {
    let term = read_term(row)?.ok_or_else(|| Fault::data("term", "an open license has one"))?;
    Ok(Expiring {
        id: row.parse("id")?,
        product: row.text("product")?,
        holder: row.parse("holder")?,
        zone,
        term,
    })
}

fn read_term(row: &Row) -> Result<Option<Term>, Fault> {
    let Some(number) = row.opt_number("term")? else { return Ok(None) };
    Ok(Some(Term {
        number,
        registered_on: day(row.int("registered_on")?)?,
        expires_on: day(row.int("expires_on")?)?,
        known_at: instant(row.int("known_at")?)?,
    }))
}

fn read_block(row: &Row) -> Result<Option<Block>, Fault> {
    let Some(reason) = row.opt_parse("blocked_reason")? else { return Ok(None) };
    let successor = row.opt_parse("successor")?.zip(row.opt_parse("succession")?);
    Ok(Some(Block { reason, on: day(row.int("blocked_on")?)?, successor }))
}
