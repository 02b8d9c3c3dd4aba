//! *Licenses* in the portal: tabs, the life of a license, the certificate.

use tenure_testbed::{on_both_engines, smtp::Server};

use crate::{
    delivery::installed,
    door::{INIT, text},
    http::Served,
    messages::links,
    sign_in::{DUE, enter},
};

const ROWS: &str = "external_id,serial,product,email,registered_on,expires_on,blocked_on,blocked_reason
a-1,FFFF-BBBB-CCCC-0001,antivirus,anna@example.com,2026-01-01,2026-12-31,,
a-2,FFFF-BBBB-CCCC-0002,antivirus,anna@example.com,2025-01-01,2026-10-01,,
a-3,FFFF-BBBB-CCCC-0003,antivirus,anna@example.com,2026-01-01,2027-02-01,2026-10-20,superseded
a-4,FFFF-BBBB-CCCC-0004,antivirus,anna@example.com,2026-01-01,2027-02-01,2026-10-20,compromised
";

on_both_engines! {
    async fn the_licenses_stand_in_the_tab_of_their_state(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        door.at(INIT).import(ROWS);
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let (anna, other) = (enter(&site, &server, "anna@example.com"), enter(&site, &server, "c-1@example.com"));
        for (tab, ends, count) in [("", &["0001"][..], "Active 1"), ("?tab=expired", &["0002"], "Expired 1"), ("?tab=blocked", &["0003", "0004"], "Blocked 2")] {
            let page = site.get(&format!("/my/licenses{tab}"), &[("Cookie", &anna)]);
            for end in ["0001", "0002", "0003", "0004"] {
                assert_eq!(page.words().contains(&format!("****-****-****-{end}")), ends.contains(&end), "{tab} {end}");
            }
            let current = page.body.split("<nav class=\"switch\"").nth(1).unwrap();
            let current = current.split("aria-current=\"page\"").nth(1).unwrap().split("</a>").next().unwrap();
            assert!(page.words().contains(count) && current.contains(count.split(' ').next().unwrap()), "{tab}: {current}");
        }
        let empty = site.get("/my/licenses?tab=blocked", &[("Cookie", &other)]);
        assert!(empty.words().contains("No license is blocked."), "{}", empty.words());
    }

    async fn another_holders_license_is_not_found_and_no_page_but_the_certificate_has_the_serial_number(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        door.at(INIT).import(ROWS);
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let (anna, other) = (enter(&site, &server, "anna@example.com"), enter(&site, &server, "c-1@example.com"));
        let path_of = |name: &str| format!("/my/licenses/{}", text(&door.at(DUE).one(&["license", "show", name]), "id"));
        let own = path_of("a-1");
        for path in [own.clone(), format!("{own}/certificate"), format!("{own}/key-file"), "/my/licenses/none".to_owned()] {
            assert_eq!(site.get(&path, &[("Cookie", &other)]).status, 404, "{path}");
            assert_eq!(site.get(&path, &[]).status, 303, "{path}");
        }
        let page = site.get(&own, &[("Cookie", &anna)]);
        assert!(page.status == 200 && !page.body.contains("FFFF-BBBB-CCCC-0001"), "{}", page.words());
        let certificate = site.get(&format!("{own}/certificate"), &[("Cookie", &anna)]);
        assert_eq!((certificate.status, certificate.header("cache-control")), (200, "no-store"));
        for words in ["FFFF-BBBB-CCCC-0001", "anna@example.com", "31 December 2026", "Example Software"] {
            assert!(certificate.words().contains(words), "{words}: {}", certificate.words());
        }
        for (license, status) in [("a-2", 200), ("a-3", 200), ("a-4", 404)] {
            assert_eq!(site.get(&format!("{}/certificate", path_of(license)), &[("Cookie", &anna)]).status, status, "{license}");
        }
    }

    async fn what_comes_is_what_the_forecast_says_and_what_was_says_what_became_of_it(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 0);
        door.at(INIT).import(ROWS.split("a-2").next().unwrap());
        door.at(INIT).tick();
        let foretold: Vec<String> = door.at(INIT).lines(&["forecast", "--days", "300"]).iter().map(|line| {
            let day: jiff::civil::Date = text(line, "day").parse().unwrap();
            day.strftime("%-d %B %Y").to_string()
        }).collect();
        assert_eq!(foretold.len(), 4);
        let site = Served::begin(&door, INIT, &["--role", "web"]);
        let anna = enter(&site, &server, "anna@example.com");
        let path = format!("/my/licenses/{}", text(&door.at(DUE).one(&["license", "show", "a-1"]), "id"));
        let page = site.get(&path, &[("Cookie", &anna)]);
        let coming = page.body.split("class=\"line-of-time coming\"").nth(1).unwrap().split("</ol>").next().unwrap();
        let told: Vec<String> = coming.split("<time ").skip(1).map(|rest| {
            rest.split('>').nth(1).unwrap().split(',').next().unwrap().to_owned()
        }).collect();
        assert_eq!(told, foretold, "{}", page.words());
        assert!(page.words().contains("Taken over from earlier records"), "{}", page.words());

        door.at(DUE).tick();
        let later = Served::begin(&door, DUE, &["--role", "web"]);
        let anna = enter(&later, &server, "anna@example.com");
        let page = later.get(&path, &[("Cookie", &anna)]);
        let past = page.words().split("So far").nth(1).unwrap().to_owned();
        assert!(past.contains("Renewal reminder: 30 days before expiry Sent"), "{past}");
        let message = links(&page, "/my/messages/ltr_");
        assert_eq!(message.len(), 1);
        assert_eq!(later.get(&message[0], &[("Cookie", &anna)]).status, 200);
        assert!(!page.body.split("coming\"").nth(2).unwrap_or_default().contains("30 days before"));
    }

    async fn theft_attempts_are_told_by_day_and_service_without_what_was_typed(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 0);
        door.at(INIT).import(ROWS);
        for time in ["2026-11-20T10:00", "2026-11-20T11:00", "2026-11-21T10:00"] {
            door.at(time).refused("no_match", &["license", "register", "--serial", "FFFF-BBBB-CCCC-0001", "--email", "thief@evil.example"]);
        }
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let anna = enter(&site, &server, "anna@example.com");
        let path = format!("/my/licenses/{}", text(&door.at(DUE).one(&["license", "show", "a-1"]), "id"));
        let page = site.get(&path, &[("Cookie", &anna)]);
        assert!(page.words().contains("3 times somebody gave its serial number with an e-mail address that is not yours. Nothing was given away. 21 November 2026 : registration once 20 November 2026 : registration 2 times"), "{}", page.words());
        assert!(!page.body.contains("evil"));
    }
}
