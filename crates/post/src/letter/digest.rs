//! A digest: one letter that tells of many licenses. Here is decided what holds for all of them at once,
//! so that no text has to compare dates, and no letter claims one day for licenses that have several.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;
use tenure_domain::Kind;

use super::{Facts, Listed, fence};

/// The longest product's name in a digest, in characters: a hundred rows stay below what mail readers cut off.
const LONGEST_NAME: usize = 60;

/// What texts may say about all licenses of a digest.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Digest {
    /// The day that all of them share: of deletion in letters about deletion, else the last of their terms.
    #[serde(rename = "listed_day")]
    day: Option<Date>,
    /// The first of their days.
    #[serde(rename = "listed_first")]
    first: Option<Date>,
    /// Where today stands to their days.
    #[serde(rename = "listed_when")]
    when: Option<When>,
}

/// Where the day of a letter stands to the days that it tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum When {
    /// No license has ended.
    Before,
    /// Today is the last day of each.
    On,
    /// Some have ended, and today may be the last day of others: the letter was delayed.
    OnOrAfter,
    /// All have ended.
    After,
}

impl Digest {
    /// What holds for all licenses of this letter; nothing in a letter about one.
    pub(super) fn of(facts: &Facts) -> Self {
        let days = facts.listed.iter().filter_map(|listed| day_of(facts.kind, listed));
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Self::default() };
        let is_whole = facts.listed.len() >= facts.listed_total as usize;
        let is_shared = first == last && (is_whole || is_on_time(facts, first));
        let shared = is_shared.then_some(first);
        Self { day: shared, first: Some(first), when: when(facts, shared) }
    }
}

/// The rows with names that leave room for the others.
pub(super) fn rows(facts: &Facts) -> Vec<Listed> {
    let cut = |name: &str| fence::shortened(&fence::one_line(name), LONGEST_NAME);
    facts.listed.iter().map(|row| Listed { product: cut(&row.product), ..row.clone() }).collect()
}

/// The day that a letter of this kind tells of.
fn day_of(kind: Kind, listed: &Listed) -> Option<Date> {
    if kind == Kind::BlockedLicenseDeletion { listed.deletes_on } else { listed.expires_on }
}

/// Whether the step of this day falls due today. No step is sent early, and the rows begin with the soonest
/// day, so all days behind such a first one, listed or not, are the same.
fn is_on_time(facts: &Facts, first: Date) -> bool {
    let step = facts.step.parse::<i32>().ok();
    step.and_then(|step| facts.today.checked_sub(step.days()).ok()) == Some(first)
}

/// Where today stands, by the step; a letter about the last day may be delayed past it.
fn when(facts: &Facts, shared: Option<Date>) -> Option<When> {
    Some(match (facts.step.parse::<i32>().ok()?, shared) {
        (..0, _) => When::Before,
        (1.., _) => When::After,
        (0, Some(day)) if day < facts.today => When::After,
        (0, Some(_)) => When::On,
        (0, None) => When::OnOrAfter,
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::letter::samples;

    /// A reminder of this step on 22 November 2026 about licenses that end on these days of November.
    fn digest(step: &str, days: &[i8], total: u32) -> Digest {
        let (_, base) = samples(Kind::RenewalReminder).remove(0);
        let row = |day: &i8| Listed {
            license: base.license.clone(),
            product: base.product.clone(),
            serial: base.serial.clone(),
            expires_on: Some(date(2026, 11, *day)),
            deletes_on: None,
        };
        let listed = days.iter().map(row).collect();
        Digest::of(&Facts { step: step.to_owned(), listed, listed_total: total, ..base.clone() })
    }

    #[test]
    fn a_day_is_shared_only_if_that_is_certain() {
        for (step, days, total, shared) in [
            ("-5", &[27, 27, 27, 27][..], 4, Some(27)),
            ("-5", &[26, 27, 27, 27], 4, None),
            ("-5", &[26, 26, 26, 26], 4, Some(26)),
            ("-5", &[27, 27], 400, Some(27)),
            ("-5", &[26, 26], 400, None),
            ("+5", &[17, 17], 400, Some(17)),
            ("+5", &[16, 16], 400, None),
            ("0", &[22, 22], 400, Some(22)),
            ("0", &[21, 21], 400, None),
        ] {
            let digest = digest(step, days, total);
            assert_eq!(digest.day, shared.map(|day| date(2026, 11, day)), "{step} {days:?} {total}");
            assert_eq!(digest.first.unwrap().day(), days[0], "{step} {days:?}");
        }
    }

    #[test]
    fn a_delayed_letter_does_not_say_that_licenses_end_today() {
        for (step, days, total, when) in [
            ("-30", &[22, 23][..], 2, When::Before),
            ("0", &[22, 22], 2, When::On),
            ("0", &[22, 22], 400, When::On),
            ("0", &[21, 22], 2, When::OnOrAfter),
            ("0", &[21, 21], 400, When::OnOrAfter),
            ("0", &[20, 20], 2, When::After),
            ("+20", &[2, 2], 2, When::After),
        ] {
            assert_eq!(digest(step, days, total).when, Some(when), "{step} {days:?} {total}");
        }
    }

    #[test]
    fn a_letter_about_one_license_is_no_digest() {
        assert_eq!(digest("-30", &[], 0), Digest::default());
    }
}
