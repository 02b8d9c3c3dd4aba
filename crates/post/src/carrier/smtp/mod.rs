//! The SMTP carrier: a bounded number of sessions with one relay, kept and used again (RFC 5321).

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, SemaphorePermit};

mod envelope;
mod opening;
mod reply;
mod session;
mod timers;
mod tls;
mod token;
mod verdict;
mod wire;

#[cfg(test)]
mod tests;

pub use timers::Timers;

use super::{Carried, NotARelay, Parcel, Setup, relay::Relay};
use envelope::Envelope;
use opening::Opening;
use session::{Session, Went};

/// A relay and the sessions that are open with it.
#[derive(Debug)]
pub struct Smtp {
    opening: Opening,
    idle: Mutex<Vec<Session>>,
    /// As many permits as there may be sessions in use.
    turns: Semaphore,
}

impl Smtp {
    pub(super) fn new(relay: Relay, setup: &Setup) -> Result<Self, NotARelay> {
        let shown = relay.to_string();
        let opening = Opening::new(relay, setup).map_err(|problem| NotARelay { shown, problem })?;
        let turns = Semaphore::new(setup.connections.max(1));
        Ok(Self { opening, idle: Mutex::default(), turns })
    }

    pub(super) fn is_local(&self) -> bool {
        self.opening.relay.is_loopback()
    }

    pub(super) fn place(&self) -> String {
        self.opening.relay.to_string()
    }

    /// Carries one parcel by a kept session, or by a new one. A kept session that turns out to be dead before it
    /// answered anything costs one more try.
    pub(super) async fn carry<F, A>(&self, parcel: &Parcel, before_data: F) -> Carried
    where
        F: Fn() -> A + Send + Sync,
        A: Future<Output = bool> + Send,
    {
        let envelope = match Envelope::of(parcel) {
            Ok(envelope) => envelope,
            Err(outcome) => return Carried::Outcome(outcome),
        };
        let _turn = self.turn().await;
        if let Some(session) = self.kept() {
            match self.carry_by(session, &envelope, &before_data).await {
                Went::Answered(carried) => return carried,
                // Its siblings have been idle for as long.
                Went::Dead(_) => self.idle().clear(),
            }
        }
        match self.opening.open().await {
            Err(no_session) => Carried::Outcome(no_session.0),
            Ok(session) => match self.carry_by(session, &envelope, &before_data).await {
                Went::Answered(carried) => carried,
                Went::Dead(outcome) => Carried::Outcome(outcome),
            },
        }
    }

    async fn carry_by<F, A>(&self, mut session: Session, envelope: &Envelope, before_data: &F) -> Went
    where
        F: Fn() -> A + Send + Sync,
        A: Future<Output = bool> + Send,
    {
        let went = session.carry(envelope, before_data).await;
        if session.is_fit() {
            self.idle().push(session);
        }
        went
    }

    /// Goes as far as a letter would, and takes leave.
    pub(super) async fn check(&self) -> Result<String, String> {
        let _turn = self.turn().await;
        let session = self.opening.open().await.map_err(|no_session| self.trouble(no_session.0.words()))?;
        let found = session.describe();
        session.quit().await;
        let signed_in = if self.opening.relay.account.is_some() { ", signed in" } else { "" };
        Ok(format!("{} takes mail ({found}{signed_in})", self.place()))
    }

    fn trouble(&self, words: &str) -> String {
        format!("{} takes no mail: {words}", self.place())
    }

    /// Says good-bye on every kept session.
    pub(super) async fn close(&self) {
        let sessions = std::mem::take(&mut *self.idle());
        for session in sessions {
            session.quit().await;
        }
    }

    async fn turn(&self) -> SemaphorePermit<'_> {
        self.turns.acquire().await.expect("the semaphore is never closed")
    }

    /// The session used last, if it is still alive as far as can be seen without asking.
    fn kept(&self) -> Option<Session> {
        let mut idle = self.idle();
        std::iter::from_fn(|| idle.pop()).find(Session::is_fit)
    }

    /// Pushing and popping leave nothing half done, so what another thread's panic left is whole.
    fn idle(&self) -> MutexGuard<'_, Vec<Session>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
