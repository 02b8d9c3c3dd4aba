//! What acts do to licenses: the rules of registration, renewal, additional purchase, block, correction and theft.

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::story::{Act, Answer, ENTERPRISE_SUITE, MOBILE_SECURITY, Name, Offer, Product, Row};

use super::{
    Fate, Holder, License, Notice, Oracle, Step, Term, Why,
    calendar::{days_from, days_later, local_day, months_later},
    kind,
};

const BONUS_DAYS: i32 = 150;
const PENALTY_DAYS: i32 = 150;

impl Oracle {
    /// Lets the act happen and says how its command must end.
    pub(crate) fn act(&mut self, act: &Act, now: Timestamp) -> Answer {
        match act {
            Act::Import(rows) => self.import(rows, now),
            Act::Correct(rows) => self.correct(rows, now),
            Act::Register { license, email, language, time_zone } => {
                self.register(license, email, (language, time_zone), now)
            }
            Act::Renew { license, previous, email } => self.supersede(license, previous, email, true, now),
            Act::Expand { license, previous, email } => self.supersede(license, previous, email, false, now),
            Act::Block(name) => self.block(name, now),
            Act::Lift(name) => self.lift(name, now),
            Act::Issue { license, product, email, months, offer } => {
                self.issue(license, (*product, *months, *offer), email, now)
            }
            Act::AddStep(days) => self.add_step(*days),
        }
    }

    /// Whether the row is nothing but a corrected date for this license as it stands now: the rules do not say
    /// whether another language or zone in it becomes the holder's.
    pub(crate) fn takes_correction(&self, row: &Row) -> bool {
        let agrees = |holder: &Holder| holder.language == row.language && holder.time_zone == row.time_zone;
        let holder = self.holders.get(&address_key(&row.email));
        holder.is_some_and(agrees) && self.licenses.get(&row.name).is_some_and(License::works)
    }

    fn import(&mut self, rows: &[Row], now: Timestamp) -> Answer {
        for row in rows {
            let holder = self.meet(&row.email, &row.language, &row.time_zone);
            let mut license = blank(row.product, row.months, row.offer);
            license.holder = holder;
            let today = local_day(now, &self.zone_of(&license));
            license.terms.extend(row.expires_on.map(|expires_on| Term { expires_on, known_on: today }));
            license.blocked = row.blocked.map(|(_, why)| match why {
                "superseded" => (Why::Superseded, today),
                _ => (Why::Otherwise, today),
            });
            license.life.push(format!(
                "{now} imported: registered {:?}, expires {:?}, blocked {:?}",
                row.registered_on, row.expires_on, row.blocked
            ));
            self.licenses.insert(row.name.clone(), license);
        }
        Answer::Done
    }

    /// Only a date that differs begins a new term.
    fn correct(&mut self, rows: &[Row], now: Timestamp) -> Answer {
        for row in rows {
            let zone = self.zone_of(&self.licenses[&row.name]);
            let Some(expires_on) = row.expires_on else { continue };
            let Some(license) = self.licenses.get_mut(&row.name) else { continue };
            let Some(old) = license.term() else { continue };
            if old.expires_on != expires_on {
                license.terms.push(Term { expires_on, known_on: local_day(now, &zone) });
                self.cancel_reminders(&row.name, &["corrected"]);
                self.note(&row.name, now, &format!("corrected: expires {expires_on}"));
            }
        }
        Answer::Done
    }

    fn issue(&mut self, name: &Name, what: (Product, u32, Offer), email: &str, now: Timestamp) -> Answer {
        let mut license = blank(what.0, what.1, what.2);
        license.holder = self.meet(email, "", "");
        let has_address = license.holder.is_some();
        self.licenses.insert(name.clone(), license);
        self.note(name, now, "issued");
        if has_address {
            self.owe_at_once(name, kind::SERIAL_NUMBER, now);
        }
        Answer::Done
    }

    fn register(&mut self, name: &Name, email: &str, who: (&str, &str), now: Timestamp) -> Answer {
        match self.look(name, email, now) {
            Some(answer) => answer,
            // A registration said twice: the rules leave it open what comes of it.
            None if !self.licenses[name].terms.is_empty() => Answer::Untested,
            None if self.licenses[name].offer == Offer::Additional => Answer::Untested,
            None => {
                let registered_on = self.take(name, email, who, now);
                let license = &self.licenses[name];
                let length = months_later(registered_on, license.months);
                let discounted = license.offer == Offer::Discounted;
                let expires_on = if discounted { shortened(registered_on, length) } else { length };
                self.begin(name, registered_on, expires_on, now);
                Answer::Done
            }
        }
    }

    /// A renewal or an additional purchase: the new serial number names an old license.
    fn supersede(
        &mut self,
        name: &Name,
        previous: &Name,
        email: &str,
        renewal: bool,
        now: Timestamp,
    ) -> Answer {
        let looked = self.look(name, email, now).or_else(|| self.look(previous, email, now));
        if let Some(answer) = looked {
            return answer;
        }
        if !self.licenses[name].terms.is_empty() {
            return Answer::Refused;
        }
        let Some(old) = self.licenses[previous].term() else { return Answer::Untested };
        let today = local_day(now, &self.zone_of(&self.licenses[previous]));
        let unclear =
            if renewal { self.floor_is_unclear(name, previous, today) } else { old.expires_on < today };
        if unclear {
            return Answer::Untested;
        }
        let registered_on = self.take(name, email, ("", ""), now);
        let expires_on = if renewal {
            self.renewed_until(name, previous, registered_on)
        } else {
            months_later(registered_on, self.licenses[name].months).max(old.expires_on)
        };
        self.block_superseded(previous, name, registered_on, now);
        self.begin(name, registered_on, expires_on, now);
        if renewal {
            self.owe_at_once(name, kind::RENEWAL_CONFIRMATION, now);
        }
        Answer::Done
    }

    /// Rule 8, day by day: the length, the days that the old one still has, and what the price gives or takes.
    fn renewed_until(&self, name: &Name, previous: &Name, registered_on: Date) -> Date {
        let (new, left) = (&self.licenses[name], self.days_left(previous, registered_on));
        let eligible = self.is_eligible(name, previous);
        let length = months_later(registered_on, new.months);
        match new.offer {
            Offer::FullPrice if eligible && new.months >= 12 => days_later(length, left + BONUS_DAYS),
            Offer::Discounted if !eligible => days_later(shortened(registered_on, length), left),
            _ => days_later(length, left),
        }
    }

    fn days_left(&self, name: &Name, today: Date) -> i32 {
        self.licenses[name].term().map_or(0, |term| days_from(today, term.expires_on)).max(0)
    }

    fn is_eligible(&self, name: &Name, previous: &Name) -> bool {
        let (new, old) = (&self.licenses[name], &self.licenses[previous]);
        old.months >= 3 && old.product.home == new.product.home
    }

    /// Days are taken from a short license that has days carried over: the rules do not say what one day is left of.
    fn floor_is_unclear(&self, name: &Name, previous: &Name, today: Date) -> bool {
        let new = &self.licenses[name];
        let short = days_later(months_later(today, new.months), -PENALTY_DAYS) <= today;
        let penalized = new.offer == Offer::Discounted && !self.is_eligible(name, previous);
        penalized && short && self.days_left(previous, today) > 0
    }

    fn block_superseded(&mut self, previous: &Name, by: &Name, today: Date, now: Timestamp) {
        if let Some(old) = self.licenses.get_mut(previous) {
            old.blocked = Some((Why::Superseded, today));
            old.renewed_here = true;
        }
        self.cancel_reminders(previous, &["renewed", "superseded", "expanded"]);
        self.note(previous, now, &format!("superseded by {by}"));
    }

    fn block(&mut self, name: &Name, now: Timestamp) -> Answer {
        let license = &self.licenses[name];
        if !license.works() {
            return Answer::Untested;
        }
        let today = local_day(now, &self.zone_of(license));
        if let Some(license) = self.licenses.get_mut(name) {
            license.blocked = Some((Why::Otherwise, today));
        }
        self.cancel_reminders(name, &["blocked"]);
        self.note(name, now, "blocked");
        self.owe_at_once(name, kind::LICENSE_BLOCKED, now);
        Answer::Done
    }

    fn lift(&mut self, name: &Name, now: Timestamp) -> Answer {
        let Some(license) = self.licenses.get_mut(name).filter(|license| !license.deleted) else {
            return Answer::Untested;
        };
        match license.blocked {
            None => Answer::Refused,
            Some(_) if license.renewed_here => Answer::Refused,
            Some((Why::Superseded, _)) => Answer::Untested,
            Some((Why::Otherwise, _)) => {
                license.blocked = None;
                self.cancel(name, |notice| notice.kind == kind::LICENSE_BLOCKED, &[]);
                self.note(name, now, "lifted");
                self.plan_after_lift(name, now);
                Answer::Done
            }
        }
    }

    /// What fell due under the block may be planned with the lift already, or at the next tick.
    fn plan_after_lift(&mut self, name: &Name, now: Timestamp) {
        let before = self.notices.len();
        self.plan_reminders(name, now);
        for notice in &mut self.notices[before..] {
            notice.optional = true;
        }
    }

    fn add_step(&mut self, days: i32) -> Answer {
        self.home_steps.push(Step { days, seen_at: None, announced: false });
        self.home_steps.sort_by_key(|step| step.days);
        Answer::Done
    }

    /// A serial number and an address at a service: how that ends, unless all is well.
    fn look(&mut self, name: &Name, email: &str, now: Timestamp) -> Option<Answer> {
        let Some(license) = self.licenses.get(name).filter(|license| !license.deleted) else {
            return Some(Answer::NoMatch);
        };
        match &license.holder {
            Some(holder) if *holder != address_key(email) => {
                self.attempt(name, now);
                Some(Answer::NoMatch)
            }
            _ if license.blocked.is_some() => Some(Answer::Untested),
            _ => None,
        }
    }

    /// A theft attempt. What is still to go to that address, or went within a day, gathers it.
    fn attempt(&mut self, name: &Name, now: Timestamp) {
        self.note(name, now, "theft attempt");
        let holder = self.licenses[name].holder.clone();
        let gathered = self.notices.iter().any(|notice| {
            notice.kind == kind::THEFT_ATTEMPT
                && notice.fate == Fate::Open
                && self.licenses[&notice.license].holder == holder
        });
        if gathered {
            return;
        }
        let day = SignedDuration::from_hours(24);
        let warned_at = holder.and_then(|key| self.holders[&key].warned_at);
        match warned_at {
            Some(at) if now < at + day => self.owe_at_once(name, kind::THEFT_ATTEMPT, at + day),
            _ => self.owe_at_once(name, kind::THEFT_ATTEMPT, now),
        }
    }

    /// The license becomes the holder's; gives the local day.
    fn take(&mut self, name: &Name, email: &str, who: (&str, &str), now: Timestamp) -> Date {
        let holder = self.meet(email, who.0, who.1);
        if let Some(license) = self.licenses.get_mut(name) {
            license.holder = holder;
        }
        local_day(now, &self.zone_of(&self.licenses[name]))
    }

    /// The term begins, and what is owed at once with it.
    fn begin(&mut self, name: &Name, registered_on: Date, expires_on: Date, now: Timestamp) {
        let term = Term { expires_on, known_on: registered_on };
        if let Some(license) = self.licenses.get_mut(name) {
            license.terms.push(term);
        }
        self.note(name, now, &format!("registered: {registered_on} until {expires_on}"));
        self.owe_at_once(name, kind::KEY_FILE, now);
        if self.licenses[name].product.home {
            if !self.has_mobile_security(name, now) {
                self.owe_at_once(name, kind::MOBILE_OFFER, now);
            }
            self.owe_at_once(name, kind::ACCOUNT_INVITATION, now);
        }
    }

    /// Whether the holder of the license has a working Mobile Security license that has not expired.
    pub(super) fn has_mobile_security(&self, name: &Name, now: Timestamp) -> bool {
        let holder = &self.licenses[name].holder;
        self.licenses.values().filter(|one| one.holder == *holder && one.product == MOBILE_SECURITY).any(
            |one| {
                let today = local_day(now, &self.zone_of(one));
                one.works() && one.term().is_some_and(|term| today <= term.expires_on)
            },
        )
    }

    fn owe_at_once(&mut self, name: &Name, kind: &'static str, due: Timestamp) {
        let license = name.clone();
        let term = self.licenses[name].terms.len();
        let (step, due_on, fate, optional) = (None, None, Fate::Open, false);
        self.notices.push(Notice { license, kind, step, due_on, fate, optional, term, due });
    }

    fn cancel_reminders(&mut self, name: &str, reasons: &'static [&'static str]) {
        self.cancel(name, |notice| notice.kind == kind::RENEWAL_REMINDER, reasons);
    }

    fn cancel(&mut self, name: &str, which: impl Fn(&Notice) -> bool, reasons: &'static [&'static str]) {
        for notice in &mut self.notices {
            if notice.license == name && notice.fate == Fate::Open && which(notice) {
                notice.fate = Fate::Canceled(reasons);
            }
        }
    }

    /// The holder of an address: made by whoever names it first, never changed by a later row.
    fn meet(&mut self, email: &str, language: &str, time_zone: &str) -> Option<String> {
        let key = address_key(email);
        if key.is_empty() {
            return None;
        }
        self.holders.entry(key.clone()).or_insert_with(|| Holder {
            address: email.trim().to_owned(),
            language: language.to_owned(),
            time_zone: time_zone.to_owned(),
            warned_at: None,
        });
        Some(key)
    }
}

fn blank(product: Product, months: u32, offer: Offer) -> License {
    debug_assert!(product.home || product == ENTERPRISE_SUITE);
    License {
        product,
        months,
        offer,
        holder: None,
        terms: vec![],
        blocked: None,
        renewed_here: false,
        deletes_on: None,
        deleted: false,
        dated: vec![],
        life: vec![],
    }
}

/// A discounted price without an old license costs days, but one day is always left.
fn shortened(registered_on: Date, length: Date) -> Date {
    days_later(length, -PENALTY_DAYS).max(days_later(registered_on, 1))
}

/// How addresses are compared. All addresses of the population are ASCII.
fn address_key(email: &str) -> String {
    email.trim().to_lowercase()
}
