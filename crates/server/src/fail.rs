//! Named points at which a test lets this process die, as a power cut would. Only in builds for tests: elsewhere a
//! point is nothing.
//!
//! `TENURE_FAIL=after_dot` dies when the point is passed for the first time, `after_dot:3` at the third time. The
//! points of the courier: `after_claim`, `before_data`, `after_dot`, `before_settle`, `after_settle`; of
//! the planner: `between_portions`.

#[cfg(debug_assertions)]
use std::sync::{
    OnceLock,
    atomic::{AtomicU32, Ordering},
};

/// A point where this process may be asked to die.
#[cfg(debug_assertions)]
pub fn point(name: &str) {
    static ASKED: OnceLock<Option<(String, AtomicU32)>> = OnceLock::new();
    let asked = ASKED.get_or_init(|| {
        let asked = std::env::var("TENURE_FAIL").ok()?;
        let (name, times) = asked.split_once(':').unwrap_or((&asked, "1"));
        Some((name.to_owned(), AtomicU32::new(times.parse().unwrap_or(1))))
    });
    if let Some((asked, left)) = asked
        && asked == name
        && left.fetch_sub(1, Ordering::SeqCst) == 1
    {
        std::process::abort();
    }
}

/// A point where nothing happens.
#[cfg(not(debug_assertions))]
pub const fn point(_name: &str) {}
