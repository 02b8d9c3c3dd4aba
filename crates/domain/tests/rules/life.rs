//! A license's life → the notices it must get. Each row: when, what happens, and after the arrow what ended
//! then (a notice alone: its e-mail was accepted).

use jiff::{Timestamp, civil::date};
use tenure_domain::{
    Block, BlockReason, Happening, Kind, LicenseId, Notice, Schedule, Service, State, Succession, Term,
};

use crate::world::{PROGRAMME, Relay, SUCCESSOR, World, at, day, products, programme_at, unregistered};

/// Lives through the rows, and compares what ended at each with what stands after the arrow.
pub(crate) fn life(whose: &str, rows: &str) {
    let (product, zone) = whose.split_once(" in ").unwrap();
    let mut world = World::new(unregistered(product), zone, programme_at("10:00"));
    let (mut wanted, mut lived) = (String::new(), String::new());
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (what, ends) = row.split_once('→').unwrap_or((row, ""));
        let (instant, words) = what.trim().split_once(' ').unwrap();
        let (before, was_deleted) = (world.notices.clone(), world.license.deleted_at.is_some());
        act(&mut world, words.trim(), at(instant));
        let mut ended: Vec<String> =
            world.notices.iter().filter(|notice| is_news(&before, notice)).map(describe).collect();
        if world.license.deleted_at.is_some() && !was_deleted {
            ended.push("the license is deleted".to_owned());
        }
        let say = |ends: &str| format!("{instant} {} → {ends}\n", words.trim());
        wanted += &say(ends.trim());
        lived += &say(&ended.join(", "));
    }
    assert!(wanted == lived, "{whose}\n--- wanted\n{wanted}--- lived\n{lived}");
}

fn is_news(before: &[Notice], notice: &Notice) -> bool {
    !notice.state.is_open()
        && before.iter().all(|known| known.key != notice.key || known.state != notice.state)
}

fn describe(notice: &Notice) -> String {
    let name = format!("{} {}", notice.key.kind, notice.key.step).trim().to_owned();
    match notice.state {
        State::Accepted => name,
        state if notice.reason.is_empty() || matches!(state, State::Superseded | State::Late) => {
            format!("{name} {state}")
        }
        state => format!("{name} {state}({})", notice.reason),
    }
}

fn act(world: &mut World, words: &str, now: Timestamp) {
    let today = world.today(now);
    let words: Vec<&str> = words.split(' ').collect();
    match words[..] {
        ["tick"] => world.tick(now),
        ["registered", "until", until] => {
            world.register(day(until), now);
            world.happens(&Happening::Registered { previous: None }, now);
        }
        ["registered", "as", how, "until", until] => {
            world.register(day(until), now);
            let previous = Some((LicenseId::from_bits(9), how.parse().unwrap()));
            world.happens(&Happening::Registered { previous }, now);
        }
        ["imported", "until", until] => world.import(date(2020, 1, 1), day(until), false, now),
        ["imported", "superseded", "until", until] => world.import(date(2020, 1, 1), day(until), true, now),
        ["corrected", "until", until] => {
            let registered_on = world.license.term.unwrap().registered_on;
            assert!(world.license.correct(registered_on, day(until), now).unwrap());
            world.happens(&Happening::Corrected, now);
        }
        ["blocked", reason] => {
            let reason: BlockReason = reason.parse().unwrap();
            world.license.block(reason, today).unwrap();
            world.happens(&Happening::Blocked { reason }, now);
        }
        ["lifted"] => {
            world.license.lift().unwrap();
            world.happens(&Happening::Lifted, now);
        }
        ["renewed"] => world.supersede(Succession::Renewal, now),
        ["expanded"] => world.supersede(Succession::Expansion, now),
        ["replaced"] => world.supersede(Succession::Replacement, now),
        ["issued"] => world.happens(&Happening::Issued, now),
        ["replaces", "another"] => {
            world.happens(&Happening::Replaced { previous: LicenseId::from_bits(9) }, now);
        }
        ["key-file", "requested"] => world.happens(&Happening::KeyFileRequested, now),
        ["named", "while", "blocked"] => {
            world.happens(&Happening::BlockedNamed { service: Service::Renewal }, now);
        }
        ["zone", name] => world.zone = name.parse().unwrap(),
        ["hour", hour] => world.schedule = programme_at(hour),
        ["adds", words] => world.schedule = with_step(&words.replace('_', " ")),
        ["relay", answer] => world.relay = relay(answer),
        ["has", "mobile"] => world.standing.has_mobile = true,
        ["has", "account"] => world.standing.has_account = true,
        ["declines", kind] => assert!(world.declined.insert(kind.parse().unwrap())),
        ["suppressed"] => world.is_suppressed = true,
        _ => panic!("nothing is called {words:?}"),
    }
}

fn relay(answer: &str) -> Relay {
    match answer {
        "takes" => Relay::Takes,
        "refuses_for_now" => Relay::RefusesForNow,
        "refuses_for_good" => Relay::RefusesForGood,
        "loses_the_answer" => Relay::LosesTheAnswer,
        _ => panic!("a relay does not {answer}"),
    }
}

fn with_step(words: &str) -> Schedule {
    let more = format!("\"40 days after expiry\", \"{words}\"");
    Schedule::parse(&PROGRAMME.replace("\"40 days after expiry\"", &more), &products()).unwrap()
}

#[test]
fn a_home_license_gets_the_programme_of_the_page() {
    life(
        "antivirus in Europe/Warsaw",
        "
        2026-03-10T12:00Z  registered until 2027-03-10
        2026-03-10T12:00Z  tick → key-file, mobile-offer, account-invitation
        2027-02-08T08:59:59Z  tick
        2027-02-08T09:00Z  tick → renewal-reminder -30
        2027-03-10T08:59:59Z  tick
        2027-03-10T09:00Z  tick → renewal-reminder 0
        2027-03-30T07:59:59Z  tick
        2027-03-30T08:00Z  tick → renewal-reminder +20
        2027-04-19T08:00Z  tick → renewal-reminder +40
        2027-12-01T08:00Z  tick
        ",
    );
}

#[test]
fn a_business_license_gets_the_programme_of_the_page() {
    life(
        "enterprise-suite in Europe/Warsaw",
        "
        2026-03-10T12:00Z  registered until 2027-03-10
        2026-03-10T12:00Z  tick → key-file
        2027-01-09T08:59:59Z  tick
        2027-01-09T09:00Z  tick → renewal-reminder -60
        2027-02-08T09:00Z  tick → renewal-reminder -30
        2027-03-10T09:00Z  tick → renewal-reminder 0
        2027-03-30T08:00Z  tick → renewal-reminder +20
        2027-04-19T08:00Z  tick → renewal-reminder +40
        ",
    );
}

#[test]
fn each_happening_sends_at_once_what_is_owed_for_it() {
    for (whose, happens, sent) in [
        ("antivirus", "registered until 2027-03-10", "key-file, mobile-offer, account-invitation"),
        ("mobile-security", "registered until 2027-03-10", "key-file, account-invitation"),
        ("enterprise-suite", "registered until 2027-03-10", "key-file"),
        (
            "antivirus",
            "registered as renewal until 2027-03-10",
            "key-file, mobile-offer, account-invitation, renewal-confirmation",
        ),
        ("enterprise-suite", "registered as renewal until 2027-03-10", "key-file, renewal-confirmation"),
        ("enterprise-suite", "registered as expansion until 2027-03-10", "key-file"),
        ("antivirus", "issued", "serial-number"),
        ("antivirus", "replaces another", "license-replaced"),
        ("antivirus", "key-file requested", "key-file"),
        ("antivirus", "imported until 2027-03-10", ""),
        ("antivirus", "imported superseded until 2027-03-10", ""),
        ("antivirus", "blocked compromised", "license-blocked"),
        ("enterprise-suite", "blocked other", "license-blocked"),
    ] {
        life(
            &format!("{whose} in UTC"),
            &format!("2026-03-10T12:00Z {happens}\n 2026-03-10T12:00Z tick → {sent}"),
        );
    }
}

#[test]
fn whoever_has_it_is_not_offered_it() {
    for (has, sent) in
        [("has mobile", "key-file, account-invitation"), ("has account", "key-file, mobile-offer")]
    {
        life(
            "antivirus in UTC",
            &format!(
                "2026-03-10T12:00Z {has}
                 2026-03-10T12:00Z registered until 2027-03-10
                 2026-03-10T12:00Z tick → {sent}"
            ),
        );
    }
    life(
        "antivirus in UTC",
        "
        2026-03-10T12:00Z  relay refuses_for_now
        2026-03-10T12:00Z  registered until 2027-03-10
        2026-03-10T12:00Z  tick
        2026-03-10T12:01Z  has mobile
        2026-03-10T12:02Z  has account
        2026-03-10T12:03Z  relay takes
        2026-03-10T12:05Z  tick → key-file, mobile-offer canceled(already_has), account-invitation canceled(already_has)
        ",
    );
}

#[test]
fn superseding_tells_the_old_license_nothing_of_a_block() {
    for how in ["renewed", "expanded", "replaced"] {
        life(
            "enterprise-suite in UTC",
            &format!(
                "2026-03-10T12:00Z imported until 2027-03-10
                 2026-03-11T12:00Z {how}
                 2026-03-11T12:00Z tick"
            ),
        );
    }
}

#[test]
fn a_switched_off_kind_is_not_sent_but_for_one_who_asks() {
    let is_kept = |rule: &&str| !rule.contains("license-blocked") && !rule.contains("renewal-confirmation");
    let text = PROGRAMME.split("\n\n").filter(is_kept).collect::<Vec<_>>().join("\n\n");
    let mut world =
        World::new(unregistered("antivirus"), "UTC", Schedule::parse(&text, &products()).unwrap());
    let now = at("2026-03-10T12:00Z");
    world.license.block(BlockReason::Other, date(2026, 3, 10)).unwrap();
    world.happens(&Happening::Blocked { reason: BlockReason::Other }, now);
    assert_eq!(world.notices, []);
    world.happens(&Happening::BlockedNamed { service: Service::KeyFile }, now);
    assert_eq!(world.notices.len(), 1);
    let renewed = Happening::Registered { previous: Some((SUCCESSOR, Succession::Renewal)) };
    world.happens(&renewed, now);
    assert!(world.notices.iter().all(|notice| notice.key.kind != Kind::RenewalConfirmation));
}

#[test]
fn offers_and_reminders_after_expiry_can_be_declined_and_nothing_else() {
    life(
        "antivirus in UTC",
        "
        2026-03-10T12:00Z  declines mobile-offer
        2026-03-10T12:00Z  declines account-invitation
        2026-03-10T12:00Z  declines renewal-reminder
        2026-03-10T12:00Z  declines key-file
        2026-03-10T12:00Z  declines blocked-license-deletion
        2026-03-10T12:00Z  registered until 2027-03-10
        2026-03-10T12:00Z  tick → key-file, mobile-offer held(declined), account-invitation held(declined)
        2027-02-08T10:00Z  tick → renewal-reminder -30
        2027-03-10T10:00Z  tick → renewal-reminder 0
        2027-03-30T10:00Z  tick → renewal-reminder +20 held(declined)
        2027-04-19T10:00Z  tick → renewal-reminder +40 held(declined)
        2027-04-20T10:00Z  renewed
        2027-04-20T10:00Z  tick → blocked-license-deletion -30
        ",
    );
}

#[test]
fn an_address_that_takes_no_mail_leaves_the_notice_in_the_portal() {
    life(
        "antivirus in UTC",
        "
        2026-01-01T12:00Z  imported until 2026-12-31
        2026-12-01T10:00Z  suppressed
        2026-12-01T10:00Z  tick → renewal-reminder -30 held(suppressed)
        ",
    );
}

#[test]
fn a_license_is_valid_through_the_last_second_of_its_expiry_date() {
    let mut license = unregistered("antivirus");
    license.term = Some(Term {
        number: 1,
        registered_on: date(2026, 1, 1),
        expires_on: date(2026, 12, 31),
        known_at: at("2026-01-01T12:00Z"),
    });
    assert_eq!(license.status(date(2026, 12, 31)).code(), "active");
    assert_eq!(license.status(date(2027, 1, 1)).code(), "expired");
    license.block = Some(Block { reason: BlockReason::Other, on: date(2026, 2, 1), successor: None });
    assert_eq!(license.status(date(2027, 1, 1)).code(), "blocked");
}
