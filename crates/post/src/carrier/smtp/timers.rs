//! How long each answer of a relay is waited for.

use std::time::Duration;

/// How long is waited; the defaults are those of RFC 5321, 4.5.3.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timers {
    /// For the connection, and for TLS.
    pub connect: Duration,
    /// For the greeting.
    pub greeting: Duration,
    /// For the answers to EHLO, STARTTLS, AUTH, MAIL and RCPT.
    pub command: Duration,
    /// For the answer to DATA.
    pub data: Duration,
    /// For each block of the message to be taken.
    pub block: Duration,
    /// For the answer to the final dot.
    pub dot: Duration,
    /// For the answers to RSET and QUIT: nothing depends on them.
    pub parting: Duration,
}

impl Default for Timers {
    fn default() -> Self {
        let minutes = |n: u64| Duration::from_secs(60 * n);
        Self {
            connect: Duration::from_secs(30),
            greeting: minutes(5),
            command: minutes(5),
            data: minutes(2),
            block: minutes(3),
            dot: minutes(10),
            parting: Duration::from_secs(10),
        }
    }
}

impl Timers {
    /// The longest that a letter of so many blocks (64 KiB) can take from the last question whether it may go to the
    /// answer to its final dot: MAIL, RCPT and DATA may still have to be said and answered.
    pub fn from_data(&self, blocks: u32) -> Duration {
        self.command * 3 + self.data + self.block * blocks + self.dot
    }
}
