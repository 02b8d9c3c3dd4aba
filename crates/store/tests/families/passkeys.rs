//! Passkeys, and the challenges that are answered once.

use tenure_domain::{HolderId, PasskeyId};
use tenure_store::{
    Store,
    passkey::{self, Passkey},
};
use tenure_testbed::on_both_engines;

use crate::samples::{a_challenge, a_passkey, at, done, start, vault};

const ANNA: HolderId = HolderId::from_bits(1);
const OTHER: HolderId = HolderId::from_bits(2);

on_both_engines! {
    async fn a_passkey_is_found_by_its_credential_and_kept_with_its_counter(store: Store) {
        done(&store, |tx| passkey::insert(tx, &vault(), &a_passkey(1, ANNA), b"one")).await;
        let found = || done(&store, |tx| passkey::lock(tx, &vault(), b"one"));
        assert_eq!(found().await, Some(a_passkey(1, ANNA)));
        assert_eq!(done(&store, |tx| passkey::lock(tx, &vault(), b"two")).await, None);
        let later = at("2026-12-02T10:00:00Z");
        done(&store, move |tx| passkey::touch(tx, &vault(), PasskeyId::from_bits(1), "{\"counter\":8}", later)).await;
        let used = Passkey { credential: "{\"counter\":8}".to_owned(), used_at: Some(later), ..a_passkey(1, ANNA) };
        assert_eq!(found().await, Some(used));
    }

    async fn a_credential_belongs_to_one_holder(store: Store) {
        done(&store, |tx| passkey::insert(tx, &vault(), &a_passkey(1, ANNA), b"one")).await;
        let again = store.write(|tx| passkey::insert(tx, &vault(), &a_passkey(2, OTHER), b"one")).await;
        assert!(again.unwrap_err().is_unique_violation());
    }

    async fn a_holder_removes_ones_own_passkeys_only(store: Store) {
        done(&store, |tx| {
            passkey::insert(tx, &vault(), &a_passkey(1, ANNA), b"one")?;
            passkey::insert(tx, &vault(), &a_passkey(2, ANNA), b"two")?;
            passkey::insert(tx, &vault(), &a_passkey(3, OTHER), b"three")?;
            passkey::delete(tx, ANNA, PasskeyId::from_bits(3))?;
            passkey::delete(tx, ANNA, PasskeyId::from_bits(1))
        }).await;
        let kept = |holder| done(&store, move |tx| Ok(passkey::list(tx, &vault(), holder)?.iter().map(|one| one.id.bits()).collect::<Vec<_>>()));
        assert_eq!((kept(ANNA).await, kept(OTHER).await), (vec![2], vec![3]));
        done(&store, |tx| {
            passkey::ask(tx, &vault(), "browser", &a_challenge(Some(ANNA)), at("2026-12-01T10:05:00Z"))?;
            passkey::forget_holder(tx, ANNA)
        }).await;
        assert_eq!((kept(ANNA).await, kept(OTHER).await), (vec![], vec![3]));
        assert_eq!(done(&store, |tx| passkey::take(tx, &vault(), "browser", start())).await, None);
    }

    async fn a_challenge_is_taken_once_and_only_in_time(store: Store) {
        let (last, end) = (at("2026-12-01T10:04:59.999999Z"), at("2026-12-01T10:05:00Z"));
        let ask = |holder| done(&store, move |tx| passkey::ask(tx, &vault(), "browser", &a_challenge(holder), end));
        let take = |now| done(&store, move |tx| passkey::take(tx, &vault(), "browser", now));
        ask(Some(ANNA)).await;
        ask(None).await;
        assert_eq!(take(last).await, Some(a_challenge(None)), "the newest takes the place of the one before it");
        assert_eq!(take(last).await, None);
        ask(Some(ANNA)).await;
        assert_eq!(done(&store, move |tx| passkey::take(tx, &vault(), "another", last)).await, None);
        assert_eq!(take(end).await, None);
        for (now, kept) in [(last, true), (end, false)] {
            ask(Some(ANNA)).await;
            done(&store, move |tx| passkey::forget(tx, now)).await;
            assert_eq!(take(start()).await.is_some(), kept);
        }
    }
}
