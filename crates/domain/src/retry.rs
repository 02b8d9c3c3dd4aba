//! When a letter that was not taken goes again, and when it goes no more.

use jiff::{SignedDuration, Timestamp};

use crate::{
    ids::NoticeId,
    notice::{Notice, State},
    outcome::{Delay, Outcome},
};

/// How long the recipient's side may go on refusing a letter, in hours from its first refusal: five days.
pub const GIVE_UP_HOURS: i64 = 5 * 24;
/// How often it must have refused before the letter is given up: days in which we ourselves were down are not its refusals.
pub const GIVE_UP_REFUSALS: u32 = 6;

/// Minutes after the first (greylisting), second, third and fourth refusal; every three hours after that.
const MINUTES: [i64; 4] = [5, 30, 60, 120];
const LAST_MINUTES: i64 = 180;
/// Minutes after the first, second and every further time that our own set-up was refused.
const SETUP_MINUTES: [i64; 3] = [5, 30, 60];
/// Minutes after a relay could not be reached: its circuit decides when it is tried again at all.
const RELAY_MINUTES: i64 = 1;

/// What the recipient's side has refused so far. What fails on our side (no relay, our own set-up) uses up none of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Patience {
    /// How many times it refused, or its answer was lost.
    pub refusals: u32,
    /// When it first did; later by every wait that was our own fault.
    pub since_at: Option<Timestamp>,
}

impl Patience {
    fn spent(self, now: Timestamp) -> Self {
        Self { refusals: self.refusals.saturating_add(1), since_at: self.since_at.or(Some(now)) }
    }

    fn spared(self, wait: SignedDuration) -> Self {
        Self {
            since_at: self.since_at.map(|since_at| since_at.saturating_add(wait).unwrap_or(since_at)),
            ..self
        }
    }

    fn ends_at(self) -> Option<Timestamp> {
        let since_at = self.since_at.filter(|_| self.refusals >= GIVE_UP_REFUSALS)?;
        since_at.checked_add(SignedDuration::from_hours(GIVE_UP_HOURS)).ok()
    }
}

/// Where a notice stands after an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The state.
    pub state: State,
    /// Why, at an end; the relay's words where it spoke.
    pub reason: String,
    /// When it is tried again, if it is.
    pub wake_at: Option<Timestamp>,
    /// What the recipient's side has refused so far.
    pub patience: Patience,
}

/// Where `notice` (as it was before its claim) stands after its `attempt`-th attempt ended in `outcome` at `now`.
pub fn settle(notice: &Notice, attempt: u32, outcome: &Outcome, now: Timestamp) -> Settled {
    let ended = |state, reason: String| Settled { state, reason, wake_at: None, patience: notice.patience };
    match outcome {
        Outcome::Accepted { reply } => ended(State::Accepted, reply.clone()),
        Outcome::Never { reply, .. } => ended(State::Failed, reply.clone()),
        Outcome::Later { delay, .. } if !delay.counts() => spare(notice, attempt, *delay, now),
        Outcome::Later { reply: words, .. } | Outcome::Unknown { detail: words } => {
            let patience = notice.patience.spent(now);
            let again_at = later(now, refused(notice.id, patience.refusals));
            // A recipient's side that never answers would be sent the same letter for ever.
            if patience.ends_at().is_some_and(|ends_at| ends_at <= again_at) {
                let reason = format!("given up after {attempt} attempts: {words}");
                return Settled { state: State::Failed, reason, wake_at: None, patience };
            }
            let is_lost = matches!(outcome, Outcome::Unknown { .. });
            Settled {
                state: waiting(notice, is_lost),
                reason: String::new(),
                wake_at: Some(again_at),
                patience,
            }
        }
    }
}

/// Our own affair: it goes again soon, for as long as it takes.
fn spare(notice: &Notice, attempt: u32, delay: Delay, now: Timestamp) -> Settled {
    let minutes = match delay {
        Delay::OurSetup => SETUP_MINUTES[(attempt.saturating_sub(1) as usize).min(SETUP_MINUTES.len() - 1)],
        Delay::Refused | Delay::Unreachable | Delay::Withdrawn => RELAY_MINUTES,
    };
    let wait = spread(notice.id, minutes);
    Settled {
        state: waiting(notice, false),
        reason: String::new(),
        wake_at: Some(later(now, wait)),
        patience: notice.patience.spared(wait),
    }
}

/// A letter that may have been taken once stays so: only the same bytes go again.
fn waiting(notice: &Notice, is_lost: bool) -> State {
    if is_lost || matches!(notice.state, State::Sending | State::Unknown) {
        State::Unknown
    } else {
        State::Due
    }
}

/// How long to wait after the `refusals`-th refusal.
fn refused(notice: NoticeId, refusals: u32) -> SignedDuration {
    let at = refusals.saturating_sub(1) as usize;
    if at == 0 {
        return SignedDuration::from_mins(MINUTES[0]);
    }
    spread(notice, MINUTES.get(at).copied().unwrap_or(LAST_MINUTES))
}

/// Up to a tenth more, by the notice's id, so that a recovered relay is not met by everything at once.
fn spread(notice: NoticeId, minutes: i64) -> SignedDuration {
    let seconds = minutes * 60;
    let share = i64::try_from(notice.bits() % 1000).unwrap_or(0);
    SignedDuration::from_secs(seconds + seconds * share / 10_000)
}

fn later(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.saturating_add(wait).unwrap_or(now)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::{
        ids::LicenseId,
        kind::{Kind, Step},
        notice::Key,
        outcome::Refused,
    };

    fn notice(bits: u128) -> Notice {
        Notice {
            id: NoticeId::from_bits(bits),
            key: Key {
                license: LicenseId::from_bits(1),
                term: 1,
                kind: Kind::RenewalReminder,
                step: Step::Days(-30),
                occasion: String::new(),
            },
            due_on: jiff::civil::date(1970, 1, 1),
            due_at: Timestamp::UNIX_EPOCH,
            limit_at: None,
            state: State::Due,
            reason: String::new(),
            wake_at: Some(Timestamp::UNIX_EPOCH),
            attempts: 0,
            patience: Patience::default(),
            first_claimed_at: None,
            ended_at: None,
        }
    }

    fn later_by(delay: Delay, reply: &str) -> Outcome {
        Outcome::Later { delay, reply: reply.to_owned() }
    }

    fn greylisted() -> Outcome {
        later_by(Delay::Refused, "451 4.7.1 try later")
    }

    /// Attempts one after the other, each at the instant that the one before named: when each woke, in minutes.
    fn life(outcomes: &[Outcome]) -> (Notice, Vec<i64>) {
        let (mut notice, mut now, mut waits) = (notice(0), Timestamp::UNIX_EPOCH, Vec::new());
        for outcome in outcomes {
            let settled = settle(&notice, notice.attempts + 1, outcome, now);
            notice.attempts += 1;
            (notice.state, notice.reason, notice.patience) =
                (settled.state, settled.reason, settled.patience);
            let Some(wake_at) = settled.wake_at else { break };
            waits.push(wake_at.duration_since(now).as_secs() / 60);
            now = wake_at;
        }
        (notice, waits)
    }

    #[test]
    fn each_refusal_waits_longer_up_to_three_hours() {
        let (_, waits) = life(&vec![greylisted(); 7]);
        assert_eq!(waits, [5, 30, 60, 120, 180, 180, 180]);
    }

    #[test]
    fn what_is_our_own_affair_waits_by_its_own_table() {
        for (delay, waits) in [
            (Delay::Unreachable, [1, 1, 1, 1]),
            (Delay::Withdrawn, [1, 1, 1, 1]),
            (Delay::OurSetup, [5, 30, 60, 60]),
        ] {
            let (notice, found) = life(&vec![later_by(delay, ""); 4]);
            assert_eq!((found.as_slice(), notice.patience), (&waits[..], Patience::default()), "{delay:?}");
        }
    }

    #[test]
    fn a_relay_that_is_away_for_a_month_uses_up_neither_attempts_nor_days() {
        let mut outcomes = vec![greylisted(); 3];
        outcomes.extend(vec![later_by(Delay::Unreachable, "no connection"); 30 * 24 * 60]);
        outcomes.extend(vec![later_by(Delay::OurSetup, "535 5.7.8 wrong password"); 24]);
        let (notice, _) = life(&outcomes);
        assert_eq!((notice.state, notice.patience.refusals), (State::Due, 3));
        outcomes.extend(vec![greylisted(); 3]);
        let (notice, waits) = life(&outcomes);
        assert_eq!((notice.state, &waits[waits.len() - 3..]), (State::Due, &[120, 180, 180][..]));
    }

    #[test]
    fn after_five_days_of_refusals_it_is_given_up_with_the_relays_words() {
        let (notice, waits) = life(&vec![greylisted(); 100]);
        assert_eq!(notice.state, State::Failed);
        assert!(notice.reason.contains("451 4.7.1 try later"), "{}", notice.reason);
        let minutes: i64 = waits.iter().sum();
        assert!((GIVE_UP_HOURS * 60 - 180..GIVE_UP_HOURS * 60).contains(&minutes), "{minutes}");
    }

    #[test]
    fn five_days_in_which_we_were_down_are_no_refusals() {
        let mut notice = notice(0);
        notice.patience = Patience { refusals: 2, since_at: Some(Timestamp::UNIX_EPOCH) };
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(30 * 24);
        assert_eq!(settle(&notice, 3, &greylisted(), now).state, State::Due);
        notice.patience.refusals = GIVE_UP_REFUSALS - 1;
        assert_eq!(settle(&notice, 3, &greylisted(), now).state, State::Failed);
    }

    #[test]
    fn two_notices_are_spread_by_at_most_a_tenth() {
        let wake = |bits| {
            let patience = Patience { refusals: 2, since_at: Some(Timestamp::UNIX_EPOCH) };
            let notice = Notice { patience, ..notice(bits) };
            settle(&notice, 3, &greylisted(), Timestamp::UNIX_EPOCH).wake_at.unwrap()
        };
        assert!(wake(1) != wake(999));
        assert!(wake(999) <= Timestamp::UNIX_EPOCH + SignedDuration::from_mins(66));
    }

    #[test]
    fn ends_keep_the_relays_words_and_a_lost_answer_goes_again() {
        let settled = |outcome: Outcome| settle(&notice(0), 1, &outcome, Timestamp::UNIX_EPOCH);
        let accepted = settled(Outcome::Accepted { reply: "250 2.0.0 queued".to_owned() });
        assert_eq!((accepted.state, accepted.reason.as_str()), (State::Accepted, "250 2.0.0 queued"));
        let never =
            settled(Outcome::Never { refused: Refused::Address, reply: "550 5.1.1 unknown".to_owned() });
        assert_eq!((never.state, never.reason.as_str()), (State::Failed, "550 5.1.1 unknown"));
        let unknown = settled(Outcome::Unknown { detail: "connection reset".to_owned() });
        assert_eq!(unknown.state, State::Unknown);
        assert!(unknown.wake_at.is_some());
    }

    #[test]
    fn what_may_have_been_taken_once_is_never_written_anew() {
        for state in [State::Sending, State::Unknown] {
            let lost = Notice { state, ..notice(0) };
            for delay in [Delay::Refused, Delay::Unreachable, Delay::OurSetup, Delay::Withdrawn] {
                let settled = settle(&lost, 2, &later_by(delay, "later"), Timestamp::UNIX_EPOCH);
                assert_eq!(settled.state, State::Unknown, "{state} {delay:?}");
            }
        }
    }
}
