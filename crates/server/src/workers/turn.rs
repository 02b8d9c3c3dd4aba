//! The courier's turn. On SQLite the process that holds the lock beside the database is the only one that speaks, so
//! after a crash it knows at once that nobody else does. On PostgreSQL leases alone tell.

use std::{
    fs::{File, OpenOptions},
    sync::Arc,
};

use anyhow::Context as _;
use jiff::Timestamp;
use tenure_store::notice;

use crate::house::House;

/// Held for as long as this process may speak.
#[derive(Debug)]
pub struct Turn {
    /// The system frees the lock when the process ends, however it does.
    lock: Option<File>,
}

impl Turn {
    /// Takes the turn if nobody has it; speaks by leases otherwise.
    pub fn take(house: &House) -> anyhow::Result<Self> {
        let Some(path) = house.lock_path() else { return Ok(Self { lock: None }) };
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("cannot open {}", path.display()))?;
        let lock = file.try_lock().is_ok().then_some(file);
        Ok(Self { lock })
    }

    /// If nobody else can be speaking: what was being sent when a process died may have been taken, and goes again
    /// with the same bytes.
    pub(super) async fn recover(&self, house: &Arc<House>, now: Timestamp) -> anyhow::Result<()> {
        if self.lock.is_none() {
            return Ok(());
        }
        let recovered = house.store.write(move |tx| notice::recover(tx, now)).await?;
        if recovered > 0 {
            tracing::warn!(
                recovered,
                "letters whose answer was lost when a process died go again with the same bytes"
            );
        }
        Ok(())
    }
}
