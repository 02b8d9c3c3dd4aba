//! Renew a license, or add to it: a new serial number is registered naming the old one, which is blocked as superseded.

use jiff::Timestamp;
use tenure_domain::{
    Address, Happening, Holder, License, Profile, Refusal, Serial, Service, Succession, Term,
    renewal::RenewalRules,
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

/// Renews a license or adds to it (rule 8).
pub fn renew(tx: &mut Tx, desk: &Desk, wish: &Renew, now: Timestamp) -> Answer<Renewed> {
    let service = if wish.how == Succession::Expansion { Service::Expansion } else { Service::Renewal };
    serve(tx, desk, service, now, |tx| {
        let old = find(tx, desk, &wish.previous, &wish.email)?;
        let new = find(tx, desk, &wish.serial, &wish.email)?;
        must_differ(old.license.id, new.license.id)?;
        let old_term =
            old.license.can_be_superseded().map_err(|refusal| blocked_or(old.license.clone(), refusal))?;
        new.license.can_register().map_err(|refusal| blocked_or(new.license.clone(), refusal))?;
        let holder = find_or_insert(tx, desk, &wish.email, Profile::default(), now)?;
        succeed(tx, desk, (new.license, old.license, old_term), holder, wish.how, now)
    })
}

/// A blocked license named with the right address gets a message about it by mail.
fn blocked_or(license: License, refusal: Refusal) -> Turned {
    if license.block.is_some() { Turned::Blocked(Box::new(license), refusal) } else { refusal.into() }
}

fn succeed(
    tx: &mut Tx,
    desk: &Desk,
    (mut new, mut old, old_term): (License, License, Term),
    holder: Holder,
    how: Succession,
    now: Timestamp,
) -> Result<Renewed, Turned> {
    let today = desk.zone_of(Some(&holder)).day_of(now);
    let expires_on = match how {
        Succession::Expansion => RenewalRules::expansion_end(&new, old_term, today),
        Succession::Renewal | Succession::Replacement => {
            desk.renewal().sum(&new, Some(&old), today).expires_on
        }
    };
    if how == Succession::Expansion {
        new.devices = new.devices.saturating_add(old.devices);
    }
    new.previous = Some((old.id, how));
    new.register(holder.id, today, expires_on, now)?;
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
