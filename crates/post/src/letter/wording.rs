//! A wording: the text of one kind of letter in one language, compiled once: at once where it is somebody else's, at its first
//! letter where it is the program's own.
//!
//! A file is a front matter between two lines `---`, then Markdown:
//!
//! ```text
//! ---
//! subject: {{ product }} expires on {{ expires_on | long_date }}
//! preheader: One line that mail readers show beside the subject.
//! button: Renew the license
//! link: renew
//! ---
//! # What happened
//! …
//! {{ button }}
//! …
//! ---
//! Why one gets this letter.
//! ```
//!
//! A value may go on in indented lines. `button` and `link` belong together and may be left out;
//! `link` is a name among the facts' links, or `vendor`.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;
use minijinja::{Environment, Value};
use tenure_domain::Kind;

use super::{
    front::{self, Flaw},
    html::Layout,
    speech::Speech,
    template,
};

/// The variables of letters about notices; `button` only in the body.
const NOTICE_VARIABLES: &[&str] = &[
    "vendor",
    "holder_name",
    "product",
    "segment",
    "license",
    "serial",
    "devices",
    "months",
    "registered_on",
    "expires_on",
    "today",
    "days_left",
    "previous",
    "successor",
    "deletes_on",
    "block_reason",
    "blocked_on",
    "attempts",
    "attempts_total",
    "listed",
    "listed_total",
    "listed_day",
    "listed_first",
    "listed_when",
    "key_file_name",
    "address_role",
    "declinable",
    "links",
    "step",
];

/// The links of letters about notices.
const NOTICE_LINKS: &[&str] = &[
    "portal", "messages", "licenses", "register", "renew", "replace", "schedule", "account", "decline",
    "undo",
];

/// The name of the letter with a link to sign in; it is no notice.
pub(super) const SIGN_IN: &str = "sign-in";
/// The name of the letter that asks a new address for its confirmation; it is no notice.
pub(super) const ADDRESS_CONFIRM: &str = "address-confirm";
/// The name of the letter that brings several; what it brings is owed, it is not.
pub(super) const GATHERED: &str = "gathered";
/// The letters that are no notices.
pub(super) const OTHERS: [&str; 3] = [SIGN_IN, ADDRESS_CONFIRM, GATHERED];

/// What the text of a letter may name.
#[derive(Clone, Copy)]
struct Vocabulary {
    variables: &'static [&'static str],
    links: &'static [&'static str],
    has_serial: bool,
}

impl Vocabulary {
    fn of(name: &str, kind: Option<Kind>) -> Self {
        let (variables, links): (&[&str], &[&str]) = match name {
            SIGN_IN => (&["vendor", "links", "valid_minutes", "code"], &["sign_in"]),
            GATHERED => (&["vendor", "links", "told", "total", "rest"], &["messages", "profile", "schedule"]),
            ADDRESS_CONFIRM => (&["vendor", "links", "valid_hours"], &["confirm"]),
            _ => (NOTICE_VARIABLES, NOTICE_LINKS),
        };
        Self { variables, links, has_serial: kind.is_some_and(super::Facts::delivers_serial) }
    }
}

/// The text of one kind of letter in one language.
#[derive(Debug, Clone)]
pub struct Wording {
    /// The kind's code, or the name of a letter that is no notice, such as `sign-in`.
    pub name: String,
    /// The kind of notice; none for a letter that is no notice.
    pub kind: Option<Kind>,
    /// The text's language, a BCP 47 tag.
    pub language: String,
    /// The whole text as it stands in the file, front matter included.
    pub body: String,
    /// SHA-256 of the text in lower-case hex: a stored letter names its text by it.
    pub digest: String,
    compiled: Arc<OnceLock<Compiled>>,
    layout: Arc<Layout>,
}

/// What a wording is rendered with.
#[derive(Debug)]
struct Compiled {
    environment: Environment<'static>,
    speech: Arc<Speech>,
}

/// A text cannot be used as a letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct WordingFault {
    /// The file below `content/letters/`.
    pub file: String,
    /// The line in it, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub problem: String,
}

impl Wording {
    /// Reads the text of a kind of notice.
    ///
    /// # Errors
    /// A [`WordingFault`] that names file and line.
    pub fn parse(kind: Kind, language: &str, text: &str) -> Result<Self, WordingFault> {
        Self::read(kind.code(), Some(kind), language, text)
    }

    /// Reads the text of one of the letters that are no notices.
    ///
    /// # Errors
    /// A [`WordingFault`] that names file and line.
    pub fn parse_other(name: &str, language: &str, text: &str) -> Result<Self, WordingFault> {
        Self::read(name, None, language, text)
    }

    fn read(name: &str, kind: Option<Kind>, language: &str, text: &str) -> Result<Self, WordingFault> {
        let wording = Self::own(name, kind, language, text);
        let fault = |(line, problem)| WordingFault { file: wording.file(), line, problem };
        let compiled = compile(Vocabulary::of(name, kind), language, text).map_err(fault)?;
        Ok(Self { compiled: Arc::new(OnceLock::from(compiled)), ..wording })
    }

    /// A text of the program's own, which a test has tried: a hundred of them are not compiled for a command that writes no
    /// letter.
    pub(super) fn own(name: &str, kind: Option<Kind>, language: &str, text: &str) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            language: language.to_owned(),
            body: text.to_owned(),
            digest: HEXLOWER.encode(digest(&SHA256, text.as_bytes()).as_ref()),
            compiled: Arc::default(),
            layout: Layout::own(),
        }
    }

    fn compiled(&self) -> &Compiled {
        let compile = || compile(Vocabulary::of(&self.name, self.kind), &self.language, &self.body);
        self.compiled.get_or_init(|| compile().expect("the program's own texts are whole"))
    }

    /// The file's name below `content/letters/`.
    pub fn file(&self) -> String {
        format!("{}/{}.md", self.name, self.language)
    }

    /// The same words in another layout.
    #[must_use]
    pub(super) fn laid_out(self, layout: Arc<Layout>) -> Self {
        Self { layout, ..self }
    }

    /// The page around the words.
    pub(super) fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Digest and text of the vendor's own layout; `None` where it is the program's.
    pub fn own_layout(&self) -> Option<(&str, &str)> {
        let layout = self.layout();
        (!layout.is_own()).then_some((&layout.digest, &layout.body))
    }

    /// The same words in a layout that was stored with a letter; `None`: in the program's own.
    ///
    /// # Errors
    /// A [`WordingFault`] when it is no layout.
    pub fn in_layout(self, stored: Option<(&str, &str)>) -> Result<Self, WordingFault> {
        let is_the_same = self.own_layout().map(|(digest, _)| digest) == stored.map(|(digest, _)| digest);
        let layout = match stored {
            _ if is_the_same => return Ok(self),
            Some((_, text)) => Arc::new(Layout::parse(text)?),
            None => Layout::own(),
        };
        Ok(self.laid_out(layout))
    }

    /// How the text's language counts and writes dates.
    pub(super) fn speech(&self) -> &Speech {
        &self.compiled().speech
    }

    /// Whether the text has this entry.
    pub(super) fn has(&self, entry: &str) -> bool {
        self.compiled().environment.get_template(entry).is_ok()
    }

    /// Renders an entry or the body.
    pub(super) fn say(&self, part: &str, context: &Value) -> Result<String, WordingFault> {
        let template = self.compiled().environment.get_template(part);
        template.and_then(|template| template.render(context)).map_err(|error| self.fault(&error))
    }

    /// A fault of a template, with the line that it stands in.
    fn fault(&self, error: &minijinja::Error) -> WordingFault {
        let line = error.line().unwrap_or(1);
        let source = self.body.lines().nth(line - 1).unwrap_or_default().trim();
        WordingFault { file: self.file(), line, problem: format!("{} in `{source}`", told(error)) }
    }
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.file())
    }
}

/// Compiles all parts of a text and checks that they name only what there is.
fn compile(words: Vocabulary, language: &str, text: &str) -> Result<Compiled, Flaw> {
    let speech = Arc::new(Speech::of(language).map_err(|problem| (1, problem))?);
    let mut environment = template::environment(&speech);
    let parts = front::split(text)?;
    for (name, entry) in &parts.entries {
        add(&mut environment, name, entry.line, &entry.value, words)?;
    }
    add(&mut environment, template::BODY, parts.body_line, parts.body, words)?;
    if parts.entries.contains_key("button") && !parts.body.contains("{{ button }}") {
        return Err((
            parts.body_line,
            "the text has a button but no line `{{ button }}` where it stands".to_owned(),
        ));
    }
    Ok(Compiled { environment, speech })
}

/// Adds one part, moved down to its line so that errors name the line of the file.
fn add(
    environment: &mut Environment<'static>,
    name: &str,
    line: usize,
    text: &str,
    words: Vocabulary,
) -> Result<(), Flaw> {
    let source = "\n".repeat(line - 1) + text;
    environment
        .add_template_owned(name.to_owned(), source)
        .map_err(|error| (error.line().unwrap_or(line), told(&error)))?;
    let template = environment.get_template(name).map_err(|error| (line, told(&error)))?;
    let mut used: Vec<String> = template.undeclared_variables(true).into_iter().collect();
    used.sort();
    used.iter().try_for_each(|variable| {
        check_variable(variable, name, words).map_err(|problem| (line_of(text, variable, line), problem))
    })
}

/// The line in which a variable is first named.
fn line_of(text: &str, variable: &str, first: usize) -> usize {
    text.lines().position(|line| line.contains(variable)).map_or(first, |index| first + index)
}

/// Whether letters of this kind have such a variable.
fn check_variable(variable: &str, part: &str, words: Vocabulary) -> Result<(), String> {
    let Vocabulary { variables: known, links, has_serial } = words;
    let (first, rest) = variable.split_once('.').unwrap_or((variable, ""));
    match first {
        "plural" | "range" | "dict" | "namespace" | "loop" => Ok(()),
        "button" if part == template::BODY => Ok(()),
        "serial_full" if has_serial => Ok(()),
        "serial_full" => {
            Err("`serial_full` stands only in letters that deliver a serial number; say `serial`".to_owned())
        }
        "links" if rest.is_empty() || links.contains(&rest) => Ok(()),
        "links" => Err(format!("`{variable}` is not a link; the links are {}", links.join(", "))),
        first if known.contains(&first) => Ok(()),
        _ => Err(format!("`{variable}` is not a fact of this letter; its facts are {}", known.join(", "))),
    }
}

/// An error of the templates in words.
fn told(error: &minijinja::Error) -> String {
    error.detail().map_or_else(|| error.kind().to_string(), |detail| format!("{}: {detail}", error.kind()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const GOOD: &str = "---\nsubject: a\npreheader: b\nbutton: c\nlink: renew\n---\n# d\n\n{{ button }}\n";

    fn fault(text: &str) -> String {
        Wording::parse(Kind::RenewalReminder, "en", text).unwrap_err().to_string()
    }

    #[test]
    fn a_text_is_named_by_its_digest() {
        let wording = Wording::parse(Kind::RenewalReminder, "en", GOOD).unwrap();
        assert_eq!(wording.digest, HEXLOWER.encode(digest(&SHA256, GOOD.as_bytes()).as_ref()));
        assert_eq!((wording.digest.len(), wording.body.as_str()), (64, GOOD));
        let windows = Wording::parse(Kind::RenewalReminder, "en", &GOOD.replace('\n', "\r\n")).unwrap();
        assert_ne!(windows.digest, wording.digest);
    }

    #[test]
    fn a_broken_text_is_told_with_its_line_and_a_remedy() {
        for (broken, with, told) in [
            ("---\n", "", "renewal-reminder/en.md:1: the text does not begin with a front matter"),
            ("subject: a\n", "", ":1: the front matter has no `subject: …`"),
            ("preheader: b", "title: b", ":3: `title` is not an entry; the entries are subject, preheader"),
            ("preheader: b", "subject: b", ":3: `subject` stands here a second time"),
            ("link: renew\n", "", ":4: a button needs a line `link: …`"),
            ("button: c\n", "", ":4: a link needs a line `button: …`"),
            ("{{ button }}", "", ":7: the text has a button but no line"),
            ("# d", "# {{ prodct }}", ":7: `prodct` is not a fact of this letter; its facts are vendor"),
            ("# d", "# {{ links.home }}", ":7: `links.home` is not a link; the links are portal"),
            ("# d", "# d\n\n{% if a %}", ":11: syntax error: unexpected end of input"),
            ("# d", "# d\n{{ key_file.content }}", ":8: `key_file.content` is not a fact"),
            ("subject: a", "subject: {{ button }}", ":2: `button` is not a fact"),
        ] {
            let fault = fault(&GOOD.replacen(broken, with, 1));
            assert!(fault.contains(told), "{fault}\nis not\n{told}");
        }
    }

    #[test]
    fn an_entry_may_go_on_in_indented_lines() {
        let text = GOOD.replace("subject: a", "subject: a\n  b\n  c");
        let wording = Wording::parse(Kind::RenewalReminder, "en", &text).unwrap();
        assert_eq!(wording.say("subject", &Value::UNDEFINED).unwrap().trim(), "a\n  b\n  c");
    }

    #[test]
    fn a_file_named_after_no_language_is_refused() {
        let fault = Wording::parse(Kind::KeyFile, "english_text", GOOD).unwrap_err();
        assert!(fault.problem.contains("not a language tag"), "{fault}");
    }
}
