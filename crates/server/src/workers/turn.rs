//! The courier's turn. On SQLite every process that speaks holds a shared lock on a file beside the database; one that
//! can have it alone knows that nobody speaks, so that what is being sent was left by a process that died. On
//! PostgreSQL leases alone tell.

use std::fs::{File, OpenOptions};

use anyhow::Context as _;
use tenure_store::notice;

use crate::house::House;

/// Held for as long as this process may speak.
#[derive(Debug)]
pub struct Turn {
    /// The system frees the lock when the process ends, however it does.
    _lock: Option<File>,
}

impl Turn {
    /// Takes the turn. If nobody else speaks, what was being sent when a process died may have been taken, and goes
    /// again with the same bytes; else its lease tells.
    pub async fn take(house: &House) -> anyhow::Result<Self> {
        let Some(path) = house.lock_path() else { return Ok(Self { _lock: None }) };
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.with_context(|| format!("cannot open {}", path.display()))?;
        if file.try_lock().is_ok() {
            recover(house).await?;
            // Whoever has it alone in between recovers nothing of ours: we have claimed nothing yet.
            file.unlock()?;
        }
        // Held back for the moment in which another process recovers, and no longer.
        let lock = tokio::task::spawn_blocking(move || file.lock_shared().map(|()| file)).await?;
        Ok(Self { _lock: Some(lock.with_context(|| format!("cannot lock {}", path.display()))?) })
    }
}

async fn recover(house: &House) -> anyhow::Result<()> {
    let now = house.clock.now();
    let recovered = house.store.write(move |tx| notice::recover(tx, now)).await?;
    if recovered > 0 {
        tracing::warn!(
            recovered,
            "letters whose answer was lost when a process died go again with the same bytes"
        );
    }
    Ok(())
}
