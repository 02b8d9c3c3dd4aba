//! Words that were written ahead of a claim are a guess: what goes out is true at its claim, whatever was written before it.

use std::{collections::BTreeSet, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use tenure::{
    actions::{
        Fail,
        claim::{Ahead, Claim, Errand, claim_due, look_ahead, write_ahead},
        profile,
    },
    house::House,
    workers,
};
use tenure_domain::{Holder, Profile};
use tenure_store::{Tx, holder};
use tenure_testbed::on_both_engines;

use crate::door::{Door, INIT, homes};

const AT: &str = "2026-12-01T10:00:00Z";

fn after(seconds: i64) -> Timestamp {
    AT.parse::<Timestamp>().unwrap() + SignedDuration::from_secs(seconds)
}

/// A house in which the reminders of these licenses are due.
async fn due(url: &str, rows: &str) -> (Door, Arc<House>) {
    let door = Door::open();
    door.edit("tenure.toml", "sqlite:tenure.db", url);
    door.at(INIT).import(rows);
    door.at(INIT).tick();
    let house = Arc::new(House::open(&door.file("tenure.toml"), Some(after(0))).await.unwrap());
    workers::plan(&house, after(0)).await.unwrap();
    (door, house)
}

/// What is written ahead, in a transaction that only reads.
async fn written(house: &House) -> Ahead {
    let desk = house.desk.clone();
    let look = move |tx: &mut Tx| look_ahead(tx, &desk, [9; 3], &BTreeSet::new(), after(0));
    let groups = house.store.read(look).await.unwrap();
    Ahead::new(write_ahead(&house.desk, groups, after(0)).into_iter().flat_map(|group| group.letters))
}

/// What a claim so many seconds later brings.
async fn claimed(house: &House, ahead: Ahead, room: u32, seconds: i64) -> Claim {
    let desk = house.desk.clone();
    let claim = move |tx: &mut Tx| claim_due(tx, &desk, [room; 3], &ahead, None, after(seconds));
    house.store.write(claim).await.unwrap()
}

fn message(errand: &Errand) -> String {
    String::from_utf8_lossy(&errand.parcel.as_ref().unwrap().bytes).into_owned()
}

/// Which of four licenses a message tells of.
fn told(message: &str) -> Vec<usize> {
    (1..5).filter(|number| message.contains(&format!("****-000{number}"))).collect()
}

/// Makes all rows over to one address.
fn of_one(rows: &str) -> String {
    (1..5).fold(rows.to_owned(), |rows, number| rows.replace(&format!("c-{number}@"), "it@"))
}

on_both_engines! {
    async fn words_written_ahead_go_out_where_nothing_changed_and_while_they_are_fresh(url: String) {
        let (_door, house) = due(&url, &homes(2)).await;
        let (fresh, stale) = (written(&house).await, written(&house).await);
        let first = claimed(&house, fresh, 1, 1).await.errands;
        let second = claimed(&house, stale, 1, 3).await.errands;
        assert_eq!((first.len(), second.len()), (1, 1));
        assert_eq!((first[0].written_at, second[0].written_at), (after(0), after(3)));
        assert!(message(&second[0]).contains(":00:03 "), "{}", message(&second[0]));
        house.store.close().await;
    }

    async fn what_changed_after_it_was_written_ahead_is_not_told_as_it_was(url: String) {
        let (_door, house) = due(&url, &homes(1)).await;
        let ahead = written(&house).await;
        let desk = house.desk.clone();
        let change = move |tx: &mut Tx| -> Result<Holder, Fail> {
            let address = "c-1@example.com".parse().unwrap();
            let holder = holder::find_by_address(tx, &desk.keys.vault, &address)?.unwrap();
            let wish = Profile { language: Some("pl".parse().unwrap()), ..Profile::default() };
            profile::change(tx, &desk, holder.id, &wish, after(0))
        };
        house.store.write(change).await.unwrap();
        let errands = claimed(&house, ahead, 9, 1).await.errands;
        assert_eq!((errands.len(), errands[0].written_at), (1, after(1)));
        assert!(message(&errands[0]).contains("\r\nContent-Language: pl\r\n"), "{}", message(&errands[0]));
        house.store.close().await;
    }

    async fn a_license_renewed_after_its_letter_was_written_ahead_gets_none(url: String) {
        let (door, house) = due(&url, &homes(2)).await;
        let ahead = written(&house).await;
        renew(&door, "c-1@example.com");
        let errands = claimed(&house, ahead, 9, 1).await.errands;
        let reminders: Vec<_> = errands.iter().filter(|errand| message(errand).contains("renewal-reminder")).map(|errand| told(&message(errand))).collect();
        assert_eq!(reminders, [[2]]);
        house.store.close().await;
    }

    async fn a_letter_about_several_tells_only_what_is_true_at_its_claim(url: String) {
        let (door, house) = due(&url, &of_one(&homes(4))).await;
        let ahead = written(&house).await;
        renew(&door, "it@example.com");
        let errands = claimed(&house, ahead, 9, 1).await.errands;
        let mut reminders: Vec<_> = errands.iter().filter(|errand| message(errand).contains("renewal-reminder")).flat_map(|errand| told(&message(errand))).collect();
        reminders.sort_unstable();
        assert_eq!(reminders, [2, 3, 4]);
        house.store.close().await;
    }
}

/// Renews the first license.
fn renew(door: &Door, email: &str) {
    let at = door.at("2026-12-01T10:00:01");
    let new = at.done(&["license", "issue", "--product", "antivirus", "--email", email]);
    at.done(&["license", "renew", "--serial", &new, "--previous", "AAAA-BBBB-CCCC-0001", "--email", email]);
}
