//! A letter must be true when it is sent: whatever happens between planning and sending is seen.

use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, TcpListener, TcpStream},
    sync::mpsc,
    thread,
    time::Duration,
};

use tenure_testbed::{
    on_both_engines,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    delivery::installed,
    door::{INIT, counts, end_of, homes, object, text},
    mail::kinds,
};

const DUE: &str = "2026-12-01T10:00";

/// A relay that lets nobody in.
fn closed() -> Script {
    Script::accepting().rule(Rule::new(Stage::Greeting, Act::ReplyAndDrop("421 4.3.2 closed".to_owned())))
}

on_both_engines! {
    async fn a_license_renewed_blocked_or_corrected_before_the_claim_gets_no_reminder(url: String) {
        let server = Server::start(closed());
        let door = installed(&url, &server, 4);
        assert_eq!(door.at(DUE).tick(), "planned 4, deferred 4");
        let later = "2026-12-01T10:02";
        let new = door.at(later).done(&["license", "issue", "--product", "antivirus", "--email", "c-1@example.com"]);
        door.at(later).done(&["license", "renew", "--serial", &new, "--previous", "AAAA-BBBB-CCCC-0001", "--email", "c-1@example.com"]);
        door.at(later).done(&["license", "block", "c-2"]);
        door.write("new.csv", &homes(3).replace("c-3@example.com,2026-01-01,2026-12-31", "c-3@example.com,2026-01-01,2027-01-31"));
        let said = door.at(later).run(&["import", "--update", "new.csv"]);
        assert_eq!(said.status, Some(0), "{said:?}");
        server.follow(Script::accepting());
        door.at("2026-12-01T10:06").tick();
        let ends: Vec<String> = door.at(later).notices("renewal-reminder").iter().map(|one| format!("{} {} {}", text(one, "external_id"), text(one, "state"), text(one, "reason"))).collect();
        assert_eq!(ends[..3], ["c-1 canceled renewed", "c-2 canceled blocked", "c-3 canceled corrected"]);
        assert!(ends[3].starts_with("c-4 accepted"), "{ends:?}");
        assert_eq!(kinds(&server.messages()).iter().filter(|kind| *kind == "renewal-reminder").count(), 1);
        // The corrected license has a term of its own, with a reminder of its own.
        door.at("2027-01-01T10:00").tick();
        let corrected = door.at(later).lines(&["notice", "list", "--license", "c-3", "--day", "2027-01-01"]);
        assert_eq!((corrected.len(), text(&corrected[0], "step"), text(&corrected[0], "state")), (1, "-30", "accepted"));
    }

    async fn whoever_names_a_blocked_license_gets_one_letter_a_day_about_it(url: String) {
        let server = Server::start(Script::accepting());
        let door = installed(&url, &server, 1);
        door.edit("schedule.toml", "[[notice]]\nkind = \"license-blocked\"\nsend = [\"at once after blocking\"]\n", "");
        door.at(DUE).done(&["license", "block", "c-1"]);
        let name = |at: &str| door.at(at).refused("blocked", &["license", "register", "--serial", "AAAA-BBBB-CCCC-0001", "--email", "c-1@example.com"]);
        for at in ["2026-12-01T10:01", "2026-12-01T10:02", "2026-12-02T10:00", "2026-12-03T10:00"] {
            name(at);
        }
        assert_eq!(door.at("2026-12-03T10:00").notices("license-blocked").len(), 2);
    }

    async fn a_license_blocked_again_is_warned_of_its_deletion_again(url: String) {
        let server = Server::start(Script::accepting());
        let door = installed(&url, &server, 1);
        let block = |at: &str| door.at(at).done(&["license", "block", "c-1", "--reason", "superseded"]);
        let deletes = |at: &str| door.at(at).tick().contains("deleted 1");
        block("2026-12-01T09:00");
        door.at("2026-12-01T10:00").tick();
        door.at("2026-12-10T10:00").done(&["license", "lift", "c-1"]);
        block("2026-12-20T09:00");
        assert!(!deletes("2026-12-20T10:00"));
        let warnings = door.at("2026-12-20T10:01").notices("blocked-license-deletion");
        let days: Vec<String> = warnings.iter().map(|one| format!("{} {}", text(one, "due_on"), text(one, "state"))).collect();
        assert_eq!(days, ["2026-12-01 accepted", "2026-12-20 accepted"]);
        // The first warning named the last day of the year; it was taken back, and the second holds.
        assert!(!deletes("2027-01-19T09:59"));
        assert!(deletes("2027-01-19T10:00"));
    }

    async fn a_license_blocked_while_its_answer_is_lost_gets_nothing_more(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop).first(1)));
        let door = installed(&url, &server, 1);
        assert_eq!(door.at(DUE).tick(), "planned 1, deferred 1");
        door.edit("schedule.toml", "[[notice]]\nkind = \"license-blocked\"\nsend = [\"at once after blocking\"]\n", "");
        door.at("2026-12-01T10:01").done(&["license", "block", "c-1"]);
        door.at("2026-12-01T10:05").tick();
        assert_eq!(server.messages().len(), 1);
        let notice = door.at(DUE).notice("renewal-reminder");
        assert_eq!((text(&notice, "state"), text(&notice, "reason")), ("canceled", "blocked"));
    }

    async fn a_claim_that_grew_old_is_checked_again_before_the_message_is_sent(url: String) {
        let server = Server::accepting();
        let mut door = installed(&url, &server, 2);
        let gate = Gate::before(&server);
        door.set("MAIL__RELAY", &gate.url());
        let round = door.at(DUE).start(&["--json", "tick"]);
        gate.somebody_waits();
        door.at(DUE).done(&["license", "block", "c-1"]);
        // A claim is old after two seconds: that these have passed is no event one could wait for.
        tokio::time::sleep(Duration::from_millis(2100)).await;
        gate.open();
        let told = end_of(round);
        assert_eq!(counts(&object(&told.out)), "planned 2, accepted 2, deferred 1", "{told:?}");
        door.at("2026-12-01T10:05").tick();
        let ends: Vec<String> = door.at(DUE).notices("renewal-reminder").iter().map(|one| format!("{} {}", text(one, "external_id"), text(one, "state"))).collect();
        assert_eq!(ends, ["c-1 canceled", "c-2 accepted"]);
        assert_eq!(kinds(&server.messages()), ["license-blocked", "renewal-reminder"]);
    }

    async fn a_step_taken_from_the_schedule_is_no_longer_sent(url: String) {
        let server = Server::start(closed());
        let door = installed(&url, &server, 1);
        assert_eq!(door.at(DUE).tick(), "planned 1, deferred 1");
        door.edit("schedule.toml", "send = [\"30 days before expiry\", \"on expiry\"", "send = [\"on expiry\"");
        server.follow(Script::accepting());
        assert_eq!(door.at("2026-12-01T10:05").tick(), "canceled 1");
        let notice = door.at(DUE).notice("renewal-reminder");
        assert_eq!((text(&notice, "state"), text(&notice, "reason")), ("canceled", "unscheduled"));
    }

    async fn the_letter_goes_to_the_address_the_license_has_when_it_is_sent(url: String) {
        let server = Server::start(closed());
        let door = installed(&url, &server, 1);
        door.at(DUE).tick();
        door.write("new.csv", &homes(1).replace("c-1@example.com", "new@example.com"));
        door.at("2026-12-01T10:01").done(&["import", "--update", "new.csv"]);
        server.follow(Script::accepting());
        assert_eq!(door.at("2026-12-01T10:05").tick(), "accepted 1");
        assert_eq!(server.messages()[0].to, ["new@example.com"]);
    }

    async fn an_import_and_a_first_pass_flood_nobody(url: String) {
        let server = Server::accepting();
        let door = crate::door::Door::with(&url, &server);
        door.at("2026-12-31T12:00").import(&homes(5));
        assert_eq!(door.at("2026-12-31T12:00").tick(), "");
        assert_eq!(door.at(INIT).tick(), "");
        assert_eq!(door.at("2027-01-20T10:00").tick(), "planned 5, accepted 5");
    }
}

/// Stands before a relay and lets connections in when told to.
struct Gate {
    port: u16,
    waiting: mpsc::Receiver<()>,
    opening: mpsc::Sender<()>,
}

impl Gate {
    fn before(server: &Server) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (waits, waiting) = mpsc::channel();
        let (opening, opened) = mpsc::channel();
        let relay = server.address();
        thread::spawn(move || {
            for (number, client) in listener.incoming().map_while(Result::ok).enumerate() {
                let _ = waits.send(());
                // Who comes first waits until the gate is opened; the others find it open.
                if number == 0 && opened.recv().is_err() {
                    return;
                }
                let server = TcpStream::connect(relay).unwrap();
                pass(client.try_clone().unwrap(), server.try_clone().unwrap());
                pass(server, client);
            }
        });
        Self { port, waiting, opening }
    }

    fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    fn somebody_waits(&self) {
        self.waiting.recv().unwrap();
    }

    fn open(&self) {
        self.opening.send(()).unwrap();
    }
}

/// Hands on what comes, to the end.
fn pass(mut from: TcpStream, mut to: TcpStream) {
    thread::spawn(move || {
        let mut octets = [0; 4096];
        while let Ok(read) = from.read(&mut octets) {
            if read == 0 || to.write_all(&octets[..read]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Write);
    });
}
