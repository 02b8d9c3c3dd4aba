//! An operator's hand on single notices: cancel one that waits, send one again.

use jiff::Timestamp;
use tenure_domain::{
    Happening, Key, Kind, NoticeId, Refusal, State,
    notice::{Cancel, Notice},
    owed::{Fate, Owed},
};
use tenure_store::{Tx, license, notice, notice::Listed};

use super::{Desk, Fail, Held, owe::record, tell_address};

/// The language a notice was written in; the one it would be written in now, where it was not.
pub fn language_of(desk: &Desk, listed: &Listed) -> Option<String> {
    let default = &desk.settings.vendor.language;
    let language = listed.language.as_deref().unwrap_or(default);
    if listed.letter.is_some() {
        return Some(language.to_owned());
    }
    desk.wordings.choose(listed.notice.key.kind, language, default).map(|wording| wording.language.clone())
}

fn find(tx: &mut Tx, desk: &Desk, id: NoticeId) -> Result<Listed, Fail> {
    let found = notice::find(tx, &desk.keys.vault, id)?;
    found.ok_or_else(|| Refusal::NotFound { what: "notice", name: id.to_string() }.into())
}

/// Cancels a notice that waits.
pub fn cancel(tx: &mut Tx, desk: &Desk, id: NoticeId, now: Timestamp) -> Result<(), Fail> {
    let listed = find(tx, desk, id)?;
    if listed.notice.key.kind == Kind::BlockedLicenseDeletion {
        let words = "without its notice a license is never deleted: lift its block instead".to_owned();
        return Err(Refusal::Invalid { field: "notice", words }.into());
    }
    let waiting = notice::lock_waiting(tx, listed.notice.key.license)?;
    let waits = waiting
        .iter()
        .find(|waiting| waiting.id == id)
        .ok_or(Refusal::NoticeEnded(listed.notice.state.code()))?;
    notice::end(tx, waits, State::Canceled, Cancel::Operator.code(), None, now)?;
    tell_address::begin_undo(tx, desk, waits, now)?;
    Ok(())
}

/// Owes a notice once more: a new one, with an occasion of its own and so a Message-ID of its own.
pub fn resend(tx: &mut Tx, desk: &Desk, id: NoticeId, now: Timestamp) -> Result<NoticeId, Fail> {
    let old = find(tx, desk, id)?.notice;
    let found = license::lock(tx, &desk.keys.vault, old.key.license)?;
    let license =
        found.ok_or_else(|| Refusal::NotFound { what: "license", name: old.key.license.to_string() })?;
    let held = Held::read(tx, desk, license)?;
    let event = record(tx, desk, &held, Happening::ResendAsked { notice: id }, now)?;
    let owed = Owed {
        kind: old.key.kind,
        step: old.key.step,
        due_on: held.today(desk, now),
        due_at: now,
        limit_at: None,
        fate: Fate::Due,
    };
    let new =
        Notice::planned(desk.notice_id(now), Key { occasion: event.id.to_string(), ..old.key }, &owed, now);
    notice::insert(tx, std::slice::from_ref(&new), held.license.holder, now)?;
    Ok(new.id)
}
