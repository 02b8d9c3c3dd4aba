//! Samples of the pages of registering, renewing and replacing: every branch of their templates is taken.

use std::sync::LazyLock;

use super::{at, day, visitor};
use crate::pages::view::{
    Doubt, Fetch, FieldProblem, Problem, Register, Registered, Renew, RenewFields, RenewHeld, RenewSum,
    RenewWithout, Renewable, Renewed, Replace, ReplaceConfirm, Replaceable, Replaced, TooManyTries,
};

static ZONES: LazyLock<Vec<String>> =
    LazyLock::new(|| ["America/Sao_Paulo", "Etc/UTC", "Europe/Warsaw"].map(str::to_owned).into());

/// The form as it opens.
pub(in crate::pages) fn register(language: &str) -> Register {
    Register {
        language: language.to_owned(),
        zone: "Europe/Warsaw".to_owned(),
        zones: &ZONES,
        ..Register::default()
    }
}

/// The form with every field wrong.
pub(in crate::pages) fn register_again() -> Register {
    let wrong = [
        ("serial", Problem::NotASerial),
        ("email", Problem::Empty),
        ("name", Problem::NotAName),
        ("language", Problem::BrokenForm),
        ("zone", Problem::NotAZone),
    ];
    Register {
        serial: "ABCD-EFGH".to_owned(),
        name: "Zofia Wiśniewska".to_owned(),
        zone: "Europe/Nowhere".to_owned(),
        problems: wrong.map(|(field, problem)| FieldProblem { field, problem }).into(),
        ..register("pl")
    }
}

fn doubt(field: &'static str, groups: &[usize], can_go_on: bool) -> Doubt {
    Doubt { field, number: "ABCD-EFGH-JKMN-PQRS".to_owned(), groups: groups.to_vec(), can_go_on }
}

/// The form with a number that fails its check, where it may be from elsewhere and where it cannot.
pub(in crate::pages) fn register_doubtful(can_go_on: bool) -> Register {
    let groups: &[usize] = if can_go_on { &[2] } else { &[1, 4] };
    Register {
        serial: "ABCD-EFGH-JKMN-PQRS".to_owned(),
        email: "zofia@example.com".to_owned(),
        problems: vec![FieldProblem { field: "serial", problem: Problem::DoubtfulSerial }],
        doubts: vec![doubt("serial", groups, can_go_on)],
        ..register("pl")
    }
}

fn fetch() -> Fetch {
    Fetch { href: "/done/registered/lic_1/1/mark/key-file".to_owned(), minutes: 15 }
}

/// Just registered, or registered before.
pub(in crate::pages) fn registered(again: bool) -> Registered {
    Registered {
        again,
        product: "Security Space".to_owned(),
        serial: "****-****-****-7QX2".to_owned(),
        address: "z…@example.com".to_owned(),
        expires_on: day("2027-12-01"),
        devices: 3,
        fetch: (!again).then(fetch),
    }
}

fn fields(how: &'static str) -> RenewFields {
    RenewFields {
        previous: "7QX2-7QX2-7QX2-0001".to_owned(),
        previous_as_written: "7QX2-7QX2-7QX2-0001".to_owned(),
        email: "zofia@example.com".to_owned(),
        serial: "ABCD-EFGH-JKMN-PQRS".to_owned(),
        how,
        ..RenewFields::default()
    }
}

/// The form as it opens.
pub(in crate::pages) fn renew() -> Renew {
    let typed = RenewFields { how: "renewal", ..RenewFields::default() };
    Renew { own: Vec::new(), is_known: false, typed, problems: Vec::new(), doubts: Vec::new() }
}

/// The form of who is signed in, with a key file that was edited and no address.
pub(in crate::pages) fn renew_again() -> Renew {
    let wrong = [("key_file", Problem::ChangedKeyFile), ("email", Problem::Empty)];
    let own = Renewable {
        id: "lic_1".to_owned(),
        product: "Security Space".to_owned(),
        serial: "****-****-****-7QX2".to_owned(),
        expires_on: day("2026-12-31"),
    };
    let typed = RenewFields { key_text: "e30.e30.AA".to_owned(), ..fields("expansion") };
    let problems = wrong.map(|(field, problem)| FieldProblem { field, problem }).into();
    Renew { own: vec![own], is_known: true, typed, problems, doubts: Vec::new() }
}

/// What is held, and a shop.
pub(in crate::pages) fn held() -> RenewHeld {
    RenewHeld {
        typed: RenewFields { serial: String::new(), ..fields("renewal") },
        problems: Vec::new(),
        doubts: Vec::new(),
        product: "Antivirus".to_owned(),
        serial: "****-****-****-0001".to_owned(),
        expires_on: day("2026-12-31"),
        is_over: false,
        devices: 3,
        months: 12,
        today: day("2026-12-01"),
        own_end: day("2027-12-01"),
        carried_days: 30,
        bonus_days: 150,
        new_expires_on: day("2028-05-29"),
        expansion_expires_on: day("2027-12-01"),
        shop_renewal: Some("https://shop.example/?token=T.R".to_owned()),
        shop_expansion: Some("https://shop.example/?token=T.E".to_owned()),
    }
}

/// An expired license and a new number that fails its check, where nothing is sold and there is no bonus.
pub(in crate::pages) fn held_again() -> RenewHeld {
    RenewHeld {
        typed: fields("expansion"),
        problems: vec![FieldProblem { field: "serial", problem: Problem::DoubtfulSerial }],
        doubts: vec![doubt("serial", &[], true)],
        expires_on: day("2026-11-11"),
        is_over: true,
        carried_days: 0,
        bonus_days: 0,
        new_expires_on: day("2027-12-01"),
        shop_renewal: None,
        shop_expansion: None,
        ..held()
    }
}

/// The way on without an old license.
pub(in crate::pages) fn without(bonus_days: u32) -> RenewWithout {
    RenewWithout { bonus_days, months: 12, own_end: day("2027-12-01"), expires_on: day("2027-07-04") }
}

/// The sum of the design: 12 months, 30 days carried over, a bonus of 150.
pub(in crate::pages) fn sum() -> RenewSum {
    RenewSum {
        typed: fields("renewal"),
        old_product: "Antivirus".to_owned(),
        old_serial: "****-****-****-0001".to_owned(),
        old_expires_on: day("2026-12-31"),
        old_devices: 1,
        product: "Security Space".to_owned(),
        months: 12,
        today: day("2026-12-01"),
        own_end: day("2027-12-01"),
        carried_days: 30,
        bonus_days: 150,
        deducted_days: 0,
        is_least: false,
        expires_on: day("2028-05-29"),
        devices: 3,
    }
}

/// A discounted renewal of three months without an eligible license.
pub(in crate::pages) fn least_sum() -> RenewSum {
    RenewSum {
        months: 3,
        own_end: day("2027-03-01"),
        carried_days: 1,
        bonus_days: 0,
        deducted_days: 150,
        is_least: true,
        expires_on: day("2026-12-02"),
        ..sum()
    }
}

/// An additional purchase.
pub(in crate::pages) fn expansion_sum() -> RenewSum {
    RenewSum {
        typed: fields("expansion"),
        carried_days: 0,
        bonus_days: 0,
        expires_on: day("2027-12-01"),
        devices: 4,
        ..sum()
    }
}

/// Just renewed; or added to, for a company, which is not told of the deletion.
pub(in crate::pages) fn renewed(expanded: bool) -> Renewed {
    Renewed {
        expanded,
        product: "Security Space".to_owned(),
        serial: "****-****-****-PQRS".to_owned(),
        address: "z…@example.com".to_owned(),
        expires_on: day("2028-05-29"),
        devices: 3,
        fetch: (!expanded).then(fetch),
        old_product: "Antivirus".to_owned(),
        old_serial: "****-****-****-0001".to_owned(),
        deletion_on: Some(day("2026-12-31")),
        told_on: (!expanded).then(|| day("2026-12-01")),
    }
}

fn replaceable(compromised: bool, problem: Option<Problem>) -> Replaceable {
    Replaceable {
        id: "lic_1".to_owned(),
        product: "Security Space".to_owned(),
        serial: "****-****-****-7QX2".to_owned(),
        expires_on: day("2027-12-01"),
        days_left: 365,
        used: u32::from(problem == Some(Problem::NoReplacementLeft)),
        free: 1,
        compromised,
        problem,
        from: (problem == Some(Problem::AddressJustChanged)).then(|| at("12-04T10:00")),
    }
}

/// Licenses that can and cannot be replaced; or none.
pub(in crate::pages) fn replace(any: bool) -> Replace {
    let all = [
        replaceable(false, None),
        replaceable(true, None),
        replaceable(false, Some(Problem::NoReplacementLeft)),
        replaceable(false, Some(Problem::TooFewDaysLeft)),
        replaceable(false, Some(Problem::AddressJustChanged)),
    ];
    let licenses = if any { all.into() } else { Vec::new() };
    Replace { visitor: visitor(), licenses, days_needed: 30 }
}

/// One license, to be confirmed; or not to be had.
pub(in crate::pages) fn replace_confirm(problem: Option<Problem>) -> ReplaceConfirm {
    ReplaceConfirm { visitor: visitor(), license: replaceable(false, problem) }
}

/// Just replaced.
pub(in crate::pages) fn replaced() -> Replaced {
    Replaced {
        visitor: visitor(),
        product: "Security Space".to_owned(),
        serial: "****-****-****-PQRS".to_owned(),
        old_serial: "****-****-****-7QX2".to_owned(),
        expires_on: day("2027-12-01"),
        key_file: "/my/licenses/lic_2/key-file".to_owned(),
    }
}

/// Turned away, unchecked.
pub(in crate::pages) fn too_many_tries(signed_in: bool) -> TooManyTries {
    TooManyTries { minutes: 3, back: "/register", signed_in }
}
