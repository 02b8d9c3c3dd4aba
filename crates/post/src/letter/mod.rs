//! Letters: facts, a language and a wording become words. Pure: no clock, no randomness, no I/O.
//!
//! The texts are Markdown files, `content/letters/<kind>/<language>.md` (see [`Wording`]). A text is
//! a template; its Markdown is read into one small tree, from which the HTML part, the text part
//! and the portal's copy are all written. So they say the same.

mod address_confirm;
mod digest;
mod document;
pub mod facts;
mod fence;
mod front;
mod gathered;
mod html;
mod inliner;
mod sample;
mod sign_in;
mod speech;
mod template;
mod text;
mod wording;
mod wordings;

use minijinja::{Value, context, value::Serde};
use serde::Serialize;

pub use address_confirm::{AddressConfirm, address_confirm_sample, render_address_confirm};
pub use facts::{Attempt, Facts, KeyFile, Links, Listed, Related, Vendor};
pub use gathered::{Gathered, MOST_NAMED, Told as ToldLetter, gathered_sample, render_gathered};
pub use sample::{Sample, samples};
pub use sign_in::{SignIn, render_sign_in, sign_in_sample};
pub use wording::{Wording, WordingFault};
pub use wordings::{Missing, Wordings};

/// The longest subject in characters; only a very long product's name is cut by it.
const LONGEST_SUBJECT: usize = 150;

/// A letter as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// One line of plain text.
    pub subject: String,
    /// One line that mail readers show beside the subject.
    pub preheader: String,
    /// The text part, wrapped at 72 columns; lines end in `\n`.
    pub text: String,
    /// The HTML part, a whole page with its styles inlined.
    pub html: String,
    /// The language of all of them, a BCP 47 tag.
    pub language: String,
    /// The body alone for the portal's *Messages*: safe HTML with classes, without styles.
    pub portal_html: String,
}

/// Facts and wording do not make a letter: a broken text or a fact that is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    /// The text asks for what these facts do not have, or is broken.
    #[error(transparent)]
    Wording(#[from] WordingFault),
    /// The text is for another kind of letter.
    #[error("{file} is no text for {wanted}")]
    OtherKind {
        /// The text's file.
        file: String,
        /// The kind of the facts.
        wanted: String,
    },
    /// The page could not be laid out.
    #[error("{file} cannot be laid out: {reason}")]
    Layout {
        /// The text's file.
        file: String,
        /// What the layout says.
        reason: String,
    },
}

/// Says the facts in the words of a wording.
///
/// # Errors
/// A [`WordsFault`] when the text is for another kind, or names a fact that this letter does not have.
pub fn render(facts: &Facts, wording: &Wording) -> Result<Words, WordsFault> {
    if wording.kind != Some(facts.kind) {
        return Err(WordsFault::OtherKind { file: wording.file(), wanted: facts.kind.to_string() });
    }
    say(wording, &facts.vendor, &told(facts))
}

/// The facts under the names that texts use.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    facts: Facts,
    #[serde(flatten)]
    digest: digest::Digest,
    key_file_name: Option<&'a str>,
}

/// What a text may repeat: a name without tricks, the whole serial number only where it is
/// delivered, and never the key file itself.
fn told(facts: &Facts) -> Value {
    let serial_full = facts.serial_full.clone().filter(|_| Facts::delivers_serial(facts.kind));
    let holder_name = facts.holder_name.as_deref().and_then(fence::name);
    Value::from(Serde(Told {
        facts: Facts {
            holder_name,
            serial_full,
            key_file: None,
            listed: digest::rows(facts),
            ..facts.clone()
        },
        digest: digest::Digest::of(facts),
        key_file_name: facts.key_file.as_ref().map(|file| file.file_name.as_str()),
    }))
}

/// Renders all parts of a letter.
fn say(wording: &Wording, vendor: &Vendor, facts: &Value) -> Result<Words, WordsFault> {
    let subject = fence::shortened(&fence::one_line(&wording.say("subject", facts)?), LONGEST_SUBJECT);
    let preheader = fence::one_line(&wording.say("preheader", facts)?);
    let body = match button(wording, facts)? {
        Some(button) => wording.say(template::BODY, &context! { button => button, ..facts.clone() })?,
        None => wording.say(template::BODY, facts)?,
    };
    let blocks = document::read(&body);
    let frame = html::Frame { subject: &subject, preheader: &preheader, vendor, wording };
    Ok(Words {
        text: text::write(&blocks, wording.speech(), &foot(vendor)),
        html: html::letter(&blocks, &frame)?,
        portal_html: html::portal(&blocks),
        language: wording.language.clone(),
        subject,
        preheader,
    })
}

/// The lines of the vendor's postal address.
fn address_lines(vendor: &Vendor) -> Vec<String> {
    vendor.address.lines().map(fence::line).filter(|line| !line.is_empty()).collect()
}

/// What stands below a letter: who wrote it, and their postal address; nothing where there is none.
fn foot(vendor: &Vendor) -> Vec<String> {
    let lines = address_lines(vendor);
    if lines.is_empty() { lines } else { [vec![fence::line(&vendor.name)], lines].concat() }
}

/// The button as Markdown: a link that carries the button's mark.
fn button(wording: &Wording, facts: &Value) -> Result<Option<Value>, WordsFault> {
    if !wording.has("button") {
        return Ok(None);
    }
    let label = fence::markdown(&fence::one_line(&wording.say("button", facts)?));
    let name = fence::one_line(&wording.say("link", facts)?);
    let url = address(facts, &name).ok_or_else(|| WordingFault {
        file: wording.file(),
        line: 1,
        problem: format!("`link: {name}` leads nowhere; name one of the facts' links"),
    })?;
    let link = format!("[{label}](<{}> \"{}\")", fence::markdown(&url), document::BUTTON);
    Ok(Some(Value::from_safe_string(link)))
}

/// Where a link of this name leads.
fn address(facts: &Value, name: &str) -> Option<String> {
    let found = match name {
        "vendor" => facts.get_attr("vendor").and_then(|vendor| vendor.get_attr("url")),
        name => facts.get_attr("links").and_then(|links| links.get_attr(name)),
    };
    found.ok()?.as_str().map(ToOwned::to_owned)
}
