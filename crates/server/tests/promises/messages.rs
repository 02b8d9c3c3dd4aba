//! *Messages* in the portal: found again, saved and marked.

use std::fmt::Write as _;

use tenure_testbed::{on_both_engines, smtp::Server};

use crate::{
    delivery::installed,
    door::Door,
    http::{Answer, Served},
    mail::Mail,
    sign_in::{DUE, enter},
};

/// Licenses of one holder, registered one by one: each brings a key file, an offer and an invitation.
fn registered(door: &Door, email: &str, count: usize) {
    let mut rows = "external_id,serial,product,email,months\n".to_owned();
    for number in 0..count {
        writeln!(rows, "{email}-{number},DDDD-BBBB-CCCC-{number:04},antivirus,{email},12").unwrap();
    }
    door.at(DUE).import(&rows);
    for number in 0..count {
        let serial = format!("DDDD-BBBB-CCCC-{number:04}");
        door.at(DUE).done(&["license", "register", "--serial", &serial, "--email", email]);
    }
}

/// The addresses on a page that begin so, each once.
pub(crate) fn links(page: &Answer, beginning: &str) -> Vec<String> {
    let body = page.body.replace("&#x2f;", "/").replace("&amp;", "&");
    let mut found: Vec<String> = Vec::new();
    for rest in body.split("href=\"").skip(1).filter(|rest| rest.starts_with(beginning)) {
        let link = rest.split('"').next().unwrap_or_default().to_owned();
        if !found.contains(&link) {
            found.push(link);
        }
    }
    found
}

/// The option of a choice that holds these words.
fn option(page: &Answer, words: &str) -> String {
    let body = page.body.replace("&#x2f;", "/");
    let found = body
        .split("<option value=\"")
        .skip(1)
        .find(|rest| rest.split("</option>").next().is_some_and(|option| option.contains(words)));
    found.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("no {words}: {body}")).to_owned()
}

on_both_engines! {
    async fn a_saved_message_is_octet_for_octet_what_the_relay_got(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        registered(&door, "anna@example.com", 1);
        door.at(DUE).tick();
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let (anna, other) = (enter(&site, &server, "anna@example.com"), enter(&site, &server, "c-2@example.com"));
        let list = site.get("/my/messages", &[("Cookie", &anna)]);
        let messages = links(&list, "/my/messages/ltr_");
        assert_eq!(messages.len(), 3, "{}", list.words());
        let received = server.messages();
        let mut attached = 0;
        for message in messages {
            let eml = site.get(&format!("{message}/eml"), &[("Cookie", &anna)]);
            assert_eq!((eml.status, eml.header("content-type")), (200, "message/rfc822"));
            let sent = received.iter().find(|sent| sent.data == eml.body.as_bytes()).expect("a message with these octets was sent");
            let mail = Mail::read(sent);
            assert!(eml.header("content-disposition").contains(&format!("2026-12-01-{}.eml", mail.kind())));
            attached += usize::from(mail.attached().is_some_and(|(name, _)| name.starts_with("antivirus-")));
            assert!(!site.get(&message, &[("Cookie", &anna)]).words().contains("a newer program"));
            assert_eq!(site.get(&format!("{message}/eml"), &[("Cookie", &other)]).status, 404);
            assert_eq!(site.get(&format!("{message}/eml"), &[]).status, 303);
        }
        assert_eq!(attached, 1);
    }

    async fn messages_are_found_by_license_and_kind_and_stand_fifty_to_a_page(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        registered(&door, "anna@example.com", 18);
        door.at(DUE).tick();
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let cookie = enter(&site, &server, "anna@example.com");
        let see = |path: &str| site.get(path, &[("Cookie", &cookie)]);
        let first = see("/my/messages");
        assert!(first.words().contains("54 messages"), "{}", first.words());
        let on_first = links(&first, "/my/messages/ltr_");
        let older = links(&first, "/my/messages?before=");
        assert_eq!((on_first.len(), older.len(), links(&first, "/my/messages?after=").len()), (50, 1, 0));
        let second = see(&older[0]);
        let on_second = links(&second, "/my/messages/ltr_");
        assert_eq!(on_second.len(), 4);
        assert!(on_second.iter().all(|message| !on_first.contains(message)));
        let back = see(&links(&second, "/my/messages?after=")[0]);
        assert_eq!(links(&back, "/my/messages/ltr_"), on_first);
        let key_files = see("/my/messages?kind=key-file");
        assert!(key_files.words().contains("18 messages") && links(&key_files, "/my/messages/ltr_").len() == 18);
        let license = option(&first, "-0007");
        let of_one = see(&format!("/my/messages?license={license}"));
        assert!(of_one.words().contains("3 messages") && of_one.body.contains(&format!("value=\"{license}\" selected")));
        assert!(of_one.body.contains(&format!("?license={license}&amp;lang=pl")), "{}", of_one.body);
        let one = see(&format!("/my/messages?license={license}&kind=mobile-offer"));
        assert_eq!(links(&one, "/my/messages/ltr_").len(), 1);
        let none = see(&format!("/my/messages?license={license}&kind=theft-attempt"));
        assert!(none.words().contains("No messages match this choice. Show all messages"), "{}", none.words());
        for nonsense in ["?before=x", "?after=1.ltr_x", "?kind=%3Cb%3E&license=lic_x", "?before=99999999999999999999.x"] {
            assert_eq!(links(&see(&format!("/my/messages{nonsense}")), "/my/messages/ltr_").len(), 50, "{nonsense}");
        }
        let foreign = door.at(DUE).one(&["license", "show", "c-1"]);
        let foreign = format!("/my/messages?license={}", crate::door::text(&foreign, "id"));
        assert!(links(&see(&foreign), "/my/messages/ltr_").is_empty());
    }

    async fn a_message_is_marked_as_unread_and_all_as_read(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        registered(&door, "anna@example.com", 1);
        door.at(DUE).tick();
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let (anna, other) = (enter(&site, &server, "anna@example.com"), enter(&site, &server, "c-2@example.com"));
        let unread = || site.get("/my/messages", &[("Cookie", &anna)]).body.matches("class=\"new\"").count();
        let message = links(&site.get("/my/messages", &[("Cookie", &anna)]), "/my/messages/ltr_").remove(0);
        assert_eq!(unread(), 3);
        assert_eq!(site.post("/my/messages/all-read", &[("Cookie", &anna)], "").status, 303);
        assert_eq!(unread(), 0);
        assert_eq!(site.post(&format!("{message}/unread"), &[("Cookie", &other)], "").status, 303);
        assert_eq!(unread(), 0);
        assert_eq!(site.post(&format!("{message}/unread"), &[("Cookie", &anna)], "").status, 303);
        assert_eq!(unread(), 1);
    }

    async fn a_message_about_many_licenses_names_each_and_is_found_by_each(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 0);
        let mut rows = "external_id,serial,product,email,registered_on,expires_on\n".to_owned();
        for number in 1..=5 {
            writeln!(rows, "e-{number},EEEE-BBBB-CCCC-{number:04},antivirus,it@company.example,2026-01-01,2026-12-31").unwrap();
        }
        door.at(crate::door::INIT).import(&rows);
        door.at(DUE).tick();
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let cookie = enter(&site, &server, "it@company.example");
        let list = site.get("/my/messages", &[("Cookie", &cookie)]);
        let messages = links(&list, "/my/messages/ltr_");
        assert_eq!(messages.len(), 1, "{}", list.words());
        let message = site.get(&messages[0], &[("Cookie", &cookie)]);
        assert_eq!(links(&message, "/my/licenses/lic_").len(), 5, "{}", message.words());
        for license in links(&message, "/my/licenses/lic_") {
            let id = license.rsplit('/').next().unwrap_or_default();
            let found = site.get(&format!("/my/messages?license={id}"), &[("Cookie", &cookie)]);
            assert_eq!(links(&found, "/my/messages/ltr_"), messages);
        }
    }
}
