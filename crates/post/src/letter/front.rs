//! The front matter of a text: its entries, and where they and the body begin.

use std::collections::BTreeMap;

/// The entries that a front matter may have.
const ENTRIES: &[&str] = &["subject", "preheader", "button", "link"];

/// What is wrong with a text: the line, from 1, and what would be right.
pub(super) type Flaw = (usize, String);

/// A text in its parts.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    /// The front matter's entries by name.
    pub(super) entries: BTreeMap<String, Entry>,
    /// The line in which the body begins, from 1.
    pub(super) body_line: usize,
    /// The Markdown.
    pub(super) body: &'a str,
}

/// A front matter's entry: where it stands and what it says.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its first line, from 1.
    pub(super) line: usize,
    /// Its value, with the line ends between its lines.
    pub(super) value: String,
}

/// Takes a text apart and checks that it has the entries that it needs.
pub(super) fn split(text: &str) -> Result<Parts<'_>, Flaw> {
    let parts = taken_apart(text)?;
    for needed in ["subject", "preheader"] {
        if !parts.entries.contains_key(needed) {
            return Err((1, format!("the front matter has no `{needed}: …`")));
        }
    }
    match (parts.entries.get("button"), parts.entries.get("link")) {
        (Some(button), None) => Err((button.line, "a button needs a line `link: …`".to_owned())),
        (None, Some(link)) => Err((link.line, "a link needs a line `button: …` with its words".to_owned())),
        _ => Ok(parts),
    }
}

/// The front matter between its two lines `---`, and what follows.
fn taken_apart(text: &str) -> Result<Parts<'_>, Flaw> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut entries = BTreeMap::new();
    let mut last = None;
    let mut offset = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        offset += line.len();
        match (index, line.trim_end()) {
            (0, "---") => {}
            (0, _) => break,
            (_, "---") => return Ok(Parts { entries, body_line: index + 2, body: &text[offset..] }),
            (_, line) => last = read_line(&mut entries, last, line, index + 1)?,
        }
    }
    Err((1, "the text does not begin with a front matter between two lines `---`".to_owned()))
}

/// Reads a line: an entry, or the next line of the one before. Returns the entry that may go on.
fn read_line(
    entries: &mut BTreeMap<String, Entry>,
    last: Option<String>,
    text: &str,
    line: usize,
) -> Result<Option<String>, Flaw> {
    if text.trim().is_empty() {
        return Ok(last);
    }
    if let (true, Some(entry)) = (text.starts_with(' '), last.as_ref().and_then(|name| entries.get_mut(name)))
    {
        entry.value.push('\n');
        entry.value.push_str(text);
        return Ok(last);
    }
    let (name, value) = text.split_once(':').unwrap_or((text, ""));
    if !ENTRIES.contains(&name) {
        return Err((line, format!("`{name}` is not an entry; the entries are {}", ENTRIES.join(", "))));
    }
    if entries.insert(name.to_owned(), Entry { line, value: value.trim().to_owned() }).is_some() {
        return Err((line, format!("`{name}` stands here a second time")));
    }
    Ok(Some(name.to_owned()))
}
