//! What strangers tried against licenses.

use axum::{
    extract::State,
    http::{StatusCode, Uri},
};
use jiff::Timestamp;
use serde::Serialize;
use tenure_domain::{EventId, LicenseId, token::Scope};
use tenure_store::event::AttemptPage;
use utoipa::{IntoParams, ToSchema};

use super::{
    document::Problems,
    page::Query,
    problem::{Answer, Problem, respond},
    shop::Shop,
    write::success,
};
use crate::{
    actions::theft::{self, Attempt, Whose},
    web::Site,
};

/// Which tries are wanted.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes the query; `Query` reads it")]
pub(super) struct AttemptsQuery {
    /// Only those against this license: `lic_…`.
    license: Option<String>,
    /// Only those after this instant.
    #[param(format = DateTime)]
    since: Option<String>,
    /// How many at most; left out: 50.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where the page before ended: from its `next`.
    cursor: Option<String>,
}

/// Somebody named an existing serial number with a wrong address, or was not heard at all. What was typed is not kept.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TheftAttempt)]
pub struct AttemptShown {
    /// Names it: `evt_…`.
    pub id: String,
    /// When.
    #[schema(format = DateTime)]
    pub at: String,
    /// The license that was named.
    pub license: String,
    /// The vendor's own name for the license.
    pub external_id: Option<String>,
    /// Its product.
    pub product: String,
    /// Its serial number, masked.
    pub serial: String,
    /// Where: `registration`, `renewal`, `expansion`, `replacement` or `key-file`.
    pub service: String,
    /// Whether the address was checked, and wrong. Over a limit nothing is checked.
    pub checked: bool,
}

/// A page of tries, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct TheftAttempts {
    /// The tries.
    pub items: Vec<AttemptShown>,
    /// The path of the next page; null on the last one.
    pub next: Option<String>,
}

fn shown(attempt: &Attempt) -> AttemptShown {
    AttemptShown {
        id: attempt.id.to_string(),
        at: attempt.at.to_string(),
        license: attempt.license.to_string(),
        external_id: attempt.external_id.clone(),
        product: attempt.product.clone(),
        serial: attempt.serial.clone(),
        service: attempt.service.code().to_owned(),
        checked: attempt.checked,
    }
}

/// List theft attempts
///
/// Every try with a wrong address, and every one over a limit, which was not checked; the newest first.
#[utoipa::path(
    get, path = "/v1/theft-attempts", tag = "Notices", operation_id = "listTheftAttempts", params(AttemptsQuery),
    security(("token" = ["notices:read"])),
    responses((status = 200, description = "A page.", body = TheftAttempts), Problems)
)]
pub(super) async fn list(State(site): State<Site>, shop: Shop, uri: Uri) -> Answer {
    shop.must(Scope::NoticesRead)?;
    let mut query = Query::read(&uri, &["license", "since", "limit", "cursor"]);
    let whose = query.get::<LicenseId>("license").map_or(Whose::All, Whose::License);
    let since = query.get::<Timestamp>("since").unwrap_or(Timestamp::MIN);
    let (limit, before) = (query.limit(), query.cursor::<EventId>());
    query.done()?;
    let (desk, page) = (site.house.desk.clone(), AttemptPage { before, since, limit: limit + 1 });
    let found = site.house.store.read(move |tx| theft::list(tx, &desk, whose, page)).await;
    let mut found = found.map_err(|fault| Problem::broken(&site, &fault))?;
    let is_last = found.len() <= limit as usize;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| !is_last).map(|last| query.next(last.id));
    let items = found.iter().map(shown).collect();
    Ok(respond(&success(StatusCode::OK, None, &TheftAttempts { items, next })))
}
