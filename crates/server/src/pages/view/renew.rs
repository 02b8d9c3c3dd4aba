//! Renewing a license, or adding to it.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    FieldProblem, View,
    register::{Doubt, Fetch},
};

/// What the form asks for; the names of its fields are those of these.
#[derive(Debug, Clone, Serialize, Default)]
pub struct RenewFields {
    /// The old serial number.
    pub previous: String,
    /// The same, where it was said that it is written so.
    pub previous_as_written: String,
    /// The key file in its place.
    pub key_text: String,
    /// The id of one's own license in the place of both, with the address of who is signed in.
    pub license: String,
    /// The address of both.
    pub email: String,
    /// The new serial number.
    pub serial: String,
    /// The same, where it was said that it is written so.
    pub serial_as_written: String,
    /// `renewal` or `expansion`.
    pub how: &'static str,
}

/// One of the licenses of who is signed in.
#[derive(Debug, Clone, Serialize)]
pub struct Renewable {
    /// Its public id: `/renew?license={id}` goes on with it.
    pub id: String,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// Its last day.
    pub expires_on: Date,
}

/// `GET /renew`, and `POST` again when a field was wrong: which license? The form has parts, among them `key_file`, and
/// posts `step` = `old`.
#[derive(Debug, Clone, Serialize)]
pub struct Renew {
    /// The licenses of who is signed in that can be renewed.
    pub own: Vec<Renewable>,
    /// Somebody is signed in.
    pub is_known: bool,
    /// What was typed.
    pub typed: RenewFields,
    /// What is wrong with the fields.
    pub problems: Vec<FieldProblem>,
    /// The serial numbers among them that fail their check.
    pub doubts: Vec<Doubt>,
}

impl View for Renew {
    const TEMPLATE: &'static str = "renew";
}

/// `POST /renew` with an old license: what is held, what a renewal would give, and where to go on.
#[derive(Debug, Clone, Serialize)]
pub struct RenewHeld {
    /// What was typed.
    pub typed: RenewFields,
    /// What is wrong with the new serial number.
    pub problems: Vec<FieldProblem>,
    /// It fails its check.
    pub doubts: Vec<Doubt>,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// The last day.
    pub expires_on: Date,
    /// That day is past.
    pub is_over: bool,
    /// How many devices it covers.
    pub devices: u32,
    /// The length of the license that is taken for an example, sold at full price.
    pub months: u32,
    /// The day of its registration.
    pub today: Date,
    /// That day and the length.
    pub own_end: Date,
    /// The days that the old license still has.
    pub carried_days: i64,
    /// Days given.
    pub bonus_days: i64,
    /// The last day of the example as a renewal.
    pub new_expires_on: Date,
    /// The last day of the example as an additional purchase.
    pub expansion_expires_on: Date,
    /// Where a renewal is sold.
    pub shop_renewal: Option<String>,
    /// Where an additional purchase is sold.
    pub shop_expansion: Option<String>,
}

impl View for RenewHeld {
    const TEMPLATE: &'static str = "renew-held";
}

/// `GET /renew/without`: the way on without an old license, and what is lost on it.
#[derive(Debug, Clone, Serialize)]
pub struct RenewWithout {
    /// The days given for naming an old license, and taken off a discounted one that names none.
    pub bonus_days: u32,
    /// The length of the license that is taken for an example, sold at a discount.
    pub months: u32,
    /// The day that it would run to with an eligible license that has expired.
    pub own_end: Date,
    /// The day that it runs to.
    pub expires_on: Date,
}

impl View for RenewWithout {
    const TEMPLATE: &'static str = "renew-without";
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
    /// The day on which its holder is told, if at all.
    pub told_on: Option<Date>,
}

impl View for Renewed {
    const TEMPLATE: &'static str = "renewed";
}
