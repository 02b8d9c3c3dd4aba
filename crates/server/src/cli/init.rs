//! `tenure init DIR`.

use std::path::PathBuf;

use jiff::Timestamp;

use super::Out;
use crate::{clock::Clock, config, house::House, ids::Ids};

#[derive(clap::Args)]
pub struct Args {
    /// The folder to make.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Makes the three files, the keys and an empty database.
pub async fn run(args: &Args, at: Option<Timestamp>, out: &mut Out) -> anyhow::Result<()> {
    let now = at.map_or(Clock::System, Clock::Fixed).now();
    config::create(&args.folder, &Ids::System, tenure_domain::Zone::UTC.day_of(now))?;
    let settings = args.folder.join("tenure.toml");
    let house = House::open(&settings, at).await?;
    house.store.close().await;
    let folder = args.folder.display().to_string();
    out.say(
        &serde_json::json!({ "folder": folder, "config": settings }),
        format_args!(
            "Made {folder}: a sandbox, whose mail goes to {folder}/outbox.\n\n\
             Next:\n  name yourself in {folder}/tenure.toml, your products in {folder}/products.toml\n  \
             tenure --config {0} import LICENSES.csv\n  tenure --config {0} forecast --days 30\n  tenure --config {0} serve",
            settings.display()
        ),
    )
}
