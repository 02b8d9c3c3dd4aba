//! Renewing a license, or adding to it.

use jiff::civil::Date;
use serde::Serialize;

use super::{FieldProblem, View, register::Fetch};

/// What the form asks for; the names of its fields are those of these.
#[derive(Debug, Clone, Serialize, Default)]
pub struct RenewFields {
    /// The old serial number.
    pub previous: String,
    /// The address of both.
    pub email: String,
    /// The new serial number.
    pub serial: String,
    /// `renewal` or `expansion`.
    pub how: &'static str,
}

/// `GET /renew`, and `POST` again when a field was wrong.
#[derive(Debug, Clone, Serialize)]
pub struct Renew {
    /// What was typed.
    pub typed: RenewFields,
    /// What is wrong with the fields.
    pub problems: Vec<FieldProblem>,
    /// The days given for naming an old license, and taken off a discounted one that names none.
    pub bonus_days: u32,
}

impl View for Renew {
    const TEMPLATE: &'static str = "renew";
}

/// `POST /renew`: the sum to check. The button posts the same fields with `confirmed` = `yes`.
#[derive(Debug, Clone, Serialize)]
pub struct RenewSum {
    /// What was typed.
    pub typed: RenewFields,
    /// The old license's product, in the page's language.
    pub old_product: String,
    /// Its masked serial number.
    pub old_serial: String,
    /// Its last day.
    pub old_expires_on: Date,
    /// How many devices it covers.
    pub old_devices: u32,
    /// The new license's product, in the page's language.
    pub product: String,
    /// Its length.
    pub months: u32,
    /// The day of its registration.
    pub today: Date,
    /// That day and the length.
    pub own_end: Date,
    /// The days that the old license still has.
    pub carried_days: i64,
    /// Days given.
    pub bonus_days: i64,
    /// Days taken off.
    pub deducted_days: i64,
    /// The expiry date is more than the sum: a license has one day at least.
    pub is_least: bool,
    /// The new license's last day.
    pub expires_on: Date,
    /// How many devices the new license covers then.
    pub devices: u32,
}

impl View for RenewSum {
    const TEMPLATE: &'static str = "renew-sum";
}

/// What was renewed.
#[derive(Debug, Clone, Serialize)]
pub struct Renewed {
    /// It was an additional purchase.
    pub expanded: bool,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// The masked address that the letter goes to.
    pub address: String,
    /// The last day of the new license.
    pub expires_on: Date,
    /// How many devices it covers.
    pub devices: u32,
    /// The key file.
    pub fetch: Option<Fetch>,
    /// The old license's product, in the page's language.
    pub old_product: String,
    /// The old license's masked serial number.
    pub old_serial: String,
    /// The day on which the old license is deleted.
    pub deletion_on: Option<Date>,
    /// How many days before that its holder is told, if at all.
    pub told_days: Option<i32>,
}

impl View for Renewed {
    const TEMPLATE: &'static str = "renewed";
}
