//! Each letter goes out exactly once, and what the relay said of it is kept.

use std::collections::BTreeSet;

use tenure_testbed::{
    on_both_engines,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    door::{At, Door, INIT, counts, end_of, homes, object, text},
    letters::MINE,
    mail::Mail,
};

/// When the reminder 30 days before expiry falls due.
const DUE: &str = "2026-12-01T10:00";

/// An installation with so many licenses of homes, whose first pass is over.
pub(crate) fn installed(url: &str, server: &Server, licenses: usize) -> Door {
    let door = Door::with(url, server);
    door.at(INIT).import(&homes(licenses));
    assert_eq!(door.at(INIT).tick(), "");
    door
}

fn script(stage: Stage, act: Act) -> Script {
    Script::accepting().rule(Rule::new(stage, act))
}

fn reply(words: &str) -> Act {
    Act::Reply(words.to_owned())
}

/// A row of the import, made over to a company.
fn one_address(row: &str) -> String {
    let fields: Vec<&str> =
        row.split(',').map(|field| if field.contains('@') { "it@company.example" } else { field }).collect();
    format!("{}\n", fields.join(","))
}

/// The state and reason of the only reminder.
fn reminder(at: At<'_>) -> (String, String) {
    let notice = at.notice("renewal-reminder");
    (text(&notice, "state").to_owned(), text(&notice, "reason").to_owned())
}

on_both_engines! {
    async fn a_letter_that_is_taken_is_accepted_with_the_relays_words(url: String) {
        let server = Server::start(script(Stage::Dot, reply("250 2.0.0 queued as 4F7")));
        let door = installed(&url, &server, 1);
        assert_eq!(door.at("2026-12-01T09:59").tick(), "");
        assert_eq!(door.at(DUE).tick(), "planned 1, accepted 1");
        let notice = door.at(DUE).notice("renewal-reminder");
        assert_eq!((text(&notice, "state"), text(&notice, "accepted_at")), ("accepted", "2026-12-01T10:00:00Z"));
        assert!(text(&notice, "reason").contains("2.0.0 queued as 4F7"), "{notice}");
        let attempt = &notice["attempts"][0];
        assert_eq!((attempt["number"].as_u64(), text(attempt, "outcome")), (Some(1), "accepted"));
        assert!(text(attempt, "reply").contains("queued as 4F7"), "{attempt}");
        let messages = server.messages();
        assert_eq!(text(&notice, "message_id"), Mail::read(&messages[0]).message_id());
    }

    async fn a_letter_put_off_goes_five_minutes_later_and_once(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Dot, "451 4.7.1 come back later").first(1)));
        let door = installed(&url, &server, 1);
        assert_eq!(door.at(DUE).tick(), "planned 1, deferred 1");
        assert_eq!(reminder(door.at(DUE)), ("due".to_owned(), String::new()));
        assert_eq!(door.at("2026-12-01T10:04").tick(), "");
        assert_eq!(door.at("2026-12-01T10:04:59").tick(), "");
        assert_eq!(door.at("2026-12-01T10:05").tick(), "accepted 1");
        assert_eq!(door.at("2026-12-01T10:06").tick(), "");
        assert_eq!(server.messages().len(), 1);
        let notice = door.at("2026-12-01T10:06").notice("renewal-reminder");
        let outcomes: Vec<&str> = notice["attempts"].as_array().unwrap().iter().map(|attempt| text(attempt, "outcome")).collect();
        assert_eq!(outcomes, ["later", "accepted"]);
        assert!(text(&notice["attempts"][0], "reply").contains("451 4.7.1 come back later"), "{notice}");
    }

    async fn after_a_refusal_the_words_are_written_anew_under_the_same_message_id(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Dot, "451 4.7.1 come back later").first(1)));
        let door = installed(&url, &server, 1);
        door.at(DUE).tick();
        let promised = door.at(DUE).notice("renewal-reminder");
        assert_eq!(door.at("2026-12-02T10:00").tick(), "accepted 1");
        let messages = server.messages();
        let mail = Mail::read(&messages[0]);
        assert!(mail.says("expires in 29 days") && !mail.says("30 days"), "{}", mail.text());
        assert_eq!(mail.header("Date").unwrap(), "Wed, 2 Dec 2026 10:00:00 +0000");
        assert_eq!(mail.message_id(), text(&promised, "message_id"));
    }

    async fn an_address_that_does_not_exist_ends_as_failed_with_the_relays_words(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Rcpt, "550 5.1.1 no such user here").to("c-2@example.com")));
        let door = installed(&url, &server, 3);
        assert_eq!(door.at(DUE).tick(), "planned 3, accepted 2, failed 1");
        let failed = door.at(DUE).lines(&["notice", "list", "--state", "failed"]);
        assert_eq!((failed.len(), text(&failed[0], "external_id")), (1, "c-2"));
        assert!(text(&failed[0], "reason").contains("550 5.1.1 no such user here"), "{failed:?}");
        let shown = door.at(DUE).one(&["notice", "show", text(&failed[0], "id")]);
        assert_eq!(text(&shown["attempts"][0], "outcome"), "never");
        assert!(text(&shown["attempts"][0], "reply").contains("550 5.1.1 no such user here"), "{shown}");
        assert_eq!(door.at("2026-12-02T10:00").tick(), "");
    }

    async fn one_letter_that_breaks_holds_up_no_other(url: String) {
        let poison = Rule::new(Stage::Data, Act::Drop).to("c-1@example.com");
        let server = Server::start(Script::accepting().rule(poison).rule(Rule::reply(Stage::Rcpt, "451 4.3.0 busy").to("c-3@example.com").first(1)));
        let door = installed(&url, &server, 4);
        assert_eq!(door.at(DUE).tick(), "planned 4, accepted 2, deferred 2");
        assert_eq!(door.at("2026-12-01T10:05").tick(), "accepted 1, deferred 1");
        assert_eq!(server.messages().len(), 3);
    }

    async fn after_five_days_a_letter_is_given_up(url: String) {
        let server = Server::start(script(Stage::Mail, reply("451 4.3.0 mailbox busy")));
        let door = installed(&url, &server, 1);
        assert_eq!(door.at(DUE).tick(), "planned 1, deferred 1");
        for day in ["02", "03", "04", "05"] {
            assert_eq!(door.at(&format!("2026-12-{day}T10:00")).tick(), "deferred 1", "{day}");
        }
        assert_eq!(door.at("2026-12-06T08:30").tick(), "failed 1");
        let (state, reason) = reminder(door.at("2026-12-06T08:30"));
        assert_eq!(state, "failed");
        assert!(reason.contains("given up after 6 attempts") && reason.contains("451 4.3.0 mailbox busy"), "{reason}");
        assert_eq!(door.at("2026-12-07T10:00").tick(), "");
    }

    async fn when_the_answer_to_the_final_dot_is_lost_the_same_bytes_go_again(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop).first(1)));
        let door = installed(&url, &server, 1);
        assert_eq!(door.at(DUE).tick(), "planned 1, deferred 1");
        assert_eq!(reminder(door.at(DUE)).0, "unknown");
        assert_eq!(door.at("2026-12-01T10:04").tick(), "");
        assert_eq!(door.at("2026-12-03T10:00").tick(), "accepted 1");
        let messages = server.messages();
        assert_eq!(messages.len(), 2);
        assert_eq!(messages[0].text(), messages[1].text());
        assert!(Mail::read(&messages[1]).says("expires in 30 days"));
    }

    async fn the_same_bytes_go_again_whatever_an_operator_changed_in_between(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop).first(2)));
        let mut door = installed(&url, &server, 2);
        std::fs::create_dir_all(door.file("letters/renewal-reminder")).unwrap();
        door.write("letters/layout.html", "<main>{{ body }}</main>{{ reasons }}");
        assert_eq!(door.at(DUE).tick(), "planned 2, deferred 2");
        door.write("letters/layout.html", "<div>{{ body }}</div>{{ reasons }}");
        door.write("letters/renewal-reminder/en.md", MINE);
        door.set("VENDOR__COLOR", "#aa0000");
        door.set("VENDOR__NAME", "Another Name");
        assert_eq!(door.at("2026-12-03T10:00").tick(), "accepted 2");
        let mut sent: Vec<String> = server.messages().iter().map(tenure_testbed::smtp::Received::text).collect();
        sent.sort_unstable();
        assert_eq!(sent.len(), 4);
        assert!(sent[0] == sent[1] && sent[2] == sent[3]);
        assert!(sent[0].contains("<main>"), "{}", sent[0]);
    }

    async fn after_a_day_without_a_relay_only_the_newest_step_goes(url: String) {
        let server = Server::start(script(Stage::Greeting, Act::ReplyAndDrop("421 4.3.2 shutting down".to_owned())));
        let door = Door::with(&url, &server);
        door.edit("schedule.toml", "send = [\"30 days before expiry\"", "send = [\"31 days before expiry\", \"30 days before expiry\"");
        door.at(INIT).import(&homes(1));
        door.at(INIT).tick();
        assert_eq!(door.at("2026-11-30T10:00").tick(), "planned 1, deferred 1");
        assert_eq!(door.at("2026-11-30T22:00").tick(), "deferred 1");
        server.follow(Script::accepting());
        assert_eq!(door.at(DUE).tick(), "planned 1, accepted 1, superseded 1");
        let messages = server.messages();
        assert_eq!(messages.len(), 1);
        assert_eq!(Mail::read(&messages[0]).header("X-Tenure-Step").as_deref(), Some("-30"));
        let ends: Vec<(String, String)> = door.at(DUE).notices("renewal-reminder").iter().map(|one| (text(one, "step").to_owned(), text(one, "state").to_owned())).collect();
        assert_eq!(ends, [("-31".to_owned(), "superseded".to_owned()), ("-30".to_owned(), "accepted".to_owned())]);
    }

    async fn a_round_done_twice_is_a_round_done_once(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 3);
        assert_eq!(door.at(DUE).tick(), "planned 3, accepted 3");
        for again in [DUE, DUE, "2026-12-01T10:01", "2026-12-02T11:00"] {
            assert_eq!(door.at(again).tick(), "", "{again}");
        }
        assert_eq!(server.messages().len(), 3);
    }

    async fn two_rounds_at_the_same_time_send_each_letter_once(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 40);
        // Six begin one after another while the first ones speak: none may take what another is sending for lost.
        let rounds: Vec<_> = (0..6).map(|_| door.at(DUE).start(&["--json", "tick"])).collect();
        let told: Vec<_> = rounds.into_iter().map(end_of).collect();
        let sum = |name: &str| told.iter().map(|said| object(&said.out)[name].as_u64().unwrap()).sum::<u64>();
        assert_eq!((sum("planned"), sum("accepted"), sum("deferred")), (40, 40, 0), "{told:?}");
        let messages = server.messages();
        let ids: BTreeSet<String> = messages.iter().map(|received| Mail::read(received).message_id()).collect();
        assert_eq!((messages.len(), ids.len()), (40, 40));
        assert_eq!(door.at(DUE).tick(), "");
    }

    async fn more_than_three_licenses_of_one_holder_are_told_in_one_letter(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop).first(1)));
        let door = Door::with(&url, &server);
        door.at(INIT).import(&homes(5).lines().map(one_address).collect::<String>());
        door.at(INIT).tick();
        assert_eq!(door.at(DUE).tick(), "planned 5, deferred 5");
        // Its answer was lost: the same letter with the same licenses goes again, though one of them is out of it now.
        door.edit("schedule.toml", "[[notice]]\nkind = \"license-blocked\"\nsend = [\"at once after blocking\"]\n", "");
        door.at("2026-12-01T10:01").done(&["license", "block", "c-3"]);
        door.at("2026-12-01T10:06").tick();
        let messages = server.messages();
        assert_eq!(messages.len(), 2);
        assert_eq!(messages[0].text(), messages[1].text());
        let licenses = Mail::read(&messages[0]).header("X-Tenure-License").unwrap();
        assert_eq!(licenses.matches("lic_").count(), 5);
        let notices = door.at(DUE).notices("renewal-reminder");
        let ends: Vec<&str> = notices.iter().map(|notice| text(notice, "state")).collect();
        assert_eq!(ends, ["accepted", "accepted", "canceled", "accepted", "accepted"]);
        assert!(notices.iter().all(|notice| text(notice, "message_id") == Mail::read(&messages[0]).message_id()), "{notices:?}");
    }

    async fn up_to_three_licenses_of_one_holder_are_told_one_by_one(url: String) {
        let server = Server::accepting();
        let door = Door::with(&url, &server);
        door.at(INIT).import(&homes(3).lines().map(one_address).collect::<String>());
        door.at(INIT).tick();
        assert_eq!(door.at(DUE).tick(), "planned 3, accepted 3");
        assert_eq!(server.messages().len(), 3);
    }

    async fn an_operator_cancels_what_waits_and_sends_again_under_a_new_message_id(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Rcpt, "451 4.7.1 later").to("c-1@example.com")));
        let door = installed(&url, &server, 2);
        assert_eq!(door.at(DUE).tick(), "planned 2, accepted 1, deferred 1");
        let notices = door.at(DUE).notices("renewal-reminder");
        let (waiting, sent) = (text(&notices[0], "id"), text(&notices[1], "id"));
        door.at(DUE).done(&["notice", "cancel", waiting]);
        door.at(DUE).refused("notice_ended", &["notice", "cancel", waiting]);
        door.at(DUE).refused("notice_ended", &["notice", "cancel", sent]);
        let again = door.at("2026-12-03T12:00").one(&["notice", "resend", sent]);
        assert_eq!(counts(&door.at("2026-12-03T12:00").one(&["tick"])), "accepted 1");
        let messages = server.messages();
        let ids: Vec<String> = messages.iter().map(|received| Mail::read(received).message_id()).collect();
        assert_eq!(ids.len(), 2);
        assert_ne!(ids[0], ids[1]);
        let shown = door.at(DUE).one(&["notice", "show", text(&again, "id")]);
        assert_eq!((text(&shown, "state"), text(&shown, "message_id")), ("accepted", ids[1].as_str()));
        let canceled = door.at(DUE).one(&["notice", "show", waiting]);
        assert_eq!((text(&canceled, "state"), text(&canceled, "reason")), ("canceled", "operator"));
    }
}
