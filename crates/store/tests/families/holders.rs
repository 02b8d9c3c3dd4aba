//! Holders.

use std::fs;

use tenure_domain::{Holder, Kind, Profile};
use tenure_store::{Fault, Store, holder, license};
use tenure_testbed::{engines::Place, on_both_engines};

use crate::samples::{address, done, license as a_license, someone, start, vault};

on_both_engines! {
    async fn a_holder_is_found_by_the_address_however_it_is_typed(store: Store) {
        let anna = Holder {
            name: Some("Anna Żółć".to_owned()),
            language: Some("pl-PL".parse().unwrap()),
            zone: Some("Europe/Warsaw".parse().unwrap()),
            declined: [Kind::MobileOffer, Kind::RenewalReminder].into(),
            has_account: true,
            ..someone(1, "Anna@Example.com")
        };
        let given = anna.clone();
        assert!(done(&store, move |tx| holder::insert(tx, &vault(), &given, start())).await);
        for typed in ["Anna@Example.com", " anna@EXAMPLE.com ", "ANNA@example.COM"] {
            let found = done(&store, move |tx| holder::find_by_address(tx, &vault(), &address(typed))).await;
            assert_eq!(found.unwrap(), anna, "{typed}");
        }
        let stranger = done(&store, |tx| holder::find_by_address(tx, &vault(), &address("ann@example.com"))).await;
        assert_eq!(stranger, None);
        assert_eq!(done(&store, move |tx| holder::find(tx, &vault(), anna.id)).await.unwrap().address.as_written(), "Anna@Example.com");
    }

    async fn of_two_holders_with_one_address_the_first_one_wins(store: Store) {
        let (first, second) = (someone(1, "anna@example.com"), someone(2, "ANNA@example.com"));
        let given = [first.clone(), second.clone()];
        let written = done(&store, move |tx| given.iter().map(|one| holder::insert(tx, &vault(), one, start())).collect::<Result<Vec<_>, _>>());
        assert_eq!(written.await, [true, false]);
        let found = done(&store, |tx| holder::find_by_address(tx, &vault(), &address("anna@example.com"))).await;
        assert_eq!(found, Some(first));
        assert_eq!(done(&store, move |tx| holder::find(tx, &vault(), second.id)).await, None);
    }

    async fn two_writers_with_one_new_address_agree_on_one_holder(store: Store) {
        let write = |number| {
            let store = store.clone();
            async move { done(&store, move |tx| holder::insert(tx, &vault(), &someone(number, "anna@example.com"), start())).await }
        };
        let (one, other) = tokio::join!(tokio::spawn(write(1)), tokio::spawn(write(2)));
        assert_ne!(one.unwrap(), other.unwrap());
        assert_eq!(done(&store, |tx| holder::list(tx, &vault(), None, 10)).await.len(), 1);
    }

    async fn what_changes_of_a_holder_is_saved_and_the_address_never_is(store: Store) {
        let mut anna = someone(1, "anna@example.com");
        let given = anna.clone();
        done(&store, move |tx| holder::insert(tx, &vault(), &given, start())).await;
        anna.complete(Profile { name: Some("Anna".to_owned()), language: Some("en".parse().unwrap()), zone: Some("Asia/Tokyo".parse().unwrap()), has_account: false });
        anna.declined.insert(Kind::AccountInvitation);
        anna.has_account = true;
        let changed = Holder { address: address("other@example.com"), ..anna.clone() };
        done(&store, move |tx| holder::save(tx, &changed)).await;
        assert_eq!(done(&store, move |tx| holder::find(tx, &vault(), anna.id)).await, Some(anna));
    }

    async fn holders_are_listed_page_by_page(store: Store) {
        done(&store, |tx| (1..=5).try_for_each(|number| holder::insert(tx, &vault(), &someone(number, &format!("h{number}@example.com")), start()).map(drop))).await;
        let first = done(&store, |tx| holder::list(tx, &vault(), None, 3)).await;
        let last = first.last().unwrap().id;
        let rest = done(&store, move |tx| holder::list(tx, &vault(), Some(last), 3)).await;
        let ids: Vec<u128> = first.iter().chain(&rest).map(|holder| holder.id.bits()).collect();
        assert_eq!(ids, [1, 2, 3, 4, 5]);
    }

    async fn nothing_that_is_secret_can_be_read_in_the_raw_tables(store: Store) {
        let raw = done(&store, |tx| {
            holder::insert(tx, &vault(), &someone(1, "secretive@example.com"), start())?;
            license::insert(tx, &vault(), &a_license(1), None, start())?;
            let bytes = tx.query_one("SELECT h.address, h.address_hash, l.serial, l.serial_hash FROM holder h CROSS JOIN license l", &[], |row| {
                Ok([row.bytes(0)?, row.bytes(1)?, row.bytes(2)?, row.bytes(3)?].concat())
            })?;
            Ok::<_, Fault>(bytes)
        }).await;
        assert!(!holds(&raw, "secretive") && !holds(&raw, "example.com") && !holds(&raw, "ABCDEFGH") && !holds(&raw, "JKMN0001"));
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_file_of_a_sqlite_database_shows_an_address_or_a_serial_number() {
    let place = Place::sqlite();
    let store = Store::open(&place.url(), ".".as_ref()).await.unwrap();
    store.migrate(0).await.unwrap();
    let anna = crate::samples::populate(&store, 3).await;
    let notice = crate::samples::reminder(1, 1);
    done(&store, move |tx| {
        tenure_store::letter::save(tx, &vault(), &crate::samples::letter_of(&notice, anna.id))
    })
    .await;
    store.close().await;
    let Place::Folder(folder) = &place else { unreachable!("a SQLite file lies in a folder") };
    let mut looked_at = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        looked_at += bytes.len();
        for secret in ["anna@", "Anna Secretive", "ABCDEFGHJKMN", "ABCD-EFGH"] {
            assert!(!holds(&bytes, secret), "{secret}");
        }
        // What is no secret is there: this is the database, and it is written.
        assert!(bytes.len() < 4096 || holds(&bytes, "antivirus"));
    }
    assert!(looked_at > 4096, "{looked_at}");
}
