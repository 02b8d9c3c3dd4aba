//! Replacing a stolen serial number.

use jiff::{Zoned, civil::Date};
use serde::Serialize;

use super::{Problem, View, Visitor};

/// `GET /replace` of somebody who is not signed in: why that is needed.
#[derive(Debug, Clone, Serialize)]
pub struct ReplaceDoor {}

impl View for ReplaceDoor {
    const TEMPLATE: &'static str = "replace-door";
}

/// A license whose serial number may be replaced, with the numbers of rule 11.
#[derive(Debug, Clone, Serialize)]
pub struct Replaceable {
    /// Its public id: `/replace/{id}` asks for confirmation.
    pub id: String,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// Its last day.
    pub expires_on: Date,
    /// Days from today to it.
    pub days_left: i64,
    /// Replacements in its chain so far.
    pub used: u32,
    /// How many are free.
    pub free: u32,
    /// It is blocked already, because its serial number is in wrong hands.
    pub compromised: bool,
    /// Why it cannot be replaced.
    pub problem: Option<Problem>,
    /// From when on it can be, where that is why; in the holder's zone.
    pub from: Option<Zoned>,
}

/// `GET /replace`: which license?
#[derive(Debug, Clone, Serialize)]
pub struct Replace {
    /// Who is signed in.
    pub visitor: Visitor,
    /// The licenses that are active or blocked as compromised.
    pub licenses: Vec<Replaceable>,
    /// How many days must remain.
    pub days_needed: u32,
}

impl View for Replace {
    const TEMPLATE: &'static str = "replace";
}

/// `GET /replace/{id}`: what will happen, and a button.
#[derive(Debug, Clone, Serialize)]
pub struct ReplaceConfirm {
    /// Who is signed in.
    pub visitor: Visitor,
    /// The license.
    pub license: Replaceable,
}

impl View for ReplaceConfirm {
    const TEMPLATE: &'static str = "replace-confirm";
}

/// `GET /replace/{id}/done`: what has taken the license's place.
#[derive(Debug, Clone, Serialize)]
pub struct Replaced {
    /// Who is signed in.
    pub visitor: Visitor,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked new serial number.
    pub serial: String,
    /// The masked old one.
    pub old_serial: String,
    /// The last day, as before.
    pub expires_on: Date,
    /// Where the new key file is downloaded.
    pub key_file: String,
}

impl View for Replaced {
    const TEMPLATE: &'static str = "replaced";
}
