//! Every kind × what can have happened since it was owed → the verdict at its claim (rule 5).

use jiff::Timestamp;
use tenure_domain::{
    Block, BlockReason, HolderStanding, InForce, Key, Kind, License, Notice, NoticeId, Schedule, State,
    Succession, Term,
    guard::{Standing, Verdict, verdict},
    kind::{Anchor, Step},
};

use crate::world::{PROGRAMME, SUCCESSOR, at, day, holder, products, unregistered};

/// `send`; the reason of a cancellation; `declined` and `suppressed` for holds; `superseded`; `late`.
const TABLE: &str = "
    notice                       | nothing | renewed | expanded | replaced | blocked | unblocked | deleted | corrected | unscheduled | no_address | declined | suppressed  | has_it      | next_due   | limit
    serial-number                | send    | renewed | expanded | replaced | blocked | send      | deleted | send      | send        | no_address | send     | suppressed  | send        | send       | send
    key-file                     | send    | renewed | expanded | replaced | blocked | send      | deleted | send      | send        | no_address | send     | suppressed  | send        | send       | send
    mobile-offer                 | send    | renewed | expanded | replaced | blocked | send      | deleted | send      | send        | no_address | declined | suppressed  | already_has | send       | send
    account-invitation           | send    | renewed | expanded | replaced | blocked | send      | deleted | send      | send        | no_address | declined | suppressed  | already_has | send       | send
    renewal-reminder -30         | send    | renewed | expanded | replaced | blocked | send      | deleted | corrected | unscheduled | no_address | send     | suppressed  | send        | superseded | superseded
    renewal-reminder 0           | send    | renewed | expanded | replaced | blocked | send      | deleted | corrected | unscheduled | no_address | send     | suppressed  | send        | superseded | superseded
    renewal-reminder +20         | send    | renewed | expanded | replaced | blocked | send      | deleted | corrected | unscheduled | no_address | declined | suppressed  | send        | superseded | superseded
    renewal-reminder +40         | send    | renewed | expanded | replaced | blocked | send      | deleted | corrected | unscheduled | no_address | declined | suppressed  | send        | send       | late
    renewal-confirmation         | send    | renewed | expanded | replaced | blocked | send      | deleted | send      | send        | no_address | send     | suppressed  | send        | send       | send
    theft-attempt                | send    | send    | send     | send     | send    | send      | send    | send      | send        | no_address | send     | suppressed  | send        | send       | send
    license-blocked              | send    | send    | send     | send     | send    | lifted    | deleted | send      | send        | no_address | send     | suppressed  | send        | send       | send
    license-replaced             | send    | renewed | expanded | replaced | blocked | send      | deleted | send      | send        | no_address | send     | suppressed  | send        | send       | send
    blocked-license-deletion -30 | send    | send    | send     | blocked  | blocked | lifted    | deleted | corrected | unscheduled | no_address | send     | suppressed  | send        | send       | send
    address-changed              | send    | send    | send     | send     | send    | send      | send    | send      | send        | no_address | send     | suppressed  | send        | send       | send
";

const EXPIRES_ON: &str = "2026-12-31";

/// A notice, and all that the guard is told of.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Case {
    notice: Notice,
    license: License,
    has_address: bool,
    is_suppressed: bool,
    is_undone: bool,
    has_declined: bool,
    holder: HolderStanding,
    schedule: Schedule,
    in_force: InForce,
    now: Timestamp,
}

impl Case {
    /// A notice as it stands when its day has come and nothing has happened since.
    fn new(name: &str) -> Self {
        let (kind, step) = name.split_once(' ').unwrap_or((name, ""));
        let (kind, step): (Kind, Step) = (kind.parse().unwrap(), step.parse().unwrap());
        let days = if let Step::Days(days) = step { days } else { 0 };
        let due_at =
            at(&format!("{EXPIRES_ON}T10:00Z")) + jiff::SignedDuration::from_hours(24 * i64::from(days));
        let schedule = Schedule::parse(PROGRAMME, &products()).unwrap();
        let in_force = InForce::default().after_pass(&schedule, true, due_at);
        Self {
            notice: notice(kind, step, due_at),
            license: license(kind),
            has_address: true,
            is_suppressed: false,
            is_undone: false,
            has_declined: false,
            holder: HolderStanding::default(),
            schedule,
            in_force,
            now: due_at,
        }
    }

    fn befall(&mut self, what: &str) {
        let blocked = |reason, how: Option<Succession>| {
            Some(Block { reason, on: day("2026-02-01"), successor: how.map(|how| (SUCCESSOR, how)) })
        };
        let days = |days: i64| jiff::SignedDuration::from_hours(24 * days);
        match what {
            "nothing" => {}
            "renewed" => self.license.block = blocked(BlockReason::Superseded, Some(Succession::Renewal)),
            "expanded" => self.license.block = blocked(BlockReason::Superseded, Some(Succession::Expansion)),
            "replaced" => {
                self.license.block = blocked(BlockReason::Compromised, Some(Succession::Replacement));
            }
            "blocked" => self.license.block = blocked(BlockReason::Other, None),
            "unblocked" => self.license.block = None,
            "deleted" => self.license.deleted_at = Some(self.now),
            "corrected" => {
                assert!(self.license.correct(day("2020-01-01"), day("2027-12-31"), self.now).unwrap());
            }
            "unscheduled" => self.schedule = Schedule::parse("send_at = \"10:00\"", &products()).unwrap(),
            "no_address" => self.has_address = false,
            "declined" => self.has_declined = true,
            "suppressed" => self.is_suppressed = true,
            "undone" => self.is_undone = true,
            "has_it" => self.holder = HolderStanding { has_account: true, has_mobile: true },
            "next_due" => self.now += days(if self.notice.key.step == Step::Days(-30) { 30 } else { 19 }),
            "limit" => self.now += days(20),
            _ => panic!("nothing is called {what}"),
        }
        if what == "next_due" && matches!(self.notice.key.step, Step::Days(0 | 20)) {
            self.now += days(1);
        }
        if what == "limit" && self.notice.key.step == Step::Days(-30) {
            self.now += days(10);
        }
    }

    fn verdict(&self) -> String {
        let standing = Standing {
            license: &self.license,
            has_address: self.has_address,
            is_suppressed: self.is_suppressed,
            is_undone: self.is_undone,
            has_declined: self.has_declined,
            holder: self.holder,
            zone: &"UTC".parse().unwrap(),
            schedule: &self.schedule,
            in_force: &self.in_force,
        };
        match verdict(&self.notice, &standing, self.now) {
            Verdict::Send => "send".to_owned(),
            Verdict::Hold(hold) => hold.to_string(),
            Verdict::Cancel(cancel) => cancel.to_string(),
            Verdict::Superseded => "superseded".to_owned(),
            Verdict::Late => "late".to_owned(),
        }
    }
}

fn license(kind: Kind) -> License {
    let mut license = unregistered("antivirus");
    license.holder = Some(holder().id);
    license.term = Some(Term {
        number: 1,
        registered_on: day("2020-01-01"),
        expires_on: day(EXPIRES_ON),
        known_at: at("2020-01-01T00:00Z"),
    });
    let blocked = |reason| Some(Block { reason, on: day("2026-02-01"), successor: None });
    license.block = match kind.anchor() {
        Anchor::Block => blocked(BlockReason::Other),
        Anchor::Deletion => blocked(BlockReason::Superseded),
        _ => None,
    };
    license
}

fn notice(kind: Kind, step: Step, due_at: Timestamp) -> Notice {
    Notice {
        id: NoticeId::from_bits(1),
        key: Key { license: unregistered("antivirus").id, term: 1, kind, step, occasion: String::new() },
        due_on: "UTC".parse::<tenure_domain::Zone>().unwrap().day_of(due_at),
        due_at,
        limit_at: None,
        state: State::Due,
        reason: String::new(),
        wake_at: Some(due_at),
        attempts: 0,
        patience: tenure_domain::Patience::default(),
        first_claimed_at: None,
        ended_at: None,
    }
}

fn cells() -> Vec<(String, String, String)> {
    let mut rows =
        TABLE.lines().map(|row| row.split('|').map(str::trim)).filter(|row| row.clone().count() > 1);
    let heads: Vec<&str> = rows.next().unwrap().skip(1).collect();
    let cells = rows.flat_map(|mut row| {
        let name = row.next().unwrap();
        heads
            .clone()
            .into_iter()
            .zip(row)
            .map(move |(what, wanted)| (name.to_owned(), what.to_owned(), wanted.to_owned()))
    });
    cells.collect()
}

#[test]
fn every_notice_is_sent_held_or_ended_by_what_happened_since() {
    let mut tried = std::collections::BTreeSet::new();
    for (name, what, wanted) in cells() {
        let mut case = Case::new(&name);
        case.befall(&what);
        assert_eq!(case.verdict(), wanted, "{name}, {what}");
        tried.insert(case.notice.key.kind);
    }
    assert_eq!(tried.len(), Kind::ALL.len(), "every kind stands in the table");
}

#[test]
fn every_verdict_is_a_move_that_the_notice_can_make() {
    for state in [State::Due, State::Sending, State::Unknown] {
        for (name, what, _) in cells() {
            let mut case = Case::new(&name);
            case.notice.state = state;
            case.befall(&what);
            let to = match case.verdict().as_str() {
                "send" => State::Sending,
                "declined" | "suppressed" => State::Held,
                "superseded" => State::Superseded,
                "late" => State::Late,
                _ => State::Canceled,
            };
            // One that a courier left in the middle of its work is simply claimed again.
            assert!(state == to || state.next().contains(&to), "{name}, {what}: {state} → {to}");
        }
    }
}

#[test]
fn a_lost_answer_past_its_time_is_canceled_out_of_time() {
    for (name, what) in [("renewal-reminder -30", "next_due"), ("renewal-reminder +40", "limit")] {
        let mut case = Case::new(name);
        case.notice.state = State::Unknown;
        case.befall(what);
        assert_eq!(case.verdict(), "out_of_time", "{name}");
    }
}

#[test]
fn an_ended_reason_weighs_more_than_a_hold_or_a_limit() {
    let mut case = Case::new("renewal-reminder +40");
    for what in ["renewed", "declined", "suppressed", "limit"] {
        case.befall(what);
    }
    assert_eq!(case.verdict(), "renewed");
    let mut case = Case::new("renewal-reminder +40");
    for what in ["declined", "suppressed", "limit"] {
        case.befall(what);
    }
    assert_eq!(case.verdict(), "late");
}

#[test]
fn a_limit_holds_from_its_very_instant() {
    let mut case = Case::new("renewal-reminder +40");
    case.befall("limit");
    assert_eq!(case.verdict(), "late");
    case.now -= jiff::SignedDuration::from_nanos(1);
    assert_eq!(case.verdict(), "send");
    let mut case = Case::new("renewal-reminder -30");
    case.befall("next_due");
    assert_eq!(case.verdict(), "superseded");
    case.now -= jiff::SignedDuration::from_nanos(1);
    assert_eq!(case.verdict(), "send");
}

#[test]
fn a_reminder_is_not_superseded_by_its_own_step_when_zone_or_hour_moved_it() {
    for moved in [-20, -1, 1, 20] {
        let mut case = Case::new("renewal-reminder -30");
        case.notice.due_at += jiff::SignedDuration::from_hours(moved);
        case.now = at("2026-12-02T12:00Z");
        assert_eq!(case.verdict(), "send", "{moved}");
    }
}

#[test]
fn a_step_that_left_the_force_keeps_the_limit_it_was_planned_with() {
    let mut case = Case::new("renewal-reminder +40");
    case.in_force =
        InForce::default().after_pass(&case.schedule, false, case.now + jiff::SignedDuration::from_hours(1));
    case.notice.limit_at = Some(case.now + jiff::SignedDuration::from_hours(2));
    assert_eq!(case.verdict(), "send");
    case.now += jiff::SignedDuration::from_hours(2);
    assert_eq!(case.verdict(), "late");
}

#[test]
fn a_deletion_notice_lives_while_the_schedule_has_one_at_whatever_step() {
    let mut case = Case::new("blocked-license-deletion -30");
    let text = PROGRAMME.replace("30 days before deletion", "45 days before deletion");
    case.schedule = Schedule::parse(&text, &products()).unwrap();
    assert_eq!(case.verdict(), "send");
}

#[test]
fn a_change_of_address_that_was_undone_is_told_to_nobody_and_nothing_else_ends_with_it() {
    for (name, wanted) in [("address-changed", "undone"), ("renewal-reminder -30", "send")] {
        let mut case = Case::new(name);
        case.befall("undone");
        assert_eq!(case.verdict(), wanted, "{name}");
    }
}
