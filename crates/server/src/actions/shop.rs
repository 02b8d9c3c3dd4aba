//! The way to the vendor's shop and back: a signed token names the license that a purchase is for, so that the shop
//! need not ask for the old serial number. Nobody else can make one, and it has no address and no serial number in it.

use aws_lc_rs::hmac;
use data_encoding::BASE64URL_NOPAD;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use tenure_domain::{Caller, License, LicenseId, Refusal, Serial, Succession};
use tenure_store::Tx;

use super::{
    Desk, Held,
    issue::{Issue, issue},
    named::{Answer, find},
    renew::{Renewed, renew_known},
};

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The license that is to be renewed or added to.
    pub license: LicenseId,
    /// Renewal or additional purchase.
    pub how: Succession,
    /// The language in which the holder read the page that led to the shop (BCP 47).
    pub language: String,
}

/// What was bought for the license that a token names.
#[derive(Debug, Clone)]
pub enum Bought {
    /// A serial number that exists, and is not registered yet.
    Serial(Serial),
    /// One that is issued now, to the address of the license's holder: `email` of the wish is passed over.
    New(Issue),
}

/// The first part of a token, as JSON; names as in RFC 7519 where it has one, times in Unix seconds. A shop may read
/// it, to greet the buyer with the right product in the right language; only we can tell whether it is genuine.
#[derive(Serialize, Deserialize)]
struct Payload {
    lic: String,
    prd: String,
    how: String,
    lang: String,
    iat: i64,
    exp: i64,
}

/// The address of the shop for a purchase; `None` where `products.toml` names no shop for the product.
pub fn link(
    desk: &Desk,
    license: &License,
    how: Succession,
    language: &str,
    now: Timestamp,
) -> Option<String> {
    let shop = desk.products.shop_url(&license.product)?;
    Some(shop.with(&token(desk, license, how, language, now)))
}

fn token(desk: &Desk, license: &License, how: Succession, language: &str, now: Timestamp) -> String {
    let days = i64::from(desk.settings.shop.token_days);
    let payload = Payload {
        lic: license.id.to_string(),
        prd: license.product.clone(),
        how: how.code().to_owned(),
        lang: language.to_owned(),
        iat: now.as_second(),
        exp: now.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(now).as_second(),
    };
    let json = serde_json::to_vec(&payload).expect("texts and numbers always have a JSON form");
    let said = BASE64URL_NOPAD.encode(&json);
    let mark = hmac::sign(&desk.keys.link, signed(&said).as_bytes());
    format!("{said}.{}", BASE64URL_NOPAD.encode(mark.as_ref()))
}

/// What is signed: no text that is signed for another purpose begins like this.
fn signed(said: &str) -> String {
    format!("shop\0{said}")
}

/// What a token says, if we made it and its time is not over; otherwise `invalid` of the field `shop_token`.
pub fn read(desk: &Desk, token: &str, now: Timestamp) -> Result<Claim, Refusal> {
    let refused = |words: &str| Refusal::Invalid { field: "shop_token", words: words.to_owned() };
    let payload = genuine(desk, token.trim()).ok_or_else(|| {
        refused("it was not made here, or was changed on its way: hand it back as it stood in the link")
    })?;
    if now.as_second() >= payload.exp {
        return Err(refused("its time is over: the holder finds a new link to the shop on the page /renew"));
    }
    claim(payload).ok_or_else(|| refused("it is of another version: take a new one from the page /renew"))
}

fn genuine(desk: &Desk, token: &str) -> Option<Payload> {
    let (said, mark) = token.split_once('.')?;
    let mark = BASE64URL_NOPAD.decode(mark.as_bytes()).ok()?;
    hmac::verify(&desk.keys.link, signed(said).as_bytes(), &mark).ok()?;
    serde_json::from_slice(&BASE64URL_NOPAD.decode(said.as_bytes()).ok()?).ok()
}

fn claim(payload: Payload) -> Option<Claim> {
    let how =
        [Succession::Renewal, Succession::Expansion].into_iter().find(|how| how.code() == payload.how)?;
    Some(Claim { license: payload.lic.parse().ok()?, how, language: payload.lang })
}

/// Renews, or adds to, the license that a shop's token names, in one transaction with issuing what was bought.
///
/// For the API: `POST /v1/renewals` and `/v1/expansions` with `shop_token` in place of `previous` and `email`. Which
/// of the two was meant stands in the token ([`read`] tells). The outer result is a fault, the inner one a refusal:
/// `invalid` (field `shop_token`) for a token that is not ours or too old; `already_renewed`, `blocked`, `deleted` for
/// the old license, so that a repeated call buys nothing twice; and those of issuing and of registering, among them
/// `no_match` for a serial number that was issued to another address (a theft attempt, like everywhere). After a
/// refusal nothing is issued.
pub fn renew_by_token(
    tx: &mut Tx,
    desk: &Desk,
    caller: &Caller,
    (token, bought): (&str, &Bought),
    now: Timestamp,
) -> Answer<Renewed> {
    let claim = match read(desk, token, now) {
        Ok(claim) => claim,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let bring = |tx: &mut Tx, address: &tenure_domain::Address| match bought {
        Bought::Serial(serial) => find(tx, desk, serial, address),
        Bought::New(wish) => {
            let wish = Issue { email: Some(address.clone()), ..wish.clone() };
            let issued = issue(tx, desk, &wish, now)?;
            Ok(Held::read(tx, desk, issued)?)
        }
    };
    let named = match bought {
        Bought::Serial(serial) => Some(serial),
        Bought::New(_) => None,
    };
    renew_known(tx, desk, (claim.license, claim.how), (caller, named), bring, now)
}
