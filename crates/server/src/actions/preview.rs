//! Preview: the letter that a notice of a real license would be now. Nothing is written.

use jiff::Timestamp;
use tenure_domain::{Holder, HolderId, Kind, License, Notice, Profile, Step};
use tenure_post::letter::{Words, render};
use tenure_store::{Fault, Tx};

use super::{Desk, Held, facts};
use tenure_domain::{
    Key,
    owed::{Fate, Owed},
};

/// The words of a notice of `kind` about `license`, as they would be at `now`. `Err`: why they cannot be written.
pub fn preview(
    tx: &mut Tx,
    desk: &Desk,
    license: License,
    kind: Kind,
    language: Option<&str>,
    now: Timestamp,
) -> Result<Result<Words, String>, Fault> {
    let held = Held::read(tx, desk, license)?;
    let holder = held.holder.clone().unwrap_or_else(|| nobody(desk));
    let wanted = language.map_or_else(|| desk.language_of(&holder), str::to_owned);
    let Some(wording) = desk.wordings.choose(kind, &wanted, &desk.settings.vendor.language) else {
        return Ok(Err(format!(
            "{kind} has no text in {wanted} and none in {}",
            desk.settings.vendor.language
        )));
    };
    let notice = imagine(desk, &held, kind, now);
    let facts = facts::gather(tx, desk, &held, &holder, &notice, &wording.language, now)?;
    Ok(render(&facts, wording).map_err(|fault| fault.to_string()))
}

/// The holder of a license that has none yet.
fn nobody(desk: &Desk) -> Holder {
    let address = desk.settings.mail.from.parse().expect("checked when the settings were read");
    Holder::new(HolderId::from_bits(0), address, Profile::default())
}

/// The notice as if its day were today.
fn imagine(desk: &Desk, held: &Held, kind: Kind, now: Timestamp) -> Notice {
    let today = held.today(desk, now);
    let days =
        held.license.term.map_or(0, |term| tenure_domain::license::days_between(term.expires_on, today));
    let step = if kind.is_dated() { Step::Days(i32::try_from(days).unwrap_or(0)) } else { Step::AtOnce };
    let key = Key {
        license: held.license.id,
        term: held.license.term_number(),
        kind,
        step,
        occasion: String::new(),
    };
    let owed = Owed { kind, step, due_on: today, due_at: now, limit_at: None, fate: Fate::Due };
    Notice::planned(desk.notice_id(now), key, &owed, now)
}
