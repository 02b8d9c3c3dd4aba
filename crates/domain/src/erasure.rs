//! Erasures: a holder is forgotten; the licenses, and the proof of what was sent, stay and belong to nobody.

use jiff::{SignedDuration, Timestamp};

use crate::{ids::ErasureId, word::coded};

/// Who asked for an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedBy {
    /// The holder, in the portal.
    Holder,
    /// An operator, for a holder who wrote to the vendor.
    Operator,
}

coded!(AskedBy { Holder = "holder", Operator = "operator" });

/// That a holder was erased: never who it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Names it.
    pub id: ErasureId,
    /// When.
    pub at: Timestamp,
    /// Who asked for it.
    pub asked_by: AskedBy,
    /// How many licenses belong to nobody since.
    pub licenses: u32,
    /// When what was deleted had left the files of the database as well.
    pub swept_at: Option<Timestamp>,
}

/// What stands in place of a relay's words about somebody who was erased.
pub const WORDS_ERASED: &str = "words_erased";

/// For how long after a sign-in its holder can be erased in the portal, in minutes: nothing is left to be undone, so
/// whoever finds a visit of somebody else open must not be able to.
pub const FRESH_MINUTES: u32 = 15;

/// Whether a sign-in proves at `now` who somebody is.
pub fn is_fresh(signed_in_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(signed_in_at) < SignedDuration::from_mins(FRESH_MINUTES.into())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_proves_who_somebody_is_for_a_quarter_of_an_hour() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let signed_in_at = at("2026-12-01T10:00:00Z");
        assert!(is_fresh(signed_in_at, signed_in_at));
        assert!(is_fresh(signed_in_at, at("2026-12-01T10:14:59.999999Z")));
        assert!(!is_fresh(signed_in_at, at("2026-12-01T10:15:00Z")));
    }
}
