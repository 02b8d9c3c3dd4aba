//! Letters: frozen words, written anew under the same name, each wording kept once.

use tenure_domain::{HolderId, Key, Kind, LetterId, LicenseId, Notice, State, Step};
use tenure_store::{
    Store,
    letter::{self, Filter, Letter, Place},
    library, notice,
};
use tenure_testbed::on_both_engines;

use crate::samples::{at, done, letter_of, populate, reminder, start, vault};

async fn save(store: &Store, letter: &Letter) {
    let letter = letter.clone();
    done(store, move |tx| letter::save(tx, &vault(), &letter)).await;
}

async fn found(store: &Store, id: LetterId) -> Letter {
    done(store, move |tx| letter::find(tx, &vault(), id)).await.unwrap()
}

on_both_engines! {
    async fn a_letter_comes_back_word_for_word(store: Store) {
        let anna = populate(&store, 1).await;
        let letter = letter_of(&reminder(1, 1), anna.id);
        save(&store, &letter).await;
        assert_eq!(found(&store, letter.id).await, letter);
        assert_eq!(done(&store, |tx| letter::find(tx, &vault(), LetterId::from_bits(9))).await, None);
    }

    async fn a_letter_written_anew_keeps_its_message_id_and_that_it_was_read(store: Store) {
        let anna = populate(&store, 1).await;
        let first = letter_of(&reminder(1, 1), anna.id);
        save(&store, &first).await;
        let read_at = at("2026-12-01T11:00:00Z");
        done(&store, move |tx| letter::mark_read(tx, first.id, anna.id, read_at)).await;
        let anew = Letter {
            facts: "{\"days_left\":29}".to_owned(), wording: "digest-2".to_owned(), body: "other words".to_owned(), language: "en".to_owned(),
            bytes_digest: "bytes-2".to_owned(), address: "new@example.com".to_owned(), written_at: at("2026-12-02T10:00:00Z"),
            message_id: "another@vendor.example".to_owned(), ..letter_of(&reminder(1, 1), anna.id)
        };
        save(&store, &anew).await;
        let expected = Letter { read_at: Some(read_at), message_id: "mid-1@vendor.example".to_owned(), ..anew };
        assert_eq!(found(&store, expected.id).await, expected);
    }

    async fn a_letter_that_travels_has_the_message_id_of_the_one_that_brings_it_until_it_is_written_anew(store: Store) {
        let anna = populate(&store, 2).await;
        let (brought, mail) = (letter_of(&reminder(1, 1), anna.id), letter_of(&reminder(2, 2), anna.id));
        save(&store, &brought).await;
        save(&store, &mail).await;
        let (id, by) = (brought.id, mail.clone());
        done(&store, move |tx| letter::travel(tx, id, &by)).await;
        let travelling = Letter { message_id: mail.message_id.clone(), travels_in: Some(mail.id), ..brought.clone() };
        assert_eq!(found(&store, id).await, travelling);
        for (of, expected) in [(brought.id, mail.id), (mail.id, mail.id)] {
            assert_eq!(done(&store, move |tx| letter::find_mail(tx, of)).await, expected);
        }
        save(&store, &brought).await;
        assert_eq!(found(&store, id).await, brought);
        assert_eq!(done(&store, move |tx| letter::find_mail(tx, id)).await, id);
    }

    async fn nothing_is_left_of_an_erased_holders_letters_nor_of_what_brought_them(store: Store) {
        let anna = populate(&store, 2).await;
        let (brought, mail) = (letter_of(&reminder(1, 1), anna.id), letter_of(&reminder(2, 2), anna.id));
        save(&store, &brought).await;
        save(&store, &mail).await;
        let (id, by) = (brought.id, mail.clone());
        done(&store, move |tx| letter::travel(tx, id, &by)).await;
        done(&store, move |tx| tenure_store::erasure::empty_letters(tx, anna.id)).await;
        for id in [brought.id, mail.id] {
            assert_eq!(done(&store, move |tx| letter::find(tx, &vault(), id)).await, None);
        }
    }

    async fn the_same_wording_is_stored_once(store: Store) {
        let anna = populate(&store, 3).await;
        for number in 1..=3 {
            save(&store, &letter_of(&reminder(number, number), anna.id)).await;
        }
        let wordings = done(&store, |tx| tx.query_one("SELECT COUNT(*) FROM wording", &[], |row| row.int(0))).await;
        assert_eq!(wordings, 1);
    }

    async fn a_letter_is_read_by_its_holder_only_and_the_first_time_counts(store: Store) {
        let anna = populate(&store, 1).await;
        let letter = letter_of(&reminder(1, 1), anna.id);
        save(&store, &letter).await;
        done(&store, move |tx| letter::mark_read(tx, letter.id, HolderId::from_bits(2), start())).await;
        assert_eq!(found(&store, letter.id).await.read_at, None);
        for read_at in ["2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z"] {
            done(&store, move |tx| letter::mark_read(tx, letter.id, anna.id, at(read_at))).await;
        }
        assert_eq!(found(&store, letter.id).await.read_at, Some(at("2026-12-01T11:00:00Z")));
    }

    async fn a_holders_letters_are_listed_with_what_became_of_them(store: Store) {
        let anna = populate(&store, 3).await;
        let notices = [reminder(1, 1), reminder(2, 2), reminder(3, 3)];
        let given = notices.clone();
        done(&store, move |tx| notice::insert(tx, &given, None, start())).await;
        for (notice, hour) in notices.iter().zip([10, 12, 11]) {
            save(&store, &Letter { written_at: at(&format!("2026-12-01T{hour}:00:00Z")), ..letter_of(notice, anna.id) }).await;
            let (notice, id) = (notice.clone(), LetterId::from_bits(notice.id.bits()));
            done(&store, move |tx| notice::end(tx, &notice, State::Held, "declined", Some((id, anna.id)), start())).await;
        }
        let listed = done(&store, move |tx| letter::list_by_holder(tx, &vault(), anna.id, 2)).await;
        let short: Vec<_> = listed.iter().map(|stated| (stated.letter.id.bits(), stated.state, stated.ended_at)).collect();
        assert_eq!(short, [(2, State::Held, Some(start())), (3, State::Held, Some(start()))]);
        assert_eq!(done(&store, |tx| letter::list_by_holder(tx, &vault(), HolderId::from_bits(2), 9)).await.len(), 0);
    }

    async fn a_list_is_filtered_counted_and_paged_both_ways(store: Store) {
        let anna = populate(&store, 5).await;
        let notices: Vec<_> = (1..=5).map(|number| reminder(number, if number == 5 { 1 } else { number })).collect();
        let notices: Vec<_> = notices.into_iter().enumerate().map(|(at, notice)| {
            let kind = if at % 2 == 0 { Kind::RenewalReminder } else { Kind::KeyFile };
            let step = if at == 4 { Step::Days(20) } else { notice.key.step };
            Notice { key: Key { kind, step, ..notice.key }, ..notice }
        }).collect();
        let given = notices.clone();
        done(&store, move |tx| notice::insert(tx, &given, None, start())).await;
        for (notice, minute) in notices.iter().zip([1, 2, 2, 4, 5]) {
            save(&store, &Letter { written_at: at(&format!("2026-12-01T10:0{minute}:00Z")), ..letter_of(notice, anna.id) }).await;
            let (notice, id) = (notice.clone(), LetterId::from_bits(notice.id.bits()));
            done(&store, move |tx| notice::end(tx, &notice, State::Held, "declined", Some((id, anna.id)), start())).await;
        }
        let page = async |filter: Filter, place: Place, limit: u32| -> Vec<u128> {
            let found = done(&store, move |tx| letter::list_chosen(tx, &vault(), anna.id, filter, place, limit)).await;
            found.iter().map(|stated| stated.letter.id.bits()).collect()
        };
        let (all, written) = (Filter::default(), |minute: u32| at(&format!("2026-12-01T10:0{minute}:00Z")));
        assert_eq!(page(all, Place::Newest, 2).await, [5, 4]);
        assert_eq!(page(all, Place::Before(written(4), LetterId::from_bits(4)), 2).await, [3, 2]);
        assert_eq!(page(all, Place::Before(written(2), LetterId::from_bits(2)), 2).await, [1]);
        assert_eq!(page(all, Place::After(written(2), LetterId::from_bits(2)), 2).await, [4, 3]);
        let reminders = Filter { kind: Some(Kind::RenewalReminder), license: None };
        assert_eq!(page(reminders, Place::Newest, 9).await, [5, 3, 1]);
        let first = Filter { kind: None, license: Some(LicenseId::from_bits(1)) };
        assert_eq!(page(first, Place::Newest, 9).await, [5, 1]);
        assert_eq!(done(&store, move |tx| letter::count_chosen(tx, anna.id, first)).await, 2);
        assert_eq!(done(&store, move |tx| letter::list_kinds(tx, anna.id)).await, [Kind::KeyFile, Kind::RenewalReminder]);
        assert_eq!(done(&store, |tx| letter::count_chosen(tx, HolderId::from_bits(2), Filter::default())).await, 0);
    }

    async fn a_letter_is_unread_again_and_all_are_read_at_once(store: Store) {
        let anna = populate(&store, 2).await;
        for number in 1..=2 {
            save(&store, &letter_of(&reminder(number, number), anna.id)).await;
        }
        done(&store, move |tx| letter::mark_all_read(tx, anna.id, start())).await;
        let stranger = HolderId::from_bits(2);
        done(&store, move |tx| letter::mark_unread(tx, LetterId::from_bits(2), stranger)).await;
        assert_eq!(found(&store, LetterId::from_bits(2)).await.read_at, Some(start()));
        done(&store, move |tx| letter::mark_unread(tx, LetterId::from_bits(2), anna.id)).await;
        assert_eq!(found(&store, LetterId::from_bits(1)).await.read_at, Some(start()));
        assert_eq!(found(&store, LetterId::from_bits(2)).await.read_at, None);
    }

    async fn a_page_kept_twice_is_kept_once(store: Store) {
        let anna = populate(&store, 1).await;
        for (page, minute) in [("renewing", 1), ("blocked", 2), ("renewing", 3)] {
            done(&store, move |tx| library::keep(tx, anna.id, page, at(&format!("2026-12-01T10:0{minute}:00Z")))).await;
        }
        assert_eq!(done(&store, move |tx| library::list(tx, anna.id)).await, ["renewing", "blocked"]);
        done(&store, move |tx| library::remove(tx, anna.id, "renewing")).await;
        assert_eq!(done(&store, move |tx| library::list(tx, anna.id)).await, ["blocked"]);
        assert!(done(&store, |tx| library::list(tx, HolderId::from_bits(2))).await.is_empty());
    }

    async fn a_letter_sealed_with_another_key_file_is_a_fault_that_says_so(store: Store) {
        let anna = populate(&store, 1).await;
        save(&store, &letter_of(&reminder(1, 1), anna.id)).await;
        let other = || tenure_store::Vault::new([9; 32], [2; 32]);
        let fault = store.read(move |tx| letter::find(tx, &other(), LetterId::from_bits(1))).await.unwrap_err().to_string();
        assert!(fault.contains("key file") && !fault.contains("anna"), "{fault}");
    }
}
