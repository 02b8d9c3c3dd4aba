//! The small forms of the demo: register, renew, try a wrong address.

use std::sync::Arc;

use axum::{Extension, Form, extract::State, response::Response};
use serde::Deserialize;
use tenure_domain::{Address, Profile, Refusal, Serial, Succession};

use super::{Demo, back_to};
use crate::{
    actions::{register as registering, renew as renewing},
    pages::view::{self, FieldProblem, Problem},
    web::{Answer, Oops, Site, Visit, Wrong},
    workers::round,
};

/// What the forms ask for.
#[derive(Deserialize, Clone)]
pub struct Typed {
    #[serde(default)]
    serial: String,
    #[serde(default)]
    previous: String,
    #[serde(default)]
    email: String,
}

/// What a field holds, or what is wrong with it.
fn read<T: std::str::FromStr>(
    field: &'static str,
    text: &str,
    wrong: Problem,
    problems: &mut Vec<FieldProblem>,
) -> Option<T> {
    let read = text.parse().ok();
    if read.is_none() {
        problems.push(FieldProblem {
            field,
            problem: if text.trim().is_empty() { Problem::Empty } else { wrong },
        });
    }
    read
}

/// The form as it comes back.
fn shown(typed: &Typed, problems: Vec<FieldProblem>) -> view::Form {
    let done = problems.is_empty();
    if done {
        view::Form { done, ..view::Form::default() }
    } else {
        view::Form {
            serial: typed.serial.clone(),
            previous: typed.previous.clone(),
            email: typed.email.clone(),
            problems,
            done,
        }
    }
}

fn refused(typed: &Typed, field: &'static str, refusal: &Refusal) -> view::Form {
    shown(typed, vec![FieldProblem { field, problem: Problem::from(refusal) }])
}

/// Registers a serial number, in the language of the page.
pub async fn register(
    State(site): State<Site>,
    Extension(demo): Extension<Arc<Demo>>,
    visit: Visit,
    Form(typed): Form<Typed>,
) -> Result<Response, Oops> {
    let answer = Answer::to(&site, &visit);
    let form = try_register(&site, &demo, &visit, &typed).await.map_err(|wrong| answer.oops(wrong))?;
    demo.tray().register = Some(form);
    Ok(back_to("try"))
}

async fn try_register(site: &Site, demo: &Demo, visit: &Visit, typed: &Typed) -> Result<view::Form, Wrong> {
    let mut problems = Vec::new();
    let serial = read::<Serial>("serial", &typed.serial, Problem::NotASerial, &mut problems);
    let email = read::<Address>("email", &typed.email, Problem::NotAnAddress, &mut problems);
    let (Some(serial), Some(email)) = (serial, email) else { return Ok(shown(typed, problems)) };
    let profile = Profile { language: visit.language.parse().ok(), ..Profile::default() };
    let wish = registering::Register { serial, email, profile, caller: visit.caller() };
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let done = site.house.store.write(move |tx| registering::register(tx, &desk, &wish, now)).await?;
    send(site, demo).await?;
    Ok(done.map_or_else(|refusal| refused(typed, "serial", &refusal), |_| shown(typed, Vec::new())))
}

/// Renews a license by a new serial number.
pub async fn renew(
    State(site): State<Site>,
    Extension(demo): Extension<Arc<Demo>>,
    visit: Visit,
    Form(typed): Form<Typed>,
) -> Result<Response, Oops> {
    let answer = Answer::to(&site, &visit);
    let form = try_renew(&site, &demo, &visit, &typed).await.map_err(|wrong| answer.oops(wrong))?;
    demo.tray().renew = Some(form);
    Ok(back_to("try"))
}

async fn try_renew(site: &Site, demo: &Demo, visit: &Visit, typed: &Typed) -> Result<view::Form, Wrong> {
    let mut problems = Vec::new();
    let previous = read::<Serial>("previous", &typed.previous, Problem::NotASerial, &mut problems);
    let serial = read::<Serial>("serial", &typed.serial, Problem::NotASerial, &mut problems);
    let email = read::<Address>("email", &typed.email, Problem::NotAnAddress, &mut problems);
    let (Some(previous), Some(serial), Some(email)) = (previous, serial, email) else {
        return Ok(shown(typed, problems));
    };
    let how = Succession::Renewal;
    let wish = renewing::Renew { serial, previous: previous.into(), email, how, caller: visit.caller() };
    let (desk, now) = (site.house.desk.clone(), site.house.clock.now());
    let done = site.house.store.write(move |tx| renewing::renew(tx, &desk, &wish, now)).await?;
    send(site, demo).await?;
    Ok(done.map_or_else(|refusal| refused(typed, "previous", &refusal), |_| shown(typed, Vec::new())))
}

/// Names a serial number with a wrong address: the answer tells nothing, and the holder is told.
pub async fn theft(
    State(site): State<Site>,
    Extension(demo): Extension<Arc<Demo>>,
    visit: Visit,
    Form(typed): Form<Typed>,
) -> Result<Response, Oops> {
    let answer = Answer::to(&site, &visit);
    let form = try_register(&site, &demo, &visit, &typed).await.map_err(|wrong| answer.oops(wrong))?;
    demo.tray().theft = Some(form);
    Ok(back_to("try"))
}

/// What a form brought about goes out at once.
async fn send(site: &Site, demo: &Demo) -> Result<(), Wrong> {
    let _busy = demo.busy.lock().await;
    round(&site.house, &demo.turn, site.house.clock.now()).await?;
    Ok(())
}
