//! `kill -9` again and again, at random moments and at each named point: nothing is lost, and only what was in flight
//! goes twice, with the same bytes. `TENURE_TEST_KILLS=1000` sets how often.

use std::{env, process::Child, time::Duration};

use jiff::{
    ToSpan as _,
    civil::{DateTime, date},
};
use tenure_testbed::{engines::Place, smtp::Server};

use crate::{
    delivery::installed,
    door::{At, Door, INIT, end_of, text},
    flight::Flight,
};

/// The points of `fail.rs` at which the courier is let die.
const POINTS: [&str; 5] = ["after_claim", "before_data", "after_dot", "before_settle", "after_settle"];
/// How many conversations there are at once.
const CONNECTIONS: &str = "6";
/// How many licenses are to be reminded in each life of a process, as long as nothing is left over from the one before.
const A_LIFE: i64 = 4;
/// How many lives a day has: each begins after the leases of the one before.
const A_DAY: i64 = 12;
/// How often a kill looks whether the relay got something, and for how long each time.
const LOOKS: (usize, Duration) = (60, Duration::from_millis(50));

/// `SplitMix64`: the same kills at each run, as far as the machine lets them be.
pub(crate) fn chance(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A power cut comes when it will, and there is no event to wait for.
async fn any_moment(luck: u64, most_millis: u64) {
    tokio::time::sleep(Duration::from_millis(luck % most_millis)).await;
}

/// Kills a process. Whether it was still alive.
fn kill(mut process: Child) -> bool {
    // It may have ended before.
    let _ = process.kill();
    process.wait().unwrap().code().is_none()
}

/// When a life begins: from the first of December on, every two hours.
fn begin_of(life: i64) -> DateTime {
    date(2026, 12, 1).at(0, 0, 0, 0) + (life / A_DAY).days() + (life % A_DAY * 2).hours()
}

/// Licenses whose holders live where it is ten o'clock, which is when they are to be reminded, as a life begins.
fn rows(lives: i64) -> String {
    let row = |number: i64| {
        let begin = begin_of(number / A_LIFE);
        let (expires_on, west) = (begin.date() + 30.days(), i64::from(begin.hour()) - 10);
        format!("c-{number},antivirus,c-{number}@example.com,2026-01-01,{expires_on},Etc/GMT{west:+}\n")
    };
    let rows: String = (0..lives * A_LIFE).map(row).collect();
    format!("external_id,product,email,registered_on,expires_on,time_zone\n{rows}")
}

/// One process that dies at a named point, when it comes there for the first, second or third time. How many died.
fn dies_at_a_point(at: At<'_>, luck: u64) -> usize {
    let point = POINTS[usize::try_from(luck % 5).unwrap()];
    let dying = at.start_with(&[("TENURE_FAIL", &format!("{point}:{}", 1 + luck / 5 % 3))], &["tick"]);
    usize::from(end_of(dying).status.is_none())
}

/// Waits until the relay has so many messages or the process has nothing left to send.
fn until_it_sent(process: &mut Child, server: &Server, messages: usize) {
    let (looks, each) = LOOKS;
    (0..looks).any(|_| server.came_within(messages, each) || process.try_wait().unwrap().is_some());
}

/// Two processes at a time: one is killed at any moment from its first on, the other shortly after the relay got
/// something more. How many died.
async fn two_are_killed(at: At<'_>, server: &Server, luck: u64) -> usize {
    let before = server.messages().len();
    let command: &[&str] = if luck.is_multiple_of(3) { &["serve", "--role", "worker"] } else { &["tick"] };
    let (one, mut other) = (at.start(command), at.start(&["tick"]));
    any_moment(luck / 3, 300).await;
    let first = kill(one);
    until_it_sent(&mut other, server, before + 1 + usize::try_from(luck / 900 % 4).unwrap());
    any_moment(luck / 3600, 12).await;
    usize::from(first) + usize::from(kill(other))
}

async fn killed_again_and_again(place: Place) {
    let kills: usize = env::var("TENURE_TEST_KILLS").map_or(100, |kills| kills.parse().unwrap());
    let most_lives = i64::try_from(kills).unwrap() * 2;
    let server = Server::accepting();
    let mut door = Door::with(&place.url(), &server);
    door.set("MAIL__CONNECTIONS", CONNECTIONS);
    door.at(INIT).import(&rows(most_lives));
    assert_eq!(door.at(INIT).tick(), "");
    let mut flight = Flight::of(&door, &place.url());
    let (mut died, mut in_flight, mut life) = (0, 0, 0);
    while died < kills {
        assert!(life < most_lives, "only {died} of {kills} died in so many lives");
        let luck = chance(life.unsigned_abs());
        let at = begin_of(life).to_string();
        died += if life % 3 == 0 {
            dies_at_a_point(door.at(&at), luck)
        } else {
            two_are_killed(door.at(&at), &server, luck).await
        };
        in_flight += flight.note().await;
        life += 1;
    }
    // Rounds until nothing is left to do, each more than a lease later.
    let later = |round: &i64| begin_of(life - 1) + (round * 65).minutes();
    let empty = (1..8).find(|round| door.at(&later(round).to_string()).tick().is_empty());
    let end = later(&empty.expect("no end"));
    let notices = door.at(&end.to_string()).notices("renewal-reminder");
    let first_steps = notices.iter().filter(|notice| text(notice, "step") == "-30").count();
    let due = (0..most_lives).take_while(|life| begin_of(*life) <= end).count();
    assert_eq!(first_steps, due * usize::try_from(A_LIFE).unwrap());
    let others: Vec<_> = notices.iter().filter(|notice| text(notice, "state") != "accepted").collect();
    assert!(others.is_empty(), "{others:?}");
    let told = flight.judge(&server);
    assert_eq!(told.letters, notices.len());
    println!("{died} kills in {life} lives: {in_flight} attempts were left open, {told:?}");
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
    door.set("MAIL__CONNECTIONS", CONNECTIONS);
    let mut flight = Flight::of(&door, &place.url());
    let mut couriers: Vec<Child> = (0..3).map(|_| door.at("2026-12-01T10:00").start(&["tick"])).collect();
    server.wait_for(40);
    assert!(kill(couriers.remove(0)), "it ended before");
    for courier in couriers {
        assert_eq!(end_of(courier).status, Some(0));
    }
    // The others are done: what still stands as being sent was the dead one's.
    flight.note().await;
    door.at("2026-12-01T11:00:01").tick();
    assert_eq!(door.at("2026-12-01T11:00:02").lines(&["notice", "list", "--state", "accepted"]).len(), 500);
    assert_eq!(flight.judge(&server).letters, 500);
}
