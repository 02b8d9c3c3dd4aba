//! The Library: pages of help as Markdown with a short head, ours from `content/library` and the vendor's own beside
//! the settings. Broken ones are found when they are read, with file and line.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use minijinja::{Environment, UndefinedBehavior, Value, value::Serde};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};
use rust_embed::RustEmbed;
use serde::Serialize;

use super::{PageFault, texts::Texts};

/// Our pages: `<page>/<language>.md`.
#[derive(RustEmbed)]
#[folder = "../../content/library"]
struct Content;

/// The numbers and names that pages of help tell, from the settings.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HelpFacts {
    /// `vendor.name`.
    pub vendor: String,
    /// `vendor.url`.
    pub url: String,
    /// Days given for a full-price renewal.
    pub bonus_days: u32,
    /// The least length, in months, of the license that earns them.
    pub bonus_from_months: u32,
    /// The least length, in months, of the license before.
    pub previous_from_months: u32,
    /// How often a serial number is replaced free of charge, for homes.
    pub home: u32,
    /// The same for businesses.
    pub business: u32,
    /// While at least so many days are left.
    pub days_left: u32,
}

/// A page of help in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpPage {
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence.
    pub summary: String,
    /// Whether the schedule of messages stands on it.
    pub shows_schedule: bool,
    /// Its words as safe HTML.
    pub html: String,
    order: u32,
}

/// All pages of help, by name and language.
#[derive(Debug, Default)]
pub struct Library {
    pages: BTreeMap<String, BTreeMap<String, HelpPage>>,
    default: String,
}

impl Library {
    /// Our pages, and the vendor's own in `folder`, if there is one; one of the same name replaces ours.
    pub(super) fn open(
        folder: &Path,
        facts: &HelpFacts,
        default: &str,
        spoken: &[Arc<Texts>],
    ) -> Result<Self, PageFault> {
        let mut library = Self { pages: BTreeMap::new(), default: default.to_owned() };
        for name in Content::iter() {
            let text = Content::get(&name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
            library.add(&name, &text.unwrap_or_default(), facts, spoken)?;
        }
        for (name, text) in own_files(folder)? {
            library.add(&name, &text, facts, spoken)?;
        }
        Ok(library)
    }

    fn add(
        &mut self,
        name: &str,
        text: &str,
        facts: &HelpFacts,
        spoken: &[Arc<Texts>],
    ) -> Result<(), PageFault> {
        let broken = |line: usize, what: String| PageFault::BrokenHelp { file: name.to_owned(), line, what };
        let named = name.strip_suffix(".md").and_then(|name| name.split_once('/'));
        let (page, language) =
            named.ok_or_else(|| broken(1, "its name is not <page>/<language>.md".to_owned()))?;
        let is_name = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if page.is_empty() || !page.chars().all(is_name) {
            return Err(broken(1, "a page is named with small letters, digits and hyphens".to_owned()));
        }
        let texts = spoken.iter().find(|texts| texts.language() == language);
        let texts =
            texts.ok_or_else(|| broken(1, format!("there are no pages in the language `{language}`")))?;
        let read = read(text, facts, texts).map_err(|(line, what)| broken(line, what))?;
        self.pages.entry(page.to_owned()).or_default().insert(language.to_owned(), read);
        Ok(())
    }

    /// A page in a language, else in the vendor's, else in any; and in which it is.
    pub fn find(&self, page: &str, language: &str) -> Option<(&str, &HelpPage)> {
        let languages = self.pages.get(page)?;
        let found =
            [language, self.default.as_str()].into_iter().find_map(|tag| languages.get_key_value(tag));
        found.or_else(|| languages.first_key_value()).map(|(tag, page)| (tag.as_str(), page))
    }

    /// Every page by its name, in their order.
    pub fn list(&self, language: &str) -> Vec<(&str, &HelpPage)> {
        let mut all: Vec<(&str, &HelpPage)> = self
            .pages
            .keys()
            .filter_map(|name| Some((name.as_str(), self.find(name, language)?.1)))
            .collect();
        all.sort_by_key(|(name, page)| (page.order, *name));
        all
    }
}

/// The vendor's own files, as `<page>/<language>.md`.
fn own_files(folder: &Path) -> Result<Vec<(String, String)>, PageFault> {
    let mut found = Vec::new();
    for page in entries(folder)? {
        for file in entries(&page)? {
            let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?));
        }
    }
    Ok(found)
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>, PageFault> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let read = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths: Vec<_> = read.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &std::io::Error) -> PageFault {
    PageFault::BrokenHelp { file: path.display().to_string(), line: 1, what: error.to_string() }
}

/// Reads a page; or says on which line what is wrong.
fn read(text: &str, facts: &HelpFacts, texts: &Arc<Texts>) -> Result<HelpPage, (usize, String)> {
    let (mut title, mut summary, mut order, mut shows_schedule) = (None, String::new(), 100, false);
    let end = text.lines().position(|line| line.trim() == "---");
    let end =
        end.ok_or((1, "a line `---` must part the head (title: …, summary: …) from the words".to_owned()))?;
    for (number, line) in (1..).zip(text.lines().take(end)) {
        let (key, value) =
            line.split_once(':').ok_or_else(|| (number, format!("`{line}` is not `name: value`")))?;
        match (key.trim(), value.trim()) {
            ("title", value) => title = Some(value.to_owned()),
            ("summary", value) => value.clone_into(&mut summary),
            ("order", value) => {
                order = value.parse().map_err(|_| (number, "order is a whole number".to_owned()))?;
            }
            ("shows", "schedule") => shows_schedule = true,
            (key, _) => {
                return Err((number, format!("`{key}` is none of title, summary, order, shows: schedule")));
            }
        }
    }
    let title = title.filter(|title| !title.is_empty()).ok_or((1, "it has no title".to_owned()))?;
    let body: String = text.lines().skip(end + 1).flat_map(|line| [line, "\n"]).collect();
    let html = fill(&body, facts, texts).map(|words| safe_html(&words));
    Ok(HelpPage {
        title,
        summary,
        order,
        shows_schedule,
        html: html.map_err(|error| (end + 1 + error.line().unwrap_or(1), error.to_string()))?,
    })
}

/// Puts in the numbers; `days(n)` and `months(n)` count in the page's language.
fn fill(body: &str, facts: &HelpFacts, texts: &Arc<Texts>) -> Result<String, minijinja::Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    for id in ["days", "months"] {
        let with = Arc::clone(texts);
        templates.add_function(id, move |count: u32| {
            with.say(&format!("count-{id}"), &[("count", count.into())]).map_err(|fault| {
                minijinja::Error::new(minijinja::ErrorKind::InvalidOperation, fault.to_string())
            })
        });
    }
    templates.template_from_str(body)?.render(Value::from(Serde(facts)))
}

/// Markdown as HTML: what is HTML in it is shown as text, pictures are left out, and links lead to pages only.
fn safe_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let is_page =
                ["/", "http://", "https://", "mailto:", "#"].iter().any(|start| dest_url.starts_with(start));
            let dest_url = if is_page { dest_url } else { "#".into() };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        event => Some(event),
    });
    let mut html = String::new();
    push_html(&mut html, events);
    html
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn texts() -> Arc<Texts> {
        let source = "count-days = { $count ->\n    [one] { $count } day\n   *[other] { $count } days\n}\n";
        Arc::new(Texts::parse("en", source).unwrap())
    }

    fn page(text: &str) -> Result<HelpPage, (usize, String)> {
        read(text, &HelpFacts { bonus_days: 150, ..HelpFacts::default() }, &texts())
    }

    #[test]
    fn a_page_is_safe_html_with_the_numbers_of_the_settings() {
        let read = page("title: Help\n---\n**{{ days(bonus_days) }}** <script>x</script> [a](javascript:x) ![p](/p.png)\n").unwrap();
        assert!(read.html.contains("<strong>150 days</strong>"), "{}", read.html);
        assert!(
            !read.html.contains("<script")
                && !read.html.contains("javascript")
                && !read.html.contains("<img"),
            "{}",
            read.html
        );
    }

    #[test]
    fn of_which_licenses_one_is_told_stands_in_the_schedule_and_nowhere_else() {
        let blocked = Content::iter().filter(|name| name.starts_with("blocked/"));
        let mut languages = 0;
        for name in blocked {
            let text = String::from_utf8_lossy(&Content::get(&name).unwrap().data).into_owned();
            assert!(text.contains("](/messages-schedule)"), "{name} promises what the schedule may not");
            languages += 1;
        }
        assert_eq!(languages, 10);
    }

    #[test]
    fn a_broken_page_is_named_with_its_line() {
        for (text, line, words) in [
            ("no head", 1, "---"),
            ("summary: x\n---\n", 1, "no title"),
            ("title: x\ncolour: red\n---\n", 2, "`colour` is none of"),
            ("title: x\nnonsense\n---\n", 2, "name: value"),
            ("title: x\n---\nfine\n{{ nothing }}\n", 4, "undefined"),
        ] {
            let (at, what) = page(text).unwrap_err();
            assert!(at == line && what.contains(words), "{text}: {at} {what}");
        }
    }
}
