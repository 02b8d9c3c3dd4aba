//! All texts: which there are, and which one speaks to a holder.

use std::{collections::BTreeMap, fmt, sync::Arc};

use rust_embed::RustEmbed;
use tenure_domain::Kind;

use super::{
    Wording, WordingFault, WordsFault, address_confirm_sample, gathered_sample,
    html::{LAYOUT_FILE, Layout},
    render, render_address_confirm, render_gathered, render_sign_in, samples, sign_in_sample,
    wording::{ADDRESS_CONFIRM, GATHERED, OTHERS, SIGN_IN},
};

/// The texts that the program carries with it.
#[derive(RustEmbed)]
#[folder = "../../content/letters"]
struct Texts;

/// The texts of all letters in all languages.
#[derive(Debug, Clone, Default)]
pub struct Wordings {
    texts: BTreeMap<(String, String), Wording>,
    layout: Option<Arc<Layout>>,
}

/// The largest file that takes a text's place, in octets; ours have a tenth of it.
const LARGEST: usize = 65_536;

/// A kind of letter without a text in a language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The kind's code, or the name of a letter that is no notice, such as `sign-in`.
    pub name: String,
    /// The language.
    pub language: String,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, language } = self;
        write!(f, "{name} has no text in `{language}`: content/letters/{name}/{language}.md is missing")
    }
}

impl Wordings {
    /// The texts that the program carries with it.
    ///
    /// # Errors
    /// A [`WordingFault`] that names file and line; a released program has none, a test says so.
    pub fn embedded() -> Result<Self, WordingFault> {
        let paths = Texts::iter().filter(|path| path.contains('/') && path.ends_with(".md"));
        paths.into_iter().try_fold(Self::default(), |texts, path| Ok(texts.with(read_embedded(&path)?)))
    }

    /// Reads a text of a kind of notice, such as one that was stored with its letters.
    ///
    /// # Errors
    /// A [`WordingFault`] that names file and line.
    pub fn parse(kind: Kind, language: &str, text: &str) -> Result<Wording, WordingFault> {
        Wording::parse(kind, language, text)
    }

    /// These texts and one more, which takes the place of the one with its name and language.
    #[must_use]
    pub fn with(mut self, wording: Wording) -> Self {
        self.texts.insert((wording.name.clone(), wording.language.to_ascii_lowercase()), wording);
        self
    }

    /// Lays an operator's file over these texts: `<kind>/<language>.md` or `layout.html`. It is used if it is whole:
    /// every sample can be written with it.
    ///
    /// # Errors
    /// A [`WordingFault`] that names file and line; these texts then stay as they are.
    pub fn overlay(&mut self, path: &str, octets: &[u8]) -> Result<(), WordingFault> {
        if octets.len() > LARGEST {
            let problem = format!("the file has {} octets; a text has at most {LARGEST}", octets.len());
            return Err(WordingFault { file: path.to_owned(), line: 1, problem });
        }
        if path == LAYOUT_FILE {
            return self.lay_out(path, octets);
        }
        let wording = self.dressed(read(path, octets)?);
        try_out(&wording)?;
        self.texts.insert((wording.name.clone(), wording.language.to_ascii_lowercase()), wording);
        Ok(())
    }

    /// Gives all texts another layout, if every letter in the first language can be written in it.
    fn lay_out(&mut self, path: &str, octets: &[u8]) -> Result<(), WordingFault> {
        let layout = Arc::new(Layout::parse(text_of(path, octets)?)?);
        let in_it = |wording: &Wording| wording.clone().laid_out(Arc::clone(&layout));
        let mut tried = std::collections::BTreeSet::new();
        for wording in self.texts.values().filter(|wording| tried.insert(wording.name.clone())) {
            try_out(&in_it(wording)).map_err(|fault| WordingFault { file: path.to_owned(), ..fault })?;
        }
        self.texts.values_mut().for_each(|wording| *wording = in_it(wording));
        self.layout = Some(layout);
        Ok(())
    }

    /// A text that is none of these, in the layout of these.
    fn dressed(&self, wording: Wording) -> Wording {
        match &self.layout {
            Some(layout) => wording.laid_out(Arc::clone(layout)),
            None => wording,
        }
    }

    /// All texts, by name and language.
    pub fn iter(&self) -> impl Iterator<Item = &Wording> {
        self.texts.values()
    }

    /// The languages in which a kind has a text.
    pub fn languages(&self, kind: Kind) -> Vec<&str> {
        self.of(kind.code()).map(|wording| wording.language.as_str()).collect()
    }

    /// The text of a kind in exactly this language.
    pub fn find(&self, kind: Kind, language: &str) -> Option<&Wording> {
        self.get(kind.code(), language)
    }

    /// The text that speaks to a holder (rule 13): the wanted language, else the closest, else the default.
    ///
    /// Closest is the tag shortened from its end (RFC 4647, section 3.4), then another region of the
    /// same language.
    pub fn choose(&self, kind: Kind, wanted: &str, default: &str) -> Option<&Wording> {
        self.closest(kind.code(), wanted).or_else(|| self.closest(kind.code(), default))
    }

    /// The same for the letter with a link to sign in.
    pub fn choose_sign_in(&self, wanted: &str, default: &str) -> Option<&Wording> {
        self.closest(SIGN_IN, wanted).or_else(|| self.closest(SIGN_IN, default))
    }

    /// The text of the letter that brings several, in exactly this language: no mail has two.
    pub fn find_gathered(&self, language: &str) -> Option<&Wording> {
        self.get(GATHERED, language)
    }

    /// Reads the text of the letter that brings several, as it was stored with one.
    ///
    /// # Errors
    /// A [`WordingFault`] that names file and line.
    pub fn parse_gathered(language: &str, text: &str) -> Result<Wording, WordingFault> {
        Wording::parse_other(GATHERED, language, text)
    }

    /// The same for the letter that asks a new address for its confirmation.
    pub fn choose_address_confirm(&self, wanted: &str, default: &str) -> Option<&Wording> {
        self.closest(ADDRESS_CONFIRM, wanted).or_else(|| self.closest(ADDRESS_CONFIRM, default))
    }

    /// The letters, notices or not, that lack a text in one of these languages.
    pub fn missing(&self, languages: &[&str]) -> Vec<Missing> {
        let names = Kind::ALL.iter().map(|kind| kind.code()).chain(OTHERS);
        names
            .flat_map(|name| languages.iter().map(move |language| (name, *language)))
            .filter(|(name, language)| self.get(name, language).is_none())
            .map(|(name, language)| Missing { name: name.to_owned(), language: language.to_owned() })
            .collect()
    }

    fn get(&self, name: &str, language: &str) -> Option<&Wording> {
        self.texts.get(&(name.to_owned(), language.to_ascii_lowercase()))
    }

    fn of(&self, name: &str) -> impl Iterator<Item = &Wording> {
        self.texts.values().filter(move |wording| wording.name == name)
    }

    fn closest(&self, name: &str, wanted: &str) -> Option<&Wording> {
        let ranges = std::iter::successors(Some(wanted), |range| shortened(range));
        ranges.into_iter().find_map(|range| self.get(name, range)).or_else(|| self.other_region(name, wanted))
    }

    fn other_region(&self, name: &str, wanted: &str) -> Option<&Wording> {
        let language = primary(wanted);
        self.of(name).find(|wording| primary(&wording.language).eq_ignore_ascii_case(language))
    }
}

/// A tag without its last part, and without a single letter that would then end it (RFC 4647, section 3.4).
fn shortened(range: &str) -> Option<&str> {
    let (rest, _) = range.rsplit_once('-')?;
    match rest.rsplit_once('-') {
        Some((before, single)) if single.len() == 1 => Some(before),
        _ => Some(rest),
    }
}

/// A tag's language without region, script and the rest.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Reads one of the program's own texts by its path `<name>/<language>.md`.
fn read_embedded(path: &str) -> Result<Wording, WordingFault> {
    let problem = || "the file cannot be read".to_owned();
    let fault = || WordingFault { file: path.to_owned(), line: 1, problem: problem() };
    let data = Texts::get(path).ok_or_else(fault)?.data;
    let (name, kind, language) = named(path)?;
    Ok(Wording::own(name, kind, language, text_of(path, &data)?))
}

/// A file as text; what is not is told with its line.
fn text_of<'a>(path: &str, octets: &'a [u8]) -> Result<&'a str, WordingFault> {
    str::from_utf8(octets).map_err(|error| {
        let line = octets[..error.valid_up_to()].split(|octet| *octet == b'\n').count();
        WordingFault { file: path.to_owned(), line, problem: "the file is not UTF-8 text".to_owned() }
    })
}

/// Writes every sample once.
fn try_out(wording: &Wording) -> Result<(), WordingFault> {
    let told = |fault: WordsFault| match fault {
        WordsFault::Wording(fault) => fault,
        other => WordingFault { file: wording.file(), line: 1, problem: other.to_string() },
    };
    let Some(kind) = wording.kind else {
        let words = match wording.name.as_str() {
            ADDRESS_CONFIRM => render_address_confirm(&address_confirm_sample(), wording),
            GATHERED => render_gathered(&gathered_sample(), wording),
            _ => render_sign_in(&sign_in_sample(), wording),
        };
        return words.map(|_| ()).map_err(told);
    };
    for (_, facts) in samples(kind) {
        render(&facts, wording).map_err(told)?;
    }
    Ok(())
}

/// Reads a text by its path `<name>/<language>.md`.
fn read(path: &str, octets: &[u8]) -> Result<Wording, WordingFault> {
    let text = text_of(path, octets)?;
    match named(path)? {
        (_, Some(kind), language) => Wording::parse(kind, language, text),
        (name, None, language) => Wording::parse_other(name, language, text),
    }
}

/// Name, kind (none for a letter that is no notice) and language of a text, by its path.
fn named(path: &str) -> Result<(&str, Option<Kind>, &str), WordingFault> {
    let fault = |problem: &str| WordingFault { file: path.to_owned(), line: 1, problem: problem.to_owned() };
    let (name, file) = path.split_once('/').ok_or_else(|| fault("letters are named <kind>/<language>.md"))?;
    let language = file.strip_suffix(".md").unwrap_or(file);
    if OTHERS.contains(&name) {
        return Ok((name, None, language));
    }
    let kind = name.parse::<Kind>().map_err(|error| fault(&error.to_string()))?;
    Ok((name, Some(kind), language))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const TEXT: &str = "---\nsubject: a\npreheader: b\n---\n# c\n";

    fn spoken(languages: &[&str]) -> Wordings {
        let texts = languages.iter().map(|language| Wording::parse(Kind::KeyFile, language, TEXT).unwrap());
        texts.fold(Wordings::default(), Wordings::with)
    }

    #[test]
    fn the_closest_language_speaks() {
        for (there, wanted, chosen) in [
            (&["en", "pl"][..], "pl", "pl"),
            (&["en", "pl"], "PL", "pl"),
            (&["en", "pl"], "pl-PL", "pl"),
            (&["en", "pl"], "pl-Latn-PL-x-home", "pl"),
            (&["en", "pt", "pt-BR"], "pt-BR", "pt-BR"),
            (&["en", "zh-Hant"], "zh-Hant-TW", "zh-Hant"),
            (&["en", "pt-BR"], "pt-PT", "pt-BR"),
            (&["en", "pt-BR"], "pt", "pt-BR"),
            (&["en", "pl"], "de-AT", "en"),
            (&["en", "pl"], "", "en"),
            (&["en-GB", "pl"], "de", "en-GB"),
        ] {
            let wordings = spoken(there);
            let wording = wordings.choose(Kind::KeyFile, wanted, "en").unwrap();
            assert_eq!(wording.language, chosen, "{wanted} of {there:?}");
        }
    }

    #[test]
    fn a_kind_without_any_text_for_the_default_has_none() {
        assert!(spoken(&["pl"]).choose(Kind::KeyFile, "de", "en").is_none());
        assert!(spoken(&["pl"]).choose(Kind::MobileOffer, "pl", "pl").is_none());
        assert_eq!(spoken(&["pl"]).missing(&["pl", "en"]).len(), 2 * (Kind::ALL.len() + OTHERS.len()) - 1);
    }

    const REMINDER: &str = "---\nsubject: Mine\npreheader: b\n---\n# {{ product }}\n\nc\n\n---\nd\n";

    fn subject(wordings: &Wordings, language: &str) -> String {
        let (_, facts) = samples(Kind::RenewalReminder).remove(0);
        render(&facts, wordings.find(Kind::RenewalReminder, language).unwrap()).unwrap().subject
    }

    #[test]
    fn every_text_of_the_programs_own_is_whole() {
        for path in Texts::iter().filter(|path| path.contains('/') && path.ends_with(".md")) {
            read(&path, &Texts::get(&path).unwrap().data).unwrap();
        }
    }

    #[test]
    fn an_operators_text_takes_the_place_of_ours_or_adds_a_language() {
        let mut wordings = Wordings::embedded().unwrap();
        wordings.overlay("renewal-reminder/en.md", REMINDER.as_bytes()).unwrap();
        wordings.overlay("renewal-reminder/tlh.md", REMINDER.as_bytes()).unwrap();
        assert_eq!(
            (subject(&wordings, "en"), subject(&wordings, "tlh")),
            ("Mine".to_owned(), "Mine".to_owned())
        );
        assert_ne!(subject(&wordings, "pl"), "Mine");
    }

    #[test]
    fn a_broken_text_is_refused_with_its_line_and_ours_stays() {
        let mut wordings = Wordings::embedded().unwrap();
        let before = subject(&wordings, "en");
        let endless = "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}";
        for (path, text, told) in [
            (
                "renewal-reminder/en.md",
                REMINDER.replace("product", "prodct"),
                "renewal-reminder/en.md:5: `prodct`",
            ),
            (
                "renewal-reminder/en.md",
                REMINDER.replace("product", "successor.serial"),
                "renewal-reminder/en.md:5: ",
            ),
            (
                "renewal-reminder/en.md",
                REMINDER.replace("c\n", endless),
                "renewal-reminder/en.md:7: engine ran out",
            ),
            ("birthday/en.md", REMINDER.to_owned(), "birthday/en.md:1: "),
            ("en.md", REMINDER.to_owned(), "en.md:1: letters are named <kind>/<language>.md"),
            ("renewal-reminder/en.md", "x".repeat(70_000), "at most 65536"),
        ] {
            let fault = wordings.overlay(path, text.as_bytes()).unwrap_err().to_string();
            assert!(fault.contains(told), "{fault}\nis not\n{told}");
        }
        let fault = wordings.overlay("renewal-reminder/en.md", b"---\nsubject: \xff\n").unwrap_err();
        assert_eq!((fault.line, fault.problem.as_str()), (2, "the file is not UTF-8 text"));
        assert_eq!(subject(&wordings, "en"), before);
    }

    #[test]
    fn an_operators_layout_is_around_every_letter_and_a_broken_one_around_none() {
        let mut wordings = Wordings::embedded().unwrap();
        let page = |wordings: &Wordings| {
            let (_, facts) = samples(Kind::KeyFile).remove(0);
            render(&facts, wordings.find(Kind::KeyFile, "pl").unwrap()).unwrap().html
        };
        for broken in
            ["<p>{{ body }}</p>", "{{ body }}{{ reasons }}{{ nothing }}", "{{ body }}{{ reasons }}{% if %}"]
        {
            let fault = wordings.overlay("layout.html", broken.as_bytes()).unwrap_err();
            assert_eq!(fault.file, "layout.html");
        }
        assert!(page(&wordings).contains("prefers-color-scheme"));
        wordings.overlay("layout.html", b"<main>{{ body }}</main>{{ reasons }}").unwrap();
        assert!(page(&wordings).contains("<main>") && !page(&wordings).contains("prefers-color-scheme"));
        let html = |wording: &Wording| render(&samples(Kind::KeyFile).remove(0).1, wording).unwrap().html;
        let present = wordings.find(Kind::KeyFile, "en").unwrap();
        let stored = Wording::parse(Kind::KeyFile, "en", TEXT).unwrap();
        assert!(html(&stored.clone().in_layout(present.own_layout()).unwrap()).contains("<main>"));
        assert!(!html(&present.clone().in_layout(None).unwrap()).contains("<main>"), "the program's own");
        assert!(stored.own_layout().is_none() && stored.in_layout(Some(("d", "broken"))).is_err());
    }

    #[test]
    fn a_single_letter_goes_with_what_followed_it() {
        assert_eq!(shortened("zh-Hant-CN-x-private"), Some("zh-Hant-CN"));
        assert_eq!(shortened("zh-Hant"), Some("zh"));
        assert_eq!(shortened("zh"), None);
    }
}
