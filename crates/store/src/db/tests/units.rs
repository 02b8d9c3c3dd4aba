//! Units of work: committed wholly, undone alone, told truly.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicU32, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use futures_util::future::{join, join_all};
use tenure_testbed::{engines::Place, patience::PATIENCE};
use tokio::time::timeout;

use super::{count, insert, open, playground};
use crate::db::{Fault, on_both_engines};
use crate::params;

on_both_engines! {
    async fn a_told_write_can_be_read_by_others(url: String) {
        let (store, other) = (playground(&url).await, open(&url).await);
        for id in 1..=20 {
            store.write(move |tx| insert(tx, id)).await.unwrap();
            assert_eq!(other.read(count).await.unwrap(), id);
        }
    }

    async fn a_failing_unit_is_undone_alone(url: String) {
        let store = playground(&url).await;
        let results = join_all((0..40).map(|id| {
            store.write(move |tx| {
                insert(tx, id)?;
                if id == 7 { Err(Fault::data("seven", "is refused")) } else { Ok(()) }
            })
        }));
        let failed: Vec<_> = results.await.into_iter().filter_map(Result::err).collect();
        assert_eq!(failed.len(), 1);
        assert_eq!(failed[0].to_string(), "seven: is refused");
        assert_eq!(store.read(count).await.unwrap(), 39);
    }

    async fn a_panicking_unit_is_undone_alone(url: String) {
        let store = playground(&url).await;
        let results = join_all((0..40).map(|id| {
            store.write(move |tx| {
                insert(tx, id)?;
                assert_ne!(id, 7, "a test of panics");
                Ok::<_, Fault>(())
            })
        }));
        let failed: Vec<_> = results.await.into_iter().filter_map(Result::err).collect();
        assert_eq!(failed.len(), 1);
        assert!(failed[0].to_string().contains("a test of panics"), "{}", failed[0]);
        assert_eq!(store.read(count).await.unwrap(), 39);
    }

    async fn a_panicking_read_leaves_the_store_sound(url: String) {
        let store = playground(&url).await;
        for _ in 0..20 {
            let fault = store.read(|_| -> Result<(), Fault> { panic!("a test of panics") }).await.unwrap_err();
            assert!(fault.to_string().contains("a test of panics"), "{fault}");
        }
        assert_eq!(store.read(count).await.unwrap(), 0);
    }

    async fn a_failure_that_a_unit_ignores_commits_nothing(url: String) {
        let store = playground(&url).await;
        let ignored = store.write(|tx| {
            insert(tx, 1)?;
            let _ = insert(tx, 1);
            Ok::<_, Fault>(())
        });
        assert!(ignored.await.unwrap_err().to_string().contains("attempt"));
        let went_on = store.write(|tx| {
            let _ = tx.execute("INSERT INTO nowhere (id) VALUES (1)", &[]);
            insert(tx, 1)
        });
        assert!(went_on.await.unwrap_err().to_string().contains("earlier statement"));
        assert_eq!(store.read(count).await.unwrap(), 0);
    }

    async fn an_attempt_undoes_only_itself(url: String) {
        let store = playground(&url).await;
        let unit = store.write(|tx| {
            insert(tx, 1)?;
            let twice = tx.attempt(|tx| insert(tx, 2).and_then(|_| insert(tx, 1)));
            assert!(twice.unwrap_err().is_unique_violation());
            tx.attempt(|tx| {
                insert(tx, 3)?;
                let inner = tx.attempt(|tx| insert(tx, 4).and_then(|_| Err::<(), _>(Fault::data("four", "no"))));
                assert!(inner.is_err());
                insert(tx, 5)
            })?;
            tx.query("SELECT id FROM thing ORDER BY id", &[], |row| row.int("id"))
        });
        assert_eq!(unit.await.unwrap(), [1, 3, 5]);
        assert_eq!(store.read(count).await.unwrap(), 3);
    }

    async fn a_reader_cannot_write(url: String) {
        let store = playground(&url).await;
        store.read(|tx| insert(tx, 1)).await.unwrap_err();
        store.read_long(|tx| insert(tx, 1)).await.unwrap_err();
        assert_eq!(store.read_long(count).await.unwrap(), 0);
        store.write(|tx| insert(tx, 1)).await.unwrap();
    }

    async fn a_read_sees_one_moment(url: String) {
        let store = playground(&url).await;
        let (read_once, first) = tokio::sync::oneshot::channel();
        let (written, second) = mpsc::channel();
        let (read_once, second) = (Mutex::new(Some(read_once)), Mutex::new(second));
        let reading = store.read_long(move |tx| {
            let before = count(tx)?;
            let _ = read_once.lock().unwrap().take().unwrap().send(());
            second.lock().unwrap().recv().unwrap();
            Ok::<_, Fault>((before, count(tx)?))
        });
        let writing = async {
            first.await.unwrap();
            store.write(|tx| insert(tx, 1)).await.unwrap();
            written.send(()).unwrap();
        };
        assert_eq!(join(reading, writing).await.0.unwrap(), (0, 0));
    }

    async fn a_dropped_write_is_done_wholly_or_not_at_all(url: String) {
        let store = playground(&url).await;
        store.write(|tx| insert(tx, 0)).await.unwrap();
        let done = Arc::new(AtomicI64::new(0));
        for id in 1..=60 {
            let done = Arc::clone(&done);
            let unit = store.write(move |tx| {
                tx.lock("SELECT id FROM thing WHERE id = 0", &[], |_| Ok(()))?;
                insert(tx, 2 * id)?;
                thread::yield_now();
                insert(tx, 2 * id + 1)?;
                done.fetch_add(2, Ordering::SeqCst);
                Ok::<_, Fault>(())
            });
            let _ = timeout(Duration::from_micros(id.unsigned_abs() * 50), unit).await;
        }
        let settled = async {
            // The last reference goes with the last unit, when that has ended.
            while Arc::strong_count(&done) > 1 {
                tokio::task::yield_now().await;
            }
            store.write(|tx| tx.lock("SELECT id FROM thing", &[], |_| Ok(()))).await.unwrap();
            assert_eq!(store.read(count).await.unwrap(), 1 + done.load(Ordering::SeqCst));
        };
        timeout(PATIENCE, settled).await.unwrap();
    }

    async fn crossed_locks_end_well_for_both(url: String) {
        let store = playground(&url).await;
        store.write(|tx| insert(tx, 1).and_then(|_| insert(tx, 2))).await.unwrap();
        let holding = Arc::new(AtomicU32::new(0));
        let unit = |first: i64, second: i64| {
            let holding = Arc::clone(&holding);
            store.write(move |tx| {
                const TOUCH: &str = "UPDATE thing SET state = 'touched' WHERE id = $1";
                tx.execute(TOUCH, &params![first])?;
                holding.fetch_add(1, Ordering::SeqCst);
                for _ in 0..200 {
                    if holding.load(Ordering::SeqCst) < 2 {
                        #[expect(clippy::disallowed_methods, reason = "on SQLite the other unit never begins: a bounded wait")]
                        thread::sleep(Duration::from_millis(1));
                    }
                }
                tx.execute(TOUCH, &params![second])
            })
        };
        let (one, two) = join(unit(1, 2), unit(2, 1)).await;
        assert_eq!((one.unwrap(), two.unwrap()), (1, 1));
    }

    async fn a_closed_store_refuses(url: String) {
        let store = playground(&url).await;
        let pending = join_all((0..20).map(|id| store.write(move |tx| insert(tx, id)))).await;
        assert!(pending.iter().all(Result::is_ok));
        let clone = store.clone();
        store.close().await;
        store.close().await;
        clone.write(|tx| insert(tx, 99)).await.unwrap_err();
        clone.read(count).await.unwrap_err();
        assert_eq!(open(&url).await.read(count).await.unwrap(), 20);
    }
}

#[tokio::test]
async fn sqlite_units_that_wait_share_a_commit() {
    let place = Place::sqlite();
    let store = playground(&place.url()).await;
    let before = store.commits();
    let (open_gate, gate) = mpsc::channel::<()>();
    let gate = Mutex::new(gate);
    let first = store.write(move |_| gate.lock().unwrap().recv().map_err(|error| Fault::data("gate", error)));
    let writers = join_all((0..64).map(|id| store.write(move |tx| insert(tx, id))));
    let opening = async { open_gate.send(()).unwrap() };
    let ((first, writers), ()) = join(join(first, writers), opening).await;
    first.unwrap();
    assert!(writers.iter().all(Result::is_ok));
    assert_eq!(store.read(count).await.unwrap(), 64);
    assert!(store.commits() - before <= 4, "{} commits for 65 units", store.commits() - before);
}

#[tokio::test]
async fn sqlite_a_first_unit_that_fails_leaves_its_commit_to_the_others() {
    let place = Place::sqlite();
    let store = playground(&place.url()).await;
    let (open_gate, gate) = mpsc::channel::<()>();
    let gate = Mutex::new(gate);
    let first = store.write(move |tx| {
        insert(tx, 404)?;
        gate.lock().unwrap().recv().unwrap();
        Err::<(), _>(Fault::data("caller", "is refused"))
    });
    let second = store.write(|tx| insert(tx, 1));
    let third =
        store.write(|tx| insert(tx, 2).and_then(|_| Err::<(), _>(Fault::data("caller", "is refused"))));
    let opening = async { open_gate.send(()).unwrap() };
    let ((first, (second, third)), ()) = join(join(first, join(second, third)), opening).await;
    assert!(first.is_err() && second.is_ok() && third.is_err());
    assert_eq!(store.read(count).await.unwrap(), 1);
}

#[tokio::test]
async fn sqlite_refusals_fall_with_a_commit_that_fails() {
    let place = Place::sqlite();
    let store = playground(&place.url()).await;
    store
        .write(|tx| {
            tx.script("CREATE TABLE late (id BIGINT REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED)")
        })
        .await
        .unwrap();
    let (open_gate, gate) = mpsc::channel::<()>();
    let gate = Mutex::new(gate);
    let spoiler = store.write(move |tx| {
        gate.lock().unwrap().recv().unwrap();
        tx.execute("INSERT INTO late (id) VALUES (404)", &[])
    });
    let refused = store.write(|_| Err::<(), _>(Fault::data("caller", "is refused")));
    let innocent = store.write(|tx| insert(tx, 1));
    let opening = async { open_gate.send(()).unwrap() };
    let ((spoiler, (refused, innocent)), ()) = join(join(spoiler, join(refused, innocent)), opening).await;
    for fault in [spoiler.unwrap_err(), refused.unwrap_err(), innocent.unwrap_err()] {
        assert!(fault.to_string().starts_with("COMMIT: "), "{fault}");
    }
    assert_eq!(store.read(count).await.unwrap(), 0);
    store.write(|tx| insert(tx, 1)).await.unwrap();
}
