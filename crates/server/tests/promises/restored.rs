//! After a restore or a clone nothing is sent until an operator has seen what would go out (promise 8). In live mode, so
//! days are counted from today.

use std::process::Command;

use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};

use crate::{
    door::{Door, counts, text},
    http::Served,
};

/// A live installation with its database in its own folder.
fn live(server: &Server) -> Door {
    let mut door = Door::open();
    door.set("MAIL__RELAY", &server.url());
    door.set("MODE", "live");
    door
}

/// Something that sends a letter at once.
fn owe(door: &Door, email: &str) {
    door.now().done(&["license", "issue", "--product", "antivirus", "--email", email]);
}

/// A round that sent nothing because the database is not believed: why.
fn held(door: &Door) -> String {
    let mut round = door.now().one(&["tick"]);
    let holds = round.as_object_mut().unwrap().remove("holds").unwrap_or_else(|| panic!("not held: {round}"));
    assert_eq!((holds.as_array().map(Vec::len), text(&holds[0], "cause")), (Some(1), "restored"), "{holds}");
    assert_eq!(counts(&round), "");
    text(&holds[0], "why").to_owned()
}

/// Sends one letter.
fn sends(door: &Door, server: &Server, email: &str) {
    let before = server.messages().len();
    owe(door, email);
    assert_eq!(door.now().tick(), "accepted 1");
    assert_eq!(server.messages().len(), before + 1);
}

fn shell(door: &Door, script: &str) {
    let said = Command::new("sh").current_dir(door.folder()).args(["-ec", script]).output().unwrap();
    assert!(said.status.success(), "{script}: {}", String::from_utf8_lossy(&said.stderr));
}

#[test]
fn a_copy_of_the_folder_holds_and_the_original_goes_on() {
    let server = Server::accepting();
    let door = live(&server);
    sends(&door, &server, "anna@example.com");
    owe(&door, "bert@example.com");
    let copy = door.copy();
    assert!(held(&copy).contains("copied, moved or restored"));
    assert_eq!(server.messages().len(), 1);
    assert_eq!(door.now().tick(), "accepted 1");
    // What the copy would send again, and what to think of before.
    let said = copy.now().wrong(&["release"]);
    assert!(said.contains("--yes"), "{said}");
    let shown = copy.now().run(&["release"]).out;
    assert!(
        shown.contains("1 of them at once") && shown.contains("nobody sends from that one any more"),
        "{shown}"
    );
    assert_eq!(copy.now().one(&["release", "--yes"])["at_once"], 1);
    assert_eq!(copy.now().tick(), "accepted 1");
    sends(&copy, &server, "cleo@example.com");
    sends(&door, &server, "dora@example.com");
    assert!(held(&copy.copy()).contains("copied"));
}

#[test]
fn a_backup_in_the_place_of_the_database_holds_however_it_came_there() {
    let server = Server::accepting();
    for back in [
        "rm -f tenure.db*; cp backup/tenure.db .",
        "rm -f tenure.db*; cp -p backup/tenure.db .",
        "rm -f tenure.db-wal tenure.db-shm; cp backup/tenure.db tenure.db",
        "rm -f tenure.db-wal tenure.db-shm; cat backup/tenure.db > tenure.db",
        // The whole folder, over the one that is there, and in its place.
        "rm -f tenure.db-wal tenure.db-shm; cp -a backup/. .",
        "rm -f tenure.* tenure.db-wal; cp -a backup/. .",
    ] {
        let door = live(&server);
        sends(&door, &server, "anna@example.com");
        shell(&door, "mkdir backup; cp -a tenure.db tenure.toml tenure.keys tenure.sent-* backup");
        sends(&door, &server, "bert@example.com");
        let before = server.messages().len();
        shell(&door, back);
        // Bert's license is gone, and Cleo's letter waits for an operator.
        owe(&door, "cleo@example.com");
        let why = held(&door);
        assert!(why.contains("restored"), "{back}: {why}");
        assert_eq!(server.messages().len(), before, "{back}");
        door.now().done(&["release", "--yes"]);
        assert_eq!(door.now().tick(), "accepted 1", "{back}");
        sends(&door, &server, "dora@example.com");
    }
}

/// A live installation that has sent a letter, and whose mark is gone.
fn unmarked(server: &Server) -> Door {
    let door = live(server);
    sends(&door, server, "anna@example.com");
    shell(&door, "rm tenure.sent-*");
    door
}

#[test]
fn a_mark_that_is_gone_holds() {
    let server = Server::accepting();
    let door = unmarked(&server);
    assert!(held(&door).contains("mark"));
    door.now().done(&["release", "--yes"]);
    sends(&door, &server, "bert@example.com");
}

#[test]
fn a_running_process_goes_on_after_an_operator_released_and_another_never_holds_it() {
    let server = Server::accepting();
    let door = unmarked(&server);
    let pages = Served::live(&door, &[]);
    owe(&door, "bert@example.com");
    held(&door);
    let ready = pages.get("/health/ready", &[]);
    assert!(ready.status == 200 && ready.body.contains("sending is held"), "{ready:?}");
    door.now().done(&["release", "--yes"]);
    server.wait_for(2);
    for number in 3..6 {
        owe(&door, "cleo@example.com");
        door.now().one(&["tick"]);
        server.wait_for(number);
    }
    assert!(door.now().one(&["release", "--yes"])["released"].as_array().unwrap().is_empty());
}

#[test]
fn the_sandbox_is_not_bothered() {
    let server = Server::accepting();
    let mut door = Door::open();
    door.set("MAIL__RELAY", &server.url());
    sends(&door, &server, "anna@example.com");
    let copy = door.copy();
    sends(&copy, &server, "bert@example.com");
    // Nor is a sandbox that was made of a live copy; which is held all the same when it is to be live.
    door.set("MODE", "live");
    sends(&door, &server, "cleo@example.com");
    let mut copy = door.copy();
    copy.unset("MODE");
    sends(&copy, &server, "dora@example.com");
    copy.set("MODE", "live");
    owe(&copy, "emil@example.com");
    held(&copy);
}

#[test]
fn several_workers_on_one_server_are_not_held() {
    let (server, place) = (Server::accepting(), Place::postgres());
    let mut door = Door::with(&place.url(), &server);
    door.set("MODE", "live");
    sends(&door, &server, "anna@example.com");
    // One with the same files, and one whose folder has no marks.
    let (second, third) = (door.copy(), door.copy());
    shell(&third, "rm *.sent-*");
    for round in 0..3 {
        for worker in [&second, &door, &third] {
            sends(worker, &server, &format!("bert{round}@example.com"));
        }
    }
}

#[test]
fn a_database_that_was_cloned_on_the_server_holds() {
    let (server, place) = (Server::accepting(), Place::postgres());
    let mut door = Door::with(&place.url(), &server);
    door.set("MODE", "live");
    sends(&door, &server, "anna@example.com");
    let clone = place.cloned();
    let mut other = door.copy();
    other.unset("STORE__URL");
    other.set("STORE__URL", &clone.url());
    owe(&other, "bert@example.com");
    assert!(held(&other).contains("copied"));
    sends(&door, &server, "cleo@example.com");
}

#[test]
fn a_dump_restored_over_its_own_database_holds() {
    let (server, place) = (Server::accepting(), Place::postgres());
    let mut door = Door::with(&place.url(), &server);
    door.set("MODE", "live");
    sends(&door, &server, "anna@example.com");
    shell(&door, &format!("pg_dump -Fc -f backup.dump '{}'", place.url()));
    sends(&door, &server, "bert@example.com");
    shell(&door, &format!("pg_restore --clean --if-exists -d '{}' backup.dump", place.url()));
    owe(&door, "cleo@example.com");
    assert!(held(&door).contains("restored"));
    // For every worker, also one that does not know of it.
    let second = door.copy();
    shell(&second, "rm *.sent-*");
    held(&second);
    second.now().done(&["release", "--yes"]);
    assert_eq!(door.now().tick(), "accepted 1");
    sends(&second, &server, "dora@example.com");
}

#[test]
fn a_database_copied_to_another_engine_holds() {
    let (server, place) = (Server::accepting(), Place::postgres());
    let mut door = live(&server);
    sends(&door, &server, "anna@example.com");
    assert!(door.now().done(&["db", "copy", "--to", &place.url()]).contains("`tenure release`"));
    door.set("STORE__URL", &place.url());
    owe(&door, "bert@example.com");
    assert!(held(&door).contains("copied"));
    assert!(door.now().run(&["doctor"]).out.contains("WRONG  sending"));
    door.now().done(&["release", "--yes"]);
    assert_eq!(door.now().tick(), "accepted 1");
}

on_both_engines! {
    async fn an_installation_is_never_held_by_its_own_letters(url: String) {
        let server = Server::accepting();
        let mut door = Door::with(&url, &server);
        door.set("MODE", "live");
        for round in 0..4 {
            sends(&door, &server, &format!("anna{round}@example.com"));
            assert_eq!(door.now().tick(), "");
            assert!(door.now().run(&["doctor"]).out.contains("nothing holds it"));
        }
    }
}
