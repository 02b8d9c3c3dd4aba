//! Tokens: which shop may ask for what at the API.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::{ids::TokenId, word::coded};

/// What a token allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Seeing licenses and key files; addresses are masked.
    LicensesRead,
    /// Issuing, registering, renewing and adding to licenses.
    LicensesWrite,
    /// Replacing serial numbers.
    LicensesReplace,
    /// Blocking licenses.
    LicensesBlock,
    /// Seeing names and whole addresses of holders, wherever they stand.
    HoldersRead,
    /// Seeing notices, the forecast and theft attempts.
    NoticesRead,
    /// Following the events.
    EventsRead,
    /// Handing over bounces and complaints.
    InboundWrite,
}

coded!(Scope {
    LicensesRead = "licenses:read",
    LicensesWrite = "licenses:write",
    LicensesReplace = "licenses:replace",
    LicensesBlock = "licenses:block",
    HoldersRead = "holders:read",
    NoticesRead = "notices:read",
    EventsRead = "events:read",
    InboundWrite = "inbound:write"
});

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 8] = [
        Self::LicensesRead,
        Self::LicensesWrite,
        Self::LicensesReplace,
        Self::LicensesBlock,
        Self::HoldersRead,
        Self::NoticesRead,
        Self::EventsRead,
        Self::InboundWrite,
    ];

    /// What it allows, in one line.
    pub const fn about(self) -> &'static str {
        match self {
            Self::LicensesRead => "see licenses and key files; addresses are masked",
            Self::LicensesWrite => "issue, register, renew and add to licenses",
            Self::LicensesReplace => "replace serial numbers",
            Self::LicensesBlock => "block licenses",
            Self::HoldersRead => "see names and whole addresses of holders, wherever they stand",
            Self::NoticesRead => "see notices, the forecast and theft attempts",
            Self::EventsRead => "follow the events",
            Self::InboundWrite => "hand over bounces and complaints",
        }
    }
}

/// A token; its secret is known to the shop only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Names it.
    pub id: TokenId,
    /// The shop.
    pub name: String,
    /// What it allows.
    pub scopes: BTreeSet<Scope>,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when on it is not valid any more, if ever.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl Token {
    /// Whether it opens the door at `now`.
    pub fn is_valid(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|at| now < at)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_token_ends_at_the_very_instant_and_when_it_is_revoked() {
        let (created_at, end) = (Timestamp::UNIX_EPOCH, Timestamp::from_second(100).unwrap());
        let token = Token {
            id: TokenId::from_bits(1),
            name: "shop".to_owned(),
            scopes: BTreeSet::new(),
            created_at,
            expires_at: Some(end),
            revoked_at: None,
        };
        assert!(token.is_valid(Timestamp::from_second(99).unwrap()) && !token.is_valid(end));
        assert!(Token { expires_at: None, ..token.clone() }.is_valid(Timestamp::MAX));
        assert!(!Token { revoked_at: Some(created_at), ..token }.is_valid(created_at));
    }

    #[test]
    fn every_scope_is_read_as_it_is_written() {
        for scope in Scope::ALL {
            assert_eq!(scope.code().parse::<Scope>().unwrap(), scope);
        }
    }
}
