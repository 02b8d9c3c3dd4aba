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
    /// The number for which it was said that it is written so, if it was.
    pub serial_as_written: String,
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
    /// The serial numbers among them that fail their check.
    pub doubts: Vec<Doubt>,
}

/// A serial number that fails its check: it may be mistyped, and it may be from elsewhere. The form posts it a second
/// time in the field `<field>_as_written` when its writer says that it is written so.
#[derive(Debug, Clone, Serialize)]
pub struct Doubt {
    /// The field's name.
    pub field: &'static str,
    /// What was typed.
    pub number: String,
    /// In which groups of four a typing error is likely, counted from 1.
    pub groups: Vec<usize>,
    /// Whether one can go on with it.
    pub can_go_on: bool,
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
