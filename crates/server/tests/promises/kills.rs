//! `kill -9` again and again, at random moments and at each named point: nothing is lost, and what goes twice goes with
//! the same bytes. `TENURE_TEST_KILLS=1000` sets how often.

use std::{collections::BTreeMap, env, process::Child, time::Duration};

use jiff::{ToSpan as _, civil::date};
use tenure_testbed::{engines::Place, smtp::Server};

use crate::{
    delivery::installed,
    door::{Door, INIT, end_of, text},
    mail::Mail,
};

/// The points of `fail.rs` at which the courier is let die.
const POINTS: [&str; 5] = ["after_claim", "before_data", "after_dot", "before_settle", "after_settle"];
/// How many letters are spoken of at once, at most: so many may go twice after each kill.
const CONNECTIONS: usize = 4;
/// The most that can be between the final dot and the commit: in each conversation one, and what was taken while the ones
/// before are being settled.
const IN_FLIGHT: usize = 4 * CONNECTIONS;

/// `SplitMix64`: the same kills at each run.
fn chance(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Waits for a random moment, then kills: a power cut comes when it will, and there is no event to wait for.
async fn kill_after(mut process: Child, millis: u64) {
    tokio::time::sleep(Duration::from_millis(millis)).await;
    // It may have ended before.
    let _ = process.kill();
    process.wait().unwrap();
}

/// Every message the relay has, by its Message-ID: how many are repeats. Repeats have the same bytes.
fn repeats(server: &Server) -> (usize, usize) {
    let messages = server.messages();
    let mut by_id: BTreeMap<String, String> = BTreeMap::new();
    for message in &messages {
        let first = by_id.entry(Mail::read(message).message_id()).or_insert_with(|| message.text());
        assert_eq!(*first, message.text(), "a repeat has other bytes");
    }
    (by_id.len(), messages.len() - by_id.len())
}

/// Three licenses for each day on which a process is killed, to be reminded on that day.
fn rows(days: i64) -> String {
    let row = |number: i64| {
        let expires_on = date(2026, 12, 31) + (number / 3).days();
        format!("c-{number},antivirus,c-{number}@example.com,2026-01-01,{expires_on}\n")
    };
    let rows: String = (0..days * 3).map(row).collect();
    format!("external_id,product,email,registered_on,expires_on\n{rows}")
}

async fn killed_again_and_again(place: Place) {
    let kills: i64 = env::var("TENURE_TEST_KILLS").map_or(20, |kills| kills.parse().unwrap());
    let server = Server::accepting();
    let mut door = Door::with(&place.url(), &server);
    door.set("MAIL__CONNECTIONS", &CONNECTIONS.to_string());
    door.at(INIT).import(&rows(kills));
    assert_eq!(door.at(INIT).tick(), "");
    for kill in 0..kills {
        let luck = chance(kill.unsigned_abs());
        let at = format!("{}T10:00", date(2026, 12, 1) + kill.days());
        if kill % 2 == 0 {
            let point = POINTS[usize::try_from(kill / 2).unwrap() % POINTS.len()];
            let dying =
                door.at(&at).start_with(&[("TENURE_FAIL", &format!("{point}:{}", 1 + luck % 3))], &["tick"]);
            end_of(dying);
        } else {
            let command: &[&str] =
                if luck.is_multiple_of(3) { &["serve", "--role", "worker"] } else { &["tick"] };
            kill_after(door.at(&at).start(command), luck / 8 % 600).await;
        }
    }
    // Rounds until nothing is left to do, each more than a lease later.
    let last = date(2026, 12, 1) + kills.days();
    assert!(
        (11..23).step_by(2).any(|hour| door.at(&format!("{last}T{hour}:00")).tick().is_empty()),
        "no end"
    );
    let notices = door.at(&format!("{last}T23:00")).notices("renewal-reminder");
    assert_eq!(
        notices.iter().filter(|notice| text(notice, "step") == "-30").count(),
        usize::try_from(kills * 3).unwrap()
    );
    assert!(notices.iter().all(|notice| text(notice, "state") == "accepted"), "{notices:?}");
    let (told, repeats) = repeats(&server);
    assert_eq!(told, notices.len());
    assert!(repeats <= usize::try_from(kills).unwrap() * IN_FLIGHT, "{repeats} repeats after {kills} kills");
}

#[tokio::test]
async fn on_sqlite_nothing_is_lost_however_often_the_courier_is_killed() {
    killed_again_and_again(Place::sqlite()).await;
}

#[tokio::test]
async fn on_postgresql_nothing_is_lost_however_often_the_courier_is_killed() {
    killed_again_and_again(Place::postgres()).await;
}

#[tokio::test]
async fn three_couriers_share_five_hundred_letters_and_one_of_them_is_killed() {
    let place = Place::postgres();
    let server = Server::accepting();
    let mut door = installed(&place.url(), &server, 500);
    door.set("MAIL__CONNECTIONS", &CONNECTIONS.to_string());
    let mut couriers: Vec<Child> = (0..3).map(|_| door.at("2026-12-01T10:00").start(&["tick"])).collect();
    server.wait_for(40);
    kill_after(couriers.remove(0), 50).await;
    for courier in couriers {
        assert_eq!(end_of(courier).status, Some(0));
    }
    door.at("2026-12-01T11:00:01").tick();
    assert_eq!(door.at("2026-12-01T11:00:02").lines(&["notice", "list", "--state", "accepted"]).len(), 500);
    let (told, repeats) = repeats(&server);
    assert_eq!(told, 500);
    assert!(repeats <= IN_FLIGHT, "{repeats} repeats");
}
