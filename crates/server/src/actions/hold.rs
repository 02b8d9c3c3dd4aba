//! Hold: stop sending, for every process that works on this database.

use jiff::Timestamp;
use tenure_domain::{Hold, hold::Cause};
use tenure_store::{Fault, Tx, hold};

/// Stops sending; whether it was not stopped so already. What is being carried is finished.
pub fn hold(tx: &mut Tx, by: &str, why: &str, now: Timestamp) -> Result<bool, Fault> {
    hold::insert(tx, &Hold { cause: Cause::Operator, since: now, by: by.to_owned(), why: why.to_owned() })
}
