//! Where a holder lives in time and language: an IANA time zone and a BCP 47 tag.

use std::{fmt, str::FromStr};

use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};
use oxilangtag::LanguageTag;

/// An IANA time zone.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// A text names no time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an IANA time zone; one is written Europe/Warsaw")]
pub struct UnknownZone(String);

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// Every zone that there is.
    pub fn all() -> impl Iterator<Item = Self> {
        jiff::tz::db().available().filter_map(|name| name.as_str().parse().ok())
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The calendar day on which `at` falls here.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.0.to_datetime(at).date()
    }

    /// The instant of a local date and time; in a gap the later valid time, in a fold the first
    /// (jiff's `Compatible`, RFC 5545's rule). At the ends of time the nearest instant there is.
    pub fn instant(&self, day: Date, time: Time) -> Timestamp {
        let end = if day.year() > 0 { Timestamp::MAX } else { Timestamp::MIN };
        self.0.to_ambiguous_timestamp(day.to_datetime(time)).compatible().unwrap_or(end)
    }

    /// The zone for jiff's own functions.
    pub fn as_jiff(&self) -> &TimeZone {
        &self.0
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;
    fn from_str(text: &str) -> Result<Self, UnknownZone> {
        let zone = TimeZone::get(text.trim()).map_err(|_| UnknownZone(text.to_owned()))?;
        if zone.iana_name().is_some() || zone == TimeZone::UTC {
            Ok(Self(zone))
        } else {
            Err(UnknownZone(text.to_owned()))
        }
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A well-formed BCP 47 tag, such as `pl` or `pt-BR`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Language(String);

/// A text is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a BCP 47 language tag; one is written pl or pt-BR")]
pub struct NotALanguage(String);

impl Language {
    /// The tag in its usual case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Language {
    type Err = NotALanguage;
    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let tag = LanguageTag::parse_and_normalize(text.trim()).map_err(|_| NotALanguage(text.to_owned()))?;
        Ok(Self(tag.into_inner()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn in_a_gap_the_later_time_is_meant_and_in_a_fold_the_first() {
        let warsaw: Zone = "Europe/Warsaw".parse().unwrap();
        let half_past_two = time(2, 30, 0, 0);
        assert_eq!(warsaw.instant(date(2027, 3, 28), half_past_two).to_string(), "2027-03-28T01:30:00Z");
        assert_eq!(warsaw.instant(date(2026, 10, 25), half_past_two).to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn one_instant_is_two_days_in_two_zones() {
        let at: Timestamp = "2026-11-22T11:00:00Z".parse().unwrap();
        assert_eq!("Pacific/Kiritimati".parse::<Zone>().unwrap().day_of(at), date(2026, 11, 23));
        assert_eq!("Pacific/Niue".parse::<Zone>().unwrap().day_of(at), date(2026, 11, 22));
    }

    #[test]
    fn zones_and_languages_are_checked() {
        for wrong in ["", "Warsaw", "CEST+2", "Europe/Gdansk"] {
            assert!(wrong.parse::<Zone>().is_err(), "{wrong}");
        }
        for (tag, normal) in [("pl", "pl"), ("PL-pl", "pl-PL"), ("xx", "xx"), ("zh-hant-tw", "zh-Hant-TW")] {
            assert_eq!(tag.parse::<Language>().unwrap().as_str(), normal);
        }
        for wrong in ["", "polski język", "p", "pl_PL"] {
            assert!(wrong.parse::<Language>().is_err(), "{wrong}");
        }
    }
}
