//! `tenure.toml` and the environment.

use std::{fs, process::Command};

use crate::desk::{Desk, NOW};

#[test]
fn an_unknown_setting_is_refused_with_its_line_and_the_ones_that_exist() {
    let desk = Desk::new("unknown-setting");
    let line = desk.edit("tenure.toml", "relay = ", "relai = ");
    desk.run(&["tick"]).refuses("tenure.toml", line, &["relai", "relay"]);
}

#[test]
fn an_unknown_section_is_refused_with_its_line() {
    let desk = Desk::new("unknown-section");
    let line = desk.append("tenure.toml", "\n[post]\nrelay = \"folder:x\"\n") + 1;
    desk.run(&["tick"]).refuses("tenure.toml", line, &["post"]);
}

#[test]
fn a_setting_that_cannot_be_read_is_refused_with_its_line() {
    let desk = Desk::new("broken-toml");
    let line = desk.edit("tenure.toml", "mode = \"sandbox\"", "mode = \"sandbox");
    desk.run(&["tick"]).refuses("tenure.toml", line, &[]);
}

#[test]
fn a_mode_that_does_not_exist_is_answered_with_the_two_that_do() {
    let desk = Desk::new("mode");
    let line = desk.edit("tenure.toml", "mode = \"sandbox\"", "mode = \"production\"");
    desk.run(&["tick"]).refuses("tenure.toml", line, &["production", "sandbox", "live"]);
}

#[test]
fn wrong_values_of_settings_are_refused_by_name() {
    let cases = [
        ("time_zone = \"Etc/UTC\"", "time_zone = \"Europe/Warschau\"", "vendor.time_zone", "Europe/Warschau"),
        ("language = \"en\"", "language = \"English please\"", "vendor.language", "English please"),
        ("from = \"licenses@vendor.example\"", "from = \"licenses\"", "mail.from", "licenses"),
        ("relay = \"folder:outbox\"", "relay = \"pigeon:outbox\"", "mail.relay", "smtp://"),
        ("url = \"sqlite:tenure.db\"", "url = \"oracle:tenure\"", "store.url", "postgres://"),
        ("listen = \"127.0.0.1:8080\"", "listen = \"here\"", "web.listen", "here"),
    ];
    for (number, (old, new, name, right)) in cases.into_iter().enumerate() {
        let desk = Desk::new(&format!("setting-{number}"));
        desk.edit("tenure.toml", old, new);
        // Not every command opens every door; the doctor looks at all of them.
        let said = desk.run(&["doctor"]);
        assert!(
            !matches!(said.status, Some(0 | 101) | None),
            "{new}: {:?} {}{}",
            said.status,
            said.out,
            said.err
        );
        let told = format!("{}{}", said.out, said.err);
        assert!(told.contains(name) && told.contains(right), "{new} is answered with: {told}");
    }
}

#[test]
fn a_wrong_environment_variable_is_named() {
    let desk = Desk::new("environment");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tenure"));
    command.current_dir(&desk.folder).env("TENURE__MODE", "production").args(["--at", NOW, "tick"]);
    let output = command.output().expect("the binary starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && told.contains("TENURE__MODE") && told.contains("sandbox"), "{told}");
}

#[test]
fn a_missing_configuration_is_answered_with_how_to_make_one() {
    let desk = Desk::new("missing");
    let said = desk.command(&["--config", "nowhere/tenure.toml", "tick"]);
    assert!(!matches!(said.status, Some(0 | 101) | None));
    assert!(said.err.starts_with("error: there is no nowhere/tenure.toml: `tenure init"), "{}", said.err);
}

#[test]
fn init_overwrites_nothing() {
    let desk = Desk::new("again");
    desk.edit("tenure.toml", "name = \"Example Software\"", "name = \"Ours\"");
    let said = desk.run(&["init", "."]);
    assert!(!matches!(said.status, Some(0 | 101) | None), "{}{}", said.out, said.err);
    let kept = fs::read_to_string(desk.folder.join("tenure.toml")).expect("it is there");
    assert!(kept.contains("name = \"Ours\""));
}

#[test]
fn a_log_that_is_no_terminal_has_no_colors() {
    let desk = Desk::new("plain-log");
    fs::create_dir_all(desk.folder.join("letters/key-file")).expect("a file for the test");
    fs::write(desk.folder.join("letters/key-file/pl.md"), "broken").expect("a file for the test");
    let said = desk.run(&["tick"]);
    assert!(said.err.contains("pl.md:1: ") && !said.err.contains('\u{1b}'), "{:?}", said.err);
}

#[test]
fn a_preview_says_why_the_vendors_own_text_is_not_the_one_that_is_shown() {
    let desk = Desk::new("preview");
    fs::create_dir_all(desk.folder.join("letters/key-file")).expect("a folder for the test");
    fs::write(desk.folder.join("letters/key-file/pl.md"), "broken").expect("a file for the test");
    let said = desk.run(&["letter", "preview", "key-file", "--language", "pl"]);
    assert!(said.status == Some(0) && said.out.starts_with("Subject: "), "{}", said.out);
    assert!(said.err.contains("pl.md:1: ") && said.err.contains("not used"), "{}", said.err);
    let said = desk.run(&["letter", "preview", "key-file", "--language", "sw"]);
    assert!(said.status == Some(0) && said.err.contains("no text in sw"), "{}", said.err);
    assert!(!desk.run(&["letter", "preview", "key-file", "--language", "ja"]).err.contains("no text"));
}
