//! Nobody gets more mails on a day than the vendor wants: the surplus travels together, and nothing is left out.

use std::collections::BTreeSet;

use serde_json::Value;
use tenure_testbed::{
    on_both_engines,
    patience::becomes,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    bounces::{gone, settled},
    door::{At, Door, counts, end_of, object, text},
    http::Served,
    mail::Mail,
    messages::links,
    metrics::{scrape, watched},
    sign_in::enter,
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
    server.messages().iter().map(|received| Mail::read(received).kind()).collect()
}

/// How many of the licenses each mail tells of.
fn told(server: &Server) -> Vec<usize> {
    let of = |text: String| (0..8).filter(|at| text.contains(&format!("****-****-****-{at:04}"))).count();
    server.messages().iter().map(|received| of(Mail::read(received).text())).collect()
}

/// The path of the link in a mail that declines.
fn decline_link(mail: &Mail<'_>) -> Option<String> {
    let link = mail.header("List-Unsubscribe")?;
    Some(link.trim_matches(['<', '>']).trim_start_matches("http://127.0.0.1:8080").to_owned())
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
            (mail.kind(), (0..8).filter(|at| mail.text().contains(&format!("****-{at:04}"))).count())
        }).collect();
        let counts: Vec<usize> = mails.iter().map(|(_, count)| *count).collect();
        assert!(counts.len() == 4 && counts.iter().sum::<usize>() == 8 && mails.iter().all(|(kind, _)| kind == "renewal-reminder"), "{mails:?}");
    }

    async fn what_falls_due_in_several_claims_fills_the_same_day(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[("MAIL__DIGEST_ABOVE", "9"), ("MAIL__MOST_A_DAY", "10")]);
        door.at(DAY).tick();
        assert_eq!(server.messages().len(), 8);
        let block = |time: &str, licenses: &[&str]| {
            for license in licenses {
                door.at(time).done(&["license", "block", license, "--reason", "other"]);
            }
            door.at(time).tick();
        };
        block("2026-12-01T12:00", &["g-0"]);
        block("2026-12-01T15:00", &["g-1", "g-2", "g-3"]);
        assert_eq!(told(&server), [1, 1, 1, 1, 1, 1, 1, 1, 1, 3]);
    }

    async fn theft_and_deletion_notices_go_by_themselves_and_count_for_nothing(url: String) {
        let server = Server::accepting();
        let mut door = Door::with(&url, &server);
        door.set("MAIL__MOST_A_DAY", "2");
        let superseded = |at| format!("s-{at},AAAA-BBBB-DDDD-000{at},antivirus,anna@example.com,2025-01-01,2026-12-31,2026-11-30,superseded\n");
        let ending = |at| format!("g-{at},AAAA-BBBB-CCCC-000{at},antivirus,anna@example.com,2025-01-01,2026-12-01,,\n");
        let rows: String = (0..2).map(superseded).chain((0..2).map(ending)).collect();
        door.at(IMPORTED).import(&format!("external_id,serial,product,email,registered_on,expires_on,blocked_on,blocked_reason\n{rows}"));
        // The mails of the day so far: one about a theft.
        let morning = "2026-12-01T09:00";
        door.at(morning).refused("no_match", &["license", "renew", "--serial", "AAAA-BBBB-CCCC-9999", "--previous", "AAAA-BBBB-CCCC-0000", "--email", "thief@example.com"]);
        door.at(morning).tick();
        assert_eq!(kinds(&server), ["theft-attempt"]);
        door.at(DAY).tick();
        let mut after = kinds(&server).split_off(1);
        after.sort();
        assert_eq!(after, ["blocked-license-deletion", "blocked-license-deletion", "renewal-reminder", "renewal-reminder"]);
    }

    async fn what_is_renewed_or_blocked_before_the_next_claim_is_told_no_more(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Dot, "451 4.7.1 come back later").first(1)));
        let door = door(&url, &server, &[("MAIL__MOST_A_DAY", "1")]);
        assert_eq!(door.at(DAY).tick(), "planned 8, deferred 8");
        door.at(DAY).done(&["license", "block", "g-7", "--reason", "compromised"]);
        // What went together goes together again, in the same minute and one mail.
        assert_eq!(door.at("2026-12-01T10:06").tick(), "accepted 8");
        assert_eq!(kinds(&server), ["gathered"]);
        assert_eq!(door.at(DAY).lines(&["notice", "list", "--state", "canceled"]).len(), 1);
        let copies = portal(door.at(DAY));
        assert_eq!(copies.len(), 8);
        assert!(copies.iter().all(|copy| text(copy, "kind") != "renewal-reminder" || !copy.to_string().contains("0007")), "{copies:?}");
    }

    async fn what_is_declined_is_in_the_portal_and_fills_no_mail(url: String) {
        let server = Server::accepting();
        let mut door = door(&url, &server, &[("MAIL__DIGEST_ABOVE", "9"), ("MAIL__MOST_A_DAY", "10")]);
        door.at(DAY).tick();
        let messages = server.messages();
        let path = messages.iter().map(Mail::read).find_map(|mail| decline_link(&mail)).expect("a mail that can be declined");
        Served::begin(&door, DAY, &["--role", "web"]).post(&path, &[], "List-Unsubscribe=One-Click");
        door.set("MAIL__MOST_A_DAY", "2");
        // Twenty days after the expiry of three, and forty after that of two: no mail for those any more.
        let later = "2026-12-21T10:00";
        assert_eq!(door.at(later).tick(), "planned 5");
        assert_eq!(door.at(later).lines(&["notice", "list", "--state", "held"]).len(), 5);
        assert_eq!((server.messages().len(), portal(door.at(later)).len()), (8, 13));
    }

    async fn each_message_of_a_gathered_mail_has_its_page_and_says_how_it_came(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[("MAIL__MOST_A_DAY", "1")]);
        door.at(DAY).tick();
        let site = Served::begin(&door, DAY, &["--role", "web"]);
        let anna = enter(&site, &server, "anna@example.com");
        let see = |path: &str| site.get(path, &[("Cookie", &anna), ("Accept-Language", "pl")]);
        let list = links(&see("/my/messages"), "/my/messages/ltr_");
        assert_eq!(list.len(), 8);
        for message in list {
            let page = see(&message);
            assert!(page.words().contains("przyszła razem z innymi w jednym e-mailu"), "{}", page.words());
            assert_eq!(see(&format!("{message}/eml")).status, 200);
        }
        let licenses = door.at(DAY).lines(&["license", "list"]);
        assert_eq!(licenses.len(), 8);
        for license in licenses {
            let page = see(&format!("/my/messages?license={}", text(&license, "id")));
            assert_eq!(links(&page, "/my/messages/ltr_").len(), 1, "{}", page.words());
        }
    }

    async fn metrics_and_forecast_count_notices_however_they_travel(url: String) {
        let server = Server::accepting();
        let mut door = door(&url, &server, &[("MAIL__MOST_A_DAY", "1")]);
        let forecast = door.at(IMPORTED).lines(&["forecast", "--days", "2"]);
        assert_eq!(forecast.iter().map(|line| line["count"].as_u64().unwrap()).sum::<u64>(), 8, "{forecast:?}");
        let served = watched(&mut door);
        // At each scrape all that was ever created has ended or is open.
        let names = ["tenure_attempts_total{outcome=\"accepted\"}", "tenure_notices_created_total{kind=\"renewal-reminder\"}", "tenure_notices_ended_total{kind=\"renewal-reminder\",state=\"accepted\"}", "tenure_lateness_seconds_count{kind=\"renewal-reminder\"}"];
        let mut counted = Vec::new();
        becomes(|| {
            let samples = scrape(&served);
            counted = names.map(|name| samples.get(name).copied()).to_vec();
            counted == [Some(8); 4]
        });
        assert_eq!(counted, [Some(8); 4]);
        assert_eq!(kinds(&server), ["gathered"]);
    }

    async fn killed_after_the_dot_the_same_mail_goes_again_and_nothing_else(url: String) {
        let server = Server::accepting();
        let door = door(&url, &server, &[("MAIL__MOST_A_DAY", "1")]);
        end_of(door.at(DAY).start_with(&[("TENURE_FAIL", "after_dot:1")], &["tick"]));
        assert_eq!((server.messages().len(), door.at(DAY).lines(&["notice", "list", "--state", "sending"]).len()), (1, 8));
        assert_eq!(door.at("2026-12-01T11:00").tick(), "accepted 8");
        let messages = server.messages();
        assert_eq!((messages.len(), kinds(&server)[1].as_str()), (2, "gathered"));
        assert!(messages[0].data == messages[1].data, "the bytes differ");
        assert_eq!(door.at("2026-12-02T11:00").tick(), "");
    }

    async fn two_couriers_at_once_keep_to_the_number_for_every_holder(url: String) {
        let server = Server::accepting();
        let door = Door::with(&url, &server);
        let holders = 25;
        let ends = ["2026-12-31", "2026-12-01", "2026-11-11"];
        // The licenses of each holder lie far apart among those of the others.
        let line = |number: usize| format!("m-{number},AAAA-CCCC-CCCC-{number:04},antivirus,h-{}@example.com,2025-01-01,{}\n", number % holders, ends[number / holders % 3]);
        let rows: String = (0..8 * holders).map(line).collect();
        door.at(IMPORTED).import(&format!("external_id,serial,product,email,registered_on,expires_on\n{rows}"));
        door.at(IMPORTED).done(&["hold", "--why", "until all is planned"]);
        door.at(DAY).done(&["tick"]);
        door.at(DAY).done(&["release"]);
        let couriers = [door.at(DAY).start(&["--json", "tick"]), door.at(DAY).start(&["--json", "tick"])];
        let accepted: Vec<String> = couriers.map(end_of).iter().map(|said| counts(&object(&said.out))).collect();
        let mut mails = std::collections::BTreeMap::<String, usize>::new();
        for received in server.messages() {
            *mails.entry(received.to[0].clone()).or_default() += 1;
        }
        assert_eq!(door.at(DAY).lines(&["notice", "list", "--state", "accepted"]).len(), 8 * holders, "{accepted:?}");
        assert_eq!(mails.len(), holders);
        assert!(mails.values().all(|count| *count == 5), "{mails:?}");
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
