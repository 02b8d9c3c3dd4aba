//! Changing the address: its part of the profile, and the pages of the links in letters to the new and the old one.

use jiff::Zoned;
use serde::Serialize;

use super::View;

/// What the profile shows of the address.
#[derive(Debug, Clone, Serialize, Default)]
pub struct AddressPart {
    /// What was typed as the new one.
    pub typed: String,
    /// A letter was sent a moment ago.
    pub sent: bool,
    /// What waits for its confirmation.
    pub pending: Option<PendingAddress>,
    /// What can still be undone.
    pub changed: Option<ChangedAddress>,
}

/// An address that waits for its confirmation.
#[derive(Debug, Clone, Serialize)]
pub struct PendingAddress {
    /// The address.
    pub new: String,
    /// Until when its letter can confirm, in the holder's zone.
    pub until: Zoned,
}

/// A change that can still be undone.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedAddress {
    /// The address before.
    pub old: String,
    /// Until when it can be undone, in the holder's zone.
    pub until: Zoned,
}

/// `GET` of the link to confirm, where the holder is signed in: what will happen, and a button.
#[derive(Debug, Clone, Serialize)]
pub struct AddressConfirm {
    /// Where the button posts to.
    pub action: String,
    /// The address that the licenses have.
    pub old: String,
    /// The one that they are to have.
    pub new: String,
}

impl View for AddressConfirm {
    const TEMPLATE: &'static str = "address-confirm";
}

/// The link to confirm was opened where the holder is not signed in.
#[derive(Debug, Clone, Serialize)]
pub struct AddressElsewhere {
    /// Where one signs in, and comes back to the link.
    pub sign_in: String,
}

impl View for AddressElsewhere {
    const TEMPLATE: &'static str = "address-elsewhere";
}

/// The link to confirm is used, given up, too old, or none of ours.
#[derive(Debug, Clone, Serialize)]
pub struct AddressFailed {}

impl View for AddressFailed {
    const TEMPLATE: &'static str = "address-failed";
}

/// The licenses cannot go to this address.
#[derive(Debug, Clone, Serialize)]
pub struct AddressTaken {}

impl View for AddressTaken {
    const TEMPLATE: &'static str = "address-taken";
}

/// The licenses belong to the new address.
#[derive(Debug, Clone, Serialize)]
pub struct AddressDone {
    /// The address before.
    pub old: String,
    /// The address now.
    pub new: String,
}

impl View for AddressDone {
    const TEMPLATE: &'static str = "address-done";
}

/// `GET` of the link to undo: what will happen, and a button.
#[derive(Debug, Clone, Serialize)]
pub struct AddressUndo {
    /// Where the button posts to.
    pub action: String,
    /// The address that the licenses will have again.
    pub old: String,
    /// The one that they have now, masked.
    pub now_at: String,
    /// Until when it can be undone, in the holder's zone; not known before the old address was told.
    pub until: Option<Zoned>,
}

impl View for AddressUndo {
    const TEMPLATE: &'static str = "address-undo";
}

/// The licenses belong to the old address again.
#[derive(Debug, Clone, Serialize)]
pub struct AddressUndone {
    /// That address.
    pub old: String,
}

impl View for AddressUndone {
    const TEMPLATE: &'static str = "address-undone";
}

/// It is too late to undo a change.
#[derive(Debug, Clone, Serialize)]
pub struct AddressOver {}

impl View for AddressOver {
    const TEMPLATE: &'static str = "address-over";
}
