//! The server's side of LMTP (RFC 2033): a mail server on this machine hands over what comes back, and keeps it in its
//! queue until each recipient has an answer. What is done with a message is the [`Reception`]'s affair.

mod talk;
mod wire;

use std::time::Duration;

use smtp_proto::Error;
use tokio::io::{AsyncRead, AsyncWrite};

use talk::{Talk, Turn};
use wire::{End, Wire};

/// The longest message that is taken, in octets. Of a longer report than [`crate::bounce::LONGEST`] the beginning is kept.
pub const LONGEST: usize = 32 * 1024 * 1024;

/// So many recipients has one message, at most (RFC 5321, 4.5.3.1.8).
const MOST_RECIPIENTS: usize = 100;

/// After so many mistakes a conversation is over.
const MOST_MISTAKES: u32 = 20;

/// How we present ourselves, and how long we wait.
#[derive(Debug, Clone)]
pub struct Host {
    /// Our name.
    pub name: String,
    /// How long the other side may be silent (RFC 5321, 4.5.3.2.7: five minutes).
    pub patience: Duration,
    /// How long a whole message may take.
    pub message_patience: Duration,
}

impl Host {
    /// A host with the patience that the RFC asks for.
    pub fn new(name: impl Into<String>) -> Self {
        let (patience, message_patience) = (Duration::from_mins(5), Duration::from_mins(10));
        Self { name: name.into(), patience, message_patience }
    }
}

/// What became of a message, for one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It is ours from now on.
    Done(String),
    /// We are broken just now: the message stays with whoever sends it.
    Later(String),
}

/// Where messages go.
pub trait Reception: Sync {
    /// Whether messages to an address are ours.
    fn knows(&self, recipient: &str) -> bool;

    /// Takes a message. There is one answer for each recipient, in their order; `Done` only when it is on the disk.
    fn take(&self, message: Vec<u8>, recipients: Vec<String>) -> impl Future<Output = Vec<Taken>> + Send;

    /// Over when it is time to go home.
    fn over(&self) -> impl Future<Output = ()> + Send;
}

/// One conversation, to its end.
pub async fn converse<S, R>(stream: S, host: &Host, reception: &R)
where
    S: AsyncRead + AsyncWrite + Unpin + Send,
    R: Reception,
{
    let mut wire = Wire::new(stream, host.patience);
    let end = hold(&mut wire, host, reception).await;
    wire.say(match end {
        End::Asked => "221 2.0.0 bye",
        End::Gone => return,
        End::Silent => "421 4.4.2 nothing was heard for too long",
        End::Leaving => "421 4.3.2 closing down, come again",
        End::Lost => "421 4.7.0 too many mistakes",
    });
    wire.part().await;
}

/// Turns a caller away who is one too many.
pub async fn turn_away<S: AsyncRead + AsyncWrite + Unpin + Send>(stream: S, host: &Host) {
    let mut wire = Wire::new(stream, host.patience);
    wire.say("421 4.3.2 too many conversations at once, come again");
    wire.part().await;
}

async fn hold<S, R>(wire: &mut Wire<S>, host: &Host, reception: &R) -> End
where
    S: AsyncRead + AsyncWrite + Unpin + Send,
    R: Reception,
{
    let (mut talk, mut mistakes) = (Talk::default(), 0);
    wire.say(&format!("220 {} LMTP Tenure", host.name));
    loop {
        let turn = match wire.request(reception.over()).await {
            Ok(Ok(request)) => talk.heed(host, reception, request),
            Ok(Err(error)) => Turn::No(wrong(&error).to_owned()),
            Err(end) => return end,
        };
        match turn {
            Turn::Say(words) => wire.say(&words),
            Turn::No(words) => {
                wire.say(&words);
                mistakes += 1;
                if mistakes >= MOST_MISTAKES {
                    return End::Lost;
                }
            }
            Turn::Data(recipients) => {
                if let Err(end) = take(wire, host, reception, recipients).await {
                    return end;
                }
            }
            Turn::Quit => return End::Asked,
        }
    }
}

/// The message, and an answer for each of its recipients.
async fn take<S, R>(
    wire: &mut Wire<S>,
    host: &Host,
    reception: &R,
    recipients: Vec<String>,
) -> Result<(), End>
where
    S: AsyncRead + AsyncWrite + Unpin + Send,
    R: Reception,
{
    wire.say("354 end with a dot on a line of its own");
    let (message, octets) = wire.message(host.message_patience, || reception.over()).await?;
    let count = recipients.len();
    if octets > LONGEST {
        for _ in 0..count {
            wire.say("552 5.3.4 the message is too long");
        }
        return Ok(());
    }
    // From here on nobody hurries us: what is begun is finished, and told.
    let mut answers = reception.take(message, recipients).await.into_iter();
    for _ in 0..count {
        match answers.next() {
            Some(Taken::Done(words)) => wire.say(&format!("250 2.0.0 {words}")),
            Some(Taken::Later(words)) => wire.say(&format!("451 4.3.0 {words}")),
            None => wire.say("451 4.3.0 try again later"),
        }
    }
    Ok(())
}

/// What is wrong with a line.
fn wrong(error: &Error) -> &'static str {
    match error {
        Error::ResponseTooLong => "500 5.5.2 the line is too long",
        Error::InvalidSenderAddress => "501 5.1.7 this is no address of a sender",
        Error::InvalidRecipientAddress => "501 5.1.3 this is no address of a recipient",
        Error::InvalidParameter { .. } => "501 5.5.4 a parameter cannot be right",
        Error::UnsupportedParameter { .. } => "555 5.5.4 a parameter is not known here",
        Error::SyntaxError { .. } => "501 5.5.2 this cannot be understood",
        _ => "500 5.5.2 there is no such command",
    }
}

#[cfg(test)]
mod tests;
