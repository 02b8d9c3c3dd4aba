//! Refusals: it is the caller's turn. Each has a stable code and says what to do next.

use jiff::Timestamp;

use crate::{ids::LicenseId, license::BlockReason};

/// Why something that was asked for is not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Unknown serial number, wrong address or deleted license: one answer for all (rule 10).
    #[error(
        "this serial number and this address do not belong together: check both as they stand in the message that delivered the serial number"
    )]
    NoMatch,
    /// The serial number is registered already.
    #[error("this serial number is registered already: its key file is sent again to its address")]
    AlreadyRegistered,
    /// The license is blocked.
    #[error("this license is blocked ({0}): see the message sent to its address")]
    Blocked(BlockReason),
    /// The license is not blocked.
    #[error("this license is not blocked: there is nothing to lift or delete")]
    NotBlocked,
    /// Another license has taken its place, so its block stays.
    #[error("this license was superseded by {0}: its block stays")]
    HasSuccessor(LicenseId),
    /// The serial number is not registered yet.
    #[error("this license is not registered yet: register its serial number first")]
    NotRegistered,
    /// The license was renewed, and can be only once.
    #[error("this license was renewed already: name the license that took its place")]
    AlreadyRenewed,
    /// A license cannot take its own place.
    #[error("the old and the new serial number are the same: name two different ones")]
    SameLicense,
    /// No replacement is left for this chain (rule 11).
    #[error("its serial number was replaced {used} of {free} times: ask the vendor for help")]
    NoReplacementLeft {
        /// How many there were.
        used: u32,
        /// How many there may be.
        free: u32,
    },
    /// Too few days are left for a replacement (rule 11).
    #[error(
        "a serial number is replaced while at least {needed} days remain; {left} do: renew the license instead"
    )]
    TooFewDaysLeft {
        /// How many days remain.
        left: i64,
        /// How many must.
        needed: i64,
    },
    /// The holder's address was changed, and that can still be undone (rule 12).
    #[error(
        "the holder's address was changed, and this can still be undone, which a new serial number and an erasure cannot: both are possible from {from} on"
    )]
    AddressJustChanged {
        /// From when on it is possible.
        from: Timestamp,
    },
    /// Too many tries were wrong: what was entered was not checked (rule 10).
    #[error("too many tries were wrong: wait {wait_secs} seconds; what was entered was not checked")]
    TooManyTries {
        /// When there is room for the next one, in seconds.
        wait_secs: u64,
    },
    /// The license is deleted: for an operator, who may know it.
    #[error("this license is deleted, and nothing can be done with it any more")]
    Deleted,
    /// Nothing has this name.
    #[error("there is no {what} `{name}`{}", shown_by(what))]
    NotFound {
        /// What was looked for, in a word.
        what: &'static str,
        /// What was given.
        name: String,
    },
    /// The product is not in `products.toml`.
    #[error("`{given}` is not a product; products.toml has {known}")]
    UnknownProduct {
        /// What was given.
        given: String,
        /// What there is.
        known: String,
    },
    /// Something given cannot be right.
    #[error("{field}: {words}")]
    Invalid {
        /// Which field.
        field: &'static str,
        /// What is wrong and what would be right.
        words: String,
    },
    /// An erasure is confirmed by the own address, and this is another one.
    #[error("this is not the address of whoever is to be erased: type the own one")]
    OtherAddress,
    /// The sign-in is too old for what was asked.
    #[error("this needs a sign-in of the last minutes: sign in once more")]
    SignInAgain,
    /// The notice is not in a state in which this can be done.
    #[error("this notice is {0} and stays so")]
    NoticeEnded(&'static str),
}

/// Where an operator sees what there is.
fn shown_by(what: &str) -> String {
    let command = match what {
        "license" | "notice" | "token" => format!("{what} list"),
        "holder" => "export licenses".to_owned(),
        "suppressed address" => "suppression list".to_owned(),
        _ => return String::new(),
    };
    format!(": `tenure {command}` shows which there are")
}

impl Refusal {
    /// The same as it is told to somebody who may be a stranger: of a license that is blocked, or renewed already, it is
    /// not said that it is there (rule 10).
    #[must_use]
    pub fn to_strangers(self) -> Self {
        if self.tells_nothing() { Self::NoMatch } else { self }
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoMatch => "no_match",
            Self::AlreadyRegistered => "already_registered",
            Self::Blocked(_) => "blocked",
            Self::NotBlocked => "not_blocked",
            Self::HasSuccessor(_) => "has_successor",
            Self::NotRegistered => "not_registered",
            Self::AlreadyRenewed => "already_renewed",
            Self::SameLicense => "same_license",
            Self::NoReplacementLeft { .. } => "no_replacement_left",
            Self::TooFewDaysLeft { .. } => "too_few_days_left",
            Self::AddressJustChanged { .. } => "address_just_changed",
            Self::TooManyTries { .. } => "too_many_tries",
            Self::Deleted => "deleted",
            Self::NotFound { .. } => "not_found",
            Self::UnknownProduct { .. } => "unknown_product",
            Self::Invalid { .. } => "invalid",
            Self::OtherAddress => "other_address",
            Self::SignInAgain => "sign_in_again",
            Self::NoticeEnded(_) => "notice_ended",
        }
    }

    /// Whether pages have one and the same answer for it, which tells nothing apart (rule 10). Such a try is wrong as
    /// far as limits count.
    pub const fn tells_nothing(&self) -> bool {
        matches!(self, Self::NoMatch | Self::Blocked(_) | Self::AlreadyRenewed)
    }
}
