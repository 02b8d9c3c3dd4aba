//! When a letter that was not taken goes again, and when it goes no more.

use jiff::{SignedDuration, Timestamp};

use crate::{ids::NoticeId, notice::State, outcome::Outcome};

/// How long a letter is tried, in hours from its first claim: five days.
pub const GIVE_UP_HOURS: i64 = 5 * 24;

/// Minutes after the first, second, third and fourth refusal; every three hours after that.
const MINUTES: [i64; 4] = [5, 30, 60, 120];
const LAST_MINUTES: i64 = 180;

/// Where a notice stands after an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The state.
    pub state: State,
    /// Why, at an end; the relay's words where it spoke.
    pub reason: String,
    /// When it is tried again, if it is.
    pub wake_at: Option<Timestamp>,
}

/// Where a notice stands after its `attempts`-th attempt, the first of which was at `first_at`, ended in `outcome` at `now`.
pub fn settle(
    notice: NoticeId,
    attempts: u32,
    first_at: Timestamp,
    outcome: &Outcome,
    now: Timestamp,
) -> Settled {
    let ended = |state, reason: String| Settled { state, reason, wake_at: None };
    let again_at = now + delay(notice, attempts);
    let is_last = again_at.duration_since(first_at) >= SignedDuration::from_hours(GIVE_UP_HOURS);
    match outcome {
        Outcome::Accepted { reply } => ended(State::Accepted, reply.clone()),
        Outcome::Never { reply, .. } => ended(State::Failed, reply.clone()),
        // A relay that never answers would be sent the same letter for ever.
        Outcome::Later { reply: words, .. } | Outcome::Unknown { detail: words } if is_last => {
            ended(State::Failed, format!("given up after {attempts} attempts: {words}"))
        }
        Outcome::Later { .. } => {
            Settled { state: State::Due, reason: String::new(), wake_at: Some(again_at) }
        }
        Outcome::Unknown { .. } => {
            Settled { state: State::Unknown, reason: String::new(), wake_at: Some(again_at) }
        }
    }
}

/// How long to wait after the `attempts`-th attempt. From the second on up to a tenth more, spread
/// by the notice's id, so that a recovered relay is not met by everything at once.
fn delay(notice: NoticeId, attempts: u32) -> SignedDuration {
    let at = attempts.saturating_sub(1) as usize;
    let seconds = MINUTES.get(at).copied().unwrap_or(LAST_MINUTES) * 60;
    let spread = i64::try_from(notice.bits() % 1000).unwrap_or(0);
    SignedDuration::from_secs(if at == 0 { seconds } else { seconds + seconds * spread / 10_000 })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::outcome::{Delay, Refused};

    fn later() -> Outcome {
        Outcome::Later { delay: Delay::Refused, reply: "451 4.7.1 try later".to_owned() }
    }

    #[test]
    fn waiting_grows_to_three_hours() {
        let now = Timestamp::UNIX_EPOCH;
        for (attempts, minutes) in [(1, 5), (2, 30), (3, 60), (4, 120), (5, 180), (20, 180)] {
            let settled = settle(NoticeId::from_bits(0), attempts, now, &later(), now);
            assert_eq!(settled.wake_at.unwrap(), now + SignedDuration::from_mins(minutes), "{attempts}");
            assert_eq!(settled.state, State::Due);
        }
    }

    #[test]
    fn two_notices_are_spread_by_at_most_a_tenth() {
        let wake = |bits| {
            settle(NoticeId::from_bits(bits), 3, Timestamp::UNIX_EPOCH, &later(), Timestamp::UNIX_EPOCH)
                .wake_at
                .unwrap()
        };
        assert!(wake(1) != wake(999));
        assert!(wake(999) <= Timestamp::UNIX_EPOCH + SignedDuration::from_mins(66));
    }

    #[test]
    fn after_five_days_it_is_given_up_with_the_relays_words() {
        let first_at = Timestamp::UNIX_EPOCH;
        let now = first_at + SignedDuration::from_hours(GIVE_UP_HOURS);
        let settled = settle(NoticeId::from_bits(0), 40, first_at, &later(), now);
        assert_eq!((settled.state, settled.wake_at), (State::Failed, None));
        assert!(settled.reason.contains("451 4.7.1 try later"));
    }

    #[test]
    fn ends_keep_the_relays_words_and_a_lost_answer_goes_again() {
        let settled = |outcome: Outcome| {
            settle(NoticeId::from_bits(0), 1, Timestamp::UNIX_EPOCH, &outcome, Timestamp::UNIX_EPOCH)
        };
        let accepted = settled(Outcome::Accepted { reply: "250 2.0.0 queued".to_owned() });
        assert_eq!((accepted.state, accepted.reason.as_str()), (State::Accepted, "250 2.0.0 queued"));
        let never =
            settled(Outcome::Never { refused: Refused::Address, reply: "550 5.1.1 unknown".to_owned() });
        assert_eq!((never.state, never.reason.as_str()), (State::Failed, "550 5.1.1 unknown"));
        let unknown = settled(Outcome::Unknown { detail: "connection reset".to_owned() });
        assert_eq!(unknown.state, State::Unknown);
        assert!(unknown.wake_at.is_some());
    }
}
