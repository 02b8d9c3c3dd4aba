//! Signing in by a letter with a link and a code.

use serde::Serialize;

use super::{Problem, View};

/// `GET /my/sign-in`, and `POST` again when the address was not one (field `email`).
#[derive(Debug, Clone, Serialize, Default)]
pub struct SignIn {
    /// What was typed.
    pub email: String,
    /// What is wrong with it.
    pub problem: Option<Problem>,
    /// The page to go on to afterwards.
    pub to: Option<String>,
    /// Whether a passkey can sign in here, where the browser can.
    pub has_passkeys: bool,
}

impl View for SignIn {
    const TEMPLATE: &'static str = "sign-in";
    const RUNS_SCRIPT: bool = true;
}

/// After `POST /my/sign-in`: the same words whether the address is known or not.
#[derive(Debug, Clone, Serialize)]
pub struct SignInSent {
    /// How long the link and the code are valid, in minutes.
    pub valid_minutes: u32,
    /// What is wrong with the code that was typed.
    pub problem: Option<CodeProblem>,
}

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct CodeProblem {
    /// What.
    pub problem: Problem,
    /// How many more can be tried.
    pub left: Option<u32>,
}

impl View for SignInSent {
    const TEMPLATE: &'static str = "sign-in-sent";
}

/// `GET` of the link: a button, so that whoever only looks at links (a scanner) signs nobody in.
#[derive(Debug, Clone, Serialize)]
pub struct SignInConfirm {
    /// Where the button posts to: the link's own path, token included.
    pub action: String,
}

impl View for SignInConfirm {
    const TEMPLATE: &'static str = "sign-in-confirm";
}

/// The link was opened in another browser than the one that asked: what to do there.
#[derive(Debug, Clone, Serialize)]
pub struct SignInElsewhere {}

impl View for SignInElsewhere {
    const TEMPLATE: &'static str = "sign-in-elsewhere";
}

/// The link is used, too old, or none of ours.
#[derive(Debug, Clone, Serialize)]
pub struct SignInFailed {}

impl View for SignInFailed {
    const TEMPLATE: &'static str = "sign-in-failed";
}
