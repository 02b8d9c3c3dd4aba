//! The program's door: the real binary, run as an operator would, with the clock set by `--at`.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    thread,
};

use jiff::Timestamp;
use serde_json::Value;

use crate::{
    oracle::Vendor,
    story::{Act, Answer, Name, Row},
};

/// What a command said and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A command that is running.
struct Started(Child);

impl Started {
    /// Waits for its end.
    fn said(self) -> Said {
        let output = self.0.wait_with_output().expect("the binary ends");
        Said {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Said {
    /// The same, if it succeeded.
    fn demanded(self, now: Timestamp, what: &str) -> Self {
        assert_eq!(self.status, Some(0), "at {now}: tenure {what}\n{}\n{}", self.out, self.err);
        self
    }

    /// Whether it ended as the rules want.
    pub(crate) fn is(&self, answer: Answer) -> bool {
        let no_match = self.out.contains("no_match") || self.err.contains("no_match");
        match answer {
            Answer::Done => self.status == Some(0),
            Answer::NoMatch => self.status != Some(0) && no_match,
            Answer::Refused => self.status != Some(0) && !no_match,
            Answer::Untested => true,
        }
    }

    /// The first word that begins so, without what stands around words in prose and JSON.
    fn word(&self, fits: impl Fn(&str) -> bool) -> Option<String> {
        let inside = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
        self.out.split(|letter| !inside(letter)).find(|word| fits(word)).map(str::to_owned)
    }
}

/// One installation; its folder is gone with it, unless the test failed.
pub(crate) struct Door {
    folder: PathBuf,
    environment: Vec<(&'static str, String)>,
    /// The serial number of each license.
    serials: BTreeMap<Name, String>,
    /// What the test calls the license with this public id.
    names: BTreeMap<String, Name>,
    files: usize,
}

impl Drop for Door {
    fn drop(&mut self) {
        if !thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

impl Door {
    /// `tenure init` in an empty folder.
    pub(crate) fn open(
        name: &str,
        vendor: Vendor,
        relay: String,
        store: Option<String>,
        now: Timestamp,
    ) -> Self {
        let folder = env::temp_dir().join(format!("tenure-programme-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        let mut environment = vec![
            ("TENURE__VENDOR__LANGUAGE", vendor.language.to_owned()),
            ("TENURE__VENDOR__TIME_ZONE", vendor.time_zone.to_owned()),
            ("TENURE__MAIL__RELAY", relay),
            // The oracle counts letters; how they share mails is looked at by a test of its own (promises/gathering).
            ("TENURE__MAIL__MOST_A_DAY", "1000".to_owned()),
            ("TENURE__MODE", "sandbox".to_owned()),
        ];
        environment.extend(store.map(|url| ("TENURE__STORE__URL", url)));
        let door = Self { folder, environment, serials: BTreeMap::new(), names: BTreeMap::new(), files: 0 };
        door.demand(now, &["init", "there"]);
        door.edit_schedule("10:00", &vendor.sending_hour.strftime("%H:%M").to_string());
        door
    }

    /// Runs a command at the instant.
    pub(crate) fn run(&self, now: Timestamp, arguments: &[&str]) -> Said {
        self.start(now, arguments).said()
    }

    /// Starts a command at the instant.
    fn start(&self, now: Timestamp, arguments: &[&str]) -> Started {
        let now = now.to_string();
        let mut command = Command::new(env!("CARGO_BIN_EXE_tenure"));
        command.current_dir(&self.folder).envs(self.environment.iter().map(|(name, value)| (name, value)));
        if arguments.first() != Some(&"init") {
            command.args(["--config", "there/tenure.toml"]);
        }
        command.args(["--at", &now]).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        Started(command.spawn().expect("the binary starts"))
    }

    /// A full round on so many machines at once; gives what each of them counted.
    pub(crate) fn tick(&self, now: Timestamp, machines: usize) -> Vec<String> {
        let started: Vec<Started> = (0..machines).map(|_| self.start(now, &["--json", "tick"])).collect();
        started.into_iter().map(|tick| tick.said().demanded(now, "tick").out).collect()
    }

    /// Runs a command that must succeed.
    pub(crate) fn demand(&self, now: Timestamp, arguments: &[&str]) -> Said {
        self.run(now, arguments).demanded(now, &arguments.join(" "))
    }

    /// Does the act.
    pub(crate) fn act(&mut self, act: &Act, now: Timestamp) -> Said {
        match act {
            Act::Import(rows) => self.import(rows, &[], now),
            Act::Correct(rows) => self.import(rows, &["--update"], now),
            Act::Register { license, email, language, time_zone } => {
                let mut arguments =
                    vec!["license", "register", "--serial", self.serial(license), "--email", email];
                arguments.extend(optional("--language", language));
                arguments.extend(optional("--time-zone", time_zone));
                self.run(now, &arguments)
            }
            Act::Renew { license, previous, email } => self.replace("renew", license, previous, email, now),
            Act::Expand { license, previous, email } => self.replace("expand", license, previous, email, now),
            Act::Block(name) => self.run(now, &["license", "block", self.handle(name), "--reason", "other"]),
            Act::Lift(name) => self.run(now, &["license", "lift", self.handle(name)]),
            Act::Issue { license, product, email, months, offer } => {
                let months = months.to_string();
                let mut arguments =
                    vec!["--json", "license", "issue", "--product", product.code, "--months", &months];
                arguments.extend(["--offer", offer.word()]);
                arguments.extend(optional("--email", email));
                let said = self.demand(now, &arguments);
                self.remember_issued(license, said, now)
            }
            Act::AddStep(days) => {
                let before = "[\"30 days before expiry\",";
                self.edit_schedule(before, &format!("{before} \"{} days before expiry\",", -days));
                self.run(now, &["schedule", "check"])
            }
        }
    }

    /// The test's name for a public id.
    pub(crate) fn name(&self, id: &str) -> Name {
        self.names.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    pub(crate) fn serials(&self) -> impl Iterator<Item = &String> {
        self.serials.values()
    }

    /// Every line of `notice list`.
    pub(crate) fn notices(&self, now: Timestamp) -> Vec<Value> {
        let said = self.demand(now, &["--json", "notice", "list"]);
        said.out.lines().map(|line| serde_json::from_str(line).expect("a JSON object per line")).collect()
    }

    fn serial(&self, name: &str) -> &str {
        self.serials.get(name).map_or("AAAA-BBBB-CCCC-DDDD", String::as_str)
    }

    /// By the external id, or for one issued here by the serial number.
    fn handle<'a>(&'a self, name: &'a str) -> &'a str {
        if name.starts_with("issued") { self.serial(name) } else { name }
    }

    fn replace(&self, verb: &str, license: &str, previous: &str, email: &str, now: Timestamp) -> Said {
        let (new, old) = (self.serial(license), self.serial(previous));
        self.run(now, &["license", verb, "--serial", new, "--previous", old, "--email", email])
    }

    fn import(&mut self, rows: &[Row], options: &[&str], now: Timestamp) -> Said {
        self.files += 1;
        let file = format!("import-{}.csv", self.files);
        write_csv(&self.folder.join(&file), rows);
        let mut arguments = vec!["import", &file];
        arguments.extend(options);
        let said = self.run(now, &arguments);
        self.serials.extend(rows.iter().map(|row| (row.name.clone(), row.serial.clone())));
        self.learn_names(now);
        said
    }

    fn learn_names(&mut self, now: Timestamp) {
        let said = self.demand(now, &["--json", "license", "list"]);
        for line in said.out.lines() {
            let license: Value = serde_json::from_str(line).expect("a JSON object per line");
            let text = |field: &str| license[field].as_str().map(str::to_owned);
            if let (Some(id), Some(name)) = (text("id"), text("external_id")) {
                self.names.insert(id, name);
            }
        }
    }

    fn remember_issued(&mut self, name: &Name, said: Said, now: Timestamp) -> Said {
        let is_serial = |word: &str| word.len() == 19 && word.split('-').all(|group| group.len() == 4);
        let serial = said.word(is_serial).expect("issue prints the serial number");
        let shown = self.demand(now, &["--json", "license", "show", &serial]);
        let id = shown.word(|word| word.starts_with("lic_")).expect("show prints the id");
        self.names.insert(id, name.clone());
        self.serials.insert(name.clone(), serial);
        said
    }

    fn edit_schedule(&self, old: &str, new: &str) {
        let file = self.folder.join("there/schedule.toml");
        let text = fs::read_to_string(&file).expect("init writes schedule.toml");
        assert!(text.contains(old), "schedule.toml has no {old:?}:\n{text}");
        fs::write(&file, text.replace(old, new)).expect("schedule.toml can be written");
    }
}

/// An option, left out when its value is empty.
fn optional<'a>(option: &'a str, value: &'a str) -> Vec<&'a str> {
    if value.is_empty() { vec![] } else { vec![option, value] }
}

const COLUMNS: [&str; 14] = [
    "external_id",
    "serial",
    "product",
    "email",
    "name",
    "language",
    "time_zone",
    "devices",
    "months",
    "offer",
    "registered_on",
    "expires_on",
    "blocked_on",
    "blocked_reason",
];

fn write_csv(file: &Path, rows: &[Row]) {
    let mut writer = csv::Writer::from_path(file).expect("a file in the test's folder");
    writer.write_record(COLUMNS).expect("the header");
    for row in rows {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let name = format!("Holder of {}", row.name);
        let fields: [&str; 14] = [
            &row.name,
            &row.serial,
            row.product.code,
            &row.email,
            if row.email.is_empty() { "" } else { &name },
            &row.language,
            &row.time_zone,
            "2",
            &row.months.to_string(),
            row.offer.word(),
            &day(row.registered_on),
            &day(row.expires_on),
            &day(row.blocked.map(|(day, _)| day)),
            row.blocked.map_or("", |(_, why)| why),
        ];
        writer.write_record(fields).expect("a row");
    }
    writer.flush().expect("the file is written");
}
