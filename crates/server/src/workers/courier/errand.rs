//! One errand: a claimed letter and its conversation.

use std::{
    pin::pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tenure_domain::{Lane, Outcome, outcome::Delay};
use tenure_post::carrier::{Begun, Carried, Courier, Learned, Parcel, Turn};
use tokio::{sync::Notify, time::sleep};

use super::queue::Queue;

use crate::{
    actions::{
        claim::{Errand, LEASE_MINUTES, is_still_true},
        settle::Answer,
    },
    clock::Stopwatch,
    fail,
    house::House,
};

/// A claim older than this is checked again before DATA, and before the message (promise 5).
const FRESH: Duration = Duration::from_secs(2);
/// How long a letter waits behind another one, whose final dot is not answered.
const PATIENCE: Duration = Duration::from_secs(10);
/// Of its lease a letter needs so much from DATA to the answer to its final dot, in minutes: with less left it is given back.
pub(super) const SPEAKING_MINUTES: i64 = 40;

/// A claimed letter that has not begun.
#[derive(Debug, Clone)]
pub(super) struct Ready {
    pub(super) errand: Arc<Errand>,
    /// Runs since before its claim.
    pub(super) since: Stopwatch,
    /// When the guard last said yes, in milliseconds of it; the claim was the first time.
    true_at: Arc<AtomicU64>,
}

impl Ready {
    /// A letter whose claim began then.
    pub(super) fn new(errand: Errand, since: Stopwatch) -> Self {
        Self { errand: Arc::new(errand), since, true_at: Arc::default() }
    }

    /// Whether too little of its lease is left for it to begin.
    pub(super) fn is_stale(&self) -> bool {
        let within = (LEASE_MINUTES - SPEAKING_MINUTES).unsigned_abs() * 60;
        self.since.elapsed() >= Duration::from_secs(within)
    }

    /// Whether its lease is over: whatever became of it can no longer be written.
    pub(super) fn is_over(&self) -> bool {
        self.since.elapsed() >= Duration::from_secs(LEASE_MINUTES.unsigned_abs() * 60)
    }

    /// Its parcel with its signatures. They are made here, beside the other conversations: a signature takes longer than all the
    /// rest of a letter.
    fn signed(&self, house: &House) -> Result<Parcel, Outcome> {
        let parcel = self.errand.parcel.clone()?;
        let bytes = house.desk.signed(parcel.bytes.to_vec(), self.errand.written_at);
        Ok(Parcel { bytes: Arc::from(bytes), ..parcel })
    }

    /// The guard, where only the message is left to be sent.
    async fn may_go(&self, house: &House) -> bool {
        fail::point("before_data");
        if house.bell.is_over() || self.is_stale() {
            return false;
        }
        let (asked_at, true_at) = (self.since.elapsed(), self.true_at.load(Ordering::Relaxed));
        if asked_at < Duration::from_millis(true_at) + FRESH {
            return true;
        }
        let (desk, asked) = (house.desk.clone(), self.errand.clone());
        let now = house.clock.now();
        let answer = house.store.read(move |tx| is_still_true(tx, &desk, &asked, now)).await;
        if matches!(answer, Ok(true)) {
            let asked_at = u64::try_from(asked_at.as_millis()).unwrap_or(0);
            self.true_at.store(asked_at, Ordering::Relaxed);
        }
        answer.unwrap_or_else(|fault| {
            tracing::warn!("the guard could not be read, so a letter waits: {fault}");
            false
        })
    }
}

/// A letter whose turn it is.
#[derive(Debug)]
pub(super) struct Going {
    pub(super) lane: Lane,
    pub(super) ready: Ready,
    turn: Turn,
    /// With its signatures, once it has them.
    parcel: Option<Parcel>,
    /// The conversation in which it was begun behind another letter.
    begun: Option<Begun>,
}

/// What became of a letter, and the one that was begun behind it.
type Came = (Answer, Option<Box<Going>>);

impl Going {
    /// A letter that goes by this turn.
    pub(super) fn new(lane: Lane, ready: Ready, turn: Turn) -> Self {
        Self { lane, ready, turn, parcel: None, begun: None }
    }

    /// Carries it, whatever happens: an errand that breaks may have been taken.
    pub(super) async fn carry(self, house: &Arc<House>, queue: &Arc<Queue>) -> Came {
        let (house, queue) = (house.clone(), queue.clone());
        let carrying = tokio::spawn(async move { self.speak(&house, &queue).await });
        carrying.await.unwrap_or_else(|panic| {
            tracing::error!("an errand broke: {panic}");
            let detail = "the courier broke while it spoke".to_owned();
            (Answer::Outcome(Outcome::Unknown { detail }), None)
        })
    }

    async fn speak(self, house: &House, queue: &Queue) -> Came {
        let Self { lane, ready, mut turn, parcel, mut begun } = self;
        let parcel = match parcel.map_or_else(|| ready.signed(house), Ok) {
            Ok(parcel) => parcel,
            Err(outcome) => return (Answer::Outcome(outcome), None),
        };
        let mut follower = None;
        loop {
            let asked = Asked {
                house,
                queue,
                lane,
                ready: &ready,
                turn: &turn,
                next: Mutex::default(),
                named: Notify::new(),
            };
            let (carried, conversation) =
                Box::pin(asked.answered(turn.carry(&parcel, begun.take(), &asked))).await;
            fail::point("after_dot");
            follower = asked.follower(conversation).or(follower);
            let outcome = match carried {
                Carried::Outcome(outcome) => outcome,
                Carried::Withdrawn if house.bell.is_over() || ready.is_stale() => {
                    return (Answer::NotBegun(None), follower);
                }
                Carried::Withdrawn => withdrawn(),
            };
            let place = turn.place();
            let (learned, instead) = turn.learn(&outcome, house.watch.elapsed());
            tell(learned, &place, &outcome);
            match instead {
                Some(other) => turn = other,
                None => return (Answer::Outcome(outcome), follower),
            }
        }
    }
}

/// What is asked while a letter is carried.
struct Asked<'a> {
    house: &'a House,
    queue: &'a Queue,
    lane: Lane,
    ready: &'a Ready,
    turn: &'a Turn,
    /// The letter that was named as the next one.
    next: Mutex<Option<Going>>,
    named: Notify,
}

impl Courier for Asked<'_> {
    async fn may_go(&self) -> bool {
        self.ready.may_go(self.house).await
    }

    async fn next(&self) -> Option<Parcel> {
        let now = self.house.watch.elapsed();
        let turn = |ready: &Ready| match &ready.errand.parcel {
            Ok(parcel) if !ready.is_stale() => self.turn.follow(&parcel.to, now),
            _ => None,
        };
        let (ready, turn) = self.queue.follow(self.lane, turn)?;
        let mut going = Going::new(self.lane, ready, turn);
        if going.ready.may_go(self.house).await {
            going.parcel = going.ready.signed(self.house).ok();
        }
        let parcel = going.parcel.clone();
        *self.named() = Some(going);
        self.named.notify_one();
        parcel
    }
}

impl Asked<'_> {
    fn named(&self) -> MutexGuard<'_, Option<Going>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What comes of carrying. Where that takes long, the letter behind it does not wait for it.
    async fn answered<T>(&self, carrying: impl Future<Output = T>) -> T {
        let mut carrying = pin!(carrying);
        tokio::select! {
            biased;
            carried = &mut carrying => return carried,
            () = self.wait_with_the_next() => {}
        }
        if let Some(next) = self.named().take() {
            self.queue.put_back(next.lane, next.ready);
        }
        carrying.await
    }

    /// As long as the next letter waits behind this one.
    async fn wait_with_the_next(&self) {
        self.named.notified().await;
        tokio::select! {
            () = self.house.bell.over() => {}
            () = sleep(PATIENCE) => {}
        }
    }

    /// The letter that was begun behind the one carried. One that was named and not begun waits for its turn again.
    fn follower(self, begun: Option<Begun>) -> Option<Box<Going>> {
        let next = self.next.into_inner().unwrap_or_else(PoisonError::into_inner)?;
        if begun.is_none() {
            self.queue.put_back(next.lane, next.ready);
            return None;
        }
        Some(Box::new(Going { begun, ..next }))
    }
}

/// The next claim finds out why, and ends it with its reason.
fn withdrawn() -> Outcome {
    let reply = "its reason ended after its claim or could not be read, or sending is held".to_owned();
    Outcome::Later { delay: Delay::Withdrawn, reply }
}

/// Says so when a relay is left alone, and when it is there again.
fn tell(learned: Learned, place: &str, outcome: &Outcome) {
    let words = outcome.words();
    match (learned, outcome) {
        (Learned::Nothing, _) => {}
        (Learned::Back, _) => tracing::info!("{place} takes mail again"),
        (Learned::Paused(pause), Outcome::Later { delay: Delay::OurSetup, .. }) => {
            tracing::error!(
                "{place} refuses our own set-up, so nothing goes there for {pause:?}; no letter is lost by it: {words}"
            );
        }
        (Learned::Paused(pause), _) => {
            tracing::warn!("{place} does not take mail, so nothing goes there for {pause:?}: {words}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_outlives_the_longest_conversation_that_may_still_begin() {
        // A letter of three blocks (192 KiB) says everything one by one, and each answer comes at the last moment.
        let longest = tenure_post::carrier::Timers::default().from_data(3);
        assert!(longest <= Duration::from_secs(SPEAKING_MINUTES.unsigned_abs() * 60), "{longest:?}");
        const { assert!(SPEAKING_MINUTES < LEASE_MINUTES) }
    }
}
