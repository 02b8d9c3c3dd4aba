//! Rules 5 and 8: what a renewal, a block, a lift or a correction ends, and what it begins.

use crate::life::life;

#[test]
fn a_renewal_or_a_block_ends_the_open_reminders_and_plans_none() {
    for (happens, ends) in [
        ("renewed", "renewal-reminder -30 canceled(renewed)"),
        ("expanded", "renewal-reminder -30 canceled(expanded)"),
        ("replaced", "renewal-reminder -30 canceled(replaced)"),
        ("blocked other", "renewal-reminder -30 canceled(blocked)"),
    ] {
        life(
            "mobile-security in UTC",
            &format!(
                "2026-01-01T12:00Z imported until 2026-12-31
                 2026-12-01T10:00Z relay refuses_for_now
                 2026-12-01T10:00Z tick
                 2026-12-01T10:01Z {happens} → {ends}"
            ),
        );
    }
    life(
        "enterprise-suite in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-10-01T10:00Z  tick
        2026-10-30T10:00Z  replaced
        2026-12-31T10:00Z  tick
        2027-12-31T10:00Z  tick
        ",
    );
}

#[test]
fn after_a_lift_only_steps_without_a_row_are_sent() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-12-01T10:00Z  relay refuses_for_now
        2026-12-01T10:00Z  tick
        2026-12-02T00:00Z  blocked other → renewal-reminder -30 canceled(blocked)
        2026-12-02T00:00Z  relay takes
        2026-12-02T00:00Z  tick → license-blocked
        2026-12-03T00:00Z  lifted
        2026-12-03T10:00Z  tick
        2026-12-30T10:00Z  blocked other
        2026-12-30T10:00Z  tick → license-blocked
        2027-01-05T10:00Z  lifted
        2027-01-05T10:00Z  tick → renewal-reminder 0
        ",
    );
}

#[test]
fn a_lifted_block_is_not_told() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-02-01T12:00Z  blocked other
        2026-02-01T12:01Z  lifted → license-blocked canceled(lifted)
        2026-02-01T12:02Z  tick
        ",
    );
}

#[test]
fn a_blocked_license_delivers_no_key_file() {
    life(
        "enterprise-suite in UTC",
        "
        2026-03-10T12:00Z  registered until 2027-03-10
        2026-03-10T12:01Z  blocked compromised → key-file canceled(blocked)
        2026-03-10T12:02Z  named while blocked
        2026-03-10T12:02Z  tick → license-blocked, license-blocked
        ",
    );
}

#[test]
fn a_corrected_date_is_a_new_term_known_from_the_day_of_the_correction() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-12-01T10:00Z  relay refuses_for_now
        2026-12-01T10:00Z  tick
        2026-12-01T12:00Z  relay takes
        2026-12-01T12:00Z  corrected until 2027-01-31 → renewal-reminder -30 canceled(corrected)
        2026-12-31T10:00Z  tick
        2027-01-01T10:00Z  tick → renewal-reminder -30
        2027-01-20T12:00Z  corrected until 2027-02-10
        2027-01-20T12:00Z  tick
        2027-02-10T10:00Z  tick → renewal-reminder 0
        ",
    );
}

#[test]
fn a_corrected_date_of_a_superseded_license_is_warned_of_anew() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-10-01T12:00Z  renewed
        2026-12-01T10:00Z  relay refuses_for_now
        2026-12-01T10:00Z  tick
        2026-12-01T12:00Z  relay takes
        2026-12-01T12:00Z  corrected until 2026-12-10 → blocked-license-deletion -30 canceled(corrected)
        2026-12-01T12:00Z  tick → blocked-license-deletion -30
        2026-12-31T09:59:59Z  tick
        2026-12-31T10:00Z  tick → the license is deleted
        ",
    );
}
