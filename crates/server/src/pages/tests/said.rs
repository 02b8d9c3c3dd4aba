//! What is said: every text that is used is there, in every language, and no other; reasons and refusals have their words.

use super::*;

/// The ids that a language's file defines.
fn defined(language: &str) -> BTreeSet<String> {
    let ids = content(&format!("{language}.ftl"));
    let ids = ids.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    ids.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
}

/// The ids put together from a beginning and a code.
fn composed() -> BTreeSet<String> {
    fn of(prefix: &str, codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| format!("{prefix}{code}")).collect()
    }
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    let guides: Vec<_> = Demo::PROGRAMME.iter().map(|kind| kind.code()).collect();
    let states: Vec<_> = State::ALL.iter().map(|state| state.code()).collect();
    let statuses = [Status::Unregistered, Status::Active, Status::Expired, Status::Blocked, Status::Deleted]
        .map(Status::code);
    let tabs = Tab::ALL.map(Tab::code);
    let services = Service::ALL.map(Service::code);
    let lives: Vec<_> = LifeEvent::ALL.iter().map(|event| event.code()).collect();
    let fates: Vec<_> = FateState::ALL.iter().map(|fate| fate.code()).collect();
    let whys: Vec<_> = Why::ALL.iter().map(|why| why.code()).collect();
    let blocks: Vec<_> = BlockedFor::ALL.iter().map(|reason| reason.code()).collect();
    let problems: Vec<_> = Problem::ALL.iter().map(|problem| problem.code()).collect();
    [
        of("kind-", &kinds),
        of("about-", &kinds),
        of("guide-", &guides),
        of("state-", &states),
        of("status-", &statuses),
        of("tab-", &tabs),
        of("count-", &["days", "months"]),
        of("tab-none-", &tabs),
        of("service-", &services),
        of(LifeEvent::PREFIX, &lives),
        of(FateState::PREFIX, &fates),
        of("fate-text-", &fates),
        of(Why::PREFIX, &whys),
        of(BlockedFor::PREFIX, &blocks),
        of(Problem::PREFIX, &problems),
        of("decline-", &["never", "always", "after-expiry"]),
        of("note-", &["of-license", "of-holder"]),
        of("at-once-", &["registration", "renewal", "theft-attempt", "block"]),
        of("before-", &["expiry", "deletion"]),
        of("", &["on-expiry", "after-expiry"]),
        of("list-", &["two", "more", "last"]),
        of("steps-", &["two", "more", "last"]),
    ]
    .concat()
    .into_iter()
    .collect()
}

/// The ids written out in templates, as `t("…"`.
fn in_templates() -> BTreeSet<String> {
    let templates: String =
        Content::iter().filter(|name| name.ends_with(".html")).map(|name| content(&name)).collect();
    let named = templates.split("t(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    named.filter(|(_, rest)| !rest.starts_with(" ~")).map(|(id, _)| id.to_owned()).collect()
}

/// The server's sources apart from these tests, which name ids only to test them.
fn program(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("pages/tests") {
            continue;
        }
        if path.is_dir() {
            text += &program(&path);
        } else if !path.ends_with("pages/tests.rs") {
            text += &fs::read_to_string(&path).unwrap_or_default();
        }
    }
    text
}

#[test]
fn every_language_has_every_text_that_is_used_and_no_other() {
    let pages = Pages::embedded().unwrap();
    let program = program(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    // Whatever stands between quotes may be an id.
    let quoted: BTreeSet<&str> = program.split('"').collect();
    let named: BTreeSet<String> = composed().into_iter().chain(in_templates()).collect();
    for language in pages.languages() {
        let defined = defined(language);
        let missing: Vec<_> = named.difference(&defined).collect();
        let unused = defined.difference(&named).filter(|id| !quoted.contains(id.as_str()));
        let unused: Vec<_> = unused.collect();
        assert!(missing.is_empty(), "{language}.ftl lacks {missing:?}");
        assert!(unused.is_empty(), "{language}.ftl has {unused:?}, which nothing says");
    }
}

#[test]
fn a_refusal_is_told_beside_the_field_it_is_about() {
    for (refusal, problem) in [
        (Refusal::NoMatch, Problem::NoMatch),
        (Refusal::AlreadyRegistered, Problem::AlreadyRegistered),
        (Refusal::Invalid { field: "email", words: String::new() }, Problem::NotAnAddress),
        (Refusal::Invalid { field: "serial", words: String::new() }, Problem::NotASerial),
        (Refusal::NotBlocked, Problem::NotHere),
    ] {
        assert_eq!(Problem::from(&refusal), problem);
    }
}

#[test]
fn a_stored_reason_is_told_in_plain_words() {
    let cancels = [
        Cancel::Renewed,
        Cancel::Expanded,
        Cancel::Replaced,
        Cancel::Blocked,
        Cancel::Lifted,
        Cancel::Deleted,
        Cancel::Corrected,
        Cancel::Unscheduled,
        Cancel::NoAddress,
        Cancel::AlreadyHas,
        Cancel::Operator,
        Cancel::OutOfTime,
        Cancel::Undone,
        Cancel::Erased,
    ];
    let holds = [Hold::Declined, Hold::Suppressed];
    let codes = cancels.map(Cancel::code).into_iter().chain(holds.map(Hold::code));
    for code in codes.chain(["newer_step_due", "limit_passed"]) {
        assert_eq!(Why::from_reason(code).map(Why::code), Some(code));
    }
    assert_eq!(Why::from_reason("550 5.1.1 no such user"), Some(Why::Other));
    assert_eq!(Why::from_reason(""), None);
}
