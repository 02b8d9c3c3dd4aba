//! What is remembered beside the flow: events, the planner's passes, links and visits.

use jiff::Timestamp;
use tenure_domain::{
    Event, EventId, Happening, HolderId, InForce, Kind, LicenseId, Segment, Service, SessionId,
};
use tenure_store::{
    Store, event,
    pass::{self, Pass},
    session,
};
use tenure_testbed::on_both_engines;

use crate::samples::{at, day, done, populate, start};

const ANNA: HolderId = HolderId::from_bits(1);

fn event(number: u128, license: u128, happening: Happening, at: Timestamp) -> Event {
    Event { id: EventId::from_bits(number), license: LicenseId::from_bits(license), happening, at }
}

fn theft(number: u128, license: u128, time: &str) -> Event {
    event(number, license, Happening::TheftAttempt { service: Service::Renewal }, at(time))
}

/// Which attempts a span of time shows, at most `limit`, and how many there were.
async fn attempts(store: &Store, since: &'static str, until: &'static str, limit: u32) -> (Vec<u128>, u32) {
    let (events, total) =
        done(store, move |tx| event::list_theft_attempts(tx, ANNA, (at(since), at(until)), limit)).await;
    (events.iter().map(|event| event.id.bits()).collect(), total)
}

on_both_engines! {
    async fn the_events_of_a_license_come_back_in_their_order(store: Store) {
        let all = vec![
            event(1, 7, Happening::Issued, start()),
            event(2, 7, Happening::Registered { previous: Some((LicenseId::from_bits(6), tenure_domain::Succession::Expansion)) }, start()),
            event(4, 7, Happening::ResendAsked { notice: tenure_domain::NoticeId::from_bits(3) }, at("2026-12-05T10:00:00.000001Z")),
        ];
        let (given, stranger) = (all.clone(), event(3, 8, Happening::Deleted, start()));
        done(&store, move |tx| given.iter().rev().chain([&stranger]).try_for_each(|event| event::append(tx, event, None))).await;
        assert_eq!(done(&store, |tx| event::list(tx, LicenseId::from_bits(7))).await, all);
    }

    async fn theft_attempts_are_counted_after_the_last_letter_and_up_to_this_one(store: Store) {
        populate(&store, 2).await;
        let all = [theft(1, 1, "2026-12-01T10:00:00Z"), theft(2, 2, "2026-12-01T10:00:00.000001Z"), theft(3, 1, "2026-12-01T12:00:00Z"), theft(4, 1, "2026-12-01T12:00:00.000001Z")];
        let blocked = event(5, 1, Happening::BlockedNamed { service: Service::Renewal }, at("2026-12-01T11:00:00Z"));
        let foreign = theft(6, 1, "2026-12-01T11:00:00Z");
        done(&store, move |tx| {
            all.iter().chain([&blocked]).try_for_each(|event| event::append(tx, event, Some(ANNA)))?;
            event::append(tx, &foreign, Some(HolderId::from_bits(2)))
        }).await;
        assert_eq!(attempts(&store, "2026-12-01T10:00:00Z", "2026-12-01T12:00:00Z", 10).await, (vec![3, 2], 2));
        assert_eq!(attempts(&store, "2026-11-30T10:00:00Z", "2026-12-02T12:00:00Z", 2).await, (vec![4, 3], 4));
        assert_eq!(attempts(&store, "2026-12-02T10:00:00Z", "2026-12-03T12:00:00Z", 2).await, (vec![], 0));
    }

    async fn the_last_pass_is_the_one_that_is_remembered(store: Store) {
        assert_eq!(done(&store, pass::find).await, None);
        for time in ["2026-12-01T10:00:00.000007Z", "2026-12-02T09:00:00Z"] {
            let pass = Pass { completed_at: at(time), full_on: day(&time[..10]) };
            done(&store, move |tx| pass::save(tx, pass)).await;
            assert_eq!(done(&store, pass::find).await, Some(pass));
        }
    }

    async fn a_step_is_in_force_from_its_first_pass_until_it_leaves_the_schedule(store: Store) {
        let reminder = (Kind::RenewalReminder, Segment::Home, -30);
        let later = at("2027-01-01T00:00:00Z");
        done(&store, move |tx| {
            pass::insert_steps(tx, &[(reminder.0, reminder.1, reminder.2, start()), (Kind::BlockedLicenseDeletion, Segment::Home, -30, later)])?;
            pass::insert_steps(tx, &[(reminder.0, reminder.1, reminder.2, later)])
        }).await;
        let expected = InForce::from_records([(reminder.0, reminder.1, reminder.2, start()), (Kind::BlockedLicenseDeletion, Segment::Home, -30, later)]);
        assert_eq!(done(&store, pass::find_in_force).await, expected);
        done(&store, move |tx| pass::delete_steps(tx, &[reminder, (Kind::RenewalReminder, Segment::Business, -30)])).await;
        assert_eq!(done(&store, pass::find_in_force).await, InForce::from_records([(Kind::BlockedLicenseDeletion, Segment::Home, -30, later)]));
    }

    async fn a_link_signs_in_once_and_looking_at_it_uses_nothing(store: Store) {
        let until = at("2026-12-01T10:10:00Z");
        done(&store, move |tx| session::insert_link(tx, "hash", ANNA, until)).await;
        for _ in 0..2 {
            assert_eq!(done(&store, |tx| session::find_link(tx, "hash", start())).await, Some(ANNA));
        }
        assert_eq!(done(&store, |tx| session::use_link(tx, "hash", start())).await, Some(ANNA));
        assert_eq!(done(&store, |tx| session::use_link(tx, "hash", start())).await, None);
        assert_eq!(done(&store, |tx| session::find_link(tx, "hash", start())).await, None);
        assert_eq!(done(&store, |tx| session::use_link(tx, "another", start())).await, None);
    }

    async fn of_two_who_use_a_link_at_the_same_time_one_gets_in(store: Store) {
        done(&store, move |tx| session::insert_link(tx, "hash", ANNA, at("2026-12-01T10:10:00Z"))).await;
        let enter = || {
            let store = store.clone();
            tokio::spawn(async move { done(&store, |tx| session::use_link(tx, "hash", start())).await })
        };
        let (one, other) = tokio::join!(enter(), enter());
        let in_all = [one.unwrap(), other.unwrap()];
        assert_eq!(in_all.iter().flatten().count(), 1, "{in_all:?}");
    }

    async fn a_link_and_a_visit_end_at_the_very_instant(store: Store) {
        let (last, end) = (at("2026-12-01T10:09:59.999999Z"), at("2026-12-01T10:10:00Z"));
        done(&store, move |tx| {
            session::insert_link(tx, "link", ANNA, end)?;
            session::insert(tx, "visit", SessionId::from_bits(1), ANNA, start(), end)
        }).await;
        assert_eq!(done(&store, move |tx| session::find_link(tx, "link", last)).await, Some(ANNA));
        assert_eq!(done(&store, move |tx| session::find_link(tx, "link", end)).await, None);
        assert_eq!(done(&store, move |tx| session::use_link(tx, "link", end)).await, None);
        assert_eq!(done(&store, move |tx| session::use_link(tx, "link", last)).await, Some(ANNA));
        assert_eq!(done(&store, move |tx| session::find(tx, "visit", last)).await, Some(ANNA));
        assert_eq!(done(&store, move |tx| session::find(tx, "visit", end)).await, None);
    }

    async fn a_visit_that_was_signed_out_is_nobodys(store: Store) {
        let end = at("2026-12-01T22:00:00Z");
        done(&store, move |tx| {
            session::insert(tx, "one", SessionId::from_bits(1), ANNA, start(), end)?;
            session::insert(tx, "other", SessionId::from_bits(2), ANNA, start(), end)
        }).await;
        done(&store, |tx| session::delete(tx, "one")).await;
        assert_eq!(done(&store, |tx| session::find(tx, "one", start())).await, None);
        assert_eq!(done(&store, |tx| session::find(tx, "other", start())).await, Some(ANNA));
    }
}
