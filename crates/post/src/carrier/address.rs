//! Addresses as they go over the wire.

/// The address with its domain as an A-label (RFC 5890), fit for `MAIL FROM`, `RCPT TO` and the headers; none when
/// it is no address. The local part stays as it is, also in another script.
pub fn to_wire(address: &str) -> Option<String> {
    let (local, domain) = address.trim().rsplit_once('@')?;
    if !is_local_part(local) || domain.is_empty() {
        return None;
    }
    let on_the_wire = idna::domain_to_ascii_strict(domain).ok()?;
    // Sent to as first written: a domain that needs no translation keeps its capitals.
    let on_the_wire = if domain.is_ascii() { domain } else { &on_the_wire };
    Some(format!("{local}@{on_the_wire}"))
}

/// Whether only SMTPUTF8 (RFC 6531) can carry the address.
pub(crate) fn needs_utf8(address: &str) -> bool {
    !address.is_ascii()
}

/// A dot-atom or a quoted string, in ASCII or any other script (RFC 5321 4.1.2, RFC 6531 3.3).
fn is_local_part(local: &str) -> bool {
    match local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) => !quoted.chars().any(|c| c.is_control() || matches!(c, '"' | '\\')),
        None => !local.is_empty() && !local.chars().any(is_special),
    }
}

fn is_special(c: char) -> bool {
    c.is_control() || c.is_whitespace() || "<>()[]\\,;:@\"".contains(c)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_domain_in_another_script_becomes_its_a_label() {
        assert_eq!(to_wire("jan@żółw.pl").unwrap(), "jan@xn--w-uga1v8h.pl");
        assert_eq!(to_wire(" Jan.Kowalski+x@Example.ORG ").unwrap(), "Jan.Kowalski+x@Example.ORG");
        assert!(needs_utf8(&to_wire("józef@example.org").unwrap()));
        assert!(!needs_utf8(&to_wire("jozef@żółw.pl").unwrap()));
    }

    #[test]
    fn what_could_begin_another_command_is_no_address() {
        for hostile in
            ["a>\r\nRCPT TO:<b@c.pl", "a\r\n@b.pl", "a b@c.pl", "a@b.pl>", "@b.pl", "a@", "a", "a@b c.pl"]
        {
            assert_eq!(to_wire(hostile), None, "{hostile:?}");
        }
        assert_eq!(to_wire("\"a b\"@c.pl").unwrap(), "\"a b\"@c.pl");
    }
}
