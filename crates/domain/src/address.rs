//! E-mail addresses: sent to as first written, compared by a key (rule 1).

use std::{fmt, str::FromStr};

use email_address::EmailAddress;
use unicode_normalization::UnicodeNormalization as _;

/// The longest address that SMTP carries (RFC 5321, 4.5.3.1.3), in octets.
const LONGEST: usize = 254;

/// An e-mail address as its holder first wrote it.
#[derive(Clone)]
pub struct Address {
    written: String,
    key: String,
}

/// A text is not an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address ({why}); one is written name@example.com")]
pub struct NotAnAddress {
    why: &'static str,
}

impl Address {
    /// As first written, trimmed: what mail is sent to.
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// What two addresses are compared by: NFC, the domain as lower-case IDNA (UTS 46), the local part without case.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Shown where the whole is too much: `a…@example.com`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.written.rsplit_once('@').unwrap_or((&self.written, ""));
        format!("{}…@{domain}", local.chars().take(1).collect::<String>())
    }
}

impl FromStr for Address {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let refuse = |why| Err(NotAnAddress { why });
        let written: String = text.trim().nfc().collect();
        if written.is_empty() {
            return refuse("it is empty");
        }
        if written.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return refuse("it has a line break, a blank or a control character inside");
        }
        if written.len() > LONGEST {
            return refuse("it is longer than 254 octets");
        }
        let Some((local, domain)) = written.rsplit_once('@') else { return refuse("it has no @") };
        let Ok(ascii_domain) = idna::domain_to_ascii_strict(domain) else {
            return refuse("its domain is not a domain name");
        };
        if !EmailAddress::is_valid(&format!("{local}@{ascii_domain}")) {
            return refuse("its parts do not follow RFC 5322");
        }
        let key =
            format!("{}@{}", local.to_lowercase().nfc().collect::<String>(), ascii_domain.to_lowercase());
        Ok(Self { written, key })
    }
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}
impl Eq for Address {}

impl fmt::Debug for Address {
    /// No address in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_same_mailbox_is_one_address_however_it_is_written() {
        for (one, other) in [
            ("anna@example.com", " Anna@EXAMPLE.com "),
            ("anna@żółw.example", "anna@xn--w-uga1v8h.example"),
            ("zoë@example.com", "zoe\u{308}@example.com"),
            ("ŁUKASZ@example.com", "łukasz@example.com"),
        ] {
            assert_eq!(one.parse::<Address>().unwrap(), other.parse::<Address>().unwrap(), "{one} {other}");
        }
        assert_ne!("a@example.com".parse::<Address>().unwrap(), "b@example.com".parse::<Address>().unwrap());
    }

    #[test]
    fn mail_goes_to_what_was_written() {
        assert_eq!(" Anna.K@Example.com ".parse::<Address>().unwrap().as_written(), "Anna.K@Example.com");
    }

    #[test]
    fn what_is_no_address_is_refused_with_the_reason() {
        for (wrong, why) in [
            ("", "empty"),
            ("anna", "no @"),
            ("anna@", "domain"),
            ("anna@exa mple.com", "blank"),
            ("anna@example.com\r\nBcc: eve@example.com", "line break"),
            ("@example.com", "RFC 5322"),
            ("anna..k@example.com", "RFC 5322"),
        ] {
            let error = wrong.parse::<Address>().unwrap_err().to_string();
            assert!(error.contains(why), "{wrong:?}: {error}");
        }
        assert!(format!("{}@example.com", "a".repeat(300)).parse::<Address>().is_err());
    }

    #[test]
    fn a_debugged_address_shows_no_more_than_its_first_letter() {
        assert_eq!(format!("{:?}", "anna@example.com".parse::<Address>().unwrap()), "a…@example.com");
    }
}
