//! Keys as text: what a product embeds, and the mistakes that are noticed when it starts.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use tenure_keyfile::{KeyId, NotAKeyId, NotAPublicKey, NotPublicKeys, PublicKey, PublicKeys, SigningKey};

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

#[test]
fn keys_are_read_back_as_they_were_written() {
    let keys = PublicKeys::from_iter([1, 2, 3].map(|seed| key(seed).public_key()));
    assert_eq!(keys.to_string().lines().count(), 3);
    assert_eq!(keys.to_string().parse(), Ok(keys.clone()));
    assert_eq!(keys.find(key(2).key_id()), Some(&key(2).public_key()));
    assert_eq!(keys.find(key(4).key_id()), None);
}

#[test]
fn comments_empty_lines_and_line_ends_of_windows_are_passed_over() {
    let text = format!("# ours\r\n\r\n  {}  \r\n{}", key(1).public_key(), key(2).public_key());
    assert_eq!(text.parse::<PublicKeys>().unwrap().iter().count(), 2);
}

#[test]
fn a_broken_line_is_named_by_its_number() {
    let text = format!("# ours\n{}\nnonsense\n", key(1).public_key());
    let error = text.parse::<PublicKeys>().unwrap_err();
    assert_eq!(error, NotPublicKeys::Line { line: 3, why: NotAPublicKey::Form });
    assert_eq!(
        error.to_string(),
        "line 3 of the public keys: a public key is written as `id:key`, the id with 16 hexadecimal digits"
    );
}

#[test]
fn a_list_without_a_key_is_refused() {
    for text in ["", "\n", "# none yet\n"] {
        assert_eq!(text.parse::<PublicKeys>(), Err(NotPublicKeys::Empty));
    }
}

#[test]
fn a_key_under_the_id_of_another_is_refused() {
    let (written, derived) = (key(1).key_id(), key(2).key_id());
    let text = key(2).public_key().to_string().replace(&derived.to_string(), &written.to_string());
    assert_eq!(text.parse::<PublicKey>(), Err(NotAPublicKey::OtherId { written, derived }));
}

#[test]
fn weak_short_and_impossible_keys_are_refused() {
    let id = key(1).key_id();
    for bytes in [&[0_u8; 32][..], &[1; 31], &[1; 33], &[2; 32]] {
        let text = format!("{id}:{}", data_encoding::BASE64URL_NOPAD.encode(bytes));
        assert_eq!(text.parse::<PublicKey>(), Err(NotAPublicKey::Key), "{text}");
    }
}

#[test]
fn a_key_id_has_one_spelling() {
    let id = key(1).key_id();
    assert_eq!(id.to_string().parse(), Ok(id));
    for text in [id.to_string().to_uppercase(), id.to_string()[1..].into(), format!("{id}00"), String::new()]
    {
        assert_eq!(text.parse::<KeyId>(), Err(NotAKeyId), "{text}");
    }
}

#[test]
fn the_secret_is_not_shown() {
    assert_eq!(format!("{:?}", key(7)), "SigningKey(bdde639d58b423ee)");
}
