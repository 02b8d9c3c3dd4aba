//! Register a serial number: the term begins and the key file goes out.

use jiff::Timestamp;
use tenure_domain::{Address, Caller, Happening, Offer, Profile, Serial, Service, license::months_after};
use tenure_store::{Tx, license};

use super::{
    Desk, Held,
    issue::find_or_insert,
    named::{Answer, Asked, Name, Turned, find, serve},
    owe::happen,
};

/// Who registers what.
#[derive(Debug, Clone)]
pub struct Register {
    /// The serial number.
    pub serial: Serial,
    /// The address; for a license issued to one, that one.
    pub email: Address,
    /// What the holder says of himself or herself.
    pub profile: Profile,
    /// Who asks.
    pub caller: Caller,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Registered {
    /// The license with its holder.
    pub held: Held,
    /// Whether it was registered before: then only its key file goes out again.
    pub again: bool,
}

/// Registers a serial number.
pub fn register(tx: &mut Tx, desk: &Desk, wish: &Register, now: Timestamp) -> Answer<Registered> {
    let asked = Asked {
        caller: &wish.caller,
        service: Service::Registration,
        named: vec![Name::Serial(&wish.serial)],
    };
    serve(tx, desk, &asked, now, |tx| {
        let held = find(tx, desk, &wish.serial, &wish.email)?;
        if let Some(block) = held.license.block {
            return Err(Turned::Blocked(
                Box::new(held.license),
                tenure_domain::Refusal::Blocked(block.reason),
            ));
        }
        if held.license.term.is_some() {
            happen(tx, desk, &held, Happening::KeyFileRequested, now)?;
            return Ok(Registered { held, again: true });
        }
        Ok(Registered { held: begin(tx, desk, held, wish, now)?, again: false })
    })
}

fn begin(tx: &mut Tx, desk: &Desk, held: Held, wish: &Register, now: Timestamp) -> Result<Held, Turned> {
    let mut license = held.license;
    license.can_register()?;
    let holder = find_or_insert(tx, desk, &wish.email, wish.profile.clone(), now)?;
    let today = desk.zone_of(Some(&holder)).day_of(now);
    let expires_on = match license.offer {
        Offer::Expansion => months_after(today, license.months),
        Offer::New | Offer::Renewal => desk.renewal().sum(&license, None, today).expires_on,
    };
    license.register(holder.id, today, expires_on, now)?;
    license::save(tx, &license)?;
    let held = Held { license, holder: Some(holder) };
    happen(tx, desk, &held, Happening::Registered { previous: None }, now)?;
    Ok(held)
}
