//! A pass of the planner goes in portions, each a transaction of its own: whoever writes meanwhile has a turn between two
//! of them, and a process that dies there loses and doubles nothing.

use std::{
    collections::BTreeSet,
    future::poll_fn,
    pin::Pin,
    sync::{Arc, Barrier},
    task::Poll,
};

use jiff::Timestamp;
use serde_json::Value as Json;
use tenure::{
    actions::{
        claim::{Ahead, Errand, claim_due},
        issue::{Issue, issue},
        plan::AT_ONCE,
    },
    house::House,
    workers,
};
use tenure_domain::{Lane, Offer, Profile, State};
use tenure_store::{Fault, notice, pass};
use tenure_testbed::on_both_engines;

use crate::door::{At, Door, INIT, end_of, homes, text};

/// When the reminder 30 days before expiry falls due.
const DUE: &str = "2026-12-01T10:00";
/// Where every license is owed something, so many make a portion.
const PORTION: u32 = AT_ONCE;
/// A portion and a half.
const MANY: u32 = PORTION * 3 / 2;

/// An installation with its database at `url` whose first pass is over; so many licenses fall due on one day.
fn installation(url: &str) -> Door {
    let door = Door::open();
    door.edit("tenure.toml", "sqlite:tenure.db", url);
    door.at(INIT).import(&homes(MANY as usize));
    assert_eq!(door.at(INIT).tick(), "");
    door
}

fn due() -> Timestamp {
    format!("{DUE}:00Z").parse().unwrap()
}

async fn house(door: &Door) -> Arc<House> {
    Arc::new(House::open(&door.file("tenure.toml"), Some(due())).await.unwrap())
}

/// The lanes of what couriers would carry now, where each lane has room for so many letters.
async fn claimed(house: &House, room: [u32; 3]) -> Vec<Lane> {
    let desk = house.desk.clone();
    let claim = house
        .store
        .write(move |tx| claim_due(tx, &desk, room, &Ahead::default(), None, due()))
        .await
        .unwrap();
    claim.errands.iter().map(Errand::lane).collect()
}

/// A license is issued: its holder is owed the serial number at once.
async fn sell(house: &House) {
    let desk = house.desk.clone();
    let wish = Issue {
        product: "antivirus".to_owned(),
        email: Some("new@example.com".parse().unwrap()),
        profile: Profile::default(),
        months: 12,
        devices: 1,
        offer: Offer::New,
        external_id: None,
    };
    house.store.write(move |tx| issue(tx, &desk, &wish, due())).await.unwrap();
}

/// Lets somebody stand in line: whether they have to wait there.
async fn waits<T>(mut somebody: Pin<&mut impl Future<Output = T>>) -> bool {
    poll_fn(|context| Poll::Ready(somebody.as_mut().poll(context).is_pending())).await
}

fn reminders(at: At<'_>) -> Vec<Json> {
    at.notices("renewal-reminder")
}

/// How many reminders the next day brings, as it is foretold.
fn foretold(at: At<'_>) -> u64 {
    let days = at.lines(&["forecast", "--days", "1"]);
    days.iter()
        .filter(|day| text(day, "kind") == "renewal-reminder")
        .map(|day| day["count"].as_u64().unwrap())
        .sum()
}

on_both_engines! {
    async fn a_pass_that_dies_between_two_portions_is_made_whole_by_the_next_one(url: String) {
        let door = installation(&url);
        let dying = door.at(DUE).start_with(&[("TENURE_FAIL", "between_portions")], &["tick"]);
        assert_eq!(end_of(dying).status, None);
        assert_eq!(reminders(door.at(DUE)).len(), PORTION as usize, "the first portion is on the disk, and no other");
        assert_eq!(foretold(door.at(DUE)), u64::from(MANY));

        // What is written waits for the rest: to be gathered with it, and to be seen by the fuses as a whole. Others do not.
        let half = house(&door).await;
        sell(&half).await;
        assert_eq!(claimed(&half, [3, 3, 3]).await, [Lane::Urgent]);
        half.store.close().await;

        door.at(DUE).done(&["hold", "--why", "only to be planned", "--by", "anna"]);
        assert_eq!(door.at(DUE).one(&["tick"])["planned"], MANY - PORTION);
        assert_eq!(door.at(DUE).one(&["tick"])["planned"], 0);
        let licenses: BTreeSet<String> = reminders(door.at(DUE)).iter().map(|found| text(found, "license").to_owned()).collect();
        assert_eq!((licenses.len(), reminders(door.at(DUE)).len()), (MANY as usize, MANY as usize));
        assert_eq!(foretold(door.at(DUE)), u64::from(MANY));

        door.at(DUE).done(&["release"]);
        let whole = house(&door).await;
        assert_eq!(claimed(&whole, [0, 0, 3]).await, [Lane::Dated; 3]);
        whole.store.close().await;
    }
}

/// SQLite has one writer, and units of work stand in line for it. The line is made here: somebody writes, the pass stands
/// behind them, and a sale behind the pass. It has its turn after the first portion.
#[tokio::test]
async fn who_stands_behind_a_pass_has_a_turn_after_one_portion() {
    let door = installation("sqlite:tenure.db");
    let house = house(&door).await;
    let (begun, ended) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let (here, there) = (begun.clone(), ended.clone());
    let busy = house.store.write(move |_| {
        here.wait();
        there.wait();
        Ok::<_, Fault>(())
    });
    let mut busy = Box::pin(busy);
    assert!(waits(busy.as_mut()).await);
    begun.wait();
    let mut pass = Box::pin(workers::plan(&house, due()));
    assert!(waits(pass.as_mut()).await);
    let mut behind =
        Box::pin(house.store.write(|tx| Ok::<_, Fault>((notice::count(tx)?, pass::is_under_way(tx)?))));
    assert!(waits(behind.as_mut()).await);
    ended.wait();
    let (counted, planned, ()) = (behind.await.unwrap(), pass.await.unwrap(), busy.await.unwrap());
    assert_eq!(counted, ([(State::Due, u64::from(PORTION))].into(), true));
    assert_eq!(planned.planned, u64::from(MANY));
    assert!(!house.store.read(pass::is_under_way).await.unwrap());
    house.store.close().await;
}
