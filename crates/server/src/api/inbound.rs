//! What comes back: bounces and complaints, handed over by a mail server elsewhere, or by a service that takes mail for
//! the vendor. The body is the message itself: JSON could not carry every octet of it.

use aws_lc_rs::digest;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
};
use data_encoding::HEXLOWER;
use serde::Serialize;
use tenure_domain::token::Scope;
use tenure_post::bounce::{self, LONGEST};
use utoipa::{IntoParams, ToSchema};

use super::{
    document::{IdempotencyKey, Problems},
    page::Query,
    problem::{Answer, Problem},
    shop::Shop,
    write::{Asked, read_octets, success, write},
};
use crate::{
    actions::bounce::{Settlement, settle_report},
    web::Site,
};

/// To whom a message came.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "it describes the query; `Query` reads it")]
pub(super) struct InboundQuery {
    /// The address to which the message came, as the mail server knows it; left out: as the message says.
    to: Option<String>,
}

/// What came of a message.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Inbound)]
pub struct InboundShown {
    /// `bounced`, `complained` or `remarked`; or why it is ignored: `no_letter_named`, `no_report`, `letter_gone` or `again`.
    pub settled: String,
    /// Whether it led to nothing.
    pub ignored: bool,
    /// The same in words.
    pub detail: String,
}

fn shown(settled: Settlement) -> InboundShown {
    InboundShown {
        settled: settled.code().to_owned(),
        ignored: settled.is_ignored(),
        detail: settled.words().to_owned(),
    }
}

/// Hand over what came back
///
/// A message as it came by mail, at most 1 MiB: a bounce, or a complaint. Its return path names the letter, and cannot be made up; what names none is ignored, and the answer says so. The same message counts once, with a key or without.
#[utoipa::path(
    post, path = "/v1/inbound", tag = "Inbound", operation_id = "takeInbound", params(InboundQuery, IdempotencyKey),
    request_body(content = String, content_type = "message/rfc822", description = "The message."),
    security(("token" = ["inbound:write"])),
    responses((status = 200, description = "Taken, or ignored.", body = InboundShown), Problems)
)]
pub(super) async fn take(State(site): State<Site>, shop: Shop, request: Request) -> Answer {
    shop.must(Scope::InboundWrite)?;
    let mut query = Query::read(request.uri(), &["to"]);
    // In a query `+` stands for a blank, and who forgets that means the sign: no address of ours has blanks.
    let recipient = query.get::<String>("to").map(|to| to.trim().replace(' ', "+"));
    query.done()?;
    if !is_message(request.headers()) {
        let words = "send the message as it came, with the header Content-Type: message/rfc822";
        return Err(Problem::new("unsupported_media_type", words));
    }
    let headers = request.headers().clone();
    let message = read_octets(request, LONGEST, "a message has at most 1 MiB").await?;
    if message.is_empty() {
        return Err(Problem::new("bad_request", "the body is empty: send the message as it came"));
    }
    let digest = HEXLOWER.encode(digest::digest(&digest::SHA256, &message).as_ref());
    let same = format!("/v1/inbound\n{}\n{digest}", recipient.as_deref().unwrap_or_default());
    let (asked, heard) = (Asked::keyed(&shop, &headers, same)?, bounce::read(&message));
    write(&site, asked, move |tx, desk, now| {
        let settled = settle_report(tx, desk, &heard, recipient.as_deref(), now)?;
        settled.log();
        Ok(Ok(success(StatusCode::OK, None, &shown(settled))))
    })
    .await
}

/// A message, also one whose header is UTF-8 (RFC 6532).
fn is_message(headers: &HeaderMap) -> bool {
    let named = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(essence.as_str(), "message/rfc822" | "message/global")
}
