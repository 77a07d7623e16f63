//! What happens to a page before somebody hands it in a second time.

use super::ink::{Dice, Page};
use image::{ExtendedColorType, codecs::jpeg::JpegEncoder};

/// A change by its name.
type Change = (&'static str, fn(&Page, &mut Dice) -> Page);

/// The changes that are to be seen through.
pub const CHANGES: [Change; 5] = [
    ("recompressed", |page, _| recompressed(&smaller(page), 35)),
    ("cropped by 5 %", |page, dice| recompressed(&cropped(page, dice), 80)),
    ("turned by 2°", |page, dice| recompressed(&turned(page, dice, false), 80)),
    ("turned by 2°, corners kept", |page, dice| recompressed(&turned(page, dice, true), 80)),
    ("brighter", |page, _| recompressed(&brighter(page), 80)),
];

/// Saved anew as a JPEG.
pub fn recompressed(page: &Page, quality: u8) -> Page {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode(&page.pixels, page.width as u32, page.height as u32, ExtendedColorType::L8)
        .expect("encoded");
    let pixels = image::load_from_memory(&bytes).expect("decoded").to_luma8().into_raw();
    Page { width: page.width, height: page.height, pixels }
}

fn smaller(page: &Page) -> Page {
    drawn(page, (page.width * 7 / 10, page.height * 7 / 10), 255, |(x, y)| (x / 0.7, y / 0.7))
}

/// A twentieth of the width and of the height is gone, from either end or both.
fn cropped(page: &Page, dice: &mut Dice) -> Page {
    let (across, down) = (page.width / 20, page.height / 20);
    let (left, top) = (dice.within(0, across) as f32, dice.within(0, down) as f32);
    drawn(page, (page.width - across, page.height - down), 255, |(x, y)| (x + left, y + top))
}

/// Turned one way or the other; with its corners, the sheet grows.
fn turned(page: &Page, dice: &mut Dice, whole: bool) -> Page {
    let degrees: f32 = if dice.below(2) == 0 { 2.0 } else { -2.0 };
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (width, height) = (page.width as f32, page.height as f32);
    let size = if whole {
        ((width * cos + height * sin.abs()) as i32, (height * cos + width * sin.abs()) as i32)
    } else {
        (page.width, page.height)
    };
    drawn(page, size, if whole { 255 } else { 200 }, |(x, y)| {
        let (x, y) = (x - size.0 as f32 / 2.0, y - size.1 as f32 / 2.0);
        (width / 2.0 + cos * x + sin * y, height / 2.0 - sin * x + cos * y)
    })
}

fn brighter(page: &Page) -> Page {
    let pixels = page.pixels.iter().map(|pixel| (f32::from(*pixel) * 1.15 + 25.0).min(255.0) as u8).collect();
    Page { pixels, ..page.clone() }
}

/// A page of this size, each pixel from where it was on the former one.
fn drawn(
    page: &Page,
    (width, height): (i32, i32),
    beyond: u8,
    from: impl Fn((f32, f32)) -> (f32, f32),
) -> Page {
    let mut drawn = Page::new(width, height, beyond);
    for y in 0..height {
        for x in 0..width {
            if let Some(shade) = between(page, from((x as f32, y as f32))) {
                drawn.put(x, y, shade as u8);
            }
        }
    }
    drawn
}

fn between(page: &Page, (x, y): (f32, f32)) -> Option<f32> {
    let (column, row) = (x.floor() as i32, y.floor() as i32);
    if column < 0 || row < 0 || column + 1 >= page.width || row + 1 >= page.height {
        return None;
    }
    let (right, down) = (x - x.floor(), y - y.floor());
    let at = |x: i32, y: i32| f32::from(page.pixels[(y * page.width + x) as usize]);
    let upper = at(column, row) * (1.0 - right) + at(column + 1, row) * right;
    let lower = at(column, row + 1) * (1.0 - right) + at(column + 1, row + 1) * right;
    Some(upper * (1.0 - down) + lower * down)
}
