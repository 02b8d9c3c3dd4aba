//! The house is tidy: arrows go one way, each thing lies in its room, and what is written about the tree is true.
//!
//! `arrows` knows who may know whom, `rooms` what lies where, `documents` what ARCHITECTURE.md and its kin say,
//! `references` writes the pages that are made from the program itself, `states` reads the picture of a notice's states.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod arrows;
mod documents;
mod planted;
mod references;
mod rooms;
mod states;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// What is not ours, or not kept.
const ELSEWHERE: [&str; 4] = ["target", "node_modules", "results", "test-results"];

/// The top of the tree; of a copy of it, where the environment names one.
fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).join("../..").canonicalize().unwrap()
}

/// A file of the tree, by its path from the top.
fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every folder and file below `folder`, by its path from the top; folders end in `/`.
fn walk(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}")) {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if entry.file_type().unwrap().is_dir() {
            if !ELSEWHERE.contains(&name.as_str()) && !name.starts_with('.') {
                found.push(format!("{path}/"));
                found.extend(walk(&path));
            }
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every file below `folder` whose name ends in one of `endings`, with its text.
fn texts(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let is_wanted = |path: &String| endings.iter().any(|ending| path.ends_with(ending));
    walk(folder).into_iter().filter(is_wanted).map(|path| (path.clone(), read(&path))).collect()
}

/// Fails with everything that is wrong at once.
#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
