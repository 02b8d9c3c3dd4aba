//! Passkeys by their challenges (WebAuthn): a holder who is signed in adds one, and signs in with it later.
//!
//! No address is typed: the passkey says whose it is, and nobody learns who has a license here. A challenge belongs to
//! the browser that asked, is good for five minutes, and is used up by its first answer, right or wrong.

use std::fmt::Display;

use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tenure_domain::{Caller, Holder, HolderId, Network, PasskeyId};
use tenure_store::{
    Fault, Tx,
    passkey::{self, Challenge, Passkey},
};
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey as Credential, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

use super::{
    Desk,
    limits::{self, Checked},
    passkey::{THIS_MACHINE, host},
    sign_in::{self, Device, Entry, hash},
};

/// How long a challenge can be answered, in minutes.
const CHALLENGE_MINUTES: i64 = 5;
/// How many passkeys a holder can have.
const MOST: usize = 20;
/// The longest name of a passkey, in letters.
const LONGEST_NAME: usize = 60;

/// A challenge that was opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What the browser is to keep.
    pub browser: String,
    /// What it asks its authenticator for: the options of `WebAuthn`, with octets as base64url.
    pub options: Value,
}

/// Opens a challenge for somebody who wants to sign in. Refused to those whose guesses were too often wrong, and to a
/// network that asks for too many.
pub fn ask(
    tx: &mut Tx,
    desk: &Desk,
    (caller, from): (&Caller, Network),
    browser: Option<&str>,
    now: Timestamp,
) -> Checked<Opened> {
    if let Err(refusal) = limits::may_guess(tx, desk, caller, now)? {
        return Ok(Err(refusal));
    }
    if let Err(refusal) = limits::ask_passkey(tx, desk, from, now)? {
        return Ok(Err(refusal));
    }
    let (asked, state) = party(desk)?.start_discoverable_authentication().map_err(broken)?;
    let challenge = Challenge { holder: None, state: write(&state)? };
    let browser = open(tx, desk, browser, &challenge, now)?;
    Ok(Ok(Opened { browser, options: serde_json::to_value(&asked.public_key).map_err(broken)? }))
}

/// What came of an answer.
#[derive(Debug, Clone)]
pub enum Entered {
    /// A visit has begun: its secret.
    In(String),
    /// No challenge of this browser is open: it was answered before, or is too old.
    Gone,
    /// It is no passkey of ours, or the answer is wrong: nothing tells which.
    Wrong,
}

/// Signs in by the answer to a challenge.
pub fn enter(
    tx: &mut Tx,
    desk: &Desk,
    caller: &Caller,
    entry: &Entry,
    answer: &PublicKeyCredential,
    now: Timestamp,
) -> Checked<Entered> {
    let Some(challenge) = take(tx, desk, entry.browser.as_deref(), None, now)? else {
        return Ok(Ok(Entered::Gone));
    };
    let entered = limits::guess(tx, desk, caller, now, |tx| {
        let Some(holder) = verify(tx, desk, &challenge, answer, now)? else { return Ok(None) };
        sign_in::begin_anew(tx, desk, holder, entry, now).map(Some)
    })?;
    Ok(entered.map(|secret| secret.map_or(Entered::Wrong, Entered::In)))
}

/// Whose passkey answered rightly; its counter goes on.
fn verify(
    tx: &mut Tx,
    desk: &Desk,
    challenge: &Challenge,
    answer: &PublicKeyCredential,
    now: Timestamp,
) -> Result<Option<HolderId>, Fault> {
    let (party, vault) = (party(desk)?, &desk.keys.vault);
    let Ok((user, id)) = party.identify_discoverable_authentication(answer) else { return Ok(None) };
    let found = passkey::lock(tx, vault, id)?.filter(|kept| kept.holder.bits() == user.as_u128());
    let Some(kept) = found else { return Ok(None) };
    let mut credential: Credential = read(&kept.credential)?;
    let state: DiscoverableAuthentication = read(&challenge.state)?;
    let Ok(result) = party.finish_discoverable_authentication_v2(answer, state, &credential) else {
        return Ok(None);
    };
    credential.update_credential(&result);
    passkey::touch(tx, vault, kept.id, &write(&credential)?, now)?;
    Ok(Some(kept.holder))
}

/// Opens a challenge for a holder who adds a passkey; none where there are too many already.
pub fn begin(
    tx: &mut Tx,
    desk: &Desk,
    holder: &Holder,
    browser: Option<&str>,
    now: Timestamp,
) -> Result<Option<Opened>, Fault> {
    let known = passkey::list(tx, &desk.keys.vault, holder.id)?;
    if known.len() >= MOST {
        return Ok(None);
    }
    let id = |kept: &Passkey| Ok(read::<Credential>(&kept.credential)?.cred_id().clone());
    let known: Vec<CredentialID> = known.iter().map(id).collect::<Result<_, Fault>>()?;
    let address = holder.address.as_written();
    let called = holder.name.as_deref().unwrap_or(address);
    let user = Uuid::from_u128(holder.id.bits());
    let (asked, state) =
        party(desk)?.start_passkey_registration(user, address, called, Some(known)).map_err(broken)?;
    let challenge = Challenge { holder: Some(holder.id), state: write(&state)? };
    let browser = open(tx, desk, browser, &challenge, now)?;
    let mut options = serde_json::to_value(&asked.public_key).map_err(broken)?;
    // The authenticator must find the passkey by itself: no address is typed at sign-in.
    options["authenticatorSelection"]["residentKey"] = json!("required");
    options["authenticatorSelection"]["requireResidentKey"] = json!(true);
    Ok(Some(Opened { browser, options }))
}

/// What came of adding a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is there.
    Yes,
    /// No challenge of this browser is open: it was answered before, or is too old.
    Gone,
    /// The answer is wrong.
    Wrong,
}

/// Adds a passkey by the answer to a challenge. Without a name of its own it is called after the device.
pub fn add(
    tx: &mut Tx,
    desk: &Desk,
    holder: HolderId,
    entry: &Entry,
    (answer, name): (&RegisterPublicKeyCredential, &str),
    now: Timestamp,
) -> Result<Added, Fault> {
    let Some(challenge) = take(tx, desk, entry.browser.as_deref(), Some(holder), now)? else {
        return Ok(Added::Gone);
    };
    let state: PasskeyRegistration = read(&challenge.state)?;
    let Ok(credential) = party(desk)?.finish_passkey_registration(answer, &state) else {
        return Ok(Added::Wrong);
    };
    let vault = &desk.keys.vault;
    if passkey::lock(tx, vault, credential.cred_id())?.is_some() {
        return Ok(Added::Wrong);
    }
    let added = Passkey {
        id: PasskeyId::from_bits(desk.ids.bits(now)),
        holder,
        credential: write(&credential)?,
        name: name_of(name, &entry.device),
        made_at: now,
        used_at: None,
    };
    passkey::insert(tx, vault, &added, credential.cred_id())?;
    Ok(Added::Yes)
}

/// The name that was typed, in one line; else the device's, which may be empty.
fn name_of(typed: &str, device: &Device) -> String {
    let words: Vec<&str> =
        typed.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
    let typed = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if !typed.is_empty() {
        return typed.chars().take(LONGEST_NAME).collect();
    }
    let parts = [device.browser.as_str(), &device.platform];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Remembers a challenge for a browser, which keeps its secret or gets a new one.
fn open(
    tx: &mut Tx,
    desk: &Desk,
    browser: Option<&str>,
    challenge: &Challenge,
    now: Timestamp,
) -> Result<String, Fault> {
    passkey::forget(tx, now)?;
    let kept = browser.filter(|secret| sign_in::is_secret(secret));
    let browser = kept.map_or_else(|| desk.ids.token(), str::to_owned);
    let end = now.saturating_add(SignedDuration::from_mins(CHALLENGE_MINUTES)).unwrap_or(now);
    passkey::ask(tx, &desk.keys.vault, &hash(&browser), challenge, end)?;
    Ok(browser)
}

/// Takes the challenge of a browser, if it was opened for this holder; it is used up in any case.
fn take(
    tx: &mut Tx,
    desk: &Desk,
    browser: Option<&str>,
    holder: Option<HolderId>,
    now: Timestamp,
) -> Result<Option<Challenge>, Fault> {
    let Some(browser) = browser else { return Ok(None) };
    let taken = passkey::take(tx, &desk.keys.vault, &hash(browser), now)?;
    Ok(taken.filter(|challenge| challenge.holder == holder))
}

/// What speaks `WebAuthn` for these pages. On this machine any port is ours: a demo takes the one that is free.
fn party(desk: &Desk) -> Result<Webauthn, Fault> {
    let host = host(desk).ok_or_else(|| broken("web.base_url has no name that browsers allow"))?;
    let mut origin: Url = desk.settings.web.base_url.parse().map_err(broken)?;
    origin.set_host(Some(&host)).map_err(broken)?;
    let builder = WebauthnBuilder::new(&host, &origin).map_err(broken)?;
    builder.rp_name(&desk.settings.vendor.name).allow_any_port(host == THIS_MACHINE).build().map_err(broken)
}

fn write(value: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(broken)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(broken)
}

fn broken(why: impl Display) -> Fault {
    Fault::data("a passkey", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passkey_without_a_name_is_called_after_its_device() {
        let device = Device { browser: "Firefox".to_owned(), platform: "Linux".to_owned() };
        assert_eq!(name_of(" my\tblue \u{7}key\n", &device), "my blue key");
        assert_eq!(name_of(&"ż".repeat(99), &device), "ż".repeat(LONGEST_NAME));
        assert_eq!(name_of(" \n", &device), "Firefox, Linux");
        assert_eq!(name_of("", &Device::default()), "");
    }
}
