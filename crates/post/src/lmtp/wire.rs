//! The octets of a conversation: commands line by line, messages to their final dot, answers gathered until the other
//! side waits for them. Nothing grows without bound, and nobody is waited for without end.

use std::time::Duration;

use smtp_proto::{
    Error, Request,
    request::receiver::{DataReceiver, DummyDataReceiver, DummyLineReceiver, RequestReceiver},
};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    time::timeout,
};

use crate::bounce;

/// So much is read at once: no line of a command is longer.
const CHUNK: usize = 4096;

/// How a conversation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The other side said so.
    Asked,
    /// The other side is gone.
    Gone,
    /// Nothing was heard for too long.
    Silent,
    /// We go home.
    Leaving,
    /// Too many mistakes.
    Lost,
}

/// One conversation.
pub(super) struct Wire<S> {
    stream: S,
    patience: Duration,
    /// Heard, and understood up to `at`.
    heard: Vec<u8>,
    at: usize,
    /// To be said when the other side waits for it.
    to_say: Vec<u8>,
    commands: RequestReceiver,
    /// The rest of a line that was too long is not listened to.
    is_deaf: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Wire<S> {
    pub(super) fn new(stream: S, patience: Duration) -> Self {
        let (heard, to_say) = (Vec::with_capacity(CHUNK), Vec::new());
        Self { stream, patience, heard, at: 0, to_say, commands: RequestReceiver::default(), is_deaf: false }
    }

    /// Says a line, or several, when the other side waits for it.
    pub(super) fn say(&mut self, words: &str) {
        self.to_say.extend_from_slice(words.as_bytes());
        self.to_say.extend_from_slice(b"\r\n");
    }

    /// The next command, or what is wrong with it.
    pub(super) async fn request(
        &mut self,
        over: impl Future<Output = ()> + Send,
    ) -> Result<Result<Request<String>, Error>, End> {
        tokio::pin!(over);
        loop {
            let mut octets = self.heard[self.at..].iter();
            if self.is_deaf {
                self.is_deaf = !DummyLineReceiver::default().ingest(&mut octets);
                self.at = self.heard.len() - octets.as_slice().len();
            }
            if !self.is_deaf && self.at < self.heard.len() {
                let read = self.commands.ingest(&mut octets).map(Request::into_owned);
                self.at = self.heard.len() - octets.as_slice().len();
                match read {
                    Err(Error::NeedsMoreData { .. }) => self.at = self.heard.len(),
                    Err(Error::ResponseTooLong) => {
                        self.is_deaf = true;
                        return Ok(Err(Error::ResponseTooLong));
                    }
                    read => return Ok(read),
                }
            }
            self.hear_more(over.as_mut()).await?;
        }
    }

    /// The message up to the final dot: its beginning, at most as much as a report has, and how long it was in all.
    pub(super) async fn message<F: Future<Output = ()> + Send>(
        &mut self,
        patience: Duration,
        over: impl FnOnce() -> F,
    ) -> Result<(Vec<u8>, usize), End> {
        let over = over();
        tokio::pin!(over);
        timeout(patience, self.whole_message(over)).await.unwrap_or(Err(End::Silent))
    }

    async fn whole_message<F: Future<Output = ()> + Send>(
        &mut self,
        mut over: std::pin::Pin<&mut F>,
    ) -> Result<(Vec<u8>, usize), End> {
        let (mut message, mut octets) = (Vec::new(), 0);
        let mut receiver = DataReceiver::new();
        // It knows a dot only behind a line end: that of the command stands before the message.
        receiver.ingest(&mut b"\r\n".iter(), &mut message);
        message.clear();
        let mut rest: Option<DummyDataReceiver> = None;
        loop {
            let mut heard = self.heard[self.at..].iter();
            let before = heard.as_slice().len();
            let is_whole = match rest.as_mut() {
                Some(rest) => rest.ingest(&mut heard),
                None => receiver.ingest(&mut heard, &mut message),
            };
            octets += before - heard.as_slice().len();
            self.at = self.heard.len() - heard.as_slice().len();
            if is_whole {
                return Ok((message, octets));
            }
            if rest.is_none() && message.len() > bounce::LONGEST {
                rest = Some(DummyDataReceiver::new_data(&receiver));
            }
            self.hear_more(over.as_mut()).await?;
        }
    }

    /// Says what is to be said, and listens. All that was heard is understood.
    async fn hear_more<F: Future<Output = ()> + Send>(
        &mut self,
        over: std::pin::Pin<&mut F>,
    ) -> Result<(), End> {
        self.flush().await?;
        self.heard.clear();
        self.at = 0;
        tokio::select! {
            biased;
            () = over => Err(End::Leaving),
            read = timeout(self.patience, self.stream.read_buf(&mut self.heard)) => match read {
                Err(_) => Err(End::Silent),
                Ok(Ok(0) | Err(_)) => Err(End::Gone),
                Ok(Ok(_)) => Ok(()),
            },
        }
    }

    async fn flush(&mut self) -> Result<(), End> {
        let said = timeout(self.patience, async {
            self.stream.write_all(&self.to_say).await?;
            self.stream.flush().await
        });
        match said.await {
            Err(_) => Err(End::Silent),
            Ok(Err(_)) => Err(End::Gone),
            Ok(Ok(())) => {
                self.to_say.clear();
                Ok(())
            }
        }
    }

    /// Says the last words.
    pub(super) async fn part(mut self) {
        // Who is gone does not hear them.
        if self.flush().await.is_ok() {
            let _ = self.stream.shutdown().await;
        }
    }
}
