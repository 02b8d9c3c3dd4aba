//! What the world answered when a letter was carried: values to store, not errors.

use serde::{Deserialize, Serialize};

/// Why a letter was refused for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delay {
    /// The recipient's side did not take this letter: 4xx to it (greylisting, a full mailbox), or a line that broke in
    /// the middle of it. Only this counts against the letter's patience.
    Refused,
    /// No conversation with our relay came about: no connection, no greeting, 4xx before any letter.
    Unreachable,
    /// Our own set-up is refused (535, 550 5.7.x, no TLS offered): nothing is the recipient's fault.
    OurSetup,
    /// We drew it back ourselves before anything of it was sent.
    Withdrawn,
}

impl Delay {
    /// Whether the recipient's side refused: everything else is our own affair, and costs the letter nothing.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Refused)
    }
}

/// Why a letter was refused for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// The address does not exist (5.1.1 and its kin).
    Address,
    /// This message is not wanted (any other 5xx).
    Message,
}

/// The outcome of one attempt to carry a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// The relay answered 2xx to the final dot; its words are kept.
    Accepted {
        /// The relay's words, whole.
        reply: String,
    },
    /// Definitely not taken, and worth another try.
    Later {
        /// Why.
        delay: Delay,
        /// The relay's words, or what went wrong in ours.
        reply: String,
    },
    /// Definitely not taken, and never will be.
    Never {
        /// What was refused.
        refused: Refused,
        /// The relay's words, whole.
        reply: String,
    },
    /// The final dot was sent and its answer was lost: the letter may have been taken.
    Unknown {
        /// What happened to the conversation.
        detail: String,
    },
}

impl Outcome {
    /// The name used in tables and metrics.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Accepted { .. } => "accepted",
            Self::Later { .. } => "later",
            Self::Never { .. } => "never",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// The relay's words, or what is known instead of them.
    pub fn words(&self) -> &str {
        match self {
            Self::Accepted { reply } | Self::Later { reply, .. } | Self::Never { reply, .. } => reply,
            Self::Unknown { detail } => detail,
        }
    }
}
