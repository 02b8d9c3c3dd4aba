//! Letters written ahead, beside the transactions that claim: a guess at what comes next, of which nothing is kept anywhere.
//! A claim takes what it would write itself, and drops the rest.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::{SignedDuration, Timestamp};
use tenure_domain::{Lane, LetterId, NoticeId, State, guard::Verdict};
use tenure_store::{Fault, Tx, db::Grip, hold, notice::Claimed, pass};

use super::{
    super::Desk,
    Clerk,
    draft::{Draft, Written},
};

/// For how long words that were written ahead are fresh.
pub const FRESH: SignedDuration = SignedDuration::from_secs(2);

/// What a claim will take together: what one holder is owed.
#[derive(Debug)]
pub struct Group<T> {
    /// The lane in which it was found.
    pub lane: Lane,
    /// How many rows of the lane it is.
    pub rows: u32,
    /// Every notice of it, also of other lanes.
    pub notices: Vec<NoticeId>,
    /// Its letters.
    pub letters: Vec<T>,
}

/// A letter that is not written yet.
#[derive(Debug)]
pub struct Outline(Draft);

/// A letter that was written ahead, with what it was written from.
#[derive(Debug)]
pub struct Guess {
    draft: Draft,
    written: Arc<Written>,
}

/// What was written ahead of a claim.
#[derive(Debug, Default)]
pub struct Ahead(BTreeMap<LetterId, Guess>);

impl Ahead {
    /// The letters that a claim may take.
    pub fn new(guesses: impl IntoIterator<Item = Guess>) -> Self {
        Self(guesses.into_iter().map(|guess| (guess.draft.letter.id, guess)).collect())
    }

    /// The letter that was written from this very draft a moment ago.
    pub(super) fn find(&self, draft: &Draft, now: Timestamp) -> Option<Arc<Written>> {
        let guess = self.0.get(&draft.letter.id)?;
        let age = now.duration_since(guess.written.letter.written_at);
        let is_fresh = age >= SignedDuration::ZERO && age <= FRESH;
        (is_fresh && guess.draft == *draft).then(|| guess.written.clone())
    }
}

/// Looks at what is due next, in each lane up to `room`, but for what `skip` names. It changes nothing and holds nothing: a
/// reading transaction will do.
pub fn look_ahead(
    tx: &mut Tx,
    desk: &Desk,
    room: [u32; 3],
    skip: &BTreeSet<NoticeId>,
    now: Timestamp,
) -> Result<Vec<Group<Outline>>, Fault> {
    let none = Ahead::default();
    let clerk = Clerk { desk, in_force: pass::find_in_force(tx)?, now, grip: Grip::Look, ahead: &none };
    let mut groups: Vec<Group<Outline>> = Vec::new();
    if !hold::list(tx)?.is_empty() {
        return Ok(groups);
    }
    let mut seen: BTreeSet<NoticeId> = BTreeSet::new();
    for (lane, room) in Lane::ALL.into_iter().zip(room).filter(|(_, room)| *room > 0) {
        let limit = room.saturating_add(u32::try_from(skip.len()).unwrap_or(u32::MAX));
        let found = clerk.find_due(tx, lane, limit)?.into_iter();
        for first in found.filter(|first| !skip.contains(&first.notice.id)).take(room as usize) {
            match groups.last_mut().filter(|last| last.lane == lane) {
                Some(last) if seen.contains(&first.notice.id) => last.rows += 1,
                _ => {
                    let group = clerk.look_at(tx, lane, first)?;
                    seen.extend(&group.notices);
                    groups.push(group);
                }
            }
        }
    }
    Ok(groups)
}

/// Writes them, beside any transaction. What cannot be written is left to the claim, which says why.
pub fn write_ahead(desk: &Desk, groups: Vec<Group<Outline>>, now: Timestamp) -> Vec<Group<Guess>> {
    let write = |Outline(draft): Outline| {
        let written = draft.clone().write(desk, now).ok()?.ok()?;
        Some(Guess { draft, written: Arc::new(written) })
    };
    let written = groups.into_iter().map(|Group { lane, rows, notices, letters }| Group {
        lane,
        rows,
        notices,
        letters: letters.into_iter().filter_map(write).collect(),
    });
    written.collect()
}

impl Clerk<'_> {
    /// What a claim would gather with a notice and write of it.
    fn look_at(&self, tx: &mut Tx, lane: Lane, first: Claimed) -> Result<Group<Outline>, Fault> {
        let group = self.gather(tx, first)?;
        let notices = group.iter().map(|claimed| claimed.notice.id).collect();
        let (mut standing, mut letters) = (Vec::new(), Vec::new());
        for case in self.read(tx, group)? {
            match self.judge(tx, &case)? {
                Verdict::Send => standing.push(case),
                Verdict::Hold(_) => letters.extend(self.outline(tx, vec![case])?),
                _ => {}
            }
        }
        // What may have been taken goes again with its own bytes.
        let is_lost = standing.iter().any(|case| case.claimed.notice.state != State::Due);
        if let Some(holder) = standing.first().and_then(|case| case.held.holder.clone()).filter(|_| !is_lost)
        {
            let sent = self.count_sent(tx, &holder, &standing)?;
            let mails = self.desk.gathering().mails(standing, |case| &case.claimed.notice.key, sent);
            for letter in mails.into_iter().flatten() {
                letters.extend(self.outline(tx, letter)?);
            }
        }
        Ok(Group { lane, rows: 1, notices, letters })
    }

    fn outline(&self, tx: &mut Tx, letter: Vec<super::Case>) -> Result<Option<Outline>, Fault> {
        let Some(holder) = letter.first().and_then(|case| case.held.holder.clone()) else { return Ok(None) };
        let told: Vec<_> = letter.into_iter().map(super::Case::into_told).collect();
        Ok(Draft::gather(tx, self.desk, &holder, &told, self.now)?.ok().map(Outline))
    }
}
