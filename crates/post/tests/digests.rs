//! Digests: one letter that tells of many licenses.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use tenure_domain::Kind;
use tenure_post::letter::{Facts, Wordings, Words, render, samples};

/// Languages that the program speaks.
const LANGUAGES: [&str; 2] = ["en", "pl"];

/// The program's own texts.
static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| Wordings::embedded().unwrap());

/// A digest's sample in one language, with something about the facts changed.
fn digest(kind: Kind, sample: &str, language: &str, change: impl Fn(&mut Facts)) -> (Facts, Words) {
    let (_, mut facts) = samples(kind).into_iter().find(|(name, _)| *name == sample).unwrap();
    change(&mut facts);
    let words = render(&facts, WORDINGS.find(kind, language).unwrap()).unwrap();
    (facts, words)
}

#[test]
fn a_digest_names_each_listed_license_once_and_tells_how_many_there_are() {
    for kind in [Kind::RenewalReminder, Kind::BlockedLicenseDeletion] {
        for (sample, language) in ["digest", "digest-many"].iter().flat_map(|s| LANGUAGES.map(|l| (s, l))) {
            let (facts, words) = digest(kind, sample, language, |_| {});
            assert_eq!(facts.listed.len(), facts.listed_total.min(100) as usize, "{kind} {sample}");
            for part in [&words.text, &words.html, &words.portal_html] {
                for listed in &facts.listed {
                    assert_eq!(part.matches(&listed.serial).count(), 1, "{kind} {sample} {}", listed.serial);
                }
                assert!(
                    !part.contains(&facts.serial),
                    "{kind} {sample}: the serial number of no listed license"
                );
            }
            let total = facts.listed_total.to_string();
            assert!(words.subject.contains(&total), "{kind} {sample}: {}", words.subject);
            assert!(words.text.lines().next().unwrap().contains(&total), "{kind} {sample}: {}", words.text);
            let more = if language == "pl" { "I jeszcze 300: zobacz" } else { "And 300 more: see" };
            assert_eq!(words.text.contains(more), *sample == "digest-many", "{kind} {language}");
        }
    }
}

#[test]
fn digests_speak_of_the_day_before_it_on_it_and_after_it() {
    let day = jiff::civil::date;
    for (step, days, english, polish) in [
        ("-30", [20, 20], "4 licenses expire on 20 December 2026", "4 licencje wygasają 20 grudnia 2026"),
        (
            "-30",
            [20, 22],
            "4 licenses expire soon, the first on 20 December",
            "4 licencje wygasają wkrótce, pierwsza 20 grudnia",
        ),
        (
            "0",
            [22, 22],
            "4 licenses expire today, 22 December 2026",
            "4 licencje wygasają dziś, 22 grudnia 2026",
        ),
        ("0", [21, 21], "4 licenses expired on 21 December 2026", "4 licencje wygasły 21 grudnia 2026"),
        ("0", [21, 22], "4 licenses have expired or expire today", "4 licencje wygasły lub wygasają dziś"),
        ("+20", [2, 2], "4 licenses expired on 2 December 2026", "4 licencje wygasły 2 grudnia 2026"),
        (
            "+20",
            [1, 2],
            "4 licenses expired, the first on 1 December",
            "4 licencje wygasły, pierwsza 1 grudnia",
        ),
    ] {
        let late = |facts: &mut Facts| {
            (facts.step, facts.today) = (step.to_owned(), day(2026, 12, 22));
            for (listed, day_of_month) in facts.listed.iter_mut().zip([days[0], days[1], days[1], days[1]]) {
                listed.expires_on = Some(day(2026, 12, day_of_month));
            }
        };
        for (language, subject) in [("en", english), ("pl", polish)] {
            let (_, words) = digest(Kind::RenewalReminder, "digest", language, late);
            assert_eq!(words.subject, subject, "{step} {days:?}");
        }
    }
}

#[test]
fn polish_digests_count_as_polish_does() {
    for (total, reminder, deletion) in [
        (4, "4 licencje wygasły", "4 stare licencje zostaną usunięte"),
        (5, "5 licencji wygasło", "5 starych licencji zostanie usuniętych"),
        (12, "12 licencji wygasło", "12 starych licencji zostanie usuniętych"),
        (22, "22 licencje wygasły", "22 stare licencje zostaną usunięte"),
        (25, "25 licencji wygasło", "25 starych licencji zostanie usuniętych"),
        (101, "101 licencji wygasło", "101 starych licencji zostanie usuniętych"),
        (112, "112 licencji wygasło", "112 starych licencji zostanie usuniętych"),
    ] {
        for (kind, said) in [(Kind::RenewalReminder, reminder), (Kind::BlockedLicenseDeletion, deletion)] {
            let (_, words) = digest(kind, "digest-many", "pl", |facts| {
                facts.listed.truncate(total as usize);
                facts.listed_total = total;
            });
            assert_eq!(words.text.lines().next().unwrap(), said);
        }
    }
}

#[test]
fn facts_that_were_kept_before_there_were_digests_are_still_read() {
    let (_, facts) = samples(Kind::RenewalReminder).remove(0);
    let mut kept = serde_json::to_value(&facts).unwrap();
    let fields = kept.as_object_mut().unwrap();
    assert!(fields.remove("listed").is_some() && fields.remove("listed_total").is_some());
    assert_eq!(serde_json::from_value::<Facts>(kept).unwrap(), facts);
}
