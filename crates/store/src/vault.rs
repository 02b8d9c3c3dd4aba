//! Secrets at rest: serial numbers, addresses and the facts of letters are sealed; look-up goes by a keyed hash.
//!
//! Sealed with AES-256-GCM-SIV (RFC 8452); the row's id and the column are associated data, so a sealed value
//! cannot be moved to another row. The nonce is derived from the same two: the mode withstands a nonce used twice.

use aws_lc_rs::{
    aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hmac,
};
use data_encoding::HEXLOWER;
use tenure_domain::{Address, Serial};

use crate::db::Fault;

/// What a sealed value begins with: the number of the key that sealed it.
const KEY_NUMBER: u8 = 1;

/// Seals and opens secrets.
pub struct Vault {
    seal: LessSafeKey,
    index: hmac::Key,
}

impl Vault {
    /// A vault with a key that seals and a key that hashes.
    pub fn new(seal: [u8; 32], index: [u8; 32]) -> Self {
        let unbound = UnboundKey::new(&AES_256_GCM_SIV, &seal).expect("the key has 32 octets");
        Self { seal: LessSafeKey::new(unbound), index: hmac::Key::new(hmac::HMAC_SHA256, &index) }
    }

    /// Seals `plain` for a column of a row.
    pub(crate) fn seal(&self, row: &str, column: &str, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut sealed = Vec::with_capacity(plain.len() + 17);
        sealed.extend_from_slice(plain);
        self.seal
            .seal_in_place_append_tag(self.nonce(row, column), aad(row, column), &mut sealed)
            .map_err(|_| Fault::data(column, "it could not be sealed"))?;
        sealed.insert(0, KEY_NUMBER);
        Ok(sealed)
    }

    /// Opens what [`Vault::seal`] sealed for the same column of the same row.
    pub(crate) fn open(&self, row: &str, column: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let cannot = || {
            Fault::data(
                format!("{column} of {row}"),
                "it was not sealed with this key file for this row: is the key file the one made with this database?",
            )
        };
        let [KEY_NUMBER, body @ ..] = sealed else { return Err(cannot()) };
        let mut body = body.to_vec();
        let plain = self
            .seal
            .open_in_place(self.nonce(row, column), aad(row, column), &mut body)
            .map_err(|_| cannot())?;
        let length = plain.len();
        body.truncate(length);
        Ok(body)
    }

    pub(crate) fn open_text(&self, row: &str, column: &str, sealed: &[u8]) -> Result<String, Fault> {
        String::from_utf8(self.open(row, column, sealed)?).map_err(|error| Fault::data(column, error))
    }

    /// What a serial number is looked up by.
    pub(crate) fn serial_hash(&self, serial: &Serial) -> Vec<u8> {
        self.hash("serial", &serial.folded())
    }

    /// What an address is looked up by.
    pub(crate) fn address_hash(&self, address: &Address) -> Vec<u8> {
        self.hash("address", address.key())
    }

    /// What tries against a serial number are counted by.
    pub(crate) fn serial_key(&self, serial: &Serial) -> String {
        HEXLOWER.encode(&self.hash("tries serial", &serial.folded()))
    }

    /// What letters for an address are counted by.
    pub(crate) fn address_key(&self, address: &Address) -> String {
        HEXLOWER.encode(&self.hash("tries address", address.key()))
    }

    /// What a passkey's credential is looked up by.
    pub(crate) fn credential_hash(&self, id: &[u8]) -> String {
        HEXLOWER.encode(&self.hash("credential", &HEXLOWER.encode(id)))
    }

    fn hash(&self, what: &str, text: &str) -> Vec<u8> {
        hmac::sign(&self.index, format!("{what}\0{text}").as_bytes()).as_ref().to_vec()
    }

    fn nonce(&self, row: &str, column: &str) -> Nonce {
        let digest = hmac::sign(&self.index, format!("nonce\0{row}\0{column}").as_bytes());
        let mut nonce = [0; NONCE_LEN];
        nonce.copy_from_slice(&digest.as_ref()[..NONCE_LEN]);
        Nonce::assume_unique_for_key(nonce)
    }
}

fn aad(row: &str, column: &str) -> Aad<Vec<u8>> {
    Aad::from(format!("{row}\0{column}").into_bytes())
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_in_its_own_place_only() {
        let vault = Vault::new([1; 32], [2; 32]);
        let sealed = vault.seal("lic_1", "serial", b"ABCDEFGH12345678").unwrap();
        assert!(!sealed.windows(4).any(|four| four == b"ABCD"));
        assert_eq!(vault.open("lic_1", "serial", &sealed).unwrap(), b"ABCDEFGH12345678");
        assert!(vault.open("lic_2", "serial", &sealed).is_err());
        assert!(vault.open("lic_1", "address", &sealed).is_err());
        assert!(Vault::new([3; 32], [2; 32]).open("lic_1", "serial", &sealed).is_err());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(vault.open("lic_1", "serial", &changed).is_err(), "{at}");
        }
    }

    #[test]
    fn look_up_is_as_forgiving_as_typing() {
        let vault = Vault::new([1; 32], [2; 32]);
        let hash = |text: &str| vault.serial_hash(&text.parse().unwrap());
        assert_eq!(hash("ABCD-EFG0-1234-5678"), hash("abcd efgo i234 5678"));
        assert_ne!(hash("ABCD-EFG0-1234-5678"), hash("ABCD-EFG0-1234-5679"));
        assert_eq!(
            vault.address_hash(&"A@Example.com".parse().unwrap()),
            vault.address_hash(&"a@example.COM".parse().unwrap())
        );
    }
}
