//! Declining a kind of letter from the letter itself.

use serde::Serialize;
use tenure_domain::Kind;

use super::View;

/// `/decline/…`: what the link declines, and a button; or that it is done.
#[derive(Debug, Clone, Serialize)]
pub struct Decline {
    /// What is declined.
    pub kind: Kind,
    /// Where the button posts to: the link's own path.
    pub action: String,
    /// Whether it is done.
    pub done: bool,
}

impl View for Decline {
    const TEMPLATE: &'static str = "decline";
}
