//! Signatures that some verifiers of Ed25519 take and others do not: this one takes none of them.
//!
//! Only who has the secret key can make them, so they are no danger and not among the vectors: a reader in
//! another language may take them. Refused here so that a key file has one signature and no other.

use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::{Digest, Sha512, Signature, Verifier};
use tenure_keyfile::{Claims, Invalid, PublicKeys, SigningKey, sign};

const SEED: [u8; 32] = [7; 32];

#[test]
fn a_signature_with_a_point_of_small_order_is_refused() {
    let key = SigningKey::from_seed(&SEED);
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
    let file = sign(&claims, &key);
    let (signed, _) = file.rsplit_once('.').expect("a key file has dots");
    let crafted = sign_with_small_order(signed.as_bytes());

    let lenient = ed25519_dalek::SigningKey::from_bytes(&SEED).verifying_key();
    assert!(lenient.verify(signed.as_bytes(), &Signature::from_bytes(&crafted)).is_ok(), "not well crafted");

    let crafted = format!("{signed}.{}", BASE64URL_NOPAD.encode(&crafted));
    assert_eq!(PublicKeys::from_iter([key.public_key()]).read(&crafted), Err(Invalid::BadSignature));
}

/// R is the neutral point and s = H(R, A, M) · a, which fits the equation s · B = R + H(R, A, M) · A.
fn sign_with_small_order(message: &[u8]) -> [u8; 64] {
    let key = ed25519_dalek::SigningKey::from_bytes(&SEED);
    let mut signature = [0; 64];
    signature[0] = 1;
    let digest = Sha512::new()
        .chain_update(&signature[..32])
        .chain_update(key.verifying_key())
        .chain_update(message)
        .finalize();
    let secret = key.to_scalar();
    let base = number(&secret, 256);
    let hash = digest
        .iter()
        .rev()
        .fold(number(&secret, 0), |sum, byte| sum * base + number(&secret, u64::from(*byte)));
    signature[32..].copy_from_slice((hash * secret).as_bytes());
    signature
}

/// A number of the same type as another, whose type this crate cannot name.
fn number<T: From<u64>>(_like: &T, value: u64) -> T {
    T::from(value)
}
