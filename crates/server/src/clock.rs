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

/// The marks at which answers leave, counted from the beginning of their work.
const MARK: Duration = Duration::from_millis(250);

/// When answers leave: at the next mark after their work.
#[derive(Debug, Clone)]
pub enum Pace {
    /// By the machine's time.
    Real,
    /// By a script, without waiting: how long each work takes, and what was waited after it.
    Scripted(Arc<Mutex<Script>>),
}

/// How long works take, and what was waited.
#[derive(Debug, Default)]
pub struct Script {
    /// How long the works to come take, the next one last.
    pub works: Vec<Duration>,
    /// How long each answer was held back.
    pub waits: Vec<Duration>,
}

impl Pace {
    /// Does the work, and gives its result at the next mark.
    pub async fn even_out<T>(&self, work: impl Future<Output = T>) -> T {
        let watch = Stopwatch::start();
        let done = work.await;
        match self {
            Self::Real => tokio::time::sleep(until_mark(watch.0.elapsed())).await,
            Self::Scripted(script) => {
                let mut script = script.lock().unwrap_or_else(PoisonError::into_inner);
                let worked = script.works.pop().unwrap_or_default();
                script.waits.push(until_mark(worked));
            }
        }
        done
    }
}

/// From the end of a work to the next mark; a work that takes no time waits as well.
fn until_mark(worked: Duration) -> Duration {
    let marks = worked.as_nanos().div_ceil(MARK.as_nanos()).max(1);
    MARK.saturating_mul(u32::try_from(marks).unwrap_or(u32::MAX)).saturating_sub(worked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_leaves_at_the_next_mark_after_its_work() {
        for (worked, left) in [
            (0, 250_000),
            (1, 250_000),
            (249_999, 250_000),
            (250_000, 250_000),
            (250_001, 500_000),
            (1_700_000, 1_750_000),
        ] {
            let worked = Duration::from_micros(worked);
            assert_eq!(worked + until_mark(worked), Duration::from_micros(left), "{worked:?}");
        }
    }
}
