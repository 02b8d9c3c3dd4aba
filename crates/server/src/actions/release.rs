//! Release: resume sending. Whoever asks has seen first what holds, and what would go out.

use jiff::Timestamp;
use tenure_domain::{
    Hold, Zone,
    epoch::{Mark, Surroundings},
    hold::Cause,
    license::days_after,
};
use tenure_store::{Fault, Tx, hold, pass};

use super::{
    Desk, epoch,
    forecast::{Forecast, forecast},
};

/// What a release would end and bring.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// What holds.
    pub holds: Vec<Hold>,
    /// How many would go out at once: if this database was restored or copied, they may have gone out already.
    pub at_once: u64,
    /// What would go out within a day.
    pub coming: Forecast,
}

/// What holds, and what would go out within a day of a release at `now`.
pub fn outlook(tx: &mut Tx, desk: &Desk, now: Timestamp) -> Result<Outlook, Fault> {
    let at_once = forecast(tx, desk, 0, now)?.values().sum();
    Ok(Outlook { holds: hold::list(tx)?, at_once, coming: forecast(tx, desk, 1, now)? })
}

/// What a release did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Released {
    /// Another hold began meanwhile, which nobody has seen: nothing is released.
    Changed,
    /// Nothing holds any more; a mark may have to be left beside the database.
    Done(Option<Mark>),
}

/// Ends every hold that was seen; `around` is known in live mode.
pub fn release(
    tx: &mut Tx,
    desk: &Desk,
    around: Option<&Surroundings>,
    seen: &[Hold],
    by: &str,
    now: Timestamp,
) -> Result<Released, Fault> {
    if hold::list(tx)? != seen {
        return Ok(Released::Changed);
    }
    let mark = match around {
        Some(around) => epoch::accept(tx, desk, around, seen, now)?,
        None => None,
    };
    if seen.iter().any(|hold| hold.cause == Cause::Clock) {
        believe(tx, now)?;
    }
    hold::release(tx, by, now)?;
    Ok(Released::Done(mark))
}

/// The clock is right as it stands: a last pass that lies ahead of it was not, and all that fell due is looked at anew.
fn believe(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    if let Some(last) = pass::find(tx)?.filter(|last| last.completed_at > now) {
        let full_on = days_after(Zone::UTC.day_of(now), -1);
        pass::save(tx, pass::Pass { completed_at: now, full_on: full_on.min(last.full_on) })?;
    }
    Ok(())
}
