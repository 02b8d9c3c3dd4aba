//! A small SMTP server that keeps what it receives and answers as told.
//!
//! It runs on threads of its own, listens on 127.0.0.1 at a port of the system's choice, and ends when dropped.

use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Condvar, Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use crate::{patience::PATIENCE, smtp_line::Line, smtp_session::Session};

pub use crate::{
    smtp_line::CERTIFICATE_PEM,
    smtp_script::{Act, Rule, Script, Stage},
};

/// One message as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The address of `MAIL FROM`, without the angle brackets.
    pub from: String,
    /// The addresses of the accepted `RCPT TO`, without the angle brackets.
    pub to: Vec<String>,
    /// The bytes after `DATA`, dots unstuffed, with its last CRLF and without the final dot.
    pub data: Vec<u8>,
    /// Which connection it came by, counted from 0.
    pub connection: usize,
    /// When its `DATA` was heard.
    pub begun_at: Instant,
}

impl Received {
    /// The message as text, for looking at its words.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.data).into_owned()
    }
}

/// What the server's threads share.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    script: Mutex<Script>,
    messages: Mutex<Vec<Received>>,
    arrived: Condvar,
    commands: Mutex<Vec<String>>,
    open: Mutex<BTreeMap<usize, TcpStream>>,
    connections: AtomicUsize,
    /// How often a command was there before the one in front of it was answered.
    pub(crate) pipelined: AtomicUsize,
    stopping: AtomicBool,
}

/// A lock is taken even after another thread panicked: a failing test should show its own failure.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl Shared {
    pub(crate) fn script(&self) -> Script {
        lock(&self.script).clone()
    }

    pub(crate) fn act(&self, stage: Stage, address: &str) -> Act {
        lock(&self.script).act(stage, address)
    }

    pub(crate) fn note(&self, command: &str) {
        lock(&self.commands).push(command.to_owned());
    }

    pub(crate) fn keep(&self, message: Received) {
        lock(&self.messages).push(message);
        self.arrived.notify_all();
    }
}

/// A running server; dropping it closes every connection and ends its threads.
#[derive(Debug)]
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// A server that accepts everything.
    pub fn accepting() -> Self {
        Self::start(Script::accepting())
    }

    /// A server that follows the script.
    pub fn start(script: Script) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("a bound socket has an address");
        let shared = Arc::new(Shared { script: Mutex::new(script), ..Shared::default() });
        let listening = thread::spawn({
            let shared = Arc::clone(&shared);
            move || listen(&listener, &shared)
        });
        Self { shared, address, listening: Some(listening) }
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The value for `mail.relay`.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port())
    }

    /// From now on another script is followed, also by the open connections.
    pub fn follow(&self, script: Script) {
        *lock(&self.shared.script) = script;
    }

    /// What has been received so far, in the order of arrival.
    pub fn messages(&self) -> Vec<Received> {
        lock(&self.shared.messages).clone()
    }

    /// Waits until `n` messages are there and gives all of them; panics after [`PATIENCE`].
    pub fn wait_for(&self, n: usize) -> Vec<Received> {
        let messages = lock(&self.shared.messages);
        let (messages, waited) = self
            .shared
            .arrived
            .wait_timeout_while(messages, PATIENCE, |messages| messages.len() < n)
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        assert!(!waited.timed_out(), "{} of {n} messages came within {PATIENCE:?}", messages.len());
        messages.clone()
    }

    /// Waits until `n` messages are there, but no longer than `patience`. Whether they came.
    pub fn came_within(&self, n: usize, patience: Duration) -> bool {
        let messages = lock(&self.shared.messages);
        let waited =
            self.shared.arrived.wait_timeout_while(messages, patience, |messages| messages.len() < n);
        let (messages, _) = waited.unwrap_or_else(std::sync::PoisonError::into_inner);
        messages.len() >= n
    }

    /// Every command line so far, over all connections, in the order of arrival.
    pub fn commands(&self) -> Vec<String> {
        lock(&self.shared.commands).clone()
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// How often a command was there before the one in front of it was answered.
    pub fn pipelined(&self) -> usize {
        self.shared.pipelined.load(Ordering::SeqCst)
    }

    /// Closes every open connection, as a relay does with idle ones.
    pub fn close_connections(&self) {
        for stream in lock(&self.shared.open).values() {
            // It may be closed already.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // The listener is woken by a last connection.
        let _ = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
        self.close_connections();
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            break;
        }
        if let Ok(stream) = stream {
            let connection = shared.connections.fetch_add(1, Ordering::SeqCst);
            let shared = Arc::clone(shared);
            thread::spawn(move || converse(stream, &shared, connection));
        }
    }
}

/// Serves one connection to its end. A broken connection is the client's affair.
fn converse(stream: TcpStream, shared: &Shared, connection: usize) {
    let Ok(copy) = stream.try_clone() else { return };
    lock(&shared.open).insert(connection, copy);
    if let Ok(line) = Line::new(stream) {
        let _ = Session::new(line, shared, connection).run();
    }
    // The copy holds the socket open: only this closes it.
    if let Some(copy) = lock(&shared.open).remove(&connection) {
        let _ = copy.shutdown(Shutdown::Both);
    }
}
