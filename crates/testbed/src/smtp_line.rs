//! The wire of the tests' SMTP server: plain or TLS, read line by line.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    sync::{Arc, LazyLock},
};

use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};

/// The self-signed certificate of the server, for `relay.example`, `localhost`, 127.0.0.1 and `::1`.
pub const CERTIFICATE_PEM: &str = include_str!("smtp_certificate.pem");

/// The key of that certificate. It protects nothing: the server keeps only what tests send.
const KEY_PEM: &str = include_str!("smtp_key.pem");

static TLS: LazyLock<Arc<ServerConfig>> = LazyLock::new(|| {
    let certificate = CertificateDer::from_pem_slice(CERTIFICATE_PEM.as_bytes()).expect("a PEM certificate");
    let key = PrivateKeyDer::from_pem_slice(KEY_PEM.as_bytes()).expect("a PEM key");
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the provider knows TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .expect("the key belongs to the certificate");
    Arc::new(config)
});

/// The connection, before and after TLS.
#[derive(Debug)]
enum Wire {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
    /// Between the two, for the length of one function.
    None,
}

/// A connection read line by line.
#[derive(Debug)]
pub(crate) struct Line {
    wire: Wire,
    /// Read and not yet taken.
    ahead: Vec<u8>,
}

impl Line {
    pub(crate) fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self { wire: Wire::Plain(stream), ahead: Vec::new() })
    }

    /// From here on everything is TLS; what was read ahead in the clear is thrown away.
    pub(crate) fn start_tls(&mut self) -> io::Result<()> {
        self.ahead.clear();
        if let Wire::Plain(stream) = std::mem::replace(&mut self.wire, Wire::None) {
            let connection = ServerConnection::new(Arc::clone(&TLS)).map_err(io::Error::other)?;
            self.wire = Wire::Tls(Box::new(StreamOwned::new(connection, stream)));
        }
        Ok(())
    }

    pub(crate) fn is_tls(&self) -> bool {
        matches!(self.wire, Wire::Tls(_))
    }

    /// Whether the client has said more than was taken.
    pub(crate) fn has_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// The next line with its line end; none at the end of the conversation.
    pub(crate) fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut searched = 0;
        loop {
            if let Some(at) = self.ahead[searched..].iter().position(|&byte| byte == b'\n') {
                let rest = self.ahead.split_off(searched + at + 1);
                return Ok(Some(std::mem::replace(&mut self.ahead, rest)));
            }
            searched = self.ahead.len();
            if self.read_more()? == 0 {
                return Ok(None);
            }
        }
    }

    fn read_more(&mut self) -> io::Result<usize> {
        let mut chunk = [0; 16 * 1024];
        let read = match &mut self.wire {
            Wire::Plain(stream) => stream.read(&mut chunk)?,
            Wire::Tls(stream) => stream.read(&mut chunk)?,
            Wire::None => 0,
        };
        self.ahead.extend_from_slice(&chunk[..read]);
        Ok(read)
    }

    pub(crate) fn say(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.wire {
            Wire::Plain(stream) => stream.write_all(bytes),
            Wire::Tls(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
            Wire::None => Ok(()),
        }
    }

    /// Reads on without answering, until the client goes away or the server is dropped.
    pub(crate) fn hang(&mut self) -> io::Result<()> {
        while self.read_more()? > 0 {
            self.ahead.clear();
        }
        Ok(())
    }
}
