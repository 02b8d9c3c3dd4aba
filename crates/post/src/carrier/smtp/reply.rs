//! A relay's reply, and how one is found in what was read.

use smtp_proto::response::parser::{MAX_RESPONSE_LENGTH, ResponseReceiver};

/// The longest line that is read; RFC 5321 allows 512 bytes.
const MAX_LINE: usize = 2048;
/// The most lines that one reply may have.
const MAX_LINES: usize = 100;

/// One reply, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    /// The three digits.
    pub(super) code: u16,
    /// The enhanced status code (RFC 3463), `[0, 0, 0]` when there is none.
    pub(super) enhanced: [u8; 3],
    /// Every line as it came, without the line ends and control characters.
    pub(super) words: String,
}

impl Reply {
    pub(super) fn is_positive(&self) -> bool {
        self.code / 100 == 2
    }

    pub(super) fn is_transient(&self) -> bool {
        self.code / 100 == 4
    }

    pub(super) fn is_permanent(&self) -> bool {
        self.code / 100 == 5
    }

    /// Takes the first whole reply out of `ahead`. None: more has to be read. The error says why this is no reply.
    pub(super) fn take(ahead: &mut Vec<u8>) -> Result<Option<Self>, String> {
        let Some(end) = reply_end(ahead)? else { return Ok(None) };
        let rest = ahead.split_off(end);
        let bytes = std::mem::replace(ahead, rest);
        Self::read(&bytes).map(Some)
    }

    fn read(bytes: &[u8]) -> Result<Self, String> {
        let parsed = ResponseReceiver::default()
            .parse(&mut bytes.iter())
            .map_err(|error| format!("the reply cannot be read ({error:?})"))?;
        Ok(Self { code: parsed.code, enhanced: parsed.esc, words: words(bytes) })
    }
}

/// Where the first whole reply ends; none as long as more has to be read.
fn reply_end(ahead: &[u8]) -> Result<Option<usize>, String> {
    let mut end = 0;
    for (number, line) in ahead.split_inclusive(|&byte| byte == b'\n').enumerate() {
        check_line(line, &ahead[..3.min(ahead.len())])?;
        end += line.len();
        if number == MAX_LINES || end > MAX_RESPONSE_LENGTH {
            return Err("the reply is too long".to_owned());
        }
        if line.ends_with(b"\n") && line[3] != b'-' {
            return Ok(Some(end));
        }
    }
    Ok(None)
}

/// Whether a line, as much of it as is there, belongs to a reply that began with these three digits.
fn check_line(line: &[u8], digits: &[u8]) -> Result<(), String> {
    if line.len() > MAX_LINE {
        return Err("a line of the reply is too long".to_owned());
    }
    if line.len() < 4 && !line.ends_with(b"\n") {
        return Ok(());
    }
    let is_code = matches!(line, [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b'-' | b'\r' | b'\n', ..]);
    if is_code && line.starts_with(digits) {
        return Ok(());
    }
    let shown: String = words(line).chars().take(80).collect();
    Err(format!("`{shown}` is no reply"))
}

fn words(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().map(|line| line.replace(char::is_control, " ").trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn take(text: &str) -> Result<Option<Reply>, String> {
        Reply::take(&mut text.as_bytes().to_vec())
    }

    #[test]
    fn a_reply_is_read_whole_and_what_follows_stays() {
        let mut ahead = b"550-5.1.1 No such\r\n550 5.1.1 user\r\n250 next".to_vec();
        let reply = Reply::take(&mut ahead).unwrap().unwrap();
        assert_eq!((reply.code, reply.enhanced), (550, [5, 1, 1]));
        assert_eq!(reply.words, "550-5.1.1 No such\n550 5.1.1 user");
        assert_eq!(ahead, b"250 next");
        assert_eq!(Reply::take(&mut ahead), Ok(None));
    }

    #[test]
    fn a_code_may_stand_alone() {
        for alone in ["250\r\n", "250 \r\n", "250\n"] {
            let reply = take(alone).unwrap().unwrap();
            assert_eq!((reply.code, reply.enhanced), (250, [0; 3]), "{alone:?}");
        }
    }

    #[test]
    fn long_enhanced_codes_are_read() {
        assert_eq!(take("550 5.7.26 no\r\n").unwrap().unwrap().enhanced, [5, 7, 26]);
    }

    #[test]
    fn a_reply_comes_piece_by_piece() {
        let whole = "250-testbed\r\n250-SIZE 10\r\n250 OK\r\n";
        for end in 0..whole.len() {
            assert_eq!(take(&whole[..end]), Ok(None), "{end}");
        }
        assert!(take(whole).unwrap().is_some());
    }

    #[test]
    fn what_is_no_reply_is_refused() {
        let long_line = format!("250 {}", "x".repeat(1 << 20));
        let endless = "250-on\r\n".repeat(1000);
        let wide = format!("250-{}\r\n", "x".repeat(1000)).repeat(9);
        for wrong in
            ["hello\r\n", "25\r\n", "\r\n", "999 x\r\n", "250-a\r\n550 b\r\n", "2500\r\n", "\0\u{ff}ab\r\n"]
        {
            assert!(take(wrong).is_err(), "{wrong:?}");
        }
        for wrong in [&long_line, &endless, &wide] {
            assert!(take(wrong).is_err());
        }
    }
}
