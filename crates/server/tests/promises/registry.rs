//! The registry by hand, as an operator keeps it: `tenure license …`.

use tenure_testbed::smtp::Server;

use crate::{
    door::{Door, INIT, text},
    mail::{Mail, kinds},
};

const NOW: &str = "2026-12-01T12:00";

fn issue(door: &Door, options: &[&str]) -> String {
    door.at(NOW).done(&[&["license", "issue"], options].concat())
}

fn register(door: &Door, time: &str, serial: &str, email: &str) {
    door.at(time).done(&["license", "register", "--serial", serial, "--email", email]);
}

/// A license of a product, issued to nobody and registered at noon by the address.
fn registered(door: &Door, product: &str, email: &str) -> String {
    let serial = issue(door, &["--product", product]);
    register(door, NOW, &serial, email);
    serial
}

fn relayed() -> (Door, Server) {
    let server = Server::accepting();
    let mut door = Door::open();
    door.set("MAIL__RELAY", &server.url());
    (door, server)
}

#[test]
fn issuing_prints_the_serial_number_and_nothing_else() {
    let door = Door::open();
    let serial =
        issue(&door, &["--product", "antivirus", "--months", "24", "--devices", "3", "--external-id", "A-1"]);
    assert_eq!(serial.len(), 19);
    assert!(
        serial.split('-').all(|four| four.len() == 4
            && four.bytes().all(|letter| letter.is_ascii_digit() || letter.is_ascii_uppercase())),
        "{serial}"
    );
    let shown = door.at(NOW).one(&["license", "show", &serial]);
    assert_eq!(shown, door.at(NOW).one(&["license", "show", "A-1"]));
    assert_eq!(shown, door.at(NOW).one(&["license", "show", text(&shown, "id")]));
    let masked = format!("****-****-****-{}", &serial[15..]);
    assert_eq!(
        (text(&shown, "state"), text(&shown, "serial"), text(&shown, "issued_on")),
        ("unregistered", masked.as_str(), "2026-12-01")
    );
    assert_eq!(
        (&shown["months"], &shown["devices"], &shown["email"]),
        (&24.into(), &3.into(), &serde_json::Value::Null)
    );
    assert!(!door.at(NOW).done(&["license", "list"]).contains(&serial));
    assert!(!door.at(NOW).done(&["license", "show", &serial]).contains(&serial));
}

#[test]
fn what_cannot_be_issued_is_refused_with_its_code() {
    let door = Door::open();
    let said = door.at(NOW).refused("unknown_product", &["license", "issue", "--product", "vapor"]);
    assert!(said.contains("vapor") && said.contains("security-space"), "{said}");
    door.at(NOW).refused("invalid", &["license", "issue", "--product", "antivirus", "--months", "0"]);
    door.at(NOW).refused("invalid", &["license", "issue", "--product", "antivirus", "--devices", "100001"]);
    assert!(
        door.at(NOW)
            .wrong(&["license", "issue", "--product", "antivirus", "--email", "nobody"])
            .contains("--email")
    );
    issue(&door, &["--product", "antivirus", "--external-id", "A-1"]);
    door.at(NOW).wrong(&["license", "issue", "--product", "antivirus", "--external-id", "A-1"]);
    assert_eq!(door.at(NOW).lines(&["license", "list"]).len(), 1);
}

#[test]
fn a_registration_begins_the_term_and_gives_the_key_file() {
    let (door, server) = relayed();
    let serial = issue(&door, &["--product", "antivirus", "--email", "anna@example.com"]);
    let person = ["--name", "Anna Żółć", "--language", "pl", "--time-zone", "Pacific/Auckland"];
    let done = door.at(NOW).one(
        &[
            &[
                "license",
                "register",
                "--serial",
                &serial.to_lowercase().replace('-', " "),
                "--email",
                "ANNA@example.com",
            ][..],
            &person,
        ]
        .concat(),
    );
    // In Auckland it is the next day already.
    assert_eq!(
        (text(&done, "registered_on"), text(&done, "expires_on"), text(&done, "state")),
        ("2026-12-02", "2027-12-02", "active")
    );
    assert_eq!(
        (text(&done, "name"), text(&done, "language"), text(&done, "time_zone"), &done["again"]),
        ("Anna Żółć", "pl", "Pacific/Auckland", &false.into())
    );
    assert_eq!(text(&done, "key_file").matches('.').count(), 2);
    assert_eq!(door.at(NOW).tick(), "accepted 4");
    assert_eq!(
        kinds(&server.messages()),
        ["account-invitation", "key-file", "mobile-offer", "serial-number"]
    );
}

#[test]
fn registering_again_sends_the_key_file_again_and_changes_nothing() {
    let (door, server) = relayed();
    let serial = registered(&door, "enterprise-suite", "it@company.example");
    door.at(NOW).tick();
    let before = door.at(NOW).one(&["license", "show", &serial]);
    let again = door.at("2026-12-05T12:00").one(&[
        "license",
        "register",
        "--serial",
        &serial,
        "--email",
        "IT@company.example",
    ]);
    assert_eq!((&again["again"], text(&again, "expires_on")), (&true.into(), text(&before, "expires_on")));
    assert_eq!(door.at("2026-12-05T12:00").tick(), "accepted 1");
    assert_eq!(kinds(&server.messages()), ["key-file", "key-file"]);
    assert_eq!(door.at("2026-12-05T12:00").one(&["license", "show", &serial]), before);
}

#[test]
fn a_wrong_address_is_a_theft_attempt_and_its_letter_repeats_nothing_of_what_was_typed() {
    let (door, server) = relayed();
    let serial = registered(&door, "antivirus", "anna@example.com");
    door.at(NOW).tick();
    let before = server.messages().len();
    let at = "2026-12-03T15:04";
    let unknown = door.at(at).refused(
        "no_match",
        &["license", "register", "--serial", "ZZZZ-ZZZZ-ZZZZ-ZZZZ", "--email", "mallory.typed@evil.example"],
    );
    assert_eq!(door.at(at).tick(), "");
    let wrong = door.at(at).refused(
        "no_match",
        &["license", "register", "--serial", &serial, "--email", "mallory.typed@evil.example"],
    );
    assert_eq!(wrong, unknown);
    assert_eq!(door.at(at).tick(), "accepted 1");
    let messages = server.messages();
    let mail = Mail::read(messages.last().unwrap());
    assert_eq!(
        (messages.len() - before, mail.kind().as_str(), mail.to),
        (1, "theft-attempt", "anna@example.com")
    );
    assert!(
        mail.says("3 December 2026") && mail.says("15:04") && mail.says("registration"),
        "{}",
        mail.text()
    );
    let raw = messages.last().unwrap().text();
    for typed in ["mallory", "evil.example", &serial] {
        assert!(!mail.says(typed) && !raw.contains(typed) && !mail.subject().contains(typed), "{typed}");
    }
    assert!(mail.says("/replace"), "{}", mail.text());
    // The license works as before.
    assert_eq!(text(&door.at(at).one(&["license", "show", &serial]), "state"), "active");
}

#[test]
fn attempts_within_a_day_are_gathered_into_one_letter_that_counts_them() {
    let (door, server) = relayed();
    let serial = registered(&door, "enterprise-suite", "it@company.example");
    door.at(NOW).tick();
    let other = issue(&door, &["--product", "enterprise-suite"]);
    let steal = |time: &str| {
        door.at(time).refused(
            "no_match",
            &["license", "renew", "--serial", &other, "--previous", &serial, "--email", "m@evil.example"],
        );
    };
    steal("2026-12-03T10:00");
    assert_eq!(door.at("2026-12-03T10:00").tick(), "accepted 1");
    for time in ["2026-12-03T11:00", "2026-12-03T12:00", "2026-12-04T09:00"] {
        steal(time);
        assert_eq!(door.at(time).tick(), "");
    }
    assert_eq!(door.at("2026-12-04T09:59").tick(), "");
    assert_eq!(door.at("2026-12-04T10:00").tick(), "accepted 1");
    let messages = server.messages();
    let gathered = Mail::read(messages.last().unwrap());
    assert!(gathered.says("this happened 3 times"), "{}", gathered.text());
    assert_eq!(kinds(&messages).iter().filter(|kind| *kind == "theft-attempt").count(), 2);
}

#[test]
fn a_full_price_renewal_carries_over_the_days_left_and_a_bonus() {
    let (door, server) = relayed();
    door.at(INIT).import("serial,product,email,registered_on,expires_on\nOLDO-OLDO-OLDO-0001,antivirus,anna@example.com,2026-01-01,2026-12-31\n");
    let new = issue(&door, &["--product", "antivirus", "--months", "12"]);
    let done = door.at(NOW).one(&[
        "license",
        "renew",
        "--serial",
        &new,
        "--previous",
        "OLDO-OLDO-OLDO-0001",
        "--email",
        "anna@example.com",
    ]);
    assert_eq!((text(&done, "registered_on"), text(&done, "expires_on")), ("2026-12-01", "2028-05-29"));
    let old = door.at(NOW).one(&["license", "show", "OLDO-OLDO-OLDO-0001"]);
    assert_eq!(
        (text(&old, "state"), text(&old, "blocked_reason"), text(&old, "expires_on")),
        ("blocked", "superseded", "2026-12-31")
    );
    assert_eq!((text(&old, "successor"), text(&done, "previous")), (text(&done, "id"), text(&old, "id")));
    door.at(NOW).tick();
    let told = kinds(&server.messages());
    assert!(
        ["key-file", "renewal-confirmation"].iter().all(|kind| told.contains(&(*kind).to_owned())),
        "{told:?}"
    );
    assert!(!told.contains(&"renewal-reminder".to_owned()));
    let once_more = issue(&door, &["--product", "antivirus"]);
    door.at(NOW).refused(
        "already_renewed",
        &[
            "license",
            "renew",
            "--serial",
            &once_more,
            "--previous",
            "OLDO-OLDO-OLDO-0001",
            "--email",
            "anna@example.com",
        ],
    );
    door.at(NOW).refused(
        "same_license",
        &[
            "license",
            "renew",
            "--serial",
            &once_more,
            "--previous",
            &once_more,
            "--email",
            "anna@example.com",
        ],
    );
}

#[test]
fn an_additional_purchase_has_the_devices_of_both_and_the_later_date() {
    let door = Door::open();
    door.at(INIT).import("serial,product,email,devices,registered_on,expires_on\nOLDO-OLDO-OLDO-0001,enterprise-suite,it@company.example,40,2026-01-01,2028-12-31\n");
    let new = issue(&door, &["--product", "enterprise-suite", "--devices", "10", "--offer", "expansion"]);
    let done = door.at(NOW).one(&[
        "license",
        "expand",
        "--serial",
        &new,
        "--previous",
        "OLDO-OLDO-OLDO-0001",
        "--email",
        "it@company.example",
    ]);
    assert_eq!((&done["devices"], text(&done, "expires_on")), (&50.into(), "2028-12-31"));
    assert_eq!(
        text(&door.at(NOW).one(&["license", "show", "OLDO-OLDO-OLDO-0001"]), "blocked_reason"),
        "superseded"
    );
}

#[test]
fn a_block_ends_the_license_until_it_is_lifted() {
    let door = Door::open();
    let serial = registered(&door, "antivirus", "anna@example.com");
    let blocked = door.at(NOW).one(&["license", "block", &serial, "--reason", "compromised"]);
    assert_eq!(
        (text(&blocked, "state"), text(&blocked, "blocked_reason"), text(&blocked, "blocked_on")),
        ("blocked", "compromised", "2026-12-01")
    );
    door.at(NOW).refused("blocked", &["license", "block", &serial]);
    door.at(NOW).refused("blocked", &["keyfile", "show", &serial]);
    door.at(NOW)
        .refused("blocked", &["license", "register", "--serial", &serial, "--email", "anna@example.com"]);
    assert_eq!(door.at(NOW).lines(&["license", "list", "--state", "blocked"]).len(), 1);
    assert_eq!(text(&door.at(NOW).one(&["license", "lift", &serial]), "state"), "active");
    door.at(NOW).refused("not_blocked", &["license", "lift", &serial]);
    door.at(NOW).refused("not_found", &["license", "block", "no-such-license"]);
}

#[test]
fn a_stolen_serial_number_is_replaced_once_for_a_home_and_three_times_for_a_business() {
    for (product, free) in [("antivirus", 1), ("enterprise-suite", 3)] {
        let (door, server) = relayed();
        let mut serial = registered(&door, product, "anna@example.com");
        let until = door.at(NOW).one(&["license", "show", &serial])["expires_on"].clone();
        for _ in 0..free {
            let new = door.at(NOW).done(&["license", "replace", &serial]);
            let (old_one, new_one) = (
                door.at(NOW).one(&["license", "show", &serial]),
                door.at(NOW).one(&["license", "show", &new]),
            );
            assert_eq!(
                (text(&old_one, "state"), text(&old_one, "blocked_reason")),
                ("blocked", "compromised")
            );
            assert_eq!((text(&new_one, "state"), &new_one["expires_on"]), ("active", &until));
            serial = new;
        }
        door.at(NOW).refused("no_replacement_left", &["license", "replace", &serial]);
        door.at(NOW).tick();
        let messages = server.messages();
        let letters: Vec<Mail<'_>> =
            messages.iter().map(Mail::read).filter(|mail| mail.kind() == "license-replaced").collect();
        assert_eq!(letters.len(), 1, "only the last one is still true");
        assert!(letters[0].says(&serial) && letters[0].attached().is_some());
    }
}

#[test]
fn thirty_days_before_expiry_is_the_last_day_of_a_replacement() {
    let door = Door::open();
    door.at(INIT).import("external_id,product,email,registered_on,expires_on\nc-1,antivirus,a@example.com,2026-01-01,2026-12-31\nc-2,antivirus,b@example.com,2026-01-01,2026-12-31\n");
    door.at("2026-12-02T12:00").refused("too_few_days_left", &["license", "replace", "c-1"]);
    door.at(NOW).done(&["license", "replace", "c-2"]);
}

#[test]
fn licenses_are_listed_by_address_and_by_state() {
    let door = Door::open();
    registered(&door, "antivirus", "anna@example.com");
    registered(&door, "mobile-security", "Anna@Example.com");
    registered(&door, "antivirus", "other@example.com");
    issue(&door, &["--product", "antivirus"]);
    let count = |options: &[&str]| door.at(NOW).lines(&[&["license", "list"], options].concat()).len();
    assert_eq!(
        (
            count(&[]),
            count(&["--email", "ANNA@example.com"]),
            count(&["--state", "unregistered"]),
            count(&["--state", "active"])
        ),
        (4, 2, 1, 3)
    );
    assert_eq!(door.at("2028-01-01").lines(&["license", "list", "--state", "expired"]).len(), 3);
    assert!(door.at(NOW).wrong(&["license", "list", "--state", "dead"]).contains("unregistered"));
    assert_eq!(count(&["--email", "nobody@example.com"]), 0);
}

#[test]
fn a_license_shows_the_same_fields_to_programs_as_ever() {
    let door = Door::open();
    let serial = registered(&door, "antivirus", "anna@example.com");
    let shown = door.at(NOW).one(&["license", "show", &serial]);
    let fields: Vec<&str> = shown.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = vec![
        "id",
        "external_id",
        "serial",
        "product",
        "segment",
        "state",
        "devices",
        "months",
        "offer",
        "email",
        "name",
        "language",
        "time_zone",
        "issued_on",
        "term",
        "registered_on",
        "expires_on",
        "blocked_on",
        "blocked_reason",
        "successor",
        "previous",
        "deleted_at",
    ];
    expected.sort_unstable();
    let mut fields = fields;
    fields.sort_unstable();
    assert_eq!(fields, expected);
    door.at(NOW).tick();
    let listed = &door.at(NOW).notices("key-file")[0];
    let mut fields: Vec<&str> = listed.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    let mut expected = vec![
        "id",
        "license",
        "external_id",
        "kind",
        "step",
        "due_on",
        "state",
        "reason",
        "to",
        "language",
        "message_id",
        "accepted_at",
    ];
    expected.sort_unstable();
    assert_eq!(fields, expected);
}
