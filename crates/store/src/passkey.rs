//! Passkeys of holders, and the challenges that are open. Credentials and challenges are sealed.

use jiff::Timestamp;
use tenure_domain::{HolderId, PasskeyId};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
    vault::Vault,
};

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, holder, credential, name, made_at, used_at FROM passkey ", $rest)
    };
}

statements! {
    /// A passkey is added.
    INSERT = "INSERT INTO passkey (id, holder, credential_hash, credential, name, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
    /// The passkey of a credential.
    FIND = select!("WHERE credential_hash = $1");
    /// A holder's passkeys.
    LIST = select!("WHERE holder = $1 ORDER BY made_at DESC, id DESC");
    /// It was used: its counter has gone on.
    USE = "UPDATE passkey SET credential = $2, used_at = $3 WHERE id = $1";
    /// One of a holder's passkeys is removed.
    DELETE = "DELETE FROM passkey WHERE holder = $1 AND id = $2";
    /// A holder's passkeys are forgotten.
    FORGET_HOLDER = "DELETE FROM passkey WHERE holder = $1";
    /// A challenge, in place of the browser's older one.
    ASK = "INSERT INTO passkey_challenge (browser_hash, holder, challenge, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (browser_hash) DO UPDATE SET holder = $2, challenge = $3, expires_at = $4";
    /// The challenge of a browser, while it can be answered.
    ASKED = "SELECT holder, challenge FROM passkey_challenge WHERE browser_hash = $1 AND expires_at > $2";
    /// A challenge is answered once.
    ANSWER = "DELETE FROM passkey_challenge WHERE browser_hash = $1";
    /// What can no longer be answered is forgotten.
    FORGET = "DELETE FROM passkey_challenge WHERE expires_at <= $1";
    /// A holder's challenges are forgotten.
    FORGET_CHALLENGES = "DELETE FROM passkey_challenge WHERE holder = $1";
}

/// A passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Names it.
    pub id: PasskeyId,
    /// Whose it is.
    pub holder: HolderId,
    /// What verifies it, as the action wrote it.
    pub credential: String,
    /// What its holder calls it.
    pub name: String,
    /// When it was added.
    pub made_at: Timestamp,
    /// When it signed in last.
    pub used_at: Option<Timestamp>,
}

/// A challenge that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Who adds a passkey; nobody where somebody signs in.
    pub holder: Option<HolderId>,
    /// What its answer is compared with, as the action wrote it.
    pub state: String,
}

/// Adds a passkey; `credential_id` is unique for all holders.
pub fn insert(tx: &mut Tx, vault: &Vault, passkey: &Passkey, credential_id: &[u8]) -> Result<(), Fault> {
    tx.execute(
        INSERT,
        &params![
            Value::text(passkey.id),
            Value::text(passkey.holder),
            vault.credential_hash(credential_id),
            sealed(vault, passkey.id, &passkey.credential)?,
            &passkey.name,
            micros(passkey.made_at),
        ],
    )?;
    Ok(())
}

/// The passkey of a credential, locked until the end of the transaction.
pub fn lock(tx: &mut Tx, vault: &Vault, credential_id: &[u8]) -> Result<Option<Passkey>, Fault> {
    Ok(tx.lock(FIND, &params![vault.credential_hash(credential_id)], |row| read(row, vault))?.pop())
}

/// A holder's passkeys, the newest first.
pub fn list(tx: &mut Tx, vault: &Vault, holder: HolderId) -> Result<Vec<Passkey>, Fault> {
    tx.query(LIST, &params![Value::text(holder)], |row| read(row, vault))
}

/// It was used: keeps its credential with the counter that has gone on.
pub fn touch(
    tx: &mut Tx,
    vault: &Vault,
    id: PasskeyId,
    credential: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    tx.execute(USE, &params![Value::text(id), sealed(vault, id, credential)?, micros(now)])?;
    Ok(())
}

/// Removes one of a holder's passkeys; another's stays.
pub fn delete(tx: &mut Tx, holder: HolderId, id: PasskeyId) -> Result<(), Fault> {
    tx.execute(DELETE, &params![Value::text(holder), Value::text(id)])?;
    Ok(())
}

/// Forgets a holder's passkeys and open challenges.
pub fn forget_holder(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    tx.execute(FORGET_HOLDER, &params![Value::text(holder)])?;
    tx.execute(FORGET_CHALLENGES, &params![Value::text(holder)])?;
    Ok(())
}

/// Opens a challenge for a browser, in place of its older one.
pub fn ask(
    tx: &mut Tx,
    vault: &Vault,
    browser_hash: &str,
    challenge: &Challenge,
    expires_at: Timestamp,
) -> Result<(), Fault> {
    let state = vault.seal(browser_hash, "challenge", challenge.state.as_bytes())?;
    let holder = challenge.holder.map(Value::text);
    tx.execute(ASK, &params![browser_hash, holder, state, micros(expires_at)])?;
    Ok(())
}

/// Takes the challenge of a browser: the second time there is none.
pub fn take(
    tx: &mut Tx,
    vault: &Vault,
    browser_hash: &str,
    now: Timestamp,
) -> Result<Option<Challenge>, Fault> {
    let open = |row: &Row| {
        let state = vault.open_text(browser_hash, "challenge", &row.bytes("challenge")?)?;
        Ok(Challenge { holder: row.opt_parse("holder")?, state })
    };
    let found = tx.lock(ASKED, &params![browser_hash, micros(now)], open)?.pop();
    let is_first = tx.execute(ANSWER, &params![browser_hash])? == 1;
    Ok(found.filter(|_| is_first))
}

/// Forgets challenges that can no longer be answered.
pub fn forget(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    tx.execute(FORGET, &params![micros(now)])?;
    Ok(())
}

fn sealed(vault: &Vault, id: PasskeyId, credential: &str) -> Result<Vec<u8>, Fault> {
    vault.seal(&id.to_string(), "credential", credential.as_bytes())
}

fn read(row: &Row, vault: &Vault) -> Result<Passkey, Fault> {
    let id: PasskeyId = row.parse("id")?;
    Ok(Passkey {
        id,
        holder: row.parse("holder")?,
        credential: vault.open_text(&id.to_string(), "credential", &row.bytes("credential")?)?,
        name: row.text("name")?,
        made_at: instant(row.int("made_at")?)?,
        used_at: row.opt_int("used_at")?.map(instant).transpose()?,
    })
}
