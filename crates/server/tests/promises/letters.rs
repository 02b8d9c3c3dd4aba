//! What a letter is made of: the headers, the attached key file, and two whole messages as they arrive.

use std::{fmt::Write as _, fs};

use mail_parser::MessageParser;
use serde_json::Value;
use tenure_testbed::{
    engines::Place,
    smtp::{Received, Server},
};

use crate::{
    delivery::installed,
    door::{Door, INIT, text},
    mail::Mail,
};

/// An installation with a serial number of `product` issued to the address and registered by a person with a name.
fn registered(server: &Server, product: &str, language: &str) -> (Place, Door, String) {
    let place = Place::sqlite();
    let door = Door::with(&place.url(), server);
    let serial =
        door.at(INIT).done(&["license", "issue", "--product", product, "--email", "Anna@example.com"]);
    let person = ["--name", "Anna Żółć", "--language", language, "--time-zone", "Europe/Warsaw"];
    door.at("2026-12-01T08:00").done(
        &[&["license", "register", "--serial", &serial, "--email", "anna@example.com"][..], &person].concat(),
    );
    (place, door, serial)
}

#[test]
fn letters_are_signed_twice_and_each_has_a_return_path_of_its_own() {
    let server = Server::accepting();
    let (_place, mut door, _) = registered(&server, "security-space", "pl");
    door.set("DKIM__DOMAIN", "vendor.example");
    door.set("MAIL__RETURN_PATH", "bounces@vendor.example");
    assert!(door.at(INIT).wrong(&["tick"]).contains("tenure keys dkim"));
    assert!(door.at(INIT).done(&["keys", "list"]).contains("in use"));
    let made = |record: &Value| record["made"] == true;
    assert!(door.at(INIT).lines(&["keys", "dkim"]).iter().all(made));
    let records = door.at(INIT).lines(&["keys", "dkim"]);
    assert!(!records.iter().any(made), "the keys stay");
    assert_eq!(text(&records[1], "name"), "tenure-ed25519._domainkey.vendor.example");
    door.at("2026-12-01T08:00").tick();
    let messages = server.messages();
    let mut paths: Vec<&str> = messages.iter().map(|received| received.from.as_str()).collect();
    for received in &messages {
        let letter = received.text();
        let (head, _) = letter.split_once("\r\n\r\n").unwrap();
        assert_eq!(head.matches("DKIM-Signature: v=1; a=").count(), 2, "{head}");
        assert!(head.contains("t=1796112000;"), "{head}");
        assert!(received.from.starts_with("bounces+") && received.from.ends_with("@vendor.example"));
    }
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), messages.len());
    let advice = door.at(INIT).done(&["doctor"]);
    for record in ["v=spf1", "v=DKIM1; k=rsa", "v=DKIM1; k=ed25519", "_dmarc.vendor.example", "not checked"] {
        assert!(advice.contains(record), "{record}: {advice}");
    }
}

/// A text of an operator.
pub(crate) const MINE: &str =
    "---\nsubject: Mine: {{ product }}\npreheader: b\n---\n# {{ product }}\n\nMine.\n\n---\nWhy.\n";

#[test]
fn operators_change_texts_without_building_and_a_broken_one_stops_no_other() {
    let server = Server::accepting();
    let place = Place::sqlite();
    let door = Door::with(&place.url(), &server);
    let subject = |kind: &str, language: &str| {
        let preview = door.at(INIT).one(&["letter", "preview", kind, "--language", language]);
        text(&preview, "subject").to_owned()
    };
    let ours = subject("renewal-reminder", "en");
    for folder in ["letters/renewal-reminder", "letters/serial-number"] {
        fs::create_dir_all(door.file(folder)).unwrap();
    }
    door.write("letters/renewal-reminder/en.md", &MINE.replace("# {{ product", "# {{ prodct"));
    door.write("letters/serial-number/en.md", MINE);
    door.write("letters/serial-number/tlh.md", MINE);
    let said = door.at(INIT).run(&["letter", "check"]);
    assert_eq!(said.status, Some(1), "{said:?}");
    let said = said.out;
    assert!(said.contains("letters/renewal-reminder/en.md:5: `prodct` is not a fact"), "{said}");
    assert!(said.contains("content/letters/key-file/tlh.md is missing"), "{said}");
    assert!(door.at(INIT).run(&["doctor"]).out.contains("renewal-reminder/en.md:5: `prodct`"));
    assert_eq!(subject("renewal-reminder", "en"), ours);
    assert_eq!(subject("serial-number", "tlh"), "Mine: Security Space");
    door.at(INIT).done(&["license", "issue", "--product", "antivirus", "--email", "a@example.com"]);
    assert_eq!(door.at(INIT).tick(), "accepted 1");
    let kept = || {
        text(&door.at(INIT).one(&["export", "holder", "a@example.com"])["messages"][0], "subject").to_owned()
    };
    assert_eq!(Mail::read(&server.messages()[0]).subject(), "Mine: Antivirus");
    fs::remove_dir_all(door.file("letters")).unwrap();
    assert_eq!(kept(), "Mine: Antivirus", "a letter that is out keeps its words");
}

#[test]
fn every_letter_carries_the_headers_that_are_promised() {
    let server = Server::accepting();
    let (_place, door, serial) = registered(&server, "security-space", "pl");
    assert_eq!(door.at("2026-12-01T08:00").tick(), "accepted 4");
    let license = door.at(INIT).one(&["license", "show", &serial]);
    let messages = server.messages();
    assert_eq!(messages.len(), 4);
    for received in &messages {
        let mail = Mail::read(received);
        let header =
            |name: &str| mail.header(name).unwrap_or_else(|| panic!("{} has no {name}", mail.kind()));
        assert_eq!((received.from.as_str(), mail.to), ("licenses@vendor.example", "Anna@example.com"));
        assert_eq!(header("From"), "\"Example Software\" <licenses@vendor.example>");
        assert!(header("To").ends_with("<Anna@example.com>"), "{}", header("To"));
        assert_eq!(header("Date"), "Tue, 1 Dec 2026 09:00:00 +0100");
        assert_eq!(
            (
                header("Auto-Submitted").as_str(),
                header("Content-Language").as_str(),
                header("MIME-Version").as_str()
            ),
            ("auto-generated", "pl", "1.0")
        );
        assert_eq!(header("X-Tenure-License"), text(&license, "id"));
        assert_eq!(mail.header("X-Tenure-Step"), None);
        assert!(
            mail.message_id().ends_with("@vendor.example") && mail.message_id().len() > 40,
            "{}",
            mail.message_id()
        );
        assert!(received.data.is_ascii() && received.text().lines().all(|line| line.len() <= 998));
        assert!(!mail.text().is_empty() && mail.html().contains("<html lang=\"pl\""), "{}", mail.html());
        let is_offer = ["mobile-offer", "account-invitation"].contains(&mail.kind().as_str());
        assert_eq!(mail.header("List-Unsubscribe-Post").is_some(), is_offer, "{}", mail.kind());
        assert_eq!(mail.header("List-Unsubscribe").is_some(), is_offer, "{}", mail.kind());
        let delivers_serial = mail.kind() == "serial-number";
        assert_eq!(
            received.text().contains(&serial) || mail.says(&serial),
            delivers_serial,
            "{}",
            mail.kind()
        );
        assert_eq!(mail.attached().is_some(), mail.kind() == "key-file");
    }
}

#[test]
fn reminders_carry_their_step_and_only_those_after_expiry_can_be_declined() {
    let server = Server::accepting();
    let place = Place::sqlite();
    let door = installed(&place.url(), &server, 1);
    for (time, step, can_be_declined) in [
        ("2026-12-01T10:00", "-30", false),
        ("2026-12-31T10:00", "0", false),
        ("2027-01-20T10:00", "+20", true),
        ("2027-02-09T10:00", "+40", true),
    ] {
        assert_eq!(door.at(time).tick(), "planned 1, accepted 1", "{time}");
        let messages = server.messages();
        let mail = Mail::read(messages.last().unwrap());
        assert_eq!(
            (mail.kind().as_str(), mail.header("X-Tenure-Step").as_deref()),
            ("renewal-reminder", Some(step))
        );
        assert_eq!(mail.header("List-Unsubscribe-Post").is_some(), can_be_declined, "{step}");
        assert!(mail.says("****-****-****-0001") && !mail.says("AAAA-BBBB"), "{}", mail.text());
    }
}

#[test]
fn the_attached_key_file_verifies_and_an_edited_one_does_not() {
    let server = Server::accepting();
    let (_place, door, serial) = registered(&server, "security-space", "en");
    door.at("2026-12-01T08:00").tick();
    let messages = server.messages();
    let mail = messages.iter().map(Mail::read).find(|mail| mail.kind() == "key-file").unwrap();
    let (name, bytes) = mail.attached().unwrap();
    assert_eq!(name, format!("security-space-{}.key", &serial[15..]));
    fs::write(door.file(&name), &bytes).unwrap();
    let verdict = door.at("2026-12-01T08:00").one(&["keyfile", "verify", &name]);
    assert_eq!(verdict["valid"], true);
    let claims = &verdict["claims"];
    assert_eq!(
        (text(claims, "product"), text(claims, "holder"), text(claims, "serial")),
        ("security-space", "Anna Żółć", format!("****-****-****-{}", &serial[15..]).as_str())
    );
    // From midnight to midnight in Warsaw.
    assert_eq!(
        (text(claims, "not_before"), text(claims, "not_after")),
        ("2026-11-30T23:00:00Z", "2027-12-01T22:59:59Z")
    );
    let said = door.at("2027-12-01T23:00").run(&["--json", "keyfile", "verify", &name]);
    assert_eq!((said.status, said.out.contains("\"valid\":false")), (Some(1), true), "{said:?}");
    let shown = door.at("2026-12-01T08:00").done(&["keyfile", "show", &serial]);
    assert_eq!(shown.trim_end(), String::from_utf8(bytes.clone()).unwrap().trim_end());
    for at in [0, 40, bytes.len() / 2, bytes.len() - 3] {
        let mut edited = bytes.clone();
        edited[at] = if edited[at] == b'A' { b'B' } else { b'A' };
        fs::write(door.file("edited.key"), &edited).unwrap();
        assert!(
            door.at("2026-12-01T08:00").run(&["keyfile", "verify", "edited.key"]).status == Some(1),
            "{at}"
        );
    }
}

#[test]
fn a_whole_reminder_in_english_and_in_polish() {
    for language in ["en", "pl"] {
        let server = Server::accepting();
        let place = Place::sqlite();
        let door = Door::with(&place.url(), &server);
        let row = format!(
            "c-1,AAAA-BBBB-CCCC-0001,security-space,anna@example.com,Anna Żółć,{language},Europe/Warsaw,2,2026-01-01,2026-12-11"
        );
        door.at(INIT).import(&format!("external_id,serial,product,email,name,language,time_zone,devices,registered_on,expires_on\n{row}\n"));
        door.at("2027-01-01T10:00").tick();
        insta::assert_snapshot!(format!("reminder.{language}"), whole(&server.messages()[0]));
    }
}

#[test]
fn a_whole_key_file_letter_in_english_and_in_polish() {
    for language in ["en", "pl"] {
        let server = Server::accepting();
        let (_place, door, serial) = registered(&server, "enterprise-suite", language);
        door.at("2026-12-01T08:00").tick();
        let messages = server.messages();
        let received = messages.iter().find(|received| Mail::read(received).kind() == "key-file").unwrap();
        insta::assert_snapshot!(
            format!("key-file.{language}"),
            whole(received).replace(&serial[15..], "WXYZ")
        );
    }
}

/// A message as it arrives: headers as they are, parts decoded; what differs from installation to installation is masked.
fn whole(received: &Received) -> String {
    let message = MessageParser::default().parse(&received.data).unwrap();
    let raw = received.text();
    let (head, _) = raw.split_once("\r\n\r\n").unwrap();
    let mut shown = head.replace("\r\n", "\n");
    for part in &message.parts {
        let heading: Vec<String> = part
            .headers
            .iter()
            .filter(|header| header.name().starts_with("Content-"))
            .map(|header| {
                let value = String::from_utf8_lossy(
                    &received.data[header.offset_start as usize..header.offset_end as usize],
                )
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
                format!("{}: {value}", header.name())
            })
            .collect();
        let body = if part.is_multipart() {
            String::new()
        } else {
            String::from_utf8_lossy(part.contents()).replace("\r\n", "\n")
        };
        write!(shown, "\n\n---- {}\n\n{body}", heading.join("\n     ")).unwrap();
    }
    masked(&shown, &Mail::read(received).message_id())
}

/// Ids, marks and signatures are made by chance and keys.
fn masked(text: &str, message_id: &str) -> String {
    let token = message_id.split('@').next().unwrap();
    let mut masked = text.replace(token, "MESSAGE-ID");
    for prefix in ["lic_", "hld_", "renewal-reminder/", "eyJ"] {
        let mut pieces = masked.split(prefix);
        let mut next = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece
                .find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_.".contains(letter))
                .unwrap_or(piece.len());
            next.push_str(prefix);
            next.push('…');
            next.push_str(&piece[end..]);
        }
        masked = next;
    }
    masked
}
