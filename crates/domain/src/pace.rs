//! How fast letters go: a rate for a relay or for a recipient's domain, slowed down when that side asks for it.
//! Instants are counted from the start of the process.

use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);
/// The first step of slowing down where there was no rate.
const FIRST: Duration = Duration::from_secs(1);
/// The slowest: one letter a minute.
const SLOWEST: Duration = MINUTE;
/// Faster than this there is no need for a pace.
const FREE: Duration = Duration::from_millis(100);

/// A pace: so much time between two letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    /// As it was set; zero: none.
    set: Duration,
    /// As it is now.
    between: Duration,
    /// When the next letter may go.
    next_at: Duration,
    /// The last instant that was promised to a letter sent away.
    promised_at: Duration,
}

impl Pace {
    /// So many letters a minute; 0: as many as there are.
    pub fn per_minute(letters: u32) -> Self {
        let between = MINUTE.checked_div(letters).unwrap_or_default();
        Self { set: between, between, ..Self::default() }
    }

    /// How long the next letter has to wait; zero: it may go.
    pub fn wait(&self, now: Duration) -> Duration {
        self.next_at.saturating_sub(now)
    }

    /// A letter goes.
    pub fn go(&mut self, now: Duration) {
        self.next_at = self.next_at.max(now) + self.between;
    }

    /// A letter is sent away, to come again after so long: each gets an instant of its own.
    pub fn promise(&mut self, now: Duration) -> Duration {
        self.promised_at = (self.promised_at + self.between).max(self.next_at).max(now);
        self.promised_at.saturating_sub(now)
    }

    /// The other side asks for less: half as fast, but never slower than one a minute.
    pub fn slow_down(&mut self, now: Duration) {
        self.between = (self.between * 2).clamp(FIRST, SLOWEST.max(self.set));
        self.next_at = self.next_at.max(now + self.between);
    }

    /// The other side took a letter: a tenth faster, up to the rate that was set.
    pub fn speed_up(&mut self) {
        let faster = self.between * 9 / 10;
        self.between = if faster < FREE.max(self.set) { self.set } else { faster };
    }

    /// Whether it holds nothing up.
    pub fn is_free(&self) -> bool {
        self.between.is_zero()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn millis(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// How many letters go from `from` to `to`, tried every 10 ms.
    fn gone(pace: &mut Pace, from: Duration, to: Duration) -> u32 {
        let (mut now, mut gone) = (from, 0);
        while now < to {
            if pace.wait(now).is_zero() {
                pace.go(now);
                gone += 1;
            }
            now += millis(10);
        }
        gone
    }

    #[test]
    fn no_more_go_than_the_rate_says_in_any_minute_and_hardly_fewer() {
        for rate in [1, 7, 60, 100, 1000] {
            let mut pace = Pace::per_minute(rate);
            for minute in 0..3 {
                let found = gone(&mut pace, MINUTE * minute, MINUTE * (minute + 1));
                assert!(found <= rate && found + 1 >= rate - rate / 20, "{found} of {rate}");
            }
            // What was not used before is not made up for.
            assert!(gone(&mut pace, MINUTE * 60, MINUTE * 61) <= rate + 1);
        }
    }

    #[test]
    fn without_a_rate_nothing_waits() {
        let mut pace = Pace::default();
        assert!(pace.is_free());
        for _ in 0..10 {
            assert_eq!(pace.wait(millis(1)), Duration::ZERO);
            pace.go(millis(1));
        }
    }

    #[test]
    fn it_slows_down_when_asked_and_recovers() {
        let mut pace = Pace::default();
        let mut waits = Vec::new();
        for _ in 0..8 {
            pace.slow_down(Duration::ZERO);
            waits.push(pace.between.as_secs());
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60]);
        let recovered = (0..100).position(|_| {
            pace.speed_up();
            pace.is_free()
        });
        assert!(recovered.is_some_and(|letters| letters > 20), "{recovered:?}");
        let mut set = Pace::per_minute(100);
        set.slow_down(Duration::ZERO);
        for _ in 0..100 {
            set.speed_up();
        }
        assert_eq!(set.between, millis(600));
    }

    #[test]
    fn those_sent_away_come_again_one_by_one() {
        let mut pace = Pace::per_minute(60);
        pace.go(Duration::ZERO);
        let promised: Vec<u64> = (0..4).map(|_| pace.promise(millis(0)).as_secs()).collect();
        assert_eq!(promised, [1, 2, 3, 4]);
    }
}
