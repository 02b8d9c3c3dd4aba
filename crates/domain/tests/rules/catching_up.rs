//! Rules 6 and 7: what is still sent after downtime, and what lay before our time.

use jiff::civil::date;
use tenure_domain::{
    Happening, InForce, State,
    owed::{Fate, owed},
};

use crate::{
    life::life,
    world::{Relay, World, at, day, programme_at, unregistered},
};

#[test]
fn after_downtime_only_the_newest_step_is_sent() {
    life(
        "enterprise-suite in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-11-01T09:59Z  tick
        2027-01-20T10:00Z  tick → renewal-reminder -60 superseded, renewal-reminder -30 superseded, renewal-reminder 0 superseded, renewal-reminder +20
        2027-02-09T10:00Z  tick → renewal-reminder +40
        ",
    );
}

#[test]
fn a_step_can_be_sent_until_the_next_falls_due_and_the_last_for_twenty_days() {
    let first_pass = |at: &str, ends: &str| {
        life(
            "antivirus in UTC",
            &format!("2026-01-01T12:00Z imported until 2026-12-31\n {at} tick → {ends}"),
        );
    };
    first_pass("2026-12-01T09:59:59.999999999Z", "");
    first_pass("2026-12-01T10:00Z", "renewal-reminder -30");
    first_pass("2026-12-31T09:59:59.999999999Z", "renewal-reminder -30");
    first_pass("2026-12-31T10:00Z", "renewal-reminder -30 superseded, renewal-reminder 0");
    let older =
        "renewal-reminder -30 superseded, renewal-reminder 0 superseded, renewal-reminder +20 superseded";
    first_pass("2027-03-01T09:59:59.999999999Z", &format!("{older}, renewal-reminder +40"));
    first_pass("2027-03-01T10:00Z", &format!("{older}, renewal-reminder +40 late"));
}

#[test]
fn an_open_reminder_ends_when_the_next_falls_due_and_the_last_at_its_limit() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-01-01T12:00Z  tick
        2026-12-01T10:00Z  relay refuses_for_now
        2026-12-30T10:00Z  tick
        2026-12-31T09:59Z  tick
        2026-12-31T13:00Z  tick → renewal-reminder -30 superseded
        2027-01-01T10:00Z  relay takes
        2027-01-01T10:00Z  tick → renewal-reminder 0
        2027-01-20T10:00Z  tick → renewal-reminder +20
        2027-02-28T00:00Z  relay refuses_for_now
        2027-03-01T07:00Z  tick
        2027-03-01T09:59:59Z  tick
        2027-03-01T10:00Z  relay takes
        2027-03-01T10:30Z  tick → renewal-reminder +40 late
        ",
    );
}

#[test]
fn a_reminder_whose_answer_was_lost_is_not_called_unsent_at_its_limit() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-12-31T09:00Z  relay loses_the_answer
        2026-12-31T09:59Z  tick
        2026-12-31T10:00Z  relay takes
        2026-12-31T10:10Z  tick → renewal-reminder -30 canceled(out_of_time), renewal-reminder 0
        ",
    );
}

#[test]
fn registration_and_deletion_notices_are_sent_whatever_their_age() {
    life(
        "antivirus in UTC",
        "
        2026-03-10T12:00Z  registered until 2027-03-10
        2026-05-10T12:00Z  tick → key-file, mobile-offer, account-invitation
        2026-05-11T12:00Z  renewed
        2029-05-11T12:00Z  tick → blocked-license-deletion -30
        ",
    );
}

#[test]
fn a_relay_that_never_answers_is_not_sent_the_same_letter_for_ever() {
    let mut world = World::new(unregistered("enterprise-suite"), "UTC", programme_at("10:00"));
    world.relay = Relay::LosesTheAnswer;
    world.happens(&Happening::Issued, at("2026-03-10T12:00Z"));
    for hours in 0..10 * 24 {
        world.tick(at("2026-03-10T12:00Z") + jiff::SignedDuration::from_hours(hours));
    }
    let [notice] = &world.notices[..] else { panic!("{:?}", world.notices) };
    assert_eq!(notice.state, State::Failed);
    assert!(notice.reason.contains("connection reset"), "{}", notice.reason);
    assert!(notice.ended_at.unwrap() <= at("2026-03-15T12:00Z"));
}

#[test]
fn the_planner_itself_ends_what_can_no_longer_be_sent() {
    let mut world = World::new(unregistered("antivirus"), "UTC", programme_at("10:00"));
    world.import(date(2020, 1, 1), day("2026-12-31"), false, at("2026-01-01T12:00Z"));
    let force = InForce::default().after_pass(&world.schedule, true, at("2026-01-01T12:00Z"));
    for (since, now, wanted) in [
        ("2026-12-01T09:59:59Z", "2026-12-01T10:00Z", "-30 Due"),
        ("2026-12-01T10:00Z", "2026-12-31T09:59:59Z", ""),
        ("2026-12-01T09:59:59Z", "2026-12-31T10:00Z", "-30 Superseded, 0 Due"),
        ("2026-12-01T10:00Z", "2026-12-31T10:00Z", "0 Due"),
        ("2027-02-09T09:59:59Z", "2027-03-01T09:59:59Z", "+40 Due"),
        ("2027-02-09T09:59:59Z", "2027-03-01T10:00Z", "+40 Late"),
        ("2027-02-09T10:00Z", "2027-03-01T10:00Z", ""),
    ] {
        let owed = owed(&world.license, &world.zone, &world.schedule, &force, at(since), at(now));
        let found: Vec<String> = owed.iter().map(|owed| format!("{} {:?}", owed.step, owed.fate)).collect();
        assert_eq!(found.join(", "), wanted, "{since} to {now}");
        assert!(owed.iter().all(|owed| owed.fate != Fate::Late || owed.limit_at <= Some(at(now))));
    }
}

#[test]
fn steps_up_to_the_local_day_of_the_record_get_no_notice() {
    let reminder_on_expiry = |zone: &str, recorded_at: &str, recorded: &str, sent: &str| {
        life(
            &format!("enterprise-suite in {zone}"),
            &format!("{recorded_at} {recorded} until 2026-11-23\n 2026-11-29T12:00Z tick → {sent}"),
        );
    };
    let reminder = "renewal-reminder 0";
    // The day before, the day itself.
    reminder_on_expiry("UTC", "2026-11-22T23:59:59Z", "imported", reminder);
    reminder_on_expiry("UTC", "2026-11-23T00:00Z", "imported", "");
    reminder_on_expiry("UTC", "2026-11-22T23:59:59Z", "registered", "key-file, renewal-reminder 0");
    reminder_on_expiry("UTC", "2026-11-23T00:00Z", "registered", "key-file");
    // The same instant is the 23rd in Kiritimati (+14) and the 22nd in Niue (-11) and London.
    reminder_on_expiry("Pacific/Kiritimati", "2026-11-22T11:00Z", "imported", "");
    reminder_on_expiry("Europe/London", "2026-11-22T11:00Z", "imported", reminder);
    // The 23rd in London is still the 22nd in Niue.
    reminder_on_expiry("Pacific/Niue", "2026-11-23T10:59:59Z", "imported", reminder);
    reminder_on_expiry("Pacific/Niue", "2026-11-23T11:00Z", "imported", "");
}

#[test]
fn importing_a_customer_base_floods_nobody() {
    life(
        "enterprise-suite in UTC",
        "
        2026-12-15T12:00Z  imported until 2026-12-31
        2026-12-15T12:00Z  tick
        2026-12-31T10:00Z  tick → renewal-reminder 0
        ",
    );
    life(
        "antivirus in UTC",
        "
        2026-12-15T12:00Z  imported until 2026-10-31
        2027-12-15T12:00Z  tick
        ",
    );
}

#[test]
fn a_step_added_later_is_in_force_from_the_pass_that_first_sees_it() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-12-01T10:00Z  tick → renewal-reminder -30
        2026-12-10T10:00:00.000000001Z  adds 21_days_before_expiry
        2026-12-10T10:00:00.000000001Z  tick
        2026-12-31T10:00Z  tick → renewal-reminder 0
        ",
    );
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-12-01T10:00Z  tick → renewal-reminder -30
        2026-12-10T09:00Z  adds 21_days_before_expiry
        2026-12-10T10:00Z  tick → renewal-reminder -21
        2026-12-31T10:00Z  tick → renewal-reminder 0
        ",
    );
}

#[test]
fn the_steps_of_the_very_first_pass_have_been_in_force_for_ever() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-12-20T12:00Z  tick → renewal-reminder -30
        ",
    );
}
