//! What holds for the words of every language: nothing missing, nothing in a foreign tongue, all plurals.

use std::collections::BTreeMap;

use super::{super::words, *};
use crate::pages::{Wishes, choose, texts::Texts};

/// The forms in which a language counts (CLDR's cardinal plural categories), where we know it.
fn plurals(language: &str) -> Option<&'static [&'static str]> {
    match language {
        "en" | "de" => Some(&["one", "other"]),
        "fr" | "es" | "it" => Some(&["one", "many", "other"]),
        "pl" | "cs" | "ru" | "uk" => Some(&["one", "few", "many", "other"]),
        "ja" => Some(&["other"]),
        _ => None,
    }
}

/// The letters beside `a` to `z` that a language is written with, where we know them; and whether `a` to `z` are.
fn alphabet(language: &str) -> Option<(&'static str, bool)> {
    let (own, is_latin) = match language {
        "en" => ("", true),
        "pl" => ("ąćęłńóśźż", true),
        "de" => ("äöüß", true),
        "fr" => ("àâæçéèêëîïôœùûüÿ", true),
        "es" => ("áéíñóúü", true),
        "it" => ("àèéìîòóù", true),
        "cs" => ("áčďéěíňóřšťúůýž", true),
        "ru" => ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", false),
        "uk" => ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", false),
        "ja" => ("", false),
        _ => return None,
    };
    Some((own, is_latin))
}

/// 10:05 on 1 December 2026.
const MOMENT: &str = "2026-12-01T10:05:00+01:00[Europe/Warsaw]";

/// How a language writes that day and that moment.
const DAYS: [(&str, &str, &str); 10] = [
    ("en", "1 December 2026", "1 December 2026, 10:05"),
    ("pl", "1 grudnia 2026", "1 grudnia 2026, 10:05"),
    ("de", "1. Dezember 2026", "1. Dezember 2026, 10:05"),
    ("fr", "1er décembre 2026", "1er décembre 2026 à 10:05"),
    ("es", "1 de diciembre de 2026", "1 de diciembre de 2026, 10:05"),
    ("it", "1 dicembre 2026", "1 dicembre 2026, ore 10:05"),
    ("cs", "1. prosince 2026", "1. prosince 2026, 10:05"),
    ("ru", "1 декабря 2026 года", "1 декабря 2026 года, 10:05"),
    ("uk", "1 грудня 2026 року", "1 грудня 2026 року, 10:05"),
    ("ja", "2026年12月1日", "2026年12月1日 10:05"),
];

/// What every language writes in the same way: names, examples and signs.
const SAME_EVERYWHERE: [&str; 6] =
    ["Tenure", "XXXX-XXXX-XXXX-XXXX", "example.com", ".eml", ".key", "Deutsch"];

/// Latin words that languages with another script write so: the signs of a serial number, e-mail.
const LATIN_EVERYWHERE: [&str; 7] = ["e", "mail", "email", "o", "i", "l", "name"];

/// English words that no other language of ours has.
const ENGLISH: [&str; 43] = [
    "the",
    "you",
    "your",
    "license",
    "licenses",
    "and",
    "letter",
    "letters",
    "until",
    "renew",
    "this",
    "with",
    "from",
    "been",
    "expires",
    "expired",
    "days",
    "valid",
    "holder",
    "key",
    "which",
    "when",
    "because",
    "address",
    "they",
    "there",
    "here",
    "please",
    "of",
    "before",
    "after",
    "sign",
    "once",
    "again",
    "back",
    "sent",
    "left",
    "blocked",
    "deleted",
    "has",
    "have",
    "not",
    "something",
];

/// The texts of a language by their ids, as they stand in its file.
fn texts(language: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut id = String::new();
    for line in content(&format!("{language}.ftl")).lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
        let text = match line.split_once(" =") {
            Some((begun, text)) if begins => {
                begun.clone_into(&mut id);
                text.trim()
            }
            _ => line.trim(),
        };
        let whole = texts.entry(id.clone()).or_insert_with(String::new);
        whole.push_str(text);
        whole.push('\n');
    }
    texts.remove("");
    texts
}

/// The variables of a text; and those of them that only choose a form and are not said.
fn variables(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let named = |rest: &str| rest.split([' ', '}']).next().unwrap_or_default().to_owned();
    let (choosing, said): (Vec<&str>, Vec<&str>) =
        text.split("{ $").skip(1).partition(|rest| rest.split_once(' ').unwrap().1.starts_with("->"));
    let said: BTreeSet<String> = said.into_iter().map(named).collect();
    let all: BTreeSet<String> = choosing.into_iter().map(named).chain(said.iter().cloned()).collect();
    let silent = all.difference(&said).cloned().collect();
    (all, silent)
}

/// The words that a text says, in lower case: without variables, variants' names and what all write alike.
fn said(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for same in SAME_EVERYWHERE {
        text = text.replace(same, " ");
    }
    let variants = ["[one]", "[few]", "[many]", "*[many]", "*[other]"];
    for variant in variants {
        text = text.replace(variant, " ");
    }
    let pieces = text.split('$').enumerate().map(|(number, piece)| match number {
        0 => piece,
        _ => piece.trim_start_matches(|sign: char| sign.is_alphanumeric()),
    });
    let text: String = pieces.collect();
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !word.contains(|sign: char| sign.is_numeric())).map(str::to_lowercase).collect()
}

/// All languages but English, with their texts.
fn others() -> Vec<(String, BTreeMap<String, String>)> {
    let pages = Pages::embedded().unwrap();
    let others = pages.languages().into_iter().filter(|language| *language != "en");
    others.map(|language| (language.to_owned(), texts(language))).collect()
}

#[test]
fn every_language_says_what_english_says() {
    let english = texts("en");
    for (language, texts) in others() {
        let missing: Vec<_> = english.keys().filter(|id| !texts.contains_key(*id)).collect();
        let superfluous: Vec<_> = texts.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{language}.ftl lacks {missing:?}");
        assert!(superfluous.is_empty(), "{language}.ftl has {superfluous:?}, which en.ftl has not");
    }
}

#[test]
fn every_language_tells_the_same_facts() {
    let english = texts("en");
    for (language, texts) in others() {
        for (id, text) in texts {
            let ((all, silent), (told, _)) = (variables(&english[&id]), variables(&text));
            let foreign: Vec<_> = told.difference(&all).collect();
            let forgotten: Vec<_> =
                all.difference(&told).filter(|variable| !silent.contains(*variable)).collect();
            assert!(foreign.is_empty(), "{language}.ftl: `{id}` has no {foreign:?}");
            assert!(forgotten.is_empty(), "{language}.ftl: `{id}` forgets {forgotten:?}");
        }
    }
}

#[test]
fn no_english_stands_in_other_languages() {
    let english = texts("en");
    for (language, texts) in others() {
        for (id, text) in texts {
            let words = said(&text);
            let mixed: Vec<_> = words.iter().filter(|word| ENGLISH.contains(&word.as_str())).collect();
            assert!(mixed.is_empty(), "{language}.ftl: `{id}` mixes languages: {mixed:?}");
            assert!(words.len() < 3 || words != said(&english[&id]), "{language}.ftl: `{id}` is English");
        }
    }
}

#[test]
fn words_are_written_in_the_letters_of_their_language() {
    let is_japanese =
        |sign: char| matches!(sign, '\u{3005}' | '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    for (language, texts) in others() {
        let Some((own, is_latin)) = alphabet(&language) else { continue };
        let fits = |sign: char| match language.as_str() {
            "ja" => is_japanese(sign),
            _ => own.contains(sign) || (is_latin && sign.is_ascii_lowercase()),
        };
        for (id, text) in texts {
            for word in said(&text) {
                let is_own = word.chars().all(fits) || LATIN_EVERYWHERE.contains(&word.as_str());
                assert!(is_own, "{language}.ftl: `{id}` says `{word}`");
            }
        }
    }
}

#[test]
fn no_language_shouts_or_takes_a_typewriters_signs() {
    for language in Pages::embedded().unwrap().languages() {
        for (id, text) in texts(language) {
            for sign in ["!", "！", "'", "\"", "..", "  "] {
                assert!(!text.contains(sign), "{language}.ftl: `{id}` has `{sign}`");
            }
            if language == "fr" {
                for sign in [" :", " ;", " ?", " »", "« "] {
                    assert!(!text.contains(sign), "{language}.ftl: `{id}` may break at `{sign}`");
                }
            }
        }
    }
}

/// The variants of each choice in a text.
fn choices(text: &str) -> Vec<Vec<String>> {
    let variants = |choice: &str| {
        let lines = choice.lines().skip(1).take_while(|line| line.starts_with(['[', '*']));
        lines
            .filter_map(|line| Some(line.split_once(']')?.0.trim_start_matches(['*', '[']).to_owned()))
            .collect()
    };
    text.split("->").skip(1).map(variants).collect()
}

#[test]
fn every_plural_says_all_forms_of_its_language() {
    for language in Pages::embedded().unwrap().languages() {
        let Some(forms) = plurals(language) else { continue };
        for (id, text) in texts(language) {
            for choice in choices(&text).iter().filter(|choice| choice.iter().any(|form| form == "other")) {
                let said: BTreeSet<&str> =
                    choice.iter().map(String::as_str).filter(|form| form.parse::<u32>().is_err()).collect();
                assert_eq!(said, forms.iter().copied().collect(), "{language}.ftl: `{id}`");
            }
        }
    }
}

#[test]
fn days_are_written_as_the_language_writes_them() {
    for language in Pages::embedded().unwrap().languages() {
        let texts = Texts::parse(language, &content(&format!("{language}.ftl"))).unwrap();
        let (day, moment) = (words::day(&texts, "2026-12-01"), words::moment(&texts, MOMENT));
        let told = (language, &*day.unwrap(), &*moment.unwrap());
        assert!(DAYS.contains(&told) || !DAYS.iter().any(|(known, ..)| *known == language), "{told:?}");
        let months: BTreeSet<String> =
            (1..=12).map(|month| words::day(&texts, &format!("2026-{month:02}-15")).unwrap()).collect();
        let weekdays: BTreeSet<String> =
            (1..=7).map(|day| words::weekday(&texts, &format!("2026-06-{day:02}")).unwrap()).collect();
        assert_eq!((months.len(), weekdays.len()), (12, 7), "{language}");
    }
}

#[test]
fn a_browser_gets_the_pages_of_its_language() {
    let pages = Pages::embedded().unwrap();
    let offered = pages.languages();
    for language in &offered {
        for accept in [
            (*language).to_owned(),
            format!("{language}-XX,{language};q=0.9,en;q=0.2"),
            format!("pt-BR;q=0.9,{};q=0.5", language.to_uppercase()),
        ] {
            let wishes = Wishes { accept: Some(&accept), ..Wishes::default() };
            assert_eq!(choose(wishes, &offered, "en"), *language, "{accept}");
        }
    }
}

#[test]
fn every_page_names_its_language_and_leads_to_the_others() {
    let pages = Pages::embedded().unwrap();
    for language in pages.languages() {
        let page = pages.render(language, &samples::site(), &Home { signed_in: false }).unwrap();
        assert!(page.contains(&format!("<html lang=\"{language}\"")), "{language}");
        for other in pages.languages() {
            let name = pages.text(other, "language-name", &[]).unwrap();
            let link = format!("<a href=\"?lang={other}\" lang=\"{other}\" hreflang=\"{other}\"");
            assert_eq!(page.matches(&link).count(), 1, "{language}: {other}");
            assert!(page.contains(&format!(">{name}</a>")), "{language}: {name}");
        }
    }
}
