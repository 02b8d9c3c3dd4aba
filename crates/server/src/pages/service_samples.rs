//! Samples of the pages of registering, renewing and replacing: every branch of their templates is taken.

use std::sync::LazyLock;

use super::{
    samples::{day, visitor},
    view::{
        Fetch, FieldProblem, Problem, Register, Registered, Renew, RenewFields, RenewSum, Renewed, Replace,
        ReplaceConfirm, Replaceable, Replaced, TooManyTries,
    },
};

static ZONES: LazyLock<Vec<String>> =
    LazyLock::new(|| ["America/Sao_Paulo", "Etc/UTC", "Europe/Warsaw"].map(str::to_owned).into());

/// The form as it opens.
pub(super) fn register(language: &str) -> Register {
    Register {
        language: language.to_owned(),
        zone: "Europe/Warsaw".to_owned(),
        zones: &ZONES,
        ..Register::default()
    }
}

/// The form with every field wrong.
pub(super) fn register_again() -> Register {
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

fn fetch() -> Fetch {
    Fetch { href: "/done/registered/lic_1/1/mark/key-file".to_owned(), minutes: 15 }
}

/// Just registered, or registered before.
pub(super) fn registered(again: bool) -> Registered {
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
        email: "zofia@example.com".to_owned(),
        serial: "ABCD-EFGH-JKMN-PQRS".to_owned(),
        how,
    }
}

/// The form as it opens.
pub(super) fn renew() -> Renew {
    let typed = RenewFields { how: "renewal", ..RenewFields::default() };
    Renew { typed, problems: Vec::new(), bonus_days: 150 }
}

/// The form with a problem, where there is no bonus.
pub(super) fn renew_again() -> Renew {
    let problems = vec![FieldProblem { field: "serial", problem: Problem::SameLicense }];
    Renew { typed: fields("expansion"), problems, bonus_days: 0 }
}

/// The sum of the design: 12 months, 30 days carried over, a bonus of 150.
pub(super) fn sum() -> RenewSum {
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
pub(super) fn least_sum() -> RenewSum {
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
pub(super) fn expansion_sum() -> RenewSum {
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
pub(super) fn renewed(expanded: bool) -> Renewed {
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
        told_days: (!expanded).then_some(30),
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
    }
}

/// Licenses that can and cannot be replaced; or none.
pub(super) fn replace(any: bool) -> Replace {
    let all = [
        replaceable(false, None),
        replaceable(true, None),
        replaceable(false, Some(Problem::NoReplacementLeft)),
        replaceable(false, Some(Problem::TooFewDaysLeft)),
    ];
    let licenses = if any { all.into() } else { Vec::new() };
    Replace { visitor: visitor(), licenses, days_needed: 30 }
}

/// One license, to be confirmed; or not to be had.
pub(super) fn replace_confirm(is_used_up: bool) -> ReplaceConfirm {
    let problem = is_used_up.then_some(Problem::NoReplacementLeft);
    ReplaceConfirm { visitor: visitor(), license: replaceable(false, problem) }
}

/// Just replaced.
pub(super) fn replaced() -> Replaced {
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
pub(super) fn too_many_tries(signed_in: bool) -> TooManyTries {
    TooManyTries { minutes: 3, back: "/register", signed_in }
}
