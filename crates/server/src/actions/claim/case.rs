//! A case: a claimed notice with all that its guard and its letter ask for, read once.

use tenure_domain::{
    Holder, Kind, License, Notice,
    event::HolderStanding,
    guard::{self, Standing, Verdict},
    notice::Cancel,
};
use tenure_store::{Fault, Tx, holder, license, notice::Claimed};

use super::{
    super::{Held, holder_standing, standing, suppress, tell_address},
    Clerk,
};

/// A claimed notice and what is known of it.
pub(super) struct Case {
    pub(super) claimed: Claimed,
    /// Its license, and its holder with the address that the letter goes to.
    pub(super) held: Held,
    is_suppressed: bool,
    is_undone: bool,
}

impl Case {
    /// What the letter is written from.
    pub(super) fn into_told(self) -> (Held, Notice) {
        (self.held, self.claimed.notice)
    }
}

/// A holder, and whether the address takes no mail.
#[derive(Clone)]
struct Known {
    holder: Holder,
    is_suppressed: bool,
}

impl Clerk<'_> {
    /// What is known of each; the holder whom they share is read once.
    pub(super) fn read(&self, tx: &mut Tx, group: Vec<Claimed>) -> Result<Vec<Case>, Fault> {
        let mut known: Option<Known> = None;
        let mut cases = Vec::with_capacity(group.len());
        for claimed in group {
            let license = self.find_license(tx, &claimed.notice)?;
            if known.as_ref().map(|known| known.holder.id) != license.holder {
                known = self.find_known(tx, &license)?;
            }
            cases.push(self.case(tx, claimed, license, known.clone())?);
        }
        Ok(cases)
    }

    fn find_license(&self, tx: &mut Tx, notice: &Notice) -> Result<License, Fault> {
        let found = license::find(tx, &self.desk.keys.vault, notice.key.license)?;
        found.ok_or_else(|| Fault::data("a notice", "its license is gone"))
    }

    fn find_known(&self, tx: &mut Tx, license: &License) -> Result<Option<Known>, Fault> {
        let found = license.holder.map(|id| holder::find(tx, &self.desk.keys.vault, id)).transpose()?;
        found.flatten().map(|holder| self.know(tx, holder)).transpose()
    }

    fn know(&self, tx: &mut Tx, holder: Holder) -> Result<Known, Fault> {
        let is_suppressed = suppress::find(tx, self.desk, &holder.address)?.is_some();
        Ok(Known { holder, is_suppressed })
    }

    fn case(
        &self,
        tx: &mut Tx,
        claimed: Claimed,
        license: License,
        known: Option<Known>,
    ) -> Result<Case, Fault> {
        let told = tell_address::find(tx, self.desk, &claimed.notice, self.now)?;
        let is_undone = told.as_ref().is_some_and(|told| told.is_over);
        // A letter about a changed address may go to the one that was left.
        let known = match (known, told) {
            (Some(known), Some(told)) => Some(self.know(tx, Holder { address: told.to, ..known.holder })?),
            (known, _) => known,
        };
        let is_suppressed = known.as_ref().is_some_and(|known| known.is_suppressed);
        let held = Held { license, holder: known.map(|known| known.holder) };
        Ok(Case { claimed, held, is_suppressed, is_undone })
    }

    /// Whether the notice may be sent, and if not, what becomes of it.
    pub(super) fn judge(&self, tx: &mut Tx, case: &Case) -> Result<Verdict, Fault> {
        let (held, notice) = (&case.held, &case.claimed.notice);
        if held.holder.is_none() {
            return Ok(Verdict::Cancel(Cancel::NoAddress));
        }
        let depends_on_holder = matches!(notice.key.kind, Kind::MobileOffer | Kind::AccountInvitation);
        let beside = if depends_on_holder {
            holder_standing(tx, self.desk, held, self.now)?
        } else {
            HolderStanding::default()
        };
        let standing = Standing {
            is_suppressed: case.is_suppressed,
            is_undone: case.is_undone,
            ..standing(self.desk, held, notice, beside, &self.in_force)
        };
        Ok(guard::verdict(notice, &standing, self.now))
    }
}
