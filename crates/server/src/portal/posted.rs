//! A posted form, however it was sent: as one text, or in parts where a file comes with it.

use std::collections::BTreeMap;

use axum::{
    Form,
    extract::{FromRequest, FromRequestParts as _, Multipart, Request, multipart::Field},
    http::header,
};
use serde::de::{DeserializeOwned, value};
use tenure_keyfile::MAX_BYTES;

use crate::{
    pages::view::Problem,
    web::{Answer, Oops, Site, Visit, Wrong},
};

/// The longest form with a file, in octets. Whoever chooses a photograph by mistake is told so beside the field.
pub(super) const MOST_WITH_FILE: usize = 8 * 1024 * 1024;
/// As much of each part as is looked at, in octets: one more than a key file can have.
const MOST_READ: usize = MAX_BYTES + 1;

/// What was posted. Whatever cannot be read is answered by a page.
pub struct Posted<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Site> for Posted<T> {
    type Rejection = Oops;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Oops> {
        let (mut parts, body) = request.into_parts();
        let whole = Request::from_parts(parts.clone(), body);
        if let Some(read) = read(whole, site).await {
            return Ok(Self(read));
        }
        let Ok(visit) = Visit::from_request_parts(&mut parts, site).await;
        let back = parts.uri.path().to_owned();
        Err(Answer::to(site, &visit).oops(Wrong::Refused { problem: Problem::BrokenForm, back }))
    }
}

async fn read<T: DeserializeOwned>(request: Request, site: &Site) -> Option<T> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        return read_parts(Multipart::from_request(request, site).await.ok()?).await;
    }
    Form::from_request(request, site).await.ok().map(|Form(typed)| typed)
}

async fn read_parts<T: DeserializeOwned>(mut parts: Multipart) -> Option<T> {
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name()?.to_owned();
        fields.insert(name, beginning(part).await?);
    }
    T::deserialize(value::MapDeserializer::<_, value::Error>::new(fields.into_iter())).ok()
}

/// The beginning of a part; the rest is read and let go.
async fn beginning(mut part: Field<'_>) -> Option<String> {
    let mut octets = Vec::new();
    while let Some(piece) = part.chunk().await.ok()? {
        let room = MOST_READ.saturating_sub(octets.len());
        octets.extend_from_slice(&piece[..piece.len().min(room)]);
    }
    Some(String::from_utf8_lossy(&octets).into_owned())
}
