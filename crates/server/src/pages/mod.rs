//! The pages: templates and texts of `content/pages`, filled with views.
//!
//! A page is a view ([`view`]), a template and the texts of one language. This room knows nothing of
//! the store, of requests or of the clock; whoever answers a request fills a view and asks [`Pages`].

mod language;
mod library;
#[cfg(test)]
mod samples;
mod templates;
#[cfg(test)]
mod tests;
mod texts;
pub mod view;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

pub use fluent_bundle::FluentValue;
pub use language::{Wishes, choose, likely_zone};
pub use library::{HelpFacts, HelpPage, Library};
use minijinja::{Environment, Value, context, value::Serde};
use rust_embed::RustEmbed;
use tenure_domain::{
    Color,
    color::{Grounds, Shades},
};

use self::{
    texts::Texts,
    view::{Site, View},
};

/// Templates, texts and assets, as they lie in `content/pages`.
#[derive(RustEmbed)]
#[folder = "../../content/pages"]
struct Content;

/// The pages could not be made: our fault, never the reader's.
#[derive(Debug, thiserror::Error)]
pub enum PageFault {
    /// There are no pages in this language; [`choose`] never answers such a one.
    #[error("there are no pages in the language `{0}`")]
    UnknownLanguage(String),
    /// A language has no text of this id.
    #[error("the texts in `{language}` have no `{id}`")]
    MissingText {
        /// The language.
        language: String,
        /// The text's id.
        id: String,
    },
    /// A file of texts cannot be read, or a text cannot be put together.
    #[error("the texts in `{language}`: {what}")]
    BrokenText {
        /// The language.
        language: String,
        /// What is wrong.
        what: String,
    },
    /// A page of the Library cannot be read.
    #[error("the Library: {file}, line {line}: {what}")]
    BrokenHelp {
        /// Which file.
        file: String,
        /// Where.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// A template cannot be read or filled.
    #[error("a page's template: {0:#}")]
    Template(#[from] minijinja::Error),
}

/// One language: its texts, and the templates that speak it.
struct Spoken {
    texts: Arc<Texts>,
    templates: Environment<'static>,
}

/// All pages in all languages.
pub struct Pages {
    spoken: BTreeMap<String, Spoken>,
    library: Library,
}

/// A file that pages refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its `Content-Type`.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Pages {
    /// The pages that lie in the program.
    pub fn embedded() -> Result<Self, PageFault> {
        let mut spoken = BTreeMap::new();
        for language in Content::iter().filter_map(|name| Some(name.strip_suffix(".ftl")?.to_owned())) {
            let texts = Arc::new(Texts::parse(&language, &content(&format!("{language}.ftl")))?);
            let templates = templates::speaking(&texts)?;
            spoken.insert(language, Spoken { texts, templates });
        }
        Ok(Self { spoken, library: Library::default() })
    }

    /// The same with a Library: ours, and the vendor's own pages in `folder`.
    pub fn with_library(
        mut self,
        folder: &Path,
        facts: &HelpFacts,
        default: &str,
    ) -> Result<Self, PageFault> {
        let texts: Vec<_> = self.spoken.values().map(|spoken| Arc::clone(&spoken.texts)).collect();
        self.library = Library::open(folder, facts, default, &texts)?;
        Ok(self)
    }

    /// The pages of help.
    pub const fn library(&self) -> &Library {
        &self.library
    }

    /// The languages there are pages in, sorted.
    pub fn languages(&self) -> Vec<&str> {
        self.spoken.keys().map(String::as_str).collect()
    }

    /// What the pages of a language lack: texts that another language has.
    pub fn missing(&self) -> Vec<(&str, &str)> {
        let all: BTreeSet<&String> = self.spoken.values().flat_map(|spoken| spoken.texts.ids()).collect();
        let lacks = |spoken: &Spoken, id: &str| !spoken.texts.ids().contains(id);
        let of =
            |spoken: &Spoken| all.iter().copied().filter(move |id| lacks(spoken, id)).collect::<Vec<_>>();
        self.spoken
            .iter()
            .flat_map(|(language, spoken)| {
                of(spoken).into_iter().map(move |id| (language.as_str(), id.as_str()))
            })
            .collect()
    }

    /// One page as a whole HTML document.
    pub fn render<V: View>(&self, language: &str, site: &Site, view: &V) -> Result<String, PageFault> {
        let spoken = self.spoken(language)?;
        let template = spoken.templates.get_template(&format!("{}.html", V::TEMPLATE))?;
        let languages: Vec<_> = self
            .spoken
            .values()
            .map(|other| {
                Ok(context! { tag => other.texts.language(), name => other.texts.say("language-name", &[])? })
            })
            .collect::<Result<_, PageFault>>()?;
        let (site, view) = (Value::from(Serde(site)), Value::from(Serde(view)));
        Ok(template.render(context! { language, languages, site, view })?)
    }

    /// One text, for what is said outside of pages.
    pub fn text(
        &self,
        language: &str,
        id: &str,
        args: &[(&str, FluentValue<'_>)],
    ) -> Result<String, PageFault> {
        self.spoken(language)?.texts.say(id, args)
    }

    /// The file served at `/assets/{name}`: the style sheet or a drawing.
    pub fn asset(name: &str) -> Option<Asset> {
        let content_type = match name.rsplit_once('.')?.1 {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            _ => return None,
        };
        Content::get(name).map(|file| Asset { content_type, bytes: file.data.into_owned() })
    }

    /// The style sheet that gives every page the vendor's color.
    pub fn vendor_style(color: Color) -> String {
        let (light, dark) = (Shades::of(color, &Grounds::LIGHT), Shades::of(color, &Grounds::DARK));
        let rule = |Shades { accent, accent_deep, on_accent, tint }| {
            format!(
                ":root {{ --accent: {accent}; --accent-deep: {accent_deep}; --on-accent: {on_accent}; --tint: {tint}; }}"
            )
        };
        format!("{}\n@media (prefers-color-scheme: dark) {{ {} }}\n", rule(light), rule(dark))
    }

    fn spoken(&self, language: &str) -> Result<&Spoken, PageFault> {
        self.spoken.get(language).ok_or_else(|| PageFault::UnknownLanguage(language.to_owned()))
    }
}

/// A file of the content as text; nothing if it does not exist.
fn content(name: &str) -> String {
    Content::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
}
