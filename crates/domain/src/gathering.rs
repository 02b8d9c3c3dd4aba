//! Gathering: how what one address is owed at once becomes letters, and letters become mails (decision 0022).
//!
//! More dated notices alike than `digest_above` are one letter. Beyond `most_a_day` mails on one day of the holder the
//! surplus joins the last mail; when that has gone already, what comes later that day is one mail more. Nothing waits for
//! another day and nothing is left out. Key files, theft and deletion notices stand apart: they go by themselves and
//! count for nothing.

use jiff::{Timestamp, civil::Time};

use crate::{
    kind::{Kind, Step},
    notice::Key,
    place::Zone,
};

/// How much goes to one address at once, and in a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gathering {
    /// More dated notices alike than these are one letter.
    pub digest_above: usize,
    /// So many mails go to one address in a day.
    pub most_a_day: usize,
}

/// A letter: what it tells.
pub type Letter<T> = Vec<T>;

/// A mail: the letters that it brings.
pub type Mail<T> = Vec<Letter<T>>;

impl Gathering {
    /// The mails that bring what one address is owed at once, when `sent` mails that count went there today.
    pub fn mails<T>(self, due: Vec<T>, key: impl Fn(&T) -> &Key, sent: usize) -> Vec<Mail<T>> {
        let letters = self.letters(due, &key);
        let joins = |letter: &Letter<T>| letter.first().is_some_and(|told| key(told).kind.can_be_gathered());
        let (joining, apart): (Vec<_>, Vec<_>) = letters.into_iter().partition(joins);
        let room = self.most_a_day.saturating_sub(sent);
        let alone = if joining.len() <= room { joining.len() } else { room.saturating_sub(1) };
        let mut joining = joining.into_iter();
        let mut mails: Vec<Mail<T>> = apart.into_iter().map(|letter| vec![letter]).collect();
        mails.extend(joining.by_ref().take(alone).map(|letter| vec![letter]));
        let surplus: Mail<T> = joining.collect();
        mails.extend((!surplus.is_empty()).then_some(surplus));
        mails
    }

    /// The letters: one for each notice, or one for many alike.
    fn letters<T>(self, due: Vec<T>, key: impl Fn(&T) -> &Key) -> Vec<Letter<T>> {
        let mut alike: Vec<((Kind, Step), Letter<T>)> = Vec::new();
        for told in due {
            let of = (key(&told).kind, key(&told).step);
            match alike.iter_mut().find(|(known, _)| *known == of) {
                Some((_, letter)) => letter.push(told),
                None => alike.push((of, vec![told])),
            }
        }
        let mut letters = Vec::new();
        for ((kind, _), told) in alike {
            if kind.is_dated() && told.len() > self.digest_above.max(1) {
                letters.push(told);
            } else {
                letters.extend(told.into_iter().map(|one| vec![one]));
            }
        }
        letters
    }
}

/// The holder's day around an instant: its first instant, and that of the next day.
pub fn day_around(zone: &Zone, now: Timestamp) -> (Timestamp, Timestamp) {
    let day = zone.day_of(now);
    let next = day.tomorrow().map_or(Timestamp::MAX, |next| zone.instant(next, Time::midnight()));
    (zone.instant(day, Time::midnight()), next)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::LicenseId;

    const REMINDER: Kind = Kind::RenewalReminder;

    fn key(number: u128, kind: Kind, days: i32) -> Key {
        let step = if kind.is_dated() { Step::Days(days) } else { Step::AtOnce };
        Key { license: LicenseId::from_bits(number), term: 1, kind, step, occasion: String::new() }
    }

    /// What is owed: so many of a kind and step each.
    fn owed(each: &[(usize, Kind, i32)]) -> Vec<Key> {
        let all = each.iter().flat_map(|(count, kind, days)| std::iter::repeat_n((*kind, *days), *count));
        all.enumerate().map(|(at, (kind, days))| key(at as u128, kind, days)).collect()
    }

    /// How many letters each mail brings, and how many notices they tell of: `1` or `3(12)`.
    fn shape(gathering: Gathering, due: Vec<Key>, sent: usize) -> String {
        let mails = gathering.mails(due, |key| key, sent);
        let told = |mail: &Mail<Key>| match (mail.len(), mail.iter().map(Vec::len).sum::<usize>()) {
            (1, 1) => "1".to_owned(),
            (letters, notices) => format!("{letters}({notices})"),
        };
        mails.iter().map(told).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_surplus_joins_the_last_mail_of_the_day() {
        let usual = Gathering { digest_above: 3, most_a_day: 5 };
        for (each, sent, expected) in [
            (&[(1, REMINDER, -30)][..], 0, "1"),
            (&[(3, REMINDER, -30), (2, REMINDER, 0)], 0, "1 1 1 1 1"),
            (&[(3, REMINDER, -30), (3, REMINDER, 0)], 0, "1 1 1 1 2(2)"),
            (&[(4, REMINDER, -30), (3, REMINDER, 0)], 0, "1(4) 1 1 1"),
            (&[(400, REMINDER, -30), (3, REMINDER, 0), (3, REMINDER, 20)], 0, "1(400) 1 1 1 3(3)"),
            (&[(3, REMINDER, 0), (3, REMINDER, 20), (400, REMINDER, 40)], 0, "1 1 1 1 3(402)"),
            (&[(2, Kind::MobileOffer, 0), (2, Kind::LicenseBlocked, 0), (2, REMINDER, 0)], 2, "1 1 4(4)"),
            (&[(2, Kind::MobileOffer, 0), (2, Kind::AccountInvitation, 0)], 4, "4(4)"),
            // The fifth has gone: what comes later that day is one mail more.
            (&[(1, REMINDER, 0)], 5, "1"),
            (&[(2, REMINDER, 0), (1, Kind::LicenseBlocked, 0)], 5, "3(3)"),
            (&[(2, REMINDER, 0)], 9, "2(2)"),
            // These stand apart.
            (&[(7, Kind::KeyFile, 0)], 5, "1 1 1 1 1 1 1"),
            (&[(7, Kind::TheftAttempt, 0), (2, REMINDER, 0)], 4, "1 1 1 1 1 1 1 2(2)"),
            (&[(3, Kind::BlockedLicenseDeletion, -30), (2, REMINDER, 0)], 5, "1 1 1 2(2)"),
            (&[(4, Kind::BlockedLicenseDeletion, -30)], 5, "1(4)"),
            (&[], 0, ""),
        ] {
            assert_eq!(shape(usual, owed(each), sent), expected, "{each:?} after {sent}");
        }
    }

    #[test]
    fn both_numbers_are_settings() {
        let due = || owed(&[(2, REMINDER, -30), (6, REMINDER, 0)]);
        for (digest_above, most_a_day, expected) in [
            (1, 5, "1(2) 1(6)"),
            (2, 5, "1 1 1(6)"),
            (6, 5, "1 1 1 1 4(4)"),
            (100, 100, "1 1 1 1 1 1 1 1"),
            (100, 1, "8(8)"),
            (0, 0, "2(8)"),
        ] {
            let gathering = Gathering { digest_above, most_a_day };
            assert_eq!(shape(gathering, due(), 0), expected, "{digest_above} {most_a_day}");
        }
    }

    #[test]
    fn the_day_is_the_holders() {
        let zone: Zone = "Pacific/Auckland".parse().unwrap();
        let (begin, end) = day_around(&zone, "2026-12-01T12:00:00Z".parse().unwrap());
        assert_eq!(
            (begin.to_string(), end.to_string()),
            ("2026-12-01T11:00:00Z".to_owned(), "2026-12-02T11:00:00Z".to_owned())
        );
        // The day on which clocks go forward has 23 hours.
        let zone: Zone = "Europe/Warsaw".parse().unwrap();
        let (begin, end) = day_around(&zone, "2027-03-28T12:00:00Z".parse().unwrap());
        assert_eq!(end.duration_since(begin).as_hours(), 23);
    }

    fn any_owed() -> impl Strategy<Value = Vec<Key>> {
        let kind = prop::sample::select(Kind::ALL);
        let one = (kind, prop::sample::select(vec![-30, 0, 20]));
        prop::collection::vec(one, 0..40).prop_map(|all| {
            all.into_iter().enumerate().map(|(at, (kind, days))| key(at as u128, kind, days)).collect()
        })
    }

    proptest! {
        #[test]
        fn everything_goes_once_and_no_more_mails_than_the_day_has(
            due in any_owed(), digest_above in 0_usize..6, most_a_day in 0_usize..8, sent in 0_usize..10,
        ) {
            let mails = Gathering { digest_above, most_a_day }.mails(due.clone(), |key| key, sent);
            let mut told: Vec<u128> = mails.iter().flatten().flatten().map(|key| key.license.bits()).collect();
            told.sort_unstable();
            prop_assert_eq!(told, (0..due.len() as u128).collect::<Vec<_>>());
            let counting = |mail: &&Mail<Key>| mail.iter().flatten().any(|key| key.kind.can_be_gathered());
            prop_assert!(mails.iter().filter(counting).count() <= most_a_day.saturating_sub(sent).max(1));
            for mail in &mails {
                prop_assert!(!mail.is_empty() && mail.iter().all(|letter| !letter.is_empty()));
                let apart = mail.iter().flatten().any(|key| !key.kind.can_be_gathered());
                prop_assert!(!apart || mail.len() == 1);
                for letter in mail {
                    prop_assert!(letter.iter().all(|key| (key.kind, key.step) == (letter[0].kind, letter[0].step)));
                }
            }
        }
    }
}
