//! Distress: what a process knows and cannot write down, because it is that the database takes no commits. Each process
//! has its own, and it ends by itself with the first commit that succeeds.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tenure_domain::Hold;

/// Why this process sends nothing, if the database takes no commits.
#[derive(Debug, Default)]
pub struct Distress(Mutex<Option<Hold>>);

impl Distress {
    /// It begins; whether it is new.
    pub fn begin(&self, hold: Hold) -> bool {
        let mut present = self.lock();
        let is_new = present.is_none();
        present.get_or_insert(hold);
        is_new
    }

    /// It ends; what there was.
    pub fn end(&self) -> Option<Hold> {
        self.lock().take()
    }

    /// Whether there is one now.
    pub fn now(&self) -> Option<Hold> {
        self.lock().clone()
    }

    /// Every change leaves it whole, so what another thread's panic left is too.
    fn lock(&self) -> MutexGuard<'_, Option<Hold>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
