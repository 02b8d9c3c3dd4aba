//! What came back, and the addresses that take no mail.

use jiff::Timestamp;
use tenure_domain::{
    LetterId, State,
    report::{Report, What},
};
use tenure_store::{
    Store, notice, report,
    suppression::{self, Suppression},
};
use tenure_testbed::on_both_engines;

use crate::samples::{a_report, a_suppression, address, at, done, populate, reminder, start, vault};

const LETTER: LetterId = LetterId::from_bits(1);

async fn suppress(store: &Store, since_at: Timestamp, written_at: Timestamp) -> bool {
    done(store, move |tx| {
        let suppression = Suppression { since_at, ..a_suppression() };
        suppression::suppress(tx, &vault(), &address("Anna@Example.com"), &suppression, written_at)
    })
    .await
}

async fn lift(store: &Store, now: Timestamp) -> bool {
    done(store, move |tx| suppression::lift(tx, &vault(), &address("anna@example.com"), now)).await
}

async fn since(store: &Store) -> Option<Timestamp> {
    let found = done(store, |tx| suppression::find(tx, &vault(), &address("anna@example.com"))).await;
    found.map(|suppression| suppression.since_at)
}

on_both_engines! {
    async fn a_report_of_a_kind_is_news_once_for_a_letter(store: Store) {
        let later = at("2026-12-02T10:00:00Z");
        let delayed = Report { what: What::Delayed, ..a_report() };
        assert!(done(&store, |tx| report::insert(tx, LETTER, &a_report(), start())).await);
        assert!(!done(&store, move |tx| report::insert(tx, LETTER, &a_report(), later)).await);
        assert!(done(&store, |tx| report::insert(tx, LetterId::from_bits(2), &a_report(), start())).await);
        let second = delayed.clone();
        assert!(done(&store, move |tx| report::insert(tx, LETTER, &second, later)).await);
        assert_eq!(done(&store, |tx| report::list(tx, LETTER)).await, [(a_report(), start()), (delayed, later)]);
    }

    async fn an_address_is_suppressed_until_it_is_lifted_and_by_no_older_letter_again(store: Store) {
        let (noon, evening) = (at("2026-12-01T12:00:00Z"), at("2026-12-01T20:00:00Z"));
        assert_eq!((since(&store).await, lift(&store, noon).await), (None, false));
        assert!(suppress(&store, start(), start()).await);
        assert!(!suppress(&store, noon, noon).await);
        assert_eq!(since(&store).await, Some(start()));
        assert!(lift(&store, noon).await && !lift(&store, evening).await);
        assert_eq!(since(&store).await, None);
        assert!(!suppress(&store, evening, start()).await, "a letter from before it took mail proves nothing");
        assert!(!suppress(&store, evening, noon).await);
        assert!(suppress(&store, evening, at("2026-12-01T12:00:00.000001Z")).await);
        assert_eq!(since(&store).await, Some(evening));
    }

    async fn suppressed_addresses_are_listed_with_those_of_holders_in_full(store: Store) {
        let anna = populate(&store, 1).await;
        let stranger = Suppression { since_at: at("2026-12-01T12:00:00Z"), ..a_suppression() };
        let newest = stranger.clone();
        done(&store, move |tx| {
            suppression::suppress(tx, &vault(), &anna.address, &a_suppression(), start())?;
            suppression::suppress(tx, &vault(), &address("nobody@example.com"), &newest, start())
        })
        .await;
        let listed = done(&store, |tx| suppression::list(tx, &vault())).await;
        assert_eq!(listed.len(), 2);
        assert_eq!((&listed[0], &listed[1].1), (&(None, stranger), &a_suppression()));
        assert!(listed[1].0.is_some());
    }

    async fn only_what_the_relay_took_comes_back(store: Store) {
        let anna = populate(&store, 2).await;
        let (accepted, held) = (reminder(1, 1), reminder(2, 2));
        done(&store, move |tx| {
            notice::insert(tx, &[reminder(1, 1), reminder(2, 2)], Some(anna.id), start())?;
            let copy = Some((LETTER, anna.id));
            notice::end(tx, &accepted, State::Accepted, "250 ok", copy, start())?;
            notice::end(tx, &held, State::Held, "declined", copy, start())?;
            let told = notice::lock_accepted(tx, LETTER)?;
            assert_eq!(told.iter().map(|notice| notice.id).collect::<Vec<_>>(), [reminder(1, 1).id]);
            assert!(notice::come_back(tx, &told[0], State::Bounced, "550 5.1.1 nie ma")?);
            assert!(!notice::come_back(tx, &told[0], State::Complained, "abuse")?);
            assert!(notice::lock_accepted(tx, LETTER)?.is_empty());
            let found = notice::find(tx, &vault(), reminder(1, 1).id)?.unwrap().notice;
            assert_eq!((found.state, found.reason.as_str(), found.ended_at), (State::Bounced, "550 5.1.1 nie ma", Some(start())));
            Ok(())
        })
        .await;
    }
}
