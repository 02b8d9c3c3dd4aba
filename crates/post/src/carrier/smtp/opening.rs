//! From nothing to a session that takes mail: connection, greeting, EHLO, TLS, AUTH.

use std::sync::{Arc, atomic::AtomicBool};

use data_encoding::BASE64;
use rustls::ClientConfig;
use tenure_domain::outcome::{Delay, Outcome};
use tokio::{net::TcpStream, time::timeout};

use super::{
    Timers,
    envelope::Offers,
    reply::Reply,
    session::Session,
    token::{self, Credentials},
    verdict::{self, Stage},
    wire::{Broken, NoTls, Wire},
};
use crate::carrier::{Setup, later, relay::Relay};

/// The longest command line there may be (RFC 5321, 4.5.3.1.4); what is longer follows in a line of its own
/// (RFC 4954, 4).
const LONGEST_COMMAND: usize = 512;

/// A session did not come about: what that means for the letter that wanted it. Always [`Outcome::Later`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoSession(pub(super) Outcome);

impl NoSession {
    fn our_setup(words: impl Into<String>) -> Self {
        Self(later(Delay::OurSetup, words))
    }
}

impl From<Broken> for NoSession {
    fn from(broken: Broken) -> Self {
        Self(verdict::unreachable(&broken))
    }
}

impl From<NoTls> for NoSession {
    fn from(no_tls: NoTls) -> Self {
        match no_tls {
            NoTls::Certificate(why) => {
                Self::our_setup(format!("the certificate of the relay is not trusted: {why}"))
            }
            NoTls::Broken(broken) => broken.into(),
        }
    }
}

/// Opens sessions with one relay.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) relay: Relay,
    pub(super) timers: Timers,
    hello: String,
    dial: Option<std::net::SocketAddr>,
    who: Option<Credentials>,
    /// None where nothing but the clear is spoken.
    tls: Option<Arc<ClientConfig>>,
    /// Whether the relay listens to what is said behind a body, as far as is known.
    listens: Arc<AtomicBool>,
}

impl Opening {
    pub(super) fn new(relay: Relay, setup: &Setup) -> Result<Self, String> {
        let speaks_tls = relay.implicit_tls || relay.needs_start_tls();
        let tls = speaks_tls.then(|| super::tls::client(setup.extra_ca().as_deref())).transpose()?;
        let is_plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let hello: String = setup.hello.chars().filter(is_plain).collect();
        let who = relay.account.as_ref().map(|account| Credentials::of(account, setup)).transpose()?;
        if who.is_none() && setup.token_file.is_some() {
            return Err("there is a token_file, but no user name before the host (user@host)".to_owned());
        }
        Ok(Self {
            relay,
            timers: setup.timers,
            hello,
            dial: setup.dial,
            who,
            tls,
            listens: Arc::new(AtomicBool::new(true)),
        })
    }

    /// A session that is ready for MAIL.
    pub(super) async fn open(&self) -> Result<Session, NoSession> {
        let mut wire = Wire::new(self.connect().await?)?;
        if self.relay.implicit_tls {
            wire = self.secure(wire).await?;
        }
        expect(wire.reply(self.timers.greeting).await?, 2)?;
        let mut offers = self.greet(&mut wire).await?;
        if self.relay.needs_start_tls() {
            wire = self.start_tls(wire, offers).await?;
            // What was offered in the clear counts for nothing (RFC 3207, 4.2).
            offers = self.greet(&mut wire).await?;
        }
        if let Some(who) = &self.who {
            self.sign_in(&mut wire, offers, who).await?;
        }
        Ok(Session::new(wire, offers, self.timers, self.listens.clone()))
    }

    async fn connect(&self) -> Result<TcpStream, Broken> {
        let connecting = async {
            match self.dial {
                Some(address) => TcpStream::connect(address).await,
                None => TcpStream::connect((self.relay.host.as_str(), self.relay.port)).await,
            }
        };
        let within = self.timers.connect;
        let stream = timeout(within, connecting).await.map_err(|_| Broken::Slow(within))?;
        let stream = stream.map_err(|error| Broken::Line(error.to_string()))?;
        let strays = self.relay.is_loopback() && !stream.peer_addr()?.ip().to_canonical().is_loopback();
        if strays { Err(Broken::Line("localhost is not this machine".to_owned())) } else { Ok(stream) }
    }

    async fn greet(&self, wire: &mut Wire) -> Result<Offers, NoSession> {
        let reply = self.ask(wire, &format!("EHLO {}\r\n", self.hello)).await?;
        expect(reply, 2).map(|reply| Offers::read(&reply))
    }

    /// Beyond this machine nothing is ever said in the clear: whoever takes STARTTLS out of the offers gets no mail.
    async fn start_tls(&self, mut wire: Wire, offers: Offers) -> Result<Wire, NoSession> {
        if !offers.start_tls() {
            return Err(NoSession::our_setup(
                "the relay offers no TLS, and mail leaves this machine only by TLS",
            ));
        }
        let reply = self.ask(&mut wire, "STARTTLS\r\n").await?;
        expect(reply, 2)?;
        if wire.has_ahead() {
            let words = "somebody between us and the relay added words to its answer to STARTTLS";
            return Err(NoSession::our_setup(words));
        }
        self.secure(wire).await
    }

    async fn secure(&self, wire: Wire) -> Result<Wire, NoSession> {
        let Some(tls) = &self.tls else {
            return Err(NoSession::our_setup("TLS is not set up for this relay"));
        };
        Ok(wire.start_tls(Arc::clone(tls), &self.relay.host, self.timers.connect).await?)
    }

    /// Only reached under TLS or on this very machine.
    async fn sign_in(&self, wire: &mut Wire, offers: Offers, who: &Credentials) -> Result<(), NoSession> {
        let reply = match who {
            Credentials::Password { user, password } => {
                self.by_password(wire, offers, user, password).await?
            }
            Credentials::Token { .. } if !offers.auth_xoauth2() => {
                return Err(NoSession::our_setup("the relay offers no AUTH XOAUTH2, and we have a token"));
            }
            Credentials::Token { user, file } => {
                let token = token::read(file).await.map_err(NoSession::our_setup)?;
                self.by_token(wire, user, &token).await?
            }
        };
        expect(reply, 2).map(|_| ())
    }

    /// AUTH PLAIN (RFC 4616), else LOGIN.
    async fn by_password(
        &self,
        wire: &mut Wire,
        offers: Offers,
        user: &str,
        password: &str,
    ) -> Result<Reply, NoSession> {
        if offers.auth_plain() {
            let secret = BASE64.encode(format!("\0{user}\0{password}").as_bytes());
            return Ok(self.ask(wire, &format!("AUTH PLAIN {secret}\r\n")).await?);
        }
        if !offers.auth_login() {
            return Err(NoSession::our_setup("the relay offers neither AUTH PLAIN nor AUTH LOGIN"));
        }
        expect(self.ask(wire, "AUTH LOGIN\r\n").await?, 3)?;
        expect(self.ask(wire, &format!("{}\r\n", BASE64.encode(user.as_bytes()))).await?, 3)?;
        Ok(self.ask(wire, &format!("{}\r\n", BASE64.encode(password.as_bytes()))).await?)
    }

    /// AUTH XOAUTH2, as Google and Microsoft describe it. Beside a refusal comes what is wrong, as a challenge that is
    /// answered with nothing; then the refusal itself.
    async fn by_token(&self, wire: &mut Wire, user: &str, token: &str) -> Result<Reply, NoSession> {
        let secret = token::initial_response(user, token);
        let at_once = format!("AUTH XOAUTH2 {secret}\r\n");
        let reply = if at_once.len() <= LONGEST_COMMAND {
            self.ask(wire, &at_once).await?
        } else {
            expect(self.ask(wire, "AUTH XOAUTH2\r\n").await?, 3)?;
            self.ask(wire, &format!("{secret}\r\n")).await?
        };
        if reply.code != 334 {
            return Ok(reply);
        }
        let mut refusal = self.ask(wire, "\r\n").await?;
        refusal.words.push_str(&token::why_refused(&reply.words, token));
        Ok(refusal)
    }

    async fn ask(&self, wire: &mut Wire, command: &str) -> Result<Reply, Broken> {
        wire.say(command.as_bytes(), self.timers.command).await?;
        wire.reply(self.timers.command).await
    }
}

/// The reply if it begins with this digit.
fn expect(reply: Reply, digit: u16) -> Result<Reply, NoSession> {
    if reply.code / 100 == digit {
        Ok(reply)
    } else if reply.is_transient() || reply.is_permanent() {
        Err(NoSession(verdict::refusal(Stage::Opening, &reply)))
    } else {
        Err(Broken::Garbled(format!("`{}` is out of turn", reply.words)).into())
    }
}
