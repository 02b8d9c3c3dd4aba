//! Setting up and looking after: `init`, `doctor`, keys, texts, schedule, exports, and how commands behave among others.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
};

use tenure_testbed::{engines::Place, smtp::Server};

use crate::{
    door::{Door, INIT, Said, end_of, homes, object, text},
    mail::Mail,
};

/// The findings of the doctor that are wrong, each with its words.
fn wrong(door: &Door) -> Vec<(String, String)> {
    let said = door.at(INIT).run(&["--json", "doctor"]);
    let all: Vec<_> = said.out.lines().map(object).collect();
    let wrong: Vec<_> = all
        .iter()
        .filter(|found| found["ok"] == false)
        .map(|found| (text(found, "check").to_owned(), text(found, "words").to_owned()))
        .collect();
    assert_eq!(said.status == Some(0), wrong.is_empty(), "{said:?}");
    wrong
}

/// The only wrong finding.
fn ailment(door: &Door) -> (String, String) {
    let mut found = wrong(door);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn init_makes_everything_and_never_overwrites() {
    let door = Door::open();
    for file in ["tenure.toml", "schedule.toml", "products.toml", "tenure.keys", "tenure.db"] {
        assert!(door.file(file).exists(), "{file}");
    }
    assert_eq!(fs::metadata(door.file("tenure.keys")).unwrap().permissions().mode() & 0o777, 0o600);
    for file in ["tenure.toml", "schedule.toml", "products.toml", "tenure.keys"] {
        let place = Place::sqlite();
        let Place::Folder(folder) = &place else { unreachable!("it is a folder") };
        fs::write(folder.join(file), "mine").unwrap();
        let said = door.at(INIT).wrong(&["init", folder.to_str().unwrap()]);
        assert!(said.contains(file) && said.contains("exists already"), "{said}");
        let there: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(there, [file]);
        assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), "mine");
    }
}

#[test]
fn a_fresh_installation_is_well() {
    let door = Door::open();
    assert_eq!(wrong(&door), vec![]);
    let said = door.at(INIT).done(&["doctor"]);
    for check in ["settings", "keys", "texts", "database", "relay", "notices"] {
        assert!(said.lines().any(|line| line.starts_with("ok ") && line.contains(check)), "{check}: {said}");
    }
}

#[test]
fn the_doctor_names_each_thing_that_is_wrong() {
    let door = Door::open();
    door.edit("tenure.toml", "time_zone = \"Etc/UTC\"", "time_zone = \"Gdansk\"");
    let (check, words) = ailment(&door);
    assert!(check == "settings" && words.contains("vendor.time_zone"), "{check}: {words}");

    let door = Door::open();
    door.edit(
        "schedule.toml",
        "[\"30 days before expiry\", \"on expiry\"",
        "[\"30 days before expiry\", \"on expiration\"",
    );
    let (check, words) = ailment(&door);
    assert!(
        check == "settings" && words.contains("schedule.toml") && words.contains("on expiration"),
        "{check}: {words}"
    );

    let door = Door::open();
    fs::remove_file(door.file("tenure.keys")).unwrap();
    assert!(wrong(&door).iter().any(|(check, words)| check == "keys" && words.contains("tenure.keys")));

    let door = Door::open();
    fs::set_permissions(door.file("tenure.keys"), fs::Permissions::from_mode(0o640)).unwrap();
    assert!(wrong(&door).iter().any(|(check, words)| check == "keys" && words.contains("chmod 600")));

    let mut door = Door::open();
    door.set("MAIL__RELAY", "smtp://127.0.0.1:1");
    assert_eq!(ailment(&door).0, "relay");

    let mut door = Door::open();
    door.set("STORE__URL", "postgres://nobody@127.0.0.1:1/none");
    let (check, words) = ailment(&door);
    assert!(check == "house" && words.contains("database"), "{check}: {words}");

    let mut door = Door::open();
    door.set("VENDOR__LANGUAGE", "tlh");
    let (check, words) = ailment(&door);
    assert!(check == "texts" && words.contains("key-file"), "{check}: {words}");
}

#[test]
fn a_key_file_that_others_can_read_is_refused() {
    let door = Door::open();
    for mode in [0o644, 0o604, 0o660] {
        fs::set_permissions(door.file("tenure.keys"), fs::Permissions::from_mode(mode)).unwrap();
        for command in [&["tick"][..], &["keys", "list"], &["keys", "rotate"], &["license", "list"]] {
            let said = door.at(INIT).wrong(command);
            assert!(said.contains("chmod 600"), "{command:?}: {said}");
        }
    }
}

#[test]
fn after_a_rotation_old_key_files_still_verify_and_new_ones_are_signed_anew() {
    let door = Door::open();
    let serial = door.at(INIT).done(&["license", "issue", "--product", "antivirus"]);
    door.at(INIT).done(&["license", "register", "--serial", &serial, "--email", "a@example.com"]);
    let key_file = |name: &str| door.write(name, &door.at(INIT).done(&["keyfile", "show", &serial]));
    key_file("old.key");
    let before = door.at(INIT).one(&["keys", "list"]);
    let after = door.at("2026-11-02").lines(&["keys", "rotate"]);
    assert_eq!(after.len(), 2);
    assert_eq!(
        (text(&after[0], "id"), &after[0]["in_use"], &after[1]["in_use"], text(&after[1], "since")),
        (text(&before, "id"), &false.into(), &true.into(), "2026-11-02")
    );
    assert_eq!(fs::metadata(door.file("tenure.keys")).unwrap().permissions().mode() & 0o777, 0o600);
    key_file("new.key");
    for name in ["old.key", "new.key"] {
        assert_eq!(door.at(INIT).one(&["keyfile", "verify", name])["valid"], true, "{name}");
    }
    let stranger = Door::open();
    fs::copy(door.file("old.key"), stranger.file("old.key")).unwrap();
    let said = stranger.at(INIT).run(&["--json", "keyfile", "verify", "old.key"]);
    assert_eq!((said.status, &object(&said.out)["valid"]), (Some(1), &false.into()), "{said:?}");
    // What was sealed before the rotation is read after it.
    assert_eq!(door.at(INIT).lines(&["license", "list"]).len(), 1);
}

#[test]
fn exported_licenses_imported_elsewhere_are_the_same() {
    let door = Door::open();
    door.at(INIT).import(concat!(
        "external_id,serial,product,email,name,language,time_zone,devices,months,offer,issued_on,registered_on,expires_on,blocked_on,blocked_reason\n",
        "c-1,AAAA-BBBB-CCCC-0001,antivirus,Anna@example.com,\"Żółć, Anna \"\"A\"\"\",pl-PL,Europe/Warsaw,3,24,renewal,2025-01-01,2025-01-02,2027-01-02,,\n",
        "c-2,AAAA-BBBB-CCCC-0002,enterprise-suite,it@company.example,,,,400,12,new,,2026-01-01,2026-12-31,2026-10-01,compromised\n",
        "c-3,AAAA-BBBB-CCCC-0003,mobile-security,,,,,1,6,expansion,2026-10-01,,,,\n",
    ));
    let exported = door.at(INIT).done(&["export", "licenses"]);
    let other = Door::open();
    other.at(INIT).import(&format!("{exported}\n"));
    assert_eq!(sorted(&other.at(INIT).done(&["export", "licenses"])), sorted(&exported));
    let without_id = |door: &Door| {
        let mut licenses = door.at(INIT).lines(&["license", "list"]);
        for license in &mut licenses {
            license["id"] = serde_json::Value::Null;
        }
        licenses.sort_by_key(|license| license["external_id"].to_string());
        licenses
    };
    assert_eq!(without_id(&other), without_id(&door));
    let said = other.at(INIT).one(&["import", "rows.csv"]);
    assert_eq!((&said["new"], &said["unchanged"]), (&0.into(), &3.into()), "{said}");
}

/// Lines in an order of their own: licenses of one instant are listed in the order of their ids, which is chance.
fn sorted(lines: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn everything_about_a_holder_is_exported_and_nothing_of_others() {
    let mut door = Door::open();
    let server = Server::accepting();
    door.set("MAIL__RELAY", &server.url());
    door.at(INIT).import(&homes(2));
    door.at(INIT).tick();
    door.at("2026-12-01T10:00").tick();
    let kept = door.at("2026-12-01T10:00").one(&["export", "holder", "C-1@example.com"]);
    assert_eq!((text(&kept, "email"), kept["licenses"].as_array().unwrap().len()), ("c-1@example.com", 1));
    let messages = server.messages();
    let mail = messages.iter().map(Mail::read).find(|mail| mail.to == "c-1@example.com").unwrap();
    let message = &kept["messages"][0];
    assert_eq!(
        (text(message, "subject"), text(message, "message_id"), text(message, "state")),
        (mail.subject().as_str(), mail.message_id().as_str(), "accepted")
    );
    let events: Vec<&str> =
        kept["events"].as_array().unwrap().iter().map(|event| text(&event["happening"], "what")).collect();
    assert_eq!(events, ["imported"]);
    assert!(!kept.to_string().contains("c-2@"));
    door.at(INIT).refused("not_found", &["export", "holder", "nobody@example.com"]);
    assert_eq!(door.at(INIT).done(&["export", "notices"]).lines().count(), 2);
}

#[test]
fn the_programme_and_its_words_can_be_seen_and_checked() {
    let door = Door::open();
    let shown = door.at(INIT).done(&["schedule", "show"]);
    assert!(
        shown.contains("renewal-reminder")
            && shown.contains("-60, -30, 0, +20, +40")
            && shown.contains("10:00"),
        "{shown}"
    );
    let rules = door.at(INIT).lines(&["schedule", "show"]);
    let business = rules
        .iter()
        .find(|rule| rule["kind"] == "renewal-reminder" && rule["segment"] == "business")
        .unwrap();
    assert_eq!(business["steps"], serde_json::json!(["-60", "-30", "0", "+20", "+40"]));
    assert!(door.at(INIT).done(&["schedule", "check"]).contains("nothing wrong"));
    door.write(
        "other.toml",
        "send_at = \"10:00\"\n\n[[notice]]\nkind = \"renewal-reminder\"\nsend = [\"soon\"]\n",
    );
    let said = door.at(INIT).wrong(&["schedule", "check", "other.toml"]);
    assert!(
        said.contains("other.toml") && said.contains("line 5") && said.contains("30 days before expiry"),
        "{said}"
    );
    assert!(door.at(INIT).done(&["letter", "check"]).contains("0 missing, 0 broken"));
    let polish = door.at(INIT).one(&["letter", "preview", "theft-attempt", "--language", "pl"]);
    assert_eq!(text(&polish, "language"), "pl");
    assert!(door.at(INIT).done(&["letter", "preview", "key-file"]).starts_with("Subject: "));
    assert!(door.at(INIT).done(&["letter", "preview", "key-file", "--html"]).contains("<html"));
    door.at(INIT).import(&homes(1));
    let real = door.at("2026-12-21").done(&["letter", "preview", "renewal-reminder", "--license", "c-1"]);
    assert!(real.contains("10 days") && real.contains("****-****-****-0001"), "{real}");
    assert!(door.at(INIT).lines(&["notice", "list"]).is_empty());
    let sign_in = door.at(INIT).one(&["letter", "preview", "sign-in", "--language", "pl"]);
    assert!(text(&sign_in, "language") == "pl" && text(&sign_in, "text").contains("/sign-in?token="));
    assert!(door.at(INIT).done(&["letter", "preview", "address-confirm"]).contains("/address/"));
    let of_none = door.at(INIT).wrong(&["letter", "preview", "sign-in", "--license", "c-1"]);
    assert!(of_none.contains("sign-in is about no license"), "{of_none}");
    assert!(door.at(INIT).wrong(&["letter", "preview", "birthday"]).contains("renewal-reminder"));
    door.at(INIT).refused("not_found", &["letter", "preview", "key-file", "--license", "none"]);
}

#[test]
fn a_database_is_copied_into_an_empty_one_only() {
    let door = Door::open();
    door.at(INIT).import(&homes(7));
    door.at("2026-12-01T10:00").tick();
    let place = Place::postgres();
    let copied = door.at(INIT).lines(&["db", "copy", "--to", &place.url()]);
    let rows =
        |table: &str| copied.iter().find(|one| one["table"] == table).unwrap()["rows"].as_u64().unwrap();
    assert_eq!((rows("license"), rows("holder"), rows("letter")), (7, 7, 7));
    let said = door.at(INIT).wrong(&["db", "copy", "--to", &place.url()]);
    assert!(said.contains("not empty"), "{said}");
    let (licenses, notices) =
        (door.at(INIT).done(&["export", "licenses"]), door.at(INIT).done(&["export", "notices"]));
    let mut moved = door;
    moved.set("STORE__URL", &place.url());
    assert_eq!(moved.at(INIT).done(&["export", "licenses"]), licenses);
    assert_eq!(moved.at(INIT).done(&["export", "notices"]), notices);
    // Nothing goes out a second time.
    assert_eq!(moved.at("2026-12-01T10:00").tick(), "");
}

#[test]
fn completions_and_manual_pages_come_from_the_program_itself() {
    let door = Door::open();
    for shell in ["bash", "zsh", "fish"] {
        assert!(door.now().done(&["completions", shell]).contains("forecast"), "{shell}");
    }
    assert!(door.now().done(&["man"]).contains("tenure"));
    door.now().done(&["man", "pages"]);
    for page in ["tenure.1", "tenure-license.1", "tenure-license-issue.1"] {
        assert!(door.file("pages").join(page).exists(), "{page}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let door = Door::open();
    door.at(INIT).import(&homes(3000));
    for command in [&["license", "list"][..], &["export", "licenses"], &["--json", "license", "list"]] {
        let mut child = door.at(INIT).start(command);
        let mut first = String::new();
        BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let Said { status, err, .. } = end_of(child);
        assert_eq!((status, err.as_str()), (Some(0), ""), "{command:?}");
        assert!(!first.is_empty());
    }
    let door = Door::open();
    door.at(INIT).import(&homes(50));
    door.at("2026-12-01T10:00").tick();
    let mut child = door.at(INIT).start(&["notice", "list"]);
    drop(child.stdout.take());
    assert_eq!(end_of(child).status, Some(0));
}

#[test]
fn a_sandbox_keeps_its_mail_on_this_machine() {
    let mut door = Door::open();
    door.set("MAIL__RELAY", "smtp://relay.example:25");
    let said = door.at(INIT).wrong(&["tick"]);
    assert!(said.contains("sandbox") && said.contains("relay.example"), "{said}");
    door.set("MODE", "live");
    let said = door.at(INIT).wrong(&["tick"]);
    assert!(said.contains("--at") && said.contains("live"), "{said}");
}

#[test]
fn the_environment_overrides_the_file_and_a_wrong_variable_is_named() {
    let mut door = Door::open();
    door.set("VENDOR__NAME", "Żubr Software");
    door.at(INIT).import(&homes(1));
    assert!(
        door.at(INIT)
            .done(&["letter", "preview", "renewal-reminder", "--license", "c-1", "--html"])
            .contains("Żubr Software")
    );
    door.set("VENDOR__NAMES", "x");
    let said = door.at(INIT).wrong(&["tick"]);
    assert!(said.contains("TENURE__VENDOR__NAMES"), "{said}");
}

#[test]
fn without_an_installation_the_way_to_one_is_told() {
    let door = Door::open();
    let said = door.now().wrong(&["--config", "elsewhere/tenure.toml", "tick"]);
    assert!(said.contains("elsewhere/tenure.toml") && said.contains("tenure init"), "{said}");
    assert!(door.now().wrong(&["--at", "tomorrow", "tick"]).contains("2026-12-01T10:00:00Z"));
}

#[test]
fn an_address_that_is_taken_ends_serve_before_anything_begins() {
    const DUE: &str = "2026-12-01T10:00";
    let (server, place) = (Server::accepting(), Place::sqlite());
    let door = crate::delivery::installed(&place.url(), &server, 1);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    for setting in ["TENURE__WEB__LISTEN", "TENURE__WATCH__LISTEN", "TENURE__MAIL__LMTP_LISTEN"] {
        let return_path = ("TENURE__MAIL__RETURN_PATH", "bounces@vendor.example");
        let free = ("TENURE__WEB__LISTEN", "127.0.0.1:0");
        let said = end_of(door.at(DUE).start_with(&[return_path, free, (setting, &address)], &["serve"]));
        assert!(
            said.status == Some(1) && said.err.contains(&format!("cannot listen on {address}")),
            "{said:?}"
        );
    }
    assert_eq!(
        door.at(DUE).lines(&["notice", "list"]),
        Vec::<serde_json::Value>::new(),
        "nothing was planned"
    );
    assert!(server.messages().is_empty());
}

#[test]
fn the_doctor_looks_for_texts_as_the_letters_do() {
    let door = Door::open();
    let mut before = "language = \"en\"".to_owned();
    for (language, is_spoken) in [("PL", true), ("pt-BR", false), ("plt", false), ("de-AT", true)] {
        let after = format!("language = \"{language}\"");
        door.edit("tenure.toml", &before, &after);
        before = after;
        let said = door.at(INIT).run(&["doctor"]).out;
        assert_eq!(said.contains("ok     texts"), is_spoken, "{language}: {said}");
        assert_eq!(said.contains("WRONG  texts"), !is_spoken, "{language}: {said}");
    }
}
