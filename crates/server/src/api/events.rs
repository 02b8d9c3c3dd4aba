//! The feed: what happened to licenses, in an order that never changes. It tells of no address and no serial number.

use axum::{
    extract::State,
    http::{StatusCode, Uri},
};
use serde::Serialize;
use serde_json::Value;
use tenure_domain::{Event, token::Scope};
use utoipa::{IntoParams, ToSchema};

use super::{
    document::Problems,
    page::Query,
    problem::{Answer, Problem, respond},
    shop::Shop,
    write::success,
};
use crate::{actions::feed, web::Site};

/// From where on to follow.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes the query; `Query` reads it")]
pub(super) struct EventsQuery {
    /// How many at most; left out: 50.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where the page before ended: from its `next`.
    cursor: Option<String>,
}

/// Something that happened to a license.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct EventShown {
    /// Names it: `evt_…`.
    pub id: String,
    /// The license.
    pub license: String,
    /// What happened: issued, registered, superseded, blocked, `holder_erased`, …
    pub what: String,
    /// When.
    #[schema(format = DateTime)]
    pub at: String,
    /// The license whose place this one took.
    pub previous: Option<String>,
    /// The license that took its place.
    pub successor: Option<String>,
    /// How one took the place of the other: renewal, expansion or replacement.
    pub how: Option<String>,
    /// Why it was blocked.
    pub reason: Option<String>,
    /// The service where it was named.
    pub service: Option<String>,
    /// The notice that is sent again.
    pub notice: Option<String>,
}

/// A page of the feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Events {
    /// The events, the earliest recorded first.
    pub items: Vec<EventShown>,
    /// The path of what comes after them. It is always there: ask again, later, to follow.
    pub next: String,
    /// Whether more can be had at once.
    pub has_more: bool,
}

fn shown(event: &Event) -> EventShown {
    let detail = serde_json::to_value(&event.happening).unwrap_or_default();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    // A registration names the previous license together with how its place was taken.
    let previous = &detail["previous"];
    EventShown {
        id: event.id.to_string(),
        license: event.license.to_string(),
        what: event.happening.code().to_owned(),
        at: event.at.to_string(),
        previous: text(previous).or_else(|| text(&previous[0])),
        successor: text(&detail["successor"]),
        how: text(&detail["how"]).or_else(|| text(&previous[1])),
        reason: text(&detail["reason"]),
        service: text(&detail["service"]),
        notice: text(&detail["notice"]),
    }
}

/// Follow the events
///
/// What happened to licenses. Ask for `next` again and again: no event is left out and none comes twice.
#[utoipa::path(
    get, path = "/v1/events", tag = "Events", operation_id = "followEvents", params(EventsQuery),
    security(("token" = ["events:read"])),
    responses((status = 200, description = "A page.", body = Events), Problems)
)]
pub(super) async fn follow(State(site): State<Site>, shop: Shop, uri: Uri) -> Answer {
    shop.must(Scope::EventsRead)?;
    let mut query = Query::read(&uri, &["limit", "cursor"]);
    let (limit, after) = (query.limit(), query.cursor::<i64>().unwrap_or(0));
    query.done()?;
    let found = feed::follow(&site.house.store, after, limit).await;
    let found = found.map_err(|fault| Problem::broken(&site, &fault))?;
    let last = found.last().map_or(after, |(place, _)| *place);
    let has_more = found.len() == limit as usize;
    let items = found.iter().map(|(_, event)| shown(event)).collect();
    Ok(respond(&success(StatusCode::OK, None, &Events { items, next: query.next(last), has_more })))
}
