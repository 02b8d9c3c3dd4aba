//! What the tests stand on: a database of one's own on a real PostgreSQL, and an SMTP server that follows a script.
//!
//! Used by tests only; nothing of it is in the binary.

pub mod cluster;
pub mod disk;
pub mod dns;
pub mod engines;
pub mod patience;
pub mod postgres;
pub mod refusing;
pub mod smtp;
mod smtp_line;
mod smtp_script;
mod smtp_session;
