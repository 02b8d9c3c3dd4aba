//! One text, two engines, the same answers.

use std::{fs, path::Path};

use futures_util::future::join_all;

use super::{count, insert, playground};
use crate::db::{Fault, Store, Value, migrate, on_both_engines};
use crate::params;

/// The statements of every module that declares some.
const ALL: &[&[(&str, &str)]] = &[
    migrate::STATEMENTS,
    crate::address_change::STATEMENTS,
    crate::attempt::STATEMENTS,
    crate::calendar::STATEMENTS,
    crate::epoch::STATEMENTS,
    crate::erasure::STATEMENTS,
    crate::event::STATEMENTS,
    crate::gauge::STATEMENTS,
    crate::hold::STATEMENTS,
    crate::holder::STATEMENTS,
    crate::kept_answer::STATEMENTS,
    crate::letter::STATEMENTS,
    crate::library::STATEMENTS,
    crate::license::STATEMENTS,
    crate::merge::STATEMENTS,
    crate::notice::STATEMENTS,
    crate::pass::STATEMENTS,
    crate::passkey::STATEMENTS,
    crate::probe::STATEMENTS,
    crate::report::STATEMENTS,
    crate::session::STATEMENTS,
    crate::sign_in::STATEMENTS,
    crate::suppression::STATEMENTS,
    crate::token::STATEMENTS,
    crate::tries::STATEMENTS,
];

const NUMBERS: &str =
    "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1)
    SELECT i, CAST($2 AS TEXT) AS body FROM n";

on_both_engines! {
    async fn parameters_are_bound_by_number(url: String) {
        const CROSSED: &str = "SELECT CAST($2 AS TEXT) AS b, CAST($1 AS TEXT) AS a, CAST($2 AS TEXT) AS c";
        let store = playground(&url).await;
        let row = store.read(|tx| {
            tx.query_one(CROSSED, &params!["one", "two"], |row| Ok((row.text("a")?, row.text("b")?, row.text(2)?)))
        });
        assert_eq!(row.await.unwrap(), ("one".into(), "two".into(), "two".into()));
    }

    async fn the_number_of_parameters_must_be_right(url: String) {
        let store = playground(&url).await;
        store.write(|tx| tx.execute(super::INSERT, &params![1])).await.unwrap_err();
        store.write(|tx| tx.execute(super::INSERT, &params![1, "a", "b"])).await.unwrap_err();
        assert_eq!(store.read(count).await.unwrap(), 0);
    }

    async fn values_come_back_as_they_went(url: String) {
        const STORE: &str = "INSERT INTO thing (id, name, state, body) VALUES ($1, $2, $3, $4)";
        let store = playground(&url).await;
        let rows = [
            vec![i64::MIN.into(), "zażółć 🗝 \u{1}".into(), Value::Null, vec![0_u8, 255, 7].into()],
            vec![i64::MAX.into(), Value::Null, "".into(), Vec::<u8>::new().into()],
        ];
        let given = rows.clone();
        store.write(move |tx| tx.batch(STORE, &given)).await.unwrap();
        let found = store.read(|tx| {
            tx.query("SELECT id, name, state, body FROM thing ORDER BY id", &[], |row| {
                ["id", "name", "state", "body"].into_iter().map(|column| row.value(column)).collect::<Result<Vec<_>, _>>()
            })
        });
        assert_eq!(found.await.unwrap(), rows);
    }

    async fn a_column_that_is_not_as_expected_is_named(url: String) {
        let store = playground(&url).await;
        store.write(|tx| tx.execute(super::INSERT, &params![300, "secret"])).await.unwrap();
        let faults = store.read(|tx| {
            tx.query_one("SELECT id, name, state FROM thing", &[], |row| {
                Ok([
                    row.number::<u8>("id").unwrap_err(),
                    row.flag("id").unwrap_err(),
                    row.int("name").unwrap_err(),
                    row.parse::<u32>("name").unwrap_err(),
                    row.text("state").unwrap_err(),
                    row.text("nowhere").unwrap_err(),
                    row.bytes(3).unwrap_err(),
                ])
            })
        });
        let told: Vec<_> = faults.await.unwrap().iter().map(ToString::to_string).collect();
        assert!(told.iter().all(|fault| fault.starts_with("column ")), "{told:?}");
        assert!(told.iter().all(|fault| !fault.contains("secret")), "{told:?}");
    }

    async fn only_a_unique_violation_is_one(url: String) {
        let store = playground(&url).await;
        let write = async |id: i64, name: &'static str| {
            store.write(move |tx| tx.execute(super::INSERT, &params![id, name])).await
        };
        write(1, "secret").await.unwrap();
        for fault in [write(1, "other").await.unwrap_err(), write(2, "secret").await.unwrap_err()] {
            assert!(fault.is_unique_violation(), "{fault}");
            assert!(fault.to_string().starts_with("INSERT INTO thing"), "{fault}");
            assert!(!fault.to_string().contains("secret"), "{fault}");
        }
        let orphan = store.write(|tx| tx.execute("INSERT INTO part (id, thing) VALUES (1, 404)", &[])).await;
        assert!(!orphan.unwrap_err().is_unique_violation());
    }

    async fn a_batch_counts_and_keeps_its_order(url: String) {
        const PUT: &str = "INSERT INTO thing (id, name) VALUES ($1, $2)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name";
        let store = playground(&url).await;
        let rows: Vec<_> = (0..3_000_i64).map(|n| params![n % 1_000, format!("name {n}")].to_vec()).collect();
        assert_eq!(store.write(move |tx| tx.batch(PUT, &rows)).await.unwrap(), 3_000);
        let name = |id: i64| store.read(move |tx| {
            tx.query_one("SELECT name FROM thing WHERE id = $1", &params![id], |row| row.text(0))
        });
        assert_eq!((name(0).await.unwrap(), name(999).await.unwrap()), ("name 2000".into(), "name 2999".into()));
        let broken = store.write(|tx| tx.batch(super::INSERT, &[params![5_000, "new"].into(), params![7, "old"].into()]));
        assert!(broken.await.unwrap_err().is_unique_violation());
        assert_eq!(store.read(count).await.unwrap(), 1_000);
    }

    async fn a_long_answer_needs_little_memory(url: String) {
        let store = playground(&url).await;
        let sizes = store.read_long(|tx| {
            let (before, mut largest, mut rows) = (resident_bytes(), 0, 0);
            tx.for_each(NUMBERS, &params![100_000, "x".repeat(4_000)], |row| {
                rows += i64::from(row.text("body")?.len() == 4_000);
                if rows % 1_000 == 0 {
                    largest = largest.max(resident_bytes());
                }
                Ok::<_, Fault>(())
            })?;
            Ok::<_, Fault>((rows, largest.saturating_sub(before)))
        });
        let (rows, grown) = sizes.await.unwrap();
        assert_eq!(rows, 100_000);
        assert!(grown < 100_000_000, "grown by {grown} bytes while 400 MB went through");
    }

    async fn a_long_answer_can_be_left_early(url: String) {
        let store = playground(&url).await;
        let after = store.write(|tx| {
            let stopped = tx.for_each(NUMBERS, &params![20_000, "x"], |row| match row.int("i")? {
                10 => Err(Fault::data("ten", "is enough")),
                _ => Ok(()),
            });
            assert_eq!(stopped.unwrap_err().to_string(), "ten: is enough");
            insert(tx, 1)?;
            count(tx)
        });
        assert_eq!(after.await.unwrap(), 1);
    }

    async fn every_row_is_claimed_once(url: String) {
        let store = playground(&url).await;
        store.write(|tx| (0..8).try_for_each(|id| insert(tx, id).map(drop))).await.unwrap();
        let claims = join_all((0..8).map(|_| {
            store.write(|tx| {
                let due = "SELECT n.id FROM thing n WHERE n.state IS NULL ORDER BY n.id LIMIT 1";
                let claimed = tx.claim(due, &[], |row| row.int("id"))?;
                for id in &claimed {
                    tx.execute("UPDATE thing SET state = 'claimed' WHERE id = $1", &params![*id])?;
                }
                Ok::<_, Fault>(claimed)
            })
        }));
        let mut claimed: Vec<_> = claims.await.into_iter().flat_map(Result::unwrap).collect();
        claimed.sort_unstable();
        assert_eq!(claimed, (0..8).collect::<Vec<_>>());
    }

    async fn one_row_means_one_row(url: String) {
        let store = playground(&url).await;
        let some = |up_to: i64| store.read(move |tx| {
            tx.query_opt("SELECT id FROM thing WHERE id < $1", &params![up_to], |row| row.int(0))
        });
        store.write(|tx| insert(tx, 1).and_then(|_| insert(tx, 2))).await.unwrap();
        assert_eq!(some(1).await.unwrap(), None);
        assert_eq!(some(2).await.unwrap(), Some(1));
        assert!(some(3).await.unwrap_err().to_string().contains("2 rows"));
    }

    async fn every_statement_is_understood(store: Store) {
        let broken = store.read(|tx| {
            let all = ALL.iter().copied().flatten();
            let broken = all.filter_map(|(name, sql)| {
                tx.attempt(|tx| tx.prepare(sql)).err().map(|fault| format!("{name}: {fault}"))
            });
            Ok::<_, Fault>(broken.collect::<Vec<_>>())
        });
        assert_eq!(broken.await.unwrap(), [""; 0]);
    }
}

/// Planning reads as much as is due: the indexes alone, in their own order.
#[tokio::test]
async fn the_planner_reads_nothing_but_its_indexes_on_sqlite() {
    let store = super::open("sqlite::memory:").await;
    store.migrate(0).await.unwrap();
    let (_, sql) = crate::license::STATEMENTS.iter().find(|(name, _)| *name == "NEXT_EXPIRING").unwrap();
    let explain = format!("EXPLAIN QUERY PLAN {sql}");
    let steps = store
        .read(move |tx| tx.query(&explain, &params!["home", 1, -1, "", 2, 1000], |row| row.text("detail")));
    let steps = steps.await.unwrap();
    let (license, holder) =
        ("SEARCH l USING COVERING INDEX license_expiring (", "SEARCH h USING COVERING INDEX holder_zone (");
    assert!(steps.len() == 2 && steps[0].starts_with(license) && steps[1].starts_with(holder), "{steps:?}");
}

#[test]
fn every_module_with_statements_is_in_the_list() {
    fn declaring(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let count = |path: std::path::PathBuf| {
            if path.is_dir() {
                return declaring(&path);
            }
            fs::read_to_string(path).unwrap().lines().filter(|line| *line == "statements! {").count()
        };
        entries.map(count).sum()
    }
    assert_eq!(declaring(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")), ALL.len());
}

/// What the process holds in memory now.
fn resident_bytes() -> u64 {
    let pages = fs::read_to_string("/proc/self/statm").unwrap();
    pages.split(' ').nth(1).unwrap().parse::<u64>().unwrap() * 4096
}
