//! The arithmetic of renewal, additional purchase and replacement (rules 8 and 11). All numbers are settings.

use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    license::{License, Offer, Term, days_after, days_between, months_after},
    product::Segment,
    refusal::Refusal,
};

/// The settings of rule 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RenewalRules {
    /// Days given for a full-price renewal, and taken from a discounted one without an eligible previous license.
    pub bonus_days: u32,
    /// The least length, in months, of a full-price license that earns the bonus.
    pub bonus_from_months: u32,
    /// The least length, in months, of the previous license.
    pub previous_from_months: u32,
}

impl Default for RenewalRules {
    fn default() -> Self {
        Self { bonus_days: 150, bonus_from_months: 12, previous_from_months: 3 }
    }
}

/// The settings of rule 11.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReplacementRules {
    /// How often the serial number of a home license is replaced free of charge.
    pub home: u32,
    /// How often that of a business license is.
    pub business: u32,
    /// How many days must remain.
    pub days_left: u32,
}

impl Default for ReplacementRules {
    fn default() -> Self {
        Self { home: 1, business: 3, days_left: 30 }
    }
}

/// How a renewed license's expiry date comes about: a sum that one can check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The registration date + the length.
    pub own_end: Date,
    /// The days that the old one still had.
    pub carried_days: i64,
    /// The bonus; negative: taken off.
    pub bonus_days: i64,
    /// The expiry date.
    pub expires_on: Date,
}

impl RenewalRules {
    /// The sum for a license of `months` sold as `offer`, registered on `today`, that names `previous`.
    pub fn sum(&self, new: &License, previous: Option<&License>, today: Date) -> Sum {
        let own_end = months_after(today, new.months);
        let term = previous.and_then(|old| old.term);
        let carried_days = term.map_or(0, |term| days_between(today, term.expires_on).max(0));
        add(own_end, carried_days, self.bonus(new, previous), today)
    }

    /// The sum for a license of `months`, sold at a discount, that is registered on `today` without naming another.
    pub fn discounted_alone(&self, months: u32, today: Date) -> Sum {
        add(months_after(today, months), 0, -i64::from(self.bonus_days), today)
    }

    fn bonus(&self, new: &License, previous: Option<&License>) -> i64 {
        let is_eligible = previous.is_some_and(|old| {
            old.segment == new.segment && old.is_open() && old.months >= self.previous_from_months
        });
        match new.offer {
            Offer::New if is_eligible && new.months >= self.bonus_from_months => i64::from(self.bonus_days),
            Offer::Renewal if !is_eligible => -i64::from(self.bonus_days),
            Offer::New | Offer::Renewal | Offer::Expansion => 0,
        }
    }

    /// The expiry date of an additional purchase: the later of the old expiry date and the new one's own end.
    pub fn expansion_end(new: &License, old: Term, today: Date) -> Date {
        months_after(today, new.months).max(old.expires_on)
    }
}

/// Never less than one day.
fn add(own_end: Date, carried_days: i64, bonus_days: i64, today: Date) -> Sum {
    let expires_on = days_after(own_end, carried_days + bonus_days).max(days_after(today, 1));
    Sum { own_end, carried_days, bonus_days, expires_on }
}

impl ReplacementRules {
    /// How often a serial number of this segment is replaced free of charge, counted along its chain.
    pub const fn free(&self, segment: Segment) -> u32 {
        match segment {
            Segment::Home => self.home,
            Segment::Business => self.business,
        }
    }

    /// Whether the serial number of `license` can be replaced on `today`; the term the new one takes over.
    ///
    /// A license blocked as compromised can be: that is what a replacement is for.
    pub fn can_replace(&self, license: &License, today: Date) -> Result<Term, Refusal> {
        let term = license.can_be_replaced()?;
        let free = self.free(license.segment);
        if license.replacements >= free {
            return Err(Refusal::NoReplacementLeft { used: license.replacements, free });
        }
        let (left, needed) = (days_between(today, term.expires_on), i64::from(self.days_left));
        if left < needed { Err(Refusal::TooFewDaysLeft { left, needed }) } else { Ok(term) }
    }
}
