//! `tenure serve`, and a browser of a few lines.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, ExitStatus},
    thread,
};

use crate::door::Door;

/// A running `tenure serve`; killed when dropped.
pub(crate) struct Served {
    process: Child,
    port: u16,
    lmtp: Option<u16>,
    /// Where metrics are, if they are anywhere.
    watch: u16,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Served {
    /// Serves an installation with the clock standing still at `time`, at a port of the system's choice.
    pub(crate) fn begin(door: &Door, time: &str, arguments: &[&str]) -> Self {
        Self::start(door, &[&["--at", time, "serve"], arguments].concat())
    }

    /// The same by the machine's clock.
    pub(crate) fn live(door: &Door, arguments: &[&str]) -> Self {
        Self::start(door, &[&["serve"], arguments].concat())
    }

    fn start(door: &Door, arguments: &[&str]) -> Self {
        let mut command = door.command();
        command.env("TENURE__WEB__LISTEN", "127.0.0.1:0").args(arguments);
        let mut process = command.spawn().unwrap();
        let mut told = BufReader::new(process.stderr.take().unwrap());
        let mut said = String::new();
        let port = loop {
            assert_ne!(told.read_line(&mut said).unwrap(), 0, "it ended: {said}");
            if let Some((_, address)) = said.split_once("(listening on 127.0.0.1:") {
                break address.split(')').next().unwrap().parse().unwrap();
            }
        };
        // It listens there before it serves pages.
        let lmtp = said.split_once("what comes back is taken at 127.0.0.1:");
        let lmtp = lmtp.map(|(_, address)| address.split(' ').next().unwrap().parse().unwrap());
        thread::spawn(move || std::io::copy(&mut told, &mut std::io::sink()));
        let watch = said.split_once("the metrics are watched at 127.0.0.1:").map_or(0, |(_, after)| {
            after.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
        });
        Self { process, port, lmtp, watch }
    }

    /// Where a mail server hands over what came back.
    pub(crate) fn lmtp(&self) -> (&'static str, u16) {
        ("127.0.0.1", self.lmtp.unwrap())
    }

    pub(crate) fn connect(&self) -> TcpStream {
        TcpStream::connect(("127.0.0.1", self.port)).unwrap()
    }

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers, "")
    }

    /// Asks at the address for metrics.
    pub(crate) fn watched(&self, path: &str) -> Answer {
        let mut connection = TcpStream::connect(("127.0.0.1", self.watch)).unwrap();
        connection.write_all(request("GET", path, &[], "").as_bytes()).unwrap();
        Answer::read(connection)
    }

    /// Sends a form as a browser does from our own page.
    pub(crate) fn post(&self, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let own = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
        let kept = own.iter().filter(|(name, _)| headers.iter().all(|(given, _)| given != name));
        let headers: Vec<(&str, &str)> = kept.chain(headers).copied().collect();
        self.ask("POST", path, &headers, form)
    }

    /// Where it is reached.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends any request.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut connection = self.connect();
        connection.write_all(request(method, path, headers, body).as_bytes()).unwrap();
        Answer::read(connection)
    }

    /// Asks the process to end.
    pub(crate) fn terminate(&self) {
        let asked =
            Command::new("sh").args(["-c", &format!("kill -TERM {}", self.process.id())]).status().unwrap();
        assert!(asked.success());
    }

    /// Waits until it has ended.
    pub(crate) fn ended(mut self) -> ExitStatus {
        self.process.wait().unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A whole request.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let length = body.len();
    let mut lines = vec![
        format!("{method} {path} HTTP/1.1"),
        "Host: 127.0.0.1".to_owned(),
        "Connection: close".to_owned(),
    ];
    lines.push(format!("Content-Length: {length}"));
    lines.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
    format!("{}\r\n\r\n{body}", lines.join("\r\n"))
}

impl Answer {
    /// Reads an answer to its end.
    pub(crate) fn read(mut connection: TcpStream) -> Self {
        let mut octets = Vec::new();
        connection.read_to_end(&mut octets).unwrap();
        let text = String::from_utf8_lossy(&octets);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text}"));
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap().parse().unwrap();
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        Self { status, headers, body: body.to_owned() }
    }

    /// A header; it stands there once at most.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str());
        let first = found.next().unwrap_or_default();
        assert_eq!(found.next(), None, "{name} twice");
        first
    }

    /// The cookie it sets, without its marks.
    pub(crate) fn cookie(&self) -> &str {
        self.header("set-cookie").split(';').next().unwrap_or_default()
    }

    /// The words of the page: without tags, in one line.
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        for piece in self.body.split('<') {
            words.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
            words.push(' ');
        }
        let words =
            words.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\"").replace("&#x2f;", "/");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
