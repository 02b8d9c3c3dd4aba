//! Changing one's address (rule 12): asked for in the portal, confirmed at the new address, told to the old one and undone from
//! there.

use tenure_testbed::{
    on_both_engines,
    smtp::{Act, Received, Rule, Script, Server, Stage},
};

use crate::{
    api::shop,
    delivery::installed,
    door::{Door, object, text},
    http::{Answer, Served},
    mail::Mail,
    sign_in::{DUE, ask, enter, link as sign_in_link},
};

/// When nothing falls due but what the holder does.
pub(crate) const QUIET: &str = "2026-11-20T10:00";
pub(crate) const OLD: &str = "c-1@example.com";
pub(crate) const NEW: &str = "anna@new.example";

/// Pages and workers of an installation at an instant; pages alone, with the workers run by hand.
fn open(door: &Door, time: &str) -> Served {
    Served::begin(door, time, &["--role", "web"])
}

fn post(site: &Served, cookie: &str, path: &str, form: &str) -> Answer {
    site.post(path, &[("Cookie", cookie)], form)
}

fn see(site: &Served, cookie: &str, path: &str) -> Answer {
    site.get(path, &[("Cookie", cookie)])
}

/// Asks for a new address in the profile.
fn want(site: &Served, cookie: &str, address: &str) -> Answer {
    post(site, cookie, "/my/profile/address", &format!("do=ask&new_address={}", address.replace('@', "%40")))
}

/// The path of a link in a message that begins so.
fn path(received: &Received, beginning: &str) -> String {
    let text = Mail::read(received).text();
    let at = text.find(beginning).unwrap_or_else(|| panic!("no {beginning}: {text}"));
    text[at..]
        .split(|letter: char| letter.is_whitespace() || ">)".contains(letter))
        .next()
        .unwrap()
        .to_owned()
}

/// The messages of a kind to an address, the latest last.
fn sent(server: &Server, kind: &str, to: &str) -> Vec<Received> {
    let is_it = |received: &Received| Mail::read(received).kind() == kind && received.to == [to.to_owned()];
    server.messages().into_iter().filter(is_it).collect()
}

/// Asks for a new address, and waits for its letter: the path of its link.
fn wanted(site: &Served, server: &Server, cookie: &str, address: &str) -> String {
    let before = server.messages().len();
    let answer = want(site, cookie, address);
    assert_eq!((answer.status, answer.header("location")), (303, "/my/profile?sent=1#address"), "{answer:?}");
    let all = server.wait_for(before + 1);
    let letter = all.last().unwrap();
    assert_eq!((Mail::read(letter).kind().as_str(), letter.to[0].as_str()), ("address-confirm", address));
    path(letter, "/address/")
}

/// A holder whose address was changed at [`QUIET`], and told: the visit that did it, and the path of the link that undoes it.
pub(crate) fn changed(door: &Door, site: &Served, server: &Server) -> (String, String) {
    let cookie = enter(site, server, OLD);
    let confirm = wanted(site, server, &cookie, NEW);
    let done = post(site, &cookie, &confirm, "");
    assert!(done.status == 200 && done.words().contains("The address is changed"), "{}", done.words());
    door.at(QUIET).tick();
    let told = sent(server, "address-changed", OLD);
    assert_eq!(told.len(), 1);
    (cookie, path(&told[0], "/address/undo/"))
}

/// The path of a calendar that a holder makes.
pub(crate) fn calendar_of(site: &Served, cookie: &str) -> String {
    let page = post(site, cookie, "/my/profile/calendar", "do=make").body.replace("&#x2f;", "/");
    page[page.find("/calendar/").unwrap()..].split('"').next().unwrap().to_owned()
}

/// Whose licenses there are, sorted by the vendor's names for them; one without a name comes first.
fn licenses_of(door: &Door, time: &str) -> Vec<String> {
    let csv = door.at(time).done(&["export", "licenses"]);
    let mut rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|row| row.split(',').collect()).collect();
    rows.sort_unstable();
    rows.iter().map(|row| row[3].to_owned()).collect()
}

on_both_engines! {
    async fn an_address_is_asked_for_confirmed_and_told_to_both(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        let site = open(&door, QUIET);
        let (cookie, other) = (enter(&site, &server, OLD), enter(&site, &server, OLD));
        let confirm = wanted(&site, &server, &cookie, NEW);
        let profile = see(&site, &cookie, "/my/profile?sent=1&lang=en").words();
        assert!(profile.contains("Waits for confirmation: anna@new.example") && profile.contains("The letter is on its way"), "{profile}");
        assert_eq!(licenses_of(&door, QUIET), [OLD, "c-2@example.com"], "nothing has changed yet");
        let page = see(&site, &cookie, &confirm).words();
        for words in [OLD, NEW, "for 72 hours", "Other devices are signed out"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert_eq!(post(&site, &cookie, &confirm, "").status, 200);
        assert_eq!(licenses_of(&door, QUIET), [NEW, "c-2@example.com"]);
        assert_eq!([&cookie, &other].map(|cookie| see(&site, cookie, "/my/profile").status), [200, 303]);
        assert_eq!((see(&site, &cookie, &confirm).status, post(&site, &cookie, &confirm, "").status), (410, 410));
        door.at(QUIET).tick();
        let (old, new) = (sent(&server, "address-changed", OLD), sent(&server, "address-changed", NEW));
        assert_eq!((old.len(), new.len()), (1, 1));
        assert!(Mail::read(&old[0]).says("undo the change here within 72 hours") && Mail::read(&new[0]).says("now belong to this e-mail address"));
        assert!(!Mail::read(&new[0]).says("/address/undo/"));
        door.at(QUIET).tick();
        assert_eq!(server.messages().iter().filter(|one| Mail::read(one).kind() == "address-changed").count(), 2);
        let export = object(&see(&site, &cookie, "/my/profile/export").body);
        assert_eq!((&export["email"], &export["address_changes"][0]["old"]), (&NEW.into(), &OLD.into()));
        let happened: Vec<&str> = export["events"].as_array().unwrap().iter().map(|event| text(&event["happening"], "what")).collect();
        assert!(happened.contains(&"address_changed"), "{happened:?}");
        assert_eq!(see(&site, &cookie, "/my/messages").words().matches("E-mail sent").count(), 2, "both have their copy");
    }

    async fn letters_follow_the_license_to_its_new_address(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = open(&door, QUIET);
        changed(&door, &site, &server);
        door.at(DUE).tick();
        assert_eq!((sent(&server, "renewal-reminder", NEW).len(), sent(&server, "renewal-reminder", OLD).len()), (1, 0));
        ask(&site, OLD);
        let cookie = enter(&site, &server, NEW);
        assert_eq!(see(&site, &cookie, "/my/messages").status, 200);
        assert!(sent(&server, "sign-in", OLD).len() == 1, "the old address is nobody's now");
        // The old address is wrong now, for every service.
        door.at(QUIET).refused("no_match", &["license", "register", "--serial", "AAAA-BBBB-CCCC-0001", "--email", OLD]);
        door.at(QUIET).tick();
        assert_eq!(sent(&server, "theft-attempt", NEW).len(), 1);
    }

    async fn only_where_its_holder_is_signed_in_a_letter_confirms(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        let site = open(&door, QUIET);
        let (cookie, foreign) = (enter(&site, &server, OLD), enter(&site, &server, "c-2@example.com"));
        let confirm = wanted(&site, &server, &cookie, NEW);
        for elsewhere in ["", &foreign, "tenure_session=made-up"] {
            let (looked, tried) = (see(&site, elsewhere, &confirm), post(&site, elsewhere, &confirm, ""));
            assert_eq!((looked.status, tried.status), (200, 403), "{elsewhere}");
            let page = looked.body.replace("&#x2f;", "/");
            assert!(page.contains("/my/sign-in?to=%2Faddress%2F") && !page.contains(&format!("action=\"{confirm}")), "{page}");
            for secret in [OLD, NEW] {
                assert!(!page.contains(secret), "a stranger learns {secret}");
            }
        }
        assert_eq!(licenses_of(&door, QUIET), [OLD, "c-2@example.com"]);
        for wrong in ["/address/none", "/address/undo/none/none"] {
            assert!([404, 410].contains(&see(&site, &cookie, wrong).status) && [404, 410].contains(&post(&site, &cookie, wrong, "").status), "{wrong}");
        }
        assert_eq!(post(&site, &cookie, &confirm, "").status, 200);
        assert_eq!(licenses_of(&door, QUIET), [NEW, "c-2@example.com"]);
    }

    async fn an_address_of_another_holder_is_refused_when_its_owner_confirms_and_no_earlier(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        let site = open(&door, QUIET);
        let cookie = enter(&site, &server, OLD);
        let confirm = wanted(&site, &server, &cookie, "C-2@example.com");
        let page = see(&site, &cookie, &confirm);
        assert_eq!(page.status, 200);
        let taken = post(&site, &cookie, &confirm, "");
        assert!(taken.status == 409 && taken.words().contains("This address cannot be taken"), "{}", taken.words());
        assert_eq!(licenses_of(&door, QUIET), [OLD, "c-2@example.com"]);
        assert_eq!(post(&site, &cookie, &confirm, "").status, 410);
        // Nor one that another holder can still go back to.
        changed(&door, &site, &server);
        let second = enter(&site, &server, "c-2@example.com");
        let reserved = wanted(&site, &server, &second, OLD);
        assert_eq!(post(&site, &second, &reserved, "").status, 409);
        assert_eq!(licenses_of(&door, QUIET), [NEW, "c-2@example.com"]);
    }

    async fn the_old_address_undoes_it_and_locks_everybody_out(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 2);
        let site = open(&door, QUIET);
        let (thief, undo) = changed(&door, &site, &server);
        let calendar = calendar_of(&site, &thief);
        // A letter to sign in on its way to the thief, a license bought with the old address, a wish for a third address.
        let asked = ask(&site, NEW);
        let bought = door.at(QUIET).done(&["license", "issue", "--product", "antivirus", "--email", OLD]);
        let third = wanted(&site, &server, &thief, "third@new.example");
        for _ in 0..2 {
            let looked = site.get(&undo, &[]);
            assert!(looked.status == 200 && looked.words().contains("a…@new.example") && !looked.words().contains(NEW), "{}", looked.words());
        }
        assert_eq!(licenses_of(&door, QUIET)[1], NEW, "looking changes nothing");
        let done = site.post(&undo, &[], "");
        assert!(done.status == 200 && done.words().contains("The change is undone"), "{}", done.words());
        let mut all = licenses_of(&door, QUIET);
        all.sort();
        assert_eq!(all, [OLD, OLD, "c-2@example.com"], "with what was bought meanwhile");
        assert_eq!(see(&site, &thief, "/my/messages").status, 303);
        assert_eq!((site.get(&calendar, &[]).status, post(&site, &thief, &third, "").status), (404, 410));
        let late = sign_in_link(sent(&server, "sign-in", NEW).last().unwrap());
        assert_eq!(site.post(&late, &[("Cookie", asked.cookie())], "").status, 410);
        for again in [site.get(&undo, &[]), site.post(&undo, &[], "")] {
            assert!(again.status == 200 && again.words().contains("The change is undone"), "a second time it stays undone");
        }
        door.at(QUIET).tick();
        assert_eq!((sent(&server, "address-changed", OLD).len(), sent(&server, "address-changed", NEW).len()), (2, 2), "both are told");
        assert!(!Mail::read(&sent(&server, "address-changed", NEW)[1]).says("/address/undo/"));
        let cookie = enter(&site, &server, OLD);
        let export = object(&see(&site, &cookie, "/my/profile/export").body);
        assert_eq!(export["licenses"].as_array().unwrap().len(), 2);
        door.at(QUIET).done(&["license", "register", "--serial", &bought, "--email", OLD]);
        door.at(QUIET).done(&["license", "replace", "AAAA-BBBB-CCCC-0001"]);
    }

    async fn after_a_second_change_the_first_address_still_undoes_both(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = open(&door, QUIET);
        let (cookie, undo) = changed(&door, &site, &server);
        let confirm = wanted(&site, &server, &cookie, "third@new.example");
        assert_eq!(post(&site, &cookie, &confirm, "").status, 200);
        door.at(QUIET).tick();
        let later = path(&sent(&server, "address-changed", NEW)[1], "/address/undo/");
        assert_eq!(site.post(&undo, &[], "").status, 200);
        assert_eq!(licenses_of(&door, QUIET), [OLD]);
        let over = site.post(&later, &[], "");
        assert!(over.status == 410 && over.words().contains("can no longer be undone"), "{}", over.words());
        assert_eq!(licenses_of(&door, QUIET), [OLD]);
        door.at(QUIET).tick();
        let told = ["third@new.example", OLD].map(|to| sent(&server, "address-changed", to).len());
        assert_eq!(told, [2, 2]);
        assert_eq!(sent(&server, "address-changed", NEW).len(), 2, "who has lost it before is told nothing new");
    }

    async fn no_serial_number_is_replaced_while_it_can_be_undone_and_not_an_instant_longer(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = open(&door, QUIET);
        let (cookie, undo) = changed(&door, &site, &server);
        let license = door.at(QUIET).one(&["license", "show", "c-1"]);
        let page = see(&site, &cookie, "/replace?lang=en").words();
        assert!(page.contains("The address of your licenses was changed a short while ago") && page.contains("Possible from") && page.contains("23 November 2026"), "{page}");
        let replace = format!("/replace/{}", text(&license, "id"));
        assert!(!see(&site, &cookie, &replace).body.contains("<button type=\"submit\">Replace"));
        assert_eq!(post(&site, &cookie, &replace, "").status, 422);
        let asked = serde_json::json!({ "license": text(&license, "id") });
        let told = shop(&door, &site, &["licenses:replace"]).refused(409, "address_just_changed", "/v1/replacements", &asked);
        assert!(text(&told, "detail").contains("2026-11-23T10:00:00Z"), "{told}");
        drop(site);
        let (last, over) = ("2026-11-23T09:59:59", "2026-11-23T10:00");
        door.at(last).refused("address_just_changed", &["license", "replace", "c-1"]);
        let site = open(&door, last);
        assert_eq!(site.get(&undo, &[]).words().matches("Undo the change of address?").count(), 2);
        drop(site);
        let site = open(&door, over);
        let late = site.post(&undo, &[], "");
        assert!(late.status == 410 && late.words().contains("can no longer be undone here"), "{}", late.words());
        assert_eq!((site.get(&undo, &[]).status, licenses_of(&door, over)), (410, vec![NEW.to_owned()]));
        door.at(over).done(&["license", "replace", "c-1"]);
    }

    async fn the_72_hours_begin_when_the_letter_is_written_so_downtime_takes_none(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = open(&door, QUIET);
        let cookie = enter(&site, &server, OLD);
        let confirm = wanted(&site, &server, &cookie, NEW);
        assert_eq!(post(&site, &cookie, &confirm, "").status, 200);
        drop(site);
        door.at("2026-11-25T10:00").refused("address_just_changed", &["license", "replace", "c-1"]);
        door.at("2026-11-26T10:00").tick();
        let undo = path(&sent(&server, "address-changed", OLD)[0], "/address/undo/");
        let site = open(&door, "2026-11-29T09:59");
        assert_eq!(site.post(&undo, &[], "").status, 200);
        assert_eq!(licenses_of(&door, "2026-11-29T09:59"), [OLD]);
    }

    async fn who_goes_back_before_the_letter_was_written_is_held_up_no_longer_than_others(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = open(&door, QUIET);
        let cookie = enter(&site, &server, OLD);
        for address in [NEW, OLD] {
            let confirm = wanted(&site, &server, &cookie, address);
            assert_eq!(post(&site, &cookie, &confirm, "").status, 200);
        }
        // The first change is told to nobody: the old address is the present one again.
        door.at(QUIET).tick();
        assert_eq!(licenses_of(&door, QUIET), [OLD]);
        door.at("2026-11-23T09:59:59").refused("address_just_changed", &["license", "replace", "c-1"]);
        door.at("2026-11-23T10:00").done(&["license", "replace", "c-1"]);
    }

    async fn letters_that_wait_go_where_the_license_is_and_those_that_are_over_go_nowhere(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = open(&door, QUIET);
        let cookie = enter(&site, &server, OLD);
        let confirm = wanted(&site, &server, &cookie, NEW);
        assert_eq!(post(&site, &cookie, &confirm, "").status, 200);
        door.at(QUIET).done(&["license", "register", "--serial", "AAAA-BBBB-CCCC-0001", "--email", NEW]);
        // The answer to the last dot is lost: the key file may have been taken.
        server.follow(Script::accepting().rule(Rule::new(Stage::Dot, Act::Drop)));
        door.at(QUIET).tick();
        let undo = path(&sent(&server, "address-changed", OLD)[0], "/address/undo/");
        assert_eq!(site.post(&undo, &[], "").status, 200);
        server.follow(Script::accepting());
        let before = server.messages().len();
        door.at("2026-11-20T12:00").tick();
        let went: Vec<(String, String)> = server.messages()[before..].iter().map(|one| (Mail::read(one).kind(), one.to[0].clone())).collect();
        assert!(went.contains(&("key-file".to_owned(), OLD.to_owned())), "{went:?}");
        assert!(!went.contains(&("key-file".to_owned(), NEW.to_owned())), "{went:?}");
        let ends: Vec<String> = door.at(QUIET).notices("address-changed").iter().map(|one| format!("{} {}", text(one, "state"), text(one, "reason"))).collect();
        assert_eq!(ends.iter().filter(|end| *end == "canceled undone").count(), 2, "{ends:?}");
    }
}
