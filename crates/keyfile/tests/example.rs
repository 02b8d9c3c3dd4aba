//! The example `verify`: what it says about the sample files, and its exit status.

#[path = "../examples/verify.rs"]
#[expect(dead_code, reason = "its `main` is for the example")]
mod verify;

fn ask(keys: &str, key_file: &str, now: &str) -> (u8, String) {
    let path = |file: &str| format!("{}/vectors/{file}", env!("CARGO_MANIFEST_DIR"));
    verify::answer(&[path(keys), path(key_file), now.to_owned()])
}

#[test]
fn a_valid_license_is_shown_with_status_0() {
    let text = "valid\n\
                product  Security Space (security-space), 3 device(s)\n\
                license  lic_01jdy4w3r5e8z9k2m7n6p5q4r3, serial number ****-****-****-7Q2K\n\
                holder   Zofia Przykładowa\n\
                vendor   Example Software\n\
                valid    from 2025-11-30T23:00:00Z through 2026-11-30T22:59:59Z";
    assert_eq!(ask("public-keys.txt", "home.key", "1780000000"), (0, text.to_owned()));
}

#[test]
fn an_expired_license_is_shown_with_status_1() {
    let (status, text) = ask("public-keys.txt", "home.key", "1796079600");
    assert_eq!(status, 1);
    assert!(text.starts_with("not valid (expired): "), "{text}");
    assert!(text.ends_with("through 2026-11-30T22:59:59Z"), "{text}");
}

#[test]
fn a_file_that_is_no_key_file_has_status_1() {
    let (status, text) = ask("public-keys.txt", "bad.json", "1780000000");
    assert_eq!(status, 1);
    assert!(text.starts_with("not valid (malformed): "), "{text}");
}

#[test]
fn a_missing_file_or_broken_list_of_keys_has_status_2() {
    assert_eq!(ask("public-keys.txt", "no-such.key", "1780000000").0, 2);
    assert_eq!(ask("home.key", "home.key", "1780000000").0, 2);
    assert_eq!(ask("public-keys.txt", "home.key", "today").0, 2);
    assert_eq!(verify::answer(&[]).0, 2);
}
