//! Signing in by an access token (XOAUTH2) that somebody else renews in a file.

use std::path::PathBuf;

use super::*;

const USER: &str = "robot@vendor.example";

/// A file of its own for each test, with the token.
struct TokenFile(PathBuf);

impl TokenFile {
    fn with(test: &str, token: &str) -> Self {
        let file = Self(std::env::temp_dir().join(format!("tenure-token-{test}-{}", std::process::id())));
        file.renew(token);
        file
    }

    fn renew(&self, token: &str) {
        fs::write(&self.0, token).unwrap();
    }

    fn carrier(&self, server: &Server, user_info: &str) -> Result<Carrier, crate::carrier::NotARelay> {
        let url = format!("smtp://{user_info}127.0.0.1:{}", server.port());
        Carrier::from_url(&url, &Setup { token_file: Some(self.0.clone()), ..Setup::new(".") })
    }
}

impl Drop for TokenFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn a_token_signs_in_at_once_or_in_a_line_of_its_own_where_it_is_long() {
    for (token, lines) in [("ya29.short".to_owned(), 1), ("long".repeat(500), 2)] {
        let file = TokenFile::with(&format!("signs-in-{lines}"), &format!("{token}\n"));
        let server = Server::start(Script::accepting().token(USER, &token));
        let carrier = file.carrier(&server, "robot%40vendor.example@").unwrap();
        assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
        assert!(carrier.check().await.unwrap().contains("signed in"));
        let said = server.commands().into_iter().find(|line| line.starts_with("AUTH")).unwrap();
        assert_eq!(said.split(' ').count(), 4 - lines, "{said}");
        assert!(said.len() <= 510, "{said}");
    }
}

#[tokio::test]
async fn a_token_that_ran_out_pauses_us_until_the_file_has_another() {
    let file = TokenFile::with("ran-out", "hunter2-old");
    let server = Server::start(Script::accepting().token(USER, "hunter2-new"));
    let carrier = file.carrier(&server, "robot%40vendor.example@").unwrap();
    let refused = carry(&carrier, "a@b.example").await;
    assert_eq!(bare(&refused), OUR_SETUP);
    assert!(
        refused.words().contains("535 5.7.8") && refused.words().contains("\"status\":\"400\""),
        "{refused:?}"
    );
    let told = format!("{refused:?} {carrier:?} {:?} {}", carrier.check().await, carrier.place());
    assert!(!told.contains("hunter2"), "{told}");
    file.renew("hunter2-new");
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
}

#[tokio::test]
async fn a_file_that_holds_no_token_is_our_own_affair() {
    let server = Server::start(Script::accepting().token(USER, "token"));
    for (content, words) in [
        ("", "is empty"),
        (" \n", "is empty"),
        ("two words", "alone"),
        ("a\x01b", "alone"),
        (&"x".repeat(9000), "alone"),
    ] {
        let file = TokenFile::with("no-token", content);
        let carrier = file.carrier(&server, "robot%40vendor.example@").unwrap();
        let outcome = carry(&carrier, "a@b.example").await;
        assert_eq!(bare(&outcome), OUR_SETUP);
        assert!(outcome.words().contains(words), "{outcome:?}");
    }
    let file = TokenFile::with("gone", "token");
    let carrier = file.carrier(&server, "robot%40vendor.example@").unwrap();
    drop(file);
    assert!(carry(&carrier, "a@b.example").await.words().contains("cannot be read"));
    assert!(!server.commands().iter().any(|line| line.starts_with("AUTH")));
}

#[tokio::test]
async fn a_relay_without_xoauth2_is_given_no_token() {
    let file = TokenFile::with("not-offered", "token");
    let server = Server::start(Script::accepting().account(USER, "password"));
    let outcome = carry(&file.carrier(&server, "robot%40vendor.example@").unwrap(), "a@b.example").await;
    assert_eq!(bare(&outcome), OUR_SETUP);
    assert!(outcome.words().contains("XOAUTH2"), "{outcome:?}");
}

#[test]
fn either_a_password_or_a_token_shows_who_we_are() {
    let server = Server::accepting();
    let file = TokenFile::with("either", "token");
    for (user_info, words) in [("robot:hunter2@", "token_file too"), ("", "no user name")] {
        let error = file.carrier(&server, user_info).unwrap_err().to_string();
        assert!(error.contains(words) && !error.contains("hunter2"), "{error}");
    }
    let error = Carrier::from_url("smtp://robot@relay.example", &Setup::new(".")).unwrap_err().to_string();
    assert!(error.contains("a password is missing after the user name, or a token_file"), "{error}");
}
