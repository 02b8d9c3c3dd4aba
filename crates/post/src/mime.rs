//! A letter's words as the bytes of one message: MIME, headers, encodings.
//!
//! Pure: the same message gives the same bytes. Whatever the words hold, they stay in their header: line breaks and
//! control characters never get into one.

use std::borrow::Cow;

use data_encoding::BASE64_MIME;
use jiff::{Zoned, fmt::rfc2822};
use mail_builder::{
    MessageBuilder,
    headers::{
        HeaderType, address::Address, content_type::ContentType, message_id::MessageId, raw::Raw, text::Text,
        url::URL,
    },
    mime::{BodyPart, MimePart},
};

use crate::carrier::address::to_wire;

/// How many characters of the Message-ID go into a boundary; RFC 2046 allows a boundary 70.
const BOUNDARY_SEED: usize = 48;

/// Somebody a message is from or to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name to show; none leaves the bare address.
    pub name: Option<String>,
    /// The address as its owner writes it. A domain in another script is written as its A-label, so that only a
    /// non-ASCII local part needs SMTPUTF8.
    pub address: String,
}

impl Mailbox {
    /// An address without a name.
    pub fn bare(address: impl Into<String>) -> Self {
        Self { name: None, address: address.into() }
    }

    /// An address with a name.
    pub fn named(name: impl Into<String>, address: impl Into<String>) -> Self {
        Self { name: Some(name.into()), address: address.into() }
    }
}

/// A file that travels with a message; its bytes arrive exactly as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name under which it is offered to be saved.
    pub file_name: String,
    /// Its media type, such as `application/octet-stream`.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One message to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The sender of the header `From`.
    pub from: Mailbox,
    /// The one recipient.
    pub to: Mailbox,
    /// The subject.
    pub subject: String,
    /// The Message-ID, without angle brackets.
    pub message_id: String,
    /// The header `Date`, with the offset of its zone.
    pub date: Zoned,
    /// The language of the words, as a BCP 47 tag.
    pub language: String,
    /// The kind of notice, for `X-Tenure-Kind`.
    pub kind: String,
    /// The step, for `X-Tenure-Step`; no header when empty.
    pub step: String,
    /// The public ids of the licenses, for `X-Tenure-License`; no header when empty.
    pub licenses: Vec<String>,
    /// Where one POST declines further ones (RFC 8058).
    pub list_unsubscribe: Option<String>,
    /// Files that travel along.
    pub attachments: Vec<Attachment>,
    /// The words as plain text.
    pub text: String,
    /// The words as HTML.
    pub html: String,
}

impl Message {
    /// The message as bytes: lines end in CRLF and are at most 998 bytes long.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.headers().body(self.body()).serialize(&mut bytes);
        bytes
    }

    /// Every header that is not about the body. Date, Message-ID and MIME-Version have to be among them: the builder
    /// would make up missing ones from the clock.
    fn headers(&self) -> MessageBuilder<'_> {
        let date = rfc2822::to_string(&self.date).expect("only years before 0 cannot be written");
        let builder = MessageBuilder::new()
            .from(header_address(&self.from))
            .to(header_address(&self.to))
            .subject(Text::new(one_line(&self.subject)))
            .header("Date", Raw::new(date))
            .header("Message-ID", MessageId::new(bare_token(&self.message_id)))
            .header("MIME-Version", Raw::new("1.0"))
            .header("Auto-Submitted", Raw::new("auto-generated"))
            .header("Content-Language", Raw::new(bare_token(&self.language)))
            .header("X-Tenure-Kind", Raw::new(bare_token(&self.kind)));
        let builder = builder.header("Feedback-ID", Raw::new(self.feedback_id()));
        let builder = header_if_any(builder, "X-Tenure-Step", bare_token(&self.step));
        let licenses: Vec<_> = self.licenses.iter().map(|license| bare_token(license)).collect();
        self.unsubscribing(header_if_any(builder, "X-Tenure-License", licenses.join(", ")))
    }

    /// What complaints are counted by (Gmail's feedback loop): kind, step, language, and who sends.
    fn feedback_id(&self) -> String {
        let step = if self.step.is_empty() { "at-once" } else { &self.step };
        let domain = to_wire(&self.from.address).unwrap_or_default();
        let domain = domain.rsplit_once('@').map_or("", |(_, domain)| domain);
        [&self.kind, step, &self.language, domain].map(|part| bare_token(part).replace(':', "")).join(":")
    }

    fn unsubscribing<'a>(&'a self, builder: MessageBuilder<'a>) -> MessageBuilder<'a> {
        let Some(url) = &self.list_unsubscribe else { return builder };
        builder
            .header("List-Unsubscribe", URL::new(bare_token(url)))
            .header("List-Unsubscribe-Post", Raw::new("List-Unsubscribe=One-Click"))
    }

    fn body(&self) -> MimePart<'_> {
        let text = MimePart::new("text/plain", body_lines(&self.text));
        let html = MimePart::new("text/html", body_lines(&self.html));
        let words = self.multipart("alternative", vec![text, html]);
        if self.attachments.is_empty() {
            return words;
        }
        let files = self.attachments.iter().map(attached);
        self.multipart("mixed", std::iter::once(words).chain(files).collect())
    }

    fn multipart<'a>(&self, how: &str, parts: Vec<MimePart<'a>>) -> MimePart<'a> {
        let content_type =
            ContentType::new(format!("multipart/{how}")).attribute("boundary", self.boundary(how));
        MimePart::new(content_type, BodyPart::Multipart(parts))
    }

    /// A boundary made from the Message-ID and lengthened until no text holds it. Attachments are base64, where `=_`
    /// cannot occur.
    fn boundary(&self, how: &str) -> String {
        let letters = self.message_id.chars().filter(char::is_ascii_alphanumeric);
        let seed: String = letters.take(BOUNDARY_SEED).collect();
        let mut boundary = format!("=_{how}_{seed}");
        while self.text.contains(&boundary) || self.html.contains(&boundary) {
            boundary.insert(2, '_');
        }
        boundary
    }
}

fn header_if_any<'a>(builder: MessageBuilder<'a>, name: &'static str, value: String) -> MessageBuilder<'a> {
    if value.is_empty() { builder } else { builder.header(name, Raw::new(value)) }
}

/// Base64 whatever the media type says: a key file is signed, so not one line end may change.
fn attached(attachment: &Attachment) -> MimePart<'_> {
    let encoded = BASE64_MIME.encode(&attachment.bytes).into_bytes();
    MimePart::new(bare_token(&attachment.content_type), BodyPart::Binary(encoded.into()))
        .attachment(one_line(&attachment.file_name))
        .header("Content-Transfer-Encoding", HeaderType::Raw(Raw::new("base64")))
}

fn header_address(mailbox: &Mailbox) -> Address<'_> {
    let address = to_wire(&mailbox.address).unwrap_or_else(|| bare_address(&mailbox.address));
    let name = mailbox.name.as_deref().map(one_line).filter(|name| !name.is_empty());
    Address::new_address(name, address)
}

/// What is left of something that is no address when all that could end it or begin another is taken away.
fn bare_address(text: &str) -> String {
    let ends_it = |c: char| c.is_control() || c.is_whitespace() || "<>,;:\"()[]\\".contains(c);
    text.chars().filter(|&c| !ends_it(c)).collect()
}

/// Characters that stand nowhere, or turn the direction of what follows them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text for a header: every line break, control character and run of blanks becomes one space. What looks like the
/// beginning of an encoded word (RFC 2047) is taken apart: decoded, it could hold any of these.
fn one_line(text: &str) -> String {
    let visible = text.chars().filter(|&c| !is_invisible(c));
    let spaced: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").replace("=?", "= ?")
}

/// A value that is one word of ASCII: whatever else is in it is left out.
fn bare_token(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>')).collect()
}

/// Text for a body: line breaks of every sort become one sort, other control characters go, and the end is one line
/// break (a signature over the body does not survive blank lines there).
fn body_lines(text: &str) -> BodyPart<'static> {
    let mut lines = String::with_capacity(text.len() + text.len() / 16 + 2);
    let mut rest = text;
    while let Some(at) = control_in(rest) {
        lines.push_str(&rest[..at]);
        rest = &rest[at..];
        let after = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
        if after.is_some() {
            lines.push_str("\r\n");
        }
        rest = after.unwrap_or_else(|| rest.strip_prefix(char::is_control).unwrap_or_default());
    }
    lines.push_str(rest);
    lines.truncate(lines.trim_end().len());
    lines.push_str("\r\n");
    BodyPart::Text(Cow::Owned(lines))
}

/// Where the first control character stands that is no tab. Bodies are long and mostly without: so by octets.
fn control_in(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_control = |at: usize| match bytes[at] {
        b'\t' => false,
        0..0x20 | 0x7f => true,
        // U+0080 to U+009F begin with C2.
        0xc2 => bytes.get(at + 1).is_some_and(|next| *next < 0xa0),
        _ => false,
    };
    (0..bytes.len()).find(|at| is_control(*at))
}

#[cfg(test)]
mod tests;
