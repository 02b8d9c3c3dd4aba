//! A calendar of expiry dates (iCalendar, RFC 5545), for whoever has its secret address.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::IntoResponse as _,
};
use jiff::{Timestamp, civil::Date};
use tenure_domain::{Holder, License};

use super::Page;
use crate::{
    actions::calendar,
    pages::{FluentValue, PageFault, Wishes, choose},
    web::{Answer, Site, Visit, Wrong},
};

/// The longest line, in octets, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The calendar at an address; a wrong one is a page that is not there.
pub async fn show(State(site): State<Site>, visit: Visit, Path(file): Path<String>) -> Page {
    let answer = Answer::to(&site, &visit);
    let token = file.strip_suffix(".ics").unwrap_or_default().to_owned();
    let desk = site.house.desk.clone();
    let found = site.house.store.read(move |tx| calendar::read(tx, &desk, &token)).await;
    let found = found.map_err(|fault| answer.oops(fault))?;
    let (holder, licenses) = found.ok_or_else(|| answer.oops(Wrong::NotFound))?;
    let text = write(&site, &holder, &licenses).map_err(|fault| answer.oops(fault))?;
    let mut response = text.into_response();
    let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

/// One day.
struct Entry {
    uid: String,
    stamp: Timestamp,
    sequence: u32,
    day: Date,
    summary: String,
    description: String,
    url: String,
}

fn write(site: &Site, holder: &Holder, licenses: &[License]) -> Result<String, PageFault> {
    let desk = &site.house.desk;
    let (wanted, vendor) = (desk.language_of(holder), &desk.settings.vendor);
    let wishes = Wishes { holder: Some(&wanted), ..Wishes::default() };
    let language = choose(wishes, &site.pages.languages(), &vendor.language).to_owned();
    let base = desk.settings.web.base_url.trim_end_matches('/');
    let host = base.rsplit("://").next().and_then(|rest| rest.split([':', '/']).next()).unwrap_or_default();
    let say = |id: &str, args: &[(&str, FluentValue<'_>)]| site.pages.text(&language, id, args);
    let mut entries = Vec::new();
    for license in licenses {
        let Some(term) = license.term else { continue };
        let product = desk.product_name(&license.product, &language);
        entries.push(Entry {
            uid: format!("{}@{host}", license.id),
            stamp: term.known_at,
            sequence: term.number.saturating_sub(1),
            day: term.expires_on,
            summary: say("calendar-summary", &[("product", product.into())])?,
            description: say("calendar-description", &[("serial", license.serial.masked().into())])?,
            url: format!("{base}/my/licenses"),
        });
    }
    let name = say("calendar-name", &[("vendor", vendor.name.clone().into())])?;
    Ok(compose(&name, &language, &entries))
}

fn compose(name: &str, language: &str, entries: &[Entry]) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//Tenure//Expiry dates//{}", language.to_uppercase()),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("NAME:{}", escaped(name)),
        format!("X-WR-CALNAME:{}", escaped(name)),
        "REFRESH-INTERVAL;VALUE=DURATION:P1D".to_owned(),
        "X-PUBLISHED-TTL:P1D".to_owned(),
    ];
    lines.extend(entries.iter().flat_map(event));
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().flat_map(|line| [folded(line), "\r\n".to_owned()]).collect()
}

fn event(entry: &Entry) -> Vec<String> {
    let next = entry.day.tomorrow().unwrap_or(entry.day);
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", entry.uid),
        format!("DTSTAMP:{}", entry.stamp.strftime("%Y%m%dT%H%M%SZ")),
        format!("SEQUENCE:{}", entry.sequence),
        format!("DTSTART;VALUE=DATE:{}", entry.day.strftime("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")),
        format!("SUMMARY:{}", escaped(&entry.summary)),
        format!("DESCRIPTION:{}", escaped(&entry.description)),
        format!("URL:{}", entry.url),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// A text as it stands in a line (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line of at most 75 octets; it goes on after a line end and a blank. No letter is divided.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_is_written_as_the_standard_says() {
        let entry = Entry {
            uid: "lic_1@my.vendor.example".to_owned(),
            stamp: "2026-12-01T10:00:00.5Z".parse().unwrap(),
            sequence: 1,
            day: "2027-12-31".parse().unwrap(),
            summary: "Przestrzeń; bezpieczeństwa, \\ koniec".to_owned(),
            description: "one\ntwo".to_owned(),
            url: "https://my.vendor.example/my/licenses".to_owned(),
        };
        let text = compose("Żółw".repeat(30).as_str(), "pl", &[entry]);
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{text}");
        assert!(
            text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n")
        );
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        let whole = text.replace("\r\n ", "");
        for line in [
            "DTSTART;VALUE=DATE:20271231",
            "DTEND;VALUE=DATE:20280101",
            "DTSTAMP:20261201T100000Z",
            "SEQUENCE:1",
            "SUMMARY:Przestrzeń\\; bezpieczeństwa\\, \\\\ koniec",
            "DESCRIPTION:one\\ntwo",
        ] {
            assert!(whole.contains(&format!("\r\n{line}\r\n")), "{line}: {whole}");
        }
        assert!(whole.contains(&format!("NAME:{}", "Żółw".repeat(30))));
    }
}
