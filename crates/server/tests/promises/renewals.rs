//! Hundreds of renewals at random instants around the sending: no letter about an old license is begun whose claim came
//! after the renewal, and none more than two seconds after it. `TENURE_TEST_RENEWALS=2000` sets how many.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use tenure::{
    actions::renew::{Previous, Renew, renew},
    clock::Clock,
    config::Config,
    house::House,
    ids::Ids,
};
use tenure_domain::{Caller, Kind, Notice, Serial, State, Succession};
use tenure_store::{Fault, notice};
use tenure_testbed::{
    on_both_engines,
    smtp::{Act, Rule, Script, Server, Stage},
};
use tokio::{sync::Semaphore, task::JoinSet};

use crate::{
    door::{Door, INIT, end_of, text},
    kills::chance,
};

const DUE: &str = "2026-12-01T10:00";
/// From the first letter on a renewal comes every so many milliseconds: in half of the time that the letters take.
const APART_MILLIS: u64 = 12;
/// The relay takes its time, so that letters are claimed long before their turn comes.
const SLOW: Duration = Duration::from_millis(1200);
const CONNECTIONS: &str = "50";
/// How many renewals are under way at once at most: who waits too long for a connection is turned away.
const AT_ONCE: usize = 8;
/// A claim older than this is asked about again (promise 5).
const FRESH: Duration = Duration::from_secs(2);
/// What a busy machine may need from the courier's last question to the relay's ear.
const GRACE: Duration = Duration::from_secs(3);

/// Only reminders: what a renewal itself brings about would be sent before them.
const SCHEDULE: &str =
    "send_at = \"10:00\"\n[[notice]]\nkind = \"renewal-reminder\"\nsend = [\"30 days before expiry\"]\n";

/// A renewal that is on the disk.
struct Renewed {
    address: String,
    /// When its commit was told; it was earlier.
    at: Instant,
    /// How the reminder stood right after it.
    reminder: State,
}

/// How many licenses there are.
fn licenses() -> u64 {
    env::var("TENURE_TEST_RENEWALS").map_or(1000, |renewals| renewals.parse().unwrap())
}

fn old(number: u64) -> String {
    format!("AAAA-BBBB-CCCC-{number:04}")
}

fn new(number: u64) -> String {
    format!("DDDD-EEEE-FFFF-{number:04}")
}

/// Each license that is to be reminded, and the serial number that will renew it.
fn rows() -> String {
    let row = |number: u64| {
        let address = format!("c-{number}@example.com");
        format!(
            "c-{number},{},antivirus,{address},2026-01-01,2026-12-31,\nn-{number},{},antivirus,{address},,,12\n",
            old(number),
            new(number)
        )
    };
    let rows: String = (0..licenses()).map(row).collect();
    format!("external_id,serial,product,email,registered_on,expires_on,months\n{rows}")
}

/// The installation as a second process sees it, by which licenses are renewed.
async fn shop(door: &Door, url: &str) -> Arc<House> {
    let variables = [("TENURE__STORE__URL".to_owned(), url.to_owned())];
    let config = Config::read_with(&door.file("tenure.toml"), variables.into_iter()).unwrap();
    let now: Timestamp = format!("{DUE}Z").parse().unwrap();
    Arc::new(House::furnish(config, Clock::Fixed(now), Ids::System).await.unwrap())
}

/// Renews one license, and looks in the same transaction how its reminder stands.
async fn renew_one(house: Arc<House>, number: u64) -> Renewed {
    let address = format!("c-{number}@example.com");
    let wish = Renew {
        serial: new(number).parse::<Serial>().unwrap(),
        previous: Previous::Serial(old(number).parse().unwrap()),
        email: address.parse().unwrap(),
        how: Succession::Renewal,
        caller: Caller::Operator,
    };
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let renewed = house.store.write(move |tx| {
        let renewed = renew(tx, &desk, &wish, now)?.unwrap();
        let filter = notice::Filter {
            license: Some(renewed.old.id),
            kind: Some(Kind::RenewalReminder),
            ..notice::Filter::default()
        };
        let mut found: Vec<Notice> = Vec::new();
        notice::for_each(tx, &desk.keys.vault, filter, |listed| {
            found.push(listed.notice);
            Ok::<_, Fault>(())
        })?;
        Ok::<_, Fault>(found[0].state)
    });
    Renewed { address, reminder: renewed.await.unwrap(), at: heard_at() }
}

#[expect(clippy::disallowed_methods, reason = "compared with what the relay's ear noted")]
fn heard_at() -> Instant {
    Instant::now()
}

/// All of them, each at an instant of its own.
async fn renew_all(house: &Arc<House>) -> Vec<Renewed> {
    let (mut renewing, turns) = (JoinSet::new(), Arc::new(Semaphore::new(AT_ONCE)));
    for number in 0..licenses() {
        let (house, turns) = (house.clone(), turns.clone());
        renewing.spawn(async move {
            tokio::time::sleep(Duration::from_millis(chance(number) % (licenses() * APART_MILLIS))).await;
            let _turn = turns.acquire().await.unwrap();
            renew_one(house, number).await
        });
    }
    renewing.join_all().await
}

/// The states of the reminders in the end, by address.
fn ends(door: &Door) -> BTreeMap<String, String> {
    let notices = door.at(DUE).notices("renewal-reminder");
    let end = |notice| (text(notice, "to").to_owned(), text(notice, "state").to_owned());
    notices.iter().map(end).collect()
}

on_both_engines! {
    async fn nobody_is_reminded_of_what_was_renewed_before_the_claim_or_two_seconds_ago(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Pause(SLOW))));
        let mut door = Door::with(&url, &server);
        door.set("MAIL__CONNECTIONS", CONNECTIONS);
        door.write("schedule.toml", SCHEDULE);
        door.at(INIT).import(&rows());
        assert_eq!(door.at(INIT).tick(), "");
        let house = shop(&door, &url).await;
        let round = door.at(DUE).start(&["tick"]);
        server.wait_for(1);
        let renewals = renew_all(&house).await;
        assert_eq!(end_of(round).status, Some(0));
        // What was drawn back at the last moment learns its reason at the next claim.
        door.at("2026-12-01T12:00").tick();
        let messages = server.messages();
        let begun: BTreeMap<&str, Instant> = messages.iter().map(|message| (message.to[0].as_str(), message.begun_at)).collect();
        assert_eq!(begun.len(), messages.len(), "somebody was reminded twice");
        let ends = ends(&door);
        let mut found: BTreeMap<&str, u32> = BTreeMap::new();
        let (mut wrong, mut ways) = (Vec::new(), BTreeSet::new());
        for renewal in &renewals {
            let (address, end) = (renewal.address.as_str(), ends[&renewal.address].as_str());
            let late = begun.get(address).and_then(|begun| begun.checked_duration_since(renewal.at));
            let is_wrong = match renewal.reminder {
                State::Canceled => end != "canceled" || begun.contains_key(address),
                State::Accepted => end != "accepted",
                _ => late.is_some_and(|late| late > FRESH + GRACE) || begun.contains_key(address) != (end == "accepted"),
            };
            if is_wrong {
                wrong.push(format!("{address}: {:?} when renewed, {end} in the end, begun {late:?} after it", renewal.reminder));
            }
            ways.insert((renewal.reminder, end));
            *found.entry(end).or_default() += 1;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        // Each way was gone: before the claim, after the letter, and between the two, with and without a letter.
        for way in [(State::Canceled, "canceled"), (State::Accepted, "accepted"), (State::Sending, "accepted"), (State::Sending, "canceled")] {
            assert!(ways.contains(&way), "nobody went {way:?}: {found:?}");
        }
        println!("{found:?}");
    }
}
