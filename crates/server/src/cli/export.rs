//! `tenure export …`: what is kept, in forms that others read.

use serde_json::json;
use tenure_domain::{Address, LicenseId, Offer, Refusal};
use tenure_store::{
    event, holder,
    letter::{self, Stated},
    license as licenses,
};

use super::{Out, license, notice};
use crate::{
    actions::{Held, letter::read as read_letter},
    house::House,
};

#[derive(clap::Args)]
pub struct Args {
    /// What to export.
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// All licenses as CSV with the columns of an import, serial numbers in full.
    Licenses,
    /// All notices as JSON, one per line.
    Notices,
    /// Everything that is kept about one holder, as JSON.
    Holder {
        /// The holder's address.
        email: Address,
    },
}

/// Runs the export.
pub async fn run(house: &House, args: &Args, out: &mut Out) -> anyhow::Result<()> {
    match &args.what {
        What::Licenses => export_licenses(house, out).await,
        What::Notices => notice::export(house, out).await,
        What::Holder { email } => export_holder(house, email.clone(), out).await,
    }
}

/// How many licenses are read at a time.
const PAGE: u32 = 1000;

async fn export_licenses(house: &House, out: &mut Out) -> anyhow::Result<()> {
    let mut after: Option<LicenseId> = None;
    let head = super::import::Columns::ALL;
    write_record(out, head.iter().map(ToString::to_string))?;
    loop {
        let desk = house.desk.clone();
        let page = house.store.read(move |tx| {
            let page = licenses::list(tx, &desk.keys.vault, after, PAGE)?;
            page.into_iter().map(|license| Held::read(tx, &desk, license)).collect::<Result<Vec<_>, _>>()
        });
        let page = page.await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.license.id);
        for held in page.iter().filter(|held| held.license.deleted_at.is_none()) {
            write_record(out, as_row(held).into_iter())?;
        }
    }
}

fn write_record(out: &mut Out, fields: impl Iterator<Item = String>) -> anyhow::Result<()> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(fields)?;
    out.raw(&writer.into_inner()?)?;
    Ok(())
}

/// A license in the order of the columns of an import. One without a name of the vendor's is known by its serial number.
fn as_row(held: &Held) -> [String; 15] {
    let (license, holder) = (&held.license, held.holder.as_ref());
    let text = |value: Option<String>| value.unwrap_or_default();
    let offer: Offer = license.offer;
    [
        text(license.external_id.clone()),
        license.serial.in_full(),
        license.product.clone(),
        text(holder.map(|holder| holder.address.as_written().to_owned())),
        text(holder.and_then(|holder| holder.name.clone())),
        text(holder.and_then(|holder| holder.language.as_ref()).map(ToString::to_string)),
        text(holder.and_then(|holder| holder.zone.as_ref()).map(|zone| zone.name().to_owned())),
        license.devices.to_string(),
        license.months.to_string(),
        offer.code().to_owned(),
        text(license.issued_on.map(|day| day.to_string())),
        text(license.term.map(|term| term.registered_on.to_string())),
        text(license.term.map(|term| term.expires_on.to_string())),
        text(license.block.map(|block| block.on.to_string())),
        text(license.block.map(|block| block.reason.code().to_owned())),
    ]
}

async fn export_holder(house: &House, email: Address, out: &mut Out) -> anyhow::Result<()> {
    let desk = house.desk.clone();
    let wanted = email.clone();
    let found = house.store.read_long(move |tx| {
        let vault = &desk.keys.vault;
        let Some(holder) = holder::find_by_address(tx, vault, &wanted)? else { return Ok(None) };
        let held = licenses::list_by_holder(tx, vault, holder.id)?;
        let mut events = Vec::new();
        for license in &held {
            events.extend(event::list(tx, license.id)?);
        }
        let letters = letter::list_by_holder(tx, vault, holder.id, u32::MAX)?;
        Ok::<_, tenure_store::Fault>(Some((holder, held, events, letters)))
    });
    let Some((holder, held, events, letters)) = found.await? else {
        return Err(Refusal::NotFound { what: "license", name: email.as_written().to_owned() }.into());
    };
    let licenses: Vec<_> = held
        .into_iter()
        .map(|license| license::as_json(house, &Held { license, holder: Some(holder.clone()) }))
        .collect();
    let messages: Vec<_> = letters.iter().map(|Stated { letter, state, .. }| {
        let words = read_letter(&house.desk, letter).map(|(_, words)| words);
        json!({
            "id": letter.id, "license": letter.license, "kind": letter.kind.code(), "step": letter.step, "language": letter.language, "to": letter.address,
            "message_id": letter.message_id, "written_at": letter.written_at, "read_at": letter.read_at, "state": state.code(),
            "subject": words.as_ref().map(|words| words.subject.clone()).ok(), "text": words.map(|words| words.text).ok(),
        })
    }).collect();
    let events: Vec<_> = events.iter().map(|event| json!({ "id": event.id, "license": event.license, "at": event.at, "happening": event.happening })).collect();
    out.object(&json!({
        "id": holder.id, "email": holder.address.as_written(), "name": holder.name, "language": holder.language.as_ref().map(ToString::to_string),
        "time_zone": holder.zone.as_ref().map(|zone| zone.name().to_owned()), "declined": holder.declined, "has_account": holder.has_account,
        "licenses": licenses, "messages": messages, "events": events,
    }))
}
