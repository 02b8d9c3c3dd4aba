//! By what we sign in at a relay: a password, or an access token that somebody else renews (XOAUTH2).

use std::{
    fmt,
    path::{Path, PathBuf},
};

use data_encoding::BASE64;

use crate::carrier::{Setup, relay::Account, shown};

/// The longest token that is taken for one, in bytes: with its base64 it is within a line of RFC 4954 (12288).
const LONGEST: usize = 8 * 1024;
/// How much of a relay's explanation is kept, in characters.
const KEPT: usize = 200;

/// Who we are at a relay, and what shows it.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Credentials {
    /// A password that stands in the settings.
    Password { user: String, password: String },
    /// A file with an access token, read for each conversation.
    Token { user: String, file: PathBuf },
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(***)")
    }
}

impl Credentials {
    /// What the URL and the settings give; one of the two has to show who we are, and not both.
    pub(super) fn of(account: &Account, setup: &Setup) -> Result<Self, String> {
        let user = account.user.clone();
        match (account.password.clone(), setup.token_file()) {
            (Some(password), None) => Ok(Self::Password { user, password }),
            (None, Some(file)) => Ok(Self::Token { user, file }),
            (None, None) => Err("a password is missing after the user name, or a token_file".to_owned()),
            (Some(_), Some(_)) => Err("it has a password, and there is a token_file too".to_owned()),
        }
    }
}

/// The token that the file holds now. The error says what to mend, and nothing of what the file holds.
pub(super) async fn read(file: &Path) -> Result<String, String> {
    let place = shown(file);
    let text = tokio::fs::read_to_string(file).await;
    let text = text.map_err(|error| format!("the token_file {place} cannot be read ({})", error.kind()))?;
    let token = text.trim();
    match token.len() {
        0 => Err(format!("the token_file {place} is empty")),
        1..=LONGEST if token.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(token.to_owned()),
        _ => Err(format!("the token_file {place} holds no access token alone")),
    }
}

/// What XOAUTH2 says first: `user=…^Aauth=Bearer …^A^A`, in base64.
pub(super) fn initial_response(user: &str, token: &str) -> String {
    BASE64.encode(format!("user={user}\x01auth=Bearer {token}\x01\x01").as_bytes())
}

/// What the relay's challenge tells of a refusal (JSON in base64), for people; nothing at all if it repeats the token.
pub(super) fn why_refused(challenge: &str, token: &str) -> String {
    let encoded = challenge.get(4..).unwrap_or_default().trim();
    let why = BASE64.decode(encoded.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let why = why.filter(|why| !why.contains(token)).unwrap_or_default();
    let is_plain = |c: &char| c.is_ascii_graphic() || *c == ' ';
    let why: String = why.chars().filter(is_plain).take(KEPT).collect();
    if why.is_empty() { why } else { format!(" ({why})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_are_those_of_the_description() {
        // The example of Google's page "OAuth 2.0 Mechanism".
        let secret =
            initial_response("someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg");
        assert_eq!(
            secret,
            "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ=="
        );
    }

    #[test]
    fn a_refusal_is_explained_without_the_token() {
        let challenge = format!("334 {}", BASE64.encode(br#"{"status":"400","schemes":"Bearer"}"#));
        assert_eq!(why_refused(&challenge, "secret"), r#" ({"status":"400","schemes":"Bearer"})"#);
        let echoed = format!("334 {}", initial_response("me", "hunter2"));
        assert_eq!(why_refused(&echoed, "hunter2"), "");
        assert_eq!(why_refused("334 what?", "secret"), "");
        assert_eq!(why_refused("334", "secret"), "");
    }
}
