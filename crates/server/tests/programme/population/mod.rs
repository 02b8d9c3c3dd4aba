//! The people, their licenses, and what they do with them in 420 days; all of it from one seed.

mod lives;

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, date},
};

use crate::{
    chance::Chance,
    oracle::calendar::{days_from, days_later},
    story::{
        ANTIVIRUS, Act, ENTERPRISE_SUITE, Happening, MOBILE_SECURITY, Name, Offer, Product, Row,
        SECURITY_SPACE,
    },
};

/// Zones of every kind: far east and far west, half and quarter hours, clocks changed at 0:00 or by half an hour,
/// and none at all.
const ZONES: [&str; 20] = [
    "Pacific/Kiritimati",
    "Pacific/Niue",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Europe/Warsaw",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Sao_Paulo",
    "America/Asuncion",
    "Asia/Kolkata",
    "Australia/Adelaide",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Etc/GMT+12",
    "",
];

const LANGUAGES: [&str; 9] = ["pl", "en", "pl-PL", "en-GB", "de", "xx", "uk", "pl", ""];

/// Days on which clocks change in a zone, so that a step can be put on them.
const CHANGES: [(&str, Date); 8] = [
    ("Europe/Warsaw", date(2027, 3, 28)),
    ("Europe/Warsaw", date(2027, 10, 31)),
    ("America/New_York", date(2027, 3, 14)),
    ("America/New_York", date(2027, 11, 7)),
    ("America/St_Johns", date(2027, 3, 14)),
    ("Australia/Lord_Howe", date(2027, 10, 3)),
    ("Australia/Lord_Howe", date(2027, 4, 4)),
    ("Pacific/Chatham", date(2027, 9, 26)),
];

/// A person or a company.
#[derive(Clone)]
struct Holder {
    email: String,
    time_zone: String,
    language: String,
}

/// The first import and everything after it, in the order of time.
pub(crate) fn happenings(seed: u64, start: Timestamp) -> Vec<Happening> {
    let mut town = Town::new(seed, start);
    town.fill();
    town.live();
    let mut happenings = town.happenings;
    happenings.push((start, Act::Import(town.rows)));
    happenings.sort_by_key(|(at, _)| *at);
    happenings
}

struct Town {
    chance: Chance,
    start: Timestamp,
    today: Date,
    holders: Vec<Holder>,
    rows: Vec<Row>,
    /// Names of rows that are registered from the start, to be renewed, blocked, stolen, corrected.
    registered: Vec<Name>,
    happenings: Vec<Happening>,
}

impl Town {
    fn new(seed: u64, start: Timestamp) -> Self {
        let today = start.to_zoned(jiff::tz::TimeZone::UTC).date();
        let chance = Chance::new(seed);
        Self { chance, start, today, holders: vec![], rows: vec![], registered: vec![], happenings: vec![] }
    }

    fn fill(&mut self) {
        for number in 0..190 {
            let holder = self.someone(number);
            self.holders.push(holder);
        }
        for _ in 0..210 {
            let expires_on = days_later(self.today, self.day(-90, 500));
            self.add_registered(expires_on);
        }
        self.add_licenses_on_clock_changes();
        self.add_company("many", 6, 0);
        self.add_company("three", 3, 0);
        self.add_company("scattered", 5, 2);
        for _ in 0..32 {
            self.add_blocked();
        }
    }

    fn someone(&mut self, number: usize) -> Holder {
        let house = *self.chance.one_of(&["example.com", "Poczta.example", "mail.Example.ORG"]);
        let email =
            format!("{}{number}@{house}", self.chance.one_of(&["anna.", "Jan.", "o'neil+", "ZOFIA_", "li-"]));
        let time_zone = ZONES[number % ZONES.len()].to_owned();
        Holder { email, time_zone, language: (*self.chance.one_of(&LANGUAGES)).to_owned() }
    }

    fn day(&mut self, low: i32, high: i32) -> i32 {
        i32::try_from(self.chance.between(low.into(), high.into())).expect("days fit")
    }

    /// Some second of the days from `low` to `high` after the start.
    fn moment(&mut self, low: i64, high: i64) -> Timestamp {
        let seconds = self.chance.between(low * 86_400, high * 86_400);
        // Ticks fall on seconds that end in 0: an act and a tick never coincide.
        self.start + SignedDuration::from_secs(seconds / 10 * 10 + 3)
    }

    fn product(&mut self) -> Product {
        match self.chance.between(0, 99) {
            0..=34 => SECURITY_SPACE,
            35..=58 => ANTIVIRUS,
            59..=73 => MOBILE_SECURITY,
            _ => ENTERPRISE_SUITE,
        }
    }

    fn holder(&mut self) -> Holder {
        self.chance.one_of(&self.holders).clone()
    }

    /// The address as another person, or the same in a hurry, would type it.
    fn respelled(&mut self, email: &str) -> String {
        match self.chance.between(0, 9) {
            0 => email.to_uppercase(),
            1 => email.to_lowercase(),
            2 => format!(" {email} "),
            _ => email.to_owned(),
        }
    }

    /// A row for the holder, without dates.
    fn row(&mut self, holder: &Holder, product: Product) -> Row {
        let number = self.rows.len();
        Row {
            name: format!("L-{number:04}"),
            serial: serial(&mut self.chance, number),
            product,
            email: self.respelled(&holder.email),
            language: self.misheard(&holder.language, "en", "pl"),
            time_zone: self.misheard(&holder.time_zone, "Asia/Tokyo", "America/Lima"),
            months: u32::try_from(*self.chance.one_of(&[1, 3, 6, 12, 12, 12, 24])).expect("positive"),
            offer: if self.chance.percent(75) { Offer::FullPrice } else { Offer::Discounted },
            registered_on: None,
            expires_on: None,
            blocked: None,
        }
    }

    /// Later rows of a holder sometimes say something else than the first one; it must not count. An empty first
    /// value stays empty, for the rules do not say whether a later row fills it.
    fn misheard(&mut self, value: &str, one: &str, other: &str) -> String {
        if value.is_empty() || self.chance.percent(90) {
            return value.to_owned();
        }
        (if value == one { other } else { one }).to_owned()
    }

    fn add_registered(&mut self, expires_on: Date) -> Name {
        let (holder, product) = (self.holder(), self.product());
        self.add_registered_for(&holder, product, expires_on)
    }

    fn add_registered_for(&mut self, holder: &Holder, product: Product, expires_on: Date) -> Name {
        let mut row = self.row(holder, product);
        let mut registered_on = days_later(expires_on, -30 * i32::try_from(row.months).expect("few"));
        if days_from(registered_on, self.today) < 2 {
            row.months = 24;
            registered_on = days_later(expires_on, -730);
        }
        row.registered_on = Some(registered_on);
        row.expires_on = Some(expires_on);
        let name = row.name.clone();
        self.registered.push(name.clone());
        self.rows.push(row);
        name
    }

    fn add_licenses_on_clock_changes(&mut self) {
        for (zone, day) in CHANGES {
            let holder = Holder {
                email: format!("clock.{}@{}.example", self.rows.len(), zone.replace(['/', '_'], "-")),
                time_zone: zone.to_owned(),
                language: "pl".to_owned(),
            };
            for step in [-60, -30, 0, 20, 40] {
                let product = if step == -60 { ENTERPRISE_SUITE } else { self.product() };
                self.add_registered_for(&holder, product, days_later(day, -step));
            }
        }
    }

    /// A company whose licenses expire together, or within some days.
    fn add_company(&mut self, name: &str, licenses: i32, apart: i32) {
        let holder = Holder {
            email: format!("it@{name}.example"),
            time_zone: "America/New_York".to_owned(),
            language: "pl".to_owned(),
        };
        for number in 0..licenses {
            let day = days_later(self.today, 140 + apart * number);
            self.add_registered_for(&holder, ENTERPRISE_SUITE, day);
        }
    }

    fn add_blocked(&mut self) {
        let expires_on = days_later(self.today, self.day(-60, 300));
        self.add_registered(expires_on);
        self.registered.pop();
        let blocked_on = days_later(self.today, -self.day(1, 200));
        let why = *self.chance.one_of(&["superseded", "superseded", "superseded", "compromised", "other"]);
        if let Some(row) = self.rows.last_mut() {
            row.registered_on = row.registered_on.map(|day| day.min(blocked_on));
            row.blocked = Some((blocked_on, why));
        }
    }

    /// A serial number still to be registered; without an address when it is boxed.
    fn add_unregistered(&mut self, holder: Option<&Holder>, product: Product, offer: Offer) -> Name {
        let someone = self.holder();
        let mut row = self.row(holder.unwrap_or(&someone), product);
        if holder.is_none() {
            (row.email, row.language, row.time_zone) = Default::default();
        }
        row.offer = offer;
        let name = row.name.clone();
        self.rows.push(row);
        name
    }
}

/// Sixteen letters and digits that no other license has.
fn serial(chance: &mut Chance, number: usize) -> String {
    let letters: Vec<char> = "ABCDEFGHJKMNPQRSTVWXYZ23456789".chars().collect();
    let mut group = || (0..4).map(|_| *chance.one_of(&letters)).collect::<String>();
    format!("{}-{}-{}-{number:04}", group(), group(), group())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Timestamp {
        "2026-12-01T08:17:20Z".parse().expect("an instant")
    }

    #[test]
    fn the_same_seed_gives_the_same_town() {
        let (one, other) = (happenings(7, start()), happenings(7, start()));
        assert_eq!(format!("{one:?}"), format!("{other:?}"));
        assert_ne!(format!("{one:?}"), format!("{:?}", happenings(8, start())));
    }

    #[test]
    fn there_are_several_hundred_licenses_in_all_zones() {
        let happenings = happenings(1, start());
        let Some((_, Act::Import(rows))) = happenings.first() else { panic!("the import comes first") };
        assert!(rows.len() > 350, "{} rows", rows.len());
        for zone in ZONES {
            assert!(rows.iter().any(|row| row.time_zone == zone), "nobody lives in {zone:?}");
        }
    }
}
