//! What a key file says: who may use what, on how many devices, from when until when.

use serde::{Deserialize, Deserializer, Serialize};

/// The longest text a claim may hold, in bytes of UTF-8.
pub const TEXT_MAX_BYTES: usize = 500;

/// The latest time a claim may hold: the first second of the year 10000, in Unix seconds.
pub const TIME_MAX: i64 = 253_402_300_800;

/// How many letters and digits of a serial number a key file may show, of 16.
const SERIAL_SHOWN_MAX: usize = 8;

/// What a key file says.
///
/// In the file the members have the short names of RFC 7519 where it has one, else three letters or fewer,
/// always in this order. Times are Unix seconds. Claims that a reader does not know are passed over, so
/// that a later Tenure can say more to an older product; a claim that is missing, doubled or of another
/// type makes the file malformed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Claims {
    /// `iss`: the vendor's name.
    #[serde(rename = "iss")]
    pub vendor: String,
    /// `lic`: the license's public id, `lic_…`.
    #[serde(rename = "lic")]
    pub license_id: String,
    /// `sn`: the serial number, masked; the whole one is a secret and is never in a key file.
    #[serde(rename = "sn")]
    pub masked_serial: String,
    /// `prd`: the product's code, for the product to compare with its own.
    #[serde(rename = "prd")]
    pub product_code: String,
    /// `prn`: the product's name, for people.
    #[serde(rename = "prn")]
    pub product_name: String,
    /// `dev`: how many devices may use the license.
    #[serde(rename = "dev")]
    pub devices: u32,
    /// `sub`: the holder's name; absent when it is not known.
    #[serde(rename = "sub", default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub holder_name: Option<String>,
    /// `nbf`: the first second at which the license is valid.
    #[serde(rename = "nbf")]
    pub begins_at: i64,
    /// `exp`: the first second at which the license is no longer valid, as in RFC 7519, section 4.1.4
    /// ("on or after which the JWT MUST NOT be accepted").
    ///
    /// A license is valid through the last second of its expiry date, so this is the first second of the
    /// day after it, in the holder's time zone. To tell people until when, use
    /// [`Claims::last_valid_second`]: its calendar day there is the expiry date.
    #[serde(rename = "exp")]
    pub ends_at: i64,
    /// `iat`: when the key file was made. It says which of two files is newer; a reader does not judge by it.
    #[serde(rename = "iat")]
    pub issued_at: i64,
}

/// Claims that must not be signed, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// A text is empty where one is needed, or too long, or has control characters.
    #[error("claim `{0}` must have 1 to {TEXT_MAX_BYTES} bytes and no control characters")]
    Text(&'static str),
    /// The serial number is not masked.
    #[error("claim `sn` shows more than {SERIAL_SHOWN_MAX} letters and digits of the serial number: mask it")]
    SerialShown,
    /// A time is before 1970 or after [`TIME_MAX`].
    #[error("claim `{0}` is not a time between 1970 and the end of the year 9999, in Unix seconds")]
    Time(&'static str),
    /// There is no second at which the license would be valid.
    #[error("claim `exp` is not after `nbf`: the license would never be valid")]
    NeverValid,
}

impl Claims {
    /// Whether these claims may be signed. What passes makes a key file that fits [`MAX_BYTES`](crate::MAX_BYTES).
    ///
    /// ```
    /// use tenure_keyfile::{Claims, Unfit};
    ///
    /// let mut claims = Claims {
    ///     vendor: "Example Software".into(),
    ///     license_id: "lic_1".into(),
    ///     masked_serial: "****-****-****-7Q2K".into(),
    ///     product_code: "security-space".into(),
    ///     product_name: "Security Space".into(),
    ///     devices: 1,
    ///     holder_name: None,
    ///     begins_at: 0,
    ///     ends_at: 86_400,
    ///     issued_at: 0,
    /// };
    /// assert_eq!(claims.check(), Ok(()));
    /// claims.masked_serial = "ABCD-EFGH-JKLM-7Q2K".into();
    /// assert_eq!(claims.check(), Err(Unfit::SerialShown));
    /// ```
    pub fn check(&self) -> Result<(), Unfit> {
        self.check_texts()?;
        if self.masked_serial.chars().filter(char::is_ascii_alphanumeric).count() > SERIAL_SHOWN_MAX {
            return Err(Unfit::SerialShown);
        }
        self.check_times()
    }

    /// The last second at which the license is valid, in Unix seconds.
    pub const fn last_valid_second(&self) -> i64 {
        self.ends_at.saturating_sub(1)
    }

    fn check_texts(&self) -> Result<(), Unfit> {
        let texts = [
            ("iss", Some(&self.vendor)),
            ("lic", Some(&self.license_id)),
            ("sn", Some(&self.masked_serial)),
            ("prd", Some(&self.product_code)),
            ("prn", Some(&self.product_name)),
            ("sub", self.holder_name.as_ref()),
        ];
        let unfit = texts.into_iter().find(|(_, text)| text.is_some_and(|text| !is_fit(text)));
        unfit.map_or(Ok(()), |(name, _)| Err(Unfit::Text(name)))
    }

    fn check_times(&self) -> Result<(), Unfit> {
        let times = [("nbf", self.begins_at), ("exp", self.ends_at), ("iat", self.issued_at)];
        if let Some((name, _)) = times.into_iter().find(|(_, time)| !(0..=TIME_MAX).contains(time)) {
            return Err(Unfit::Time(name));
        }
        if self.ends_at <= self.begins_at { Err(Unfit::NeverValid) } else { Ok(()) }
    }

    /// Reads the signed JSON text; `None` when a claim is missing, doubled or of another type.
    pub(crate) fn from_json(json: &[u8]) -> Option<Self> {
        // serde would also take an array for a structure.
        json.starts_with(b"{").then(|| serde_json::from_slice(json).ok()).flatten()
    }

    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("texts and whole numbers always have a JSON form")
    }
}

fn is_fit(text: &str) -> bool {
    (1..=TEXT_MAX_BYTES).contains(&text.len()) && !text.contains(char::is_control)
}

/// Reads a member that may be absent but is never `null`: one meaning, one spelling.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    String::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit() -> Claims {
        Claims {
            vendor: "V".into(),
            license_id: "lic_1".into(),
            masked_serial: "ABCD-****-****-7Q2K".into(),
            product_code: "p".into(),
            product_name: "P".into(),
            devices: 1,
            holder_name: None,
            begins_at: 10,
            ends_at: 11,
            issued_at: 10,
        }
    }

    #[test]
    fn a_doubled_claim_is_not_read() {
        let json = fit().to_json();
        assert_eq!(Claims::from_json(json.as_bytes()), Some(fit()));
        let doubled = json.replace(r#""dev":1"#, r#""dev":1,"dev":900"#);
        assert_eq!(Claims::from_json(doubled.as_bytes()), None);
    }

    #[test]
    fn an_array_in_the_order_of_the_claims_is_not_read() {
        let array = br#"["V","lic_1","*","p","P",1,"H",10,11,10]"#;
        assert!(serde_json::from_slice::<Claims>(array).is_ok(), "serde alone would take it");
        assert_eq!(Claims::from_json(array), None);
    }

    #[test]
    fn fit_claims_may_be_signed() {
        assert_eq!(fit().check(), Ok(()));
    }

    #[test]
    fn a_whole_serial_number_is_refused_with_and_without_dashes() {
        for serial in ["ABCD-EFGH-JKLM-7Q2K", "ABCDEFGHJKLM7Q2K", "ABCD-EFGH-J***-****"] {
            let claims = Claims { masked_serial: serial.into(), ..fit() };
            assert_eq!(claims.check(), Err(Unfit::SerialShown), "{serial}");
        }
    }

    #[test]
    fn empty_long_and_unprintable_texts_are_refused_by_name() {
        for text in [String::new(), "ą".repeat(251), "a\u{1b}[2J".into()] {
            let claims = Claims { holder_name: Some(text.clone()), ..fit() };
            assert_eq!(claims.check(), Err(Unfit::Text("sub")), "{text}");
            let claims = Claims { vendor: text.clone(), ..fit() };
            assert_eq!(claims.check(), Err(Unfit::Text("iss")), "{text}");
        }
        let claims = Claims { holder_name: Some("ą".repeat(250)), ..fit() };
        assert_eq!(claims.check(), Ok(()));
    }

    #[test]
    fn times_outside_the_calendar_are_refused_by_name() {
        assert_eq!(Claims { begins_at: -1, ..fit() }.check(), Err(Unfit::Time("nbf")));
        assert_eq!(Claims { ends_at: TIME_MAX + 1, ..fit() }.check(), Err(Unfit::Time("exp")));
        assert_eq!(Claims { issued_at: i64::MAX, ..fit() }.check(), Err(Unfit::Time("iat")));
    }

    #[test]
    fn a_license_without_a_valid_second_is_refused() {
        assert_eq!(Claims { ends_at: 10, ..fit() }.check(), Err(Unfit::NeverValid));
    }
}
