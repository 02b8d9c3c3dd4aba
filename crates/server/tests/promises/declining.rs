//! Offers and reminders after expiry can be declined by one click; what is a duty cannot.

use tenure_testbed::{on_both_engines, smtp::Server};

use crate::{delivery::installed, door::text, http::Served, mail::Mail};

/// The path of the link that declines.
fn link(mail: &Mail<'_>) -> String {
    let link = mail.header("List-Unsubscribe").unwrap();
    let link = link.strip_prefix("<http://127.0.0.1:8080").and_then(|rest| rest.strip_suffix('>'));
    link.expect("a link to the pages").to_owned()
}

on_both_engines! {
    async fn after_one_click_reminders_after_expiry_stay_in_the_portal_and_send_no_mail(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        let day = "2027-01-20T10:00";
        assert_eq!(door.at(day).tick(), "planned 6, accepted 2, superseded 4");
        let messages = server.messages();
        let mail = messages.iter().map(Mail::read).find(|mail| mail.to == "c-1@example.com").unwrap();
        assert_eq!((mail.header("X-Tenure-Step").as_deref(), mail.header("List-Unsubscribe-Post").as_deref()), (Some("+20"), Some("List-Unsubscribe=One-Click")));
        let path = link(&mail);
        let site = Served::begin(&door, day, &["--role", "web"]);
        assert_eq!(site.get(&path, &[]).status, 200);
        let click = site.post(&path, &[("Sec-Fetch-Site", "none")], "List-Unsubscribe=One-Click");
        assert_eq!(click.status, 200, "{click:?}");
        assert_eq!(site.post(&path, &[], "List-Unsubscribe=One-Click").status, 200);
        let day = "2027-02-09T10:00";
        assert_eq!(door.at(day).tick(), "planned 2, accepted 1");
        let messages = server.messages();
        assert_eq!((messages.len(), messages[2].to.as_slice()), (3, &["c-2@example.com".to_owned()][..]));
        let held = door.at(day).lines(&["notice", "list", "--state", "held"]);
        assert_eq!((held.len(), text(&held[0], "external_id"), text(&held[0], "reason")), (1, "c-1", "declined"));
        let kept = door.at(day).one(&["export", "holder", "c-1@example.com"]);
        let steps: Vec<&str> = kept["messages"].as_array().unwrap().iter().map(|message| text(message, "step")).collect();
        assert_eq!(steps, ["+40", "+20"]);
    }

    async fn looking_at_the_link_declines_nothing_and_a_changed_link_is_no_link(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let day = "2027-01-20T10:00";
        door.at(day).tick();
        let messages = server.messages();
        let path = link(&Mail::read(&messages[0]));
        let site = Served::begin(&door, day, &["--role", "web"]);
        for _ in 0..2 {
            assert!(site.get(&path, &[]).body.contains("<form method=\"post\""));
        }
        let other_kind = path.replace("renewal-reminder", "mobile-offer");
        let other_mark = format!("{}A", &path[..path.len() - 1]);
        let other_mark = if other_mark == path { format!("{}B", &path[..path.len() - 1]) } else { other_mark };
        for wrong in [other_kind, other_mark, format!("{path}A"), "/decline/a/b/c".to_owned()] {
            assert_eq!(site.get(&wrong, &[]).status, 404, "{wrong}");
            assert_eq!(site.post(&wrong, &[], "").status, 404, "{wrong}");
        }
        assert_eq!(door.at("2027-02-09T10:00").tick(), "planned 1, accepted 1");
    }

    async fn declining_after_expiry_does_not_decline_what_is_before(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        door.at("2027-01-20T10:00").tick();
        let path = link(&Mail::read(&server.messages()[0]));
        Served::begin(&door, "2027-01-20T10:00", &["--role", "web"]).post(&path, &[], "");
        let new = door.at("2027-01-21T10:00").done(&["license", "issue", "--product", "antivirus", "--email", "c-1@example.com", "--months", "2"]);
        door.at("2027-01-21T10:00").done(&["license", "register", "--serial", &new, "--email", "c-1@example.com"]);
        let before = server.messages().len();
        door.at("2027-01-21T10:00").tick();
        // Two months from the 21st: the reminder 30 days before is due on 19 February.
        assert_eq!(door.at("2027-02-19T10:00").tick(), "planned 2, accepted 1, superseded 0".replace(", superseded 0", ""));
        let messages = server.messages();
        let steps: Vec<Option<String>> = messages[before..].iter().map(|one| Mail::read(one).header("X-Tenure-Step")).collect();
        assert!(steps.contains(&Some("-30".to_owned())), "{steps:?}");
    }
}
