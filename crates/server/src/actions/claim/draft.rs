//! A letter before its words. They are a function of the draft and of the instant alone, so words that were written ahead
//! are taken where the claim makes the same draft, and nothing that changed meanwhile is told as it was.

use std::sync::Arc;

use jiff::Timestamp;
use tenure_domain::{Holder, Notice};
use tenure_post::letter::{Gathered, MOST_NAMED, ToldLetter, Wording, Words, render, render_gathered};
use tenure_store::{
    Fault, Tx,
    letter::{self, Letter, Sealed},
};

use super::super::{
    Desk, Held, facts,
    letter::{Frozen, compose, hex_digest, letter_id, mail_id, message_id, thaw},
};

/// What becomes of a draft: a letter, or the words that say why it cannot be written, which holds up no other.
pub(super) type Drafted<T> = Result<T, String>;

/// Everything that a letter's words and bytes depend on, but for the instant at which it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    /// Without what its words bring, and written at no time.
    pub(super) letter: Letter,
    frozen: Frozen,
}

/// A letter as it is carried, before it is signed.
#[derive(Debug)]
pub(super) struct Written {
    /// As it is kept.
    pub(super) letter: Letter,
    /// Its message.
    pub(super) bytes: Arc<[u8]>,
    sealed: Sealed,
}

impl Draft {
    /// The draft of a letter about one notice, or about several alike; the first is the one with the lowest id.
    pub(super) fn gather(
        tx: &mut Tx,
        desk: &Desk,
        holder: &Holder,
        told: &[(Held, Notice)],
        now: Timestamp,
    ) -> Result<Drafted<Self>, Fault> {
        let Some((held, notice)) = told.first() else {
            return Ok(Err("there is nothing to tell".to_owned()));
        };
        let wording = match choose_wording(desk, holder, notice) {
            Ok(wording) => wording,
            Err(words) => return Ok(Err(words)),
        };
        let mut facts = facts::gather(tx, desk, held, holder, notice, &wording.language, now)?;
        if told.len() > 1 {
            facts::list(&mut facts, desk, told, &wording.language);
        }
        let zone = desk.zone_of(Some(holder)).name().to_owned();
        let licenses = told.iter().map(|(held, _)| held.license.id.to_string()).collect();
        let (from, signed_by) = (from(desk), desk.signed_by.clone());
        let frozen = Frozen { from, zone, licenses, facts, signed_by, gathered: None };
        Ok(Ok(Self { letter: envelope(desk, holder, notice, wording), frozen }))
    }

    /// Writes it: words, bytes, and what is sealed of them. No transaction is needed.
    pub(super) fn write(self, desk: &Desk, now: Timestamp) -> Result<Drafted<Written>, Fault> {
        let (kind, language) = (self.letter.kind, &self.letter.language);
        let Some(wording) = desk.wordings.find(kind, language) else {
            return Ok(Err(format!("{kind} has no text in {language}")));
        };
        match render(&self.frozen.facts, wording) {
            Ok(words) => self.compose(desk, words, now).map(Ok),
            Err(fault) => Ok(Err(fault.to_string())),
        }
    }

    fn compose(self, desk: &Desk, words: Words, now: Timestamp) -> Result<Written, Fault> {
        let Self { mut letter, frozen } = self;
        letter.written_at = now;
        letter.facts = serde_json::to_string(&frozen).map_err(|error| Fault::data("facts", error))?;
        letter.subject = Some(words.subject.clone());
        let bytes = compose(&letter, frozen, words);
        letter.bytes_digest = hex_digest(&bytes);
        let sealed = letter::seal(&desk.keys.vault, &letter)?;
        Ok(Written { letter, bytes: Arc::from(bytes), sealed })
    }
}

impl Written {
    /// Keeps it.
    pub(super) fn save(&self, tx: &mut Tx) -> Result<(), Fault> {
        letter::save_sealed(tx, &self.letter, &self.sealed)
    }
}

/// The text of a notice in a language that its holder reads.
pub(super) fn choose_wording<'a>(desk: &'a Desk, holder: &Holder, notice: &Notice) -> Drafted<&'a Wording> {
    let (kind, wanted, default) = (notice.key.kind, desk.language_of(holder), &desk.settings.vendor.language);
    let found = desk.wordings.choose(kind, &wanted, default);
    found.ok_or_else(|| format!("{kind} has no text in {wanted} and none in {default}"))
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
) -> Result<Drafted<Written>, Fault> {
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
    let mut letter = Letter { id: mail_id(notice), ..envelope(desk, holder, notice, wording) };
    letter.step = String::new();
    let mail = Draft { letter, frozen: whole(brought, gathered) }.compose(desk, words, now)?;
    mail.save(tx)?;
    for letter in letters {
        letter::travel(tx, letter.id, &mail.letter)?;
    }
    Ok(Ok(mail))
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

fn envelope(desk: &Desk, holder: &Holder, notice: &Notice, wording: &Wording) -> Letter {
    let layout = wording.own_layout();
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
        layout: layout
            .map(|(digest, body)| letter::Layout { digest: digest.to_owned(), body: body.to_owned() }),
        bytes_digest: String::new(),
        message_id: message_id(desk, notice),
        subject: None,
        written_at: Timestamp::UNIX_EPOCH,
        read_at: None,
        travels_in: None,
    }
}

fn from(desk: &Desk) -> (String, String) {
    (desk.settings.vendor.name.clone(), desk.settings.mail.from.clone())
}
