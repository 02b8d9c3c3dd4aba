//! The letters that are no notices: a link to sign in, and the question to a new address. Nobody is owed them; each is
//! written for one wish and carried at once.

use std::sync::Arc;

use anyhow::Context as _;
use jiff::Timestamp;
use tenure_domain::{Address, Holder, LetterId, address_change::CONFIRM_HOURS};
use tenure_post::{
    carrier::Parcel,
    letter::{AddressConfirm, SignIn, Words, render_address_confirm, render_sign_in},
    mime::{Mailbox, Message},
};

use super::{
    Desk, facts,
    sign_in::{LINK_MINUTES, Secrets},
};

/// The letter with a link and a code to sign in.
pub fn sign_in(desk: &Desk, holder: &Holder, secrets: &Secrets, now: Timestamp) -> anyhow::Result<Parcel> {
    let wording = desk
        .wordings
        .choose_sign_in(&desk.language_of(holder), &desk.settings.vendor.language)
        .context("there is no text for a link to sign in")?;
    let told = SignIn {
        vendor: facts::vendor(desk),
        link: page(desk, &format!("/my/sign-in/{}", secrets.token)),
        code: secrets.code.clone(),
        valid_minutes: LINK_MINUTES,
    };
    let words = render_sign_in(&told, wording)?;
    Ok(parcel(desk, holder, &holder.address, "sign-in", words, now))
}

/// The letter that asks a new address for its confirmation, in the language of the holder who named it.
pub fn address_confirm(
    desk: &Desk,
    holder: &Holder,
    to: &Address,
    token: &str,
    now: Timestamp,
) -> anyhow::Result<Parcel> {
    let wording = desk
        .wordings
        .choose_address_confirm(&desk.language_of(holder), &desk.settings.vendor.language)
        .context("there is no text that asks for the confirmation of an address")?;
    let told = AddressConfirm {
        vendor: facts::vendor(desk),
        link: page(desk, &format!("/address/{token}")),
        valid_hours: CONFIRM_HOURS,
    };
    let words = render_address_confirm(&told, wording)?;
    Ok(parcel(desk, holder, to, "address-confirm", words, now))
}

fn page(desk: &Desk, path: &str) -> String {
    format!("{}{path}", desk.settings.web.base_url.trim_end_matches('/'))
}

/// `kind` is what `X-Tenure-Kind` says of it.
fn parcel(desk: &Desk, holder: &Holder, to: &Address, kind: &str, words: Words, now: Timestamp) -> Parcel {
    let id = LetterId::from_bits(desk.ids.bits(now));
    let from = &desk.settings.mail.from;
    let message = Message {
        from: Mailbox::named(&desk.settings.vendor.name, from),
        to: Mailbox::bare(to.as_written()),
        subject: words.subject,
        message_id: format!("{id}@{}", from.rsplit('@').next().unwrap_or("localhost")),
        date: now.to_zoned(desk.zone_of(Some(holder)).as_jiff().clone()),
        language: words.language,
        kind: kind.to_owned(),
        step: String::new(),
        licenses: Vec::new(),
        list_unsubscribe: None,
        attachments: Vec::new(),
        text: words.text,
        html: words.html,
    };
    Parcel {
        from: desk.return_path(id),
        to: to.as_written().to_owned(),
        bytes: Arc::from(desk.signed(message.to_bytes(), now)),
        name: id.to_string(),
        attempt: 1,
        at: now,
    }
}
