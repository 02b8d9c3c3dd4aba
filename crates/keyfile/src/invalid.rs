//! Why a key file does not count, in terms a product can act on.

use crate::{Claims, KeyId};

/// Why a key file does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// The text is not a key file.
    #[error("this is not a key file: {0}")]
    Malformed(#[from] Malformed),
    /// The key that is said to have signed is not among the public keys: the key file is of another
    /// vendor, or newer than the product's list of keys.
    #[error("the key file names the key {0}, which is not among the known public keys")]
    UnknownKey(KeyId),
    /// The signature does not fit: the text was changed, or somebody else wrote it.
    #[error("the signature is not right: the key file was changed after it was made")]
    BadSignature,
    /// The key file is genuine and its license begins later; or the device's clock is behind.
    #[error("the license is not valid yet: it begins at {} (Unix seconds)", .0.begins_at)]
    NotYetValid(Box<Claims>),
    /// The key file is genuine and its license has ended.
    #[error("the license has expired: its last valid second was {} (Unix seconds)", .0.last_valid_second())]
    Expired(Box<Claims>),
}

/// In which way a text is not a key file. For people and logs; a product need not tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Malformed {
    /// It is longer than [`MAX_BYTES`](crate::MAX_BYTES).
    #[error("it is too long")]
    TooLong,
    /// It has not three parts with dots between them.
    #[error("it has not three parts with dots between them")]
    Parts,
    /// A part is not base64url without padding (RFC 4648, section 5) in its one spelling.
    #[error("a part of it is not base64url without padding")]
    Base64url,
    /// The header is not that of a key file: another algorithm or type, a further member, another spelling.
    #[error("its header is not that of a key file")]
    Header,
    /// The signature has not 64 bytes.
    #[error("its signature has not 64 bytes")]
    Signature,
    /// The signature is right, but a claim is missing, doubled or of another type.
    #[error("its claims are not those of a key file")]
    Claims,
}

impl Invalid {
    /// A stable word for this reason: `malformed`, `unknown_key`, `bad_signature`, `not_yet_valid` or `expired`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::UnknownKey(_) => "unknown_key",
            Self::BadSignature => "bad_signature",
            Self::NotYetValid(_) => "not_yet_valid",
            Self::Expired(_) => "expired",
        }
    }

    /// What the key file says, if it is genuine and only the time is wrong.
    pub const fn claims(&self) -> Option<&Claims> {
        match self {
            Self::NotYetValid(claims) | Self::Expired(claims) => Some(claims),
            Self::Malformed(_) | Self::UnknownKey(_) | Self::BadSignature => None,
        }
    }
}
