//! The holder's pages: licenses, each with its life, and the certificate.

use jiff::{Zoned, civil::Date};
use serde::{Serialize, Serializer};
use tenure_domain::{Service, State, license::Status};

use super::{BlockedFor, Concerned, Duty, LifeEvent, View, Visitor, Why, as_shown};

/// Since when and why a license is blocked.
#[derive(Debug, Clone, Serialize)]
pub struct Blocked {
    /// Why.
    pub reason: BlockedFor,
    /// The day.
    pub on: Date,
    /// The day of its deletion, for a superseded license.
    pub deletion_on: Option<Date>,
}

/// One license.
#[derive(Debug, Clone, Serialize)]
pub struct LicenseCard {
    /// The license's public id: its page is `/my/licenses/{id}`.
    pub id: String,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// What it is today.
    #[serde(serialize_with = "as_shown")]
    pub state: Status,
    /// The day of its registration.
    pub registered_on: Option<Date>,
    /// Its last day.
    pub expires_on: Option<Date>,
    /// Days from today to its last day: 0 on that day, negative after it.
    pub days_left: Option<i32>,
    /// How many devices it covers.
    pub devices: u32,
    /// Where its key file is downloaded.
    pub key_file: Option<String>,
    /// If it is blocked.
    pub blocked: Option<Blocked>,
    /// Where it is renewed or added to, if it can be.
    pub renew: Option<String>,
    /// Where its serial number is replaced, if it can be.
    pub replace: Option<String>,
    /// Where its certificate is, if it has one.
    pub certificate: Option<String>,
}

/// The tabs of *Licenses*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Those that work, and those still to be registered.
    #[default]
    Active,
    /// Those whose term is over.
    Expired,
    /// Those that are blocked.
    Blocked,
}

impl Tab {
    /// Every tab.
    pub const ALL: [Self; 3] = [Self::Active, Self::Expired, Self::Blocked];

    /// Its name in the address and in texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Expired => "expired",
            Self::Blocked => "blocked",
        }
    }

    /// The tab of a license in this state; a deleted one stands in none.
    pub const fn of(state: Status) -> Option<Self> {
        match state {
            Status::Unregistered | Status::Active => Some(Self::Active),
            Status::Expired => Some(Self::Expired),
            Status::Blocked => Some(Self::Blocked),
            Status::Deleted => None,
        }
    }
}

impl Serialize for Tab {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// `/my/licenses`: the licenses of one tab.
#[derive(Debug, Clone, Serialize)]
pub struct Licenses {
    /// Who is signed in.
    pub visitor: Visitor,
    /// Which tab is open.
    pub tab: Tab,
    /// Every tab with the number of licenses in it.
    pub tabs: Vec<(Tab, usize)>,
    /// The licenses of the open tab, in their order.
    pub licenses: Vec<LicenseCard>,
}

impl View for Licenses {
    const TEMPLATE: &'static str = "licenses";
}

/// A notice that was told, or was not, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Told {
    /// What.
    pub duty: Duty,
    /// What became of it.
    #[serde(serialize_with = "as_shown")]
    pub state: State,
    /// The reason of its end, if one is known.
    pub why: Option<Why>,
    /// Where its copy is among the messages.
    pub href: Option<String>,
}

/// A point of the past: something that happened, or a notice.
#[derive(Debug, Clone, Serialize)]
pub struct Past {
    /// When, in the holder's zone.
    pub at: Zoned,
    /// What happened.
    pub event: Option<LifeEvent>,
    /// What was told.
    pub told: Option<Told>,
}

/// A notice to come.
#[derive(Debug, Clone, Serialize)]
pub struct Coming {
    /// When, in the holder's zone.
    pub at: Zoned,
    /// What.
    pub duty: Duty,
    /// Whether only the portal will have it, as the holder wishes.
    pub portal_only: bool,
}

/// The theft attempts of one day at one service.
#[derive(Debug, Clone, Serialize)]
pub struct Attempts {
    /// The day, in the holder's zone.
    pub day: Date,
    /// Where.
    #[serde(serialize_with = "as_shown")]
    pub service: Service,
    /// How many.
    pub count: u32,
}

/// `/my/licenses/{id}`: one license with its life.
#[derive(Debug, Clone, Serialize)]
pub struct LicensePage {
    /// Who is signed in.
    pub visitor: Visitor,
    /// The license.
    pub license: LicenseCard,
    /// The license whose place it took.
    pub previous: Option<Concerned>,
    /// The license that took its place.
    pub successor: Option<Concerned>,
    /// What comes, the soonest first.
    pub coming: Vec<Coming>,
    /// What was, the newest first.
    pub past: Vec<Past>,
    /// The theft attempts, the newest first.
    pub attempts: Vec<Attempts>,
    /// How many there were in all.
    pub attempts_total: u32,
}

impl View for LicensePage {
    const TEMPLATE: &'static str = "license";
}

/// `/my/licenses/{id}/certificate`: the one page with the whole serial number.
#[derive(Debug, Clone, Serialize)]
pub struct Certificate {
    /// The license's public id.
    pub id: String,
    /// The product's name in the page's language.
    pub product: String,
    /// The whole serial number.
    pub serial: String,
    /// The holder's name, if one was given.
    pub holder: Option<String>,
    /// The holder's address.
    pub address: String,
    /// How many devices it covers.
    pub devices: u32,
    /// What it is today.
    #[serde(serialize_with = "as_shown")]
    pub state: Status,
    /// The day of its registration.
    pub registered_on: Date,
    /// Its last day.
    pub expires_on: Date,
    /// The key that its key file is signed with; nothing for a license that has no key file.
    pub signing_key: Option<String>,
    /// The day on which the page was made.
    pub today: Date,
}

impl View for Certificate {
    const TEMPLATE: &'static str = "certificate";
}
