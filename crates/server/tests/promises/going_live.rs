//! `go-live`: from the sandbox to real letters only when everything is well and somebody meant it; and what `doctor` finds in
//! the DNS.

use std::fs;

use tenure_testbed::{
    dns::{Resolver, Said, text as published},
    smtp::Server,
};

use crate::{
    door::{Door, INIT, object, text},
    fuses::moved,
};

/// A sandbox that has been made ready for real letters, in its own file.
fn prepared(server: &Server, resolver: &Resolver) -> Door {
    let door = Door::open();
    for (old, new) in [
        ("name = \"Example Software\"", "name = \"Żubr Software\""),
        ("url = \"https://vendor.example\"", "url = \"https://zubr.dev\""),
        ("from = \"licenses@vendor.example\"", "from = \"licenses@mail.zubr.dev\""),
        ("relay = \"folder:outbox\"", &format!("relay = \"{}\"", server.url())),
        ("resolver = \"\"", &format!("resolver = \"{}\"", resolver.address())),
        ("base_url = \"http://127.0.0.1:8080\"", "base_url = \"https://my.zubr.dev\""),
    ] {
        door.edit("tenure.toml", old, new);
    }
    resolver.say("mail.zubr.dev", published("v=spf1 include:_spf.relay.dev -all"));
    // The policy stands at the domain above.
    resolver.say("_dmarc.zubr.dev", published("v=DMARC1; p=reject"));
    door
}

fn settings(door: &Door) -> String {
    fs::read_to_string(door.file("tenure.toml")).unwrap()
}

#[test]
fn everything_is_checked_and_shown_and_one_line_is_switched() {
    let (server, resolver) = (Server::accepting(), Resolver::start());
    let door = prepared(&server, &resolver);
    let (known, expires) = (moved("-10 days"), moved("33 days"));
    door.at(&known).import(&format!(
        "external_id,product,email,registered_on,expires_on\nc-1,antivirus,anna@zubr.dev,2026-01-01,{}\n",
        &expires[..10]
    ));
    let before = settings(&door);
    let said = door.now().run(&["go-live"]);
    assert!(said.status == Some(1) && said.err.contains("--yes"), "{said:?}");
    assert!(said.out.contains("renewal-reminder") && said.out.contains("within 7 days"), "{said:?}");
    assert_eq!(settings(&door), before);
    let said = door.now().one(&["go-live", "--yes"]);
    assert_eq!((text(&said, "mode"), &said["switched"]), ("live", &true.into()));
    assert_eq!((text(&said["coming"][0], "step"), &said["coming"][0]["count"]), ("-30", &1.into()));
    assert_eq!(settings(&door), before.replacen("mode = \"sandbox\"", "mode = \"live\"", 1));
    // The relay was asked, and got no letter.
    assert!(server.commands().iter().any(|command| command.starts_with("EHLO")));
    assert!(server.messages().is_empty());
    let said = door.now().run(&["doctor"]);
    assert!(said.status == Some(0) && said.out.contains("live, 4 products"), "{said:?}");
    assert!(door.now().done(&["go-live"]).contains("live already"));
}

#[test]
fn what_is_wrong_is_listed_and_nothing_is_switched() {
    let door = Door::open();
    let before = settings(&door);
    let said = door.now().run(&["go-live", "--yes"]);
    assert_eq!(said.status, Some(1), "{said:?}");
    for words in [
        "WRONG  vendor     vendor.name, vendor.url, mail.from",
        "WRONG  address    web.base_url",
        "WRONG  relay      folder:",
        "to be mended first; nothing is switched",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let said = door.now().run(&["--json", "go-live", "--yes"]);
    assert_eq!((said.status, &object(&said.out)["switched"]), (Some(1), &false.into()), "{said:?}");
    assert_eq!(settings(&door), before);
    assert!(!door.file("tenure.toml.new").exists());

    let (server, resolver) = (Server::accepting(), Resolver::start());
    let mut door = prepared(&server, &resolver);
    let refused = |door: &Door, words: &str| {
        let said = door.now().run(&["go-live", "--yes"]);
        assert!(
            said.status == Some(1) && (said.out.contains(words) || said.err.contains(words)),
            "{words}: {said:?}"
        );
        assert!(settings(door).contains("mode = \"sandbox\""));
    };
    resolver.say("mail.zubr.dev", published("v=spf1 -all"));
    refused(&door, "lets nobody send");
    resolver.say("mail.zubr.dev", published("v=spf1 mx -all"));
    door.write("letters.txt", "");
    fs::create_dir_all(door.file("letters/renewal-reminder")).unwrap();
    door.write("letters/renewal-reminder/en.md", "nothing");
    refused(&door, "WRONG  letters");
    fs::remove_dir_all(door.file("letters")).unwrap();
    door.at(&moved("3 days")).tick();
    refused(&door, "a round of a day to come is on record");
    door.set("MODE", "sandbox");
    refused(&door, "TENURE__MODE");
    door.unset("MODE");
    door.set("MAIL__RELAY", "smtp://127.0.0.1:1");
    refused(&door, "WRONG  relay");
}

#[test]
fn the_doctor_judges_what_the_dns_has() {
    let (server, resolver) = (Server::accepting(), Resolver::start());
    let door = prepared(&server, &resolver);
    let keys = door.at(INIT).lines(&["keys", "dkim"]);
    door.edit("tenure.toml", "domain = \"\"", "domain = \"mail.zubr.dev\"");
    let findings = || -> Vec<String> {
        let said = door.at(INIT).run(&["--json", "doctor"]);
        let all = said.out.lines().map(object).filter(|found| found["check"] == "dns");
        all.map(|found| format!("{} {}", found["ok"], text(&found, "words"))).collect()
    };
    let found = findings();
    assert!(found[0].starts_with("true SPF of mail.zubr.dev: found"), "{found:?}");
    assert!(
        found[1].starts_with("false DKIM of tenure-rsa._domainkey.mail.zubr.dev is not there; publish:"),
        "{found:?}"
    );
    assert!(found[3].starts_with("true DMARC of _dmarc.mail.zubr.dev: found"), "{found:?}");
    // A long key comes in strings, and too long for UDP; the other is somebody else's.
    let rsa = text(&keys[0], "text");
    let strings = rsa.as_bytes().chunks(100).map(|part| String::from_utf8(part.to_vec()).unwrap());
    resolver.say(text(&keys[0], "name"), Said::Long(vec![strings.collect()]));
    resolver.say(text(&keys[1], "name"), published("v=DKIM1; k=ed25519; p=AAAA"));
    resolver
        .say("mail.zubr.dev", Said::Texts(vec![vec!["v=spf1 mx -all".into()], vec!["v=spf1 a -all".into()]]));
    let found = findings();
    assert!(found[0].starts_with("false SPF of mail.zubr.dev is there 2 times"), "{found:?}");
    assert!(found[1].starts_with("true DKIM"), "{found:?}");
    assert!(found[2].starts_with("false DKIM") && found[2].contains("another key"), "{found:?}");
}

#[test]
fn a_resolver_that_does_not_answer_is_not_waited_for() {
    let (server, resolver) = (Server::accepting(), Resolver::start());
    let mut door = prepared(&server, &resolver);
    for (said, words) in [
        (Said::Silence, "does not answer"),
        (Said::Broken, "ServerFailure"),
        (Said::Garbage, "cannot be read"),
    ] {
        let before = resolver.asked().len();
        resolver.say("mail.zubr.dev", said);
        let told = door.at(INIT).run(&["doctor"]);
        assert!(
            told.status == Some(0) && told.out.contains("look   dns        to publish, not checked"),
            "{told:?}"
        );
        assert!(told.out.contains(words), "{words}: {told:?}");
        // One question, and no second wait.
        assert_eq!(resolver.asked().len(), before + 1);
    }
    door.set("MAIL__RESOLVER", "none");
    assert!(door.at(INIT).done(&["doctor"]).contains("not checked (no resolver is set)"));
    door.set("MAIL__RESOLVER", "resolver.example");
    assert!(door.at(INIT).wrong(&["tick"]).contains("mail.resolver"));
}
