//! Services: register, renew, add to and replace. Whoever names a serial number with a wrong address learns nothing here,
//! as on the pages (rule 10).

use axum::{
    extract::{Request, State},
    http::StatusCode,
};
use jiff::Timestamp;
use serde::Serialize;
use tenure_domain::{Caller, Refusal, Serial, Succession, token::Scope};
use utoipa::ToSchema;

use super::{
    body::{Field, Given, Shape, body},
    document::{IdempotencyKey, Problems},
    licenses::{PROFILE, read_id, read_profile},
    problem::{Answer, Problem},
    shop::Shop,
    show::{self, LicenseShown},
    write::{Asked, success, whole, write},
};
use crate::{
    actions::{
        Desk, Held, key_file,
        register::{self as registering, Register},
        renew::{self as renewing, Renew},
        replace as replacing,
    },
    web::Site,
};

const EMAIL: Field = Field::required("email", Shape::Text(Some("email")), "The address of the license.");
const SERIAL: Field =
    Field::required("serial", Shape::Text(None), "The serial number to register; typing is forgiving.");
const PREVIOUS: Field =
    Field::required("previous", Shape::Text(None), "The serial number of the old license.");

body! {
    /// A serial number to register.
    RegistrationBody [SERIAL, EMAIL, PROFILE[0], PROFILE[1], PROFILE[2], PROFILE[3]]
}

body! {
    /// A renewal: a new serial number is registered naming the old one.
    RenewalBody [SERIAL, PREVIOUS, EMAIL]
}

body! {
    /// An additional purchase: a new serial number is registered naming the old one.
    ExpansionBody [SERIAL, PREVIOUS, EMAIL]
}

body! {
    /// A license whose serial number is in wrong hands.
    ReplacementBody [Field::required("license", Shape::Text(None), "The license: its id, `lic_…`.")]
}

/// What a registration did.
#[derive(Debug, Serialize, ToSchema)]
pub struct Registration {
    /// The license.
    #[serde(flatten)]
    pub license: LicenseShown,
    /// Whether it was registered before: then its key file goes to its address once more, and nothing else happens.
    pub again: bool,
    /// The key file; null where the license was registered before.
    pub key_file: Option<String>,
}

/// What a renewal or an additional purchase did.
#[derive(Debug, Serialize, ToSchema)]
pub struct Succeeded {
    /// The new license.
    pub license: LicenseShown,
    /// The old one, blocked now.
    pub previous: LicenseShown,
    /// The key file of the new license.
    pub key_file: Option<String>,
}

/// Register a serial number
///
/// The term begins and the key file goes to the holder; it is in the answer too. A wrong address is answered `no_match`, like an unknown serial number, and the holder is told of the attempt.
#[utoipa::path(
    post, path = "/v1/registrations", tag = "Services", operation_id = "register", request_body = RegistrationBody, params(IdempotencyKey),
    security(("token" = ["licenses:write"])),
    responses((status = 200, description = "Registered, or registered before: see `again`.", body = Registration), Problems)
)]
pub(super) async fn register(State(site): State<Site>, shop: Shop, request: Request) -> Answer {
    shop.must(Scope::LicensesWrite)?;
    let mut asked = Asked::read(&shop, request).await?;
    let given = Given::read::<RegistrationBody>(std::mem::take(&mut asked.object));
    let wish = read_register(given, shop.caller())?;
    write(&site, asked, move |tx, desk, now| {
        let done = registering::register(tx, desk, &wish, now)?.map_err(Refusal::to_strangers);
        Ok(done.map(|done| {
            let again = done.again;
            let key_file = if again { None } else { file_of(desk, &done.held, now) };
            let license = show::license(desk, &done.held, &shop, now);
            success(StatusCode::OK, None, &Registration { license, again, key_file })
        }))
    })
    .await
}

fn read_register(mut given: Given, caller: Caller) -> Result<Register, Problem> {
    let (serial, email) = (given.text("serial"), given.text("email"));
    let profile = read_profile(&mut given);
    given.done()?;
    let needed = || Problem::new("invalid", "serial and email are needed");
    Ok(Register { serial: serial.ok_or_else(needed)?, email: email.ok_or_else(needed)?, profile, caller })
}

fn file_of(desk: &Desk, held: &Held, now: Timestamp) -> Option<String> {
    let holder = held.holder.as_ref()?;
    key_file::key_file(desk, &held.license, holder, &desk.language_of(holder), now)
}

/// Renew a license
///
/// The new license carries over the days of the old one, which is blocked as superseded and deleted later. The sum is that of the wizard `/renew`.
#[utoipa::path(
    post, path = "/v1/renewals", tag = "Services", operation_id = "renew", request_body = RenewalBody, params(IdempotencyKey),
    security(("token" = ["licenses:write"])),
    responses((status = 200, description = "Renewed.", body = Succeeded), Problems)
)]
pub(super) async fn renew(State(site): State<Site>, shop: Shop, request: Request) -> Answer {
    shop.must(Scope::LicensesWrite)?;
    let mut asked = Asked::read(&shop, request).await?;
    let given = Given::read::<RenewalBody>(std::mem::take(&mut asked.object));
    succeed(&site, shop, asked, given, Succession::Renewal).await
}

/// Add to a license
///
/// The new license covers the devices of both; the old one is blocked as superseded.
#[utoipa::path(
    post, path = "/v1/expansions", tag = "Services", operation_id = "expand", request_body = ExpansionBody, params(IdempotencyKey),
    security(("token" = ["licenses:write"])),
    responses((status = 200, description = "Added.", body = Succeeded), Problems)
)]
pub(super) async fn expand(State(site): State<Site>, shop: Shop, request: Request) -> Answer {
    shop.must(Scope::LicensesWrite)?;
    let mut asked = Asked::read(&shop, request).await?;
    let given = Given::read::<ExpansionBody>(std::mem::take(&mut asked.object));
    succeed(&site, shop, asked, given, Succession::Expansion).await
}

async fn succeed(site: &Site, shop: Shop, asked: Asked, given: Given, how: Succession) -> Answer {
    let wish = read_renew(given, how, shop.caller())?;
    write(site, asked, move |tx, desk, now| {
        let done = renewing::renew(tx, desk, &wish, now)?.map_err(Refusal::to_strangers);
        Ok(done.map(|done| {
            let old = Held { license: done.old, holder: done.new.holder.clone() };
            let shown = Succeeded {
                license: show::license(desk, &done.new, &shop, now),
                previous: show::license(desk, &old, &shop, now),
                key_file: file_of(desk, &done.new, now),
            };
            success(StatusCode::OK, None, &shown)
        }))
    })
    .await
}

fn read_renew(mut given: Given, how: Succession, caller: Caller) -> Result<Renew, Problem> {
    let (serial, previous) = (given.text::<Serial>("serial"), given.text::<Serial>("previous"));
    let email = given.text("email");
    given.done()?;
    let needed = || Problem::new("invalid", "serial, previous and email are needed");
    Ok(Renew {
        serial: serial.ok_or_else(needed)?,
        previous: previous.ok_or_else(needed)?.into(),
        email: email.ok_or_else(needed)?,
        how,
        caller,
    })
}

/// Replace a serial number
///
/// For a license whose serial number is in wrong hands: it is blocked as compromised, and a new one with the same term goes to the holder's address, and to nobody else. How often this can be done, and until when, is the vendor's setting.
#[utoipa::path(
    post, path = "/v1/replacements", tag = "Services", operation_id = "replace", request_body = ReplacementBody, params(IdempotencyKey),
    security(("token" = ["licenses:replace"])),
    responses(
        (status = 201, description = "The new license.", body = LicenseShown, headers(("Location" = String, description = "Where the new license is seen."))),
        Problems,
    )
)]
pub(super) async fn replace(State(site): State<Site>, shop: Shop, request: Request) -> Answer {
    shop.must(Scope::LicensesReplace)?;
    let mut asked = Asked::read(&shop, request).await?;
    let mut given = Given::read::<ReplacementBody>(std::mem::take(&mut asked.object));
    let id = given.text::<String>("license").unwrap_or_default();
    given.done()?;
    let id = read_id(&id)?.to_string();
    write(&site, asked, move |tx, desk, now| {
        let done = whole(tx, |tx| {
            let license = replacing::replace(tx, desk, &id, now)?;
            Ok(Held::read(tx, desk, license)?)
        })?;
        Ok(done.map(|held| {
            let shown = show::license(desk, &held, &shop, now);
            success(StatusCode::CREATED, Some(format!("/v1/licenses/{}", shown.id)), &shown)
        }))
    })
    .await
}
