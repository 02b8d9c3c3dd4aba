//! Envelope and body as they go over the wire, and what a relay has to offer for them.

use smtp_proto::{
    AUTH_LOGIN, AUTH_PLAIN, AUTH_XOAUTH2, EXT_8BIT_MIME, EXT_PIPELINING, EXT_SMTP_UTF8, EXT_START_TLS,
    EhloResponse,
};
use tenure_domain::outcome::{Delay, Outcome, Refused};

use super::reply::Reply;
use crate::carrier::{
    Parcel,
    address::{needs_utf8, to_wire},
    later, never,
};

/// What ends a message.
pub(super) const FINAL_DOT: &[u8] = b".\r\n";

/// What a relay offers in its answer to EHLO.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Offers {
    extensions: u32,
    mechanisms: u64,
    size: usize,
}

impl Offers {
    /// Reads the answer line by line, so that an odd one does not hide the others.
    pub(super) fn read(reply: &Reply) -> Self {
        let mut offers = Self::default();
        for line in reply.words.lines().skip(1).filter_map(|line| line.get(4..)) {
            let alone = format!("250-relay\r\n250 {line}\r\n");
            if let Ok(read) = EhloResponse::parse(&mut alone.as_bytes().iter()) {
                offers.extensions |= read.capabilities;
                offers.mechanisms |= read.auth_mechanisms;
                offers.size = offers.size.max(read.size);
            }
        }
        offers
    }

    pub(super) fn pipelining(self) -> bool {
        self.extensions & EXT_PIPELINING != 0
    }

    pub(super) fn start_tls(self) -> bool {
        self.extensions & EXT_START_TLS != 0
    }

    pub(super) fn auth_plain(self) -> bool {
        self.mechanisms & AUTH_PLAIN != 0
    }

    pub(super) fn auth_login(self) -> bool {
        self.mechanisms & AUTH_LOGIN != 0
    }

    pub(super) fn auth_xoauth2(self) -> bool {
        self.mechanisms & AUTH_XOAUTH2 != 0
    }

    fn eight_bit(self) -> bool {
        self.extensions & EXT_8BIT_MIME != 0
    }

    fn utf8(self) -> bool {
        self.extensions & EXT_SMTP_UTF8 != 0
    }

    fn sized(self) -> bool {
        self.extensions & smtp_proto::EXT_SIZE != 0
    }
}

/// Sender, recipient and body, ready for the wire.
#[derive(Debug)]
pub(super) struct Envelope {
    from: String,
    to: String,
    eight_bit: bool,
    /// The message with its dots stuffed, and the final dot.
    pub(super) body: Vec<u8>,
}

impl Envelope {
    /// The error is the outcome: an address that is none is never carried anywhere.
    pub(super) fn of(parcel: &Parcel) -> Result<Self, Outcome> {
        let from = if parcel.from.is_empty() { Some(String::new()) } else { to_wire(&parcel.from) };
        let from =
            from.ok_or_else(|| later(Delay::OurSetup, "the sender's address (mail.from) is no address"))?;
        let no_address = || never(Refused::Address, "the recipient's address is no address");
        let to = to_wire(&parcel.to).ok_or_else(no_address)?;
        Ok(Self { from, to, eight_bit: !parcel.bytes.is_ascii(), body: stuffed(&parcel.bytes) })
    }

    /// Whether this relay can carry it at all; the error is the outcome.
    pub(super) fn suits(&self, offers: Offers) -> Result<(), Outcome> {
        if !offers.utf8() && needs_utf8(&self.from) {
            let words = "the sender's address needs SMTPUTF8, which the relay does not offer";
            return Err(later(Delay::OurSetup, words));
        }
        if !offers.utf8() && needs_utf8(&self.to) {
            let words = "the address has letters before its @ that only a relay with SMTPUTF8 can carry";
            return Err(never(Refused::Address, words));
        }
        if offers.size != 0 && self.body.len() > offers.size {
            let words = format!("{} bytes are more than the relay takes ({})", self.body.len(), offers.size);
            return Err(never(Refused::Message, words));
        }
        if self.eight_bit && !offers.eight_bit() {
            return Err(never(Refused::Message, "the message has 8-bit text, which the relay does not take"));
        }
        Ok(())
    }

    /// All that is said before the body, in one piece.
    pub(super) fn whole(&self, offers: Offers) -> String {
        [self.mail(offers), self.rcpt(), "DATA\r\n".to_owned()].concat()
    }

    /// `MAIL FROM`, with the parameters that the relay understands (RFC 1870, 6152, 6531).
    pub(super) fn mail(&self, offers: Offers) -> String {
        let size = if offers.sized() { format!(" SIZE={}", self.body.len()) } else { String::new() };
        let body = if self.eight_bit { " BODY=8BITMIME" } else { "" };
        let utf8 = if needs_utf8(&self.from) || needs_utf8(&self.to) { " SMTPUTF8" } else { "" };
        format!("MAIL FROM:<{}>{size}{body}{utf8}\r\n", self.from)
    }

    /// `RCPT TO`.
    pub(super) fn rcpt(&self) -> String {
        format!("RCPT TO:<{}>\r\n", self.to)
    }
}

/// The message as it follows DATA: a dot at the start of a line is doubled (RFC 5321, 4.5.2), and the final dot ends
/// it. Every line break becomes CRLF: what one server takes for the end of a message and another does not can
/// smuggle in a second one.
fn stuffed(message: &[u8]) -> Vec<u8> {
    let mut wire = Vec::with_capacity(message.len() + message.len() / 64 + 8);
    let mut bytes = message.iter().peekable();
    while let Some(&byte) = bytes.next() {
        match byte {
            b'\r' => {
                bytes.next_if(|&&next| next == b'\n');
                wire.extend_from_slice(b"\r\n");
            }
            b'\n' => wire.extend_from_slice(b"\r\n"),
            b'.' if is_line_start(&wire) => wire.extend_from_slice(b".."),
            _ => wire.push(byte),
        }
    }
    if !is_line_start(&wire) {
        wire.extend_from_slice(b"\r\n");
    }
    wire.extend_from_slice(FINAL_DOT);
    wire
}

fn is_line_start(wire: &[u8]) -> bool {
    wire.last().is_none_or(|&byte| byte == b'\n')
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn dots_are_stuffed_and_every_line_break_is_one() {
        for (message, wire) in [
            ("", ".\r\n"),
            ("a", "a\r\n.\r\n"),
            (".\r\n", "..\r\n.\r\n"),
            (".a\r\n.b.", "..a\r\n..b.\r\n.\r\n"),
            ("a\n.\nQUIT\n", "a\r\n..\r\nQUIT\r\n.\r\n"),
            ("a\r.\rb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r\n\r\n", "a\r\n\r\n.\r\n"),
        ] {
            assert_eq!(String::from_utf8(stuffed(message.as_bytes())).unwrap(), wire, "{message:?}");
        }
    }

    #[test]
    fn an_odd_line_hides_no_other() {
        let words = "250-relay\n250-SIZE lots\n250-X-ODD =;\n250-AUTH PLAIN LOGIN XOAUTH2\n250-pipelining\n250 STARTTLS";
        let offers = Offers::read(&Reply { code: 250, enhanced: [0; 3], words: words.to_owned() });
        assert!(offers.pipelining() && offers.start_tls() && offers.auth_plain() && offers.auth_login());
        assert!(offers.auth_xoauth2() && !offers.utf8() && !offers.eight_bit());
    }
}
