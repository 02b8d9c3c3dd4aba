//! What the fuses measure.

use jiff::Timestamp;
use tenure_domain::State;
use tenure_store::{Store, gauge, notice};
use tenure_testbed::on_both_engines;

use crate::samples::{at, done, populate, reminder, start};

/// Notices of the licenses in `numbers` are taken at an instant.
async fn taken(store: &Store, numbers: std::ops::Range<u128>, at: Timestamp) {
    done(store, move |tx| {
        for number in numbers.clone() {
            let one = reminder(number, number);
            notice::insert(tx, std::slice::from_ref(&one), None, at)?;
            notice::end(tx, &one, State::Accepted, "250 ok", None, at)?;
        }
        Ok(())
    })
    .await;
}

async fn highest(store: &Store, days: u32, enough: u64) -> u64 {
    done(store, move |tx| gauge::highest_day(tx, days, enough, start())).await
}

on_both_engines! {
    async fn the_highest_day_is_looked_for_no_further_back_than_needed(store: Store) {
        populate(&store, 20).await;
        taken(&store, 1..4, start()).await;
        taken(&store, 4..6, at("2026-11-30T23:59:59.999999Z")).await;
        taken(&store, 6..7, at("2026-11-30T00:00:00Z")).await;
        taken(&store, 7..14, at("2026-11-01T12:00:00Z")).await;
        assert_eq!(highest(&store, 60, 100).await, 7);
        assert_eq!(highest(&store, 29, 100).await, 3, "days long ago do not count");
        assert_eq!(highest(&store, 60, 3).await, 3, "today is enough: the rest is not counted");
        assert_eq!(highest(&store, 60, 4).await, 7);
    }
}
