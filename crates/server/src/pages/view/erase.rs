//! Erasing one's data: what goes, what stays and why, and what it means; then that it is done.

use jiff::{Zoned, civil::Date};
use serde::Serialize;

use super::{Problem, View, Visitor};

/// A license that works, and works on without its holder.
#[derive(Debug, Clone, Serialize)]
pub struct ErasedLicense {
    /// Its public id.
    pub id: String,
    /// The product's name in the page's language.
    pub product: String,
    /// The masked serial number.
    pub serial: String,
    /// Its last day.
    pub expires_on: Date,
}

/// `/my/profile/erase`.
#[derive(Debug, Clone, Serialize)]
pub struct Erase {
    /// Who is signed in.
    pub visitor: Visitor,
    /// The licenses that work, the first ones of them.
    pub licenses: Vec<ErasedLicense>,
    /// How many more there are.
    pub more: usize,
    /// Whether a license has a number that the vendor gave it elsewhere.
    pub numbered: bool,
    /// Whether there is a serial number that is not registered yet.
    pub unregistered: bool,
    /// What has to happen before: a sign-in, or waiting.
    pub hindrance: Option<Problem>,
    /// Until when to wait, where that is the hindrance.
    pub from: Option<Zoned>,
    /// How fresh a sign-in has to be, in minutes.
    pub minutes: u32,
    /// What was typed.
    pub email: String,
    /// What is wrong with it.
    pub problem: Option<Problem>,
}

impl View for Erase {
    const TEMPLATE: &'static str = "erase";
}

/// `/erased/{id}`: that it is done, for nobody in particular.
#[derive(Debug, Clone, Serialize)]
pub struct Erased {
    /// The erasure's public id.
    pub id: String,
    /// When, in the vendor's zone.
    pub at: Zoned,
    /// How many licenses belong to nobody since.
    pub licenses: u32,
}

impl View for Erased {
    const TEMPLATE: &'static str = "erased";
}
