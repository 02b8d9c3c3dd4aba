//! Licenses.

use jiff::civil::Date;
use tenure_domain::{Block, BlockReason, Holder, Kind, License, LicenseId, Offer, Segment, Succession, Term};
use tenure_store::{
    Store, holder,
    license::{self, Expiring, Place},
    notice,
};
use tenure_testbed::on_both_engines;

use crate::samples::{at, day, done, license as a_license, populate, reminder, someone, start, vault};

/// A license in which every field is set to something of its own.
fn full(number: u128, holder: tenure_domain::HolderId) -> License {
    License {
        external_id: Some(format!("ext-{number} ł")),
        product: "enterprise-suite".to_owned(),
        segment: Segment::Business,
        devices: 400,
        months: 36,
        offer: Offer::Expansion,
        holder: Some(holder),
        issued_on: Some(day("1969-12-31")),
        term: Some(Term {
            number: 3,
            registered_on: day("2026-02-28"),
            expires_on: day("2199-02-27"),
            known_at: at("2026-03-01T00:00:00.000001Z"),
        }),
        block: Some(Block {
            reason: BlockReason::Superseded,
            on: day("2026-05-05"),
            successor: Some((LicenseId::from_bits(77), Succession::Renewal)),
        }),
        previous: Some((LicenseId::from_bits(66), Succession::Replacement)),
        replacements: 2,
        deleted_at: Some(at("2026-06-01T01:02:03.000004Z")),
        ..a_license(number)
    }
}

/// The open licenses of homes that expire in a span of days.
async fn open(store: &Store, first: &'static str, last: &'static str) -> Vec<u128> {
    let mut found = done(store, move |tx| {
        let mut found = Vec::new();
        let span = (day(first), day(last));
        license::for_each_open(
            tx,
            &vault(),
            Segment::Home,
            span,
            |_| true,
            |license, _| {
                found.push(license.id.bits());
                Ok::<_, tenure_store::Fault>(())
            },
        )?;
        Ok(found)
    })
    .await;
    found.sort_unstable();
    found
}

fn superseded(number: u128, expires_on: Date) -> License {
    let license = a_license(number);
    let term = license.term.map(|term| Term { expires_on, ..term });
    let block = Some(Block { reason: BlockReason::Superseded, on: day("2026-11-01"), successor: None });
    License { term, block, ..license }
}

on_both_engines! {
    async fn every_field_of_a_license_comes_back_as_it_was_written(store: Store) {
        let anna = populate(&store, 0).await;
        let (all, none) = (full(1, anna.id), License { term: None, ..a_license(2) });
        let given = [all.clone(), none.clone()];
        done(&store, move |tx| given.iter().try_for_each(|one| license::insert(tx, &vault(), one, None, start()))).await;
        for written in [all, none] {
            let id = written.id;
            assert_eq!(done(&store, move |tx| license::find(tx, &vault(), id)).await, Some(written));
        }
    }

    async fn every_field_that_may_change_is_saved(store: Store) {
        let anna = populate(&store, 1).await;
        let changed = License { external_id: None, serial: a_license(1).serial, ..full(1, anna.id) };
        let given = changed.clone();
        done(&store, move |tx| license::save(tx, &given)).await;
        let id = changed.id;
        assert_eq!(done(&store, move |tx| license::find(tx, &vault(), id)).await, Some(changed));
        let plain = License { term: None, ..a_license(1) };
        let given = plain.clone();
        done(&store, move |tx| license::save(tx, &given)).await;
        assert_eq!(done(&store, move |tx| license::find(tx, &vault(), id)).await, Some(plain));
    }

    async fn a_license_is_found_by_its_serial_number_as_people_type_it(store: Store) {
        let written = License { serial: "ABCD-0EFG-1HJK-MN10".parse().unwrap(), external_id: Some("C-1".to_owned()), ..a_license(1) };
        let given = written.clone();
        done(&store, move |tx| license::insert(tx, &vault(), &given, None, start())).await;
        for typed in ["ABCD-0EFG-1HJK-MN10", "abcd oefg ihjk mnl0", "ABCDOEFGLHJKMN1O"] {
            let found = done(&store, move |tx| license::find_by_serial(tx, &vault(), &typed.parse().unwrap())).await;
            assert_eq!(found.as_ref(), Some(&written), "{typed}");
            let locked = done(&store, move |tx| license::lock_by_serial(tx, &vault(), &typed.parse().unwrap())).await;
            assert_eq!(locked.as_ref(), Some(&written), "{typed}");
        }
        assert_eq!(done(&store, |tx| license::find_by_external_id(tx, &vault(), "C-1")).await, Some(written));
        assert_eq!(done(&store, |tx| license::find_by_external_id(tx, &vault(), "c-1")).await, None);
    }

    async fn a_serial_number_and_an_external_id_are_given_once(store: Store) {
        let first = License { external_id: Some("C-1".to_owned()), ..a_license(1) };
        done(&store, move |tx| license::insert(tx, &vault(), &first, None, start())).await;
        // Typed in another way it is the same number.
        let same_serial = License { serial: "abcd efgh jkmn oo01".parse().unwrap(), ..a_license(2) };
        let same_name = License { external_id: Some("C-1".to_owned()), ..a_license(3) };
        for twice in [same_serial, same_name] {
            let fault = store.write(move |tx| license::insert(tx, &vault(), &twice, None, start())).await.unwrap_err();
            assert!(fault.is_unique_violation(), "{fault}");
        }
        assert_eq!(done(&store, |tx| license::list(tx, &vault(), None, 10)).await.len(), 1);
    }

    async fn a_license_belongs_to_a_holder_who_exists(store: Store) {
        let orphan = License { holder: Some(someone(9, "x@example.com").id), ..a_license(1) };
        assert!(store.write(move |tx| license::insert(tx, &vault(), &orphan, None, start())).await.is_err());
    }

    async fn licenses_are_listed_page_by_page_and_by_holder(store: Store) {
        let anna = populate(&store, 5).await;
        let first = done(&store, |tx| license::list(tx, &vault(), None, 3)).await;
        let last = first.last().unwrap().id;
        let rest = done(&store, move |tx| license::list(tx, &vault(), Some(last), 3)).await;
        let ids: Vec<u128> = first.iter().chain(&rest).map(|license| license.id.bits()).collect();
        assert_eq!(ids, [1, 2, 3, 4, 5]);
        assert_eq!(done(&store, move |tx| license::list_by_holder(tx, &vault(), anna.id)).await.len(), 5);
    }

    async fn the_row_a_license_was_imported_from_is_remembered(store: Store) {
        done(&store, |tx| {
            license::insert(tx, &vault(), &a_license(1), Some("digest-1"), start())?;
            license::insert(tx, &vault(), &a_license(2), None, start())
        }).await;
        let source = |id| done(&store, move |tx| license::find_source(tx, LicenseId::from_bits(id)));
        assert_eq!((source(1).await.as_deref(), source(2).await, source(3).await), (Some("digest-1"), None, None));
        done(&store, |tx| license::save_source(tx, LicenseId::from_bits(1), "digest-2")).await;
        assert_eq!(source(1).await.as_deref(), Some("digest-2"));
    }

    async fn the_planner_sees_the_open_licenses_of_its_days_and_no_others(store: Store) {
        let expiring = |number, on| { let license = a_license(number); License { term: license.term.map(|term| Term { expires_on: day(on), ..term }), ..license } };
        let blocked = License { block: Some(Block { reason: BlockReason::Other, on: day("2026-11-01"), successor: None }), ..a_license(4) };
        let all = [
            expiring(1, "2026-12-30"), expiring(2, "2026-12-31"), expiring(3, "2027-01-01"), blocked,
            License { deleted_at: Some(start()), ..a_license(5) }, License { term: None, ..a_license(6) },
            License { segment: Segment::Business, ..a_license(7) },
        ];
        let anna = populate(&store, 0).await.id;
        let all = all.map(|license| License { holder: Some(anna), ..license });
        let nobodys = License { holder: None, ..expiring(8, "2026-12-30") };
        done(&store, move |tx| license::insert(tx, &vault(), &nobodys, None, start())).await;
        done(&store, move |tx| all.iter().try_for_each(|one| license::insert(tx, &vault(), one, None, start()))).await;
        assert_eq!(open(&store, "2026-12-30", "2026-12-31").await, [1, 2]);
        assert_eq!(open(&store, "2026-12-31", "2026-12-31").await, [2]);
        assert_eq!(open(&store, "2027-01-02", "2027-12-31").await, Vec::<u128>::new());
    }

    async fn open_licenses_are_read_in_portions_by_their_expiry_dates(store: Store) {
        let anna = populate(&store, 0).await.id;
        let warsaw = Holder { zone: Some("Europe/Warsaw".parse().unwrap()), ..someone(2, "x@example.com") };
        let at_home = warsaw.id;
        done(&store, move |tx| holder::insert(tx, &vault(), &warsaw, start())).await;
        let days = ["2026-12-31", "2026-12-31", "2026-12-30", "2027-01-01", "2026-12-30"];
        let all: Vec<License> = (1..).zip(days).map(|(number, on)| {
            let license = a_license(number);
            let term = license.term.map(|term| Term { expires_on: day(on), ..term });
            License { holder: Some(if number == 5 { at_home } else { anna }), term, ..license }
        }).collect();
        let others = [
            License { term: all[0].term, block: superseded(6, day("2026-12-31")).block, holder: Some(anna), ..a_license(6) },
            License { segment: Segment::Business, holder: Some(anna), ..a_license(7) },
            License { deleted_at: Some(start()), holder: Some(anna), ..a_license(8) },
            a_license(9),
        ];
        let given: Vec<License> = all.iter().chain(&others).cloned().collect();
        done(&store, move |tx| given.iter().try_for_each(|one| license::insert(tx, &vault(), one, None, start()))).await;
        let portion = |after, last, limit, only_set: bool| done(&store, move |tx| {
            license::list_expiring(tx, Segment::Home, after, day(last), limit, |zone| zone.is_some() || !only_set)
        });
        let (mut found, mut place, mut reads) = (Vec::new(), Some(Place::before(day("2026-12-30"))), Vec::new());
        while let Some(after) = place {
            let next = portion(after, "2026-12-31", 3, false).await;
            found.extend(next.found);
            reads.push(next.read);
            place = next.onward;
        }
        let zone = |number: u128| (number == 5).then(|| "Europe/Warsaw".parse().unwrap());
        let expected: Vec<Expiring> = [3, 5, 1, 2].into_iter().map(|number: u128| {
            let license = &all[usize::try_from(number).unwrap() - 1];
            Expiring { id: license.id, product: "antivirus".to_owned(), holder: license.holder.unwrap(), zone: zone(number), term: license.term.unwrap() }
        }).collect();
        assert_eq!((found, reads), (expected, vec![3, 1]));
        let only_set = portion(Place::before(day("2026-12-01")), "2027-12-31", 10, true).await;
        assert_eq!((only_set.found.len(), only_set.read, only_set.onward), (1, 5, None));
        let empty = portion(Place::before(day("2027-01-02")), "2027-12-31", 10, false).await;
        assert_eq!((empty.found.len(), empty.read, empty.onward), (0, 0, None));
    }

    async fn superseded_licenses_wait_for_their_warning_and_then_for_their_deletion(store: Store) {
        let anna = populate(&store, 0).await.id;
        let all = [superseded(1, day("2026-12-31")), superseded(2, day("2027-01-01")), a_license(3)];
        let all = all.map(|license| License { holder: Some(anna), ..license });
        done(&store, move |tx| all.iter().try_for_each(|one| license::insert(tx, &vault(), one, None, start()))).await;
        let unwarned = |last| done(&store, move |tx| {
            let all = Place::before(Date::MIN);
            Ok(license::list_unwarned(tx, &vault(), (Segment::Home, 30), all, day(last), 10)?.found)
        });
        let ids = |found: Vec<(License, Option<tenure_domain::Zone>)>| found.iter().map(|(license, _)| license.id.bits()).collect::<Vec<_>>();
        assert_eq!(ids(unwarned("2026-11-30").await), Vec::<u128>::new());
        assert_eq!(ids(unwarned("2026-12-01").await), [1]);
        let mut warning = reminder(1, 1);
        warning.key.kind = Kind::BlockedLicenseDeletion;
        done(&store, move |tx| notice::insert(tx, std::slice::from_ref(&warning), None, start())).await;
        assert_eq!(ids(unwarned("2026-12-02").await), [2]);
        let deletable = |last| done(&store, move |tx| license::list_deletable(tx, day(last)));
        assert_eq!(deletable("2026-12-30").await.len(), 0);
        let found = deletable("2026-12-31").await;
        assert_eq!((found.len(), found[0].license.bits(), found[0].notice), (1, 1, Some((tenure_domain::State::Due, None))));
    }

    async fn whether_a_holder_has_a_valid_license_of_a_product_is_known_to_its_last_day(store: Store) {
        let anna = populate(&store, 1).await;
        let has = |products: &[&str], today| {
            let products: Vec<String> = products.iter().map(ToString::to_string).collect();
            done(&store, move |tx| license::has_valid(tx, anna.id, &products, day(today)))
        };
        assert!(has(&["mobile-security", "antivirus"], "2026-12-31").await);
        assert!(!has(&["antivirus"], "2027-01-01").await);
        assert!(!has(&["mobile-security"], "2026-12-31").await);
        assert!(!has(&[], "2026-12-31").await);
    }
}
