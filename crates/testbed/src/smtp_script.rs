//! What the SMTP server of the tests does at each stage of a conversation: the script.

use std::time::Duration;

/// A stage of the conversation, where a rule can step in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Right after the connection.
    Greeting,
    /// `EHLO` or `HELO`.
    Ehlo,
    /// `STARTTLS`.
    StartTls,
    /// `AUTH`.
    Auth,
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Rcpt,
    /// `DATA`.
    Data,
    /// The final dot.
    Dot,
    /// `RSET`.
    Rset,
    /// `QUIT`.
    Quit,
}

/// What is done at a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// As a good server would.
    Accept,
    /// This reply; several lines are divided by `\n`, the line end is added. At the final dot, 4xx and 5xx keep no message.
    Reply(String),
    /// This reply, then the connection is closed (421, or a server that has enough).
    ReplyAndDrop(String),
    /// This reply, and further bytes in the same write: what an attacker between client and server would add.
    ReplyAndInject(String, String),
    /// Nothing more is answered on this connection. At the final dot the message is kept: its answer is lost.
    Hang,
    /// As a good server would, after a while.
    Pause(Duration),
    /// The connection is closed. At the final dot the message is kept: its answer is lost.
    Drop,
    /// The beginning of a good reply without a line end, then the connection is closed.
    HalfReply,
    /// A line that is no reply.
    Garbage,
    /// A reply line of a megabyte.
    HugeLine,
    /// A reply of very many lines.
    EndlessReply,
}

/// One rule: at which stage, for whom, how often, what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    stage: Stage,
    address: Option<String>,
    skip: usize,
    times: Option<usize>,
    act: Act,
    seen: usize,
}

impl Rule {
    /// Does `act` at `stage`, always.
    pub fn new(stage: Stage, act: Act) -> Self {
        Self { stage, address: None, skip: 0, times: None, act, seen: 0 }
    }

    /// Answers `stage` with `reply`, always.
    pub fn reply(stage: Stage, reply: &str) -> Self {
        Self::new(stage, Act::Reply(reply.to_owned()))
    }

    /// Only for this address: of the command itself at `MAIL` and `RCPT`, of the (first) recipient at `DATA` and the dot.
    #[must_use]
    pub fn to(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// Only the first `times` times that it fits (after those skipped).
    #[must_use]
    pub fn first(mut self, times: usize) -> Self {
        self.times = Some(times);
        self
    }

    /// Not the first `skip` times that it fits.
    #[must_use]
    pub fn after(mut self, skip: usize) -> Self {
        self.skip = skip;
        self
    }

    /// Whether it steps in; counts the times that stage and address fit.
    fn steps_in(&mut self, stage: Stage, address: &str) -> bool {
        let fits = self.stage == stage
            && self.address.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(address));
        if !fits {
            return false;
        }
        self.seen += 1;
        self.seen > self.skip && self.times.is_none_or(|times| self.seen <= self.skip + times)
    }
}

/// How a server behaves: what it offers, whom it lets in, and the rules by which it departs from accepting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// The lines of its EHLO answer after the first; `STARTTLS` comes of its own.
    pub capabilities: Vec<String>,
    /// Whether `STARTTLS` is offered and done.
    pub start_tls: bool,
    /// Whether TLS begins with the connection.
    pub implicit_tls: bool,
    /// User and password without which no mail is taken.
    pub account: Option<(String, String)>,
    /// User and access token without which no mail is taken.
    pub token: Option<(String, String)>,
    rules: Vec<Rule>,
}

impl Default for Script {
    fn default() -> Self {
        Self::accepting()
    }
}

impl Script {
    /// Accepts everything, with the usual extensions and without TLS.
    pub fn accepting() -> Self {
        let usual = ["PIPELINING", "SIZE 10485760", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"];
        Self {
            capabilities: usual.map(str::to_owned).to_vec(),
            start_tls: false,
            implicit_tls: false,
            account: None,
            token: None,
            rules: Vec::new(),
        }
    }

    /// Adds a rule. The first one that steps in is followed.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Does not offer the extension (its first word).
    #[must_use]
    pub fn without(mut self, extension: &str) -> Self {
        self.capabilities.retain(|line| line.split(' ').next() != Some(extension));
        self
    }

    /// Offers an extension in place of the one with the same first word.
    #[must_use]
    pub fn with(self, line: &str) -> Self {
        let mut script = self.without(line.split(' ').next().unwrap_or_default());
        script.capabilities.push(line.to_owned());
        script
    }

    /// Offers `STARTTLS`, with the certificate of [`crate::smtp::CERTIFICATE_PEM`].
    #[must_use]
    pub fn start_tls(mut self) -> Self {
        self.start_tls = true;
        self
    }

    /// Speaks TLS from the first byte, with the certificate of [`crate::smtp::CERTIFICATE_PEM`].
    #[must_use]
    pub fn implicit_tls(mut self) -> Self {
        self.implicit_tls = true;
        self
    }

    /// Takes mail only after `AUTH` (PLAIN or LOGIN) with these.
    #[must_use]
    pub fn account(self, user: &str, password: &str) -> Self {
        let mut script = self.with("AUTH PLAIN LOGIN");
        script.account = Some((user.to_owned(), password.to_owned()));
        script
    }

    /// Takes mail only after `AUTH XOAUTH2` with these.
    #[must_use]
    pub fn token(self, user: &str, token: &str) -> Self {
        let mut script = self.with("AUTH LOGIN PLAIN XOAUTH2");
        script.token = Some((user.to_owned(), token.to_owned()));
        script
    }

    /// What is done at a stage. Every rule counts what fits it, also when an earlier one is followed.
    pub(crate) fn act(&mut self, stage: Stage, address: &str) -> Act {
        let mut chosen = Act::Accept;
        for rule in self.rules.iter_mut().rev() {
            if rule.steps_in(stage, address) {
                chosen = rule.act.clone();
            }
        }
        chosen
    }
}
