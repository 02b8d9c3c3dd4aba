//! Every move from every state: allowed, or refused with which code. A refused move changes nothing.

use tenure_domain::{
    Block, BlockReason, HolderId, License, LicenseId, Refusal, Succession, Term, renewal::ReplacementRules,
};

use crate::world::{SUCCESSOR, at, day, holder, unregistered};

const TABLE: &str = "
    from           | register           | renew           | expand          | replace         | block      | lift          | correct        | delete
    unregistered   | ok                 | not_registered  | not_registered  | not_registered  | ok         | not_blocked   | not_registered | not_blocked
    issued         | ok                 | not_registered  | not_registered  | not_registered  | ok         | not_blocked   | not_registered | not_blocked
    issued_to_ben  | no_match           | not_registered  | not_registered  | not_registered  | ok         | not_blocked   | not_registered | not_blocked
    active         | already_registered | ok              | ok              | ok              | ok         | not_blocked   | ok             | not_blocked
    expired        | already_registered | ok              | ok              | ok              | ok         | not_blocked   | ok             | not_blocked
    withheld       | blocked            | blocked         | blocked         | blocked         | blocked    | ok            | not_registered | ok
    blocked        | blocked            | blocked         | blocked         | blocked         | blocked    | ok            | ok             | ok
    compromised    | blocked            | blocked         | blocked         | ok              | blocked    | ok            | ok             | ok
    superseded     | blocked            | blocked         | blocked         | blocked         | blocked    | ok            | ok             | ok
    renewed        | blocked            | already_renewed | already_renewed | already_renewed | blocked    | has_successor | ok             | ok
    expanded       | blocked            | already_renewed | already_renewed | already_renewed | blocked    | has_successor | ok             | ok
    replaced       | blocked            | already_renewed | already_renewed | already_renewed | blocked    | has_successor | ok             | ok
    deleted        | no_match           | no_match        | no_match        | no_match        | no_match   | no_match      | no_match       | not_blocked
";

fn state(name: &str) -> License {
    let mut license = unregistered("antivirus");
    let is_registered = !matches!(name, "unregistered" | "issued" | "issued_to_ben" | "withheld");
    let expires_on = day(if name == "expired" { "2026-01-31" } else { "2026-12-31" });
    license.term = is_registered.then(|| Term {
        number: 1,
        registered_on: day("2025-12-31"),
        expires_on,
        known_at: at("2025-12-31T12:00Z"),
    });
    license.holder = match name {
        "unregistered" => None,
        "issued_to_ben" => Some(HolderId::from_bits(8)),
        _ => Some(holder().id),
    };
    let blocked = |reason, how: Option<Succession>| {
        Some(Block { reason, on: day("2026-02-01"), successor: how.map(|how| (SUCCESSOR, how)) })
    };
    license.block = match name {
        "withheld" | "blocked" => blocked(BlockReason::Other, None),
        "compromised" => blocked(BlockReason::Compromised, None),
        "superseded" => blocked(BlockReason::Superseded, None),
        "renewed" | "deleted" => blocked(BlockReason::Superseded, Some(Succession::Renewal)),
        "expanded" => blocked(BlockReason::Superseded, Some(Succession::Expansion)),
        "replaced" => blocked(BlockReason::Compromised, Some(Succession::Replacement)),
        _ => None,
    };
    license.deleted_at = (name == "deleted").then(|| at("2026-03-01T10:00Z"));
    license
}

fn make(license: &mut License, name: &str) -> Result<(), Refusal> {
    let (today, now, other) = (day("2026-06-01"), at("2026-06-01T12:00Z"), LicenseId::from_bits(3));
    match name {
        "register" => license.register(holder().id, today, day("2027-06-01"), now),
        "renew" => license.supersede(other, Succession::Renewal, today),
        "expand" => license.supersede(other, Succession::Expansion, today),
        "replace" => license.supersede(other, Succession::Replacement, today),
        "block" => license.block(BlockReason::Compromised, today),
        "lift" => license.lift(),
        "correct" => license.correct(day("2026-01-01"), day("2027-01-01"), now).map(|_| ()),
        "delete" => license.delete(now),
        _ => panic!("no move is called {name}"),
    }
}

#[test]
fn every_move_from_every_state_is_allowed_or_refused_with_its_code() {
    let mut rows =
        TABLE.lines().map(|row| row.split('|').map(str::trim)).filter(|row| row.clone().count() > 1);
    let moves: Vec<&str> = rows.next().unwrap().skip(1).collect();
    let mut tried = 0;
    for mut row in rows {
        let from = row.next().unwrap();
        for (name, wanted) in moves.iter().zip(row) {
            let before = state(from);
            let mut license = before.clone();
            let found = make(&mut license, name);
            assert_eq!(found.as_ref().map_or_else(Refusal::code, |()| "ok"), wanted, "{name} from {from}");
            assert_eq!(
                found.is_ok(),
                license != before,
                "{name} from {from}: a refused move changes nothing"
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 13 * 8);
}

#[test]
fn what_can_be_asked_before_is_what_the_move_then_answers() {
    for row in TABLE.lines().skip(2) {
        let from = row.split('|').next().unwrap().trim();
        if from.is_empty() || from == "issued_to_ben" {
            continue;
        }
        let license = state(from);
        let made = |name| make(&mut license.clone(), name);
        assert_eq!(license.can_register(), made("register"), "{from}");
        assert_eq!(license.can_be_superseded().map(|_| ()), made("renew"), "{from}");
        assert_eq!(license.can_be_replaced().map(|_| ()), made("replace"), "{from}");
        if from != "expired" {
            let asked = ReplacementRules::default().can_replace(&license, day("2026-06-01"));
            assert_eq!(asked.map(|_| ()), made("replace"), "{from}");
        }
    }
}

#[test]
fn a_superseded_license_keeps_its_own_expiry_date_and_names_its_successor() {
    for (name, how, reason) in [
        ("renew", Succession::Renewal, BlockReason::Superseded),
        ("expand", Succession::Expansion, BlockReason::Superseded),
        ("replace", Succession::Replacement, BlockReason::Compromised),
    ] {
        let mut license = state("active");
        make(&mut license, name).unwrap();
        assert_eq!(license.term, state("active").term);
        let successor = Some((LicenseId::from_bits(3), how));
        assert_eq!(license.block, Some(Block { reason, on: day("2026-06-01"), successor }));
        assert_eq!(license.is_superseded(), reason == BlockReason::Superseded, "{name}");
    }
}

#[test]
fn replacing_a_compromised_license_keeps_the_day_of_its_block() {
    let mut license = state("compromised");
    make(&mut license, "replace").unwrap();
    let block = license.block.unwrap();
    assert_eq!((block.reason, block.on), (BlockReason::Compromised, day("2026-02-01")));
}

#[test]
fn a_registration_begins_term_one_known_from_now() {
    let mut license = state("unregistered");
    make(&mut license, "register").unwrap();
    let term = license.term.unwrap();
    assert_eq!((term.number, term.known_at), (1, at("2026-06-01T12:00Z")));
    assert_eq!((term.registered_on, term.expires_on), (day("2026-06-01"), day("2027-06-01")));
    assert_eq!((license.holder, license.term_number()), (Some(holder().id), 1));
    assert_eq!(state("unregistered").term_number(), 0);
}

#[test]
fn a_correction_begins_the_next_term_known_from_now_and_the_same_dates_none() {
    let mut license = state("active");
    make(&mut license, "correct").unwrap();
    let term = license.term.unwrap();
    assert_eq!((term.number, term.known_at), (2, at("2026-06-01T12:00Z")));
    for from in ["active", "blocked", "deleted"] {
        let mut license = state(from);
        let Term { registered_on, expires_on, .. } = license.term.unwrap();
        assert_eq!(license.correct(registered_on, expires_on, at("2026-06-01T12:00Z")), Ok(false), "{from}");
        assert_eq!(license, state(from));
    }
}

#[test]
fn states_are_seen_in_the_order_of_what_is_final() {
    for (from, status) in [
        ("unregistered", "unregistered"),
        ("active", "active"),
        ("expired", "expired"),
        ("withheld", "blocked"),
        ("renewed", "blocked"),
        ("deleted", "deleted"),
    ] {
        assert_eq!(state(from).status(day("2026-06-01")).code(), status);
    }
}

#[test]
fn only_a_registered_unblocked_undeleted_license_is_open() {
    for row in TABLE.lines().skip(2).filter_map(|row| row.split('|').next()).map(str::trim) {
        if !row.is_empty() {
            assert_eq!(state(row).is_open(), matches!(row, "active" | "expired"), "{row}");
            assert_eq!(
                state(row).is_superseded(),
                matches!(row, "superseded" | "renewed" | "expanded"),
                "{row}"
            );
        }
    }
}
