//! Who may know whom. Both tables are exact: an arrow that is gone has to go here too.

use std::collections::{BTreeMap, BTreeSet};

use crate::{none, read, texts};

/// Which of our crates each crate depends on.
const CRATES: [(&str, &[&str]); 6] = [
    ("domain", &[]),
    ("keyfile", &[]),
    ("post", &["domain"]),
    ("server", &["domain", "keyfile", "post", "store"]),
    ("store", &["domain"]),
    ("testbed", &[]),
];

/// Which rooms of the server each room knows. The doors (`api`, `portal`, `cli`, and one day `console`) and the
/// workers meet in `actions`; `cli` starts what it names, `listen` puts the pages together, and the `demo` stands
/// outside and looks in.
const ROOMS: [(&str, &[&str]); 21] = [
    ("actions", &["config", "ids"]),
    ("api", &["actions", "web"]),
    ("bell", &[]),
    (
        "cli",
        &[
            "actions", "clock", "config", "demo", "house", "ids", "listen", "lmtp", "pages", "watch", "web",
            "workers",
        ],
    ),
    ("clock", &[]),
    ("config", &["ids"]),
    ("demo", &["actions", "house", "pages", "web", "workers"]),
    ("distress", &[]),
    ("fail", &[]),
    ("house", &["actions", "bell", "clock", "config", "distress", "ids", "marks", "metrics"]),
    ("ids", &[]),
    ("listen", &["api", "portal", "watch", "web"]),
    ("lmtp", &["actions", "house"]),
    ("main", &[]),
    ("marks", &[]),
    ("metrics", &[]),
    ("pages", &[]),
    ("portal", &["actions", "house", "pages", "web"]),
    ("watch", &["clock", "house", "metrics"]),
    ("web", &["actions", "house", "pages"]),
    ("workers", &["actions", "clock", "fail", "house"]),
];

#[test]
fn crates_depend_one_way() {
    let mut wrong = Vec::new();
    for (name, allowed) in CRATES {
        let manifest: toml::Table = read(&format!("crates/{name}/Cargo.toml")).parse().unwrap();
        let ours = |table: &str| -> Vec<String> {
            let names =
                manifest.get(table).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys);
            names.filter_map(|name| name.strip_prefix("tenure-")).map(str::to_owned).collect()
        };
        if ours("dependencies") != allowed {
            wrong.push(format!("{name} depends on {:?}, not on {allowed:?}", ours("dependencies")));
        }
        if ours("dev-dependencies").iter().any(|name| name != "testbed") {
            wrong.push(format!("the tests of {name} use {:?}", ours("dev-dependencies")));
        }
    }
    none(&wrong);
}

#[test]
fn rooms_of_the_server_know_only_whom_they_may() {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in texts("crates/server/src", &[".rs"]) {
        let room = path["crates/server/src/".len()..].split(['/', '.']).next().unwrap().to_owned();
        if room != "lib" {
            let named = named_rooms(&text).into_iter().filter(|name| *name != room);
            known.entry(room.clone()).or_default().extend(named);
        }
    }
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        ROOMS.into_iter().map(|(room, names)| (room, names.iter().copied().collect())).collect();
    let mut wrong = Vec::new();
    for (room, names) in &known {
        let Some(allowed) = allowed.get(room.as_str()) else {
            wrong.push(format!("{room}: a room that the table does not have"));
            continue;
        };
        let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        wrong.extend(names.difference(allowed).map(|name| format!("{room} knows {name}: may it?")));
        wrong.extend(
            allowed.difference(&names).map(|name| format!("{room} no longer knows {name}: strike it out")),
        );
    }
    wrong.extend(
        allowed.keys().filter(|room| !known.contains_key(**room)).map(|room| format!("{room} is gone")),
    );
    none(&wrong);
}

/// The rooms named by `crate::room` and `crate::{room::…, room}`.
fn named_rooms(text: &str) -> BTreeSet<String> {
    let word = |text: &str| {
        text.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("").to_owned()
    };
    let mut rooms = BTreeSet::new();
    for (at, name) in text.match_indices("crate::") {
        let rest = &text[at + name.len()..];
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(items(group).into_iter().map(word)),
            None => drop(rooms.insert(word(rest))),
        }
    }
    rooms.retain(|name| ROOMS.iter().any(|(room, _)| room == name));
    rooms
}

/// The items of a group, up to the brace that closes it.
fn items(group: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut items) = (0, 0, Vec::new());
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&group[begin..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&group[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    items
}

#[test]
fn an_arrow_is_seen_however_it_is_written() {
    let text =
        "use crate::{\n    actions::{Desk, claim},\n    house::House, ids,\n};\nlet x = crate::portal::y;";
    assert_eq!(named_rooms(text).into_iter().collect::<Vec<_>>(), ["actions", "house", "ids", "portal"]);
}
