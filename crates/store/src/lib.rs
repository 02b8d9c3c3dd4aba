//! Remembers: SQLite and PostgreSQL behind one narrow seam ([`db`]); all SQL of Tenure lives in this crate.
//!
//! One file for each family of tables; functions are named by intent. What needs a secret opened or sealed takes the [`Vault`].

pub mod address_change;
pub mod attempt;
pub mod calendar;
mod columns;
pub mod copy;
pub mod db;
pub mod epoch;
pub mod erasure;
pub mod event;
pub mod gauge;
pub mod hold;
pub mod holder;
pub mod kept_answer;
pub mod letter;
pub mod library;
pub mod license;
pub mod merge;
pub mod notice;
pub mod pass;
pub mod passkey;
pub mod probe;
pub mod report;
pub mod session;
pub mod sign_in;
pub mod suppression;
pub mod token;
pub mod tries;
mod vault;

pub use db::{Engine, Fault, Store, Tx};
pub use vault::Vault;
