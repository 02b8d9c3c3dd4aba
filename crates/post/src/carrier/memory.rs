//! The carrier for demonstrations and tests: messages stay in the memory of the process.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tenure_domain::outcome::Outcome;

use super::Parcel;

/// Messages in memory; clones look into the same one.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    parcels: Arc<Mutex<Vec<Parcel>>>,
}

impl Memory {
    /// Everything carried so far, oldest first.
    pub fn parcels(&self) -> Vec<Parcel> {
        self.kept().clone()
    }

    pub(super) fn carry(&self, parcel: &Parcel) -> Outcome {
        let mut kept = self.kept();
        kept.push(parcel.clone());
        Outcome::Accepted { reply: format!("kept in memory as number {}", kept.len()) }
    }

    /// Pushing and cloning leave nothing half done, so what another thread's panic left is whole.
    fn kept(&self) -> MutexGuard<'_, Vec<Parcel>> {
        self.parcels.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
