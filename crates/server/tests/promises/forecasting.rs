//! The forecast is what the rounds then send, day by day and kind by kind.

use std::{collections::BTreeMap, fmt::Write as _};

use tenure_testbed::{on_both_engines, smtp::Server};

use crate::{
    door::{Door, INIT, text},
    mail::Mail,
};

/// Homes and businesses in three zones, with expiry dates over half a year, some superseded already.
fn customers() -> String {
    let mut rows =
        "external_id,product,email,time_zone,registered_on,expires_on,blocked_on,blocked_reason\n".to_owned();
    for number in 0..60_u32 {
        let product = ["antivirus", "enterprise-suite", "mobile-security"][number as usize % 3];
        let zone = ["", "Pacific/Auckland", "America/Los_Angeles", "Europe/Warsaw"][number as usize % 4];
        let expires_on = format!("2026-{:02}-{:02}", 10 + number % 3, 1 + number % 28);
        let blocked = if number % 10 == 9 { "2026-10-01,superseded" } else { "," };
        writeln!(
            rows,
            "c-{number},{product},c-{number}@example.com,{zone},2025-01-01,{expires_on},{blocked}"
        )
        .unwrap();
    }
    rows
}

on_both_engines! {
    async fn the_forecast_is_what_the_rounds_then_send_day_by_day(url: String) {
        let server = Server::accepting();
        let door = Door::with(&url, &server);
        door.at(INIT).import(&customers());
        let first = "2026-11-01T23:00";
        door.at(first).tick();
        let told = door.at(first).lines(&["forecast", "--days", "20"]);
        let mut foretold: BTreeMap<(String, String, String), u64> = BTreeMap::new();
        for line in &told {
            foretold.insert((text(line, "day").to_owned(), text(line, "kind").to_owned(), text(line, "step").to_owned()), line["count"].as_u64().unwrap());
        }
        let before = server.messages().len();
        // Rounds every eight hours, the last one at the very end of the forecast: twenty times 24 hours after it was made.
        for hour in 0..60 {
            let time = jiff::civil::date(2026, 11, 2).at(7, 0, 0, 0) + jiff::ToSpan::hours(8 * hour);
            door.at(&time.to_string()).tick();
        }
        assert_eq!(server.messages().len() - before, usize::try_from(foretold.values().sum::<u64>()).unwrap());
        let sent = door.at(INIT).lines(&["notice", "list", "--state", "accepted"]);
        let mut counted: BTreeMap<(String, String, String), u64> = BTreeMap::new();
        let ids: Vec<String> = server.messages()[before..].iter().map(|received| Mail::read(received).message_id()).collect();
        for notice in sent.iter().filter(|notice| ids.contains(&text(notice, "message_id").to_owned())) {
            *counted.entry((text(notice, "due_on").to_owned(), text(notice, "kind").to_owned(), text(notice, "step").to_owned())).or_default() += 1;
        }
        assert_eq!(counted, foretold);
        assert!(foretold.len() > 15, "{foretold:?}");
    }
}

#[test]
fn a_forecast_writes_nothing_and_sums_up_for_people() {
    let door = Door::open();
    door.at(INIT).import(&crate::door::homes(3));
    let said = door.at(INIT).done(&["forecast", "--days", "40"]);
    assert!(said.ends_with("3 in 40 days"), "{said}");
    assert!(
        said.contains("2026-12-01  renewal-reminder  -30  3")
            || said.lines().any(|line| line.split_whitespace().eq([
                "2026-12-01",
                "renewal-reminder",
                "-30",
                "3"
            ])),
        "{said}"
    );
    assert!(door.at(INIT).lines(&["notice", "list"]).is_empty());
    assert!(door.at(INIT).wrong(&["forecast", "--days", "0"]).contains("--days"));
}
