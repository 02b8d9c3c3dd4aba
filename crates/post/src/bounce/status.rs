//! Status codes (RFC 3463), as fields and sentences have them.

/// A status: class, subject, detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Status(pub(super) u16, u16, u16);

impl Status {
    /// The first one in a text: `5.1.1`, `(#5.1.1)`, `550-5.1.1`. No version or network address is taken for one.
    pub(super) fn find(text: &str) -> Option<Self> {
        text.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
            let mut numbers = word
                .trim_matches('.')
                .split('.')
                .map(|number| (1..=3).contains(&number.len()).then(|| number.parse::<u16>().ok()).flatten());
            let found = Self(numbers.next()??, numbers.next()??, numbers.next()??);
            let is_status = numbers.next().is_none() && matches!(found.0, 2 | 4 | 5) && found.1 <= 7;
            is_status.then_some(found)
        })
    }

    /// Whether it says no more than its class.
    pub(super) const fn is_vague(self) -> bool {
        self.1 == 0
    }

    /// Whether the address takes no mail at all: no such mailbox, domain or syntax, moved away, a domain without mail
    /// (RFC 7505), or switched off.
    pub(super) const fn is_of_address(self) -> bool {
        matches!(self, Self(5, 1, 1 | 2 | 3 | 6 | 10) | Self(5, 2, 1))
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// The class of the first reply of SMTP in a text: 4 or 5.
pub(super) fn reply_class(text: &str) -> Option<u16> {
    let codes = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').filter(|word| word.len() == 3);
    let found = codes.filter_map(|word| word.parse::<u16>().ok());
    found
        .filter(|code| matches!(code, 421 | 450..=459 | 500..=504 | 521 | 530..=535 | 541 | 550..=559))
        .map(|code| code / 100)
        .next()
}

/// Whether words say that there is no such mailbox.
pub(super) fn says_no_address(text: &str) -> bool {
    const SAID: [&str; 12] = [
        "user unknown",
        "unknown user",
        "no such user",
        "no such mailbox",
        "no such recipient",
        "unknown recipient",
        "recipient unknown",
        "mailbox not found",
        "no mailbox here by that name",
        "address does not exist",
        "account does not exist",
        "user doesn't exist",
    ];
    let text = text.to_lowercase();
    SAID.iter().any(|said| text.contains(said))
}
