//! The difference between what had to come and what came, told so that it can be understood.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    door::Door,
    mailbox::{Mail, Mailbox, mailbox_of},
    oracle::{Letter, Notice, Oracle, Round, step_word},
};

/// Of so many differences from each end the lives are told.
const ENOUGH: usize = 4;

/// Everything that is wrong.
#[derive(Default)]
pub(crate) struct Verdict(Vec<String>);

impl Verdict {
    /// Fails the test, unless nothing is wrong.
    pub(crate) fn announce(&self, when: &str) {
        // From both ends: what is missing stands first, what is too much last.
        let (first, last) = (self.0.iter().take(ENOUGH), self.0.iter().skip(ENOUGH).rev().take(ENOUGH));
        let shown = first.chain(last).cloned().collect::<Vec<_>>().join("\n");
        assert!(self.0.is_empty(), "{when}: {} differences\n{shown}", self.0.len());
    }

    fn add(&mut self, oracle: &Oracle, what: &str, licenses: &BTreeSet<String>) {
        let lives: String = licenses.iter().take(3).map(|name| oracle.life(name)).collect();
        self.0.push(format!("{what}\n{lives}"));
    }
}

/// Exactly the expected letters, each in good order. Machines that share the work may tear a digest apart.
pub(crate) fn letters(
    oracle: &Oracle,
    round: &Round,
    received: &[Mail],
    door: &Door,
    machines: usize,
) -> Verdict {
    let mut expected: Vec<Letter> = round.letters.clone();
    let mut came: Vec<Letter> = received.iter().map(|mail| mail.letter.clone()).collect();
    if machines > 1 {
        expected = expected.iter().flat_map(Letter::apart).collect();
        came = came.iter().flat_map(Letter::apart).collect();
    }
    let mut verdict = Verdict::default();
    for letter in without(&expected, &came) {
        verdict.add(oracle, &format!("MISSING {}", sentence(&letter)), &letter.licenses);
    }
    for letter in without(&came, &expected) {
        verdict.add(oracle, &format!("TOO MUCH {}", sentence(&letter)), &letter.licenses);
    }
    for mail in received {
        for fault in mail.faults(door, &round.days_named) {
            verdict.add(oracle, &fault, &mail.letter.licenses);
        }
    }
    verdict
}

fn sentence(letter: &Letter) -> String {
    let Letter { to, kind, step, language, licenses } = letter;
    format!("{kind} {step} to {to} in {language} about {licenses:?}")
}

/// What the first list has more than the second; equal things count one by one.
fn without<T: Ord + Clone>(all: &[T], gone: &[T]) -> Vec<T> {
    let mut counts: BTreeMap<&T, usize> = BTreeMap::new();
    for thing in gone {
        *counts.entry(thing).or_default() += 1;
    }
    let mut left = vec![];
    for thing in all {
        match counts.get_mut(thing) {
            Some(count) if *count > 0 => *count -= 1,
            _ => left.push(thing.clone()),
        }
    }
    left
}

/// What the ticks printed, by name, added up.
pub(crate) fn counts(printed: &[String]) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for out in printed {
        let printed: Value = serde_json::from_str(out.trim()).expect("tick prints one JSON object");
        for (name, value) in printed.as_object().expect("tick prints an object") {
            *counts.entry(name.clone()).or_default() += value.as_u64().unwrap_or_default();
        }
    }
    counts
}

/// The printed counts of what went out and what was deleted.
pub(crate) fn same_counts(oracle: &Oracle, round: &Round, counted: &BTreeMap<String, u64>) -> Verdict {
    let accepted: usize = round.letters.iter().map(|letter| letter.licenses.len()).sum();
    let mut verdict = Verdict::default();
    for (name, expected) in [("accepted", accepted), ("deleted", round.deleted.len())] {
        let printed = counted.get(name).copied();
        if printed != u64::try_from(expected).ok() {
            let names = round.deleted.iter().cloned().collect();
            verdict.add(
                oracle,
                &format!("{name} is {printed:?}, expected {expected}; deleted: {names:?}"),
                &names,
            );
        }
    }
    verdict
}

/// A row of the list as it is compared: license, kind, step, day (of dated ones), state.
type Line = (String, String, String, String, String);

/// Each notice of the oracle is in the list with its state, and no other is; each accepted one has its message.
pub(crate) fn notices(oracle: &Oracle, listed: &[Value], mailbox: &Mailbox<'_>, door: &Door) -> Verdict {
    let lines: Vec<Line> = listed.iter().map(|value| listed_line(value, door)).collect();
    let certain: Vec<Line> = oracle.notices().iter().filter(|one| one.is_certain()).map(line).collect();
    let optional: Vec<Line> = oracle.notices().iter().filter(|one| !one.is_certain()).map(line).collect();
    let mut verdict = Verdict::default();
    for line in without(&certain, &lines) {
        verdict.add(oracle, &format!("NOT LISTED {line:?}"), &BTreeSet::from([line.0]));
    }
    for line in without(&without(&lines, &certain), &optional) {
        verdict.add(oracle, &format!("LISTED TOO MUCH {line:?}"), &BTreeSet::from([line.0]));
    }
    for value in listed {
        if let Some(fault) = fault_of_row(value, oracle, mailbox, door) {
            verdict.add(oracle, &format!("{fault}: {value}"), &BTreeSet::from([listed_line(value, door).0]));
        }
    }
    verdict
}

fn line(notice: &Notice) -> Line {
    let step = notice.step.map(step_word).unwrap_or_default();
    let day = notice.due_on.map(|day| day.to_string()).unwrap_or_default();
    (notice.license.clone(), notice.kind.to_owned(), step, day, notice.fate.state().to_owned())
}

/// The field's text; empty for `null`.
fn field(value: &Value, name: &str) -> String {
    match &value[name] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn listed_line(value: &Value, door: &Door) -> Line {
    let step = field(value, "step");
    let day = if step.is_empty() { String::new() } else { field(value, "due_on") };
    (door.name(&field(value, "license")), field(value, "kind"), step, day, field(value, "state"))
}

/// An accepted notice has its message, and a canceled one a reason that the rules know.
fn fault_of_row(value: &Value, oracle: &Oracle, mailbox: &Mailbox<'_>, door: &Door) -> Option<String> {
    match field(value, "state").as_str() {
        "accepted" => fault_of_accepted(value, mailbox, door),
        "canceled" => fault_of_canceled(value, oracle, door),
        _ => None,
    }
}

fn fault_of_accepted(value: &Value, mailbox: &Mailbox<'_>, door: &Door) -> Option<String> {
    let (name, kind, step, ..) = listed_line(value, door);
    let message_id = field(value, "message_id");
    let Some(letter) = mailbox.by_message_id.get(message_id.trim_matches(['<', '>'])) else {
        return Some("accepted, but no message has its Message-ID".to_owned());
    };
    let fits = letter.kind == kind
        && letter.step == step
        && letter.licenses.contains(&name)
        && letter.language == field(value, "language")
        && letter.to == mailbox_of(&field(value, "to"));
    (!fits).then(|| format!("accepted, but its message is {}", sentence(letter)))
}

fn fault_of_canceled(value: &Value, oracle: &Oracle, door: &Door) -> Option<String> {
    let (listed, reason) = (listed_line(value, door), field(value, "reason"));
    let words = oracle.notices().iter().find(|one| line(one) == listed).map(Notice::reasons)?;
    let known = words.is_empty() || words.contains(&reason.as_str());
    (reason.is_empty() || !known).then(|| format!("reason {reason:?}, expected one of {words:?}"))
}
