//! The vendor's color, and the shades of it that everybody can read (WCAG 2.2, success criterion 1.4.3).

use std::{fmt, str::FromStr};

/// What text and its ground must differ by at least.
pub const LEGIBLE: f64 = 4.5;

/// A color: red, green and blue in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

impl Color {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// This color with `percent` of another.
    #[must_use]
    pub fn mixed(self, other: Self, percent: u32) -> Self {
        let percent = percent.min(100);
        let mix = |own: u8, other: u8| {
            let sum = u32::from(own) * (100 - percent) + u32::from(other) * percent;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(std::array::from_fn(|at| mix(self.0[at], other.0[at])))
    }

    /// The contrast between two colors, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Black or white, whichever is read better on this color; one of them always can be.
    #[must_use]
    pub fn ink(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A text is no color.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a color is written #rrggbb, such as #0d6b5e")]
pub struct NotAColor;

impl FromStr for Color {
    type Err = NotAColor;
    fn from_str(text: &str) -> Result<Self, NotAColor> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(NotAColor)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NotAColor);
        }
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| NotAColor);
        Ok(Self([channel(0)?, channel(2)?, channel(4)?]))
    }
}

/// The grounds that the vendor's color is read on: the page's and its cards'.
#[derive(Debug, Clone, Copy)]
pub struct Grounds {
    /// Of the page.
    pub ground: Color,
    /// Of its cards.
    pub paper: Color,
    /// Where shades go to be read better: black on light pages, white on dark ones.
    towards: Color,
    /// How much of the accent is in a tinted ground, in percent.
    tint: u32,
    /// The contrast that is sought.
    sought: f64,
}

impl Grounds {
    /// By day.
    pub const LIGHT: Self = Self {
        ground: Color([0xf6, 0xf7, 0xf4]),
        paper: Color::WHITE,
        towards: Color::BLACK,
        tint: 11,
        sought: LEGIBLE,
    };
    /// By night, where more contrast is pleasant.
    pub const DARK: Self = Self {
        ground: Color([0x11, 0x16, 0x14]),
        paper: Color([0x1a, 0x21, 0x1e]),
        towards: Color::WHITE,
        tint: 13,
        sought: 6.5,
    };
}

/// The vendor's color, made legible on its grounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// Links, and the ground of buttons.
    pub accent: Color,
    /// The same, pointed at.
    pub accent_deep: Color,
    /// Words on a button.
    pub on_accent: Color,
    /// A ground with a touch of it.
    pub tint: Color,
}

impl Shades {
    /// The shades of a color: as near to it as can be read on every ground.
    pub fn of(color: Color, grounds: &Grounds) -> Self {
        let shades = |percent| Self::at(color.mixed(grounds.towards, percent), grounds);
        (0..=100).map(shades).find(|shades| shades.are_legible(grounds)).unwrap_or_else(|| shades(100))
    }

    fn at(accent: Color, grounds: &Grounds) -> Self {
        Self {
            accent,
            accent_deep: accent.mixed(grounds.towards, 25),
            on_accent: accent.ink(),
            tint: grounds.paper.mixed(accent, grounds.tint),
        }
    }

    fn are_legible(&self, grounds: &Grounds) -> bool {
        let on_grounds = [grounds.ground, grounds.paper, self.tint]
            .into_iter()
            .all(|ground| self.accent.contrast(ground) >= grounds.sought);
        on_grounds && self.accent_deep.contrast(self.on_accent) >= LEGIBLE
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn color(text: &str) -> Color {
        text.parse().unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((Color::BLACK.contrast(Color::WHITE) - 21.0).abs() < 1e-9);
        assert!((Color::WHITE.contrast(Color::WHITE) - 1.0).abs() < 1e-9);
        // The well-known greys just on either side of the limit.
        assert!(color("#767676").contrast(Color::WHITE) >= LEGIBLE);
        assert!(color("#777777").contrast(Color::WHITE) < LEGIBLE);
    }

    #[test]
    fn a_color_is_read_as_it_is_written() {
        assert_eq!(color("#0D6B5E").to_string(), "#0d6b5e");
        for wrong in ["", "0d6b5e", "#fff", "#12345g", "#1234567", "red", "#é345", "#+12345"] {
            assert_eq!(wrong.parse::<Color>(), Err(NotAColor), "{wrong}");
        }
    }

    #[test]
    fn a_color_that_can_be_read_stays_as_it_is() {
        assert_eq!(Shades::of(color("#0d6b5e"), &Grounds::LIGHT).accent, color("#0d6b5e"));
    }

    /// What stands on what, on either kind of page.
    fn check(color: Color) {
        // The ink and the soft ink of the style sheet, which also stand on tinted grounds.
        let inks = [[[0x1b, 0x24, 0x20], [0x55, 0x60, 0x5a]], [[0xe8, 0xee, 0xea], [0xa9, 0xb5, 0xaf]]];
        for (grounds, inks) in [Grounds::LIGHT, Grounds::DARK].iter().zip(inks) {
            let Shades { accent, accent_deep, on_accent, tint } = Shades::of(color, grounds);
            for (words, ground) in [
                (accent, grounds.ground),
                (accent, grounds.paper),
                (accent, tint),
                (accent_deep, grounds.ground),
                (accent_deep, grounds.paper),
                (accent_deep, tint),
                (on_accent, accent),
                (on_accent, accent_deep),
                (Color(inks[0]), tint),
                (Color(inks[1]), tint),
            ] {
                let contrast = words.contrast(ground);
                assert!(contrast >= LEGIBLE, "{color}: {words} on {ground} is {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_edges_of_all_colors_can_be_read() {
        let channel = [0, 1, 60, 118, 119, 128, 200, 254, 255];
        for red in channel {
            for green in channel {
                for blue in channel {
                    check(Color([red, green, blue]));
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn every_color_can_be_read_on_every_ground(channels in any::<[u8; 3]>()) {
            check(Color(channels));
        }
    }
}
