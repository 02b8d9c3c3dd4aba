//! The text part: written as text, for people who read mail in a terminal.
//!
//! Lines have at most 72 columns, addresses stand on lines of their own and are never broken,
//! headings are underlined, and tables are aligned.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, core::display_width};

use super::{
    document::{Block, Inline, words},
    speech::Speech,
};

/// Columns of a line.
const WIDTH: usize = 72;

/// Columns between the cells of a table.
const GAP: usize = 3;

/// Columns that a table's first cell has at least.
const NARROWEST: usize = 12;

/// Writes a letter as text, and below it the lines of its foot.
pub(super) fn write(blocks: &[Block], speech: &Speech, foot: &[String]) -> String {
    let page = Page { speech, width: WIDTH };
    let mut text = page.blocks(blocks);
    if !foot.is_empty() {
        text.push('\n');
    }
    for line in foot {
        text.push('\n');
        text.push_str(&page.wrapped(line));
    }
    text.push('\n');
    text
}

/// The space that a piece of the letter has.
#[derive(Clone, Copy)]
struct Page<'a> {
    speech: &'a Speech,
    width: usize,
}

impl Page<'_> {
    /// The same with fewer columns.
    fn indented(self, columns: usize) -> Self {
        Self { width: self.width.saturating_sub(columns).max(20), ..self }
    }

    fn blocks(self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect::<Vec<_>>().join("\n\n")
    }

    fn block(self, block: &Block) -> String {
        match block {
            Block::Heading(level, content) => self.heading(*level, content),
            Block::Paragraph(content) => self.paragraph(content),
            Block::Button { label, url } => {
                format!("{}\n{url}", self.wrapped(&format!("{label}{}", self.speech.colon())))
            }
            Block::List(first, items) => self.list(*first, items),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Quote(blocks) => indent(&self.indented(2).blocks(blocks), "> ", "> "),
            Block::Rule => "-".repeat(self.width),
        }
    }

    /// Underlined: the first level doubly, the others simply.
    fn heading(self, level: usize, content: &[Inline]) -> String {
        let lines = self.wrapped(&words(content));
        let width = lines.lines().map(display_width).max().unwrap_or_default();
        let line = if level == 1 { "=" } else { "-" };
        format!("{lines}\n{}", line.repeat(width))
    }

    /// The words, then the addresses of its links, each on a line of its own.
    fn paragraph(self, content: &[Inline]) -> String {
        let mut lines = vec![self.wrapped(&words(content))];
        let mut urls = Vec::new();
        collect_urls(content, &mut urls);
        if let ([url], true) = (urls.as_slice(), urls.iter().any(|url| *url == words(content))) {
            return (*url).to_owned();
        }
        lines.extend(urls.into_iter().map(ToOwned::to_owned));
        lines.join("\n")
    }

    fn list(self, first: Option<u64>, items: &[Vec<Block>]) -> String {
        let numbers = first.unwrap_or_default()..;
        let lines = items.iter().zip(numbers).map(|(item, number)| {
            let mark = first.map_or_else(|| "- ".to_owned(), |_| format!("{number}. "));
            indent(&self.indented(mark.len()).blocks(item), &mark, &" ".repeat(mark.len()))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Columns as wide as their widest cell. The last one wraps; so does the first one of three or more,
    /// where the lines would be too long.
    fn table(self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
        let head = (!head.is_empty()).then(|| head.to_vec());
        let rows: Vec<Vec<String>> =
            head.iter().chain(rows).map(|row| row.iter().map(|cell| words(cell)).collect()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut widths: Vec<usize> = (0..columns).map(|column| widest(&rows, column) + GAP).collect();
        let last = widths.pop().unwrap_or_default();
        if let [first, others @ ..] = widths.as_mut_slice()
            && !others.is_empty()
        {
            let taken = others.iter().sum::<usize>() + last - GAP + 2;
            *first = (*first).min(self.width.saturating_sub(taken).max(NARROWEST + GAP));
        }
        rows.iter().map(|row| self.row(row, &widths)).collect::<Vec<_>>().join("\n")
    }

    /// A row of a table, indented by two columns; what does not fit into its first cell follows below.
    fn row(self, cells: &[String], widths: &[usize]) -> String {
        let [first, _, ..] = widths else { return self.row_of_lines(cells, widths) };
        let page = Self { width: first.saturating_sub(GAP), ..self };
        let name = page.wrapped(cells.first().map(String::as_str).unwrap_or_default());
        let (name, below) = name.split_once('\n').unwrap_or((&name, ""));
        let mut cells = cells.to_vec();
        if let Some(cell) = cells.first_mut() {
            name.clone_into(cell);
        }
        let row = self.row_of_lines(&cells, widths);
        if below.is_empty() { row } else { format!("{row}\n{}", indent(below, "  ", "  ")) }
    }

    /// A row whose cells but the last one have one line each.
    fn row_of_lines(self, cells: &[String], widths: &[usize]) -> String {
        let mut start = "  ".to_owned();
        for (cell, width) in cells.iter().zip(widths) {
            start.push_str(cell);
            start.push_str(&" ".repeat(width.saturating_sub(display_width(cell))));
        }
        let columns = widths.iter().sum::<usize>() + 2;
        let last = cells.get(widths.len()).map(String::as_str).unwrap_or_default();
        indent(&self.indented(columns).wrapped(last), &start, &" ".repeat(columns))
    }

    /// Running text in lines; words are never cut.
    fn wrapped(self, text: &str) -> String {
        let separator = if self.speech.breaks_at_spaces() {
            WordSeparator::AsciiSpace
        } else {
            WordSeparator::UnicodeBreakProperties
        };
        let options = Options::new(self.width)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation)
            .word_separator(separator)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        textwrap::fill(&tied(text, self.speech), options).replace(TIE, " ").trim_end().to_owned()
    }
}

/// Stands for a space at which no line ends; one column wide and in no text.
const TIE: char = '\u{2007}';

/// Ties a number to the word that it counts ("30 days", "2 grudnia") and, where the language
/// wants it, a word of one letter to the next word: neither ends a line.
fn tied(text: &str, speech: &Speech) -> String {
    let mut tied = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        tied.push_str(word);
        let counts = word.len() <= 3 && word.chars().all(|sign| sign.is_ascii_digit());
        let is_short = speech.ties_short_words() && is_letter(word.trim_start_matches('('));
        let sticks = counts || is_short;
        if words.peek().is_some() {
            tied.push(if sticks && !word.is_empty() { TIE } else { ' ' });
        }
    }
    tied
}

/// Whether a word is one letter.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// The columns that the widest cell of a column takes.
fn widest(rows: &[Vec<String>], column: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    cells.map(|cell| display_width(cell)).max().unwrap_or_default()
}

/// Text with a mark before its first line and another before the rest; empty lines stay empty.
fn indent(text: &str, first: &str, rest: &str) -> String {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let mark = if index == 0 { first } else { rest };
        format!("{mark}{line}").trim_end().to_owned()
    });
    let indented = lines.collect::<Vec<_>>().join("\n");
    if indented.is_empty() { first.trim_end().to_owned() } else { indented }
}

/// The addresses of the links in a text, in their order.
fn collect_urls<'a>(content: &'a [Inline], urls: &mut Vec<&'a str>) {
    for piece in content {
        match piece {
            Inline::Link { url, .. } => urls.push(url),
            Inline::Strong(inner) | Inline::Emphasis(inner) => collect_urls(inner, urls),
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{super::document, *};

    fn text(markdown: &str) -> String {
        write(&document::read(markdown), &Speech::of("pl").unwrap(), &[])
    }

    #[test]
    fn addresses_stand_on_lines_of_their_own() {
        let long = format!("https://example.com/{}", "x".repeat(100));
        let letter = text(&format!("See [the list]({long}) of all letters.\n\n[Renew]({long} \"button\")\n"));
        assert_eq!(letter, format!("See the list of all letters.\n{long}\n\nRenew:\n{long}\n"));
    }

    #[test]
    fn tables_are_aligned_and_wrap_in_their_last_column() {
        let words = "słowo ".repeat(20);
        let letter = text(&format!("| | |\n|---|---|\n| Produkt | Żółw |\n| Ważna do | {words} |\n"));
        let lines: Vec<&str> = letter.lines().collect();
        assert_eq!(lines[0], "  Produkt    Żółw");
        assert!(lines[1].starts_with("  Ważna do   słowo"), "{letter}");
        assert!(lines[2].starts_with("             słowo"), "{letter}");
        assert!(lines.iter().all(|line| display_width(line) <= WIDTH), "{letter}");
    }

    #[test]
    fn the_first_column_of_many_wraps_where_lines_would_be_too_long() {
        let (name, serial, day) = ("słowo ".repeat(9), "ABCD-EFGH-JKLM-7QX2", "22 października 2026");
        let table =
            format!("| A | B | C |\n|---|---|---|\n| {name} | {serial} | {day} |\n| Żółw | b | c |\n");
        let letter = text(&table);
        let lines: Vec<&str> = letter.lines().collect();
        assert_eq!(lines[1], format!("  słowo słowo słowo słowo     {serial}   {day}"), "{letter}");
        assert_eq!(lines[2], "  słowo słowo słowo słowo", "{letter}");
        assert!(lines.len() == 5 && lines[3] == "  słowo" && lines[4].starts_with("  Żółw "), "{letter}");
        assert!(lines.iter().all(|line| display_width(line) <= WIDTH), "{letter}");
    }

    #[test]
    fn the_foot_stands_below_line_by_line() {
        let foot = ["Żółw".to_owned(), "ul. Długa 1".to_owned()];
        let letter = write(&document::read("Text.\n"), &Speech::of("pl").unwrap(), &foot);
        assert_eq!(letter, "Text.\n\nŻółw\nul. Długa 1\n");
    }

    #[test]
    fn headings_are_underlined() {
        assert_eq!(text("# Żółw\n\n## List\n"), "Żółw\n====\n\nList\n----\n");
    }

    #[test]
    fn lists_hang() {
        let letter = text(&format!("- {}\n- b\n", "słowo ".repeat(20)));
        assert!(letter.lines().nth(1).unwrap().starts_with("  słowo"), "{letter}");
        assert!(letter.ends_with("\n- b\n"), "{letter}");
    }

    #[test]
    fn lines_end_neither_in_a_number_nor_in_a_polish_word_of_one_letter() {
        for width in 40..72 {
            let letter = text(&format!("{} w tym roku i z tym za 30 dni", "x".repeat(width)));
            let ends = [" w", " i", " z", " 30"];
            assert!(letter.lines().all(|line| ends.iter().all(|end| !line.ends_with(end))), "{letter}");
        }
    }
}
