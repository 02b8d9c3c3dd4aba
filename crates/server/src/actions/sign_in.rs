//! Sign in to the portal: a wish in one browser, and a letter with a link and a code.
//!
//! The link opens only in the browser that asked, and the code is typed only there: a letter that was forwarded, or
//! a link that a machine looked at, signs nobody in. Only hashes of secrets are stored.

use aws_lc_rs::{constant_time, digest, hmac};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use jiff::{SignedDuration, Timestamp};
use tenure_domain::{Address, Holder, HolderId, Network, SessionId};
use tenure_store::{
    Fault, Tx, holder,
    session::{self, Session},
    sign_in::{self, Wish},
};

use super::{
    Desk,
    limits::{self, Checked},
    suppress,
};

/// How long a link and its code are good, in minutes.
pub const LINK_MINUTES: u32 = 10;
/// How long a visit lasts, in hours.
pub const SESSION_HOURS: i64 = 12;
/// After so many wrong codes a wish takes none any more.
pub const MOST_WRONG_CODES: u32 = 5;
/// How much time goes by before a visitor is seen again, in minutes.
const SEEN_MINUTES: i64 = 60;

/// Who wants to sign in, and from where.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The address that was given.
    pub address: Address,
    /// The network that it comes from.
    pub network: Network,
    /// The secret that the browser keeps already, from an earlier wish.
    pub browser: Option<String>,
    /// The page to go on to; empty for the first one.
    pub wanted: String,
}

/// What a letter brings.
#[derive(Debug, Clone)]
pub struct Secrets {
    /// The link's secret.
    pub token: String,
    /// The code to be typed, as it is read: `1234 5678`.
    pub code: String,
}

/// A wish that was kept.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What the browser is to keep.
    pub browser: String,
    /// The letter to send; none if the address is nobody's.
    pub letter: Option<(Holder, Secrets)>,
}

/// Keeps a wish. For an address that is nobody's the same is done and kept, so that nothing tells it apart.
pub fn ask(tx: &mut Tx, desk: &Desk, ask: &Ask, now: Timestamp) -> Checked<Asked> {
    if let Err(refusal) = limits::ask_sign_in(tx, desk, ask.network, &ask.address, now)? {
        return Ok(Err(refusal));
    }
    sign_in::forget(tx, now)?;
    session::forget(tx, now)?;
    let found = holder::find_by_address(tx, &desk.keys.vault, &ask.address)?;
    let kept = ask.browser.clone().filter(|secret| is_secret(secret));
    let browser = kept.unwrap_or_else(|| desk.ids.token());
    let secrets = Secrets { token: desk.ids.token(), code: code(desk) };
    let expires_at = now.saturating_add(SignedDuration::from_mins(LINK_MINUTES.into())).unwrap_or(now);
    let wish = Wish {
        token_hash: hash(&secrets.token),
        browser_hash: hash(&browser),
        code_hash: code_hash(desk, &hash(&secrets.token), &secrets.code),
        holder: found.as_ref().map(|holder| holder.id),
        wanted: ask.wanted.clone(),
        wrong_codes: 0,
        asked_at: now,
        expires_at,
    };
    sign_in::insert(tx, &wish)?;
    Ok(Ok(Asked { browser, letter: found.map(|holder| (holder, secrets)) }))
}

/// What a link is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// It signs in, here.
    Here,
    /// It signs in, in the browser that asked.
    Elsewhere,
    /// It is used, too old, or none of ours.
    Gone,
}

/// Looks at a link; it stays as it is.
pub fn look(tx: &mut Tx, token: &str, browser: Option<&str>, now: Timestamp) -> Result<Look, Fault> {
    Ok(match find_wish(tx, token, now)? {
        None => Look::Gone,
        Some(wish) if is_of(&wish, browser) => Look::Here,
        Some(_) => Look::Elsewhere,
    })
}

/// A wish that signs somebody in: those to addresses that are nobody's have no letter, and so no link.
fn find_wish(tx: &mut Tx, token: &str, now: Timestamp) -> Result<Option<Wish>, Fault> {
    Ok(sign_in::find(tx, &hash(token), now)?.filter(|wish| wish.holder.is_some()))
}

fn is_of(wish: &Wish, browser: Option<&str>) -> bool {
    browser.is_some_and(|browser| wish.browser_hash == hash(browser))
}

/// From where somebody enters.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The secret that the browser keeps since it asked.
    pub browser: Option<String>,
    /// The secret of a visit that this one takes the place of.
    pub before: Option<String>,
    /// The browser, in plain words.
    pub device: Device,
}

/// A browser in plain words: its name and what it runs on; empty where they are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// Such as `Firefox`.
    pub browser: String,
    /// Such as `Windows`.
    pub platform: String,
}

/// A visit that has begun.
#[derive(Debug, Clone)]
pub struct Entered {
    /// Its secret.
    pub secret: String,
    /// The page to go on to; empty for the first one.
    pub wanted: String,
}

/// What came of a link.
#[derive(Debug, Clone)]
pub enum Used {
    /// A visit has begun.
    In(Entered),
    /// It is the link of another browser.
    Elsewhere,
    /// It was used before, or is too old.
    Gone,
}

/// Uses a link in the browser that asked.
pub fn use_link(tx: &mut Tx, desk: &Desk, token: &str, entry: &Entry, now: Timestamp) -> Result<Used, Fault> {
    match find_wish(tx, token, now)? {
        None => Ok(Used::Gone),
        Some(wish) if !is_of(&wish, entry.browser.as_deref()) => Ok(Used::Elsewhere),
        Some(wish) => Ok(enter(tx, desk, &wish, entry, now)?.map_or(Used::Gone, Used::In)),
    }
}

/// What came of a code.
#[derive(Debug, Clone)]
pub enum Tried {
    /// A visit has begun.
    In(Entered),
    /// It is not the code; so many more can be tried.
    Wrong {
        /// How many.
        left: u32,
    },
    /// No code can be tried any more.
    Gone,
}

/// Tries a code for what the browser asked for last.
pub fn use_code(
    tx: &mut Tx,
    desk: &Desk,
    typed: &str,
    entry: &Entry,
    now: Timestamp,
) -> Result<Tried, Fault> {
    let Some(browser) = &entry.browser else { return Ok(Tried::Gone) };
    let latest = sign_in::lock_latest(tx, &hash(browser), now)?;
    let Some(wish) = latest.filter(|wish| wish.wrong_codes < MOST_WRONG_CODES) else {
        return Ok(Tried::Gone);
    };
    let tried = code_hash(desk, &wish.token_hash, typed);
    let is_right =
        constant_time::verify_slices_are_equal(tried.as_bytes(), wish.code_hash.as_bytes()).is_ok();
    if is_right && wish.holder.is_some() {
        return Ok(enter(tx, desk, &wish, entry, now)?.map_or(Tried::Gone, Tried::In));
    }
    sign_in::miss(tx, &wish.token_hash)?;
    Ok(match MOST_WRONG_CODES - wish.wrong_codes - 1 {
        0 => Tried::Gone,
        left => Tried::Wrong { left },
    })
}

/// A wish is used, and a visit begins in place of an older one.
fn enter(
    tx: &mut Tx,
    desk: &Desk,
    wish: &Wish,
    entry: &Entry,
    now: Timestamp,
) -> Result<Option<Entered>, Fault> {
    let Some(holder) = wish.holder else { return Ok(None) };
    if !sign_in::take(tx, &wish.token_hash, now)? {
        return Ok(None);
    }
    // Who has link or code has read the letter.
    suppress::prove(tx, desk, holder, now)?;
    let secret = begin_anew(tx, desk, holder, entry, now)?;
    Ok(Some(Entered { secret, wanted: wish.wanted.clone() }))
}

/// Begins a visit in place of the one that the browser had: the visit's secret.
pub(super) fn begin_anew(
    tx: &mut Tx,
    desk: &Desk,
    holder: HolderId,
    entry: &Entry,
    now: Timestamp,
) -> Result<String, Fault> {
    if let Some(before) = &entry.before {
        session::delete(tx, &hash(before))?;
    }
    begin(tx, desk, holder, &entry.device, now)
}

/// Begins a visit of a holder, who has an account from now on: the visit's secret.
pub fn begin(
    tx: &mut Tx,
    desk: &Desk,
    id: HolderId,
    device: &Device,
    now: Timestamp,
) -> Result<String, Fault> {
    if let Some(mut holder) = holder::find(tx, &desk.keys.vault, id)?.filter(|holder| !holder.has_account) {
        holder.has_account = true;
        holder::save(tx, &holder)?;
    }
    let token = desk.ids.token();
    let session = Session {
        id: SessionId::from_bits(desk.ids.bits(now)),
        holder: id,
        begun_at: now,
        seen_at: now,
        expires_at: now.saturating_add(SignedDuration::from_hours(SESSION_HOURS)).unwrap_or(now),
        browser: device.browser.clone(),
        platform: device.platform.clone(),
    };
    session::insert(tx, &hash(&token), &session)?;
    Ok(token)
}

/// Who is visiting, and the visit.
pub fn visitor(
    tx: &mut Tx,
    desk: &Desk,
    token: &str,
    now: Timestamp,
) -> Result<Option<(Holder, Session)>, Fault> {
    let Some(session) = session::find(tx, &hash(token), now)? else { return Ok(None) };
    Ok(holder::find(tx, &desk.keys.vault, session.holder)?.map(|holder| (holder, session)))
}

/// Whether it is worth remembering that a visitor is here: once an hour.
pub fn is_news(session: &Session, now: Timestamp) -> bool {
    now.duration_since(session.seen_at) >= SignedDuration::from_mins(SEEN_MINUTES)
}

/// Remembers that a visitor is here.
pub fn see(tx: &mut Tx, token: &str, now: Timestamp) -> Result<(), Fault> {
    session::touch(tx, &hash(token), now)
}

/// Ends a visit.
pub fn sign_out(tx: &mut Tx, token: &str) -> Result<(), Fault> {
    session::delete(tx, &hash(token))
}

/// The visits of a holder that last, the newest first.
pub fn visits(tx: &mut Tx, holder: HolderId, now: Timestamp) -> Result<Vec<Session>, Fault> {
    session::list(tx, holder, now)
}

/// Ends one of a holder's visits; another's stays.
pub fn end_visit(tx: &mut Tx, holder: HolderId, visit: SessionId) -> Result<(), Fault> {
    session::delete_one(tx, holder, visit)
}

/// Ends every visit of a holder but `here`.
pub fn end_other_visits(tx: &mut Tx, holder: HolderId, here: Option<SessionId>) -> Result<(), Fault> {
    session::delete_others(tx, holder, here).map(drop)
}

/// What a secret of 256 bits is looked up by.
pub(super) fn hash(token: &str) -> String {
    HEXLOWER.encode(digest::digest(&digest::SHA256, token.as_bytes()).as_ref())
}

/// Whether a text has the form of our secrets.
pub(super) fn is_secret(text: &str) -> bool {
    BASE64URL_NOPAD.decode(text.as_bytes()).is_ok_and(|octets| octets.len() == 32)
}

/// Eight digits in two groups. The remainder favours small codes by less than one in ten to the tenth.
fn code(desk: &Desk) -> String {
    let chance = u64::from_be_bytes(desk.ids.octets()) % 100_000_000;
    format!("{:04} {:04}", chance / 10_000, chance % 10_000)
}

/// A code is short, so its hash is keyed, and belongs to one wish. Spaces and hyphens do not matter.
fn code_hash(desk: &Desk, token_hash: &str, code: &str) -> String {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let tag = hmac::sign(&desk.keys.link, format!("code\0{token_hash}\0{digits}").as_bytes());
    HEXLOWER.encode(tag.as_ref())
}
