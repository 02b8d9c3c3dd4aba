//! Several relays: which of them a letter goes by, and when none should be troubled.
//!
//! Instants are counted from the start of the process and given by the caller; what is decided stands in
//! `circuit`, `pace` and `route` of `domain`.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tenure_domain::{
    circuit::Circuit,
    outcome::{Delay, Outcome},
    pace::Pace,
    route::{Candidate, choose},
};

use super::{Begun, Carried, Carrier, Courier, NotARelay, Parcel, Setup};

/// A relay as it is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Its URL, as in `mail.relay`.
    pub url: String,
    /// A file with the access token by which its user signs in; see [`Setup::token_file`].
    pub token_file: Option<PathBuf>,
    /// Relays of a higher number are for when those of a lower one are away.
    pub order: u32,
    /// Its share among those of the same order.
    pub weight: u32,
    /// How many conversations there may be at once.
    pub connections: usize,
    /// How many letters a minute; 0: as many as there are.
    pub per_minute: u32,
}

/// The relays; clones are the same ones.
#[derive(Debug, Clone)]
pub struct Relays(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    each: Vec<Each>,
    domains: Mutex<BTreeMap<String, Pace>>,
    turns: AtomicU64,
}

#[derive(Debug)]
struct Each {
    carrier: Carrier,
    order: u32,
    weight: u32,
    connections: usize,
    standing: Mutex<Standing>,
}

/// How a relay stands at the moment.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    circuit: Circuit,
    pace: Pace,
    speaking: usize,
}

/// What a letter does next.
#[derive(Debug)]
pub enum Next {
    /// It goes.
    Go(Turn),
    /// All conversations are taken, or the rate of the relay is: it waits, for so long or until one ends.
    Wait(Duration),
    /// Its domain takes no more for now: others go first, and it comes again after so long.
    PutOff(Duration),
    /// No relay is there; one is tried again after so long.
    Away(Duration),
}

/// What became of a relay's circuit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learned {
    /// Nothing worth telling.
    Nothing,
    /// From now on it is left alone for so long.
    Paused(Duration),
    /// It is there again.
    Back,
}

impl Relays {
    /// The relays that are set up; `domain_rates` is letters a minute by domain. Nothing is connected yet.
    pub fn new(ways: &[Way], domain_rates: &BTreeMap<String, u32>, setup: &Setup) -> Result<Self, NotARelay> {
        let each = ways.iter().map(|way| Each::new(way, setup)).collect::<Result<_, _>>()?;
        let pace = |(domain, rate): (&String, &u32)| (domain.to_ascii_lowercase(), Pace::per_minute(*rate));
        let domains = Mutex::new(domain_rates.iter().map(pace).collect());
        Ok(Self(Arc::new(Inner { each, domains, turns: AtomicU64::new(0) })))
    }

    /// Whether all mail stays on this machine.
    pub fn is_local(&self) -> bool {
        self.0.each.iter().all(|each| each.carrier.is_local())
    }

    /// Where mail goes, without users and passwords.
    pub fn place(&self) -> String {
        let places: Vec<String> = self.0.each.iter().map(|each| each.carrier.place()).collect();
        places.join(", ")
    }

    /// The relay named first.
    pub fn first(&self) -> Option<&Carrier> {
        self.0.each.first().map(|each| &each.carrier)
    }

    /// How many conversations there may be at once, over all relays of the order that is used first.
    pub fn connections(&self) -> usize {
        let order = self.0.each.iter().map(|each| each.order).min();
        self.0.each.iter().filter(|each| Some(each.order) == order).map(|each| each.connections).sum()
    }

    /// Tries each relay without sending anything; one that takes no mail is an error.
    pub async fn check(&self) -> Result<String, String> {
        let mut found = Vec::new();
        for each in &self.0.each {
            found.push(each.carrier.check().await?);
        }
        Ok(found.join("; "))
    }

    /// Each relay, without user and password, and whether letters go there at `now`: no circuit is open.
    pub fn standings(&self, now: Duration) -> Vec<(String, bool)> {
        let standing = |each: &Each| (each.carrier.place(), each.standing().circuit.wait(now).is_zero());
        self.0.each.iter().map(standing).collect()
    }

    /// Takes leave of every relay.
    pub async fn close(&self) {
        for each in &self.0.each {
            each.carrier.close().await;
        }
    }

    /// Whether every relay was away when it was last tried.
    pub fn is_suspect(&self) -> bool {
        self.0.each.iter().all(|each| each.standing().circuit.is_open())
    }

    /// How long until some relay is there: zero, if one is.
    pub fn away_for(&self, now: Duration) -> Duration {
        let waits = self.0.each.iter().map(|each| each.standing().circuit.wait(now));
        waits.min().unwrap_or_default()
    }

    /// What a letter to this address does at `now`.
    pub fn next(&self, to: &str, now: Duration) -> Next {
        let domain = domain_of(to);
        let mut domains = self.domains();
        if let Some(pace) = domains.get_mut(&domain)
            && !pace.wait(now).is_zero()
        {
            return Next::PutOff(pace.promise(now));
        }
        let candidates: Vec<Candidate> = self.0.each.iter().map(|each| each.candidate(now)).collect();
        let Some(index) = choose(&candidates, self.0.turns.load(Ordering::Relaxed)) else {
            return self.none_free(&candidates, now);
        };
        self.0.turns.fetch_add(1, Ordering::Relaxed);
        self.0.each[index].begin(now);
        if let Some(pace) = domains.get_mut(&domain) {
            pace.go(now);
        }
        Next::Go(Turn { relays: self.clone(), index, domain, now, has_learned: false, tried: vec![index] })
    }

    fn none_free(&self, candidates: &[Candidate], now: Duration) -> Next {
        if !candidates.iter().any(|candidate| candidate.is_there) {
            return Next::Away(self.away_for(now));
        }
        let is_there = |(each, _): &(&Each, &Candidate)| !each.standing().circuit.is_open();
        let waits = self.0.each.iter().zip(candidates).filter(is_there);
        let rates = waits.map(|(each, _)| each.standing().pace.wait(now)).filter(|wait| !wait.is_zero());
        Next::Wait(rates.min().unwrap_or(Duration::from_secs(1)))
    }

    /// Carries one parcel at once, by the first relay with which a conversation comes about: for what nobody may wait
    /// for, such as a link to sign in. No rate holds it up.
    pub async fn carry<C: Courier>(&self, parcel: &Parcel, courier: &C) -> Carried {
        let mut each: Vec<&Each> = self.0.each.iter().collect();
        each.sort_by_key(|each| (each.standing().circuit.is_open(), each.order));
        let mut last = Carried::Withdrawn;
        for one in each {
            (last, _) = one.carrier.carry(parcel, None, courier).await;
            if !matches!(&last, Carried::Outcome(Outcome::Later { delay, .. }) if !delay.counts()) {
                break;
            }
        }
        last
    }

    fn domains(&self) -> MutexGuard<'_, BTreeMap<String, Pace>> {
        self.0.domains.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Each {
    fn new(way: &Way, setup: &Setup) -> Result<Self, NotARelay> {
        let connections = way.connections.max(1);
        // One more than the courier uses: for letters that are carried at once.
        let token_file = way.token_file.clone();
        let setup = Setup { connections: connections + 1, token_file, ..setup.clone() };
        let carrier = Carrier::from_url(&way.url, &setup)?;
        let standing = Standing { pace: Pace::per_minute(way.per_minute), ..Standing::default() };
        let standing = Mutex::new(standing);
        Ok(Self { carrier, order: way.order, weight: way.weight, connections, standing })
    }

    /// Every change leaves it whole, so what another thread's panic left is too.
    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn candidate(&self, now: Duration) -> Candidate {
        let standing = self.standing();
        Candidate {
            order: self.order,
            weight: self.weight,
            is_there: standing.circuit.wait(now).is_zero(),
            is_free: standing.speaking < self.connections && standing.pace.wait(now).is_zero(),
        }
    }

    fn begin(&self, now: Duration) {
        let mut standing = self.standing();
        standing.speaking += 1;
        standing.circuit = standing.circuit.begun();
        standing.pace.go(now);
    }
}

/// A letter's turn with a relay; whoever drops it without having learned anything leaves the relay as it was.
#[derive(Debug)]
pub struct Turn {
    relays: Relays,
    index: usize,
    domain: String,
    now: Duration,
    has_learned: bool,
    /// The relays this letter was at, the present one included.
    tried: Vec<usize>,
}

impl Turn {
    fn each(&self) -> &Each {
        &self.relays.0.each[self.index]
    }

    /// Where it goes, without user and password.
    pub fn place(&self) -> String {
        self.each().carrier.place()
    }

    /// Carries one parcel; see [`Carrier::carry`].
    pub async fn carry<C: Courier>(
        &self,
        parcel: &Parcel,
        begun: Option<Begun>,
        courier: &C,
    ) -> (Carried, Option<Begun>) {
        self.each().carrier.carry(parcel, begun, courier).await
    }

    /// The turn of a letter to this address that follows in the same conversation: where it is this relay's turn, and no rate
    /// holds it up.
    pub fn follow(&self, to: &str, now: Duration) -> Option<Self> {
        let domain = domain_of(to);
        let mut domains = self.relays.domains();
        let pace = domains.get_mut(&domain);
        if pace.as_ref().is_some_and(|pace| !pace.wait(now).is_zero()) || !self.is_ours(now) {
            return None;
        }
        self.relays.0.turns.fetch_add(1, Ordering::Relaxed);
        self.each().begin(now);
        if let Some(pace) = pace {
            pace.go(now);
        }
        let (relays, index) = (self.relays.clone(), self.index);
        Some(Self { relays, index, domain, now, has_learned: false, tried: vec![index] })
    }

    /// Whether the next letter would come to this relay, its own conversation taken for free.
    fn is_ours(&self, now: Duration) -> bool {
        let each = &self.relays.0.each;
        let mut candidates: Vec<Candidate> = each.iter().map(|each| each.candidate(now)).collect();
        candidates[self.index].is_free = self.each().standing().pace.wait(now).is_zero();
        choose(&candidates, self.relays.0.turns.load(Ordering::Relaxed)) == Some(self.index)
    }

    /// What its outcome tells of the relay and of the recipient's domain; and a turn with another relay, where this one
    /// did not come to speak of the letter and another is there.
    pub fn learn(self, outcome: &Outcome, now: Duration) -> (Learned, Option<Self>) {
        let is_ours = |delay: &Delay| matches!(delay, Delay::Unreachable | Delay::OurSetup);
        let instead = match outcome {
            Outcome::Later { delay, .. } if is_ours(delay) => self.instead(now),
            _ => None,
        };
        (self.learned(outcome, now), instead)
    }

    fn instead(&self, now: Duration) -> Option<Self> {
        let each = &self.relays.0.each;
        let is_open = |index: &usize| !self.tried.contains(index) && each[*index].candidate(now).is_there;
        let index = (0..each.len()).filter(is_open).min_by_key(|index| each[*index].order)?;
        each[index].begin(now);
        let tried = self.tried.iter().copied().chain([index]).collect();
        Some(Self {
            relays: self.relays.clone(),
            index,
            domain: self.domain.clone(),
            now,
            has_learned: false,
            tried,
        })
    }

    fn learned(mut self, outcome: &Outcome, now: Duration) -> Learned {
        (self.now, self.has_learned) = (now, true);
        self.learn_of_domain(outcome, now);
        let mut standing = self.each().standing();
        let before = standing.circuit;
        standing.circuit = match outcome {
            Outcome::Unknown { .. } | Outcome::Later { delay: Delay::Unreachable | Delay::OurSetup, .. } => {
                before.failed(now)
            }
            Outcome::Later { delay: Delay::Withdrawn, .. } => before.untried(now),
            _ => before.worked(),
        };
        match (before.is_open(), standing.circuit) {
            (true, Circuit::Closed { .. }) => Learned::Back,
            (_, Circuit::Open { until, .. }) if standing.circuit != before => {
                Learned::Paused(until.saturating_sub(now))
            }
            _ => Learned::Nothing,
        }
    }

    fn learn_of_domain(&self, outcome: &Outcome, now: Duration) {
        let mut domains = self.relays.domains();
        match outcome {
            Outcome::Later { delay: Delay::Refused, reply } if asks_for_less(reply) => {
                domains.entry(self.domain.clone()).or_default().slow_down(now);
            }
            Outcome::Accepted { .. } => {
                if let Some(pace) = domains.get_mut(&self.domain) {
                    pace.speed_up();
                    if pace.is_free() {
                        domains.remove(&self.domain);
                    }
                }
            }
            _ => {}
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut standing = self.each().standing();
        standing.speaking -= 1;
        if !self.has_learned {
            standing.circuit = standing.circuit.untried(self.now);
        }
    }
}

/// Whether a refusal is about how much comes: 421, or 451 with 4.7.x.
fn asks_for_less(reply: &str) -> bool {
    reply.starts_with("421") || reply.starts_with("451 4.7.") || reply.starts_with("451-4.7.")
}

fn domain_of(address: &str) -> String {
    address.rsplit_once('@').map_or("", |(_, domain)| domain).to_ascii_lowercase()
}

#[cfg(test)]
mod tests;
