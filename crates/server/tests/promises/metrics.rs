//! Metrics are true: what is scraped is what the database has, at every scrape; and the health page knows whether the planner
//! runs.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use tenure_testbed::{
    on_both_engines,
    patience::becomes,
    refusing::{accept, refuse},
    smtp::{Rule, Script, Server, Stage},
};

use crate::{
    delivery::installed,
    door::{Door, INIT, text},
    http::Served,
};

const DUE: &str = "2026-12-01T10:00";

/// The samples of a scrape: name with labels, and value.
pub(crate) fn scrape(served: &Served) -> BTreeMap<String, i64> {
    let answer = served.watched("/metrics");
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (200, "text/plain; version=0.0.4; charset=utf-8")
    );
    let samples = answer.body.lines().filter(|line| !line.starts_with('#'));
    let samples: BTreeMap<String, i64> = samples
        .map(|line| line.rsplit_once(' ').unwrap())
        .map(|(name, value)| (name.to_owned(), value.parse().unwrap()))
        .collect();
    let sum = |name: &str| -> i64 {
        samples.iter().filter(|(sample, _)| sample.starts_with(name)).map(|(_, value)| value).sum()
    };
    assert_eq!(
        sum("tenure_notices_created_total"),
        sum("tenure_notices_ended_total") + sum("tenure_notices_open"),
        "{samples:?}"
    );
    samples
}

/// How many notices there are of each kind and state.
fn truth(door: &Door) -> BTreeMap<(String, String), i64> {
    let mut found = BTreeMap::new();
    for notice in door.at(DUE).lines(&["notice", "list"]) {
        *found.entry((text(&notice, "kind").to_owned(), text(&notice, "state").to_owned())).or_default() += 1;
    }
    found
}

/// The whole installation served, with its metrics on an address of their own.
pub(crate) fn watched(door: &mut Door) -> Served {
    door.set("WATCH__LISTEN", "127.0.0.1:0");
    Served::begin(door, DUE, &[])
}

on_both_engines! {
    async fn what_is_scraped_is_what_the_database_has(url: String) {
        let script = Script::accepting()
            .rule(Rule::reply(Stage::Rcpt, "451 4.3.0 busy").to("c-2@example.com"))
            .rule(Rule::reply(Stage::Rcpt, "550 5.1.1 unknown").to("c-3@example.com"));
        let server = Server::start(script);
        let mut door = installed(&url, &server, 40);
        let served = watched(&mut door);
        let mut expected: BTreeMap<String, i64> = [
            ("tenure_notices_created_total{kind=\"renewal-reminder\"}", 40),
            ("tenure_notices_created_total{kind=\"key-file\"}", 0),
            ("tenure_attempts_total{outcome=\"accepted\"}", 38),
            ("tenure_attempts_total{outcome=\"later\"}", 1),
            ("tenure_attempts_total{outcome=\"never\"}", 1),
            ("tenure_lateness_seconds_count{kind=\"renewal-reminder\"}", 38),
            ("tenure_lateness_seconds_bucket{kind=\"renewal-reminder\",le=\"1\"}", 38),
            ("tenure_claims_lost_total", 0),
            ("tenure_database_up", 1),
            ("tenure_backlog", 0),
            ("tenure_planner_last_pass_age_seconds", 0),
            ("tenure_hold{cause=\"operator\"}", 0),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        let mut samples = BTreeMap::new();
        // A count that took long stands for a while: what is scraped comes after what is true, and stays there.
        becomes(|| {
            samples = scrape(&served);
            expected.iter().all(|(name, value)| samples.get(name) == Some(value))
        });
        let truth = truth(&door).into_iter().map(|((kind, state), count)| {
            let labels = format!("{{kind=\"{kind}\",state=\"{state}\"}}");
            let name = if state == "due" { "tenure_notices_open" } else { "tenure_notices_ended_total" };
            (name.to_owned() + &labels, count)
        });
        expected.extend(truth);
        becomes(|| {
            samples = scrape(&served);
            expected.iter().all(|(name, value)| samples.get(name) == Some(value))
        });
        for (name, value) in &expected {
            assert_eq!(samples.get(name), Some(value), "{name}");
        }
        assert!(samples.iter().any(|(name, value)| name.starts_with("tenure_relay_up{relay=\"smtp://127.0.0.1") && *value == 1));
        door.at(INIT).done(&["hold"]);
        assert_eq!(scrape(&served)["tenure_hold{cause=\"operator\"}"], 1);
    }

    async fn a_planner_that_does_not_run_is_told(url: String) {
        let refused = [("pass", "UPDATE"), ("pass", "INSERT")];
        let server = Server::accepting();
        let mut door = installed(&url, &server, 1);
        refuse(&url, &refused);
        let served = watched(&mut door);
        let ready = served.watched("/health/ready");
        assert!(ready.status == 503 && ready.body.contains("the planner has not run for more than 15 minutes"), "{ready:?}");
        assert_eq!(served.get("/health/live", &[]).status, 200);
        assert_eq!(scrape(&served)["tenure_planner_last_pass_age_seconds"], 30 * 24 * 3600 + 2 * 3600);
        accept(&url, &refused);
        becomes(|| served.get("/health/ready", &[]).status == 200);
        assert_eq!(served.get("/health/ready", &[]).body, "ready\n");
    }
}

#[test]
fn metrics_are_not_shown_where_the_pages_are() {
    let mut door = Door::open();
    let served = watched(&mut door);
    assert_eq!(served.get("/metrics", &[]).status, 404);
    assert_eq!(served.watched("/metrics").status, 200);
    assert_eq!(served.watched("/").status, 404);
}

#[test]
fn dashboard_and_alerts_name_what_is_exported_and_all_of_it() {
    let mut door = Door::open();
    door.at(INIT).done(&["license", "issue", "--product", "antivirus", "--email", "a@example.com"]);
    door.at(DUE).tick();
    door.at(DUE).done(&["hold"]);
    door.at(DUE).done(&["license", "issue", "--product", "antivirus", "--email", "b@example.com"]);
    let served = watched(&mut door);
    let exported: BTreeSet<String> = served
        .watched("/metrics")
        .body
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split(['{', ' ']).next().unwrap().to_owned())
        .collect();
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let mut looked_at = BTreeSet::new();
    for file in ["alerts.yml", "grafana/tenure.json"] {
        let words = fs::read_to_string(docs.join(file)).unwrap();
        let words = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let names: BTreeSet<String> =
            words.filter(|word| word.starts_with("tenure_")).map(str::to_owned).collect();
        let unknown: Vec<_> = names.difference(&exported).collect();
        assert!(unknown.is_empty(), "{file} names {unknown:?}: {exported:?}");
        looked_at.extend(names);
    }
    let unseen: Vec<_> = exported.difference(&looked_at).collect();
    assert!(unseen.is_empty(), "nobody looks at {unseen:?}");
}
