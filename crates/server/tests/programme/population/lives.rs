//! What people do with their licenses between the ticks: the second half of the town.

use jiff::{SignedDuration, Timestamp};

use crate::{
    oracle::calendar::{days_from, days_later},
    story::{Act, Name, Offer, Product, Row},
};

use super::{Holder, Town};

impl Town {
    pub(super) fn live(&mut self) {
        self.registrations();
        self.renewals();
        self.expansions();
        self.blocks();
        self.turbulent_weeks();
        self.thefts();
        self.corrections();
        self.later_import();
        self.issues();
    }

    fn registrations(&mut self) {
        for number in 0..32 {
            let product = self.product();
            let offer = if self.chance.percent(70) { Offer::FullPrice } else { Offer::Discounted };
            let mut holder = self.holder();
            if self.chance.percent(30) {
                holder = self.someone(1_000 + number);
            }
            let boxed = self.chance.percent(50);
            let license = self.add_unregistered((!boxed).then_some(&holder), product, offer);
            let at = self.moment(1, 415);
            let (email, language, time_zone) =
                (self.respelled(&holder.email), holder.language.clone(), holder.time_zone.clone());
            self.happenings.push((at, Act::Register { license, email, language, time_zone }));
        }
    }

    /// A registered license, the address in its row, and its product.
    fn registered_one(&mut self) -> Row {
        let name = self.chance.one_of(&self.registered).clone();
        self.rows.iter().find(|row| row.name == name).expect("every registered license has a row").clone()
    }

    fn holder_of(row: &Row) -> Holder {
        Holder { email: row.email.clone(), time_zone: row.time_zone.clone(), language: row.language.clone() }
    }

    fn renewals(&mut self) {
        for _ in 0..30 {
            let old = self.registered_one();
            let product = if self.chance.percent(80) { old.product } else { self.product() };
            let offer = if self.chance.percent(60) { Offer::FullPrice } else { Offer::Discounted };
            let first = self.renew(&old, product, offer, self.start, 1);
            if self.chance.percent(25) {
                let renewed = Row { name: first.1, product, ..old };
                self.renew(&renewed, product, offer, first.0, 5);
            }
        }
    }

    /// Some day after `since`, rather near the expiry date than anywhere, the license is renewed.
    fn renew(
        &mut self,
        old: &Row,
        product: Product,
        offer: Offer,
        since: Timestamp,
        wait: i64,
    ) -> (Timestamp, Name) {
        let holder = Self::holder_of(old);
        let boxed = self.chance.percent(70);
        let license = self.add_unregistered((!boxed).then_some(&holder), product, offer);
        let passed = (since.as_second() - self.start.as_second()) / 86_400;
        let near = days_from(self.today, old.expires_on.unwrap_or(self.today)) + self.day(-65, 65);
        let near = i64::from(near).min(415).max(passed + wait);
        let at = self.moment(near, near + 1);
        let email = self.respelled(&old.email);
        self.happenings
            .push((at, Act::Renew { license: license.clone(), previous: old.name.clone(), email }));
        (at, license)
    }

    fn expansions(&mut self) {
        for _ in 0..8 {
            let old = self.registered_one();
            let license = self.add_unregistered(None, old.product, Offer::Additional);
            let at = self.moment(1, 400);
            self.happenings.push((at, Act::Expand { license, previous: old.name, email: old.email }));
        }
    }

    /// Blocks, each on another license, most of them lifted after a while.
    fn blocks(&mut self) {
        let mut names = self.registered.clone();
        for _ in 0..18 {
            let name = self.chance.take(&mut names);
            let row = self.rows.iter().find(|row| row.name == name).expect("it has a row");
            let expiry = i64::from(days_from(self.today, row.expires_on.unwrap_or(self.today)));
            let blocked = (expiry + self.chance.between(-75, 45)).clamp(1, 380);
            let at = self.moment(blocked, blocked + 1);
            self.happenings.push((at, Act::Block(name.clone())));
            if self.chance.percent(75) {
                let lifted = at + SignedDuration::from_hours(self.chance.between(3, 24 * 45));
                self.happenings.push((lifted, Act::Lift(name)));
            }
        }
    }

    /// Blocked, lifted and renewed within days: often without a tick between.
    fn turbulent_weeks(&mut self) {
        for _ in 0..4 {
            let old = self.registered_one();
            let license = self.add_unregistered(None, old.product, Offer::FullPrice);
            let at = self.moment(20, 380);
            let hours = SignedDuration::from_hours;
            self.happenings.push((at, Act::Block(old.name.clone())));
            self.happenings.push((at + hours(30), Act::Lift(old.name.clone())));
            let renew = Act::Renew { license, previous: old.name, email: old.email };
            self.happenings.push((at + hours(50), renew));
        }
    }

    /// Wrong addresses: on any license that has an address, through any service, now and then several in a row.
    fn thefts(&mut self) {
        for number in 0..14 {
            let row = self.victim();
            let at = self.moment(1, 410);
            self.attempt(&row, number, at);
            if self.chance.percent(45) {
                for hours in [1, 2, 20, 27] {
                    let again = if self.chance.percent(50) { row.clone() } else { self.sibling(&row) };
                    self.attempt(&again, number, at + SignedDuration::from_hours(hours));
                }
            }
        }
    }

    fn victim(&mut self) -> Row {
        loop {
            let row = self.chance.one_of(&self.rows).clone();
            if !row.email.is_empty() {
                return row;
            }
        }
    }

    /// Another license of the same holder, if there is one.
    fn sibling(&mut self, of: &Row) -> Row {
        let same = |row: &&Row| row.email == of.email && row.name != of.name;
        self.rows.iter().find(same).unwrap_or(of).clone()
    }

    fn attempt(&mut self, row: &Row, number: usize, at: Timestamp) {
        let email = format!("thief.{number}@elsewhere.example");
        let registered = row.registered_on.is_some();
        let act = if registered && self.chance.percent(40) {
            let license = self.add_unregistered(None, row.product, Offer::FullPrice);
            Act::Renew { license, previous: row.name.clone(), email }
        } else {
            Act::Register {
                license: row.name.clone(),
                email,
                language: "de".to_owned(),
                time_zone: "Europe/Berlin".to_owned(),
            }
        };
        self.happenings.push((at, act));
    }

    fn corrections(&mut self) {
        for (low, high) in [(20, 60), (150, 220), (260, 330)] {
            let at = self.moment(low, high);
            let rows = (0..9).map(|_| self.registered_one()).collect();
            let rows = self.with_other_dates(rows, i32::try_from(low).expect("few"));
            self.happenings.push((at, Act::Correct(rows)));
        }
    }

    fn with_other_dates(&mut self, mut rows: Vec<Row>, low: i32) -> Vec<Row> {
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        rows.dedup_by(|a, b| a.name == b.name);
        for row in &mut rows {
            row.expires_on = Some(days_later(self.today, low + self.day(-30, 150)));
        }
        rows
    }

    fn later_import(&mut self) {
        let before = self.rows.len();
        for _ in 0..30 {
            let expires_on = days_later(self.today, self.day(20, 200));
            self.add_registered(expires_on);
        }
        for _ in 0..6 {
            self.add_blocked();
        }
        let rows = self.rows.split_off(before);
        let at = self.moment(90, 110);
        self.happenings.push((at, Act::Import(rows)));
    }

    /// Serial numbers issued here; most of those with an address are registered after a while.
    fn issues(&mut self) {
        for number in 0..7 {
            // Somebody who is known already: the rules do not say what an issue alone sets.
            let holder = Self::holder_of(&self.victim());
            let license = format!("issued-{number}");
            let at = self.moment(1, 300);
            let email = if self.chance.percent(70) { holder.email.clone() } else { String::new() };
            let product = self.product();
            self.happenings.push((
                at,
                Act::Issue { license: license.clone(), product, email, months: 12, offer: Offer::FullPrice },
            ));
            if self.chance.percent(75) {
                let later = at + SignedDuration::from_hours(self.chance.between(2, 24 * 30));
                let Holder { email, language, time_zone } = holder;
                self.happenings.push((later, Act::Register { license, email, language, time_zone }));
            }
        }
    }
}
