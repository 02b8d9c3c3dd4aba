//! Decline what can be declined (rule 14): one click in a letter, or a choice in the portal.

use aws_lc_rs::hmac;
use data_encoding::BASE64URL_NOPAD;
use tenure_domain::{Holder, HolderId, Kind, Refusal, Step};
use tenure_store::{Tx, holder};

use super::{Desk, Fail};

/// A link that declines a kind for a holder; nobody else can make one.
pub(super) fn decline_link(desk: &Desk, holder: HolderId, kind: Kind) -> String {
    let base = desk.settings.web.base_url.trim_end_matches('/');
    format!("{base}/decline/{holder}/{kind}/{}", mark(desk, holder, kind))
}

fn mark(desk: &Desk, holder: HolderId, kind: Kind) -> String {
    let signed = hmac::sign(&desk.keys.link, format!("decline\0{holder}\0{kind}").as_bytes());
    BASE64URL_NOPAD.encode(&signed.as_ref()[..16])
}

/// Whose letters of which kind a link declines, if we made it.
pub fn read_link(desk: &Desk, holder: &str, kind: &str, given: &str) -> Option<(HolderId, Kind)> {
    let (holder, kind): (HolderId, Kind) = (holder.parse().ok()?, kind.parse().ok()?);
    let is_ours = aws_lc_rs::constant_time::verify_slices_are_equal(
        given.as_bytes(),
        mark(desk, holder, kind).as_bytes(),
    )
    .is_ok();
    is_ours.then_some((holder, kind))
}

/// Declines a kind, or takes it again. The e-mail stops; the portal copy stays.
pub fn decline(tx: &mut Tx, desk: &Desk, id: HolderId, kind: Kind, declines: bool) -> Result<Holder, Fail> {
    if !kind.can_be_declined(Step::AtOnce) && !kind.can_be_declined(Step::Days(1)) {
        return Err(Refusal::Invalid {
            field: "kind",
            words: format!("{kind} is a duty and cannot be declined"),
        }
        .into());
    }
    let found = holder::find(tx, &desk.keys.vault, id)?;
    let mut holder = found.ok_or_else(|| Refusal::NotFound { what: "holder", name: id.to_string() })?;
    let changed = if declines { holder.declined.insert(kind) } else { holder.declined.remove(&kind) };
    if changed {
        holder::save(tx, &holder)?;
    }
    Ok(holder)
}
