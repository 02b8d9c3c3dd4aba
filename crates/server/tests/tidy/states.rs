//! docs/states.md draws what `State::next` allows, and explains every reason.

use std::collections::BTreeSet;

use tenure_domain::{Notice, State};

use crate::read;

fn page() -> String {
    read("docs/states.md")
}

/// The moves of the picture, as `from → to`; `[*]` is the beginning or the end.
fn drawn() -> BTreeSet<(String, String)> {
    let page = page();
    let picture = page
        .split("```mermaid")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the page has a picture");
    let moves = picture.lines().filter_map(|line| line.split_once("-->"));
    moves
        .map(|(from, to)| (from.trim().to_owned(), to.split(':').next().unwrap().trim().to_owned()))
        .collect()
}

#[test]
fn the_picture_has_every_move_and_no_other() {
    let mut allowed = BTreeSet::new();
    for from in State::ALL {
        allowed.extend(from.next().iter().map(|to| (from.to_string(), to.to_string())));
        // An end leads out of the picture; an accepted one first to what may still be reported of it.
        if from.next().is_empty() {
            allowed.insert((from.to_string(), "[*]".to_owned()));
        }
    }
    let begins = ["due", "superseded", "late"].map(|to| ("[*]".to_owned(), to.to_owned()));
    allowed.extend(begins);
    let drawn = drawn();
    assert_eq!(
        drawn.difference(&allowed).collect::<Vec<_>>(),
        Vec::<&(String, String)>::new(),
        "drawn and not allowed"
    );
    assert_eq!(
        allowed.difference(&drawn).collect::<Vec<_>>(),
        Vec::<&(String, String)>::new(),
        "allowed and not drawn"
    );
}

/// The states and reasons that begin the rows of the page's tables.
fn rows() -> BTreeSet<String> {
    let page = page();
    let first_cells = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    first_cells.map(|(code, _)| code.to_owned()).collect()
}

/// The codes of a list of `coded!` words in the source, and those that a notice is planned with.
fn reasons() -> BTreeSet<String> {
    let source = read("crates/domain/src/notice.rs");
    let words = |list: &str| -> Vec<String> {
        let after = source.split(&format!("coded!({list} {{")).nth(1).expect("the list is there");
        after.split('}').next().unwrap().split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let mut reasons: BTreeSet<String> = words("Cancel").into_iter().chain(words("Hold")).collect();
    reasons
        .extend([tenure_domain::owed::Fate::Superseded, tenure_domain::owed::Fate::Late].map(planned_reason));
    reasons
}

/// The reason with which a notice of this fate is written.
fn planned_reason(fate: tenure_domain::owed::Fate) -> String {
    let at = jiff::Timestamp::UNIX_EPOCH;
    let (kind, step) = (tenure_domain::Kind::RenewalReminder, tenure_domain::Step::Days(0));
    let owed = tenure_domain::owed::Owed {
        kind,
        step,
        due_on: jiff::civil::Date::MIN,
        due_at: at,
        limit_at: None,
        fate,
    };
    let license = tenure_domain::LicenseId::from_bits(1);
    let key = tenure_domain::Key { license, term: 1, kind, step, occasion: String::new() };
    Notice::planned(tenure_domain::NoticeId::from_bits(1), key, &owed, at).reason
}

#[test]
fn every_state_and_every_reason_is_explained_and_no_other() {
    let meant: BTreeSet<String> = State::ALL.iter().map(ToString::to_string).chain(reasons()).collect();
    assert_eq!(rows(), meant);
}
