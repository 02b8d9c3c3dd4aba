//! The HTML part and the portal's copy.
//!
//! Mail readers know little CSS: the layout (`content/letters/layout.html`) is a table, its
//! styles are inlined into each element, and only what they may miss, such as dark colours,
//! stays in a `<style>` of its own.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context, value::Serde};
use tenure_domain::color::{Color, Grounds, Shades};

use super::{
    Vendor, Wording, WordingFault, WordsFault,
    document::{Block, Inline, words},
    fence, inliner,
};

/// The page around the words.
const LAYOUT: &str = include_str!("../../../../content/letters/layout.html");

/// Strong words up to so many characters stay on one line; a phone has room for them.
const LONGEST_UNBROKEN: usize = 24;

/// The color of a vendor that named none.
const OURS: Color = Color([0x0d, 0x6b, 0x5e]);

/// The file of a layout, below the folder of letters.
pub(super) const LAYOUT_FILE: &str = "layout.html";

/// Steps that a layout may take; ours takes a few dozen.
const FUEL: u64 = 20_000;

/// The program's own layout, compiled once.
static OWN: LazyLock<Arc<Layout>> = LazyLock::new(|| {
    Arc::new(Layout::parse(LAYOUT).expect("the layout is part of the program and rendered by its tests"))
});

/// The page around the words, compiled.
#[derive(Debug)]
pub(super) struct Layout {
    environment: Environment<'static>,
    /// Its text.
    pub(super) body: String,
    /// SHA-256 of the text in lower-case hex.
    pub(super) digest: String,
}

impl Layout {
    /// The program's own.
    pub(super) fn own() -> Arc<Self> {
        Arc::clone(&OWN)
    }

    /// Reads a layout; one that would leave the letter out is refused.
    pub(super) fn parse(text: &str) -> Result<Self, WordingFault> {
        let fault =
            |line: usize, problem: String| WordingFault { file: LAYOUT_FILE.to_owned(), line, problem };
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment
            .add_template_owned("layout", text.to_owned())
            .map_err(|error| fault(error.line().unwrap_or(1), error.to_string()))?;
        let used = environment.get_template("layout").map(|layout| layout.undeclared_variables(false));
        let used = used.map_err(|error| fault(1, error.to_string()))?;
        for needed in ["body", "reasons"] {
            if !used.contains(needed) {
                return Err(fault(
                    1,
                    format!("a layout needs `{{{{ {needed} }}}}`: where the letter stands"),
                ));
            }
        }
        let digest = HEXLOWER.encode(digest(&SHA256, text.as_bytes()).as_ref());
        Ok(Self { environment, body: text.to_owned(), digest })
    }

    /// Whether it is the program's own.
    pub(super) fn is_own(&self) -> bool {
        self.digest == OWN.digest
    }

    fn render(&self, context: &Value) -> Result<String, minijinja::Error> {
        self.environment.get_template("layout")?.render(context)
    }
}

/// What stands around the body.
pub(super) struct Frame<'a> {
    /// The page's title.
    pub(super) subject: &'a str,
    /// Shown by mail readers beside the subject, hidden on the page.
    pub(super) preheader: &'a str,
    /// Who speaks.
    pub(super) vendor: &'a Vendor,
    /// Its language and direction.
    pub(super) wording: &'a Wording,
}

/// The whole page of a letter.
pub(super) fn letter(blocks: &[Block], frame: &Frame<'_>) -> Result<String, WordsFault> {
    let cut = blocks.iter().position(|block| *block == Block::Rule).unwrap_or(blocks.len());
    let fault = |reason: String| WordsFault::Layout { file: frame.wording.file(), reason };
    let (light, dark) = shades_of(frame.vendor);
    let context = context! {
        language => frame.wording.language.as_str(),
        direction => frame.wording.speech().direction(),
        subject => frame.subject,
        preheader => frame.preheader,
        vendor => Value::from(Serde(frame.vendor)),
        address => super::address_lines(frame.vendor),
        light => light,
        dark => dark,
        body => Value::from_safe_string(Place::Mail.blocks(&blocks[..cut])),
        reasons => Value::from_safe_string(Place::Mail.blocks(blocks.get(cut + 1..).unwrap_or_default())),
    };
    let page = frame.wording.layout().render(&context).map_err(|error| fault(error.to_string()))?;
    inliner::inline(&page).map_err(|error| fault(error.to_string()))
}

/// The vendor's color on light pages and on dark ones; those of the color asked for last are kept.
fn shades_of(vendor: &Vendor) -> (Value, Value) {
    static LAST: Mutex<Option<(String, Value, Value)>> = Mutex::new(None);
    // It is replaced as a whole: what another thread's panic left is whole too.
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((color, light, dark)) = &*last
        && *color == vendor.color
    {
        return (light.clone(), dark.clone());
    }
    let (light, dark) = (shades(vendor, &Grounds::LIGHT), shades(vendor, &Grounds::DARK));
    *last = Some((vendor.color.clone(), light.clone(), dark.clone()));
    (light, dark)
}

/// The vendor's color on one kind of page, in shades that can be read there.
fn shades(vendor: &Vendor, grounds: &Grounds) -> Value {
    let shades = Shades::of(vendor.color.parse().unwrap_or(OURS), grounds);
    context! {
        accent => shades.accent.to_string(),
        on_accent => shades.on_accent.to_string(),
        ground => grounds.ground.to_string(),
        paper => grounds.paper.to_string(),
    }
}

/// The body alone, for the portal's pages.
pub(super) fn portal(blocks: &[Block]) -> String {
    Place::Portal.blocks(blocks)
}

/// Where HTML is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In mail readers.
    Mail,
    /// In the portal, whose style sheet knows the classes.
    Portal,
}

impl Place {
    fn blocks(self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(self, block: &Block) -> String {
        match block {
            Block::Heading(level, content) => self.heading(*level, content),
            Block::Paragraph(content) => format!("<p>{}</p>\n", inlines(content)),
            Block::Button { label, url } => self.button(label, url),
            Block::List(first, items) => self.list(*first, items),
            Block::Table { head, rows } => table(head, rows),
            Block::Quote(blocks) => format!("<blockquote>{}</blockquote>\n", self.blocks(blocks)),
            Block::Rule => "<hr>\n".to_owned(),
        }
    }

    /// In the portal the subject is the page's heading, so a letter's own go one level down.
    fn heading(self, level: usize, content: &[Inline]) -> String {
        let level = if self == Self::Portal { level + 1 } else { level }.min(6);
        format!("<h{level}>{}</h{level}>\n", inlines(content))
    }

    /// In mail a table, for readers that know no padding of links, and the address itself below.
    fn button(self, label: &str, url: &str) -> String {
        let (label, url) = (fence::html(label), fence::html(url));
        match self {
            Self::Portal => format!("<p><a class=\"button\" href=\"{url}\">{label}</a></p>\n"),
            Self::Mail => format!(
                "<table class=\"action\" role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\"><tr>\
                 <td class=\"button-cell\"><a class=\"button\" href=\"{url}\">{label}</a></td></tr></table>\n\
                 <p class=\"address\"><a href=\"{url}\">{url}</a></p>\n"
            ),
        }
    }

    fn list(self, first: Option<u64>, items: &[Vec<Block>]) -> String {
        let items: String = items.iter().map(|item| element("li", "", &self.item(item))).collect();
        match first {
            None => element("ul", "", &items),
            Some(1) => element("ol", "", &items),
            Some(first) => element("ol", &format!(" start=\"{first}\""), &items),
        }
    }

    /// An item of one paragraph needs no paragraph.
    fn item(self, blocks: &[Block]) -> String {
        match blocks {
            [Block::Paragraph(content)] => inlines(content),
            blocks => self.blocks(blocks),
        }
    }
}

/// An element on a line of its own; its attributes begin with a space.
fn element(name: &str, attributes: &str, content: &str) -> String {
    format!("<{name}{attributes}>{content}</{name}>\n")
}

/// A table whose first column names what stands in the others; one with a head has many rows, and is set smaller.
fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
    let head: String = head.iter().map(|cell| element("th", " scope=\"col\"", &inlines(cell))).collect();
    let head = if head.is_empty() { head } else { element("tr", "", &head) };
    let rows: String = rows.iter().map(|row| element("tr", "", &cells(row))).collect();
    let (class, padding) = if head.is_empty() { ("details", 0) } else { ("details rows", 6) };
    let attributes = format!(" class=\"{class}\" cellpadding=\"{padding}\" cellspacing=\"0\"");
    element("table", &attributes, &(head + &rows))
}

/// The cells of a row.
fn cells(row: &[Vec<Inline>]) -> String {
    let Some((name, rest)) = row.split_first() else { return String::new() };
    let rest: String = rest.iter().map(|cell| element("td", "", &inlines(cell))).collect();
    element("th", " scope=\"row\"", &inlines(name)) + &rest
}

/// Strong words; a date or a count stays on one line.
fn strong(content: &[Inline]) -> String {
    let class = if words(content).chars().count() <= LONGEST_UNBROKEN { " class=\"whole\"" } else { "" };
    format!("<strong{class}>{}</strong>", inlines(content))
}

/// Running text.
fn inlines(content: &[Inline]) -> String {
    content.iter().map(inline).collect()
}

fn inline(piece: &Inline) -> String {
    match piece {
        Inline::Text(text) => fence::html(text),
        Inline::Code(text) => format!("<code>{}</code>", fence::html(text)),
        Inline::Strong(inner) => strong(inner),
        Inline::Emphasis(inner) => format!("<em>{}</em>", inlines(inner)),
        Inline::Link { url, words, .. } => format!("<a href=\"{}\">{}</a>", fence::html(url), inlines(words)),
        Inline::Break => "<br>\n".to_owned(),
    }
}
