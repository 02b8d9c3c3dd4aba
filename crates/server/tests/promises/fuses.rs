//! Fuses: in live mode Tenure stops sending by itself, says so, and goes on only when an operator has seen what would go
//! out. A live installation has no other clock than the machine's, so days here are counted from today.

use std::process::Command;

use tenure_testbed::{
    on_both_engines,
    smtp::{Rule, Script, Server, Stage},
};

use crate::door::{Door, counts, text};

/// The machine's time, moved: `-3 days`.
pub(crate) fn moved(by: &str) -> String {
    let said = Command::new("date").args(["-u", "-d", by, "+%Y-%m-%dT%H:%M:%SZ"]).output().unwrap();
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

/// Licenses known for three days, whose first reminder fell due yesterday; from now on the installation is live.
fn live(url: &str, server: &Server, licenses: usize, email: impl Fn(usize) -> String) -> Door {
    let mut door = Door::with(url, server);
    let then = moved("-3 days");
    let expires = &moved("29 days")[..10];
    let row = |number| {
        format!("c-{number},AAAA-BBBB-CCCC-{number:04},antivirus,{},2026-01-01,{expires}\n", email(number))
    };
    let rows: String = (1..=licenses).map(row).collect();
    door.at(&then).import(&format!("external_id,serial,product,email,registered_on,expires_on\n{rows}"));
    assert_eq!(door.at(&then).tick(), "");
    door.set("MODE", "live");
    door
}

/// A round that is held by one fuse: what it did.
fn held(door: &Door, cause: &str) -> String {
    let mut round = door.now().one(&["tick"]);
    let holds = round.as_object_mut().unwrap().remove("holds").unwrap_or_else(|| panic!("{round}"));
    assert_eq!((holds.as_array().map(Vec::len), text(&holds[0], "cause")), (Some(1), cause), "{holds}");
    assert_eq!(text(&holds[0], "by"), "tenure");
    counts(&round)
}

on_both_engines! {
    async fn a_flood_is_planned_and_waits_for_an_operator(url: String) {
        let server = Server::accepting();
        let door = live(&url, &server, 1001, |_| "it@company.example".to_owned());
        assert_eq!(held(&door, "backlog"), "planned 1001");
        assert!(server.messages().is_empty());
        assert!(door.now().run(&["doctor"]).out.contains("1001 letters are due, and never more than 0"));
        let released = door.now().one(&["release", "--yes"]);
        assert_eq!(released["coming"][0]["count"], 1001);
        assert_eq!(door.now().tick(), "accepted 1001");
    }

    async fn addresses_that_do_not_exist_stop_the_rest(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Rcpt, "550 5.1.1 unknown").first(6)));
        let door = live(&url, &server, 100, |number| format!("c-{number}@example.com"));
        assert_eq!(door.now().tick(), "planned 100, accepted 94, failed 6");
        let serial = door.now().done(&["license", "issue", "--product", "antivirus", "--email", "new@example.com"]);
        assert!(!serial.is_empty());
        assert_eq!(held(&door, "bounces"), "");
        assert_eq!(server.messages().len(), 94);
        door.now().done(&["release", "--yes"]);
        assert_eq!(door.now().tick(), "accepted 1");
    }

    async fn a_clock_that_jumped_plans_and_sends_nothing(url: String) {
        let server = Server::accepting();
        let mut door = live(&url, &server, 1, |_| "anna@example.com".to_owned());
        // A round of the sandbox, two hours ahead of the machine's clock.
        door.unset("MODE");
        door.at(&moved("2 hours")).tick();
        door.set("MODE", "live");
        let serial = door.now().done(&["license", "issue", "--product", "antivirus", "--email", "new@example.com"]);
        assert!(!serial.is_empty());
        let before = server.messages().len();
        assert_eq!(held(&door, "clock"), "");
        assert_eq!(held(&door, "clock"), "");
        assert_eq!(server.messages().len(), before);
        door.now().done(&["release", "--yes"]);
        assert_eq!(door.now().tick(), "accepted 1");
    }

    async fn a_round_after_a_long_silence_waits_for_an_operator(url: String) {
        let server = Server::accepting();
        let mut door = Door::with(&url, &server);
        door.at(&moved("-8 days")).tick();
        door.set("MODE", "live");
        door.now().done(&["license", "issue", "--product", "antivirus", "--email", "new@example.com"]);
        assert_eq!(held(&door, "clock"), "");
        door.now().done(&["release", "--yes"]);
        assert_eq!(door.now().tick(), "accepted 1");
    }

    async fn in_the_sandbox_no_fuse_blows(url: String) {
        let server = Server::accepting();
        let door = Door::with(&url, &server);
        door.at("2026-11-01T08:00").tick();
        assert_eq!(door.at("2027-11-01T08:00").tick(), "");
        assert_eq!(door.at("2027-01-01T08:00").tick(), "");
    }
}
