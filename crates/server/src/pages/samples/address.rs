//! Samples of the pages about a changed address.

use super::at;
use crate::pages::view::{AddressConfirm, AddressPart, AddressUndo, ChangedAddress, PendingAddress};

/// A change that waits, after one that can still be undone; or a mistake.
pub(in crate::pages) fn part(is_fresh: bool) -> AddressPart {
    if !is_fresh {
        return AddressPart { typed: "zofia@".to_owned(), ..AddressPart::default() };
    }
    AddressPart {
        typed: String::new(),
        sent: true,
        pending: Some(PendingAddress {
            new: "z.wisniewska@example.org".to_owned(),
            until: at("12-02T10:00"),
        }),
        changed: Some(ChangedAddress { old: "zosia@example.com".to_owned(), until: at("12-03T10:00") }),
    }
}

/// The pages of the links in letters about a changed address.
pub(in crate::pages) fn confirm() -> AddressConfirm {
    AddressConfirm {
        action: "/address/0123456789abcdef".to_owned(),
        old: "zofia@example.com".to_owned(),
        new: "z.wisniewska@example.org".to_owned(),
    }
}

pub(in crate::pages) fn undo() -> AddressUndo {
    AddressUndo {
        action: "/address/undo/chg_1/mark".to_owned(),
        old: "zofia@example.com".to_owned(),
        now_at: "z…@example.org".to_owned(),
        until: Some(at("12-04T10:00")),
    }
}
