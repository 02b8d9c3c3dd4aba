//! Problem documents (RFC 9457): each answer that is no success says in one form what is wrong and whose turn it is.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tenure_domain::{Refusal, token::Scope};
use tenure_store::Fault;
use utoipa::ToSchema;

use crate::{actions::once::Kept, web::Site};

/// The type of a problem document.
pub(super) const PROBLEM_JSON: &str = "application/problem+json";

/// Every code with its status and title: those of refusals first, then the API's own. `docs/api.md` lists them.
pub const PROBLEMS: [(&str, u16, &str); 33] = [
    ("no_match", 422, "Serial number and address do not belong together"),
    ("already_registered", 409, "Already registered"),
    ("blocked", 409, "The license is blocked"),
    ("not_blocked", 409, "The license is not blocked"),
    ("has_successor", 409, "Another license has taken its place"),
    ("not_registered", 409, "Not registered yet"),
    ("already_renewed", 409, "Already renewed"),
    ("same_license", 422, "The old and the new license are the same"),
    ("no_replacement_left", 409, "No replacement is left"),
    ("too_few_days_left", 409, "Too few days are left"),
    ("address_just_changed", 409, "The holder's address was changed just now"),
    ("deleted", 410, "The license is deleted"),
    ("not_found", 404, "There is nothing here"),
    ("unknown_product", 422, "Unknown product"),
    ("invalid", 422, "Something in the request cannot be right"),
    ("other_address", 422, "Not the own address"),
    ("sign_in_again", 403, "The sign-in is too old"),
    ("notice_ended", 409, "The notice has ended"),
    ("malformed_json", 400, "The body is not JSON"),
    ("invalid_idempotency_key", 400, "The Idempotency-Key cannot be used"),
    ("no_token", 401, "A token is needed"),
    ("invalid_token", 401, "The token is not valid"),
    ("missing_scope", 403, "The token lacks a scope"),
    ("method_not_allowed", 405, "Not this method"),
    ("not_acceptable", 406, "The answer is in another format"),
    ("request_timeout", 408, "The request took too long to arrive"),
    ("body_too_large", 413, "The body is too large"),
    ("unsupported_media_type", 415, "The body has another format"),
    ("idempotency_key_reused", 422, "The Idempotency-Key stands for another request"),
    ("too_many_tries", 429, "Too many tries"),
    ("bad_request", 400, "The request cannot be understood"),
    ("unavailable", 503, "Not available just now"),
    ("broken", 500, "Something is broken here"),
];

/// One field that cannot be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// The field of the body, or the parameter of the query.
    pub field: String,
    /// What is wrong with it, and what would be right.
    pub detail: String,
}

/// A problem document (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDocument {
    /// Names the kind of problem: `urn:tenure:problem:` and the code.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// The kind of problem in a few words, the same each time.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong here, and what to do.
    pub detail: String,
    /// The stable code.
    pub code: String,
    /// Every field that cannot be right, where fields are the problem.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<FieldError>,
}

/// A problem on its way to the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    code: &'static str,
    detail: String,
    errors: Vec<FieldError>,
    scope: Option<Scope>,
    wait_secs: Option<u64>,
}

impl Problem {
    /// A problem with one of the [`PROBLEMS`].
    pub(super) fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), errors: Vec::new(), scope: None, wait_secs: None }
    }

    /// Fields that cannot be right, all of them.
    pub(super) fn fields(errors: Vec<FieldError>) -> Self {
        let detail = match errors.as_slice() {
            [one] => format!("{}: {}", one.field, one.detail),
            many => format!("{} fields cannot be right: see `errors`", many.len()),
        };
        Self { errors, ..Self::new("invalid", detail) }
    }

    /// The token does not allow this.
    pub(super) fn missing_scope(scope: Scope) -> Self {
        let detail = format!("this needs a token with the scope `{scope}`: {}", scope.about());
        Self { scope: Some(scope), ..Self::new("missing_scope", detail) }
    }

    /// What the framework answered without words.
    pub(super) fn of_status(status: StatusCode) -> Self {
        let (code, detail) = match status.as_u16() {
            404 => ("not_found", "there is no such path: /v1/openapi.json lists them"),
            405 => ("method_not_allowed", "this path has other methods: see the header Allow"),
            408 => ("request_timeout", "send it again, faster"),
            413 => ("body_too_large", "a body has at most 64 KiB"),
            415 => ("unsupported_media_type", "send JSON, with the header Content-Type: application/json"),
            503 => ("unavailable", "it took too long; try again with the same Idempotency-Key"),
            500.. => ("broken", "try again later, with the same Idempotency-Key"),
            _ => ("bad_request", "the request cannot be understood"),
        };
        Self::new(code, detail)
    }

    /// Our fault: told to the log, with a mark by which it is found there.
    pub(super) fn broken(site: &Site, fault: &Fault) -> Self {
        let mark = format!("{:08x}", u32::from_be_bytes(site.house.desk.ids.octets()));
        tracing::error!(mark, "the API broke: {fault}");
        if fault.is_busy() {
            return Self::new("unavailable", "the database is busy; try again with the same Idempotency-Key");
        }
        Self::new(
            "broken",
            format!("try again later, with the same Idempotency-Key; the log knows it as {mark}"),
        )
    }

    fn row(&self) -> (u16, &'static str) {
        let found = PROBLEMS.iter().find(|(code, ..)| *code == self.code);
        found.map_or((422, "Refused"), |(_, status, title)| (*status, title))
    }

    /// As it is kept beside what it tells of.
    pub(super) fn kept(&self) -> Kept {
        let (status, title) = self.row();
        let document = ProblemDocument {
            type_uri: format!("urn:tenure:problem:{}", self.code),
            title: title.to_owned(),
            status,
            detail: self.detail.clone(),
            code: self.code.to_owned(),
            errors: self.errors.clone(),
        };
        let body = serde_json::to_string(&document).expect("a problem document is text and numbers");
        Kept { status, location: None, body, wait_secs: self.wait_secs }
    }

    /// How a caller without a valid token is asked for one (RFC 6750, 3).
    fn challenge(&self) -> Option<String> {
        let realm = "Bearer realm=\"tenure\"";
        match (self.code, self.scope) {
            ("no_token", _) => Some(realm.to_owned()),
            ("invalid_token", _) => Some(format!("{realm}, error=\"invalid_token\"")),
            (_, Some(scope)) => Some(format!("{realm}, error=\"insufficient_scope\", scope=\"{scope}\"")),
            _ => None,
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        match refusal {
            Refusal::Invalid { field, words } => {
                Self::fields(vec![FieldError { field: field.to_owned(), detail: words }])
            }
            Refusal::UnknownProduct { .. } => {
                let error = FieldError { field: "product".to_owned(), detail: detail.clone() };
                Self { errors: vec![error], ..Self::new("unknown_product", detail) }
            }
            Refusal::NotFound { what, name } => {
                Self::new("not_found", format!("there is no {what} `{name}`"))
            }
            Refusal::TooManyTries { wait_secs } => {
                Self { wait_secs: Some(wait_secs), ..Self::new("too_many_tries", detail) }
            }
            other => Self::new(other.code(), detail),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = respond(&self.kept());
        if let Some(Ok(challenge)) = self.challenge().map(|text| HeaderValue::from_str(&text)) {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

/// An answer on its way.
pub(super) fn respond(kept: &Kept) -> Response {
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let content = if status.as_u16() < 400 { "application/json" } else { PROBLEM_JSON };
    let mut response = Response::new(Body::from(kept.body.clone()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content));
    if let Some(Ok(location)) = kept.location.as_deref().map(HeaderValue::from_str) {
        headers.insert(header::LOCATION, location);
    }
    if let Some(secs) = kept.wait_secs {
        headers.insert(header::RETRY_AFTER, secs.into());
    }
    response
}

/// An answer, or what stands in its way.
pub(super) type Answer = Result<Response, Problem>;
