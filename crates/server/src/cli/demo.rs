//! `tenure demo`: a full sandbox in a temporary folder.

use std::{path::PathBuf, sync::Arc};

use anyhow::Context as _;
use jiff::Timestamp;
use tokio::net::TcpListener;

use super::serve::asked_to_end;
use crate::{
    clock::Clock,
    config::{self, Config},
    demo::{self, Demo},
    house::House,
    ids::Ids,
    listen,
    web::Site,
};

/// The demo has the same ids each time: they open nothing outside.
const SEED: u64 = 20_261_122;

#[derive(clap::Args)]
pub struct Args {
    /// Where the pages are served; when the usual port is taken, another one is.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
}

/// Runs until Ctrl-C, and leaves nothing behind.
pub async fn run(args: Args, at: Option<Timestamp>) -> anyhow::Result<()> {
    let folder = Folder::create()?;
    let listener = find_port(args.listen.as_deref()).await?;
    let url = format!("http://{}", listener.local_addr()?);
    let house = Arc::new(furnish(&folder, &url, at).await?);
    let demo = Arc::new(Demo::begin(&house).await?);
    let (listening, at_home) = (demo.clone(), house.clone());
    tokio::spawn(async move { listening.answer_the_bell(&at_home).await });
    let site = Site { is_demo: true, ..Site::new(house.clone())? };
    let routes = listen::router(site, demo::routes(demo));
    println!("Tenure's demo is at {url}/demo\nCtrl-C ends it; nothing stays behind.");
    if args.open {
        // A machine without a browser has the address above.
        let _ = std::process::Command::new("xdg-open").arg(format!("{url}/demo")).spawn();
    }
    listen::serve(routes, listener, asked_to_end()?).await?;
    house.beside.finish().await;
    house.store.close().await;
    Ok(())
}

async fn find_port(wanted: Option<&str>) -> anyhow::Result<TcpListener> {
    match wanted {
        Some(address) => listen::listen(address).await,
        None => match TcpListener::bind("127.0.0.1:8080").await {
            Ok(listener) => Ok(listener),
            Err(_) => listen::listen("127.0.0.1:0").await,
        },
    }
}

async fn furnish(folder: &Folder, url: &str, at: Option<Timestamp>) -> anyhow::Result<House> {
    let clock = Clock::movable(at.map_or(Clock::System, Clock::Fixed).now());
    let ids = Ids::seeded(SEED);
    config::create(&folder.0, &ids, tenure_domain::Zone::UTC.day_of(clock.now()))?;
    let settings =
        [("WEB__BASE_URL", url), ("MAIL__RELAY", "memory:"), ("VENDOR__TIME_ZONE", "Europe/Warsaw")];
    let settings = settings.map(|(name, value)| (format!("TENURE__{name}"), value.to_owned()));
    let config = Config::read_with(&folder.0.join("tenure.toml"), settings.into_iter())?;
    House::furnish(config, clock, ids).await
}

/// A folder of our own that goes with the demo.
struct Folder(PathBuf);

impl Folder {
    fn create() -> anyhow::Result<Self> {
        let path = std::env::temp_dir().join(format!("tenure-demo-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
