//! A resolver of one's own: answers questions for texts as it is told, on 127.0.0.1, by UDP and by TCP.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, UdpSocket},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

/// What is said of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// These texts, each made of these strings.
    Texts(Vec<Vec<String>>),
    /// The same, which is too long for UDP.
    Long(Vec<Vec<String>>),
    /// Nothing, ever.
    Silence,
    /// That the resolver itself is broken (SERVFAIL).
    Broken,
    /// Something that is no answer.
    Garbage,
}

/// A text in one string.
pub fn text(text: &str) -> Said {
    Said::Texts(vec![vec![text.to_owned()]])
}

/// A resolver that runs for as long as the test; names it was told nothing of do not exist.
#[derive(Debug)]
pub struct Resolver {
    address: SocketAddr,
    zone: Arc<Mutex<BTreeMap<String, Said>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Resolver {
    /// A resolver that knows no name.
    ///
    /// # Panics
    /// When no port can be had.
    pub fn start() -> Self {
        let (tcp, address, udp) = (0..100).find_map(|_| bound()).expect("a port can be had");
        let (zone, asked) =
            (Arc::<Mutex<BTreeMap<String, Said>>>::default(), Arc::<Mutex<Vec<String>>>::default());
        let (of_udp, told) = (zone.clone(), asked.clone());
        thread::spawn(move || {
            let mut octets = [0; 1500];
            while let Ok((length, from)) = udp.recv_from(&mut octets) {
                told.lock().unwrap_or_else(PoisonError::into_inner).push(name(&octets[..length]));
                if let Some(answer) = answer(&octets[..length], &of_udp, false) {
                    let _ = udp.send_to(&answer, from);
                }
            }
        });
        let of_tcp = zone.clone();
        thread::spawn(move || {
            for stream in tcp.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut length = [0; 2];
                if stream.read_exact(&mut length).is_err() {
                    continue;
                }
                let mut octets = vec![0; usize::from(u16::from_be_bytes(length))];
                if stream.read_exact(&mut octets).is_ok()
                    && let Some(answer) = answer(&octets, &of_tcp, true)
                {
                    let length = u16::try_from(answer.len()).unwrap_or(u16::MAX).to_be_bytes();
                    let _ = stream.write_all(&[&length[..], &answer].concat());
                }
            }
        });
        Self { address, zone, asked }
    }

    /// Where it is asked: `127.0.0.1:PORT`.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// From now on it says so of a name.
    pub fn say(&self, name: &str, said: Said) {
        self.zone.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_ascii_lowercase(), said);
    }

    /// The names that it was asked for by UDP.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// One port by both ways; none when somebody else has it by the other way.
fn bound() -> Option<(TcpListener, SocketAddr, UdpSocket)> {
    let tcp = TcpListener::bind("127.0.0.1:0").ok()?;
    let address = tcp.local_addr().ok()?;
    Some((tcp, address, UdpSocket::bind(address).ok()?))
}

/// The name in a question, which begins after the head of 12 octets.
fn name(question: &[u8]) -> String {
    let (mut at, mut labels) = (12, Vec::new());
    while let Some(length) = question.get(at).copied().filter(|length| *length > 0) {
        let end = at + 1 + usize::from(length);
        labels.push(
            String::from_utf8_lossy(question.get(at + 1..end).unwrap_or_default()).to_ascii_lowercase(),
        );
        at = end;
    }
    labels.join(".")
}

fn answer(question: &[u8], zone: &Mutex<BTreeMap<String, Said>>, is_tcp: bool) -> Option<Vec<u8>> {
    const TRUNCATED: u8 = 0x02;
    let name = name(question);
    let end = 12 + name.len() + 2 + 4;
    let said = zone.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned();
    let (flags, code, texts) = match said {
        None => (0, 3, Vec::new()),
        Some(Said::Silence) => return None,
        Some(Said::Broken) => (0, 2, Vec::new()),
        Some(Said::Garbage) => return Some([question.get(..2)?, &[0xff; 7][..]].concat()),
        Some(Said::Long(_)) if !is_tcp => (TRUNCATED, 0, Vec::new()),
        Some(Said::Texts(texts) | Said::Long(texts)) => (0, 0, texts),
    };
    let count = u16::try_from(texts.len()).ok()?.to_be_bytes();
    let mut octets = question.get(..2)?.to_vec();
    octets.extend([0x81 | flags, 0x80 | code, 0, 1, count[0], count[1], 0, 0, 0, 0]);
    octets.extend(question.get(12..end)?);
    for strings in texts {
        let data: Vec<u8> = strings
            .iter()
            .flat_map(|string| {
                std::iter::once(u8::try_from(string.len()).unwrap_or(u8::MAX)).chain(string.bytes())
            })
            .collect();
        // The name above, TXT, IN, a minute.
        octets.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60]);
        octets.extend(u16::try_from(data.len()).ok()?.to_be_bytes());
        octets.extend(data);
    }
    Some(octets)
}
