//! Registering and renewing for those who mistype, who have only a key file, who are signed in, who have bought nothing
//! yet, and who have no old license.

use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};

use crate::{
    door::{Door, text},
    http::{Answer, Served},
    mail::Mail,
    services::{NOW, fields, issue, led_to, path_of_key_file, state, web},
    sign_in::enter,
};

/// An imported serial number: it fails the check of those made here.
const IMPORTED: &str = "AAAA-BBBB-CCCC-0001";
const HOLDER: &str = "c-1@example.com";

fn post(site: &Served, path: &str, typed: &[(&str, &str)]) -> Answer {
    site.post(path, &[], &fields(typed))
}

/// Sends the first step of the wizard as a browser does, in parts.
fn send_file(site: &Served, file: &str, email: &str) -> Answer {
    let part = |name: &str, more: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n")
    };
    let body = [
        part("step", "", "old"),
        part("how", "", "renewal"),
        part("previous", "", ""),
        part("key_file", "; filename=\"antivirus.key\"\r\nContent-Type: application/octet-stream", file),
        part("key_text", "", ""),
        part("email", "", email),
        "--edge--\r\n".to_owned(),
    ];
    site.post("/renew", &[("Content-Type", "multipart/form-data; boundary=edge")], &body.concat())
}

/// A license of Anna, registered on the page, and its key file.
fn key_file(door: &Door, site: &Served) -> (String, String) {
    let serial = issue(door, &["--product", "antivirus"]);
    let typed =
        [("serial", serial.as_str()), ("email", "anna@example.com"), ("language", "en"), ("zone", "Etc/UTC")];
    let page = site.get(&led_to(&post(site, "/register", &typed)), &[]);
    (serial, site.get(&path_of_key_file(&page), &[]).body)
}

/// The value of a hidden field, as a browser would post it again.
fn hidden(page: &Answer, name: &str) -> String {
    let begin = format!("type=\"hidden\" name=\"{name}\" value=\"");
    let found = page.body.split_once(&begin).and_then(|(_, rest)| rest.split('"').next());
    found.unwrap_or_else(|| panic!("no {name}: {}", page.body)).to_owned()
}

on_both_engines! {
    async fn a_number_is_found_however_it_is_typed(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let serial = issue(&door, &["--product", "antivirus"]);
        let typed = serial.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " \u{2212}\u{200b}");
        let person = [("email", "anna@example.com"), ("language", "en"), ("zone", "Etc/UTC")];
        let done = post(&site, "/register", &[&[("serial", typed.as_str())][..], &person].concat());
        assert!(site.get(&led_to(&done), &[]).words().contains("Registered"));
        assert_eq!(state(&door, &serial), "active");
    }

    async fn a_number_that_fails_its_check_is_asked_for_once_more_before_it_is_looked_up(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1);
        let attempts = || door.at(NOW).notices("theft-attempt").len();
        let person = [("language", "en"), ("zone", "Etc/UTC")];
        let register = |serial: &str, email: &str, more: &[(&str, &str)]| {
            post(&site, "/register", &[&[("serial", serial), ("email", email)][..], &person, more].concat())
        };
        let asked = register(IMPORTED, "evil@example.com", &[]);
        assert!(asked.status == 422 && asked.words().contains("Look at this number once more"), "{}", asked.words());
        assert!(asked.words().contains("It is written exactly so"), "{}", asked.words());
        // A number that nobody has gets the same page.
        let unknown = register("AAAA-BBBB-CCCC-0009", "evil@example.com", &[]);
        let neutral = |page: &Answer| page.body.replace("0009", "0001").split("class=\"field doubt\"").map(|piece| piece.split("</p>").last().unwrap_or_default().to_owned()).collect::<Vec<_>>();
        assert_eq!((unknown.status, neutral(&unknown)), (422, neutral(&asked)));
        assert_eq!(attempts(), 0, "nothing was looked up");
        // What was said of another number does not count.
        assert!(register(IMPORTED, "evil@example.com", &[("serial_as_written", "AAAA-BBBB-CCCC-0002")]).words().contains("once more"));
        assert_eq!(attempts(), 0);
        let meant = [("serial_as_written", "aaaa bbbb cccc ooo1")];
        assert!(register(IMPORTED, "evil@example.com", &meant).words().contains("This did not work"));
        assert_eq!(attempts(), 1);
        let right = site.get(&led_to(&register(IMPORTED, HOLDER, &meant)), &[]);
        assert!(right.words().contains("The key file is on its way again"), "{}", right.words());
    }

    async fn a_key_file_stands_for_the_old_number_also_when_it_is_expired_and_its_key_rotated_out(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let (serial, file) = key_file(&door, &site);
        drop(site);
        door.at(NOW).done(&["keys", "rotate"]);
        let site = Served::begin(&door, "2027-12-20T12:00", &["--role", "web"]);
        let held = send_file(&site, &file, "anna@example.com");
        let words = held.words();
        assert!(held.status == 200 && words.contains(&format!("****-****-****-{}", &serial[15..])), "{words}");
        assert!(words.contains("Expired on 1 December 2027") && words.contains("+ 150 days"), "{words}");
        assert!(!held.body.contains(&serial), "the whole number is not in a key file");
        // Pasted from a mail, broken into lines.
        let (begin, end) = file.split_at(70);
        let pasted = format!("\u{feff}{begin}\r\n  {end}");
        let pasted = post(&site, "/renew", &[("step", "old"), ("key_text", &pasted), ("email", "anna@example.com")]);
        assert_eq!((pasted.status, pasted.words()), (200, held.words()));
        let new = issue(&door, &["--product", "antivirus", "--email", "anna@example.com"]);
        let carried = hidden(&held, "key_text");
        let next = [("key_text", carried.as_str()), ("email", "anna@example.com"), ("serial", &new), ("how", "renewal")];
        let sum = post(&site, "/renew", &next);
        assert!(sum.words().contains("What you get") && hidden(&sum, "key_text") == carried, "{}", sum.words());
        let done = post(&site, "/renew", &[&next[..], &[("confirmed", "yes")]].concat());
        assert!(site.get(&led_to(&done), &[]).words().contains("Renewed"));
        assert_eq!((state(&door, &serial), state(&door, &new)), ("blocked".to_owned(), "active".to_owned()));
    }

    async fn a_key_file_with_a_wrong_address_is_an_attempt_and_tells_nothing(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let (_, file) = key_file(&door, &site);
        let wrong = send_file(&site, &file, "evil@example.com");
        let unknown = post(&site, "/renew", &[("step", "old"), ("previous", "ZZZZ-ZZZZ-ZZZZ-ZZZZ"), ("previous_as_written", "ZZZZ-ZZZZ-ZZZZ-ZZZZ"), ("email", "evil@example.com")]);
        assert_eq!((wrong.status, &wrong.body), (422, &unknown.body));
        assert_eq!(door.at(NOW).notices("theft-attempt").len(), 1);
    }

    async fn the_signed_in_holder_needs_no_old_number(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 2);
        let id = text(&door.at(NOW).one(&["license", "show", IMPORTED]), "id").to_owned();
        let path = format!("/renew?license={id}");
        let before = door.at(NOW).lines(&["notice", "list"]).len();
        assert_eq!((site.get(&path, &[]).status, site.get(&path, &[]).header("location").to_owned()), (303, format!("/my/sign-in?to=/renew%3Flicense%3D{id}")));
        let (own, other) = (enter(&site, &server, HOLDER), enter(&site, &server, "c-2@example.com"));
        assert_eq!(site.get(&path, &[("Cookie", &other)]).status, 404);
        assert!(site.get(&format!("/my/licenses/{id}"), &[("Cookie", &own)]).body.contains(path.trim_start_matches('/')));
        assert!(site.get("/renew", &[("Cookie", &own)]).body.contains(&format!("license={id}")));
        let held = site.get(&path, &[("Cookie", &own)]);
        assert!(held.status == 200 && held.words().contains("****-****-****-0001"), "{}", held.words());
        assert_eq!(door.at(NOW).lines(&["notice", "list"]).len(), before, "looking makes nothing");
        let new = issue(&door, &["--product", "antivirus", "--email", HOLDER]);
        let typed = [("license", id.as_str()), ("serial", &new), ("how", "renewal"), ("confirmed", "yes")];
        let by = |cookie: &str| site.post("/renew", &[("Cookie", cookie)], &fields(&typed));
        assert_eq!((by(&other).status, by("").status), (404, 303));
        assert_eq!((door.at(NOW).notices("theft-attempt").len(), state(&door, IMPORTED)), (0, "active".to_owned()));
        let done = site.get(&led_to(&by(&own)), &[]);
        assert!(done.words().contains("Renewed") && state(&door, IMPORTED) == "blocked", "{}", done.words());
    }
}

#[test]
fn where_all_numbers_have_a_check_one_that_fails_it_is_a_typing_error() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (mut door, site) = web(&place.url(), &server, 1);
    drop(site);
    door.set("SERIAL_NUMBERS__ALL_HAVE_CHECK", "true");
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    let serial = issue(&door, &["--product", "antivirus"]);
    let mut typed: Vec<char> = serial.chars().collect();
    typed[6] = if typed[6] == '7' { '8' } else { '7' };
    let typed: String = typed.into_iter().collect();
    let person =
        [("email", HOLDER), ("language", "en"), ("zone", "Etc/UTC"), ("serial_as_written", typed.as_str())];
    let page = post(&site, "/register", &[&[("serial", typed.as_str())][..], &person].concat());
    let words = page.words();
    assert!(page.status == 422 && words.contains("Look at this number once more"), "{words}");
    assert!(words.contains("group 2") || words.contains("groups of the four"), "{words}");
    assert!(!words.contains("It is written exactly so"), "{words}");
}

#[test]
fn a_broken_edited_or_foreign_key_file_is_told_beside_its_field() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 0);
    let (_, file) = key_file(&door, &site);
    let parts: Vec<&str> = file.trim().split('.').collect();
    let edited = format!("{}.{}A.{}", parts[0], parts[1], parts[2]);
    let (elsewhere, other) = (Place::sqlite(), Server::accepting());
    let (other_door, other_site) = web(&elsewhere.url(), &other, 0);
    let foreign = key_file(&other_door, &other_site).1;
    let photograph = "\u{89}PNG ".repeat(300_000);
    for (sent, words) in [
        (parts[0], "This is not a whole key file"),
        (&photograph, "This is not a whole key file"),
        (&edited, "was changed after it was made"),
        (&foreign, "was not made here"),
    ] {
        let page = send_file(&site, sent, "anna@example.com");
        assert!(page.status == 422 && page.words().matches(words).count() == 2, "{}", page.words());
        assert!(page.body.contains("value=\"anna@example.com\""), "what was typed stays");
    }
    assert!(door.at(NOW).notices("theft-attempt").is_empty());
}

#[test]
fn who_has_bought_nothing_yet_sees_what_a_renewal_gives_and_the_way_to_the_shop() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 1);
    let old = [("step", "old"), ("previous", IMPORTED), ("previous_as_written", IMPORTED), ("email", HOLDER)];
    let page = post(&site, "/renew", &old);
    let words = page.words();
    for word in ["Valid until 31 December 2026", "+ 30 days", "+ 150 days", "29 May 2028", "An example"] {
        assert!(words.contains(word), "{word}: {words}");
    }
    assert!(!page.body.contains("token="), "nothing is sold");
    drop(site);
    let shop = "[[product]]\ncode = \"security-space\"";
    door.edit("products.toml", shop, &format!("shop_url = \"https://shop.example/{{token}}/buy\"\n\n{shop}"));
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    let page = post(&site, "/renew", &old).body.replace("&#x2f;", "/");
    let links: Vec<&str> = page
        .split("href=\"https://shop.example/")
        .skip(1)
        .filter_map(|rest| rest.split('/').next())
        .collect();
    assert_eq!(links.len(), 2, "{page}");
    assert!(links[0] != links[1] && links.iter().all(|token| token.contains('.')), "{links:?}");
    let empty = post(&site, "/renew", &[&old[1..], &[("serial", "")]].concat());
    assert!(empty.status == 422 && empty.words().contains("Fill this in"), "{}", empty.words());
}

#[test]
fn the_way_without_an_old_license_says_in_numbers_what_is_lost() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (_door, site) = web(&place.url(), &server, 0);
    let page = site.get("/renew/without", &[]);
    for word in
        ["no bonus of 150 days", "runs 150 days shorter", "until 4 July 2027 instead of 1 December 2027"]
    {
        assert!(page.words().contains(word), "{word}: {}", page.words());
    }
    assert!(page.body.contains("href=\"/register\""), "{}", page.body);
}

#[test]
fn a_company_is_told_when_the_old_license_is_deleted_and_that_no_message_comes() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 0);
    door.at(NOW).import(
        "external_id,serial,product,email,registered_on,expires_on\n\
         b-1,BBBB-BBBB-CCCC-0001,enterprise-suite,it@example.com,2026-01-01,2026-12-31\n",
    );
    let new = issue(&door, &["--product", "enterprise-suite"]);
    let (old, how) = ("BBBB-BBBB-CCCC-0001", ("how", "renewal"));
    let typed =
        [("previous", old), ("previous_as_written", old), ("email", "it@example.com"), ("serial", &new)];
    let done = post(&site, "/renew", &[&typed[..], &[how, ("confirmed", "yes")]].concat());
    let words = site.get(&led_to(&done), &[]).words();
    assert!(words.contains("deleted on 31 December 2026. No further message is sent about it"), "{words}");
}

#[test]
fn a_scanner_that_opens_every_link_of_every_letter_changes_nothing() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 2);
    key_file(&door, &site);
    issue(&door, &["--product", "antivirus", "--email", HOLDER]);
    let wrong = [("step", "old"), ("previous", IMPORTED), ("previous_as_written", IMPORTED)];
    post(&site, "/renew", &[&wrong[..], &[("email", "evil@example.com")]].concat());
    door.at(NOW).tick();
    let kept = || [["license", "list"], ["notice", "list"]].map(|list| door.at(NOW).lines(&list));
    let before = kept();
    let messages = server.messages();
    let texts: Vec<String> = messages.iter().map(|message| Mail::read(message).text()).collect();
    let ends = |letter: char| letter.is_whitespace() || "<>()".contains(letter);
    let links = texts.iter().flat_map(|text| text.split(ends));
    let paths: std::collections::BTreeSet<&str> =
        links.filter_map(|word| word.strip_prefix("http://127.0.0.1:8080")).collect();
    assert!(
        paths.contains("/renew") && paths.contains("/replace") && paths.contains("/register"),
        "{paths:?}"
    );
    for path in paths {
        assert!(site.get(path, &[]).status < 400, "{path}");
    }
    assert_eq!(kept(), before);
}
