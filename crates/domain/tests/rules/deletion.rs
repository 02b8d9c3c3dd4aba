//! Rule 9: when a superseded license is warned of, and when it is deleted.

use jiff::civil::date;
use tenure_domain::{Schedule, kind::Step, owed::deletion_date};

use crate::{
    life::life,
    world::{PROGRAMME, World, at, day, products, unregistered},
};

#[test]
fn a_superseded_home_license_is_warned_thirty_days_before_its_expiry_and_deleted_on_it() {
    life(
        "antivirus in Europe/Warsaw",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-10-01T12:00Z  renewed
        2026-12-01T08:59:59Z  tick
        2026-12-01T09:00Z  tick → blocked-license-deletion -30
        2026-12-31T08:59:59Z  tick
        2026-12-31T09:00Z  tick → the license is deleted
        2027-12-31T09:00Z  tick
        ",
    );
}

#[test]
fn one_blocked_late_keeps_thirty_days_from_the_local_day_of_its_block() {
    // 23:30 on the 15th in Warsaw, already the 16th in Kiritimati.
    let blocked_at = "2027-01-15T22:30Z";
    for (zone, deleted_at) in
        [("Europe/Warsaw", "2027-02-14T09:00Z"), ("Pacific/Kiritimati", "2027-02-14T20:00Z")]
    {
        let just_before = at(deleted_at) - jiff::SignedDuration::from_secs(1);
        life(
            &format!("antivirus in {zone}"),
            &format!(
                "2026-01-01T12:00Z imported until 2026-12-31
                 {blocked_at} expanded
                 {blocked_at} tick → blocked-license-deletion -30
                 {just_before} tick
                 {deleted_at} tick → the license is deleted"
            ),
        );
    }
}

#[test]
fn downtime_delays_deletion_and_never_shortens_the_warning() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-10-01T12:00Z  renewed
        2026-12-20T12:00Z  tick → blocked-license-deletion -30
        2026-12-31T10:00Z  tick
        2027-01-19T09:59:59Z  tick
        2027-01-19T10:00Z  tick → the license is deleted
        ",
    );
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-10-01T12:00Z  renewed
        2026-12-01T10:00Z  relay refuses_for_now
        2026-12-01T10:00Z  tick
        2026-12-03T10:00Z  relay refuses_for_good
        2026-12-03T10:00Z  tick → blocked-license-deletion -30 failed(550 5.1.1 unknown)
        2026-12-31T10:00Z  tick
        2027-01-02T10:00Z  tick → the license is deleted
        ",
    );
}

#[test]
fn none_is_deleted_while_its_warning_is_on_its_way() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-10-01T12:00Z  renewed
        2027-06-01T12:00Z  relay refuses_for_now
        2027-06-01T12:00Z  tick
        2027-06-02T12:00Z  relay loses_the_answer
        2027-06-02T12:00Z  tick
        2027-06-03T12:00Z  relay takes
        2027-06-03T12:00Z  tick → blocked-license-deletion -30
        2027-07-03T09:59:59Z  tick
        2027-07-03T10:00Z  tick → the license is deleted
        ",
    );
}

#[test]
fn an_imported_superseded_license_counts_as_blocked_on_the_day_of_its_import() {
    life(
        "antivirus in UTC",
        "
        2026-12-15T12:00Z  imported superseded until 2026-10-31
        2026-12-15T12:00Z  tick → blocked-license-deletion -30
        2027-01-14T09:59:59Z  tick
        2027-01-14T10:00Z  tick → the license is deleted
        ",
    );
}

#[test]
fn licenses_without_that_notice_are_deleted_on_the_date() {
    for product in ["enterprise-suite", "mobile-security"] {
        life(
            &format!("{product} in UTC"),
            "
            2026-01-01T12:00Z  imported until 2026-12-31
            2026-10-01T12:00Z  renewed
            2026-12-31T09:59:59Z  tick
            2026-12-31T10:00Z  tick → the license is deleted
            ",
        );
        life(
            &format!("{product} in UTC"),
            "
            2026-01-01T12:00Z  imported until 2026-12-31
            2026-12-20T12:00Z  renewed
            2027-01-19T09:59:59Z  tick
            2027-01-19T10:00Z  tick → the license is deleted
            ",
        );
    }
}

#[test]
fn only_superseded_licenses_are_warned_of_deletion_and_deleted() {
    for block in ["blocked other", "blocked compromised", "replaced"] {
        let told = if block == "replaced" { "" } else { "license-blocked" };
        life(
            "antivirus in UTC",
            &format!(
                "2026-01-01T12:00Z imported until 2026-12-31
                 2026-10-01T12:00Z {block}
                 2026-12-05T12:00Z tick → {told}
                 2029-12-31T10:00Z tick"
            ),
        );
    }
}

#[test]
fn a_lifted_block_ends_the_warning() {
    life(
        "antivirus in UTC",
        "
        2026-12-15T12:00Z  relay refuses_for_now
        2026-12-15T12:00Z  imported superseded until 2027-12-31
        2027-12-01T10:00Z  tick
        2027-12-01T10:01Z  lifted → blocked-license-deletion -30 canceled(lifted)
        2027-12-01T10:10Z  relay takes
        2027-12-01T10:10Z  tick → renewal-reminder -30
        2028-02-15T10:10Z  tick → renewal-reminder 0 superseded, renewal-reminder +20 superseded, renewal-reminder +40
        ",
    );
}

#[test]
fn the_steps_own_number_is_the_warning() {
    let text = PROGRAMME.replace("30 days before deletion", "45 days before deletion");
    let mut world =
        World::new(unregistered("antivirus"), "UTC", Schedule::parse(&text, &products()).unwrap());
    world.import(date(2020, 1, 1), day("2026-12-31"), true, at("2026-12-15T12:00Z"));
    let deletion_on = day("2027-01-29");
    assert_eq!(deletion_date(&world.license, &world.schedule), Some(deletion_on));
    world.tick(at("2026-12-15T12:00Z"));
    assert_eq!((world.notices[0].key.step, world.notices[0].due_on), (Step::Days(-45), day("2026-12-15")));
    world.tick(at("2027-01-29T09:59:59Z"));
    assert_eq!(world.license.deleted_at, None);
    world.tick(at("2027-01-29T10:00Z"));
    assert_eq!(world.deletion, Some((Some(day("2026-12-15")), deletion_on)));
}
