//! Limits: how often somebody may be wrong, before what is typed is no longer checked.

use tenure_testbed::{engines::Place, on_both_engines, smtp::Server};

use crate::{
    delivery::installed,
    door::{Door, text},
    http::{Answer, Served},
    mail::Mail,
    services::{issue, register, renew},
    sign_in::enter,
};

const NOW: &str = "2026-12-01T12:00";
const SERIAL: &str = "AAAA-BBBB-CCCC-0001";
const EVIL: &str = "evil@example.com";

/// Pages without workers, and `count` licenses; `limits` are settings of `[limits]`.
fn web(url: &str, server: &Server, count: usize, limits: &[(&str, &str)]) -> (Door, Served) {
    let mut door = installed(url, server, count);
    for (name, value) in limits {
        door.set(&format!("LIMITS__{name}"), value);
    }
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    (door, site)
}

/// A serial number that nobody has.
fn unknown(number: usize) -> String {
    format!("ZZZZ-ZZZZ-ZZZZ-{number:04}")
}

fn statuses(answers: &[Answer]) -> Vec<u16> {
    answers.iter().map(|answer| answer.status).collect()
}

/// How long an answer says to wait, in seconds.
fn wait(answer: &Answer) -> u64 {
    assert_eq!(answer.status, 429, "{}", answer.words());
    answer.header("retry-after").parse().unwrap()
}

on_both_engines! {
    async fn a_serial_number_is_not_checked_after_ten_wrong_tries_whether_it_exists_or_not(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1, &[("PER_NETWORK", "1000")]);
        for serial in [SERIAL, &unknown(1)] {
            let answers: Vec<Answer> = (0..12).map(|_| register(&site, serial, EVIL)).collect();
            assert_eq!(statuses(&answers), [vec![422; 10], vec![429; 2]].concat(), "{serial}");
            assert_eq!(wait(&answers[10]), 361);
            let words = answers[11].words();
            assert!(words.contains("You can try again in 7 minutes") && words.contains("We did not check"), "{words}");
        }
        // Nor is the right address, which a stranger so cannot tell from others.
        let (right, wrong) = (register(&site, SERIAL, "c-1@example.com"), register(&site, &unknown(1), EVIL));
        assert_eq!((right.status, &right.body), (429, &wrong.body));
        // Every one is on record; the holder is told once, of those that were known to be wrong.
        let on_record = door.at(NOW).lines(&["theft", "list", "--license", "c-1"]);
        let checked = on_record.iter().filter(|one| one["checked"] == true).count();
        assert_eq!((on_record.len(), checked, text(&on_record[0], "service")), (13, 10, "registration"));
        assert_eq!(door.at(NOW).lines(&["theft", "list", "--since", "2026-12-01T12:01"]).len(), 0);
        assert!(door.at(NOW).done(&["theft", "list"]).contains("not checked    lic_"));
        let full = door.at(NOW).lines(&["theft", "limits"]);
        assert_eq!(full.iter().map(|one| (text(one, "scope"), one["failed"].as_u64(), one["turned_away"].as_u64())).collect::<Vec<_>>(),
            [("serial", Some(10), Some(3)); 2]);
        assert!(!door.at(NOW).done(&["theft", "limits"]).contains("AAAA"));
        door.at(NOW).tick();
        let messages = server.messages();
        let mail = messages.iter().map(Mail::read).find(|mail| mail.kind() == "theft-attempt").unwrap();
        assert!(mail.says("10 times"), "{}", mail.text());
    }

    async fn a_network_that_was_wrong_twenty_times_waits_and_others_do_not(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 1, &[("PER_SERIAL", "1000")]);
        let answers: Vec<Answer> = (0..21).map(|number| register(&site, &unknown(number), EVIL)).collect();
        assert_eq!(statuses(&answers), [vec![422; 20], vec![429]].concat());
        assert_eq!(wait(&answers[20]), 181);
        assert_eq!(wait(&renew(&site, (SERIAL, &unknown(99)), EVIL, &[])), 181);
        // Neither a restart nor a second process forgets.
        for _ in 0..2 {
            let other = Served::begin(&door, NOW, &["--role", "web"]);
            assert_eq!(wait(&register(&other, SERIAL, "c-1@example.com")), 181);
        }
        // An operator is never turned away.
        door.at(NOW).done(&["license", "register", "--serial", SERIAL, "--email", "c-1@example.com"]);
        drop(site);
        let later = Served::begin(&door, "2026-12-01T12:03:01", &["--role", "web"]);
        assert_eq!([EVIL, EVIL].map(|email| register(&later, &unknown(50), email).status), [422, 429]);
    }

    async fn what_is_right_never_counts(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 0, &[("PER_NETWORK", "2"), ("PER_SERIAL", "2"), ("OVERALL", "2")]);
        let serial = issue(&door, &["--product", "antivirus"]);
        for _ in 0..5 {
            assert_eq!(register(&site, &serial, "anna@example.com").status, 303);
        }
    }

    async fn a_stranger_cannot_lock_out_a_signed_in_holder(url: String) {
        let server = Server::accepting();
        let (door, site) = web(&url, &server, 2, &[("OVERALL", "20"), ("PER_NETWORK", "1000")]);
        let (own, new) = (SERIAL, issue(&door, &["--product", "antivirus", "--email", "c-1@example.com"]));
        let boxed = issue(&door, &["--product", "antivirus"]);
        let cookie = enter(&site, &server, "c-1@example.com");
        for number in 0..22 {
            register(&site, if number < 11 { own } else { &new }, EVIL);
        }
        // For a stranger the serial numbers are closed, and with them everything.
        assert_eq!([own, &new, &boxed].map(|serial| register(&site, serial, "c-1@example.com").status), [429; 3]);
        let signed_in = |serials: (&str, &str)| {
            let (old, new) = serials;
            let form = format!(
                "previous={old}&previous_as_written={old}&serial={new}&serial_as_written={new}&email=c-1%40example.com"
            );
            site.post("/renew", &[("Cookie", &cookie)], &form)
        };
        assert_eq!(signed_in((own, &new)).status, 200);
        assert_eq!(signed_in((own, &boxed)).status, 200);
        // About licenses of others a holder is limited as well.
        let answers: Vec<Answer> = (0..21).map(|_| signed_in((&unknown(7), &boxed))).collect();
        assert_eq!(statuses(&answers), [vec![422; 10], vec![429; 11]].concat());
        assert!(!answers[20].body.contains("/my/sign-in\""), "{}", answers[20].body);
    }
}

#[test]
fn only_a_trusted_proxy_says_from_where_somebody_comes() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let (mut door, site) = web(&place.url(), &server, 0, &[("PER_NETWORK", "2")]);
    let from = |site: &Served, network: &str| {
        let serial = unknown(1);
        let form = format!(
            "serial={serial}&serial_as_written={serial}&email=a%40example.com&language=en&zone=Etc%2FUTC"
        );
        site.post("/register", &[("X-Forwarded-For", network)], &form).status
    };
    let forged: Vec<u16> = (1..4).map(|number| from(&site, &format!("203.0.113.{number}"))).collect();
    assert_eq!(forged, [422, 422, 429]);
    drop(site);
    door.set("WEB__TRUSTED_PROXIES", "127.0.0.1");
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    let told = ["203.0.113.1", "203.0.113.1", "203.0.113.1", "203.0.113.2, 203.0.113.1", "2001:db8:1:2::1"];
    assert_eq!(told.map(|network| from(&site, network)), [422, 422, 429, 429, 422]);
    let alike = ["2001:db8:1:2:ffff::9", "2001:db8:1:2::", "2001:db8:1:3::1", "::ffff:203.0.113.1"];
    assert_eq!(alike.map(|network| from(&site, network)), [422, 429, 422, 429]);
}

#[test]
fn a_network_that_asks_for_passkeys_without_end_waits_and_still_gets_a_letter() {
    let (place, server) = (Place::sqlite(), Server::accepting());
    let mut door = installed(&place.url(), &server, 1);
    door.set("LIMITS__SIGN_INS_PER_NETWORK", "3");
    // Browsers allow passkeys there, and it is behind a proxy.
    door.set("WEB__BASE_URL", "https://my.vendor.example");
    let site = Served::begin(&door, NOW, &["--role", "web"]);
    // Each time as another browser, which has no cookie yet.
    let answers: Vec<Answer> = (0..5).map(|_| site.post("/my/passkeys/sign-in", &[], "")).collect();
    assert_eq!(statuses(&answers), [200, 200, 200, 429, 429]);
    assert!(answers[3].body.contains("wait"), "{}", answers[3].body);
    let full = door.at(NOW).lines(&["theft", "limits"]);
    assert_eq!(
        full.iter().map(|one| (text(one, "scope"), one["turned_away"].as_u64())).collect::<Vec<_>>(),
        [("passkey-network", Some(2))]
    );
    assert_eq!(crate::sign_in::ask(&site, "c-1@example.com").status, 200);
}
