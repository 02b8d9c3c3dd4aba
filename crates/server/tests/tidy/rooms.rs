//! What lies where: SQL and the names of engines, letters and samples, and files of a size to be read.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::Kind;
use tenure_post::letter::samples;

use crate::{none, read, texts, walk};

/// Files outside the seam that name an engine, and why.
const NAME_AN_ENGINE: [(&str, &str); 11] = [
    ("crates/server/src/cli/db.rs", "its help says what `--to` takes"),
    ("crates/server/src/cli/checks.rs", "tells the operator which engine it found"),
    ("crates/server/src/config/mode.rs", "its tests want a folder of their own"),
    ("crates/server/src/config/settings.rs", "says what `store.url` takes"),
    ("crates/server/src/config/settings/tests.rs", "reads `store.url` from a file"),
    ("crates/server/src/config/tenure.toml", "says what `store.url` takes"),
    ("crates/server/src/house.rs", "a file has a lock beside it, a server has none"),
    ("crates/server/src/marks.rs", "its tests want a folder of their own"),
    ("crates/server/src/workers/turn.rs", "a file has a lock beside it, a server has none"),
    ("crates/store/Cargo.toml", "the drivers"),
    ("crates/store/src/lib.rs", "says what the crate is"),
];

/// The longest file of the program, in lines.
const LONGEST_FILE: usize = 450;

/// Letters that are no notices.
const OTHER_LETTERS: [&str; 3] = ["address-confirm", "gathered", "sign-in"];

#[test]
fn sql_stands_in_the_store_only() {
    let is_sql = |line: &str| {
        ["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE "].iter().any(|begin| line.contains(begin))
            || (line.contains("UPDATE ") && line.contains(" SET "))
    };
    let mut wrong = Vec::new();
    for (path, text) in texts("crates", &[".rs"]) {
        let is_free = ["crates/store/", "crates/server/tests/tidy/", "crates/testbed/src/refusing.rs"];
        if !is_free.iter().any(|free| path.starts_with(free)) {
            let found = text.lines().enumerate().filter(|(_, line)| is_sql(line));
            wrong.extend(found.map(|(at, line)| format!("{path}:{}: {}", at + 1, line.trim())));
        }
    }
    none(&wrong);
}

#[test]
fn engines_have_names_under_the_seam_only() {
    let names_one = |text: &str| ["sqlite", "postgres"].iter().any(|name| text.to_lowercase().contains(name));
    let is_ours = |path: &str| {
        (path.contains("/src/") || path.ends_with("Cargo.toml"))
            && !path.starts_with("crates/store/src/db/")
            && !path.starts_with("crates/testbed/")
    };
    let found: BTreeSet<String> = texts("crates", &[".rs", ".toml"])
        .into_iter()
        .filter(|(path, text)| is_ours(path) && names_one(text))
        .map(|(path, _)| path)
        .collect();
    let meant: BTreeMap<&str, &str> = NAME_AN_ENGINE.into();
    let mut wrong: Vec<String> = found
        .iter()
        .filter(|path| !meant.contains_key(path.as_str()))
        .map(|path| format!("{path} names an engine"))
        .collect();
    wrong.extend(
        meant.keys().filter(|path| !found.contains(**path)).map(|path| format!("{path} names none any more")),
    );
    none(&wrong);
}

#[test]
fn every_kind_has_a_sample_and_a_letter_in_every_language() {
    let files: BTreeSet<String> = walk("content/letters").into_iter().collect();
    let language = |path: &String| path.strip_suffix(".md")?.rsplit('/').next().map(str::to_owned);
    let languages: BTreeSet<String> =
        files.iter().filter_map(language).filter(|name| name != "README").collect();
    let spoken: BTreeSet<String> = walk("content/pages")
        .iter()
        .filter_map(|path| path.strip_suffix(".ftl")?.rsplit('/').next().map(str::to_owned))
        .collect();
    assert!(spoken.is_subset(&languages), "who reads a page in a language gets letters in it: {spoken:?}");
    let kinds = Kind::ALL.iter().map(|kind| kind.code()).chain(OTHER_LETTERS);
    let mut wrong: Vec<String> = kinds
        .flat_map(|kind| {
            languages.iter().map(move |language| format!("content/letters/{kind}/{language}.md"))
        })
        .filter(|path| !files.contains(path))
        .map(|path| format!("{path} is missing"))
        .collect();
    wrong.extend(
        Kind::ALL
            .iter()
            .filter(|kind| samples(**kind).is_empty())
            .map(|kind| format!("{kind} has no sample")),
    );
    let is_known = |folder: &str| folder.parse::<Kind>().is_ok() || OTHER_LETTERS.contains(&folder);
    let folders = files.iter().filter_map(|path| path.strip_prefix("content/letters/")?.strip_suffix('/'));
    wrong.extend(
        folders
            .filter(|folder| !is_known(folder))
            .map(|folder| format!("content/letters/{folder} is no kind")),
    );
    none(&wrong);
}

#[test]
fn no_file_of_the_program_is_too_long_to_be_read() {
    let is_long = |(path, text): &(String, String)| {
        path.contains("/src/") && !path.contains("tests") && text.lines().count() > LONGEST_FILE
    };
    let wrong: Vec<String> = texts("crates", &[".rs"])
        .into_iter()
        .filter(is_long)
        .map(|(path, text)| format!("{path} has {} lines", text.lines().count()))
        .collect();
    none(&wrong);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("HA", "CK:")];
    let mut wrong = Vec::new();
    let endings = [".rs", ".md", ".toml", ".sql", ".ts", ".html", ".ftl", ".css"];
    for (path, text) in texts("", &endings) {
        let found = text.lines().enumerate().filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
        wrong.extend(found.map(|(at, line)| format!("{path}:{}: {}", at + 1, line.trim())));
    }
    wrong.extend(
        ["test", ".ci/run"]
            .into_iter()
            .filter(|path| marks.iter().any(|mark| read(path).contains(mark)))
            .map(str::to_owned),
    );
    none(&wrong);
}
