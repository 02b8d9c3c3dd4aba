//! An installation of its own for each test, and the operator at it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

pub(crate) const NOW: &str = "2026-12-01T10:00:00Z";

/// An installation in a folder of its own, and an operator at it.
pub(crate) struct Desk {
    pub(crate) folder: PathBuf,
}

pub(crate) struct Said {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bad-input-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        let desk = Self { folder };
        let made = desk.command(&["--at", NOW, "init", "."]);
        assert_eq!(made.status, Some(0), "{}{}", made.out, made.err);
        desk
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tenure"));
        let output = command.current_dir(&self.folder).args(arguments).output().expect("the binary starts");
        Said {
            status: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.command(&[&["--at", NOW], arguments].concat())
    }

    /// Replaces a text in the first line that has it and is no comment; gives the number of the line.
    pub(crate) fn edit(&self, file: &str, old: &str, new: &str) -> usize {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).expect("init wrote the file");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let has = |line: &String| !line.starts_with('#') && line.contains(old);
        let index = lines.iter().position(has).unwrap_or_else(|| panic!("{file} has no {old:?}:\n{text}"));
        lines[index] = lines[index].replacen(old, new, 1);
        fs::write(&path, lines.join("\n") + "\n").expect("the file can be written");
        index + 1
    }

    /// Adds text at the end of a file and gives the number of its first line.
    pub(crate) fn append(&self, file: &str, new: &str) -> usize {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).expect("init wrote the file");
        fs::write(&path, format!("{text}{new}")).expect("the file can be written");
        text.lines().count() + 1
    }

    /// Writes `customers.csv` and imports it.
    pub(crate) fn import(&self, content: impl AsRef<[u8]>, options: &[&str]) -> Said {
        fs::write(self.folder.join("customers.csv"), content).expect("the file can be written");
        self.run(&[&["import", "customers.csv"], options].concat())
    }

    /// `line`, `column` and `reason` of each rejected row.
    pub(crate) fn rejected(&self) -> Vec<(String, String, String)> {
        let path = self.folder.join("customers.rejected.csv");
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).expect("the rejected rows");
        let headers = reader.headers().expect("a header").clone();
        let at = |name: &str| headers.iter().position(|header| header == name).expect("the header names it");
        let (line, column, reason) = (at("line"), at("column"), at("reason"));
        let row = |record: csv::ByteRecord| {
            let text = |index: usize| String::from_utf8_lossy(&record[index]).into_owned();
            (text(line), text(column), text(reason))
        };
        reader.byte_records().map(|record| row(record.expect("a rejected row can be read"))).collect()
    }

    pub(crate) fn lines(&self, arguments: &[&str]) -> Vec<Value> {
        let said = self.run(&[&["--json"], arguments].concat());
        assert_eq!(said.status, Some(0), "{arguments:?}: {}", said.err);
        said.out.lines().map(|line| serde_json::from_str(line).expect("a JSON object per line")).collect()
    }

    pub(crate) fn external_ids(&self) -> Vec<String> {
        let licenses = self.lines(&["license", "list"]);
        let mut ids: Vec<String> = licenses
            .iter()
            .map(|license| license["external_id"].as_str().unwrap_or_default().to_owned())
            .collect();
        ids.sort();
        ids
    }
}

impl Said {
    /// Whether the error says `:12` or `line 12`.
    pub(crate) fn names_line(&self, line: usize) -> bool {
        let ends = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_digit());
        let said =
            |place: String| self.err.match_indices(&place).any(|(at, _)| ends(&self.err[at + place.len()..]));
        said(format!(":{line}")) || said(format!("line {line}"))
    }

    /// Refused, at this file and line, in words that contain all of these.
    #[track_caller]
    pub(crate) fn refuses(&self, file: &str, line: usize, words: &[&str]) {
        assert!(!matches!(self.status, Some(0 | 101) | None), "status {:?}: {}", self.status, self.err);
        assert!(self.err.contains(file), "names {file}: {}", self.err);
        assert!(self.names_line(line), "names line {line}: {}", self.err);
        for word in words {
            assert!(self.err.contains(word), "says {word:?}: {}", self.err);
        }
    }
}
