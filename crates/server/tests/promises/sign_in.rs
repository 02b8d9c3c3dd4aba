//! Signing in to the portal by a link that comes by e-mail.

use tenure_testbed::{
    on_both_engines,
    smtp::{Received, Server},
};

use crate::{
    delivery::installed,
    door::Door,
    http::{Answer, Served},
    mail::Mail,
};

pub(crate) const DUE: &str = "2026-12-01T10:00";

/// Asks for a link.
pub(crate) fn ask(site: &Served, email: &str) -> Answer {
    site.post("/my/sign-in", &[], &format!("email={}", email.replace('@', "%40")))
}

/// The path of the link in a message.
pub(crate) fn link(received: &Received) -> String {
    let text = Mail::read(received).text();
    let at = text.find("/my/sign-in/").unwrap_or_else(|| panic!("no link: {text}"));
    text[at..]
        .split(|letter: char| letter.is_whitespace() || ">)".contains(letter))
        .next()
        .unwrap()
        .to_owned()
}

/// Signs a holder in: the cookie of the visit.
pub(crate) fn enter(site: &Served, server: &Server, email: &str) -> String {
    let before = server.messages().len();
    assert_eq!(ask(site, email).status, 200);
    let messages = server.wait_for(before + 1);
    let answer = site.post(&link(&messages[before]), &[], "");
    assert_eq!((answer.status, answer.header("location")), (303, "/my/messages"), "{answer:?}");
    answer.cookie().to_owned()
}

fn site(url: &str, server: &Server) -> (Door, Served) {
    let door = installed(url, server, 2);
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    (door, site)
}

on_both_engines! {
    async fn a_link_can_be_looked_at_and_works_once(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        assert!(site.get("/my/messages", &[]).header("location").ends_with("/my/sign-in"));
        ask(&site, "C-1@example.com");
        let messages = server.wait_for(1);
        let (mail, path) = (Mail::read(&messages[0]), link(&messages[0]));
        assert_eq!((mail.to, mail.kind().as_str()), ("c-1@example.com", "sign-in"));
        for _ in 0..2 {
            let looked = site.get(&path, &[]);
            assert_eq!((looked.status, looked.cookie()), (200, ""));
        }
        let entered = site.post(&path, &[], "");
        assert_eq!(entered.status, 303);
        let cookie = entered.header("set-cookie");
        assert!(cookie.starts_with("tenure_session="), "{cookie}");
        for mark in ["Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=43200"] {
            assert!(cookie.contains(mark), "{mark}: {cookie}");
        }
        assert_eq!(site.get("/my/messages", &[("Cookie", entered.cookie())]).status, 200);
        assert_eq!((site.post(&path, &[], "").status, site.get(&path, &[]).status), (410, 410));
        assert_eq!(site.post("/my/sign-in/no-such-link", &[], "").status, 410);
    }

    async fn an_unknown_address_gets_the_same_answer_and_no_mail(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        let (unknown, known) = (ask(&site, "nobody@example.com"), ask(&site, "c-1@example.com"));
        assert_eq!((unknown.status, &unknown.body), (known.status, &known.body));
        assert_eq!(server.wait_for(1)[0].to, ["c-1@example.com"]);
        ask(&site, "c-2@example.com");
        let to: Vec<String> = server.wait_for(2).iter().flat_map(|received| received.to.clone()).collect();
        assert_eq!(to, ["c-1@example.com", "c-2@example.com"]);
        let wrong = ask(&site, "nobody");
        assert_eq!(wrong.status, 422);
        assert!(wrong.words().contains("This is not an e-mail address"), "{}", wrong.words());
    }

    async fn signing_out_ends_the_visit_and_no_other(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        let (one, other) = (enter(&site, &server, "c-1@example.com"), enter(&site, &server, "c-1@example.com"));
        let out = site.post("/my/sign-out", &[("Cookie", &one)], "");
        assert_eq!(out.status, 303);
        assert!(out.header("set-cookie").contains("Max-Age=0"));
        assert_eq!(site.get("/my/messages", &[("Cookie", &one)]).status, 303);
        assert_eq!(site.get("/my/messages", &[("Cookie", &other)]).status, 200);
        assert_eq!(site.get("/my/messages", &[("Cookie", "tenure_session=made-up")]).status, 303);
    }
}

#[test]
fn a_link_and_a_visit_end_with_their_time() {
    let place = tenure_testbed::engines::Place::sqlite();
    let server = Server::accepting();
    let (door, first) = site(&place.url(), &server);
    let cookie = enter(&first, &server, "c-1@example.com");
    ask(&first, "c-2@example.com");
    let path = link(&server.wait_for(2)[1]);
    drop(first);
    let later = Served::begin(&door, "2026-12-01T10:10", &["--role", "web"]);
    assert_eq!((later.get(&path, &[]).status, later.post(&path, &[], "").status), (410, 410));
    assert_eq!(later.get("/my/messages", &[("Cookie", &cookie)]).status, 200);
    drop(later);
    let next_day = Served::begin(&door, "2026-12-01T22:00", &["--role", "web"]);
    assert_eq!(next_day.get("/my/messages", &[("Cookie", &cookie)]).status, 303);
}

#[test]
fn over_https_the_cookie_belongs_to_this_host_and_to_encrypted_connections() {
    let place = tenure_testbed::engines::Place::sqlite();
    let server = Server::accepting();
    let mut door = installed(&place.url(), &server, 1);
    door.set("WEB__BASE_URL", "https://my.vendor.example");
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    ask(&site, "c-1@example.com");
    let entered = site.post(&link(&server.wait_for(1)[0]), &[], "");
    let cookie = entered.header("set-cookie");
    assert!(cookie.starts_with("__Host-tenure_session=") && cookie.contains("; Secure"), "{cookie}");
}

#[test]
fn who_has_signed_in_gets_no_invitation_to_make_an_account() {
    let place = tenure_testbed::engines::Place::sqlite();
    let server = Server::accepting();
    let (door, site) = site(&place.url(), &server);
    enter(&site, &server, "c-1@example.com");
    let serial = door.at(DUE).done(&["license", "issue", "--product", "mobile-security"]);
    door.at(DUE).done(&["license", "register", "--serial", &serial, "--email", "c-1@example.com"]);
    assert!(door.at(DUE).notices("account-invitation").is_empty());
}
