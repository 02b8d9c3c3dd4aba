//! The bell: wakes the workers of this process, and tells them to go home. And what is done beside an answer, which the
//! process waits for before it ends.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use tokio::sync::{Notify, watch};

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

/// What is done beside an answer, such as a letter with a link to sign in.
#[derive(Debug)]
pub struct Beside(watch::Sender<()>);

impl Default for Beside {
    fn default() -> Self {
        Self(watch::channel(()).0)
    }
}

impl Beside {
    /// Does something beside the answer.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let open = self.0.subscribe();
        tokio::spawn(async move {
            work.await;
            drop(open);
        });
    }

    /// Waits until all of it is done.
    pub async fn finish(&self) {
        self.0.closed().await;
    }
}
