//! Release: resume sending. Whoever asks has seen first what holds, and what would go out.

use jiff::Timestamp;
use tenure_domain::{Hold, Zone, hold::Cause, license::days_after};
use tenure_store::{Fault, Tx, hold, pass};

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
    if seen.iter().any(|hold| hold.cause == Cause::Clock) {
        believe(tx, now)?;
    }
    hold::release(tx, by, now)?;
    Ok(true)
}

/// The clock is right as it stands: a last pass that lies ahead of it was not, and all that fell due is looked at anew.
fn believe(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    if let Some(last) = pass::find(tx)?.filter(|last| last.completed_at > now) {
        let full_on = days_after(Zone::UTC.day_of(now), -1);
        pass::save(tx, pass::Pass { completed_at: now, full_on: full_on.min(last.full_on) })?;
    }
    Ok(())
}
