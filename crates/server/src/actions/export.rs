//! Everything that is kept about one holder, as JSON: for the holder in the profile, and for an operator.

use jiff::Timestamp;
use serde_json::{Value, json};
use tenure_domain::{Holder, Language, Zone};
use tenure_store::{
    Fault, Tx, address_change, attempt, calendar, event, letter, library, license,
    notice::{self, Filter},
    passkey, session,
};

use super::{Desk, Held, letter::read as read_letter};

/// Gathers everything. Serial numbers are masked, as everywhere but on the letter that delivered them.
pub fn export(tx: &mut Tx, desk: &Desk, holder: &Holder, now: Timestamp) -> Result<Value, Fault> {
    let (mut licenses, mut events, mut notices) = (Vec::new(), Vec::new(), Vec::new());
    for license in license::list_by_holder(tx, &desk.keys.vault, holder.id)? {
        let held = Held { license, holder: Some(holder.clone()) };
        licenses.push(license_json(desk, &held, now));
        let happened = event::list(tx, held.license.id)?;
        events.extend(happened.iter().map(
            |event| json!({ "id": event.id, "license": event.license, "at": event.at, "happening": event.happening }),
        ));
        notices.extend(notices_json(tx, desk, &held)?);
    }
    let passkeys = passkey::list(tx, &desk.keys.vault, holder.id)?;
    let passkeys = passkeys.iter().map(|passkey| {
        json!({ "id": passkey.id, "name": passkey.name, "made_at": passkey.made_at, "used_at": passkey.used_at })
    });
    let visits = session::list(tx, holder.id, now)?;
    let visits = visits.iter().map(|visit| {
        json!({ "id": visit.id, "begun_at": visit.begun_at, "seen_at": visit.seen_at, "expires_at": visit.expires_at, "browser": visit.browser, "platform": visit.platform })
    });
    let changes = address_change::list(tx, &desk.keys.vault, holder.id)?;
    let changes = changes.iter().map(|change| {
        json!({ "id": change.id, "old": change.old.as_written(), "new": change.new.as_written(), "asked_at": change.asked_at, "confirmed_at": change.confirmed_at, "told_at": change.told_at, "ended_at": change.ended_at })
    });
    Ok(json!({
        "id": holder.id, "email": holder.address.as_written(), "name": holder.name,
        "language": holder.language.as_ref().map(ToString::to_string),
        "time_zone": holder.zone.as_ref().map(|zone| zone.name().to_owned()),
        "declined": holder.declined, "has_account": holder.has_account,
        "licenses": licenses, "messages": messages_json(tx, desk, holder)?, "notices": notices, "events": events,
        "sessions": visits.collect::<Vec<_>>(), "passkeys": passkeys.collect::<Vec<_>>(), "calendar_since": calendar::find_made_at(tx, holder.id)?,
        "address_changes": changes.collect::<Vec<_>>(), "library": library::list(tx, holder.id)?,
    }))
}

fn messages_json(tx: &mut Tx, desk: &Desk, holder: &Holder) -> Result<Vec<Value>, Fault> {
    let letters = letter::list_by_holder(tx, &desk.keys.vault, holder.id, u32::MAX)?;
    let message = |letter::Stated { letter, state, .. }: &letter::Stated| {
        let words = read_letter(desk, letter).map(|(_, words)| words);
        json!({
            "id": letter.id, "license": letter.license, "kind": letter.kind.code(), "step": letter.step, "language": letter.language, "to": letter.address,
            "message_id": letter.message_id, "written_at": letter.written_at, "read_at": letter.read_at, "state": state.code(),
            "subject": words.as_ref().map(|words| words.subject.clone()).ok(), "text": words.map(|words| words.text).ok(),
        })
    };
    Ok(letters.iter().map(message).collect())
}

/// The notices about a license, with each attempt to send them.
fn notices_json(tx: &mut Tx, desk: &Desk, held: &Held) -> Result<Vec<Value>, Fault> {
    let mut listed = Vec::new();
    let of_license = Filter { license: Some(held.license.id), ..Filter::default() };
    notice::for_each(tx, &desk.keys.vault, of_license, |one| {
        listed.push(one.notice);
        Ok::<_, Fault>(())
    })?;
    let mut told = Vec::with_capacity(listed.len());
    for notice in listed {
        let attempts = attempt::list(tx, notice.id)?;
        let attempts = attempts.iter().map(|attempt| {
            json!({ "number": attempt.number, "begun_at": attempt.begun_at, "ended_at": attempt.ended_at, "outcome": attempt.outcome, "reply": attempt.reply })
        });
        told.push(json!({
            "id": notice.id, "license": notice.key.license, "kind": notice.key.kind.code(), "step": notice.key.step.to_string(),
            "due_at": notice.due_at, "state": notice.state.code(), "reason": notice.reason, "ended_at": notice.ended_at,
            "attempts": attempts.collect::<Vec<_>>(),
        }));
    }
    Ok(told)
}

/// A license as programs read it: the serial number masked.
pub fn license_json(desk: &Desk, held: &Held, now: Timestamp) -> Value {
    let (license, holder) = (&held.license, held.holder.as_ref());
    let text = |value: Option<&str>| value.map(str::to_owned);
    json!({
        "id": license.id,
        "external_id": license.external_id,
        "serial": license.serial.masked(),
        "product": license.product,
        "segment": license.segment.code(),
        "state": license.status(held.today(desk, now)).code(),
        "devices": license.devices,
        "months": license.months,
        "offer": license.offer.code(),
        "email": holder.map(|holder| holder.address.as_written()),
        "name": holder.and_then(|holder| holder.name.clone()),
        "language": text(holder.and_then(|holder| holder.language.as_ref()).map(Language::as_str)),
        "time_zone": text(holder.and_then(|holder| holder.zone.as_ref()).map(Zone::name)),
        "issued_on": license.issued_on,
        "term": license.term.map(|term| term.number),
        "registered_on": license.term.map(|term| term.registered_on),
        "expires_on": license.term.map(|term| term.expires_on),
        "blocked_on": license.block.map(|block| block.on),
        "blocked_reason": license.block.map(|block| block.reason.code()),
        "successor": license.block.and_then(|block| block.successor).map(|(id, _)| id),
        "previous": license.previous.map(|(id, _)| id),
        "deleted_at": license.deleted_at,
    })
}
