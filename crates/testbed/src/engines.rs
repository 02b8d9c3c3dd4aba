//! Every test of the store twice: on a file of its own and on a database of its own.

use std::{
    env, fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::postgres::{Database, fresh_database};

/// Where a test keeps its data; gone when this value is.
pub enum Place {
    /// A folder with a SQLite file.
    Folder(PathBuf),
    /// A database on the PostgreSQL cluster.
    Database(Database),
}

impl Place {
    /// An empty folder for a SQLite file.
    ///
    /// # Panics
    /// When the system's folder for temporary files cannot be written.
    pub fn sqlite() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("tenure-test-{}-{count}", process::id()));
        // What a process with the same number left behind when it was killed goes first.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
        Self::Folder(folder)
    }

    /// An empty database on the PostgreSQL cluster.
    pub fn postgres() -> Self {
        Self::Database(fresh_database())
    }

    /// A copy of this database on the same cluster. Nobody may be connected to it.
    ///
    /// # Panics
    /// When this is a folder, or the database cannot be copied.
    #[must_use]
    pub fn cloned(&self) -> Self {
        match self {
            Self::Folder(_) => panic!("a folder is copied by `cp`"),
            Self::Database(database) => Self::Database(database.cloned()),
        }
    }

    /// The URL of a store here, as `store.url` has it.
    pub fn url(&self) -> String {
        match self {
            Self::Folder(folder) => format!("sqlite:{}", folder.join("tenure.db").display()),
            Self::Database(database) => database.url(),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::Folder(folder) = self {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Make of each scenario two tests, `sqlite::name` and `postgres::name`.
///
/// `async fn name(store: Store)` is given a migrated store, by `Store::open` and `Store::migrate` of the type of that
/// name in scope; `async fn name(url: String)` is given the URL of an empty place. Once per module.
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$attribute:meta])* async fn $name:ident($given:ident: $What:ident) $body:block)+) => {
        $($(#[$attribute])* async fn $name($given: $What) $body)+

        mod sqlite {
            $($crate::on_both_engines!(@test $name $What sqlite);)+
        }

        mod postgres {
            $($crate::on_both_engines!(@test $name $What postgres);)+
        }
    };
    (@test $name:ident $What:ident $engine:ident) => {
        #[::tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            let place = $crate::engines::Place::$engine();
            super::$name($crate::on_both_engines!(@given $What place)).await;
        }
    };
    (@given String $place:ident) => {
        $place.url()
    };
    (@given $What:ident $place:ident) => {{
        let store = super::$What::open(&$place.url(), ::std::path::Path::new(".")).await;
        let store = store.expect("a fresh place can be opened");
        store.migrate(0).await.expect("an empty store can be migrated");
        store
    }};
}
