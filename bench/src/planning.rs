//! P4: planning a day, against a bare `INSERT … SELECT` of the same rows over the same index into the same table; and
//! with ten times as many licenses.

use std::sync::Arc;

use anyhow::{Context as _, ensure};
use jiff::{Timestamp, civil::date};
use tenure::{clock::Stopwatch, house::House, workers};
use tenure_domain::Segment;
use tenure_store::{Fault, Tx, db::Value};

use crate::{
    installation::Installation,
    population,
    report::{Goal, Report},
};

/// Over how many days the licenses expire.
const DAYS: usize = 730;

/// What a bare plan of a day writes: a reminder for each open license that expires in 30 days, today, 20 or 40 days ago.
const BARE: &str = "
    INSERT INTO notice (bucket, due_on, id, license, term, kind, step, occasion, holder, due_at, limit_at, state,
                        reason, wake_at, attempts, planned_at, lane)
    SELECT l.bucket, $1, 'ntc_' || l.id, l.id, l.term, 'renewal-reminder', 'bare', '', l.holder, $2, $2, 'due',
           '', $2, 0, $2, 1
    FROM license l LEFT JOIN holder h ON h.id = l.holder
    WHERE l.segment = $3 AND l.expires_on IN ($1 + 30, $1, $1 - 20, $1 - 40)
      AND l.term IS NOT NULL AND l.blocked_reason IS NULL AND l.deleted_at IS NULL
      AND l.holder IS NOT NULL";

/// Measures planning with each of these numbers of licenses.
pub async fn measure(licenses: &[usize], rounds: usize, report: &mut Report) -> anyhow::Result<()> {
    for count in licenses {
        measure_one(*count, rounds, report).await?;
    }
    if let (Some(small), Some(large)) = (licenses.first(), licenses.last())
        && small != large
    {
        report.compare(
            &format!("P4 per due row, {large} licenses / {small}"),
            &per_row(*large),
            &per_row(*small),
            Goal::AtMost(1.2),
        );
    }
    Ok(())
}

fn per_row(count: usize) -> String {
    format!("planning per due row, {count} licenses (µs)")
}

async fn measure_one(count: usize, rounds: usize, report: &mut Report) -> anyhow::Result<()> {
    println!("planning: {count} licenses");
    let installation = Installation::new()?;
    let begin: Timestamp = "2026-01-01T08:00:00Z".parse()?;
    let house = Arc::new(House::open(&installation.path().join("tenure.toml"), Some(begin)).await?);
    let recorded: Timestamp = "2025-01-01T08:00:00Z".parse()?;
    population::settle(&house, count, date(2025, 9, 1), DAYS, recorded).await?;
    pass(&house, begin).await?;
    let (bare, planned, again, healing) = (
        format!("bare INSERT … SELECT, {count} licenses (s)"),
        format!("planning a day, {count} licenses (s)"),
        format!("planning it again, {count} licenses (s)"),
        format!("the day's first pass over the whole window, {count} licenses (s)"),
    );
    for round in 1..=rounds {
        println!("round {round}");
        let day = date(2026, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(round)?));
        let at = |hour: i8| day.at(hour, 0, 0, 0).in_tz("UTC").map(|at| at.timestamp());
        // The first pass of a day looks at the whole window; those after it at what fell due since the last one.
        report.add(&healing, pass(&house, at(1)?).await?.1);
        let (bare_rows, bare_secs) = insert_bare(&house, day, at(12)?).await?;
        report.add(&bare, bare_secs);
        let (rows, secs) = pass(&house, at(12)?).await?;
        ensure!(rows == bare_rows, "{rows} planned, {bare_rows} by the bare statement");
        report.add(&planned, secs);
        #[expect(clippy::cast_precision_loss, reason = "a rate")]
        report.add(&per_row(count), secs * 1e6 / rows as f64);
        report.add(&again, pass(&house, at(13)?).await?.1);
    }
    report.compare(&format!("P4 planning / bare, {count} licenses"), &planned, &bare, Goal::AtMost(1.5));
    report.compare(&format!("P4 again / first, {count} licenses"), &again, &planned, Goal::AtMost(0.1));
    house.store.close().await;
    Ok(())
}

/// One pass of the planner, in its portions: how many notices it wrote, and how long it took, in seconds.
async fn pass(house: &Arc<House>, now: Timestamp) -> anyhow::Result<(u64, f64)> {
    let watch = Stopwatch::start();
    let counts = workers::plan(house, now).await?;
    Ok((counts.planned, watch.elapsed().as_secs_f64()))
}

/// Writes the rows of a day bare, and takes them away again.
async fn insert_bare(house: &House, day: jiff::civil::Date, now: Timestamp) -> anyhow::Result<(u64, f64)> {
    let since_epoch = day.since(date(1970, 1, 1))?.get_days();
    let params = vec![
        Value::from(i64::from(since_epoch)),
        Value::from(now.as_microsecond()),
        Value::text(Segment::Home),
    ];
    let watch = Stopwatch::start();
    let written =
        house.store.write(move |tx: &mut Tx| -> Result<u64, Fault> { tx.execute(BARE, &params) }).await?;
    let secs = watch.elapsed().as_secs_f64();
    let clean =
        |tx: &mut Tx| -> Result<u64, Fault> { tx.execute("DELETE FROM notice WHERE step = 'bare'", &[]) };
    house.store.write(clean).await.context("taking the bare rows away")?;
    Ok((written, secs))
}
