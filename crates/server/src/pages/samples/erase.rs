//! Samples of the pages about erasing one's data.

use super::{at, day, visitor};
use crate::pages::view::{Erase, Erased, ErasedLicense, Problem};

/// As it opens, with more licenses than are shown.
pub(in crate::pages) fn erase() -> Erase {
    let license = |number: u32, product: &str, end: &str| ErasedLicense {
        id: format!("lic_{number}"),
        product: product.to_owned(),
        serial: format!("****-****-****-{end}"),
        expires_on: day("2027-03-31"),
    };
    Erase {
        visitor: visitor(),
        licenses: vec![license(1, "Security Space", "7QX2"), license(2, "Mobile Security", "PQRS")],
        more: 5,
        numbered: true,
        unregistered: true,
        hindrance: None,
        from: None,
        minutes: 15,
        email: String::new(),
        problem: None,
    }
}

/// With another address.
pub(in crate::pages) fn again() -> Erase {
    Erase { email: "anna@example.com".to_owned(), problem: Some(Problem::OtherAddress), ..erase() }
}

/// Of somebody who signed in long ago, and has no license that works.
pub(in crate::pages) fn stale() -> Erase {
    Erase {
        licenses: Vec::new(),
        more: 0,
        numbered: false,
        unregistered: false,
        hindrance: Some(Problem::SignInAgain),
        ..erase()
    }
}

/// While a change of address can be undone.
pub(in crate::pages) fn not_yet() -> Erase {
    Erase { more: 0, hindrance: Some(Problem::AddressJustChanged), from: Some(at("12-04T10:00")), ..erase() }
}

/// That it is done.
pub(in crate::pages) fn erased() -> Erased {
    Erased { id: "ers_06jf7r3w9cq2k".to_owned(), at: at("12-01T10:00"), licenses: 2 }
}
