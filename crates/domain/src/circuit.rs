//! The circuit of a relay: after some failures in a row it is left alone for a while, then one letter tries it.
//! Instants are counted from the start of the process, so that a clock set by hand does not matter here.

use std::time::Duration;

/// So many failures in a row open it.
pub const FAILURES: u32 = 3;

/// How long it stays open after the first, second, … failure of a row, in seconds.
const PAUSE_SECS: [u64; 5] = [15, 30, 60, 120, 300];
/// How long others wait while one letter tries.
const PROBE: Duration = Duration::from_secs(1);

/// Whether letters go to a relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circuit {
    /// They do; so many failed one after the other.
    Closed {
        /// Failures in a row.
        failures: u32,
    },
    /// They do not, before this instant.
    Open {
        /// From when on one letter may try.
        until: Duration,
        /// How often it was opened since a letter last went through.
        times: u32,
    },
    /// One letter tries.
    Probing {
        /// How often it was opened since a letter last went through.
        times: u32,
    },
}

impl Default for Circuit {
    fn default() -> Self {
        Self::Closed { failures: 0 }
    }
}

impl Circuit {
    /// How long a letter has to wait; zero: it may begin.
    pub fn wait(self, now: Duration) -> Duration {
        match self {
            Self::Closed { .. } => Duration::ZERO,
            Self::Open { until, .. } => until.saturating_sub(now),
            Self::Probing { .. } => PROBE,
        }
    }

    /// A letter begins: through an open circuit it is the one that tries.
    #[must_use]
    pub const fn begun(self) -> Self {
        match self {
            Self::Open { times, .. } => Self::Probing { times },
            same => same,
        }
    }

    /// A conversation came about.
    #[must_use]
    pub const fn worked(self) -> Self {
        Self::Closed { failures: 0 }
    }

    /// None came about, or we were refused ourselves.
    #[must_use]
    pub fn failed(self, now: Duration) -> Self {
        match self {
            Self::Closed { failures } if failures + 1 < FAILURES => Self::Closed { failures: failures + 1 },
            Self::Closed { .. } => Self::opened(0, now),
            Self::Probing { times } => Self::opened(times, now),
            // A conversation that began before it opened tells nothing new.
            Self::Open { .. } => self,
        }
    }

    /// The letter that tried was drawn back: another may try.
    #[must_use]
    pub const fn untried(self, now: Duration) -> Self {
        match self {
            Self::Probing { times } => Self::Open { until: now, times },
            same => same,
        }
    }

    /// Whether it is open.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed { .. })
    }

    fn opened(times: u32, now: Duration) -> Self {
        let pause = PAUSE_SECS[(times as usize).min(PAUSE_SECS.len() - 1)];
        Self::Open { until: now + Duration::from_secs(pause), times: times + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    #[test]
    fn failures_in_a_row_open_it_and_one_success_begins_anew() {
        let mut circuit = Circuit::default();
        for _ in 0..10 {
            circuit = circuit.failed(secs(1)).failed(secs(1)).worked();
        }
        assert!(!circuit.is_open());
        circuit = circuit.failed(secs(1)).failed(secs(1)).failed(secs(1));
        assert_eq!((circuit.is_open(), circuit.wait(secs(1))), (true, secs(15)));
    }

    #[test]
    fn one_letter_tries_while_the_others_wait_and_each_failure_waits_longer() {
        let (mut circuit, mut now, mut waits) = (Circuit::Closed { failures: FAILURES }, secs(0), Vec::new());
        circuit = circuit.failed(now);
        for _ in 0..7 {
            waits.push(circuit.wait(now).as_secs());
            now += circuit.wait(now);
            assert_eq!(circuit.wait(now), Duration::ZERO);
            circuit = circuit.begun();
            assert!(circuit.wait(now) > Duration::ZERO, "only one tries");
            circuit = circuit.failed(now);
        }
        assert_eq!(waits, [15, 30, 60, 120, 300, 300, 300]);
        now += circuit.wait(now);
        assert_eq!(circuit.begun().worked(), Circuit::default());
    }

    #[test]
    fn late_failures_do_not_keep_it_open_and_a_letter_drawn_back_leaves_the_try_to_another() {
        let open = Circuit::Open { until: secs(15), times: 1 };
        assert_eq!(open.failed(secs(10)), open);
        assert_eq!(open.begun().untried(secs(16)).wait(secs(16)), Duration::ZERO);
        assert_eq!(Circuit::default().untried(secs(16)), Circuit::default());
    }
}
