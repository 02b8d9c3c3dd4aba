//! The pages, as a browser gets them from `tenure serve`.

use std::io::Write as _;

use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};

use crate::{
    delivery::installed,
    door::{Door, text},
    http::{Answer, Served, request},
    mail::Mail,
    sign_in::{DUE, enter},
};

/// The messages linked on a page.
fn linked(page: &Answer) -> Vec<String> {
    page.body
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|path| path.starts_with("/my/messages/ltr_"))
        .map(str::to_owned)
        .collect()
}

/// The words of a text part that stand in paragraphs, without what only mail has.
fn sentences(mail: &Mail<'_>) -> Vec<String> {
    let one_line = |piece: &str| piece.split_whitespace().collect::<Vec<_>>().join(" ");
    mail.text()
        .replace("\r\n", "\n")
        .split("\n\n")
        .map(one_line)
        .filter(|words| words.len() > 40 && words.ends_with('.') && !words.contains("http"))
        .collect()
}

/// Words without their spaces: marks such as bold type put others between them.
fn unspaced(words: &str) -> String {
    words.split_whitespace().collect()
}

on_both_engines! {
    async fn a_message_in_the_portal_has_the_words_of_the_mail_and_is_read_once_opened(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        door.at(DUE).tick();
        let messages = server.messages();
        let mail = messages.iter().map(Mail::read).find(|mail| mail.to == "c-1@example.com").unwrap();
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let cookie = enter(&site, &server, "c-1@example.com");
        let see = |path: &str| site.get(path, &[("Cookie", &cookie)]);
        let list = see("/my/messages");
        assert!(list.words().contains(&mail.subject()) && list.words().contains("Unread") && list.words().contains("E-mail sent"), "{}", list.words());
        let links = linked(&list);
        assert_eq!(links.len(), 1);
        let message = see(&links[0]);
        assert!(message.words().contains(&mail.subject()));
        let sentences = sentences(&mail);
        assert!(!sentences.is_empty(), "{}", mail.text());
        for sentence in sentences {
            assert!(unspaced(&message.words()).contains(&unspaced(&sentence)), "{sentence}\n\n{}", message.words());
        }
        assert!(!see("/my/messages").words().contains("Unread"));
        assert!(!message.body.contains("AAAA-BBBB"));
    }

    async fn a_message_of_another_holder_is_not_found_and_stays_unread(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        door.at(DUE).tick();
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let (one, other) = (enter(&site, &server, "c-1@example.com"), enter(&site, &server, "c-2@example.com"));
        let path = linked(&site.get("/my/messages", &[("Cookie", &one)])).remove(0);
        for path in [path.clone(), format!("{path}/key-file"), "/my/messages/ltr_00000000000000000000000000".to_owned(), "/my/messages/none".to_owned()] {
            assert_eq!(site.get(&path, &[("Cookie", &other)]).status, 404, "{path}");
        }
        assert_eq!(site.get(&path, &[]).status, 303);
        assert!(site.get("/my/messages", &[("Cookie", &one)]).words().contains("Unread"));
    }

    async fn the_key_file_is_downloaded_as_it_was_attached(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let serial = door.at(DUE).done(&["license", "issue", "--product", "antivirus"]);
        door.at(DUE).done(&["license", "register", "--serial", &serial, "--email", "anna@example.com"]);
        door.at(DUE).tick();
        let messages = server.messages();
        let (name, bytes) = messages.iter().map(Mail::read).find_map(|mail| mail.attached()).unwrap();
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let cookie = enter(&site, &server, "anna@example.com");
        let license = door.at(DUE).one(&["license", "show", &serial]);
        let path = format!("/my/licenses/{}/key-file", text(&license, "id"));
        let file = site.get(&path, &[("Cookie", &cookie)]);
        assert_eq!((file.status, file.header("content-disposition")), (200, format!("attachment; filename=\"{name}\"").as_str()));
        assert_eq!(file.body.as_bytes(), bytes);
        let page = site.get("/my/licenses", &[("Cookie", &cookie)]);
        assert!(page.body.replace("&#x2f;", "/").contains(&path) && !page.body.contains(&serial), "{}", page.body);
        assert_eq!(site.get(&path, &[]).status, 303);
        let foreign = door.at(DUE).one(&["license", "show", "c-1"]);
        assert_eq!(site.get(&format!("/my/licenses/{}/key-file", text(&foreign, "id")), &[("Cookie", &cookie)]).status, 404);
    }
}

/// Pages without a holder.
fn pages(change: impl FnOnce(&mut Door)) -> (Place, Served) {
    let place = Place::sqlite();
    let server = Server::accepting();
    let mut door = installed(&place.url(), &server, 1);
    change(&mut door);
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    (place, site)
}

#[test]
fn every_answer_has_the_headers_that_protect_it() {
    let (_place, site) = pages(|_| {});
    for path in
        ["/", "/messages-schedule", "/my/sign-in", "/my/messages", "/nothing-here", "/my/sign-in/none"]
    {
        let answer = site.get(path, &[]);
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'")
                && policy.contains("frame-ancestors 'none'")
                && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(policy.contains("script-src"), path == "/my/sign-in", "{path}: {policy}");
        assert_eq!(
            (
                answer.header("x-content-type-options"),
                answer.header("cache-control"),
                answer.header("referrer-policy")
            ),
            ("nosniff", "no-store", "same-origin"),
            "{path}"
        );
        assert!(!answer.body.contains("<script"), "{path}");
    }
    assert!(site.get("/assets/tenure.css", &[]).header("cache-control").contains("max-age"));
    assert_eq!(site.get("/assets/none.css", &[]).status, 404);
    assert_eq!(site.get("/health/live", &[]).body, "live\n");
    let ready = site.get("/health/ready", &[]);
    assert!(ready.status == 200 && ready.body.starts_with("ready\n"), "{}", ready.body);
}

#[test]
fn the_pages_wear_the_vendors_color_logo_and_address() {
    let (_place, site) = pages(|door| {
        door.write("our.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        door.set("VENDOR__LOGO", "our.svg");
        door.set("VENDOR__COLOR", "#5b2a86");
        door.set("VENDOR__ADDRESS", "1 Lantern Way\nHarbour");
    });
    let home = site.get("/", &[]).body.replace("&#x2f;", "/");
    assert!(home.contains("src=\"/assets/logo.svg\" alt=\"Example Software\""), "{home}");
    assert!(home.contains("1 Lantern Way\nHarbour"), "{home}");
    let logo = site.get("/assets/logo.svg", &[]);
    assert_eq!((logo.status, logo.header("content-type")), (200, "image/svg+xml"));
    let policy = logo.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
    assert!(site.get("/assets/vendor.css", &[]).body.contains("--accent: #5b2a86"));
    let (_place, site) = pages(|_| {});
    assert_eq!(site.get("/assets/logo.svg", &[]).status, 404);
}

#[test]
fn a_form_sent_from_another_site_is_refused() {
    let (_place, site) = pages(|_| {});
    let from = |headers: &[(&str, &str)]| site.post("/my/sign-in", headers, "email=c-1%40example.com").status;
    assert_eq!((from(&[]), from(&[("Sec-Fetch-Site", "none")])), (200, 200));
    assert_eq!(from(&[("Sec-Fetch-Site", "cross-site")]), 403);
    assert_eq!(from(&[("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example")]), 403);
    assert_eq!(site.get("/my/sign-in", &[("Sec-Fetch-Site", "cross-site")]).status, 200);
    let long = format!("email={}", "x".repeat(70_000));
    assert_eq!(site.post("/my/sign-in", &[], &long).status, 413);
}

#[test]
fn the_page_of_messages_is_the_schedule_in_use() {
    let (_place, site) = pages(|_| {});
    let words = site.get("/messages-schedule", &[]).words();
    assert!(words.contains("30 days before expiry") && !words.contains("45"), "{words}");
    let (_place, site) = pages(|door| {
        door.edit("schedule.toml", "send = [\"30 days before expiry\"", "send = [\"45 days before expiry\"");
        door.edit(
            "schedule.toml",
            "[[notice]]\nkind = \"license-blocked\"\nsend = [\"at once after blocking\"]\n",
            "",
        );
    });
    let changed = site.get("/messages-schedule", &[]).words();
    assert!(changed.contains("45 days before expiry"), "{changed}");
    assert!(words.contains("License blocked") && !changed.contains("License blocked"), "{changed}");
}

#[test]
fn a_page_that_is_not_there_is_a_page_that_says_so() {
    let (_place, site) = pages(|_| {});
    for path in ["/nothing-here", "/my/nothing", "/../etc/passwd"] {
        let answer = site.get(path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.words().contains("There is nothing here"), "{path}: {}", answer.words());
    }
    assert!(site.get("/nothing-here", &[("Accept-Language", "pl")]).body.contains("<html lang=\"pl\""));
}

#[test]
fn a_page_speaks_the_language_that_was_chosen_else_the_browsers() {
    let (_place, site) = pages(|_| {});
    let language = |path: &str, headers: &[(&str, &str)]| {
        let body = site.get(path, headers).body;
        body.split("<html lang=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(language("/", &[]), "en");
    assert_eq!(language("/", &[("Accept-Language", "pl-PL,pl;q=0.9,en;q=0.8")]), "pl");
    assert_eq!(language("/?lang=en", &[("Accept-Language", "pl")]), "en");
    let chosen = site.get("/?lang=pl", &[]);
    assert!(chosen.header("set-cookie").starts_with("tenure_lang=pl;"), "{}", chosen.header("set-cookie"));
    assert_eq!(language("/my/sign-in", &[("Cookie", chosen.cookie()), ("Accept-Language", "en")]), "pl");
    assert_eq!(site.get("/?lang=xx", &[]).header("set-cookie"), "");
    assert_eq!(language("/?lang=%3Cscript%3E", &[]), "en");
}

#[test]
fn asked_to_end_it_finishes_the_open_request_and_ends_well() {
    let (_place, site) = pages(|_| {});
    let whole = request(
        "POST",
        "/my/sign-in",
        &[("Content-Type", "application/x-www-form-urlencoded")],
        "email=c-1%40example.com",
    );
    let (head, body) = whole.split_at(whole.len() - 10);
    let mut open = site.connect();
    open.write_all(head.as_bytes()).unwrap();
    // Answered in order of arrival: the open one has been taken in.
    assert_eq!(site.get("/health/live", &[]).status, 200);
    site.terminate();
    open.write_all(body.as_bytes()).unwrap();
    assert_eq!(Answer::read(open).status, 200);
    assert_eq!(site.ended().code(), Some(0));
}

#[test]
fn serving_sends_what_is_due_and_what_is_asked_for_while_it_runs() {
    let place = Place::sqlite();
    let server = Server::accepting();
    let door = installed(&place.url(), &server, 3);
    let site = Served::begin(&door, DUE, &[]);
    assert_eq!(server.wait_for(3).len(), 3);
    site.terminate();
    assert_eq!(site.ended().code(), Some(0));
    assert_eq!(door.at(DUE).lines(&["notice", "list", "--state", "accepted"]).len(), 3);
}
