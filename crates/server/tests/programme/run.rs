//! One run: the acts and the ticks in the order of time, each done by the binary and by the oracle.

use jiff::{SignedDuration, Timestamp};
use tenure_testbed::smtp::{Act as Deed, Rule, Script, Server, Stage};

use crate::{
    chance::Chance,
    door::Door,
    mailbox::Mailbox,
    oracle::{Oracle, Vendor},
    population,
    story::{Act, Answer},
    timetable::{Relay, Tick},
    verdict,
};

const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// What differs between the runs.
pub(crate) struct Programme {
    pub(crate) name: &'static str,
    pub(crate) seed: u64,
    pub(crate) vendor: Vendor,
    pub(crate) timetable: fn(Timestamp, &mut Chance) -> Vec<Tick>,
    /// A step that is added to the schedule of home, and after how many days.
    pub(crate) added_step: Option<(i32, i32)>,
    /// How many processes share each tick.
    pub(crate) machines: usize,
}

/// What comes next.
pub(crate) enum Event {
    Happening(Act),
    Tick(Relay),
}

/// When every run begins: the first import.
pub(crate) fn start() -> Timestamp {
    "2026-12-01T08:17:20Z".parse().expect("an instant")
}

impl Programme {
    /// Lives through it all; without a store's URL in the file that `init` makes.
    pub(crate) fn run(&self, store: Option<String>) {
        let server = Server::accepting();
        let mut door = Door::open(self.name, self.vendor, server.url(), store, start());
        let (mailbox, oracle) = (Mailbox::new(&server), Oracle::new(self.vendor));
        let mut run = Run { programme: self, server: &server, mailbox, oracle, ticks: 0 };
        let events = self.events();
        let end = events.last().map_or(start(), |(at, _)| *at) + A_DAY;
        for (at, event) in events {
            match event {
                Event::Happening(act) => run.happen(&mut door, act, at),
                Event::Tick(relay) => run.tick(&door, relay, at),
            }
        }
        run.tick(&door, Relay::Accepts, end);
        run.tick_again(&door, end);
        run.compare_notices(&door, end);
    }

    /// Acts and ticks in the order of time.
    pub(crate) fn events(&self) -> Vec<(Timestamp, Event)> {
        let mut happenings = population::happenings(self.seed, start());
        happenings.extend(
            self.added_step.map(|(step, after_days)| (start() + A_DAY * after_days, Act::AddStep(step))),
        );
        let ticks = (self.timetable)(start(), &mut Chance::new(self.seed + 1_000));
        let ticks = ticks.into_iter().map(|tick| (tick.at, Event::Tick(tick.relay)));
        let happenings = happenings.into_iter().map(|(at, act)| (at, Event::Happening(act)));
        let mut events: Vec<_> = happenings.chain(ticks).collect();
        events.sort_by_key(|(at, _)| *at);
        events
    }
}

struct Run<'a> {
    programme: &'a Programme,
    server: &'a Server,
    mailbox: Mailbox<'a>,
    oracle: Oracle,
    ticks: usize,
}

impl Run<'_> {
    fn happen(&mut self, door: &mut Door, mut act: Act, at: Timestamp) {
        if let Act::Correct(rows) = &mut act {
            rows.retain(|row| self.oracle.takes_correction(row));
        }
        let answer = self.oracle.act(&act, at);
        if answer != Answer::Untested {
            let said = door.act(&act, at);
            let when = self.when(at);
            assert!(said.is(answer), "{when}: {act:?}\nexpected {answer:?}, got {said:#?}");
        }
    }

    fn tick(&mut self, door: &Door, relay: Relay, at: Timestamp) {
        let machines = self.programme.machines;
        self.server.follow(script(relay));
        let expected = self.oracle.tick(at, relay == Relay::Accepts);
        let counted = verdict::counts(&door.tick(at, machines));
        let received = self.mailbox.new_mail(door);
        let when = self.when(at);
        verdict::letters(&self.oracle, &expected, &received, door, machines).announce(&when);
        verdict::same_counts(&self.oracle, &expected, &counted).announce(&when);
        self.ticks += 1;
        if self.ticks.is_multiple_of(50) {
            self.tick_again(door, at);
        }
    }

    /// A tick twice is a tick once.
    fn tick_again(&mut self, door: &Door, at: Timestamp) {
        door.tick(at, 1);
        let again = self.mailbox.new_mail(door);
        assert!(again.is_empty(), "{}: a second tick mailed {} letters", self.when(at), again.len());
    }

    fn compare_notices(&self, door: &Door, at: Timestamp) {
        let listed = door.notices(at);
        let when = format!("{}, the list of notices", self.when(at));
        verdict::notices(&self.oracle, &listed, &self.mailbox, door).announce(&when);
    }

    fn when(&self, at: Timestamp) -> String {
        let Programme { name, seed, .. } = self.programme;
        format!("{name} (seed {seed}), after {} ticks, at {at}", self.ticks)
    }
}

fn script(relay: Relay) -> Script {
    match relay {
        Relay::Accepts => Script::accepting(),
        Relay::Greylists => Script::accepting().rule(Rule::reply(Stage::Rcpt, "451 4.7.1 come back later")),
        Relay::TurnsAway => {
            let busy = Deed::ReplyAndDrop("421 4.3.2 not now".to_owned());
            Script::accepting().rule(Rule::new(Stage::Greeting, busy))
        }
    }
}
