//! Dates, lists and steps in words. The order of words and the names of months stand in the texts,
//! so that a new language is a new file and no code.

use fluent_bundle::FluentValue;
use jiff::{
    Zoned,
    civil::{Date, DateTime},
};
use tenure_domain::{Kind, Step, kind::Anchor};

use super::{PageFault, texts::Texts};

/// A date, or an instant as a clock in its zone shows it.
fn read(texts: &Texts, when: &str) -> Result<DateTime, PageFault> {
    let zoned = when.parse::<Zoned>().map(|zoned| zoned.datetime());
    let broken = |_| PageFault::BrokenText {
        language: texts.language().to_owned(),
        what: format!("`{when}` is no date"),
    };
    zoned.or_else(|_| when.parse::<Date>().map(|date| date.at(0, 0, 0, 0))).map_err(broken)
}

fn parts(at: DateTime) -> [(&'static str, FluentValue<'static>); 4] {
    [
        ("day", at.day().into()),
        ("month", at.month().into()),
        ("year", at.year().into()),
        ("weekday", at.weekday().to_monday_one_offset().into()),
    ]
}

/// `1 December 2026`
pub(super) fn day(texts: &Texts, when: &str) -> Result<String, PageFault> {
    texts.say("date-day", &parts(read(texts, when)?))
}

/// `Tuesday`
pub(super) fn weekday(texts: &Texts, when: &str) -> Result<String, PageFault> {
    texts.say("date-weekday", &parts(read(texts, when)?))
}

/// `10:00`
pub(super) fn clock(texts: &Texts, when: &str) -> Result<String, PageFault> {
    let at = read(texts, when)?;
    let (hour, minute) = (format!("{:02}", at.hour()), format!("{:02}", at.minute()));
    texts.say("date-clock", &[("hour", hour.into()), ("minute", minute.into())])
}

/// `1 December 2026, 10:00`
pub(super) fn moment(texts: &Texts, when: &str) -> Result<String, PageFault> {
    let (day, clock) = (day(texts, when)?, clock(texts, when)?);
    texts.say("date-moment", &[("day", day.into()), ("clock", clock.into())])
}

/// The form for the attribute `datetime`: without the zone's name in brackets.
pub(super) fn iso(when: &str) -> &str {
    when.split('[').next().unwrap_or(when)
}

/// `a`, `a and b`, `a, b and c`: by the texts `{style}-two`, `{style}-more` and `{style}-last`.
pub(super) fn listed(texts: &Texts, style: &str, words: &[String]) -> Result<String, PageFault> {
    let join = |how: &str, before: String, next: &str| {
        texts.say(&format!("{style}-{how}"), &[("before", before.into()), ("next", next.to_owned().into())])
    };
    match words {
        [] => Ok(String::new()),
        [only] => Ok(only.clone()),
        [first, second] => join("two", first.clone(), second),
        [first, between @ .., last] => {
            let before = between.iter().try_fold(first.clone(), |before, next| join("more", before, next))?;
            join("last", before, last)
        }
    }
}

/// `60 and 30 days before the expiry date, on that date, and 20 days after it`
pub(super) fn steps(texts: &Texts, kind: &str, steps: &[String]) -> Result<String, PageFault> {
    let broken = |what: String| PageFault::BrokenText { language: texts.language().to_owned(), what };
    let kind: Kind = kind.parse().map_err(|error| broken(format!("{error}")))?;
    let steps: Vec<Step> = steps
        .iter()
        .map(|step| step.parse())
        .collect::<Result<_, _>>()
        .map_err(|error| broken(format!("{error}")))?;
    let mut told = Vec::new();
    if steps.contains(&Step::AtOnce) {
        told.push(texts.say(&format!("at-once-{}", anchor(kind)), &[])?);
    }
    let days: Vec<i32> = steps
        .iter()
        .filter_map(|step| if let Step::Days(days) = step { Some(*days) } else { None })
        .collect();
    told.extend(dated(texts, anchor(kind), &days)?);
    listed(texts, "steps", &told)
}

/// The steps before, on and after the anchor's date, each as one phrase.
fn dated(texts: &Texts, anchor: &str, days: &[i32]) -> Result<Vec<String>, PageFault> {
    let mut told = Vec::new();
    let (before, after): (Vec<i32>, Vec<i32>) =
        days.iter().filter(|days| **days != 0).partition(|days| **days < 0);
    if !before.is_empty() {
        told.push(counted(texts, &format!("before-{anchor}"), &before)?);
    }
    if days.contains(&0) {
        told.push(texts.say(&format!("on-{anchor}"), &[])?);
    }
    if !after.is_empty() {
        told.push(counted(texts, &format!("after-{anchor}"), &after)?);
    }
    Ok(told)
}

/// `60 and 30 days before …`: the plural follows the last number.
fn counted(texts: &Texts, id: &str, days: &[i32]) -> Result<String, PageFault> {
    let numbers: Vec<String> = days.iter().map(|days| days.unsigned_abs().to_string()).collect();
    let last = days.last().map_or(0, |days| days.unsigned_abs());
    texts.say(id, &[("days", listed(texts, "list", &numbers)?.into()), ("last", last.into())])
}

/// What a kind's steps count from, as the ids of the texts name it.
fn anchor(kind: Kind) -> &'static str {
    match kind.anchor() {
        Anchor::Registration => "registration",
        Anchor::Renewal => "renewal",
        Anchor::TheftAttempt => "theft-attempt",
        Anchor::Block => "block",
        Anchor::Expiry => "expiry",
        Anchor::Deletion => "deletion",
        Anchor::Always => "event",
    }
}
