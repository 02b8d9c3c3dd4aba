//! `tenure notice …`: what was, is and will be sent.

use jiff::civil::Date;
use serde_json::{Value, json};
use tenure_domain::{Kind, NoticeId, Refusal, State, owed::Dated};
use tenure_store::{
    notice::{self, Filter, Listed},
    report,
};

use super::Out;
use crate::{
    actions::{
        Desk, Fail, find_license,
        forecast::{self, Coming},
        notices,
    },
    house::House,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// List notices, the earliest due first.
    List {
        /// Only those of this license: its id, external id or serial number.
        #[arg(long)]
        license: Option<String>,
        /// Only those of this kind.
        #[arg(long)]
        kind: Option<Kind>,
        /// Only those in this state.
        #[arg(long)]
        state: Option<State>,
        /// Only those of this day.
        #[arg(long)]
        day: Option<Date>,
        /// What is still to come for a license, by the schedule and the facts of today.
        #[arg(long, requires = "license", conflicts_with_all = ["state"])]
        coming: bool,
    },
    /// Show a notice with its attempts.
    Show {
        /// The notice's id.
        notice: NoticeId,
    },
    /// Cancel a notice that waits.
    Cancel {
        /// The notice's id.
        notice: NoticeId,
    },
    /// Send a notice again, under a new Message-ID.
    Resend {
        /// The notice's id.
        notice: NoticeId,
    },
}

/// Runs one of the commands.
pub async fn run(house: &House, command: Command, out: &mut Out) -> anyhow::Result<()> {
    match command {
        Command::List { license: Some(license), kind, day, coming: true, .. } => {
            list_coming(house, license, kind, day, out).await
        }
        Command::List { license, kind, state, day, .. } => {
            list(house, license, Filter { license: None, kind, state, due_on: day }, out).await
        }
        Command::Show { notice } => show(house, notice, out).await,
        Command::Cancel { notice } => {
            let (desk, now) = (house.desk.clone(), house.clock.now());
            house.store.write(move |tx| notices::cancel(tx, &desk, notice, now)).await?;
            out.say(&json!({ "id": notice, "state": "canceled" }), format_args!("{notice} is canceled"))
        }
        Command::Resend { notice } => {
            let (desk, now) = (house.desk.clone(), house.clock.now());
            let new = house.store.write(move |tx| notices::resend(tx, &desk, notice, now)).await?;
            out.say(&json!({ "id": new, "state": "due" }), format_args!("{new} is due"))
        }
    }
}

async fn list(
    house: &House,
    license: Option<String>,
    mut filter: Filter,
    out: &mut Out,
) -> anyhow::Result<()> {
    if let Some(name) = license {
        let desk = house.desk.clone();
        let found = house.store.write(move |tx| find_license(tx, &desk, &name)).await?;
        filter.license = Some(found.id);
    }
    stream(house, filter, |listed| {
        let notice = &listed.notice;
        let (day, step) = (notice.due_on, notice.key.step.to_string());
        let to = listed.to.as_deref().unwrap_or("-");
        let line = format!(
            "{}  {day}  {:<24} {step:>3}  {:<10} {to}  {}",
            notice.id, notice.key.kind, notice.state, notice.reason
        );
        out.say(&as_json(&house.desk, listed), line)
    })
    .await
}

/// What is still to come for a license: not written yet, so without id and state.
async fn list_coming(
    house: &House,
    name: String,
    kind: Option<Kind>,
    day: Option<Date>,
    out: &mut Out,
) -> anyhow::Result<()> {
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let found = house.store.write(move |tx| {
        let license = find_license(tx, &desk, &name)?;
        Ok::<_, Fail>(forecast::coming(tx, &desk, license, now)?)
    });
    let is_wanted =
        |step: &Dated| kind.is_none_or(|kind| kind == step.kind) && day.is_none_or(|day| day == step.due_on);
    for Coming { held, step } in found.await?.into_iter().filter(|coming| is_wanted(&coming.step)) {
        let to = held.holder.as_ref().map(|holder| holder.address.as_written().to_owned());
        let object = json!({
            "license": held.license.id,
            "external_id": held.license.external_id,
            "kind": step.kind.code(),
            "step": step.step.to_string(),
            "due_on": step.due_on,
            "due_at": step.due_at,
            "to": to,
        });
        let (kind, on) = (step.kind, step.due_on);
        out.say(
            &object,
            format_args!("{on}  {kind:<24} {:>3}  {}", step.step.to_string(), to.unwrap_or_default()),
        )?;
    }
    Ok(())
}

/// Goes through notices. They travel over a channel, so that a list of any length takes no more memory than a short one.
async fn stream(
    house: &House,
    filter: Filter,
    mut each: impl FnMut(&Listed) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let (lines, received) = std::sync::mpsc::sync_channel::<Listed>(256);
    let (desk, store) = (house.desk.clone(), house.store.clone());
    let gone = || tenure_store::Fault::data("the list", "its reader went away");
    let reading = tokio::spawn(async move {
        store
            .read_long(move |tx| {
                notice::for_each(tx, &desk.keys.vault, filter, |listed| {
                    lines.send(listed).map_err(|_| gone())
                })
            })
            .await
    });
    tokio::task::block_in_place(|| received.iter().try_for_each(|listed| each(&listed)))?;
    reading.await??;
    Ok(())
}

/// All notices, for programs.
pub async fn export(house: &House, out: &mut Out) -> anyhow::Result<()> {
    stream(house, Filter::default(), |listed| out.object(&as_json(&house.desk, listed))).await
}

/// A notice as programs read it.
fn as_json(desk: &Desk, listed: &Listed) -> Value {
    let notice = &listed.notice;
    json!({
        "id": notice.id,
        "license": notice.key.license,
        "external_id": listed.external_id,
        "kind": notice.key.kind.code(),
        "step": notice.key.step.to_string(),
        "due_on": notice.due_on,
        "state": notice.state.code(),
        "reason": notice.reason,
        "to": listed.to,
        "language": notices::language_of(desk, listed),
        "message_id": listed.message_id,
        "accepted_at": notice.ended_at.filter(|_| matches!(notice.state, State::Accepted | State::Bounced | State::Complained)),
    })
}

async fn show(house: &House, id: NoticeId, out: &mut Out) -> anyhow::Result<()> {
    let desk = house.desk.clone();
    let found = house.store.read(move |tx| {
        let Some(listed) = notice::find(tx, &desk.keys.vault, id)? else { return Ok(None) };
        let reports = listed.letter.map(|letter| report::list(tx, letter)).transpose()?.unwrap_or_default();
        Ok::<_, tenure_store::Fault>(Some((listed, tenure_store::attempt::list(tx, id)?, reports)))
    });
    let (listed, attempts, reports) =
        found.await?.ok_or_else(|| Refusal::NotFound { what: "notice", name: id.to_string() })?;
    let mut object = as_json(&house.desk, &listed);
    object["due_at"] = json!(listed.notice.due_at);
    object["wake_at"] = json!(listed.notice.wake_at);
    object["attempts"] = attempts.iter().map(|attempt| json!({
        "number": attempt.number, "begun_at": attempt.begun_at, "ended_at": attempt.ended_at, "outcome": attempt.outcome, "reply": attempt.reply,
    })).collect();
    object["reports"] = reports
        .iter()
        .map(|(report, at)| {
            json!({
                "what": report.what.code(), "status": report.status, "words": report.words, "received_at": at,
            })
        })
        .collect();
    if out.is_json() {
        return out.object(&object);
    }
    for (name, value) in object
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, value)| !value.is_null() && !matches!(name.as_str(), "attempts" | "reports"))
    {
        out.line(format_args!(
            "{name:<12} {}",
            value.as_str().map_or_else(|| value.to_string(), str::to_owned)
        ))?;
    }
    for attempt in attempts {
        out.line(format_args!(
            "attempt {:<4} {} {} {}",
            attempt.number, attempt.begun_at, attempt.outcome, attempt.reply
        ))?;
    }
    for (report, at) in reports {
        out.line(format_args!("report       {at} {} {}", report.what, report.reason()))?;
    }
    Ok(())
}
