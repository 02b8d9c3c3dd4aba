//! The bell: wakes the workers of this process, and tells them to go home.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use tokio::sync::Notify;

/// Rung when there is something to do.
#[derive(Debug, Default)]
pub struct Bell {
    rung: Notify,
    ended: Notify,
    is_over: AtomicBool,
}

impl Bell {
    /// There is something to do.
    pub fn ring(&self) {
        self.rung.notify_one();
    }

    /// Finish the round and end.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::SeqCst);
        self.ring();
        self.ended.notify_waiters();
    }

    /// Whether it is time to go home.
    pub fn is_over(&self) -> bool {
        self.is_over.load(Ordering::SeqCst)
    }

    /// Waits until it is time to go home.
    pub async fn over(&self) {
        // Made before the question: an end between the two is not missed.
        let ended = self.ended.notified();
        if !self.is_over() {
            ended.await;
        }
    }

    /// Waits until it rings, but no longer than `longest`.
    pub async fn wait(&self, longest: Duration) {
        // It rang, or the time is over: either way there is a round to do.
        let _ = tokio::time::timeout(longest, self.rung.notified()).await;
    }
}
