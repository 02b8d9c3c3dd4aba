//! A session that takes mail: one letter after the other.

use std::time::Duration;

use tenure_domain::outcome::Outcome;

use super::{
    Timers,
    envelope::{Envelope, FINAL_DOT, Offers},
    reply::Reply,
    verdict::{self, Stage},
    wire::{Broken, Wire},
};
use crate::carrier::Carried;

/// Why a letter stopped before its body.
#[derive(Debug)]
enum Stop {
    /// `before_data` said no.
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
}

impl Session {
    pub(super) fn new(wire: Wire, offers: Offers, timers: Timers) -> Self {
        Self { wire, offers, timers, in_step: true, answered: false }
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

    /// Carries one letter.
    pub(super) async fn carry<F, A>(&mut self, envelope: &Envelope, before_data: F) -> Went
    where
        F: Fn() -> A + Send + Sync,
        A: Future<Output = bool> + Send,
    {
        self.answered = false;
        if let Err(outcome) = envelope.suits(self.offers) {
            return Went::Answered(Carried::Outcome(outcome));
        }
        let offered = if self.offers.pipelining() {
            self.offer_at_once(envelope, before_data).await
        } else {
            self.offer_in_turn(envelope, before_data).await
        };
        match offered {
            Ok(()) => Went::Answered(Carried::Outcome(self.hand_over(&envelope.body).await)),
            Err(stop) => self.stopped(stop).await,
        }
    }

    /// MAIL, RCPT and DATA one after the other, each after the answer to the one before.
    async fn offer_in_turn<F, A>(&mut self, envelope: &Envelope, before_data: F) -> Result<(), Stop>
    where
        F: Fn() -> A + Send + Sync,
        A: Future<Output = bool> + Send,
    {
        self.say(envelope.mail(self.offers).as_bytes()).await?;
        self.answer(Stage::Mail).await?;
        self.say(envelope.rcpt().as_bytes()).await?;
        self.answer(Stage::Rcpt).await?;
        if !before_data().await {
            return Err(Stop::Withdrawn);
        }
        self.say(b"DATA\r\n").await?;
        self.answer(Stage::Data).await?;
        self.ready_for_body()
    }

    /// MAIL, RCPT and DATA in one write (RFC 2920), so `before_data` is asked before all of them. Every answer is
    /// read, and the first refusal counts.
    async fn offer_at_once<F, A>(&mut self, envelope: &Envelope, before_data: F) -> Result<(), Stop>
    where
        F: Fn() -> A + Send + Sync,
        A: Future<Output = bool> + Send,
    {
        if !before_data().await {
            return Err(Stop::Withdrawn);
        }
        let all = [envelope.mail(self.offers), envelope.rcpt(), "DATA\r\n".to_owned()].concat();
        self.say(all.as_bytes()).await?;
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

    /// The message and its final dot. From the dot's first byte on, no answer means that nobody knows.
    async fn hand_over(&mut self, body: &[u8]) -> Outcome {
        let answer = match self.wire.hand_over(body, self.timers.block).await {
            Ok(()) => self.wire.reply(self.timers.dot).await,
            Err((gone, broken)) if gone <= body.len() - FINAL_DOT.len() => {
                self.in_step = false;
                return verdict::broken_off(&broken);
            }
            Err((_, broken)) => Err(broken),
        };
        self.in_step = answer.as_ref().is_ok_and(|reply| reply.code != 421);
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
