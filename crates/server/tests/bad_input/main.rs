//! Bad input at each file of the door: the error says where and what would be right, and nothing is half-written.

mod desk;
mod import;
mod products;
mod schedule;
mod settings;
