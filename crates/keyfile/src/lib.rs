//! The key file: a signed text that a vendor's product reads offline, saying who may use what until when.
//!
//! A key file is one line: a JSON Web Signature in its compact form (RFC 7515), signed with Ed25519
//! (RFC 8032; the algorithm's name is that of RFC 9864). Its header is always
//! `{"alg":"Ed25519","kid":"…","typ":"tenure-key+jwt"}`, to the byte; a reader takes no other algorithm,
//! type, header member or spelling, so nothing in the file can choose how it is verified. The same claims
//! and the same key give the same bytes.
//!
//! The vendor signs with a [`SigningKey`]; the product carries [`PublicKeys`] as text and needs neither a
//! network nor this crate's signing half:
//!
//! ```
//! use tenure_keyfile::{Claims, Invalid, PublicKeys, SigningKey, sign};
//!
//! // At the vendor's. The seed is 32 random bytes that never leave the vendor.
//! let key = SigningKey::from_seed(&[7; 32]);
//! let claims = Claims {
//!     vendor: "Example Software".into(),
//!     license_id: "lic_01jdy4w3r5e8z9k2m7n6p5q4r3".into(),
//!     masked_serial: "****-****-****-7Q2K".into(),
//!     product_code: "security-space".into(),
//!     product_name: "Security Space".into(),
//!     devices: 3,
//!     holder_name: Some("Zofia Przykładowa".into()),
//!     begins_at: 1_764_543_600, // 2025-12-01 00:00:00 in Warsaw
//!     ends_at: 1_796_079_600,   // 2026-12-01 00:00:00 in Warsaw: the expiry date is 2026-11-30
//!     issued_at: 1_764_580_000,
//! };
//! claims.check()?;
//! let key_file = sign(&claims, &key);
//! let embedded = key.public_key().to_string();
//!
//! // In the product.
//! let keys: PublicKeys = embedded.parse()?;
//! assert_eq!(keys.verify(&key_file, 1_796_079_599)?, claims);
//! match keys.verify(&key_file, 1_796_079_600) {
//!     Err(Invalid::Expired(claims)) => assert_eq!(claims.last_valid_second(), 1_796_079_599),
//!     other => panic!("{other:?}"),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod claims;
mod compact;
mod invalid;
mod key;
mod public_keys;

pub use claims::{Claims, TEXT_MAX_BYTES, TIME_MAX, Unfit};
pub use compact::MAX_BYTES;
pub use invalid::{Invalid, Malformed};
pub use key::{KeyId, NotAKeyId, NotAPublicKey, PublicKey, SigningKey};
pub use public_keys::{NotPublicKeys, PublicKeys};

/// Writes and signs a key file: one line, without a line end (a file gets one `\n` after it).
///
/// The same claims and key give the same bytes (RFC 8032 signatures use no chance). The claims are signed
/// as they are: [`Claims::check`] belongs before it, for claims that fail it may leak a serial number or
/// make a key file that is longer than any reader takes.
///
/// ```
/// # let claims = tenure_keyfile::Claims {
/// #     vendor: "V".into(), license_id: "lic_1".into(), masked_serial: "*".into(), product_code: "p".into(),
/// #     product_name: "P".into(), devices: 1, holder_name: None, begins_at: 0, ends_at: 1, issued_at: 0,
/// # };
/// let key = tenure_keyfile::SigningKey::from_seed(&[7; 32]);
/// let key_file = tenure_keyfile::sign(&claims, &key);
/// assert_eq!(key_file, tenure_keyfile::sign(&claims, &key));
/// assert_eq!(key_file.split('.').count(), 3);
/// ```
pub fn sign(claims: &Claims, key: &SigningKey) -> String {
    compact::write(key, &claims.to_json())
}

/// The code in the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
