//! All texts: which there are, and which one speaks to a holder.

use std::{collections::BTreeMap, fmt};

use rust_embed::RustEmbed;
use tenure_domain::Kind;

use super::{Wording, WordingFault, wording::SIGN_IN};

/// The texts that the program carries with it.
#[derive(RustEmbed)]
#[folder = "../../content/letters"]
struct Texts;

/// The texts of all letters in all languages.
#[derive(Debug, Clone, Default)]
pub struct Wordings {
    texts: BTreeMap<(String, String), Wording>,
}

/// A kind of letter without a text in a language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The kind's code, or `sign-in`.
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

    /// The letters, notices or not, that lack a text in one of these languages.
    pub fn missing(&self, languages: &[&str]) -> Vec<Missing> {
        let names = Kind::ALL.iter().map(|kind| kind.code()).chain([SIGN_IN]);
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
    let fault = |problem: &str| WordingFault { file: path.to_owned(), line: 1, problem: problem.to_owned() };
    let data = Texts::get(path).ok_or_else(|| fault("the file cannot be read"))?.data;
    let text = str::from_utf8(&data).map_err(|_| fault("the file is not UTF-8"))?;
    let (name, file) = path.split_once('/').ok_or_else(|| fault("letters are named <kind>/<language>.md"))?;
    let language = file.strip_suffix(".md").unwrap_or(file);
    if name == SIGN_IN {
        return Wording::parse_sign_in(language, text);
    }
    let kind = name.parse::<Kind>().map_err(|error| fault(&error.to_string()))?;
    Wording::parse(kind, language, text)
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
        assert_eq!(spoken(&["pl"]).missing(&["pl", "en"]).len(), 2 * (Kind::ALL.len() + 1) - 1);
    }

    #[test]
    fn a_single_letter_goes_with_what_followed_it() {
        assert_eq!(shortened("zh-Hant-CN-x-private"), Some("zh-Hant-CN"));
        assert_eq!(shortened("zh-Hant"), Some("zh"));
        assert_eq!(shortened("zh"), None);
    }
}
