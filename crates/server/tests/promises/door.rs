//! The program as an operator meets it: the real binary in a folder of its own, with the clock set by `--at`.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::Value;
use tenure_testbed::{engines::Place, smtp::Server};

/// One installation in a folder for temporary files; both are gone when this value is.
pub(crate) struct Door {
    place: Place,
    variables: Vec<(String, String)>,
}

/// What a command said and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Door {
    /// `tenure init` at the first of November 2026, with its database in the same folder.
    pub(crate) fn open() -> Self {
        Self::begin(vec![])
    }

    /// The same, with its database at `url` and its mail to `relay`.
    pub(crate) fn with(url: &str, relay: &Server) -> Self {
        Self::begin(vec![variable("STORE__URL", url), variable("MAIL__RELAY", &relay.url())])
    }

    /// A copy of the whole folder elsewhere, with the same variables.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self { place: Place::sqlite(), variables: self.variables.clone() };
        let done = Command::new("cp").arg("-a").arg(self.file(".")).arg(copy.folder()).status().unwrap();
        assert!(done.success());
        copy
    }

    fn begin(variables: Vec<(String, String)>) -> Self {
        let door = Self { place: Place::sqlite(), variables };
        door.at(INIT).done(&["init", "."]);
        door
    }

    /// Overrides a setting by the environment, such as `MAIL__RELAY`.
    pub(crate) fn set(&mut self, setting: &str, value: &str) {
        self.variables.push(variable(setting, value));
    }

    /// Overrides it no longer.
    pub(crate) fn unset(&mut self, setting: &str) {
        self.variables.retain(|(name, _)| *name != format!("TENURE__{setting}"));
    }

    /// The folder of the installation.
    pub(crate) fn folder(&self) -> &Path {
        match &self.place {
            Place::Folder(folder) => folder,
            Place::Database(_) => unreachable!("the files lie in a folder"),
        }
    }

    /// A file of the installation.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Writes a file of the installation.
    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).unwrap();
    }

    /// Changes words in a file of the installation.
    pub(crate) fn edit(&self, name: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.file(name)).unwrap();
        assert!(text.contains(old), "{name} has no {old:?}");
        self.write(name, &text.replacen(old, new, 1));
    }

    /// Commands at an instant: `2026-12-01T10:00` in UTC.
    pub(crate) fn at<'a>(&'a self, time: &'a str) -> At<'a> {
        At { door: self, time: Some(time) }
    }

    /// Commands without `--at`.
    pub(crate) fn now(&self) -> At<'_> {
        At { door: self, time: None }
    }

    /// A command to be started.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tenure"));
        command.current_dir(self.folder()).env("NO_COLOR", "1");
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// When installations begin.
pub(crate) const INIT: &str = "2026-11-01T08:00";

fn variable(setting: &str, value: &str) -> (String, String) {
    (format!("TENURE__{setting}"), value.to_owned())
}

/// An installation at an instant.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    door: &'a Door,
    time: Option<&'a str>,
}

impl At<'_> {
    /// Starts a command.
    pub(crate) fn start(self, arguments: &[&str]) -> Child {
        let mut command = self.door.command();
        command.args(self.time.iter().flat_map(|time| ["--at", time])).args(arguments);
        command.spawn().unwrap()
    }

    /// Starts a command with variables of its own.
    pub(crate) fn start_with(self, variables: &[(&str, &str)], arguments: &[&str]) -> Child {
        let mut command = self.door.command();
        command.envs(variables.iter().copied());
        command.args(self.time.iter().flat_map(|time| ["--at", time])).args(arguments);
        command.spawn().unwrap()
    }

    /// Runs a command to its end.
    pub(crate) fn run(self, arguments: &[&str]) -> Said {
        end_of(self.start(arguments))
    }

    /// Runs a command at a terminal where somebody answers.
    pub(crate) fn asked(self, answer: &str, arguments: &[&str]) -> Said {
        let own = self.door.command();
        let line = [&[env!("CARGO_BIN_EXE_tenure")], arguments].concat().join(" ");
        let mut terminal = Command::new("script");
        terminal.args(["-qec", &line, "/dev/null"]).current_dir(self.door.folder());
        terminal.envs(own.get_envs().filter_map(|(name, value)| Some((name, value?))));
        terminal.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = terminal.spawn().unwrap();
        child.stdin.take().unwrap().write_all(format!("{answer}\n").as_bytes()).unwrap();
        end_of(child)
    }

    /// Runs a command that must succeed: what it printed.
    pub(crate) fn done(self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.status, Some(0), "tenure {}\n{}\n{}", arguments.join(" "), said.out, said.err);
        said.out.trim_end().to_owned()
    }

    /// Runs a command that must be refused with a code, and prints the same for programs.
    pub(crate) fn refused(self, code: &str, arguments: &[&str]) -> String {
        let said = self.run(&[&["--json"], arguments].concat());
        assert_eq!(said.status, Some(1), "tenure {}\n{}\n{}", arguments.join(" "), said.out, said.err);
        assert!(
            said.err.starts_with("refused: ") && said.err.trim_end().ends_with(&format!("[{code}]")),
            "{}",
            said.err
        );
        assert_eq!(object(&said.out)["code"], code, "{}", said.out);
        said.err
    }

    /// Runs a command that must fail with a fault or a usage error: what it said of it.
    pub(crate) fn wrong(self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert!(
            said.status.is_some_and(|status| status != 0),
            "tenure {} succeeded\n{}",
            arguments.join(" "),
            said.out
        );
        said.err
    }

    /// Runs a command with `--json`: each line.
    pub(crate) fn lines(self, arguments: &[&str]) -> Vec<Value> {
        self.done(&[&["--json"], arguments].concat()).lines().map(object).collect()
    }

    /// Runs a command with `--json`: its one object.
    pub(crate) fn one(self, arguments: &[&str]) -> Value {
        let mut lines = self.lines(arguments);
        assert_eq!(lines.len(), 1, "tenure {}: {lines:?}", arguments.join(" "));
        lines.remove(0)
    }

    /// One full round: what it did, without the counts that are 0.
    pub(crate) fn tick(self) -> String {
        counts(&self.one(&["tick"]))
    }

    /// Imports rows given with their header.
    pub(crate) fn import(self, csv: &str) {
        self.door.write("rows.csv", csv);
        self.done(&["import", "rows.csv"]);
    }

    /// The notices of a kind, by the vendor's name for their license.
    pub(crate) fn notices(self, kind: &str) -> Vec<Value> {
        let mut found = self.lines(&["notice", "list", "--kind", kind]);
        found.sort_by_key(|notice| notice["external_id"].to_string());
        found
    }

    /// The only notice of a kind, with its attempts.
    pub(crate) fn notice(self, kind: &str) -> Value {
        let found = self.notices(kind);
        assert_eq!(found.len(), 1, "{found:?}");
        self.one(&["notice", "show", text(&found[0], "id")])
    }
}

/// Waits for the end of a command.
pub(crate) fn end_of(child: Child) -> Said {
    let output = child.wait_with_output().unwrap();
    Said {
        status: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The counts of a round that are not 0: `planned 1, accepted 1`.
pub(crate) fn counts(object: &Value) -> String {
    const NAMES: [&str; 8] =
        ["planned", "accepted", "deferred", "failed", "canceled", "superseded", "late", "deleted"];
    assert_eq!(object.as_object().map(serde_json::Map::len), Some(NAMES.len()), "{object}");
    let told =
        NAMES.iter().filter(|name| object[**name] != 0).map(|name| format!("{name} {}", object[*name]));
    told.collect::<Vec<_>>().join(", ")
}

/// A line of JSON.
pub(crate) fn object(line: &str) -> Value {
    serde_json::from_str(line.trim()).unwrap_or_else(|error| panic!("{error}: {line}"))
}

/// A text in an object.
pub(crate) fn text<'a>(object: &'a Value, name: &str) -> &'a str {
    object[name].as_str().unwrap_or_else(|| panic!("no text `{name}` in {object}"))
}

/// Licenses of homes that expire on 31 December 2026, each of a holder of its own: `c-1` of `c-1@example.com`.
pub(crate) fn homes(count: usize) -> String {
    let row = |number| {
        format!(
            "c-{number},AAAA-BBBB-CCCC-{number:04},antivirus,c-{number}@example.com,2026-01-01,2026-12-31\n"
        )
    };
    let rows: String = (1..=count).map(row).collect();
    format!("external_id,serial,product,email,registered_on,expires_on\n{rows}")
}
