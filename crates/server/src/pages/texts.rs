//! The words of one language: a Fluent file and its plural rules.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::PageFault;

/// The texts of one language.
pub(super) struct Texts {
    language: String,
    ids: BTreeSet<String>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads a Fluent file; every mistake in it is a fault.
    pub(super) fn parse(language: &str, source: &str) -> Result<Self, PageFault> {
        let broken = |what: String| PageFault::BrokenText { language: language.to_owned(), what };
        let tag =
            language.parse().map_err(|_| broken("its file is not named by a language tag".to_owned()))?;
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| broken(format!("{}", errors[0])))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| broken(format!("{}", errors[0])))?;
        Ok(Self { language: language.to_owned(), ids: ids(source), bundle })
    }

    /// The language's tag.
    pub(super) fn language(&self) -> &str {
        &self.language
    }

    /// The names of all texts.
    pub(super) const fn ids(&self) -> &BTreeSet<String> {
        &self.ids
    }

    /// The text `id`, put together with `args`; a missing argument is a fault.
    pub(super) fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Result<String, PageFault> {
        let missing = || PageFault::MissingText { language: self.language.clone(), id: id.to_owned() };
        let message = self.bundle.get_message(id).ok_or_else(missing)?;
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(message.value().ok_or_else(missing)?, Some(&args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(PageFault::BrokenText {
                language: self.language.clone(),
                what: format!("`{id}`: {error}"),
            }),
        }
    }
}

/// The names that a Fluent file gives to its texts: each begins a line.
fn ids(source: &str) -> BTreeSet<String> {
    let is_id = |id: &&str| {
        id.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && id.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'))
    };
    let names = source.lines().filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim_end());
    names.filter(is_id).map(ToOwned::to_owned).collect()
}
