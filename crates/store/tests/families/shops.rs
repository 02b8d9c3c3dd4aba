//! What the API remembers: tokens, kept answers, and the places of events in the feed.

use tenure_domain::{Event, EventId, Happening, LicenseId, TokenId};
use tenure_store::{
    Store, event,
    kept_answer::{self, Place},
    token,
};
use tenure_testbed::on_both_engines;

use crate::samples::{a_token, at, done, place, start, vault};

async fn append(store: &Store, number: u128) {
    let (id, license) = (EventId::from_bits(number), LicenseId::from_bits(number));
    let event = Event { id, license, happening: Happening::Issued, at: start() };
    done(store, move |tx| event::append(tx, &event, None)).await;
}

async fn follow(store: &Store, after: i64, limit: u32) -> Vec<(i64, u128)> {
    let found = done(store, move |tx| event::follow(tx, after, limit)).await;
    found.into_iter().map(|(place, event)| (place, event.id.bits())).collect()
}

on_both_engines! {
    async fn a_token_is_found_by_its_hash_until_and_after_it_is_revoked(store: Store) {
        done(&store, |tx| token::insert(tx, &a_token(), "hash")).await;
        assert_eq!(done(&store, |tx| token::find(tx, "hash")).await, Some(a_token()));
        assert_eq!(done(&store, |tx| token::find(tx, "other")).await, None);
        let (first, later) = (start(), at("2026-12-02T10:00:00Z"));
        assert!(done(&store, move |tx| token::revoke(tx, a_token().id, first)).await);
        assert!(done(&store, move |tx| token::revoke(tx, a_token().id, later)).await);
        assert!(!done(&store, move |tx| token::revoke(tx, TokenId::from_bits(2), later)).await);
        let listed = done(&store, token::list).await;
        assert_eq!(listed.iter().map(|token| token.revoked_at).collect::<Vec<_>>(), [Some(first)]);
    }

    async fn a_key_is_taken_once_and_its_answer_kept_sealed(store: Store) {
        assert!(done(&store, |tx| kept_answer::begin(tx, place(), "request", start())).await);
        done(&store, |tx| kept_answer::save(tx, &vault(), place(), b"a secret answer")).await;
        assert!(!done(&store, |tx| kept_answer::begin(tx, place(), "another", start())).await);
        let found = done(&store, |tx| kept_answer::find(tx, &vault(), place())).await;
        assert_eq!(found, Some(("request".to_owned(), b"a secret answer".to_vec())));
        let elsewhere = Place { token: TokenId::from_bits(2), ..place() };
        assert_eq!(done(&store, move |tx| kept_answer::find(tx, &vault(), elsewhere)).await, None);
        assert_eq!(done(&store, |tx| kept_answer::delete_before(tx, start())).await, 0);
        assert_eq!(done(&store, |tx| kept_answer::delete_before(tx, at("2027-01-01T00:00:00Z"))).await, 1);
        assert!(done(&store, |tx| kept_answer::begin(tx, place(), "request", start())).await);
        done(&store, |tx| kept_answer::forget(tx, place())).await;
        assert!(done(&store, |tx| kept_answer::begin(tx, place(), "request", start())).await);
    }

    async fn an_event_that_is_committed_late_comes_late_and_is_not_left_out(store: Store) {
        append(&store, 5).await;
        assert_eq!(done(&store, event::place).await, 1);
        assert_eq!(follow(&store, 0, 10).await, [(1, 5)]);
        // Its transaction began before that of the other, and took longer.
        append(&store, 3).await;
        append(&store, 7).await;
        assert_eq!(follow(&store, 1, 10).await, []);
        assert_eq!(done(&store, event::place).await, 2);
        assert_eq!(done(&store, event::place).await, 0);
        assert_eq!(follow(&store, 1, 10).await, [(2, 3), (3, 7)]);
        assert_eq!(follow(&store, 0, 2).await, [(1, 5), (2, 3)]);
    }

    async fn two_who_give_places_at_the_same_time_give_each_event_one(store: Store) {
        for number in 1..=40 {
            append(&store, number).await;
        }
        let placing = || {
            let store = store.clone();
            tokio::spawn(async move { done(&store, event::place).await })
        };
        let (one, other) = tokio::join!(placing(), placing());
        assert_eq!(one.unwrap() + other.unwrap(), 40);
        assert_eq!(follow(&store, 0, 100).await.iter().map(|(place, _)| *place).collect::<Vec<_>>(), (1..=40).collect::<Vec<_>>());
    }
}
