//! What holders were told, are told and will be told.

use axum::{
    extract::State,
    http::{StatusCode, Uri},
};
use jiff::civil::Date;
use serde::Serialize;
use tenure_domain::{Address, Kind, LicenseId, NoticeId, State as NoticeState, token::Scope};
use tenure_store::notice::{self, Filter, Listed};
use utoipa::{IntoParams, ToSchema};

use super::{
    document::Problems,
    page::Query,
    problem::{Answer, Problem, respond},
    shop::Shop,
    write::success,
};
use crate::{
    actions::{Desk, forecast as forecasting, notices::language_of},
    web::Site,
};

/// Which notices are wanted.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes the query; `Query` reads it")]
pub(super) struct NoticesQuery {
    /// Only those of this license: `lic_…`.
    license: Option<String>,
    /// Only those of this kind, such as `renewal-reminder`.
    kind: Option<String>,
    /// Only those in this state, such as `accepted`.
    state: Option<String>,
    /// Only those of this day.
    #[param(format = Date)]
    day: Option<String>,
    /// How many at most; left out: 50.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where the page before ended: from its `next`.
    cursor: Option<String>,
}

/// A notice: one duty to tell one holder one thing about one license.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Notice)]
pub struct NoticeShown {
    /// Names it: `ntc_…`.
    pub id: String,
    /// The license.
    pub license: String,
    /// The vendor's own name for the license.
    pub external_id: Option<String>,
    /// What it tells of.
    pub kind: String,
    /// `-30`, `0`, `+20` … days from the anchor; empty for "at once".
    pub step: String,
    /// Its day.
    #[schema(format = Date)]
    pub due_on: String,
    /// Where it stands.
    pub state: String,
    /// Why it ended, where that needs a reason.
    pub reason: String,
    /// Where it went, or would go now: masked without the scope `holders:read`.
    pub to: Option<String>,
    /// In which language it was, or would be written now.
    pub language: Option<String>,
    /// Its Message-ID, once a letter was written.
    pub message_id: Option<String>,
    /// When the relay took it.
    #[schema(format = DateTime)]
    pub accepted_at: Option<String>,
}

/// A page of notices, in the order in which they were written.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notices {
    /// The notices.
    pub items: Vec<NoticeShown>,
    /// The path of the next page; null on the last one.
    pub next: Option<String>,
}

fn shown(desk: &Desk, listed: &Listed, shop: &Shop) -> NoticeShown {
    let notice = &listed.notice;
    let was_taken =
        matches!(notice.state, NoticeState::Accepted | NoticeState::Bounced | NoticeState::Complained);
    let mask = |written: &String| {
        if shop.has(Scope::HoldersRead) {
            return written.clone();
        }
        written.parse().map_or_else(|_| "…".to_owned(), |address: Address| address.masked())
    };
    NoticeShown {
        id: notice.id.to_string(),
        license: notice.key.license.to_string(),
        external_id: listed.external_id.clone(),
        kind: notice.key.kind.code().to_owned(),
        step: notice.key.step.to_string(),
        due_on: notice.due_on.to_string(),
        state: notice.state.code().to_owned(),
        reason: notice.reason.clone(),
        to: listed.to.as_ref().map(mask),
        language: language_of(desk, listed),
        message_id: listed.message_id.clone(),
        accepted_at: notice.ended_at.filter(|_| was_taken).map(|at| at.to_string()),
    }
}

/// List notices
///
/// What holders were told, are told and will be told, page by page.
#[utoipa::path(
    get, path = "/v1/notices", tag = "Notices", operation_id = "listNotices", params(NoticesQuery),
    security(("token" = ["notices:read"])),
    responses((status = 200, description = "A page.", body = Notices), Problems)
)]
pub(super) async fn list(State(site): State<Site>, shop: Shop, uri: Uri) -> Answer {
    shop.must(Scope::NoticesRead)?;
    let mut query = Query::read(&uri, &["license", "kind", "state", "day", "limit", "cursor"]);
    let filter = Filter {
        license: query.get::<LicenseId>("license"),
        kind: query.get::<Kind>("kind"),
        state: query.get::<NoticeState>("state"),
        due_on: query.get::<Date>("day"),
    };
    let (limit, after) = (query.limit(), query.cursor::<NoticeId>());
    query.done()?;
    let desk = site.house.desk.clone();
    let found =
        site.house.store.read(move |tx| notice::page(tx, &desk.keys.vault, filter, after, limit + 1)).await;
    let mut found = found.map_err(|fault| Problem::broken(&site, &fault))?;
    let is_last = found.len() <= limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| !is_last).map(|last| query.next(last.notice.id));
    let items = found.iter().map(|listed| shown(&site.house.desk, listed, &shop)).collect();
    Ok(respond(&success(StatusCode::OK, None, &Notices { items, next })))
}

/// For how long the forecast looks ahead.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes the query; `Query` reads it")]
pub(super) struct ForecastQuery {
    /// For how many days; left out: 30.
    #[param(minimum = 1, maximum = 366)]
    days: Option<u32>,
}

/// How many notices of a kind and step go out on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Coming {
    /// The day.
    #[schema(format = Date)]
    pub day: String,
    /// The kind.
    pub kind: String,
    /// The step: `-30`, `0`, `+20` …; empty for "at once".
    pub step: String,
    /// How many.
    pub count: u64,
}

/// What will go out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Forecast)]
pub struct ForecastShown {
    /// Day by day and kind by kind.
    pub items: Vec<Coming>,
}

/// How far the forecast looks ahead at most, in days.
const LONGEST_FORECAST: u32 = 366;

/// Forecast
///
/// What will go out in the next days if nothing happens in between, by the planner's own rules.
#[utoipa::path(
    get, path = "/v1/forecast", tag = "Notices", operation_id = "forecast", params(ForecastQuery),
    security(("token" = ["notices:read"])),
    responses((status = 200, description = "The forecast.", body = ForecastShown), Problems)
)]
pub(super) async fn forecast(State(site): State<Site>, shop: Shop, uri: Uri) -> Answer {
    shop.must(Scope::NoticesRead)?;
    let mut query = Query::read(&uri, &["days"]);
    let days = query.count("days", LONGEST_FORECAST).unwrap_or(30);
    query.done()?;
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let found = site.house.store.read_long(move |tx| forecasting::forecast(tx, &desk, days, now)).await;
    let found = found.map_err(|fault| Problem::broken(&site, &fault))?;
    let items = found.into_iter().map(|((day, kind, step), count)| Coming {
        day: day.to_string(),
        kind: kind.code().to_owned(),
        step: step.to_string(),
        count,
    });
    Ok(respond(&success(StatusCode::OK, None, &ForecastShown { items: items.collect() })))
}
