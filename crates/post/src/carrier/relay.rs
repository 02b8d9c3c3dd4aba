//! The setting `mail.relay`: where mail goes, read from its URL.

use std::{fmt, net::IpAddr, path::PathBuf};

/// `mail.relay` does not say where mail should go. The words never hold user or password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "mail.relay cannot be `{shown}`: {problem}. It is like `smtp://relay.example:587`, `smtps://user:password@relay.example`, `folder:outbox` or `memory:`"
)]
pub struct NotARelay {
    /// What was given, without user and password.
    pub shown: String,
    /// What is wrong with it.
    pub problem: String,
}

/// Where mail goes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    Smtp(Relay),
    Folder(PathBuf),
    Memory,
}

/// An SMTP relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relay {
    pub(super) host: String,
    pub(super) port: u16,
    /// Whether TLS begins with the connection (RFC 8314) and not by STARTTLS.
    pub(super) implicit_tls: bool,
    pub(super) account: Option<Account>,
}

/// Who we are at the relay. Without a password a token shows it (XOAUTH2).
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) user: String,
    pub(super) password: Option<String>,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account(***)")
    }
}

impl fmt::Display for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.implicit_tls { "smtps" } else { "smtp" };
        if self.host.contains(':') {
            write!(f, "{scheme}://[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{scheme}://{}:{}", self.host, self.port)
        }
    }
}

impl Relay {
    /// Whether the relay is this very machine.
    pub(super) fn is_loopback(&self) -> bool {
        self.host == "localhost" || self.host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    }

    /// Whether the conversation must turn to TLS before anything is said: always, but on this very machine.
    pub(super) fn needs_start_tls(&self) -> bool {
        !self.implicit_tls && !self.is_loopback()
    }
}

impl Place {
    /// Reads the URL.
    pub(super) fn parse(url: &str) -> Result<Self, NotARelay> {
        let url = url.trim();
        Self::read(url).map_err(|problem| NotARelay { shown: masked(url), problem })
    }

    fn read(url: &str) -> Result<Self, String> {
        let (scheme, rest) = url.split_once(':').ok_or("it has no scheme")?;
        match scheme.to_ascii_lowercase().as_str() {
            "memory" if rest.is_empty() => Ok(Self::Memory),
            "memory" => Err("nothing follows `memory:`".to_owned()),
            "folder" if rest.trim().is_empty() => Err("the path of the folder is missing".to_owned()),
            "folder" => Ok(Self::Folder(PathBuf::from(rest))),
            "smtp" => relay(rest, false).map(Self::Smtp),
            "smtps" => relay(rest, true).map(Self::Smtp),
            _ => Err("only smtp, smtps, folder and memory are known".to_owned()),
        }
    }
}

fn relay(rest: &str, implicit_tls: bool) -> Result<Relay, String> {
    let authority = rest.strip_prefix("//").ok_or("two slashes are missing after the scheme")?;
    let authority = authority.strip_suffix('/').unwrap_or(authority);
    let (account, place) = match authority.rsplit_once('@') {
        Some((user_info, place)) => (Some(account(user_info)?), place),
        None => (None, authority),
    };
    let (host, port) = host_and_port(place)?;
    let usual = match (implicit_tls, &account) {
        (true, _) => 465,
        (false, Some(_)) => 587,
        (false, None) => 25,
    };
    Ok(Relay { host, port: port.unwrap_or(usual), implicit_tls, account })
}

fn account(user_info: &str) -> Result<Account, String> {
    let (user, password) = match user_info.split_once(':') {
        Some((user, password)) => (user, Some(unescaped(password)?)),
        None => (user_info, None),
    };
    let account = Account { user: unescaped(user)?, password };
    if account.user.is_empty() || account.password.as_deref() == Some("") {
        return Err("user name or password is empty".to_owned());
    }
    Ok(account)
}

fn host_and_port(place: &str) -> Result<(String, Option<u16>), String> {
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, after)) => (host, after.strip_prefix(':')),
        None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
    };
    let port = match port.map(str::parse) {
        None => None,
        Some(Ok(port @ 1..)) => Some(port),
        Some(_) => return Err("the port is a number from 1 to 65535".to_owned()),
    };
    Ok((host_name(host)?, port))
}

fn host_name(host: &str) -> Result<String, String> {
    if host.is_empty() {
        return Err("the name of the host is missing".to_owned());
    }
    if host.parse::<IpAddr>().is_ok() {
        return Ok(host.to_owned());
    }
    idna::domain_to_ascii_strict(host).map_err(|_| "the name of the host is not well formed".to_owned())
}

/// `%40` is `@` (RFC 3986): user names often are addresses.
fn unescaped(text: &str) -> Result<String, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        bytes.push(if first == b'%' { escaped_byte(&mut rest)? } else { first });
    }
    let text = String::from_utf8(bytes).map_err(|_| "user name or password is not UTF-8")?;
    if text.contains('\0') { Err("user name or password holds a zero".to_owned()) } else { Ok(text) }
}

fn escaped_byte(rest: &mut &[u8]) -> Result<u8, String> {
    let wrong = "in user name or password a `%` is written `%25`";
    let (digits, after) = rest.split_at_checked(2).ok_or(wrong)?;
    *rest = after;
    let hex = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Ok(hex(digits[0]).ok_or(wrong)? * 16 + hex(digits[1]).ok_or(wrong)?)
}

/// The URL without anything that could be user or password, however badly it is written.
fn masked(url: &str) -> String {
    let (scheme, rest) = url.split_once(':').unwrap_or(("", url));
    let is_known = ["smtp", "smtps"].contains(&scheme.to_ascii_lowercase().as_str());
    match (rest.rsplit_once('@'), rest.rsplit_once(':')) {
        (Some((_, place)), _) if is_known => format!("{scheme}://***@{place}"),
        (Some((_, place)), _) => format!("***@{place}"),
        // The host was forgotten, and where the port would be stands the password.
        (None, Some((before, port))) if is_known && port.parse::<u16>().is_err() => {
            format!("{scheme}:{before}:***")
        }
        (None, _) => url.to_owned(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn relay(url: &str) -> Relay {
        match Place::parse(url).unwrap() {
            Place::Smtp(relay) => relay,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_port_follows_from_scheme_and_account() {
        assert_eq!(relay("smtp://relay.example").to_string(), "smtp://relay.example:25");
        assert_eq!(relay("smtp://u:p@relay.example/").to_string(), "smtp://relay.example:587");
        assert_eq!(relay("smtps://u:p@relay.example").to_string(), "smtps://relay.example:465");
        assert_eq!(relay("SMTP://[::1]:2525").to_string(), "smtp://[::1]:2525");
        assert_eq!(relay("smtp://żółw.pl").host, "xn--w-uga1v8h.pl");
    }

    #[test]
    fn only_this_very_machine_is_spoken_to_in_the_clear() {
        for local in ["smtp://localhost", "smtp://127.0.0.1:25", "smtp://[::1]", "smtp://LOCALHOST:1025"] {
            assert!(relay(local).is_loopback() && !relay(local).needs_start_tls(), "{local}");
        }
        for far in ["smtp://relay.example", "smtp://10.0.0.1", "smtp://localhost.example", "smtp://[::2]"] {
            assert!(!relay(far).is_loopback() && relay(far).needs_start_tls(), "{far}");
        }
    }

    #[test]
    fn user_and_password_may_hold_escaped_characters() {
        let account = relay("smtp://me%40vendor.example:p%3A%25w@relay.example").account.unwrap();
        let given = (account.user.as_str(), account.password.as_deref());
        assert_eq!(given, ("me@vendor.example", Some("p:%w")));
    }

    #[test]
    fn a_user_without_a_password_has_a_token() {
        let account = relay("smtp://me%40vendor.example@relay.example").account.unwrap();
        assert_eq!((account.user.as_str(), account.password), ("me@vendor.example", None));
        assert_eq!(relay("smtp://me@relay.example").port, 587);
    }

    #[test]
    fn passwords_are_never_shown() {
        assert!(!format!("{:?}", relay("smtp://user:hunter2@relay.example")).contains("hunter2"));
        for wrong in [
            "smtp://user:hunter2@relay.example:99999",
            "smtp:user:hunter2@relay.example",
            "user:hunter2@relay.example",
            "smtp://user:hunter2%zz@relay.example",
            "hunter2@",
            "smtp://user:hun@ter2@:1",
            "smtp://user:hunter2",
        ] {
            let error = Place::parse(wrong).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("ter2"), "{error}");
            assert!(error.to_string().contains("smtp://relay.example:587"), "{error}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (wrong, word) in [
            ("relay.example", "scheme"),
            ("http://relay.example", "only smtp"),
            ("smtp:relay.example", "slashes"),
            ("smtp://", "host"),
            ("smtp://relay.example:0", "port"),
            ("smtp://user:@relay.example", "password"),
            ("smtp://@relay.example", "user name"),
            ("smtp://relay example", "host"),
            ("folder:", "path"),
            ("memory:x", "nothing follows"),
        ] {
            let error = Place::parse(wrong).unwrap_err();
            assert!(error.problem.contains(word), "{wrong}: {error}");
        }
        assert_eq!(Place::parse("folder:out box").unwrap(), Place::Folder("out box".into()));
        assert_eq!(Place::parse("memory:").unwrap(), Place::Memory);
    }
}
