//! What strangers tried: for operators, the API and the holder's portal (rule 10).

use jiff::Timestamp;
use tenure_domain::{Event, EventId, Happening, HolderId, LicenseId, Service};
use tenure_store::{Fault, Tx, event, event::AttemptPage, license};

use super::Desk;

/// Whose licenses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    All,
    /// One holder's.
    Holder(HolderId),
    /// One license.
    License(LicenseId),
}

/// One try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its event; a page goes on before it.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// Where.
    pub service: Service,
    /// Whether the address was checked, and wrong; over a limit it was not checked.
    pub checked: bool,
    /// Which license was named.
    pub license: LicenseId,
    /// The vendor's own name for it.
    pub external_id: Option<String>,
    /// The code of its product.
    pub product: String,
    /// Its masked serial number.
    pub serial: String,
}

/// A page of tries, the newest first. A full page may be followed by another, before its last one.
pub fn list(tx: &mut Tx, desk: &Desk, whose: Whose, page: AttemptPage) -> Result<Vec<Attempt>, Fault> {
    let events = match whose {
        Whose::All => event::list_attempts(tx, page)?,
        Whose::Holder(holder) => event::list_attempts_by_holder(tx, holder, page)?,
        Whose::License(license) => event::list_attempts_by_license(tx, license, page)?,
    };
    events.into_iter().filter_map(|event| read(tx, desk, &event).transpose()).collect()
}

/// How many there were against a holder's licenses after `since`.
pub fn count(tx: &mut Tx, holder: HolderId, since: Timestamp) -> Result<u64, Fault> {
    event::count_attempts_by_holder(tx, holder, since)
}

fn read(tx: &mut Tx, desk: &Desk, event: &Event) -> Result<Option<Attempt>, Fault> {
    let (service, checked) = match event.happening {
        Happening::TheftAttempt { service } => (service, true),
        Happening::UncheckedTry { service } => (service, false),
        _ => return Ok(None),
    };
    let named = license::find(tx, &desk.keys.vault, event.license)?;
    Ok(named.map(|license| Attempt {
        id: event.id,
        at: event.at,
        service,
        checked,
        license: license.id,
        external_id: license.external_id,
        product: license.product,
        serial: license.serial.masked(),
    }))
}
