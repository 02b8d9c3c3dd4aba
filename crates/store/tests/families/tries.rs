//! Buckets of failed checks.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use tenure_domain::{Caller, HolderId, Limits, Network};
use tenure_store::{
    Fault, Store,
    tries::{self, Bucket},
};
use tenure_testbed::on_both_engines;

use crate::samples::at;

pub(crate) const LIMITS: Limits = Limits {
    per_network: 4,
    per_serial: 3,
    per_holder: 2,
    per_shop: 5,
    overall: 100,
    sign_ins_per_network: 5,
    sign_ins_per_address: 5,
};

fn network() -> Bucket {
    let network = Network::from(std::net::IpAddr::from([203, 0, 113, 7]));
    Bucket::of_caller(&Caller::Network(network)).unwrap()
}

fn holder() -> Bucket {
    Bucket::of_caller(&Caller::Holder(HolderId::from_bits(7))).unwrap()
}

async fn fill(store: &Store, buckets: Vec<Bucket>, now: Timestamp) {
    store.write(move |tx| tries::fill(tx, &LIMITS, buckets.clone(), now)).await.unwrap();
}

/// How many minutes to wait until there is room everywhere; 0 where there is.
async fn wait(store: &Store, buckets: Vec<Bucket>, now: Timestamp) -> i64 {
    let full = store.read(move |tx| tries::find_full(tx, &LIMITS, &buckets, now)).await.unwrap();
    full.map_or(0, |(_, wait)| wait.as_mins())
}

on_both_engines! {
    async fn a_bucket_fills_and_leaks(store: Store) {
        let now = at("2026-12-01T12:00:00Z");
        for _ in 0..4 {
            assert_eq!(wait(&store, vec![network()], now).await, 0);
            fill(&store, vec![network(), Bucket::overall()], now).await;
        }
        assert_eq!(wait(&store, vec![network(), Bucket::overall()], now).await, 15);
        assert_eq!(wait(&store, vec![Bucket::overall(), holder()], now).await, 0);
        let later = now + SignedDuration::from_mins(15);
        assert_eq!(wait(&store, vec![network()], later).await, 0);
        fill(&store, vec![network()], later).await;
        assert_eq!(wait(&store, vec![network()], later).await, 15);
    }

    async fn the_longest_wait_is_told(store: Store) {
        let now = at("2026-12-01T12:00:00Z");
        for _ in 0..5 {
            fill(&store, vec![network(), holder()], now).await;
        }
        assert_eq!(wait(&store, vec![network()], now).await, 30);
        assert_eq!(wait(&store, vec![network(), holder()], now).await, 120);
    }

    async fn no_drop_is_lost_when_many_count_at_once(store: Store) {
        let now = at("2026-12-01T12:00:00Z");
        let order = |number: usize| {
            if number.is_multiple_of(2) { vec![network(), holder(), Bucket::overall()] } else { vec![Bucket::overall(), holder(), network()] }
        };
        join_all((0..40).map(|number| fill(&store, order(number), now))).await;
        assert_eq!(wait(&store, vec![network()], now).await, 40 * 15 + 15 - 60);
        assert_eq!(wait(&store, vec![holder()], now).await, 40 * 30 + 30 - 60);
    }

    async fn who_is_turned_away_is_counted_without_a_row_of_its_own_and_without_a_longer_wait(store: Store) {
        let now = at("2026-12-01T12:00:00Z");
        fill(&store, vec![holder()], now).await;
        for _ in 0..3 {
            store.write(move |tx| {
                tries::turn_away(tx, &holder(), now)?;
                tries::turn_away(tx, &network(), now)
            }).await.unwrap();
        }
        let counted = store.read(|tx| tries::list_full(tx, 10)).await.unwrap();
        assert_eq!(counted.len(), 1);
        assert_eq!((counted[0].failed, counted[0].turned_away, counted[0].turned_away_at), (1, 3, now));
        assert_eq!(counted[0].clear_at, now + SignedDuration::from_mins(30));
    }

    async fn what_has_long_been_empty_is_forgotten(store: Store) {
        let now = at("2026-12-01T12:00:00Z");
        fill(&store, vec![holder(), network()], now).await;
        let clear = |since: Timestamp| store.write(move |tx| tries::clear(tx, since));
        assert_eq!(clear(now).await.unwrap(), 0);
        assert_eq!(clear(now + SignedDuration::from_mins(20)).await.unwrap(), 1);
        assert_eq!(clear(now + SignedDuration::from_mins(30)).await.unwrap(), 1);
        assert_eq!(store.read(|tx| Ok::<_, Fault>(tries::list_full(tx, 10)?.len())).await.unwrap(), 0);
    }
}
