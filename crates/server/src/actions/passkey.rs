//! A holder's passkeys: where they work, which there are, and removing one. Adding and using one: [`super::passkey_challenge`].

use std::net::IpAddr;

use axum::http::Uri;
use tenure_domain::{HolderId, PasskeyId};
use tenure_store::{
    Fault, Tx,
    passkey::{self, Passkey},
};

use super::Desk;

/// The name of this very machine. Addresses cannot have passkeys, so those that lead back to the machine are called so.
pub const THIS_MACHINE: &str = "localhost";

/// The name that passkeys are bound to (RP ID in `WebAuthn`), from `web.base_url`. None where browsers allow none: on
/// plain http but on this machine, and where the address has numbers in place of a name.
pub fn host(desk: &Desk) -> Option<String> {
    let base = desk.settings.web.base_url.parse::<Uri>().ok().filter(|_| cfg!(feature = "passkeys"))?;
    let host = base.host()?.to_lowercase();
    match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) => address.is_loopback().then(|| THIS_MACHINE.to_owned()),
        Err(_) => (base.scheme_str() == Some("https") || host == THIS_MACHINE).then_some(host),
    }
}

/// A holder's passkeys, the newest first.
pub fn list(tx: &mut Tx, desk: &Desk, holder: HolderId) -> Result<Vec<Passkey>, Fault> {
    passkey::list(tx, &desk.keys.vault, holder)
}

/// Removes one of a holder's passkeys: it signs in no more.
pub fn remove(tx: &mut Tx, holder: HolderId, id: PasskeyId) -> Result<(), Fault> {
    passkey::delete(tx, holder, id)
}
