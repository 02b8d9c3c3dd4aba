//! The vectors in `vectors/`: key files with the answer that every reader, in any language, must give.
//!
//! They are made from a fixed seed. `TENURE_WRITE_VECTORS=1 cargo test -p tenure-keyfile --test vectors`
//! writes them anew; a plain run compares them with what the seed gives and asks the reader for each answer.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{env, fs, path::PathBuf};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
use ed25519_dalek::Signer;
use serde::{Deserialize, Serialize};
use tenure_keyfile::{Claims, Invalid, PublicKeys, SigningKey, sign};

/// The secret key of RFC 8032, section 7.1, test 1: known to all, to be trusted by nobody.
const SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const BEGINS_AT: i64 = 1_764_543_600;
const ENDS_AT: i64 = 1_796_079_600;

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Vectors {
    about: String,
    seed: String,
    public_keys: String,
    cases: Vec<Case>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Case {
    name: String,
    key_file: String,
    now: i64,
    /// `valid`, or the code of the reason.
    answer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    claims: Option<Claims>,
}

#[test]
fn good_vectors_are_what_the_seed_signs() {
    hold("good.json", &render(good()));
}

#[test]
fn bad_vectors_are_what_the_seed_makes() {
    hold("bad.json", &render(bad()));
}

#[test]
fn the_sample_files_are_what_the_seed_signs() {
    hold("home.key", &format!("{}\n", sign(&home(), &key())));
    let comment = "# The key of RFC 8032, section 7.1, test 1: its secret is public. Never trust it.";
    hold("public-keys.txt", &format!("{comment}\n{}\n", key().public_key()));
}

#[test]
fn the_seed_gives_the_public_key_of_the_standard() {
    let expected = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    assert_eq!(HEXLOWER_PERMISSIVE.encode(&key().public_key().to_bytes()), expected);
}

#[test]
fn every_good_vector_is_read() {
    let answers = check("good.json");
    assert!(answers.iter().all(|answer| answer == "valid"), "{answers:?}");
}

#[test]
fn every_bad_vector_is_refused_for_its_reason() {
    let answers = check("bad.json");
    assert!(!answers.contains(&"valid".to_owned()));
    for code in ["malformed", "unknown_key", "bad_signature", "not_yet_valid", "expired"] {
        assert!(answers.contains(&code.to_owned()), "no vector for {code}");
    }
}

/// Asks the reader about each case of a file, compares, and gives the answers.
fn check(file: &str) -> Vec<String> {
    let vectors: Vectors = serde_json::from_str(&fs::read_to_string(path(file)).unwrap()).unwrap();
    let keys: PublicKeys = vectors.public_keys.parse().unwrap();
    for case in &vectors.cases {
        let (answer, claims) = answer(&keys, &case.key_file, case.now);
        assert_eq!((answer.as_str(), &claims), (case.answer.as_str(), &case.claims), "{}", case.name);
    }
    vectors.cases.into_iter().map(|case| case.answer).collect()
}

fn answer(keys: &PublicKeys, key_file: &str, now: i64) -> (String, Option<Claims>) {
    match keys.verify(key_file, now) {
        Ok(claims) => ("valid".to_owned(), Some(claims)),
        Err(invalid) => (invalid.code().to_owned(), invalid.claims().cloned()),
    }
}

fn hold(file: &str, made: &str) {
    if env::var_os("TENURE_WRITE_VECTORS").is_some() {
        fs::write(path(file), made).unwrap();
    }
    assert_eq!(fs::read_to_string(path(file)).unwrap(), made, "{file} is not what the seed gives");
}

fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join(file)
}

fn render(cases: Vec<Case>) -> String {
    let vectors = Vectors {
        about: "Key files and the answer every reader must give at `now` (Unix seconds). The seed is public \
                (RFC 8032, section 7.1, test 1): never trust its key."
            .to_owned(),
        seed: SEED.to_owned(),
        public_keys: PublicKeys::from_iter([key().public_key()]).to_string(),
        cases,
    };
    format!("{}\n", serde_json::to_string_pretty(&vectors).unwrap())
}

fn key() -> SigningKey {
    SigningKey::from_seed(&seed())
}

fn seed() -> [u8; 32] {
    HEXLOWER_PERMISSIVE.decode(SEED.as_bytes()).unwrap().try_into().unwrap()
}

fn home() -> Claims {
    Claims {
        vendor: "Example Software".into(),
        license_id: "lic_01jdy4w3r5e8z9k2m7n6p5q4r3".into(),
        masked_serial: "****-****-****-7Q2K".into(),
        product_code: "security-space".into(),
        product_name: "Security Space".into(),
        devices: 3,
        holder_name: Some("Zofia Przykładowa".into()),
        begins_at: BEGINS_AT,
        ends_at: ENDS_AT,
        issued_at: 1_764_580_000,
    }
}

fn business() -> Claims {
    let product_name = "Server \"Core\" \\ 東京".to_owned();
    Claims { product_code: "server".into(), product_name, devices: 400, holder_name: None, ..home() }
}

fn good() -> Vec<Case> {
    let home_file = sign(&home(), &key());
    let more = json(&home()).replace(r#""dev":3"#, r#""dev":3,"edition":{"name":"pro"}"#);
    let read = |name: &str, key_file: String, now: i64, claims: Claims| Case {
        name: name.into(),
        key_file,
        now,
        answer: "valid".into(),
        claims: Some(claims),
    };
    vec![
        read("first second", home_file.clone(), BEGINS_AT, home()),
        read("last second of the expiry date", home_file.clone(), ENDS_AT - 1, home()),
        read("no holder's name, many devices, escapes", sign(&business(), &key()), BEGINS_AT, business()),
        read("white space and line ends around", format!("\r\n \t{home_file}\r\n\r\n"), BEGINS_AT, home()),
        read("a claim of a later version", signed(&header(), &more), BEGINS_AT, home()),
    ]
}

fn bad() -> Vec<Case> {
    [untimely(), misshapen(), wrong_headers(), wrong_signatures(), wrong_claims()]
        .into_iter()
        .flatten()
        .collect()
}

fn untimely() -> Vec<Case> {
    let case = |name: &str, now: i64, answer: &str| Case {
        name: name.into(),
        key_file: sign(&home(), &key()),
        now,
        answer: answer.into(),
        claims: Some(home()),
    };
    vec![
        case("one second too early", BEGINS_AT - 1, "not_yet_valid"),
        case("first second after the expiry date", ENDS_AT, "expired"),
        case("years after", ENDS_AT + 100_000_000, "expired"),
    ]
}

fn misshapen() -> Vec<Case> {
    let file = sign(&home(), &key());
    let [header, payload, signature] = parts(&file);
    vec![
        refused("empty", String::new(), "malformed"),
        refused("only white space", "\n \n".into(), "malformed"),
        refused("no signature", format!("{header}.{payload}"), "malformed"),
        refused("a fourth part", format!("{file}.{signature}"), "malformed"),
        refused("a dot at the end", format!("{file}."), "malformed"),
        refused("padding", format!("{header}.{payload}.{signature}=="), "malformed"),
        refused("stray bits at the end", stray_bits(&file), "malformed"),
        refused("another alphabet", format!("{header}.{payload}.+{}", &signature[1..]), "malformed"),
        refused("a line end inside", format!("{header}.{payload}\n.{signature}"), "malformed"),
        refused("a byte order mark before", format!("\u{feff}{file}"), "malformed"),
        refused("claims that are not signed", json(&home()), "malformed"),
    ]
}

fn wrong_headers() -> Vec<Case> {
    let unsigned = BASE64URL_NOPAD.encode(header().replace("Ed25519", "none").as_bytes());
    let payload = BASE64URL_NOPAD.encode(json(&home()).as_bytes());
    let with = |name: &str, from: &str, to: &str| {
        let changed = header().replace(from, to);
        assert_ne!(changed, header(), "{name}");
        refused(name, signed(&changed, &json(&home())), "malformed")
    };
    vec![
        refused("algorithm none, no signature", format!("{unsigned}.{payload}."), "malformed"),
        with("algorithm none", "Ed25519", "none"),
        with("algorithm EdDSA", "Ed25519", "EdDSA"),
        with("algorithm Ed448", "Ed25519", "Ed448"),
        with("algorithm HS256", "Ed25519", "HS256"),
        with("algorithm in small letters", "Ed25519", "ed25519"),
        with("type JWT", "tenure-key+jwt", "JWT"),
        with("no type", r#","typ":"tenure-key+jwt""#, ""),
        with("type with its prefix", "tenure-key", "application/tenure-key"),
        with("unknown critical member", "}", r#","crit":["x"],"x":1}"#),
        with("payload said not to be encoded", "}", r#","b64":false,"crit":["b64"]}"#),
        with("key inside", "}", r#","jwk":{"kty":"OKP"}}"#),
        with("doubled algorithm", "{", r#"{"alg":"none","#),
        with("white space in the header", ":", ": "),
        with("key id in capitals", &key().key_id().to_string(), &key().key_id().to_string().to_uppercase()),
        with("empty key id", &key().key_id().to_string(), ""),
        with("header not an object", &header(), "[]"),
    ]
}

fn wrong_signatures() -> Vec<Case> {
    let file = sign(&home(), &key());
    let other = SigningKey::from_seed(&[7; 32]);
    let [header, payload, signature] = parts(&file);
    let longer = BASE64URL_NOPAD.encode(json(&Claims { ends_at: ENDS_AT + 1, ..home() }).as_bytes());
    let [_, _, others] = parts(&sign(&home(), &other));
    let zeros = BASE64URL_NOPAD.encode(&[0; 64]);
    let short = BASE64URL_NOPAD.encode(&[1; 63]);
    vec![
        refused("key not known", sign(&home(), &other), "unknown_key"),
        refused("claims changed", format!("{header}.{longer}.{signature}"), "bad_signature"),
        refused("signature of another key", format!("{header}.{payload}.{others}"), "bad_signature"),
        refused("signature of zeros", format!("{header}.{payload}.{zeros}"), "bad_signature"),
        refused("signature with a scalar not reduced", unreduced(&file), "bad_signature"),
        refused("signature too short", format!("{header}.{payload}.{short}"), "malformed"),
    ]
}

fn wrong_claims() -> Vec<Case> {
    let with = |name: &str, from: &str, to: &str| {
        let changed = json(&home()).replace(from, to);
        assert_ne!(changed, json(&home()), "{name}");
        refused(name, signed(&header(), &changed), "malformed")
    };
    vec![
        with("no end", &format!(r#","exp":{ENDS_AT}"#), ""),
        with("end as text", &ENDS_AT.to_string(), r#""never""#),
        with("end with a fraction", &ENDS_AT.to_string(), "1796079600.5"),
        with("end null", &ENDS_AT.to_string(), "null"),
        with("devices below zero", r#""dev":3"#, r#""dev":-3"#),
        with("holder null", r#""Zofia Przykładowa""#, "null"),
        with("an array", &json(&home()), "[]"),
        with("not JSON", &json(&home()), "{"),
        with("text after the object", r"}", "} {}"),
    ]
}

fn refused(name: &str, key_file: String, answer: &str) -> Case {
    Case { name: name.into(), key_file, now: BEGINS_AT, answer: answer.into(), claims: None }
}

fn json(claims: &Claims) -> String {
    serde_json::to_string(claims).unwrap()
}

fn header() -> String {
    format!(r#"{{"alg":"Ed25519","kid":"{}","typ":"tenure-key+jwt"}}"#, key().key_id())
}

/// Signs what it is given, unlike the crate.
fn signed(header: &str, payload: &str) -> String {
    let text = [header, payload].map(|part| BASE64URL_NOPAD.encode(part.as_bytes())).join(".");
    let signature = ed25519_dalek::SigningKey::from_bytes(&seed()).sign(text.as_bytes());
    format!("{text}.{}", BASE64URL_NOPAD.encode(&signature.to_bytes()))
}

fn parts(key_file: &str) -> [String; 3] {
    key_file.split('.').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap()
}

/// The last character of 64 bytes has four bits that mean nothing: the same signature, spelled otherwise.
fn stray_bits(key_file: &str) -> String {
    let last = key_file.chars().last().unwrap();
    let next = char::from(u8::try_from(last).unwrap() + 1);
    format!("{}{next}", &key_file[..key_file.len() - 1])
}

/// Adds the order of the group to the scalar: a signature that a careless verifier takes as well.
fn unreduced(key_file: &str) -> String {
    let order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
    let order = HEXLOWER_PERMISSIVE.decode(order.as_bytes()).unwrap();
    let [header, payload, signature] = parts(key_file);
    let mut bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
    let mut carry = 0;
    for (byte, addend) in bytes[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(addend) + carry;
        *byte = u8::try_from(sum & 0xff).unwrap();
        carry = sum >> 8;
    }
    format!("{header}.{payload}.{}", BASE64URL_NOPAD.encode(&bytes))
}

#[test]
fn claims_stay_with_what_is_only_untimely() {
    let keys = PublicKeys::from_iter([key().public_key()]);
    let file = sign(&home(), &key());
    assert_eq!(keys.verify(&file, ENDS_AT), Err(Invalid::Expired(Box::new(home()))));
    assert_eq!(keys.verify(&file, BEGINS_AT - 1), Err(Invalid::NotYetValid(Box::new(home()))));
    assert_eq!(keys.read(&file), Ok(home()));
}
