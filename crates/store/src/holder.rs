//! Holders. Addresses are sealed; a holder is found by the keyed hash of the address.

use std::collections::BTreeSet;

use jiff::Timestamp;
use tenure_domain::{Address, Holder, HolderId, Kind, Language, Zone};

use crate::{
    columns::micros,
    db::{Fault, Row, Tx, Value, statements},
    params,
    vault::Vault,
};

statements! {
    /// One holder by id.
    FIND = "SELECT id, address, name, language, zone, declined, has_account FROM holder WHERE id = $1";
    /// One holder by the hash of the address.
    FIND_BY_ADDRESS = "SELECT id, address, name, language, zone, declined, has_account FROM holder WHERE address_hash = $1";
    /// A new holder; nothing where the address is known.
    INSERT = "INSERT INTO holder (id, address_hash, address, name, language, zone, declined, has_account, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (address_hash) DO NOTHING";
    /// Everything that may change.
    UPDATE = "UPDATE holder SET name = $2, language = $3, zone = $4, declined = $5, has_account = $6 WHERE id = $1";
    /// Nothing of a holder stays.
    DELETE = "DELETE FROM holder WHERE id = $1";
    /// The holder has another address.
    MOVE = "UPDATE holder SET address_hash = $2, address = $3 WHERE id = $1";
    /// All holders, for export and the demo.
    LIST = "SELECT id, address, name, language, zone, declined, has_account FROM holder WHERE id > $1 ORDER BY id LIMIT $2";
}

/// The holder with this id.
pub fn find(tx: &mut Tx, vault: &Vault, id: HolderId) -> Result<Option<Holder>, Fault> {
    tx.query_opt(FIND, &params![Value::text(id)], |row| read(row, vault))
}

/// The same, locked until the end of the transaction: nobody gives this holder a license meanwhile.
pub fn lock(tx: &mut Tx, vault: &Vault, id: HolderId) -> Result<Option<Holder>, Fault> {
    Ok(tx.lock(FIND, &params![Value::text(id)], |row| read(row, vault))?.pop())
}

/// Nothing of a holder stays. No license may belong to it any more.
pub fn delete(tx: &mut Tx, id: HolderId) -> Result<(), Fault> {
    tx.execute(DELETE, &params![Value::text(id)])?;
    Ok(())
}

/// The holder with this address.
pub fn find_by_address(tx: &mut Tx, vault: &Vault, address: &Address) -> Result<Option<Holder>, Fault> {
    tx.query_opt(FIND_BY_ADDRESS, &params![vault.address_hash(address)], |row| read(row, vault))
}

/// Up to `limit` holders after `after`, by id.
pub fn list(tx: &mut Tx, vault: &Vault, after: Option<HolderId>, limit: u32) -> Result<Vec<Holder>, Fault> {
    let after = after.map_or(String::new(), |id| id.to_string());
    tx.query(LIST, &params![after, limit], |row| read(row, vault))
}

/// Writes a new holder. Whether it was written: not where its address is known already.
pub fn insert(tx: &mut Tx, vault: &Vault, holder: &Holder, now: Timestamp) -> Result<bool, Fault> {
    let id = holder.id.to_string();
    let address = vault.seal(&id, "address", holder.address.as_written().as_bytes())?;
    let written = tx.execute(
        INSERT,
        &params![
            &id,
            vault.address_hash(&holder.address),
            address,
            holder.name.as_ref(),
            holder.language.as_ref().map(Language::as_str),
            holder.zone.as_ref().map(Zone::name),
            declined_text(&holder.declined),
            holder.has_account,
            micros(now),
        ],
    )?;
    Ok(written == 1)
}

/// Gives a holder another address (rule 12). Whether it could: not where it is another holder's.
pub fn move_to(tx: &mut Tx, vault: &Vault, id: HolderId, address: &Address) -> Result<bool, Fault> {
    let name = id.to_string();
    let sealed = vault.seal(&name, "address", address.as_written().as_bytes())?;
    let row = params![&name, vault.address_hash(address), sealed];
    match tx.attempt(|tx| tx.execute(MOVE, &row)) {
        Err(fault) if fault.is_unique_violation() => Ok(false),
        moved => moved.map(|moved| moved == 1),
    }
}

/// Writes what changed of a holder; its address never does here.
pub fn save(tx: &mut Tx, holder: &Holder) -> Result<(), Fault> {
    tx.execute(
        UPDATE,
        &params![
            Value::text(holder.id),
            holder.name.as_ref(),
            holder.language.as_ref().map(Language::as_str),
            holder.zone.as_ref().map(Zone::name),
            declined_text(&holder.declined),
            holder.has_account,
        ],
    )?;
    Ok(())
}

fn declined_text(declined: &BTreeSet<Kind>) -> String {
    declined.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(" ")
}

fn read(row: &Row, vault: &Vault) -> Result<Holder, Fault> {
    let id = row.text("id")?;
    let address = vault.open_text(&id, "address", &row.bytes("address")?)?;
    let declined = row.text("declined")?;
    Ok(Holder {
        id: row.parse("id")?,
        address: address.parse().map_err(|error| Fault::data("address", error))?,
        name: row.opt_text("name")?,
        language: row.opt_parse("language")?,
        zone: row.opt_parse("zone")?,
        declined: declined
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|error| Fault::data("declined", error))?,
        has_account: row.flag("has_account")?,
    })
}
