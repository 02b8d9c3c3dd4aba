//! Reports: what came back of a letter after the relay had taken it. Each kind once for a letter.

use jiff::Timestamp;
use tenure_domain::{
    LetterId,
    report::{Report, What},
};

use crate::{
    columns::{instant, micros},
    db::{Fault, Tx, Value, statements},
    params,
};

statements! {
    /// A report; nothing where one of its kind is known.
    INSERT = "INSERT INTO report (letter, what, status, words, received_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (letter, what) DO NOTHING";
    /// The reports about a letter.
    LIST = "SELECT what, status, words, received_at FROM report WHERE letter = COALESCE((SELECT t.travels_in FROM letter t WHERE t.id = $1), CAST($1 AS TEXT)) ORDER BY received_at, what";
}

/// Keeps a report about a letter. Whether it is news.
pub fn insert(tx: &mut Tx, letter: LetterId, report: &Report, now: Timestamp) -> Result<bool, Fault> {
    let row = params![Value::text(letter), report.what.code(), &report.status, &report.words, micros(now)];
    Ok(tx.execute(INSERT, &row)? == 1)
}

/// The reports about a letter, or the one that it travelled in, with the instants at which they came, the first one first.
pub fn list(tx: &mut Tx, letter: LetterId) -> Result<Vec<(Report, Timestamp)>, Fault> {
    tx.query(LIST, &params![Value::text(letter)], |row| {
        let what: What = row.parse("what")?;
        let report = Report { what, status: row.text("status")?, words: row.text("words")? };
        Ok((report, instant(row.int("received_at")?)?))
    })
}
