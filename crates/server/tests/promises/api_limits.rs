//! What the API turns away, and how it says so: each class of error is a problem document.

use serde_json::json;
use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};

use crate::{
    api::{ALL, NOW, Shop, problem, shop, token, web},
    api_schema::{check, fields},
    delivery::installed,
    door::text,
    http::Served,
};

on_both_engines! {
    async fn a_token_opens_what_its_scopes_say_until_it_ends(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let wish = json!({ "product": "antivirus" });
        let reader = shop(&door, &site, &["licenses:read"]);
        let answer = reader.post("/v1/licenses", &wish);
        let told = problem(&answer, 403, "missing_scope");
        assert!(text(&told, "detail").contains("`licenses:write`"), "{told}");
        assert!(answer.header("www-authenticate").contains("scope=\"licenses:write\""), "{answer:?}");
        for (path, scope) in [("/v1/licenses/lic_1/block", "licenses:block"), ("/v1/replacements", "licenses:replace"), ("/v1/registrations", "licenses:write")] {
            let told = reader.refused(403, "missing_scope", path, &json!({}));
            assert!(text(&told, "detail").contains(scope), "{told}");
        }
        for (path, scope) in [("/v1/notices", "notices:read"), ("/v1/forecast", "notices:read"), ("/v1/events", "events:read")] {
            let told = problem(&reader.get(path), 403, "missing_scope");
            assert!(text(&told, "detail").contains(scope), "{told}");
        }
        let writer = shop(&door, &site, &["licenses:write"]);
        writer.done(201, "/v1/licenses", &wish);
        problem(&writer.get("/v1/licenses/lic_1"), 403, "missing_scope");
        let listed = door.at(NOW).lines(&["token", "list"]);
        assert!(listed.len() == 2 && !format!("{listed:?}").contains("tnr_"), "{listed:?}");
        let of_writer = listed.iter().find(|token| token["scopes"] == json!(["licenses:write"])).unwrap();
        door.at(NOW).done(&["token", "revoke", text(of_writer, "id")]);
        let answer = writer.post("/v1/licenses", &wish);
        problem(&answer, 401, "invalid_token");
        assert_eq!(answer.header("www-authenticate"), "Bearer realm=\"tenure\", error=\"invalid_token\"");
        problem(&reader.get("/v1/licenses/lic_00000000000000000000000000"), 404, "not_found");
    }
}

#[test]
fn a_token_is_asked_for_and_ends_with_its_days() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 0);
    let good = token(&door, &ALL);
    let other_case = good.to_uppercase();
    for (header, code) in [
        ("", "no_token"),
        ("Basic dG5yOg==", "no_token"),
        ("Bearer tnr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "invalid_token"),
        ("Bearer", "no_token"),
        (&format!("Bearer {other_case}"), "invalid_token"),
    ] {
        let headers = if header.is_empty() { vec![] } else { vec![("Authorization", header)] };
        let answer = site.ask("GET", "/v1/events", &headers, "");
        problem(&answer, 401, code);
        assert!(answer.header("www-authenticate").starts_with("Bearer realm=\"tenure\""), "{answer:?}");
    }
    assert_eq!(
        site.ask("GET", "/v1/events", &[("Authorization", &format!("bearer {good}"))], "").status,
        200
    );
    let short =
        door.at(NOW).done(&["token", "create", "--name", "shop", "--scope", "events:read", "--days", "2"]);
    drop(site);
    for (time, status) in [("2026-12-03T11:59:59", 200), (("2026-12-03T12:00"), 401)] {
        let site = Served::begin(&door, time, &["--role", "web"]);
        assert_eq!(Shop { site: &site, token: short.clone() }.get("/v1/events").status, status, "{time}");
    }
    door.at(NOW).wrong(&["token", "create", "--name", "shop"]);
    door.at(NOW).wrong(&["token", "create", "--name", "shop", "--scope", "everything"]);
    door.at(NOW).refused("invalid", &["token", "create", "--name", " ", "--scope", "events:read"]);
    door.at(NOW).refused("not_found", &["token", "revoke", "tok_00000000000000000000000000"]);
}

#[test]
fn everything_that_is_wrong_with_a_body_is_told_at_once() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 0);
    let shop = shop(&door, &site, &ALL);
    let wrong = json!({ "email": "anna", "months": 0, "devices": "3", "offer": "gift", "language": "!", "time_zone": "Mars/Olympus", "name": "a\nb", "has_account": 1, "colour": "red" });
    let told = shop.refused(422, "invalid", "/v1/licenses", &wrong);
    let mut named = fields(&told);
    named.sort_unstable();
    assert_eq!(
        named,
        [
            "colour",
            "devices",
            "email",
            "has_account",
            "language",
            "months",
            "name",
            "offer",
            "product",
            "time_zone"
        ]
    );
    assert!(told.to_string().contains("there is no such field; there are product, email"), "{told}");
    let told = shop.refused(422, "invalid", "/v1/renewals", &json!({ "serial": "ABCD", "previous": null }));
    assert_eq!(fields(&told), ["serial", "previous", "email"]);
    assert!(!told.to_string().contains("ABCD"), "{told}");
    let told = shop.refused(422, "unknown_product", "/v1/licenses", &json!({ "product": "antivirüs" }));
    assert_eq!(fields(&told), ["product"]);
    shop.done(201, "/v1/licenses", &json!({ "product": "antivirus", "external_id": "7", "months": null }));
    let told =
        shop.refused(422, "invalid", "/v1/licenses", &json!({ "product": "antivirus", "external_id": "7" }));
    assert_eq!(fields(&told), ["external_id"]);
    for body in ["", "{\n  \"product\": antivirus }", "[]", "{\"product\":\"a\"", "null"] {
        let answer = shop.ask("POST", "/v1/licenses", &[], body);
        let told = problem(&answer, 400, "malformed_json");
        assert!(!body.contains('\n') || text(&told, "detail").contains("line 2 column 1"), "{told}");
    }
    let licenses = door.at(NOW).lines(&["license", "list"]);
    assert_eq!(licenses.len(), 1, "{licenses:?}");
}

#[test]
fn every_other_refusal_of_the_door_is_a_problem_document_too() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 1);
    let shop = shop(&door, &site, &ALL);
    for path in [
        "/v1",
        "/v1/",
        "/v1/nowhere",
        "/v1/licenses/lic_1",
        "/v1/licenses/AAAA-BBBB-CCCC-0001",
        "/v1/licenses/lic_1/key-file",
    ] {
        problem(&shop.get(path), 404, "not_found");
    }
    shop.refused(404, "not_found", "/v1/licenses/c-1/block", &json!({}));
    shop.refused(404, "not_found", "/v1/replacements", &json!({ "license": "AAAA-BBBB-CCCC-0001" }));
    let answer = shop.get("/v1/licenses");
    problem(&answer, 405, "method_not_allowed");
    assert_eq!(answer.header("allow"), "POST");
    problem(&shop.ask("DELETE", "/v1/licenses/lic_1", &[], ""), 405, "method_not_allowed");
    problem(
        &shop.ask("GET", "/v1/events", &[("Accept", "text/html, application/xml;q=0.9")], ""),
        406,
        "not_acceptable",
    );
    for accepted in ["application/json", "text/html, */*;q=0.1", "application/*"] {
        assert_eq!(shop.ask("GET", "/v1/events", &[("Accept", accepted)], "").status, 200);
    }
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    problem(&shop.ask("POST", "/v1/licenses", &form, "product=antivirus"), 415, "unsupported_media_type");
    let large = json!({ "product": "a".repeat(66_000) }).to_string();
    problem(&shop.ask("POST", "/v1/licenses", &[], &large), 413, "body_too_large");
    for key in ["", "two words", "żółć", &"k".repeat(256), "\"\""] {
        let answer = shop.ask("POST", "/v1/licenses", &[("Idempotency-Key", key)], "{}");
        problem(&answer, 400, "invalid_idempotency_key");
    }
}

#[test]
fn a_browser_elsewhere_and_a_cookie_change_nothing() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 0);
    let shop = shop(&door, &site, &ALL);
    let elsewhere = [
        ("Origin", "https://evil.example"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Cookie", "tenure_session=x; tenure_lang=pl"),
    ];
    let answer = shop.ask("POST", "/v1/licenses", &elsewhere, "{\"product\":\"antivirus\"}");
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (201, ""));
    assert_eq!(
        (answer.header("cache-control"), answer.header("x-content-type-options")),
        ("no-store", "nosniff")
    );
    let answer = site.ask("POST", "/v1/licenses", &elsewhere, "{\"product\":\"antivirus\"}");
    check("POST", "/v1/licenses", &answer);
    problem(&answer, 401, "no_token");
}

#[test]
fn too_many_wrong_tries_of_a_shop_are_told_when_to_go_on_and_take_no_key() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let mut door = installed(&place.url(), &server, 2);
    door.set("LIMITS__PER_SHOP", "2");
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    let (one, other) = (shop(&door, &site, &ALL), shop(&door, &site, &ALL));
    let wrong = json!({ "serial": "ZZZZ-ZZZZ-ZZZZ-ZZZZ", "email": "c-1@example.com" });
    let right = json!({ "serial": "AAAA-BBBB-CCCC-0001", "email": "c-1@example.com" });
    for _ in 0..2 {
        one.refused(422, "no_match", "/v1/registrations", &wrong);
    }
    for path in ["/v1/registrations", "/v1/registrations"] {
        let answer = one.keyed(path, "key", &right);
        problem(&answer, 429, "too_many_tries");
        assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0, "{answer:?}");
    }
    assert_eq!(other.post("/v1/registrations", &right).status, 200);
    let later = Served::begin(&door, "2026-12-01T13:00", &["--role", "web"]);
    assert_eq!(
        Shop { site: &later, token: one.token.clone() }.keyed("/v1/registrations", "key", &right).status,
        200
    );
}

#[test]
fn guessing_tokens_is_limited_by_network_and_holds_up_no_shop_elsewhere() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let mut door = installed(&place.url(), &server, 0);
    door.set("LIMITS__PER_NETWORK", "3");
    door.edit("tenure.toml", "trusted_proxies = []", "trusted_proxies = [\"127.0.0.1\"]");
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    let good = format!("Bearer {}", token(&door, &ALL));
    let guess = |bearer: &str, from: &str| {
        site.ask("GET", "/v1/events", &[("Authorization", bearer), ("X-Forwarded-For", from)], "")
    };
    for _ in 0..3 {
        problem(&guess("Bearer tnr_wrong", "203.0.113.7"), 401, "invalid_token");
    }
    problem(&guess("Bearer tnr_wrong", "203.0.113.7"), 429, "too_many_tries");
    assert_eq!((guess(&good, "203.0.113.7").status, guess(&good, "203.0.113.8").status), (429, 200));
}
