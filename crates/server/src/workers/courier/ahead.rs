//! What is written ahead of the claims, on every core, while letters wait in numbers. Only a guess: nothing is held for it, and what
//! no claim takes is dropped. A letter that comes alone is written by its claim, and waits for nobody.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
    thread::available_parallelism,
    time::Duration,
};

use tenure_domain::{Lane, NoticeId};
use tenure_store::{Fault, Tx};
use tokio::task::JoinSet;

use super::lanes::PerLane;
use crate::{
    actions::claim::{Ahead, FRESH, Group, Guess, Outline, look_ahead, write_ahead},
    clock::Stopwatch,
    house::House,
};

/// What is written ahead, lane by lane.
#[derive(Debug, Default)]
pub(super) struct Stock {
    lanes: PerLane<VecDeque<(Group<Guess>, Stopwatch)>>,
    /// Lanes of which the last claim left something.
    has_backlog: PerLane<bool>,
    is_writing: bool,
    /// What the running claim takes, so that it is not written once more.
    going: BTreeSet<NoticeId>,
}

/// What is to be written ahead next.
#[derive(Debug)]
pub(super) struct Wish {
    room: PerLane<u32>,
    skip: BTreeSet<NoticeId>,
}

impl Stock {
    /// What is to be written now, where so many rows of a lane are kept ahead; nothing while there are enough, or while some are
    /// being written.
    pub(super) fn wish(&mut self, depth: usize) -> Option<Wish> {
        if self.is_writing {
            return None;
        }
        self.drop_stale();
        let room = Lane::ALL.map(|lane| {
            let at = lane.number() as usize;
            let rows = self.rows(at) as usize;
            let is_short = self.has_backlog[at] && rows <= depth / 2;
            if is_short { u32::try_from(depth - rows).unwrap_or(0) } else { 0 }
        });
        if room == [0; 3] {
            return None;
        }
        self.is_writing = true;
        let kept = self.lanes.iter().flatten().flat_map(|(group, _)| &group.notices);
        Some(Wish { room, skip: self.going.iter().chain(kept).copied().collect() })
    }

    /// What was written: where nothing was found, nothing is left.
    pub(super) fn take(&mut self, written: Result<Vec<Group<Guess>>, Fault>, since: Stopwatch) {
        self.is_writing = false;
        let written = written.unwrap_or_else(|fault| {
            tracing::warn!("nothing could be written ahead: {fault}");
            Vec::new()
        });
        if written.is_empty() {
            self.has_backlog = PerLane::default();
        }
        for group in written {
            self.lanes[group.lane.number() as usize].push_back((group, since));
        }
    }

    /// For how many letters a claim has room: where more are being written, for no more than are written.
    pub(super) fn cap(&self, room: PerLane<u32>) -> PerLane<u32> {
        Lane::ALL.map(|lane| {
            let at = lane.number() as usize;
            let rows = self.rows(at);
            let waits = self.has_backlog[at] && (self.is_writing || rows > 0);
            if waits { room[at].min(rows) } else { room[at] }
        })
    }

    /// What a claim with so much room takes along.
    pub(super) fn give(&mut self, room: PerLane<u32>) -> Ahead {
        self.drop_stale();
        let mut given = Vec::new();
        for (groups, mut left) in self.lanes.iter_mut().zip(room) {
            while let Some((group, _)) = groups.pop_front_if(|(group, _)| group.rows <= left) {
                left -= group.rows;
                self.going.extend(&group.notices);
                given.extend(group.letters);
            }
        }
        Ahead::new(given)
    }

    /// A claim is over: in these lanes it left something.
    pub(super) fn claimed(&mut self, room: PerLane<u32>, is_full: PerLane<bool>) {
        self.going.clear();
        for at in (0..room.len()).filter(|at| room[*at] > 0) {
            self.has_backlog[at] = is_full[at];
        }
    }

    fn rows(&self, lane: usize) -> u32 {
        self.lanes[lane].iter().map(|(group, _)| group.rows).sum()
    }

    fn drop_stale(&mut self) {
        let fresh = Duration::try_from(FRESH).unwrap_or_default();
        for groups in &mut self.lanes {
            // The oldest is in front, so that mostly one is asked.
            while groups.pop_front_if(|(_, since)| since.elapsed() >= fresh).is_some() {}
        }
    }
}

/// Looks and writes.
pub(super) async fn write(house: &Arc<House>, wish: Wish) -> Result<Vec<Group<Guess>>, Fault> {
    let (desk, now) = (house.desk.clone(), house.clock.now());
    let look = move |tx: &mut Tx| look_ahead(tx, &desk, wish.room, &wish.skip, now);
    let mut groups = house.store.read_long(look).await?;
    let mut writing = JoinSet::new();
    let share = groups.len().div_ceil(available_parallelism().map_or(1, usize::from)).max(1);
    let mut parts: Vec<Vec<Group<Outline>>> = Vec::new();
    while !groups.is_empty() {
        let rest = groups.split_off(share.min(groups.len()));
        parts.push(std::mem::replace(&mut groups, rest));
    }
    for (number, part) in parts.into_iter().enumerate() {
        let desk = house.desk.clone();
        writing.spawn_blocking(move || (number, write_ahead(&desk, part, now)));
    }
    let mut written = writing.join_all().await;
    written.sort_by_key(|(number, _)| *number);
    Ok(written.into_iter().flat_map(|(_, groups)| groups).collect())
}
