//! Ten thousand tries against one license, and a thousand licenses attacked: every one is on record, and hardly any is a mail.

use std::{collections::BTreeSet, fmt::Write as _, fs, net::IpAddr, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use tenure::{
    actions::{
        register::{Register, register},
        theft::{self, Whose},
    },
    clock::Clock,
    config::Config,
    house::House,
    ids::Ids,
    workers::{Turn, round},
};
use tenure_domain::{Caller, EventId, Network, Profile, Serial};
use tenure_store::{Fault, event::AttemptPage};
use tenure_testbed::on_both_engines;

use crate::door::{Door, INIT};

const BEGIN: &str = "2026-11-03T08:00:00Z";
const A_DAY: SignedDuration = SignedDuration::from_hours(24);
/// How many tries are made between two rounds of the workers.
const BETWEEN_ROUNDS: usize = 100;

/// An installation with the licenses of one owner, and what attacks it.
struct Attack {
    door: Door,
    house: Arc<House>,
    turn: Turn,
    /// When mails went out.
    mailed: Vec<Timestamp>,
}

fn serial(number: usize) -> Serial {
    format!("AAAA-BBBB-CCCC-{number:04}").parse().unwrap()
}

fn begin() -> Timestamp {
    BEGIN.parse().unwrap()
}

impl Attack {
    async fn on(url: &str, licenses: usize) -> Self {
        let mut door = Door::open();
        door.set("STORE__URL", url);
        let mut rows = "external_id,serial,product,email,registered_on,expires_on\n".to_owned();
        for number in 0..licenses {
            let serial = serial(number).in_full();
            writeln!(rows, "c-{number},{serial},antivirus,owner@example.com,2026-01-01,2026-12-31").unwrap();
        }
        door.at(INIT).import(&rows);
        let variables = [("TENURE__STORE__URL".to_owned(), url.to_owned())];
        let config = Config::read_with(&door.file("tenure.toml"), variables.into_iter()).unwrap();
        let house = House::furnish(config, Clock::movable(begin()), Ids::System).await.unwrap();
        let turn = Turn::take(&house).await.unwrap();
        Self { door, house: Arc::new(house), turn, mailed: Vec::new() }
    }

    /// So many tries, evenly over a day, from as many networks in turn; with a round of the workers now and then.
    async fn for_a_day(&mut self, tries: usize, networks: u32, target: fn(usize) -> Serial) {
        let apart = SignedDuration::from_micros(86_400_000_000 / i64::try_from(tries).unwrap());
        let at = move |number: usize| begin() + apart * i32::try_from(number).unwrap();
        for first in (0..tries).step_by(BETWEEN_ROUNDS) {
            let desk = self.house.desk.clone();
            let made = self.house.store.write(move |tx| {
                for number in first..(first + BETWEEN_ROUNDS).min(tries) {
                    let wish = stranger(target(number), u32::try_from(number).unwrap() % networks);
                    register(tx, &desk, &wish, at(number))?.unwrap_err();
                }
                Ok::<_, Fault>(())
            });
            made.await.unwrap();
            self.round(at(first + BETWEEN_ROUNDS)).await;
        }
        for hours in 1..=48 {
            self.round(begin() + A_DAY + SignedDuration::from_hours(hours)).await;
        }
    }

    async fn round(&mut self, now: Timestamp) {
        self.house.clock.move_to(now);
        round(&self.house, &self.turn, now).await.unwrap();
        let mails = fs::read_dir(self.door.file("outbox")).map_or(0, Iterator::count);
        self.mailed.resize(mails, now);
    }

    /// Every try on record: all of them, and those that were checked.
    async fn on_record(&self) -> (usize, usize) {
        let (mut all, mut checked, mut before) = (BTreeSet::<EventId>::new(), 0, None);
        loop {
            let desk = self.house.desk.clone();
            let page = AttemptPage { before, since: Timestamp::MIN, limit: 3_000 };
            let attempts =
                self.house.store.read(move |tx| theft::list(tx, &desk, Whose::All, page)).await.unwrap();
            let Some(last) = attempts.last() else { return (all.len(), checked) };
            before = Some(last.id);
            checked += attempts.iter().filter(|attempt| attempt.checked).count();
            all.extend(attempts.iter().map(|attempt| attempt.id));
        }
    }

    /// There were mails, and never more than two of them in a day.
    fn mails_are_few(&self) {
        assert!(self.mailed.len() >= 2, "{:?}", self.mailed);
        for three in self.mailed.windows(3) {
            assert!(three[2].duration_since(three[0]) >= A_DAY, "{three:?}");
        }
    }
}

fn stranger(serial: Serial, network: u32) -> Register {
    let address = IpAddr::from((0xc633_6400 + network).to_be_bytes());
    Register {
        serial,
        email: "evil@example.com".parse().unwrap(),
        profile: Profile::default(),
        caller: Caller::Network(Network::from(address)),
    }
}

on_both_engines! {
    async fn ten_thousand_tries_in_a_day_are_on_record_and_make_two_mails_a_day_at_most(url: String) {
        let mut attack = Attack::on(&url, 1).await;
        attack.for_a_day(10_000, 50, |_| serial(0)).await;
        let (all, checked) = attack.on_record().await;
        assert_eq!(all, 10_000);
        // Ten at once, and one every six minutes.
        assert!((240..=251).contains(&checked), "{checked}");
        attack.mails_are_few();
    }

    async fn a_thousand_attacked_licenses_of_one_owner_make_two_mails_a_day_at_most(url: String) {
        let mut attack = Attack::on(&url, 1_000).await;
        attack.for_a_day(3_000, 200, |number| serial(number % 1_000)).await;
        assert_eq!(attack.on_record().await, (3_000, 3_000));
        attack.mails_are_few();
    }
}
