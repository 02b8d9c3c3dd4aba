//! The oracle: the rules of the programme once more, in other words, sharing no code with the program.
//!
//! It keeps every license in memory, lets happen to it what happens, and says at each tick which letters must
//! arrive. `registry` is what acts do to licenses; `duties` is what a tick owes because of them.

pub(crate) mod calendar;
mod duties;
mod registry;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use jiff::{
    Timestamp,
    civil::{Date, Time},
};

use crate::story::{Name, Offer, Product};
use calendar::Calendar;

/// The kinds that the oracle expects, under the names of the programme.
pub(crate) mod kind {
    pub(crate) const KEY_FILE: &str = "key-file";
    pub(crate) const MOBILE_OFFER: &str = "mobile-offer";
    pub(crate) const ACCOUNT_INVITATION: &str = "account-invitation";
    pub(crate) const RENEWAL_REMINDER: &str = "renewal-reminder";
    pub(crate) const THEFT_ATTEMPT: &str = "theft-attempt";
    pub(crate) const DELETION: &str = "blocked-license-deletion";
    pub(crate) const SERIAL_NUMBER: &str = "serial-number";
    pub(crate) const RENEWAL_CONFIRMATION: &str = "renewal-confirmation";
    pub(crate) const LICENSE_BLOCKED: &str = "license-blocked";
    pub(crate) const ALL: [&str; 9] = [
        KEY_FILE,
        MOBILE_OFFER,
        ACCOUNT_INVITATION,
        RENEWAL_REMINDER,
        THEFT_ATTEMPT,
        DELETION,
        SERIAL_NUMBER,
        RENEWAL_CONFIRMATION,
        LICENSE_BLOCKED,
    ];
}

/// What the vendor has set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vendor {
    pub(crate) language: &'static str,
    pub(crate) time_zone: &'static str,
    pub(crate) sending_hour: Time,
}

/// One letter that must arrive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Letter {
    pub(crate) to: String,
    pub(crate) kind: String,
    /// As in the header: `-30`, `0`, `+20`, or empty.
    pub(crate) step: String,
    pub(crate) language: String,
    /// One, or all of a digest.
    pub(crate) licenses: BTreeSet<Name>,
}

impl Letter {
    /// One letter for each license of a digest.
    pub(crate) fn apart(&self) -> Vec<Self> {
        let alone = |name: &Name| Self { licenses: BTreeSet::from([name.clone()]), ..self.clone() };
        self.licenses.iter().map(alone).collect()
    }
}

/// What a tick must bring.
#[derive(Debug, Default)]
pub(crate) struct Round {
    pub(crate) letters: Vec<Letter>,
    /// Days that the letter about this kind and license must name.
    pub(crate) days_named: BTreeMap<(&'static str, Name), Date>,
    pub(crate) deleted: Vec<Name>,
}

/// Where a notice stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    Open,
    Accepted,
    Superseded,
    Late,
    /// With the words that may stand as the reason; empty when any may.
    Canceled(&'static [&'static str]),
}

impl Fate {
    /// As in the column `state`.
    pub(crate) fn state(&self) -> &'static str {
        match self {
            Self::Open => "due",
            Self::Accepted => "accepted",
            Self::Superseded => "superseded",
            Self::Late => "late",
            Self::Canceled(_) => "canceled",
        }
    }
}

/// One notice of the oracle.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    pub(crate) license: Name,
    pub(crate) kind: &'static str,
    /// Days from the term's end, for dated ones.
    pub(crate) step: Option<i32>,
    /// The calendar day of the step, for dated ones.
    pub(crate) due_on: Option<Date>,
    pub(crate) fate: Fate,
    /// It fell due while the license was blocked: unless it is sent, the rules do not say whether the row exists.
    optional: bool,
    term: usize,
    due: Timestamp,
}

/// A term: the dates, and the local day on which they became known here.
#[derive(Debug, Clone, Copy)]
struct Term {
    expires_on: Date,
    known_on: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Superseded,
    Otherwise,
}

#[derive(Debug)]
struct License {
    product: Product,
    months: u32,
    offer: Offer,
    /// The key of the holder's address; none for a boxed card.
    holder: Option<String>,
    terms: Vec<Term>,
    blocked: Option<(Why, Date)>,
    renewed_here: bool,
    /// What the deletion letter said.
    deletes_on: Option<Date>,
    deleted: bool,
    /// Where its dated notices stand among all.
    dated: Vec<usize>,
    life: Vec<String>,
}

/// Who an address is: what its first row said.
#[derive(Debug)]
struct Holder {
    address: String,
    language: String,
    time_zone: String,
    /// When the last theft letter went there.
    warned_at: Option<Timestamp>,
}

/// A step of the reminders; a later one counts from the pass that first saw it.
#[derive(Debug, Clone, Copy)]
struct Step {
    days: i32,
    seen_at: Option<Timestamp>,
    announced: bool,
}

pub(crate) struct Oracle {
    vendor: Vendor,
    calendar: Calendar,
    home_steps: Vec<Step>,
    business_steps: Vec<Step>,
    licenses: BTreeMap<Name, License>,
    holders: BTreeMap<String, Holder>,
    notices: Vec<Notice>,
    last_pass: Option<Timestamp>,
}

impl Oracle {
    pub(crate) fn new(vendor: Vendor) -> Self {
        let steps = |days: &[i32]| {
            days.iter().map(|&days| Step { days, seen_at: None, announced: true }).collect::<Vec<_>>()
        };
        Self {
            vendor,
            calendar: Calendar::new(vendor.sending_hour),
            home_steps: steps(&[-30, 0, 20, 40]),
            business_steps: steps(&[-60, -30, 0, 20, 40]),
            licenses: BTreeMap::new(),
            holders: BTreeMap::new(),
            notices: vec![],
            last_pass: None,
        }
    }

    /// Every notice, whatever became of it.
    pub(crate) fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The life of a license, to be read by whoever looks into a difference.
    pub(crate) fn life(&self, name: &str) -> String {
        let Some(license) = self.licenses.get(name) else {
            return format!("  {name}: the oracle does not know it\n");
        };
        let zone = self.zone_of(license);
        let mut told = format!(
            "  {name}: {}, {} months, {}, holder {:?} in {zone}\n",
            license.product.code,
            license.months,
            license.offer.word(),
            license.holder.as_deref().unwrap_or("nobody"),
        );
        for line in &license.life {
            let _ = writeln!(told, "    {line}");
        }
        for notice in self.notices.iter().filter(|notice| notice.license == name) {
            let step = notice.step.map(step_word).unwrap_or_default();
            let _ =
                writeln!(told, "    notice {} {step}, due {}: {:?}", notice.kind, notice.due, notice.fate);
        }
        told
    }

    fn zone_of(&self, license: &License) -> String {
        let holder = license.holder.as_ref().and_then(|key| self.holders.get(key));
        match holder {
            Some(holder) if !holder.time_zone.is_empty() => holder.time_zone.clone(),
            _ => self.vendor.time_zone.to_owned(),
        }
    }

    fn note(&mut self, name: &str, now: Timestamp, what: &str) {
        if let Some(license) = self.licenses.get_mut(name) {
            license.life.push(format!("{now} {what}"));
        }
    }
}

impl License {
    fn term(&self) -> Option<Term> {
        self.terms.last().copied()
    }

    fn works(&self) -> bool {
        !self.terms.is_empty() && self.blocked.is_none() && !self.deleted
    }
}

/// `-30`, `0`, `+20`.
pub(crate) fn step_word(days: i32) -> String {
    if days > 0 { format!("+{days}") } else { days.to_string() }
}

impl Notice {
    /// Whether the rules want this row.
    pub(crate) fn is_certain(&self) -> bool {
        !self.optional || self.fate == Fate::Accepted
    }

    /// The words that may stand as the reason of its end; none when any may.
    pub(crate) fn reasons(&self) -> &'static [&'static str] {
        match self.fate {
            Fate::Canceled(words) => words,
            _ => &[],
        }
    }
}
