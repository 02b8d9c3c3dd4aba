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
    licenses::{PROFILE, WHAT, read_id, read_profile, read_what},
    problem::{Answer, Problem},
    shop::Shop,
    show::{self, LicenseShown},
    write::{Asked, success, whole, write},
};
use crate::{
    actions::{
        Desk, Held, key_file,
        register::{self as registering, Register},
        renew::{self as renewing, Renew, Renewed},
        replace as replacing,
        shop::{self as buying, Bought},
    },
    web::Site,
};

const EMAIL: Field = Field::required("email", Shape::Text(Some("email")), "The address of the license.");
const SERIAL: Field =
    Field::required("serial", Shape::Text(None), "The serial number to register; typing is forgiving.");

body! {
    /// A serial number to register.
    RegistrationBody [SERIAL, EMAIL, PROFILE[0], PROFILE[1], PROFILE[2], PROFILE[3]]
}

/// Either `serial`, `previous` and `email`; or `shop_token` with `serial` or `issue`.
const SUCCESSION: [Field; 5] = [
    Field::optional("serial", Shape::Text(None), "The new serial number; typing is forgiving."),
    Field::optional("previous", Shape::Text(None), "The serial number of the old license."),
    Field::optional("email", Shape::Text(Some("email")), "The address of both."),
    Field::optional(
        "shop_token",
        Shape::Text(None),
        "The token of the link that led the holder to your shop, in place of `previous` and `email`.",
    ),
    Field::optional("issue", Shape::Object(&WHAT), "With `shop_token`: what to issue, in place of `serial`."),
];

body! {
    /// A renewal: a new serial number is registered naming the old one, by `serial`, `previous` and `email`; or by `shop_token` with `serial` or `issue`.
    RenewalBody [SUCCESSION[0], SUCCESSION[1], SUCCESSION[2], SUCCESSION[3], SUCCESSION[4]]
}

body! {
    /// An additional purchase: a new serial number is registered naming the old one, by `serial`, `previous` and `email`; or by `shop_token` with `serial` or `issue`.
    ExpansionBody [SUCCESSION[0], SUCCESSION[1], SUCCESSION[2], SUCCESSION[3], SUCCESSION[4]]
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

/// How the old license is named, and what takes its place.
enum Wish {
    /// As in the wizard.
    Named(Renew),
    /// By the token of a link to the shop.
    ByToken(String, Bought),
}

async fn succeed(site: &Site, shop: Shop, asked: Asked, given: Given, how: Succession) -> Answer {
    let (caller, wish) = (shop.caller(), read_wish(given, how, shop.caller())?);
    write(site, asked, move |tx, desk, now| {
        let done = match &wish {
            Wish::Named(wish) => renewing::renew(tx, desk, wish, now)?.map_err(Refusal::to_strangers),
            Wish::ByToken(token, bought) => match fits(desk, token, how, now) {
                Ok(()) => buying::renew_by_token(tx, desk, &caller, (token, bought), now)?,
                Err(refusal) => Err(refusal),
            },
        };
        let is_issued = matches!(wish, Wish::ByToken(_, Bought::New(_)));
        Ok(done.map(|done| success(StatusCode::OK, None, &shown(desk, done, &shop, is_issued, now))))
    })
    .await
}

/// A token for a renewal is none for an additional purchase.
fn fits(desk: &Desk, token: &str, how: Succession, now: Timestamp) -> Result<(), Refusal> {
    if buying::read(desk, token, now)?.how == how {
        return Ok(());
    }
    let other = if how == Succession::Renewal { "/v1/expansions" } else { "/v1/renewals" };
    Err(Refusal::Invalid {
        field: "shop_token",
        words: format!("it is for the other purchase: send it to {other}"),
    })
}

fn shown(desk: &Desk, done: Renewed, shop: &Shop, is_issued: bool, now: Timestamp) -> Succeeded {
    let old = Held { license: done.old, holder: done.new.holder.clone() };
    let mut license = show::license(desk, &done.new, shop, now);
    if is_issued {
        license.serial = done.new.license.serial.in_full();
    }
    Succeeded {
        license,
        previous: show::license(desk, &old, shop, now),
        key_file: file_of(desk, &done.new, now),
    }
}

fn read_wish(mut given: Given, how: Succession, caller: Caller) -> Result<Wish, Problem> {
    let (serial, previous) = (given.text::<Serial>("serial"), given.text::<Serial>("previous"));
    let (email, token) = (given.text("email"), given.text::<String>("shop_token"));
    let issue = given.within("issue", &WHAT, read_what);
    for (field, wrong) in misplaced(&given) {
        given.wrong(field, wrong);
    }
    given.done()?;
    match (serial, previous, email, token, issue) {
        (Some(serial), Some(previous), Some(email), None, None) => {
            Ok(Wish::Named(Renew { serial, previous: previous.into(), email, how, caller }))
        }
        (Some(serial), None, None, Some(token), None) => Ok(Wish::ByToken(token, Bought::Serial(serial))),
        (None, None, None, Some(token), Some(issue)) => Ok(Wish::ByToken(token, Bought::New(issue))),
        _ => Err(Problem::new(
            "invalid",
            "name serial, previous and email; or shop_token with serial or issue",
        )),
    }
}

/// The fields that are missing, and those that have no place beside the others.
fn misplaced(given: &Given) -> Vec<(&'static str, &'static str)> {
    let needed = "this field is needed";
    if given.has("shop_token") {
        let beside = ["previous", "email"].into_iter().filter(|field| given.has(field));
        let beside = beside.map(|field| (field, "leave it out: `shop_token` names the old license"));
        let bought = match (given.has("serial"), given.has("issue")) {
            (false, false) => Some(("serial", "name a serial number, or what to `issue`")),
            (true, true) => Some(("issue", "leave it out, or `serial`: one of them is what was bought")),
            _ => None,
        };
        return beside.chain(bought).collect();
    }
    let missing = ["serial", "previous", "email"].into_iter().filter(|field| !given.has(field));
    let alone = given.has("issue").then_some(("issue", "this goes with `shop_token` only"));
    missing.map(|field| (field, needed)).chain(alone).collect()
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
