//! Decides: what a license is, what its holder is owed, and whether it is still true.
//!
//! Everything here is pure. There is no I/O, no `async`, no clock and no randomness:
//! `now` and ids are arguments. The heart is [`owed::owed`].

pub mod address;
pub mod address_change;
pub mod circuit;
pub mod color;
pub mod epoch;
pub mod erasure;
pub mod event;
pub mod file;
pub mod fuse;
pub mod gathering;
pub mod guard;
pub mod hold;
pub mod holder;
pub mod ids;
pub mod kind;
pub mod license;
pub mod limit;
pub mod network;
pub mod notice;
pub mod outcome;
pub mod owed;
pub mod pace;
pub mod place;
pub mod product;
pub mod refusal;
pub mod renewal;
pub mod report;
pub mod retry;
pub mod route;
pub mod schedule;
pub mod serial;
pub mod theft;
pub mod token;
pub mod word;

pub use address::Address;
pub use address_change::AddressChange;
pub use color::Color;
pub use event::{Event, Happening, HolderStanding, Service};
pub use hold::Hold;
pub use holder::{Holder, Profile};
pub use ids::{
    ChangeId, ErasureId, EventId, HolderId, LetterId, LicenseId, NoticeId, PasskeyId, SessionId, TokenId,
};
pub use kind::{Kind, Lane, Step};
pub use license::{Block, BlockReason, License, Offer, Status, Succession, Term};
pub use limit::{Caller, Limits, Scope};
pub use network::Network;
pub use notice::{Key, Notice, State};
pub use outcome::Outcome;
pub use place::{Language, Zone};
pub use product::{Product, Products, Segment};
pub use refusal::Refusal;
pub use retry::Patience;
pub use schedule::{InForce, Schedule};
pub use serial::Serial;
pub use token::Token;
