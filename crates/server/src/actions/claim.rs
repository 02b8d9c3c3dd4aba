//! Claim: in one transaction take what is due, ask the guard, freeze the words. What comes out is ready to be carried.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{
    Holder, InForce, Kind, Lane, LetterId, Notice, NoticeId, Outcome, State,
    epoch::{Mark, Surroundings},
    event::HolderStanding,
    gathering::{Mail, day_around},
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
    letter::{Written, again, bring, letter_id, write},
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

/// A letter of a mail: what it tells, and its bytes.
struct Part {
    told: Vec<Notice>,
    written: Written,
}

impl Part {
    fn letter(&self) -> Option<LetterId> {
        let written = self.written.as_ref().ok().map(|(letter, _)| letter.id);
        written.or_else(|| self.told.first().map(letter_id))
    }
}

/// The number of the attempt that a mail is.
fn number_of(parts: &[Part]) -> u32 {
    parts.iter().flat_map(|part| &part.told).map(|notice| notice.attempts).max().unwrap_or(0) + 1
}

impl Clerk<'_> {
    /// What belongs with a claimed notice: the same mail, if its answer was lost; what else its holder is owed and can
    /// be gathered, or is of the same kind and step; or nothing.
    fn gather(&self, tx: &mut Tx, first: Claimed) -> Result<Vec<Claimed>, Fault> {
        let kind = first.notice.key.kind;
        let mut group = match (first.notice.state, first.letter) {
            (State::Sending | State::Unknown, Some(letter)) => {
                let mail = letter::find_mail(tx, letter)?;
                notice::claim_by_letter(tx, mail, self.now)?
            }
            (State::Due, _) if kind.can_be_gathered() || kind.is_dated() => {
                match self.read(tx, &first.notice)?.license.holder {
                    Some(holder) if kind.can_be_gathered() => notice::claim_together(tx, holder, self.now)?,
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
        if standing.iter().any(|(_, claimed)| claimed.notice.state != State::Due) {
            claim.errands.push(self.begin_again(tx, &holder, standing)?);
            return Ok(());
        }
        let sent = self.count_sent(tx, &holder, &standing)?;
        for mail in self.desk.gathering().mails(standing, |(_, claimed)| &claimed.notice.key, sent) {
            self.begin(tx, &holder, mail, claim)?;
        }
        Ok(())
    }

    /// How many mails that count went to a holder today, where that matters.
    fn count_sent(&self, tx: &mut Tx, holder: &Holder, due: &[(Held, Claimed)]) -> Result<usize, Fault> {
        if !due.iter().any(|(_, claimed)| claimed.notice.key.kind.can_be_gathered()) {
            return Ok(0);
        }
        let (from, until) = day_around(self.desk.zone_of(Some(holder)), self.now);
        letter::count_mails(tx, holder.id, from, until)
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

    /// Writes the letters of a mail, and the one that brings them where they are several. What cannot be written holds
    /// up no other, and no mail has two languages.
    fn begin(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        mail: Mail<(Held, Claimed)>,
        claim: &mut Claim,
    ) -> Result<(), Fault> {
        let mut by_language: BTreeMap<Option<String>, Vec<Part>> = BTreeMap::new();
        for letter in mail {
            let part = self.write_part(tx, holder, letter)?;
            let language = part.written.as_ref().ok().map(|(letter, _)| letter.language.clone());
            by_language.entry(language).or_default().push(part);
        }
        for (language, parts) in by_language {
            let brought = match parts.as_slice() {
                [_, _, ..] if language.is_some() => self.bring(tx, holder, &parts)?,
                _ => None,
            };
            if let Some(parcel) = brought {
                claim.errands.push(self.set_out(tx, holder, parts, Ok(parcel))?);
                continue;
            }
            for part in parts {
                let parcel = self.parcel_of(&part);
                claim.errands.push(self.set_out(tx, holder, vec![part], parcel)?);
            }
        }
        Ok(())
    }

    fn write_part(&self, tx: &mut Tx, holder: &Holder, letter: Vec<(Held, Claimed)>) -> Result<Part, Fault> {
        let told: Vec<(Held, Notice)> =
            letter.into_iter().map(|(held, claimed)| (held, claimed.notice)).collect();
        let written = write(tx, self.desk, holder, &told, self.now)?;
        Ok(Part { told: told.into_iter().map(|(_, notice)| notice).collect(), written })
    }

    /// The parcel that brings several letters; none where there are no words for it, and each goes by itself.
    fn bring(&self, tx: &mut Tx, holder: &Holder, parts: &[Part]) -> Result<Option<Parcel>, Fault> {
        let letters: Vec<&Letter> =
            parts.iter().filter_map(|part| part.written.as_ref().ok()).map(|(letter, _)| letter).collect();
        let Some(first) = parts.iter().flat_map(|part| &part.told).min_by_key(|notice| notice.id) else {
            return Ok(None);
        };
        match bring(tx, self.desk, holder, &letters, first, self.now)? {
            Ok((mail, bytes)) => Ok(Some(self.parcel(&mail, bytes, number_of(parts)))),
            Err(words) => {
                tracing::error!("letters that belong together go one by one: {words}");
                Ok(None)
            }
        }
    }

    fn parcel_of(&self, part: &Part) -> Result<Parcel, Outcome> {
        match &part.written {
            Ok((letter, bytes)) => {
                Ok(self.parcel(letter, bytes.clone(), number_of(std::slice::from_ref(part))))
            }
            Err(words) => Err(Outcome::Later { delay: Delay::OurSetup, reply: words.clone() }),
        }
    }

    /// From here on a courier speaks.
    fn set_out(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        parts: Vec<Part>,
        parcel: Result<Parcel, Outcome>,
    ) -> Result<Errand, Fault> {
        let mut errand = Errand { told: Vec::new(), parcel, written_at: self.now };
        for part in parts {
            let letter = part.letter();
            for notice in part.told {
                self.begin_one(tx, holder, notice, letter, &mut errand)?;
            }
        }
        Ok(errand)
    }

    fn begin_one(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        notice: Notice,
        letter: Option<LetterId>,
        errand: &mut Errand,
    ) -> Result<(), Fault> {
        let lease_until =
            self.now.saturating_add(SignedDuration::from_mins(LEASE_MINUTES)).unwrap_or(self.now);
        let attempt = notice.attempts + 1;
        let letter = letter.unwrap_or_else(|| letter_id(&notice));
        notice::begin(tx, &notice, letter, holder.id, self.now, lease_until)?;
        attempt::begin(tx, &notice, attempt, self.now)?;
        errand.told.push((notice, attempt));
        Ok(())
    }

    /// A mail whose answer was lost goes again with the same bytes; each notice keeps its letter.
    fn begin_again(
        &self,
        tx: &mut Tx,
        holder: &Holder,
        standing: Vec<(Held, Claimed)>,
    ) -> Result<Errand, Fault> {
        let lost = standing.iter().find(|(_, claimed)| claimed.notice.state != State::Due);
        let lost = lost.and_then(|(_, claimed)| claimed.letter);
        let mail = lost.map(|letter| letter::find_mail(tx, letter)).transpose()?;
        let kept = mail.map(|id| letter::find(tx, &self.desk.keys.vault, id)).transpose()?.flatten();
        // The recipient is read at the moment of sending (rule 1): bytes for an address that was left do not go again.
        let kept = kept.filter(|kept| kept.address == holder.address.as_written());
        let Some(kept) = kept else {
            let part = self.write_part(tx, holder, standing)?;
            let parcel = self.parcel_of(&part);
            return self.set_out(tx, holder, vec![part], parcel);
        };
        let number = standing.iter().map(|(_, claimed)| claimed.notice.attempts).max().unwrap_or(0) + 1;
        let parcel = match again(self.desk, &kept) {
            Ok(bytes) => Ok(self.parcel(&kept, bytes, number)),
            Err(words) => Err(Outcome::Later { delay: Delay::OurSetup, reply: words }),
        };
        let mut errand =
            Errand { told: Vec::with_capacity(standing.len()), parcel, written_at: kept.written_at };
        for (_, claimed) in standing {
            let letter = claimed.letter.or(Some(kept.id));
            self.begin_one(tx, holder, claimed.notice, letter, &mut errand)?;
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
