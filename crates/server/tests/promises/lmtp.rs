//! A mail server on this machine hands over what came back, and keeps it until it is told that it is kept.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::Command,
    thread,
};

use tenure_testbed::{
    engines::Place,
    on_both_engines,
    patience::PATIENCE,
    refusing::{accept, refuse},
    smtp::Server,
};

use crate::{
    bounces::{complaint, gone, letter_to, reminder, sent, suppressed},
    door::{Door, text},
    http::Served,
};

const DAY: &str = "2026-12-01T11:00";

/// An installation that has sent so many reminders and listens for what comes back, and their return paths.
fn listening(url: &str, server: &Server, licenses: usize) -> (Door, Served, Vec<String>) {
    let mut door = sent(url, server, licenses);
    door.set("MAIL__LMTP_LISTEN", "127.0.0.1:0");
    let paths = (1..=licenses).map(|at| letter_to(server, &format!("c-{at}@example.com")).from).collect();
    let site = Served::begin(&door, DAY, &[]);
    (door, site, paths)
}

/// A conversation in which everything is said at once: the answers.
fn talk(site: &Served, said: &str) -> Vec<String> {
    let mut line = TcpStream::connect(site.lmtp()).unwrap();
    line.write_all(said.as_bytes()).unwrap();
    let mut heard = String::new();
    line.read_to_string(&mut heard).unwrap();
    heard.lines().map(str::to_owned).collect()
}

/// A message for some recipients, as it is handed over.
fn mail(recipients: &[&str], message: &str) -> String {
    let each: String = recipients.iter().map(|to| format!("RCPT TO:<{to}>\r\n")).collect::<Vec<_>>().concat();
    format!("MAIL FROM:<>\r\n{each}DATA\r\n{message}.\r\n")
}

on_both_engines! {
    async fn a_bounce_is_handed_over_and_counts_once(url: String) {
        let server = Server::accepting();
        let (door, site, paths) = listening(&url, &server, 2);
        let (first, second) = (paths[0].as_str(), paths[1].as_str());
        let stranger = "bounces+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@vendor.example";
        let said = format!("LHLO mx.vendor.example\r\n{}{}QUIT\r\n", mail(&[stranger, first], &gone("")), mail(&[first, second], &gone("")));
        let heard = talk(&site, &said);
        let answers: Vec<&str> = heard.iter().map(String::as_str).skip_while(|line| *line != "250 SMTPUTF8").skip(1).collect();
        assert_eq!(answers, [
            "250 2.1.0 sender heard",
            "550 5.1.1 no letter of ours has this return path",
            "250 2.1.5 recipient known",
            "354 end with a dot on a line of its own",
            "250 2.0.0 the letter came back, and its address takes no mail from now on",
            "250 2.1.0 sender heard",
            "250 2.1.5 recipient known",
            "250 2.1.5 recipient known",
            "354 end with a dot on a line of its own",
            "250 2.0.0 ignored: this was told before",
            "250 2.0.0 the letter came back, and its address takes no mail from now on",
            "221 2.0.0 bye",
        ]);
        let mut gone = suppressed(door.at(DAY));
        gone.sort();
        assert_eq!(gone, ["c-1@example.com", "c-2@example.com"]);
        let bounced = door.at(DAY).lines(&["notice", "list", "--state", "bounced"]);
        assert_eq!(bounced.iter().map(|notice| text(notice, "reason")).collect::<Vec<_>>(), ["550 5.1.1 no such user"; 2]);
    }

    async fn complaints_come_to_the_address_below_which_return_paths_lie(url: String) {
        let server = Server::accepting();
        let (door, site, paths) = listening(&url, &server, 1);
        let message = complaint(&paths[0]);
        let heard = talk(&site, &format!("LHLO mx\r\n{}QUIT\r\n", mail(&["Bounces@VENDOR.example"], &message)));
        assert!(heard.contains(&"250 2.0.0 a complaint: what can be declined is declined".to_owned()), "{heard:?}");
        assert_eq!(reminder(door.at(DAY), "-30").0, "complained");
        let heard = talk(&site, &format!("LHLO mx\r\n{}QUIT\r\n", mail(&["bounces@vendor.example"], "hello\r\n")));
        assert!(heard.contains(&"250 2.0.0 ignored: it names no letter of ours".to_owned()), "{heard:?}");
    }

    async fn what_is_dropped_before_the_dot_changes_nothing_and_is_taken_when_it_comes_again(url: String) {
        let server = Server::accepting();
        let (door, site, paths) = listening(&url, &server, 1);
        let whole = format!("LHLO mx\r\n{}", mail(&[&paths[0]], &gone("")));
        for half in [&whole[..20], &whole[..whole.len() - 60], &whole[..whole.len() - 3]] {
            let mut line = TcpStream::connect(site.lmtp()).unwrap();
            line.write_all(half.as_bytes()).unwrap();
        }
        assert_eq!(talk(&site, "\0\u{1}\r\nGET / HTTP/1.1\r\nQUIT\r\n").len(), 4);
        assert_eq!(reminder(door.at(DAY), "-30").0, "accepted");
        talk(&site, &format!("{whole}QUIT\r\n"));
        assert_eq!(reminder(door.at(DAY), "-30").0, "bounced");
    }

    async fn who_ends_says_so_and_the_message_stays_with_the_mail_server(url: String) {
        let server = Server::accepting();
        let (door, site, paths) = listening(&url, &server, 1);
        let mut line = TcpStream::connect(site.lmtp()).unwrap();
        let half = format!("LHLO mx\r\n{}", mail(&[&paths[0]], &gone("")));
        line.write_all(&half.as_bytes()[..half.len() - 3]).unwrap();
        let mut heard = BufReader::new(line.try_clone().unwrap());
        let mut said = String::new();
        while !said.contains("354") {
            assert_ne!(heard.read_line(&mut said).unwrap(), 0, "{said}");
        }
        site.terminate();
        heard.read_to_string(&mut said).unwrap();
        assert!(said.ends_with("421 4.3.2 closing down, come again\r\n"), "{said}");
        assert!(site.ended().success());
        assert_eq!(reminder(door.at(DAY), "-30").0, "accepted");
    }

    async fn a_broken_database_leaves_the_message_with_the_mail_server(url: String) {
        let server = Server::accepting();
        let (_door, site, paths) = listening(&url, &server, 1);
        let said = format!("LHLO mx\r\n{}QUIT\r\n", mail(&[&paths[0]], &gone("")));
        refuse(&url, &[("report", "INSERT")]);
        let heard = talk(&site, &said);
        assert!(heard.iter().any(|line| line.starts_with("451 4.3.0 try again later")), "{heard:?}");
        assert!(!heard.iter().any(|line| line.starts_with("250 2.0.0")), "{heard:?}");
        accept(&url, &[("report", "INSERT")]);
        assert!(talk(&site, &said).iter().any(|line| line.starts_with("250 2.0.0 the letter came back")));
    }
}

#[test]
fn many_at_once_are_heard_and_too_many_are_asked_to_come_again() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site, paths) = listening(&place.url(), &server, 30);
    let silent: Vec<TcpStream> = (0..40).map(|_| TcpStream::connect(site.lmtp()).unwrap()).collect();
    thread::scope(|scope| {
        for path in &paths[..20] {
            let site = &site;
            scope.spawn(move || {
                let said = format!("LHLO mx\r\n{}QUIT\r\n", mail(&[path], &gone("")));
                assert!(
                    talk(site, &said).iter().any(|line| line.starts_with("250 2.0.0 the letter came back"))
                );
            });
        }
    });
    assert_eq!(door.at(DAY).lines(&["notice", "list", "--state", "bounced"]).len(), 20);
    let more: Vec<TcpStream> = (0..40).map(|_| TcpStream::connect(site.lmtp()).unwrap()).collect();
    let mut turned_away = String::new();
    more.last().unwrap().set_read_timeout(Some(PATIENCE)).unwrap();
    BufReader::new(more.last().unwrap()).read_line(&mut turned_away).unwrap();
    assert_eq!(turned_away, "421 4.3.2 too many conversations at once, come again\r\n");
    drop((silent, more));
}

#[test]
fn the_mail_server_of_postfix_is_understood() {
    let source = Path::new("/usr/sbin/smtp-source");
    assert!(source.exists(), "please install as root: apt-get install --no-install-recommends postfix");
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (door, site, paths) = listening(&place.url(), &server, 1);
    let file = door.folder().join("bounce.eml");
    fs::write(&file, gone("").replace("\r\n", "\n")).unwrap();
    let (host, port) = site.lmtp();
    let said = Command::new(source)
        .args(["-L", "-s", "5", "-m", "50", "-f", "mailer-daemon@mx.example.net", "-t", &paths[0], "-F"])
        .arg(&file)
        .arg(format!("{host}:{port}"))
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(suppressed(door.at(DAY)), ["c-1@example.com"]);
    let reports = door.at(DAY).notice("renewal-reminder")["reports"].clone();
    assert_eq!(reports.as_array().unwrap().len(), 1, "{reports}");
}

#[test]
fn nobody_listens_unless_asked_to_nor_for_the_pages_alone() {
    let mut door = Door::open();
    door.set("MAIL__LMTP_LISTEN", "192.0.2.1:24");
    let said = door.at(DAY).run(&["doctor"]);
    assert!(said.err.contains("mail.lmtp_listen") || said.out.contains("mail.lmtp_listen"), "{said:?}");
    door.set("MAIL__LMTP_LISTEN", "127.0.0.1:1");
    door.set("MAIL__RETURN_PATH", "bounces@vendor.example");
    drop(Served::begin(&door, DAY, &["--role", "web"]));
}
