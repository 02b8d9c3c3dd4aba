//! Claim: in one transaction take what is due, ask the guard, freeze the words. What comes out is ready to be carried.

use std::sync::Arc;

use aws_lc_rs::{digest, hmac};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use tenure_domain::{
    Holder, InForce, Kind, LetterId, Notice, Outcome, State,
    event::HolderStanding,
    guard::{self, Verdict},
    outcome::Delay,
};
use tenure_post::{
    carrier::Parcel,
    letter::{Facts, Wording, Words, render},
    mime::{Attachment, Mailbox, Message},
};
use tenure_store::{
    Fault, Tx, attempt, letter,
    letter::Letter,
    license,
    notice::{self, Claimed},
    pass,
};

use super::{Desk, Held, facts, holder_standing, standing};

/// How long a courier has to say what became of a letter, in minutes: longer than all the timers of one conversation
/// together, of which the answer to the final dot alone has ten minutes (RFC 5321, 4.5.3.2).
pub const LEASE_MINUTES: i64 = 60;

/// A letter on its way, or what stands in its way.
#[derive(Debug, Clone)]
pub struct Errand {
    /// The notice, as it was before the claim.
    pub notice: Notice,
    /// Which attempt this is; also the fence against a late answer.
    pub attempt: u32,
    /// The parcel to carry; or the outcome, where no parcel could be made.
    pub parcel: Result<Parcel, Outcome>,
}

/// What a claim brought.
#[derive(Debug, Clone, Default)]
pub struct Claim {
    /// What is to be carried now.
    pub errands: Vec<Errand>,
    /// How many notices were looked at; none: nothing is left to do now.
    pub examined: usize,
    /// How many of them ended because their reason had.
    pub canceled: u64,
    /// How many ended because a newer step is due.
    pub superseded: u64,
    /// How many ended because it is too late.
    pub late: u64,
}

/// Claims up to `limit` notices that are due at `now`.
pub fn claim_due(tx: &mut Tx, desk: &Desk, limit: u32, now: Timestamp) -> Result<Claim, Fault> {
    let in_force = pass::find_in_force(tx)?;
    let claimed = notice::claim(tx, now, limit)?;
    let mut claim = Claim { examined: claimed.len(), ..Claim::default() };
    for claimed in claimed {
        claim_one(tx, desk, &in_force, &claimed, &mut claim, now)?;
    }
    Ok(claim)
}

fn claim_one(
    tx: &mut Tx,
    desk: &Desk,
    in_force: &InForce,
    claimed: &Claimed,
    claim: &mut Claim,
    now: Timestamp,
) -> Result<(), Fault> {
    let notice = claimed.notice.clone();
    let Some(license) = license::find(tx, &desk.keys.vault, notice.key.license)? else {
        return Err(Fault::data("a notice", "its license is gone"));
    };
    let held = Held::read(tx, desk, license)?;
    let verdict = judge(tx, desk, &held, &notice, in_force, now)?;
    let Some(holder) = held.holder.clone() else {
        claim.canceled += 1;
        return notice::end(
            tx,
            &notice,
            State::Canceled,
            tenure_domain::notice::Cancel::NoAddress.code(),
            None,
            now,
        );
    };
    match verdict {
        Verdict::Send => claim.errands.push(begin(tx, desk, &held, &holder, claimed, now)?),
        Verdict::Hold(why) => {
            let copy =
                freeze(tx, desk, &held, &holder, claimed, now)?.ok().map(|frozen| (frozen.0.id, holder.id));
            notice::end(tx, &notice, State::Held, why.code(), copy, now)?;
        }
        Verdict::Cancel(reason) => {
            claim.canceled += 1;
            notice::end(tx, &notice, State::Canceled, reason.code(), None, now)?;
        }
        Verdict::Superseded => {
            claim.superseded += 1;
            notice::end(tx, &notice, State::Superseded, "newer_step_due", None, now)?;
        }
        Verdict::Late => {
            claim.late += 1;
            notice::end(tx, &notice, State::Late, "limit_passed", None, now)?;
        }
    }
    Ok(())
}

fn judge(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    notice: &Notice,
    in_force: &InForce,
    now: Timestamp,
) -> Result<Verdict, Fault> {
    let depends_on_holder = matches!(notice.key.kind, Kind::MobileOffer | Kind::AccountInvitation);
    let beside =
        if depends_on_holder { holder_standing(tx, desk, held, now)? } else { HolderStanding::default() };
    Ok(guard::verdict(notice, &standing(desk, held, notice, beside, in_force), now))
}

/// Whether a notice that was claimed is still true: asked again right before DATA when the claim is old (promise 5).
pub fn is_still_true(tx: &mut Tx, desk: &Desk, notice: &Notice, now: Timestamp) -> Result<bool, Fault> {
    let in_force = pass::find_in_force(tx)?;
    let Some(license) = license::find(tx, &desk.keys.vault, notice.key.license)? else { return Ok(false) };
    let held = Held::read(tx, desk, license)?;
    Ok(judge(tx, desk, &held, notice, &in_force, now)? == Verdict::Send)
}

/// From here on a courier speaks. A letter whose answer was lost goes again with the same bytes; any other is written anew.
fn begin(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    holder: &Holder,
    claimed: &Claimed,
    now: Timestamp,
) -> Result<Errand, Fault> {
    let notice = claimed.notice.clone();
    let number = notice.attempts + 1;
    let kept = claimed
        .letter
        .filter(|_| notice.state != State::Due)
        .map(|id| letter::find(tx, &desk.keys.vault, id))
        .transpose()?
        .flatten();
    let written = match kept {
        Some(kept) => again(desk, &kept).map(|bytes| (kept, bytes)),
        None => freeze(tx, desk, held, holder, claimed, now)?,
    };
    let (letter_id, parcel) = match written {
        Ok((letter, bytes)) => (letter.id, Ok(parcel(desk, &letter, bytes, number, now))),
        Err(words) => (letter_id(&notice), Err(Outcome::Later { delay: Delay::OurSetup, reply: words })),
    };
    let lease_until = now.saturating_add(SignedDuration::from_mins(LEASE_MINUTES)).unwrap_or(now);
    notice::begin(tx, &notice, letter_id, holder.id, now, lease_until)?;
    attempt::begin(tx, &notice, number, now)?;
    Ok(Errand { notice, attempt: number, parcel })
}

/// Writes the letter of a notice: facts, words and bytes. `Err`: why it cannot be written, which holds up no other.
fn freeze(
    tx: &mut Tx,
    desk: &Desk,
    held: &Held,
    holder: &Holder,
    claimed: &Claimed,
    now: Timestamp,
) -> Result<Result<(Letter, Vec<u8>), String>, Fault> {
    let notice = &claimed.notice;
    let wanted = desk.language_of(holder);
    let Some(wording) = desk.wordings.choose(notice.key.kind, &wanted, &desk.settings.vendor.language) else {
        return Ok(Err(format!(
            "{} has no text in {wanted} and none in {}",
            notice.key.kind, desk.settings.vendor.language
        )));
    };
    let facts = facts::gather(tx, desk, held, holder, notice, &wording.language, now)?;
    let words = match render(&facts, wording) {
        Ok(words) => words,
        Err(fault) => return Ok(Err(fault.to_string())),
    };
    let mut letter = Letter {
        id: letter_id(notice),
        holder: holder.id,
        license: notice.key.license,
        kind: notice.key.kind,
        step: notice.key.step.to_string(),
        due_on: notice.due_on,
        language: wording.language.clone(),
        address: holder.address.as_written().to_owned(),
        facts: serde_json::to_string(&Frozen {
            from: from(desk),
            zone: desk.zone_of(Some(holder)).name().to_owned(),
            facts,
        })
        .map_err(|error| Fault::data("facts", error))?,
        wording: wording.digest.clone(),
        body: wording.body.clone(),
        bytes_digest: String::new(),
        message_id: message_id(desk, notice),
        written_at: now,
        read_at: None,
    };
    let bytes = match compose(&letter, words) {
        Ok(bytes) => bytes,
        Err(words) => return Ok(Err(words)),
    };
    letter.bytes_digest = hex_digest(&bytes);
    letter::save(tx, &desk.keys.vault, &letter)?;
    Ok(Ok((letter, bytes)))
}

/// What is kept of a letter: everything that its bytes depend on beside the wording.
#[derive(serde::Serialize, serde::Deserialize)]
struct Frozen {
    from: (String, String),
    zone: String,
    facts: Facts,
}

fn from(desk: &Desk) -> (String, String) {
    (desk.settings.vendor.name.clone(), desk.settings.mail.from.clone())
}

/// A notice has one letter, whatever the attempt.
fn letter_id(notice: &Notice) -> LetterId {
    LetterId::from_bits(notice.id.bits())
}

/// A stored letter as it is read: its facts, and the same words as ever.
pub fn read_letter(desk: &Desk, letter: &Letter) -> Result<(Facts, Words), String> {
    let frozen: Frozen = serde_json::from_str(&letter.facts).map_err(|error| error.to_string())?;
    let words = match desk.wordings.find(letter.kind, &letter.language) {
        Some(present) if present.digest == letter.wording => render(&frozen.facts, present),
        _ => render(&frozen.facts, &wording_of(letter)?),
    };
    Ok((frozen.facts, words.map_err(|fault| fault.to_string())?))
}

/// The wording a letter was written from, where it is no longer the one in use.
fn wording_of(letter: &Letter) -> Result<Wording, String> {
    Wording::parse(letter.kind, &letter.language, &letter.body).map_err(|fault| fault.to_string())
}

/// The bytes of a stored letter, the same as were carried.
fn again(desk: &Desk, letter: &Letter) -> Result<Vec<u8>, String> {
    let bytes = compose(letter, read_letter(desk, letter)?.1)?;
    if hex_digest(&bytes) != letter.bytes_digest {
        tracing::warn!(letter = %letter.id, "this release writes other bytes for a letter than the one that wrote it first");
    }
    Ok(bytes)
}

fn compose(letter: &Letter, words: Words) -> Result<Vec<u8>, String> {
    let frozen: Frozen = serde_json::from_str(&letter.facts).map_err(|error| error.to_string())?;
    let (name, address) = frozen.from;
    let attached = frozen.facts.key_file.map(|file| Attachment {
        file_name: file.file_name,
        content_type: "application/octet-stream".to_owned(),
        bytes: file.content.into_bytes(),
    });
    let to = match frozen.facts.holder_name {
        Some(holder) => Mailbox::named(holder, &letter.address),
        None => Mailbox::bare(&letter.address),
    };
    let zone = TimeZone::get(&frozen.zone).unwrap_or(TimeZone::UTC);
    let message = Message {
        from: Mailbox::named(name, address),
        to,
        subject: words.subject,
        message_id: letter.message_id.clone(),
        date: letter.written_at.to_zoned(zone),
        language: letter.language.clone(),
        kind: letter.kind.to_string(),
        step: letter.step.clone(),
        licenses: vec![letter.license.to_string()],
        list_unsubscribe: frozen.facts.links.decline,
        attachments: attached.into_iter().collect(),
        text: words.text,
        html: words.html,
    };
    Ok(message.to_bytes())
}

fn parcel(desk: &Desk, letter: &Letter, bytes: Vec<u8>, attempt: u32, now: Timestamp) -> Parcel {
    Parcel {
        from: desk.settings.mail.from.clone(),
        to: letter.address.clone(),
        bytes: Arc::from(bytes),
        name: letter.id.to_string(),
        attempt,
        at: now,
    }
}

/// Derived from what makes the notice the one it is: the same after a crash, a retry and a restore.
fn message_id(desk: &Desk, notice: &Notice) -> String {
    let key = &notice.key;
    let text = format!("{}\0{}\0{}\0{}\0{}", key.license, key.term, key.kind, key.step, key.occasion);
    let tag = hmac::sign(&desk.keys.message_id, text.as_bytes());
    let domain = desk.settings.mail.from.rsplit('@').next().unwrap_or("localhost");
    let domain = tenure_post::carrier::address::to_wire(&format!("x@{domain}"))
        .and_then(|wire| wire.split('@').nth(1).map(str::to_owned));
    format!(
        "{}@{}",
        BASE32_NOPAD.encode(&tag.as_ref()[..20]).to_lowercase(),
        domain.unwrap_or_else(|| "localhost".to_owned())
    )
}

fn hex_digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(digest::digest(&digest::SHA256, bytes).as_ref())
}
