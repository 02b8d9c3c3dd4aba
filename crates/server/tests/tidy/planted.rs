//! The planted bugs: each still fits the tree, and names a test that exists. `./test planted` plants them.

use std::process::Command;

use crate::{none, root, texts};

/// Where they lie.
const FOLDER: &str = "crates/server/tests/planted";

/// A line of a patch's head.
fn head<'a>(patch: &'a str, name: &str) -> &'a str {
    let head = patch.split("\n---").next().unwrap_or_default();
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or_default()
}

/// The packages of our workspace lie in folders of other names.
fn folder_of(package: &str) -> String {
    let name = package.strip_prefix("tenure-").unwrap_or("server");
    format!("crates/{name}")
}

#[test]
fn every_planted_bug_still_fits() {
    let mut wrong = Vec::new();
    for (path, _) in texts(FOLDER, &[".patch"]) {
        let said = Command::new("git").args(["apply", "--check"]).arg(&path).current_dir(root()).output();
        let said = said.unwrap();
        if !said.status.success() {
            wrong.push(format!("{path}: {}", String::from_utf8_lossy(&said.stderr).trim()));
        }
    }
    none(&wrong);
}

#[test]
fn every_planted_bug_says_what_it_is_and_names_a_test_that_exists() {
    let patches = texts(FOLDER, &[".patch"]);
    assert!(patches.len() >= 12, "only {} bugs are planted", patches.len());
    let mut wrong = Vec::new();
    for (path, patch) in patches {
        let words: Vec<&str> = head(&patch, "test").split(' ').collect();
        let [flag, package, .., test] = words[..] else {
            wrong.push(format!("{path}: no test"));
            continue;
        };
        let declared = format!("fn {}(", test.rsplit("::").next().unwrap_or_default());
        let exists = texts(&folder_of(package), &[".rs"]).iter().any(|(_, text)| text.contains(&declared));
        if flag != "-p" || !exists || head(&patch, "bug").is_empty() {
            wrong.push(format!("{path}: `{}`", words.join(" ")));
        }
    }
    none(&wrong);
}
