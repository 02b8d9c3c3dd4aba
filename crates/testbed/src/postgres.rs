//! A fresh database on the PostgreSQL cluster that `./test` starts.

use std::{
    env,
    process::{self, Command},
    sync::atomic::{AtomicU32, Ordering},
};

/// The variable that names the cluster: the URL of any database there, of a user who may make databases.
pub const CLUSTER: &str = "TENURE_TEST_POSTGRES";

/// An empty database of one's own, dropped when this value is.
pub struct Database {
    name: String,
}

/// Make an empty database with a name that no other test has.
///
/// # Panics
/// When no cluster is named or it cannot be used: nothing is skipped silently.
pub fn fresh_database() -> Database {
    make("template0")
}

fn make(template: &str) -> Database {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("tenure_test_{}_{count}", process::id());
    // What a process with the same number left behind when it was killed goes first.
    psql(&[
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        &format!("CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'"),
    ]);
    Database { name }
}

impl Database {
    /// A copy of it, to which nobody may be connected meanwhile.
    ///
    /// # Panics
    /// When it cannot be copied.
    #[must_use]
    pub fn cloned(&self) -> Self {
        make(&self.name)
    }

    /// The URL of this database.
    pub fn url(&self) -> String {
        let cluster = cluster();
        let (address, query) = cluster.split_at(cluster.find('?').unwrap_or(cluster.len()));
        let server = address.rsplit_once('/').map_or(address, |(server, _)| server);
        format!("{server}/{}{query}", self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        psql(&[&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)]);
    }
}

fn cluster() -> String {
    env::var(CLUSTER).unwrap_or_else(|_| panic!("start the tests by ./test, or set {CLUSTER}"))
}

/// Run statements, each by itself, as the user of the cluster's URL.
fn psql(statements: &[&str]) {
    let statements: Vec<String> = statements.iter().map(|&statement| statement.to_owned()).collect();
    psql_at(&cluster(), &statements);
}

/// The same at a database.
pub(crate) fn psql_at(url: &str, statements: &[String]) {
    let mut command = Command::new("psql");
    command.args(["-XqAt", "-v", "ON_ERROR_STOP=1", "-d", url]);
    command.env("PGOPTIONS", "-c client_min_messages=warning");
    for statement in statements {
        command.args(["-c", statement]);
    }
    let output = command.output().expect("psql, from PostgreSQL's client package, can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{statements:?}: {said}");
}
