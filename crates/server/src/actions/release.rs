//! Release: resume sending. Whoever asks has seen first what holds, and what would go out.

use jiff::Timestamp;
use tenure_domain::Hold;
use tenure_store::{Fault, Tx, hold};

use super::{
    Desk,
    forecast::{Forecast, forecast},
};

/// What a release would end and bring.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// What holds.
    pub holds: Vec<Hold>,
    /// What would go out within a day.
    pub coming: Forecast,
}

/// What holds, and what would go out within a day of a release at `now`.
pub fn outlook(tx: &mut Tx, desk: &Desk, now: Timestamp) -> Result<Outlook, Fault> {
    Ok(Outlook { holds: hold::list(tx)?, coming: forecast(tx, desk, 1, now)? })
}

/// Ends every hold that was seen. One that began meanwhile was not: then nothing is released.
pub fn release(tx: &mut Tx, seen: &[Hold], by: &str, now: Timestamp) -> Result<bool, Fault> {
    if hold::list(tx)? != seen {
        return Ok(false);
    }
    hold::release(tx, by, now)?;
    Ok(true)
}
