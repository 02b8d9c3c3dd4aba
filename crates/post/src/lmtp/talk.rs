//! What is said to a command. Pure: where a conversation stands, and the next word.

use smtp_proto::{MAIL_BODY_BINARYMIME, MailFrom, Request};

use super::{Host, LONGEST, MOST_RECIPIENTS, Reception};

/// Where a conversation stands.
#[derive(Debug, Default)]
pub(super) struct Talk {
    is_greeted: bool,
    has_sender: bool,
    recipients: Vec<String>,
}

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// An answer.
    Say(String),
    /// An answer to a mistake.
    No(String),
    /// The message for these recipients.
    Data(Vec<String>),
    /// The end.
    Quit,
}

fn say(words: &str) -> Turn {
    Turn::Say(words.to_owned())
}

fn no(words: &str) -> Turn {
    Turn::No(words.to_owned())
}

impl Talk {
    /// Heeds a command.
    pub(super) fn heed<R: Reception>(
        &mut self,
        host: &Host,
        reception: &R,
        request: Request<String>,
    ) -> Turn {
        match request {
            Request::Lhlo { .. } => {
                self.begin_anew();
                self.is_greeted = true;
                Turn::Say(welcome(host))
            }
            Request::Helo { .. } | Request::Ehlo { .. } => no("500 5.5.1 this is LMTP: begin with LHLO"),
            Request::Mail { from } => self.mail(&from),
            Request::Rcpt { to } => self.rcpt(reception, to.address),
            Request::Data => self.data(),
            Request::Rset => {
                self.begin_anew();
                say("250 2.0.0 forgotten")
            }
            Request::Noop { .. } => say("250 2.0.0 here"),
            Request::Vrfy { .. } => say("252 2.0.0 try it"),
            Request::Quit => Turn::Quit,
            _ => no("502 5.5.1 this is not done here"),
        }
    }

    fn begin_anew(&mut self) {
        self.has_sender = false;
        self.recipients.clear();
    }

    fn mail(&mut self, from: &MailFrom<String>) -> Turn {
        if !self.is_greeted {
            return no("503 5.5.1 begin with LHLO");
        }
        if self.has_sender {
            return no("503 5.5.1 there is a sender already");
        }
        if from.size > LONGEST {
            return no("552 5.3.4 the message is too long");
        }
        if from.flags & MAIL_BODY_BINARYMIME != 0 {
            return no("555 5.5.4 BODY is 7BIT or 8BITMIME");
        }
        self.has_sender = true;
        say("250 2.1.0 sender heard")
    }

    fn rcpt<R: Reception>(&mut self, reception: &R, recipient: String) -> Turn {
        if !self.has_sender {
            return no("503 5.5.1 name the sender first");
        }
        if !reception.knows(&recipient) {
            return no("550 5.1.1 no letter of ours has this return path");
        }
        if self.recipients.len() >= MOST_RECIPIENTS {
            return no("452 4.5.3 too many recipients: send it to the others by itself");
        }
        self.recipients.push(recipient);
        say("250 2.1.5 recipient known")
    }

    /// Every transaction ends with its message, whatever comes of it.
    fn data(&mut self) -> Turn {
        let recipients = std::mem::take(&mut self.recipients);
        if recipients.is_empty() {
            return no("503 5.5.1 there is no recipient");
        }
        self.begin_anew();
        Turn::Data(recipients)
    }
}

/// What we can do.
fn welcome(host: &Host) -> String {
    let size = format!("SIZE {LONGEST}");
    let lines = [host.name.as_str(), "PIPELINING", &size, "8BITMIME", "ENHANCEDSTATUSCODES", "SMTPUTF8"];
    let last = lines.len() - 1;
    let line = |(at, words): (usize, &&str)| format!("250{}{words}", if at == last { ' ' } else { '-' });
    lines.iter().enumerate().map(line).collect::<Vec<_>>().join("\r\n")
}
