//! Renew a license, or add to it: a new serial number is registered naming the old one, which is blocked as superseded.

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    Address, Caller, Happening, Holder, License, LicenseId, Offer, Profile, Refusal, Serial, Service,
    Succession, Term,
    license::months_after,
    renewal::{RenewalRules, Sum},
};
use tenure_store::{Tx, license};

use super::{
    Desk, Held,
    issue::find_or_insert,
    named::{Answer, Asked, Name, Turned, find, find_by_id, must_differ, serve},
    owe::{cancel_ended, happen, record},
};

/// How the old license is named.
#[derive(Debug, Clone)]
pub enum Previous {
    /// By its serial number.
    Serial(Serial),
    /// By its id, which is no secret: with proof that it was held, such as a key file signed here or the sign-in of
    /// its holder.
    License(LicenseId),
}

impl From<Serial> for Previous {
    fn from(serial: Serial) -> Self {
        Self::Serial(serial)
    }
}

/// Who renews what.
#[derive(Debug, Clone)]
pub struct Renew {
    /// The new serial number.
    pub serial: Serial,
    /// The old license.
    pub previous: Previous,
    /// The address of both.
    pub email: Address,
    /// Renewal or additional purchase.
    pub how: Succession,
    /// Who asks.
    pub caller: Caller,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Renewed {
    /// The new license with its holder.
    pub new: Held,
    /// The old one, blocked now.
    pub old: License,
}

/// What a renewal or an additional purchase would give.
#[derive(Debug, Clone)]
pub struct Gain {
    /// The day it is for the holder: the new license would be registered on it.
    pub today: Date,
    /// How the expiry date comes about; an additional purchase carries nothing over and has no bonus.
    pub sum: Sum,
    /// How many devices the new license would cover.
    pub devices: u32,
}

/// What a wish would bring about, if it were carried out now.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The new license, still to be registered.
    pub new: License,
    /// The old one, as it is.
    pub old: License,
    /// The dates of the old one.
    pub old_term: Term,
    /// What there is to gain.
    pub gain: Gain,
}

/// A license that can be renewed, and what that would give.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The license, as it is.
    pub old: License,
    /// Its dates.
    pub term: Term,
    /// For example: a full-price license of [`EXAMPLE_MONTHS`] for the same product, registered now.
    pub renewal: Gain,
    /// The same as an additional purchase, for one device more.
    pub expansion: Gain,
}

/// The length of the license that [`outlook`] takes for an example.
pub const EXAMPLE_MONTHS: u32 = 12;

/// Both licenses of a wish, each of the address and in a state in which the wish can be carried out.
struct Pair {
    new: Held,
    old: Held,
    old_term: Term,
}

/// Renews a license or adds to it (rule 8).
pub fn renew(tx: &mut Tx, desk: &Desk, wish: &Renew, now: Timestamp) -> Answer<Renewed> {
    serve(tx, desk, &asked(wish), now, |tx| {
        let pair = find_pair(tx, desk, wish)?;
        let holder = find_or_insert(tx, desk, &wish.email, Profile::default(), now)?;
        succeed(tx, desk, pair, holder, wish.how, now)
    })
}

/// What the same wish would give. It makes nothing; but whoever is turned away is on record, as in [`renew`].
pub fn preview(tx: &mut Tx, desk: &Desk, wish: &Renew, now: Timestamp) -> Answer<Preview> {
    serve(tx, desk, &asked(wish), now, |tx| {
        let Pair { new, old, old_term } = find_pair(tx, desk, wish)?;
        let gain = gain(desk, (&new.license, &old.license, old_term), wish.how, old.today(desk, now));
        Ok(Preview { new: new.license, old: old.license, old_term, gain })
    })
}

/// What there is to renew, before anything is bought. It makes nothing; but whoever is turned away is on record.
pub fn outlook(
    tx: &mut Tx,
    desk: &Desk,
    previous: &Previous,
    email: &Address,
    caller: &Caller,
    now: Timestamp,
) -> Answer<Outlook> {
    let asked = Asked { caller, service: Service::Renewal, named: vec![name(previous)] };
    serve(tx, desk, &asked, now, |tx| {
        let old = find_named(tx, desk, previous, email)?;
        term_of(&old)?;
        Ok(look(desk, old, now)?)
    })
}

/// The same for a license that is known: nothing is read or written.
pub fn look(desk: &Desk, old: Held, now: Timestamp) -> Result<Outlook, Refusal> {
    let term = old.license.can_be_superseded()?;
    let today = old.today(desk, now);
    let bought = |devices| License {
        months: EXAMPLE_MONTHS,
        offer: Offer::New,
        devices,
        term: None,
        ..old.license.clone()
    };
    let gained = |new: &License, how| gain(desk, (new, &old.license, term), how, today);
    let renewal = gained(&bought(old.license.devices), Succession::Renewal);
    let expansion = gained(&bought(1), Succession::Expansion);
    Ok(Outlook { renewal, expansion, term, old: old.license })
}

/// Renews a license that is known, and whose holder need not be asked, by the one that `bring` finds or makes for its
/// holder's address; `named` is the serial number that is to be found.
pub(super) fn renew_known(
    tx: &mut Tx,
    desk: &Desk,
    (id, how): (LicenseId, Succession),
    (caller, named): (&Caller, Option<&Serial>),
    bring: impl FnOnce(&mut Tx, &Address) -> Result<Held, Turned>,
    now: Timestamp,
) -> Answer<Renewed> {
    let named = named.map(Name::Serial).into_iter().collect();
    serve(tx, desk, &Asked { caller, service: service(how), named }, now, |tx| {
        let found = license::lock(tx, &desk.keys.vault, id)?;
        let old = found.filter(|license| license.deleted_at.is_none()).ok_or(Refusal::Deleted)?;
        let old = Held::read(tx, desk, old)?;
        let old_term = old.license.can_be_superseded()?;
        let holder = old.holder.clone().ok_or(Refusal::NotRegistered)?;
        let new = bring(tx, &holder.address)?;
        must_differ(old.license.id, new.license.id)?;
        new.license.can_register()?;
        succeed(tx, desk, Pair { new, old, old_term }, holder, how, now)
    })
}

fn asked(wish: &Renew) -> Asked<'_> {
    let named = vec![name(&wish.previous), Name::Serial(&wish.serial)];
    Asked { caller: &wish.caller, service: service(wish.how), named }
}

const fn name(previous: &Previous) -> Name<'_> {
    match previous {
        Previous::Serial(serial) => Name::Serial(serial),
        Previous::License(id) => Name::License(*id),
    }
}

const fn service(how: Succession) -> Service {
    match how {
        Succession::Expansion => Service::Expansion,
        Succession::Renewal | Succession::Replacement => Service::Renewal,
    }
}

fn find_pair(tx: &mut Tx, desk: &Desk, wish: &Renew) -> Result<Pair, Turned> {
    let old = find_named(tx, desk, &wish.previous, &wish.email)?;
    let new = find(tx, desk, &wish.serial, &wish.email)?;
    must_differ(old.license.id, new.license.id)?;
    let old_term = term_of(&old)?;
    new.license.can_register().map_err(|refusal| blocked_or(new.license.clone(), refusal))?;
    Ok(Pair { new, old, old_term })
}

fn find_named(tx: &mut Tx, desk: &Desk, previous: &Previous, email: &Address) -> Result<Held, Turned> {
    match previous {
        Previous::Serial(serial) => find(tx, desk, serial, email),
        Previous::License(id) => find_by_id(tx, desk, *id, email),
    }
}

fn term_of(old: &Held) -> Result<Term, Turned> {
    old.license.can_be_superseded().map_err(|refusal| blocked_or(old.license.clone(), refusal))
}

/// A blocked license named with the right address gets a message about it by mail.
fn blocked_or(license: License, refusal: Refusal) -> Turned {
    if license.block.is_some() { Turned::Blocked(Box::new(license), refusal) } else { refusal.into() }
}

fn gain(desk: &Desk, (new, old, old_term): (&License, &License, Term), how: Succession, today: Date) -> Gain {
    if how == Succession::Expansion {
        let expires_on = RenewalRules::expansion_end(new, old_term, today);
        let own_end = months_after(today, new.months);
        let sum = Sum { own_end, carried_days: 0, bonus_days: 0, expires_on };
        return Gain { today, sum, devices: new.devices.saturating_add(old.devices) };
    }
    Gain { today, sum: desk.renewal().sum(new, Some(old), today), devices: new.devices }
}

fn succeed(
    tx: &mut Tx,
    desk: &Desk,
    pair: Pair,
    holder: Holder,
    how: Succession,
    now: Timestamp,
) -> Result<Renewed, Turned> {
    let (mut new, mut old) = (pair.new.license, pair.old.license);
    let today = desk.zone_of(Some(&holder)).day_of(now);
    let gain = gain(desk, (&new, &old, pair.old_term), how, today);
    new.devices = gain.devices;
    new.previous = Some((old.id, how));
    new.register(holder.id, today, gain.sum.expires_on, now)?;
    old.supersede(new.id, how, today)?;
    license::save(tx, &new)?;
    license::save(tx, &old)?;
    let old = Held { license: old, holder: Some(holder.clone()) };
    record(tx, desk, &old, Happening::Superseded { successor: new.id, how }, now)?;
    cancel_ended(tx, desk, &old, now)?;
    let new = Held { license: new, holder: Some(holder) };
    happen(tx, desk, &new, Happening::Registered { previous: Some((old.license.id, how)) }, now)?;
    Ok(Renewed { new, old: old.license })
}
