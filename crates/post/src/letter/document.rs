//! A letter's Markdown as a small tree, from which its HTML and its plain text are both written:
//! so they cannot say different things.
//!
//! HTML inside the Markdown is read as text; images are read as their description.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::fence;

/// The title that marks a link as the letter's button.
pub(super) const BUTTON: &str = "button";

/// A block of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading and its level, 1 to 6.
    Heading(usize, Vec<Inline>),
    /// Running text.
    Paragraph(Vec<Inline>),
    /// The one thing to do.
    Button {
        /// What stands on it.
        label: String,
        /// Where it leads.
        url: String,
    },
    /// A list; numbered ones carry their first number.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Rows of cells; a first row without words is no header and is left out.
    Table {
        /// The header's cells; empty when the table has none.
        head: Vec<Vec<Inline>>,
        /// The other rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A rule; the first one divides the letter from why one gets it.
    Rule,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inline {
    /// Words.
    Text(String),
    /// Signs to be copied exactly, such as a serial number.
    Code(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        url: String,
        /// Its words.
        words: Vec<Inline>,
        /// Whether it is marked as the letter's button.
        button: bool,
    },
    /// The end of a line, wanted by the author.
    Break,
}

/// Reads Markdown.
pub(super) fn read(markdown: &str) -> Vec<Block> {
    let mut reader = Reader { events: Parser::new_ext(markdown, Options::ENABLE_TABLES) };
    reader.blocks()
}

/// The words of running text without their marks.
pub(super) fn words(content: &[Inline]) -> String {
    let mut text = String::new();
    for piece in content {
        match piece {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => {
                text.push_str(&words(inner));
            }
            Inline::Break => text.push('\n'),
        }
    }
    text
}

/// Reads a parser's events; each function stops behind the end of what it reads.
struct Reader<'a> {
    events: Parser<'a>,
}

impl Reader<'_> {
    /// Blocks up to the end of what contains them. Words that stand in an item without a paragraph
    /// of their own (a tight list) get one.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(tag) if is_block(&tag) => {
                    flush(&mut loose, &mut blocks);
                    blocks.extend(self.block(&tag));
                }
                Event::Rule => {
                    flush(&mut loose, &mut blocks);
                    blocks.push(Block::Rule);
                }
                Event::End(_) => break,
                event => loose.extend(self.inline(event)),
            }
        }
        flush(&mut loose, &mut blocks);
        blocks
    }

    /// One block whose start was read.
    fn block(&mut self, tag: &Tag<'_>) -> Option<Block> {
        Some(match tag {
            Tag::Heading { level, .. } => Block::Heading(level_of(*level), self.inlines()),
            Tag::List(first) => Block::List(*first, self.items()),
            Tag::Table(_) => self.table(),
            Tag::BlockQuote(_) => Block::Quote(self.blocks()),
            _ => return paragraph(self.inlines()),
        })
    }

    /// The items of a list.
    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    /// A table: its head, then its rows.
    fn table(&mut self) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some(Event::Start(tag)) = self.events.next() {
            let cells = self.cells();
            if matches!(tag, Tag::TableHead) { head = cells } else { rows.push(cells) }
        }
        if head.iter().all(|cell| words(cell).trim().is_empty()) {
            head.clear();
        }
        Block::Table { head, rows }
    }

    /// The cells of a row.
    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            cells.push(self.inlines());
        }
        cells
    }

    /// Running text up to the end of what contains it.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some(event) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            content.extend(self.inline(event));
        }
        content
    }

    /// The pieces of one event.
    fn inline(&mut self, event: Event<'_>) -> Vec<Inline> {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                vec![Inline::Text(text.to_string())]
            }
            Event::Code(text) => vec![Inline::Code(fence::unfenced(&text))],
            Event::SoftBreak => vec![Inline::Text(" ".to_owned())],
            Event::HardBreak => vec![Inline::Break],
            Event::Start(Tag::Strong) => vec![Inline::Strong(self.inlines())],
            Event::Start(Tag::Emphasis) => vec![Inline::Emphasis(self.inlines())],
            Event::Start(Tag::Link { dest_url, title, .. }) => self.link(&dest_url, &title),
            Event::Start(_) => self.inlines(),
            _ => Vec::new(),
        }
    }

    /// A link; one that leads anywhere but to a page or a mailbox is only its words.
    fn link(&mut self, url: &str, title: &str) -> Vec<Inline> {
        let words = self.inlines();
        if !["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)) {
            return words;
        }
        vec![Inline::Link { url: url.to_owned(), words, button: title == BUTTON }]
    }
}

/// Whether a tag begins a block (and not a piece of running text).
const fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
    )
}

/// A heading's level as a number.
const fn level_of(level: HeadingLevel) -> usize {
    level as usize
}

/// Gives loose words a paragraph.
fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.extend(paragraph(std::mem::take(loose)));
    }
}

/// A paragraph; a link marked as button that stands alone is the button.
fn paragraph(content: Vec<Inline>) -> Option<Block> {
    if let [Inline::Link { url, words: label, button: true }] = content.as_slice() {
        return Some(Block::Button { label: words(label), url: url.clone() });
    }
    (!content.is_empty()).then_some(Block::Paragraph(content))
}
