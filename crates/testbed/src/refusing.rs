//! A database that refuses to write, and takes it again: as one on a full disk does, for as long as a test wants.

use crate::{patience::PATIENCE, postgres::psql_at};

/// What is refused of a table: the table, and the event of a trigger.
pub type Refused<'a> = (&'a str, &'a str);

/// What couriers write when they settle, and what they ask whether the database takes commits by.
pub const SETTLING: &[Refused<'static>] = &[("attempt", "UPDATE"), ("probe", "INSERT"), ("probe", "UPDATE")];

/// From now on the database at `url` refuses these.
///
/// # Panics
/// When the database cannot be told so.
pub fn refuse(url: &str, refused: &[Refused]) {
    let name = |(table, event): &Refused| format!("refuse_{table}_{event}");
    let Some(path) = url.strip_prefix("sqlite:") else {
        let function = "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused by the test'; END $$".to_owned();
        let trigger = |one: &Refused| {
            format!(
                "CREATE TRIGGER {} BEFORE {} ON {} FOR EACH ROW EXECUTE FUNCTION refuse()",
                name(one),
                one.1,
                one.0
            )
        };
        return psql_at(
            url,
            &std::iter::once(function).chain(refused.iter().map(trigger)).collect::<Vec<_>>(),
        );
    };
    let trigger = |one: &Refused| {
        let (table, event) = one;
        format!(
            "CREATE TRIGGER {} BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, 'refused by the test'); END",
            name(one)
        )
    };
    run(path, refused.iter().map(trigger));
}

/// It takes them again.
///
/// # Panics
/// When the database cannot be told so.
pub fn accept(url: &str, refused: &[Refused]) {
    let drop = |(table, event): &Refused| format!("DROP TRIGGER refuse_{table}_{event}");
    if let Some(path) = url.strip_prefix("sqlite:") {
        return run(path, refused.iter().map(drop));
    }
    let drop = |one: &Refused| format!("{} ON {}", drop(one), one.0);
    psql_at(url, &refused.iter().map(drop).collect::<Vec<_>>());
}

fn run(path: &str, statements: impl Iterator<Item = String>) {
    let connection = rusqlite::Connection::open(path).expect("the file is a database");
    connection.busy_timeout(PATIENCE).expect("it can wait");
    for statement in statements {
        connection.execute_batch(&statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}
