//! The only source of chance: ids, serial numbers, keys and tokens.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use aws_lc_rs::{
    digest::{SHA256, digest},
    encoding::{AsDer as _, Pkcs8V1Der},
    rand::{SecureRandom as _, SystemRandom},
    rsa::{KeyPair, KeySize},
};
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use tenure_domain::Serial;

/// Where chance comes from.
#[derive(Debug, Clone)]
pub enum Ids {
    /// The machine's cryptographic generator.
    System,
    /// The same for the same seed: for the demo and for tests, never for real licenses.
    Seeded(Arc<(u64, AtomicU64)>),
}

impl Ids {
    /// Chance that is the same for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new((seed, AtomicU64::new(0))))
    }

    /// `N` octets of chance, at most 32.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for chance")]
    pub fn octets<const N: usize>(&self) -> [u8; N] {
        let mut octets = [0; N];
        match self {
            Self::System => SystemRandom::new().fill(&mut octets).expect("the machine gives random octets"),
            Self::Seeded(state) => {
                let drawn = state.1.fetch_add(1, Ordering::Relaxed);
                let block = digest(&SHA256, format!("{} {drawn}", state.0).as_bytes());
                octets.copy_from_slice(&block.as_ref()[..N]);
            }
        }
        octets
    }

    /// The bits of a UUID version 7 (RFC 9562, 5.7): 48 bits of time, 74 of chance.
    pub fn bits(&self, now: Timestamp) -> u128 {
        let millis = u128::try_from(now.as_millisecond()).unwrap_or(0) & 0xffff_ffff_ffff;
        let chance = u128::from_be_bytes(self.octets());
        let (high, low) = (chance >> 64 & 0xfff, chance & 0x3fff_ffff_ffff_ffff);
        millis << 80 | 7 << 76 | high << 64 | 2 << 62 | low
    }

    /// A new serial number.
    pub fn serial(&self) -> Serial {
        Serial::from_chance(self.octets())
    }

    /// A new RSA key of 2048 bits, as PKCS #8; of the machine's chance whatever the seed.
    pub fn rsa_key() -> Vec<u8> {
        let key = KeyPair::generate(KeySize::Rsa2048).expect("the machine gives random octets");
        let encoded: Pkcs8V1Der<'_> = key.as_der().expect("a new key can be written");
        encoded.as_ref().to_vec()
    }

    /// A secret of 256 bits as text that fits into a link.
    pub fn token(&self) -> String {
        BASE64URL_NOPAD.encode(&self.octets::<32>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids_and_no_id_twice() {
        let (one, other) = (Ids::seeded(7), Ids::seeded(7));
        let now = Timestamp::UNIX_EPOCH;
        let ids: Vec<u128> = (0..100).map(|_| one.bits(now)).collect();
        assert_eq!(ids, (0..100).map(|_| other.bits(now)).collect::<Vec<_>>());
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), 100);
    }

    #[test]
    fn an_id_is_a_uuid_version_7() {
        let now = Timestamp::from_millisecond(0x0193_5b1e_7c00).unwrap_or_default();
        let bits = Ids::System.bits(now);
        assert_eq!((bits >> 80, bits >> 76 & 0xf, bits >> 62 & 0b11), (0x0193_5b1e_7c00, 7, 2));
    }
}
