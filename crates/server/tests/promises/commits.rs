//! When the database takes no commits, sending stops before more letters go out than were in flight, says so, and goes on
//! by itself: what the relay answered meanwhile is written first, and no letter goes twice.

use std::collections::BTreeSet;

use tenure_testbed::{
    on_both_engines,
    patience::becomes,
    refusing::{SETTLING, accept, refuse},
    smtp::Server,
};

use crate::{delivery::installed, http::Served, mail::Mail};

const DUE: &str = "2026-12-01T10:00";
const LETTERS: usize = 60;
/// With two conversations: what is held ready of a lane, and what they carry meanwhile.
const IN_FLIGHT: usize = 10;

/// Asks until the answer is as wanted.
fn ready_says(served: &Served, status: u16, words: &str) {
    let ready = || served.get("/health/ready", &[]);
    let is_so = becomes(|| {
        let answer = ready();
        answer.status == status && answer.body.contains(words)
    });
    assert!(is_so, "never {status} with {words:?}: {:?}", ready());
}

on_both_engines! {
    async fn sending_stops_and_goes_on_by_itself_and_nothing_goes_twice(url: String) {
        let server = Server::accepting();
        let mut door = installed(&url, &server, LETTERS);
        door.set("MAIL__CONNECTIONS", "2");
        refuse(&url, SETTLING);
        let served = Served::begin(&door, DUE, &[]);
        ready_says(&served, 503, "(commits)");
        // What was in flight comes to its end; then it has asked again in between, and sent nothing more.
        let look = || {
            door.at(DUE).run(&["doctor"]);
            server.messages().len()
        };
        assert!((0..10).any(|_| look() == look()), "it goes on");
        let out = look();
        assert!((1..=IN_FLIGHT).contains(&out), "{out} went out");
        for _ in 0..3 {
            door.at(DUE).run(&["doctor"]);
        }
        ready_says(&served, 503, "(commits)");
        assert_eq!(server.messages().len(), out);
        accept(&url, SETTLING);
        let messages = server.wait_for(LETTERS);
        ready_says(&served, 200, "ready");
        served.terminate();
        assert!(served.ended().success());
        let ids: BTreeSet<String> = messages.iter().map(|message| Mail::read(message).message_id()).collect();
        assert_eq!((server.messages().len(), ids.len()), (LETTERS, LETTERS));
        assert_eq!(door.at(DUE).lines(&["notice", "list", "--state", "accepted"]).len(), LETTERS);
        assert_eq!(door.at(DUE).tick(), "");
    }

    async fn a_single_round_ends_and_says_why(url: String) {
        let server = Server::accepting();
        let mut door = installed(&url, &server, LETTERS);
        door.set("MAIL__CONNECTIONS", "2");
        refuse(&url, SETTLING);
        let said = door.at(DUE).run(&["tick"]);
        let out = server.messages().len();
        assert!(said.status == Some(1) && said.err.contains("the database takes no commits"), "{said:?}");
        assert!(said.err.contains(&format!("{out} answers of the relay could not be written")), "{said:?}");
        assert!((1..=IN_FLIGHT).contains(&out), "{out} went out");
        assert!(door.at(DUE).run(&["doctor"]).out.contains("WRONG  database   it takes no commits"));
        accept(&url, SETTLING);
        // Those go again as they were, the others for the first time: at the latest when the leases are over.
        door.at("2026-12-01T11:01").one(&["tick"]);
        let messages = server.messages();
        let ids: BTreeSet<String> = messages.iter().map(|message| Mail::read(message).message_id()).collect();
        assert_eq!((messages.len(), ids.len()), (LETTERS + out, LETTERS));
        let bytes: BTreeSet<String> = messages.iter().map(tenure_testbed::smtp::Received::text).collect();
        assert_eq!(bytes.len(), LETTERS);
    }

    async fn answers_that_cannot_be_written_are_kept_while_the_database_takes_commits(url: String) {
        let server = Server::accepting();
        let mut door = installed(&url, &server, 3);
        door.set("MAIL__CONNECTIONS", "2");
        // The database takes commits; only attempts cannot be ended.
        refuse(&url, &SETTLING[..1]);
        let served = Served::begin(&door, DUE, &[]);
        server.wait_for(3);
        for _ in 0..3 {
            door.at(DUE).run(&["doctor"]);
        }
        ready_says(&served, 200, "ready");
        accept(&url, &SETTLING[..1]);
        let accepted = || door.at(DUE).lines(&["notice", "list", "--state", "accepted"]).len();
        assert!(becomes(|| accepted() == 3));
        assert_eq!(server.messages().len(), 3);
    }
}
