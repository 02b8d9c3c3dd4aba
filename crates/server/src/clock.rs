//! The only source of time. `now` is read once per request, command or tick, and passed down.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use jiff::Timestamp;

/// Where `now` comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Stands still: `--at`.
    Fixed(Timestamp),
    /// Moved by hand: the demo's.
    Movable(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// A clock that is moved by hand.
    pub fn movable(start: Timestamp) -> Self {
        Self::Movable(Arc::new(Mutex::new(start)))
    }

    /// Now, to the microsecond: what a database keeps.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
    pub fn now(&self) -> Timestamp {
        let now = match self {
            Self::System => Timestamp::now(),
            Self::Fixed(at) => *at,
            Self::Movable(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        };
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    /// Moves a movable clock; it never goes back.
    pub fn move_to(&self, to: Timestamp) {
        if let Self::Movable(at) = self {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at = to.max(*at);
        }
    }
}

/// Measures how long something takes, whatever the clock shows.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins to measure.
    #[expect(clippy::disallowed_methods, reason = "the one place that measures time")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long it has been.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}
