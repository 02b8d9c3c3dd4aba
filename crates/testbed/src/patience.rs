//! Waiting for what must come: long enough for a machine that is busy with other things, and no longer than needed.

use std::{
    thread,
    time::{Duration, Instant},
};

/// How long a test waits for what must come; only one that fails anyway waits so long.
pub const PATIENCE: Duration = Duration::from_mins(2);
/// How long it waits from look to look.
const BETWEEN: Duration = Duration::from_millis(20);

/// Looks again and again, until it is so. Whether it became so within [`PATIENCE`].
#[expect(clippy::disallowed_methods, reason = "what other processes do takes real time")]
pub fn becomes(mut is_so: impl FnMut() -> bool) -> bool {
    let begun = Instant::now();
    loop {
        if is_so() {
            return true;
        }
        if begun.elapsed() > PATIENCE {
            return false;
        }
        thread::sleep(BETWEEN);
    }
}
