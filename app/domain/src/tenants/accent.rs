//! A tenant's one colour, kept as given and corrected where it is shown.
//!
//! Contrast is WCAG 2's; the correction walks OKLCH's lightness alone, so that the hue stays the tenant's.

use std::{fmt, str::FromStr};

/// WCAG 2.2 AA for text.
pub const LEAST_CONTRAST: f64 = 4.5;

/// The darkest ground that light pages put an accent on, and the lightest of dark pages (`--sunken` of the style
/// sheet): the hardest to read on.
const LIGHT_GROUND: Accent = Accent([0xee, 0xf1, 0xf4]);
const DARK_GROUND: Accent = Accent([0x24, 0x27, 0x2e]);
const WHITE: Accent = Accent([0xff; 3]);
const INK: Accent = Accent([0x0b, 0x0d, 0x12]);

/// A colour of sRGB, as given: `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Accent([u8; 3]);

/// A text that isn't `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a colour of the form #rrggbb")]
pub struct NoColour;

/// A colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl FromStr for Accent {
    type Err = NoColour;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let digits = typed.trim().strip_prefix('#').ok_or(NoColour)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NoColour);
        }
        let channel = |at: usize| {
            digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).ok_or(NoColour)
        };
        Ok(Self([channel(0)?, channel(2)?, channel(4)?]))
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Accent {
    /// The nearest colour of the same hue that reads on the theme's grounds, as text and behind text.
    #[must_use]
    pub fn corrected(self, theme: Theme) -> Self {
        let ground = match theme {
            Theme::Light => LIGHT_GROUND,
            Theme::Dark => DARK_GROUND,
        };
        if self.contrast(ground) >= LEAST_CONTRAST {
            return self;
        }
        let own = Oklch::from(self);
        let end = match theme {
            Theme::Light => 0.0,
            Theme::Dark => 1.0,
        };
        // At the far end stands black or white, which reads; between, contrast grows with every step.
        let (mut fails, mut reads) = (own.lightness, end);
        for _ in 0..24 {
            let middle = f64::midpoint(fails, reads);
            let tried = own.at(middle);
            *(if tried.contrast(ground) >= LEAST_CONTRAST { &mut reads } else { &mut fails }) = middle;
        }
        own.at(reads)
    }

    /// White or ink, whichever reads better on this colour.
    #[must_use]
    pub fn text_on(self) -> Self {
        if self.contrast(WHITE) >= self.contrast(INK) { WHITE } else { INK }
    }

    /// WCAG 2's contrast of two colours, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Channels in linear light, 0 to 1.
    fn linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// From linear light; nothing where a channel lies outside sRGB by more than rounding.
    fn from_linear(linear: [f64; 3]) -> Option<Self> {
        let inside = linear.iter().all(|value| (-1e-4..=1.0 + 1e-4).contains(value));
        inside.then(|| {
            Self(linear.map(|value| {
                let value = value.clamp(0.0, 1.0);
                let encoded =
                    if value <= 0.003_130_8 { value * 12.92 } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 };
                byte(encoded * 255.0)
            }))
        })
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and clamped to a byte")]
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// Björn Ottosson's `OKLab` in polar form.
#[derive(Clone, Copy, Debug)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl From<Accent> for Oklch {
    fn from(colour: Accent) -> Self {
        let [red, green, blue] = colour.linear();
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let a = 1.977_998_495_1 * long - 2.428_592_205_0 * middle + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766_0 * short;
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * middle - 0.004_072_046_8 * short;
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl Oklch {
    /// This hue at another lightness, with as much of its chroma as sRGB has there.
    fn at(self, lightness: f64) -> Accent {
        let (mut least, mut most) = (0.0, self.chroma);
        if let Some(colour) = self.with(lightness, most) {
            return colour;
        }
        let mut best =
            self.with(lightness, 0.0).unwrap_or(if lightness < 0.5 { Accent([0; 3]) } else { WHITE });
        for _ in 0..16 {
            let middle = f64::midpoint(least, most);
            match self.with(lightness, middle) {
                Some(colour) => (best, least) = (colour, middle),
                None => most = middle,
            }
        }
        best
    }

    fn with(self, lightness: f64, chroma: f64) -> Option<Accent> {
        let (a, b) = (chroma * self.hue.cos(), chroma * self.hue.sin());
        let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let middle = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        Accent::from_linear([
            4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Accent {
        text.parse().unwrap()
    }

    #[test]
    fn colours_are_read_and_kept() {
        assert_eq!(colour(" #1A73E8 ").to_string(), "#1a73e8");
        for bad in
            ["", "1a73e8", "#1a73e", "#1a73e8f", "#12345g", "red", "#é1234", "#+1+2+3", "#１２３４５６"]
        {
            assert!(bad.parse::<Accent>().is_err(), "{bad}");
        }
    }

    #[test]
    fn contrast_is_wcags() {
        assert!((WHITE.contrast(Accent([0; 3])) - 21.0).abs() < 1e-9);
        assert!((colour("#777777").contrast(WHITE) - 4.478).abs() < 1e-3);
        assert!((colour("#767676").contrast(WHITE) - 4.542).abs() < 1e-3);
    }

    #[test]
    fn a_readable_colour_is_left_alone_and_yellow_is_not() {
        assert_eq!(colour("#0b5394").corrected(Theme::Light), colour("#0b5394"));
        let yellow = colour("#ffd400");
        assert_eq!(yellow.corrected(Theme::Dark), yellow);
        let darker = yellow.corrected(Theme::Light);
        assert_ne!(darker, yellow);
        let turned = (Oklch::from(darker).hue - Oklch::from(yellow).hue).abs();
        assert!(turned < 0.05, "hue stays: {turned}");
    }

    proptest! {
        #[test]
        fn whatever_is_given_reads_in_both_themes(channels: [u8; 3]) {
            let given = Accent(channels);
            for (theme, ground) in [(Theme::Light, LIGHT_GROUND), (Theme::Dark, DARK_GROUND)] {
                let shown = given.corrected(theme);
                prop_assert!(shown.contrast(ground) >= LEAST_CONTRAST, "{given} {theme:?} {shown}");
                prop_assert!(shown.contrast(shown.text_on()) >= LEAST_CONTRAST, "{given} {theme:?} {shown}");
                prop_assert_eq!(shown.corrected(theme), shown);
            }
            prop_assert!(given.corrected(Theme::Light).contrast(WHITE) >= LEAST_CONTRAST);
            prop_assert_eq!(given.to_string().parse::<Accent>().unwrap(), given);
        }
    }
}
