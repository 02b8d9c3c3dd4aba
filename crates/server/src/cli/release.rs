//! `tenure release`: resume sending, having shown what would go out.

use std::io::{IsTerminal as _, Write as _};

use anyhow::bail;
use serde_json::{Value, json};
use tenure_domain::hold::Cause;
use tenure_store::Tx;

use super::{Out, hold};
use crate::{
    actions::{
        forecast::Forecast,
        release::{self, Released},
    },
    config::Mode,
    house::House,
};

/// What to think of before a restored or copied database sends.
const RESTORED: &str = "What goes out at once may have gone out before, from the database that this one was restored or copied from. \
                        Make sure that nobody sends from that one any more. To pass over what has gone out already, let it go \
                        into a folder: docs/operating.md, \"After a restore\".";

#[derive(clap::Args)]
pub struct Args {
    /// Do not ask.
    #[arg(long)]
    yes: bool,
    /// Who says so; left out: the user of this session.
    #[arg(long)]
    by: Option<String>,
}

/// Shows what holds and what would go out within a day, asks in live mode, and resumes.
pub async fn run(house: &House, args: Args, out: &mut Out) -> anyhow::Result<()> {
    let (desk, now, by) = (house.desk.clone(), house.clock.now(), hold::operator(args.by));
    let outlook = house.store.read_long(move |tx| release::outlook(tx, &desk, now)).await?;
    let (holds, coming) = (outlook.holds, outlook.coming);
    let is_restored = holds.iter().any(|hold| hold.cause == Cause::Restored);
    if holds.is_empty() {
        return out.say(&json!({ "released": [], "coming": listed(&coming) }), "nothing holds sending");
    }
    if !out.is_json() {
        for hold in &holds {
            out.line(hold)?;
        }
        show(&coming, out)?;
        out.line(format_args!("{} of them at once", outlook.at_once))?;
        if is_restored {
            out.line(RESTORED)?;
        }
    }
    if house.desk.settings.mode == Mode::Live
        && !args.yes
        && !is_wanted("Resume sending?", "look at what would go out", out)?
    {
        bail!("sending stays held");
    }
    let seen = holds.clone();
    let (desk, around) = (house.desk.clone(), house.around());
    let release = move |tx: &mut Tx| release::release(tx, &desk, around.as_ref(), &seen, &by, now);
    match house.store.write(release).await? {
        Released::Changed => {
            bail!("what holds sending changed meanwhile, so it stays held: look again with `tenure release`")
        }
        Released::Done(mark) => mark.into_iter().for_each(|mark| house.leave_mark(mark)),
    }
    out.say(
        &json!({ "released": hold::as_json(&holds), "at_once": outlook.at_once, "coming": listed(&coming) }),
        "sending goes on",
    )
}

/// What would go out, as a table.
pub fn show(coming: &Forecast, out: &mut Out) -> anyhow::Result<()> {
    let row = |(day, kind, step): &(_, tenure_domain::Kind, tenure_domain::Step), count: &u64| {
        let day: &jiff::civil::Date = day;
        vec![day.to_string(), kind.to_string(), step.to_string(), count.to_string()]
    };
    out.line("What would go out:")?;
    out.table(&["day", "kind", "step", "count"], coming.iter().map(|(key, count)| row(key, count)))?;
    Ok(out.line(format_args!("{} in all", coming.values().sum::<u64>()))?)
}

/// The same, for programs.
pub fn listed(coming: &Forecast) -> Value {
    let object =
        |((day, kind, step), count): (
            &(jiff::civil::Date, tenure_domain::Kind, tenure_domain::Step),
            &u64,
        )| { json!({ "day": day, "kind": kind.code(), "step": step.to_string(), "count": count }) };
    coming.iter().map(object).collect()
}

/// Asks at the terminal; without one, `--yes` has to be said, and `before` is what to do before that.
pub fn is_wanted(question: &str, before: &str, out: &mut Out) -> anyhow::Result<bool> {
    if !std::io::stdin().is_terminal() {
        bail!("this installation is live and nobody can be asked here: {before}, then add --yes");
    }
    out.flush()?;
    eprint!("{question} [y/N] ");
    std::io::stderr().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
