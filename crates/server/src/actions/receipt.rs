//! Receipts: for a short time after a service was used without a sign-in, a link shows what was done and gives the
//! key file. Nobody else can make one.

use aws_lc_rs::{constant_time::verify_slices_are_equal, hmac};
use data_encoding::BASE64URL_NOPAD;
use jiff::{SignedDuration, Timestamp};
use tenure_domain::{License, LicenseId};
use tenure_store::{Fault, Tx, license};

use super::{Desk, Held};

/// How long a receipt can be looked at, in minutes.
pub const MINUTES: u32 = 15;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A serial number was registered.
    Registered,
    /// It was registered before: its key file goes out again, by mail only.
    Again,
    /// A license was renewed, or added to.
    Renewed,
}

impl Done {
    const ALL: [Self; 3] = [Self::Registered, Self::Again, Self::Renewed];

    /// Its word in the link.
    const fn word(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Again => "again",
            Self::Renewed => "renewed",
        }
    }
}

/// The path of a receipt.
pub fn link(desk: &Desk, done: Done, license: LicenseId, now: Timestamp) -> String {
    let until = now.saturating_add(SignedDuration::from_mins(MINUTES.into())).unwrap_or(now).as_second();
    let (word, mark) = (done.word(), mark(desk, done, license, until));
    format!("/done/{word}/{license}/{until}/{mark}")
}

fn mark(desk: &Desk, done: Done, license: LicenseId, until: i64) -> String {
    let text = format!("receipt\0{}\0{license}\0{until}", done.word());
    BASE64URL_NOPAD.encode(&hmac::sign(&desk.keys.link, text.as_bytes()).as_ref()[..16])
}

/// What a link is a receipt for, if we made it and its time is not over.
pub fn read_link(
    desk: &Desk,
    (word, license, until, given): (&str, &str, &str, &str),
    now: Timestamp,
) -> Option<(Done, LicenseId)> {
    let done = Done::ALL.into_iter().find(|done| done.word() == word)?;
    let (license, until): (LicenseId, i64) = (license.parse().ok()?, until.parse().ok()?);
    let ours = mark(desk, done, license, until);
    verify_slices_are_equal(given.as_bytes(), ours.as_bytes()).ok()?;
    (now.as_second() < until).then_some((done, license))
}

/// The license of a receipt with its holder, and the one whose place it took.
pub fn find(tx: &mut Tx, desk: &Desk, id: LicenseId) -> Result<Option<(Held, Option<License>)>, Fault> {
    let vault = &desk.keys.vault;
    let Some(found) = license::find(tx, vault, id)? else { return Ok(None) };
    let previous = found.previous.map(|(previous, _)| license::find(tx, vault, previous));
    Ok(Some((Held::read(tx, desk, found)?, previous.transpose()?.flatten())))
}
