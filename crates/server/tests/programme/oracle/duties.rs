//! What a tick owes: reminders by their steps, deletion notices, what waits since an act, and the deletions.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};

use crate::{
    mailbox::mailbox_of,
    story::{MOBILE_SECURITY, Name},
};

use super::{
    Fate, Letter, License, Notice, Oracle, Round, Why,
    calendar::{days_later, local_day},
    kind, step_word,
};

/// The last step of the reminders can be sent for so many days.
const LAST_STEP_DAYS: i32 = 20;
/// The step of the deletion notice.
const DELETION_STEP: i32 = -30;
/// More than so many dated notices of one address, kind and step go in one letter.
const DIGEST_ABOVE: usize = 3;

/// One step of one license: its day and when it falls due.
#[derive(Clone, Copy)]
struct Fallen {
    days: i32,
    day: Date,
    due: Timestamp,
    ends: Timestamp,
}

impl Oracle {
    /// One full round. With the relay closed everything is decided and nothing is mailed.
    pub(crate) fn tick(&mut self, now: Timestamp, relay_open: bool) -> Round {
        self.see_new_steps(now);
        let names: Vec<Name> = self.licenses.keys().cloned().collect();
        for name in &names {
            self.plan_reminders(name, now);
            self.plan_deletion_notice(name, now);
        }
        self.drop_what_is_no_longer_true(now);
        let mut round = Round::default();
        if relay_open {
            self.mail(now, &mut round);
        }
        round.deleted = names.into_iter().filter(|name| self.delete(name, now)).collect();
        self.last_pass = Some(now);
        round
    }

    /// Steps in the file at the very first pass have been in force for ever, later ones from now on.
    fn see_new_steps(&mut self, now: Timestamp) {
        let first_pass = self.last_pass.is_none();
        for step in self.home_steps.iter_mut().filter(|step| !step.announced) {
            step.announced = true;
            step.seen_at = (!first_pass).then_some(now);
        }
    }

    /// The steps that are owed to this license and have fallen due, oldest first.
    fn fallen_steps(&self, license: &License, now: Timestamp) -> Vec<Fallen> {
        let Some(term) = license.term() else { return vec![] };
        let zone = self.zone_of(license);
        let steps = if license.product.home { &self.home_steps } else { &self.business_steps };
        let counting: Vec<(i32, Date)> = steps
            .iter()
            .map(|step| (step.days, days_later(term.expires_on, step.days), step.seen_at))
            .filter(|(_, day, seen_at)| {
                *day > term.known_on && seen_at.is_none_or(|seen_at| *day > local_day(seen_at, &zone))
            })
            .map(|(days, day, _)| (days, day))
            .collect();
        let moment = |day| self.calendar.sending_moment(day, &zone);
        let next = |index: usize| match counting.get(index + 1) {
            Some((_, following)) => moment(*following),
            None => moment(days_later(counting[index].1, LAST_STEP_DAYS)),
        };
        let all = counting.iter().enumerate();
        let all = all.map(|(index, &(days, day))| Fallen { days, day, due: moment(day), ends: next(index) });
        all.filter(|step| step.due <= now).collect()
    }

    /// The newest step that has fallen due goes out, unless its time is over too; the older ones are superseded.
    pub(super) fn plan_reminders(&mut self, name: &Name, now: Timestamp) {
        let license = &self.licenses[name];
        if !license.works() {
            return;
        }
        let (term, mut fallen) = (license.terms.len(), self.fallen_steps(license, now));
        let Some(newest) = fallen.pop() else { return };
        for step in fallen {
            self.settle_step(name, term, step, Fate::Superseded);
        }
        let fate = if newest.ends <= now { Fate::Late } else { Fate::Open };
        self.settle_step(name, term, newest, fate);
    }

    /// A step without a row gets one; an open row gets its end.
    fn settle_step(&mut self, name: &Name, term: usize, step: Fallen, fate: Fate) {
        let rows = &self.licenses[name].dated;
        let same = |row: &&usize| {
            let notice = &self.notices[**row];
            notice.kind == kind::RENEWAL_REMINDER && notice.term == term && notice.step == Some(step.days)
        };
        match rows.iter().find(same).copied() {
            Some(row) if self.notices[row].fate == Fate::Open => self.notices[row].fate = fate,
            Some(_) => {}
            None => {
                let optional = self.last_pass.is_some_and(|last| step.due <= last);
                self.owe_dated(name, kind::RENEWAL_REMINDER, (term, step), fate, optional);
            }
        }
    }

    fn owe_dated(
        &mut self,
        name: &Name,
        kind: &'static str,
        (term, step): (usize, Fallen),
        fate: Fate,
        optional: bool,
    ) {
        if let Some(license) = self.licenses.get_mut(name) {
            license.dated.push(self.notices.len());
        }
        let (license, due_on, due) = (name.clone(), Some(step.day), step.due);
        self.notices.push(Notice { license, kind, step: Some(step.days), due_on, fate, optional, term, due });
    }

    /// The deletion date of a superseded license: its expiry date, or 30 days after the block.
    fn deletion_date(license: &License) -> Option<Date> {
        match (license.blocked, license.term()) {
            (Some((Why::Superseded, blocked_on)), Some(term)) if !license.deleted => {
                Some(term.expires_on.max(days_later(blocked_on, -DELETION_STEP)))
            }
            _ => None,
        }
    }

    fn is_told_of_deletion(license: &License) -> bool {
        license.product.home && license.product != MOBILE_SECURITY
    }

    fn plan_deletion_notice(&mut self, name: &Name, now: Timestamp) {
        let license = &self.licenses[name];
        let Some(date) = Self::deletion_date(license).filter(|_| Self::is_told_of_deletion(license)) else {
            return;
        };
        let day = days_later(date, DELETION_STEP);
        let due = self.calendar.sending_moment(day, &self.zone_of(license));
        let is_there = license.dated.iter().any(|&row| self.notices[row].kind == kind::DELETION);
        if due <= now && !is_there {
            let step = Fallen { days: DELETION_STEP, day, due, ends: Timestamp::MAX };
            self.owe_dated(name, kind::DELETION, (license.terms.len(), step), Fate::Open, false);
        }
    }

    /// Notices of acts whose reason has ended since. Reminders ended with the act itself.
    fn drop_what_is_no_longer_true(&mut self, now: Timestamp) {
        let untrue: Vec<usize> = (0..self.notices.len())
            .filter(|&index| {
                let notice = &self.notices[index];
                notice.fate == Fate::Open && notice.due <= now && !self.is_true(notice, now)
            })
            .collect();
        for index in untrue {
            self.notices[index].fate = Fate::Canceled(&[]);
        }
    }

    fn is_true(&self, notice: &Notice, now: Timestamp) -> bool {
        let license = &self.licenses[&notice.license];
        let works = license.blocked.is_none() && !license.deleted;
        match notice.kind {
            kind::MOBILE_OFFER => works && !self.has_mobile_security(&notice.license, now),
            kind::KEY_FILE | kind::ACCOUNT_INVITATION | kind::RENEWAL_CONFIRMATION | kind::SERIAL_NUMBER => {
                works
            }
            kind::LICENSE_BLOCKED => license.blocked.is_some(),
            _ => true,
        }
    }

    /// Everything open that is due goes out; many of a kind to one address in one letter.
    fn mail(&mut self, now: Timestamp, round: &mut Round) {
        let mut piles: BTreeMap<(String, &'static str, Option<i32>), Vec<Name>> = BTreeMap::new();
        for index in 0..self.notices.len() {
            let notice = &self.notices[index];
            if notice.fate == Fate::Open && notice.due <= now {
                let (name, kind) = (notice.license.clone(), notice.kind);
                let Some(holder) = self.licenses[&name].holder.clone() else { continue };
                piles.entry((holder.clone(), kind, notice.step)).or_default().push(name.clone());
                self.notices[index].fate = Fate::Accepted;
                self.name_day(kind, &name, now, round);
                self.remember_out(kind, &holder, now);
            }
        }
        for ((holder, kind, step), names) in piles {
            self.write(&holder, kind, step, names, round);
        }
    }

    fn remember_out(&mut self, kind: &str, holder: &str, now: Timestamp) {
        if let Some(holder) = self.holders.get_mut(holder).filter(|_| kind == kind::THEFT_ATTEMPT) {
            holder.warned_at = Some(now);
        }
    }

    /// The day that the letter must name: the end of the term, or the date of deletion that will hold.
    fn name_day(&mut self, kind: &'static str, name: &Name, now: Timestamp, round: &mut Round) {
        let license = &self.licenses[name];
        let day = match kind {
            kind::RENEWAL_REMINDER | kind::RENEWAL_CONFIRMATION | kind::KEY_FILE => {
                license.term().map(|term| term.expires_on)
            }
            kind::DELETION => {
                let warned_on = local_day(now, &self.zone_of(license));
                Self::deletion_date(license).map(|date| date.max(days_later(warned_on, -DELETION_STEP)))
            }
            _ => None,
        };
        if let Some(day) = day {
            round.days_named.insert((kind, name.clone()), day);
        }
        if kind == kind::DELETION
            && let (Some(day), Some(license)) = (day, self.licenses.get_mut(name))
        {
            license.deletes_on = Some(day);
            license.life.push(format!("{now} warned of its deletion on {day}"));
        }
    }

    fn write(&self, holder: &str, kind: &str, step: Option<i32>, names: Vec<Name>, round: &mut Round) {
        let holder = &self.holders[holder];
        let letter = |licenses: BTreeSet<Name>| Letter {
            to: mailbox_of(&holder.address),
            kind: kind.to_owned(),
            step: step.map(step_word).unwrap_or_default(),
            language: spoken(&holder.language, self.vendor.language).to_owned(),
            licenses,
        };
        if step.is_some() && names.len() > DIGEST_ABOVE {
            round.letters.push(letter(names.into_iter().collect()));
        } else {
            round.letters.extend(names.into_iter().map(|name| letter(BTreeSet::from([name]))));
        }
    }

    /// A superseded license goes when its date has come and its holder has had the whole warning.
    fn delete(&mut self, name: &Name, now: Timestamp) -> bool {
        let license = &self.licenses[name];
        let Some(mut date) = Self::deletion_date(license) else { return false };
        if Self::is_told_of_deletion(license) {
            match license.deletes_on {
                Some(promised) => date = promised,
                None => return false,
            }
        }
        let goes = self.calendar.sending_moment(date, &self.zone_of(license)) <= now;
        if goes {
            self.note(name, now, "deleted");
            if let Some(license) = self.licenses.get_mut(name) {
                license.deleted = true;
            }
        }
        goes
    }
}

/// The languages in which the letters exist.
const SPOKEN: [&str; 10] = ["cs", "de", "en", "es", "fr", "it", "ja", "pl", "ru", "uk"];

/// The language in which a holder is told.
fn spoken(language: &str, vendors: &'static str) -> &'static str {
    SPOKEN.into_iter().find(|spoken| language.get(..2) == Some(*spoken)).unwrap_or(vendors)
}
