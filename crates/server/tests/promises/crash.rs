//! `kill -9` while the relay has the message and its answer is still to come: the same letter goes again, and no other.

use std::collections::BTreeMap;

use tenure_testbed::{
    engines::Place,
    patience::becomes,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    delivery::installed,
    door::{Door, text},
    mail::{Mail, kinds},
};

const DUE: &str = "2026-12-01T10:00";

/// A round that is killed when the relay has the whole message and says nothing.
fn killed_at_the_final_dot(place: &Place) -> (Server, Door) {
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Hang).first(1)));
    let door = installed(&place.url(), &server, 1);
    let mut round = door.at(DUE).start(&["tick"]);
    server.wait_for(1);
    round.kill().unwrap();
    round.wait().unwrap();
    assert_eq!(text(&door.at(DUE).notice("renewal-reminder"), "state"), "sending");
    (server, door)
}

/// The relay has the same bytes twice, and nothing else.
fn same_letter_twice(server: &Server, door: &Door) {
    let messages = server.messages();
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[0].text(), messages[1].text());
    let notice = door.at(DUE).notice("renewal-reminder");
    assert_eq!(
        (text(&notice, "state"), text(&notice, "message_id")),
        ("accepted", Mail::read(&messages[0]).message_id().as_str())
    );
    assert_eq!(door.at("2026-12-02T10:00").tick(), "");
}

#[test]
fn on_sqlite_the_next_round_knows_at_once_that_nobody_speaks_any_more() {
    let place = Place::sqlite();
    let (server, door) = killed_at_the_final_dot(&place);
    assert_eq!(door.at("2026-12-01T10:00:01").tick(), "accepted 1");
    same_letter_twice(&server, &door);
}

#[test]
fn on_postgresql_the_next_courier_waits_until_the_lease_ends() {
    let place = Place::postgres();
    let (server, door) = killed_at_the_final_dot(&place);
    assert_eq!(door.at("2026-12-01T10:59:59").tick(), "");
    assert_eq!(door.at("2026-12-01T11:00").tick(), "accepted 1");
    same_letter_twice(&server, &door);
}

#[test]
fn while_another_process_speaks_on_sqlite_its_letter_is_left_alone() {
    let place = Place::sqlite();
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Hang).first(1)));
    let door = installed(&place.url(), &server, 1);
    let mut speaking = door.at(DUE).start(&["tick"]);
    server.wait_for(1);
    assert_eq!(door.at("2026-12-01T10:30").tick(), "");
    assert_eq!(server.messages().len(), 1);
    speaking.kill().unwrap();
    speaking.wait().unwrap();
}

#[test]
fn killed_in_the_middle_of_many_letters_only_those_in_flight_go_again() {
    let place = Place::sqlite();
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Hang).after(10).first(4)));
    let mut door = installed(&place.url(), &server, 30);
    // Two of them are kept for letters more urgent than reminders.
    door.set("MAIL__CONNECTIONS", "6");
    let mut round = door.at(DUE).start(&["tick"]);
    server.wait_for(14);
    // What the relay has answered is written while the others still wait for their answer.
    let settled = || door.at(DUE).lines(&["notice", "list", "--state", "accepted"]).len();
    assert!(becomes(|| settled() == 10), "{} of 10 were written", settled());
    round.kill().unwrap();
    round.wait().unwrap();
    assert_eq!(door.at("2026-12-01T10:01").tick(), "accepted 20");
    let messages = server.messages();
    let mut times: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for received in &messages {
        times.entry(Mail::read(received).message_id()).or_default().push(received.text());
    }
    assert_eq!((times.len(), messages.len()), (30, 34));
    assert!(times.values().all(|same| same.iter().all(|one| *one == same[0])), "a letter changed");
    assert_eq!(settled(), 30);
}

#[test]
fn a_license_blocked_while_its_letter_hangs_is_not_told_again() {
    let place = Place::sqlite();
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Hang).first(1)));
    let door = installed(&place.url(), &server, 1);
    let mut round = door.at(DUE).start(&["tick"]);
    server.wait_for(1);
    door.at(DUE).done(&["license", "block", "c-1"]);
    round.kill().unwrap();
    round.wait().unwrap();
    assert_eq!(door.at("2026-12-01T10:01").tick(), "accepted 1, canceled 1");
    let notice = door.at(DUE).notice("renewal-reminder");
    assert_eq!((text(&notice, "state"), text(&notice, "reason")), ("canceled", "blocked"));
    assert_eq!(kinds(&server.messages()), ["license-blocked", "renewal-reminder"]);
}
