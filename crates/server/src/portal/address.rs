//! Changing one's address (rule 12): asked for in the profile, confirmed by the link in a letter to the new address, undone by
//! the one in the letter to the old. GET shows, POST changes.

use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use jiff::Timestamp;
use serde::Deserialize;
use tenure_domain::{Address, AddressChange, Holder, Refusal};
use tenure_store::Fault;

use super::{
    Page,
    profile::{SAVED, gather},
};
use crate::{
    actions::{
        change_address::{self as changing, Ask, Asked, Confirmed, Look},
        other_letters,
        undo_address::{self as undoing, Look as Standing},
    },
    house::House,
    pages::view::{self, AddressPart, ChangedAddress, FieldProblem, PendingAddress, Problem},
    web::{Answer, Signed, Site, Visit, Wanted, Wrong},
};

/// Where asking leads.
const SENT: &str = "/my/profile?sent=1#address";
/// Where the form stands.
const PROFILE: &str = "/my/profile";

/// What is known of the address, as the profile shows it.
pub(super) async fn part(site: &Site, holder: &Holder) -> Result<AddressPart, Fault> {
    let (desk, now, id) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    let read = site.house.store.read(move |tx| {
        let pending = changing::find_pending(tx, &desk, id, now)?;
        Ok::<_, Fault>((pending, changing::list_open(tx, &desk, id, now)?))
    });
    let (pending, mut open) = read.await?;
    let zone = site.house.desk.zone_of(Some(holder)).as_jiff();
    let at = |at: Timestamp| at.to_zoned(zone.clone());
    Ok(AddressPart {
        pending: pending.map(|change| PendingAddress {
            new: change.new.as_written().to_owned(),
            until: at(change.expires_at),
        }),
        changed: open.pop().and_then(|change| {
            let until = at(change.settled_from(now)?);
            Some(ChangedAddress { old: change.old.as_written().to_owned(), until })
        }),
        ..AddressPart::default()
    })
}

/// What is to become of the address.
#[derive(Deserialize)]
pub struct Deed {
    #[serde(default, rename = "do")]
    what: String,
    #[serde(default)]
    new_address: String,
}

/// Asks for another address, asks once more, or gives it up.
pub async fn change(
    State(site): State<Site>,
    Signed { visit, holder }: Signed,
    Form(deed): Form<Deed>,
) -> Page {
    match deed.what.as_str() {
        "cancel" => cancel(&site, &visit, &holder).await,
        "again" => ask_again(&site, &visit, &holder).await,
        _ => ask_typed(&site, &visit, &holder, deed.new_address).await,
    }
}

async fn ask_typed(site: &Site, visit: &Visit, holder: &Holder, typed: String) -> Page {
    if let Ok(new) = typed.parse::<Address>() {
        return ask(site, visit, holder, new).await;
    }
    let problem = if typed.trim().is_empty() { Problem::Empty } else { Problem::NotAnAddress };
    correct(site, visit, holder, typed, problem).await
}

async fn ask(site: &Site, visit: &Visit, holder: &Holder, new: Address) -> Page {
    let answer = Answer::to(site, visit);
    let wish = Ask { holder: holder.id, new: new.clone(), network: visit.network };
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let asked = site.house.store.write(move |tx| changing::ask(tx, &desk, &wish, now)).await;
    match asked.map_err(|fault| answer.oops(fault))? {
        Ok(Asked::Waits { holder, token }) => {
            send_beside(site, *holder, new, token);
            Ok(Redirect::to(SENT).into_response())
        }
        Ok(Asked::IsOwn) => {
            correct(site, visit, holder, new.as_written().to_owned(), Problem::SameAddress).await
        }
        Ok(Asked::NoLicense) => {
            Err(answer.oops(Wrong::Refused { problem: Problem::NotHere, back: PROFILE.to_owned() }))
        }
        Err(Refusal::TooManyTries { wait_secs }) => answer.wait(wait_secs, PROFILE),
        Err(refusal) => Err(answer.oops(Wrong::refused(&refusal, PROFILE))),
    }
}

/// The profile again, with what is wrong beside the field.
async fn correct(site: &Site, visit: &Visit, holder: &Holder, typed: String, problem: Problem) -> Page {
    let answer = Answer::to(site, visit);
    let known = gather(site, visit, holder).await.map_err(|wrong| answer.oops(wrong))?;
    let problems = vec![FieldProblem { field: "new_address", problem }];
    let address = AddressPart { typed, ..known.address };
    answer.page_with(StatusCode::UNPROCESSABLE_ENTITY, &view::Profile { address, problems, ..known })
}

/// A letter with a new link, in place of the one before.
async fn ask_again(site: &Site, visit: &Visit, holder: &Holder) -> Page {
    let (desk, now, id) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    let found = site.house.store.read(move |tx| changing::find_pending(tx, &desk, id, now)).await;
    match found.map_err(|fault| Answer::to(site, visit).oops(fault))? {
        Some(pending) => ask(site, visit, holder, pending.new).await,
        None => Ok(Redirect::to(PROFILE).into_response()),
    }
}

async fn cancel(site: &Site, visit: &Visit, holder: &Holder) -> Page {
    let (desk, now, id) = (site.house.desk.clone(), site.house.clock.now(), holder.id);
    let done = site.house.store.write(move |tx| changing::give_up(tx, &desk, id, now)).await;
    done.map_err(|fault| Answer::to(site, visit).oops(fault))?;
    Ok(Redirect::to(SAVED).into_response())
}

/// Sent beside the answer, as letters to sign in are.
fn send_beside(site: &Site, holder: Holder, to: Address, token: String) {
    let house = site.house.clone();
    site.house.beside.spawn(async move {
        if let Err(error) = send(&house, &holder, &to, &token).await {
            tracing::error!("a letter to a new address could not be sent: {error:#}");
        }
    });
}

async fn send(house: &House, holder: &Holder, to: &Address, token: &str) -> anyhow::Result<()> {
    let parcel = other_letters::address_confirm(&house.desk, holder, to, token, house.clock.now())?;
    super::carry(house, parcel).await
}

/// The link in the letter to the new address: a button where the holder is signed in, else the way to sign in.
pub async fn look(State(site): State<Site>, visit: Visit, Path(token): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let (desk, now, asked) = (site.house.desk.clone(), site.house.clock.now(), token.clone());
    let visitor = visit.holder.as_ref().map(|holder| holder.id);
    let look = site.house.store.read(move |tx| changing::look(tx, &desk, &asked, visitor, now)).await;
    match look.map_err(|fault| answer.oops(fault))? {
        Look::Here(change) => {
            let AddressChange { old, new, .. } = *change;
            answer.page(&view::AddressConfirm {
                action: link(&token),
                old: old.as_written().to_owned(),
                new: new.as_written().to_owned(),
            })
        }
        Look::Elsewhere => answer.page(&elsewhere(&token)),
        Look::Gone => answer.page_with(StatusCode::GONE, &view::AddressFailed {}),
    }
}

fn link(token: &str) -> String {
    format!("/address/{token}")
}

fn elsewhere(token: &str) -> view::AddressElsewhere {
    let back = Wanted::read(&link(token)).map_or_else(String::new, |wanted| wanted.as_query());
    view::AddressElsewhere { sign_in: format!("/my/sign-in?{back}") }
}

/// The button: the licenses belong to the new address.
pub async fn confirm(State(site): State<Site>, visit: Visit, Path(token): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let (desk, now, used) = (site.house.desk.clone(), site.house.clock.now(), token.clone());
    let here = visit.session.as_ref().map(|session| (session.holder, session.id));
    let done = site.house.store.write(move |tx| changing::confirm(tx, &desk, &used, here, now)).await;
    match done.map_err(|fault| answer.oops(fault))? {
        Confirmed::Done(change) => {
            site.house.bell.ring();
            let AddressChange { old, new, .. } = *change;
            let (old, new) = (old.as_written().to_owned(), new.as_written().to_owned());
            answer.page(&view::AddressDone { old, new })
        }
        Confirmed::Elsewhere => answer.page_with(StatusCode::FORBIDDEN, &elsewhere(&token)),
        Confirmed::Gone => answer.page_with(StatusCode::GONE, &view::AddressFailed {}),
        Confirmed::Taken => answer.page_with(StatusCode::CONFLICT, &view::AddressTaken {}),
    }
}

/// The parts of the link that undoes a change: the change, and our mark.
type Undo = Path<(String, String)>;

/// The link in the letter to the old address: what undoing does, and a button.
pub async fn look_back(State(site): State<Site>, visit: Visit, Path(undo): Undo) -> Page {
    let answer = Answer::to(&site, &visit);
    let change = undoing::read_link(&site.house.desk, &undo.0, &undo.1);
    let change = change.ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let look = site.house.store.read(move |tx| undoing::look(tx, &desk, change, now)).await;
    stands(&site, &answer, look, &format!("/address/undo/{}/{}", undo.0, undo.1))
}

/// The button: the licenses belong to the old address again.
pub async fn go_back(State(site): State<Site>, visit: Visit, Path(undo): Undo) -> Page {
    let answer = Answer::to(&site, &visit);
    let change = undoing::read_link(&site.house.desk, &undo.0, &undo.1);
    let change = change.ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let done = site.house.store.write(move |tx| undoing::undo(tx, &desk, change, now)).await;
    site.house.bell.ring();
    stands(&site, &answer, done, "")
}

/// How a change stands, as a page.
fn stands(site: &Site, answer: &Answer<'_>, standing: Result<Option<Standing>, Fault>, action: &str) -> Page {
    match standing.map_err(|fault| answer.oops(fault))? {
        None => Err(answer.oops(Wrong::NotFound)),
        Some(Standing::Open { change, holder }) => {
            let zone = site.house.desk.zone_of(Some(&holder)).as_jiff();
            answer.page(&view::AddressUndo {
                action: action.to_owned(),
                old: change.old.as_written().to_owned(),
                now_at: holder.address.masked(),
                until: change.undo_until().map(|until| until.to_zoned(zone.clone())),
            })
        }
        Some(Standing::Undone(old)) => answer.page(&view::AddressUndone { old: old.as_written().to_owned() }),
        Some(Standing::Over) => answer.page_with(StatusCode::GONE, &view::AddressOver {}),
    }
}
