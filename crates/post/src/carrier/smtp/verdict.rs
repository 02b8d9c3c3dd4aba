//! What a relay's refusal means for the letter.

use tenure_domain::outcome::{Delay, Outcome, Refused};

use super::{reply::Reply, wire::Broken};
use crate::carrier::{later, never};

/// Where in the conversation a reply came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Before any letter: greeting, EHLO, STARTTLS, AUTH.
    Opening,
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Rcpt,
    /// `DATA`.
    Data,
    /// The final dot.
    Dot,
}

/// What a reply of 4xx or 5xx at this stage means.
pub(super) fn refusal(stage: Stage, reply: &Reply) -> Outcome {
    let words = reply.words.clone();
    if reply.is_transient() {
        // Before any letter it is our relay that is busy; after that it speaks for the recipient's side.
        return later(if stage == Stage::Opening { Delay::Unreachable } else { Delay::Refused }, words);
    }
    match stage {
        _ if is_our_setup(stage, reply) => later(Delay::OurSetup, words),
        Stage::Rcpt if is_full(reply) => later(Delay::Refused, words),
        Stage::Rcpt if is_address(reply) => never(Refused::Address, words),
        _ => never(Refused::Message, words),
    }
}

/// What the reply to the final dot means; anything but a verdict leaves the letter in the unknown.
pub(super) fn of_dot(reply: &Reply) -> Outcome {
    if reply.is_positive() {
        Outcome::Accepted { reply: reply.words.clone() }
    } else if reply.is_transient() || reply.is_permanent() {
        refusal(Stage::Dot, reply)
    } else {
        unknown(&Broken::Garbled(format!("`{}` answers no final dot", reply.words)))
    }
}

/// The final dot was on its way, and its answer was lost.
pub(super) fn unknown(broken: &Broken) -> Outcome {
    Outcome::Unknown { detail: format!("after the final dot: {broken}") }
}

/// The line broke in the middle of a letter: if that is the letter's doing, its patience ends one day.
pub(super) fn broken_off(broken: &Broken) -> Outcome {
    later(Delay::Refused, broken.to_string())
}

/// No conversation came about, and no letter is to blame.
pub(super) fn unreachable(broken: &Broken) -> Outcome {
    later(Delay::Unreachable, broken.to_string())
}

/// Whether we ourselves are refused: before any letter whatever is refused; else who we are (530, 534, 535, 538:
/// RFC 4954), what we may do (x.7.x: RFC 3463), or the address we send from (x.1.7, x.1.8).
fn is_our_setup(stage: Stage, reply: &Reply) -> bool {
    let by_code = matches!(reply.code, 530 | 534 | 535 | 538);
    let by_enhanced = matches!(reply.enhanced, [5, 7, _] | [5, 1, 7 | 8]);
    stage == Stage::Opening || by_code || by_enhanced
}

/// 552 to a recipient counts as 452 (RFC 5321, 4.5.3.1.10), unless it is the size of the message that is refused.
fn is_full(reply: &Reply) -> bool {
    reply.code == 552 && !matches!(reply.enhanced, [5, 2, 3] | [5, 3, 4])
}

/// Whether the recipient's address is what is refused: x.1.x, a mailbox that is switched off (x.2.1), or, without an
/// enhanced code, one of the replies that RFC 5321 has for mailboxes.
fn is_address(reply: &Reply) -> bool {
    match reply.enhanced {
        [5, 1, _] | [5, 2, 1] => true,
        [0, 0, 0] => matches!(reply.code, 550 | 551 | 553),
        _ => false,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn verdict(stage: Stage, line: &str) -> Outcome {
        let reply = Reply::take(&mut format!("{line}\r\n").into_bytes()).unwrap().unwrap();
        if stage == Stage::Dot { of_dot(&reply) } else { refusal(stage, &reply) }
    }

    #[test]
    fn each_refusal_is_laid_at_the_right_door() {
        use Delay::{OurSetup, Refused as ForNow, Unreachable};
        use Refused::{Address, Message};
        use Stage::{Data, Dot, Mail, Opening, Rcpt};
        let later_ones = [
            (Rcpt, "450 4.2.1 mailbox busy", ForNow),
            (Rcpt, "450 mailbox unavailable", ForNow),
            (Rcpt, "451 4.7.1 greylisted", ForNow),
            (Rcpt, "452 4.2.2 mailbox full", ForNow),
            (Rcpt, "552 mailbox full", ForNow),
            (Rcpt, "552 5.2.2 mailbox full", ForNow),
            (Opening, "421 too many connections", Unreachable),
            (Opening, "454 4.7.0 no sign-in for the moment", Unreachable),
            (Dot, "451 4.3.0 queue file", ForNow),
            (Opening, "554 5.7.1 your address is listed", OurSetup),
            (Opening, "535 5.7.8 wrong password", OurSetup),
            (Opening, "502 no such command", OurSetup),
            (Mail, "530 authentication required", OurSetup),
            (Mail, "538 encryption required", OurSetup),
            (Mail, "550 5.7.1 sender not allowed", OurSetup),
            (Mail, "553 5.1.8 sender domain unknown", OurSetup),
            (Rcpt, "550 5.7.1 relaying denied", OurSetup),
            (Rcpt, "554 5.7.1 relay access denied", OurSetup),
            (Data, "550 5.7.0 no", OurSetup),
            (Dot, "550-5.7.26 unauthenticated\r\n550 5.7.26 mail", OurSetup),
        ];
        for (stage, line, delay) in later_ones {
            assert_eq!(verdict(stage, line), later(delay, line.replace('\r', "")), "{stage:?} {line}");
        }
        let never_ones = [
            (Rcpt, "550 5.1.1 no such user", Address),
            (Rcpt, "550 5.1.10 null MX", Address),
            (Rcpt, "550 5.2.1 switched off", Address),
            (Rcpt, "550 no such user", Address),
            (Rcpt, "553 mailbox name not allowed", Address),
            (Rcpt, "552 5.3.4 too big", Message),
            (Rcpt, "554 5.6.0 no", Message),
            (Rcpt, "554 no", Message),
            (Mail, "552 5.3.4 too big", Message),
            (Mail, "550 no", Message),
            (Data, "554 no", Message),
            (Dot, "552 too big", Message),
            (Dot, "554 5.6.0 content", Message),
            (Dot, "550 no", Message),
        ];
        for (stage, line, refused) in never_ones {
            assert_eq!(verdict(stage, line), never(refused, line), "{stage:?} {line}");
        }
    }

    #[test]
    fn only_a_clear_answer_to_the_final_dot_is_one() {
        assert_eq!(verdict(Stage::Dot, "250 2.0.0 queued").code(), "accepted");
        assert_eq!(verdict(Stage::Dot, "354 go on").code(), "unknown");
    }
}
