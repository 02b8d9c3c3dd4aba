//! DKIM (RFC 6376): two signatures over the bytes of a message, RSA-2048 for everybody and Ed25519 (RFC 8463) for those
//! who know it, and the DNS records that verify them.
//!
//! Pure: the instant of the signature is given, and neither kind of signature takes chance, so the same message gives
//! the same bytes. Headers and body are canonicalized `relaxed`, so that a relay may fold and trim.

use std::fmt::Write as _;

use aws_lc_rs::{
    digest::{SHA256, digest},
    encoding::{AsDer as _, PublicKeyX509Der},
    rand::SystemRandom,
    rsa::KeyPair as RsaKeyPair,
    signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256},
};
use data_encoding::{BASE64, HEXLOWER};
use jiff::Timestamp;

/// The headers that are signed where a message has them. `From` is named once more than it stands, so that nobody can
/// add a second one; RFC 8058 wants those about unsubscribing signed.
const SIGNED: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-language",
    "auto-submitted",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "feedback-id",
];

/// How many characters of a signature stand in one line.
const LINE: usize = 72;

/// How many octets a string of a DNS record holds at most (RFC 1035, section 3.3.14).
const TXT: usize = 255;

/// Signs messages for one domain.
#[derive(Debug)]
pub struct Signer {
    domain: String,
    keys: Vec<Key>,
}

/// A key and the name under which the DNS has its public half.
#[derive(Debug)]
struct Key {
    selector: String,
    secret: Secret,
}

#[derive(Debug)]
enum Secret {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Box<Ed25519KeyPair>),
}

/// A record for the DNS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where it stands.
    pub name: String,
    /// Its text; in a zone file cut into strings, see [`Record::in_zone`].
    pub text: String,
}

impl Record {
    /// The text as a zone file wants it: in strings of at most 255 octets.
    pub fn in_zone(&self) -> String {
        let strings: Vec<String> = self
            .text
            .as_bytes()
            .chunks(TXT)
            .map(|chunk| format!("\"{}\"", String::from_utf8_lossy(chunk)))
            .collect();
        strings.join(" ")
    }
}

/// What is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no {0} key")]
pub struct NotAKey(&'static str);

impl Signer {
    /// Signs for a domain, with no keys yet.
    pub fn new(domain: impl Into<String>) -> Self {
        Self { domain: domain.into(), keys: Vec::new() }
    }

    /// Signs with an RSA key too, given as PKCS #8.
    ///
    /// # Errors
    /// [`NotAKey`] when it is none.
    pub fn with_rsa(mut self, selector: &str, pkcs8: &[u8]) -> Result<Self, NotAKey> {
        let key = RsaKeyPair::from_pkcs8(pkcs8).map_err(|_| NotAKey("RSA"))?;
        self.keys.push(Key { selector: selector.to_owned(), secret: Secret::Rsa(Box::new(key)) });
        Ok(self)
    }

    /// Signs with an Ed25519 key too, given as its seed.
    ///
    /// # Errors
    /// [`NotAKey`] when it is none.
    pub fn with_ed25519(mut self, selector: &str, seed: &[u8; 32]) -> Result<Self, NotAKey> {
        let key = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| NotAKey("Ed25519"))?;
        self.keys.push(Key { selector: selector.to_owned(), secret: Secret::Ed25519(Box::new(key)) });
        Ok(self)
    }

    /// The domain that is signed for.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Names domain, selectors and keys: the same for the same signatures.
    pub fn name(&self) -> String {
        let said: Vec<String> =
            self.records().into_iter().map(|record| format!("{} {}", record.name, record.text)).collect();
        HEXLOWER.encode(digest(&SHA256, said.join("\n").as_bytes()).as_ref())
    }

    /// The message with a signature by each key before it.
    pub fn sign(&self, message: &[u8], at: Timestamp) -> Vec<u8> {
        let text = String::from_utf8_lossy(message);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let headers = headers(head);
        let body_hash = BASE64.encode(digest(&SHA256, relaxed_body(body).as_bytes()).as_ref());
        let mut signed = Vec::with_capacity(message.len() + 2048);
        for key in &self.keys {
            signed.extend(self.signature(key, &headers, &body_hash, at).into_bytes());
        }
        signed.extend_from_slice(message);
        signed
    }

    /// One header `DKIM-Signature` with its line end.
    fn signature(&self, key: &Key, headers: &[(String, String)], body_hash: &str, at: Timestamp) -> String {
        let named = signed_headers(headers);
        let listed =
            named.iter().map(|(name, _)| name.as_str()).chain(["from"]).collect::<Vec<_>>().join(":");
        let unsigned = format!(
            "DKIM-Signature: v=1; a={}; c=relaxed/relaxed; d={};\r\n\ts={}; t={};\r\n\th={};\r\n\tbh={body_hash};\r\n\tb=",
            key.secret.algorithm(),
            self.domain,
            key.selector,
            at.as_second(),
            listed
                .replace(":mime-version", ":\r\n\tmime-version")
                .replace(":list-unsubscribe:", ":\r\n\tlist-unsubscribe:"),
        );
        let mut data = String::new();
        for (name, value) in &named {
            write!(data, "{name}:{value}\r\n").expect("a String takes everything");
        }
        let (_, value) = unsigned.split_once(':').expect("it was just written");
        write!(data, "dkim-signature:{}", relaxed_value(value)).expect("a String takes everything");
        let signature = BASE64.encode(&key.secret.sign(data.as_bytes()));
        let lines: Vec<&str> = signature
            .as_bytes()
            .chunks(LINE)
            .map(|line| str::from_utf8(line).expect("base64 is ASCII"))
            .collect();
        format!("{unsigned}{}\r\n", lines.join("\r\n\t"))
    }

    /// The records with the public halves of the keys (RFC 6376, section 3.6.1).
    pub fn records(&self) -> Vec<Record> {
        let record = |key: &Key| Record {
            name: format!("{}._domainkey.{}", key.selector, self.domain),
            text: format!("v=DKIM1; k={}; p={}", key.secret.kind(), BASE64.encode(&key.secret.public())),
        };
        self.keys.iter().map(record).collect()
    }
}

impl Secret {
    const fn algorithm(&self) -> &'static str {
        match self {
            Self::Rsa(_) => "rsa-sha256",
            Self::Ed25519(_) => "ed25519-sha256",
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Rsa(_) => "rsa",
            Self::Ed25519(_) => "ed25519",
        }
    }

    fn public(&self) -> Vec<u8> {
        match self {
            Self::Rsa(key) => {
                let encoded: PublicKeyX509Der<'_> =
                    key.public_key().as_der().expect("a key that was read can be written");
                encoded.as_ref().to_vec()
            }
            Self::Ed25519(key) => key.public_key().as_ref().to_vec(),
        }
    }

    /// RSASSA-PKCS1-v1_5 over the data, Ed25519 over its digest (RFC 8463, section 3).
    #[expect(
        clippy::disallowed_methods,
        reason = "this padding takes no chance, although the function wants a source of it"
    )]
    fn sign(&self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), data, &mut signature)
                    .expect("a key that was read can sign");
                signature
            }
            Self::Ed25519(key) => key.sign(digest(&SHA256, data).as_ref()).as_ref().to_vec(),
        }
    }
}

/// The headers of a message: the name in lower case, the value in its relaxed form.
fn headers(head: &str) -> Vec<(String, String)> {
    let mut lines: Vec<String> = Vec::new();
    for line in head.split("\r\n") {
        match lines.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line),
            _ => lines.push(line.to_owned()),
        }
    }
    let split = lines.iter().filter_map(|line| line.split_once(':'));
    split.map(|(name, value)| (name.trim().to_lowercase(), relaxed_value(value))).collect()
}

/// Those that are signed, in the order in which they are named.
fn signed_headers(headers: &[(String, String)]) -> Vec<(String, String)> {
    let find = |name: &&str| headers.iter().find(|(other, _)| other == *name).cloned();
    SIGNED.iter().filter_map(find).collect()
}

/// A header's value without folds, each run of blanks as one space (RFC 6376, section 3.4.2).
fn relaxed_value(value: &str) -> String {
    let blank = |sign: char| matches!(sign, ' ' | '\t' | '\r' | '\n');
    value.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A body whose lines end in no blanks, with each run of blanks as one space, and no empty lines at its end
/// (RFC 6376, section 3.4.4).
fn relaxed_body(body: &str) -> String {
    let mut relaxed = String::with_capacity(body.len());
    for line in body.split("\r\n") {
        let mut was_blank = false;
        for sign in line.trim_end_matches([' ', '\t']).chars() {
            let is_blank = matches!(sign, ' ' | '\t');
            if !is_blank {
                relaxed.push(sign);
            } else if !was_blank {
                relaxed.push(' ');
            }
            was_blank = is_blank;
        }
        relaxed.push_str("\r\n");
    }
    let kept = relaxed.trim_end_matches("\r\n").len();
    relaxed.truncate(kept);
    if !relaxed.is_empty() {
        relaxed.push_str("\r\n");
    }
    relaxed
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const MESSAGE: &[u8] = b"From: a@vendor.example\r\nSubject: A  long\r\n subject\r\nX-Other: b\r\n\r\nWords \t here \r\n\r\n\r\n";

    fn signed(message: &[u8]) -> String {
        let signer = Signer::new("vendor.example").with_ed25519("ed", &[7; 32]).unwrap();
        String::from_utf8(signer.sign(message, Timestamp::UNIX_EPOCH)).unwrap()
    }

    #[test]
    fn relaxed_is_as_the_standard_shows_it() {
        assert_eq!(relaxed_body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
        assert_eq!(relaxed_body("\r\n\r\n"), "");
        assert_eq!(relaxed_value(" Y\t\r\n\tZ  "), "Y Z");
    }

    #[test]
    fn the_same_message_at_the_same_instant_gives_the_same_signature() {
        assert_eq!(signed(MESSAGE), signed(MESSAGE));
        assert!(signed(MESSAGE).starts_with("DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=vendor.example;\r\n\ts=ed; t=0;\r\n\th=from:subject:from;\r\n\tbh="));
        assert!(signed(MESSAGE).ends_with(str::from_utf8(MESSAGE).unwrap()));
    }

    #[test]
    fn folds_and_blanks_change_no_signature_and_words_do() {
        let header = |message: &[u8]| signed(message).split("\r\nFrom").next().unwrap().to_owned();
        let folded =
            b"From:  a@vendor.example\r\nSubject: A long subject\r\nX-Other: c\r\n\r\nWords here\r\n";
        assert_eq!(header(MESSAGE), header(folded));
        assert_ne!(header(MESSAGE), header(&MESSAGE.to_ascii_lowercase()));
    }

    #[test]
    fn a_long_record_is_cut_into_strings() {
        let key = RsaKeyPair::generate(aws_lc_rs::rsa::KeySize::Rsa2048).unwrap();
        let key: aws_lc_rs::encoding::Pkcs8V1Der<'_> = key.as_der().unwrap();
        let signer = Signer::new("vendor.example").with_rsa("rsa", key.as_ref()).unwrap();
        let record = signer.records().remove(0);
        assert!(
            record.name == "rsa._domainkey.vendor.example"
                && record.text.starts_with("v=DKIM1; k=rsa; p=MII")
        );
        assert_eq!(record.in_zone().replace("\" \"", "").trim_matches('"'), record.text);
        assert!(record.in_zone().split("\" \"").all(|part| part.trim_matches('"').len() <= TXT));
        assert_eq!(Signer::new("x").with_rsa("rsa", &[1, 2]).unwrap_err(), NotAKey("RSA"));
    }
}
