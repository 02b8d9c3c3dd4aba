//! The profile: who one is, what is sent, where one is signed in, and one's data.

use jiff::Zoned;
use serde::Serialize;
use tenure_domain::Kind;

use super::{AddressPart, FieldProblem, View, Visitor};

/// A kind of message, and whether its e-mail is wanted.
#[derive(Debug, Clone, Serialize)]
pub struct KindChoice {
    /// Which kind.
    pub kind: Kind,
    /// When it can be declined: `never`, `always` or `after-expiry`.
    pub decline: &'static str,
    /// Whether its e-mail is wanted.
    pub wanted: bool,
}

/// A visit of the holder.
#[derive(Debug, Clone, Serialize)]
pub struct VisitLine {
    /// Its public id.
    pub id: String,
    /// The browser's name; empty where it is not known.
    pub browser: String,
    /// What it runs on; empty where it is not known.
    pub platform: String,
    /// When it began, in the holder's zone.
    pub begun_at: Zoned,
    /// When the holder was last here, to the hour.
    pub seen_at: Zoned,
    /// Whether it is this one.
    pub here: bool,
}

/// A passkey of the holder.
#[derive(Debug, Clone, Serialize)]
pub struct PasskeyLine {
    /// Its public id.
    pub id: String,
    /// What the holder calls it; empty where nothing is known.
    pub name: String,
    /// When it was added, in the holder's zone.
    pub made_at: Zoned,
    /// When it signed in last.
    pub used_at: Option<Zoned>,
}

/// The calendar of expiry dates.
#[derive(Debug, Clone, Serialize, Default)]
pub struct Calendar {
    /// Since when there is one.
    pub since: Option<Zoned>,
    /// Its address; only right after it was made.
    pub address: Option<String>,
    /// The same for calendar programs: `webcal://…`.
    pub subscribe: Option<String>,
}

/// `/my/profile`: everything on one page, each part with a form of its own.
#[derive(Debug, Clone, Serialize)]
pub struct Profile {
    /// Who is signed in.
    pub visitor: Visitor,
    /// Something was saved.
    pub saved: bool,
    /// What was typed, or is known.
    pub name: String,
    /// The language of messages that is chosen.
    pub language: String,
    /// The time zone that is chosen.
    pub zone: String,
    /// The zones to choose from, IANA names.
    pub zones: &'static [String],
    /// The address, and what is to become of it.
    pub address: AddressPart,
    /// What is wrong with the fields.
    pub problems: Vec<FieldProblem>,
    /// The kinds of messages, in the order of a license's life.
    pub kinds: Vec<KindChoice>,
    /// The visits that last, the newest first.
    pub visits: Vec<VisitLine>,
    /// The passkeys, the newest first.
    pub passkeys: Vec<PasskeyLine>,
    /// Whether one can be added here, where the browser can.
    pub can_add_passkey: bool,
    /// The calendar.
    pub calendar: Calendar,
}

impl View for Profile {
    const TEMPLATE: &'static str = "profile";
    const RUNS_SCRIPT: bool = true;
}
