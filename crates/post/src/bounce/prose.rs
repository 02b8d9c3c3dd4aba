//! Bounces in plain words, without any part for machines: read only from those who speak for a mail server.

use mail_parser::Message;
use tenure_domain::report::{Report, What};

use super::{
    delivery::failed,
    status::{Status, reply_class, says_no_address},
};

/// Said where somebody tries on.
const TRIES_ON: [&str; 7] = [
    "will be retried",
    "still trying",
    "will keep trying",
    "will continue to try",
    "delivery is delayed",
    "delivery delayed",
    "this is a warning message only",
];

/// Said where nobody tries any more, whatever the last reply was.
const GIVEN_UP: [&str; 6] = [
    "giving up",
    "given up",
    "not going to try again",
    "retry timeout exceeded",
    "in the queue too long",
    "permanent error",
];

/// Said where a letter did not arrive.
const FAILED: [&str; 8] = [
    "could not be delivered",
    "was not delivered",
    "delivery failed",
    "delivery failure",
    "delivery has failed",
    "undeliverable",
    "undelivered",
    "returned to sender",
];

/// Reads a bounce in plain words.
pub(super) fn read(message: &Message<'_>) -> Option<Report> {
    is_from_a_mail_server(message).then_some(())?;
    let subject = message.subject().unwrap_or_default();
    let body: Vec<String> = (0..message.text_body_count().min(4))
        .filter_map(|at| message.body_text(at))
        .map(|text| told(&text))
        .collect();
    let body = body.join("\n");
    let all = format!("{subject}\n{body}").to_lowercase();
    let says = |words: &[&str]| words.iter().any(|said| all.contains(said));
    let status = Status::find(&body).filter(|status| status.0 != 2);
    let class = status.map(|status| status.0).or_else(|| reply_class(&body));
    let what = if !says(&GIVEN_UP) && (says(&TRIES_ON) || class == Some(4)) {
        What::Delayed
    } else if class == Some(5) || says(&GIVEN_UP) || says(&FAILED) || says_no_address(&body) {
        failed(status, &body)
    } else {
        return None;
    };
    let words = body.lines().find(|line| is_the_point(line)).unwrap_or(subject).to_owned();
    Some(Report { what, status: status.map(|status| status.to_string()).unwrap_or_default(), words })
}

fn is_the_point(line: &str) -> bool {
    Status::find(line).is_some() || reply_class(line).is_some() || says_no_address(line)
}

/// An absent colleague answers from an address of their own; a mail server does not.
fn is_from_a_mail_server(message: &Message<'_>) -> bool {
    let from = message.header_raw("From").unwrap_or_default().to_lowercase();
    ["mailer-daemon", "postmaster", "mail delivery sub", "mail delivery system"]
        .iter()
        .any(|name| from.contains(name))
}

/// What is told, without the letter that came back.
fn told(text: &str) -> String {
    let begins_the_letter = |line: &str| {
        let line = line.trim().to_lowercase();
        let is_marked = line.starts_with("--") && line.contains("message") && !line.contains("error");
        is_marked || line.starts_with("received:") || line.starts_with("return-path:")
    };
    text.lines().take_while(|line| !begins_the_letter(line)).collect::<Vec<_>>().join("\n")
}
