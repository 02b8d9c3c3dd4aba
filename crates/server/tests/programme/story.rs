//! What happens to the licenses: the rows that are imported and the acts between the ticks.

use jiff::{Timestamp, civil::Date};

/// What the test calls a license: its external id, or a label of its own for one issued here.
pub(crate) type Name = String;

/// A product as `tenure init` ships it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Product {
    pub(crate) code: &'static str,
    pub(crate) home: bool,
}

pub(crate) const SECURITY_SPACE: Product = Product { code: "security-space", home: true };
pub(crate) const ANTIVIRUS: Product = Product { code: "antivirus", home: true };
pub(crate) const MOBILE_SECURITY: Product = Product { code: "mobile-security", home: true };
pub(crate) const ENTERPRISE_SUITE: Product = Product { code: "enterprise-suite", home: false };

/// How a serial number was sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offer {
    FullPrice,
    Discounted,
    Additional,
}

impl Offer {
    /// As in the column `offer`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::FullPrice => "new",
            Self::Discounted => "renewal",
            Self::Additional => "expansion",
        }
    }
}

/// One line of an import file.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) name: Name,
    pub(crate) serial: String,
    pub(crate) product: Product,
    /// Empty for a boxed card.
    pub(crate) email: String,
    pub(crate) language: String,
    /// Empty when nobody knows.
    pub(crate) time_zone: String,
    pub(crate) months: u32,
    pub(crate) offer: Offer,
    pub(crate) registered_on: Option<Date>,
    pub(crate) expires_on: Option<Date>,
    pub(crate) blocked: Option<(Date, &'static str)>,
}

/// Something done at the command line.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    Import(Vec<Row>),
    /// The same rows with other expiry dates, with `--update`.
    Correct(Vec<Row>),
    Register {
        license: Name,
        email: String,
        language: String,
        time_zone: String,
    },
    Renew {
        license: Name,
        previous: Name,
        email: String,
    },
    Expand {
        license: Name,
        previous: Name,
        email: String,
    },
    Block(Name),
    Lift(Name),
    Issue {
        license: Name,
        product: Product,
        email: String,
        months: u32,
        offer: Offer,
    },
    /// One more step of the reminders for home, written into `schedule.toml`.
    AddStep(i32),
}

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Done,
    /// Refused with the code `no_match`.
    NoMatch,
    /// Refused for another reason.
    Refused,
    /// The rules do not say enough: the act is left out.
    Untested,
}

/// An act and its instant.
pub(crate) type Happening = (Timestamp, Act);
