//! Nobody gets more mails on a day than the vendor wants: the surplus travels together, and nothing is left out.

use std::collections::BTreeSet;

use serde_json::Value;
use tenure_testbed::{
    on_both_engines,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    bounces::{gone, settled},
    door::{At, Door, text},
    mail::Mail,
};

const IMPORTED: &str = "2026-11-30T09:00";
const DAY: &str = "2026-12-01T10:00";

/// Licenses of one holder: three that expire in thirty days, three today, and two twenty days ago.
fn crowd() -> String {
    let ends = ["2026-12-31", "2026-12-01", "2026-11-11"].map(|day| [day; 3]).concat();
    let line = |(at, day): (usize, &&str)| {
        format!("g-{at},AAAA-BBBB-CCCC-{at:04},antivirus,anna@example.com,Anna Nowak,pl,2025-01-01,{day}\n")
    };
    let lines: String = ends.iter().take(8).enumerate().map(line).collect::<Vec<_>>().concat();
    format!("external_id,serial,product,email,name,language,registered_on,expires_on\n{lines}")
}

fn door(url: &str, server: &Server, settings: &[(&str, &str)]) -> Door {
    let mut door = Door::with(url, server);
    for (setting, value) in settings {
        door.set(setting, value);
    }
    door.at(IMPORTED).import(&crowd());
    door
}

fn kinds(server: &Server) -> Vec<String> {
    server.messages().iter().map(|received| Mail::read(received).kind().to_owned()).collect()
}

/// The messages in the portal, as they are exported.
fn portal(at: At<'_>) -> Vec<Value> {
    at.one(&["export", "holder", "anna@example.com"])["messages"].as_array().unwrap().clone()
}

on_both_engines! {
    async fn the_surplus_of_a_day_travels_together_and_each_is_in_the_portal(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[]);
        assert_eq!(door.at(DAY).tick(), "planned 8, accepted 8");
        let mut kinds = kinds(&server);
        kinds.sort();
        assert_eq!(kinds, ["gathered", "renewal-reminder", "renewal-reminder", "renewal-reminder", "renewal-reminder"]);
        let messages = server.messages();
        let gathered = messages.iter().map(Mail::read).find(|mail| mail.kind() == "gathered").unwrap();
        assert!(gathered.says("4 wiadomości o Twoich licencjach"), "{}", gathered.text());
        assert!(!gathered.text().contains("license"), "never two languages: {}", gathered.text());
        // Each notice is settled by its mail, and has its own copy.
        let sent = door.at(DAY).lines(&["notice", "list", "--state", "accepted"]);
        let ids: BTreeSet<&str> = sent.iter().map(|notice| text(notice, "message_id")).collect();
        assert_eq!((sent.len(), ids.len()), (8, 5), "{sent:?}");
        let copies = portal(door.at(DAY));
        assert_eq!(copies.len(), 8);
        assert!(copies.iter().all(|copy| !copy.to_string().contains("4 wiadomości")), "{copies:?}");
        // The serial numbers of those that it brings stand in it, and in no other mail.
        for received in &messages {
            let mail = Mail::read(received);
            let named = (0..8).filter(|at| mail.text().contains(&format!("****-****-****-{at:04}"))).count();
            assert_eq!(named, if mail.kind() == "gathered" { 4 } else { 1 }, "{}", mail.text());
        }
        assert_eq!(door.at(DAY).tick(), "");
    }

    async fn what_comes_after_the_last_mail_goes_the_same_day_as_one_more(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[]);
        door.at(DAY).tick();
        let later = "2026-12-01T15:00";
        for license in ["g-0", "g-1", "g-2"] {
            door.at(later).done(&["license", "block", license, "--reason", "other"]);
        }
        assert_eq!(door.at(later).tick(), "accepted 3");
        assert_eq!((server.messages().len(), kinds(&server).pop().unwrap()), (6, "gathered".to_owned()));
        // The next day begins anew.
        for license in ["g-3", "g-4"] {
            door.at("2026-12-02T00:30").done(&["license", "block", license, "--reason", "other"]);
        }
        door.at("2026-12-02T00:30").tick();
        assert_eq!(kinds(&server)[6..], ["license-blocked", "license-blocked"]);
    }

    async fn key_files_go_by_themselves_however_many(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[("MAIL__MOST_A_DAY", "1")]);
        door.at(DAY).tick();
        for _ in 0..3 {
            let serial = door.at(DAY).done(&["license", "issue", "--product", "enterprise-suite"]);
            door.at(DAY).done(&["license", "register", "--serial", &serial, "--email", "anna@example.com"]);
        }
        door.at(DAY).tick();
        assert_eq!(kinds(&server), ["gathered", "key-file", "key-file", "key-file"]);
    }

    async fn both_numbers_are_settings(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[("MAIL__DIGEST_ABOVE", "2"), ("MAIL__MOST_A_DAY", "4")]);
        assert_eq!(door.at(DAY).tick(), "planned 8, accepted 8");
        let mails: Vec<(String, usize)> = server.messages().iter().map(|received| {
            let mail = Mail::read(received);
            (mail.kind().to_owned(), (0..8).filter(|at| mail.text().contains(&format!("****-{at:04}"))).count())
        }).collect();
        let counts: Vec<usize> = mails.iter().map(|(_, count)| *count).collect();
        assert!(counts.len() == 4 && counts.iter().sum::<usize>() == 8 && mails.iter().all(|(kind, _)| kind == "renewal-reminder"), "{mails:?}");
    }

    async fn a_gathered_mail_whose_answer_was_lost_goes_again_with_the_same_bytes(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop).first(1)));
        let door = door(&url, &server, &[("MAIL__MOST_A_DAY", "1")]);
        assert_eq!(door.at(DAY).tick(), "planned 8, deferred 8");
        assert_eq!(door.at("2026-12-02T10:00").tick(), "accepted 8");
        let messages = server.messages();
        assert_eq!((messages.len(), kinds(&server)[0].as_str()), (2, "gathered"));
        assert!(messages[0].data == messages[1].data && Mail::read(&messages[0]).message_id() == Mail::read(&messages[1]).message_id());
    }

    async fn a_gathered_mail_that_comes_back_ends_all_that_it_brought(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[("MAIL__MOST_A_DAY", "1"), ("MAIL__RETURN_PATH", "bounces@vendor.example")]);
        assert_eq!(door.at(DAY).tick(), "planned 8, accepted 8");
        let return_path = server.messages()[0].from.clone();
        assert_eq!(settled(&door, "2026-12-01T11:00", &gone(&return_path)), "bounced");
        assert_eq!(door.at(DAY).lines(&["notice", "list", "--state", "bounced"]).len(), 8);
        let each = door.at(DAY).lines(&["notice", "list"]);
        for notice in &each {
            let shown = door.at(DAY).one(&["notice", "show", text(notice, "id")]);
            assert_eq!(shown["reports"][0]["what"], "no_address", "{shown}");
        }
        assert_eq!(portal(door.at(DAY)).len(), 8);
    }
}
