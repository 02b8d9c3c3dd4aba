//! Networks: from where somebody asks, as far as tries are counted.

use std::{
    fmt,
    net::{IpAddr, Ipv6Addr},
    str::FromStr,
};

/// How much of an IPv6 address names a network: one household or one server has at least a /64.
const IPV6_BITS: u8 = 64;

/// What one visitor's network is for counting: an IPv4 address, or the first 64 bits of an IPv6 address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(first_bits(address.to_bits(), IPV6_BITS))),
        })
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            IpAddr::V4(address) => write!(f, "{address}"),
            IpAddr::V6(address) => write!(f, "{address}/{IPV6_BITS}"),
        }
    }
}

const fn first_bits(address: u128, bits: u8) -> u128 {
    if bits == 0 { 0 } else { address & u128::MAX << (128 - bits) }
}

/// A range of addresses: `10.0.0.0/8`, `2001:db8::/32`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    is_v4: bool,
    /// Of 128 bits; those of IPv4 stand in front.
    first: u128,
    bits: u8,
}

/// A text is not a range.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a range of addresses is written 10.0.0.0/8, 2001:db8::/32 or 192.0.2.7")]
pub struct NotARange;

/// Whether it is IPv4, and its bits, from the front of 128.
fn bits_of(address: IpAddr) -> (bool, u128) {
    match address.to_canonical() {
        IpAddr::V4(address) => (true, u128::from(address.to_bits()) << 96),
        IpAddr::V6(address) => (false, address.to_bits()),
    }
}

impl Range {
    /// Whether an address lies in it; an IPv4 address written as IPv6 is one of IPv4.
    pub fn contains(&self, address: IpAddr) -> bool {
        let (is_v4, bits) = bits_of(address);
        self.is_v4 == is_v4 && first_bits(bits, self.bits) == self.first
    }
}

impl FromStr for Range {
    type Err = NotARange;

    fn from_str(text: &str) -> Result<Self, NotARange> {
        let (address, bits) =
            text.trim().split_once('/').map_or((text.trim(), None), |(address, bits)| (address, Some(bits)));
        let (is_v4, first) = bits_of(address.parse().map_err(|_| NotARange)?);
        let most = if is_v4 { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.parse::<u8>().map_err(|_| NotARange))?;
        if bits > most {
            return Err(NotARange);
        }
        Ok(Self { is_v4, first: first_bits(first, bits), bits })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn network(text: &str) -> String {
        Network::from(text.parse::<IpAddr>().unwrap()).to_string()
    }

    #[test]
    fn ipv4_counts_whole_ipv6_by_its_first_64_bits_and_mapped_addresses_as_ipv4() {
        for (address, shown) in [
            ("203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
            ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
            ("::1", "::/64"),
        ] {
            assert_eq!(network(address), shown);
        }
    }

    #[test]
    fn a_range_contains_its_addresses_and_no_others() {
        for (range, inside, outside) in [
            ("10.0.0.0/8", "10.255.1.2", "11.0.0.0"),
            ("10.1.2.3/8", "::ffff:10.0.0.1", "::10.0.0.1"),
            ("192.0.2.7", "192.0.2.7", "192.0.2.8"),
            ("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"),
            ("0.0.0.0/0", "255.255.255.255", "::1"),
            (" ::/0 ", "2001:db8::1", "1.2.3.4"),
        ] {
            let read: Range = range.parse().unwrap();
            assert!(read.contains(inside.parse().unwrap()), "{range} {inside}");
            assert!(!read.contains(outside.parse().unwrap()), "{range} {outside}");
        }
        for wrong in ["", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/x", "example.com"] {
            assert_eq!(wrong.parse::<Range>(), Err(NotARange), "{wrong}");
        }
    }
}
