//! Claim: in one transaction take what is due, ask the guard, freeze the words. What comes out is ready to be carried.

use std::{collections::BTreeSet, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{
    Holder, InForce, Kind, Lane, Notice, NoticeId, Outcome, State,
    epoch::{Mark, Surroundings},
    event::HolderStanding,
    guard::{self, Standing, Verdict},
    notice::Cancel,
    outcome::Delay,
};
use tenure_post::carrier::Parcel;
use tenure_store::{
    Fault, Tx, attempt, hold, letter,
    letter::Letter,
    license,
    notice::{self, Claimed},
    pass,
};

use super::{
    Desk, Held, epoch, holder_standing,
    letter::{Written, again, letter_id, write},
    standing, suppress, tell_address,
};

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
}

/// Claims what is due at `now`, in each lane up to the `room` that it has, and what belongs into the same letters; nothing
/// while sending is held, or from a database that is not believed (`around` is known in live mode).
pub fn claim_due(
    tx: &mut Tx,
    desk: &Desk,
    room: [u32; 3],
    around: Option<&Surroundings>,
    now: Timestamp,
) -> Result<Claim, Fault> {
    let clerk = Clerk { desk, in_force: pass::find_in_force(tx)?, now };
    let epoch = around.map(|around| epoch::believe(tx, desk, around, now)).transpose()?.flatten();
    let mut claim = Claim { is_held: !hold::list(tx)?.is_empty(), ..Claim::default() };
    if claim.is_held {
        claim.is_drained = [true; 3];
        return Ok(claim);
    }
    let mut seen: BTreeSet<NoticeId> = BTreeSet::new();
    for (lane, room) in Lane::ALL.into_iter().zip(room).filter(|(_, room)| *room > 0) {
        let found = notice::claim(tx, lane, now, room)?;
        claim.is_drained[lane.number() as usize] = found.is_empty();
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
    if !hold::list(tx)?.is_empty() {
        return Ok(false);
    }
    let clerk = Clerk { desk, in_force: pass::find_in_force(tx)?, now };
    for (notice, _) in &errand.told {
        let held = clerk.read(tx, notice)?;
        let goes_there = |parcel: &Parcel| {
            held.holder.as_ref().is_some_and(|holder| holder.address.as_written() == parcel.to)
        };
        if clerk.judge(tx, &held, notice)? != Verdict::Send || !errand.parcel.as_ref().is_ok_and(goes_there) {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Clerk<'_> {
    /// What belongs with a claimed notice: the same letter, if its answer was lost; what else its holder is owed of
    /// the same kind and step; or nothing.
    fn gather(&self, tx: &mut Tx, first: Claimed) -> Result<Vec<Claimed>, Fault> {
        let mut group = match (first.notice.state, first.letter) {
            (State::Sending | State::Unknown, Some(letter)) => notice::claim_by_letter(tx, letter, self.now)?,
            (State::Due, _) if first.notice.key.kind.is_dated() => {
                match self.read(tx, &first.notice)?.license.holder {
                    Some(holder) => notice::claim_alike(tx, holder, &first.notice.key, self.now)?,
                    None => Vec::new(),
                }
            }
            _ => Vec::new(),
        };
        if !group.iter().any(|claimed| claimed.notice.id == first.notice.id) {
            group = vec![first];
        }
        Ok(group)
    }

    fn read(&self, tx: &mut Tx, notice: &Notice) -> Result<Held, Fault> {
        let found = license::find(tx, &self.desk.keys.vault, notice.key.license)?;
        let license = found.ok_or_else(|| Fault::data("a notice", "its license is gone"))?;
        let mut held = Held::read(tx, self.desk, license)?;
        // A letter about a changed address may go to the one that was left.
        let told = tell_address::find(tx, self.desk, notice, self.now)?;
        if let (Some(holder), Some(told)) = (&mut held.holder, told) {
            holder.address = told.to;
        }
        Ok(held)
    }

    /// Ends what is no longer true, and sends the rest: each by itself, or all in one letter.
    fn claim_group(&self, tx: &mut Tx, group: Vec<Claimed>, claim: &mut Claim) -> Result<(), Fault> {
        let mut standing = Vec::new();
        for claimed in group {
            let held = self.read(tx, &claimed.notice)?;
            let verdict = self.judge(tx, &held, &claimed.notice)?;
            if self.is_to_be_sent(tx, &held, &claimed, verdict, claim)? {
                standing.push((held, claimed));
            }
        }
        let Some(holder) = standing.first().and_then(|(held, _)| held.holder.clone()) else { return Ok(()) };
        let is_one_letter = standing.len() > self.desk.settings.mail.digest_above.max(1)
            || standing.iter().any(|(_, claimed)| claimed.notice.state != State::Due);
        if is_one_letter {
            claim.errands.push(self.begin(tx, &holder, standing)?);
        } else {
            for one in standing {
                claim.errands.push(self.begin(tx, &holder, vec![one])?);
            }
        }
        Ok(())
    }

    fn judge(&self, tx: &mut Tx, held: &Held, notice: &Notice) -> Result<Verdict, Fault> {
        if held.holder.is_none() {
            return Ok(Verdict::Cancel(Cancel::NoAddress));
        }
        let depends_on_holder = matches!(notice.key.kind, Kind::MobileOffer | Kind::AccountInvitation);
        let beside = if depends_on_holder {
            holder_standing(tx, self.desk, held, self.now)?
        } else {
            HolderStanding::default()
        };
        let is_suppressed = match &held.holder {
            Some(holder) => suppress::find(tx, self.desk, &holder.address)?.is_some(),
            None => false,
        };
        let is_undone = tell_address::find(tx, self.desk, notice, self.now)?.is_some_and(|told| told.is_over);
        let standing = Standing {
            is_suppressed,
            is_undone,
            ..standing(self.desk, held, notice, beside, &self.in_force)
        };
        Ok(guard::verdict(notice, &standing, self.now))
    }

    /// Whether a verdict says so; any other one is carried out.
    fn is_to_be_sent(
        &self,
        tx: &mut Tx,
        held: &Held,
        claimed: &Claimed,
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
        let copy = match (state, &held.holder) {
            // The e-mail is withheld; the portal has its copy all the same.
            (State::Held, Some(holder)) => {
                let told = [(held.clone(), claimed.notice.clone())];
                write(tx, self.desk, holder, &told, self.now)?.ok().map(|(letter, _)| (letter.id, holder.id))
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
        tell_address::begin_undo(tx, self.desk, &claimed.notice, self.now)?;
        notice::end(tx, &claimed.notice, state, reason, copy, self.now)?;
        Ok(false)
    }

    /// From here on a courier speaks. A letter whose answer was lost goes again with the same bytes; any other is
    /// written anew.
    fn begin(&self, tx: &mut Tx, holder: &Holder, standing: Vec<(Held, Claimed)>) -> Result<Errand, Fault> {
        let lost = standing.iter().find(|(_, claimed)| claimed.notice.state != State::Due);
        let lost = lost.and_then(|(_, claimed)| claimed.letter);
        let kept = lost.map(|id| letter::find(tx, &self.desk.keys.vault, id)).transpose()?.flatten();
        let told: Vec<(Held, Notice)> =
            standing.into_iter().map(|(held, claimed)| (held, claimed.notice)).collect();
        let written: Written = match kept {
            Some(kept) if kept.address == holder.address.as_written() => {
                again(self.desk, &kept).map(|bytes| (kept, bytes))
            }
            // The recipient is read at the moment of sending (rule 1): bytes for an address that was left do not go again.
            _ => write(tx, self.desk, holder, &told, self.now)?,
        };
        let number = told.iter().map(|(_, notice)| notice.attempts).max().unwrap_or(0) + 1;
        let fallback = told.first().map(|(_, notice)| letter_id(notice));
        let (letter, written_at, parcel) = match written {
            Ok((letter, bytes)) => {
                (Some(letter.id), letter.written_at, Ok(self.parcel(&letter, bytes, number)))
            }
            Err(words) => (fallback, self.now, Err(Outcome::Later { delay: Delay::OurSetup, reply: words })),
        };
        let lease_until =
            self.now.saturating_add(SignedDuration::from_mins(LEASE_MINUTES)).unwrap_or(self.now);
        let mut errand = Errand { told: Vec::with_capacity(told.len()), parcel, written_at };
        for (_, notice) in told {
            let attempt = notice.attempts + 1;
            let letter = letter.unwrap_or_else(|| letter_id(&notice));
            notice::begin(tx, &notice, letter, holder.id, self.now, lease_until)?;
            attempt::begin(tx, &notice, attempt, self.now)?;
            errand.told.push((notice, attempt));
        }
        Ok(errand)
    }

    fn parcel(&self, letter: &Letter, bytes: Vec<u8>, attempt: u32) -> Parcel {
        Parcel {
            from: self.desk.return_path(letter.id),
            to: letter.address.clone(),
            bytes: Arc::from(bytes),
            name: letter.id.to_string(),
            attempt,
            at: self.now,
        }
    }
}
