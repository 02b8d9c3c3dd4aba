//! What is written about the tree: every folder has its place on the map, and every link leads somewhere.

use std::path::Path;

use crate::{none, read, root, texts, walk};

/// Folders whose every folder stands on the map.
const MAPPED: [&str; 4] = ["crates", "content", "e2e", "docs"];

#[test]
fn every_folder_stands_on_the_map() {
    let map = read("ARCHITECTURE.md");
    // The folder of a letter, of a page of help or of snapshots belongs to the one above it.
    let is_part = |folder: &str| {
        let is_content =
            ["content/letters/", "content/library/"].iter().any(|above| folder.starts_with(above));
        is_content || folder.ends_with("/snapshots")
    };
    let folders =
        MAPPED.into_iter().flat_map(walk).filter_map(|path| path.strip_suffix('/').map(str::to_owned));
    let wrong: Vec<String> = folders
        .filter(|folder| !is_part(folder) && holds_files(folder) && !map.contains(&format!("`{folder}`")))
        .map(|folder| format!("{folder} is not named in ARCHITECTURE.md"))
        .collect();
    none(&wrong);
}

fn holds_files(folder: &str) -> bool {
    let folder = format!("{folder}/");
    walk(folder.trim_end_matches('/'))
        .iter()
        .any(|path| !path.ends_with('/') && !path[folder.len()..].contains('/'))
}

#[test]
fn what_the_map_names_is_there() {
    let map = read("ARCHITECTURE.md");
    let named = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| MAPPED.iter().any(|room| name.starts_with(&format!("{room}/"))));
    let is_pattern = |name: &&str| name.contains(['<', '*', ' ']);
    let wrong: Vec<String> = named
        .filter(|name| !is_pattern(name) && !root().join(name).exists())
        .map(|name| format!("ARCHITECTURE.md names {name}, which is not there"))
        .collect();
    none(&wrong);
}

#[test]
fn every_relative_link_leads_somewhere() {
    let mut wrong = Vec::new();
    for (path, text) in texts("", &[".md"]) {
        let folder = root().join(Path::new(&path).parent().unwrap());
        for target in links(&text) {
            let file = target.split('#').next().unwrap();
            // Pages of help link to pages of the program: a promise of theirs follows each.
            let is_page = path.starts_with("content/library/") && file.starts_with('/');
            if !file.is_empty() && !is_page && !folder.join(file).exists() {
                wrong.push(format!("{path}: {target} leads nowhere"));
            }
        }
    }
    none(&wrong);
}

/// The targets of `[…](target)` and `src="target"` that are no addresses, templates or code.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_code = false;
    for line in text.lines() {
        is_code ^= line.trim_start().starts_with("```");
        for (begin, end) in [("](", ')'), ("src=\"", '"')] {
            let parts = line.split(begin).skip(1).filter(|_| !is_code);
            found.extend(parts.filter_map(|part| part.split_once(end)).map(|(target, _)| target.to_owned()));
        }
    }
    found.retain(|target| {
        !target.contains("://") && !target.starts_with("mailto:") && !target.contains(['{', '<'])
    });
    found
}

#[test]
fn decisions_are_numbered_without_a_gap_and_say_what_was_given_up() {
    let files = texts("docs/decisions", &[".md"]);
    assert!(!files.is_empty());
    let mut wrong = Vec::new();
    for (at, (path, text)) in files.iter().enumerate() {
        if !path.starts_with(&format!("docs/decisions/{:04}-", at + 1)) {
            wrong.push(format!("{path} is not number {}", at + 1));
        }
        let missing = ["## Question", "## Answer", "## What we gave up"]
            .into_iter()
            .filter(|part| !text.contains(part));
        wrong.extend(missing.map(|part| format!("{path} has no part `{part}`")));
    }
    none(&wrong);
}
