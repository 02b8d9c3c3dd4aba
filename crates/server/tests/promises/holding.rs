//! Holding: `hold` stops sending for every process and `release` resumes it; planner, pages and what is in flight go on.

use tenure_testbed::{
    on_both_engines,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    delivery::installed,
    door::{Door, INIT, end_of, object, text},
    http::Served,
};

const DUE: &str = "2026-12-01T10:00";

fn hold(door: &Door) {
    door.at(INIT).done(&["hold", "--why", "the texts are wrong", "--by", "anna"]);
}

on_both_engines! {
    async fn while_sending_is_held_notices_are_planned_and_none_goes_out(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 3);
        hold(&door);
        let counts = door.at(DUE).one(&["tick"]);
        assert_eq!((&counts["planned"], &counts["accepted"]), (&3.into(), &0.into()));
        assert_eq!(text(&counts["holds"][0], "why"), "the texts are wrong");
        assert!(server.messages().is_empty());
        assert_eq!(door.at(DUE).lines(&["notice", "list", "--state", "due"]).len(), 3);
        let said = door.at(DUE).done(&["tick"]);
        assert!(said.contains("held since 2026-11-01T08:00:00Z by anna: the texts are wrong") && said.contains("`tenure release`"), "{said}");

        let released = door.at(DUE).one(&["release"]);
        assert_eq!((text(&released["released"][0], "by"), &released["coming"][0]["count"]), ("anna", &3.into()));
        assert_eq!(door.at(DUE).tick(), "accepted 3");
        assert_eq!(server.messages().len(), 3);
    }

    async fn what_is_in_flight_when_sending_is_held_is_settled(url: String) {
        let server = Server::start(Script::accepting().rule(Rule::new(Stage::Dot, Act::Hang).first(1)));
        let door = installed(&url, &server, 1);
        let round = door.at(DUE).start(&["--json", "tick"]);
        server.wait_for(1);
        hold(&door);
        server.close_connections();
        let said = end_of(round);
        assert_eq!(object(&said.out)["deferred"], 1, "{said:?}");
        assert_eq!(text(&door.at(DUE).notice("renewal-reminder"), "state"), "unknown");
        // Its repeat waits like everything else.
        door.at("2026-12-02T10:00").one(&["tick"]);
        assert_eq!(server.messages().len(), 1);
        door.at("2026-12-02T10:00").done(&["release"]);
        assert_eq!(door.at("2026-12-02T10:00").tick(), "accepted 1");
        assert_eq!(server.messages()[0].text(), server.messages()[1].text());
    }
}

#[test]
fn the_doctor_and_the_health_page_say_that_sending_is_held() {
    let mut door = Door::open();
    door.set("WATCH__LISTEN", "127.0.0.1:0");
    let served = Served::begin(&door, INIT, &[]);
    let ready = || {
        let (pages, watched) = (served.get("/health/ready", &[]), served.watched("/health/ready"));
        assert_eq!((pages.status, watched.status), (200, 200));
        (pages.body, watched.body)
    };
    assert_eq!(ready(), ("ready\n".to_owned(), "ready\n".to_owned()));
    hold(&door);
    let words = "sending is held since 2026-11-01T08:00:00Z by anna: the texts are wrong";
    // Where the pages are, everybody reads it: not who said so, and not in which words.
    let brief = "ready\nsending is held since 2026-11-01T08:00:00Z (operator)\n";
    assert_eq!(ready(), (brief.to_owned(), format!("ready\n{words}\n")));
    let said = door.at(INIT).run(&["doctor"]);
    assert!(said.status == Some(1) && said.out.contains(&format!("WRONG  sending    {words}")), "{said:?}");
    door.at(INIT).done(&["release"]);
    assert_eq!(ready().0, "ready\n");
    assert!(door.at(INIT).done(&["doctor"]).contains("ok     sending    nothing holds it"));
}

#[test]
fn a_second_hold_changes_nothing_and_a_release_without_one_says_so() {
    let door = Door::open();
    assert_eq!(door.at(INIT).done(&["release"]), "nothing holds sending");
    hold(&door);
    let said = door.at("2026-11-02").one(&["hold", "--why", "again", "--by", "bert"]);
    assert_eq!((said["holds"].as_array().map(Vec::len), text(&said["holds"][0], "by")), (Some(1), "anna"));
}

#[test]
fn in_live_mode_a_release_without_a_terminal_has_to_be_meant() {
    let mut door = Door::open();
    hold(&door);
    door.set("MODE", "live");
    let said = door.now().wrong(&["release"]);
    assert!(said.contains("--yes"), "{said}");
    assert!(door.now().run(&["release"]).out.contains("What would go out"));
    assert_eq!(door.now().one(&["hold"])["holds"][0]["by"], "anna");
    door.now().done(&["release", "--yes"]);
    assert_eq!(door.now().done(&["release"]), "nothing holds sending");
}
