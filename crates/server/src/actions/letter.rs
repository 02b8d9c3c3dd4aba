//! The letter of a notice, or of several: facts become words and bytes, are kept, and are read again.

use aws_lc_rs::{digest, hmac};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use jiff::{Timestamp, tz::TimeZone};
use tenure_domain::{Holder, LetterId, Notice};
use tenure_post::{
    carrier::address::to_wire,
    letter::{Facts, Gathered, MOST_NAMED, ToldLetter, Wording, Wordings, Words, render, render_gathered},
    mime::{Attachment, Mailbox, Message},
};
use tenure_store::{
    Fault, Tx,
    letter::{self, Letter},
};

use super::{Desk, Held, facts, tell_address};

/// A letter with its bytes, before it is signed; or why it cannot be written, which holds up no other.
pub(super) type Written = Result<(Letter, Vec<u8>), String>;

/// What is kept of a letter: everything that its bytes depend on beside the wording.
#[derive(serde::Serialize, serde::Deserialize)]
struct Frozen {
    from: (String, String),
    zone: String,
    licenses: Vec<String>,
    facts: Facts,
    /// Which keys sign it: the same bytes again need the same ones.
    #[serde(default)]
    signed_by: String,
    /// What it brings, where it brings several letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gathered: Option<Gathered>,
}

/// Writes the letter of one notice, or one letter for several alike; the first is the one with the lowest id.
pub(super) fn write(
    tx: &mut Tx,
    desk: &Desk,
    holder: &Holder,
    told: &[(Held, Notice)],
    now: Timestamp,
) -> Result<Written, Fault> {
    let Some((held, notice)) = told.first() else { return Ok(Err("there is nothing to tell".to_owned())) };
    let (wanted, default) = (desk.language_of(holder), &desk.settings.vendor.language);
    let Some(wording) = desk.wordings.choose(notice.key.kind, &wanted, default) else {
        return Ok(Err(format!("{} has no text in {wanted} and none in {default}", notice.key.kind)));
    };
    tell_address::begin_undo(tx, desk, notice, now)?;
    let mut facts = facts::gather(tx, desk, held, holder, notice, &wording.language, now)?;
    if told.len() > 1 {
        facts::list(&mut facts, desk, told, &wording.language);
    }
    let words = match render(&facts, wording) {
        Ok(words) => words,
        Err(fault) => return Ok(Err(fault.to_string())),
    };
    let zone = desk.zone_of(Some(holder)).name().to_owned();
    let licenses = told.iter().map(|(held, _)| held.license.id.to_string()).collect();
    let signed_by = desk.signed_by.clone();
    let frozen = Frozen { from: from(desk), zone, licenses, facts, signed_by, gathered: None };
    let mut letter = envelope(desk, holder, notice, wording, now);
    let bytes = keep(tx, desk, &mut letter, frozen, words)?;
    Ok(Ok((letter, bytes)))
}

/// Keeps a letter as it is carried: its bytes.
fn keep(
    tx: &mut Tx,
    desk: &Desk,
    letter: &mut Letter,
    frozen: Frozen,
    words: Words,
) -> Result<Vec<u8>, Fault> {
    letter.facts = serde_json::to_string(&frozen).map_err(|error| Fault::data("facts", error))?;
    letter.subject = Some(words.subject.clone());
    let bytes = compose(letter, frozen, words);
    letter.bytes_digest = hex_digest(&bytes);
    letter::save(tx, &desk.keys.vault, letter)?;
    Ok(bytes)
}

/// Writes the letter that brings several, which are written already and are all in one language. It has no place in the
/// portal: they have. Its Message-ID is that of the first one's `notice`.
pub(super) fn bring(
    tx: &mut Tx,
    desk: &Desk,
    holder: &Holder,
    letters: &[&Letter],
    notice: &Notice,
    now: Timestamp,
) -> Result<Written, Fault> {
    let brought: Result<Vec<Frozen>, String> = letters.iter().map(|letter| thaw(letter)).collect();
    let brought = match brought {
        Ok(brought) if !brought.is_empty() => brought,
        Ok(_) => return Ok(Err("there is nothing to bring".to_owned())),
        Err(words) => return Ok(Err(words)),
    };
    let language = &letters[0].language;
    let Some(wording) = desk.wordings.find_gathered(language) else {
        return Ok(Err(format!("the letter that brings several has no text in {language}")));
    };
    let gathered = gathered(desk, letters, &brought);
    let words = match render_gathered(&gathered, wording) {
        Ok(words) => words,
        Err(fault) => return Ok(Err(fault.to_string())),
    };
    let mut mail = Letter { id: mail_id(notice), ..envelope(desk, holder, notice, wording, now) };
    mail.step = String::new();
    let bytes = keep(tx, desk, &mut mail, whole(brought, gathered), words)?;
    for letter in letters {
        letter::travel(tx, letter.id, &mail)?;
    }
    Ok(Ok((mail, bytes)))
}

/// What the letter that brings several says of them.
fn gathered(desk: &Desk, letters: &[&Letter], brought: &[Frozen]) -> Gathered {
    let links = facts::links(desk, None);
    let told = letters.iter().zip(brought).take(MOST_NAMED).map(|(letter, frozen)| ToldLetter {
        subject: letter.subject.clone().unwrap_or_default(),
        serial: frozen.facts.listed.is_empty().then(|| frozen.facts.serial.clone()),
    });
    Gathered {
        vendor: facts::vendor(desk),
        told: told.collect(),
        total: u32::try_from(letters.len()).unwrap_or(u32::MAX),
        profile: format!("{}/profile", links.portal),
        messages: links.messages,
        schedule: links.schedule,
    }
}

/// The licenses of all, and of the first what a message needs beside its words. Nothing can be declined by one click that
/// is about several kinds: the letter shows the way to the profile.
fn whole(brought: Vec<Frozen>, gathered: Gathered) -> Frozen {
    let mut licenses: Vec<String> = Vec::new();
    for license in brought.iter().flat_map(|frozen| &frozen.licenses) {
        if !licenses.contains(license) {
            licenses.push(license.clone());
        }
    }
    let first = brought.into_iter().next().expect("asked before");
    let mut facts = first.facts.clone();
    (facts.links.decline, facts.key_file) = (None, None);
    Frozen { licenses, facts, gathered: Some(gathered), ..first }
}

fn envelope(desk: &Desk, holder: &Holder, notice: &Notice, wording: &Wording, now: Timestamp) -> Letter {
    Letter {
        id: letter_id(notice),
        holder: holder.id,
        license: notice.key.license,
        kind: notice.key.kind,
        step: notice.key.step.to_string(),
        due_on: notice.due_on,
        language: wording.language.clone(),
        address: holder.address.as_written().to_owned(),
        facts: String::new(),
        wording: wording.digest.clone(),
        body: wording.body.clone(),
        layout: wording
            .own_layout()
            .map(|(digest, body)| letter::Layout { digest: digest.to_owned(), body: body.to_owned() }),
        bytes_digest: String::new(),
        message_id: message_id(desk, notice),
        subject: None,
        written_at: now,
        read_at: None,
        travels_in: None,
    }
}

fn from(desk: &Desk) -> (String, String) {
    (desk.settings.vendor.name.clone(), desk.settings.mail.from.clone())
}

/// A notice has one letter, whatever the attempt.
pub(super) fn letter_id(notice: &Notice) -> LetterId {
    LetterId::from_bits(notice.id.bits())
}

/// The letter that brings several has the id of its first notice but for one bit: it is the same at each claim.
const fn mail_id(notice: &Notice) -> LetterId {
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

fn thaw(letter: &Letter) -> Result<Frozen, String> {
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

fn compose(letter: &Letter, frozen: Frozen, words: Words) -> Vec<u8> {
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
fn message_id(desk: &Desk, notice: &Notice) -> String {
    let key = &notice.key;
    let text = format!("{}\0{}\0{}\0{}\0{}", key.license, key.term, key.kind, key.step, key.occasion);
    let tag = hmac::sign(&desk.keys.message_id, text.as_bytes());
    let from = to_wire(&desk.settings.mail.from).unwrap_or_default();
    let domain = from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    format!("{}@{domain}", BASE32_NOPAD.encode(&tag.as_ref()[..20]).to_lowercase())
}

fn hex_digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(digest::digest(&digest::SHA256, bytes).as_ref())
}
