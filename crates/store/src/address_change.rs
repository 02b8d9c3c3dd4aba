//! Changes of address (rule 12). Addresses are sealed; of the secret in the letter to the new one only a hash is stored.

use jiff::Timestamp;
use tenure_domain::{Address, AddressChange, ChangeId, HolderId};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
    vault::Vault,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, holder, old_address, new_address, asked_at, expires_at, confirmed_at, told_at, ended_at FROM address_change ", $rest)
    };
}

statements! {
    /// A change was asked for.
    INSERT = "INSERT INTO address_change (id, holder, token_hash, old_address, new_address, asked_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// One change.
    FIND = select!("WHERE id = $1");
    /// The change that a letter confirms.
    FIND_BY_TOKEN = select!("WHERE token_hash = $1");
    /// The changes of a holder, the oldest first.
    LIST = select!("WHERE holder = $1 ORDER BY asked_at, id");
    /// It is valid from now on; `old_address` is what it took the place of.
    CONFIRM = "UPDATE address_change SET confirmed_at = $2, old_address = $3, old_hash = $4 WHERE id = $1";
    /// The old address is told of it.
    TELL = "UPDATE address_change SET told_at = $2 WHERE id = $1 AND told_at IS NULL";
    /// The valid changes that left an address.
    LIST_LEAVING = select!("WHERE old_hash = $1 AND ended_at IS NULL");
    /// It was given up or undone.
    END = "UPDATE address_change SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
    /// Nothing of a holder's changes stays.
    DELETE = "DELETE FROM address_change WHERE holder = $1";
}

/// Remembers a change, and the hash of the secret that confirms it.
pub fn insert(tx: &mut Tx, vault: &Vault, change: &AddressChange, token_hash: &str) -> Result<(), Fault> {
    let id = change.id.to_string();
    tx.execute(
        INSERT,
        &params![
            &id,
            Value::text(change.holder),
            token_hash,
            vault.seal(&id, "old_address", change.old.as_written().as_bytes())?,
            vault.seal(&id, "new_address", change.new.as_written().as_bytes())?,
            micros(change.asked_at),
            micros(change.expires_at),
        ],
    )?;
    Ok(())
}

/// One change.
pub fn find(tx: &mut Tx, vault: &Vault, id: ChangeId) -> Result<Option<AddressChange>, Fault> {
    tx.query_opt(FIND, &params![Value::text(id)], |row| read(row, vault))
}

/// The same, locked until the end of the transaction.
pub fn lock(tx: &mut Tx, vault: &Vault, id: ChangeId) -> Result<Option<AddressChange>, Fault> {
    Ok(tx.lock(FIND, &params![Value::text(id)], |row| read(row, vault))?.pop())
}

/// The change that a secret confirms.
pub fn find_by_token(tx: &mut Tx, vault: &Vault, token_hash: &str) -> Result<Option<AddressChange>, Fault> {
    tx.query_opt(FIND_BY_TOKEN, &params![token_hash], |row| read(row, vault))
}

/// The same, locked until the end of the transaction.
pub fn lock_by_token(tx: &mut Tx, vault: &Vault, token_hash: &str) -> Result<Option<AddressChange>, Fault> {
    Ok(tx.lock(FIND_BY_TOKEN, &params![token_hash], |row| read(row, vault))?.pop())
}

/// The changes of a holder, the oldest first.
pub fn list(tx: &mut Tx, vault: &Vault, holder: HolderId) -> Result<Vec<AddressChange>, Fault> {
    tx.query(LIST, &params![Value::text(holder)], |row| read(row, vault))
}

/// A change is valid from `now` on, in place of `old`.
pub fn confirm(tx: &mut Tx, vault: &Vault, id: ChangeId, old: &Address, now: Timestamp) -> Result<(), Fault> {
    let sealed = vault.seal(&id.to_string(), "old_address", old.as_written().as_bytes())?;
    tx.execute(CONFIRM, &params![Value::text(id), micros(now), sealed, vault.address_hash(old)])?;
    Ok(())
}

/// The old address is told of a change from `now` on, unless it was before.
pub fn tell(tx: &mut Tx, id: ChangeId, now: Timestamp) -> Result<(), Fault> {
    tx.execute(TELL, &params![Value::text(id), micros(now)])?;
    Ok(())
}

/// The valid changes that left an address.
pub fn list_leaving(tx: &mut Tx, vault: &Vault, old: &Address) -> Result<Vec<AddressChange>, Fault> {
    tx.query(LIST_LEAVING, &params![vault.address_hash(old)], |row| read(row, vault))
}

/// A change was given up or undone.
pub fn end(tx: &mut Tx, id: ChangeId, now: Timestamp) -> Result<(), Fault> {
    tx.execute(END, &params![Value::text(id), micros(now)])?;
    Ok(())
}

/// Nothing of a holder's changes stays.
pub fn delete(tx: &mut Tx, holder: HolderId) -> Result<(), Fault> {
    tx.execute(DELETE, &params![Value::text(holder)])?;
    Ok(())
}

fn read(row: &Row, vault: &Vault) -> Result<AddressChange, Fault> {
    let id = row.text("id")?;
    let address = |column: &str| -> Result<Address, Fault> {
        let text = vault.open_text(&id, column, &row.bytes(column)?)?;
        text.parse().map_err(|error| Fault::data(column, error))
    };
    Ok(AddressChange {
        id: row.parse("id")?,
        holder: row.parse("holder")?,
        old: address("old_address")?,
        new: address("new_address")?,
        asked_at: instant(row.int("asked_at")?)?,
        expires_at: instant(row.int("expires_at")?)?,
        confirmed_at: row.opt_int("confirmed_at")?.map(instant).transpose()?,
        told_at: row.opt_int("told_at")?.map(instant).transpose()?,
        ended_at: row.opt_int("ended_at")?.map(instant).transpose()?,
    })
}
