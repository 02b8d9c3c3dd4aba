//! The letter with a link to sign in: no notice, written for each wish and carried at once.

use std::sync::Arc;

use anyhow::Context as _;
use jiff::Timestamp;
use tenure_domain::{Holder, LetterId};
use tenure_post::{
    carrier::Parcel,
    letter::{SignIn, render_sign_in},
    mime::{Mailbox, Message},
};

use super::{Desk, facts, sign_in::LINK_MINUTES};

/// What `X-Tenure-Kind` says of it.
const KIND: &str = "sign-in";

/// Writes the letter for a holder.
pub fn write(desk: &Desk, holder: &Holder, token: &str, now: Timestamp) -> anyhow::Result<Parcel> {
    let wanted = desk.language_of(holder);
    let wording = desk
        .wordings
        .choose_sign_in(&wanted, &desk.settings.vendor.language)
        .context("there is no text for a link to sign in")?;
    let base = desk.settings.web.base_url.trim_end_matches('/');
    let link = format!("{base}/my/sign-in/{token}");
    let words =
        render_sign_in(&SignIn { vendor: facts::vendor(desk), link, valid_minutes: LINK_MINUTES }, wording)?;
    let id = LetterId::from_bits(desk.ids.bits(now));
    let from = &desk.settings.mail.from;
    let message = Message {
        from: Mailbox::named(&desk.settings.vendor.name, from),
        to: Mailbox::bare(holder.address.as_written()),
        subject: words.subject,
        message_id: format!("{id}@{}", from.rsplit('@').next().unwrap_or("localhost")),
        date: now.to_zoned(desk.zone_of(Some(holder)).as_jiff().clone()),
        language: words.language,
        kind: KIND.to_owned(),
        step: String::new(),
        licenses: Vec::new(),
        list_unsubscribe: None,
        attachments: Vec::new(),
        text: words.text,
        html: words.html,
    };
    let bytes = Arc::from(desk.signed(message.to_bytes(), now));
    Ok(Parcel {
        from: desk.return_path(id),
        to: holder.address.as_written().to_owned(),
        bytes,
        name: id.to_string(),
        attempt: 1,
        at: now,
    })
}
