//! DKIM: which domain letters are signed for, by which keys, and what the DNS has to say for it.

use anyhow::{Context as _, bail};
use serde::Deserialize;
use tenure_post::dkim::{Record, Signer};

use super::{Keys, Settings};

/// How letters are signed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dkim {
    /// For this domain; empty: not at all.
    pub domain: String,
    /// Under which name the DNS has the RSA key.
    pub selector_rsa: String,
    /// Under which name the DNS has the Ed25519 key.
    pub selector_ed25519: String,
}

impl Dkim {
    /// A signature for another domain than the sender's says nothing to DMARC. `Err`: what would be right.
    pub fn check(&self, from: &str) -> Result<(), String> {
        let (domain, from) = (self.domain.to_lowercase(), from.to_lowercase());
        let sender = domain_of(&from);
        if domain.is_empty() || sender == domain || sender.ends_with(&format!(".{domain}")) {
            return Ok(());
        }
        Err(format!("letters come from {sender}: name that domain, or one above it"))
    }
}

/// The signer that the settings ask for; none where `dkim.domain` is empty.
pub fn signer(settings: &Settings, keys: &Keys) -> anyhow::Result<Option<Signer>> {
    let dkim = &settings.dkim;
    if dkim.domain.is_empty() {
        return Ok(None);
    }
    let Some(secrets) = &keys.dkim else {
        bail!("dkim.domain: there are no keys to sign with yet: run `tenure keys dkim`");
    };
    let (rsa, ed25519) = (dkim.selector_rsa.as_str(), dkim.selector_ed25519.as_str());
    if rsa.is_empty() && ed25519.is_empty() {
        bail!("dkim.selector_rsa, dkim.selector_ed25519: one of them at least names a key to sign with");
    }
    let mut signer = Ok(Signer::new(&dkim.domain));
    if !rsa.is_empty() {
        signer = signer.and_then(|signer| signer.with_rsa(rsa, &secrets.rsa));
    }
    if !ed25519.is_empty() {
        signer = signer.and_then(|signer| signer.with_ed25519(ed25519, &secrets.ed25519));
    }
    signer.map(Some).context("the keys of [dkim] in the key file")
}

/// The records to publish, so that letters are taken for what they are: who may send (SPF, RFC 7208), whose signatures
/// (DKIM), and what to do with others (DMARC, RFC 7489).
pub fn records(settings: &Settings, signer: Option<&Signer>) -> Vec<Record> {
    let from = domain_of(&settings.mail.from);
    let bounced = domain_of(settings.return_path());
    let spf =
        Record { name: bounced.to_owned(), text: format!("v=spf1 {} ~all", allowed(&settings.mail.relay)) };
    let dmarc = Record {
        name: format!("_dmarc.{from}"),
        text: format!("v=DMARC1; p=quarantine; rua=mailto:postmaster@{from}"),
    };
    [spf].into_iter().chain(signer.into_iter().flat_map(Signer::records)).chain([dmarc]).collect()
}

/// The domain of an address.
pub fn domain_of(address: &str) -> &str {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain)
}

/// What allows the relay to send: its name where it is a name, else the hosts that take the domain's mail.
fn allowed(relay: &str) -> String {
    let place = relay.split_once("://").map_or("", |(_, place)| place);
    let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
    let host = host.split([':', '/']).next().unwrap_or_default();
    let is_name = host.contains('.') && host.chars().any(char::is_alphabetic);
    if is_name { format!("mx a:{host}") } else { "mx".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_signed_for_the_domain_they_come_from() {
        let dkim = |domain: &str| Dkim {
            domain: domain.to_owned(),
            selector_rsa: String::new(),
            selector_ed25519: String::new(),
        };
        for right in ["", "Mail.vendor.example", "vendor.example"] {
            assert_eq!(dkim(right).check("licenses@mail.Vendor.example"), Ok(()), "{right}");
        }
        assert!(dkim("endor.example").check("licenses@vendor.example").is_err());
        assert!(dkim("other.example").check("licenses@vendor.example").is_err());
    }

    #[test]
    fn the_relay_may_send() {
        assert_eq!(allowed("smtp://user:pass@relay.example:587"), "mx a:relay.example");
        for elsewhere in ["folder:outbox", "smtp://127.0.0.1:25", "smtp://localhost"] {
            assert_eq!(allowed(elsewhere), "mx", "{elsewhere}");
        }
    }
}
