//! What holds for every key file: it reads back as it was written, and no change of it passes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use proptest::prelude::*;
use tenure_keyfile::{Claims, Invalid, MAX_BYTES, Malformed, PublicKeys, SigningKey, TIME_MAX, sign};

/// The one that signs, and another that is trusted as well. Made once: curves are slow without optimization.
static KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::from_seed(&[7; 32]));
static OTHER: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::from_seed(&[8; 32]));
static KEYS: LazyLock<PublicKeys> =
    LazyLock::new(|| [&KEY, &OTHER].map(|key| key.public_key()).into_iter().collect());

static SAMPLE: LazyLock<String> = LazyLock::new(|| {
    let claims = Claims {
        vendor: "V".into(),
        license_id: "lic_1".into(),
        masked_serial: "****-7Q2K".into(),
        product_code: "p".into(),
        product_name: "P".into(),
        devices: 1,
        holder_name: None,
        begins_at: 0,
        ends_at: 1,
        issued_at: 0,
    };
    sign(&claims, &KEY)
});

prop_compose! {
    fn any_claims()(
        texts in any::<[String; 5]>(),
        holder_name in any::<Option<String>>(),
        devices in any::<u32>(),
        times in any::<[i64; 3]>(),
    ) -> Claims {
        let [vendor, license_id, masked_serial, product_code, product_name] = texts;
        let [begins_at, ends_at, issued_at] = times;
        Claims {
            vendor, license_id, masked_serial, product_code, product_name,
            devices, holder_name, begins_at, ends_at, issued_at,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn what_is_signed_is_read_back(claims in any_claims()) {
        let file = sign(&claims, &KEY);
        prop_assert_eq!(&file, &sign(&claims, &KEY));
        prop_assert_eq!(KEYS.read(&file), Ok(claims));
    }

    #[test]
    fn validity_is_from_the_first_second_to_before_the_last(claims in any_claims(), now in any::<i64>()) {
        let is_valid = claims.begins_at <= now && now < claims.ends_at;
        prop_assert_eq!(KEYS.verify(&sign(&claims, &KEY), now).is_ok(), is_valid);
    }

    #[test]
    fn a_changed_character_is_refused(at in any::<prop::sample::Index>(), new in any::<char>()) {
        let mut text: Vec<char> = SAMPLE.chars().collect();
        let at = at.index(text.len());
        prop_assume!(text[at] != new);
        text[at] = new;
        prop_assert!(KEYS.read(&String::from_iter(text)).is_err());
    }

    #[test]
    fn a_removed_character_is_refused(at in any::<prop::sample::Index>()) {
        let mut text = SAMPLE.clone();
        text.remove(at.index(text.len()));
        prop_assert!(KEYS.read(&text).is_err());
    }

    #[test]
    fn an_inserted_character_is_refused(at in any::<prop::sample::Index>(), new in any::<char>()) {
        let mut text = SAMPLE.clone();
        text.insert(at.index(text.len()), new);
        let is_around = text.trim_ascii() == *SAMPLE;
        prop_assert_eq!(KEYS.read(&text).is_ok(), is_around);
    }

    #[test]
    fn any_text_gets_an_answer(text in any::<String>(), parts in any::<[Vec<u8>; 3]>()) {
        let encoded = parts.map(|part| data_encoding::BASE64URL_NOPAD.encode(&part)).join(".");
        prop_assert!(KEYS.read(&text).is_err());
        prop_assert!(KEYS.read(&encoded).is_err());
    }

    #[test]
    fn the_key_id_of_another_trusted_key_does_not_help(claims in any_claims()) {
        let [mine, theirs] = [&KEY, &OTHER].map(|key| sign(&claims, key));
        let (header, _) = theirs.split_once('.').unwrap();
        let (_, rest) = mine.split_once('.').unwrap();
        prop_assert_eq!(KEYS.read(&format!("{header}.{rest}")), Err(Invalid::BadSignature));
    }
}

#[test]
fn every_byte_counts() {
    let file = &*SAMPLE;
    for at in 0..file.len() {
        let mut bytes = file.clone().into_bytes();
        bytes[at] ^= 1;
        let changed = String::from_utf8(bytes).unwrap();
        assert!(KEYS.read(&changed).is_err(), "byte {at} can be changed");
    }
}

#[test]
fn the_longest_claims_that_may_be_signed_fit() {
    let text = || "\"".repeat(tenure_keyfile::TEXT_MAX_BYTES);
    let claims = Claims {
        vendor: text(),
        license_id: text(),
        masked_serial: text(),
        product_code: text(),
        product_name: text(),
        devices: u32::MAX,
        holder_name: Some(text()),
        begins_at: TIME_MAX - 1,
        ends_at: TIME_MAX,
        issued_at: TIME_MAX,
    };
    assert_eq!(claims.check(), Ok(()));
    assert_eq!(KEYS.read(&sign(&claims, &KEY)), Ok(claims));
}

#[test]
fn a_text_over_the_limit_is_not_looked_at() {
    let file = &*SAMPLE;
    let padded = |length: usize| format!("{file}{}", "\n".repeat(length - file.len()));
    assert!(KEYS.read(&padded(MAX_BYTES)).is_ok());
    assert_eq!(KEYS.read(&padded(MAX_BYTES + 1)), Err(Invalid::Malformed(Malformed::TooLong)));
}
