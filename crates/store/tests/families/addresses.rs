//! A holder goes to another address, and two at one address become one.

use tenure_domain::{AddressChange, ChangeId, Event, EventId, Happening, HolderId, LicenseId, Service};
use tenure_store::{
    Store, address_change, calendar, event, holder, letter, library, license, merge, notice, passkey,
    session, sign_in,
};
use tenure_testbed::on_both_engines;

use crate::samples::{
    a_passkey, address, at, done, letter_of, license as a_license, reminder, someone, start, vault, visit,
    wish,
};

const ONE: HolderId = HolderId::from_bits(51);
const OTHER: HolderId = HolderId::from_bits(52);
const LICENSE: LicenseId = LicenseId::from_bits(51);

/// A holder who has one of everything, and another who has little.
async fn fill(store: &Store) {
    done(store, |tx| {
        for (number, email) in [(51, "one@example.com"), (52, "other@example.com")] {
            holder::insert(tx, &vault(), &someone(number, email), start())?;
        }
        let held = tenure_domain::License { holder: Some(ONE), ..a_license(51) };
        license::insert(tx, &vault(), &held, None, start())?;
        let notice = reminder(51, 51);
        notice::insert(tx, std::slice::from_ref(&notice), Some(ONE), start())?;
        let told = letter_of(&notice, ONE);
        letter::save(tx, &vault(), &told)?;
        notice::begin(tx, &notice, told.id, ONE, start(), start())?;
        let happening = Happening::TheftAttempt { service: Service::Renewal };
        event::append(
            tx,
            &Event { id: EventId::from_bits(51), license: LICENSE, happening, at: start() },
            Some(ONE),
        )?;
        let (old, new) = (address("one@example.com"), address("new@example.com"));
        let change = AddressChange::asked(ChangeId::from_bits(51), ONE, old, new, start());
        address_change::insert(tx, &vault(), &change, "change 51")?;
        for (holder, page) in [(ONE, "stolen"), (ONE, "renewing"), (OTHER, "renewing")] {
            library::keep(tx, holder, page, start())?;
        }
        session::insert(tx, "visit 51", &visit(51, ONE, at("2026-12-02T00:00:00Z")))?;
        sign_in::insert(tx, &wish("wish 51", Some(ONE)))?;
        passkey::insert(tx, &vault(), &a_passkey(51, ONE), b"passkey 51")?;
        calendar::save(tx, ONE, "calendar 51", start())
    })
    .await;
}

on_both_engines! {
    async fn a_holder_goes_to_another_address_unless_it_is_taken(store: Store) {
        fill(&store).await;
        let moved = done(&store, |tx| holder::move_to(tx, &vault(), ONE, &address("New@example.com"))).await;
        assert!(moved);
        let found = done(&store, |tx| holder::find_by_address(tx, &vault(), &address("new@EXAMPLE.com"))).await;
        assert_eq!(found.map(|holder| (holder.id, holder.address.as_written().to_owned())), Some((ONE, "New@example.com".to_owned())));
        assert_eq!(done(&store, |tx| holder::find_by_address(tx, &vault(), &address("one@example.com"))).await, None);
        // Nothing of the transaction is lost where it is taken.
        let taken = done(&store, |tx| {
            library::keep(tx, ONE, "messages", start())?;
            holder::move_to(tx, &vault(), ONE, &address("OTHER@example.com"))
        });
        assert!(!taken.await);
        assert_eq!(done(&store, |tx| library::list(tx, ONE)).await.len(), 3);
    }

    async fn two_holders_become_one_with_everything_that_was_either_ones(store: Store) {
        fill(&store).await;
        done(&store, |tx| merge::merge(tx, ONE, OTHER)).await;
        assert_eq!(done(&store, |tx| holder::find(tx, &vault(), ONE)).await, None);
        let licenses = done(&store, |tx| license::list_by_holder(tx, &vault(), OTHER)).await;
        assert_eq!(licenses.iter().map(|license| license.id).collect::<Vec<_>>(), [LICENSE]);
        assert_eq!(done(&store, |tx| letter::list_by_holder(tx, &vault(), OTHER, 9)).await.len(), 1);
        assert_eq!(done(&store, |tx| event::count_attempts_by_holder(tx, OTHER, jiff::Timestamp::MIN)).await, 1);
        assert_eq!(done(&store, |tx| address_change::list(tx, &vault(), OTHER)).await.len(), 1);
        let mut pages = done(&store, |tx| library::list(tx, OTHER)).await;
        pages.sort();
        assert_eq!(pages, ["renewing", "stolen"]);
        assert!(done(&store, |tx| library::list(tx, ONE)).await.is_empty());
        for holder in [ONE, OTHER] {
            assert!(done(&store, move |tx| session::list(tx, holder, start())).await.is_empty());
            assert!(done(&store, move |tx| passkey::list(tx, &vault(), holder)).await.is_empty());
            assert_eq!(done(&store, move |tx| calendar::find_made_at(tx, holder)).await, None);
        }
        assert_eq!(done(&store, |tx| sign_in::find(tx, "wish 51", start())).await, None);
    }
}
