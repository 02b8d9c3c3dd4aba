//! What comes back ends the address it came back from, once, and only where it names a letter of ours.

use std::{io::Write as _, process::Stdio};

use tenure_testbed::{
    on_both_engines,
    smtp::{Received, Rule, Script, Server, Stage},
};

use crate::{
    api::{Shop, problem, shop, token},
    delivery::installed,
    door::{At, Door, INIT, Said, end_of, object, text},
    http::{Answer, Served},
    mail::Mail,
    sign_in::{enter, link},
};

/// The reminders of a license of `homes`: 30 days before its end, on the day, 20 days after.
pub(crate) const FIRST: &str = "2026-12-01T10:00";
pub(crate) const SECOND: &str = "2026-12-31T10:00";
const THIRD: &str = "2027-01-20T10:00";

/// An installation that has sent so many first reminders, each with a return path of its own.
pub(crate) fn sent(url: &str, server: &Server, licenses: usize) -> Door {
    let mut door = installed(url, server, licenses);
    door.set("MAIL__RETURN_PATH", "bounces@vendor.example");
    assert_eq!(door.at(FIRST).tick(), format!("planned {licenses}, accepted {licenses}"));
    door
}

/// The letter that went to an address.
pub(crate) fn letter_to(server: &Server, to: &str) -> Received {
    server.messages().into_iter().find(|received| received.to == [to]).unwrap()
}

/// Gives a message to a command, as a mail server does.
pub(crate) fn pipe(door: &Door, time: &str, message: &str, arguments: &[&str]) -> Said {
    let mut command = door.command();
    command.stdin(Stdio::piped()).args(["--at", time, "--json", "inbound"]).args(arguments);
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(message.as_bytes()).unwrap();
    end_of(child)
}

/// What came of a message that was taken.
pub(crate) fn settled(door: &Door, time: &str, message: &str) -> String {
    let said = pipe(door, time, message, &[]);
    assert_eq!(said.status, Some(0), "{said:?}");
    text(&object(&said.out), "settled").to_owned()
}

/// A delivery report to a return path.
fn report(return_path: &str, action: &str, status: &str, words: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example.net\r\nTo: <{return_path}>\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; c-1@example.com\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {words}\r\n\r\n--b--\r\n"
    )
}

pub(crate) fn gone(return_path: &str) -> String {
    report(return_path, "failed", "5.1.1", "550 5.1.1 no such user")
}

pub(crate) fn complaint(return_path: &str) -> String {
    format!(
        "From: feedback@mailbox.example\r\nTo: <abuse@vendor.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: Mailbox/1\r\nVersion: 1\r\nOriginal-Mail-From: <{return_path}>\r\n\r\n--b--\r\n"
    )
}

/// State and reason of the reminder of a step.
pub(crate) fn reminder(at: At<'_>, step: &str) -> (String, String) {
    let found = at.notices("renewal-reminder");
    let notice = found.iter().find(|notice| notice["step"] == step).unwrap();
    (text(notice, "state").to_owned(), text(notice, "reason").to_owned())
}

pub(crate) fn suppressed(at: At<'_>) -> Vec<String> {
    at.lines(&["suppression", "list"]).iter().map(|one| text(one, "address").to_owned()).collect()
}

on_both_engines! {
    async fn a_bounce_ends_its_address_until_an_operator_lifts_it(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 1);
        let return_path = letter_to(&server, "c-1@example.com").from;
        assert!(return_path.starts_with("bounces+"), "{return_path}");
        assert_eq!(settled(&door, "2026-12-01T11:00", &gone(&return_path)), "bounced");
        let at = door.at("2026-12-01T12:00");
        assert_eq!(reminder(at, "-30"), ("bounced".to_owned(), "550 5.1.1 no such user".to_owned()));
        let notice = at.notice("renewal-reminder");
        assert_eq!(text(&notice, "accepted_at"), "2026-12-01T10:00:00Z");
        let told = &notice["reports"][0];
        assert_eq!((text(told, "what"), text(told, "status"), text(told, "received_at")), ("no_address", "5.1.1", "2026-12-01T11:00:00Z"));
        assert_eq!(text(&notice["attempts"][0], "outcome"), "accepted");
        assert_eq!(suppressed(at), ["c-1@example.com"]);

        assert_eq!(door.at(SECOND).tick(), "planned 1");
        assert_eq!(reminder(door.at(SECOND), "0"), ("held".to_owned(), "suppressed".to_owned()));
        assert_eq!(server.messages().len(), 1);
        let kept = door.at(SECOND).one(&["export", "holder", "c-1@example.com"]);
        assert_eq!(kept["messages"].as_array().unwrap().len(), 2, "the portal has its copy");

        let at = door.at("2027-01-02T10:00");
        at.done(&["suppression", "lift", "C-1@example.com"]);
        assert_eq!(suppressed(at), Vec::<String>::new());
        at.refused("not_found", &["suppression", "lift", "c-1@example.com"]);
        assert_eq!(door.at(THIRD).tick(), "planned 1, accepted 1");
        assert_eq!(server.messages().len(), 2);
    }

    async fn a_report_counts_once_and_none_from_before_an_address_took_mail(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 1);
        let return_path = letter_to(&server, "c-1@example.com").from;
        assert_eq!(settled(&door, "2026-12-01T11:00", &gone(&return_path)), "bounced");
        assert_eq!(settled(&door, "2026-12-01T11:01", &gone(&return_path)), "again");
        door.at("2026-12-01T12:00").done(&["suppression", "lift", "c-1@example.com"]);
        assert_eq!(settled(&door, "2026-12-01T13:00", &gone(&return_path)), "again");
        assert_eq!(settled(&door, "2026-12-01T13:00", &complaint(&return_path)), "complained");
        assert_eq!(reminder(door.at("2026-12-01T14:00"), "-30").0, "bounced", "an end stays");
        assert_eq!(suppressed(door.at("2026-12-01T14:00")), Vec::<String>::new());
        assert_eq!(door.at(SECOND).tick(), "planned 1, accepted 1");
    }

    async fn what_may_be_good_again_ends_no_address(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 1);
        let return_path = letter_to(&server, "c-1@example.com").from;
        let delayed = report(&return_path, "delayed", "4.4.1", "451 4.4.1 no answer");
        assert_eq!(settled(&door, "2026-12-01T14:00", &delayed), "remarked");
        let notice = door.at("2026-12-01T15:00").notice("renewal-reminder");
        assert_eq!((text(&notice, "state"), text(&notice["reports"][0], "what")), ("accepted", "delayed"));
        let full = report(&return_path, "failed", "5.2.2", "552 5.2.2 mailbox full");
        assert_eq!(settled(&door, "2026-12-02T14:00", &full), "bounced");
        let at = door.at("2026-12-02T15:00");
        assert_eq!(reminder(at, "-30"), ("bounced".to_owned(), "552 5.2.2 mailbox full".to_owned()));
        assert_eq!(suppressed(at), Vec::<String>::new());
        assert_eq!(door.at(SECOND).tick(), "planned 1, accepted 1");
    }

    async fn what_is_made_up_or_no_report_changes_nothing(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 2);
        let (ours, other) = (letter_to(&server, "c-1@example.com").from, letter_to(&server, "c-2@example.com").from);
        // The tag of one letter under the id of another.
        let forged = format!("{}{}", &ours[..ours.len() - 30], &other[other.len() - 30..]);
        let time = "2026-12-01T11:00";
        for (message, came_of_it) in [
            (gone(&forged), "no_letter_named"),
            (gone("bounces@vendor.example"), "no_letter_named"),
            (format!("From: Anna <c-1@example.com>\r\nTo: <{ours}>\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nI am away, 550 5.1.1.\r\n"), "no_report"),
            (report(&ours, "delivered", "2.1.5", "250 ok"), "no_report"),
            (String::new(), "no_letter_named"),
            ("x".repeat(3_000_000), "no_letter_named"),
        ] {
            assert_eq!(settled(&door, time, &message), came_of_it, "{message:.400}");
        }
        assert_eq!(door.at(time).lines(&["notice", "list", "--state", "accepted"]).len(), 2);
        assert_eq!(suppressed(door.at(time)), Vec::<String>::new());
    }

    async fn the_mail_server_names_the_return_path_where_the_message_does_not(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 1);
        let return_path = letter_to(&server, "c-1@example.com").from;
        let message = gone("undisclosed@vendor.example");
        let said = pipe(&door, "2026-12-01T11:00", &message, &["--to", &return_path.to_uppercase()]);
        assert_eq!((said.status, text(&object(&said.out), "settled")), (Some(0), "bounced"), "{said:?}");
    }

    async fn a_complaint_declines_what_can_be_declined_and_duties_go_on(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 1);
        let return_path = letter_to(&server, "c-1@example.com").from;
        assert_eq!(settled(&door, "2026-12-01T11:00", &complaint(&return_path)), "complained");
        assert_eq!(reminder(door.at("2026-12-01T12:00"), "-30").0, "complained");
        assert_eq!(door.at(SECOND).tick(), "planned 1, accepted 1");
        assert_eq!(door.at(THIRD).tick(), "planned 1");
        assert_eq!(reminder(door.at(THIRD), "+20"), ("held".to_owned(), "declined".to_owned()));
    }

    async fn a_message_is_handed_over_by_the_api_and_counts_once(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 2);
        let [message, other] = ["c-1@example.com", "c-2@example.com"].map(|to| gone(&letter_to(&server, to).from));
        let site = Served::begin(&door, "2026-12-01T11:00", &["--role", "web"]);
        let shop = shop(&door, &site, &["inbound:write"]);
        let hand = |headers: &[(&str, &str)], path: &str, message: &str| {
            let mail = [("Content-Type", "message/rfc822")];
            shop.ask("POST", path, &[&mail, headers].concat(), message)
        };
        let said = |answer: &Answer| {
            assert_eq!(answer.status, 200, "{}", answer.body);
            let said = object(&answer.body);
            (text(&said, "settled").to_owned(), said["ignored"] == true)
        };
        let first = hand(&[("Idempotency-Key", "mail-1")], "/v1/inbound", &message);
        assert_eq!(said(&first), ("bounced".to_owned(), false));
        assert_eq!(suppressed(door.at("2026-12-01T11:00")), ["c-1@example.com"]);
        // Under the same key the same answer; under another one, or none, it was told before.
        assert_eq!(hand(&[("Idempotency-Key", "mail-1")], "/v1/inbound", &message).body, first.body);
        problem(&hand(&[("Idempotency-Key", "mail-1")], "/v1/inbound", &other), 422, "idempotency_key_reused");
        assert_eq!(said(&hand(&[], "/v1/inbound", &message)), ("again".to_owned(), true));
        let notice = door.at("2026-12-01T12:00").lines(&["notice", "list", "--state", "bounced"]);
        assert_eq!((notice.len(), text(&notice[0], "external_id")), (1, "c-1"));
        // Whatever the header says: the mail server knows to whom it came. A `+` that was not escaped is one.
        let return_path = letter_to(&server, "c-2@example.com").from;
        let anonymous = gone("someone@vendor.example");
        assert_eq!(said(&hand(&[], "/v1/inbound", &anonymous)), ("no_letter_named".to_owned(), true));
        assert_eq!(said(&hand(&[], &format!("/v1/inbound?to={return_path}"), &anonymous)), ("bounced".to_owned(), false));
    }

    async fn what_is_no_message_gets_a_clear_answer_and_changes_nothing(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 1);
        let return_path = letter_to(&server, "c-1@example.com").from;
        let site = Served::begin(&door, "2026-12-01T11:00", &["--role", "web"]);
        let shop = shop(&door, &site, &["inbound:write", "licenses:write"]);
        let reader = Shop { site: &site, token: token(&door, &["notices:read"]) };
        let mail = [("Content-Type", "message/rfc822; charset=utf-8")];
        let message = gone(&return_path);
        problem(&reader.ask("POST", "/v1/inbound", &mail, &message), 403, "missing_scope");
        problem(&shop.ask("POST", "/v1/inbound", &[], &message), 415, "unsupported_media_type");
        problem(&shop.ask("POST", "/v1/inbound?from=x", &mail, &message), 422, "invalid");
        problem(&shop.ask("POST", "/v1/inbound", &mail, &"x".repeat(1_048_577)), 413, "body_too_large");
        problem(&shop.ask("POST", "/v1/inbound", &mail, ""), 400, "bad_request");
        let (head, at) = return_path.split_once('+').unwrap();
        let forged = gone(&format!("{head}+{}{}", if at.starts_with('a') { 'b' } else { 'a' }, &at[1..]));
        for (message, expected) in [
            (forged.as_str(), "no_letter_named"),
            ("hello", "no_letter_named"),
            ("\u{0}\u{1}\r\n.\r\n\r\n--", "no_letter_named"),
            (&format!("To: {return_path}\r\nSubject: I am away\r\n\r\nBack on Monday.\r\n"), "no_report"),
        ] {
            let answer = shop.ask("POST", "/v1/inbound", &mail, message);
            let said = object(&answer.body);
            assert_eq!((answer.status, text(&said, "settled"), &said["ignored"]), (200, expected, &true.into()));
            assert!(text(&said, "detail").starts_with("ignored: "), "{said}");
        }
        assert_eq!(reminder(door.at("2026-12-01T11:00"), "-30").0, "accepted");
        // A JSON body is as short as ever.
        problem(&shop.post("/v1/registrations", &"x".repeat(70_000).into()), 413, "body_too_large");
    }

    async fn a_holder_whose_address_takes_no_mail_sees_it_on_every_page_and_what_to_do(url: String) {
        let server = Server::accepting();
        let door = sent(&url, &server, 1);
        let return_path = letter_to(&server, "c-1@example.com").from;
        let day = "2026-12-01T11:00";
        let site = Served::begin(&door, day, &["--role", "web"]);
        let visit = enter(&site, &server, "c-1@example.com");
        let page = |path: &str| site.get(path, &[("Cookie", &visit)]);
        assert!(!page("/my/messages").words().contains("comes back"));
        assert_eq!(settled(&door, day, &gone(&return_path)), "bounced");
        for path in ["/my/messages", "/my/licenses", "/my/profile", "/my/library"] {
            let words = page(path).words();
            assert!(words.contains("Mail to c-1@example.com comes back Since 1 December 2026 no letters are sent there."), "{path}: {words}");
        }
        assert!(!site.get("/", &[]).words().contains("comes back"));
        // The button sends a link there all the same; who uses it has shown that the address works.
        let before = server.messages().len();
        let asked = site.post("/my/sign-in", &[("Cookie", &visit)], "email=c-1%40example.com&to=%2Fmy%2Fmessages");
        assert_eq!(asked.status, 200);
        let messages = server.wait_for(before + 1);
        let cookies = format!("{visit}; {}", asked.cookie());
        let entered = site.post(&link(&messages[before]), &[("Cookie", &cookies)], "");
        assert_eq!((entered.status, entered.header("location")), (303, "/my/messages"));
        let words = site.get("/my/messages", &[("Cookie", entered.cookie())]).words();
        assert!(!words.contains("comes back"), "{words}");
        assert_eq!(suppressed(door.at(day)), Vec::<String>::new());
    }

    async fn an_address_that_the_relay_refuses_is_asked_no_more(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Rcpt, "550 5.1.1 no such user").to("c-2@example.com")));
        let door = installed(&url, &server, 3);
        assert_eq!(door.at(FIRST).tick(), "planned 3, accepted 2, failed 1");
        assert_eq!(suppressed(door.at(FIRST)), ["c-2@example.com"]);
        assert_eq!(door.at(SECOND).tick(), "planned 3, accepted 2");
        let held = door.at(SECOND).lines(&["notice", "list", "--state", "held"]);
        assert_eq!((held.len(), text(&held[0], "external_id"), text(&held[0], "reason")), (1, "c-2", "suppressed"));
    }

    async fn a_message_that_the_relay_refuses_leaves_the_address(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Dot, "554 5.6.0 not this").first(1)));
        let door = installed(&url, &server, 1);
        assert_eq!(door.at(FIRST).tick(), "planned 1, failed 1");
        assert_eq!(suppressed(door.at(FIRST)), Vec::<String>::new());
        assert_eq!(door.at(SECOND).tick(), "planned 1, accepted 1");
    }
}

#[test]
fn a_broken_house_asks_the_mail_server_to_come_again() {
    let mut door = Door::open();
    door.set("STORE__URL", "postgres://nobody@127.0.0.1:1/none");
    let said = pipe(&door, INIT, &gone("bounces@vendor.example"), &[]);
    assert!(said.status == Some(75) && said.err.contains("database"), "{said:?}");
}

#[test]
fn a_sign_in_by_a_letter_that_arrived_lifts_the_address() {
    let server = Server::accepting();
    let door = sent("sqlite:tenure.db", &server, 1);
    let return_path = letter_to(&server, "c-1@example.com").from;
    let day = "2026-12-02T10:00";
    assert_eq!(settled(&door, "2026-12-01T11:00", &gone(&return_path)), "bounced");
    let site = Served::begin(&door, day, &["--role", "web"]);
    enter(&site, &server, "c-1@example.com");
    assert_eq!(suppressed(door.at(day)), Vec::<String>::new());
    assert_eq!(Mail::read(&letter_to(&server, "c-1@example.com")).kind(), "renewal-reminder");
    assert_eq!(door.at(SECOND).tick(), "planned 1, accepted 1");
}
