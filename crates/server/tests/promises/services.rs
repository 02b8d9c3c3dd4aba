//! The services that letters link to: registering, renewing, replacing; and what strangers learn from them.

use std::fmt::Write as _;

use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};

use crate::{
    delivery::installed,
    door::{Door, text},
    http::{Answer, Served},
    mail::Mail,
    sign_in::enter,
};

pub(crate) const NOW: &str = "2026-12-01T12:00";
/// A serial number that nobody has.
const UNKNOWN: &str = "ZZZZ-ZZZZ-ZZZZ-ZZZZ";

/// Fields as a browser sends them.
pub(crate) fn fields(fields: &[(&str, &str)]) -> String {
    let mut form = String::new();
    for (name, value) in fields {
        write!(form, "&{name}=").unwrap();
        for octet in value.bytes() {
            write!(form, "%{octet:02X}").unwrap();
        }
    }
    form.trim_start_matches('&').to_owned()
}

pub(crate) fn register(site: &Served, serial: &str, email: &str) -> Answer {
    let person = [("name", "Anna Żółć"), ("language", "pl"), ("zone", "Pacific/Auckland")];
    site.post(
        "/register",
        &[],
        &fields(
            &[&[("serial", serial), ("serial_as_written", serial), ("email", email)][..], &person].concat(),
        ),
    )
}

/// Asks for the sum, or confirms it.
pub(crate) fn renew(
    site: &Served,
    (previous, serial): (&str, &str),
    email: &str,
    more: &[(&str, &str)],
) -> Answer {
    let as_written = [("previous_as_written", previous), ("serial_as_written", serial)];
    let typed = [("previous", previous), ("serial", serial), ("email", email)];
    site.post("/renew", &[], &fields(&[&typed[..], &as_written, more].concat()))
}

const CONFIRMED: (&str, &str) = ("confirmed", "yes");

pub(crate) fn issue(door: &Door, options: &[&str]) -> String {
    door.at(NOW).done(&[&["license", "issue"], options].concat())
}

/// Pages without workers, and `count` licenses that expire on 31 December.
pub(crate) fn web(url: &str, server: &Server, count: usize) -> (Door, Served) {
    let door = installed(url, server, count);
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    (door, site)
}

/// What a license is now.
pub(crate) fn state(door: &Door, name: &str) -> String {
    text(&door.at(NOW).one(&["license", "show", name]), "state").to_owned()
}

/// The place that an answer leads to.
pub(crate) fn led_to(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.words());
    answer.header("location").to_owned()
}

pub(crate) fn path_of_key_file(page: &Answer) -> String {
    let body = page.body.replace("&#x2f;", "/");
    let found = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.filter(|path| path.ends_with("/key-file")).map(str::to_owned).next().unwrap()
}

on_both_engines! {
    async fn registering_gives_the_key_file_at_once_and_by_mail(url: String) {
        let server = Server::accepting();
        let door = Door::with(&url, &server);
        let serial = issue(&door, &["--product", "antivirus", "--devices", "3"]);
        let site = Served::begin(&door, NOW, &[]);
        let receipt = led_to(&register(&site, &serial.to_lowercase().replace('-', " "), "anna@example.com"));
        let page = site.get(&receipt, &[]);
        let words = page.words();
        // In Auckland it is the next day already.
        for word in ["Registered", "Antivirus", &format!("****-****-****-{}", &serial[15..]), "2 December 2027", "Devices 3", "a…@example.com"] {
            assert!(words.contains(word), "{word}: {words}");
        }
        assert!(!page.body.contains(&serial) && !page.body.contains("anna@"), "{}", page.body);
        // The bell has woken the courier: nobody waits for the next round.
        let messages = server.wait_for(3);
        let (name, bytes) = messages.iter().map(Mail::read).find_map(|mail| mail.attached()).unwrap();
        let file = site.get(&path_of_key_file(&page), &[]);
        assert_eq!((file.status, file.header("content-disposition")), (200, format!("attachment; filename=\"{name}\"").as_str()));
        assert_eq!(file.body.as_bytes(), bytes);
        let shown = door.at(NOW).one(&["license", "show", &serial]);
        assert_eq!((text(&shown, "name"), text(&shown, "language"), text(&shown, "time_zone")), ("Anna Żółć", "pl", "Pacific/Auckland"));
    }

    async fn registering_again_sends_the_key_file_to_its_address_and_to_nobody_else(url: String) {
        let server = Server::accepting();
        let door = Door::with(&url, &server);
        let serial = issue(&door, &["--product", "mobile-security"]);
        let site = Served::begin(&door, NOW, &["--role", "web"]);
        register(&site, &serial, "anna@example.com");
        let receipt = led_to(&register(&site, &serial, "ANNA@example.com"));
        let page = site.get(&receipt, &[]);
        assert!(page.words().contains("The key file is on its way again"), "{}", page.words());
        assert!(!page.body.contains("key-file"), "{}", page.body);
        for path in [format!("{receipt}/key-file"), receipt.replace("/again/", "/registered/"), format!("{receipt}A"), receipt.replace("/lic_", "/lic_0")] {
            assert_eq!(site.get(&path, &[]).status, 404, "{path}");
        }
        let kinds: Vec<String> = door.at(NOW).lines(&["notice", "list"]).iter().map(|notice| text(notice, "kind").to_owned()).collect();
        assert_eq!(kinds.iter().filter(|kind| *kind == "key-file").count(), 2, "{kinds:?}");
    }

    async fn unknown_wrong_blocked_and_deleted_get_the_same_bytes_and_owners_are_told(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 3);
        door.at("2026-11-01T09:00").import("external_id,serial,product,email,registered_on,expires_on,blocked_on,blocked_reason\n\
            d-1,DDDD-BBBB-CCCC-0001,enterprise-suite,d-1@example.com,2025-01-01,2026-11-30,2026-10-01,superseded\n");
        door.at(NOW).tick();
        door.at(NOW).done(&["license", "block", "c-2", "--reason", "other"]);
        let new = issue(&door, &["--product", "antivirus", "--email", "c-3@example.com"]);
        door.at(NOW).done(&["license", "renew", "--serial", &new, "--previous", "AAAA-BBBB-CCCC-0003", "--email", "c-3@example.com"]);
        assert_eq!((state(&door, "d-1"), state(&door, "c-3")), ("deleted".to_owned(), "blocked".to_owned()));
        let before = door.at(NOW).notices("license-blocked").len();
        let tries = [
            (UNKNOWN, "c-1@example.com"),
            ("AAAA-BBBB-CCCC-0001", "evil@example.com"),
            ("AAAA-BBBB-CCCC-0002", "c-2@example.com"),
            ("AAAA-BBBB-CCCC-0003", "c-3@example.com"),
            ("DDDD-BBBB-CCCC-0001", "d-1@example.com"),
        ];
        let by_registering = tries.map(|(serial, email)| register(&site, serial, email));
        let other = issue(&door, &["--product", "antivirus"]);
        let by_renewing = tries.map(|(serial, email)| renew(&site, (serial, &other), email, &[]));
        let by_confirming = tries.map(|(serial, email)| renew(&site, (serial, &other), email, &[CONFIRMED]));
        for answers in [by_registering, by_renewing, by_confirming] {
            for answer in &answers {
                assert_eq!((answer.status, &answer.body, answer.header("set-cookie")), (422, &answers[0].body, ""));
            }
            let words = answers[0].words();
            assert!(words.contains("If what you entered is right, we have sent a message"), "{words}");
            assert!(!words.contains("AAAA") && !words.contains("example.com"), "{words}");
        }
        assert_eq!(door.at(NOW).notices("theft-attempt").len(), 1);
        // One letter a day about each of the two blocked licenses, however often they are named.
        assert_eq!(door.at(NOW).notices("license-blocked").len(), before + 2);
        door.at(NOW).tick();
        let messages = server.messages();
        let theft = messages.iter().map(Mail::read).find(|mail| mail.kind() == "theft-attempt").unwrap();
        assert_eq!(theft.to, "c-1@example.com");
        assert!(theft.says("3 times") && !theft.says("evil"), "{}", theft.text());
    }

    async fn the_sum_is_the_designs_and_changes_nothing_until_it_is_confirmed(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1);
        let (old, email) = ("AAAA-BBBB-CCCC-0001", "c-1@example.com");
        let new = issue(&door, &["--product", "antivirus", "--email", email]);
        let notices = || door.at(NOW).lines(&["notice", "list"]).len();
        let before = notices();
        let sum = renew(&site, (old, &new), email, &[]);
        let words = sum.words();
        assert_eq!(sum.status, 200, "{words}");
        for word in ["1 December 2027", "+ 30 days", "+ 150 days", "Valid until 29 May 2028", "Nothing has been changed yet"] {
            assert!(words.contains(word), "{word}: {words}");
        }
        assert!(!words.contains(&new) && !words.contains(old), "{words}");
        assert_eq!((state(&door, old), state(&door, &new), notices()), ("active".to_owned(), "unregistered".to_owned(), before));
        let receipt = led_to(&renew(&site, (old, &new), email, &[CONFIRMED]));
        let page = site.get(&receipt, &[]);
        for word in ["Renewed", "Valid until 29 May 2028", "blocked now", "deleted on 31 December 2026", "We write to you once more before that, on 1 December 2026"] {
            assert!(page.words().contains(word), "{word}: {}", page.words());
        }
        let file = site.get(&path_of_key_file(&page), &[]);
        assert_eq!((file.status, file.body.matches('.').count()), (200, 2));
        assert_eq!((state(&door, old), state(&door, &new)), ("blocked".to_owned(), "active".to_owned()));
        assert_eq!(text(&door.at(NOW).one(&["license", "show", &new]), "expires_on"), "2028-05-29");
        door.at(NOW).tick();
        let messages = server.messages();
        let kinds: Vec<String> = messages.iter().map(|received| Mail::read(received).kind()).collect();
        assert!(kinds.contains(&"renewal-confirmation".to_owned()) && kinds.contains(&"key-file".to_owned()), "{kinds:?}");
        assert!(!kinds.contains(&"renewal-reminder".to_owned()), "{kinds:?}");
    }

    async fn a_wrong_address_at_the_sum_is_an_attempt_on_record(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1);
        let new = issue(&door, &["--product", "antivirus"]);
        assert_eq!(renew(&site, ("AAAA-BBBB-CCCC-0001", &new), "evil@example.com", &[("how", "expansion")]).status, 422);
        door.at(NOW).tick();
        let messages = server.messages();
        let theft = messages.iter().map(Mail::read).find(|mail| mail.kind() == "theft-attempt").unwrap();
        assert!(theft.to == "c-1@example.com" && theft.says("additional purchase"), "{}", theft.text());
        assert_eq!(state(&door, &new), "unregistered");
    }

    async fn the_holder_replaces_a_stolen_serial_number_once(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 2);
        let stolen = issue(&door, &["--product", "antivirus"]);
        door.at(NOW).done(&["license", "register", "--serial", &stolen, "--email", "c-1@example.com"]);
        let shown = door.at(NOW).one(&["license", "show", &stolen]);
        let path = format!("/replace/{}", text(&shown, "id"));
        let (cookie, other) = (enter(&site, &server, "c-1@example.com"), enter(&site, &server, "c-2@example.com"));
        let see = |path: &str| site.get(path, &[("Cookie", &cookie)]);
        let press = |path: &str| site.post(path, &[("Cookie", &cookie)], "");
        assert!(site.get("/replace", &[]).words().contains("Sign in first"));
        assert_eq!((site.get(&path, &[]).status, site.post(&path, &[], "").status), (303, 303));
        assert_eq!((site.get(&path, &[("Cookie", &other)]).status, site.post(&path, &[("Cookie", &other)], "").status), (404, 404));
        assert!(see("/my/licenses").body.replace("&#x2f;", "/").contains(&path));
        let list = see("/replace");
        assert!(list.words().contains("365 days left") && list.words().contains("1 of 1"), "{}", list.words());
        for _ in 0..2 {
            assert!(see(&path).words().contains("Replace this serial number?"));
        }
        assert_eq!(state(&door, &stolen), "active");
        let done = see(&led_to(&press(&path)));
        assert!(done.words().contains("The new serial number is on its way to c-1@example.com"), "{}", done.words());
        assert_eq!(state(&door, &stolen), "blocked");
        door.at(NOW).tick();
        let messages = server.messages();
        let letter = messages.iter().map(Mail::read).find(|mail| mail.kind() == "license-replaced").unwrap();
        let new = letter.text().split_whitespace().find(|word| word.matches('-').count() == 3 && word.len() >= 19 && !word.starts_with('*')).unwrap().trim_matches('`').to_owned();
        assert!(done.words().contains(&new[15..]) && !done.body.contains(&new) && letter.to == "c-1@example.com", "{new}: {}", done.words());
        assert_eq!(state(&door, &new), "active");
        assert_eq!(site.get(&path_of_key_file(&done), &[("Cookie", &cookie)]).status, 200);
        let shown = door.at(NOW).one(&["license", "show", &new]);
        let again = press(&format!("/replace/{}", text(&shown, "id")));
        assert!(again.status == 422 && again.words().contains("cannot be replaced free of charge any more"), "{}", again.words());
        assert_eq!((press(&path).status, state(&door, &new)), (422, "active".to_owned()));
        assert!(see("/replace").words().contains("0 of 1"), "{}", see("/replace").words());
    }
}

#[test]
fn an_additional_purchase_covers_the_devices_of_both() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 1);
    let new = issue(&door, &["--product", "antivirus", "--devices", "4", "--offer", "expansion"]);
    let pair = ("AAAA-BBBB-CCCC-0001", new.as_str());
    let expansion = ("how", "expansion");
    let sum = renew(&site, pair, "c-1@example.com", &[expansion]).words();
    assert!(
        sum.contains("1 + 4 = 5") && sum.contains("The later of both: valid until 1 December 2027"),
        "{sum}"
    );
    let page =
        site.get(&led_to(&renew(&site, pair, "c-1@example.com", &[expansion, CONFIRMED])), &[]).words();
    assert!(page.contains("Added") && page.contains("Devices 5"), "{page}");
    assert_eq!(door.at(NOW).one(&["license", "show", &new])["devices"], 5);
}

#[test]
fn what_is_mistyped_is_told_beside_its_field_and_on_top_and_stays_in_the_form() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 1);
    let wrong = [("serial", "ABCD"), ("email", "anna"), ("language", "en"), ("zone", "Europe/Nowhere")];
    let page = site.post("/register", &[], &fields(&wrong));
    let words = page.words();
    assert_eq!(page.status, 422);
    assert!(words.contains("3 fields need another look"), "{words}");
    assert_eq!(words.matches("A serial number has 16 letters and digits").count(), 2, "{words}");
    assert!(page.body.contains("value=\"anna\"") && page.body.contains("aria-invalid"), "{}", page.body);
    let same = renew(&site, ("AAAA-BBBB-CCCC-0001", "aaaa bbbb cccc 0001"), "c-1@example.com", &[]);
    assert!(same.status == 422 && same.words().contains("Name two different ones"), "{}", same.words());
    let new = issue(&door, &["--product", "antivirus"]);
    let unregistered = renew(&site, (&new, "AAAA-BBBB-CCCC-0001"), "c-1@example.com", &[]);
    assert!(unregistered.words().contains("not registered yet"), "{}", unregistered.words());
    assert!(door.at(NOW).notices("theft-attempt").is_empty());
    assert!(site.get("/register", &[]).body.contains("<option selected>Etc&#x2f;UTC</option>"));
}

#[test]
fn a_receipt_ends_with_its_time() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 1);
    let serial = issue(&door, &["--product", "antivirus"]);
    let receipt = led_to(&register(&site, &serial, "anna@example.com"));
    drop(site);
    for (time, status) in [("2026-12-01T12:14:59", 200), ("2026-12-01T12:15", 404)] {
        let site = Served::begin(&door, time, &["--role", "web"]);
        let paths = [receipt.clone(), format!("{receipt}/key-file")];
        assert_eq!(paths.map(|path| site.get(&path, &[]).status), [status; 2], "{time}");
    }
}

#[test]
fn the_pages_that_letters_and_the_start_page_link_to_are_there() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (_door, site) = web(&place.url(), &server, 1);
    let home = site.get("/", &[]);
    for (path, words) in
        [("/register", "Zarejestruj numer"), ("/renew", "Odnów licencję"), ("/replace", "Wymień numer")]
    {
        let page = site.get(path, &[("Accept-Language", "pl")]);
        assert!(page.status == 200 && page.words().contains(words), "{path}: {}", page.words());
        assert!(path == "/replace" || home.body.contains(&format!("href=\"{path}\"")), "{path}");
    }
    let words = site.get("/renew", &[]).words();
    assert!(words.contains("lose what a renewal gives") && words.contains("See what is lost"), "{words}");
}
