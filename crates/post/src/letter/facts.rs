//! The facts of a letter: everything that it says, frozen when its notice is claimed.
//!
//! The words are rendered from these facts, the language and the wording alone, so a stored
//! letter can be read again years later and says the same.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use tenure_domain::Kind;

/// What one letter says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The kind of notice.
    pub kind: Kind,
    /// The step as [`tenure_domain::Step`] writes it: `-30`, `0`, `+20`, empty for "at once".
    pub step: String,
    /// Who speaks.
    pub vendor: Vendor,
    /// The holder's name as first given; it comes from a stranger.
    pub holder_name: Option<String>,
    /// The product's name in the letter's language.
    pub product: String,
    /// `home` or `business`.
    pub segment: String,
    /// The license's public id, `lic_…`.
    pub license: String,
    /// The masked serial number: `****-****-****-7QX2`.
    pub serial: String,
    /// The whole serial number; only for the kinds that deliver it (see [`Facts::delivers_serial`]).
    pub serial_full: Option<String>,
    /// How many devices the license covers.
    pub devices: u32,
    /// The license's length in months.
    pub months: u32,
    /// The first day of the term.
    pub registered_on: Option<Date>,
    /// The last day of the term; the license is valid through its end.
    pub expires_on: Option<Date>,
    /// The holder's local day at the claim.
    pub today: Date,
    /// `expires_on − today`: negative after expiry, 0 when there is no term.
    pub days_left: i64,
    /// The license that this one renewed, expanded or replaced.
    pub previous: Option<Related>,
    /// The license that superseded this one.
    pub successor: Option<Related>,
    /// The day on which a superseded license is deleted: the date that will hold.
    pub deletes_on: Option<Date>,
    /// `superseded`, `compromised` or `other`.
    pub block_reason: Option<String>,
    /// The day of the block, in the holder's zone.
    #[serde(default)]
    pub blocked_on: Option<Date>,
    /// Theft attempts, newest first, at most ten.
    pub attempts: Vec<Attempt>,
    /// How many attempts there were in all.
    pub attempts_total: u32,
    /// The licenses of a digest, at most a hundred, the soonest first (by the day of deletion in letters
    /// about deletion, else by the last day); empty in a letter about one license.
    #[serde(default)]
    pub listed: Vec<Listed>,
    /// How many licenses the digest tells of, listed or not; 0 in a letter about one license.
    #[serde(default)]
    pub listed_total: u32,
    /// The key file that travels with the letter.
    pub key_file: Option<KeyFile>,
    /// Whom a letter about a changed address is written to: `old` or `new`.
    pub address_role: Option<String>,
    /// Whether the holder can decline such letters (rule 14).
    pub declinable: bool,
    /// Where the letter's links lead.
    pub links: Links,
}

impl Facts {
    /// The kinds whose letter may carry the whole serial number.
    pub const fn delivers_serial(kind: Kind) -> bool {
        matches!(kind, Kind::SerialNumber | Kind::LicenseReplaced)
    }
}

/// Who runs the programme and sells the products.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Vendor {
    /// The name as holders know it.
    pub name: String,
    /// The vendor's site.
    pub url: String,
    /// The absolute address of the logo, a picture that every mail reader knows; empty: the name stands in its place.
    pub logo: String,
    /// The color of links and buttons, `#rrggbb`; empty: ours. Letters get a shade of it that can be read.
    pub color: String,
    /// The postal address, line by line, for the foot; empty: none.
    pub address: String,
}

/// Another license of the same chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Its product's name in the letter's language.
    pub product: String,
    /// Its masked serial number.
    pub serial: String,
    /// The last day of its term.
    pub expires_on: Option<Date>,
    /// What joined the two: `renewal`, `expansion` or `replacement`.
    pub by: String,
}

/// One theft attempt, without what the stranger typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When, in the holder's local time.
    pub at: DateTime,
    /// The holder's time zone, an IANA name.
    pub zone: String,
    /// Where: `registration`, `renewal`, `expansion`, `replacement` or `key-file`.
    pub service: String,
    /// The product of the license that was named.
    pub product: String,
    /// Its masked serial number.
    pub serial: String,
}

/// One license of a digest: a letter that tells of several licenses at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its public id, `lic_…`.
    pub license: String,
    /// Its product's name in the letter's language.
    pub product: String,
    /// Its masked serial number.
    pub serial: String,
    /// The last day of its term.
    pub expires_on: Option<Date>,
    /// The day on which it is deleted, in letters about deletion: the date that will hold.
    pub deletes_on: Option<Date>,
}

/// A key file that travels as an attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFile {
    /// The attachment's name.
    pub file_name: String,
    /// The signed text; letters name the file and never quote it.
    pub content: String,
}

/// Absolute addresses of the pages that letters point to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// The holder's pages.
    pub portal: String,
    /// The portal's section *Messages*.
    pub messages: String,
    /// The portal's section *Licenses*.
    pub licenses: String,
    /// Where a serial number is registered.
    pub register: String,
    /// Where a license is renewed.
    pub renew: String,
    /// Where a serial number is replaced.
    pub replace: String,
    /// The public page that tells which letters to expect.
    pub schedule: String,
    /// Where an account is made.
    pub account: String,
    /// Where such letters are declined; none for duties.
    pub decline: Option<String>,
    /// Where a changed address is undone; only in the letter to the old one, while it can be.
    #[serde(default)]
    pub undo: Option<String>,
}
