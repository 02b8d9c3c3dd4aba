//! Carriers: what takes a finished message out of the house, and says what became of it.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use tenure_domain::outcome::{Delay, Outcome, Refused};

pub mod address;
mod courier;
mod folder;
mod memory;
mod relay;
mod relays;
mod smtp;

pub use courier::{Anyway, Courier};
pub use folder::Folder;
pub use memory::Memory;
pub use relay::NotARelay;
pub use relays::{Learned, Next, Relays, Turn, Way};
pub use smtp::{Begun, Smtp, Timers};

use relay::Place;

/// One message with its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Where bounces go: the address of `MAIL FROM`; empty for none.
    pub from: String,
    /// The one recipient: the address of `RCPT TO`.
    pub to: String,
    /// The message.
    pub bytes: Arc<[u8]>,
    /// The id of the letter, for the name of its file.
    pub name: String,
    /// Which attempt this is, counted from 1.
    pub attempt: u32,
    /// When the attempt began.
    pub at: Timestamp,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// The world answered.
    Outcome(Outcome),
    /// Its courier said no: nothing of it was sent.
    Withdrawn,
}

/// What a carrier has to know beside the address of its relay.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The folder that `folder:PATH` is relative to.
    pub base: PathBuf,
    /// The name with which we greet the relay (`EHLO`).
    pub hello: String,
    /// How many sessions with the relay there may be at a time.
    pub connections: usize,
    /// How long each answer of the relay is waited for.
    pub timers: Timers,
    /// A file of further certificate authorities (PEM) whose relays are trusted.
    pub extra_ca: Option<PathBuf>,
    /// A file with the access token by which the user of the relay's URL signs in (XOAUTH2) in place of a password. It is
    /// read for each conversation, so that whoever renews the token writes it there.
    pub token_file: Option<PathBuf>,
    /// Where to connect instead of the relay's own address; the certificate still has to name the relay.
    pub dial: Option<SocketAddr>,
}

impl Setup {
    /// The usual set-up: eight sessions, the timers of RFC 5321, the certificate authorities of the system.
    pub fn new(base: impl Into<PathBuf>) -> Self {
        Self {
            base: base.into(),
            hello: "localhost".to_owned(),
            connections: 8,
            timers: Timers::default(),
            extra_ca: None,
            token_file: None,
            dial: None,
        }
    }

    fn extra_ca(&self) -> Option<PathBuf> {
        self.extra_ca.as_deref().map(|path| self.base.join(path))
    }

    fn token_file(&self) -> Option<PathBuf> {
        self.token_file.as_deref().map(|path| self.base.join(path))
    }
}

/// What takes messages out of the house.
#[derive(Debug)]
pub enum Carrier {
    /// An SMTP relay.
    Smtp(Box<Smtp>),
    /// A folder with a file for each message.
    Folder(Folder),
    /// The memory of this process.
    Memory(Memory),
}

impl Carrier {
    /// The carrier that `mail.relay` names: `smtp://[user[:password]@]host[:port]`, `smtps://…`, `folder:PATH` or
    /// `memory:`. Nothing is connected yet.
    pub fn from_url(url: &str, setup: &Setup) -> Result<Self, NotARelay> {
        Ok(match Place::parse(url)? {
            Place::Smtp(relay) => Self::Smtp(Box::new(Smtp::new(relay, setup)?)),
            Place::Folder(path) => Self::Folder(Folder::new(setup.base.join(path))),
            Place::Memory => Self::Memory(Memory::default()),
        })
    }

    /// Whether mail stays on this machine: all that sandbox mode allows.
    pub fn is_local(&self) -> bool {
        match self {
            Self::Smtp(smtp) => smtp.is_local(),
            Self::Folder(_) | Self::Memory(_) => true,
        }
    }

    /// Where mail goes, without user and password.
    pub fn place(&self) -> String {
        match self {
            Self::Smtp(smtp) => smtp.place(),
            Self::Folder(folder) => format!("folder:{}", folder.path().display()),
            Self::Memory(_) => "memory:".to_owned(),
        }
    }

    /// Carries one parcel, in the conversation in which it was begun if it was: what became of it, and the conversation
    /// in which the next one was begun.
    pub async fn carry<C: Courier>(
        &self,
        parcel: &Parcel,
        begun: Option<Begun>,
        courier: &C,
    ) -> (Carried, Option<Begun>) {
        let carried = match self {
            Self::Smtp(smtp) => return smtp.carry(parcel, begun, courier).await,
            _ if !courier.may_go().await => Carried::Withdrawn,
            Self::Folder(folder) => Carried::Outcome(folder.carry(parcel).await),
            Self::Memory(memory) => Carried::Outcome(memory.carry(parcel)),
        };
        (carried, None)
    }

    /// Tries whether mail could go out now, without sending any, and says what was found, or what is wrong.
    pub async fn check(&self) -> Result<String, String> {
        match self {
            Self::Smtp(smtp) => smtp.check().await,
            Self::Folder(folder) => folder.check().await,
            Self::Memory(_) => Ok("mail is kept in the memory of this process".to_owned()),
        }
    }

    /// Takes leave of the relay: the sessions that are kept for the next message end politely.
    pub async fn close(&self) {
        if let Self::Smtp(smtp) = self {
            smtp.close().await;
        }
    }
}

fn later(delay: Delay, reply: impl Into<String>) -> Outcome {
    Outcome::Later { delay, reply: reply.into() }
}

fn never(refused: Refused, reply: impl Into<String>) -> Outcome {
    Outcome::Never { refused, reply: reply.into() }
}

/// The file name of a parcel: it sorts by time, and tells letter and attempt.
fn file_name(parcel: &Parcel, copy: u32) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name: String = parcel.name.chars().filter(is_plain).collect();
    let again = if copy == 1 { String::new() } else { format!("-copy{copy}") };
    let at = parcel.at.strftime("%Y%m%dT%H%M%S%.6fZ");
    format!("{at}_{name}_attempt{}{again}.eml", parcel.attempt)
}

/// A path as people write it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests;
