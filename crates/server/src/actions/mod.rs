//! Actions: one verb, one file, one transaction. Whoever asks (command line, pages, API, workers) meets here.
//!
//! An action is a plain function of a transaction: nothing can be awaited inside, so no mail can be sent inside.
//! It checks first and changes last.

pub mod block;
pub mod bounce;
pub mod calendar;
pub mod change_address;
pub mod claim;
pub mod decline;
pub mod delete;
pub mod epoch;
pub mod erase;
pub mod export;
mod facts;
pub mod feed;
pub mod forecast;
pub mod fuse;
pub mod hold;
pub mod import;
pub mod issue;
pub mod key_file;
pub mod letter;
pub mod life;
pub mod limits;
mod named;
pub mod notices;
pub mod once;
pub mod other_letters;
mod owe;
pub mod passkey;
#[cfg(feature = "passkeys")]
pub mod passkey_challenge;
pub mod plan;
pub mod preview;
pub mod profile;
pub mod receipt;
pub mod register;
pub mod release;
pub mod renew;
pub mod replace;
pub mod settle;
pub mod shop;
pub mod sign_in;
pub mod suppress;
mod tell_address;
pub mod theft;
pub mod token;
pub mod undo_address;

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    Holder, InForce, Kind, LetterId, License, LicenseId, NoticeId, Products, Refusal, Schedule, Serial, Zone,
    event::HolderStanding,
    gathering::Gathering,
    guard::Standing,
    notice::Notice,
    renewal::{RenewalRules, ReplacementRules},
};
use tenure_post::{dkim::Signer, letter::Wordings, verp};
use tenure_store::{Fault, Tx, holder, license};

use crate::{
    config::{Config, Keys, Logo, Settings},
    ids::Ids,
};

/// What every action works with: the programme, the keys and the source of ids.
pub struct Desk {
    /// The settings.
    pub settings: Settings,
    /// The vendor's products.
    pub products: Products,
    /// What holders are told, and when.
    pub schedule: Schedule,
    /// The texts of letters.
    pub wordings: Wordings,
    /// The vendor's logo, if it has one.
    pub logo: Option<Logo>,
    /// The keys.
    pub keys: Keys,
    /// Signs letters, where the settings ask for it.
    pub signer: Option<Signer>,
    /// Names the keys of the signer; empty: none.
    pub(crate) signed_by: String,
    /// Chance.
    pub ids: Ids,
    zone: Zone,
}

/// Why an action did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum Fail {
    /// It is the caller's turn.
    #[error(transparent)]
    Refusal(#[from] Refusal),
    /// Something is broken.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Desk {
    /// A desk for a configuration.
    pub fn new(config: Config, keys: Keys, signer: Option<Signer>, wordings: Wordings, ids: Ids) -> Self {
        let zone = config.settings.zone();
        let Config { settings, products, schedule, logo, .. } = config;
        let signed_by = signer.as_ref().map(Signer::name).unwrap_or_default();
        Self { settings, products, schedule, wordings, logo, keys, signer, signed_by, ids, zone }
    }

    /// The vendor's zone.
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// A holder's zone; the vendor's where none is known (rule 4).
    pub fn zone_of<'a>(&'a self, holder: Option<&'a Holder>) -> &'a Zone {
        holder.and_then(|holder| holder.zone.as_ref()).unwrap_or(&self.zone)
    }

    /// A holder's language; the vendor's where none is known (rule 13).
    pub fn language_of(&self, holder: &Holder) -> String {
        holder
            .language
            .as_ref()
            .map_or_else(|| self.settings.vendor.language.clone(), |tag| tag.as_str().to_owned())
    }

    /// The numbers of rule 8.
    pub const fn renewal(&self) -> RenewalRules {
        self.settings.renewal
    }

    /// How much goes to one address at once, and in a day.
    pub const fn gathering(&self) -> Gathering {
        let mail = &self.settings.mail;
        Gathering { digest_above: mail.digest_above, most_a_day: mail.most_a_day }
    }

    /// The numbers of rule 11.
    pub const fn replacement(&self) -> ReplacementRules {
        self.settings.replacement
    }

    /// The name of a product as holders read it; its code where it is no longer in the file.
    pub fn product_name(&self, code: &str, language: &str) -> String {
        let name = self
            .products
            .find(code)
            .map(|product| product.name.in_language(language, &self.settings.vendor.language));
        name.unwrap_or(code).to_owned()
    }

    /// A message's bytes, signed where letters are.
    pub(crate) fn signed(&self, bytes: Vec<u8>, at: Timestamp) -> Vec<u8> {
        match &self.signer {
            Some(signer) => signer.sign(&bytes, at),
            None => bytes,
        }
    }

    /// Where bounces of a letter go.
    pub(crate) fn return_path(&self, letter: LetterId) -> String {
        let path = self.settings.return_path();
        let own = verp::address(path, &self.keys.message_id, letter)
            .filter(|_| !self.settings.mail.return_path.is_empty());
        own.unwrap_or_else(|| path.to_owned())
    }

    pub(crate) fn notice_id(&self, now: Timestamp) -> NoticeId {
        NoticeId::from_bits(self.ids.bits(now))
    }
}

/// A license together with its holder.
#[derive(Debug, Clone)]
pub struct Held {
    /// The license.
    pub license: License,
    /// Its holder, if it has one.
    pub holder: Option<Holder>,
}

impl Held {
    /// Reads the holder of a license.
    pub fn read(tx: &mut Tx, desk: &Desk, license: License) -> Result<Self, Fault> {
        let holder = license.holder.map(|id| holder::find(tx, &desk.keys.vault, id)).transpose()?.flatten();
        Ok(Self { license, holder })
    }

    /// The day it is for the holder.
    pub fn today(&self, desk: &Desk, now: Timestamp) -> Date {
        desk.zone_of(self.holder.as_ref()).day_of(now)
    }
}

/// Finds a license by its id, its serial number or the vendor's name for it.
pub fn find_license(tx: &mut Tx, desk: &Desk, name: &str) -> Result<License, Fail> {
    let vault = &desk.keys.vault;
    let mut found = None;
    if let Ok(id) = name.parse::<LicenseId>() {
        found = license::lock(tx, vault, id)?;
    }
    if found.is_none() {
        found = license::find_by_external_id(tx, vault, name)?;
    }
    if let (None, Ok(serial)) = (&found, name.parse::<Serial>()) {
        found = license::lock_by_serial(tx, vault, &serial)?;
    }
    found.ok_or_else(|| Refusal::NotFound { what: "license", name: name.to_owned() }.into())
}

/// The same for an operator who wants to change it: a deleted one stays as it is.
pub fn find_living(tx: &mut Tx, desk: &Desk, name: &str) -> Result<License, Fail> {
    let license = find_license(tx, desk, name)?;
    if license.deleted_at.is_some() { Err(Refusal::Deleted.into()) } else { Ok(license) }
}

/// What is known of a holder beside the license; asked only where a kind of notice depends on it.
pub(crate) fn holder_standing(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    now: Timestamp,
) -> Result<HolderStanding, Fault> {
    let Some(holder) = &held.holder else { return Ok(HolderStanding::default()) };
    let excepted =
        desk.schedule.rule(Kind::MobileOffer, held.license.segment).map_or(&[][..], |rule| &rule.except);
    let has_mobile = license::has_valid(tx, holder.id, excepted, held.today(desk, now))?;
    Ok(HolderStanding { has_account: holder.has_account, has_mobile })
}

/// What the guard asks for.
pub(crate) fn standing<'a>(
    desk: &'a Desk,
    held: &'a Held,
    notice: &Notice,
    beside: HolderStanding,
    in_force: &'a InForce,
) -> Standing<'a> {
    let holder = held.holder.as_ref();
    Standing {
        license: &held.license,
        has_address: holder.is_some(),
        is_suppressed: false,
        has_declined: holder.is_some_and(|holder| holder.declined.contains(&notice.key.kind)),
        is_undone: false,
        holder: beside,
        zone: desk.zone_of(holder),
        schedule: &desk.schedule,
        in_force,
    }
}
