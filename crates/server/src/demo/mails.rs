//! Captured mail: HTML in a frame that runs nothing, text, and the source as it travels.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use mail_parser::{MessageParser, MimeHeaders as _};
use tenure_domain::{Kind, Step};
use tenure_post::carrier::{Carrier, Parcel};

use crate::{
    pages::view::{DemoMail, Duty, MailFace, MailLine},
    web::{Answer, Oops, Site, Visit, Wrong},
};

/// What a captured letter may do in its frame: be looked at.
const FRAME_POLICY: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/// Everything captured, the newest first.
pub(super) fn captured(site: &Site) -> Vec<Parcel> {
    let Some(Carrier::Memory(memory)) = site.house.carrier.first() else { return Vec::new() };
    let mut parcels = memory.parcels();
    parcels.reverse();
    parcels
}

/// What the list says of a mail.
pub(super) fn line(site: &Site, parcel: &Parcel) -> MailLine {
    let message = MessageParser::default().parse(&parcel.bytes[..]).unwrap_or_default();
    let text = |name: &str| message.header_raw(name).map(|value| value.trim().to_owned()).unwrap_or_default();
    let kind: Option<Kind> = text("X-Tenure-Kind").parse().ok();
    let step: Step = text("X-Tenure-Step").parse().unwrap_or(Step::AtOnce);
    MailLine {
        id: parcel.name.clone(),
        to: parcel.to.clone(),
        subject: message.subject().unwrap_or_default().to_owned(),
        duty: kind.map(|kind| Duty { kind, step }),
        at: parcel.at.to_zoned(site.house.desk.zone().as_jiff().clone()),
    }
}

/// The HTML part, in a frame.
pub async fn html(site: State<Site>, visit: Visit, id: Path<String>) -> Result<Response, Oops> {
    face(&site, &visit, &id, MailFace::Html)
}

/// The text part.
pub async fn text(site: State<Site>, visit: Visit, id: Path<String>) -> Result<Response, Oops> {
    face(&site, &visit, &id, MailFace::Text)
}

/// The message as it travels.
pub async fn source(site: State<Site>, visit: Visit, id: Path<String>) -> Result<Response, Oops> {
    face(&site, &visit, &id, MailFace::Source)
}

fn face(site: &Site, visit: &Visit, id: &str, face: MailFace) -> Result<Response, Oops> {
    let answer = Answer::to(site, visit);
    let parcel = find(site, id).ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let message = MessageParser::default().parse(&parcel.bytes[..]).unwrap_or_default();
    let text = match face {
        MailFace::Html => String::new(),
        MailFace::Text => message.body_text(0).unwrap_or_default().into_owned(),
        MailFace::Source => String::from_utf8_lossy(&parcel.bytes).into_owned(),
    };
    answer.page(&DemoMail {
        mail: line(site, &parcel),
        language: message.header_raw("Content-Language").unwrap_or("en").trim().to_owned(),
        face,
        text,
        attachments: message
            .attachments()
            .filter_map(|part| part.attachment_name().map(str::to_owned))
            .collect(),
    })
}

fn find(site: &Site, id: &str) -> Option<Parcel> {
    captured(site).into_iter().find(|parcel| parcel.name == id)
}

/// What the frame shows.
pub async fn frame(State(site): State<Site>, visit: Visit, Path(id): Path<String>) -> Result<Response, Oops> {
    let parcel = find(&site, &id).ok_or_else(|| Answer::to(&site, &visit).oops(Wrong::NotFound))?;
    let message = MessageParser::default().parse(&parcel.bytes[..]).unwrap_or_default();
    let mut response = Html(message.body_html(0).unwrap_or_default().into_owned()).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAME_POLICY));
    Ok(response)
}
