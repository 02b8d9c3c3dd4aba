//! The return path of a letter (VERP): each letter has an address of its own for bounces, so that a bounce names its
//! letter whatever the bouncing machine writes into it.
//!
//! `bounces@vendor.example` becomes `bounces+TOKEN@vendor.example`. The token is the letter's id and a tag over it, so
//! that nobody can make bounces up. It is told apart without regard to case: some machines change it.

use aws_lc_rs::hmac;
use data_encoding::BASE32_NOPAD;
use tenure_domain::LetterId;

/// Octets of an id.
const ID: usize = 16;

/// Octets of the tag: 80 bits, and a guess costs a mail.
const TAG: usize = 10;

/// The address to which bounces of a letter go; none when `return_path` is no address.
pub fn address(return_path: &str, key: &hmac::Key, letter: LetterId) -> Option<String> {
    let (local, domain) = return_path.rsplit_once('@')?;
    let id = letter.bits().to_be_bytes();
    let token = BASE32_NOPAD.encode(&[&id[..], &tag(key, &id)].concat()).to_lowercase();
    Some(format!("{local}+{token}@{domain}"))
}

/// The letter that a bounce to this address is about; none when the address is not one of [`address`]'s.
pub fn read(recipient: &str, key: &hmac::Key) -> Option<LetterId> {
    let (local, _) = recipient.trim().trim_matches(['<', '>']).rsplit_once('@')?;
    let (_, token) = local.rsplit_once('+')?;
    let octets = BASE32_NOPAD.decode(token.to_uppercase().as_bytes()).ok()?;
    let (id, given) = octets.split_at_checked(ID)?;
    let id: [u8; ID] = id.try_into().ok()?;
    aws_lc_rs::constant_time::verify_slices_are_equal(given, &tag(key, &id)).ok()?;
    Some(LetterId::from_bits(u128::from_be_bytes(id)))
}

fn tag(key: &hmac::Key, id: &[u8]) -> Vec<u8> {
    let tag = hmac::sign(key, &[b"return path\0", id].concat());
    tag.as_ref()[..TAG].to_vec()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn key(octet: u8) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &[octet; 32])
    }

    #[test]
    fn a_bounce_names_its_letter() {
        let letter = LetterId::from_bits(0x0193_5b1e_7c00_7000_8000_0000_0000_0001);
        let address = address("bounces@vendor.example", &key(1), letter).unwrap();
        assert!(address.starts_with("bounces+") && address.ends_with("@vendor.example"), "{address}");
        assert!(address.split('@').next().unwrap().len() <= 64, "{address}");
        for seen in [address.clone(), address.to_uppercase(), format!("<{address}>")] {
            assert_eq!(read(&seen, &key(1)), Some(letter), "{seen}");
        }
    }

    #[test]
    fn nobody_can_make_up_a_bounce() {
        let letter = LetterId::from_bits(1);
        let address = address("bounces@vendor.example", &key(1), letter).unwrap();
        assert_eq!(read(&address, &key(2)), None);
        let other = address.replacen("+a", "+b", 1);
        assert!(other != address && read(&other, &key(1)).is_none());
        for no in
            ["", "bounces@vendor.example", "bounces+@vendor.example", "bounces+aaaa@vendor.example", "+é@x"]
        {
            assert_eq!(read(no, &key(1)), None, "{no}");
        }
        assert_eq!(super::address("no address", &key(1), letter), None);
    }
}
