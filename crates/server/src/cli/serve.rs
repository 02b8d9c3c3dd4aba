//! `tenure serve`.

use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

use crate::{house::House, listen, lmtp, watch, web::Site, workers};

#[derive(clap::Args)]
pub struct Args {
    /// Only the pages, or only the workers; left out: both in one process.
    #[arg(long, value_enum)]
    role: Option<Role>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Role {
    /// The pages and the API.
    Web,
    /// Planner, courier and janitor.
    Worker,
}

/// Runs until it is told to end: open requests and letters on their way are finished.
pub async fn run(house: House, args: &Args) -> anyhow::Result<()> {
    // Before anything begins: a signal that comes early must not end the process in the middle of a letter.
    let end = asked_to_end()?;
    let house = Arc::new(house);
    let is_working = args.role != Some(Role::Web);
    // An address that is taken must not end the process in the middle of a letter either: all are taken first.
    let inbound = if is_working { lmtp::listen(&house.desk.settings.mail.lmtp_listen).await? } else { None };
    let watched = listen_to_watchers(&house).await?;
    let pages = if args.role == Some(Role::Worker) { None } else { Some(listen_to_all(&house).await?) };
    if is_working {
        // Before the first question of a health page: until the planner has run, the answer is "not ready".
        house.begin_work();
    }
    let watching = watched.map(|listener| tokio::spawn(watch(house.clone(), listener)));
    let working = is_working.then(|| tokio::spawn(workers::run(house.clone())));
    let receiving = inbound.map(|listener| tokio::spawn(lmtp::serve(house.clone(), listener)));
    match pages {
        Some((routes, listener)) => listen::serve(routes, listener, end).await?,
        None => end.await,
    }
    house.bell.end();
    if let Some(watching) = watching {
        watching.abort();
    }
    for duty in [receiving, working].into_iter().flatten() {
        duty.await?;
    }
    house.beside.finish().await;
    house.store.close().await;
    Ok(())
}

/// Takes the address of the pages.
async fn listen_to_all(house: &Arc<House>) -> anyhow::Result<(Router, TcpListener)> {
    let listener = listen::listen(&house.desk.settings.web.listen).await?;
    tracing::info!(
        "the pages are at {} (listening on {})",
        house.desk.settings.web.base_url,
        listener.local_addr()?
    );
    Ok((listen::router(Site::new(house.clone())?, Router::new()), listener))
}

/// Takes the address of the metrics, where one is set.
async fn listen_to_watchers(house: &Arc<House>) -> anyhow::Result<Option<TcpListener>> {
    let address = &house.desk.settings.watch.listen;
    if address.is_empty() {
        return Ok(None);
    }
    let listener = TcpListener::bind(address).await;
    let listener = listener.with_context(|| format!("cannot listen on {address} (watch.listen)"))?;
    tracing::info!("the metrics are watched at {}", listener.local_addr()?);
    Ok(Some(listener))
}

async fn watch(house: Arc<House>, listener: TcpListener) -> anyhow::Result<()> {
    axum::serve(listener, watch::routes(house)).await.context("the metrics")
}

/// Over when the process is asked to end, by Ctrl-C or SIGTERM; it listens for both from this call on.
pub fn asked_to_end() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("cannot listen for Ctrl-C")?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
