//! The promises at the door, one by one: the real binary with a relay that follows a script, on both engines.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod addresses;
mod api;
mod api_examples;
mod api_limits;
mod api_once;
mod api_schema;
mod bounces;
mod commits;
mod courier;
mod crash;
mod database_away;
mod declining;
mod delivery;
mod door;
mod erase;
mod flight;
mod following;
mod forecasting;
mod fuses;
mod going_live;
mod holding;
mod http;
mod kills;
mod letters;
mod library;
mod licenses;
mod limits;
mod lmtp;
mod mail;
mod messages;
mod metrics;
mod pace;
mod portal;
mod profile;
mod registry;
mod renewals;
mod restored;
mod scale;
mod services;
mod setup;
mod sign_in;
mod theft;
mod truth;
mod wizard;
