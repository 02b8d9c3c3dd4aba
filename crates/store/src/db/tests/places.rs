//! Opening, migrating, and sharing one place among several stores.

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use futures_util::future::{join_all, try_join_all};
use tenure_testbed::engines::Place;

use super::{PLAYGROUND, count, insert, open, playground};
use crate::db::{Fault, MIGRATIONS, Migration, Store, Tx, on_both_engines};
use crate::params;

const SECOND: Migration = Migration { version: 2, name: "second", sql: "CREATE TABLE second (id BIGINT)" };
const TWO: &[Migration] = &[PLAYGROUND[0], SECOND];

on_both_engines! {
    async fn processes_that_start_together_migrate_once(url: String) {
        let stores = join_all((0..4).map(|_| open(&url))).await;
        let applied = try_join_all(stores.iter().map(|store| store.migrate_with(TWO, 42))).await.unwrap();
        let mut applied = applied.concat();
        applied.sort();
        assert_eq!(applied, ["0001_playground", "0002_second"]);
        let times = stores[0].read(|tx| tx.query("SELECT applied_at FROM migration", &[], |row| row.int(0)));
        assert_eq!(times.await.unwrap(), [42, 42]);
        assert!(stores[1].migrate_with(TWO, 43).await.unwrap().is_empty());
    }

    async fn a_newer_database_is_refused(url: String) {
        open(&url).await.migrate_with(TWO, 0).await.unwrap();
        let fault = open(&url).await.migrate_with(PLAYGROUND, 0).await.unwrap_err();
        assert!(fault.to_string().contains("0002_second: the database is newer"), "{fault}");
    }

    async fn a_changed_migration_is_noticed(url: String) {
        const CHANGED: &[Migration] = &[PLAYGROUND[0], Migration { sql: "CREATE TABLE second (id TEXT)", ..SECOND }];
        let store = open(&url).await;
        store.migrate_with(TWO, 0).await.unwrap();
        let fault = store.migrate_with(CHANGED, 0).await.unwrap_err();
        assert!(fault.to_string().contains("0002_second: its text was changed"), "{fault}");
    }

    async fn a_failing_migration_leaves_nothing(url: String) {
        const BROKEN: &[Migration] =
            &[PLAYGROUND[0], Migration { sql: "CREATE TABLE half (id BIGINT); CREATE nonsense", ..SECOND }];
        let store = open(&url).await;
        store.migrate_with(BROKEN, 0).await.unwrap_err();
        assert!(store.read(|tx| tx.query("SELECT id FROM half", &[], |_| Ok(()))).await.is_err());
        assert_eq!(store.migrate_with(TWO, 0).await.unwrap(), ["0002_second"]);
    }

    async fn two_stores_write_by_turns_and_at_once(url: String) {
        let stores = [playground(&url).await, open(&url).await];
        for id in 0..40_usize {
            stores[id % 2].write(move |tx| insert(tx, id.try_into().unwrap())).await.unwrap();
        }
        let at_once = (40..440_i64).map(|id| stores[usize::from(id % 2 == 0)].write(move |tx| count(tx).and_then(|_| insert(tx, id))));
        try_join_all(at_once).await.unwrap();
        assert_eq!(stores[0].read(count).await.unwrap(), 440);
    }

    async fn the_schema_of_this_program_is_in_place(store: Store) {
        let applied = store.read(|tx| tx.query_one("SELECT COUNT(*) FROM migration", &[], |row| row.int(0)));
        assert_eq!(applied.await.unwrap(), i64::try_from(MIGRATIONS.len()).unwrap());
    }
}

#[test]
fn every_migration_file_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let listed = MIGRATIONS.iter().map(|step| format!("{:04}_{}.sql", step.version, step.name));
    assert_eq!(listed.collect::<BTreeSet<_>>(), files.collect());
    assert!(MIGRATIONS.is_sorted_by_key(|step| step.version) && MIGRATIONS[0].version == 1);
}

#[tokio::test]
async fn sqlite_syncs_each_commit_and_keeps_the_file_private() {
    let place = Place::sqlite();
    let store = open(&place.url()).await;
    let setting = |name: &'static str| {
        store.write(move |tx| tx.query_one(&format!("PRAGMA {name}"), &[], |row| row.value(0)))
    };
    assert_eq!(setting("synchronous").await.unwrap(), 2.into());
    assert_eq!(setting("journal_mode").await.unwrap(), "wal".into());
    assert_eq!(setting("foreign_keys").await.unwrap(), 1.into());
    let url = place.url();
    let mode = fs::metadata(url.strip_prefix("sqlite:").unwrap()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn sqlite_in_memory_writes_and_reads() {
    let store = playground("sqlite::memory:").await;
    store.write(|tx| insert(tx, 1)).await.unwrap();
    assert_eq!(store.read(count).await.unwrap(), 1);
}

#[tokio::test]
async fn sqlite_paths_are_relative_to_the_base() {
    let place = Place::sqlite();
    let Place::Folder(folder) = &place else { panic!("SQLite lives in a folder") };
    Store::open("sqlite:mine.db", folder).await.unwrap();
    assert!(folder.join("mine.db").exists());
}

#[tokio::test]
async fn a_url_that_leads_nowhere_says_so_without_the_password() {
    for url in ["mysql://u:secret@h/d", "postgres://u:secret@127.0.0.1:1/d", "postgres://u:secret@h/d?no=1"] {
        let fault = Store::open(url, Path::new(".")).await.err().unwrap();
        assert!(!fault.to_string().contains("secret"), "{fault}");
    }
}

#[tokio::test]
async fn postgres_claims_wait_for_nobody() {
    fn claim(tx: &mut Tx) -> Result<Vec<i64>, Fault> {
        tx.claim("SELECT n.id FROM thing n ORDER BY n.id LIMIT 1", &[], |row| row.int(0))
    }
    let place = Place::postgres();
    let store = playground(&place.url()).await;
    store.write(|tx| insert(tx, 1).and_then(|_| insert(tx, 2))).await.unwrap();
    let (other, runtime) = (store.clone(), tokio::runtime::Handle::current());
    let both = store.write(move |tx| Ok::<_, Fault>((claim(tx)?, runtime.block_on(other.write(claim))?)));
    assert_eq!(both.await.unwrap(), (vec![1], vec![2]));
}

#[tokio::test]
async fn postgres_lock_that_stays_held_is_called_busy() {
    let place = Place::postgres();
    let store = playground(&place.url()).await;
    store.write(|tx| insert(tx, 1)).await.unwrap();
    let other = open(&place.url()).await;
    let runtime = tokio::runtime::Handle::current();
    let fault = store.write(move |tx| {
        tx.lock("SELECT id FROM thing", &[], |_| Ok(()))?;
        let waiting = other.write(|tx| {
            tx.script("SET LOCAL lock_timeout = '50ms'")?;
            tx.execute("UPDATE thing SET state = $1", &params!["mine"])
        });
        Ok::<_, Fault>(runtime.block_on(waiting).unwrap_err())
    });
    let fault = fault.await.unwrap();
    assert!(fault.is_busy(), "{fault}");
}

#[tokio::test]
async fn postgres_connections_that_died_are_replaced() {
    const KILL: &str = "WITH other AS MATERIALIZED (SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid())
        SELECT pid FROM other WHERE pg_terminate_backend(pid)";
    let place = Place::postgres();
    let (store, other) = (playground(&place.url()).await, open(&place.url()).await);
    for id in 1..=10 {
        store.write(move |tx| insert(tx, id)).await.unwrap();
        let killed = other.write(|tx| tx.query(KILL, &[], |row| row.int(0))).await.unwrap();
        assert!(!killed.is_empty());
    }
    let (runtime, cut) = (tokio::runtime::Handle::current(), AtomicBool::new(false));
    let twice = store.write(move |tx| {
        insert(tx, 11)?;
        if !cut.swap(true, Ordering::SeqCst) {
            runtime.block_on(other.write(|tx| tx.query(KILL, &[], |row| row.int(0))))?;
        }
        insert(tx, 12)
    });
    twice.await.unwrap();
    assert_eq!(store.read(count).await.unwrap(), 12);
}

#[tokio::test]
async fn postgres_without_a_trusted_certificate_is_refused_where_tls_is_required() {
    let place = Place::postgres();
    let joint = if place.url().contains('?') { '&' } else { '?' };
    for mode in ["require", "verify-full"] {
        let url = format!("{}{joint}sslmode={mode}", place.url());
        let fault = Store::open(&url, Path::new(".")).await.err().unwrap();
        assert!(fault.to_string().starts_with("connect to PostgreSQL: "), "{fault}");
    }
}

/// A place with rows that were moved about and deleted.
async fn with_deleted_rows(url: &str) -> Store {
    const GROW: &str = "UPDATE thing SET body = $2 WHERE id = $1";
    let store = playground(url).await;
    store.write(|tx| (0..400).try_for_each(|id| insert(tx, id).map(drop))).await.unwrap();
    let grow = |tx: &mut Tx| {
        (0..400_i64).try_for_each(|id| {
            let body = format!("a secret of {id} ").repeat(9).into_bytes();
            tx.execute(GROW, &params![(id * 37) % 400, body]).map(drop)
        })
    };
    store.write(grow).await.unwrap();
    store.write(|tx| tx.execute("DELETE FROM thing WHERE id > 3", &[])).await.unwrap();
    store.write(|tx| tx.execute("UPDATE thing SET body = NULL", &[])).await.unwrap();
    store
}

/// How often a deleted row can be found in the files.
fn left(url: &str) -> usize {
    let path = url.strip_prefix("sqlite:").unwrap();
    let files = [path.to_owned(), format!("{path}-wal")].map(|file| fs::read(file).unwrap_or_default());
    files.iter().map(|bytes| bytes.windows(8).filter(|part| part == b"a secret").count()).sum()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_deleted_has_left_the_files_after_a_sweep() {
    let place = Place::sqlite();
    let store = with_deleted_rows(&place.url()).await;
    assert!(left(&place.url()) > 0, "the log still has it");
    assert!(store.sweep().await.unwrap());
    assert_eq!(left(&place.url()), 0);
    assert_eq!(store.read(count).await.unwrap(), 4);
    assert_eq!(store.write(|tx| insert(tx, 7)).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn a_sweep_waits_for_nobody_who_reads_at_length() {
    let place = Place::sqlite();
    let store = with_deleted_rows(&place.url()).await;
    let (begun, wait) = std::sync::mpsc::channel();
    let (go_on, end) = std::sync::mpsc::channel::<()>();
    let (reader, end) = (store.clone(), std::sync::Mutex::new(end));
    let reading = tokio::spawn(async move {
        let read = reader.read_long(move |tx| {
            let found = count(tx)?;
            begun.send(()).unwrap();
            end.lock().unwrap().recv().unwrap();
            Ok::<_, Fault>(found)
        });
        read.await.unwrap()
    });
    wait.recv().unwrap();
    store.write(|tx| insert(tx, 8)).await.unwrap();
    assert!(!store.sweep().await.unwrap());
    go_on.send(()).unwrap();
    assert_eq!(reading.await.unwrap(), 4);
    assert!(store.sweep().await.unwrap());
    assert_eq!(left(&place.url()), 0);
}
