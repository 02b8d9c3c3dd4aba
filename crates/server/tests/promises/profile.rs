//! The profile: what a holder says and chooses, where one is signed in, one's calendar and one's data.

use tenure_testbed::{on_both_engines, smtp::Server};

use crate::{
    delivery::installed,
    door::{Door, object},
    http::{Answer, Served},
    mail::Mail,
    sign_in::{DUE, ask, enter, link},
};

/// Pages with two holders of a license each, and the first one's visit.
fn signed_in(url: &str, server: &Server) -> (Door, Served, String) {
    let door = installed(url, server, 2);
    let site = Served::begin(&door, DUE, &["--role", "web"]);
    let cookie = enter(&site, server, "c-1@example.com");
    (door, site, cookie)
}

fn see(site: &Served, cookie: &str, path: &str) -> Answer {
    site.get(path, &[("Cookie", cookie)])
}

fn send(site: &Served, cookie: &str, path: &str, form: &str) -> Answer {
    site.post(path, &[("Cookie", cookie)], form)
}

/// Where a page shows that a calendar is.
fn calendar_path(page: &Answer) -> String {
    let body = page.body.replace("&#x2f;", "/");
    let at = body.find("/calendar/").unwrap_or_else(|| panic!("no calendar: {body}"));
    body[at..].split('"').next().unwrap().to_owned()
}

on_both_engines! {
    async fn name_language_and_zone_are_saved_and_letters_follow(url: String) {
        let server = Server::accepting();
        let (door, site, cookie) = signed_in(&url, &server);
        let saved = send(&site, &cookie, "/my/profile", "name=Ewa+Nowak&language=pl&zone=Europe%2FWarsaw");
        assert_eq!((saved.status, saved.header("location")), (303, "/my/profile?saved=1"));
        let page = see(&site, &cookie, "/my/profile?saved=1&lang=en");
        assert!(page.words().contains("Saved.") && page.body.contains("value=\"Ewa Nowak\""), "{}", page.body);
        assert!(page.body.contains("<option selected>Europe&#x2f;Warsaw") || page.body.contains("<option selected>Europe/Warsaw"), "{}", page.body);
        door.at(DUE).tick();
        let messages = server.messages();
        let mails: Vec<_> = messages.iter().map(Mail::read).filter(|mail| mail.kind() == "renewal-reminder").collect();
        let languages: Vec<_> = mails.iter().map(|mail| (mail.to, mail.text().contains("Ewa Nowak"), mail.subject().contains("wygasa"))).collect();
        assert!(languages.contains(&("c-1@example.com", true, true)), "{languages:?}");
        let wrong = send(&site, &cookie, "/my/profile", "name=Ewa&language=xx&zone=Mars");
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("id=\"zone-problem\"") && wrong.body.contains("id=\"language-problem\""), "{}", wrong.body);
        let export = object(&see(&site, &cookie, "/my/profile/export").body);
        assert_eq!((&export["name"], &export["time_zone"]), (&"Ewa Nowak".into(), &"Europe/Warsaw".into()));
    }

    async fn moving_to_another_zone_neither_loses_nor_doubles_a_reminder(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = Served::begin(&door, "2026-11-30T22:00", &["--role", "web"]);
        let cookie = enter(&site, &server, "c-1@example.com");
        send(&site, &cookie, "/my/profile", "name=&language=en&zone=Pacific%2FNiue");
        door.at("2026-11-30T22:30").tick();
        // In Kiritimati the day of the step began before the last pass looked, and its hour has passed.
        send(&site, &cookie, "/my/profile", "name=&language=en&zone=Pacific%2FKiritimati");
        door.at("2026-11-30T22:31").tick();
        assert_eq!(door.at("2026-11-30T22:31").notices("renewal-reminder").len(), 1);
        send(&site, &cookie, "/my/profile", "name=&language=en&zone=Pacific%2FNiue");
        for time in ["2026-11-30T22:32", "2026-12-01T21:30", "2026-12-02T10:00"] {
            door.at(time).tick();
        }
        let reminders = door.at("2026-12-02T10:00").notices("renewal-reminder");
        assert_eq!((reminders.len(), reminders[0]["state"].as_str()), (1, Some("accepted")));
        assert_eq!(server.messages().iter().map(Mail::read).filter(|mail| mail.kind() == "renewal-reminder").count(), 1);
    }

    async fn only_offers_can_be_declined_and_taken_again(url: String) {
        let server = Server::accepting();
        let (door, site, cookie) = signed_in(&url, &server);
        let page = see(&site, &cookie, "/my/profile?lang=en");
        for (kind, can) in [("mobile-offer", true), ("renewal-reminder", true), ("key-file", false), ("theft-attempt", false)] {
            assert_eq!(page.body.contains(&format!("name=\"want\" value=\"{kind}\"")), can, "{kind}: {}", page.body);
        }
        let declined = || object(&see(&site, &cookie, "/my/profile/export").body)["declined"].clone();
        assert_eq!(send(&site, &cookie, "/my/profile/messages", "want=account-invitation&want=made-up").status, 303);
        assert_eq!(declined(), serde_json::json!(["mobile-offer", "renewal-reminder"]));
        assert_eq!(send(&site, &cookie, "/my/profile/messages", "want=mobile-offer&want=renewal-reminder&want=account-invitation").status, 303);
        assert_eq!(declined(), serde_json::json!([]));
        drop(door);
    }

    async fn devices_are_listed_in_plain_words_and_signed_out_one_by_one_or_all(url: String) {
        const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
        let server = Server::accepting();
        let (_door, site, here) = signed_in(&url, &server);
        let asked = ask(&site, "c-1@example.com");
        let path = link(&server.wait_for(2)[1]);
        let there = site.post(&path, &[("Cookie", asked.cookie()), ("User-Agent", FIREFOX)], "").cookie().to_owned();
        let third = enter(&site, &server, "c-1@example.com");
        let foreign = enter(&site, &server, "c-2@example.com");
        let page = see(&site, &here, "/my/profile?lang=en");
        assert!(page.words().contains("Firefox on Linux") && page.words().matches("This device").count() == 1, "{}", page.words());
        let ids: Vec<String> = page.body.split("name=\"visit\" value=\"ses_").skip(1).map(|rest| format!("ses_{}", rest.split('"').next().unwrap())).collect();
        assert_eq!(ids.len(), 2);
        for id in &ids {
            send(&site, &foreign, "/my/profile/visits", &format!("visit={id}"));
        }
        let statuses = || [&here, &there, &third].map(|cookie| see(&site, cookie, "/my/messages").status);
        assert_eq!(statuses(), [200, 200, 200], "another holder ends none of them");
        send(&site, &here, "/my/profile/visits", &format!("visit={}", ids[1]));
        let now = statuses();
        assert_eq!((now[0], now.iter().filter(|status| **status == 303).count()), (200, 1), "{now:?}");
        send(&site, &here, "/my/profile/visits", "visit=others");
        assert_eq!(statuses(), [200, 303, 303]);
        assert_eq!(see(&site, &foreign, "/my/messages").status, 200);
    }

    async fn a_calendar_shows_the_last_days_follows_a_renewal_and_is_revoked(url: String) {
        let server = Server::accepting();
        let (door, site, cookie) = signed_in(&url, &server);
        let made = send(&site, &cookie, "/my/profile/calendar", "do=make");
        let path = calendar_path(&made);
        let calendar = site.get(&path, &[]);
        assert_eq!((calendar.status, calendar.header("content-type")), (200, "text/calendar; charset=utf-8"));
        assert!(calendar.body.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{}", calendar.body);
        assert_eq!(calendar.body.matches("BEGIN:VEVENT").count(), 1);
        assert!(!calendar.body.contains("AAAA-BBBB"));
        let serial = door.at(DUE).done(&["license", "issue", "--product", "antivirus", "--email", "c-1@example.com"]);
        door.at(DUE).done(&["license", "renew", "--serial", &serial, "--previous", "AAAA-BBBB-CCCC-0001", "--email", "c-1@example.com"]);
        let renewed = site.get(&path, &[]).body;
        assert!(!renewed.contains("20261231") && renewed.matches("BEGIN:VEVENT").count() == 1, "{renewed}");
        let page = see(&site, &cookie, "/my/profile").body.replace("&#x2f;", "/");
        assert!(!page.contains(&path), "it is shown once");
        let newer = calendar_path(&send(&site, &cookie, "/my/profile/calendar", "do=make"));
        let (gone, wrong) = (site.get(&path, &[]), site.get("/calendar/made-up.ics", &[]));
        assert_eq!((gone.status, gone.body), (404, wrong.body));
        send(&site, &cookie, "/my/profile/calendar", "do=revoke");
        assert_eq!(site.get(&newer, &[]).status, 404);
    }

    async fn the_export_has_everything_of_this_holder_and_nothing_of_another(url: String) {
        let server = Server::accepting();
        let (door, site, cookie) = signed_in(&url, &server);
        door.at(DUE).tick();
        let answer = see(&site, &cookie, "/my/profile/export");
        assert_eq!((answer.status, answer.header("content-disposition")), (200, "attachment; filename=\"tenure-data.json\""));
        assert!(!answer.body.contains("c-2"), "{}", answer.body);
        let export = object(&answer.body);
        assert_eq!((&export["email"], &export["licenses"][0]["expires_on"]), (&"c-1@example.com".into(), &"2026-12-31".into()));
        for part in ["licenses", "messages", "notices", "events", "sessions"] {
            assert!(export[part].as_array().is_some_and(|all| !all.is_empty()), "{part}: {export}");
        }
        assert_eq!(export["notices"][0]["attempts"][0]["outcome"], "accepted");
        assert!(export["messages"][0]["text"].as_str().unwrap().contains("31 December 2026"), "{export}");
        assert_eq!(object(&door.at(DUE).done(&["--json", "export", "holder", "c-1@example.com"])), export);
        assert_eq!(see(&site, "", "/my/profile/export").status, 303);
    }
}

#[test]
fn a_visit_is_seen_once_an_hour() {
    let place = tenure_testbed::engines::Place::sqlite();
    let server = Server::accepting();
    let (door, first, cookie) = signed_in(&place.url(), &server);
    drop(first);
    for (time, seen) in
        [("2026-12-01T10:59", "10:00"), ("2026-12-01T11:00", "11:00"), ("2026-12-01T11:30", "11:00")]
    {
        let site = Served::begin(&door, time, &["--role", "web"]);
        see(&site, &cookie, "/my/messages");
        let export = object(&see(&site, &cookie, "/my/profile/export").body);
        assert_eq!(export["sessions"][0]["seen_at"], format!("2026-12-01T{seen}:00Z"), "{time}");
    }
}
