//! Addresses that take no mail, known by their keyed hash only.

use jiff::Timestamp;
use tenure_domain::{Address, LetterId};

use crate::{
    columns::{instant, micros},
    db::{Fault, Row, Tx, Value, statements},
    params,
    vault::Vault,
};

statements! {
    /// An address takes no mail; nothing where that is known, or where it took mail since the letter was written.
    SUPPRESS = "INSERT INTO suppression (address_hash, since_at, why, letter, lifted_at) VALUES ($1, $2, $3, $4, NULL)
        ON CONFLICT (address_hash) DO UPDATE SET since_at = $2, why = $3, letter = $4, lifted_at = NULL
        WHERE suppression.lifted_at < $5";
    /// It takes mail again.
    LIFT = "UPDATE suppression SET lifted_at = $2 WHERE address_hash = $1 AND lifted_at IS NULL";
    /// Nothing is known of an address any more.
    FORGET = "DELETE FROM suppression WHERE address_hash = $1";
    /// Since when an address takes no mail.
    FIND = "SELECT since_at, why, letter FROM suppression WHERE address_hash = $1 AND lifted_at IS NULL";
    /// All of them, the latest first, with the holder's address where there is one.
    LIST = "SELECT s.since_at, s.why, s.letter, h.id AS holder, h.address FROM suppression s
        LEFT JOIN holder h ON h.address_hash = s.address_hash WHERE s.lifted_at IS NULL ORDER BY s.since_at DESC, s.letter";
}

/// Why an address takes no mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Since when.
    pub since_at: Timestamp,
    /// The words of whoever said so.
    pub why: String,
    /// The letter that did not arrive.
    pub letter: LetterId,
}

/// An address takes no mail: `letter`, written at `written_at`, did not arrive. Whether that is news.
pub fn suppress(
    tx: &mut Tx,
    vault: &Vault,
    address: &Address,
    suppression: &Suppression,
    written_at: Timestamp,
) -> Result<bool, Fault> {
    let row = params![
        vault.address_hash(address),
        micros(suppression.since_at),
        &suppression.why,
        Value::text(suppression.letter),
        micros(written_at),
    ];
    Ok(tx.execute(SUPPRESS, &row)? == 1)
}

/// It takes mail again. Whether it was suppressed.
pub fn lift(tx: &mut Tx, vault: &Vault, address: &Address, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(LIFT, &params![vault.address_hash(address), micros(now)])? == 1)
}

/// Forgets what is known of an address.
pub fn forget(tx: &mut Tx, vault: &Vault, address: &Address) -> Result<(), Fault> {
    tx.execute(FORGET, &params![vault.address_hash(address)])?;
    Ok(())
}

/// Why an address takes no mail; none where it does.
pub fn find(tx: &mut Tx, vault: &Vault, address: &Address) -> Result<Option<Suppression>, Fault> {
    tx.query_opt(FIND, &params![vault.address_hash(address)], read)
}

/// All suppressed addresses, the latest first; those that are no holder's are not known by name.
pub fn list(tx: &mut Tx, vault: &Vault) -> Result<Vec<(Option<String>, Suppression)>, Fault> {
    tx.query(LIST, &[], |row| {
        let holder = row.opt_text("holder")?.zip(row.opt_bytes("address")?);
        let open = |(id, sealed): (String, Vec<u8>)| vault.open_text(&id, "address", &sealed);
        Ok((holder.map(open).transpose()?, read(row)?))
    })
}

fn read(row: &Row) -> Result<Suppression, Fault> {
    Ok(Suppression {
        since_at: instant(row.int("since_at")?)?,
        why: row.text("why")?,
        letter: row.parse("letter")?,
    })
}
