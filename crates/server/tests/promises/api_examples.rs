//! The examples of docs/api.md and of the README are run as they stand there.

use std::{env, fs, path::Path, process::Command};

use tenure_testbed::{engines::Place, smtp::Server};

use crate::{
    api::{NOW, web},
    door::{object, text},
};

/// The shell commands of a page that speak to the API.
fn examples(page: &str) -> String {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(page)).unwrap();
    let blocks = page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks
        .filter(|block| block.contains("curl") || block.contains("token create"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Runs the examples of a page against a sandbox: what they printed.
fn run(page: &str) -> String {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site) = web(&place.url(), &server, 1);
    // The examples name an installation at the usual port, and the time is today's.
    let script = examples(page)
        .replace("http://127.0.0.1:8080", &site.address())
        .replace("tenure --config my-vendor/tenure.toml", &format!("tenure --at {NOW}"))
        .replace("tenure token", &format!("tenure --at {NOW} token"));
    assert!(script.contains("curl"), "{page} has no examples");
    let program = Path::new(env!("CARGO_BIN_EXE_tenure")).parent().unwrap();
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap());
    let mut command = Command::new("sh");
    command.args(["-euc", &script]).env("PATH", path).current_dir(door.folder());
    command.envs(door.command().get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{script}\n{said}\n{}", String::from_utf8_lossy(&output.stderr));
    said
}

#[test]
fn the_examples_of_the_page_of_the_api_work() {
    let said = run("docs/api.md");
    let answers: Vec<_> = said.lines().filter(|line| line.starts_with('{')).map(object).collect();
    assert!(answers.len() >= 6, "{said}");
    assert!(!answers.iter().any(|answer| answer.get("code").is_some()), "{said}");
    assert_eq!(text(&answers[0], "state"), "unregistered", "{said}");
}

#[test]
fn the_example_of_the_readme_works() {
    let said = run("README.md");
    let issued = object(said.lines().last().unwrap());
    assert_eq!((text(&issued, "product"), text(&issued, "state")), ("antivirus", "unregistered"));
}
