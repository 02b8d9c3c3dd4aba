//! Import: one row becomes one license. An import makes no immediate notices (rule 7).

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    Address, Block, BlockReason, Happening, Holder, License, LicenseId, Offer, Product, Profile, Refusal,
    Serial, Term, license::whole_months,
};
use tenure_store::{Fault, Tx, attempt, holder, license, notice};

use super::{
    Desk, Held,
    erase::is_erased,
    issue::find_or_insert,
    owe::{cancel_ended, record},
};

/// The months of a serial number still to be registered whose row names none: as `license issue` has it.
const DEFAULT_MONTHS: u32 = 12;

/// A row, checked field by field.
#[derive(Debug, Clone)]
pub struct ImportRow {
    /// The vendor's own name for the license.
    pub external_id: Option<String>,
    /// Its serial number; one is made where there is none.
    pub serial: Option<Serial>,
    /// Its product.
    pub product: Product,
    /// Its address.
    pub email: Option<Address>,
    /// What the row says of the holder.
    pub profile: Profile,
    /// How many devices it covers.
    pub devices: Option<u32>,
    /// Its length in months.
    pub months: Option<u32>,
    /// What it was sold as.
    pub offer: Option<Offer>,
    /// When it was issued.
    pub issued_on: Option<Date>,
    /// Its first and last day.
    pub dates: Option<(Date, Date)>,
    /// Since when it is blocked, and why.
    pub blocked: Option<(Date, BlockReason)>,
    /// The digest of the row: the same row again changes nothing.
    pub digest: String,
    /// The digest of what it says of the holder: an update that leaves it as it was leaves the holder alone.
    pub holder_digest: String,
}

impl ImportRow {
    /// What is remembered of a row.
    fn source(&self) -> String {
        format!("{} {}", self.digest, self.holder_digest)
    }
}

/// A row that cannot be taken: which column, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The column.
    pub column: &'static str,
    /// The reason.
    pub reason: String,
}

impl Rejection {
    /// A rejection.
    pub fn new(column: &'static str, reason: impl Into<String>) -> Self {
        Self { column, reason: reason.into() }
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// A new license.
    New,
    /// Known, with the same data.
    Unchanged,
    /// Known, and corrected.
    Updated,
}

/// Takes a row; `updates` says whether a known license may be corrected.
pub fn take(
    tx: &mut Tx,
    desk: &Desk,
    row: &ImportRow,
    updates: bool,
    now: Timestamp,
) -> Result<Result<Taken, Rejection>, Fault> {
    let known = match find_known(tx, desk, row)? {
        Ok(known) => known,
        Err(rejection) => return Ok(Err(rejection)),
    };
    let Some(license) = known else { return insert(tx, desk, row, now) };
    if let Err(rejection) = check_erased(tx, &license)? {
        return Ok(Err(rejection));
    }
    let source = license::find_source(tx, license.id)?;
    if source.as_deref() == Some(row.source().as_str()) {
        return Ok(Ok(Taken::Unchanged));
    }
    if !updates {
        let column = if row.external_id.is_some() { "external_id" } else { "serial" };
        return Ok(Err(Rejection::new(
            column,
            format!("{} is here already, with other data: import with --update to correct it", license.id),
        )));
    }
    update(tx, desk, row, license, now)
}

/// Nobody who was erased comes back by a file that still has the old row.
fn check_erased(tx: &mut Tx, license: &License) -> Result<Result<(), Rejection>, Fault> {
    if license.holder.is_some() || !is_erased(tx, license.id)? {
        return Ok(Ok(()));
    }
    let reason = format!(
        "the holder of {} was erased, and what your file still says is not taken in again: take this row out of it",
        license.id
    );
    Ok(Err(Rejection::new("email", reason)))
}

fn find_known(
    tx: &mut Tx,
    desk: &Desk,
    row: &ImportRow,
) -> Result<Result<Option<License>, Rejection>, Fault> {
    let vault = &desk.keys.vault;
    let by_id = row
        .external_id
        .as_deref()
        .map(|id| license::find_by_external_id(tx, vault, id))
        .transpose()?
        .flatten();
    let by_serial =
        row.serial.as_ref().map(|serial| license::find_by_serial(tx, vault, serial)).transpose()?.flatten();
    Ok(match (by_id, by_serial) {
        (Some(one), Some(other)) if one.id != other.id => Err(Rejection::new(
            "serial",
            format!("this serial number belongs to {}, not to {}", other.id, one.id),
        )),
        (Some(one), None) if row.serial.is_some() => Err(Rejection::new(
            "serial",
            format!("{} has another serial number, and a serial number never changes", one.id),
        )),
        (None, Some(other)) if row.external_id.is_some() => {
            Err(Rejection::new("serial", format!("this serial number belongs to {} already", other.id)))
        }
        (one, other) => Ok(one.or(other)),
    })
}

fn insert(
    tx: &mut Tx,
    desk: &Desk,
    row: &ImportRow,
    now: Timestamp,
) -> Result<Result<Taken, Rejection>, Fault> {
    let known = row
        .email
        .as_ref()
        .map(|address| holder::find_by_address(tx, &desk.keys.vault, address))
        .transpose()?
        .flatten();
    let today = today_for(desk, row, known.as_ref(), now);
    if let Err(rejection) = check_dates(row, today) {
        return Ok(Err(rejection));
    }
    let holder = row
        .email
        .as_ref()
        .map(|address| find_or_insert(tx, desk, address, row.profile.clone(), now))
        .transpose()?;
    let license = License {
        id: LicenseId::from_bits(desk.ids.bits(now)),
        external_id: row.external_id.clone(),
        serial: row.serial.clone().unwrap_or_else(|| desk.ids.serial()),
        product: row.product.code.clone(),
        segment: row.product.segment,
        devices: row.devices.unwrap_or(1),
        months: months(row),
        offer: row.offer.unwrap_or(Offer::New),
        holder: holder.as_ref().map(|holder| holder.id),
        issued_on: row.issued_on,
        term: row.dates.map(|(registered_on, expires_on)| Term {
            number: 1,
            registered_on,
            expires_on,
            known_at: now,
        }),
        block: row.blocked.map(|blocked| block(blocked, today)),
        previous: None,
        replacements: 0,
        deleted_at: None,
    };
    license::insert(tx, &desk.keys.vault, &license, Some(&row.source()), now)?;
    record(tx, desk, &Held { license, holder }, Happening::Imported, now)?;
    Ok(Ok(Taken::New))
}

/// An imported superseded license counts as blocked on the day of its import (rule 7): its holder is warned in full.
fn block((blocked_on, reason): (Date, BlockReason), today: Date) -> Block {
    let on = if reason == BlockReason::Superseded { today } else { blocked_on };
    Block { reason, on, successor: None }
}

fn months(row: &ImportRow) -> u32 {
    let of_dates = row.dates.map(|(registered_on, expires_on)| whole_months(registered_on, expires_on));
    row.months.or(of_dates).unwrap_or(DEFAULT_MONTHS)
}

/// The day it is for the holder of a row; a known holder's zone comes first.
fn today_for(desk: &Desk, row: &ImportRow, known: Option<&Holder>, now: Timestamp) -> Date {
    let zone =
        known.and_then(|holder| holder.zone.as_ref()).or(row.profile.zone.as_ref()).unwrap_or(desk.zone());
    zone.day_of(now)
}

fn check_dates(row: &ImportRow, today: Date) -> Result<(), Rejection> {
    let future =
        |column, day: Date| Err(Rejection::new(column, format!("{day} is in the future: today is {today}")));
    match (row.dates, row.issued_on, row.blocked) {
        (Some((registered_on, _)), ..) if registered_on > today => future("registered_on", registered_on),
        (_, Some(issued_on), _) if issued_on > today => future("issued_on", issued_on),
        (.., Some((blocked_on, _))) if blocked_on > today => future("blocked_on", blocked_on),
        (Some(_), ..) if row.email.is_none() => {
            Err(Rejection::new("email", "a registered license needs the address of its holder"))
        }
        _ => Ok(()),
    }
}

fn update(
    tx: &mut Tx,
    desk: &Desk,
    row: &ImportRow,
    mut license: License,
    now: Timestamp,
) -> Result<Result<Taken, Rejection>, Fault> {
    let before = Held::read(tx, desk, license.clone())?;
    let was_of = license.holder;
    let today = today_for(desk, row, before.holder.as_ref(), now);
    if let Err(rejection) = check_dates(row, today).and_then(|()| check_update(row, &license)) {
        return Ok(Err(rejection));
    }
    let was = license::find_source(tx, license.id)?.unwrap_or_default();
    let tells_anew = was.split_once(' ').is_none_or(|(_, of_holder)| of_holder != row.holder_digest);
    let holder = correct_holder(tx, desk, row, before.holder, tells_anew, now)?;
    license.product.clone_from(&row.product.code);
    license.segment = row.product.segment;
    license.devices = row.devices.unwrap_or(license.devices);
    license.months = row.months.unwrap_or(license.months);
    license.offer = row.offer.unwrap_or(license.offer);
    license.issued_on = row.issued_on.or(license.issued_on);
    license.holder = holder.as_ref().map(|holder| holder.id);
    let happening = match correct_dates(&mut license, row, now) {
        Ok(true) => Happening::Corrected,
        Ok(false) => Happening::Updated,
        Err(refusal) => return Ok(Err(Rejection::new("registered_on", refusal.to_string()))),
    };
    if let (Some(blocked), None) = (row.blocked, license.block) {
        license.block = Some(block(blocked, today));
    }
    license::save(tx, &license)?;
    license::save_source(tx, license.id, &row.source())?;
    if license.holder != was_of {
        attempt::forget_open(tx, license.id)?;
    }
    notice::hand_over(tx, license.id, license.holder)?;
    let held = Held { license, holder };
    cancel_ended(tx, desk, &held, now)?;
    record(tx, desk, &held, happening, now)?;
    Ok(Ok(Taken::Updated))
}

fn check_update(row: &ImportRow, license: &License) -> Result<(), Rejection> {
    if license.deleted_at.is_some() {
        return Err(Rejection::new(
            "serial",
            format!("{} is deleted, and its serial number can never be used again", license.id),
        ));
    }
    if license.term.is_some() && row.dates.is_none() {
        return Err(Rejection::new(
            "registered_on",
            format!("{} is registered: its dates can be corrected, not taken away", license.id),
        ));
    }
    Ok(())
}

/// An operator's correction changes what is known of a holder, where the row says it anew: what the holder chose since
/// stays; another address makes the license another holder's.
fn correct_holder(
    tx: &mut Tx,
    desk: &Desk,
    row: &ImportRow,
    known: Option<Holder>,
    tells_anew: bool,
    now: Timestamp,
) -> Result<Option<Holder>, Fault> {
    let Some(address) = &row.email else { return Ok(known) };
    let mut holder = find_or_insert(tx, desk, address, row.profile.clone(), now)?;
    if tells_anew && holder.correct(row.profile.clone()) {
        holder::save(tx, &holder)?;
    }
    Ok(Some(holder))
}

/// Whether a new term began.
fn correct_dates(license: &mut License, row: &ImportRow, now: Timestamp) -> Result<bool, Refusal> {
    let Some((registered_on, expires_on)) = row.dates else { return Ok(false) };
    if license.term.is_some() {
        return license.correct(registered_on, expires_on, now);
    }
    license.term = Some(Term { number: 1, registered_on, expires_on, known_at: now });
    Ok(false)
}
