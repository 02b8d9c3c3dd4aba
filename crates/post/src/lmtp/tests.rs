//! Conversations as a mail server leads them, and as a broken or hostile program does.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Arc, Mutex};

use tenure_testbed::patience::PATIENCE;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex},
    sync::Notify,
};

use super::*;
use crate::bounce;

/// Knows `…+ours@…`, keeps what it takes, and is broken where a test says so.
#[derive(Default)]
struct Desk {
    taken: Mutex<Vec<(Vec<u8>, Vec<String>)>>,
    is_broken: bool,
    home: Notify,
}

impl Reception for Desk {
    fn knows(&self, recipient: &str) -> bool {
        recipient.contains("+ours")
    }

    async fn take(&self, message: Vec<u8>, recipients: Vec<String>) -> Vec<Taken> {
        if self.is_broken {
            return recipients.iter().map(|_| Taken::Later("broken just now".to_owned())).collect();
        }
        let answers = recipients.iter().map(|recipient| Taken::Done(format!("for {recipient}"))).collect();
        self.taken.lock().unwrap().push((message, recipients));
        answers
    }

    async fn over(&self) {
        self.home.notified().await;
    }
}

fn host() -> Host {
    let patience = Duration::from_millis(200);
    Host { name: "vendor.example".to_owned(), patience, message_patience: Duration::from_millis(600) }
}

/// Says everything at once; what was answered to the end.
async fn hear(desk: &Desk, said: &[u8]) -> String {
    hear_at(&host(), desk, said).await
}

/// The same for what takes its time on a busy machine.
async fn hear_patiently(desk: &Desk, said: &[u8]) -> String {
    hear_at(&Host { patience: PATIENCE, message_patience: PATIENCE, ..host() }, desk, said).await
}

async fn hear_at(host: &Host, desk: &Desk, said: &[u8]) -> String {
    let (mut client, server) = duplex(64 * 1024);
    let speak = async {
        // Who is turned away does not hear us out.
        let _ = client.write_all(said).await;
        let mut heard = String::new();
        client.read_to_string(&mut heard).await.unwrap();
        heard
    };
    tokio::join!(converse(server, host, desk), speak).1
}

/// The codes of an answer, one for each line that ends one.
fn codes(heard: &str) -> Vec<&str> {
    heard.lines().filter(|line| line.as_bytes()[3] == b' ').map(|line| &line[..3]).collect()
}

/// The beginning of a transaction for one known recipient.
const BEGUN: &str = "LHLO mx\r\nMAIL FROM:<>\r\nRCPT TO:<b+ours@v.example>\r\nDATA\r\n";

#[tokio::test]
async fn a_message_gets_an_answer_for_each_recipient_in_order() {
    let desk = Desk::default();
    let said = "LHLO mx.example\r\nMAIL FROM:<> BODY=8BITMIME SIZE=40 SMTPUTF8\r\nRCPT TO:<a+ours@v.example>\r\nRCPT TO:<nobody@v.example>\r\n\
        RCPT TO:<b+ours@v.example>\r\nDATA\r\nSubject: zażółć\r\n\r\n..dot\r\n.\r\nQUIT\r\n";
    insta::assert_snapshot!(hear(&desk, said.as_bytes()).await.replace('\r', ""), @r"
    220 vendor.example LMTP Tenure
    250-vendor.example
    250-PIPELINING
    250-SIZE 33554432
    250-8BITMIME
    250-ENHANCEDSTATUSCODES
    250 SMTPUTF8
    250 2.1.0 sender heard
    250 2.1.5 recipient known
    550 5.1.1 no letter of ours has this return path
    250 2.1.5 recipient known
    354 end with a dot on a line of its own
    250 2.0.0 for a+ours@v.example
    250 2.0.0 for b+ours@v.example
    221 2.0.0 bye
    ");
    let taken = desk.taken.lock().unwrap();
    assert_eq!(taken.len(), 1);
    assert_eq!(String::from_utf8_lossy(&taken[0].0), "Subject: zażółć\r\n\r\n.dot\r\n");
}

#[tokio::test]
async fn every_line_gets_its_answer_and_nothing_is_taken_out_of_turn() {
    for (said, expected) in [
        ("HELO mx\r\nEHLO mx\r\nQUIT\r\n", "220 500 500 221"),
        ("MAIL FROM:<>\r\nRCPT TO:<a+ours@v>\r\nDATA\r\nQUIT\r\n", "220 503 503 503 221"),
        (
            "LHLO mx\r\nMAIL FROM:<a@b.example>\r\nMAIL FROM:<>\r\nRSET\r\nRCPT TO:<a+ours@v.example>\r\nQUIT\r\n",
            "220 250 250 503 250 503 221",
        ),
        ("LHLO mx\r\nMAIL FROM:<>\r\nRCPT TO:<a@v.example>\r\nDATA\r\nQUIT\r\n", "220 250 250 550 503 221"),
        (
            "LHLO mx\r\nMAIL FROM:<> SIZE=33554433\r\nMAIL FROM:<> BODY=BINARYMIME\r\nMAIL FROM:<> SIZE=33554432\r\nQUIT\r\n",
            "220 250 552 555 250 221",
        ),
        (
            "LHLO mx\r\nMAIL FROM:<> COLOR=RED\r\nMAIL FROM:nobody\r\nMAIL\r\nQUIT\r\n",
            "220 250 555 501 501 221",
        ),
        (
            "NOOP\r\nVRFY a\r\nEXPN a\r\nSTARTTLS\r\nAUTH PLAIN\r\nBURL x\r\nfoo bar\r\n\r\nQUIT\r\n",
            "220 250 252 502 502 502 502 500 500 221",
        ),
        ("lhlo mx\nmail from:<>\nquit\n", "220 250 250 221"),
        ("QUIT\r\n", "220 221"),
    ] {
        let desk = Desk::default();
        let heard = hear(&desk, said.as_bytes()).await;
        assert_eq!(codes(&heard).join(" "), expected, "{said}\n{heard}");
        assert!(desk.taken.lock().unwrap().is_empty(), "{said}");
    }
}

#[tokio::test]
async fn one_conversation_brings_many_messages_and_the_empty_one_too() {
    let desk = Desk::default();
    let one = "MAIL FROM:<>\r\nRCPT TO:<b+ours@v.example>\r\nDATA\r\n";
    let said = format!("LHLO mx\r\n{one}first\r\n.\r\n{one}.\r\n{one}\r\n.\r\nDATA\r\nQUIT\r\n");
    let heard = hear(&desk, said.as_bytes()).await;
    let each = "250 250 354 250";
    assert_eq!(codes(&heard).join(" "), format!("220 250 {each} {each} {each} 503 221"), "{heard}");
    let taken: Vec<_> = desk.taken.lock().unwrap().iter().map(|(message, _)| message.clone()).collect();
    assert_eq!(taken, [&b"first\r\n"[..], b"", b"\r\n"]);
}

#[tokio::test]
async fn a_fault_of_ours_leaves_the_message_with_the_mail_server() {
    let desk = Desk { is_broken: true, ..Desk::default() };
    let heard = hear(&desk, format!("{BEGUN}x\r\n.\r\nQUIT\r\n").as_bytes()).await;
    assert!(heard.contains("\r\n451 4.3.0 broken just now\r\n221"), "{heard}");
}

#[tokio::test]
async fn a_line_of_any_length_is_refused_and_the_next_one_heard() {
    for length in [4_000, 4_096, 4_097, 8_192, 1_000_000] {
        let said = format!("LHLO {}\r\nNOOP\r\nQUIT\r\n", "x".repeat(length));
        let heard = hear_patiently(&Desk::default(), said.as_bytes()).await;
        let codes = codes(&heard);
        assert!(
            codes.len() == 4 && codes[1].starts_with('5') && codes[2..] == ["250", "221"],
            "{length}: {heard}"
        );
    }
}

#[tokio::test]
async fn a_long_message_is_cut_off_and_one_beyond_all_measure_refused() {
    let desk = Desk::default();
    let line = "x".repeat(1_000_000);
    let long = format!("{BEGUN}{line}\r\n{line}\r\n.\r\nQUIT\r\n");
    assert_eq!(codes(&hear_patiently(&desk, long.as_bytes()).await).join(" "), "220 250 250 250 354 250 221");
    let kept = desk.taken.lock().unwrap()[0].0.len();
    assert!((bounce::LONGEST..bounce::LONGEST + 8192).contains(&kept), "{kept}");
    let endless = format!("{BEGUN}{}.\r\nQUIT\r\n", format!("{line}\r\n").repeat(34));
    assert_eq!(
        codes(&hear_patiently(&desk, endless.as_bytes()).await).join(" "),
        "220 250 250 250 354 552 221"
    );
    assert_eq!(desk.taken.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn garbage_ends_the_conversation_and_breaks_nothing() {
    let garbage: Vec<u8> =
        (0..200_000_u32).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    let heard = hear(&Desk::default(), &garbage).await;
    assert!(heard.ends_with("421 4.7.0 too many mistakes\r\n"), "{heard}");
    let tls = hear(&Desk::default(), b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03").await;
    assert!(tls.contains("421 4.4.2"), "{tls}");
}

#[tokio::test]
async fn too_many_recipients_are_asked_to_come_by_themselves() {
    let desk = Desk::default();
    let recipients: String =
        (0..101).map(|at| format!("RCPT TO:<b{at}+ours@v.example>\r\n")).collect::<Vec<_>>().concat();
    let heard =
        hear(&desk, format!("LHLO mx\r\nMAIL FROM:<>\r\n{recipients}DATA\r\nx\r\n.\r\nQUIT\r\n").as_bytes())
            .await;
    assert_eq!(
        (heard.matches("\r\n452 4.5.3").count(), heard.matches("250 2.0.0 for").count()),
        (1, 100),
        "{heard}"
    );
}

/// A conversation with a client that does as it likes.
async fn with<F: Future<Output = ()>>(desk: &Desk, client: impl FnOnce(DuplexStream) -> F) {
    let (ours, theirs) = duplex(64 * 1024);
    let host = host();
    tokio::join!(converse(theirs, &host, desk), client(ours));
}

#[tokio::test]
async fn what_is_dropped_in_the_middle_is_not_taken() {
    for said in [
        "LH",
        "LHLO mx\r\nMAIL FROM:<>\r\n",
        BEGUN,
        &format!("{BEGUN}half a message\r\n"),
        &format!("{BEGUN}x\r\n."),
        &format!("{BEGUN}x\r\n.\r"),
    ] {
        let desk = Desk::default();
        with(&desk, async |mut client| client.write_all(said.as_bytes()).await.unwrap()).await;
        assert!(desk.taken.lock().unwrap().is_empty(), "{said}");
    }
}

#[tokio::test]
async fn whoever_is_silent_is_left_and_whoever_is_slow_is_heard_out() {
    let desk = Desk::default();
    let silent = hear(&desk, BEGUN.as_bytes()).await;
    assert!(silent.ends_with("421 4.4.2 nothing was heard for too long\r\n"), "{silent}");
    // Letter by letter, each within our patience.
    with(&desk, async |mut client| {
        for octet in format!("{BEGUN}slow\r\n.\r\n").bytes() {
            client.write_all(&[octet]).await.unwrap();
            tokio::task::yield_now().await;
        }
        client.write_all(b"QUIT\r\n").await.unwrap();
    })
    .await;
    assert_eq!(desk.taken.lock().unwrap()[0].0, b"slow\r\n");
    // A message that never ends is left after its time, however busy the other side is.
    with(&desk, async |mut client| {
        client.write_all(BEGUN.as_bytes()).await.unwrap();
        while client.write_all(b"and on\r\n").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    assert_eq!(desk.taken.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn who_goes_home_says_so_and_leaves_half_a_message_where_it_is() {
    for said in ["", BEGUN, &format!("{BEGUN}half")] {
        let desk = Arc::new(Desk::default());
        let leaving = desk.clone();
        with(&desk, async |mut client| {
            client.write_all(said.as_bytes()).await.unwrap();
            leaving.home.notify_one();
            let mut heard = String::new();
            client.read_to_string(&mut heard).await.unwrap();
            assert!(heard.ends_with("421 4.3.2 closing down, come again\r\n"), "{heard}");
        })
        .await;
        assert!(desk.taken.lock().unwrap().is_empty());
    }
}
