//! Drawing on a picture of pixels.

use super::letters::dots;
use image::{ImageEncoder as _, Rgb, RgbImage, codecs::jpeg::JpegEncoder};

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// A picture in the making.
pub(super) struct Canvas(RgbImage);

impl Canvas {
    /// One that runs from one colour at the top to another at the bottom, with the grain of a photograph.
    pub(super) fn new(width: u32, height: u32, top: Colour, bottom: Colour, seed: u32) -> Self {
        let mut noise = seed | 1;
        Self(RgbImage::from_fn(width, height, |_, y| {
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            Rgb(blend(top, bottom, y, height).map(|part| part.saturating_add(grain(noise))))
        }))
    }

    /// Fills a box; `share` of 256 is its opacity.
    pub(super) fn fill(
        &mut self,
        (x, y): (u32, u32),
        (width, height): (u32, u32),
        colour: Colour,
        share: u32,
    ) {
        for py in y..(y + height).min(self.0.height()) {
            for px in x..(x + width).min(self.0.width()) {
                self.dot(px, py, colour, share);
            }
        }
    }

    /// Fills a circle.
    pub(super) fn disc(&mut self, (x, y): (u32, u32), radius: u32, colour: Colour) {
        for py in y.saturating_sub(radius)..(y + radius).min(self.0.height()) {
            for px in x.saturating_sub(radius)..(x + radius).min(self.0.width()) {
                if px.abs_diff(x).pow(2) + py.abs_diff(y).pow(2) < radius.pow(2) {
                    self.dot(px, py, colour, 256);
                }
            }
        }
    }

    /// Writes with dots of this size; letters we lack leave a gap.
    pub(super) fn write(&mut self, (x, y): (u32, u32), size: u32, text: &str, colour: Colour, share: u32) {
        let mut left = x;
        for letter in text.chars() {
            for (row, bits) in (0_u32..).zip(dots(letter).unwrap_or_default()) {
                for column in (0..5).filter(|column| bits & (16 >> column) != 0) {
                    self.fill((left + column * size, y + row * size), (size, size), colour, share);
                }
            }
            left += 6 * size;
        }
    }

    /// The picture as a camera would keep it.
    pub(super) fn jpeg(&self) -> anyhow::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, 82).write_image(
            self.0.as_raw(),
            self.0.width(),
            self.0.height(),
            image::ExtendedColorType::Rgb8,
        )?;
        Ok(bytes)
    }

    fn dot(&mut self, x: u32, y: u32, colour: Colour, share: u32) {
        if let Some(pixel) = self.0.get_pixel_mut_checked(x, y) {
            pixel.0 = blend(pixel.0, colour, share, 256);
        }
    }
}

/// So much of the second colour, of `whole`, over the first.
fn blend(under: Colour, over: Colour, share: u32, whole: u32) -> Colour {
    let mut mixed = under;
    for (part, over) in mixed.iter_mut().zip(over) {
        let sum = u32::from(*part) * (whole - share) + u32::from(over) * share;
        *part = u8::try_from(sum / whole).unwrap_or(u8::MAX);
    }
    mixed
}

fn grain(noise: u32) -> u8 {
    u8::try_from(noise % 9).unwrap_or_default()
}
