//! `tenure holder …`: what holders ask for by way of the vendor.

use anyhow::bail;
use serde_json::json;
use tenure_domain::{Address, Refusal};
use tenure_store::{holder, license};

use super::{Out, release::is_wanted};
use crate::{
    actions::{
        Desk, Fail,
        erase::{self, Proof},
    },
    config::Mode,
    house::House,
};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Erase a holder for good, as the Profile of the portal does: name, address and the words of all messages go; the
    /// licenses work on and belong to nobody. First look at `tenure export holder`.
    Erase {
        /// The holder's address.
        #[arg(long)]
        email: Address,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
}

/// Runs one of the commands.
pub async fn run(house: &House, command: Command, out: &mut Out) -> anyhow::Result<()> {
    match command {
        Command::Erase { email, yes } => erase_one(house, email, yes, out).await,
    }
}

async fn erase_one(house: &House, email: Address, yes: bool, out: &mut Out) -> anyhow::Result<()> {
    let (desk, wanted) = (house.desk.clone(), email.clone());
    let found = house.store.read(move |tx| {
        let found = find(tx, &desk, &wanted)?;
        Ok::<_, Fail>(license::list_by_holder(tx, &desk.keys.vault, found.id)?.len())
    });
    let licenses = found.await?;
    let question = format!(
        "Erase {} for good? {licenses} license(s) work on and belong to nobody then.",
        email.as_written()
    );
    if house.desk.settings.mode == Mode::Live
        && !yes
        && !is_wanted(&question, "keep what `tenure export holder` says", out)?
    {
        bail!("nothing is erased");
    }
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let done = house.store.write(move |tx| {
        let found = find(tx, &desk, &email)?;
        erase::erase(tx, &desk, found.id, &Proof::Operator, now)
    });
    let done = done.await?;
    out.say(
        &json!({ "erasure": done.id, "at": done.at, "licenses": done.licenses }),
        format_args!(
            "erased: {} license(s) belong to nobody now. The erasure is on record as {}.",
            done.licenses, done.id
        ),
    )
}

fn find(tx: &mut tenure_store::Tx, desk: &Desk, email: &Address) -> Result<tenure_domain::Holder, Fail> {
    let found = holder::find_by_address(tx, &desk.keys.vault, email)?;
    Ok(found.ok_or_else(|| Refusal::NotFound { what: "holder", name: email.as_written().to_owned() })?)
}
