//! Renew a license, or add to it: a new serial number is registered naming the old one, which is blocked as superseded.

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    Address, Happening, Holder, License, Profile, Refusal, Serial, Service, Succession, Term,
    license::months_after,
    renewal::{RenewalRules, Sum},
};
use tenure_store::{Tx, license};

use super::{
    Desk, Held,
    issue::find_or_insert,
    named::{Answer, Turned, find, must_differ, serve},
    owe::{cancel_ended, happen, record},
};

/// Who renews what.
#[derive(Debug, Clone)]
pub struct Renew {
    /// The new serial number.
    pub serial: Serial,
    /// The old one.
    pub previous: Serial,
    /// The address of both.
    pub email: Address,
    /// Renewal or additional purchase.
    pub how: Succession,
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

/// Both licenses of a wish, each of the address and in a state in which the wish can be carried out.
struct Pair {
    new: Held,
    old: Held,
    old_term: Term,
}

/// Renews a license or adds to it (rule 8).
pub fn renew(tx: &mut Tx, desk: &Desk, wish: &Renew, now: Timestamp) -> Answer<Renewed> {
    serve(tx, desk, service(wish), now, |tx| {
        let pair = find_pair(tx, desk, wish)?;
        let holder = find_or_insert(tx, desk, &wish.email, Profile::default(), now)?;
        succeed(tx, desk, pair, holder, wish.how, now)
    })
}

/// What the same wish would give. It makes nothing; but whoever is turned away is on record, as in [`renew`].
pub fn preview(tx: &mut Tx, desk: &Desk, wish: &Renew, now: Timestamp) -> Answer<Preview> {
    serve(tx, desk, service(wish), now, |tx| {
        let Pair { new, old, old_term } = find_pair(tx, desk, wish)?;
        let gain = gain(desk, (&new.license, &old.license, old_term), wish.how, old.today(desk, now));
        Ok(Preview { new: new.license, old: old.license, old_term, gain })
    })
}

const fn service(wish: &Renew) -> Service {
    match wish.how {
        Succession::Expansion => Service::Expansion,
        Succession::Renewal | Succession::Replacement => Service::Renewal,
    }
}

fn find_pair(tx: &mut Tx, desk: &Desk, wish: &Renew) -> Result<Pair, Turned> {
    let old = find(tx, desk, &wish.previous, &wish.email)?;
    let new = find(tx, desk, &wish.serial, &wish.email)?;
    must_differ(old.license.id, new.license.id)?;
    let old_term =
        old.license.can_be_superseded().map_err(|refusal| blocked_or(old.license.clone(), refusal))?;
    new.license.can_register().map_err(|refusal| blocked_or(new.license.clone(), refusal))?;
    Ok(Pair { new, old, old_term })
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
