//! Typed identifiers: a prefix that says what it names, and 128 bits in Crockford's base 32.
//!
//! The bits are a UUID version 7 (RFC 9562) made by the caller, so ids sort by the time they were made.

use std::{fmt, str::FromStr, sync::LazyLock};

use data_encoding::{Encoding, Specification};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// How many buckets the keys of license, notice and letter are spread over.
pub const BUCKETS: u16 = 1024;

/// Crockford's base 32 in lower case; `i`, `l` and `o` are read as `1`, `1` and `0`.
static CROCKFORD: LazyLock<Encoding> = LazyLock::new(|| {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
    spec.translate.from.push_str("ABCDEFGHJKMNPQRSTVWXYZoOiIlL");
    spec.translate.to.push_str("abcdefghjkmnpqrstvwxyz001111");
    spec.check_trailing_bits = false;
    spec.encoding().expect("the alphabet has 32 distinct symbols")
});

/// A text is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is not an id of the form {prefix}_…: copy it whole, as `license list` or the portal shows it"
)]
pub struct NotAnId {
    /// What was given.
    pub text: String,
    /// The prefix that was expected.
    pub prefix: &'static str,
}

fn write_id(f: &mut fmt::Formatter<'_>, prefix: &str, bits: u128) -> fmt::Result {
    write!(f, "{prefix}_{}", CROCKFORD.encode(&bits.to_be_bytes()))
}

fn read_id(text: &str, prefix: &'static str) -> Result<u128, NotAnId> {
    let not_an_id = || NotAnId { text: text.to_owned(), prefix };
    let body = text.trim().strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_'));
    let bytes = CROCKFORD.decode(body.ok_or_else(not_an_id)?.as_bytes()).map_err(|_| not_an_id())?;
    Ok(u128::from_be_bytes(bytes.try_into().map_err(|_| not_an_id())?))
}

macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl $name {
            /// What every id of this kind begins with.
            pub const PREFIX: &'static str = $prefix;

            /// An id from the bits of a UUID version 7.
            pub const fn from_bits(bits: u128) -> Self {
                Self(bits)
            }

            /// The bits, as given to [`Self::from_bits`].
            pub const fn bits(self) -> u128 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_id(f, $prefix, self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_id(text, $prefix).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

typed_id!(
    /// Names a license.
    LicenseId, "lic"
);
typed_id!(
    /// Names a holder.
    HolderId, "hld"
);
typed_id!(
    /// Names an event: something that happened to a license.
    EventId, "evt"
);
typed_id!(
    /// Names a notice.
    NoticeId, "ntc"
);
typed_id!(
    /// Names a letter.
    LetterId, "ltr"
);
typed_id!(
    /// Names a signed-in visit of a holder.
    SessionId, "ses"
);
typed_id!(
    /// Names a token of the API.
    TokenId, "tok"
);
typed_id!(
    /// Names a passkey of a holder.
    PasskeyId, "pky"
);
typed_id!(
    /// Names a change of a holder's address.
    ChangeId, "chg"
);
typed_id!(
    /// Names an erasure, and nobody.
    ErasureId, "ers"
);

impl LicenseId {
    /// The bucket, 0…1023, of everything that belongs to this license.
    ///
    /// The low bits of a UUID version 7 are random, so they serve as their own hash.
    #[expect(clippy::cast_possible_truncation, reason = "the remainder is below 1024")]
    pub const fn bucket(self) -> u16 {
        (self.0 % BUCKETS as u128) as u16
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_as_it_was_written() {
        for bits in [0, 1, u128::MAX, 0x0193_5b1e_7c00_7000_8000_1234_5678_9abc] {
            let id = LicenseId::from_bits(bits);
            assert_eq!(id.to_string().parse::<LicenseId>().unwrap(), id);
            assert_eq!(id.to_string().len(), 30);
        }
    }

    #[test]
    fn ids_sort_as_their_bits_do() {
        let (older, newer) = (LicenseId::from_bits(7 << 80), LicenseId::from_bits(8 << 80));
        assert!(older.to_string() < newer.to_string());
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let text = NoticeId::from_bits(7).to_string();
        let error = text.parse::<LicenseId>().unwrap_err();
        assert!(error.to_string().contains("lic_"), "{error}");
        for broken in ["", "lic_", "lic_zz", "lic_ÄÄ"] {
            assert!(broken.parse::<LicenseId>().is_err(), "{broken}");
        }
    }
}
