//! What an event brings about in its own transaction: its record, the notices owed at once, and the end of those
//! whose reason it takes away.

use jiff::Timestamp;
use tenure_domain::{
    Event, EventId, Happening, InForce, Key, Kind, Step, event, guard,
    kind::Anchor,
    notice::{Notice, State},
    owed::{Fate, Owed},
};
use tenure_store::{Fault, Tx, event as events, notice};

use super::{Desk, Held, holder_standing, standing};

/// Records that something happened to a license, and writes the notices owed at once because of it.
pub(super) fn happen(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    happening: Happening,
    now: Timestamp,
) -> Result<EventId, Fault> {
    let event = record(tx, desk, held, happening, now)?;
    let beside = holder_standing(tx, desk, held, now)?;
    let kinds = event::owed_at_once(
        &event.happening,
        held.license.segment,
        &held.license.product,
        beside,
        &desk.schedule,
    );
    if held.holder.is_some() {
        let notices: Vec<Notice> =
            kinds.into_iter().map(|kind| immediate(desk, held, kind, event.id, now, now)).collect();
        notice::insert(tx, &notices, held.license.holder, now)?;
    }
    Ok(event.id)
}

/// Records that something happened to a license.
pub(super) fn record(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    happening: Happening,
    now: Timestamp,
) -> Result<Event, Fault> {
    let id = EventId::from_bits(desk.ids.bits(now));
    let event = Event { id, license: held.license.id, happening, at: now };
    events::append(tx, &event, held.license.holder)?;
    Ok(event)
}

/// A notice owed because of an event, from `due_at` on.
pub(super) fn immediate(
    desk: &Desk,
    held: &Held,
    kind: Kind,
    event: EventId,
    due_at: Timestamp,
    now: Timestamp,
) -> Notice {
    let key = Key {
        license: held.license.id,
        term: held.license.term_number(),
        kind,
        step: Step::AtOnce,
        occasion: event.to_string(),
    };
    let due_on = held.today(desk, due_at);
    let owed = Owed { kind, step: Step::AtOnce, due_on, due_at, limit_at: None, fate: Fate::Due };
    Notice::planned(desk.notice_id(now), key, &owed, now)
}

/// Ends the waiting notices of a license whose reason has ended: dated ones, and those about a block. The others are
/// asked at their claim. How many ended.
pub(super) fn cancel_ended(tx: &mut Tx, desk: &Desk, held: &Held, now: Timestamp) -> Result<u64, Fault> {
    let mut canceled = 0;
    let in_force = InForce::default();
    let waiting = notice::lock_waiting(tx, held.license.id)?;
    for waiting in waiting.into_iter().filter(|waiting| ends_at_once(waiting.key.kind)) {
        let standing = standing(desk, held, &waiting, event::HolderStanding::default(), &in_force);
        if let Some(reason) = guard::ended_reason(&waiting, &standing) {
            notice::end(tx, &waiting, State::Canceled, reason.code(), None, now)?;
            canceled += 1;
        }
    }
    Ok(canceled)
}

/// Whether a notice ends with its reason, and not only at its claim: the same reason may come again, and would make an
/// old notice seem true.
const fn ends_at_once(kind: Kind) -> bool {
    kind.is_dated() || matches!(kind.anchor(), Anchor::Block)
}
