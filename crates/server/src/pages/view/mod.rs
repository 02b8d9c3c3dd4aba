//! What each page shows, as plain data: the templates read these and nothing else.
//!
//! Instants are [`jiff::Zoned`]: whoever fills a view says in which zone its reader reads a clock.

mod address;
mod decline;
mod demo;
mod erase;
mod fault;
mod library;
mod license;
mod portal;
mod profile;
mod register;
mod renew;
mod replace;
mod schedule;
mod sign_in;
mod state;

use std::fmt::Display;

use serde::{Serialize, Serializer};
use tenure_domain::{Kind, Step};

pub use address::{
    AddressConfirm, AddressDone, AddressElsewhere, AddressFailed, AddressOver, AddressPart, AddressTaken,
    AddressUndo, AddressUndone, ChangedAddress, PendingAddress,
};
pub use decline::Decline;
pub use demo::{
    Decision, Demo, DemoMail, FieldProblem, Form, MailFace, MailLine, NextNotice, Report, SampleHolder,
    SampleLicense, Seen,
};
pub use erase::{Erase, Erased, ErasedLicense};
pub use fault::{Broken, NotFound, Refused, TooManyTries};
pub use library::{HelpLine, Library, LibraryPage};
pub use license::{
    Attempts, Blocked, Certificate, Coming, LicenseCard, LicensePage, Licenses, Past, Tab, Told,
};
pub use portal::{
    Attachment, Concerned, Fate, LicenseChoice, Listing, Message, MessageFilter, MessageLine, Messages,
    Visitor,
};
pub use profile::{Calendar, KindChoice, PasskeyLine, Profile, VisitLine};
pub use register::{Doubt, Fetch, Register, Registered, Unmatched};
pub use renew::{Renew, RenewFields, RenewHeld, RenewSum, RenewWithout, Renewable, Renewed};
pub use replace::{Replace, ReplaceConfirm, ReplaceDoor, Replaceable, Replaced};
pub use schedule::{MessagesSchedule, NoticePlan, SegmentPlan};
pub use sign_in::{CodeProblem, SignIn, SignInConfirm, SignInElsewhere, SignInFailed, SignInSent};
pub use state::{BlockedFor, FateState, LifeEvent, Problem, Why};

/// What one page shows. Each view belongs to one template.
pub trait View: Serialize {
    /// The template's name in `content/pages`, without `.html`.
    const TEMPLATE: &'static str;
    /// Whether a script of our own may run on it, and ask our own pages.
    const RUNS_SCRIPT: bool = false;
}

/// Whose pages these are; the same on every page.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    /// The vendor's name: `vendor.name`.
    pub vendor: String,
    /// The vendor's own site: `vendor.url`.
    pub url: Option<String>,
    /// The name of the logo's file at `/assets/`, if the vendor has one.
    pub logo: Option<&'static str>,
    /// The vendor's postal address: `vendor.address`, empty for none.
    pub address: String,
    /// What the page was asked for beside its language, to stand before another language: empty, or `kind=key-file&`.
    pub query: String,
    /// Whether this is the demo: every page then says so and leads back to it.
    pub demo: bool,
}

/// `/`: who this is and where to go.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    /// Whether the visitor is signed in.
    pub signed_in: bool,
}

impl View for Home {
    const TEMPLATE: &'static str = "home";
}

/// A notice's kind together with its step, as words need both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// Which kind.
    pub kind: Kind,
    /// Which step of it.
    #[serde(serialize_with = "as_shown")]
    pub step: Step,
}

/// Writes the name used at the door: a step as `-30`, `0`, `+20` or nothing, a state as `due`.
fn as_shown<S: Serializer>(word: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(word)
}
