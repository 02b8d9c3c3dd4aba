//! The guard: is a notice still true, now? Asked in the claiming transaction, at each attempt (rule 5).

use jiff::Timestamp;

use crate::{
    event::HolderStanding,
    kind::{Anchor, Kind, Step},
    license::{BlockReason, License, Succession},
    notice::{Cancel, Hold, Notice, State},
    owed,
    place::Zone,
    schedule::{InForce, Schedule},
};

/// What is known at the claim.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and any may hold with any other"
)]
pub struct Standing<'a> {
    /// The license as it is now.
    pub license: &'a License,
    /// Whether it has an address.
    pub has_address: bool,
    /// Whether that address takes mail.
    pub is_suppressed: bool,
    /// Whether its holder declined this kind.
    pub has_declined: bool,
    /// Whether the change of address that the notice tells of was undone.
    pub is_undone: bool,
    /// What else is known of the holder.
    pub holder: HolderStanding,
    /// The holder's time zone.
    pub zone: &'a Zone,
    /// The schedule as it is now.
    pub schedule: &'a Schedule,
    /// Since when its steps are in force.
    pub in_force: &'a InForce,
}

/// What is to be done with a notice that a courier has claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is true: send it.
    Send,
    /// It is true and stays in the portal; its e-mail is withheld.
    Hold(Hold),
    /// Its reason ended.
    Cancel(Cancel),
    /// A newer step of its kind is due.
    Superseded,
    /// It can no longer be sent.
    Late,
}

/// Is `notice` still true at `now`?
pub fn verdict(notice: &Notice, standing: &Standing<'_>, now: Timestamp) -> Verdict {
    if let Some(cancel) = ended_reason(notice, standing) {
        return Verdict::Cancel(cancel);
    }
    if let Some(overdue) = overdue(notice, standing, now) {
        // A letter whose answer was lost may have been taken: it cannot end as never sent.
        return if notice.state == State::Due { overdue } else { Verdict::Cancel(Cancel::OutOfTime) };
    }
    if standing.has_declined && notice.key.kind.can_be_declined(notice.key.step) {
        return Verdict::Hold(Hold::Declined);
    }
    if standing.is_suppressed { Verdict::Hold(Hold::Suppressed) } else { Verdict::Send }
}

/// Why the reason of a notice has ended, if it has.
pub fn ended_reason(notice: &Notice, standing: &Standing<'_>) -> Option<Cancel> {
    let license = standing.license;
    if !standing.has_address {
        return Some(Cancel::NoAddress);
    }
    match notice.key.kind.anchor() {
        // What happened stays true, and its holder must know of it.
        Anchor::TheftAttempt => None,
        Anchor::Always if notice.key.kind == Kind::AddressChanged => {
            standing.is_undone.then_some(Cancel::Undone)
        }
        _ if license.deleted_at.is_some() => Some(Cancel::Deleted),
        Anchor::Expiry => block_reason(license).or_else(|| date_reason(notice, standing)),
        Anchor::Deletion if license.is_superseded() => date_reason(notice, standing),
        Anchor::Deletion => Some(if license.block.is_some() { Cancel::Blocked } else { Cancel::Lifted }),
        Anchor::Block => license.block.is_none().then_some(Cancel::Lifted),
        Anchor::Registration => block_reason(license).or_else(|| offer_reason(notice.key.kind, standing)),
        Anchor::Renewal | Anchor::Always => block_reason(license),
    }
}

/// Why a blocked license ends the notices that need a working one.
pub fn block_reason(license: &License) -> Option<Cancel> {
    let block = license.block?;
    Some(match (block.reason, block.successor) {
        (_, Some((_, Succession::Renewal))) => Cancel::Renewed,
        (_, Some((_, Succession::Expansion))) => Cancel::Expanded,
        (_, Some((_, Succession::Replacement))) => Cancel::Replaced,
        (BlockReason::Superseded | BlockReason::Compromised | BlockReason::Other, None) => Cancel::Blocked,
    })
}

fn offer_reason(kind: Kind, standing: &Standing<'_>) -> Option<Cancel> {
    let has_it = match kind {
        Kind::MobileOffer => standing.holder.has_mobile,
        Kind::AccountInvitation => standing.holder.has_account,
        _ => false,
    };
    has_it.then_some(Cancel::AlreadyHas)
}

fn date_reason(notice: &Notice, standing: &Standing<'_>) -> Option<Cancel> {
    if notice.key.term != standing.license.term_number() {
        return Some(Cancel::Corrected);
    }
    let steps = standing.schedule.steps(notice.key.kind, standing.license.segment, &standing.license.product);
    let is_scheduled = steps.contains(&notice.key.step)
        || (notice.key.kind.anchor() == Anchor::Deletion && !steps.is_empty());
    (!is_scheduled).then_some(Cancel::Unscheduled)
}

/// Whether a dated notice is past its limit, by the schedule as it is now.
fn overdue(notice: &Notice, standing: &Standing<'_>, now: Timestamp) -> Option<Verdict> {
    if notice.key.kind.anchor() != Anchor::Expiry || !matches!(notice.key.step, Step::Days(_)) {
        return None;
    }
    let steps = owed::dated(standing.license, standing.zone, standing.schedule, standing.in_force);
    // Compared by step: the instants move when the holder's zone or the sending hour is changed.
    let is_newer_due = steps
        .iter()
        .any(|step| step.kind == notice.key.kind && step.step > notice.key.step && step.due_at <= now);
    if is_newer_due {
        return Some(Verdict::Superseded);
    }
    let limit_at = steps
        .iter()
        .find(|step| (step.kind, step.step) == (notice.key.kind, notice.key.step))
        .and_then(|step| step.limit_at);
    limit_at.or(notice.limit_at).is_some_and(|limit_at| limit_at <= now).then_some(Verdict::Late)
}
