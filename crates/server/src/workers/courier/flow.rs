//! The flow of letters: claims keep the conversations busy, and what comes back is written as it comes. Nothing waits
//! for the slowest.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tenure_domain::Lane;
use tenure_post::carrier::Next;
use tenure_store::{Fault, Tx};
use tokio::{task::JoinSet, time::sleep};

use super::{
    ahead::{self, Stock},
    errand::{Going, Ready},
    lanes::{PerLane, depth, may_begin},
    queue::Queue,
    troubles::{self, Troubles},
};
use crate::{
    actions::{
        claim::{Claim, Group, Guess, claim_due},
        settle::{Answer, Settled, SettledCounts, settle_all},
    },
    clock::Stopwatch,
    fail,
    house::House,
    workers::{Counts, SLEEP},
};

/// How many answers are written in one transaction.
const SETTLED_AT_ONCE: usize = 200;

/// When a flow ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// As soon as nothing is left to do now; when the database fails for too long, with its fault.
    NothingIsLeft,
    /// The same, but what fails is tried again for as long as it takes: the bell ends it.
    ToldToEnd,
}

/// What one of the tasks brings back.
enum Done {
    /// What a claim with so much room brought.
    Claimed(Result<Claim, Fault>, PerLane<u32>, Stopwatch),
    /// What was written ahead since then.
    WrittenAhead(Result<Vec<Group<Guess>>, Fault>, Stopwatch),
    /// What became of a letter, and the one that was begun behind it in its conversation.
    Carried(Lane, Ready, Answer, Option<Box<Going>>),
    Settled(Result<SettledCounts, Fault>, Vec<(Ready, Answer)>),
    /// A wait is over.
    Rested,
    /// Whether the database takes commits.
    Probed(Result<(), Fault>),
}

/// A flow of letters.
#[expect(clippy::struct_excessive_bools, reason = "each says of one thing whether it is being done")]
pub(super) struct Flow {
    house: Arc<House>,
    until: Until,
    doing: JoinSet<Done>,
    /// Claimed and not begun.
    queue: Arc<Queue>,
    /// How many conversations there are.
    speaking: PerLane<usize>,
    /// Come back and not written.
    answered: VecDeque<(Ready, Answer)>,
    /// Lanes in which the last claim found nothing more.
    is_drained: PerLane<bool>,
    is_claiming: bool,
    is_settling: bool,
    /// How many are being written.
    settling: usize,
    is_resting: bool,
    is_over: bool,
    stock: Stock,
    troubles: Troubles,
    counts: Counts,
}

impl Flow {
    pub(super) fn new(house: &Arc<House>, until: Until) -> Self {
        Self {
            house: house.clone(),
            until,
            doing: JoinSet::new(),
            queue: Arc::default(),
            speaking: PerLane::default(),
            answered: VecDeque::new(),
            is_drained: PerLane::default(),
            is_claiming: false,
            is_settling: false,
            settling: 0,
            is_resting: false,
            is_over: false,
            stock: Stock::default(),
            troubles: Troubles::default(),
            counts: Counts::default(),
        }
    }

    /// What was done so far.
    pub(super) fn counts(&self) -> Counts {
        self.counts
    }

    /// Runs to its end.
    pub(super) async fn run(&mut self) -> anyhow::Result<()> {
        let (house, queue) = (self.house.clone(), self.queue.clone());
        loop {
            self.begin_probing();
            self.queue.open(self.may_speak() && !self.is_over);
            if self.is_over || self.has_given_up() {
                self.give_all_back();
            }
            self.begin_letters();
            self.begin_settling();
            self.begin_claiming();
            self.begin_writing_ahead();
            if self.is_done() {
                break;
            }
            tokio::select! {
                Some(done) = self.doing.join_next() => match done {
                    Ok(done) => self.take(done),
                    Err(broken) => return Err(broken.into()),
                },
                () = house.bell.over(), if !self.is_over => self.end(),
                () = queue.changed() => {}
                // A letter that hangs keeps the flow alive: what falls due meanwhile does not wait for it.
                () = house.bell.wait(SLEEP) => self.is_drained = PerLane::default(),
            }
        }
        match self.troubles.take_fault() {
            Some(fault) if self.has_given_up() => Err(self.given_up(fault)),
            _ => Ok(()),
        }
    }

    fn is_done(&self) -> bool {
        let is_idle = self.doing.is_empty() && self.queue.is_empty();
        let is_written = self.answered.is_empty() || self.has_given_up();
        is_idle && is_written && !self.may_claim()
    }

    /// Finish the dots, give back the leases of what was not begun.
    fn end(&mut self) {
        self.is_over = true;
        self.queue.open(false);
    }

    fn give_all_back(&mut self) {
        let waiting = self.queue.drain();
        self.answered.extend(waiting.into_iter().map(|ready| (ready, Answer::NotBegun(None))));
    }

    fn given_up(&self, fault: Fault) -> anyhow::Error {
        let unwritten = |(_, answer): &&(Ready, Answer)| !matches!(answer, Answer::NotBegun(_));
        let unwritten = self.answered.iter().filter(unwritten).count();
        anyhow::Error::from(fault).context(format!(
            "the database takes no commits, so sending stopped; {unwritten} answers of the relay could not be written: those letters go again under their Message-IDs"
        ))
    }

    fn has_given_up(&self) -> bool {
        self.troubles.are_too_many() && (self.until == Until::NothingIsLeft || self.is_over)
    }

    // ── Claiming ────────────────────────────────────────────────────────────────────────────────────────────────

    fn may_claim(&self) -> bool {
        let is_away = !self.house.carrier.away_for(self.house.watch.elapsed()).is_zero();
        !self.is_over && !is_away && !self.has_given_up() && self.is_drained != [true; 3]
    }

    fn begin_claiming(&mut self) {
        let room = self.stock.cap(self.room());
        if self.is_claiming || !self.may_write() || !self.may_claim() || room == [0; 3] {
            return;
        }
        self.is_claiming = true;
        let ahead = self.stock.give(room);
        let (house, since) = (self.house.clone(), Stopwatch::start());
        self.doing.spawn(async move {
            let (desk, now) = (house.desk.clone(), house.clock.now());
            let around = house.around();
            let claim = move |tx: &mut Tx| claim_due(tx, &desk, room, &ahead, around.as_ref(), now);
            let claimed = house.store.write(claim).await;
            if let Ok(Claim { mark: Some(mark), .. }) = &claimed {
                house.leave_mark(mark.clone());
            }
            fail::point("after_claim");
            Done::Claimed(claimed, room, since)
        });
    }

    /// What the next claims may take is written while this one runs, and while letters are carried.
    fn begin_writing_ahead(&mut self) {
        if !self.may_write() || !self.may_claim() || self.house.carrier.is_suspect() {
            return;
        }
        let Some(wish) = self.stock.wish(depth(self.most())) else { return };
        let (house, since) = (self.house.clone(), Stopwatch::start());
        self.doing.spawn(async move { Done::WrittenAhead(ahead::write(&house, wish).await, since) });
    }

    const fn may_write(&self) -> bool {
        !self.is_resting && !self.troubles.is_doubtful
    }

    /// For how many letters of each lane there is room: none while it has enough.
    fn room(&self) -> PerLane<u32> {
        // A relay that was away is tried with one letter, not with a hundred.
        let depth = if self.house.carrier.is_suspect() { 1 } else { depth(self.most()) };
        Lane::ALL.map(|lane| {
            let at = lane.number() as usize;
            let held = self.queue.len(lane);
            if self.is_drained[at] || held > depth / 2 { 0 } else { u32::try_from(depth - held).unwrap_or(0) }
        })
    }

    fn most(&self) -> usize {
        self.house.carrier.connections()
    }

    fn take_claim(&mut self, claim: Claim, room: PerLane<u32>, since: Stopwatch) {
        self.troubles.end();
        self.stock.claimed(room, claim.is_full);
        self.counts.canceled += claim.canceled;
        self.counts.superseded += claim.superseded;
        self.counts.late += claim.late;
        for lane in Lane::ALL {
            self.is_drained[lane.number() as usize] |= claim.is_drained[lane.number() as usize];
        }
        for errand in claim.errands {
            self.queue.push(errand.lane(), Ready::new(errand, since));
        }
    }

    // ── Carrying ────────────────────────────────────────────────────────────────────────────────────────────────

    fn begin_letters(&mut self) {
        for lane in Lane::ALL {
            while self.may_speak() && may_begin(lane, self.speaking, self.most()) && self.begin_next(lane) {}
        }
    }

    /// Not while commits fail, nor while more answers wait to be written than conversations bring at a time: what is lost when
    /// the process dies stays small.
    fn may_speak(&self) -> bool {
        !self.troubles.is_doubtful && self.answered.len() + self.settling < depth(self.most())
    }

    /// Begins the next letter of a lane, or finds out that it cannot. Whether there may be another one to begin.
    fn begin_next(&mut self, lane: Lane) -> bool {
        let Some(ready) = self.queue.pop(lane) else { return false };
        let to = match &ready.errand.parcel {
            Ok(_) if ready.is_stale() => {
                self.answered.push_back((ready, Answer::NotBegun(None)));
                return true;
            }
            Ok(parcel) => parcel.to.clone(),
            Err(outcome) => {
                let answer = Answer::Outcome(outcome.clone());
                self.answered.push_back((ready, answer));
                return true;
            }
        };
        match self.house.carrier.next(&to, self.house.watch.elapsed()) {
            Next::Go(turn) => {
                self.speaking[lane.number() as usize] += 1;
                self.carry(Going::new(lane, ready, turn));
            }
            Next::PutOff(wait) => {
                let wake_at = later(self.house.clock.now(), wait);
                self.answered.push_back((ready, Answer::NotBegun(Some(wake_at))));
            }
            Next::Wait(wait) => {
                self.queue.put_back(lane, ready);
                self.rest(wait);
                return false;
            }
            Next::Away(_) => {
                self.queue.put_back(lane, ready);
                self.give_all_back();
                return false;
            }
        }
        true
    }

    fn carry(&mut self, going: Going) {
        let (house, queue) = (self.house.clone(), self.queue.clone());
        self.doing.spawn(async move {
            let (lane, ready) = (going.lane, going.ready.clone());
            let (answer, follower) = going.carry(&house, &queue).await;
            Done::Carried(lane, ready, answer, follower)
        });
    }

    // ── Settling ────────────────────────────────────────────────────────────────────────────────────────────────

    fn begin_settling(&mut self) {
        if self.is_settling || !self.may_write() || self.answered.is_empty() || self.has_given_up() {
            return;
        }
        self.is_settling = true;
        // After a failure one by one: an answer that cannot be written holds up no other.
        let most = if self.troubles.are_over() { SETTLED_AT_ONCE } else { 1 };
        let answers: Vec<_> = self.answered.drain(..most.min(self.answered.len())).collect();
        self.settling = answers.len();
        let house = self.house.clone();
        self.doing.spawn(async move {
            let now = house.clock.now();
            let told: Vec<Settled> =
                answers.iter().map(|(ready, answer)| (ready.errand.clone(), answer.clone())).collect();
            fail::point("before_settle");
            let desk = house.desk.clone();
            let settled = house.store.write(move |tx| settle_all(tx, &desk, &told, now)).await;
            fail::point("after_settle");
            Done::Settled(settled, answers)
        });
    }

    fn take_settled(&mut self, settled: SettledCounts) {
        self.troubles.end();
        self.counts.accepted += settled.accepted;
        self.counts.deferred += settled.deferred;
        self.counts.failed += settled.failed;
        if settled.lost > 0 {
            tracing::warn!(lost = settled.lost, "answers came after their claim had passed on");
        }
        self.measure(settled);
        if !self.is_over && !self.house.carrier.is_suspect() {
            self.is_drained = PerLane::default();
        }
    }

    fn measure(&self, settled: SettledCounts) {
        let metrics = &self.house.metrics;
        for outcome in settled.attempts {
            metrics.attempted(outcome);
        }
        for (kind, late) in settled.lateness {
            metrics.accepted(kind, late);
        }
        metrics.lost(settled.lost);
    }

    // ── What comes back ─────────────────────────────────────────────────────────────────────────────────────────

    fn take(&mut self, done: Done) {
        match done {
            Done::Claimed(claimed, room, since) => {
                self.is_claiming = false;
                match claimed {
                    Ok(claim) => self.take_claim(claim, room, since),
                    Err(fault) => {
                        self.stock.claimed([0; 3], [false; 3]);
                        self.trouble("claimed", fault);
                    }
                }
            }
            Done::WrittenAhead(written, since) => self.stock.take(written, since),
            Done::Carried(lane, ready, answer, follower) => {
                self.answered.push_back((ready, answer));
                match follower {
                    // The same conversation, in the place that its lane has.
                    Some(follower) => self.carry(*follower),
                    None => self.speaking[lane.number() as usize] -= 1,
                }
            }
            Done::Settled(settled, answers) => {
                (self.is_settling, self.settling) = (false, 0);
                match settled {
                    Ok(settled) => self.take_settled(settled),
                    Err(fault) => {
                        // Nothing is dropped as long as it can be written: its lease is the limit.
                        self.answered.extend(answers.into_iter().filter(|(ready, _)| !ready.is_over()));
                        self.trouble("settled", fault);
                    }
                }
            }
            Done::Rested => self.is_resting = false,
            Done::Probed(Ok(())) => self.troubles.take_heart(&self.house, self.answered.len()),
            Done::Probed(Err(fault)) => {
                self.troubles.blow(&self.house, &fault);
                self.trouble("written", fault);
            }
        }
    }

    // ── A database that takes no commits ────────────────────────────────────────────────────────────────────────

    /// After a failure: is it the database, or only what was to be written?
    fn begin_probing(&mut self) {
        if self.is_resting || self.has_given_up() || !self.troubles.begin_probing() {
            return;
        }
        let house = self.house.clone();
        self.doing.spawn(async move { Done::Probed(troubles::probe(&house).await) });
    }

    fn trouble(&mut self, what: &str, fault: Fault) {
        let wait = self.troubles.add(what, fault);
        self.is_resting = true;
        self.rest(wait);
    }

    fn rest(&mut self, wait: Duration) {
        self.doing.spawn(async move {
            sleep(wait).await;
            Done::Rested
        });
    }
}

fn later(now: Timestamp, wait: Duration) -> Timestamp {
    let wait = SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX);
    now.saturating_add(wait).unwrap_or(now)
}
