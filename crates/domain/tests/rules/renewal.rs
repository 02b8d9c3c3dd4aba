//! Rules 8 and 11 as tables: when a renewed, an additional or a replaced license expires, and which can be replaced.

use jiff::civil::Date;
use tenure_domain::{
    Block, BlockReason, License, Offer, Refusal, Succession, Term,
    license::{days_after, whole_months},
    renewal::{RenewalRules, ReplacementRules},
};

use crate::world::{SUCCESSOR, at, day, unregistered};

/// A license as one word per trait: `home`, `business`, `months=3`, `expires=…`, `blocked`, `renewed`, `deleted`, `unregistered`.
fn previous(words: &str) -> Option<License> {
    if words == "none" {
        return None;
    }
    let mut license = unregistered("antivirus");
    let mut expires_on = Some(day("2026-12-31"));
    for word in words.split(' ') {
        match word.split_once('=').unwrap_or((word, "")) {
            ("home", _) => {}
            ("business", _) => license = unregistered("enterprise-suite"),
            ("months", months) => license.months = months.parse().unwrap(),
            ("expires", expires) => expires_on = Some(day(expires)),
            ("unregistered", _) => expires_on = None,
            ("blocked", _) => license.block = Some(block(BlockReason::Other, None)),
            ("renewed", _) => {
                license.block = Some(block(BlockReason::Superseded, Some((SUCCESSOR, Succession::Renewal))));
            }
            ("deleted", _) => license.deleted_at = Some(at("2026-01-01T00:00Z")),
            _ => panic!("no license is {word}"),
        }
    }
    license.term = expires_on.map(term);
    Some(license)
}

fn term(expires_on: Date) -> Term {
    Term { number: 1, registered_on: day("2020-01-01"), expires_on, known_at: at("2020-01-01T00:00Z") }
}

fn block(reason: BlockReason, successor: Option<(tenure_domain::LicenseId, Succession)>) -> Block {
    Block { reason, on: day("2026-01-01"), successor }
}

fn new(offer: &str, months: u32) -> License {
    License { offer: offer.parse().unwrap(), months, ..unregistered("antivirus") }
}

#[test]
fn a_renewal_adds_length_days_left_and_bonus() {
    for (offer, months, today, names, carried, bonus, expires_on) in [
        // The programme's own example: 2027-12-01 + 30 + 150 days.
        ("new", 12, "2026-12-01", "home months=12 expires=2026-12-31", 30, 150, "2028-05-29"),
        // On its last day nothing is left, the day before it one day.
        ("new", 12, "2026-12-31", "home", 0, 150, "2028-05-29"),
        ("new", 12, "2026-12-30", "home", 1, 150, "2028-05-29"),
        // Expired: no days are taken off, and the bonus is given.
        ("new", 12, "2027-01-01", "home", 0, 150, "2028-05-30"),
        ("new", 12, "2029-03-10", "home", 0, 150, "2030-08-07"),
        // Month ends are clamped before days are added.
        ("new", 3, "2026-11-30", "none", 0, 0, "2027-02-28"),
        ("new", 1, "2027-01-31", "none", 0, 0, "2027-02-28"),
        ("new", 1, "2028-01-31", "none", 0, 0, "2028-02-29"),
        ("new", 12, "2028-02-29", "none", 0, 0, "2029-02-28"),
        ("new", 3, "2026-11-30", "home expires=2026-12-31", 31, 0, "2027-03-31"),
        // Full price: 12 months or more, naming one of 3 months or more.
        ("new", 11, "2026-12-31", "home", 0, 0, "2027-11-30"),
        ("new", 24, "2026-12-31", "home", 0, 150, "2029-05-30"),
        ("new", 12, "2026-12-31", "home months=3", 0, 150, "2028-05-29"),
        ("new", 12, "2026-12-01", "home months=2", 30, 0, "2027-12-31"),
        ("new", 12, "2026-12-01", "business", 30, 0, "2027-12-31"),
        ("new", 12, "2026-12-31", "none", 0, 0, "2027-12-31"),
        // Discounted: 150 days less without an eligible previous one.
        ("renewal", 12, "2026-12-01", "home", 30, 0, "2027-12-31"),
        ("renewal", 12, "2026-12-01", "home months=3", 30, 0, "2027-12-31"),
        ("renewal", 12, "2026-12-01", "home months=2", 30, -150, "2027-08-03"),
        ("renewal", 12, "2026-12-01", "business", 30, -150, "2027-08-03"),
        ("renewal", 12, "2026-12-01", "none", 0, -150, "2027-07-04"),
        ("renewal", 12, "2027-06-01", "home", 0, 0, "2028-06-01"),
        // Never less than one day.
        ("renewal", 3, "2026-12-01", "none", 0, -150, "2026-12-02"),
        ("renewal", 1, "2026-12-01", "home months=1 expires=2026-12-05", 4, -150, "2026-12-02"),
        ("renewal", 5, "2026-12-01", "none", 0, -150, "2026-12-02"), // 151 days - 150
        ("renewal", 6, "2026-12-01", "none", 0, -150, "2027-01-02"), // 182 days - 150
        // An additional purchase registered by itself.
        ("expansion", 12, "2026-12-01", "none", 0, 0, "2027-12-01"),
    ] {
        let new = new(offer, months);
        let sum = RenewalRules::default().sum(&new, previous(names).as_ref(), day(today));
        let row = format!("{offer} {months} {today} {names}: {sum:?}");
        assert_eq!((sum.carried_days, sum.bonus_days), (carried, bonus), "{row}");
        assert_eq!(sum.expires_on, day(expires_on), "{row}");
    }
}

#[test]
fn what_cannot_be_renewed_is_not_eligible() {
    for names in ["blocked", "renewed", "deleted", "unregistered"] {
        let old = previous(&format!("home {names}"));
        let bonus =
            |offer| RenewalRules::default().sum(&new(offer, 12), old.as_ref(), day("2027-01-01")).bonus_days;
        assert_eq!((bonus("new"), bonus("renewal")), (0, -150), "{names}");
    }
}

#[test]
fn the_numbers_are_settings() {
    let rules = RenewalRules { bonus_days: 10, bonus_from_months: 6, previous_from_months: 1 };
    let sum = rules.sum(&new("new", 6), previous("home months=1").as_ref(), day("2026-12-31"));
    assert_eq!((sum.own_end, sum.expires_on), (day("2027-06-30"), day("2027-07-10")));
    let sum = rules.sum(&new("renewal", 6), None, day("2026-12-31"));
    assert_eq!(sum.expires_on, day("2027-06-20"));
}

#[test]
fn an_additional_purchase_expires_on_the_later_of_both_ends_without_days_carried_and_without_bonus() {
    for (offer, months, today, old_expires, expires_on) in [
        ("expansion", 12, "2026-12-01", "2026-12-31", "2027-12-01"),
        ("expansion", 12, "2026-12-01", "2028-06-30", "2028-06-30"),
        ("expansion", 12, "2026-12-01", "2027-12-01", "2027-12-01"),
        ("expansion", 12, "2026-12-01", "2020-01-01", "2027-12-01"),
        ("new", 12, "2026-12-01", "2026-12-31", "2027-12-01"),
        ("renewal", 12, "2026-12-01", "2026-12-31", "2027-12-01"),
        ("expansion", 1, "2027-01-31", "2027-02-01", "2027-02-28"),
    ] {
        let end = RenewalRules::expansion_end(&new(offer, months), term(day(old_expires)), day(today));
        assert_eq!(end, day(expires_on), "{offer} {months} {today} {old_expires}");
    }
}

#[test]
fn a_serial_number_is_replaced_once_for_home_and_three_times_for_business_through_the_chain() {
    for (product, free) in [("antivirus", 1), ("enterprise-suite", 3)] {
        let today = day("2026-06-01");
        let mut license = unregistered(product);
        license.term = Some(term(day("2026-12-31")));
        for used in 0..free {
            let taken_over = ReplacementRules::default().can_replace(&license, today).unwrap();
            assert_eq!(taken_over, term(day("2026-12-31")), "the new one has the same term");
            let next = License {
                replacements: used + 1,
                previous: Some((license.id, Succession::Replacement)),
                ..license.clone()
            };
            license.supersede(SUCCESSOR, Succession::Replacement, today).unwrap();
            assert_eq!(license.block.map(|block| block.reason), Some(BlockReason::Compromised));
            assert_eq!(
                ReplacementRules::default().can_replace(&license, today),
                Err(Refusal::AlreadyRenewed)
            );
            license = next;
        }
        let refused = ReplacementRules::default().can_replace(&license, today);
        assert_eq!(refused, Err(Refusal::NoReplacementLeft { used: free, free }), "{product}");
    }
}

#[test]
fn a_serial_number_is_replaced_while_at_least_thirty_days_remain() {
    for (today, left) in
        [("2026-12-01", Ok(30)), ("2026-12-02", Err(29)), ("2026-12-31", Err(0)), ("2027-01-05", Err(-5))]
    {
        for product in ["antivirus", "enterprise-suite"] {
            let mut license = unregistered(product);
            license.term = Some(term(day("2026-12-31")));
            let refused = |left| Refusal::TooFewDaysLeft { left, needed: 30 };
            let found = ReplacementRules::default().can_replace(&license, day(today));
            assert_eq!(found.map(|_| ()), left.map(|_: i64| ()).map_err(refused), "{product} {today}");
        }
    }
}

#[test]
fn a_license_blocked_as_compromised_can_be_replaced_and_no_other_blocked_one() {
    let found = |names: &str, reason: Option<BlockReason>| {
        let mut license = previous(names).unwrap();
        license.block = reason.map(|reason| block(reason, None)).or(license.block);
        let found = ReplacementRules::default().can_replace(&license, day("2026-06-01"));
        found.map_or_else(|refusal| refusal.code(), |_| "ok")
    };
    for (names, reason, wanted) in [
        ("home", None, "ok"),
        ("home", Some(BlockReason::Compromised), "ok"),
        ("home", Some(BlockReason::Other), "blocked"),
        ("home", Some(BlockReason::Superseded), "blocked"),
        ("home renewed", None, "already_renewed"),
        ("home unregistered", None, "not_registered"),
        ("home unregistered", Some(BlockReason::Compromised), "not_registered"),
        ("home deleted", None, "no_match"),
        ("home deleted", Some(BlockReason::Compromised), "no_match"),
    ] {
        assert_eq!(found(names, reason), wanted, "{names} {reason:?}");
    }
}

#[test]
fn a_license_whose_months_are_not_on_record_is_as_long_as_its_term() {
    for (from, to, months) in [
        ("2026-01-01", "2027-01-01", 12),
        ("2026-01-01", "2026-12-31", 12),
        ("2026-11-30", "2027-02-28", 3),
        ("2026-01-31", "2026-02-28", 1),
        ("2026-01-01", "2026-03-30", 2),
        ("2026-01-01", "2026-03-31", 3),
        ("2026-01-01", "2025-01-01", 0),
    ] {
        assert_eq!(whole_months(day(from), day(to)), months, "{from} {to}");
    }
}

#[test]
fn a_day_beyond_the_calendar_is_its_last() {
    assert_eq!(days_after(Date::MAX, 1), Date::MAX);
    assert_eq!(days_after(day("2026-01-01"), i64::MAX), Date::MAX);
    assert_eq!(days_after(day("2026-01-01"), i64::MIN), Date::MIN);
    let sum = RenewalRules::default().sum(
        &License { offer: Offer::New, months: u32::MAX, ..unregistered("antivirus") },
        None,
        day("2026-01-01"),
    );
    assert_eq!(sum.expires_on, Date::MAX);
}
