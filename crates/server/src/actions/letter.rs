//! The letter of a notice, or of several, as it is kept: it is read again, and its bytes are the same as ever.

use aws_lc_rs::{digest, hmac};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use jiff::tz::TimeZone;
use tenure_domain::{LetterId, Notice};
use tenure_post::{
    carrier::address::to_wire,
    letter::{Facts, Gathered, Wording, Wordings, Words, render, render_gathered},
    mime::{Attachment, Mailbox, Message},
};
use tenure_store::letter::Letter;

use super::Desk;

/// What is kept of a letter: everything that its bytes depend on beside the wording.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Frozen {
    pub(super) from: (String, String),
    pub(super) zone: String,
    pub(super) licenses: Vec<String>,
    pub(super) facts: Facts,
    /// Which keys sign it: the same bytes again need the same ones.
    #[serde(default)]
    pub(super) signed_by: String,
    /// What it brings, where it brings several letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) gathered: Option<Gathered>,
}

/// A notice has one letter, whatever the attempt.
pub(super) fn letter_id(notice: &Notice) -> LetterId {
    LetterId::from_bits(notice.id.bits())
}

/// The letter that brings several has the id of its first notice but for one bit: it is the same at each claim.
pub(super) const fn mail_id(notice: &Notice) -> LetterId {
    LetterId::from_bits(notice.id.bits() ^ (1 << 127))
}

/// A stored letter as it is read: its facts, and the same words as ever.
pub fn read(desk: &Desk, letter: &Letter) -> Result<(Facts, Words), String> {
    let frozen = thaw(letter)?;
    let words = say(desk, letter, &frozen)?;
    Ok((frozen.facts, words))
}

/// The facts of a stored letter, for lists: nothing is rendered.
pub fn read_facts(letter: &Letter) -> Result<Facts, String> {
    Ok(thaw(letter)?.facts)
}

/// The bytes of a stored letter before it is signed, the same as were carried.
pub(super) fn again(desk: &Desk, letter: &Letter) -> Result<Vec<u8>, String> {
    let (bytes, is_same) = unsigned(desk, letter)?;
    if !is_same {
        tracing::warn!(letter = %letter.id, "this release writes other bytes for a letter than the one that wrote it first");
    }
    Ok(bytes)
}

/// The whole message of a stored letter, and whether it is octet for octet the one that was carried: another release
/// may write other bytes for the same words.
pub fn as_carried(desk: &Desk, letter: &Letter) -> Result<(Vec<u8>, bool), String> {
    let (bytes, is_same) = unsigned(desk, letter)?;
    Ok((desk.signed(bytes, letter.written_at), is_same))
}

/// Neither kind of signature takes chance, so the bytes before it and the keys say whether it is the same message.
fn unsigned(desk: &Desk, letter: &Letter) -> Result<(Vec<u8>, bool), String> {
    let frozen = thaw(letter)?;
    let words = say(desk, letter, &frozen)?;
    let has_same_keys = frozen.signed_by == desk.signed_by;
    let bytes = compose(letter, frozen, words);
    let is_same = has_same_keys && hex_digest(&bytes) == letter.bytes_digest;
    Ok((bytes, is_same))
}

pub(super) fn thaw(letter: &Letter) -> Result<Frozen, String> {
    serde_json::from_str(&letter.facts).map_err(|error| error.to_string())
}

/// The words of a stored letter, by the wording and the layout it was written in, be they in use or not.
fn say(desk: &Desk, letter: &Letter, frozen: &Frozen) -> Result<Words, String> {
    let layout = letter.layout.as_ref().map(|layout| (layout.digest.as_str(), layout.body.as_str()));
    if let Some(gathered) = &frozen.gathered {
        return say_gathered(desk, letter, layout, gathered);
    }
    let present = desk.wordings.find(letter.kind, &letter.language);
    let kept = match present.filter(|present| present.digest == letter.wording) {
        Some(present) => Ok(present.clone()),
        None => Wording::parse(letter.kind, &letter.language, &letter.body),
    };
    let words = kept.and_then(|kept| kept.in_layout(layout)).map_err(|fault| fault.to_string())?;
    render(&frozen.facts, &words).map_err(|fault| fault.to_string())
}

/// The same for a letter that brings several.
fn say_gathered(
    desk: &Desk,
    letter: &Letter,
    layout: Option<(&str, &str)>,
    gathered: &Gathered,
) -> Result<Words, String> {
    let present = desk.wordings.find_gathered(&letter.language);
    let kept = match present.filter(|present| present.digest == letter.wording) {
        Some(present) => Ok(present.clone()),
        None => Wordings::parse_gathered(&letter.language, &letter.body),
    };
    let words = kept.and_then(|kept| kept.in_layout(layout)).map_err(|fault| fault.to_string())?;
    render_gathered(gathered, &words).map_err(|fault| fault.to_string())
}

pub(super) fn compose(letter: &Letter, frozen: Frozen, words: Words) -> Vec<u8> {
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
        kind: frozen.gathered.map_or_else(|| letter.kind.to_string(), |_| "gathered".to_owned()),
        step: letter.step.clone(),
        licenses: frozen.licenses,
        list_unsubscribe: frozen.facts.links.decline,
        attachments: attached.into_iter().collect(),
        text: words.text,
        html: words.html,
    };
    message.to_bytes()
}

/// Derived from what makes the notice the one it is: the same after a crash, a retry and a restore.
pub(super) fn message_id(desk: &Desk, notice: &Notice) -> String {
    let key = &notice.key;
    let text = format!("{}\0{}\0{}\0{}\0{}", key.license, key.term, key.kind, key.step, key.occasion);
    let tag = hmac::sign(&desk.keys.message_id, text.as_bytes());
    let from = to_wire(&desk.settings.mail.from).unwrap_or_default();
    let domain = from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    format!("{}@{domain}", BASE32_NOPAD.encode(&tag.as_ref()[..20]).to_lowercase())
}

pub(super) fn hex_digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(digest::digest(&digest::SHA256, bytes).as_ref())
}
