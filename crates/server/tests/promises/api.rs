//! The API for shops: every way to its end, and every answer as the OpenAPI document says.

use serde_json::{Value, json};
use tenure_domain::Succession;
use tenure_store::license;
use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};

use crate::{
    api_schema::{check, fields, operations},
    delivery::installed,
    door::{Door, INIT, homes, object, text},
    http::{Answer, Served},
    mail::Mail,
};

pub(crate) const NOW: &str = "2026-12-01T12:00";
/// Everything a token can allow.
pub(crate) const ALL: [&str; 8] = [
    "licenses:read",
    "licenses:write",
    "licenses:replace",
    "licenses:block",
    "holders:read",
    "notices:read",
    "events:read",
    "inbound:write",
];

/// A shop that speaks to a site. Each answer is compared with the document.
pub(crate) struct Shop<'a> {
    pub(crate) site: &'a Served,
    pub(crate) token: String,
}

impl Shop<'_> {
    /// Any request, with headers beside those that every shop sends.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        let mut all = vec![("Authorization", bearer.as_str())];
        if method == "POST" && headers.iter().all(|(name, _)| *name != "Content-Type") {
            all.push(("Content-Type", "application/json"));
        }
        all.extend(headers);
        let answer = self.site.ask(method, path, &all, body);
        check(method, path, &answer);
        assert_eq!(answer.header("set-cookie"), "", "{path}");
        answer
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask("POST", path, &[], &body.to_string())
    }

    pub(crate) fn keyed(&self, path: &str, key: &str, body: &Value) -> Answer {
        self.ask("POST", path, &[("Idempotency-Key", key)], &body.to_string())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "")
    }

    /// What must succeed: the object.
    #[track_caller]
    pub(crate) fn done(&self, status: u16, path: &str, body: &Value) -> Value {
        let answer = self.post(path, body);
        assert_eq!(answer.status, status, "{}", answer.body);
        object(&answer.body)
    }

    #[track_caller]
    pub(crate) fn seen(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{}", answer.body);
        object(&answer.body)
    }

    /// What must be refused: the problem.
    #[track_caller]
    pub(crate) fn refused(&self, status: u16, code: &str, path: &str, body: &Value) -> Value {
        let answer = self.post(path, body);
        problem(&answer, status, code)
    }
}

/// A problem document, whole.
#[track_caller]
pub(crate) fn problem(answer: &Answer, status: u16, code: &str) -> Value {
    assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.body);
    let problem = object(&answer.body);
    assert_eq!((answer.status, text(&problem, "code")), (status, code), "{problem}");
    assert_eq!(
        (&problem["status"], text(&problem, "type")),
        (&json!(status), format!("urn:tenure:problem:{code}").as_str())
    );
    assert!(!text(&problem, "title").is_empty() && !text(&problem, "detail").is_empty(), "{problem}");
    problem
}

/// A token with scopes.
pub(crate) fn token(door: &Door, scopes: &[&str]) -> String {
    let scopes = scopes.iter().flat_map(|scope| ["--scope", scope]);
    let arguments: Vec<&str> = ["token", "create", "--name", "shop"].into_iter().chain(scopes).collect();
    let token = door.at(NOW).done(&arguments);
    assert!(token.starts_with("tnr_") && token.len() == 47, "{token}");
    token
}

/// Pages and API without workers, and `count` licenses that expire on 31 December.
pub(crate) fn web(url: &str, server: &Server, count: usize) -> (Door, Served) {
    let door = installed(url, server, count);
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    (door, site)
}

pub(crate) fn shop<'a>(door: &Door, site: &'a Served, scopes: &[&str]) -> Shop<'a> {
    Shop { site, token: token(door, scopes) }
}

on_both_engines! {
    async fn a_license_is_issued_registered_and_seen(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let shop = shop(&door, &site, &ALL);
        let wish = json!({ "product": "antivirus", "email": "Anna@example.com", "name": "Anna Żółć", "language": "pl", "time_zone": "Europe/Warsaw",
            "months": 24, "devices": 3, "external_id": "order 7", "has_account": true });
        let answer = shop.post("/v1/licenses", &wish);
        let issued = object(&answer.body);
        assert_eq!(answer.status, 201, "{issued}");
        let (id, serial) = (text(&issued, "id"), text(&issued, "serial"));
        assert_eq!(answer.header("location"), format!("/v1/licenses/{id}"));
        assert_eq!((serial.len(), text(&issued, "state"), text(&issued, "email"), text(&issued, "name")), (19, "unregistered", "Anna@example.com", "Anna Żółć"));
        assert_eq!((&issued["months"], &issued["devices"], text(&issued, "external_id")), (&json!(24), &json!(3), "order 7"));
        assert_eq!(shop.get(&format!("/v1/licenses/{id}/key-file")).status, 404);
        let registered = shop.done(200, "/v1/registrations", &json!({ "serial": serial.to_lowercase(), "email": "anna@example.com" }));
        assert_eq!((text(&registered, "id"), text(&registered, "state"), text(&registered, "expires_on"), &registered["again"]), (id, "active", "2028-12-01", &json!(false)));
        let file = shop.get(&format!("/v1/licenses/{id}/key-file"));
        assert_eq!((file.status, file.body.as_str()), (200, text(&registered, "key_file")));
        assert!(file.header("content-disposition").contains("antivirus-"), "{file:?}");
        let again = shop.done(200, "/v1/registrations", &json!({ "serial": serial, "email": "anna@example.com" }));
        assert_eq!((&again["again"], &again["key_file"]), (&json!(true), &Value::Null));
        let shown = shop.seen(&format!("/v1/licenses/{id}"));
        assert_eq!(text(&shown, "serial"), format!("****-****-****-{}", &serial[15..]));
        // An account is known of: no invitation to make one.
        let kinds: Vec<String> = door.at(NOW).lines(&["notice", "list"]).iter().map(|notice| text(notice, "kind").to_owned()).collect();
        assert_eq!(kinds.iter().filter(|kind| *kind == "key-file").count(), 2, "{kinds:?}");
        assert!(!kinds.contains(&"account-invitation".to_owned()) && kinds.contains(&"serial-number".to_owned()), "{kinds:?}");
        door.at(NOW).tick();
        let messages = server.messages();
        let letter = messages.iter().map(Mail::read).find(|mail| mail.kind() == "serial-number").unwrap();
        assert!(letter.to == "Anna@example.com" && letter.says(serial), "{}", letter.text());
    }

    async fn a_license_is_renewed_added_to_replaced_and_blocked(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1);
        let shop = shop(&door, &site, &ALL);
        let email = "c-1@example.com";
        let issue = |devices: u32, offer: &str| text(&shop.done(201, "/v1/licenses", &json!({ "product": "antivirus", "email": email, "devices": devices, "offer": offer })), "serial").to_owned();
        let new = issue(1, "new");
        let renewed = shop.done(200, "/v1/renewals", &json!({ "serial": new, "previous": "aaaa bbbb cccc 0001", "email": email }));
        assert_eq!((text(&renewed["license"], "expires_on"), text(&renewed["previous"], "state"), text(&renewed["previous"], "blocked_reason")), ("2028-05-29", "blocked", "superseded"));
        assert_eq!(text(&renewed["previous"], "deletes_on"), "2026-12-31");
        assert_eq!((&renewed["previous"]["successor"], &renewed["license"]["previous"]), (&renewed["license"]["id"], &renewed["previous"]["id"]));
        assert_eq!(text(&renewed, "key_file").matches('.').count(), 2);
        let more = issue(4, "expansion");
        let expanded = shop.done(200, "/v1/expansions", &json!({ "serial": more, "previous": new, "email": email }));
        assert_eq!((&expanded["license"]["devices"], text(&expanded["license"], "expires_on")), (&json!(5), "2028-05-29"));
        let id = text(&expanded["license"], "id");
        let answer = shop.post("/v1/replacements", &json!({ "license": id }));
        let replaced = object(&answer.body);
        assert_eq!((answer.status, text(&replaced, "previous"), text(&replaced, "state"), text(&replaced, "expires_on")), (201, id, "active", "2028-05-29"));
        assert!(text(&replaced, "serial").starts_with("****"), "the new serial number goes to the holder only: {replaced}");
        assert_eq!(text(&shop.seen(&format!("/v1/licenses/{id}")), "blocked_reason"), "compromised");
        let id = text(&replaced, "id");
        shop.refused(409, "no_replacement_left", "/v1/replacements", &json!({ "license": id }));
        let path = format!("/v1/licenses/{id}/block");
        let blocked = shop.done(200, &path, &json!({ "reason": "other" }));
        assert_eq!((text(&blocked, "state"), text(&blocked, "blocked_reason")), ("blocked", "other"));
        shop.refused(409, "blocked", &path, &json!({}));
        assert_eq!(shop.get(&format!("/v1/licenses/{id}/key-file")).status, 404);
    }

    async fn strangers_learn_nothing_and_owners_are_told(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 3);
        door.at("2026-11-01T09:00").import("external_id,serial,product,email,registered_on,expires_on,blocked_on,blocked_reason\n\
            d-1,DDDD-BBBB-CCCC-0001,enterprise-suite,d-1@example.com,2025-01-01,2026-11-30,2026-10-01,superseded\n");
        door.at(NOW).tick();
        door.at(NOW).done(&["license", "block", "c-2", "--reason", "other"]);
        let new = door.at(NOW).done(&["license", "issue", "--product", "antivirus"]);
        door.at(NOW).done(&["license", "renew", "--serial", &new, "--previous", "AAAA-BBBB-CCCC-0003", "--email", "c-3@example.com"]);
        let shop = shop(&door, &site, &ALL);
        let tries = [
            ("ZZZZ-ZZZZ-ZZZZ-ZZZZ", "c-1@example.com"),
            ("AAAA-BBBB-CCCC-0001", "evil@example.com"),
            ("AAAA-BBBB-CCCC-0002", "c-2@example.com"),
            ("AAAA-BBBB-CCCC-0003", "c-3@example.com"),
            ("DDDD-BBBB-CCCC-0001", "d-1@example.com"),
        ];
        let other = door.at(NOW).done(&["license", "issue", "--product", "antivirus"]);
        let registering = tries.map(|(serial, email)| shop.post("/v1/registrations", &json!({ "serial": serial, "email": email })));
        let renewing = tries.map(|(serial, email)| shop.post("/v1/renewals", &json!({ "serial": other, "previous": serial, "email": email })));
        let adding = tries.map(|(serial, email)| shop.post("/v1/expansions", &json!({ "serial": other, "previous": serial, "email": email })));
        for answers in [registering, renewing, adding] {
            for answer in &answers {
                problem(answer, 422, "no_match");
                assert_eq!(answer.body, answers[0].body);
            }
        }
        door.at(NOW).tick();
        let messages = server.messages();
        let theft = messages.iter().map(Mail::read).find(|mail| mail.kind() == "theft-attempt").unwrap();
        assert!(theft.to == "c-1@example.com" && theft.says("3 times") && !theft.says("evil"), "{}", theft.text());
    }

    async fn every_try_of_a_stranger_is_listed_page_by_page(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 3);
        let shop = shop(&door, &site, &ALL);
        for serial in ["AAAA-BBBB-CCCC-0001", "AAAA-BBBB-CCCC-0002", "AAAA-BBBB-CCCC-0001", "ZZZZ-ZZZZ-ZZZZ-ZZZZ"] {
            shop.post("/v1/registrations", &json!({ "serial": serial, "email": "evil@example.com" }));
        }
        let first = shop.seen("/v1/theft-attempts?limit=2&since=2020-01-01T00:00:00%2B01:00");
        let second = shop.seen(first["next"].as_str().unwrap());
        let ids = |page: &Value| page["items"].as_array().unwrap().iter().map(|item| text(item, "id").to_owned()).collect::<Vec<_>>();
        let all = shop.seen("/v1/theft-attempts");
        assert_eq!((ids(&first).len(), &second["next"]), (2, &Value::Null));
        assert_eq!([ids(&first), ids(&second)].concat(), ids(&all), "an unknown number is nobody's");
        assert_eq!(all["items"].as_array().unwrap().len(), 3);
        let second = all["items"].as_array().unwrap().iter().find(|item| item["external_id"] == "c-2").unwrap();
        let license = text(second, "license");
        assert_eq!(shop.seen(&format!("/v1/theft-attempts?license={license}"))["items"], json!([second]));
        assert_eq!(shop.seen("/v1/theft-attempts?since=2100-01-01T00:00:00Z")["items"], json!([]));
        assert!(!all.to_string().contains("evil") && !all.to_string().contains("AAAA"), "{all}");
        let answer = shop.get("/v1/theft-attempts?license=7&since=soon");
        assert_eq!(fields(&problem(&answer, 422, "invalid")), ["license", "since"]);
    }

    async fn the_pages_of_notices_hold_each_notice_once(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 5);
        door.at(NOW).tick();
        let shop = shop(&door, &site, &ALL);
        let (mut path, mut items) = ("/v1/notices?limit=2&kind=renewal-reminder".to_owned(), Vec::new());
        loop {
            let page = shop.seen(&path);
            items.extend(page["items"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut path),
                None => break,
            }
        }
        let mut listed = door.at(NOW).lines(&["notice", "list", "--kind", "renewal-reminder"]);
        listed.sort_by_key(|notice| text(notice, "id").to_owned());
        assert_eq!((items.len(), &items), (5, &listed), "the same fields as `notice list --json`");
        let one = &items[0];
        let found = shop.seen(&format!("/v1/notices?license={}&state=accepted&day={}", text(one, "license"), text(one, "due_on")));
        assert_eq!(found["items"], json!([one]));
        assert_eq!(shop.seen("/v1/notices?state=failed")["items"], json!([]));
        let answer = shop.get("/v1/notices?license=7&kind=love&state=x&day=soon&limit=0&cursor=!&color=red");
        assert_eq!(fields(&problem(&answer, 422, "invalid")), ["color", "license", "kind", "state", "day", "limit", "cursor"]);
        let forecast = shop.seen("/v1/forecast?days=60");
        assert_eq!(forecast["items"], json!(door.at(NOW).lines(&["forecast", "--days", "60"])));
        problem(&shop.get("/v1/forecast?days=367"), 422, "invalid");
    }

    async fn whoever_follows_the_events_misses_none_and_sees_none_twice(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 3);
        let shop = shop(&door, &site, &ALL);
        let (mut path, mut ids) = ("/v1/events?limit=2".to_owned(), Vec::new());
        let mut follow = || loop {
            let page = shop.seen(&path);
            ids.extend(page["items"].as_array().unwrap().clone());
            text(&page, "next").clone_into(&mut path);
            if page["has_more"] == json!(false) {
                return;
            }
        };
        follow();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..5).for_each(|_| drop(shop.done(201, "/v1/licenses", &json!({ "product": "antivirus" })))));
            }
            (0..10).for_each(|_| follow());
        });
        follow();
        let whats: Vec<&str> = ids.iter().map(|event| text(event, "what")).collect();
        assert_eq!((whats.iter().filter(|what| **what == "imported").count(), whats.iter().filter(|what| **what == "issued").count()), (3, 20), "{whats:?}");
        assert_eq!(ids.iter().map(|event| text(event, "id")).collect::<std::collections::BTreeSet<_>>().len(), 23);
        let new = text(&shop.done(201, "/v1/licenses", &json!({ "product": "antivirus" })), "serial").to_owned();
        shop.done(200, "/v1/renewals", &json!({ "serial": new, "previous": "AAAA-BBBB-CCCC-0001", "email": "c-1@example.com" }));
        shop.refused(422, "no_match", "/v1/registrations", &json!({ "serial": "AAAA-BBBB-CCCC-0002", "email": "evil@example.com" }));
        let page = shop.seen(&path.replace("limit=2", "limit=200"));
        let mut told: Vec<String> = page["items"].as_array().unwrap().iter().map(|event| {
            ["what", "how", "service"].map(|name| event[name].as_str().unwrap_or("-")).join(" ")
        }).collect();
        // The clock stands still: what happens in one instant comes in any order.
        told.sort();
        assert_eq!(told, ["issued - -", "registered renewal -", "superseded renewal -", "theft_attempt - registration"]);
        assert!(!page.to_string().contains('@') && !page.to_string().contains("AAAA"), "{page}");
    }
}

#[test]
fn every_operation_of_the_document_is_there_and_asks_for_a_token() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (_door, site) = web(&place.url(), &server, 0);
    let all = operations();
    assert!(all.len() >= 12, "{all:?}");
    for (method, path, operation) in all {
        let answer = site.ask(&method, &path.replace("{id}", "lic_1"), &[], "");
        check(&method, path, &answer);
        if operation["security"] == json!([{}]) {
            assert_eq!((answer.status, answer.body), (200, tenure::api::openapi().to_owned()));
        } else {
            problem(&answer, 401, "no_token");
            assert_eq!(
                operation["security"][0]["token"].as_array().map(Vec::len),
                Some(1),
                "{path} names its scope"
            );
        }
    }
}

#[test]
fn without_the_scope_addresses_are_masked_and_names_are_not_shown() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 1);
    door.at(NOW).tick();
    let shop = shop(&door, &site, &["licenses:read", "notices:read", "licenses:write"]);
    let notices = shop.seen("/v1/notices");
    assert_eq!(notices["items"][0]["to"], "c…@example.com");
    let license = shop.seen(&format!("/v1/licenses/{}", text(&notices["items"][0], "license")));
    assert_eq!((text(&license, "email"), &license["name"]), ("c…@example.com", &Value::Null));
    let issued = shop.done(
        201,
        "/v1/licenses",
        &json!({ "product": "antivirus", "email": "anna@example.com", "name": "Anna" }),
    );
    assert_eq!((text(&issued, "email"), &issued["name"]), ("a…@example.com", &Value::Null));
}

/// The token of the wizard's link to the shop, for the first license.
async fn shop_token(door: &Door, how: Succession) -> String {
    let now = "2026-12-01T11:00:00Z".parse().unwrap();
    let house = tenure::house::House::open(&door.file("tenure.toml"), Some(now)).await.unwrap();
    let desk = house.desk.clone();
    let serial = "AAAA-BBBB-CCCC-0001".parse().unwrap();
    let found = house.store.read(move |tx| license::find_by_serial(tx, &desk.keys.vault, &serial)).await;
    let link = tenure::actions::shop::link(&house.desk, &found.unwrap().unwrap(), how, "en", now).unwrap();
    house.store.close().await;
    link.split_once("token=").unwrap().1.to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_shop_gives_back_the_token_of_the_wizard_with_what_was_bought() {
    let door = Door::open();
    door.edit("products.toml", "# shop_url", "shop_url");
    door.at(INIT).import(&homes(2));
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    let shop = shop(&door, &site, &ALL);
    let token = shop_token(&door, Succession::Renewal).await;
    let bought = json!({ "shop_token": token, "issue": { "product": "antivirus", "months": 12 } });
    let told = shop.refused(422, "invalid", "/v1/expansions", &bought);
    assert!(fields(&told) == ["shop_token"] && told.to_string().contains("/v1/renewals"), "{told}");
    let wrong =
        json!({ "shop_token": token, "email": "c-1@example.com", "issue": { "months": 0, "colour": "red" } });
    let told = shop.refused(422, "invalid", "/v1/renewals", &wrong);
    assert_eq!(fields(&told), ["issue.product", "issue.months", "issue.colour", "email"]);
    let told = shop.refused(422, "invalid", "/v1/renewals", &json!({ "shop_token": token }));
    assert_eq!(fields(&told), ["serial"]);
    let told = shop.refused(422, "invalid", "/v1/renewals", &json!({ "issue": { "product": "antivirus" } }));
    assert_eq!(fields(&told), ["serial", "previous", "email", "issue"]);
    let answers = [0, 1].map(|_| shop.keyed("/v1/renewals", "order-7", &bought));
    let done = object(&answers[0].body);
    assert_eq!((answers[0].status, &answers[0].body), (200, &answers[1].body), "{done}");
    assert_eq!(
        (text(&done["license"], "expires_on"), text(&done["license"], "email")),
        ("2028-05-29", "c-1@example.com")
    );
    assert!(
        !text(&done["license"], "serial").contains('*') && text(&done["previous"], "state") == "blocked",
        "{done}"
    );
    shop.refused(409, "already_renewed", "/v1/renewals", &bought);
    assert_eq!(door.at(NOW).lines(&["license", "list"]).len(), 3, "a refused purchase issues nothing");
}
