//! Each family of tables keeps what it promises, on both engines.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod addresses;
mod copying;
mod gauges;
mod holders;
mod letters;
mod licenses;
mod memory;
mod notices;
mod passkeys;
mod reports;
mod samples;
mod shops;
mod tries;
