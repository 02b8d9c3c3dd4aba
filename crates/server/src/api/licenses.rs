//! Licenses: issue one, see one, block one, fetch its key file.

use axum::{
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tenure_domain::{BlockReason, LicenseId, Offer, Profile, Refusal, token::Scope};
use tenure_store::license;

use super::{
    body::{Field, Given, Shape, body},
    document::{IdempotencyKey, LicenseIdInPath, Problems},
    problem::{Answer, Problem, respond},
    shop::Shop,
    show::{self, LicenseShown},
    write::{Asked, success, whole, write},
};
use crate::{
    actions::{
        Held, block as blocking,
        issue::{self as issuing, Issue, MOST},
        key_file as key_files,
    },
    web::Site,
};

/// What a license can be sold as.
const OFFERS: Shape = Shape::Word(&["new", "renewal", "expansion"]);
const LANGUAGE: Field = Field::optional("language", Shape::Text(None), "The holder's language (BCP 47).");
const TIME_ZONE: Field = Field::optional("time_zone", Shape::Text(None), "The holder's time zone (IANA).");
const NAME: Field = Field::optional("name", Shape::Text(None), "The holder's name.");
const HAS_ACCOUNT: Field = Field::optional(
    "has_account",
    Shape::Flag,
    "Whether the holder has an account at the vendor: then no invitation to make one is sent.",
);

/// What is issued, whomever to.
pub(super) const WHAT: [Field; 5] = [
    Field::required("product", Shape::Text(None), "The code of the product."),
    Field::optional("months", Shape::Count(MOST), "Its length in months; left out: 12."),
    Field::optional("devices", Shape::Count(MOST), "How many devices it covers; left out: 1."),
    Field::optional("offer", OFFERS, "What it is sold as; left out: new, the full price."),
    Field::optional("external_id", Shape::Text(None), "Your own name for it; it names one license."),
];

body! {
    /// A license to issue.
    IssueBody [
        WHAT[0],
        Field::optional("email", Shape::Text(Some("email")), "To whom; left out: to whoever registers it first."),
        NAME, LANGUAGE, TIME_ZONE, HAS_ACCOUNT, WHAT[1], WHAT[2], WHAT[3], WHAT[4],
    ]
}

body! {
    /// Why a license is blocked.
    BlockBody [
        Field::optional("reason", Shape::Word(&["superseded", "compromised", "other"]), "Why; left out: other."),
    ]
}

/// What is said of a holder.
pub(super) fn read_profile(given: &mut Given) -> Profile {
    Profile {
        name: given.name("name"),
        language: given.text("language"),
        zone: given.text("time_zone"),
        has_account: given.flag("has_account"),
    }
}

/// The fields that [`read_profile`] reads.
pub(super) const PROFILE: [Field; 4] = [NAME, LANGUAGE, TIME_ZONE, HAS_ACCOUNT];

fn read_issue(mut given: Given) -> Result<Issue, Problem> {
    let email = given.text("email");
    let profile = read_profile(&mut given);
    let wish = Issue { email, profile, ..read_what(&mut given) };
    given.done().map(|()| wish)
}

/// What is issued, whomever to.
pub(super) fn read_what(given: &mut Given) -> Issue {
    Issue {
        product: given.text("product").unwrap_or_default(),
        email: None,
        profile: Profile::default(),
        months: given.count("months").unwrap_or(12),
        devices: given.count("devices").unwrap_or(1),
        offer: given.text("offer").unwrap_or(Offer::New),
        external_id: given.text::<String>("external_id").filter(|name| !name.trim().is_empty()),
    }
}

/// Issue a license
///
/// Makes a serial number. Where an address is named, the serial number is sent there as well. This answer is the only one that shows it whole: hand it over, and keep it like money.
#[utoipa::path(
    post, path = "/v1/licenses", tag = "Licenses", operation_id = "issueLicense", request_body = IssueBody, params(IdempotencyKey),
    security(("token" = ["licenses:write"])),
    responses(
        (status = 201, description = "Issued; `serial` is whole.", body = LicenseShown, headers(("Location" = String, description = "Where the license is seen."))),
        Problems,
    )
)]
pub(super) async fn issue(State(site): State<Site>, shop: Shop, request: Request) -> Answer {
    shop.must(Scope::LicensesWrite)?;
    let mut asked = Asked::read(&shop, request).await?;
    let wish = read_issue(Given::read::<IssueBody>(std::mem::take(&mut asked.object)))?;
    write(&site, asked, move |tx, desk, now| {
        let done = whole(tx, |tx| {
            let license = issuing::issue(tx, desk, &wish, now)?;
            Ok(Held::read(tx, desk, license)?)
        })?;
        Ok(done.map(|held| {
            let mut shown = show::license(desk, &held, &shop, now);
            shown.serial = held.license.serial.in_full();
            success(StatusCode::CREATED, Some(format!("/v1/licenses/{}", shown.id)), &shown)
        }))
    })
    .await
}

/// See a license
///
/// The serial number is masked; so is the address without the scope `holders:read`.
#[utoipa::path(
    get, path = "/v1/licenses/{id}", tag = "Licenses", operation_id = "getLicense", params(LicenseIdInPath),
    security(("token" = ["licenses:read"])),
    responses((status = 200, description = "The license.", body = LicenseShown), Problems)
)]
pub(super) async fn show(State(site): State<Site>, shop: Shop, Path(id): Path<String>) -> Answer {
    shop.must(Scope::LicensesRead)?;
    let held = find(&site, &id).await?;
    let shown = show::license(&site.house.desk, &held, &shop, site.house.clock.now());
    Ok(respond(&success(StatusCode::OK, None, &shown)))
}

/// Fetch a key file
///
/// The signed file that your product reads offline. A license that is not registered, is blocked or is deleted has none.
#[utoipa::path(
    get, path = "/v1/licenses/{id}/key-file", tag = "Licenses", operation_id = "getKeyFile", params(LicenseIdInPath),
    security(("token" = ["licenses:read"])),
    responses((status = 200, description = "The key file.", body = String, content_type = "application/octet-stream"), Problems)
)]
pub(super) async fn key_file(State(site): State<Site>, shop: Shop, Path(id): Path<String>) -> Answer {
    shop.must(Scope::LicensesRead)?;
    let Held { license, holder } = find(&site, &id).await?;
    let (desk, now) = (&site.house.desk, site.house.clock.now());
    let file = holder
        .as_ref()
        .and_then(|holder| key_files::key_file(desk, &license, holder, &desk.language_of(holder), now));
    let none = || {
        Problem::new("not_found", "this license has no key file: it is not registered, blocked or deleted")
    };
    Ok(download(&key_files::file_name(&license), file.ok_or_else(none)?))
}

fn download(name: &str, content: String) -> Response {
    let mut response = content.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", name.replace('"', ""))) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// Block a license
///
/// It stops working, and its open reminders end at once.
#[utoipa::path(
    post, path = "/v1/licenses/{id}/block", tag = "Licenses", operation_id = "blockLicense", request_body = BlockBody,
    params(LicenseIdInPath, IdempotencyKey), security(("token" = ["licenses:block"])),
    responses((status = 200, description = "Blocked.", body = LicenseShown), Problems)
)]
pub(super) async fn block(
    State(site): State<Site>,
    shop: Shop,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    shop.must(Scope::LicensesBlock)?;
    let mut asked = Asked::read(&shop, request).await?;
    let mut given = Given::read::<BlockBody>(std::mem::take(&mut asked.object));
    let reason = given.text("reason").unwrap_or(BlockReason::Other);
    given.done()?;
    let id = read_id(&id)?.to_string();
    write(&site, asked, move |tx, desk, now| {
        let done = whole(tx, |tx| {
            let license = blocking::block(tx, desk, &id, reason, now)?;
            Ok(Held::read(tx, desk, license)?)
        })?;
        Ok(done.map(|held| success(StatusCode::OK, None, &show::license(desk, &held, &shop, now))))
    })
    .await
}

fn unknown(id: &str) -> Problem {
    Refusal::NotFound { what: "license", name: id.to_owned() }.into()
}

/// A license is named by its id here, and by nothing else: a serial number in a path would end in logs.
pub(super) fn read_id(id: &str) -> Result<LicenseId, Problem> {
    id.parse().map_err(|_| unknown(id))
}

async fn find(site: &Site, name: &str) -> Result<Held, Problem> {
    let (id, desk) = (read_id(name)?, site.house.desk.clone());
    let found = site.house.store.read(move |tx| {
        let found = license::find(tx, &desk.keys.vault, id)?;
        found.map(|license| Held::read(tx, &desk, license)).transpose()
    });
    let found = found.await.map_err(|fault| Problem::broken(site, &fault))?;
    found.ok_or_else(|| unknown(name))
}
