//! The oracle held against cases worked out by hand.

use jiff::civil::{date, time};

use super::*;
use crate::story::{ANTIVIRUS, Act, Answer, ENTERPRISE_SUITE, MOBILE_SECURITY, Row, SECURITY_SPACE};

const VENDOR: Vendor = Vendor { language: "en", time_zone: "Europe/Warsaw", sending_hour: time(10, 0, 0, 0) };

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn noon(day: Date) -> Timestamp {
    at(&format!("{day}T12:00:00Z"))
}

fn row(name: &str, product: Product, expires_on: Option<Date>) -> Row {
    Row {
        name: name.to_owned(),
        serial: String::new(),
        product,
        email: "Ola@example.com".to_owned(),
        language: "pl-PL".to_owned(),
        time_zone: "Europe/Warsaw".to_owned(),
        months: 12,
        offer: Offer::FullPrice,
        registered_on: expires_on.map(|_| date(2026, 1, 1)),
        expires_on,
        blocked: None,
    }
}

fn with(rows: Vec<Row>) -> Oracle {
    let mut oracle = Oracle::new(VENDOR);
    oracle.act(&Act::Import(rows), at("2026-12-01T08:00:00Z"));
    oracle
}

/// Ticks at noon of every day of the range: `day kind step`.
fn daily(oracle: &mut Oracle, from: Date, to: Date) -> Vec<String> {
    let mut told = vec![];
    let mut day = from;
    while day <= to {
        for letter in oracle.tick(noon(day), true).letters {
            told.push(format!("{day} {} {}", letter.kind, letter.step).trim_end().to_owned());
        }
        day = day.tomorrow().expect("not the last day");
    }
    told
}

fn states(oracle: &Oracle) -> Vec<String> {
    let told = |notice: &Notice| {
        format!("{} {}", notice.step.map(step_word).unwrap_or_default(), notice.fate.state())
    };
    oracle.notices().iter().map(told).collect()
}

#[test]
fn a_home_license_is_reminded_four_times() {
    let mut oracle = with(vec![row("a", ANTIVIRUS, Some(date(2027, 1, 31)))]);
    let told = daily(&mut oracle, date(2026, 12, 2), date(2027, 6, 1));
    let expected = ["2027-01-01 renewal-reminder -30", "2027-01-31 renewal-reminder 0"];
    let after = ["2027-02-20 renewal-reminder +20", "2027-03-12 renewal-reminder +40"];
    assert_eq!(told, [expected, after].concat());
}

#[test]
fn a_business_license_is_reminded_five_times() {
    let mut oracle = with(vec![row("a", ENTERPRISE_SUITE, Some(date(2027, 3, 2)))]);
    let told = daily(&mut oracle, date(2026, 12, 2), date(2027, 6, 1));
    assert_eq!(told.len(), 5);
    assert_eq!(told[0], "2027-01-01 renewal-reminder -60");
}

#[test]
fn an_import_floods_nobody() {
    let mut oracle = with(vec![row("a", ANTIVIRUS, Some(date(2026, 12, 31)))]);
    let told = daily(&mut oracle, date(2026, 12, 1), date(2026, 12, 30));
    assert_eq!(told, Vec::<String>::new(), "its -30 was the day of the import");
}

#[test]
fn after_a_gap_only_the_newest_step_goes() {
    let mut oracle = with(vec![row("a", ANTIVIRUS, Some(date(2027, 1, 31)))]);
    assert!(oracle.tick(noon(date(2026, 12, 2)), true).letters.is_empty());
    let letters = oracle.tick(noon(date(2027, 2, 25)), true).letters;
    assert_eq!(letters.len(), 1);
    assert_eq!((letters[0].step.as_str(), letters[0].language.as_str()), ("+20", "pl"));
    assert_eq!(states(&oracle), ["-30 superseded", "0 superseded", "+20 accepted"]);
}

#[test]
fn the_last_step_is_late_from_the_sending_hour_of_its_twentieth_day() {
    for (instant, state) in [("2027-04-01T07:59:50Z", "+40 accepted"), ("2027-04-01T08:00:00Z", "+40 late")] {
        let mut oracle = with(vec![row("a", ANTIVIRUS, Some(date(2027, 1, 31)))]);
        oracle.tick(noon(date(2026, 12, 2)), true);
        oracle.tick(at(instant), true);
        assert_eq!(states(&oracle).last().map(String::as_str), Some(state));
    }
}

#[test]
fn a_renewal_cancels_what_is_open_and_carries_the_days_over() {
    let new = Row { months: 12, ..row("b", ANTIVIRUS, None) };
    let mut oracle = with(vec![row("a", ANTIVIRUS, Some(date(2026, 12, 31))), new]);
    let renew = Act::Renew {
        license: "b".to_owned(),
        previous: "a".to_owned(),
        email: "OLA@Example.com ".to_owned(),
    };
    assert_eq!(oracle.act(&renew, at("2026-12-01T12:00:00Z")), Answer::Done);
    assert_eq!(oracle.licenses["b"].term().map(|term| term.expires_on), Some(date(2028, 5, 29)));
    let told = daily(&mut oracle, date(2026, 12, 1), date(2027, 1, 30));
    let kinds = [
        "account-invitation",
        "blocked-license-deletion -30",
        "key-file",
        "mobile-offer",
        "renewal-confirmation",
    ];
    assert_eq!(told, kinds.map(|kind| format!("2026-12-01 {kind}")));
    assert_eq!(oracle.act(&renew, noon(date(2027, 1, 1))), Answer::NoMatch, "the old one is deleted");
}

#[test]
fn a_discounted_price_without_an_old_license_leaves_at_least_one_day() {
    for (months, expected) in [(3, date(2026, 12, 2)), (12, date(2027, 7, 4))] {
        let new = Row { months, offer: Offer::Discounted, ..row("b", ANTIVIRUS, None) };
        let mut oracle = with(vec![new]);
        let (email, language, time_zone) = ("ola@example.com".to_owned(), String::new(), String::new());
        let act = Act::Register { license: "b".to_owned(), email, language, time_zone };
        assert_eq!(oracle.act(&act, at("2026-12-01T12:00:00Z")), Answer::Done);
        assert_eq!(oracle.licenses["b"].term().map(|term| term.expires_on), Some(expected));
    }
}

#[test]
fn the_warning_before_a_deletion_is_never_shortened() {
    let mut oracle = with(vec![row("a", SECURITY_SPACE, Some(date(2027, 2, 28)))]);
    oracle.licenses.get_mut("a").expect("it is there").blocked = Some((Why::Superseded, date(2026, 12, 1)));
    oracle.tick(noon(date(2026, 12, 2)), true);
    let round = oracle.tick(noon(date(2027, 2, 10)), true);
    assert_eq!(round.letters.len(), 1);
    assert_eq!(round.days_named.values().collect::<Vec<_>>(), [&date(2027, 3, 12)]);
    assert!(oracle.tick(noon(date(2027, 3, 11)), true).deleted.is_empty());
    assert_eq!(oracle.tick(noon(date(2027, 3, 12)), true).deleted, ["a"]);
}

#[test]
fn mobile_security_is_deleted_without_a_word() {
    let mut oracle = with(vec![row("a", MOBILE_SECURITY, Some(date(2026, 12, 2)))]);
    oracle.licenses.get_mut("a").expect("it is there").blocked = Some((Why::Superseded, date(2026, 12, 1)));
    let told = daily(&mut oracle, date(2026, 12, 1), date(2026, 12, 30));
    assert!(told.is_empty() && oracle.tick(at("2026-12-31T08:59:50Z"), true).deleted.is_empty());
    assert_eq!(oracle.tick(at("2026-12-31T09:00:00Z"), true).deleted, ["a"]);
}

#[test]
fn a_second_thief_within_a_day_is_told_of_a_day_after_the_first_letter() {
    let mut oracle = with(vec![row("a", ANTIVIRUS, Some(date(2027, 9, 30)))]);
    let (email, language, time_zone) = ("thief@example.com".to_owned(), String::new(), String::new());
    let theft = Act::Register { license: "a".to_owned(), email, language, time_zone };
    assert_eq!(oracle.act(&theft, at("2026-12-05T09:00:00Z")), Answer::NoMatch);
    assert_eq!(oracle.tick(at("2026-12-05T10:00:00Z"), true).letters.len(), 1);
    oracle.act(&theft, at("2026-12-05T11:00:00Z"));
    oracle.act(&theft, at("2026-12-05T12:00:00Z"));
    assert_eq!(oracle.tick(at("2026-12-06T09:59:50Z"), true).letters.len(), 0);
    assert_eq!(oracle.tick(at("2026-12-06T10:00:00Z"), true).letters.len(), 1);
    assert_eq!(states(&oracle).len(), 2);
}

#[test]
fn a_company_gets_one_letter_for_more_than_three_licenses() {
    for (licenses, letters) in [(3, 3), (4, 1)] {
        let rows =
            (0..licenses).map(|n| row(&format!("a{n}"), ENTERPRISE_SUITE, Some(date(2027, 3, 2)))).collect();
        assert_eq!(with(rows).tick(noon(date(2027, 1, 1)), true).letters.len(), letters);
    }
}

#[test]
fn a_step_missed_while_blocked_goes_after_the_lift() {
    let mut oracle = with(vec![row("a", ENTERPRISE_SUITE, Some(date(2027, 3, 2)))]);
    oracle.act(&Act::Block("a".to_owned()), noon(date(2026, 12, 30)));
    let blocked = daily(&mut oracle, date(2026, 12, 30), date(2027, 1, 25));
    assert_eq!(blocked, ["2026-12-30 license-blocked"]);
    oracle.act(&Act::Lift("a".to_owned()), at("2027-01-25T13:00:00Z"));
    let lifted = daily(&mut oracle, date(2027, 1, 26), date(2027, 1, 31));
    assert_eq!(lifted, ["2027-01-26 renewal-reminder -60", "2027-01-31 renewal-reminder -30"]);
}

#[test]
fn a_corrected_date_begins_anew() {
    let mut oracle = with(vec![row("a", ANTIVIRUS, Some(date(2027, 1, 31)))]);
    oracle.tick(noon(date(2027, 1, 1)), true);
    oracle.act(&Act::Correct(vec![row("a", ANTIVIRUS, Some(date(2027, 2, 28)))]), noon(date(2027, 1, 5)));
    let told = daily(&mut oracle, date(2027, 1, 6), date(2027, 3, 1));
    assert_eq!(told, ["2027-01-29 renewal-reminder -30", "2027-02-28 renewal-reminder 0"]);
}
