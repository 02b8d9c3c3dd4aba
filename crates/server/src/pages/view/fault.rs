//! The pages of a refusal, of nothing, and of our own fault.

use serde::Serialize;

use super::{Problem, View};

/// Status 404.
#[derive(Debug, Clone, Serialize)]
pub struct NotFound {}

impl View for NotFound {
    const TEMPLATE: &'static str = "not-found";
}

/// Status 4xx: what was asked cannot be done, and what to do instead.
#[derive(Debug, Clone, Serialize)]
pub struct Refused {
    /// What stands in the way.
    pub problem: Problem,
    /// Where to go on.
    pub back: String,
}

impl View for Refused {
    const TEMPLATE: &'static str = "refused";
}

/// Status 500: nothing the reader did.
#[derive(Debug, Clone, Serialize)]
pub struct Broken {
    /// A mark by which an operator finds the fault in the log.
    pub mark: String,
}

impl View for Broken {
    const TEMPLATE: &'static str = "broken";
}

/// Status 429: too many tries were wrong. It has nothing of what was typed.
#[derive(Debug, Clone, Serialize)]
pub struct TooManyTries {
    /// How long to wait.
    pub minutes: u64,
    /// Where to go on.
    pub back: &'static str,
    /// Whether somebody is signed in; whoever is not can be.
    pub signed_in: bool,
}

impl View for TooManyTries {
    const TEMPLATE: &'static str = "too-many-tries";
}
