//! The carrier in front of somebody else's server: `smtp-sink` of Postfix, as `./test` installs it.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
};

use tokio::task::JoinSet;

use super::{
    following::{THREE, carry_all},
    *,
};

const SINK: &str = "/usr/sbin/smtp-sink";

/// A running sink, ended when dropped.
struct Sink {
    process: Child,
    port: u16,
}

impl Sink {
    fn start(options: &[&str]) -> Self {
        let there = std::path::Path::new(SINK).exists();
        assert!(there, "please install as root: apt-get install --no-install-recommends postfix");
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        // Root has to give a user to become; others cannot.
        for user in [&["-u", "postfix"][..], &[]] {
            let mut command = Command::new(SINK);
            command.args(user).args(options).arg(format!("127.0.0.1:{port}")).arg("64");
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            let process = command.spawn().unwrap();
            let mut sink = Self { process, port };
            if sink.is_listening() {
                return sink;
            }
        }
        panic!("{SINK} {options:?} does not listen")
    }

    /// Waits until it listens, or has ended.
    fn is_listening(&mut self) -> bool {
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if self.process.try_wait().unwrap().is_some() {
                return false;
            }
            std::thread::yield_now();
        }
        true
    }

    fn carrier(&self) -> Arc<Carrier> {
        let url = format!("smtp://127.0.0.1:{}", self.port);
        Arc::new(Carrier::from_url(&url, &Setup::new(".")).unwrap())
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

async fn carry_many(carrier: &Arc<Carrier>, letters: usize) -> Vec<Outcome> {
    let mut going = JoinSet::new();
    for number in 0..letters {
        let carrier = Arc::clone(carrier);
        going.spawn(async move { bare(&carry(&carrier, &format!("holder{number}@b.example")).await) });
    }
    going.join_all().await
}

#[tokio::test]
async fn postfix_takes_every_letter_with_and_without_pipelining() {
    for options in [&[][..], &["-p"][..], &["-a"][..]] {
        let sink = Sink::start(options);
        let carrier = sink.carrier();
        assert!(carrier.check().await.is_ok());
        let outcomes = carry_many(&carrier, 500).await;
        assert!(outcomes.iter().all(|outcome| *outcome == ACCEPTED), "{options:?}");
        assert_eq!(carry_all(&carrier, &THREE.repeat(100)).await, vec![ACCEPTED; 300], "{options:?}");
        carrier.close().await;
    }
}

#[tokio::test]
async fn postfix_refusing_or_hanging_up_is_understood() {
    for (options, expected) in [
        (&["-r", "RCPT"][..], LATER),
        (&["-f", "RCPT"][..], NO_MESSAGE),
        (&["-f", "RCPT", "-B", "550 5.1.1 No such user"][..], NO_ADDRESS),
        (&["-f", "MAIL", "-B", "550 5.7.1 Not you"][..], OUR_SETUP),
        (&["-r", "."][..], LATER),
        (&["-q", "RCPT"][..], LATER),
        (&["-Q", "MAIL"][..], LATER),
        (&["-q", "."][..], UNKNOWN),
    ] {
        let sink = Sink::start(options);
        let outcomes = carry_many(&sink.carrier(), 5).await;
        assert!(outcomes.iter().all(|outcome| *outcome == expected), "{options:?}: {outcomes:?}");
    }
}
