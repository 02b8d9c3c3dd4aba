//! `tenure serve`.

use std::sync::Arc;

use crate::{house::House, listen, web::Site, workers};

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
    let house = Arc::new(house);
    let working = (args.role != Some(Role::Web)).then(|| tokio::spawn(workers::run(house.clone())));
    if args.role == Some(Role::Worker) {
        asked_to_end().await;
    } else {
        let listener = listen::listen(&house.desk.settings.web.listen).await?;
        tracing::info!(
            "the pages are at {} (listening on {})",
            house.desk.settings.web.base_url,
            listener.local_addr()?
        );
        listen::serve(
            listen::router(Site::new(house.clone())?, axum::Router::new()),
            listener,
            asked_to_end(),
        )
        .await?;
    }
    house.bell.end();
    if let Some(working) = working {
        working.await?;
    }
    house.beside.finish().await;
    house.store.close().await;
    Ok(())
}

/// Over when the process is asked to end, by Ctrl-C or SIGTERM.
pub async fn asked_to_end() {
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
