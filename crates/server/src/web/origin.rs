//! From which network somebody comes: the peer's address, or what a trusted proxy says of it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, request::Parts},
};
use tenure_domain::{Network, network::Range};

/// Where proxies write whom they speak for.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The network of a request.
pub fn origin(parts: &Parts, trusted: &[Range]) -> Network {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| peer.ip());
    Network::from(visitor(peer, &parts.headers, trusted))
}

/// Each proxy adds the address it was spoken to from at the right. So the list is read from there, as far as those who
/// wrote it are trusted; what stands further left may be invented.
fn visitor(peer: IpAddr, headers: &HeaderMap, trusted: &[Range]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|range| range.contains(address));
    let lists = headers.get_all(FORWARDED_FOR).iter().map(|value| value.to_str().unwrap_or_default());
    let told: Vec<&str> = lists.flat_map(|list| list.split(',')).collect();
    let mut visitor = peer;
    for told in told.into_iter().rev() {
        let Some(address) = read(told).filter(|_| is_trusted(visitor)) else { break };
        visitor = address;
    }
    visitor
}

/// An address, perhaps with a port.
fn read(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn seen(peer: &str, told: &[&'static str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for list in told {
            headers.append(FORWARDED_FOR, axum::http::HeaderValue::from_static(list));
        }
        let trusted: Vec<Range> = trusted.iter().map(|range| range.parse().unwrap()).collect();
        visitor(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn a_header_that_no_trusted_proxy_wrote_is_not_believed() {
        assert_eq!(seen("203.0.113.7", &["198.51.100.1"], &[]), "203.0.113.7");
        assert_eq!(seen("203.0.113.7", &["198.51.100.1"], &["10.0.0.0/8"]), "203.0.113.7");
        // The proxy is trusted, but not what its visitor has written before it.
        assert_eq!(seen("10.0.0.1", &["198.51.100.1, 203.0.113.7"], &["10.0.0.0/8"]), "203.0.113.7");
        assert_eq!(seen("10.0.0.1", &["10.9.9.9, 203.0.113.7"], &["10.0.0.0/8"]), "203.0.113.7");
    }

    #[test]
    fn the_rightmost_address_that_is_no_trusted_proxy_is_the_visitor() {
        let trusted = ["10.0.0.0/8", "fd00::/8"];
        for (told, visitor) in [
            (&["203.0.113.7"][..], "203.0.113.7"),
            (&["198.51.100.1, 203.0.113.7, 10.0.0.2"], "203.0.113.7"),
            (&["198.51.100.1", "203.0.113.7:4711", "fd00::1"], "203.0.113.7"),
            (&["[2001:db8::7]:4711"], "2001:db8::7"),
            (&["[2001:db8::7]"], "2001:db8::7"),
            (&["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
            (&[], "10.0.0.1"),
            (&["unknown"], "10.0.0.1"),
            (&["203.0.113.7, secret, 10.0.0.2"], "10.0.0.2"),
            (&[""], "10.0.0.1"),
        ] {
            assert_eq!(seen("10.0.0.1", told, &trusted), visitor, "{told:?}");
        }
        assert_eq!(seen("::ffff:10.0.0.1", &["203.0.113.7"], &trusted), "203.0.113.7");
    }
}
