//! The pace of answers: whatever happened inside, they leave at the next mark after their work (rule 10).

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::Site;

/// Links that are looked at before they are used: whether one is good is told by a page that GET shows.
const LINKS: &str = "/my/sign-in/";

/// The longest that anything takes, in octets: a form with a file. Most have a limit of their own, which is shorter.
const LONGEST_BODY: usize = 9 * 1024 * 1024;

/// Evens out every answer that may have checked a secret: whatever was sent by a form or a program, and links.
///
/// The body is read before the time counts. Else whoever sends its last octet late could choose how near to a mark
/// the work ends, and measure it after all.
pub async fn even_pace(State(site): State<Site>, request: Request, next: Next) -> Response {
    let is_look = matches!(*request.method(), Method::GET | Method::HEAD);
    if is_look && !request.uri().path().starts_with(LINKS) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(octets) = to_bytes(body, LONGEST_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let request = Request::from_parts(parts, Body::from(octets));
    site.house.pace.even_out(next.run(request)).await
}
