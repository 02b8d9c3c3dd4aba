//! The SMTP carrier in front of a server that follows a script.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tenure_domain::outcome::{Delay, Outcome, Refused};
use tenure_testbed::smtp::{Act, CERTIFICATE_PEM, Rule, Script, Server, Stage};

use crate::carrier::{Anyway, Carried, Carrier, Courier, Parcel, Setup, Timers};

mod faults;
mod following;
mod secrecy;
mod sessions;
mod sink;
mod tokens;

const LATER: Outcome = Outcome::Later { delay: Delay::Refused, reply: String::new() };
const UNREACHABLE: Outcome = Outcome::Later { delay: Delay::Unreachable, reply: String::new() };
const OUR_SETUP: Outcome = Outcome::Later { delay: Delay::OurSetup, reply: String::new() };
const NO_ADDRESS: Outcome = Outcome::Never { refused: Refused::Address, reply: String::new() };
const NO_MESSAGE: Outcome = Outcome::Never { refused: Refused::Message, reply: String::new() };
const UNKNOWN: Outcome = Outcome::Unknown { detail: String::new() };
const ACCEPTED: Outcome = Outcome::Accepted { reply: String::new() };

fn parcel(to: &str) -> Parcel {
    Parcel {
        from: "post@vendor.example".to_owned(),
        to: to.to_owned(),
        bytes: Arc::from(&b"Subject: hello\r\n\r\n.a line that begins with a dot\r\n"[..]),
        name: "ltr_1".to_owned(),
        attempt: 1,
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn carrier(server: &Server) -> Carrier {
    carrier_with(server, Timers::default())
}

fn carrier_with(server: &Server, timers: Timers) -> Carrier {
    let setup = Setup { timers, ..Setup::new(".") };
    Carrier::from_url(&server.url(), &setup).unwrap()
}

/// Whose letter may be asked about so many times.
struct Asked {
    times: usize,
    of: AtomicUsize,
}

fn asked(times: usize) -> Asked {
    Asked { times, of: AtomicUsize::new(0) }
}

impl Courier for Asked {
    async fn may_go(&self) -> bool {
        self.of.fetch_add(1, Ordering::SeqCst) < self.times
    }
}

async fn carry(carrier: &Carrier, to: &str) -> Outcome {
    match carrier.carry(&parcel(to), None, &Anyway).await.0 {
        Carried::Outcome(outcome) => outcome,
        Carried::Withdrawn => panic!("nobody withdrew it"),
    }
}

/// The outcome without its words.
fn bare(outcome: &Outcome) -> Outcome {
    let mut outcome = outcome.clone();
    match &mut outcome {
        Outcome::Accepted { reply: words }
        | Outcome::Later { reply: words, .. }
        | Outcome::Never { reply: words, .. }
        | Outcome::Unknown { detail: words } => words.clear(),
    }
    outcome
}

#[tokio::test]
async fn a_message_arrives_as_it_was_given_and_the_relays_words_are_kept() {
    let server =
        Server::start(Script::accepting().rule(Rule::reply(Stage::Dot, "250-2.0.0 taken\n250 2.0.0 as ABC")));
    let outcome = carry(&carrier(&server), "anna@holder.example").await;
    assert_eq!(outcome, Outcome::Accepted { reply: "250-2.0.0 taken\n250 2.0.0 as ABC".to_owned() });
    let received = &server.messages()[0];
    assert_eq!(
        (received.from.as_str(), received.to.as_slice()),
        ("post@vendor.example", &["anna@holder.example".to_owned()][..])
    );
    assert_eq!(received.data, &*parcel("").bytes);
}

#[tokio::test]
async fn envelope_and_data_go_in_one_write_where_the_relay_takes_that() {
    let server = Server::accepting();
    carry(&carrier(&server), "a@b.example").await;
    assert_eq!(server.pipelined(), 2, "MAIL and RCPT each with a command behind it");

    let server = Server::start(Script::accepting().without("PIPELINING"));
    assert_eq!(bare(&carry(&carrier(&server), "a@b.example").await), ACCEPTED);
    assert_eq!(server.pipelined(), 0);
}

#[tokio::test]
async fn an_address_in_another_script_goes_as_far_as_the_relay_lets_it() {
    let server = Server::accepting();
    assert_eq!(bare(&carry(&carrier(&server), "józef@żółw.pl").await), ACCEPTED);
    assert!(server.commands().iter().any(|line| line.starts_with("MAIL") && line.ends_with(" SMTPUTF8")));
    assert_eq!(server.messages()[0].to, ["józef@xn--w-uga1v8h.pl"]);

    let server = Server::start(Script::accepting().without("SMTPUTF8"));
    let carrier = carrier(&server);
    assert_eq!(bare(&carry(&carrier, "jozef@żółw.pl").await), ACCEPTED);
    assert!(!server.commands().iter().any(|line| line.contains("SMTPUTF8")));
    let refused = carry(&carrier, "józef@żółw.pl").await;
    assert_eq!(bare(&refused), NO_ADDRESS);
    assert!(refused.words().contains("SMTPUTF8"), "{refused:?}");
}

#[tokio::test]
async fn what_is_no_address_is_never_said_to_the_relay() {
    let server = Server::accepting();
    let carrier = carrier(&server);
    for hostile in ["a@b.example>\r\nRCPT TO:<c@d.example", "nobody", "", "a b@c.example"] {
        assert_eq!(bare(&carry(&carrier, hostile).await), NO_ADDRESS, "{hostile:?}");
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_message_larger_than_the_relay_takes_is_not_begun() {
    let server = Server::start(Script::accepting().with("SIZE 20"));
    let refused = carry(&carrier(&server), "a@b.example").await;
    assert_eq!(bare(&refused), NO_MESSAGE);
    assert!(refused.words().contains("20"), "{refused:?}");
    assert!(!server.commands().iter().any(|line| line.starts_with("MAIL")));
}

#[tokio::test]
async fn a_withdrawn_letter_is_not_sent_and_its_session_carries_the_next_one() {
    for (script, says_reset) in
        [(Script::accepting(), false), (Script::accepting().without("PIPELINING"), true)]
    {
        let server = Server::start(script);
        let carrier = carrier(&server);
        assert_eq!(carrier.carry(&parcel("a@b.example"), None, &asked(0)).await.0, Carried::Withdrawn);
        assert_eq!(server.commands().contains(&"RSET".to_owned()), says_reset);
        assert!(!server.commands().contains(&"DATA".to_owned()));
        assert_eq!(bare(&carry(&carrier, "c@d.example").await), ACCEPTED);
        assert_eq!((server.messages().len(), server.connections()), (1, 1));
    }
}

#[tokio::test]
async fn a_check_goes_as_far_as_mail_would_and_sends_none() {
    let server = Server::accepting();
    let found = carrier(&server).check().await.unwrap();
    assert!(found.contains("takes mail"), "{found}");
    assert_eq!(server.commands().len(), 2, "EHLO and QUIT");

    let server = Server::start(Script::accepting().rule(Rule::reply(Stage::Greeting, "554 5.7.1 go away")));
    let trouble = carrier(&server).check().await.unwrap_err();
    assert!(trouble.contains("554 5.7.1 go away"), "{trouble}");
}
