//! What a shop asks under a key is done once, however often it asks, and whatever happens in between.

use std::thread;

use serde_json::{Value, json};
use tenure_testbed::{on_both_engines, smtp::Server};

use crate::{
    api::{ALL, NOW, Shop, problem, shop, token, web},
    door::{object, text},
    http::{Answer, Served},
};

fn wish(devices: u32) -> Value {
    json!({ "product": "antivirus", "devices": devices })
}

/// How many licenses there are.
fn licenses(door: &crate::door::Door) -> usize {
    door.at(NOW).lines(&["license", "list"]).len()
}

on_both_engines! {
    async fn twenty_at_once_get_one_license_and_the_same_answer(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let shop = shop(&door, &site, &ALL);
        let answers: Vec<Answer> = thread::scope(|scope| {
            let asked: Vec<_> = (0..20).map(|_| scope.spawn(|| shop.keyed("/v1/licenses", "order-7", &wish(3)))).collect();
            asked.into_iter().map(|asking| asking.join().unwrap()).collect()
        });
        for answer in &answers {
            assert_eq!((answer.status, &answer.body, answer.header("location")), (201, &answers[0].body, answers[0].header("location")));
        }
        assert_eq!(licenses(&door), 1);
    }

    async fn the_same_answer_is_given_after_the_process_was_killed(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let first = shop(&door, &site, &ALL);
        let token = first.token.clone();
        let answer = first.keyed("/v1/licenses", "order-7", &wish(3));
        // Killed, not asked to end: what was answered is on the disk.
        drop(site);
        let site = Served::begin(&door, "2026-12-02T11:00", &["--role", "web"]);
        let again = Shop { site: &site, token: token.clone() }.keyed("/v1/licenses", "\"order-7\"", &wish(3));
        assert_eq!((again.status, &again.body, again.header("location")), (201, &answer.body, answer.header("location")));
        assert_eq!(licenses(&door), 1);
        // The janitor clears what was kept for two days.
        door.at("2026-12-04T12:00:01").tick();
        let fresh = Shop { site: &site, token }.keyed("/v1/licenses", "order-7", &wish(3));
        assert_ne!(fresh.body, answer.body);
        assert_eq!(licenses(&door), 2);
    }

    async fn a_key_stands_for_one_request_of_one_shop(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0);
        let (one, other) = (shop(&door, &site, &ALL), shop(&door, &site, &ALL));
        let first = one.keyed("/v1/licenses", "order-7", &wish(3));
        problem(&one.keyed("/v1/licenses", "order-7", &wish(4)), 422, "idempotency_key_reused");
        let elsewhere = one.keyed("/v1/registrations", "order-7", &json!({ "serial": "AAAA-BBBB-CCCC-0001", "email": "a@example.com" }));
        problem(&elsewhere, 422, "idempotency_key_reused");
        // The same request, written otherwise.
        let same = one.ask("POST", "/v1/licenses", &[("Idempotency-Key", "order-7")], "{ \"devices\" : 3,\n \"product\": \"antivirus\" }");
        assert_eq!(same.body, first.body);
        assert_eq!(other.keyed("/v1/licenses", "order-7", &wish(4)).status, 201);
        // What cannot be right does nothing, and takes no key.
        problem(&one.keyed("/v1/licenses", "order-8", &json!({ "product": "antivirus", "devices": 0 })), 422, "invalid");
        assert_eq!(one.keyed("/v1/licenses", "order-8", &wish(1)).status, 201);
        assert_eq!(licenses(&door), 3);
    }

    async fn a_refusal_is_given_again_and_counts_once(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1);
        let shop = shop(&door, &site, &ALL);
        let stranger = json!({ "serial": "AAAA-BBBB-CCCC-0001", "email": "evil@example.com" });
        let answers = [0, 1, 2].map(|_| shop.keyed("/v1/registrations", "try", &stranger));
        for answer in &answers {
            problem(answer, 422, "no_match");
            assert_eq!(answer.body, answers[0].body);
        }
        let events = shop.seen("/v1/events?limit=200");
        let attempts = events["items"].as_array().unwrap().iter().filter(|event| event["what"] == "theft_attempt").count();
        assert_eq!(attempts, 1, "{events}");
        let unknown = json!({ "product": "nothing" });
        let told = [0, 1].map(|_| object(&shop.keyed("/v1/licenses", "unknown", &unknown).body));
        assert_eq!((text(&told[0], "code"), &told[0]), ("unknown_product", &told[1]));
    }

    async fn a_renewal_asked_for_twice_is_one_renewal(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1);
        let shop = Shop { site: &site, token: token(&door, &ALL) };
        let new = text(&shop.done(201, "/v1/licenses", &json!({ "product": "antivirus" })), "serial").to_owned();
        let renewal = json!({ "serial": new, "previous": "AAAA-BBBB-CCCC-0001", "email": "c-1@example.com" });
        let (one, other) = thread::scope(|scope| {
            let one = scope.spawn(|| shop.keyed("/v1/renewals", "renewal-1", &renewal));
            (shop.keyed("/v1/renewals", "renewal-1", &renewal), one.join().unwrap())
        });
        assert_eq!((one.status, &one.body), (200, &other.body));
        assert_eq!(door.at(NOW).notices("renewal-confirmation").len(), 1);
        // Without a key it is another request, and tells nothing.
        shop.refused(422, "no_match", "/v1/renewals", &renewal);
    }
}
