//! Letters follow one another in a conversation, and each of them is still asked about, sent once, and held up by no other.

use std::time::Duration;

use tenure_testbed::{
    engines::Place,
    on_both_engines,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    delivery::installed,
    door::{Door, end_of, text},
    mail::kinds,
};

const DUE: &str = "2026-12-01T10:00";

/// An installation with so many due reminders, and one conversation with the relay.
fn one_by_one(url: &str, server: &Server, licenses: usize) -> Door {
    let mut door = installed(url, server, licenses);
    door.set("MAIL__CONNECTIONS", "1");
    door
}

/// How many reminders there are in a state.
fn count(door: &Door, state: &str) -> usize {
    door.at(DUE).notices("renewal-reminder").iter().filter(|notice| text(notice, "state") == state).count()
}

on_both_engines! {
    async fn a_conversation_is_gone_on_with_from_letter_to_letter(url: String) {
        let server = Server::accepting();
        let door = one_by_one(&url, &server, 40);
        assert_eq!(door.at(DUE).tick(), "planned 40, accepted 40");
        assert_eq!((server.messages().len(), server.connections()), (40, 1));
        let behind_a_body = server.pipelined() - 40 * 2;
        // Where claims or settling lag behind a conversation pauses, and the next letter begins by itself.
        assert!(behind_a_body >= 15, "{behind_a_body} of 40 letters were begun behind another one");
    }

    async fn a_letter_begun_behind_another_is_taken_back_when_its_reason_ends_meanwhile(url: String) {
        // Longer than a claim is believed, shorter than a letter waits behind another.
        let slow = Rule::new(Stage::Dot, Act::Pause(Duration::from_secs(7))).first(1);
        let server = Server::start(Script::accepting().rule(slow));
        let door = one_by_one(&url, &server, 2);
        let round = door.at(DUE).start(&["tick"]);
        let first = server.wait_for(1)[0].to[0].clone();
        let other = if first == "c-1@example.com" { "c-2" } else { "c-1" };
        door.at(DUE).done(&["license", "block", other]);
        assert_eq!(end_of(round).status, Some(0));
        assert_eq!(server.commands().iter().filter(|line| *line == "DATA").count(), 3, "the third tells of the block");
        door.at("2026-12-01T10:05").tick();
        assert_eq!((count(&door, "accepted"), count(&door, "canceled")), (1, 1));
        assert_eq!(kinds(&server.messages()), ["license-blocked", "renewal-reminder"]);
    }
}

#[test]
fn a_letter_begun_behind_one_that_hangs_goes_another_way() {
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Hang).first(1)));
    let place = Place::sqlite();
    let mut door = installed(&place.url(), &server, 12);
    door.set("MAIL__CONNECTIONS", "4");
    let mut worker = door.at(DUE).start(&["serve", "--role", "worker"]);
    assert!(server.came_within(12, Duration::from_mins(1)), "{} of 12 came", server.messages().len());
    worker.kill().unwrap();
    worker.wait().unwrap();
    let mut recipients: Vec<String> = server.messages().into_iter().flat_map(|message| message.to).collect();
    recipients.sort();
    recipients.dedup();
    assert_eq!((recipients.len(), server.messages().len()), (12, 12), "each once");
}
