//! Kept answers: what was answered to a request with an `Idempotency-Key`, written in the transaction of what it did.

use jiff::Timestamp;
use tenure_domain::TokenId;

use crate::{
    columns::micros,
    db::{Fault, Tx, Value, statements},
    params,
    vault::Vault,
};

statements! {
    /// A key is taken; whoever comes with the same one waits for the end of this transaction.
    BEGIN = "INSERT INTO kept_answer (token, key, request, kept_at) VALUES ($1, $2, $3, $4) ON CONFLICT (token, key) DO NOTHING";
    /// What was answered.
    SAVE = "UPDATE kept_answer SET answer = $3 WHERE token = $1 AND key = $2";
    /// What was asked and answered under a key.
    FIND = "SELECT request, answer FROM kept_answer WHERE token = $1 AND key = $2";
    /// All of them.
    LIST = "SELECT token, key, answer FROM kept_answer WHERE answer IS NOT NULL";
    /// The key is free again.
    FORGET = "DELETE FROM kept_answer WHERE token = $1 AND key = $2";
    /// Old answers are not kept.
    DELETE_OLD = "DELETE FROM kept_answer WHERE kept_at < $1";
}

/// Whose key it is, and the key.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The token it came with: keys of different shops have nothing to do with each other.
    pub token: TokenId,
    /// The key.
    pub key: &'a str,
}

impl Place<'_> {
    fn row(self) -> String {
        format!("{} {}", self.token, self.key)
    }
}

/// Takes a key for a request. Whether it was free.
pub fn begin(tx: &mut Tx, place: Place<'_>, request: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(tx.execute(BEGIN, &params![Value::text(place.token), place.key, request, micros(now)])? == 1)
}

/// Keeps what was answered.
pub fn save(tx: &mut Tx, vault: &Vault, place: Place<'_>, answer: &[u8]) -> Result<(), Fault> {
    let sealed = vault.seal(&place.row(), "answer", answer)?;
    tx.execute(SAVE, &params![Value::text(place.token), place.key, sealed])?;
    Ok(())
}

/// The request that took a key, and what was answered.
pub fn find(tx: &mut Tx, vault: &Vault, place: Place<'_>) -> Result<Option<(String, Vec<u8>)>, Fault> {
    let found = tx.query_opt(FIND, &params![Value::text(place.token), place.key], |row| {
        Ok((row.text("request")?, row.bytes("answer")?))
    })?;
    found.map(|(request, sealed)| Ok((request, vault.open(&place.row(), "answer", &sealed)?))).transpose()
}

/// Goes through all kept answers and writes anew those that `rewrite` changes. How many.
pub fn rewrite(
    tx: &mut Tx,
    vault: &Vault,
    mut rewrite: impl FnMut(&[u8]) -> Option<Vec<u8>>,
) -> Result<u64, Fault> {
    let mut rows = Vec::new();
    tx.for_each(LIST, &[], |row| {
        let (token, key): (TokenId, String) = (row.parse("token")?, row.text("key")?);
        let place = Place { token, key: &key };
        let answer = vault.open(&place.row(), "answer", &row.bytes("answer")?)?;
        if let Some(anew) = rewrite(&answer) {
            let sealed = vault.seal(&place.row(), "answer", &anew)?;
            rows.push(params![Value::text(token), &key, sealed].to_vec());
        }
        Ok::<_, Fault>(())
    })?;
    if rows.is_empty() { Ok(0) } else { tx.batch(SAVE, &rows) }
}

/// Gives a key back: the same may be asked again.
pub fn forget(tx: &mut Tx, place: Place<'_>) -> Result<(), Fault> {
    tx.execute(FORGET, &params![Value::text(place.token), place.key])?;
    Ok(())
}

/// Deletes what was kept before an instant. How many answers there were.
pub fn delete_before(tx: &mut Tx, before: Timestamp) -> Result<u64, Fault> {
    tx.execute(DELETE_OLD, &params![micros(before)])
}
