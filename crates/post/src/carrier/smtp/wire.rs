//! The bytes between us and a relay: in the clear or by TLS, with a timer on everything that is waited for.

use std::{io, sync::Arc, time::Duration};

use rustls::{ClientConfig, pki_types::ServerName};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::reply::Reply;

/// How much of a message is handed over at a time, each under a timer of its own.
const BLOCK: usize = 64 * 1024;

/// Why a conversation broke.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Broken {
    #[error("the relay closed the connection")]
    Closed,
    #[error("the relay did not answer within {0:?}")]
    Slow(Duration),
    #[error("the connection broke ({0})")]
    Line(String),
    #[error("the relay spoke no SMTP: {0}")]
    Garbled(String),
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Closed,
            _ => Self::Line(error.to_string()),
        }
    }
}

/// TLS did not come about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoTls {
    /// The relay's certificate is not one we trust for its name.
    Certificate(String),
    /// Anything else.
    Broken(Broken),
}

#[derive(Debug)]
enum Stream {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

/// A connection with what was read ahead.
#[derive(Debug)]
pub(super) struct Wire {
    stream: Stream,
    ahead: Vec<u8>,
}

impl Wire {
    pub(super) fn new(stream: TcpStream) -> Result<Self, Broken> {
        // A command waits for its answer: nothing is gained by gathering it with a later one.
        stream.set_nodelay(true)?;
        Ok(Self { stream: Stream::Plain(stream), ahead: Vec::new() })
    }

    /// Turns the conversation to TLS. What was read ahead in the clear must have been looked at before: see
    /// [`Self::has_ahead`].
    pub(super) async fn start_tls(
        self,
        config: Arc<ClientConfig>,
        host: &str,
        within: Duration,
    ) -> Result<Self, NoTls> {
        let Stream::Plain(stream) = self.stream else { return Ok(self) };
        let name =
            ServerName::try_from(host.to_owned()).map_err(|error| NoTls::Certificate(error.to_string()))?;
        let shaken = timeout(within, TlsConnector::from(config).connect(name, stream)).await;
        match shaken.map_err(|_| NoTls::Broken(Broken::Slow(within)))? {
            Ok(stream) => Ok(Self { stream: Stream::Tls(Box::new(stream)), ahead: Vec::new() }),
            Err(error) => Err(no_tls(error)),
        }
    }

    /// The version of TLS, for people.
    pub(super) fn tls_version(&self) -> Option<String> {
        match &self.stream {
            Stream::Plain(_) => None,
            Stream::Tls(stream) => {
                Some(format!("{:?}", stream.get_ref().1.protocol_version()?).replace("v1_", " 1."))
            }
        }
    }

    /// Whether the relay said more than it was asked.
    pub(super) fn has_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Whether the relay keeps silent, as it should between two messages: an end of the connection or a parting word
    /// can be read, and means that this session is over.
    pub(super) fn is_silent(&self) -> bool {
        let stream = match &self.stream {
            Stream::Plain(stream) => stream,
            Stream::Tls(stream) => stream.get_ref().0,
        };
        let waiting = stream.try_read(&mut [0]);
        !self.has_ahead() && waiting.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
    }

    /// Says all of it in one write.
    pub(super) async fn say(&mut self, bytes: &[u8], within: Duration) -> Result<(), Broken> {
        let saying = async {
            match &mut self.stream {
                Stream::Plain(stream) => stream.write_all(bytes).await,
                Stream::Tls(stream) => {
                    stream.write_all(bytes).await?;
                    stream.flush().await
                }
            }
        };
        timeout(within, saying).await.map_err(|_| Broken::Slow(within))?.map_err(Broken::from)
    }

    /// Hands over a message block by block; an error comes with how many bytes had left our hands.
    pub(super) async fn hand_over(&mut self, bytes: &[u8], within: Duration) -> Result<(), (usize, Broken)> {
        let mut gone = 0;
        while gone < bytes.len() {
            let block = &bytes[gone..bytes.len().min(gone + BLOCK)];
            let written = timeout(within, self.write(block)).await;
            match written.map_err(|_| Broken::Slow(within)).and_then(|written| Ok(written?)) {
                Ok(0) => return Err((gone, Broken::Closed)),
                Ok(written) => gone += written,
                Err(broken) => return Err((gone, broken)),
            }
        }
        self.say(b"", within).await.map_err(|broken| (gone, broken))
    }

    async fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.stream {
            Stream::Plain(stream) => stream.write(bytes).await,
            Stream::Tls(stream) => stream.write(bytes).await,
        }
    }

    /// The next reply, whole.
    pub(super) async fn reply(&mut self, within: Duration) -> Result<Reply, Broken> {
        timeout(within, self.next_reply()).await.map_err(|_| Broken::Slow(within))?
    }

    async fn next_reply(&mut self) -> Result<Reply, Broken> {
        loop {
            if let Some(reply) = Reply::take(&mut self.ahead).map_err(Broken::Garbled)? {
                return Ok(reply);
            }
            let mut chunk = [0; 4096];
            let read = match &mut self.stream {
                Stream::Plain(stream) => stream.read(&mut chunk).await?,
                Stream::Tls(stream) => stream.read(&mut chunk).await?,
            };
            if read == 0 {
                return Err(Broken::Closed);
            }
            self.ahead.extend_from_slice(&chunk[..read]);
        }
    }
}

fn no_tls(error: io::Error) -> NoTls {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(why)) => NoTls::Certificate(why.to_string()),
        _ => NoTls::Broken(error.into()),
    }
}
