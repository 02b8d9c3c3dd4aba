//! Signing in by a link that comes by e-mail.

use serde::Serialize;

use super::{Problem, View};

/// `GET /my/sign-in`, and `POST` again when the address was not one (field `email`).
#[derive(Debug, Clone, Serialize, Default)]
pub struct SignIn {
    /// What was typed.
    pub email: String,
    /// What is wrong with it.
    pub problem: Option<Problem>,
}

impl View for SignIn {
    const TEMPLATE: &'static str = "sign-in";
}

/// After `POST /my/sign-in`: the same words whether the address is known or not.
#[derive(Debug, Clone, Serialize)]
pub struct SignInSent {
    /// How long the link is valid, in minutes.
    pub valid_minutes: u32,
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

/// The link is used, too old, or none of ours.
#[derive(Debug, Clone, Serialize)]
pub struct SignInFailed {}

impl View for SignInFailed {
    const TEMPLATE: &'static str = "sign-in-failed";
}
