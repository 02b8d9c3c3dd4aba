#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use What::{Complaint, Delayed, NoAddress, Undelivered};
use proptest::prelude::*;
use tenure_domain::report::What;

use super::*;

const RETURN_PATH: &str = "bounces+aebagbafaydqqcikbmga2dqpcaireeyuculbogazdinryhi6d4@vendor.example";

/// A whole delivery report around the fields of its part for machines.
fn report(kind: &str, encoding: &str, fields: &str) -> String {
    format!(
        "Return-Path: <>\nReceived: by mx.example.net; Tue, 1 Dec 2026 10:00:05 +0000\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: {RETURN_PATH}\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\n\nThis is a MIME-encapsulated message.\n\n--b1\nContent-Type: text/plain; charset=us-ascii\n\nI'm sorry to have to inform you that your message could not be delivered.\n\n--b1\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n{fields}\n\n--b1\nContent-Type: message/rfc822\n\nFrom: Vendor <licenses@vendor.example>\nTo: anna@example.com\nSubject: Your license expires in 30 days\n\nGood day, status 5.1.1 is a number in a letter.\n\n--b1--\n"
    )
}

fn of_fields(fields: &str) -> String {
    report("message/delivery-status", "7bit", &format!("Reporting-MTA: dns; mx.example.net\n\n{fields}"))
}

fn prose(from: &str, subject: &str, body: &str) -> String {
    format!(
        "From: {from}\nTo: <{RETURN_PATH}>\nSubject: {subject}\nDate: Tue, 1 Dec 2026 10:00:05 +0000\n\n{body}\n"
    )
}

fn complaint(kind: &str) -> String {
    format!(
        "From: <feedback@mailbox.example>\nTo: <abuse@vendor.example>\nSubject: FW: Your license\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=fbl\n\n--fbl\nContent-Type: text/plain\n\nThis is an email abuse report.\n\n--fbl\nContent-Type: message/feedback-report\n\nFeedback-Type: {kind}\nUser-Agent: Mailbox-FBL/2.1\nVersion: 1\nOriginal-Mail-From: <{RETURN_PATH}>\nReporting-MTA: dns; mx.mailbox.example\n\n--fbl\nContent-Type: message/rfc822\n\nFrom: Vendor <licenses@vendor.example>\nSubject: Your license\n\nGood day\n\n--fbl--\n"
    )
}

/// The report of a message, in a line; read with both kinds of line ends.
fn told(message: &str) -> String {
    let line = |message: &str| {
        let heard = read(message.as_bytes());
        heard.report.map_or("nothing".to_owned(), |report| {
            format!("{} {} {}", report.what, report.status, report.words).trim_end().to_owned()
        })
    };
    let (unix, wire) = (line(message), line(&message.replace('\n', "\r\n")));
    assert_eq!(unix, wire, "{message}");
    unix
}

/// The fields of delivery reports, and what they say.
const DELIVERY_REPORTS: &[(&str, &str)] = &[
    (
        "Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <anna@example.com>:\n    Recipient address rejected: User unknown",
        "no_address 5.1.1 550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown",
    ),
    ("Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 5.1.10", "no_address 5.1.10 5.1.10"),
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 5.1.2 (no such domain)",
        "no_address 5.1.2 5.1.2 (no such domain)",
    ),
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 5.2.1\nDiagnostic-Code: smtp;550 5.2.1 mailbox disabled",
        "no_address 5.2.1 550 5.2.1 mailbox disabled",
    ),
    (
        "Final-Recipient: rfc822;anna@example.com\nACTION: Failed\nSTATUS: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 mailbox full",
        "undelivered 5.2.2 552 5.2.2 mailbox full",
    ),
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 user unknown to our policy",
        "undelivered 5.7.1 550 5.7.1 user unknown to our policy",
    ),
    // A vague status: the reply is exacter.
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach",
        "no_address 5.1.1 550-5.1.1 The email account that you tried to reach",
    ),
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 No such user here",
        "no_address 5.0.0 550 No such user here",
    ),
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: X-Local; 550 not today",
        "undelivered 5.0.0 550 not today",
    ),
    // Tried for days and given up: it failed, and the address may be good.
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: failed\nStatus: 4.4.7\nDiagnostic-Code: smtp; delivery time expired",
        "undelivered 4.4.7 delivery time expired",
    ),
    (
        "Final-Recipient: rfc822;anna@example.com\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Sun, 6 Dec 2026 10:00:00 +0000",
        "delayed 4.4.1 4.4.1",
    ),
    ("Final-Recipient: rfc822;anna@example.com\nAction: delayed\nStatus: 5.1.1", "delayed 5.1.1 5.1.1"),
    ("Final-Recipient: rfc822;anna@example.com\nAction: delivered\nStatus: 2.1.5", "nothing"),
    ("Final-Recipient: rfc822;anna@example.com\nAction: relayed\nStatus: 2.0.0", "nothing"),
    // Broken ones.
    ("Final-Recipient: rfc822;anna@example.com\nStatus: 5.1.1", "no_address 5.1.1 5.1.1"),
    ("Final-Recipient: rfc822;anna@example.com\nStatus: 4.2.0", "delayed 4.2.0 4.2.0"),
    ("Final-Recipient: rfc822;anna@example.com\nAction: failed", "undelivered"),
    ("Final-Recipient: anna@example.com\nAction: failed (expired)\nStatus: five", "undelivered  five"),
    ("Diagnostic-Code: smtp; 550 5.1.1 unknown", "no_address 5.1.1 550 5.1.1 unknown"),
    // Several: one of them may have it.
    (
        "Final-Recipient: rfc822;a@example.net\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822;b@example.net\nAction: delivered\nStatus: 2.0.0",
        "nothing",
    ),
    (
        "Final-Recipient: rfc822;a@example.net\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822;b@example.net\nAction: delayed\nStatus: 4.0.0",
        "delayed 4.0.0 4.0.0",
    ),
    (
        "Final-Recipient: rfc822;a@example.net\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822;b@example.net\nAction: failed\nStatus: 5.2.2",
        "undelivered 5.2.2 5.2.2",
    ),
];

#[test]
fn a_delivery_report_says_what_became_of_the_letter() {
    for (fields, expected) in DELIVERY_REPORTS {
        assert_eq!(told(&of_fields(fields)), *expected, "{fields}");
    }
}

#[test]
fn a_report_is_found_however_it_is_wrapped() {
    let fields = "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\n";
    let expected = "no_address 5.1.1 5.1.1";
    let whole = report("message/delivery-status", "7bit", fields);
    let base64 = data_encoding::BASE64.encode(fields.as_bytes());
    let nested = |inner: &str| {
        format!(
            "From: gateway@example.net\nTo: <{RETURN_PATH}>\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"outer\"\n\n--outer\nContent-Type: text/plain\n\nSee below.\n\n--outer\nContent-Type: message/rfc822\n\n{inner}\n--outer--\n"
        )
    };
    for message in [
        whole.clone(),
        report("Message/Delivery-Status; charset=utf-8", "8bit", fields),
        report("message/global-delivery-status", "base64", &base64),
        report("text/plain", "7bit", fields),
        report("application/octet-stream", "7bit", fields),
        whole.replace("multipart/report; report-type=delivery-status;", "multipart/mixed;"),
        whole.replace("\n--b1--\n", "\n"),
        // No groups: everything in one.
        report("message/delivery-status", "7bit", &fields.replace("\n\n", "\n")),
        nested(&whole),
        nested(&nested(&whole)),
        // The whole message is the part for machines.
        format!("To: {RETURN_PATH}\nContent-Type: message/delivery-status\n\n{fields}"),
    ] {
        assert_eq!(told(&message), expected, "{message}");
        assert!(read(message.as_bytes()).addresses.contains(&RETURN_PATH.to_owned()), "{message}");
    }
}

#[test]
fn an_internationalized_report_keeps_its_words() {
    let fields = "Reporting-MTA: dns; poczta.example\n\nFinal-Recipient: utf-8; żaneta@przykład.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <żaneta@przykład.example>: nie ma takiej skrzynki";
    for (encoding, body) in
        [("8bit", fields.to_owned()), ("base64", data_encoding::BASE64.encode(fields.as_bytes()))]
    {
        let message = report("message/global-delivery-status", encoding, &body);
        assert_eq!(
            told(&message),
            "no_address 5.1.1 550 5.1.1 <żaneta@przykład.example>: nie ma takiej skrzynki"
        );
    }
    // Octets that are no UTF-8 stay in the line as a mark.
    let mut octets = of_fields("Final-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 XX full").into_bytes();
    let at = octets.windows(2).position(|two| two == b"XX").unwrap();
    octets[at] = 0xff;
    assert_eq!(read(&octets).report.unwrap().words, "552 \u{fffd}X full");
}

#[test]
fn the_outer_report_counts_where_a_report_came_back() {
    let inner = of_fields("Final-Recipient: rfc822;x@example.org\nAction: failed\nStatus: 5.1.1");
    let outer = report(
        "message/delivery-status",
        "7bit",
        "Final-Recipient: rfc822;anna@example.com\nAction: delayed\nStatus: 4.4.1",
    );
    let at = outer.find("From: Vendor").unwrap();
    let end = outer.find("--b1--").unwrap();
    let whole = format!("{}{}\n{}", &outer[..at], inner.replace("b1", "b2"), &outer[end..]);
    assert_eq!(told(&whole), "delayed 4.4.1 4.4.1");
}

#[test]
fn a_bounce_in_plain_words_is_understood() {
    let daemon = "MAILER-DAEMON@mx.example.net";
    for (body, expected) in [
        (
            "Hi. This is the mail program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<anna@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <x>\nSubject: 4.4.4",
            "no_address 5.1.1 Sorry, no mailbox here by that name. (#5.1.1)",
        ),
        (
            "A message that you sent could not be delivered to all of its recipients.\n\n  anna@example.com\n    host mx.example.com [192.0.2.25]:\n    550 User unknown",
            "no_address  550 User unknown",
        ),
        (
            "Your message was not delivered:\n   554 rejected by our filter",
            "undelivered  554 rejected by our filter",
        ),
        (
            "  anna@example.com\n    retry timeout exceeded, last reply 451 4.3.0 try again",
            "undelivered 4.3.0 retry timeout exceeded, last reply 451 4.3.0 try again",
        ),
        (
            "Warning: this message has not yet arrived, delivery will be retried for 4 days.",
            "delayed  Undeliverable",
        ),
        ("Your mail met 451 4.7.1 greylisting.", "delayed 4.7.1 Your mail met 451 4.7.1 greylisting."),
        ("The address anna@example.com: Undeliverable.", "undelivered  Undeliverable"),
    ] {
        assert_eq!(told(&prose(daemon, "Undeliverable", body)), expected, "{body}");
    }
}

#[test]
fn what_is_no_report_is_nothing() {
    for message in [
        prose(
            "Anna <anna@example.com>",
            "Out of office",
            "I am away until 5.1.1 o'clock. Delivery failed? No such user? 550 5.1.1",
        ),
        prose(
            "MAILER-DAEMON@example.com",
            "Hello",
            "All is well with version 8.14.4 from 192.0.2.1 on 2026.12.01",
        ),
        prose("postmaster@example.com", "Welcome", "Your letter is here."),
        complaint("not-spam"),
        complaint("auth-failure"),
        "no header at all".to_owned(),
        String::new(),
    ] {
        assert_eq!(told(&message), "nothing", "{message}");
    }
    assert_eq!(read(&[0, 255, 13, 10, 13, 10]), Heard::default());
}

#[test]
fn a_complaint_names_its_letter_by_the_return_path_within() {
    for kind in ["abuse", "fraud", "opt-out", "Abuse", "virus"] {
        let message = complaint(kind);
        assert_eq!(
            told(&message),
            format!("complaint  {}, told by dns; mx.mailbox.example", kind.to_lowercase())
        );
        assert_eq!(read(message.as_bytes()).addresses, [RETURN_PATH]);
    }
    let unlabelled = complaint("abuse").replace("message/feedback-report", "text/plain");
    assert!(told(&unlabelled).starts_with("complaint"), "{unlabelled}");
}

#[test]
fn what_is_too_long_is_cut_and_no_longer_words_are_kept() {
    let fields = format!(
        "Final-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; {}",
        "full \u{7} ".repeat(9000)
    );
    let report_of = |message: &str| read(message.as_bytes()).report.unwrap();
    let words = report_of(&of_fields(&fields)).words;
    assert!(words.chars().count() == LONGEST_WORDS && words.starts_with("full full"), "{words}");
    let long = format!(
        "{}{}",
        of_fields("Final-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.2.2"),
        "x".repeat(3 * LONGEST)
    );
    assert_eq!(report_of(&long).what, Undelivered);
    let addresses: Vec<String> = (0..500).map(|at| format!("a{at}+{RETURN_PATH}")).collect();
    assert_eq!(
        read(prose("a@b.example", "x", &addresses.join(" ")).as_bytes()).addresses.len(),
        MOST_ADDRESSES
    );
}

#[test]
fn the_order_of_fates_is_from_mild_to_grave() {
    assert!(Delayed < Undelivered && Undelivered < NoAddress && NoAddress < Complaint);
}

fn samples() -> Vec<String> {
    vec![
        of_fields(
            "Final-Recipient: rfc822; anna@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 gone",
        ),
        report("message/global-delivery-status", "base64", "RmluYWwtUmVjaXBpZW50OiB4"),
        complaint("abuse"),
        prose("MAILER-DAEMON", "Undeliverable", "550 5.1.1 user unknown"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_octets_make_it_panic(octets in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&octets);
    }

    #[test]
    fn no_damage_to_a_report_makes_it_panic(
        which in 0..4_usize,
        damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>(), 0..3_u8), 0..40),
    ) {
        let mut octets = samples().swap_remove(which).into_bytes();
        for (at, octet, how) in damage {
            let at = at.index(octets.len());
            match how {
                0 => octets[at] = octet,
                1 => octets.insert(at, octet),
                _ => drop(octets.drain(at..(at + usize::from(octet)).min(octets.len() - 1).max(at))),
            }
        }
        let heard = read(&octets);
        prop_assert!(heard.addresses.len() <= MOST_ADDRESSES);
        prop_assert!(heard.report.is_none_or(|report| report.words.chars().count() <= LONGEST_WORDS));
    }
}
