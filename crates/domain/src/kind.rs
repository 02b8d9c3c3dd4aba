//! The catalogue of notices: one line for each kind.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// What a step of a kind counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The registration of a serial number.
    Registration,
    /// The renewal of a license.
    Renewal,
    /// A theft attempt.
    TheftAttempt,
    /// The blocking of a license.
    Block,
    /// The expiry date: steps are dated.
    Expiry,
    /// The deletion date of a superseded license: steps are dated.
    Deletion,
    /// Always sent by the action itself; it has no place in a schedule.
    Always,
}

/// Whether a holder can decline a kind (rule 14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Duty {
    /// Cannot be declined.
    Duty,
    /// Can be declined at every step.
    Offer,
    /// Can be declined at the steps after expiry.
    OfferAfterExpiry,
}

/// Whom the products named by `except` in a rule are looked for at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exception {
    /// The license itself is of such a product.
    OfLicense,
    /// The holder has a valid license of such a product.
    OfHolder,
}

macro_rules! catalogue {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $anchor:ident, $duty:ident, $exception:ident;)*) => {
        /// A kind of notice.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)*
        }

        impl Kind {
            /// Every kind, in the order of a license's life.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name used in files, at the door and in headers.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// What its steps count from.
            pub const fn anchor(self) -> Anchor {
                match self { $(Self::$variant => Anchor::$anchor,)* }
            }

            /// Whether it can be declined.
            pub const fn duty(self) -> Duty {
                match self { $(Self::$variant => Duty::$duty,)* }
            }

            /// Whom the products named by `except` are looked for at.
            pub const fn exception(self) -> Exception {
                match self { $(Self::$variant => Exception::$exception,)* }
            }
        }
    };
}

catalogue! {
    /// Delivers a serial number that was issued here.
    SerialNumber = "serial-number", Always, Duty, OfLicense;
    /// Delivers the key file.
    KeyFile = "key-file", Registration, Duty, OfLicense;
    /// Mobile devices can be protected free of charge.
    MobileOffer = "mobile-offer", Registration, Offer, OfHolder;
    /// Make an account.
    AccountInvitation = "account-invitation", Registration, Offer, OfLicense;
    /// The license expires, or has expired.
    RenewalReminder = "renewal-reminder", Expiry, OfferAfterExpiry, OfLicense;
    /// The license was renewed.
    RenewalConfirmation = "renewal-confirmation", Renewal, Duty, OfLicense;
    /// Somebody named the serial number with a wrong address.
    TheftAttempt = "theft-attempt", TheftAttempt, Duty, OfLicense;
    /// The license no longer works.
    LicenseBlocked = "license-blocked", Block, Duty, OfLicense;
    /// The serial number was replaced; delivers the new one with its key file.
    LicenseReplaced = "license-replaced", Always, Duty, OfLicense;
    /// A superseded license will be deleted.
    BlockedLicenseDeletion = "blocked-license-deletion", Deletion, Duty, OfLicense;
    /// The holder's address was changed; told to the old and to the new one.
    AddressChanged = "address-changed", Always, Duty, OfLicense;
}

/// A lane of the courier: letters of one lane never wait long for those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Somebody waits for it, or has to act: serial numbers, key files, theft.
    Urgent,
    /// Written at once, and nobody waits.
    Prompt,
    /// Dated: it has the whole day.
    Dated,
}

impl Lane {
    /// Every lane, the most urgent first.
    pub const ALL: [Self; 3] = [Self::Urgent, Self::Prompt, Self::Dated];

    /// Its number in tables: 0 for the most urgent.
    pub const fn number(self) -> u32 {
        self as u32
    }
}

impl Kind {
    /// The lane that its letters go by.
    pub const fn lane(self) -> Lane {
        match self {
            Self::SerialNumber
            | Self::KeyFile
            | Self::TheftAttempt
            | Self::LicenseReplaced
            | Self::AddressChanged => Lane::Urgent,
            _ if self.is_dated() => Lane::Dated,
            _ => Lane::Prompt,
        }
    }

    /// Whether its steps are dates (and not "at once").
    pub const fn is_dated(self) -> bool {
        matches!(self.anchor(), Anchor::Expiry | Anchor::Deletion)
    }

    /// Whether its mails count for the day, and may travel with others: not where somebody waits for it, has to act at
    /// once, or is warned of a deletion.
    pub const fn can_be_gathered(self) -> bool {
        !matches!(self.lane(), Lane::Urgent) && !matches!(self.anchor(), Anchor::Deletion)
    }

    /// Whether a holder can decline this step of it (rule 14).
    pub fn can_be_declined(self, step: Step) -> bool {
        match self.duty() {
            Duty::Duty => false,
            Duty::Offer => true,
            Duty::OfferAfterExpiry => matches!(step, Step::Days(days) if days > 0),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// A text names no kind of notice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of notice; the kinds are {list}", list = Kind::ALL.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", "))]
pub struct UnknownKind(pub String);

impl FromStr for Kind {
    type Err = UnknownKind;
    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL.iter().copied().find(|kind| kind.code() == text).ok_or_else(|| UnknownKind(text.to_owned()))
    }
}

/// One date of a kind, in days after its anchor; or at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// At once after the event.
    AtOnce,
    /// This many days after the anchor's date; negative: before.
    Days(i32),
}

impl fmt::Display for Step {
    /// As in lists and headers: `-30`, `0`, `+20`; nothing for "at once".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtOnce => Ok(()),
            Self::Days(0) => f.write_str("0"),
            Self::Days(days) => write!(f, "{days:+}"),
        }
    }
}

/// A text is not a step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a step; steps are written -30, 0 or +20")]
pub struct NotAStep(pub String);

impl FromStr for Step {
    type Err = NotAStep;
    fn from_str(text: &str) -> Result<Self, NotAStep> {
        if text.is_empty() {
            return Ok(Self::AtOnce);
        }
        text.parse().map(Self::Days).map_err(|_| NotAStep(text.to_owned()))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_by_its_code() {
        for kind in Kind::ALL {
            assert_eq!(kind.code().parse::<Kind>().unwrap(), *kind);
        }
        assert!("renewal".parse::<Kind>().unwrap_err().to_string().contains("renewal-reminder"));
    }

    #[test]
    fn steps_are_written_with_their_sign() {
        for (step, text) in
            [(Step::AtOnce, ""), (Step::Days(-30), "-30"), (Step::Days(0), "0"), (Step::Days(20), "+20")]
        {
            assert_eq!(step.to_string(), text);
            assert_eq!(text.parse::<Step>().unwrap(), step);
        }
    }

    #[test]
    fn offers_and_reminders_after_expiry_can_be_declined_and_nothing_else() {
        let declinable = |kind: Kind, step| kind.can_be_declined(step);
        assert!(declinable(Kind::MobileOffer, Step::AtOnce));
        assert!(declinable(Kind::AccountInvitation, Step::AtOnce));
        assert!(declinable(Kind::RenewalReminder, Step::Days(20)));
        assert!(!declinable(Kind::RenewalReminder, Step::Days(0)));
        assert!(!declinable(Kind::RenewalReminder, Step::Days(-30)));
        for duty in [Kind::KeyFile, Kind::TheftAttempt, Kind::BlockedLicenseDeletion, Kind::SerialNumber] {
            assert!(!declinable(duty, Step::AtOnce), "{duty}");
        }
    }
}
