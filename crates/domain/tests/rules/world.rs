//! One license, its holder, a planner and a courier, in memory: the domain's functions and nothing else.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use tenure_domain::{
    Address, Block, BlockReason, EventId, Happening, Holder, HolderId, HolderStanding, InForce, Key, Kind,
    License, LicenseId, Notice, NoticeId, Offer, Outcome, Products, Schedule, Serial, State, Succession,
    Term, Zone,
    event::owed_at_once,
    guard::{Standing, Verdict, ended_reason, verdict},
    holder::Profile,
    kind::Step,
    outcome::{Delay, Refused},
    owed::{Expiring, Owed, deletion_instant, owed, owed_of_expiring},
    retry::{Patience, settle},
};

/// The four products that a new installation has.
pub(crate) fn products() -> Products {
    let product = |code: &str, segment: &str| {
        format!("[[product]]\ncode = \"{code}\"\nname = \"{code}\"\nsegment = \"{segment}\"\n")
    };
    Products::parse(
        &[
            product("security-space", "home"),
            product("antivirus", "home"),
            product("mobile-security", "home"),
            product("enterprise-suite", "business"),
        ]
        .concat(),
    )
    .unwrap()
}

/// The default schedule of the programme, at another sending hour.
pub(crate) fn programme_at(hour: &str) -> Schedule {
    Schedule::parse(&PROGRAMME.replace("10:00", hour), &products()).unwrap()
}

/// The default schedule of the programme.
pub(crate) const PROGRAMME: &str = r#"
send_at = "10:00"

[[notice]]
kind = "key-file"
send = ["at once after registration"]

[[notice]]
kind = "mobile-offer"
segment = "home"
except = ["mobile-security"]
send = ["at once after registration"]

[[notice]]
kind = "account-invitation"
segment = "home"
send = ["at once after registration"]

[[notice]]
kind = "renewal-reminder"
segment = "home"
send = ["30 days before expiry", "on expiry", "20 days after expiry", "40 days after expiry"]

[[notice]]
kind = "renewal-reminder"
segment = "business"
send = ["60 days before expiry", "30 days before expiry", "on expiry", "20 days after expiry", "40 days after expiry"]

[[notice]]
kind = "theft-attempt"
send = ["at once after the attempt"]

[[notice]]
kind = "renewal-confirmation"
send = ["at once after renewal"]

[[notice]]
kind = "license-blocked"
send = ["at once after blocking"]

[[notice]]
kind = "blocked-license-deletion"
segment = "home"
except = ["mobile-security"]
send = ["30 days before deletion"]
"#;

/// A schedule with nothing but reminders at these days.
pub(crate) fn reminders(hour: &str, days: impl IntoIterator<Item = i32>) -> Schedule {
    let words = |days: i32| match days {
        0 => "\"on expiry\"".to_owned(),
        ..0 => format!("\"{} days before expiry\"", -days),
        1.. => format!("\"{days} days after expiry\""),
    };
    let steps: Vec<String> = days.into_iter().map(words).collect();
    let text = format!(
        "send_at = \"{hour}\"\n[[notice]]\nkind = \"renewal-reminder\"\nsend = [{}]\n",
        steps.join(", ")
    );
    Schedule::parse(&text, &products()).unwrap()
}

/// A serial number of `product`, 12 months at full price, for one device, not yet registered.
pub(crate) fn unregistered(product: &str) -> License {
    License {
        id: LicenseId::from_bits(1),
        external_id: None,
        serial: "ABCD-EFGH-1234-5678".parse::<Serial>().unwrap(),
        segment: products().find(product).unwrap().segment,
        product: product.to_owned(),
        devices: 1,
        months: 12,
        offer: Offer::New,
        holder: Some(HolderId::from_bits(7)),
        issued_on: None,
        term: None,
        block: None,
        previous: None,
        replacements: 0,
        deleted_at: None,
    }
}

/// The holder of every license here.
pub(crate) fn holder() -> Holder {
    let address: Address = "anna@example.com".parse().unwrap();
    Holder::new(HolderId::from_bits(7), address, Profile::default())
}

/// The license that takes another's place here.
pub(crate) const SUCCESSOR: LicenseId = LicenseId::from_bits(2);

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What the relay answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relay {
    Takes,
    RefusesForNow,
    RefusesForGood,
    LosesTheAnswer,
}

impl Relay {
    fn outcome(self) -> Outcome {
        match self {
            Self::Takes => Outcome::Accepted { reply: "250 2.0.0 queued".to_owned() },
            Self::RefusesForNow => {
                Outcome::Later { delay: Delay::Refused, reply: "451 4.7.1 try later".to_owned() }
            }
            Self::RefusesForGood => {
                Outcome::Never { refused: Refused::Address, reply: "550 5.1.1 unknown".to_owned() }
            }
            Self::LosesTheAnswer => Outcome::Unknown { detail: "connection reset".to_owned() },
        }
    }
}

/// What stood when a letter was handed to the relay.
#[derive(Debug, Clone)]
pub(crate) struct Spoken {
    pub(crate) notice: Notice,
    pub(crate) license: License,
    pub(crate) at: Timestamp,
}

/// Everything there is.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) license: License,
    pub(crate) zone: Zone,
    pub(crate) schedule: Schedule,
    pub(crate) in_force: InForce,
    pub(crate) standing: HolderStanding,
    pub(crate) declined: BTreeSet<Kind>,
    pub(crate) is_suppressed: bool,
    pub(crate) relay: Relay,
    pub(crate) notices: Vec<Notice>,
    pub(crate) spoken: Vec<Spoken>,
    /// The local days on which the warning was out and the license was deleted.
    pub(crate) deletion: Option<(Option<Date>, Date)>,
    pub(crate) last_pass_at: Option<Timestamp>,
    /// Whether a pass looks only at what fell due since the last one; else at everything.
    pub(crate) looks_back_to_last_pass: bool,
    /// Whether actions end what they made untrue; else only the guard does.
    pub(crate) cancels_at_once: bool,
    events: u128,
}

impl World {
    pub(crate) fn new(license: License, zone: &str, schedule: Schedule) -> Self {
        Self {
            license,
            zone: zone.parse().unwrap(),
            schedule,
            in_force: InForce::default(),
            standing: HolderStanding::default(),
            declined: BTreeSet::new(),
            is_suppressed: false,
            relay: Relay::Takes,
            notices: Vec::new(),
            spoken: Vec::new(),
            deletion: None,
            last_pass_at: None,
            looks_back_to_last_pass: false,
            cancels_at_once: true,
            events: 0,
        }
    }

    /// A round: plan, speak, delete.
    pub(crate) fn tick(&mut self, now: Timestamp) {
        self.plan(now);
        self.speak(now);
        let deletes_at = deletion_instant(&self.license, &self.zone, &self.schedule, self.deletion_told_on());
        if deletes_at.is_some_and(|deletes_at| deletes_at <= now) {
            self.license.delete(now).unwrap();
            self.deletion = Some((self.deletion_told_on(), self.today(now)));
        }
    }

    fn plan(&mut self, now: Timestamp) {
        let force = std::mem::take(&mut self.in_force);
        self.in_force = force.after_pass(&self.schedule, self.last_pass_at.is_none(), now);
        let since = self.last_pass_at.filter(|_| self.looks_back_to_last_pass).unwrap_or(Timestamp::MIN);
        for owed in self.owed(since, now) {
            let key = self.key(owed.kind, owed.step, String::new());
            if self.notices.iter().all(|known| known.key != key) {
                let id = self.next_notice();
                self.notices.push(Notice::planned(id, key, &owed, now));
            }
        }
        self.last_pass_at = Some(now);
    }

    /// What is owed; of an open license it is found as well from the little that the planner reads of it.
    fn owed(&self, since: Timestamp, now: Timestamp) -> Vec<Owed> {
        let (zone, schedule, in_force) = (&self.zone, &self.schedule, &self.in_force);
        let found = owed(&self.license, zone, schedule, in_force, since, now);
        if let Some(term) = self.license.term.filter(|_| self.license.is_open()) {
            let License { segment, product, .. } = &self.license;
            let expiring = Expiring { segment: *segment, product, term };
            assert_eq!(owed_of_expiring(expiring, zone, schedule, in_force, since, now), found);
        }
        found
    }

    fn speak(&mut self, now: Timestamp) {
        let is_awake = |notice: &&mut Notice| notice.wake_at.is_some_and(|wake_at| wake_at <= now);
        let mut notices = std::mem::take(&mut self.notices);
        for notice in notices.iter_mut().filter(is_awake) {
            match verdict(notice, &self.standing_of(notice), now) {
                Verdict::Send => self.hand_over(notice, now),
                Verdict::Hold(hold) => end(notice, State::Held, hold.code(), now),
                Verdict::Cancel(cancel) => end(notice, State::Canceled, cancel.code(), now),
                Verdict::Superseded => end(notice, State::Superseded, "newer_step_due", now),
                Verdict::Late => end(notice, State::Late, "limit_passed", now),
            }
        }
        self.notices = notices;
    }

    fn hand_over(&mut self, notice: &mut Notice, now: Timestamp) {
        self.spoken.push(Spoken { notice: notice.clone(), license: self.license.clone(), at: now });
        let settled = settle(notice, notice.attempts + 1, &self.relay.outcome(), now);
        step_to(notice, State::Sending);
        notice.attempts += 1;
        notice.first_claimed_at.get_or_insert(now);
        notice.patience = settled.patience;
        if settled.state.is_open() {
            step_to(notice, settled.state);
            notice.wake_at = settled.wake_at;
        } else {
            end(notice, settled.state, &settled.reason, now);
        }
    }

    /// Something happens: what is owed at once is written, what became untrue ends.
    pub(crate) fn happens(&mut self, happening: &Happening, now: Timestamp) {
        let event = self.next_event();
        let License { segment, product, .. } = self.license.clone();
        for kind in owed_at_once(happening, segment, &product, self.standing, &self.schedule) {
            let key = self.key(kind, Step::AtOnce, event.to_string());
            let id = self.next_notice();
            self.notices.push(Notice {
                id,
                key,
                due_on: self.zone.day_of(now),
                due_at: now,
                limit_at: None,
                state: State::Due,
                reason: String::new(),
                wake_at: Some(now),
                attempts: 0,
                patience: Patience::default(),
                first_claimed_at: None,
                ended_at: None,
            });
        }
        if self.cancels_at_once {
            self.cancel_what_became_untrue(now);
        }
    }

    fn cancel_what_became_untrue(&mut self, now: Timestamp) {
        let mut notices = std::mem::take(&mut self.notices);
        for notice in notices.iter_mut().filter(|notice| notice.state.is_open()) {
            if let Some(cancel) = ended_reason(notice, &self.standing_of(notice)) {
                end(notice, State::Canceled, cancel.code(), now);
            }
        }
        self.notices = notices;
    }

    fn standing_of(&self, notice: &Notice) -> Standing<'_> {
        Standing {
            license: &self.license,
            has_address: true,
            is_suppressed: self.is_suppressed,
            is_undone: false,
            has_declined: self.declined.contains(&notice.key.kind),
            holder: self.standing,
            zone: &self.zone,
            schedule: &self.schedule,
            in_force: &self.in_force,
        }
    }

    /// The local day on which the deletion notice was in the portal, and its e-mail accepted or ended.
    fn deletion_told_on(&self) -> Option<Date> {
        let is_out = |notice: &&Notice| {
            notice.key.kind == Kind::BlockedLicenseDeletion
                && notice.key.term == self.license.term_number()
                && matches!(notice.state, State::Accepted | State::Held | State::Failed)
        };
        let out_at = self.notices.iter().find(is_out).and_then(|notice| notice.ended_at);
        out_at.map(|out_at| self.zone.day_of(out_at))
    }

    /// The local day.
    pub(crate) fn today(&self, now: Timestamp) -> Date {
        self.zone.day_of(now)
    }

    pub(crate) fn register(&mut self, expires_on: Date, now: Timestamp) {
        let today = self.today(now);
        self.license.register(holder().id, today, expires_on, now).unwrap();
    }

    /// As an import writes a registered license, perhaps a superseded one.
    pub(crate) fn import(
        &mut self,
        registered_on: Date,
        expires_on: Date,
        is_superseded: bool,
        now: Timestamp,
    ) {
        self.license.holder = Some(holder().id);
        self.license.term = Some(Term { number: 1, registered_on, expires_on, known_at: now });
        self.license.block = is_superseded.then(|| Block {
            reason: BlockReason::Superseded,
            on: self.zone.day_of(now),
            successor: None,
        });
        self.happens(&Happening::Imported, now);
    }

    pub(crate) fn supersede(&mut self, how: Succession, now: Timestamp) {
        let today = self.today(now);
        self.license.supersede(SUCCESSOR, how, today).unwrap();
        self.happens(&Happening::Superseded { successor: SUCCESSOR, how }, now);
    }

    fn key(&self, kind: Kind, step: Step, occasion: String) -> Key {
        Key { license: self.license.id, term: self.license.term_number(), kind, step, occasion }
    }

    fn next_notice(&self) -> NoticeId {
        NoticeId::from_bits(self.notices.len() as u128 + 1)
    }

    fn next_event(&mut self) -> EventId {
        self.events += 1;
        EventId::from_bits(self.events)
    }
}

fn end(notice: &mut Notice, state: State, reason: &str, now: Timestamp) {
    step_to(notice, state);
    reason.clone_into(&mut notice.reason);
    notice.wake_at = None;
    notice.ended_at = Some(now);
}

/// Every move of a notice is one of those drawn.
fn step_to(notice: &mut Notice, state: State) {
    assert!(notice.state.next().contains(&state), "{}: {} → {state}", notice.key.kind, notice.state);
    notice.state = state;
}
