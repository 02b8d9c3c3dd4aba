//! Claim: in one transaction take what is due, ask the guard, freeze the words. What comes out is ready to be carried.

mod ahead;
mod begin;
mod case;
mod draft;

use std::collections::BTreeSet;

use jiff::Timestamp;
use tenure_domain::{
    InForce, Lane, Notice, NoticeId, Outcome, State,
    epoch::{Mark, Surroundings},
    guard::Verdict,
};
use tenure_post::carrier::Parcel;
use tenure_store::{
    Fault, Tx,
    db::Grip,
    hold, letter,
    notice::{self, Claimed},
    pass,
};

use super::{Desk, epoch, tell_address};
pub use ahead::{Ahead, FRESH, Group, Guess, Outline, look_ahead, write_ahead};
use case::Case;

/// How long a courier has to say what became of a letter, in minutes: longer than all the timers of one conversation
/// together, of which the answer to the final dot alone has ten minutes (RFC 5321, 4.5.3.2).
pub const LEASE_MINUTES: i64 = 60;

/// A letter on its way, or what stands in its way.
#[derive(Debug, Clone)]
pub struct Errand {
    /// What it tells, each as it was before the claim, with the number of its attempt: the fence against a late answer.
    pub told: Vec<(Notice, u32)>,
    /// The parcel to carry, not yet signed; or the outcome, where no parcel could be made.
    pub parcel: Result<Parcel, Outcome>,
    /// When its letter was written, for its signature.
    pub written_at: Timestamp,
}

impl Errand {
    /// The lane it goes by.
    pub fn lane(&self) -> Lane {
        self.told.first().map_or(Lane::Dated, |(notice, _)| notice.key.kind.lane())
    }
}

/// What a claim brought.
#[derive(Debug, Clone, Default)]
pub struct Claim {
    /// What is to be carried now.
    pub errands: Vec<Errand>,
    /// In which lanes, the most urgent first, less was found than there was room for: nothing is left to do there now.
    pub is_drained: [bool; 3],
    /// In which lanes as much was found as there was room for: there may be more.
    pub is_full: [bool; 3],
    /// Whether sending is held: then nothing was claimed.
    pub is_held: bool,
    /// In live mode: to be left beside the database before any of them is carried.
    pub mark: Option<Mark>,
    /// How many of them ended because their reason had.
    pub canceled: u64,
    /// How many ended because a newer step is due.
    pub superseded: u64,
    /// How many ended because it is too late.
    pub late: u64,
}

/// What a claim works with.
struct Clerk<'a> {
    desk: &'a Desk,
    in_force: InForce,
    now: Timestamp,
    grip: Grip,
    ahead: &'a Ahead,
}

/// Claims what is due at `now`, in each lane up to the `room` that it has, and what belongs into the same letters; nothing
/// while sending is held, or from a database that is not believed (`around` is known in live mode). What a pass of the
/// planner has written waits for its end: to be gathered with the rest, and to be seen by the fuses as a whole. Letters
/// that were written `ahead` are taken where nothing of what they say has changed.
pub fn claim_due(
    tx: &mut Tx,
    desk: &Desk,
    room: [u32; 3],
    ahead: &Ahead,
    around: Option<&Surroundings>,
    now: Timestamp,
) -> Result<Claim, Fault> {
    let clerk = Clerk { desk, in_force: pass::find_in_force(tx)?, now, grip: Grip::Hold, ahead };
    let epoch = around.map(|around| epoch::believe(tx, desk, around, now)).transpose()?.flatten();
    let mut claim = Claim { is_held: !hold::list(tx)?.is_empty(), ..Claim::default() };
    if claim.is_held {
        claim.is_drained = [true; 3];
        return Ok(claim);
    }
    let mut seen: BTreeSet<NoticeId> = BTreeSet::new();
    for (lane, room) in Lane::ALL.into_iter().zip(room).filter(|(_, room)| *room > 0) {
        let (found, at) = (clerk.find_due(tx, lane, room)?, lane.number() as usize);
        claim.is_drained[at] = found.is_empty();
        claim.is_full[at] = found.len() >= room as usize;
        for first in found {
            if seen.contains(&first.notice.id) {
                continue;
            }
            let group = clerk.gather(tx, first)?;
            seen.extend(group.iter().map(|claimed| claimed.notice.id));
            clerk.claim_group(tx, group, &mut claim)?;
        }
    }
    if let Some(epoch) = epoch.filter(|_| !claim.errands.is_empty()) {
        claim.mark = Some(tenure_store::epoch::mark(tx, &epoch, now)?);
    }
    Ok(claim)
}

/// Whether nothing holds and every notice of an errand is still true, and goes where it should: asked again right before DATA when the claim is
/// old (promise 5).
pub fn is_still_true(tx: &mut Tx, desk: &Desk, errand: &Errand, now: Timestamp) -> Result<bool, Fault> {
    let Ok(parcel) = &errand.parcel else { return Ok(false) };
    if !hold::list(tx)?.is_empty() {
        return Ok(false);
    }
    let none = Ahead::default();
    let clerk = Clerk { desk, in_force: pass::find_in_force(tx)?, now, grip: Grip::Look, ahead: &none };
    let as_claimed =
        |(notice, _): &(Notice, u32)| Claimed { notice: notice.clone(), letter: None, holder: None };
    for case in clerk.read(tx, errand.told.iter().map(as_claimed).collect())? {
        let goes_there =
            case.held.holder.as_ref().is_some_and(|holder| holder.address.as_written() == parcel.to);
        if !goes_there || clerk.judge(tx, &case)? != Verdict::Send {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Clerk<'_> {
    /// What is due in a lane; of dated notices none while a pass of the planner is under way.
    fn find_due(&self, tx: &mut Tx, lane: Lane, limit: u32) -> Result<Vec<Claimed>, Fault> {
        let found = notice::claim(tx, self.grip, lane, self.now, limit)?;
        // Asked behind it: what it saw of a pass that is under way came with the row that says so.
        let waits = lane == Lane::Dated && pass::is_under_way(tx)?;
        Ok(if waits { Vec::new() } else { found })
    }

    /// What belongs with a claimed notice: the same mail, if its answer was lost; what else its holder is owed and can
    /// be gathered, or is of the same kind and step; or nothing.
    fn gather(&self, tx: &mut Tx, first: Claimed) -> Result<Vec<Claimed>, Fault> {
        let kind = first.notice.key.kind;
        let mut group = match (first.notice.state, first.letter, first.holder) {
            (State::Sending | State::Unknown, Some(letter), _) => {
                let mail = letter::find_mail(tx, letter)?;
                notice::claim_by_letter(tx, self.grip, mail, self.now)?
            }
            (State::Due, _, Some(holder)) if kind.can_be_gathered() => {
                let mut together = notice::claim_together(tx, self.grip, holder, self.now)?;
                if !kind.is_dated() && pass::is_under_way(tx)? {
                    together.retain(|claimed| !claimed.notice.key.kind.is_dated());
                }
                together
            }
            (State::Due, _, Some(holder)) if kind.is_dated() => {
                notice::claim_alike(tx, self.grip, holder, &first.notice.key, self.now)?
            }
            _ => Vec::new(),
        };
        if !group.iter().any(|claimed| claimed.notice.id == first.notice.id) {
            group = vec![first];
        }
        Ok(group)
    }

    /// Ends what is no longer true, and begins the rest.
    fn claim_group(&self, tx: &mut Tx, group: Vec<Claimed>, claim: &mut Claim) -> Result<(), Fault> {
        let mut standing = Vec::new();
        for case in self.read(tx, group)? {
            let verdict = self.judge(tx, &case)?;
            if self.is_to_be_sent(tx, &case, verdict, claim)? {
                standing.push(case);
            }
        }
        if let Some(holder) = standing.first().and_then(|case| case.held.holder.clone()) {
            claim.errands.extend(self.begin(tx, &holder, standing)?);
        }
        Ok(())
    }

    /// Whether a verdict says so; any other one is carried out.
    fn is_to_be_sent(
        &self,
        tx: &mut Tx,
        case: &Case,
        verdict: Verdict,
        claim: &mut Claim,
    ) -> Result<bool, Fault> {
        let (state, reason) = match verdict {
            Verdict::Send => return Ok(true),
            Verdict::Hold(why) => (State::Held, why.code()),
            Verdict::Cancel(reason) => (State::Canceled, reason.code()),
            Verdict::Superseded => (State::Superseded, "newer_step_due"),
            Verdict::Late => (State::Late, "limit_passed"),
        };
        let (held, notice) = (&case.held, &case.claimed.notice);
        let copy = match (state, &held.holder) {
            // The e-mail is withheld; the portal has its copy all the same.
            (State::Held, Some(holder)) => {
                let told = [(held.clone(), notice.clone())];
                self.write(tx, holder, &told)?.ok().map(|written| (written.letter.id, holder.id))
            }
            _ => None,
        };
        match state {
            State::Canceled => claim.canceled += 1,
            State::Superseded => claim.superseded += 1,
            State::Late => claim.late += 1,
            _ => {}
        }
        // What ends without a letter has nothing more to wait for.
        tell_address::begin_undo(tx, self.desk, notice, self.now)?;
        notice::end(tx, notice, state, reason, copy, self.now)?;
        Ok(false)
    }
}
