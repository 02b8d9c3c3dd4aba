//! The settings of `[mail]`.

use std::{collections::BTreeMap, net::SocketAddr};

use serde::Deserialize;
use tenure_post::dns::Resolver;

/// How letters leave.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Whom they come from.
    pub from: String,
    /// Where they are handed in.
    pub relay: String,
    /// How many conversations are kept at once.
    pub connections: usize,
    /// A file with the access token by which the user of `relay` signs in; empty: by password, or not at all.
    pub token_file: String,
    /// Certificates to trust beside the machine's own.
    pub ca_file: String,
    /// Where bounces go; empty: to `from`.
    pub return_path: String,
    /// Where a mail server on this machine hands over what comes back, by LMTP; empty: nowhere.
    pub lmtp_listen: String,
    /// Several relays in place of the one.
    pub relays: Vec<Relay>,
    /// Letters a minute to recipients of a domain.
    pub domain_rate: BTreeMap<String, u32>,
    /// Whom the DNS is asked by; empty: the system's resolvers; `none`: nobody.
    pub resolver: String,
    /// More dated notices alike than these for one holder travel as one letter.
    pub digest_above: usize,
    /// So many mails go to one address in a day; the surplus joins the last one.
    pub most_a_day: usize,
}

impl Mail {
    /// What is wrong with `lmtp_listen`, if anything: LMTP asks for no password, so it is for this machine alone, and
    /// without return paths of their own no letter could be named.
    pub(super) fn check_lmtp(&self) -> Result<(), String> {
        if self.lmtp_listen.is_empty() {
            return Ok(());
        }
        let is_here = self.lmtp_listen.parse::<SocketAddr>().is_ok_and(|address| address.ip().is_loopback());
        if !is_here {
            return Err("write a loopback address and a port: 127.0.0.1:24 or [::1]:24. LMTP asks for no password, so it is \
                served to this machine only; a mail server elsewhere has POST /v1/inbound"
                .to_owned());
        }
        if self.return_path.is_empty() {
            return Err("set mail.return_path as well: without it no letter has a return path that names it"
                .to_owned());
        }
        Ok(())
    }
}

impl Mail {
    /// Whom the DNS is asked by, if anybody is.
    pub fn resolver(&self) -> Option<Resolver> {
        Resolver::named(&self.resolver).ok().flatten()
    }
}

/// One of several relays.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relay {
    /// As `mail.relay`.
    pub url: String,
    /// As `mail.token_file`, of this relay.
    #[serde(default)]
    pub token_file: String,
    /// Relays of a higher number are for when those of a lower one are away.
    #[serde(default = "one")]
    pub order: u32,
    /// Its share among those of the same order.
    #[serde(default = "one")]
    pub weight: u32,
    /// How many conversations are kept at once; left out: `mail.connections`.
    #[serde(default)]
    pub connections: Option<usize>,
    /// Letters a minute; 0: as many as there are.
    #[serde(default)]
    pub rate: u32,
}

const fn one() -> u32 {
    1
}

impl Relay {
    /// The only relay there is.
    pub fn only(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            token_file: String::new(),
            order: 1,
            weight: 1,
            connections: None,
            rate: 0,
        }
    }
}
