//! What watches this installation: the health pages, and the metrics on an address of their own, which no proxy shows to
//! the world.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use jiff::{SignedDuration, Timestamp};
use tenure_domain::{Hold, Kind, State as Standing, hold::Cause};
use tenure_store::{
    Fault, Tx,
    gauge::{self, Tally},
    hold,
    pass::{self, Pass},
};
use tokio::sync::Mutex;

use crate::{
    clock::Stopwatch,
    house::House,
    metrics::{Page, Type},
};

/// The text format of Prometheus.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";
/// Of the time between two counts of all notices, so much may be spent on one: a twentieth.
const REST: u32 = 20;

/// The health pages; `tell` says of a hold what those may know who reach them.
pub fn health<S: Clone + Send + Sync + 'static>(house: Arc<House>, tell: fn(&Hold) -> String) -> Router<S> {
    Router::new()
        .route("/health/live", get(|| async { "live\n" }))
        .route("/health/ready", get(ready))
        .with_state(Health { house, tell })
}

/// A hold as strangers may know it: neither the words nor the name of whoever said so.
pub fn in_brief(hold: &Hold) -> String {
    format!("sending is held since {} ({})", hold.since, hold.cause.code())
}

#[derive(Clone)]
struct Health {
    house: Arc<House>,
    tell: fn(&Hold) -> String,
}

/// Health pages and metrics, for the address of `watch.listen`.
pub fn routes(house: Arc<House>) -> Router {
    let watched = Arc::new(Watched { house: house.clone(), last: Mutex::default() });
    Router::new().route("/metrics", get(metrics)).with_state(watched).merge(health(house, Hold::to_string))
}

/// Whether the database answers and takes commits, and the planner runs. That sending is held is told, and is no reason to send
/// nobody here.
async fn ready(State(Health { house, tell }): State<Health>) -> Response {
    if let Some(hold) = house.distress.now() {
        return (StatusCode::SERVICE_UNAVAILABLE, tell(&hold) + "\n").into_response();
    }
    match house.store.read(|tx| Ok::<_, Fault>((hold::list(tx)?, pass::find(tx)?))).await {
        Ok((holds, last)) => {
            let late = late(&house, last);
            let is_ready = late.is_none() || !house.is_working();
            let first = if is_ready { "ready" } else { "not ready" };
            let lines = std::iter::once(first.to_owned()).chain(late).chain(holds.iter().map(tell));
            let body: String = lines.map(|line| line + "\n").collect();
            let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
            (status, body).into_response()
        }
        Err(fault) => {
            tracing::error!("not ready: {fault}");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// That the planner has not run for too long.
fn late(house: &House, last: Option<Pass>) -> Option<String> {
    let minutes = house.desk.settings.watch.planner_minutes;
    let last = last?.completed_at;
    let is_late = house.clock.now().duration_since(last) > SignedDuration::from_mins(minutes.into());
    is_late.then(|| {
        format!("the planner has not run for more than {minutes} minutes: its last pass was at {last}")
    })
}

/// What is scraped.
struct Watched {
    house: Arc<House>,
    last: Mutex<Option<Counted>>,
}

/// All notices counted, when, and how long it took.
struct Counted {
    tallies: Vec<Tally>,
    since: Stopwatch,
    took: Duration,
}

/// What the database says at one moment; all notices only where they are to be counted anew.
struct Snapshot {
    tallies: Option<Vec<Tally>>,
    waiting: u64,
    oldest_at: Option<Timestamp>,
    holds: Vec<Hold>,
    last: Option<Pass>,
}

fn snapshot(tx: &mut Tx, is_to_count: bool, now: Timestamp) -> Result<Snapshot, Fault> {
    let (waiting, oldest_at) = gauge::find_waiting(tx, now)?;
    let tallies = is_to_count.then(|| gauge::tally(tx)).transpose()?;
    Ok(Snapshot { tallies, waiting, oldest_at, holds: hold::list(tx)?, last: pass::find(tx)? })
}

/// `/metrics`.
async fn metrics(State(watched): State<Arc<Watched>>) -> Response {
    let mut page = Page::default();
    let found = watched.snapshot().await;
    if let Err(fault) = &found {
        tracing::error!("the database cannot be counted: {fault}");
    }
    let is_up = i128::from(found.is_ok());
    page.metric(("tenure_database_up", Type::Gauge, "Whether the database answers."), [(vec![], is_up)]);
    of_process(&watched.house, &mut page);
    if let Ok((snapshot, tallies)) = found {
        of_notices(&tallies, &mut page);
        of_database(&watched.house, &snapshot, &mut page);
    }
    ([(header::CONTENT_TYPE, TEXT)], page.into_text()).into_response()
}

impl Watched {
    /// A fresh one. Where counting all notices takes long, their last count stands for as long as twenty counts take.
    async fn snapshot(&self) -> Result<(Snapshot, Vec<Tally>), Fault> {
        let mut last = self.last.lock().await;
        let kept = last.as_ref().filter(|kept| kept.since.elapsed() < kept.took * REST);
        let kept = kept.map(|kept| kept.tallies.clone());
        let (watch, now, is_to_count) = (Stopwatch::start(), self.house.clock.now(), kept.is_none());
        let mut found = self.house.store.read_long(move |tx| snapshot(tx, is_to_count, now)).await?;
        let took = watch.elapsed();
        if let Some(tallies) = found.tallies.take() {
            // What takes a few milliseconds is counted each time.
            let is_worth_keeping = took > Duration::from_millis(50);
            *last = is_worth_keeping.then(|| Counted { tallies: tallies.clone(), since: watch, took });
            return Ok((found, tallies));
        }
        Ok((found, kept.unwrap_or_default()))
    }
}

fn of_process(house: &House, page: &mut Page) {
    let counters = house.metrics.counters();
    let version = vec![("version", env!("CARGO_PKG_VERSION").to_owned())];
    page.metric(("tenure_build_info", Type::Gauge, "The version of the program."), [(version, 1)]);
    page.lateness(
        "tenure_lateness_seconds",
        "From the instant at which a notice was due to its acceptance by the relay.",
        &counters.lateness,
    );
    let outcome = |code: &'static str| {
        (vec![("outcome", code.to_owned())], i128::from(counters.attempts.get(code).copied().unwrap_or(0)))
    };
    page.metric(
        ("tenure_attempts_total", Type::Counter, "Attempts to carry a notice that ended, by outcome."),
        ["accepted", "later", "never", "unknown"].map(outcome),
    );
    page.metric(
        ("tenure_claims_lost_total", Type::Counter, "Answers that came after their claim had passed on."),
        [(vec![], counters.claims_lost.into())],
    );
    let relays = house.carrier.standings(house.watch.elapsed()).into_iter();
    page.metric(
        (
            "tenure_relay_up",
            Type::Gauge,
            "Whether letters go to the relay (0: it is left alone for a while).",
        ),
        relays.map(|(place, is_there)| (vec![("relay", place)], i128::from(is_there))),
    );
}

fn of_database(house: &House, found: &Snapshot, page: &mut Page) {
    let now = house.clock.now();
    let age = |at: Timestamp| i128::from(now.duration_since(at).as_secs().max(0));
    page.metric(
        ("tenure_backlog", Type::Gauge, "Notices that wait for a courier now."),
        [(vec![], found.waiting.into())],
    );
    page.metric(
        ("tenure_backlog_oldest_seconds", Type::Gauge, "How long the oldest of them has waited."),
        [(vec![], found.oldest_at.map_or(0, age))],
    );
    page.metric(
        ("tenure_planner_last_pass_age_seconds", Type::Gauge, "Since the planner last completed a pass."),
        found.last.map(|last| (vec![], age(last.completed_at))),
    );
    let holding: BTreeSet<Cause> = found
        .holds
        .iter()
        .map(|hold| hold.cause)
        .chain(house.distress.now().map(|hold| hold.cause))
        .collect();
    page.metric(
        ("tenure_hold", Type::Gauge, "Whether sending is held, by cause."),
        Cause::ALL
            .map(|cause| (vec![("cause", cause.code().to_owned())], i128::from(holding.contains(&cause)))),
    );
}

/// created = ended + open, each counted by a column of its own: a notice that nobody will look at again shows.
fn of_notices(tallies: &[Tally], page: &mut Page) {
    let created = |kind: Kind| -> u64 {
        tallies.iter().filter(|tally| tally.kind == kind).map(|tally| tally.created).sum()
    };
    let labels = |kind: Kind, state: Standing| {
        vec![("kind", kind.code().to_owned()), ("state", state.code().to_owned())]
    };
    page.metric(
        ("tenure_notices_created_total", Type::Counter, "Notices ever written."),
        Kind::ALL.iter().map(|kind| (vec![("kind", kind.code().to_owned())], created(*kind).into())),
    );
    page.metric(
        ("tenure_notices_ended_total", Type::Counter, "Notices that ended, by how."),
        tallies
            .iter()
            .filter(|tally| tally.ended > 0)
            .map(|tally| (labels(tally.kind, tally.state), tally.ended.into())),
    );
    page.metric(
        ("tenure_notices_open", Type::Gauge, "Notices that somebody will look at again."),
        tallies
            .iter()
            .filter(|tally| tally.open > 0)
            .map(|tally| (labels(tally.kind, tally.state), tally.open.into())),
    );
}
