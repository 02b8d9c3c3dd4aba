//! The SMTP carrier: a bounded number of sessions with one relay, kept and used again (RFC 5321).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

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

use super::{Carried, Courier, NotARelay, Parcel, Setup, relay::Relay};
use envelope::Envelope;
use opening::Opening;
use session::{Session, Went};

/// A relay and the sessions that are open with it.
#[derive(Debug)]
pub struct Smtp {
    opening: Opening,
    idle: Mutex<Vec<Session>>,
    /// As many permits as there may be sessions in use.
    turns: Arc<Semaphore>,
}

/// A conversation in which the envelope of a letter was said behind the message of the one before. Dropped, it is
/// hung up: nothing was sent.
#[derive(Debug)]
pub struct Begun {
    session: Session,
    envelope: Envelope,
    turn: OwnedSemaphorePermit,
}

impl Smtp {
    pub(super) fn new(relay: Relay, setup: &Setup) -> Result<Self, NotARelay> {
        let shown = relay.to_string();
        let opening = Opening::new(relay, setup).map_err(|problem| NotARelay { shown, problem })?;
        let turns = Arc::new(Semaphore::new(setup.connections.max(1)));
        Ok(Self { opening, idle: Mutex::default(), turns })
    }

    pub(super) fn is_local(&self) -> bool {
        self.opening.relay.is_loopback()
    }

    pub(super) fn place(&self) -> String {
        self.opening.relay.to_string()
    }

    /// Carries one parcel by the session in which it was begun, by a kept one, or by a new one. A session that turns out
    /// to be dead before it answered anything of it costs one more try.
    pub(super) async fn carry<C: Courier>(
        &self,
        parcel: &Parcel,
        begun: Option<Begun>,
        courier: &C,
    ) -> (Carried, Option<Begun>) {
        if let Some(Begun { mut session, envelope, turn }) = begun {
            let went = session.carry_on(&envelope, courier).await;
            return self.went(went, session, &envelope, turn, courier).await;
        }
        let envelope = match Envelope::of(parcel) {
            Ok(envelope) => envelope,
            Err(outcome) => return (Carried::Outcome(outcome), None),
        };
        let turn = self.turn().await;
        match self.kept() {
            Some(mut session) => {
                let went = session.carry(&envelope, courier).await;
                self.went(went, session, &envelope, turn, courier).await
            }
            None => self.carry_anew(&envelope, turn, courier).await,
        }
    }

    async fn went<C: Courier>(
        &self,
        went: Went,
        session: Session,
        envelope: &Envelope,
        turn: OwnedSemaphorePermit,
        courier: &C,
    ) -> (Carried, Option<Begun>) {
        match went {
            Went::Answered(carried) => (carried, self.keep(session, turn)),
            Went::Dead(_) => {
                // Its siblings have been idle for as long.
                self.idle().clear();
                self.carry_anew(envelope, turn, courier).await
            }
        }
    }

    async fn carry_anew<C: Courier>(
        &self,
        envelope: &Envelope,
        turn: OwnedSemaphorePermit,
        courier: &C,
    ) -> (Carried, Option<Begun>) {
        let mut session = match self.opening.open().await {
            Ok(session) => session,
            Err(no_session) => return (Carried::Outcome(no_session.0), None),
        };
        match session.carry(envelope, courier).await {
            Went::Answered(carried) => (carried, self.keep(session, turn)),
            Went::Dead(outcome) => (Carried::Outcome(outcome), None),
        }
    }

    /// What becomes of a session after a letter: the next one is begun in it, or it waits for one, if it is fit for any.
    fn keep(&self, mut session: Session, turn: OwnedSemaphorePermit) -> Option<Begun> {
        if let Some(envelope) = session.begun() {
            return Some(Begun { session, envelope, turn });
        }
        if session.is_fit() {
            self.idle().push(session);
        }
        None
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

    async fn turn(&self) -> OwnedSemaphorePermit {
        self.turns.clone().acquire_owned().await.expect("the semaphore is never closed")
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
