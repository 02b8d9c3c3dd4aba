//! Asks the DNS for texts: one question over UDP, again over TCP where the answer is too long for it (RFC 1035, 7766). Never
//! longer than two seconds.

use std::{
    fs,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use simple_dns::{CLASS, Name, Packet, PacketFlag, Question, RCODE, TYPE, rdata::OPT, rdata::RData};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpStream, UdpSocket},
    time::timeout,
};

/// Where the system says which resolvers it asks.
const RESOLV_CONF: &str = "/etc/resolv.conf";
/// The port of resolvers.
const PORT: u16 = 53;
/// How long a question may take, over all resolvers.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many resolvers are asked, one after the other; the system asks no more either.
const MOST_RESOLVERS: usize = 3;
/// The longest answer over UDP, in octets: one that no network cuts up.
const LONGEST_UDP: u16 = 1232;

/// Resolvers, asked in turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolver(Vec<SocketAddr>);

impl Resolver {
    /// The resolver that a setting names, `127.0.0.1` or `127.0.0.1:5353`; empty: those of the system; `none`: none.
    /// `Err`: what would be right.
    pub fn named(setting: &str) -> Result<Option<Self>, String> {
        match setting {
            "" => {
                let servers = system(&fs::read_to_string(RESOLV_CONF).unwrap_or_default());
                Ok((!servers.is_empty()).then_some(Self(servers)))
            }
            "none" => Ok(None),
            address => {
                let read = address
                    .parse::<SocketAddr>()
                    .or_else(|_| address.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, PORT)));
                let wrong =
                    |_| "write an address such as 192.0.2.1, or 192.0.2.1:5353, or \"none\"".to_owned();
                read.map(|server| Some(Self(vec![server]))).map_err(wrong)
            }
        }
    }

    /// The texts that stand under a name; each with its strings joined. None where there is no such name or no text.
    /// `Err`: no resolver answered, in words. `id` is any number, new for each question.
    pub async fn texts(&self, name: &str, id: u16) -> Result<Vec<String>, String> {
        let share = PATIENCE / u32::try_from(self.0.len()).unwrap_or(1).max(1);
        let mut last = "there is no resolver".to_owned();
        for server in &self.0 {
            match timeout(share, ask(*server, name, id)).await {
                Ok(Ok(texts)) => return Ok(texts),
                Ok(Err(problem)) => last = format!("the resolver {server}: {problem}"),
                Err(_) => last = format!("the resolver {server} does not answer"),
            }
        }
        Err(last)
    }
}

/// The resolvers of `resolv.conf`, as many as the system itself would ask.
fn system(text: &str) -> Vec<SocketAddr> {
    let address = |line: &str| {
        let named = line.trim().strip_prefix("nameserver")?.trim();
        // A zone of a link, as in fe80::1%eth0, cannot be spoken to without its number.
        named.parse::<IpAddr>().ok().map(|ip| SocketAddr::new(ip, PORT))
    };
    text.lines().filter_map(address).take(MOST_RESOLVERS).collect()
}

async fn ask(server: SocketAddr, name: &str, id: u16) -> Result<Vec<String>, String> {
    let question = question(name, id)?;
    let answer = over_udp(server, &question, id).await.map_err(|error| error.to_string())?;
    let is_cut = Packet::parse(&answer).is_ok_and(|packet| packet.has_flags(PacketFlag::TRUNCATION));
    if is_cut {
        return read(&over_tcp(server, &question).await.map_err(|error| error.to_string())?, id);
    }
    read(&answer, id)
}

fn question(name: &str, id: u16) -> Result<Vec<u8>, String> {
    let wrong = |error: simple_dns::SimpleDnsError| format!("{name} cannot be asked for: {error}");
    let mut packet = Packet::new_query(id);
    packet.set_flags(PacketFlag::RECURSION_DESIRED);
    let name = Name::new(name).map_err(wrong)?;
    packet.questions.push(Question::new(name, TYPE::TXT.into(), CLASS::IN.into(), false));
    *packet.opt_mut() = Some(OPT { opt_codes: Vec::new(), udp_packet_size: LONGEST_UDP, version: 0 });
    packet.build_bytes_vec().map_err(wrong)
}

async fn over_udp(server: SocketAddr, question: &[u8], id: u16) -> std::io::Result<Vec<u8>> {
    let any: IpAddr =
        if server.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
    let socket = UdpSocket::bind((any, 0)).await?;
    socket.connect(server).await?;
    socket.send(question).await?;
    let mut octets = vec![0; usize::from(u16::MAX)];
    loop {
        let length = socket.recv(&mut octets).await?;
        // What answers another question is not ours.
        if octets[..length].starts_with(&id.to_be_bytes()) {
            octets.truncate(length);
            return Ok(octets);
        }
    }
}

async fn over_tcp(server: SocketAddr, question: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(server).await?;
    let length = u16::try_from(question.len()).unwrap_or(u16::MAX);
    stream.write_all(&[&length.to_be_bytes(), question].concat()).await?;
    let length = stream.read_u16().await?;
    let mut octets = vec![0; usize::from(length)];
    stream.read_exact(&mut octets).await?;
    Ok(octets)
}

fn read(answer: &[u8], id: u16) -> Result<Vec<String>, String> {
    let packet = Packet::parse(answer).map_err(|error| format!("its answer cannot be read: {error}"))?;
    if packet.id() != id || !packet.has_flags(PacketFlag::RESPONSE) {
        return Err("it answered something else".to_owned());
    }
    match packet.rcode() {
        RCODE::NoError | RCODE::NameError => {}
        other => return Err(format!("it answered {other:?}")),
    }
    let text = |data: &RData| match data {
        RData::TXT(text) => String::try_from(text.clone()).ok(),
        _ => None,
    };
    Ok(packet.answers.iter().filter_map(|record| text(&record.rdata)).collect())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_resolver_is_named_by_its_address() {
        let named =
            |setting| Resolver::named(setting).map(|found| found.map(|resolver| resolver.0[0].to_string()));
        assert_eq!(named("192.0.2.1"), Ok(Some("192.0.2.1:53".to_owned())));
        assert_eq!(named("[2001:db8::1]:5353"), Ok(Some("[2001:db8::1]:5353".to_owned())));
        assert_eq!(named("none"), Ok(None));
        assert!(named("resolver.example").unwrap_err().contains("192.0.2.1"));
    }

    #[test]
    fn the_system_names_three_at_most() {
        let text = "# nameserver 192.0.2.9\nsearch vendor.example\nnameserver 192.0.2.1\nnameserver\t2001:db8::1\nnameserver fe80::1%eth0\nnameserver 192.0.2.2\nnameserver 192.0.2.3\n";
        let found: Vec<String> = system(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["192.0.2.1:53", "[2001:db8::1]:53", "192.0.2.2:53"]);
        assert_eq!(system(""), vec![]);
    }
}
