//! `tenure export …`: what is kept, in forms that others read.

use tenure_domain::{Address, LicenseId, Offer, Refusal};
use tenure_store::{holder, license as licenses};

use super::{Out, notice};
use crate::{
    actions::{Held, export::export},
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
    let (desk, wanted, now) = (house.desk.clone(), email.clone(), house.clock.now());
    let found = house.store.read_long(move |tx| {
        let Some(holder) = holder::find_by_address(tx, &desk.keys.vault, &wanted)? else { return Ok(None) };
        export(tx, &desk, &holder, now).map(Some)
    });
    let Some(everything) = found.await? else {
        return Err(Refusal::NotFound { what: "holder", name: email.as_written().to_owned() }.into());
    };
    out.object(&everything)
}
