//! Two holders become one: a holder is an address, so whoever has the same one is the same holder (rules 1 and 12).

use tenure_domain::HolderId;

use crate::{
    calendar,
    db::{Fault, Tx, Value, statements},
    holder, params, passkey, session, sign_in,
};

statements! {
    /// Licenses.
    LICENSES = "UPDATE license SET holder = $2 WHERE holder = $1";
    /// What is and was owed.
    NOTICES = "UPDATE notice SET holder = $2 WHERE holder = $1";
    /// What was told.
    LETTERS = "UPDATE letter SET holder = $2 WHERE holder = $1";
    /// What happened.
    EVENTS = "UPDATE event SET holder = $2 WHERE holder = $1";
    /// Changes of address.
    CHANGES = "UPDATE address_change SET holder = $2 WHERE holder = $1";
    /// The pages that only one of them keeps.
    PAGES = "INSERT INTO kept_page (holder, page, kept_at) SELECT CAST($2 AS TEXT), page, kept_at FROM kept_page WHERE holder = $1
        ON CONFLICT (holder, page) DO NOTHING";
    /// Those that both keep.
    FORGET_PAGES = "DELETE FROM kept_page WHERE holder = $1";
}

/// Everything of `one` is `other`'s, and `one` is no more. What signed `one` in signs nobody in.
pub fn merge(tx: &mut Tx, one: HolderId, other: HolderId) -> Result<(), Fault> {
    let both = params![Value::text(one), Value::text(other)];
    for moving in [LICENSES, NOTICES, LETTERS, EVENTS, CHANGES, PAGES] {
        tx.execute(moving, &both)?;
    }
    session::delete_others(tx, one, None)?;
    sign_in::forget_holder(tx, one)?;
    passkey::forget_holder(tx, one)?;
    calendar::delete(tx, one)?;
    tx.execute(FORGET_PAGES, &both[..1])?;
    holder::delete(tx, one)
}
