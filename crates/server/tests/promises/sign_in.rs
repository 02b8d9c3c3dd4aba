//! Signing in to the portal by a link that comes by e-mail.

use std::{
    net::{TcpListener, TcpStream},
    thread,
};

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

/// The code in a message.
pub(crate) fn code(received: &Received) -> String {
    let text = Mail::read(received).text();
    let lines = text.lines().map(|line| line.trim().trim_matches('*'));
    let is_code = |line: &&str| line.len() == 9 && line.chars().filter(char::is_ascii_digit).count() == 8;
    lines.into_iter().find(is_code).unwrap_or_else(|| panic!("no code: {text}")).to_owned()
}

/// Signs a holder in: the cookie of the visit.
pub(crate) fn enter(site: &Served, server: &Server, email: &str) -> String {
    let before = server.messages().len();
    let asked = ask(site, email);
    assert_eq!(asked.status, 200);
    let messages = server.wait_for(before + 1);
    let answer = site.post(&link(&messages[before]), &[("Cookie", asked.cookie())], "");
    assert_eq!((answer.status, answer.header("location")), (303, "/my/messages"), "{answer:?}");
    answer.cookie().to_owned()
}

/// Types a code in a browser.
fn type_code(site: &Served, browser: &str, code: &str) -> Answer {
    site.post("/my/sign-in/code", &[("Cookie", browser)], &format!("code={}", code.replace(' ', "+")))
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
        assert_eq!(site.get("/my/messages", &[]).header("location"), "/my/sign-in?to=%2Fmy%2Fmessages");
        let asked = ask(&site, "C-1@example.com");
        let browser = [("Cookie", asked.cookie())];
        for mark in ["tenure_browser=", "Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=600"] {
            assert!(asked.header("set-cookie").contains(mark), "{mark}: {}", asked.header("set-cookie"));
        }
        let messages = server.wait_for(1);
        let (mail, path) = (Mail::read(&messages[0]), link(&messages[0]));
        assert_eq!((mail.to, mail.kind().as_str()), ("c-1@example.com", "sign-in"));
        for _ in 0..2 {
            let looked = site.get(&path, &browser);
            assert_eq!((looked.status, looked.cookie()), (200, ""));
        }
        let entered = site.post(&path, &browser, "");
        assert_eq!(entered.status, 303);
        let cookie = entered.header("set-cookie");
        assert!(cookie.starts_with("tenure_session="), "{cookie}");
        for mark in ["Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=43200"] {
            assert!(cookie.contains(mark), "{mark}: {cookie}");
        }
        assert_eq!(site.get("/my/messages", &[("Cookie", entered.cookie())]).status, 200);
        assert_eq!((site.post(&path, &browser, "").status, site.get(&path, &browser).status), (410, 410));
        assert_eq!(type_code(&site, asked.cookie(), &code(&messages[0])).status, 410);
        assert_eq!(site.post("/my/sign-in/no-such-link", &browser, "").status, 410);
    }

    async fn a_link_in_another_browser_signs_nobody_in_and_is_not_used_up(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        let (asked, other) = (ask(&site, "c-1@example.com"), ask(&site, "c-2@example.com"));
        let messages = server.wait_for(2);
        let message = messages.iter().find(|message| message.to == ["c-1@example.com"]).unwrap();
        let path = link(message);
        for cookie in ["", other.cookie(), "tenure_browser=made-up"] {
            let looked = site.get(&path, &[("Cookie", cookie)]);
            assert_eq!(looked.status, 200);
            assert!(looked.words().contains("Open this link where you asked for it"), "{}", looked.words());
            assert!(!looked.body.contains("<button"), "{}", looked.body);
            let tried = site.post(&path, &[("Cookie", cookie)], "");
            assert_eq!((tried.status, tried.cookie()), (403, ""));
            assert_eq!(type_code(&site, cookie, &code(message)).cookie(), "");
        }
        assert_eq!(site.post(&path, &[("Cookie", asked.cookie())], "").status, 303);
    }

    async fn a_code_is_typed_where_it_was_asked_for_and_works_once(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        let asked = ask(&site, "c-1@example.com");
        let (code, path) = server.wait_for(1).first().map(|message| (code(message), link(message))).unwrap();
        let entered = type_code(&site, asked.cookie(), &code.replace(' ', " - "));
        assert_eq!((entered.status, entered.header("location")), (303, "/my/messages"));
        assert_eq!(site.get("/my/messages", &[("Cookie", entered.cookie())]).status, 200);
        assert_eq!(type_code(&site, asked.cookie(), &code).status, 410);
        assert_eq!(site.post(&path, &[("Cookie", asked.cookie())], "").status, 410);
        let empty = site.post("/my/sign-in/code", &[("Cookie", asked.cookie())], "code=");
        assert!(empty.status == 422 && empty.words().contains("Fill this in"), "{}", empty.words());
    }

    async fn after_five_wrong_codes_none_is_taken_and_nobody_learns_whose_the_address_is(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        let (known, unknown) = (ask(&site, "c-1@example.com"), ask(&site, "nobody@example.com"));
        let message = server.wait_for(1).remove(0);
        let (code, path) = (code(&message), link(&message));
        let wrong = if code == "0000 0000" { "0000 0001" } else { "0000 0000" };
        for left in [4, 3, 2, 1, 0] {
            let answers = [known.cookie(), unknown.cookie()].map(|browser| type_code(&site, browser, wrong));
            assert_eq!(answers[0].body, answers[1].body);
            assert_eq!([answers[0].status, answers[1].status], [if left == 0 { 410 } else { 422 }; 2]);
            let told = if left == 1 { "one more try".to_owned() } else { format!("{left} more tries") };
            assert!(left == 0 || answers[0].words().contains(&told), "{}", answers[0].words());
        }
        let answers = [known.cookie(), unknown.cookie()].map(|browser| type_code(&site, browser, &code));
        assert_eq!([answers[0].status, answers[1].status], [410, 410]);
        assert_eq!(site.post(&path, &[("Cookie", known.cookie())], "").status, 303, "the link is no guess");
    }

    async fn a_visit_begins_with_a_secret_of_its_own(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        let planted = "tenure_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let old = enter(&site, &server, "c-2@example.com");
        let asked = ask(&site, "c-1@example.com");
        let path = link(&server.wait_for(2)[1]);
        let both = format!("{}; {old}", asked.cookie());
        let entered = site.post(&path, &[("Cookie", &both)], "");
        assert!(entered.status == 303 && entered.cookie() != planted && entered.cookie() != old);
        for dead in [planted, &old] {
            assert_eq!(site.get("/my/messages", &[("Cookie", dead)]).status, 303, "{dead}");
        }
        assert_eq!(site.get("/my/messages", &[("Cookie", entered.cookie())]).status, 200);
    }

    async fn one_goes_on_to_where_one_was_going_if_that_is_here(url: String) {
        let server = Server::accepting();
        let (_door, site) = site(&url, &server);
        let led = site.get("/my/licenses?tab=blocked", &[]);
        assert_eq!(led.header("location"), "/my/sign-in?to=%2Fmy%2Flicenses%3Ftab%3Dblocked");
        let form = site.get(led.header("location"), &[]);
        assert!(form.body.replace("&#x2f;", "/").contains("name=\"to\" value=\"/my/licenses?tab=blocked\""), "{}", form.body);
        let ways = [
            ("%2Fmy%2Flicenses%3Ftab%3Dblocked", "/my/licenses?tab=blocked"),
            ("%2F%2Fevil.example", "/my/messages"),
            ("%2F%5Cevil.example", "/my/messages"),
            ("https%3A%2F%2Fevil.example", "/my/messages"),
            ("%2F%09%2Fevil.example", "/my/messages"),
            ("%2Fmy%2Fsign-out", "/my/messages"),
        ];
        for (number, (to, there)) in ways.into_iter().enumerate() {
            let asked = site.post("/my/sign-in", &[], &format!("email=c-{}%40example.com&to={to}", number % 2 + 1));
            let message = server.wait_for(number + 1).remove(number);
            let entered = site.post(&link(&message), &[("Cookie", asked.cookie())], "");
            assert_eq!((entered.status, entered.header("location")), (303, there), "{to}");
        }
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
fn a_letter_on_its_way_is_carried_before_the_process_ends() {
    let place = tenure_testbed::engines::Place::sqlite();
    let (server, relay) = (Server::accepting(), TcpListener::bind("127.0.0.1:0").unwrap());
    let mut door = installed(&place.url(), &server, 1);
    door.set("MAIL__RELAY", &format!("smtp://{}", relay.local_addr().unwrap()));
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    assert_eq!(ask(&site, "c-1@example.com").status, 200);
    // The relay has not said a word when the process is asked to end.
    let (from, to) = (relay.accept().unwrap().0, TcpStream::connect(server.address()).unwrap());
    site.terminate();
    for (mut from, mut to) in [(from.try_clone().unwrap(), to.try_clone().unwrap()), (to, from)] {
        thread::spawn(move || {
            // It ends with the connection.
            let _ = std::io::copy(&mut from, &mut to);
        });
    }
    assert!(site.ended().success());
    assert_eq!(server.messages().len(), 1);
}

#[test]
fn a_link_and_a_visit_end_with_their_time() {
    let place = tenure_testbed::engines::Place::sqlite();
    let server = Server::accepting();
    let (door, first) = site(&place.url(), &server);
    let cookie = enter(&first, &server, "c-1@example.com");
    let asked = ask(&first, "c-2@example.com");
    let browser = [("Cookie", asked.cookie())];
    let message = server.wait_for(2).remove(1);
    let path = link(&message);
    drop(first);
    let later = Served::begin(&door, "2026-12-01T10:10", &["--role", "web"]);
    assert_eq!((later.get(&path, &browser).status, later.post(&path, &browser, "").status), (410, 410));
    assert_eq!(type_code(&later, asked.cookie(), &code(&message)).status, 410);
    assert_eq!(later.get("/my/messages", &[("Cookie", &cookie)]).status, 200);
    drop(later);
    let next_day = Served::begin(&door, "2026-12-01T22:00", &["--role", "web"]);
    assert_eq!(next_day.get("/my/messages", &[("Cookie", &cookie)]).status, 303);
}

#[test]
fn letters_to_sign_in_are_limited_for_each_address_known_or_not() {
    let place = tenure_testbed::engines::Place::sqlite();
    let server = Server::accepting();
    let mut door = installed(&place.url(), &server, 2);
    door.set("LIMITS__SIGN_INS_PER_ADDRESS", "2");
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    for email in ["c-1@example.com", "nobody@example.com"] {
        let answers = [0; 3].map(|_| ask(&site, email));
        assert_eq!(answers.each_ref().map(|answer| answer.status), [200, 200, 429], "{email}");
        assert!(!answers[2].header("retry-after").is_empty());
    }
    assert_eq!(ask(&site, "c-2@example.com").status, 200);
    assert_eq!(server.wait_for(3).len(), 3);
}

#[test]
fn over_https_the_cookie_belongs_to_this_host_and_to_encrypted_connections() {
    let place = tenure_testbed::engines::Place::sqlite();
    let server = Server::accepting();
    let mut door = installed(&place.url(), &server, 1);
    door.set("WEB__BASE_URL", "https://my.vendor.example");
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    let asked = ask(&site, "c-1@example.com");
    let entered = site.post(&link(&server.wait_for(1)[0]), &[("Cookie", asked.cookie())], "");
    for (answer, name) in [(&asked, "__Host-tenure_browser="), (&entered, "__Host-tenure_session=")] {
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with(name) && cookie.contains("; Secure"), "{cookie}");
    }
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
