//! A session that takes mail: one letter after the other.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tenure_domain::outcome::Outcome;

use super::{
    Timers,
    envelope::{Envelope, FINAL_DOT, Offers},
    reply::Reply,
    verdict::{self, Stage},
    wire::{Broken, Wire},
};
use crate::carrier::{Carried, Courier};

/// Why a letter stopped before its body.
#[derive(Debug)]
enum Stop {
    /// Its courier said no.
    Withdrawn,
    /// The relay said no.
    Refused(Stage, Reply),
    /// The conversation broke.
    Broken(Broken),
}

/// How one letter went in one session.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Went {
    /// The letter has its answer.
    Answered(Carried),
    /// The session was dead: nothing of this letter was answered, so another session may try. What would have to be
    /// said without another.
    Dead(Outcome),
}

/// An open session. Every letter leaves it fit for the next one, or marks it as unfit.
#[derive(Debug)]
pub(super) struct Session {
    wire: Wire,
    offers: Offers,
    timers: Timers,
    /// Whether the relay and we know of each other where in the conversation we are.
    in_step: bool,
    /// Whether anything of the present letter was answered.
    answered: bool,
    /// The envelope that was said behind the last body.
    begun: Option<Envelope>,
    /// Whether this relay listens to what is said behind a body: one that offers PIPELINING, and does not, is found out
    /// once for all its sessions.
    listens: Arc<AtomicBool>,
}

impl Session {
    pub(super) fn new(wire: Wire, offers: Offers, timers: Timers, listens: Arc<AtomicBool>) -> Self {
        Self { wire, offers, timers, in_step: true, answered: false, begun: None, listens }
    }

    /// Whether another letter can go this way.
    pub(super) fn is_fit(&self) -> bool {
        self.in_step && self.wire.is_silent()
    }

    /// For people: what this session is like.
    pub(super) fn describe(&self) -> String {
        let tls = self.wire.tls_version().unwrap_or_else(|| "no TLS".to_owned());
        let pipelining = if self.offers.pipelining() { "pipelining" } else { "no pipelining" };
        format!("{tls}, {pipelining}")
    }

    /// The letter that was begun behind the last one.
    pub(super) fn begun(&mut self) -> Option<Envelope> {
        self.begun.take()
    }

    /// Carries one letter.
    pub(super) async fn carry<C: Courier>(&mut self, envelope: &Envelope, courier: &C) -> Went {
        self.answered = false;
        if let Err(outcome) = envelope.suits(self.offers) {
            return Went::Answered(Carried::Outcome(outcome));
        }
        let offered = if self.offers.pipelining() {
            self.offer_at_once(envelope, courier).await
        } else {
            self.offer_in_turn(envelope, courier).await
        };
        self.go_on(offered, envelope, courier).await
    }

    /// Carries the letter that was begun behind the last one.
    pub(super) async fn carry_on<C: Courier>(&mut self, envelope: &Envelope, courier: &C) -> Went {
        self.answered = false;
        let offered = self.hear_at_once().await;
        if matches!(offered, Err(Stop::Broken(Broken::Slow(_)))) && !self.answered {
            self.listens.store(false, Ordering::Relaxed);
        }
        self.go_on(offered, envelope, courier).await
    }

    async fn go_on<C: Courier>(
        &mut self,
        offered: Result<(), Stop>,
        envelope: &Envelope,
        courier: &C,
    ) -> Went {
        if let Err(stop) = offered {
            return self.stopped(stop).await;
        }
        let next = self.next(courier).await;
        if !courier.may_go().await {
            // The relay waits for the message: from here only hanging up takes a letter back.
            self.in_step = false;
            return Went::Answered(Carried::Withdrawn);
        }
        Went::Answered(Carried::Outcome(self.hand_over(&envelope.body, next).await))
    }

    /// The letter to be begun behind the present one, if this relay takes that (RFC 2920, 3.1).
    async fn next<C: Courier>(&self, courier: &C) -> Option<Envelope> {
        if !self.offers.pipelining() || !self.listens.load(Ordering::Relaxed) {
            return None;
        }
        let envelope = Envelope::of(&courier.next().await?).ok()?;
        envelope.suits(self.offers).is_ok().then_some(envelope)
    }

    /// MAIL, RCPT and DATA one after the other, each after the answer to the one before.
    async fn offer_in_turn<C: Courier>(&mut self, envelope: &Envelope, courier: &C) -> Result<(), Stop> {
        self.say(envelope.mail(self.offers).as_bytes()).await?;
        self.answer(Stage::Mail).await?;
        self.say(envelope.rcpt().as_bytes()).await?;
        self.answer(Stage::Rcpt).await?;
        if !courier.may_go().await {
            return Err(Stop::Withdrawn);
        }
        self.say(b"DATA\r\n").await?;
        self.answer(Stage::Data).await?;
        self.ready_for_body()
    }

    /// MAIL, RCPT and DATA in one write (RFC 2920), so the courier is asked before all of them.
    async fn offer_at_once<C: Courier>(&mut self, envelope: &Envelope, courier: &C) -> Result<(), Stop> {
        if !courier.may_go().await {
            return Err(Stop::Withdrawn);
        }
        self.say(envelope.whole(self.offers).as_bytes()).await?;
        self.hear_at_once().await
    }

    /// Every answer to an envelope that was said in one write is read, and the first refusal counts.
    async fn hear_at_once(&mut self) -> Result<(), Stop> {
        let mut refused = None;
        for stage in [Stage::Mail, Stage::Rcpt, Stage::Data] {
            match self.answer(stage).await {
                Ok(()) if stage == Stage::Data && refused.is_some() => self.in_step = false,
                Ok(()) => {}
                Err(stop) => _ = refused.get_or_insert(stop),
            }
            if !self.in_step {
                break;
            }
        }
        refused.map_or_else(|| self.ready_for_body(), Err)
    }

    /// More answers than questions: what comes next would pass for the answer to the final dot.
    fn ready_for_body(&mut self) -> Result<(), Stop> {
        if self.wire.has_ahead() {
            return Err(self.broken(Broken::Garbled("it said more than it was asked".to_owned())));
        }
        Ok(())
    }

    async fn say(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        let said = self.wire.say(bytes, self.timers.command).await;
        said.map_err(|broken| self.broken(broken))
    }

    /// Reads the answer to a command; the error is anything but "go on".
    async fn answer(&mut self, stage: Stage) -> Result<(), Stop> {
        let within = if stage == Stage::Data { self.timers.data } else { self.timers.command };
        let reply = self.wire.reply(within).await.map_err(|broken| self.broken(broken))?;
        let is_parting = reply.code == 421;
        if is_parting && !self.answered {
            // The relay ended the session before this letter; it has only now been read.
            self.in_step = false;
            return Err(Stop::Refused(stage, reply));
        }
        self.answered = true;
        self.in_step &= !is_parting;
        let goes_on = if stage == Stage::Data { reply.code == 354 } else { reply.is_positive() };
        match goes_on {
            true => Ok(()),
            false if reply.is_transient() || reply.is_permanent() => Err(Stop::Refused(stage, reply)),
            false => Err(self.broken(Broken::Garbled(format!("`{}` is out of turn", reply.words)))),
        }
    }

    fn broken(&mut self, broken: Broken) -> Stop {
        self.in_step = false;
        Stop::Broken(broken)
    }

    /// What a stop means, after the session was made fit again where that is possible.
    async fn stopped(&mut self, stop: Stop) -> Went {
        if self.in_step && self.answered {
            self.reset().await;
        }
        let outcome = match stop {
            Stop::Withdrawn => return Went::Answered(Carried::Withdrawn),
            Stop::Refused(stage, reply) => verdict::refusal(stage, &reply),
            Stop::Broken(broken) if self.answered => verdict::broken_off(&broken),
            Stop::Broken(broken) => verdict::unreachable(&broken),
        };
        if self.answered { Went::Answered(Carried::Outcome(outcome)) } else { Went::Dead(outcome) }
    }

    async fn reset(&mut self) {
        let done = self.part_with(b"RSET\r\n", self.timers.parting).await;
        self.in_step = done.is_ok_and(|reply| reply.is_positive());
    }

    /// The message and its final dot, and behind it what begins the next letter. From the dot's first byte on, no answer
    /// means that nobody knows.
    async fn hand_over(&mut self, body: &[u8], next: Option<Envelope>) -> Outcome {
        let dot_begins = body.len() - FINAL_DOT.len();
        let said = match &next {
            Some(next) => {
                self.wire
                    .hand_over(&[body, next.whole(self.offers).as_bytes()].concat(), self.timers.block)
                    .await
            }
            None => self.wire.hand_over(body, self.timers.block).await,
        };
        let is_whole = said.is_ok();
        let answer = match said {
            Err((gone, broken)) if gone <= dot_begins => {
                self.in_step = false;
                return verdict::broken_off(&broken);
            }
            Err((gone, broken)) if gone < body.len() => Err(broken),
            // Whatever broke behind the dot, its answer may have come before.
            _ => self.wire.reply(self.timers.dot).await,
        };
        self.in_step = is_whole && answer.as_ref().is_ok_and(|reply| reply.code != 421);
        self.begun = next.filter(|_| self.in_step);
        match answer {
            Ok(reply) => verdict::of_dot(&reply),
            Err(broken) => verdict::unknown(&broken),
        }
    }

    /// Ends the session politely. It ends anyhow.
    pub(super) async fn quit(mut self) {
        let _ = self.part_with(b"QUIT\r\n", self.timers.parting).await;
    }

    async fn part_with(&mut self, command: &[u8], within: Duration) -> Result<Reply, Broken> {
        self.wire.say(command, within).await?;
        self.wire.reply(within).await
    }
}
