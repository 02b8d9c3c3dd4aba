//! The templates of one wording: its front matter and its body, compiled once.
//!
//! Undefined variables, facts that are not there and runaway loops are faults. Whatever a
//! template writes into the body is fenced, so that it cannot become Markdown.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, syntax::SyntaxConfig,
    value::Kwargs,
};

use super::{fence, speech::Speech};

/// The template that is Markdown; all others are single lines of plain text.
pub(super) const BODY: &str = "body";

/// Steps that a letter may take; ours take a few hundred.
const FUEL: u64 = 100_000;

/// An environment with the language's functions and no templates yet.
pub(super) fn environment(speech: &Arc<Speech>) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_formatter(write_value);
    environment.remove_filter("safe");
    environment.set_syntax(block_lines_vanish());
    add_words_of_language(&mut environment, speech);
    environment
}

/// Lines that hold only `{% … %}` leave nothing behind.
fn block_lines_vanish() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    syntax.build().expect("the delimiters are the usual ones")
}

/// The functions and filters that texts may use.
fn add_words_of_language(environment: &mut Environment<'static>, speech: &Arc<Speech>) {
    let counting = Arc::clone(speech);
    environment.add_function("plural", move |number: i64, forms: Kwargs| plural(&counting, number, &forms));
    let dates = Arc::clone(speech);
    environment.add_filter("long_date", move |day: &Value| Ok::<_, Error>(dates.long_date(date(day)?)));
    let cells = Arc::clone(speech);
    environment.add_filter("short_date", move |day: &Value| Ok::<_, Error>(cells.short_date(date(day)?)));
    let days = Arc::clone(speech);
    environment.add_filter("day_month", move |day: &Value| Ok::<_, Error>(days.day_month(date(day)?)));
    let instants = Arc::clone(speech);
    environment.add_filter("long_datetime", move |at: &Value, zone: &str| {
        Ok::<_, Error>(instants.long_datetime(instant(at)?, zone))
    });
    environment
        .add_filter("clock", |at: &Value, zone: &str| Ok::<_, Error>(Speech::clock(instant(at)?, zone)));
    let numbers = Arc::clone(speech);
    environment.add_filter("number", move |number: i64| numbers.number(number));
    environment.add_filter("serial", |serial: &str| grouped_serial(serial));
    environment.add_filter("serial_end", |serial: &str| serial_end(serial));
}

/// Writes a value: fenced in the body, as one plain line elsewhere.
fn write_value(output: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_undefined() || value.is_none() {
        return Err(fault("a fact that this letter does not have"));
    }
    let written = match (value.is_safe(), state.name()) {
        (true, _) => value.to_string(),
        (false, BODY) => fence::markdown(&fence::line(&value.to_string())),
        (false, _) => fence::line(&value.to_string()),
    };
    output.write_str(&written).map_err(|_| fault("the text cannot be written"))
}

/// The form of a word for a number. All forms that the language counts things with must be given, so
/// that a missing one is noticed at once and not on the 22nd day; for whole millions `other` will do.
fn plural(speech: &Speech, number: i64, forms: &Kwargs) -> Result<String, Error> {
    let wanted = speech.plural_forms();
    for form in wanted {
        if forms.get::<Option<&str>>(form)?.is_none() {
            let all = wanted.join(", ");
            return Err(fault(&format!("plural() needs the form `{form}`: this language counts with {all}")));
        }
    }
    let found = forms.get::<Option<&str>>(speech.plural(number))?;
    let word = found.map_or_else(|| forms.get::<&str>("other"), Ok)?.to_owned();
    for form in ["zero", "one", "two", "few", "many", "other"] {
        let _unneeded: Option<&str> = forms.get(form)?;
    }
    forms.assert_all_used()?;
    Ok(word)
}

/// A day among the facts.
fn date(value: &Value) -> Result<Date, Error> {
    let text = value.as_str().ok_or_else(|| fault("a date that this letter does not have"))?;
    let day = text.parse::<Date>().or_else(|_| text.parse::<DateTime>().map(DateTime::date));
    day.map_err(|_| fault(&format!("`{text}` is not a date")))
}

/// An instant among the facts.
fn instant(value: &Value) -> Result<DateTime, Error> {
    let text = value.as_str().ok_or_else(|| fault("a time that this letter does not have"))?;
    text.parse().map_err(|_| fault(&format!("`{text}` is not a time")))
}

/// A serial number in groups of four, whether or not it has them yet.
fn grouped_serial(serial: &str) -> String {
    let signs: Vec<char> = serial.chars().filter(|sign| *sign != '-' && !sign.is_whitespace()).collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The end of a serial number, enough to tell one's licenses apart in a subject: "…7QX2".
fn serial_end(serial: &str) -> String {
    format!("…{}", serial.rsplit('-').next().unwrap_or(serial))
}

fn fault(words: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, words.to_owned())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use minijinja::context;

    use super::*;

    fn say(language: &str, name: &str, text: &str) -> Result<String, Error> {
        let mut environment = environment(&Arc::new(Speech::of(language).unwrap()));
        environment.add_template_owned(name.to_owned(), text.to_owned())?;
        environment.get_template(name)?.render(context! { n => 22, none => (), name => "a*b" })
    }

    #[test]
    fn a_plural_takes_the_form_of_the_number() {
        let days = r#"{{ n }} {{ plural(n, one="dzień", few="dni", many="dni!") }}"#;
        assert_eq!(say("pl", "subject", days).unwrap(), "22 dni");
    }

    #[test]
    fn a_plural_without_a_form_of_its_language_is_a_fault() {
        let error = say("pl", "subject", r#"{{ plural(n, one="dzień", few="dni") }}"#).unwrap_err();
        assert!(error.to_string().contains("`many`"), "{error}");
        assert!(say("en", "subject", r#"{{ plural(n, one="day", few="days", other="days") }}"#).is_ok());
        assert!(say("en", "subject", r#"{{ plural(n, one="day", others="days") }}"#).is_err());
        assert_eq!(
            say("fr", "subject", r#"{{ plural(1000000, one="jour", other="jours") }}"#).unwrap(),
            "jours"
        );
    }

    #[test]
    fn values_are_fenced_in_the_body_and_plain_in_a_subject() {
        assert_eq!(say("en", BODY, "{{ name }}").unwrap(), "a&#42;b");
        assert_eq!(say("en", "subject", "{{ name }}").unwrap(), "a*b");
    }

    #[test]
    fn what_is_not_there_is_a_fault() {
        for text in ["{{ nothing }}", "{{ none }}", "{{ none | long_date }}", "{{ name | safe }}"] {
            assert!(say("en", BODY, text).is_err(), "{text}");
        }
        assert!(
            say("en", BODY, "{% for a in range(99999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}")
                .is_err()
        );
    }

    #[test]
    fn serial_numbers_are_grouped() {
        assert_eq!(grouped_serial("ABCDEFGHJKLM7QX2"), "ABCD-EFGH-JKLM-7QX2");
        assert_eq!(grouped_serial("****-****-****-7QX2"), "****-****-****-7QX2");
        assert_eq!(serial_end("****-****-****-7QX2"), "…7QX2");
    }
}
