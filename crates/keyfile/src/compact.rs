//! The compact form of a JSON Web Signature (RFC 7515, section 3.1), in the one shape a key file may have.

use data_encoding::BASE64URL_NOPAD;

use crate::{KeyId, Malformed, SigningKey};

/// The longest text that is looked at as a key file, in bytes, white space around it included.
pub const MAX_BYTES: usize = 16_384;

/// The parts of a key file whose form is right and whose signature is not yet verified.
pub(crate) struct Compact<'a> {
    /// Which key is said to have signed.
    pub(crate) key_id: KeyId,
    /// What was signed: header and payload as they stand in the text.
    pub(crate) signed: &'a str,
    /// The JSON text of the claims; not looked into before the signature is verified.
    pub(crate) payload: Vec<u8>,
    /// The signature.
    pub(crate) signature: [u8; 64],
}

/// The header: these bytes, with the key's id between them. It is compared, not parsed, so nothing in a
/// key file can choose how it is verified, and no reader can understand it otherwise than another.
const HEADER_BEFORE_ID: &str = r#"{"alg":"Ed25519","kid":""#;
const HEADER_AFTER_ID: &str = r#"","typ":"tenure-key+jwt"}"#;

/// Writes the text and signs it.
pub(crate) fn write(key: &SigningKey, payload: &str) -> String {
    let header = format!("{HEADER_BEFORE_ID}{}{HEADER_AFTER_ID}", key.key_id());
    let mut text = BASE64URL_NOPAD.encode(header.as_bytes());
    text.push('.');
    BASE64URL_NOPAD.encode_append(payload.as_bytes(), &mut text);
    let signature = key.sign(text.as_bytes());
    text.push('.');
    BASE64URL_NOPAD.encode_append(&signature, &mut text);
    text
}

/// Takes the text apart, without believing it.
pub(crate) fn read(text: &str) -> Result<Compact<'_>, Malformed> {
    if text.len() > MAX_BYTES {
        return Err(Malformed::TooLong);
    }
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
    let (signed, signature) = text.rsplit_once('.').ok_or(Malformed::Parts)?;
    let (header, payload) = signed.split_once('.').ok_or(Malformed::Parts)?;
    if payload.contains('.') {
        return Err(Malformed::Parts);
    }
    Ok(Compact {
        key_id: read_header(&decode(header)?)?,
        signed,
        payload: decode(payload)?,
        signature: decode(signature)?.try_into().map_err(|_| Malformed::Signature)?,
    })
}

fn read_header(header: &[u8]) -> Result<KeyId, Malformed> {
    let text = std::str::from_utf8(header).map_err(|_| Malformed::Header)?;
    let key_id = text.strip_prefix(HEADER_BEFORE_ID).and_then(|rest| rest.strip_suffix(HEADER_AFTER_ID));
    key_id.ok_or(Malformed::Header)?.parse().map_err(|_| Malformed::Header)
}

/// Decodes base64url; padding, white space and stray bits at the end are refused, so that each text has
/// one spelling.
fn decode(part: &str) -> Result<Vec<u8>, Malformed> {
    BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| Malformed::Base64url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(text: &str) -> Option<Malformed> {
        read(text).err()
    }

    #[test]
    fn each_fault_of_form_is_named() {
        let file = write(&SigningKey::from_seed(&[7; 32]), "{}");
        let (signed, signature) = file.rsplit_once('.').expect("a key file has dots");
        let (header, payload) = signed.split_once('.').expect("a key file has dots");
        assert_eq!(why(&file), None);
        assert_eq!(why(&"x".repeat(MAX_BYTES + 1)), Some(Malformed::TooLong));
        assert_eq!(why(signed), Some(Malformed::Parts));
        assert_eq!(why(&format!("{file}.{signature}")), Some(Malformed::Parts));
        assert_eq!(why(&format!("{file}==")), Some(Malformed::Base64url));
        assert_eq!(why(&format!("{payload}.{payload}.{signature}")), Some(Malformed::Header));
        assert_eq!(why(&format!("{header}.{payload}.{payload}")), Some(Malformed::Signature));
    }
}
