//! How a language counts and how it writes dates and numbers.
//!
//! The data is Unicode's CLDR by way of ICU4X. Dates are Gregorian in every language, as they
//! are in the key file. Plain `en` writes the day before the month ("30 November 2026"), as most
//! of the world's English does; a text in `en-US` gets "November 30, 2026". Where CLDR's dates do not fit
//! into a sentence they are mended here: the first of a month in French, the word for the year in
//! Russian and Ukrainian, whose abbreviation would put two full stops at a sentence's end.

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

/// Up to here numbers show every form that a language counts things with.
const COUNTED: u64 = 200;

/// A language's way with numbers and dates.
#[derive(Debug)]
pub(super) struct Speech {
    language: String,
    plurals: PluralRules,
    /// The forms that the language counts things with.
    counted: Vec<&'static str>,
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
        let plurals = PluralRules::try_new_cardinal((&locale).into()).map_err(|error| fault(&error))?;
        Ok(Self {
            language,
            counted: counted(&plurals),
            plurals,
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
        gregorian(date)
            .map_or_else(|_| date.to_string(), |day| self.mended(&self.dates.format(&day).to_string()))
    }

    /// "30 lis 2026", "30 Nov 2026": for the cells of a table.
    pub(super) fn short_date(&self, date: Date) -> String {
        let short = gregorian(date)
            .map_or_else(|_| date.to_string(), |day| self.short_dates.format(&day).to_string());
        match self.year_word() {
            Some((short_word, _)) => short.replace(short_word, "").trim_end().to_owned(),
            None => self.mended(&short),
        }
    }

    /// "30 listopada", "30 November": for subjects, where the year would be too much.
    pub(super) fn day_month(&self, date: Date) -> String {
        gregorian(date)
            .map_or_else(|_| date.to_string(), |day| self.mended(&self.days.format(&day).to_string()))
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
            (Ok(date), Ok(time)) => {
                let instant = self.instants.format(&IcuDateTime { date, time }).to_string();
                format!("{} ({zone})", self.mended(&instant))
            }
            _ => format!("{at} ({zone})"),
        }
    }

    /// What CLDR writes, made fit for a sentence.
    fn mended(&self, date: &str) -> String {
        match (self.year_word(), date.strip_prefix("1 ")) {
            (Some((short, long)), _) => date.replace(short, long).replace('\u{202f}', "\u{a0}"),
            (None, Some(rest)) if self.language == "fr" => format!("1er {rest}"),
            _ => date.to_owned(),
        }
    }

    /// How CLDR abbreviates the word for the year after its number, and the word.
    fn year_word(&self) -> Option<(&'static str, &'static str)> {
        match self.language.as_str() {
            "ru" => Some(("г.", "года")),
            "uk" => Some(("р.", "року")),
            _ => None,
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

    /// Every form that the language needs to count things. One that it has only for fractions (`other` in Polish,
    /// `many` in Czech) or for whole millions (`many` in French) is not among them.
    pub(super) fn plural_forms(&self) -> &[&'static str] {
        &self.counted
    }

    /// `ltr` or `rtl`, as HTML's `dir` wants it.
    pub(super) fn direction(&self) -> &'static str {
        if RIGHT_TO_LEFT.contains(&self.language.as_str()) { "rtl" } else { "ltr" }
    }

    /// Whether lines break only at spaces.
    pub(super) fn breaks_at_spaces(&self) -> bool {
        !WITHOUT_SPACES.contains(&self.language.as_str())
    }

    /// The colon behind a label, with the space that French sets before it and as wide as Japanese writes.
    pub(super) fn colon(&self) -> &'static str {
        match self.language.as_str() {
            "fr" => "\u{a0}:",
            "ja" | "zh" => "：",
            _ => ":",
        }
    }

    /// Whether words of one letter must not end a line, as in the typography of Slavic languages.
    pub(super) fn ties_short_words(&self) -> bool {
        matches!(self.language.as_str(), "pl" | "cs" | "sk" | "ru" | "uk")
    }
}

/// The forms that whole numbers up to [`COUNTED`] have.
fn counted(plurals: &PluralRules) -> Vec<&'static str> {
    let met: Vec<PluralCategory> = (0..=COUNTED).map(|number: u64| plurals.category_for(number)).collect();
    plurals.categories().filter(|form| met.contains(form)).map(plural_name).collect()
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

    /// The numbers that tell the classes of all languages apart.
    const COUNTS: [i64; 13] = [0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 101, 112];

    #[test]
    fn every_language_counts_with_its_own_classes() {
        let (romance, two) = ("1 1 o o o o o o o o o o o", "o 1 o o o o o o o o o o o");
        let east = "m 1 f f f m m m 1 f m 1 m";
        for (language, classes) in [
            ("en", two),
            ("de", two),
            ("it", two),
            ("es", two),
            ("fr", romance),
            ("pl", "m 1 f f f m m m m f m m m"),
            ("cs", "o 1 f f f o o o o o o o o"),
            ("ru", east),
            ("uk", east),
            ("ja", "o o o o o o o o o o o o o"),
        ] {
            let speech = Speech::of(language).unwrap();
            let form = |class| match class {
                "1" => "one",
                "f" => "few",
                "m" => "many",
                _ => "other",
            };
            for (number, class) in COUNTS.into_iter().zip(classes.split(' ')) {
                assert_eq!(speech.plural(number), form(class), "{language} {number}");
                assert_eq!(speech.plural(-number), form(class), "{language} -{number}");
            }
        }
    }

    #[test]
    fn a_language_needs_the_forms_that_it_counts_with() {
        for (language, forms) in [
            ("en", &["one", "other"][..]),
            ("fr", &["one", "other"]),
            ("pl", &["one", "few", "many"]),
            ("cs", &["one", "few", "other"]),
            ("uk", &["one", "few", "many"]),
            ("ja", &["other"]),
            ("ar", &["zero", "one", "two", "few", "many", "other"]),
        ] {
            assert_eq!(Speech::of(language).unwrap().plural_forms(), forms, "{language}");
        }
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        for (language, long, day_month, short) in [
            ("en", "30 November 2026", "30 November", "30 Nov 2026"),
            ("en-US", "November 30, 2026", "November 30", "Nov 30, 2026"),
            ("pl", "30 listopada 2026", "30 listopada", "30 lis 2026"),
            ("pl-PL", "30 listopada 2026", "30 listopada", "30 lis 2026"),
            ("de", "30. November 2026", "30. November", "30.11.2026"),
            ("fr", "30 novembre 2026", "30 novembre", "30 nov. 2026"),
            ("es", "30 de noviembre de 2026", "30 de noviembre", "30 nov 2026"),
            ("it", "30 novembre 2026", "30 novembre", "30 nov 2026"),
            ("cs", "30. listopadu 2026", "30. listopadu", "30. 11. 2026"),
            ("ru", "30 ноября 2026 года", "30 ноября", "30 нояб. 2026"),
            ("uk", "30 листопада 2026 року", "30 листопада", "30 лист. 2026"),
            ("ja", "2026年11月30日", "11月30日", "2026/11/30"),
        ] {
            let (speech, day) = (Speech::of(language).unwrap(), date(2026, 11, 30));
            let plain = |text: String| text.replace('\u{a0}', " ");
            let written = [speech.long_date(day), speech.day_month(day), speech.short_date(day)].map(plain);
            assert_eq!(written, [long, day_month, short], "{language}");
        }
    }

    #[test]
    fn months_stand_in_the_case_that_a_date_wants() {
        for (language, january) in [
            ("pl", "1 stycznia"),
            ("cs", "1. ledna"),
            ("ru", "1 января"),
            ("uk", "1 січня"),
            ("fr", "1er janvier"),
        ] {
            let speech = Speech::of(language).unwrap();
            assert_eq!(speech.day_month(date(2027, 1, 1)), january);
            assert!(speech.long_date(date(2027, 1, 1)).starts_with(&format!("{january} 2027")), "{language}");
        }
        assert_eq!(Speech::of("fr").unwrap().long_date(date(2027, 1, 11)), "11 janvier 2027");
    }

    #[test]
    fn an_instant_names_its_zone() {
        let at = datetime(2026, 12, 1, 14, 5, 0, 0);
        for (language, written) in [
            ("en", "1 December 2026 at 14:05"),
            ("pl", "1 grudnia 2026 14:05"),
            ("de", "1. Dezember 2026 um 14:05"),
            ("fr", "1er décembre 2026 à 14:05"),
            ("es", "1 de diciembre de 2026 a las 14:05"),
            ("it", "1 dicembre 2026 alle ore 14:05"),
            ("cs", "1. prosince 2026 v 14:05"),
            ("ru", "1 декабря 2026 года в 14:05"),
            ("uk", "1 грудня 2026 року о 14:05"),
            ("ja", "2026年12月1日 14:05"),
        ] {
            let said = Speech::of(language).unwrap().long_datetime(at, "America/New_York");
            assert_eq!(said.replace('\u{a0}', " "), format!("{written} (America/New York)"), "{language}");
        }
        assert_eq!(Speech::clock(at, "America/New_York"), "14:05 (America/New York)");
    }

    #[test]
    fn numbers_are_grouped() {
        for (language, written) in [
            ("en", "12,500"),
            ("de", "12.500"),
            ("es", "12.500"),
            ("it", "12.500"),
            ("fr", "12\u{202f}500"),
            ("pl", "12\u{a0}500"),
            ("cs", "12\u{a0}500"),
            ("ru", "12\u{a0}500"),
            ("uk", "12\u{a0}500"),
            ("ja", "12,500"),
        ] {
            assert_eq!(Speech::of(language).unwrap().number(12_500), written, "{language}");
        }
    }

    #[test]
    fn what_is_no_language_is_refused() {
        assert!(Speech::of("../etc").unwrap_err().contains("not a language tag"));
        assert_eq!(Speech::of("he").unwrap().direction(), "rtl");
        assert_eq!(Speech::of("xx").unwrap().direction(), "ltr");
    }
}
