//! Keys: the secret one that signs, the public one that verifies, and the id by which a key file names it.

use std::{fmt, str::FromStr};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use ed25519_dalek::{Digest, Sha512, Signature, Signer, VerifyingKey};

/// Names a key: the first 8 bytes of the SHA-512 of its 32 public bytes, as 16 lower-case hexadecimal digits.
///
/// SHA-512 because whoever verifies Ed25519 has it already. The id only finds the key among those that the
/// product trusts; what proves anything is the whole key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; 8]);

/// A text is not the id of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key's id has 16 hexadecimal digits, with small letters")]
pub struct NotAKeyId;

/// A text is not a public key, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAPublicKey {
    /// There is no `id:` before the key, or the id has another form.
    #[error("a public key is written as `id:key`, the id with 16 hexadecimal digits")]
    Form,
    /// The key is not 32 bytes in base64url, or these are not a point of the curve, or one of the few weak ones.
    #[error("after the colon must stand an Ed25519 public key: 32 bytes in base64url without padding")]
    Key,
    /// The id is that of another key: a line was put together from two.
    #[error("the id {written} does not belong to this key, whose id is {derived}: copy the line whole")]
    OtherId {
        /// The id in the text.
        written: KeyId,
        /// The id of the key in the text.
        derived: KeyId,
    },
}

/// The vendor's secret key. It is wiped from memory when dropped and never shown by `Debug`.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

/// A key that verifies. Written as `id:key`, the key in base64url without padding:
///
/// ```
/// use tenure_keyfile::{PublicKey, SigningKey};
///
/// let key = SigningKey::from_seed(&[7; 32]).public_key();
/// assert_eq!(key.to_string(), "bdde639d58b423ee:6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw");
/// assert_eq!(key.to_string().parse::<PublicKey>()?, key);
/// # Ok::<(), tenure_keyfile::NotAPublicKey>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl KeyId {
    fn of(key: &VerifyingKey) -> Self {
        let digest = Sha512::digest(key.as_bytes());
        Self(std::array::from_fn(|i| digest[i]))
    }
}

impl SigningKey {
    /// The key that belongs to a seed: 32 bytes from a cryptographic source of chance (RFC 8032, section 5.1.5).
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The id by which key files name this key.
    pub fn key_id(&self) -> KeyId {
        KeyId::of(self.0.as_ref())
    }

    /// The public half, to be carried by the product.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl PublicKey {
    /// The id by which key files name this key.
    pub fn key_id(&self) -> KeyId {
        KeyId::of(&self.0)
    }

    /// The 32 bytes of the key (RFC 8032, section 5.1.5).
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Strict: a signature that some verifiers take and others do not (small-order points, a scalar that
    /// is not reduced) is refused.
    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }

    fn from_base64url(text: &str) -> Option<Self> {
        let bytes: [u8; 32] = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok()?;
        let key = VerifyingKey::from_bytes(&bytes).ok()?;
        (!key.is_weak()).then_some(Self(key))
    }
}

impl FromStr for KeyId {
    type Err = NotAKeyId;
    fn from_str(text: &str) -> Result<Self, NotAKeyId> {
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| NotAKeyId)?;
        bytes.try_into().map(Self).map_err(|_| NotAKeyId)
    }
}

impl FromStr for PublicKey {
    type Err = NotAPublicKey;
    fn from_str(text: &str) -> Result<Self, NotAPublicKey> {
        let (id, key) = text.split_once(':').ok_or(NotAPublicKey::Form)?;
        let written: KeyId = id.parse().map_err(|_| NotAPublicKey::Form)?;
        let key = Self::from_base64url(key).ok_or(NotAPublicKey::Key)?;
        let derived = key.key_id();
        if written == derived { Ok(key) } else { Err(NotAPublicKey::OtherId { written, derived }) }
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.key_id(), BASE64URL_NOPAD.encode(self.0.as_bytes()))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.key_id())
    }
}
