//! The OpenAPI document: what every operation shares, and the route that gives it.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use utoipa::{
    IntoParams, IntoResponses, Modify, OpenApi, PartialSchema as _, ToSchema as _,
    openapi::{
        ContentBuilder, Ref, RefOr, Required, Response as Described, ResponseBuilder,
        path::{Parameter, ParameterBuilder, ParameterIn},
        schema::{ObjectBuilder, Type},
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use super::problem::{FieldError, PROBLEM_JSON, ProblemDocument};

/// What the document says of the whole.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tenure",
        version = "1",
        description = "The API for shops: issue, register, renew, add to, replace and block licenses; see what holders were told; follow what happens.",
        license(name = "Apache-2.0 OR MIT")
    ),
    components(schemas(ProblemDocument, FieldError)),
    modifiers(&Bearer)
)]
pub(super) struct Whole;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let about = "Made by an operator: `tenure token create --name SHOP --scope licenses:write`.";
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(about)).build();
        if let Some(components) = &mut openapi.components {
            components.add_security_scheme("token", SecurityScheme::Http(scheme));
        }
    }
}

/// The header that makes a write repeatable.
pub(super) struct IdempotencyKey;

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let about = "A key of your own for this request, such as a UUID. The same request with the same key is done once, and gets the same \
            answer again for 48 hours; another request with the same key is refused.";
        let schema = ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(257));
        vec![
            ParameterBuilder::new()
                .name("Idempotency-Key")
                .parameter_in(ParameterIn::Header)
                .required(Required::False)
                .description(Some(about))
                .schema(Some(schema))
                .build(),
        ]
    }
}

/// The id in a path.
pub(super) struct LicenseIdInPath;

impl IntoParams for LicenseIdInPath {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![
            ParameterBuilder::new()
                .name("id")
                .parameter_in(ParameterIn::Path)
                .required(Required::True)
                .description(Some("The license: `lic_…`."))
                .schema(Some(String::schema()))
                .build(),
        ]
    }
}

/// The answers that are no success: a problem document each.
pub(super) struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<Described>> {
        let told = [
            ("401", "There is no valid token: see the header WWW-Authenticate."),
            ("403", "The token lacks a scope; the answer names it."),
            ("422", "Fields cannot be right, or the request is refused: see `code`."),
            ("default", "Every other answer that is no success: see `code`."),
        ];
        told.into_iter().map(|(status, about)| (status.to_owned(), RefOr::T(describe(about)))).collect()
    }
}

fn describe(about: &str) -> Described {
    let schema = Ref::from_schema_name(ProblemDocument::name());
    ResponseBuilder::new()
        .description(about)
        .content(PROBLEM_JSON, ContentBuilder::new().schema(Some(schema)).build())
        .build()
}

/// The document as it is given.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let document = super::described().into_openapi();
    format!("{}\n", document.to_pretty_json().expect("the document is text and numbers"))
});

/// The whole document: JSON.
pub fn openapi() -> &'static str {
    &DOCUMENT
}

/// This document
///
/// OpenAPI 3.1. No token is needed.
#[utoipa::path(
    get, path = "/v1/openapi.json", tag = "About", operation_id = "getDocument", security(()),
    responses((status = 200, description = "The document.", body = utoipa::openapi::Object, content_type = "application/json"))
)]
pub(super) async fn give() -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], openapi()).into_response()
}
