//! The courier's flow: what is our own fault costs no letter anything, and nothing waits for what hangs.

use std::process::Command;

use tenure_testbed::{
    engines::Place,
    on_both_engines,
    patience::becomes,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    delivery::installed,
    door::{Door, text},
    mail::Mail,
};

const DUE: &str = "2026-12-01T10:00";

/// A worker that runs until it is told to end; killed when the test is over.
struct Worker(std::process::Child);

impl Worker {
    fn start(door: &Door) -> Self {
        Self(door.at(DUE).start(&["serve", "--role", "worker"]))
    }

    fn asked_to_end(&self) {
        assert!(Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().unwrap().success());
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How many notices are in a state.
fn count(door: &Door, state: &str) -> usize {
    door.at(DUE).lines(&["notice", "list", "--state", state]).len()
}

/// A relay that takes every reminder and never says so.
fn hanging_over_reminders() -> Script {
    (1..=30).fold(Script::accepting(), |script, number| {
        script.rule(Rule::new(Stage::Dot, Act::Hang).to(&format!("c-{number}@example.com")))
    })
}

#[test]
fn a_relay_that_wants_a_token_gets_the_one_that_the_file_holds_now() {
    let place = Place::sqlite();
    let server = Server::start(Script::accepting().token("robot@vendor.example", "good-token"));
    let mut door = installed(&place.url(), &server, 1);
    door.unset("MAIL__RELAY");
    door.set("MAIL__RELAY", &format!("smtp://robot%40vendor.example@127.0.0.1:{}", server.port()));
    door.set("MAIL__TOKEN_FILE", "relay-token");
    door.write("relay-token", "old-token");
    assert_eq!(door.at(DUE).tick(), "planned 1, deferred 1");
    let doctor = door.at(DUE).run(&["doctor"]);
    assert!(doctor.out.contains("535 5.7.8") && !doctor.out.contains("old-token"), "{doctor:?}");
    door.write("relay-token", "good-token\n");
    assert_eq!(door.at("2026-12-01T12:00").tick(), "accepted 1");
    assert!(door.at(DUE).run(&["doctor"]).out.contains("signed in"));
}

on_both_engines! {
    async fn ten_days_of_a_wrong_set_up_or_a_relay_away_cost_no_letter(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let faults = [
            Script::accepting().account("user", "secret"),
            Script::accepting().rule(Rule::reply(Stage::Rcpt, "550 5.7.1 not from you")),
            Script::accepting().rule(Rule::new(Stage::Greeting, Act::Drop)),
            Script::accepting().rule(Rule::reply(Stage::Ehlo, "421 4.3.2 too busy")),
        ];
        for day in 1..=10 {
            server.follow(faults[day % faults.len()].clone());
            let planned = if day == 1 { "planned 1, " } else { "" };
            assert_eq!(door.at(&format!("2026-12-{day:02}T10:00")).tick(), format!("{planned}deferred 1"), "day {day}");
        }
        server.follow(Script::accepting());
        assert_eq!(door.at("2026-12-11T10:00").tick(), "accepted 1");
        let notice = door.at("2026-12-11T10:00").notice("renewal-reminder");
        assert_eq!((text(&notice, "state"), notice["attempts"].as_array().unwrap().len()), ("accepted", 11));
    }

    async fn a_relay_that_is_away_is_asked_for_a_few_letters_only(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Greeting, Act::Drop)));
        let door = installed(&url, &server, 60);
        door.at(DUE).tick();
        assert!(server.connections() <= 8, "{} letters knocked at a closed door", server.connections());
        assert_eq!(count(&door, "due"), 60);
        server.follow(Script::accepting());
        assert_eq!(door.at("2026-12-01T10:02").tick(), "accepted 60");
    }

    async fn a_lost_answer_stays_lost_whatever_comes_after_it(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop).first(1)));
        let door = installed(&url, &server, 1);
        door.at(DUE).tick();
        server.follow(Script::accepting().rule(Rule::reply(Stage::Dot, "451 4.3.0 not now")));
        door.at("2026-12-02T10:00").tick();
        assert_eq!(text(&door.at(DUE).notice("renewal-reminder"), "state"), "unknown");
        server.follow(Script::accepting());
        assert_eq!(door.at("2026-12-03T10:00").tick(), "accepted 1");
        let messages = server.messages();
        assert_eq!((messages.len(), messages[0].text()), (2, messages[1].text()));
    }

    async fn a_key_file_does_not_wait_for_reminders_that_hang(url: String) {
        let server = Server::start(hanging_over_reminders());
        let door = installed(&url, &server, 30);
        let _worker = Worker::start(&door);
        server.wait_for(6);
        let serial = door.at(DUE).done(&["license", "issue", "--product", "antivirus"]);
        door.at(DUE).done(&["license", "register", "--serial", &serial, "--email", "new@example.com"]);
        let has_come = || server.messages().iter().any(|message| Mail::read(message).kind() == "key-file");
        assert!(becomes(|| { count(&door, "accepted") > 0 && has_come() }));
        assert!(becomes(|| count(&door, "sending") == 30), "reminders speak or wait: {} do", count(&door, "sending"));
    }

    async fn a_courier_told_to_end_gives_back_what_it_has_not_begun(url: String) {
        let server = Server::start(hanging_over_reminders());
        let door = installed(&url, &server, 30);
        let worker = Worker::start(&door);
        server.wait_for(6);
        assert!(becomes(|| count(&door, "sending") > 6));
        worker.asked_to_end();
        assert!(becomes(|| (count(&door, "sending"), count(&door, "due")) == (6, 24)), "{} sending", count(&door, "sending"));
        let waiting = &door.at(DUE).lines(&["notice", "list", "--state", "due"])[0];
        let shown = door.at(DUE).one(&["notice", "show", text(waiting, "id")]);
        assert_eq!(shown["attempts"].as_array().unwrap().len(), 0, "what was not begun was no attempt: {shown}");
        // Another courier may have them at once.
        server.follow(Script::accepting());
        assert_eq!(door.at(DUE).tick(), "accepted 24");
    }
}

#[test]
fn several_relays_share_and_one_that_is_away_is_replaced() {
    let place = Place::sqlite();
    let (first, second, reserve) = (Server::accepting(), Server::accepting(), Server::accepting());
    let mut door = installed(&place.url(), &first, 30);
    door.unset("MAIL__RELAY");
    let relays = format!(
        "relays = [{{ url = {:?}, weight = 2 }}, {{ url = {:?} }}, {{ url = {:?}, order = 2 }}]",
        first.url(),
        second.url(),
        reserve.url()
    );
    door.edit("tenure.toml", "relays = []", &relays);
    assert_eq!(door.at(DUE).tick(), "planned 30, accepted 30");
    let of = |server: &Server| server.messages().len();
    assert_eq!((of(&first) + of(&second), of(&reserve)), (30, 0));
    // One that is busy is passed over, so the shares are not exact.
    assert!(of(&first).min(of(&second)) >= 5, "{} and {}", of(&first), of(&second));

    let gone = Script::accepting().rule(Rule::new(Stage::Greeting, Act::Drop));
    first.follow(gone.clone());
    second.follow(gone);
    first.close_connections();
    second.close_connections();
    assert_eq!(door.at("2026-12-31T10:00").tick(), "planned 30, accepted 30");
    assert_eq!(of(&reserve), 30);
    assert!(first.connections() + second.connections() <= 40, "they were left alone");
}

#[test]
fn a_domains_rate_puts_letters_off_and_holds_up_no_other_domain() {
    let place = Place::sqlite();
    let server = Server::accepting();
    let door = installed(&place.url(), &server, 3);
    door.edit("tenure.toml", "domain_rate = {}", "domain_rate = { \"example.com\" = 1 }");
    let serial = door.at(DUE).done(&["license", "issue", "--product", "enterprise-suite"]);
    door.at(DUE).done(&["license", "register", "--serial", &serial, "--email", "it@company.example"]);
    assert_eq!(door.at(DUE).tick(), "planned 3, accepted 2");
    assert_eq!(door.at("2026-12-01T10:00:30").tick(), "");
    assert_eq!(door.at("2026-12-01T10:01:00.5").tick().split(',').next(), Some("accepted 1"));
}
