//! How a language counts and how it writes dates and numbers.
//!
//! The data is Unicode's CLDR by way of ICU4X. Dates are Gregorian in every language, as they
//! are in the key file. Plain `en` writes the day before the month ("30 November 2026"), as most
//! of the world's English does; a text in `en-US` gets "November 30, 2026".

use icu_calendar::Gregorian;
use icu_datetime::{
    DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter,
    fieldsets::{MD, YMD, YMDT},
    input::{Date as IcuDate, DateTime as IcuDateTime, Time as IcuTime},
    preferences::HourCycle,
};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil::{Date, DateTime};

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// Languages and scripts that are written from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Languages whose lines may break between any two signs.
const WITHOUT_SPACES: &[&str] = &["ja", "zh", "th", "lo", "km", "my"];

/// A language's way with numbers and dates.
#[derive(Debug)]
pub(super) struct Speech {
    language: String,
    plurals: PluralRules,
    numbers: DecimalFormatter,
    dates: Formatter<YMD>,
    short_dates: Formatter<YMD>,
    days: Formatter<MD>,
    instants: Formatter<YMDT>,
}

impl Speech {
    /// The way of the language with this BCP 47 tag; one that CLDR does not know speaks as the root does.
    ///
    /// # Errors
    /// In words, when the text is not a language tag.
    pub(super) fn of(tag: &str) -> Result<Self, String> {
        let fault = |error: &dyn std::fmt::Display| format!("`{tag}` cannot be spoken: {error}");
        let locale =
            Locale::try_from_str(tag).map_err(|_| format!("`{tag}` is not a language tag (BCP 47)"))?;
        let language = locale.id.language.to_string();
        let locale = if locale == locale!("en") { locale!("en-GB") } else { locale };
        let mut writing = DateTimeFormatterPreferences::from(&locale);
        writing.hour_cycle = Some(HourCycle::H23);
        Ok(Self {
            language,
            plurals: PluralRules::try_new_cardinal((&locale).into()).map_err(|error| fault(&error))?,
            numbers: DecimalFormatter::try_new((&locale).into(), <_>::default())
                .map_err(|error| fault(&error))?,
            dates: Formatter::try_new(writing, YMD::long()).map_err(|error| fault(&error))?,
            short_dates: Formatter::try_new(writing, YMD::medium()).map_err(|error| fault(&error))?,
            days: Formatter::try_new(writing, MD::long()).map_err(|error| fault(&error))?,
            instants: Formatter::try_new(writing, YMD::long().with_time_hm())
                .map_err(|error| fault(&error))?,
        })
    }

    /// "30 listopada 2026", "30 November 2026".
    pub(super) fn long_date(&self, date: Date) -> String {
        gregorian(date).map_or_else(|_| date.to_string(), |day| self.dates.format(&day).to_string())
    }

    /// "30 lis 2026", "30 Nov 2026": for the cells of a table.
    pub(super) fn short_date(&self, date: Date) -> String {
        gregorian(date).map_or_else(|_| date.to_string(), |day| self.short_dates.format(&day).to_string())
    }

    /// "30 listopada", "30 November": for subjects, where the year would be too much.
    pub(super) fn day_month(&self, date: Date) -> String {
        gregorian(date).map_or_else(|_| date.to_string(), |day| self.days.format(&day).to_string())
    }

    /// "14:05 (Europe/Warsaw)": 24 hours in every language, and the zone as the IANA names it, with blanks.
    pub(super) fn clock(at: DateTime, zone: &str) -> String {
        format!("{:02}:{:02} ({})", at.hour(), at.minute(), zone.replace('_', " "))
    }

    /// "30 November 2026 at 14:05 (Europe/Warsaw)"; the zone as in [`Self::clock`].
    pub(super) fn long_datetime(&self, at: DateTime, zone: &str) -> String {
        let zone = zone.replace('_', " ");
        let clock = IcuTime::try_new(at.hour().unsigned_abs(), at.minute().unsigned_abs(), 0, 0);
        match (gregorian(at.date()), clock) {
            (Ok(date), Ok(time)) => format!("{} ({zone})", self.instants.format(&IcuDateTime { date, time })),
            _ => format!("{at} ({zone})"),
        }
    }

    /// A whole number with the language's grouping: "12,500", "12 500".
    pub(super) fn number(&self, number: i64) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    /// Which form of a word stands after this number: `one`, `few`, `many`, `other` …
    ///
    /// A count has no sign: five days ago is counted like five days ahead.
    pub(super) fn plural(&self, number: i64) -> &'static str {
        plural_name(self.plurals.category_for(number.unsigned_abs()))
    }

    /// Every form that the language has.
    pub(super) fn plural_forms(&self) -> Vec<&'static str> {
        self.plurals.categories().map(plural_name).collect()
    }

    /// `ltr` or `rtl`, as HTML's `dir` wants it.
    pub(super) fn direction(&self) -> &'static str {
        if RIGHT_TO_LEFT.contains(&self.language.as_str()) { "rtl" } else { "ltr" }
    }

    /// Whether lines break only at spaces.
    pub(super) fn breaks_at_spaces(&self) -> bool {
        !WITHOUT_SPACES.contains(&self.language.as_str())
    }

    /// Whether words of one letter must not end a line, as in Polish and Czech typography.
    pub(super) fn ties_short_words(&self) -> bool {
        matches!(self.language.as_str(), "pl" | "cs" | "sk")
    }
}

/// The day for ICU.
fn gregorian(date: Date) -> Result<IcuDate<Gregorian>, impl std::fmt::Debug> {
    IcuDate::try_new_gregorian(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// CLDR's name of a plural form.
const fn plural_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    #[test]
    fn polish_counts_days_in_three_forms() {
        let polish = Speech::of("pl").unwrap();
        for (number, form) in [
            (0, "many"),
            (1, "one"),
            (2, "few"),
            (3, "few"),
            (4, "few"),
            (5, "many"),
            (11, "many"),
            (12, "many"),
            (21, "many"),
            (22, "few"),
            (25, "many"),
            (101, "many"),
            (112, "many"),
            (-1, "one"),
            (-22, "few"),
        ] {
            assert_eq!(polish.plural(number), form, "{number}");
        }
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        let day = date(2026, 11, 30);
        for (language, written) in [
            ("pl", "30 listopada 2026"),
            ("pl-PL", "30 listopada 2026"),
            ("en", "30 November 2026"),
            ("en-US", "November 30, 2026"),
            ("de", "30. November 2026"),
        ] {
            assert_eq!(Speech::of(language).unwrap().long_date(day), written, "{language}");
        }
        assert_eq!(Speech::of("pl").unwrap().day_month(day), "30 listopada");
        assert_eq!(Speech::of("en").unwrap().day_month(day), "30 November");
        assert_eq!(Speech::of("pl").unwrap().short_date(day), "30 lis 2026");
        assert_eq!(Speech::of("en").unwrap().short_date(day), "30 Nov 2026");
    }

    #[test]
    fn an_instant_names_its_zone() {
        let at = datetime(2026, 11, 30, 14, 5, 0, 0);
        assert_eq!(
            Speech::of("en").unwrap().long_datetime(at, "America/New_York"),
            "30 November 2026 at 14:05 (America/New York)"
        );
        assert_eq!(
            Speech::of("pl").unwrap().long_datetime(at, "Europe/Warsaw"),
            "30 listopada 2026 14:05 (Europe/Warsaw)"
        );
        assert_eq!(Speech::clock(at, "America/New_York"), "14:05 (America/New York)");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(Speech::of("en").unwrap().number(12_500), "12,500");
        assert_eq!(Speech::of("pl").unwrap().number(12_500), "12\u{a0}500");
    }

    #[test]
    fn what_is_no_language_is_refused() {
        assert!(Speech::of("../etc").unwrap_err().contains("not a language tag"));
        assert_eq!(Speech::of("he").unwrap().direction(), "rtl");
        assert_eq!(Speech::of("xx").unwrap().direction(), "ltr");
    }
}
