//! What is claimed and has not begun. The conversations take from it too: a letter follows another one without a pause.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tenure_domain::Lane;
use tokio::sync::Notify;

use super::{errand::Ready, lanes::PerLane};

/// Claimed letters that have not begun, lane by lane.
#[derive(Debug, Default)]
pub(super) struct Queue {
    lanes: Mutex<PerLane<VecDeque<Ready>>>,
    /// Whether letters may follow.
    is_open: AtomicBool,
    /// One was put back.
    changed: Notify,
}

impl Queue {
    /// How many wait in a lane.
    pub(super) fn len(&self, lane: Lane) -> usize {
        self.lanes()[at(lane)].len()
    }

    /// Whether none waits.
    pub(super) fn is_empty(&self) -> bool {
        self.lanes().iter().all(VecDeque::is_empty)
    }

    /// One more, behind the others.
    pub(super) fn push(&self, lane: Lane, ready: Ready) {
        self.lanes()[at(lane)].push_back(ready);
    }

    /// One that was taken in vain, before the others.
    pub(super) fn put_back(&self, lane: Lane, ready: Ready) {
        self.lanes()[at(lane)].push_front(ready);
        self.changed.notify_one();
    }

    /// Waits until one is put back.
    pub(super) async fn changed(&self) {
        self.changed.notified().await;
    }

    /// The next one of a lane.
    pub(super) fn pop(&self, lane: Lane) -> Option<Ready> {
        self.lanes()[at(lane)].pop_front()
    }

    /// All that wait.
    pub(super) fn drain(&self) -> Vec<Ready> {
        self.lanes().iter_mut().flat_map(|lane| lane.drain(..)).collect()
    }

    /// From now on letters may follow others, or may not.
    pub(super) fn open(&self, is_open: bool) {
        self.is_open.store(is_open, Ordering::SeqCst);
    }

    /// The letter that follows one of `lane`, if `suits` says so, with what it says. None while a more urgent one waits for the place.
    pub(super) fn follow<T>(
        &self,
        lane: Lane,
        suits: impl FnOnce(&Ready) -> Option<T>,
    ) -> Option<(Ready, T)> {
        if !self.is_open.load(Ordering::SeqCst) {
            return None;
        }
        let mut lanes = self.lanes();
        if lanes[..at(lane)].iter().any(|urgent| !urgent.is_empty()) {
            return None;
        }
        let lane = &mut lanes[at(lane)];
        let suited = suits(lane.front()?)?;
        lane.pop_front().map(|ready| (ready, suited))
    }

    /// Pushing and popping leave nothing half done, so what another thread's panic left is whole.
    fn lanes(&self) -> MutexGuard<'_, PerLane<VecDeque<Ready>>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn at(lane: Lane) -> usize {
    lane.number() as usize
}
