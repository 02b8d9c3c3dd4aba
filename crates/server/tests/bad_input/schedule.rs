//! `schedule.toml`.

use crate::desk::Desk;

/// An edit of the default schedule, and the words of the answer.
const SCHEDULES: [(&str, &str, &[&str]); 9] = [
    ("send_at = \"10:00\"", "send_at = \"25:00\"", &["25:00"]),
    ("send_at = \"10:00\"", "send_at = \"ten\"", &["ten", "10:00"]),
    ("send_at = \"10:00\"", "sent_at = \"10:00\"", &["sent_at", "send_at"]),
    ("kind = \"theft-attempt\"", "kind = \"theft\"", &["theft", "theft-attempt"]),
    ("segment = \"home\"", "segment = \"homes\"", &["homes", "home", "business"]),
    ("\"on expiry\"", "\"at expiry\"", &["at expiry", "on expiry"]),
    ("\"30 days before expiry\"", "\"thirty days before expiry\"", &["thirty", "days before expiry"]),
    (
        "\"at once after registration\"",
        "\"30 days before expiry\"",
        &["key-file", "at once after registration"],
    ),
    (
        "except = [\"mobile-security\"]",
        "except = [\"mobile-securty\"]",
        &["mobile-securty", "mobile-security"],
    ),
];

#[test]
fn a_wrong_schedule_is_refused_with_its_line_and_what_would_be_right() {
    for (number, (old, new, words)) in SCHEDULES.into_iter().enumerate() {
        let desk = Desk::new(&format!("schedule-{number}"));
        let line = desk.edit("schedule.toml", old, new);
        desk.run(&["schedule", "check"]).refuses("schedule.toml", line, words);
        desk.run(&["tick"]).refuses("schedule.toml", line, words);
    }
}

#[test]
fn two_rules_for_the_same_are_refused() {
    let desk = Desk::new("two-rules");
    let rule = "\n[[notice]]\nkind = \"renewal-reminder\"\nsegment = \"home\"\nsend = [\"on expiry\"]\n";
    let first = desk.append("schedule.toml", rule) + 1;
    let said = desk.run(&["schedule", "check"]);
    assert!(
        said.status == Some(1) && said.err.contains("renewal-reminder"),
        "{:?} {}",
        said.status,
        said.err
    );
    assert!(
        (first..first + 4).any(|line| said.names_line(line)),
        "names a line of the second rule (from {first}): {}",
        said.err
    );
}

#[test]
fn the_same_step_twice_is_refused() {
    let desk = Desk::new("step-twice");
    let line = desk.edit("schedule.toml", "\"on expiry\", \"20", "\"on expiry\", \"on expiry\", \"20");
    desk.run(&["schedule", "check"]).refuses("schedule.toml", line, &["on expiry"]);
}

#[test]
fn a_schedule_that_cannot_be_read_sends_nothing() {
    let desk = Desk::new("schedule-stops");
    let rows = "external_id,product,email,registered_on,expires_on\na,antivirus,a@example.com,2026-01-01,2027-01-01\n";
    assert_eq!(desk.import(rows, &[]).status, Some(0));
    desk.edit("schedule.toml", "\"on expiry\"", "\"at expiry\"");
    let said = desk.command(&["--at", "2027-01-01T12:00:00Z", "tick"]);
    assert_ne!(said.status, Some(0), "{}", said.out);
    desk.edit("schedule.toml", "\"at expiry\"", "\"on expiry\"");
    assert!(desk.lines(&["notice", "list"]).is_empty());
}
