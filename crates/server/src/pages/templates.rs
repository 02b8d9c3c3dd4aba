//! The templates, taught to speak one language: the function `t` and the filters for dates.

use std::sync::Arc;

use fluent_bundle::FluentValue;
use minijinja::{
    Environment, Error, ErrorKind, UndefinedBehavior,
    syntax::SyntaxConfig,
    value::{Kwargs, Value},
};

use super::{Content, PageFault, content, texts::Texts, words};

/// All templates, speaking the language of `texts`.
pub(super) fn speaking(texts: &Arc<Texts>) -> Result<Environment<'static>, PageFault> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    teach_words(&mut templates, texts);
    teach_dates(&mut templates, texts);
    for name in Content::iter().filter(|name| name.ends_with(".html")) {
        templates.add_template_owned(name.clone().into_owned(), content(&name))?;
    }
    Ok(templates)
}

/// `t("id", name=value)`, `steps(kind, steps)` and `listed(words)`.
fn teach_words(templates: &mut Environment<'static>, texts: &Arc<Texts>) {
    let with = Arc::clone(texts);
    templates.add_function("t", move |id: &str, args: Kwargs| said(&with, id, &args));
    let with = Arc::clone(texts);
    templates.add_function("steps", move |kind: &str, steps: Vec<String>| {
        words::steps(&with, kind, &steps).map_err(template_error)
    });
    let with = Arc::clone(texts);
    templates.add_filter("listed", move |words: Vec<String>| {
        words::listed(&with, "list", &words).map_err(template_error)
    });
}

/// `day`, `moment`, `clock` for readers and `iso` for machines.
fn teach_dates(templates: &mut Environment<'static>, texts: &Arc<Texts>) {
    let with = Arc::clone(texts);
    templates.add_filter("day", move |when: &str| words::day(&with, when).map_err(template_error));
    let with = Arc::clone(texts);
    templates.add_filter("weekday", move |when: &str| words::weekday(&with, when).map_err(template_error));
    let with = Arc::clone(texts);
    templates.add_filter("moment", move |when: &str| words::moment(&with, when).map_err(template_error));
    let with = Arc::clone(texts);
    templates.add_filter("clock", move |when: &str| words::clock(&with, when).map_err(template_error));
    templates.add_filter("iso", |when: &str| words::iso(when).to_owned());
}

fn said(texts: &Texts, id: &str, args: &Kwargs) -> Result<String, Error> {
    let values: Vec<(&str, Value)> =
        args.args().map(|name| Ok((name, args.get(name)?))).collect::<Result<_, Error>>()?;
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, argument(value))).collect();
    texts.say(id, &values).map_err(template_error)
}

/// Numbers stay numbers, as plurals need them; anything else is what it reads like.
fn argument(value: &Value) -> FluentValue<'static> {
    match value.as_i64() {
        Some(number) if value.is_number() => number.into(),
        _ => value.to_string().into(),
    }
}

fn template_error(fault: PageFault) -> Error {
    Error::new(ErrorKind::InvalidOperation, fault.to_string()).with_source(fault)
}
