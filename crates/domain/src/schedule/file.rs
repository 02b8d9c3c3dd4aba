//! `schedule.toml` as it is written: each mistake is told with its line and what would be right.

use jiff::civil::Time;
use serde::Deserialize;
use toml::Spanned;

use super::{Rule, Schedule, find};
use crate::{
    file::{FileError, line_of, parse},
    kind::{Anchor, Kind, Step},
    product::{Products, Segment},
};

/// How far a step may lie from its date, in days: ten years.
const FARTHEST_DAYS: i32 = 3650;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScheduleFile {
    send_at: Spanned<String>,
    #[serde(default)]
    notice: Vec<Spanned<RuleFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    kind: Spanned<String>,
    segment: Option<Segment>,
    #[serde(default)]
    except: Vec<Spanned<String>>,
    send: Vec<Spanned<String>>,
}

impl Schedule {
    /// Reads `schedule.toml`; `products` are those that `except` may name.
    pub fn parse(text: &str, products: &Products) -> Result<Self, FileError> {
        let file: ScheduleFile = parse(text)?;
        let send_at = sending_hour(text, &file.send_at)?;
        let mut rules: Vec<Rule> = Vec::new();
        for entry in file.notice {
            let line = line_of(text, entry.span().start);
            let rule = read_rule(text, entry.into_inner(), products)?;
            if let Some(twice) =
                Segment::ALL.into_iter().find(|of| rule.is_for(*of) && find(&rules, rule.kind, *of).is_some())
            {
                return Err(FileError::at(
                    line,
                    format!("{} for {twice} stands in two rules: join their `send` lists in one", rule.kind),
                ));
            }
            rules.push(rule);
        }
        Ok(Self { send_at, rules })
    }
}

fn sending_hour(text: &str, given: &Spanned<String>) -> Result<Time, FileError> {
    let wrong = || {
        let line = line_of(text, given.span().start);
        FileError::at(
            line,
            format!(
                "send_at = \"{}\" is not a time of day: write hours and minutes, \"10:00\"",
                given.get_ref()
            ),
        )
    };
    if given.get_ref().len() != 5 {
        return Err(wrong());
    }
    Time::strptime("%H:%M", given.get_ref()).map_err(|_| wrong())
}

fn read_rule(text: &str, rule: RuleFile, products: &Products) -> Result<Rule, FileError> {
    let error = |at: usize, words: String| FileError::at(line_of(text, at), words);
    let kind: Kind =
        rule.kind.get_ref().parse().map_err(|unknown: crate::kind::UnknownKind| {
            error(rule.kind.span().start, unknown.to_string())
        })?;
    if kind.anchor() == Anchor::Always {
        return Err(error(
            rule.kind.span().start,
            format!("{kind} is always sent and has no place in a schedule: remove this rule"),
        ));
    }
    for code in &rule.except {
        if products.find(code.get_ref()).is_none() {
            return Err(error(
                code.span().start,
                format!("`{}` is not a product; products.toml has {}", code.get_ref(), products.codes()),
            ));
        }
    }
    if rule.send.is_empty() {
        return Err(error(
            rule.kind.span().start,
            format!("{kind} has no step: name one in `send`, or remove the rule"),
        ));
    }
    let mut steps = Vec::new();
    for given in &rule.send {
        let step = read_step(kind, given.get_ref()).map_err(|words| error(given.span().start, words))?;
        if steps.contains(&step) {
            return Err(error(
                given.span().start,
                format!("\"{}\" stands here twice: remove one", given.get_ref()),
            ));
        }
        steps.push(step);
    }
    if kind.anchor() == Anchor::Deletion && steps.len() > 1 {
        return Err(error(rule.kind.span().start, format!("{kind} is sent once: keep one of its steps")));
    }
    steps.sort_unstable();
    let except = rule.except.into_iter().map(Spanned::into_inner).collect();
    Ok(Rule { kind, segment: rule.segment, except, steps })
}

/// The words after "at once after" that name an anchor; the first is the usual one.
fn occasions(anchor: Anchor) -> &'static [&'static str] {
    match anchor {
        Anchor::Registration => &["registration"],
        Anchor::Renewal => &["renewal"],
        Anchor::TheftAttempt => &["the attempt", "a theft attempt", "theft attempt", "attempt"],
        Anchor::Block => &["blocking", "the block", "block"],
        Anchor::Expiry | Anchor::Deletion | Anchor::Always => &[],
    }
}

fn read_step(kind: Kind, words: &str) -> Result<Step, String> {
    let step = match kind.anchor() {
        Anchor::Expiry => {
            dated_step(words, "expiry").filter(|days| days.abs() <= FARTHEST_DAYS).map(Step::Days)
        }
        Anchor::Deletion => {
            dated_step(words, "deletion").filter(|days| (-FARTHEST_DAYS..0).contains(days)).map(Step::Days)
        }
        anchor => is_at_once(words, occasions(anchor)).then_some(Step::AtOnce),
    };
    step.ok_or_else(|| format!("\"{words}\" is not a step of {kind}: write {}", right_words(kind.anchor())))
}

fn right_words(anchor: Anchor) -> String {
    match anchor {
        Anchor::Expiry => {
            "\"30 days before expiry\", \"on expiry\" or \"20 days after expiry\" (at most 3650 days)"
                .to_owned()
        }
        Anchor::Deletion => "\"30 days before deletion\" (1 to 3650 days)".to_owned(),
        anchor => format!("\"at once after {}\"", occasions(anchor).first().unwrap_or(&"")),
    }
}

fn is_at_once(words: &str, occasions: &[&str]) -> bool {
    words.strip_prefix("at once").is_some_and(|rest| {
        rest.is_empty() || rest.strip_prefix(" after ").is_some_and(|occasion| occasions.contains(&occasion))
    })
}

fn dated_step(words: &str, date: &str) -> Option<i32> {
    let words: Vec<&str> = words.split(' ').collect();
    match words[..] {
        ["on", of] if of == date => Some(0),
        [count, "day" | "days", side @ ("before" | "after"), of] if of == date => {
            let days: i32 = count.parse().ok().filter(|days| *days > 0)?;
            Some(if side == "before" { -days } else { days })
        }
        _ => None,
    }
}
