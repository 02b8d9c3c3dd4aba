//! The profile: name, language and zone, and what a holder declines (rules 1 and 14).

use jiff::Timestamp;
use tenure_domain::{Holder, HolderId, Kind, Profile, Refusal, Step};
use tenure_store::{Tx, holder, license};

use super::{Desk, Fail, Held, plan::plan_license};

/// Sets name, language and zone as they are given, empty ones too.
///
/// In another zone a step may have fallen due earlier than the last pass looked: so what is owed by now is planned at once.
/// What exists already stays, for a step has one row in whatever zone.
pub fn change(
    tx: &mut Tx,
    desk: &Desk,
    id: HolderId,
    profile: &Profile,
    now: Timestamp,
) -> Result<Holder, Fail> {
    let mut holder = find(tx, desk, id)?;
    let has_moved = holder.zone != profile.zone;
    let Profile { name, language, zone, has_account: _ } = profile.clone();
    (holder.name, holder.language, holder.zone) = (name, language, zone);
    holder::save(tx, &holder)?;
    if has_moved {
        for license in license::list_by_holder(tx, &desk.keys.vault, id)? {
            plan_license(tx, desk, &Held { license, holder: Some(holder.clone()) }, now)?;
        }
    }
    Ok(holder)
}

/// Declines what is not among `wanted`, of the kinds that can be declined; the portal copies stay.
pub fn choose(tx: &mut Tx, desk: &Desk, id: HolderId, wanted: &[Kind]) -> Result<Holder, Fail> {
    let mut holder = find(tx, desk, id)?;
    for kind in declinable(desk) {
        if wanted.contains(&kind) {
            holder.declined.remove(&kind);
        } else {
            holder.declined.insert(kind);
        }
    }
    holder::save(tx, &holder)?;
    Ok(holder)
}

/// The kinds in the schedule that can be declined, at all of their steps or at some.
pub fn declinable(desk: &Desk) -> Vec<Kind> {
    let can = |kind: &Kind| kind.can_be_declined(Step::AtOnce) || kind.can_be_declined(Step::Days(1));
    scheduled(desk).into_iter().filter(can).collect()
}

/// The kinds that are sent: those in the schedule, and those that have no place in it because they always are.
pub fn scheduled(desk: &Desk) -> Vec<Kind> {
    let is_sent = |kind: &Kind| {
        kind.anchor() == tenure_domain::kind::Anchor::Always
            || tenure_domain::Segment::ALL
                .into_iter()
                .any(|segment| desk.schedule.rule(*kind, segment).is_some())
    };
    Kind::ALL.iter().copied().filter(is_sent).collect()
}

fn find(tx: &mut Tx, desk: &Desk, id: HolderId) -> Result<Holder, Fail> {
    let found = holder::find(tx, &desk.keys.vault, id)?;
    Ok(found.ok_or_else(|| Refusal::NotFound { what: "holder", name: id.to_string() })?)
}
