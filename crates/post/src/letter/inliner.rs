//! Styles, written into each element by `css-inline`; pages of one shape are inlined once.
//!
//! Which styles an element gets depends on the elements and their attributes, never on the words in them. So a page is
//! taken apart into its shape and its words: the shape is inlined once and kept, and the words are filled in. What
//! comes out is octet for octet what inlining the page itself gives; a page that cannot be taken apart for certain is
//! inlined itself.

use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use aws_lc_rs::digest::{SHA256, digest};
use css_inline::{CSSInliner, InlineError};

/// The inliner; it loads nothing from anywhere.
static INLINER: LazyLock<CSSInliner<'static>> =
    LazyLock::new(|| CSSInliner::options().load_remote_stylesheets(false).build());

/// The shapes met so far, by the digest of the page without its words.
static SHAPES: LazyLock<Mutex<HashMap<[u8; 32], Arc<Shape>>>> = LazyLock::new(Mutex::default);

/// How many shapes are kept: each kind and language has a few. With one more, all are met anew.
const MOST_SHAPES: usize = 256;
/// The largest page whose shape is kept, in octets.
const LARGEST: usize = 64 * 1024;
/// Stands around the number of a word in a page without its words; for private use, so in no text.
const MARK: char = '\u{f8ff}';
/// What an element is called whose content is no markup, or is put elsewhere by the rules of HTML.
const ODD: [&str; 15] = [
    "script",
    "textarea",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "svg",
    "math",
    "template",
    "select",
    "pre",
    "listing",
    "frameset",
];

/// A page with its styles in each element.
pub(super) fn inline(page: &str) -> Result<String, InlineError> {
    match Page::read(page).filter(|_| page.len() <= LARGEST) {
        Some(taken_apart) => Ok(shape_of(&taken_apart)?.filled(&taken_apart.words)),
        None => INLINER.inline(page),
    }
}

/// The inlined shape of a page, from those met before or as one more of them.
fn shape_of(page: &Page) -> Result<Arc<Shape>, InlineError> {
    let mut name = [0; 32];
    name.copy_from_slice(digest(&SHA256, page.bare.as_bytes()).as_ref());
    // A map of whole shapes: what another thread's panic left is whole too.
    let met = || SHAPES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(shape) = met().get(&name) {
        return Ok(Arc::clone(shape));
    }
    let shape = Arc::new(Shape::read(&INLINER.inline(&page.bare)?));
    let mut met = met();
    if met.len() >= MOST_SHAPES {
        met.clear();
    }
    met.insert(name, Arc::clone(&shape));
    Ok(shape)
}

/// A page that was inlined without its words: pieces of markup, each but the last followed by a word.
#[derive(Debug)]
struct Shape {
    pieces: Vec<(String, usize)>,
    end: String,
}

impl Shape {
    fn read(inlined: &str) -> Self {
        let mut parts = inlined.split(MARK);
        let mut pieces = Vec::new();
        let mut before = parts.next().unwrap_or_default();
        while let (Some(number), Some(after)) = (parts.next(), parts.next()) {
            pieces.push((before.to_owned(), number.parse().unwrap_or(usize::MAX)));
            before = after;
        }
        Self { pieces, end: before.to_owned() }
    }

    fn filled(&self, words: &[String]) -> String {
        let markup: usize = self.pieces.iter().map(|(piece, _)| piece.len()).sum();
        let length = markup + self.end.len() + words.iter().map(String::len).sum::<usize>();
        let mut page = String::with_capacity(length);
        for (piece, number) in &self.pieces {
            page.push_str(piece);
            page.push_str(words.get(*number).map_or("", String::as_str));
        }
        page.push_str(&self.end);
        page
    }
}

/// A page taken apart.
#[derive(Debug, Default)]
struct Page {
    /// The page, with a numbered mark in the place of each word.
    bare: String,
    /// The words as the inliner writes them: texts and the addresses of links.
    words: Vec<String>,
    /// Whether a style may ask where a link leads.
    keeps_links: bool,
}

/// Where a word stands: there it is escaped differently.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Attribute,
}

impl Page {
    /// Takes a page apart; none where it is not certain what is markup and what is text.
    fn read(page: &str) -> Option<Self> {
        if page.contains([MARK, '\r', '\0', '\u{c}']) {
            return None;
        }
        let keeps_links = page.contains("[href");
        let mut read = Self { bare: String::with_capacity(page.len()), keeps_links, ..Self::default() };
        let mut rest = page;
        while let Some(at) = rest.find('<') {
            read.text(&rest[..at]);
            rest = read.markup(&rest[at..])?;
        }
        read.text(rest);
        Some(read)
    }

    /// A run of text: the blanks around it are markup, for they can stand where words cannot.
    fn text(&mut self, run: &str) {
        let blank = |sign: char| sign.is_ascii_whitespace();
        let (begin, end) =
            (run.len() - run.trim_start_matches(blank).len(), run.trim_end_matches(blank).len());
        if begin >= end {
            return self.bare.push_str(run);
        }
        self.bare.push_str(&run[..begin]);
        self.word(&run[begin..end], Place::Text);
        self.bare.push_str(&run[end..]);
    }

    /// A word; what is written in an unknown way stays where it is.
    fn word(&mut self, word: &str, place: Place) {
        match rewritten(word, place) {
            Some(word) => {
                let _ = write!(self.bare, "{MARK}{}{MARK}", self.words.len());
                self.words.push(word);
            }
            None => self.bare.push_str(word),
        }
    }

    /// A tag, a comment or a style sheet; what follows it.
    fn markup<'a>(&mut self, rest: &'a str) -> Option<&'a str> {
        if rest.starts_with("<!--") {
            return Some(self.copy(rest, rest.find("-->")? + 3));
        }
        if rest.starts_with("<!") {
            return Some(self.copy(rest, rest.find('>')? + 1));
        }
        let named = rest.strip_prefix("</").unwrap_or(&rest[1..]);
        let length = named.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(named.len());
        let name = named[..length].to_ascii_lowercase();
        if name.is_empty() || ODD.contains(&name.as_str()) {
            return None;
        }
        let after = self.tag(rest, name == "a" && !self.keeps_links)?;
        match name.as_str() {
            "style" if !rest.starts_with("</") => Some(self.copy(after, after.find("</style")?)),
            _ => Some(after),
        }
    }

    fn copy<'a>(&mut self, rest: &'a str, length: usize) -> &'a str {
        self.bare.push_str(&rest[..length]);
        &rest[length..]
    }

    /// A tag to its end; its values stand in double quotes, as everything here writes them.
    fn tag<'a>(&mut self, rest: &'a str, is_link: bool) -> Option<&'a str> {
        let mut rest = rest;
        loop {
            let at = rest.find(['>', '"', '\''])?;
            if rest.as_bytes()[at] == b'>' {
                return Some(self.copy(rest, at + 1));
            }
            let name = rest[..at].strip_suffix('=').filter(|_| rest.as_bytes()[at] == b'"')?;
            let is_address = is_link && name.ends_with(" href");
            rest = self.copy(rest, at + 1);
            let end = rest.find('"')?;
            if is_address {
                self.word(&rest[..end], Place::Attribute);
                rest = self.copy(&rest[end..], 1);
            } else {
                rest = self.copy(rest, end + 1);
            }
        }
    }
}

/// What the inliner makes of a word: it reads the entities and writes those that it needs. None for an entity that
/// nobody here writes.
fn rewritten(word: &str, place: Place) -> Option<String> {
    let mut written = String::with_capacity(word.len() + 16);
    let mut rest = word;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\u{a0}']) {
        written.push_str(&rest[..at]);
        let (sign, length) = sign_at(&rest[at..])?;
        match (sign, place) {
            ('&', _) => written.push_str("&amp;"),
            ('\u{a0}', _) => written.push_str("&nbsp;"),
            ('<', Place::Text) => written.push_str("&lt;"),
            ('>', Place::Text) => written.push_str("&gt;"),
            ('"', Place::Attribute) => written.push_str("&quot;"),
            (sign, _) => written.push(sign),
        }
        rest = &rest[at + length..];
    }
    written.push_str(rest);
    Some(written)
}

/// The sign that a text begins with, and how long it is written.
fn sign_at(text: &str) -> Option<(char, usize)> {
    const KNOWN: [(&str, char); 10] = [
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&#34;", '"'),
        ("&#39;", '\''),
        ("&#x27;", '\''),
        ("&#x2f;", '/'),
        ("&#47;", '/'),
        ("&nbsp;", '\u{a0}'),
    ];
    let first = text.chars().next().filter(|first| *first != '&');
    let plain = first.map(|first| (first, first.len_utf8()));
    plain.or_else(|| {
        KNOWN
            .iter()
            .find(|(written, _)| text.starts_with(written))
            .map(|(written, sign)| (*sign, written.len()))
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const STYLE: &str = "<style>p { margin: 0 } p + p { color: red } .x a { color: blue } td { width: 38% }</style>\
        <style data-css-inline=\"keep\">@media screen { p > a { margin: 1px !important } }</style>\
        <!--[if mso]><style>td { font: x }</style><![endif]-->";

    fn page(body: &str) -> String {
        format!(
            "<!doctype html>\n<html><head><title>A &amp; B</title>{STYLE}</head>\n<body>{body}</body></html>\n"
        )
    }

    fn is_what_the_inliner_gives(page: &str) {
        let whole = INLINER.inline(page).unwrap();
        // The second time its shape is known.
        assert_eq!([inline(page).unwrap(), inline(page).unwrap()], [whole.clone(), whole], "{page}");
    }

    #[test]
    fn a_page_is_what_inlining_it_whole_gives() {
        for body in [
            "",
            "<p>one</p>\n<p>two <strong>three</strong> four</p>",
            "<p class=\"x\">a <a href=\"https://x.example/?a=1&amp;b=2\">&lt;b&gt; &quot;c&quot; &#39;d&#x27; 1 > 0</a>\u{a0}e&nbsp;f</p>",
            "<table><tr><td>1</td>\n<td> 2 </td></tr>words that belong nowhere</table>",
            "<p>an entity that we do not write: &copy; &zwnj;</p><p>żółw\u{2009}日本</p>",
            "<img src=\"a.png\" alt=\"&quot;x&quot;\" height=36><p title='y'>an odd quote</p>",
            "<pre>\n\n words</pre>",
            "<p>a<br>b<!-- a <p> comment --> c</p><ul><li>d<li>e</ul>",
            "<p>a mark \u{f8ff}1\u{f8ff} of ours</p><p>two</p>",
        ] {
            is_what_the_inliner_gives(&page(body));
        }
    }

    #[test]
    fn words_of_one_page_are_never_those_of_another() {
        for words in ["a", "b &amp; c", "x".repeat(900).as_str()] {
            is_what_the_inliner_gives(&page(&format!(
                "<p>{words}</p><p>same <a href=\"{words}\">{words}</a></p>"
            )));
        }
    }

    #[test]
    fn a_style_that_asks_where_a_link_leads_gets_its_answer() {
        for address in ["https://shop.example/1", "https://other.example/1"] {
            is_what_the_inliner_gives(&format!(
                "<html><head><style>a[href^=\"https://shop\"] {{ color: red }}</style></head><body><p><a href=\"{address}\">x</a></p></body></html>"
            ));
        }
    }

    #[test]
    fn pages_of_one_shape_are_inlined_once() {
        let shape =
            |words: &str| Page::read(&page(&format!("<p>{words} <a href=\"{words}\">x</a></p>"))).unwrap();
        assert_eq!(shape("one").bare, shape("two").bare);
        assert_ne!(shape("one").words, shape("two").words);
    }
}
