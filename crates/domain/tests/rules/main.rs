//! The programme's page as tables: what a license's life owes its holder, rule by rule.
//!
//! [`world`] is a planner and a courier in memory, made of nothing but the domain's own functions.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod catching_up;
mod days;
mod deletion;
mod ended;
mod guard;
mod life;
mod moves;
mod properties;
mod renewal;
mod world;
