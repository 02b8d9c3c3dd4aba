//! Erasure: of a holder who asks for it nothing is left in the database and its files; the proof of what was sent stays,
//! and the license works on.

use std::{fs, path::Path, sync::Arc};

use serde_json::{Value as Json, json};
use tenure::{
    actions::{
        claim::{Ahead, claim_due},
        settle::{Answer as Came, settle_all},
    },
    house::House,
    workers,
};
use tenure_domain::{Outcome, outcome::Refused};
use tenure_store::{Fault, Store, copy, db::Value};
use tenure_testbed::{
    on_both_engines,
    smtp::{Act, Rule, Script, Server, Stage},
};

use crate::{
    addresses::{NEW, OLD, QUIET, calendar_of, changed},
    api::{ALL, shop},
    bounces::{gone, pipe},
    delivery::installed,
    door::{At, Door, INIT, object, text},
    http::{Answer, Served},
    mail::Mail,
    sign_in::{DUE, enter},
};

const ADDRESS: &str = "ewa.nowakowska@rzadkie.example";
const NAME: &str = "Ewa Bardzo-Rzadka";
/// The address in a form, typed without care.
const TYPED: &str = "email=+EWA.Nowakowska%40Rzadkie.EXAMPLE+";

const HEAD: &str = "external_id,serial,product,email,name,registered_on,expires_on,months\n";
/// What the holder has: a license that works, and a serial number that is not registered.
const OWN: &str = "c-1,AAAA-BBBB-CCCC-0001,antivirus,ewa.nowakowska@rzadkie.example,Ewa Bardzo-Rzadka,2026-01-01,2026-12-31,\n\
    c-3,AAAA-BBBB-CCCC-0003,antivirus,ewa.nowakowska@rzadkie.example,,,,12\n";
/// What somebody else has.
const OTHER: &str = "c-2,AAAA-BBBB-CCCC-0002,antivirus,c-2@example.com,,2026-01-01,2026-12-31,\n";

/// An installation whose first pass is over.
fn installation(url: &str, server: &Server, rows: &str) -> Door {
    let mut door = Door::with(url, server);
    door.set("MAIL__RETURN_PATH", "bounces@vendor.example");
    door.at(INIT).import(&format!("{HEAD}{rows}"));
    door.at(INIT).tick();
    door
}

/// Every value in the database, with its column.
async fn everything(url: &str) -> Vec<(String, Vec<u8>)> {
    let store = Store::open(url, Path::new(".")).await.unwrap();
    let read = store.read_long(|tx| {
        let mut found = Vec::new();
        copy::for_each_value(tx, |table, column, value| {
            let bytes = match value {
                Value::Text(text) => text.into_bytes(),
                Value::Bytes(bytes) => bytes,
                Value::Int(_) | Value::Null => return,
            };
            found.push((format!("{table}.{column}"), bytes));
        })?;
        Ok::<_, Fault>(found)
    });
    let found = read.await.unwrap();
    store.close().await;
    found
}

/// Address and name in clear, as a machine might look for them.
fn plain() -> Vec<Vec<u8>> {
    let lower = [ADDRESS, "nowakowska", "rzadkie.example", NAME, "Bardzo-Rzadka"]
        .map(|text| text.as_bytes().to_vec());
    lower.into_iter().chain([ADDRESS.to_uppercase().into_bytes()]).collect()
}

/// The same sealed and hashed, of whoever is in the database now.
async fn sealed(url: &str) -> Vec<Vec<u8>> {
    const SEALED: [&str; 9] = [
        "kept_answer.answer",
        "holder.address",
        "holder.address_hash",
        "letter.address",
        "letter.facts",
        "letter.subject",
        "address_change.old_address",
        "address_change.new_address",
        "address_change.old_hash",
    ];
    let all = everything(url).await.into_iter();
    all.filter(|(place, _)| SEALED.contains(&place.as_str())).map(|(_, bytes)| bytes).collect()
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    !needle.is_empty() && hay.windows(needle.len()).any(|part| part == needle)
}

/// Where any of the traces is found: in which columns, and in which files of the database.
async fn found(url: &str, traces: &[Vec<u8>]) -> Vec<String> {
    let is_traced = |bytes: &[u8]| traces.iter().any(|trace| contains(bytes, trace));
    let files =
        url.strip_prefix("sqlite:").into_iter().flat_map(|path| [path.to_owned(), format!("{path}-wal")]);
    let files = files.filter(|file| is_traced(&fs::read(file).unwrap_or_default())).collect::<Vec<_>>();
    let columns =
        everything(url).await.into_iter().filter(|(_, bytes)| is_traced(bytes)).map(|(place, _)| place);
    let mut places: Vec<String> = files.into_iter().chain(columns).collect();
    places.sort();
    places.dedup();
    places
}

/// State and reason of the reminder of a license.
fn reminder(at: At<'_>, external_id: &str) -> (String, String) {
    let all = at.notices("renewal-reminder");
    let notice = all.iter().find(|notice| notice["external_id"] == external_id).unwrap();
    (text(notice, "state").to_owned(), text(notice, "reason").to_owned())
}

fn is_canceled() -> (String, String) {
    ("canceled".to_owned(), "erased".to_owned())
}

fn send(site: &Served, cookie: &str, path: &str, form: &str) -> Answer {
    site.post(path, &[("Cookie", cookie)], form)
}

fn erase(at: At<'_>, email: &str) -> Json {
    at.one(&["holder", "erase", "--email", email])
}

on_both_engines! {
    async fn nothing_of_a_holder_is_found_and_the_proof_stays(url: String) {
        let quoting = Rule::reply(Stage::Dot, &format!("250 2.0.0 queued for <{ADDRESS}>")).to(ADDRESS);
        let server = Server::start(Script::accepting().rule(quoting));
        let door = installation(&url, &server, OWN);
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let cookie = enter(&site, &server, ADDRESS);
        door.at(DUE).tick();
        let mails = server.messages();
        let mail = mails.iter().find(|received| Mail::read(received).kind() == "renewal-reminder").unwrap();
        let bounce = gone(&mail.from).replace("no such user", &format!("<{ADDRESS}> is nobody"));
        assert_eq!(pipe(&door, DUE, &bounce, &[]).status, Some(0));
        send(&site, &cookie, "/library/renewing/keep", "");
        let calendar = calendar_of(&site, &cookie);
        let shop = shop(&door, &site, &ALL);
        let wish = json!({ "product": "antivirus", "email": ADDRESS, "name": NAME });
        let issued = shop.keyed("/v1/licenses", "order-7", &wish);
        assert_eq!(issued.status, 201);
        let traces = [plain(), sealed(&url).await].concat();
        let before = found(&url, &traces).await;
        for place in ["attempt.reply", "holder.address", "holder.name", "letter.facts", "notice.reason", "report.words", "suppression.why"] {
            assert!(before.iter().any(|found| found == place), "{place}: {before:?}");
        }

        let page = site.get("/my/profile/erase?lang=en", &[("Cookie", &cookie)]);
        assert!(page.status == 200 && page.words().contains("It cannot be undone."), "{}", page.words());
        let wrong = send(&site, &cookie, "/my/profile/erase", "email=c-2%40example.com");
        assert!(wrong.status == 422 && wrong.body.contains("email-problem"), "{}", wrong.body);
        assert_eq!(send(&site, &cookie, "/my/profile/erase", "email=").status, 422);
        assert_eq!(site.get("/my/messages", &[("Cookie", &cookie)]).status, 200, "nothing has changed");

        let done = send(&site, &cookie, "/my/profile/erase", TYPED);
        assert_eq!((done.status, done.cookie()), (303, "tenure_session="), "{}", done.body);
        let last = site.get(&done.header("location").replace("lang=en", "lang=pl"), &[]);
        assert!(last.status == 200 && last.words().contains("Twoje dane zostały usunięte"), "{}", last.words());
        assert!(last.words().contains("3 licencje nie należą teraz do nikogo"), "{}", last.words());
        assert_eq!(site.get("/erased/ers_00000000000000000000000000", &[]).status, 404);
        for path in ["/my/messages", "/my/profile", "/my/profile/erase"] {
            assert_eq!(site.get(path, &[("Cookie", &cookie)]).status, 303, "{path}");
        }
        assert_eq!(site.get(&calendar, &[]).status, 404);

        door.at(DUE).tick();
        assert_eq!(found(&url, &traces).await, Vec::<String>::new());
        let again = shop.keyed("/v1/licenses", "order-7", &wish);
        let (first, again) = (object(&issued.body), object(&again.body));
        assert_eq!((&again["id"], &again["email"], &again["name"]), (&first["id"], &Json::Null, &Json::Null));

        let at = door.at(DUE);
        assert_eq!(reminder(at, "c-1"), ("bounced".to_owned(), "words_erased".to_owned()));
        let notice = at.notice("renewal-reminder");
        assert_eq!(text(&notice, "message_id"), Mail::read(mail).message_id());
        assert_eq!((&notice["to"], text(&notice, "accepted_at")), (&Json::Null, "2026-12-01T10:00:00Z"));
        assert_eq!((text(&notice["attempts"][0], "outcome"), text(&notice["attempts"][0], "reply")), ("accepted", ""));
        assert_eq!((text(&notice["reports"][0], "status"), text(&notice["reports"][0], "words")), ("5.1.1", ""));
        let license = at.one(&["license", "show", "c-1"]);
        assert_eq!((&license["email"], text(&license, "state")), (&Json::Null, "active"));
        let events = shop.seen("/v1/events?limit=200");
        let is_erased = |event: &&Json| event["what"] == "holder_erased";
        assert_eq!(events["items"].as_array().unwrap().iter().filter(is_erased).count(), 3, "{events}");

        // A report that comes late is about a letter that is nobody's any more.
        let late = pipe(&door, "2026-12-02T10:00", &bounce, &[]);
        assert_eq!(text(&object(&late.out), "settled"), "letter_gone");
        door.at("2026-12-02T10:00").tick();
        assert_eq!(found(&url, &traces).await, Vec::<String>::new());
    }

    async fn what_waits_ends_and_nothing_more_is_owed(url: String) {
        let later = Rule::reply(Stage::Rcpt, &format!("451 4.7.1 <{ADDRESS}> later")).to(ADDRESS).first(1);
        let lost = Rule::new(Stage::Dot, Act::Drop).to("c-2@example.com").first(1);
        let server = Server::start(Script::accepting().rule(later).rule(lost));
        let door = installation(&url, &server, &format!("{OWN}{OTHER}"));
        assert_eq!(door.at(DUE).tick(), "planned 2, deferred 2");
        assert_eq!((reminder(door.at(DUE), "c-1").0, reminder(door.at(DUE), "c-2").0), ("due".to_owned(), "unknown".to_owned()));
        let at = door.at("2026-12-01T10:01");
        assert_eq!(erase(at, "Ewa.NOWAKOWSKA@rzadkie.example")["licenses"], 2);
        erase(at, "c-2@example.com");
        assert_eq!((reminder(at, "c-1"), reminder(at, "c-2")), (is_canceled(), is_canceled()));
        let sent = server.messages().len();
        for time in ["2026-12-01T11:00", "2026-12-31T10:00", "2027-01-20T10:00", "2027-02-09T10:00"] {
            assert_eq!(door.at(time).tick(), "", "{time}");
            assert_eq!(door.at(time).lines(&["forecast", "--days", "90"]), Vec::<Json>::new());
        }
        assert_eq!(server.messages().len(), sent, "what was lost does not go again");
        assert_eq!(found(&url, &plain()).await, Vec::<String>::new());
    }

    async fn a_letter_that_is_carried_meanwhile_is_settled_without_its_words(url: String) {
        let door = Door::open();
        door.edit("tenure.toml", "sqlite:tenure.db", &url);
        door.at(INIT).import(&format!("{HEAD}{OWN}"));
        door.at(INIT).tick();
        let now = "2026-12-01T10:00:00Z".parse().unwrap();
        let house = Arc::new(House::open(&door.file("tenure.toml"), Some(now)).await.unwrap());
        workers::plan(&house, now).await.unwrap();
        let desk = house.desk.clone();
        let claim = house.store.write(move |tx| claim_due(tx, &desk, [9, 9, 9], &Ahead::default(), None, now)).await.unwrap();
        assert_eq!(claim.errands.len(), 1);
        let traces = [plain(), sealed(&url).await].concat();
        erase(door.at(DUE), ADDRESS);
        let outcome =
            Outcome::Never { refused: Refused::Address, reply: format!("550 5.1.1 <{ADDRESS}> is nobody") };
        let settled: Vec<_> = claim
            .errands
            .into_iter()
            .map(|errand| (Arc::new(errand), Came::Outcome(outcome.clone())))
            .collect();
        let desk = house.desk.clone();
        let counts = house.store.write(move |tx| settle_all(tx, &desk, &settled, now)).await.unwrap();
        assert_eq!((counts.lost, counts.failed), (1, 0));
        house.store.close().await;
        door.at(DUE).tick();
        let notice = door.at(DUE).notice("renewal-reminder");
        assert_eq!((text(&notice, "state"), text(&notice, "reason")), ("canceled", "erased"));
        assert_eq!((text(&notice["attempts"][0], "outcome"), text(&notice["attempts"][0], "reply")), ("never", ""));
        assert_eq!(found(&url, &traces).await, Vec::<String>::new());
    }

    async fn an_erased_license_is_nobodys_and_the_address_begins_afresh(url: String) {
        let server = Server::accepting();
        let door = installation(&url, &server, OWN);
        let at = door.at("2026-11-10T10:00");
        at.refused("not_found", &["holder", "erase", "--email", "nobody@example.com"]);
        erase(at, ADDRESS);
        at.refused("not_found", &["holder", "erase", "--email", ADDRESS]);
        let named = ["license", "register", "--serial", "AAAA-BBBB-CCCC-0001", "--email"];
        at.refused("no_match", &[&named[..], &[ADDRESS]].concat());
        at.refused("no_match", &[&named[..], &["thief@example.com"]].concat());
        let new = at.done(&["license", "issue", "--product", "antivirus", "--email", ADDRESS]);
        at.refused("no_match", &["license", "renew", "--serial", &new, "--previous", "AAAA-BBBB-CCCC-0001", "--email", ADDRESS]);
        door.write("again.csv", &format!("{HEAD}{OWN}"));
        for arguments in [&["import", "again.csv"][..], &["import", "again.csv", "--update"]] {
            assert_eq!(at.run(arguments).status, Some(1));
            let rejected = fs::read_to_string(door.file("again.rejected.csv")).unwrap();
            assert_eq!(rejected.matches("was erased").count(), 2, "{rejected}");
        }
        at.tick();
        assert_eq!(at.notices("theft-attempt"), Vec::<Json>::new());
        // Nobody is named by a serial number that was never registered: it is like one from a box.
        at.done(&["license", "register", "--serial", "AAAA-BBBB-CCCC-0003", "--email", "new@example.com"]);
        at.done(&["license", "register", "--serial", &new, "--email", ADDRESS]);
        let everything = at.one(&["export", "holder", ADDRESS]);
        assert_eq!(everything["licenses"].as_array().unwrap().len(), 1, "{everything}");
        assert_eq!(everything["name"], Json::Null);
    }

    async fn an_old_sign_in_erases_nothing(url: String) {
        let server = Server::accepting();
        let door = installation(&url, &server, OWN);
        let site = Served::begin(&door, DUE, &["--role", "web"]);
        let cookie = enter(&site, &server, ADDRESS);
        drop(site);
        let site = Served::begin(&door, "2026-12-01T10:15", &["--role", "web"]);
        let page = site.get("/my/profile/erase?lang=en", &[("Cookie", &cookie)]);
        assert!(page.words().contains("Sign in once more") && !page.body.contains("name=\"email\""), "{}", page.words());
        let refused = send(&site, &cookie, "/my/profile/erase", TYPED);
        assert!(refused.status == 422 && refused.words().contains("Sign in once more"), "{}", refused.words());
        let fresh = enter(&site, &server, ADDRESS);
        assert_eq!(send(&site, &fresh, "/my/profile/erase", TYPED).status, 303);
        assert_eq!(send(&site, &cookie, "/my/profile/erase", TYPED).header("location").split('?').next(), Some("/my/sign-in"));
    }

    async fn a_superseded_license_without_a_holder_waits_for_no_warning(url: String) {
        let server = Server::accepting();
        let door = installation(&url, &server, OWN);
        let at = door.at("2026-11-10T10:00");
        let new = at.done(&["license", "issue", "--product", "antivirus", "--email", ADDRESS]);
        at.done(&["license", "renew", "--serial", &new, "--previous", "AAAA-BBBB-CCCC-0001", "--email", ADDRESS]);
        erase(at, ADDRESS);
        assert_eq!(door.at("2026-12-31T09:59").tick(), "");
        assert_eq!(door.at("2026-12-31T10:00").tick(), "deleted 1");
        assert_eq!(door.at("2026-12-31T10:00").notices("blocked-license-deletion"), Vec::<Json>::new());
    }

    async fn nobody_is_erased_while_a_change_of_address_can_be_undone(url: String) {
        let server = Server::accepting();
        let door = installed(&url, &server, 1);
        let site = Served::begin(&door, QUIET, &["--role", "web"]);
        let (cookie, undo) = changed(&door, &site, &server);
        let page = site.get("/my/profile/erase?lang=en", &[("Cookie", &cookie)]).words();
        assert!(page.contains("no data is erased. Possible from 23 November 2026"), "{page}");
        assert_eq!(send(&site, &cookie, "/my/profile/erase", "email=anna%40new.example").status, 422);
        door.at("2026-11-23T09:59").refused("address_just_changed", &["holder", "erase", "--email", NEW]);
        let traces = [vec![OLD.into(), NEW.into()], sealed(&url).await].concat();
        let at = door.at("2026-11-23T10:00");
        erase(at, NEW);
        at.tick();
        assert_eq!(found(&url, &traces).await, Vec::<String>::new());
        assert_eq!(site.get(&undo, &[]).status, 404, "there is nothing left to undo");
    }
}

#[test]
fn in_live_mode_an_operator_is_asked_and_nothing_is_erased_before_the_answer() {
    let server = Server::accepting();
    let mut door = Door::open();
    door.set("MAIL__RELAY", &server.url());
    door.set("MODE", "live");
    let now = door.now();
    now.done(&["license", "issue", "--product", "antivirus", "--email", ADDRESS]);
    let command = ["holder", "erase", "--email", ADDRESS];
    let is_there = || now.run(&["export", "holder", ADDRESS]).status == Some(0);
    let said = now.run(&command);
    assert!(
        said.status == Some(1) && said.err.contains("export holder") && said.err.contains("--yes"),
        "{said:?}"
    );
    assert!(is_there());
    for no in ["", "n", "nie"] {
        let said = now.asked(no, &command);
        assert!(
            said.status == Some(1) && said.out.contains("Erase ewa.nowakowska@rzadkie.example for good?"),
            "{said:?}"
        );
        assert!(said.out.contains("nothing is erased") && is_there(), "{said:?}");
    }
    let said = now.asked("y", &command);
    assert!(said.status == Some(0) && said.out.contains("erased: 1 license(s)"), "{said:?}");
    let gone = now.refused("not_found", &command);
    assert!(gone.contains("there is no holder `ewa.nowakowska@rzadkie.example`"), "{gone}");
    now.done(&["license", "issue", "--product", "antivirus", "--email", ADDRESS]);
    now.done(&[&command[..], &["--yes"]].concat());
    assert!(!is_there());
}
