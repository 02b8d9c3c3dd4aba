//! Speaks: facts become words, words become mail, mail is carried to a relay; and reads what comes back.

pub mod bounce;
pub mod carrier;
pub mod dkim;
pub mod dns;
pub mod letter;
pub mod lmtp;
pub mod mime;
pub mod published;
pub mod verp;
