//! One line of the file becomes one checked row; what is wrong is told with its column.

use std::str::FromStr;

use anyhow::bail;
use aws_lc_rs::digest;
use csv::ByteRecord;
use data_encoding::HEXLOWER;
use jiff::civil::Date;
use tenure_domain::{BlockReason, Offer, Products, Profile, holder::read_name};

use super::{LONGEST_FIELD, reject::ADDED};
use crate::actions::{
    import::{ImportRow, Rejection},
    issue::MOST,
};

/// The columns of a file: where each of ours stands in it.
pub struct Columns {
    head: ByteRecord,
    places: [Option<usize>; Self::ALL.len()],
    width: usize,
}

impl Columns {
    /// The names at the door.
    pub const ALL: [&'static str; 15] = [
        "external_id",
        "serial",
        "product",
        "email",
        "name",
        "language",
        "time_zone",
        "devices",
        "months",
        "offer",
        "issued_on",
        "registered_on",
        "expires_on",
        "blocked_on",
        "blocked_reason",
    ];

    /// Those of them that say who the holder is.
    const OF_HOLDER: [&'static str; 3] = ["name", "language", "time_zone"];

    /// Reads the header line.
    pub fn read(head: &ByteRecord) -> anyhow::Result<Self> {
        let mut places = [None; Self::ALL.len()];
        let mut own = ByteRecord::new();
        for (at, name) in head.iter().enumerate() {
            let name = String::from_utf8_lossy(name).trim().trim_start_matches('\u{feff}').to_owned();
            if ADDED.contains(&name.as_str()) {
                continue;
            }
            let Some(column) = Self::ALL.iter().position(|known| *known == name) else {
                bail!("`{name}` is not a column; the columns are {}", Self::ALL.join(", "));
            };
            if places[column].replace(at).is_some() {
                bail!("the column `{name}` stands here twice");
            }
            own.push_field(name.as_bytes());
        }
        for needed in [&["product"][..], &["external_id", "serial"]] {
            if !Self::ALL.iter().zip(&places).any(|(name, place)| needed.contains(name) && place.is_some()) {
                bail!(
                    "the column `{}` is missing; the columns are {}",
                    needed.join("` or `"),
                    Self::ALL.join(", ")
                );
            }
        }
        Ok(Self { head: own, places, width: head.len() })
    }

    /// The header of the file, without what an import adds to rejects.
    pub const fn head(&self) -> &ByteRecord {
        &self.head
    }
}

/// The fields of one line, by name.
struct Fields<'a> {
    texts: [&'a str; Columns::ALL.len()],
}

impl<'a> Fields<'a> {
    fn read(columns: &Columns, record: &'a ByteRecord) -> Result<Self, Rejection> {
        if record.len() != columns.width {
            return Err(Rejection::new(
                "",
                format!("this line has {} fields where the header has {}", record.len(), columns.width),
            ));
        }
        let mut texts = [""; Columns::ALL.len()];
        for (column, place) in columns.places.iter().enumerate() {
            let Some(octets) = place.and_then(|place| record.get(place)) else { continue };
            let name = Columns::ALL[column];
            if octets.len() > LONGEST_FIELD {
                return Err(Rejection::new(
                    name,
                    format!("this field has {} octets; at most {LONGEST_FIELD} are taken", octets.len()),
                ));
            }
            let text = std::str::from_utf8(octets)
                .map_err(|_| Rejection::new(name, "this field is not UTF-8 text: save the file as UTF-8"))?;
            texts[column] = text.trim();
        }
        Ok(Self { texts })
    }

    fn text(&self, column: &str) -> &'a str {
        Columns::ALL.iter().position(|name| *name == column).map_or("", |at| self.texts[at])
    }

    /// A field that may be empty.
    fn parse<T: FromStr>(&self, column: &'static str) -> Result<Option<T>, Rejection>
    where
        T::Err: std::fmt::Display,
    {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|error| Rejection::new(column, format!("{error}")))
    }

    fn day(&self, column: &'static str) -> Result<Option<Date>, Rejection> {
        let text = self.text(column);
        // jiff takes an instant for a day as well; the door takes days alone.
        let is_a_day = text.len() == 10 && text.is_ascii();
        match text.parse::<Date>() {
            _ if text.is_empty() => Ok(None),
            Ok(day) if is_a_day && (1900..3000).contains(&day.year()) => Ok(Some(day)),
            _ => Err(Rejection::new(column, format!("`{text}` is not a date; one is written 2026-12-31"))),
        }
    }

    fn count(&self, column: &'static str) -> Result<Option<u32>, Rejection> {
        let text = self.text(column);
        match text.parse::<u32>() {
            _ if text.is_empty() => Ok(None),
            Ok(count) if (1..=MOST).contains(&count) => Ok(Some(count)),
            _ => Err(Rejection::new(column, format!("`{text}` is not a number from 1 to {MOST}"))),
        }
    }

    /// The same for the same data in these columns, in whatever order they stand.
    fn digest(&self, of: &[&str]) -> String {
        let text: Vec<String> = Columns::ALL
            .iter()
            .zip(self.texts)
            .filter(|(name, text)| of.contains(name) && !text.is_empty())
            .map(|(name, text)| format!("{name}={text}"))
            .collect();
        HEXLOWER.encode(digest::digest(&digest::SHA256, text.join("\0").as_bytes()).as_ref())
    }
}

/// Reads a line.
pub fn read_row(columns: &Columns, record: &ByteRecord, products: &Products) -> Result<ImportRow, Rejection> {
    let fields = Fields::read(columns, record)?;
    let code = fields.text("product");
    let unknown = || {
        Rejection::new(
            "product",
            format!("`{code}` is not a product; products.toml has {}", products.codes()),
        )
    };
    let name = read_name(fields.text("name")).map_err(|words| Rejection::new("name", words))?;
    let row = ImportRow {
        external_id: fields.parse("external_id")?,
        serial: fields.parse("serial")?,
        product: products.find(code).ok_or_else(unknown)?.clone(),
        email: fields.parse("email")?,
        profile: Profile {
            name,
            language: fields.parse("language")?,
            zone: fields.parse("time_zone")?,
            has_account: false,
        },
        devices: fields.count("devices")?,
        months: fields.count("months")?,
        offer: fields.parse::<Offer>("offer")?,
        issued_on: fields.day("issued_on")?,
        dates: read_dates(&fields)?,
        blocked: read_blocked(&fields)?,
        digest: fields.digest(&Columns::ALL),
        holder_digest: fields.digest(&Columns::OF_HOLDER),
    };
    if row.external_id.is_none() && row.serial.is_none() {
        return Err(Rejection::new(
            "external_id",
            "a row needs external_id or serial: without either it could not be told from others",
        ));
    }
    if row.dates.is_some() && row.email.is_none() {
        return Err(Rejection::new("email", "a registered license needs the address of its holder"));
    }
    Ok(row)
}

fn read_dates(fields: &Fields<'_>) -> Result<Option<(Date, Date)>, Rejection> {
    match (fields.day("registered_on")?, fields.day("expires_on")?) {
        (None, None) => Ok(None),
        (None, Some(_)) => {
            Err(Rejection::new("registered_on", "a license that expires is registered: since when?"))
        }
        (Some(_), None) => Err(Rejection::new("expires_on", "a registered license needs its last day")),
        (Some(registered_on), Some(expires_on)) if expires_on < registered_on => Err(Rejection::new(
            "expires_on",
            format!("{expires_on} is before registered_on, {registered_on}"),
        )),
        (Some(registered_on), Some(expires_on)) => Ok(Some((registered_on, expires_on))),
    }
}

fn read_blocked(fields: &Fields<'_>) -> Result<Option<(Date, BlockReason)>, Rejection> {
    match (fields.day("blocked_on")?, fields.parse("blocked_reason")?) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(Rejection::new(
            "blocked_reason",
            "a blocked license needs its reason: superseded, compromised or other",
        )),
        (None, Some(_)) => Err(Rejection::new("blocked_on", "a blocked license needs the day of its block")),
        (Some(blocked_on), Some(reason)) => Ok(Some((blocked_on, reason))),
    }
}
