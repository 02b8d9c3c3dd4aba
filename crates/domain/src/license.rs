//! Licenses and what can happen to them. Each move checks first and changes last.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    ids::{HolderId, LicenseId},
    product::Segment,
    refusal::Refusal,
    serial::Serial,
    word::coded,
};

/// What a serial number was sold as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Offer {
    /// Full price.
    New,
    /// A discounted renewal.
    Renewal,
    /// An additional purchase.
    Expansion,
}

/// Why a license is blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockReason {
    /// By a renewal or an additional purchase.
    Superseded,
    /// Its serial number is in wrong hands.
    Compromised,
    /// Something else.
    Other,
}

/// How a license took the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Succession {
    /// By a renewal.
    Renewal,
    /// By an additional purchase.
    Expansion,
    /// By a replacement of its serial number.
    Replacement,
}

coded!(Offer { New = "new", Renewal = "renewal", Expansion = "expansion" });
coded!(BlockReason { Superseded = "superseded", Compromised = "compromised", Other = "other" });
coded!(Succession { Renewal = "renewal", Expansion = "expansion", Replacement = "replacement" });

/// The dates of a registered license. A corrected date makes a new term with the next number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Counted from 1.
    pub number: u32,
    /// The day of the registration, in the holder's zone.
    pub registered_on: Date,
    /// The last day on which the license is valid, through its last second.
    pub expires_on: Date,
    /// Since when these dates are on record here; steps up to that day get no notice (rule 7).
    pub known_at: Timestamp,
}

/// A license that no longer works, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Why.
    pub reason: BlockReason,
    /// The day of the block in the holder's zone; the day of the import for an imported one.
    pub on: Date,
    /// The license that took its place, if one did here.
    pub successor: Option<(LicenseId, Succession)>,
}

/// A license.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    /// Names it.
    pub id: LicenseId,
    /// The vendor's own name for it.
    pub external_id: Option<String>,
    /// Its secret.
    pub serial: Serial,
    /// The code of its product.
    pub product: String,
    /// The segment of its product.
    pub segment: Segment,
    /// How many devices it covers.
    pub devices: u32,
    /// Its length in months.
    pub months: u32,
    /// What it was sold as.
    pub offer: Offer,
    /// Whom it belongs to; `None` for one issued without an address and not yet registered.
    pub holder: Option<HolderId>,
    /// When it was issued, if known.
    pub issued_on: Option<Date>,
    /// Its dates, once registered.
    pub term: Option<Term>,
    /// Set while it is blocked.
    pub block: Option<Block>,
    /// The license whose place it took.
    pub previous: Option<(LicenseId, Succession)>,
    /// How many replacements lie behind it in its chain.
    pub replacements: u32,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

/// The state of a license on a day, as holders and operators see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Its serial number is still to be registered.
    Unregistered,
    /// It works.
    Active,
    /// Its term is over.
    Expired,
    /// It no longer works.
    Blocked,
    /// It is gone for good.
    Deleted,
}
coded!(Status { Unregistered = "unregistered", Active = "active", Expired = "expired", Blocked = "blocked", Deleted = "deleted" });

impl License {
    /// The state on `today`, the holder's local day.
    pub fn status(&self, today: Date) -> Status {
        match (&self.deleted_at, &self.block, &self.term) {
            (Some(_), _, _) => Status::Deleted,
            (None, Some(_), _) => Status::Blocked,
            (None, None, None) => Status::Unregistered,
            (None, None, Some(term)) if term.expires_on < today => Status::Expired,
            (None, None, Some(_)) => Status::Active,
        }
    }

    /// Whether it is registered, not blocked and not deleted: dated notices about its expiry are owed.
    pub fn is_open(&self) -> bool {
        self.term.is_some() && self.block.is_none() && self.deleted_at.is_none()
    }

    /// Whether it is blocked by a renewal or an additional purchase and not yet deleted.
    pub fn is_superseded(&self) -> bool {
        self.deleted_at.is_none() && self.block.is_some_and(|block| block.reason == BlockReason::Superseded)
    }

    /// The number of the present term; 0 before registration.
    pub fn term_number(&self) -> u32 {
        self.term.map_or(0, |term| term.number)
    }

    fn must_live(&self) -> Result<(), Refusal> {
        match (&self.deleted_at, &self.block) {
            (Some(_), _) => Err(Refusal::NoMatch),
            (None, Some(block)) => Err(Refusal::Blocked(block.reason)),
            (None, None) => Ok(()),
        }
    }

    /// Whether it can be registered.
    pub fn can_register(&self) -> Result<(), Refusal> {
        self.must_live()?;
        if self.term.is_some() { Err(Refusal::AlreadyRegistered) } else { Ok(()) }
    }

    /// Begins the term. A license issued to an address is registered only with it (rule 1).
    pub fn register(
        &mut self,
        holder: HolderId,
        registered_on: Date,
        expires_on: Date,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        self.can_register()?;
        if self.holder.is_some_and(|owner| owner != holder) {
            return Err(Refusal::NoMatch);
        }
        self.holder = Some(holder);
        self.term = Some(Term { number: 1, registered_on, expires_on, known_at: now });
        Ok(())
    }

    /// Whether a renewal or an additional purchase can name it as the previous one: expired ones too,
    /// but no blocked, deleted, unregistered or already renewed one (rule 8). The term it has.
    pub fn can_be_superseded(&self) -> Result<Term, Refusal> {
        if self.block.is_some_and(|block| block.successor.is_some()) && self.deleted_at.is_none() {
            return Err(Refusal::AlreadyRenewed);
        }
        self.must_live()?;
        self.term.ok_or(Refusal::NotRegistered)
    }

    /// Whether its serial number can be replaced, as far as its state tells: one blocked as compromised
    /// can be too, for that is what a replacement is for (rule 11). The term the new license takes over.
    pub fn can_be_replaced(&self) -> Result<Term, Refusal> {
        match self.block {
            Some(Block { reason: BlockReason::Compromised, successor: None, .. })
                if self.deleted_at.is_none() =>
            {
                self.term.ok_or(Refusal::NotRegistered)
            }
            _ => self.can_be_superseded(),
        }
    }

    /// Blocks it in favour of its successor: as superseded, or as compromised where its serial number is
    /// replaced (rules 8 and 11). It keeps its own expiry date, and the day of an earlier block.
    pub fn supersede(&mut self, successor: LicenseId, how: Succession, today: Date) -> Result<(), Refusal> {
        let reason = match how {
            Succession::Renewal | Succession::Expansion => {
                self.can_be_superseded()?;
                BlockReason::Superseded
            }
            Succession::Replacement => {
                self.can_be_replaced()?;
                BlockReason::Compromised
            }
        };
        let on = self.block.map_or(today, |block| block.on);
        self.block = Some(Block { reason, on, successor: Some((successor, how)) });
        Ok(())
    }

    /// Blocks it.
    pub fn block(&mut self, reason: BlockReason, today: Date) -> Result<(), Refusal> {
        self.must_live()?;
        self.block = Some(Block { reason, on: today, successor: None });
        Ok(())
    }

    /// Lifts a block, unless another license has taken its place here.
    pub fn lift(&mut self) -> Result<(), Refusal> {
        if self.deleted_at.is_some() {
            return Err(Refusal::NoMatch);
        }
        match self.block {
            None => Err(Refusal::NotBlocked),
            Some(Block { successor: Some((successor, _)), .. }) => Err(Refusal::HasSuccessor(successor)),
            Some(_) => {
                self.block = None;
                Ok(())
            }
        }
    }

    /// Corrects its dates: a new term, known from `now`. Whether anything changed. A deleted one keeps its dates.
    pub fn correct(
        &mut self,
        registered_on: Date,
        expires_on: Date,
        now: Timestamp,
    ) -> Result<bool, Refusal> {
        let old = self.term.ok_or(Refusal::NotRegistered)?;
        if (old.registered_on, old.expires_on) == (registered_on, expires_on) {
            return Ok(false);
        }
        if self.deleted_at.is_some() {
            return Err(Refusal::NoMatch);
        }
        self.term = Some(Term { number: old.number + 1, registered_on, expires_on, known_at: now });
        Ok(true)
    }

    /// Deletes it. Only a blocked license is ever deleted.
    pub fn delete(&mut self, now: Timestamp) -> Result<(), Refusal> {
        if self.deleted_at.is_some() || self.block.is_none() {
            return Err(Refusal::NotBlocked);
        }
        self.deleted_at = Some(now);
        Ok(())
    }
}

/// The longest spans of the calendar (jiff's own limits); a longer one would be a fault.
const LONGEST_MONTHS: u32 = 239_976;
const LONGEST_DAYS: i64 = 7_304_484;

/// `months` after a day, clamped at the end of the month. At the end of the calendar the last day there is.
pub fn months_after(day: Date, months: u32) -> Date {
    day.saturating_add(i64::from(months.min(LONGEST_MONTHS)).months())
}

/// `days` after a day. At the ends of the calendar the nearest day there is.
pub fn days_after(day: Date, days: i64) -> Date {
    day.saturating_add(days.clamp(-LONGEST_DAYS, LONGEST_DAYS).days())
}

/// How many days `later` is after `earlier`.
pub fn days_between(earlier: Date, later: Date) -> i64 {
    i64::from((later - earlier).get_days())
}

/// How many whole months lie between two days: the length of a license whose months are not on record.
pub fn whole_months(from: Date, to: Date) -> u32 {
    let span = from.until((jiff::Unit::Month, days_after(to, 1))).unwrap_or_default();
    u32::try_from(span.get_months()).unwrap_or(0)
}
