//! Keeps data data: what strangers wrote cannot become Markdown, HTML, template syntax or a
//! second line, and cannot turn the direction of the words around it.

use std::fmt::Write as _;

/// The longest value that a letter repeats, in characters.
const LONGEST_VALUE: usize = 200;

/// The longest holder's name that a letter repeats, in characters.
const LONGEST_NAME: usize = 80;

/// A value as one line: no control characters, no marks that turn the writing direction,
/// blanks in single spaces, and cut with an ellipsis where it is too long.
pub(super) fn line(text: &str) -> String {
    shortened(&one_line(text), LONGEST_VALUE)
}

/// A holder's name fit for a letter, or nothing when no letter of it is left.
///
/// Web addresses in it are broken up: a name must not become a link in somebody's mail reader.
pub(super) fn name(text: &str) -> Option<String> {
    let name = shortened(&one_line(text), LONGEST_NAME).replace("://", ": //");
    let name = name.replace("www.", "www. ").replace("WWW.", "WWW. ");
    name.chars().any(char::is_alphanumeric).then_some(name)
}

/// Blanks and line ends become one space, invisible controls vanish.
pub(super) fn one_line(text: &str) -> String {
    let visible: String = text.chars().map(spaced).filter(|letter| !is_hidden_control(*letter)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Blanks, line ends and other controls as a space.
fn spaced(letter: char) -> char {
    if letter.is_control() || (letter.is_whitespace() && letter != '\u{a0}') { ' ' } else { letter }
}

/// Whether a character only steers how its neighbours are shown.
///
/// The joiners U+200C and U+200D stay: Persian names and many emoji need them.
const fn is_hidden_control(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// At most `most` characters, the last of them an ellipsis when something was cut.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end_matches([' ', '\u{200d}']))
}

/// A value for the inside of Markdown: each ASCII sign becomes a numeric entity, which
/// `CommonMark` (section 6.2 of its specification) never takes for structure.
pub(super) fn markdown(text: &str) -> String {
    let mut fenced = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            write!(fenced, "&#{};", u32::from(letter)).expect("a String takes everything");
        } else {
            fenced.push(letter);
        }
    }
    fenced
}

/// The signs behind the entities of [`markdown`], for code spans, where Markdown leaves them alone.
pub(super) fn unfenced(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("&#") {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = entity(rest).map_or(2, |(sign, length)| {
            plain.push(sign);
            length
        });
        if length == 2 {
            plain.push_str("&#");
        }
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

/// The sign of the entity that a text starts with, and the entity's length in bytes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.find(';')?;
    let sign = text.get(2..end)?.parse::<u8>().ok().map(char::from)?;
    sign.is_ascii_punctuation().then_some((sign, end + 1))
}

/// A text for the inside of HTML, in elements and in quoted attributes.
pub(super) fn html(text: &str) -> String {
    let mut fenced = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => fenced.push_str("&amp;"),
            '<' => fenced.push_str("&lt;"),
            '>' => fenced.push_str("&gt;"),
            '"' => fenced.push_str("&quot;"),
            '\'' => fenced.push_str("&#39;"),
            letter => fenced.push(letter),
        }
    }
    fenced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_without_direction_marks() {
        assert_eq!(name("  Jan\r\nBcc: x@y\u{202e}gpj\u{200f}.exe ").as_deref(), Some("Jan Bcc: x@ygpj.exe"));
        assert_eq!(name("\u{202e}\n \t").as_deref(), None);
        assert_eq!(name("---").as_deref(), None);
    }

    #[test]
    fn a_name_is_no_link() {
        assert_eq!(name("Win at https://x.example").as_deref(), Some("Win at https: //x.example"));
        assert_eq!(name("www.x.example").as_deref(), Some("www. x.example"));
    }

    #[test]
    fn a_long_name_ends_in_an_ellipsis() {
        let long = name(&"ż".repeat(10_000)).unwrap_or_default();
        assert_eq!(long.chars().count(), LONGEST_NAME);
        assert!(long.ends_with('…'));
    }

    #[test]
    fn signs_become_entities_and_come_back_in_code() {
        assert_eq!(markdown("a*b"), "a&#42;b");
        for text in ["****-7QX2", "a & b &# c; &#999; &#x41;", "`~|\\<>[](){}"] {
            assert_eq!(unfenced(&markdown(text)), text);
        }
        assert_eq!(unfenced("&#999; &#"), "&#999; &#");
    }
}
