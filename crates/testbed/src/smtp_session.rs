//! One conversation of the tests' SMTP server.

use std::{
    io,
    sync::atomic::Ordering,
    thread,
    time::{Duration, Instant},
};

use data_encoding::BASE64;

use crate::{
    smtp::{Received, Shared},
    smtp_line::Line,
    smtp_script::{Act, Stage},
};

/// How a stage went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Went {
    /// As a good server would have it.
    Well,
    /// It was refused, and the conversation goes on.
    Refused,
    /// The conversation is over.
    Over,
}

/// One connection's conversation.
#[derive(Debug)]
pub(crate) struct Session<'a> {
    line: Line,
    shared: &'a Shared,
    connection: usize,
    signed_in: bool,
    from: Option<String>,
    to: Vec<String>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(line: Line, shared: &'a Shared, connection: usize) -> Self {
        Self { line, shared, connection, signed_in: false, from: None, to: Vec::new() }
    }

    /// Answers until the client or the script ends it.
    pub(crate) fn run(mut self) -> io::Result<()> {
        if self.shared.script().implicit_tls {
            self.line.start_tls()?;
        }
        let mut went = self.at(Stage::Greeting, "", "220 testbed.example ESMTP")?;
        while went != Went::Over {
            let Some(line) = self.line.next()? else { break };
            let command = String::from_utf8_lossy(&line).trim_end().to_owned();
            self.shared.note(&command);
            if self.line.has_ahead() {
                self.shared.pipelined.fetch_add(1, Ordering::SeqCst);
            }
            went = self.answer(&command)?;
        }
        Ok(())
    }

    fn answer(&mut self, command: &str) -> io::Result<Went> {
        let (verb, rest) = command.split_once([' ', ':']).unwrap_or((command, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" | "HELO" => self.ehlo(),
            "STARTTLS" => self.start_tls(),
            "AUTH" => self.auth(rest),
            "MAIL" => self.mail(&address_in(rest)),
            "RCPT" => self.rcpt(&address_in(rest)),
            "DATA" => self.data(),
            "RSET" => self.rset(),
            "NOOP" => self.reply("250 2.0.0 OK"),
            "QUIT" => self.at(Stage::Quit, "", "221 2.0.0 Bye").map(|_| Went::Over),
            _ => self.reply("500 5.5.1 Unknown command").map(|_| Went::Refused),
        }
    }

    fn ehlo(&mut self) -> io::Result<Went> {
        self.forget();
        let script = self.shared.script();
        let mut lines = vec!["testbed.example".to_owned()];
        lines.extend(script.capabilities);
        if script.start_tls && !self.line.is_tls() {
            lines.push("STARTTLS".to_owned());
        }
        let last = lines.len() - 1;
        let mark = |at| if at == last { ' ' } else { '-' };
        let marked: Vec<_> =
            lines.iter().enumerate().map(|(at, text)| format!("250{}{text}", mark(at))).collect();
        self.at(Stage::Ehlo, "", &marked.join("\n"))
    }

    fn start_tls(&mut self) -> io::Result<Went> {
        if !self.shared.script().start_tls || self.line.is_tls() {
            return self.reply("502 5.5.1 Not offered");
        }
        let went = self.at(Stage::StartTls, "", "220 2.0.0 Go ahead")?;
        if went == Went::Well {
            self.line.start_tls()?;
        }
        Ok(went)
    }

    fn auth(&mut self, rest: &str) -> io::Result<Went> {
        let (mechanism, initial) = rest.split_once(' ').unwrap_or((rest, ""));
        if mechanism.eq_ignore_ascii_case("XOAUTH2") {
            return self.auth_by_token(initial);
        }
        let given = match rest.split_once(' ').unwrap_or((rest, "")) {
            (mechanism, "") if mechanism.eq_ignore_ascii_case("PLAIN") => plain(&self.ask("")?),
            (mechanism, initial) if mechanism.eq_ignore_ascii_case("PLAIN") => plain(initial),
            _ => Some((decoded(&self.ask("VXNlcm5hbWU6")?), decoded(&self.ask("UGFzc3dvcmQ6")?))),
        };
        if self.shared.script().account != given {
            return self.reply("535 5.7.8 Authentication credentials invalid").map(|_| Went::Refused);
        }
        let went = self.at(Stage::Auth, "", "235 2.7.0 Authenticated")?;
        self.signed_in = went == Went::Well;
        Ok(went)
    }

    /// XOAUTH2: a refusal is explained first, and told when the client has answered that with nothing.
    fn auth_by_token(&mut self, initial: &str) -> io::Result<Went> {
        let given = if initial.is_empty() { self.ask("")? } else { initial.to_owned() };
        let wanted = self.shared.script().token.unwrap_or_default();
        if decoded(&given) == format!("user={}\x01auth=Bearer {}\x01\x01", wanted.0, wanted.1) {
            let went = self.at(Stage::Auth, "", "235 2.7.0 Accepted")?;
            self.signed_in = went == Went::Well;
            return Ok(went);
        }
        let why = BASE64.encode(br#"{"status":"400","schemes":"Bearer"}"#);
        let answer = self.ask(&why)?;
        let refusal = if answer.is_empty() {
            "535 5.7.8 Username and Password not accepted"
        } else {
            "500 5.5.2 What?"
        };
        self.reply(refusal).map(|_| Went::Refused)
    }

    fn ask(&mut self, challenge: &str) -> io::Result<String> {
        self.reply(&format!("334 {challenge}"))?;
        let answer = self.line.next()?.unwrap_or_default();
        Ok(String::from_utf8_lossy(&answer).trim_end().to_owned())
    }

    fn mail(&mut self, address: &str) -> io::Result<Went> {
        let script = self.shared.script();
        if (script.account.is_some() || script.token.is_some()) && !self.signed_in {
            return self.reply("530 5.7.0 Authentication required").map(|_| Went::Refused);
        }
        let went = self.at(Stage::Mail, address, "250 2.1.0 Sender OK")?;
        self.forget();
        self.from = (went == Went::Well).then(|| address.to_owned());
        Ok(went)
    }

    fn rcpt(&mut self, address: &str) -> io::Result<Went> {
        if self.from.is_none() {
            return self.reply("503 5.5.1 MAIL first").map(|_| Went::Refused);
        }
        let went = self.at(Stage::Rcpt, address, "250 2.1.5 Recipient OK")?;
        if went == Went::Well {
            self.to.push(address.to_owned());
        }
        Ok(went)
    }

    fn data(&mut self) -> io::Result<Went> {
        let begun_at = now();
        let recipient = self.to.first().cloned().unwrap_or_default();
        let good = if self.to.is_empty() { "554 5.5.1 No valid recipients" } else { "354 End with a dot" };
        let went = self.at(Stage::Data, &recipient, good)?;
        if went != Went::Well {
            return Ok(went);
        }
        let Some(data) = self.body()? else { return Ok(Went::Over) };
        self.dot(&recipient, data, begun_at)
    }

    /// The lines up to the final dot; none when the client went away before it.
    fn body(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut data = Vec::new();
        loop {
            match self.line.next()? {
                None => return Ok(None),
                Some(line) if line == b".\r\n" => return Ok(Some(data)),
                Some(line) => data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line)),
            }
        }
    }

    fn dot(&mut self, recipient: &str, data: Vec<u8>, begun_at: Instant) -> io::Result<Went> {
        if self.line.has_ahead() {
            self.shared.pipelined.fetch_add(1, Ordering::SeqCst);
        }
        let act = self.shared.act(Stage::Dot, recipient);
        let from = self.from.take().unwrap_or_default();
        let to = std::mem::take(&mut self.to);
        let refused = matches!(&act, Act::Reply(reply) | Act::ReplyAndDrop(reply) if !is_good(reply));
        if !refused {
            self.shared.keep(Received { from, to, data, connection: self.connection, begun_at });
        }
        self.act(act, "250 2.0.0 OK queued")
    }

    fn rset(&mut self) -> io::Result<Went> {
        self.forget();
        self.at(Stage::Rset, "", "250 2.0.0 OK")
    }

    fn forget(&mut self) {
        self.from = None;
        self.to.clear();
    }

    fn at(&mut self, stage: Stage, address: &str, good: &str) -> io::Result<Went> {
        let act = self.shared.act(stage, address);
        self.act(act, good)
    }

    fn act(&mut self, act: Act, good: &str) -> io::Result<Went> {
        match act {
            Act::Accept => return self.reply(good),
            Act::Pause(pause) => {
                wait(pause);
                return self.reply(good);
            }
            Act::Reply(reply) => return self.reply(&reply),
            Act::ReplyAndInject(reply, more) => {
                self.line.say(format!("{reply}\r\n{more}").as_bytes())?;
                return Ok(if is_good(&reply) { Went::Well } else { Went::Refused });
            }
            Act::Garbage => {
                self.line.say(b"\x00\xffwhat?\r\n")?;
                return Ok(Went::Refused);
            }
            Act::ReplyAndDrop(reply) => self.reply(&reply).map(|_| ())?,
            Act::Hang => self.line.hang()?,
            Act::HalfReply => self.line.say(&good.as_bytes()[..good.len() / 2])?,
            Act::HugeLine => self.line.say(format!("250 {}", "x".repeat(1 << 20)).as_bytes())?,
            Act::EndlessReply => self.line.say("250-and so on\r\n".repeat(100_000).as_bytes())?,
            Act::Drop => {}
        }
        Ok(Went::Over)
    }

    fn reply(&mut self, reply: &str) -> io::Result<Went> {
        self.line.say(format!("{}\r\n", reply.replace('\n', "\r\n")).as_bytes())?;
        Ok(if is_good(reply) { Went::Well } else { Went::Refused })
    }
}

#[expect(clippy::disallowed_methods, reason = "a test compares it with its own instants")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "a slow relay is slow, and nothing is to happen meanwhile")]
fn wait(pause: Duration) {
    thread::sleep(pause);
}

fn is_good(reply: &str) -> bool {
    reply.starts_with(['2', '3'])
}

/// The address between the angle brackets of `FROM:<…>` or `TO:<…>`.
fn address_in(rest: &str) -> String {
    let after = rest.split_once('<').map_or(rest, |(_, after)| after);
    after.rsplit_once('>').map_or(after, |(address, _)| address).to_owned()
}

fn decoded(base64: &str) -> String {
    let bytes = BASE64.decode(base64.as_bytes()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// User and password of `AUTH PLAIN` (RFC 4616).
fn plain(base64: &str) -> Option<(String, String)> {
    let text = decoded(base64);
    let mut parts = text.split('\0').skip(1);
    Some((parts.next()?.to_owned(), parts.next()?.to_owned()))
}
