//! Listens: the command line, the pages and the workers of Tenure. They do not know each other and meet in [`actions`].

pub mod actions;
pub mod api;
pub mod bell;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod distress;
pub mod fail;
pub mod house;
pub mod ids;
pub mod listen;
pub mod lmtp;
pub mod marks;
pub mod metrics;
pub mod pages;
pub mod portal;
pub mod watch;
pub mod web;
pub mod workers;
