//! What comes back: bytes of a message become what it says of a letter. Pure, and deaf to whatever is no report.
//!
//! Delivery reports (RFC 3464, internationalized: RFC 6533) in whole and in broken forms, bounces in plain words, and
//! complaints (RFC 5965). Which letter a report is about tells its return path ([`crate::verp`]), never its words.

mod complaint;
mod delivery;
mod fields;
mod prose;
mod status;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _};
use tenure_domain::report::Report;

/// The longest report that is read, in octets: a letter of ours, and what others wrote around it.
pub const LONGEST: usize = 1024 * 1024;

/// Reports inside of messages inside of messages are looked for so deep.
const DEEPEST: usize = 3;

/// So many addresses of a message are taken for a return path, at most.
const MOST_ADDRESSES: usize = 16;

/// The longest words that are kept, in characters.
const LONGEST_WORDS: usize = 300;

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// The addresses in it that could be the return path of a letter, in the order in which they stand there.
    pub addresses: Vec<String>,
    /// What it reports; none where it is no report, or says that all went well.
    pub report: Option<Report>,
}

/// Reads a message; what is longer than [`LONGEST`] is cut off.
pub fn read(message: &[u8]) -> Heard {
    let message = &message[..message.len().min(LONGEST)];
    let Some(parsed) = MessageParser::default().parse(message) else { return Heard::default() };
    let found = structured(&parsed, DEEPEST);
    let mut addresses = Vec::new();
    gather(&String::from_utf8_lossy(message), &mut addresses);
    for part in parsed.parts.iter().filter(|part| is_of(part, &["feedback-report"])) {
        gather(&text_of(part), &mut addresses);
    }
    let report = found.unwrap_or_else(|| prose::read(&parsed));
    Heard { addresses, report: report.map(tidy) }
}

/// The report in a message: in its own parts, else in a message that it holds. `Some(None)`: a report of nothing bad.
#[expect(clippy::option_option, reason = "no report, and a report that all went well, are two things")]
fn structured(message: &Message<'_>, depth: usize) -> Option<Option<Report>> {
    let own = message.parts.iter().find_map(|part| {
        let text = if part.is_multipart() || part.is_message() { None } else { Some(text_of(part)) }?;
        if is_of(part, &["feedback-report"]) || complaint::is_one(&text) {
            return Some(complaint::read(&text));
        }
        if is_of(part, &["delivery-status", "global-delivery-status"]) || delivery::is_one(&text) {
            return delivery::read(&text);
        }
        None
    });
    let inner = || message.parts.iter().filter_map(MessagePart::message);
    own.or_else(|| inner().find_map(|nested| structured(nested, depth.checked_sub(1)?)))
}

fn is_of(part: &MessagePart<'_>, subtypes: &[&str]) -> bool {
    part.content_type().is_some_and(|content| {
        let subtype = content.subtype().unwrap_or_default();
        content.ctype().eq_ignore_ascii_case("message")
            && subtypes.iter().any(|name| subtype.eq_ignore_ascii_case(name))
    })
}

fn text_of(part: &MessagePart<'_>) -> String {
    String::from_utf8_lossy(part.contents()).into_owned()
}

/// Adds what looks like an address with a token.
fn gather(text: &str, into: &mut Vec<String>) {
    let is_inside = |c: char| c.is_alphanumeric() || ".+-_=@".contains(c);
    let candidates = text.split(|c: char| !is_inside(c)).filter(|word| {
        let local = word.split_once('@').map(|(local, _)| local);
        local.and_then(|local| local.rsplit_once('+')).is_some_and(|(_, token)| token.len() >= 32)
    });
    for candidate in candidates {
        if into.len() < MOST_ADDRESSES && !into.iter().any(|known| known == candidate) {
            into.push(candidate.to_owned());
        }
    }
}

/// One line, without control characters, and not too long.
fn tidy(report: Report) -> Report {
    let words: Vec<&str> = report.words.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    Report { words: words.chars().take(LONGEST_WORDS).collect(), ..report }
}

#[cfg(test)]
mod tests;
