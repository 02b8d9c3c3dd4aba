//! Beyond this machine nothing is said in the clear, and nobody is let into the conversation.

use std::path::PathBuf;

use super::*;

/// A file of its own for each test, with the certificate of the scripted server.
struct Authority(PathBuf);

impl Authority {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tenure-{test}-{}.pem", std::process::id()));
        fs::write(&path, CERTIFICATE_PEM).unwrap();
        Self(path)
    }

    /// A carrier that takes the server for `relay`.
    fn carrier(&self, server: &Server, relay: &str) -> Carrier {
        let dial = Some(server.address());
        let setup = Setup { dial, extra_ca: Some(self.0.clone()), ..Setup::new(".") };
        Carrier::from_url(relay, &setup).unwrap()
    }
}

impl Drop for Authority {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn mail_leaves_this_machine_by_tls() {
    let authority = Authority::new("by-tls");
    for (script, relay) in [
        (Script::accepting().start_tls(), "smtp://relay.example"),
        (Script::accepting().start_tls().without("PIPELINING"), "smtp://relay.example"),
        (Script::accepting().implicit_tls(), "smtps://relay.example"),
    ] {
        let server = Server::start(script);
        let carrier = authority.carrier(&server, relay);
        assert!(!carrier.is_local());
        for _ in 0..3 {
            assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
        }
        assert_eq!((server.messages().len(), server.connections()), (3, 1));
        assert_eq!(server.messages()[2].data, &*parcel("").bytes);
        let found = carrier.check().await.unwrap();
        assert!(found.contains("TLS 1.3"), "{found}");
    }
}

#[tokio::test]
async fn without_tls_nothing_is_said_to_a_far_relay() {
    let authority = Authority::new("without-tls");
    let server = Server::start(Script::accepting().account("user", "secret"));
    let carrier = authority.carrier(&server, "smtp://user:secret@relay.example");
    let outcome = carry(&carrier, "a@b.example").await;
    assert_eq!(bare(&outcome), OUR_SETUP);
    assert!(outcome.words().contains("TLS"), "{outcome:?}");
    assert_eq!(server.commands(), ["EHLO localhost"]);
}

#[tokio::test]
async fn a_refused_starttls_is_no_reason_to_speak_in_the_clear() {
    let authority = Authority::new("refused-starttls");
    for (act, expected) in [
        (Act::Reply("454 4.7.0 not now".to_owned()), UNREACHABLE),
        (Act::Reply("502 5.5.1 no".to_owned()), OUR_SETUP),
        (Act::ReplyAndDrop("421 4.3.2 closing".to_owned()), UNREACHABLE),
        (Act::Drop, UNREACHABLE),
        (Act::Garbage, UNREACHABLE),
        (Act::HugeLine, UNREACHABLE),
    ] {
        let server =
            Server::start(Script::accepting().start_tls().rule(Rule::new(Stage::StartTls, act.clone())));
        let outcome = carry(&authority.carrier(&server, "smtp://relay.example"), "a@b.example").await;
        assert_eq!(bare(&outcome), expected, "{act:?}: {outcome:?}");
        assert_eq!(server.commands(), ["EHLO localhost", "STARTTLS"]);
    }
}

#[tokio::test]
async fn words_added_to_the_answer_to_starttls_are_noticed() {
    let authority = Authority::new("added-words");
    let added = Act::ReplyAndInject("220 go ahead".to_owned(), "250-relay\r\n250 AUTH PLAIN\r\n".to_owned());
    let server = Server::start(Script::accepting().start_tls().rule(Rule::new(Stage::StartTls, added)));
    let outcome = carry(&authority.carrier(&server, "smtp://u:p@relay.example"), "a@b.example").await;
    assert_eq!(bare(&outcome), OUR_SETUP);
    assert!(outcome.words().contains("added"), "{outcome:?}");
    assert!(server.messages().is_empty());
}

#[tokio::test]
async fn a_relay_with_the_certificate_of_another_is_not_trusted() {
    let authority = Authority::new("another");
    for (script, relay) in [
        (Script::accepting().start_tls(), "smtp://impostor.example"),
        (Script::accepting().implicit_tls(), "smtps://impostor.example"),
    ] {
        let server = Server::start(script);
        let outcome = carry(&authority.carrier(&server, relay), "a@b.example").await;
        assert_eq!(bare(&outcome), OUR_SETUP);
        assert!(outcome.words().contains("certificate"), "{outcome:?}");
    }
}

#[tokio::test]
async fn a_silent_handshake_ends_with_its_timer() {
    let authority = Authority::new("silent");
    // Says `220` in the clear and waits, while TLS is expected.
    let server = Server::start(Script::accepting().rule(Rule::new(Stage::Greeting, Act::Hang)));
    let timers = Timers { connect: Duration::from_millis(200), ..Timers::default() };
    let setup = Setup {
        dial: Some(server.address()),
        extra_ca: Some(authority.0.clone()),
        timers,
        ..Setup::new(".")
    };
    let carrier = Carrier::from_url("smtps://relay.example", &setup).unwrap();
    assert_eq!(bare(&carry(&carrier, "a@b.example").await), UNREACHABLE);
}

#[tokio::test]
async fn user_and_password_are_given_by_either_mechanism() {
    let authority = Authority::new("either");
    let (user, password) = ("me@vendor.example", "p:ä %");
    let locked = Script::accepting().start_tls().account(user, password);
    for script in [locked.clone(), locked.clone().with("AUTH PLAIN"), locked.with("AUTH LOGIN")] {
        let server = Server::start(script);
        let carrier = authority.carrier(&server, "smtp://me%40vendor.example:p%3A%C3%A4%20%25@relay.example");
        assert_eq!(bare(&carry(&carrier, "a@b.example").await), ACCEPTED);
        assert!(carrier.check().await.unwrap().contains("signed in"));
    }
}

#[tokio::test]
async fn a_refused_sign_in_is_our_own_affair_and_tells_no_password() {
    let authority = Authority::new("refused-sign-in");
    let wrong = Script::accepting().start_tls().account("user", "another");
    let busy = wrong.clone().account("user", "hunter2").rule(Rule::reply(Stage::Auth, "454 4.7.0 not now"));
    let hidden = wrong.clone().without("AUTH");
    for (script, expected) in [(wrong, OUR_SETUP), (busy, UNREACHABLE), (hidden, OUR_SETUP)] {
        let server = Server::start(script);
        let carrier = authority.carrier(&server, "smtp://user:hunter2@relay.example");
        let outcome = carry(&carrier, "a@b.example").await;
        assert_eq!(bare(&outcome), expected, "{outcome:?}");
        let told = format!("{outcome:?} {carrier:?} {:?} {}", carrier.check().await, carrier.place());
        assert!(!told.contains("hunter2"), "{told}");
    }
}

#[tokio::test]
async fn a_relay_that_wants_a_sign_in_is_told_apart_from_a_bad_letter() {
    let server = Server::start(Script::accepting().account("user", "secret"));
    assert_eq!(bare(&carry(&carrier(&server), "a@b.example").await), OUR_SETUP);
}

#[tokio::test]
async fn every_fault_of_the_sign_in_leaves_the_letter_for_later() {
    for (act, expected) in [
        (Act::Reply("454 4.7.0 not now".to_owned()), UNREACHABLE),
        (Act::Reply("554 5.7.0 never".to_owned()), OUR_SETUP),
        (Act::ReplyAndDrop("421 4.3.2 closing".to_owned()), UNREACHABLE),
        (Act::Drop, UNREACHABLE),
        (Act::HalfReply, UNREACHABLE),
        (Act::Garbage, UNREACHABLE),
        (Act::HugeLine, UNREACHABLE),
    ] {
        let script = Script::accepting().account("user", "secret").rule(Rule::new(Stage::Auth, act.clone()));
        let server = Server::start(script);
        let url = format!("smtp://user:secret@127.0.0.1:{}", server.port());
        let carrier = Carrier::from_url(&url, &Setup::new(".")).unwrap();
        let outcome = carry(&carrier, "a@b.example").await;
        assert_eq!(bare(&outcome), expected, "{act:?}: {outcome:?}");
    }
}

#[test]
fn a_file_without_certificates_is_refused_when_the_carrier_is_made() {
    let setup = Setup { extra_ca: Some("no such file.pem".into()), ..Setup::new("/nowhere") };
    let error = Carrier::from_url("smtps://user:hunter2@relay.example", &setup).unwrap_err().to_string();
    assert!(error.contains("no such file.pem") && !error.contains("hunter2"), "{error}");
}
