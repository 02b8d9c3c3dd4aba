//! The public keys that a product trusts, and reading a key file with them.

use std::{collections::BTreeMap, fmt, str::FromStr};

use crate::{Claims, Invalid, KeyId, Malformed, NotAPublicKey, PublicKey, compact};

/// The public keys that a product trusts, by id.
///
/// As text, one key a line as `id:key`, with empty lines and lines beginning with `#` passed over, to be
/// embedded by `include_str!`. A new key is added to the products some time before the vendor signs
/// with it; an old one stays for as long as key files signed with it are to be read.
///
/// ```
/// use tenure_keyfile::PublicKeys;
///
/// let keys: PublicKeys = "
///     ## since 2026
///     bdde639d58b423ee:6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw
/// ".parse()?;
/// assert_eq!(keys.iter().count(), 1);
/// # Ok::<(), tenure_keyfile::NotPublicKeys>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicKeys(BTreeMap<KeyId, PublicKey>);

/// A text is not a list of public keys, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotPublicKeys {
    /// There is no key at all: with such a list every key file would be refused.
    #[error("there is no public key in the list")]
    Empty,
    /// A line is neither a key nor empty nor a comment.
    #[error("line {line} of the public keys: {why}")]
    Line {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it.
        why: NotAPublicKey,
    },
}

impl PublicKeys {
    /// Reads a key file whose license must be valid now: from `begins_at` on, before `ends_at`.
    ///
    /// White space and line ends around the text are passed over. The order of the checks is: form, key,
    /// signature, claims, time; so [`Invalid::NotYetValid`] and [`Invalid::Expired`] are said of genuine
    /// key files only, and carry what they say.
    pub fn verify(&self, text: &str, now_unix_secs: i64) -> Result<Claims, Invalid> {
        let claims = self.read(text)?;
        if now_unix_secs < claims.begins_at {
            return Err(Invalid::NotYetValid(Box::new(claims)));
        }
        if now_unix_secs >= claims.ends_at {
            return Err(Invalid::Expired(Box::new(claims)));
        }
        Ok(claims)
    }

    /// Reads a key file whatever the time: it is genuine, but its license may have ended or not begun.
    pub fn read(&self, text: &str) -> Result<Claims, Invalid> {
        let compact = compact::read(text)?;
        let key = self.find(compact.key_id).ok_or(Invalid::UnknownKey(compact.key_id))?;
        if !key.has_signed(compact.signed.as_bytes(), &compact.signature) {
            return Err(Invalid::BadSignature);
        }
        Claims::from_json(&compact.payload).ok_or(Invalid::Malformed(Malformed::Claims))
    }

    /// The key with this id.
    pub fn find(&self, key_id: KeyId) -> Option<&PublicKey> {
        self.0.get(&key_id)
    }

    /// The keys, ordered by id.
    pub fn iter(&self) -> impl Iterator<Item = &PublicKey> {
        self.0.values()
    }
}

impl FromIterator<PublicKey> for PublicKeys {
    fn from_iter<I: IntoIterator<Item = PublicKey>>(keys: I) -> Self {
        Self(keys.into_iter().map(|key| (key.key_id(), key)).collect())
    }
}

impl FromStr for PublicKeys {
    type Err = NotPublicKeys;
    fn from_str(text: &str) -> Result<Self, NotPublicKeys> {
        let lines = text.lines().map(str::trim).zip(1..);
        let keys: Self = lines
            .filter(|(text, _)| !text.is_empty() && !text.starts_with('#'))
            .map(|(text, line)| text.parse().map_err(|why| NotPublicKeys::Line { line, why }))
            .collect::<Result<_, _>>()?;
        if keys.0.is_empty() { Err(NotPublicKeys::Empty) } else { Ok(keys) }
    }
}

/// One key a line, each with a line end: what [`FromStr`] reads.
impl fmt::Display for PublicKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|key| writeln!(f, "{key}"))
    }
}
