//! A holder's change of address (rule 12): asked in the portal, confirmed at the new address, undone from the old one.

use jiff::{SignedDuration, Timestamp};

use crate::{
    address::Address,
    ids::{ChangeId, EventId, HolderId},
};

/// How long the letter to the new address can confirm, in hours.
pub const CONFIRM_HOURS: u32 = 24;
/// For how long a change can be undone after the old address was told of it, in hours (rule 12).
pub const UNDO_HOURS: u32 = 72;

/// A change of address, asked for by a holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressChange {
    /// Names it.
    pub id: ChangeId,
    /// Whose address.
    pub holder: HolderId,
    /// The address when it was asked for.
    pub old: Address,
    /// The address that was asked for.
    pub new: Address,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Until when it can be confirmed.
    pub expires_at: Timestamp,
    /// When it was confirmed: valid from then.
    pub confirmed_at: Option<Timestamp>,
    /// When the letter to the old address was first written: from then on it can be undone for so many hours, so that
    /// downtime takes nothing away.
    pub told_at: Option<Timestamp>,
    /// When it was given up before, or undone after.
    pub ended_at: Option<Timestamp>,
}

impl AddressChange {
    /// A change that waits for its confirmation.
    pub fn asked(id: ChangeId, holder: HolderId, old: Address, new: Address, now: Timestamp) -> Self {
        let expires_at = hours_after(now, CONFIRM_HOURS);
        Self {
            id,
            holder,
            old,
            new,
            asked_at: now,
            expires_at,
            confirmed_at: None,
            told_at: None,
            ended_at: None,
        }
    }

    /// Whether it can be confirmed at `now`.
    pub fn is_pending(&self, now: Timestamp) -> bool {
        self.confirmed_at.is_none() && self.ended_at.is_none() && now < self.expires_at
    }

    /// Until when it can be undone; no end is known before the old address was told of it.
    pub fn undo_until(&self) -> Option<Timestamp> {
        self.told_at.map(|at| hours_after(at, UNDO_HOURS))
    }

    /// Whether it can be undone at `now`.
    pub fn can_be_undone(&self, now: Timestamp) -> bool {
        self.is_valid() && self.undo_until().is_none_or(|until| now < until)
    }

    /// Whether it was confirmed, and not undone.
    pub const fn is_valid(&self) -> bool {
        self.confirmed_at.is_some() && self.ended_at.is_none()
    }

    /// From when on it stands for good, if not at `now`: what cannot be undone (a new serial number, rule 12; an erasure) waits
    /// for that. Never before the change can no longer be undone.
    pub fn settled_from(&self, now: Timestamp) -> Option<Timestamp> {
        self.can_be_undone(now).then(|| self.undo_until().unwrap_or_else(|| hours_after(now, UNDO_HOURS)))
    }
}

fn hours_after(at: Timestamp, hours: u32) -> Timestamp {
    at.saturating_add(SignedDuration::from_hours(hours.into())).unwrap_or(at)
}

/// Whom a letter about a changed address is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The address that was left.
    Old,
    /// The address that is valid now.
    New,
}

impl Role {
    /// The name used in occasions and in the facts of letters.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }

    /// The occasion of its letter (rule 3).
    pub fn occasion(self, event: EventId) -> String {
        format!("{event}.{}", self.code())
    }

    /// Reads an occasion.
    pub fn read(occasion: &str) -> Option<(EventId, Self)> {
        let (event, role) = occasion.split_once('.')?;
        let role = [Self::Old, Self::New].into_iter().find(|own| own.code() == role)?;
        Some((event.parse().ok()?, role))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn asked() -> AddressChange {
        let (old, new) = ("old@example.com".parse().unwrap(), "new@example.com".parse().unwrap());
        let (id, holder) = (ChangeId::from_bits(1), HolderId::from_bits(1));
        AddressChange::asked(id, holder, old, new, at("2026-12-01T10:00:00Z"))
    }

    #[test]
    fn a_change_can_be_confirmed_for_a_day_and_to_the_very_instant() {
        let change = asked();
        assert!(change.is_pending(at("2026-12-02T09:59:59.999999Z")));
        assert!(!change.is_pending(at("2026-12-02T10:00:00Z")));
        let given_up = AddressChange { ended_at: Some(at("2026-12-01T11:00:00Z")), ..change };
        assert!(!given_up.is_pending(at("2026-12-01T12:00:00Z")));
    }

    #[test]
    fn a_change_can_be_undone_for_three_days_after_the_old_address_was_told_and_once() {
        assert!(!asked().can_be_undone(at("2026-12-01T10:00:00Z")));
        let confirmed = AddressChange { confirmed_at: Some(at("2026-12-02T08:00:00Z")), ..asked() };
        let long_after = at("2026-12-24T08:00:00Z");
        assert!(confirmed.can_be_undone(long_after), "nobody was told yet");
        assert_eq!(confirmed.settled_from(long_after), Some(at("2026-12-27T08:00:00Z")));
        let told = AddressChange { told_at: Some(at("2026-12-02T09:00:00Z")), ..confirmed };
        let (last, over) = (at("2026-12-05T08:59:59.999999Z"), at("2026-12-05T09:00:00Z"));
        assert!(told.can_be_undone(last) && !told.can_be_undone(over));
        assert_eq!((told.settled_from(last), told.settled_from(over)), (Some(over), None));
        assert!(!told.is_pending(at("2026-12-02T08:00:01Z")));
        let undone = AddressChange { ended_at: Some(at("2026-12-03T08:00:00Z")), ..told };
        assert!(!undone.can_be_undone(at("2026-12-03T09:00:00Z")));
        assert_eq!(undone.settled_from(at("2026-12-03T09:00:00Z")), None);
    }

    #[test]
    fn the_occasion_of_a_letter_names_the_event_and_whom_it_is_for() {
        let event = EventId::from_bits(7);
        for role in [Role::Old, Role::New] {
            assert_eq!(Role::read(&role.occasion(event)), Some((event, role)));
        }
        for other in ["", &event.to_string(), "evt_1.old", &format!("{event}.older")] {
            assert_eq!(Role::read(other), None, "{other}");
        }
    }
}
