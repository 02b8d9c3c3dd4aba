//! Actions that have no door of their own yet, or whose door cannot show all they promise: called as a door calls them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shop;
