//! Registering a serial number, and the answers that registering and renewing share.

use jiff::civil::Date;
use serde::Serialize;

use super::{FieldProblem, View};

/// `GET /register`, and `POST` again when a field was wrong: the names of the fields are those of `serial`, `email`,
/// `name`, `language` and `zone`.
#[derive(Debug, Clone, Serialize, Default)]
pub struct Register {
    /// What was typed.
    pub serial: String,
    /// What was typed, or the address of who is signed in.
    pub email: String,
    /// What was typed.
    pub name: String,
    /// The language of letters that is chosen.
    pub language: String,
    /// The time zone that is chosen.
    pub zone: String,
    /// The zones to choose from, IANA names.
    pub zones: &'static [String],
    /// What is wrong with the fields.
    pub problems: Vec<FieldProblem>,
}

impl View for Register {
    const TEMPLATE: &'static str = "register";
}

/// A key file to be fetched at once.
#[derive(Debug, Clone, Serialize)]
pub struct Fetch {
    /// Where.
    pub href: String,
    /// For how many minutes after what was done.
    pub minutes: u32,
}

/// What was registered.
#[derive(Debug, Clone, Serialize)]
pub struct Registered {
    /// It was registered before: its key file is sent again.
    pub again: bool,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// The masked address that the letter goes to.
    pub address: String,
    /// The last day of the license.
    pub expires_on: Date,
    /// How many devices it covers.
    pub devices: u32,
    /// The key file.
    pub fetch: Option<Fetch>,
}

impl View for Registered {
    const TEMPLATE: &'static str = "registered";
}

/// Rule 10: the one answer for an unknown serial number, a wrong address, a blocked and a deleted license.
/// It has nothing of what was typed.
#[derive(Debug, Clone, Serialize)]
pub struct Unmatched {
    /// The form to go back to.
    pub back: &'static str,
}

impl View for Unmatched {
    const TEMPLATE: &'static str = "unmatched";
}
