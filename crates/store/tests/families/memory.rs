//! What is remembered beside the flow: events, the planner's passes, links, visits, changes of address, calendars.

use jiff::Timestamp;
use tenure_domain::{
    AddressChange, ChangeId, Event, EventId, Happening, HolderId, InForce, Kind, LicenseId, Segment, Service,
    SessionId,
};
use tenure_store::{
    Store, address_change, calendar, event,
    pass::{self, Pass},
    session,
    sign_in::{self, Wish},
};
use tenure_testbed::on_both_engines;

use crate::samples::{address, at, day, done, populate, start, vault, visit, wish};

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

    async fn a_pass_is_under_way_from_its_first_portion_to_its_end(store: Store) {
        let under_way = || done(&store, pass::is_under_way);
        assert!(!under_way().await);
        for _ in 0..2 {
            done(&store, |tx| pass::begin(tx, start())).await;
            assert!(under_way().await);
        }
        done(&store, pass::end).await;
        assert!(!under_way().await);
        done(&store, pass::end).await;
        assert_eq!(done(&store, pass::find).await, None);
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
        let given = wish("link", Some(ANNA));
        let kept = given.clone();
        done(&store, move |tx| sign_in::insert(tx, &kept)).await;
        for _ in 0..2 {
            assert_eq!(done(&store, |tx| sign_in::find(tx, "link", start())).await.as_ref(), Some(&given));
        }
        assert!(done(&store, |tx| sign_in::take(tx, "link", start())).await);
        assert!(!done(&store, |tx| sign_in::take(tx, "link", start())).await);
        assert_eq!(done(&store, |tx| sign_in::find(tx, "link", start())).await, None);
        assert!(!done(&store, |tx| sign_in::take(tx, "another", start())).await);
    }

    async fn of_two_who_use_a_link_at_the_same_time_one_gets_in(store: Store) {
        done(&store, move |tx| sign_in::insert(tx, &wish("link", Some(ANNA)))).await;
        let enter = || {
            let store = store.clone();
            tokio::spawn(async move { done(&store, |tx| sign_in::take(tx, "link", start())).await })
        };
        let (one, other) = tokio::join!(enter(), enter());
        assert!(one.unwrap() != other.unwrap());
    }

    async fn a_browser_types_the_code_of_what_it_asked_for_last(store: Store) {
        let later = Wish { asked_at: at("2026-12-01T10:01:00Z"), ..wish("later", None) };
        let expected = later.clone();
        done(&store, move |tx| {
            sign_in::insert(tx, &later)?;
            sign_in::insert(tx, &wish("first", Some(ANNA)))?;
            sign_in::insert(tx, &Wish { browser_hash: "another".to_owned(), asked_at: at("2026-12-01T10:02:00Z"), ..wish("foreign", Some(ANNA)) })
        }).await;
        let latest = || done(&store, |tx| sign_in::lock_latest(tx, "browser", start()));
        assert_eq!(latest().await, Some(expected.clone()));
        done(&store, |tx| sign_in::miss(tx, "later")).await;
        assert_eq!(latest().await, Some(Wish { wrong_codes: 1, ..expected }));
        done(&store, |tx| sign_in::take(tx, "later", start())).await;
        assert_eq!(latest().await.unwrap().token_hash, "first");
        done(&store, |tx| sign_in::forget_holder(tx, ANNA)).await;
        assert_eq!(latest().await, None);
        assert_eq!(done(&store, |tx| sign_in::lock_latest(tx, "unknown", start())).await, None);
    }

    async fn a_link_and_a_visit_end_at_the_very_instant_and_are_forgotten(store: Store) {
        let (last, end) = (at("2026-12-01T10:09:59.999999Z"), at("2026-12-01T10:10:00Z"));
        done(&store, move |tx| {
            sign_in::insert(tx, &wish("link", Some(ANNA)))?;
            session::insert(tx, "visit", &visit(1, ANNA, end))
        }).await;
        assert!(done(&store, move |tx| sign_in::find(tx, "link", last)).await.is_some());
        assert_eq!(done(&store, move |tx| sign_in::find(tx, "link", end)).await, None);
        assert!(!done(&store, move |tx| sign_in::take(tx, "link", end)).await);
        assert_eq!(done(&store, move |tx| session::find(tx, "visit", last)).await, Some(visit(1, ANNA, end)));
        assert_eq!(done(&store, move |tx| session::find(tx, "visit", end)).await, None);
        for (now, kept) in [(last, true), (end, false)] {
            done(&store, move |tx| { sign_in::forget(tx, now)?; session::forget(tx, now) }).await;
            assert_eq!(done(&store, |tx| sign_in::find(tx, "link", start())).await.is_some(), kept);
            assert_eq!(done(&store, |tx| session::find(tx, "visit", start())).await.is_some(), kept);
        }
    }

    async fn visits_are_told_apart_and_end_one_by_one_or_all_but_one(store: Store) {
        let end = at("2026-12-01T22:00:00Z");
        done(&store, move |tx| {
            for number in 1..=4 {
                session::insert(tx, &format!("visit {number}"), &visit(number, ANNA, end))?;
            }
            session::insert(tx, "foreign", &visit(5, HolderId::from_bits(2), end))
        }).await;
        let here = || done(&store, |tx| Ok(session::list(tx, ANNA, start())?.iter().map(|visit| visit.id.bits()).collect::<Vec<_>>()));
        assert_eq!(here().await, [4, 3, 2, 1]);
        done(&store, |tx| session::delete(tx, "visit 4")).await;
        assert_eq!(done(&store, |tx| session::find(tx, "visit 4", start())).await, None);
        done(&store, |tx| session::delete_one(tx, ANNA, SessionId::from_bits(3))).await;
        done(&store, |tx| session::delete_one(tx, ANNA, SessionId::from_bits(5))).await;
        assert_eq!(here().await, [2, 1]);
        done(&store, |tx| session::touch(tx, "visit 1", at("2026-12-01T11:00:00Z"))).await;
        assert_eq!(done(&store, |tx| session::find(tx, "visit 1", start())).await.unwrap().seen_at, at("2026-12-01T11:00:00Z"));
        assert_eq!(done(&store, |tx| session::delete_others(tx, ANNA, Some(SessionId::from_bits(1)))).await, 1);
        assert_eq!(here().await, [1]);
        assert_eq!(done(&store, |tx| session::delete_others(tx, ANNA, None)).await, 1);
        assert!(done(&store, |tx| session::find(tx, "foreign", start())).await.is_some());
    }

    async fn a_change_of_address_is_found_by_its_letter_and_kept_with_both_addresses(store: Store) {
        let asked = AddressChange::asked(ChangeId::from_bits(1), ANNA, address("Anna@example.com"), address("ania@example.com"), start());
        let given = asked.clone();
        done(&store, move |tx| address_change::insert(tx, &vault(), &given, "letter")).await;
        assert_eq!(done(&store, |tx| address_change::find_by_token(tx, &vault(), "letter")).await, Some(asked.clone()));
        assert_eq!(done(&store, |tx| address_change::lock_by_token(tx, &vault(), "another")).await, None);
        let later = at("2026-12-01T11:00:00Z");
        done(&store, move |tx| address_change::confirm(tx, &vault(), ChangeId::from_bits(1), &address("anka@example.com"), start())).await;
        for time in [start(), later] {
            done(&store, move |tx| address_change::tell(tx, ChangeId::from_bits(1), time)).await;
        }
        assert_eq!(done(&store, |tx| address_change::list_leaving(tx, &vault(), &address("ANKA@example.com"))).await.len(), 1);
        for time in [later, at("2026-12-01T12:00:00Z")] {
            done(&store, move |tx| address_change::end(tx, ChangeId::from_bits(1), time)).await;
        }
        let now = AddressChange { old: address("anka@example.com"), confirmed_at: Some(start()), told_at: Some(start()), ended_at: Some(later), ..asked };
        assert_eq!(done(&store, |tx| address_change::list_leaving(tx, &vault(), &address("anka@example.com"))).await, []);
        assert_eq!(done(&store, |tx| address_change::find(tx, &vault(), ChangeId::from_bits(1))).await, Some(now.clone()));
        assert_eq!(done(&store, |tx| address_change::list(tx, &vault(), ANNA)).await, [now]);
        done(&store, |tx| address_change::delete(tx, ANNA)).await;
        assert_eq!(done(&store, |tx| address_change::lock(tx, &vault(), ChangeId::from_bits(1))).await, None);
    }

    async fn a_holder_has_one_calendar_and_a_new_one_revokes_it(store: Store) {
        for (secret, time) in [("one", start()), ("two", at("2026-12-02T10:00:00Z"))] {
            done(&store, move |tx| calendar::save(tx, ANNA, secret, time)).await;
            assert_eq!(done(&store, move |tx| calendar::find(tx, secret)).await, Some(ANNA));
            assert_eq!(done(&store, |tx| calendar::find_made_at(tx, ANNA)).await, Some(time));
        }
        assert_eq!(done(&store, |tx| calendar::find(tx, "one")).await, None);
        done(&store, |tx| calendar::delete(tx, ANNA)).await;
        assert_eq!(done(&store, |tx| calendar::find(tx, "two")).await, None);
        assert_eq!(done(&store, |tx| calendar::find_made_at(tx, ANNA)).await, None);
    }
}
