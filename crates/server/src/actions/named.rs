//! Services: somebody names a serial number and an address (rule 10).
//!
//! Unknown, deleted and wrong get the same answer. A wrong address is a theft attempt: it is kept, and the holder told.

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{
    Address, Caller, Happening, Kind, License, LicenseId, Refusal, Serial, Service, State,
    theft::{self, Gathering, Latest},
};
use tenure_store::{
    Fault, Tx, event, license, notice,
    tries::{self, Bucket},
};

use super::{
    Desk, Fail, Held, limits,
    owe::{happen, immediate, record},
};

/// Why a service does not do what it was asked for.
pub(super) enum Turned {
    /// For any of the usual reasons.
    Away(Fail),
    /// A license was named with a wrong address.
    Stranger(Box<License>),
    /// A blocked license was named with the right address.
    Blocked(Box<License>, Refusal),
}

impl From<Fail> for Turned {
    fn from(fail: Fail) -> Self {
        Self::Away(fail)
    }
}
impl From<Refusal> for Turned {
    fn from(refusal: Refusal) -> Self {
        Self::Away(refusal.into())
    }
}
impl From<Fault> for Turned {
    fn from(fault: Fault) -> Self {
        Self::Away(fault.into())
    }
}

/// The answer of a service. A refusal is committed like a success: what a stranger tried is kept.
pub type Answer<T> = Result<Result<T, Refusal>, Fault>;

/// Who asks what, naming which licenses.
pub(super) struct Asked<'a> {
    /// Who.
    pub(super) caller: &'a Caller,
    /// What for.
    pub(super) service: Service,
    /// The licenses, the one that is held first.
    pub(super) named: Vec<Name<'a>>,
}

/// How a license is named.
#[derive(Clone, Copy)]
pub(super) enum Name<'a> {
    /// By its serial number, known or not.
    Serial(&'a Serial),
    /// By its id: see [`find_by_id`].
    License(LicenseId),
}

impl Name<'_> {
    /// The license, whosever it is.
    fn find(self, tx: &mut Tx, desk: &Desk) -> Result<Option<License>, Fault> {
        match self {
            Self::Serial(serial) => license::find_by_serial(tx, &desk.keys.vault, serial),
            Self::License(id) => license::find(tx, &desk.keys.vault, id),
        }
    }
}

/// Runs a service, if there is room for one more wrong try. Nothing of it stays when it is refused, but for the record
/// of what was tried. A try counts when its answer is the one that tells nothing apart, so that
/// not even the limits tell of it.
pub(super) fn serve<T>(
    tx: &mut Tx,
    desk: &Desk,
    asked: &Asked<'_>,
    now: Timestamp,
    serve: impl FnOnce(&mut Tx) -> Result<T, Turned>,
) -> Answer<T> {
    let mut known = Vec::with_capacity(asked.named.len());
    for name in &asked.named {
        known.push((*name, name.find(tx, desk)?));
    }
    let buckets = buckets(desk, asked.caller, &known);
    if let Err(refusal) = limits::enter(tx, desk, &buckets, now)? {
        keep_unchecked(tx, desk, asked.service, known, now)?;
        return Ok(Err(refusal));
    }
    let answer = check(tx, desk, asked.service, now, serve)?;
    if answer.as_ref().is_err_and(Refusal::tells_nothing) {
        tries::fill(tx, desk.limits(), buckets, now)?;
    }
    Ok(answer)
}

fn check<T>(
    tx: &mut Tx,
    desk: &Desk,
    service: Service,
    now: Timestamp,
    serve: impl FnOnce(&mut Tx) -> Result<T, Turned>,
) -> Answer<T> {
    match tx.attempt(serve) {
        Ok(done) => Ok(Ok(done)),
        Err(Turned::Away(Fail::Refusal(refusal))) => Ok(Err(refusal)),
        Err(Turned::Away(Fail::Fault(fault))) => Err(fault),
        Err(Turned::Stranger(license)) => {
            let held = Held::read(tx, desk, *license)?;
            record_attempt(tx, desk, &held, service, now)?;
            Ok(Err(Refusal::NoMatch))
        }
        Err(Turned::Blocked(license, refusal)) => {
            let held = Held::read(tx, desk, *license)?;
            tell_of_block(tx, desk, &held, service, now)?;
            Ok(Err(refusal))
        }
    }
}

/// The buckets of a try: those of whoever asks, and of each serial number named, whether it exists or not. A signed-in
/// holder's own licenses have none, so no stranger can fill it.
fn buckets(desk: &Desk, caller: &Caller, known: &[(Name<'_>, Option<License>)]) -> Vec<Bucket> {
    let mut buckets = Vec::with_capacity(known.len() + 2);
    for (name, license) in known {
        let is_own =
            matches!((caller, license), (Caller::Holder(id), Some(license)) if license.holder == Some(*id));
        let serial = match name {
            Name::Serial(serial) => Some(*serial),
            Name::License(_) => license.as_ref().map(|license| &license.serial),
        };
        buckets.extend(serial.filter(|_| !is_own).map(|serial| Bucket::of_serial(&desk.keys.vault, serial)));
    }
    if *caller == Caller::Operator {
        buckets.clear();
    } else if !buckets.is_empty() {
        buckets.extend(limits::of_whoever(caller));
    }
    buckets
}

/// Keeps a try over a limit that named a license: one event, about the first that there is. What was typed is not
/// checked, so nobody is told by mail: it might have been the holder.
fn keep_unchecked(
    tx: &mut Tx,
    desk: &Desk,
    service: Service,
    known: Vec<(Name<'_>, Option<License>)>,
    now: Timestamp,
) -> Result<(), Fault> {
    let mut licenses = known.into_iter().filter_map(|(_, license)| license);
    let held = licenses.find(|license| license.deleted_at.is_none() && license.holder.is_some());
    if let Some(license) = held {
        let held = Held { license, holder: None };
        record(tx, desk, &held, Happening::UncheckedTry { service }, now)?;
    }
    Ok(())
}

/// The license that was named, if the address is the one it belongs to. One without an address takes any at its registration.
pub(super) fn find(tx: &mut Tx, desk: &Desk, serial: &Serial, address: &Address) -> Result<Held, Turned> {
    let found = license::lock_by_serial(tx, &desk.keys.vault, serial)?;
    belonging(tx, desk, found, address)
}

/// The same for a license that was named without its serial number, by proof of ours that it was held: see
/// [`Previous::License`](super::renew::Previous).
pub(super) fn find_by_id(tx: &mut Tx, desk: &Desk, id: LicenseId, address: &Address) -> Result<Held, Turned> {
    let found = license::lock(tx, &desk.keys.vault, id)?;
    belonging(tx, desk, found, address)
}

fn belonging(tx: &mut Tx, desk: &Desk, found: Option<License>, address: &Address) -> Result<Held, Turned> {
    let license = found.filter(|license| license.deleted_at.is_none()).ok_or(Refusal::NoMatch)?;
    let held = Held::read(tx, desk, license)?;
    match &held.holder {
        Some(holder) if holder.address != *address => Err(Turned::Stranger(Box::new(held.license))),
        None if held.license.term.is_some() => Err(Refusal::NoMatch.into()),
        _ => Ok(held),
    }
}

/// Keeps a theft attempt, and owes the holder one letter at once or one that gathers (see [`tenure_domain::theft`]).
fn record_attempt(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    service: Service,
    now: Timestamp,
) -> Result<(), Fault> {
    let attempt = record(tx, desk, held, Happening::TheftAttempt { service }, now)?;
    let scheduled = desk.schedule.steps(Kind::TheftAttempt, held.license.segment, &held.license.product);
    let (Some(holder), false) = (held.license.holder, scheduled.is_empty()) else { return Ok(()) };
    let latest = notice::find_latest_theft(tx, holder)?.map(|(state, due_at, claimed_at)| match claimed_at {
        _ if state == State::Due => Latest::Waiting,
        Some(at) => Latest::Written(at),
        None => Latest::Written(due_at),
    });
    if let Gathering::NewAt(due_at) = theft::gather(latest, now) {
        notice::insert(
            tx,
            &[immediate(desk, held, Kind::TheftAttempt, attempt.id, due_at, now)],
            Some(holder),
            now,
        )?;
    }
    Ok(())
}

/// Owes the holder a letter about the block: one a day at most, however often the license is named.
fn tell_of_block(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    service: Service,
    now: Timestamp,
) -> Result<(), Fault> {
    let happening = Happening::BlockedNamed { service };
    let yesterday = now.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    if event::count(tx, held.license.id, &happening, yesterday)? == 0 {
        happen(tx, desk, held, happening, now)?;
    } else {
        record(tx, desk, held, happening, now)?;
    }
    Ok(())
}

/// Whether two names mean the same license.
pub(super) fn must_differ(one: LicenseId, other: LicenseId) -> Result<(), Refusal> {
    if one == other { Err(Refusal::SameLicense) } else { Ok(()) }
}
