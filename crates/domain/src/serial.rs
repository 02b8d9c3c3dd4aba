//! Serial numbers: 16 letters and digits, shown as XXXX-XXXX-XXXX-XXXX, secret.

use std::{fmt, str::FromStr};

/// How many letters and digits a serial number has.
pub const LENGTH: usize = 16;
/// How many stand together.
const GROUP: usize = 4;
/// How many of them hold chance in a number made here; the last two check the others.
const CHANCE: usize = LENGTH - 2;
/// Crockford's base 32: no `I`, `L`, `O` and `U`.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A serial number in upper case, without hyphens.
///
/// Whoever knows it could claim the license, so `Debug` and [`Serial::masked`] show its end only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Serial(String);

/// A text is not a serial number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a serial number has 16 letters and digits, XXXX-XXXX-XXXX-XXXX; this has {found}")]
pub struct NotASerial {
    /// What was found instead, without repeating the text.
    pub found: String,
}

impl Serial {
    /// A new serial number: 70 bits of chance and two check characters.
    ///
    /// `chance` must come from a cryptographic generator; of its 80 bits the first 70 are used.
    pub fn from_chance(chance: [u8; 10]) -> Self {
        let bits = chance.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut text: Vec<u8> =
            (0..CHANCE).map(|at| ALPHABET[(bits >> (75 - 5 * at) & 31) as usize]).collect();
        text.extend(check_characters(&text));
        Self(String::from_utf8(text).expect("the alphabet is ASCII"))
    }

    /// Shown in full, for the message that delivers it and the certificate only.
    pub fn in_full(&self) -> String {
        let group = |at: usize| &self.0[4 * at..4 * at + 4];
        format!("{}-{}-{}-{}", group(0), group(1), group(2), group(3))
    }

    /// Shown everywhere else: `****-****-****-7QX2`.
    pub fn masked(&self) -> String {
        format!("****-****-****-{}", &self.0[LENGTH - 4..])
    }

    /// The form two serial numbers are compared by: what is easily mistyped is folded together
    /// (`O` and `0`; `I`, `L` and `1`).
    pub fn folded(&self) -> String {
        self.0.chars().map(fold).collect()
    }

    /// The 16 letters and digits, for sealing.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the two check characters fit, as they do in every number made here.
    pub fn has_valid_check(&self) -> bool {
        fits(self.folded().as_bytes())
    }

    /// Where a typing error is likely, if the number was made here and its check does not fit: the groups of four,
    /// counted from 1, in which one other character or two neighbours that change places would make it fit. None: more
    /// than one character is wrong. It is told from the number alone.
    pub fn suspect_groups(&self) -> Vec<usize> {
        let typed = self.folded().into_bytes();
        let mends = |at: usize| one_other(&typed, at) || neighbours_changed(&typed, at);
        (0..LENGTH / GROUP)
            .filter(|group| (group * GROUP..(group + 1) * GROUP).any(mends))
            .map(|group| group + 1)
            .collect()
    }
}

/// Whether 16 folded characters are a number made here.
fn fits(text: &[u8]) -> bool {
    text.iter().all(|character| ALPHABET.contains(character))
        && check_characters(&text[..CHANCE]) == text[CHANCE..]
}

fn one_other(typed: &[u8], at: usize) -> bool {
    let mut text = typed.to_vec();
    ALPHABET.iter().any(|other| {
        text[at] = *other;
        fits(&text)
    })
}

fn neighbours_changed(typed: &[u8], at: usize) -> bool {
    let mut text = typed.to_vec();
    at + 1 < LENGTH && {
        text.swap(at, at + 1);
        fits(&text)
    }
}

/// What stands between the characters: white space, hyphens and dashes of every kind, dots, and marks that nobody sees.
fn is_between(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '_' | '.' | '·' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2022}' | '\u{2043}'
        )
        || matches!(character, '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{30fc}' | '\u{feff}')
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// A letter or digit of full width, as keyboards of East Asia write it, in its usual one.
fn narrow(character: char) -> char {
    match u32::from(character) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xff01 + 0x21).unwrap_or(character),
        _ => character,
    }
}

fn fold(character: char) -> char {
    match character {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// Two characters that change when any one character changes or two neighbours change places:
/// sums weighted by position, modulo 31 (a prime, so that no weight is lost).
fn check_characters(text: &[u8]) -> [u8; 2] {
    let value = |character: &u8| ALPHABET.iter().position(|of| of == character).unwrap_or(0);
    let sum = |weight: fn(usize) -> usize| {
        text.iter().enumerate().map(|(at, character)| weight(at) * value(character)).sum::<usize>() % 31
    };
    [ALPHABET[sum(|at| at + 1)], ALPHABET[sum(|at| (at + 1) * (at + 1) + 1)]]
}

impl FromStr for Serial {
    type Err = NotASerial;

    /// Reads what a person types or pastes: any case, any width, spaces and any kind of hyphen anywhere.
    fn from_str(text: &str) -> Result<Self, NotASerial> {
        let mut kept = String::with_capacity(LENGTH);
        for character in text.chars().filter(|character| !is_between(*character)).map(narrow) {
            if !character.is_ascii_alphanumeric() {
                return Err(NotASerial { found: "a character that is neither".to_owned() });
            }
            kept.push(character.to_ascii_uppercase());
        }
        if kept.len() != LENGTH {
            return Err(NotASerial { found: kept.len().to_string() });
        }
        Ok(Self(kept))
    }
}

impl fmt::Debug for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn typing_is_forgiving() {
        let written: Serial = "ABCD-EFG0-1234-5678".parse().unwrap();
        for typed in [
            "abcdefg012345678",
            " ABCD EFG0 1234 5678 ",
            "ab-cdef-g01-2345-678",
            "ABCD–EFG0–1234–5678",
            "ABCD\u{2212}EFG0\u{ad}1234\u{200b}5678\u{feff}",
            "ABCD_EFG0.1234·5678",
            "ＡＢＣＤ－ＥＦＧ０－１２３４－５６７８",
        ] {
            assert_eq!(typed.parse::<Serial>().unwrap(), written, "{typed}");
        }
        assert_eq!("ABCD-EFGO-I234-5678".parse::<Serial>().unwrap().folded(), written.folded());
    }

    #[test]
    fn what_is_no_serial_number_is_refused_without_repeating_it() {
        for wrong in ["", "ABCD", "ABCD-EFGH-1234-567", "ABCD-EFGH-1234-56789", "ABCD-EFGH-1234-567Ü"] {
            let error = wrong.parse::<Serial>().unwrap_err().to_string();
            assert!(wrong.is_empty() || !error.contains(wrong), "{error}");
        }
    }

    #[test]
    fn only_its_end_is_shown() {
        let serial: Serial = "ABCD-EFGH-1234-5678".parse().unwrap();
        assert_eq!(serial.masked(), "****-****-****-5678");
        assert_eq!(format!("{serial:?}"), "****-****-****-5678");
        assert_eq!(serial.in_full(), "ABCD-EFGH-1234-5678");
    }

    proptest! {
        #[test]
        fn a_number_made_here_passes_its_check_and_one_with_a_typo_does_not(
            chance: [u8; 10], at in 0..LENGTH, to in 0_usize..32,
        ) {
            let serial = Serial::from_chance(chance);
            prop_assert!(serial.has_valid_check());
            let mut typo = serial.0.clone().into_bytes();
            // The sums are modulo 31, so the first and the last symbol count as one.
            let (was, is) = (ALPHABET.iter().position(|of| *of == typo[at]).unwrap(), to);
            prop_assume!(was % 31 != is % 31);
            typo[at] = ALPHABET[to];
            prop_assert!(!Serial(String::from_utf8(typo).unwrap()).has_valid_check());
        }

        #[test]
        fn the_group_with_the_one_wrong_character_is_suspected(
            chance: [u8; 10], at in 0..LENGTH, to in 0_usize..32,
        ) {
            let mut typed = Serial::from_chance(chance).0.into_bytes();
            typed[at] = ALPHABET[to];
            let typo = Serial(String::from_utf8(typed).unwrap());
            prop_assume!(!typo.has_valid_check());
            prop_assert!(typo.suspect_groups().contains(&(at / GROUP + 1)));
            prop_assert!(typo.suspect_groups().len() <= 3, "{:?}", typo.suspect_groups());
        }

        #[test]
        fn the_group_in_which_neighbours_changed_places_is_suspected(chance: [u8; 10], at in 0..LENGTH - 1) {
            let mut typed = Serial::from_chance(chance).0.into_bytes();
            typed.swap(at, at + 1);
            let typo = Serial(String::from_utf8(typed).unwrap());
            prop_assume!(!typo.has_valid_check());
            prop_assert!(typo.suspect_groups().contains(&(at / GROUP + 1)));
        }

        #[test]
        fn different_chance_gives_different_numbers(one: [u8; 10], other: [u8; 10]) {
            let used = |chance: [u8; 10]| { let mut kept = chance; kept[8] &= 0b1111_1100; kept[9] = 0; kept };
            prop_assume!(used(one) != used(other));
            prop_assert_ne!(Serial::from_chance(one), Serial::from_chance(other));
        }
    }
}
