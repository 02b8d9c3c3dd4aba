//! A write: its body and its key are read, it is done once, and its answer is kept.

use axum::{
    body::{Bytes, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, header},
};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use tenure_domain::Refusal;
use tenure_store::{Fault, Tx};

use super::{
    problem::{Answer, Problem, respond},
    shop::Shop,
};
use crate::{
    actions::{
        Desk, Fail,
        once::{Kept, Key, Once, once},
    },
    web::Site,
};

/// The longest body, in octets.
pub(super) const LONGEST_BODY: usize = 64 * 1024;
/// The longest key.
const LONGEST_KEY: usize = 255;

/// A write as it was asked for.
pub(super) struct Asked {
    key: Option<Key>,
    /// The body.
    pub(super) object: Map<String, Value>,
}

impl Asked {
    /// Reads a request of a shop.
    pub(super) async fn read(shop: &Shop, request: Request) -> Result<Self, Problem> {
        let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
        read_key(&headers)?;
        if !is_json(&headers) {
            return Err(Problem::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let object = read_object(&read_octets(request, LONGEST_BODY, "a body has at most 64 KiB").await?)?;
        let asked = Self::keyed(shop, &headers, format!("{path}\n{}", Value::Object(object.clone())))?;
        Ok(Self { object, ..asked })
    }

    /// A request that is no object; `same` tells it apart from every other one.
    pub(super) fn keyed(shop: &Shop, headers: &HeaderMap, same: String) -> Result<Self, Problem> {
        let key = read_key(headers)?.map(|key| Key { token: shop.0.id, key, request: same });
        Ok(Self { key, object: Map::new() })
    }
}

/// The body of a request, of at most `longest` octets; `words` say so.
pub(super) async fn read_octets(
    request: Request,
    longest: usize,
    words: &'static str,
) -> Result<Bytes, Problem> {
    to_bytes(request.into_body(), longest).await.map_err(|_| Problem::new("body_too_large", words))
}

fn is_json(headers: &HeaderMap) -> bool {
    let named = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn read_object(body: &[u8]) -> Result<Map<String, Value>, Problem> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Problem::new("malformed_json", "the body must be a JSON object: { \"field\": … }")),
        Err(error) => Err(Problem::new("malformed_json", error.to_string())),
    }
}

/// The key: the text of the header, in quotation marks (a string of RFC 8941) or without.
fn read_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut given = headers.get_all("idempotency-key").iter();
    let Some(value) = given.next() else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    let key = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    let is_right = (1..=LONGEST_KEY).contains(&key.len())
        && key.bytes().all(|octet| octet.is_ascii_graphic())
        && given.next().is_none();
    let wrong = "send one key of 1 to 255 letters, digits and signs without blanks, such as a UUID";
    is_right.then(|| Some(key.to_owned())).ok_or_else(|| Problem::new("invalid_idempotency_key", wrong))
}

/// What a write did: to be committed, also where it is a refusal.
pub(super) type Done = Result<Result<Kept, Refusal>, Fault>;

/// Does what was asked for, once.
pub(super) async fn write(
    site: &Site,
    asked: Asked,
    act: impl Fn(&mut Tx, &Desk, Timestamp) -> Done + Send + 'static,
) -> Answer {
    let (desk, now, key) = (site.house.desk.clone(), site.house.clock.now(), asked.key);
    let done = site.house.store.write(move |tx| {
        once(tx, &desk, key.as_ref(), now, is_final, |tx| {
            Ok(act(tx, &desk, now)?.unwrap_or_else(|refusal| Problem::from(refusal).kept()))
        })
    });
    let done = done.await.map_err(|fault| Problem::broken(site, &fault))?;
    site.house.bell.ring();
    match done {
        Once::Answer(kept) => Ok(respond(&kept)),
        Once::Reused => Err(Problem::new(
            "idempotency_key_reused",
            "this key was sent with another request before: make a new key for each thing you want done",
        )),
    }
}

/// Whether an answer stays the same when it is asked for again.
const fn is_final(kept: &Kept) -> bool {
    kept.wait_secs.is_none()
}

/// An action that leaves nothing when it is refused.
pub(super) fn whole<T>(
    tx: &mut Tx,
    act: impl FnOnce(&mut Tx) -> Result<T, Fail>,
) -> Result<Result<T, Refusal>, Fault> {
    match tx.attempt(act) {
        Ok(done) => Ok(Ok(done)),
        Err(Fail::Refusal(refusal)) => Ok(Err(refusal)),
        Err(Fail::Fault(fault)) => Err(fault),
    }
}

/// What is told of a success.
pub(super) fn success(status: StatusCode, location: Option<String>, shown: &impl Serialize) -> Kept {
    let body = serde_json::to_string(shown).expect("what is shown is text and numbers");
    Kept { status: status.as_u16(), location, body, wait_secs: None }
}
