//! Once: what a shop asks under a key is done once, however often it asks. The answer is kept in the transaction of
//! what it tells of, so that it is given again after a crash between the two.

use std::collections::BTreeSet;

use aws_lc_rs::hmac;
use data_encoding::HEXLOWER;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tenure_domain::{LicenseId, TokenId};
use tenure_store::{
    Fault, Tx,
    kept_answer::{self, Place},
};

use super::Desk;

/// How long an answer is kept, in hours.
pub const KEPT_HOURS: i64 = 48;

/// An answer as it is kept and given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The status.
    pub status: u16,
    /// Where what was made is found.
    pub location: Option<String>,
    /// The body: JSON.
    pub body: String,
    /// How long to wait before the next try, in seconds. Such an answer is not kept.
    #[serde(skip)]
    pub wait_secs: Option<u64>,
}

/// A key, and the request it stands for.
#[derive(Debug, Clone)]
pub struct Key {
    /// The token it came with.
    pub token: TokenId,
    /// As given.
    pub key: String,
    /// The whole request: path and body.
    pub request: String,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Once {
    /// This is the answer; perhaps not for the first time.
    Answer(Kept),
    /// The key stands for another request.
    Reused,
}

/// Does `act` unless the same was asked under the same key before. An answer that `is_final` does not hold for leaves the
/// key free.
pub fn once(
    tx: &mut Tx,
    desk: &Desk,
    key: Option<&Key>,
    now: Timestamp,
    is_final: impl FnOnce(&Kept) -> bool,
    act: impl FnOnce(&mut Tx) -> Result<Kept, Fault>,
) -> Result<Once, Fault> {
    let Some(Key { token, key, request }) = key else { return act(tx).map(Once::Answer) };
    let place = Place { token: *token, key };
    let request =
        HEXLOWER.encode(hmac::sign(&desk.keys.link, format!("request\0{request}").as_bytes()).as_ref());
    if !kept_answer::begin(tx, place, &request, now)? {
        return again(tx, desk, place, &request);
    }
    let answer = act(tx)?;
    if is_final(&answer) {
        let text = serde_json::to_vec(&answer).map_err(|error| Fault::data("an answer", error))?;
        kept_answer::save(tx, &desk.keys.vault, place, &text)?;
    } else {
        kept_answer::forget(tx, place)?;
    }
    Ok(Once::Answer(answer))
}

fn again(tx: &mut Tx, desk: &Desk, place: Place<'_>, request: &str) -> Result<Once, Fault> {
    let found = kept_answer::find(tx, &desk.keys.vault, place)?;
    let (asked, answer) = found.ok_or_else(|| Fault::data("a kept answer", "it was there a moment ago"))?;
    if asked != request {
        return Ok(Once::Reused);
    }
    serde_json::from_slice(&answer).map(Once::Answer).map_err(|error| Fault::data("a kept answer", error))
}

/// Takes out of the kept answers what they tell of the holder of these licenses: the same request gets the same answer
/// without it.
pub(super) fn forget_holder(tx: &mut Tx, desk: &Desk, licenses: &BTreeSet<LicenseId>) -> Result<(), Fault> {
    let ids: BTreeSet<String> = licenses.iter().map(ToString::to_string).collect();
    kept_answer::rewrite(tx, &desk.keys.vault, |answer| {
        // All answers of two days are gone through: only what may be concerned is read.
        if !mentions_any(answer, &ids) {
            return None;
        }
        let mut kept: Kept = serde_json::from_slice(answer).ok()?;
        let mut body: Value = serde_json::from_str(&kept.body).ok()?;
        if !names_any(&body, &ids) {
            return None;
        }
        blank(&mut body);
        kept.body = body.to_string();
        serde_json::to_vec(&kept).ok()
    })?;
    Ok(())
}

/// Whether the id of one of these licenses stands anywhere in a text.
fn mentions_any(text: &[u8], ids: &BTreeSet<String>) -> bool {
    let mut words = text.split(|octet| !octet.is_ascii_alphanumeric() && *octet != b'_');
    words.any(|word| str::from_utf8(word).is_ok_and(|word| ids.contains(word)))
}

/// Whether one of these licenses stands anywhere in an answer.
fn names_any(value: &Value, ids: &BTreeSet<String>) -> bool {
    match value {
        Value::Object(fields) => {
            let is_named = fields.get("id").and_then(Value::as_str).is_some_and(|id| ids.contains(id));
            is_named || fields.values().any(|value| names_any(value, ids))
        }
        Value::Array(items) => items.iter().any(|item| names_any(item, ids)),
        _ => false,
    }
}

/// What an answer may tell of a holder. A key file has the name in it.
const OF_HOLDER: [&str; 5] = ["email", "name", "language", "time_zone", "key_file"];

fn blank(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if OF_HOLDER.contains(&name.as_str()) {
                    *value = Value::Null;
                } else {
                    blank(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(blank),
        _ => {}
    }
}

/// Deletes the answers that were kept long enough.
pub fn forget_old(tx: &mut Tx, now: Timestamp) -> Result<u64, Fault> {
    let before = now.saturating_sub(SignedDuration::from_hours(KEPT_HOURS)).unwrap_or(Timestamp::MIN);
    kept_answer::delete_before(tx, before)
}
