//! Notices and their states: `docs/states.md` draws them.

use jiff::{Timestamp, civil::Date};

use crate::{
    ids::{LicenseId, NoticeId},
    kind::{Kind, Step},
    retry::Patience,
    word::coded,
};

/// The state of a notice. Everything from [`State::Accepted`] on is an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Owed, and waiting for its claim.
    Due,
    /// Claimed: a courier speaks.
    Sending,
    /// The answer to the final dot was lost.
    Unknown,
    /// The relay took it.
    Accepted,
    /// It came back.
    Bounced,
    /// Its receiver called it unwanted.
    Complained,
    /// A newer step of its kind took its place.
    Superseded,
    /// It could no longer be sent in time.
    Late,
    /// Its reason ended.
    Canceled,
    /// It is in the portal; its e-mail is withheld.
    Held,
    /// It is in the portal; its e-mail was refused for good.
    Failed,
}

coded!(State {
    Due = "due", Sending = "sending", Unknown = "unknown", Accepted = "accepted", Bounced = "bounced",
    Complained = "complained", Superseded = "superseded", Late = "late", Canceled = "canceled", Held = "held", Failed = "failed"
});

impl State {
    /// Every state, the open ones first.
    pub const ALL: [Self; 11] = [
        Self::Due,
        Self::Sending,
        Self::Unknown,
        Self::Accepted,
        Self::Bounced,
        Self::Complained,
        Self::Superseded,
        Self::Late,
        Self::Canceled,
        Self::Held,
        Self::Failed,
    ];

    /// Whether something is still to be done about it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Due | Self::Sending | Self::Unknown)
    }

    /// The states it can move to.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Due => {
                &[Self::Sending, Self::Superseded, Self::Late, Self::Canceled, Self::Held, Self::Failed]
            }
            Self::Sending => {
                &[Self::Due, Self::Unknown, Self::Accepted, Self::Canceled, Self::Held, Self::Failed]
            }
            Self::Unknown => &[Self::Sending, Self::Canceled, Self::Held],
            Self::Accepted => &[Self::Bounced, Self::Complained],
            Self::Bounced
            | Self::Complained
            | Self::Superseded
            | Self::Late
            | Self::Canceled
            | Self::Held
            | Self::Failed => &[],
        }
    }
}

/// Why a notice was canceled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cancel {
    /// The license was renewed.
    Renewed,
    /// An additional purchase took its place.
    Expanded,
    /// Its serial number was replaced.
    Replaced,
    /// The license was blocked.
    Blocked,
    /// Its block was lifted.
    Lifted,
    /// The license was deleted.
    Deleted,
    /// Its dates were corrected.
    Corrected,
    /// The schedule no longer has this step for it.
    Unscheduled,
    /// The license has no address.
    NoAddress,
    /// The holder has what is offered.
    AlreadyHas,
    /// An operator canceled it.
    Operator,
    /// Its answer was lost, and its time went by.
    OutOfTime,
    /// The change of address that it tells of was undone.
    Undone,
    /// The holder was erased.
    Erased,
}

coded!(Cancel {
    Renewed = "renewed", Expanded = "expanded", Replaced = "replaced", Blocked = "blocked", Lifted = "lifted", Deleted = "deleted",
    Corrected = "corrected", Unscheduled = "unscheduled", NoAddress = "no_address", AlreadyHas = "already_has",
    Operator = "operator", OutOfTime = "out_of_time",
    Undone = "undone", Erased = "erased"
});

/// Why an e-mail is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hold {
    /// The holder declined this kind (rule 14).
    Declined,
    /// The address does not take mail.
    Suppressed,
}

coded!(Hold { Declined = "declined", Suppressed = "suppressed" });

/// What makes a notice the one it is: no two have the same (rule 3).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Of which license.
    pub license: LicenseId,
    /// Of which of its terms.
    pub term: u32,
    /// What is told.
    pub kind: Kind,
    /// At which step.
    pub step: Step,
    /// Empty for dated steps; else the id of the causing event, and the role of the address where there are two.
    pub occasion: String,
}

/// One duty to tell one holder one thing about one license.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Names it.
    pub id: NoticeId,
    /// What makes it the one it is.
    pub key: Key,
    /// Its day, in the holder's zone.
    pub due_on: Date,
    /// From when on it can be sent.
    pub due_at: Timestamp,
    /// From when on it can no longer be sent.
    pub limit_at: Option<Timestamp>,
    /// Where it stands.
    pub state: State,
    /// Why it ended so; empty while it is open.
    pub reason: String,
    /// When something is to be done about it next; `None` at its end.
    pub wake_at: Option<Timestamp>,
    /// How many times it was claimed: the fence against late answers.
    pub attempts: u32,
    /// What the recipient's side has refused so far.
    pub patience: Patience,
    /// When it was first claimed.
    pub first_claimed_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

impl Notice {
    /// A notice as it is first written: due, or ended at once.
    pub fn planned(id: NoticeId, key: Key, owed: &crate::owed::Owed, now: Timestamp) -> Self {
        let (state, reason) = match owed.fate {
            crate::owed::Fate::Due => (State::Due, ""),
            crate::owed::Fate::Superseded => (State::Superseded, "newer_step_due"),
            crate::owed::Fate::Late => (State::Late, "limit_passed"),
        };
        let is_open = state.is_open();
        Self {
            id,
            key,
            due_on: owed.due_on,
            due_at: owed.due_at,
            limit_at: owed.limit_at,
            state,
            reason: reason.to_owned(),
            wake_at: is_open.then_some(owed.due_at),
            attempts: 0,
            patience: Patience::default(),
            first_claimed_at: None,
            ended_at: (!is_open).then_some(now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_has_no_way_back_and_every_state_can_be_reached() {
        for state in State::ALL {
            for next in state.next() {
                assert!(state.is_open() || !next.is_open(), "{state} → {next}");
            }
        }
        for state in State::ALL {
            let is_reached = State::ALL.iter().any(|from| from.next().contains(&state));
            assert!(is_reached, "{state}");
        }
    }
}
