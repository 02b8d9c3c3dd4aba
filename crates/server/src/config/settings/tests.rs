//! Settings as operators write them, right and wrong.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::config::mail::Relay;

fn with(text: &str, variables: &[(&str, &str)]) -> Result<Settings, SettingsError> {
    Settings::parse(text, variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

#[test]
fn the_default_file_has_every_setting_and_a_comment_for_each() {
    let settings = with("", &[]).unwrap();
    assert_eq!(settings, with(crate::config::DEFAULT_SETTINGS, &[]).unwrap());
    assert_eq!(
        (settings.renewal, settings.replacement),
        (RenewalRules::default(), ReplacementRules::default())
    );
    let mut above = "";
    for line in crate::config::DEFAULT_SETTINGS.lines() {
        if line.contains(" = ") && !line.starts_with('#') {
            assert!(above.starts_with('#'), "no comment above: {line}");
        }
        above = line;
    }
}

#[test]
fn the_environment_overrides_the_file() {
    let text = "mode = \"sandbox\"\n[mail]\nrelay = \"folder:here\"\nconnections = 2\n";
    let settings = with(
        text,
        &[
            ("TENURE__MAIL__RELAY", "smtp://127.0.0.1:2525"),
            ("TENURE__MODE", "live"),
            ("TENURE__MAIL__CONNECTIONS", "3"),
            ("HOME", "/"),
        ],
    )
    .unwrap();
    assert_eq!(
        (settings.mail.relay.as_str(), settings.mode, settings.mail.connections),
        ("smtp://127.0.0.1:2525", Mode::Live, 3)
    );
    assert_eq!(settings.store.url, "sqlite:tenure.db");
}

#[test]
fn several_relays_and_rates_are_read_and_one_relay_by_the_environment_stands_alone() {
    let text = "[[mail.relays]]\nurl = \"smtp://a.example\"\n[[mail.relays]]\nurl = \"smtp://b.example\"\norder = 2\n\
                connections = 4\nrate = 60\n[mail.domain_rate]\n\"gmail.com\" = 100\n";
    let mail = with(text, &[]).unwrap().mail;
    let second = Relay { order: 2, connections: Some(4), rate: 60, ..Relay::only("smtp://b.example") };
    assert_eq!(mail.relays, [Relay::only("smtp://a.example"), second]);
    assert_eq!(mail.domain_rate.get("gmail.com"), Some(&100));
    let one = with(text, &[("TENURE__MAIL__RELAY", "folder:aside")]).unwrap().mail;
    assert_eq!((one.relays, one.relay.as_str()), (vec![], "folder:aside"));
}

#[test]
fn a_wrong_setting_is_refused_with_place_and_remedy() {
    for (text, variables, words) in [
        ("[mail]\nrelais = \"folder:x\"", &[][..], "line 2: there is no setting `mail.relais`; here are"),
        ("[post]\nrelay = \"folder:x\"", &[], "line 1: there is no setting `post`"),
        ("[mail]\nconnections = \"many\"", &[], "line 2: `mail.connections` must be a number"),
        ("mode = \"test\"", &[], "live"),
        ("[vendor]\nlanguage = \"polish language\"", &[], "vendor.language"),
        ("[vendor]\ntime_zone = \"Gdansk\"", &[], "Europe/Warsaw"),
        ("[mail]\nfrom = \"nobody\"", &[], "mail.from"),
        ("[vendor]\ncolor = \"teal\"", &[], "vendor.color = \"teal\": a color is written #rrggbb"),
        ("[web\n", &[], "line 1"),
        ("\nmode = \"production\"\n", &[], "line 2: mode = \"production\""),
        ("", &[("TENURE__MODE", "production")], "TENURE__MODE"),
        (
            "[mail]\nlmtp_listen = \"0.0.0.0:24\"",
            &[],
            "mail.lmtp_listen = \"0.0.0.0:24\": write a loopback address",
        ),
        ("[mail]\nlmtp_listen = \"mx.vendor.example:24\"", &[], "127.0.0.1:24 or [::1]:24"),
        ("[mail]\nlmtp_listen = \"127.0.0.1\"", &[], "127.0.0.1:24"),
        ("[mail]\nlmtp_listen = \"[::1]:24\"", &[], "set mail.return_path as well"),
        ("[web]\nlisten = \"here\"", &[], "127.0.0.1:8080"),
        ("[web]\ntrusted_proxies = \"10.0.0.1\"", &[], "`web.trusted_proxies` must be a list"),
        ("[web]\ntrusted_proxies = [\"10.0.0.0/33\"]", &[], "web.trusted_proxies = \"10.0.0.0/33\": a range"),
        ("", &[("TENURE__WEB__TRUSTED_PROXIES", "10.0.0.1, proxy")], "web.trusted_proxies = \"proxy\""),
        ("[limits]\nper_network = -1", &[], "u32"),
        ("", &[("TENURE__MAIL__RELAIS", "x")], "TENURE__MAIL__RELAIS"),
        ("", &[("TENURE__MAIL__CONNECTIONS", "many")], "whole number"),
        ("[mail]\nrelays = 5", &[], "`mail.relays` must be a list"),
        ("[[mail.relays]]\nurl = \"smtp://a.example\"\nodrer = 2", &[], "odrer"),
        ("[[mail.relays]]\norder = 2", &[], "url"),
        ("[mail.domain_rate]\n\"a@gmail.com\" = 5", &[], "gmail.com"),
        ("[mail.domain_rate]\n\"gmail.com\" = \"many\"", &[], "many"),
    ] {
        let error = with(text, variables).unwrap_err().to_string();
        assert!(error.contains(words), "{text}: {error}");
    }
}
