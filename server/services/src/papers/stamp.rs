//! For whose eyes a picture was drawn, burned into it: slanting, again and again, so that no part of it goes without.
//! What lies beneath stays readable: light ground is made darker, dark ground lighter.

use super::{Pens, picture};
use hayro::{
    kurbo::{Affine, BezPath, Rect, Shape},
    vello_cpu::{Pixmap, RenderContext, Resources, color::palette::css::WHITE},
};
use image::{RgbImage, imageops};

/// Letters stand this often in the longest edge, one above the other.
const LETTERS_IN_EDGE: u32 = 48;
/// The smallest and the largest letters, in pixels: smaller ones are illegible, larger ones hide.
const LETTERS: (u32, u32) = (11, 34);
/// Characters of a line; a longer one is broken.
const IN_LINE: usize = 40;
/// A line's height in letters.
const LINE: f64 = 1.35;
/// How it slants, in degrees.
const SLANT: f64 = -30.0;
/// Of 256: how much the letters weigh on what lies beneath.
const WEIGHT: u32 = 72;

/// What is to be made of one of our pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// What is written on it, line by line.
    pub lines: Vec<String>,
    /// Quarter turns to the right.
    pub turn: u8,
    /// Whether it is to be small enough for a list.
    pub small: bool,
}

/// The picture, turned and written on. Nothing where it isn't one of ours.
pub(crate) fn stamp(jpeg: &[u8], stamp: &Stamp, pens: &Pens) -> Option<Vec<u8>> {
    let mut picture = picture::decode_ours(jpeg, stamp.small)?;
    picture = match stamp.turn % 4 {
        1 => imageops::rotate90(&picture),
        2 => imageops::rotate180(&picture),
        3 => imageops::rotate270(&picture),
        _ => picture,
    };
    let edge = picture.width().max(picture.height());
    let size = (edge / LETTERS_IN_EDGE).clamp(LETTERS.0, LETTERS.1);
    Tile::of(&stamp.lines, size, pens)?.burn(&mut picture);
    picture::encode_ours(&picture, stamp.small)
}

/// The text once, with room around it.
struct Tile {
    width: usize,
    /// How much of each pixel the text covers, row by row.
    cover: Vec<u8>,
}

impl Tile {
    fn of(lines: &[String], size: u32, pens: &Pens) -> Option<Self> {
        let text = text(lines, size, pens);
        let slanted = Affine::rotate(SLANT.to_radians()) * text;
        let room = f64::from(size);
        let bounds: Rect = slanted.bounding_box().inflate(room, room);
        let (width, height) = (pixels(bounds.width())?, pixels(bounds.height())?);
        let mut drawing = RenderContext::new(width, height);
        drawing.set_paint(WHITE);
        drawing.set_transform(Affine::translate((-bounds.x0, -bounds.y0)));
        drawing.fill_path(&slanted);
        drawing.flush();
        let mut drawn = Pixmap::new(width, height);
        drawing.render(&mut drawn, &mut Resources::new());
        Some(Self { width: width.into(), cover: drawn.data().iter().map(|pixel| pixel.a).collect() })
    }

    /// Writes it all over the picture, every other row of it shifted by half.
    fn burn(&self, picture: &mut RgbImage) {
        let mut rows = (0..2).cycle().flat_map(|odd| {
            let shift = odd * self.width / 2;
            self.cover.chunks(self.width).map(move |row| (row, shift))
        });
        for (_, pixels) in picture.enumerate_rows_mut() {
            let Some((row, shift)) = rows.next() else { return };
            for ((_, _, pixel), cover) in pixels.zip(row.iter().cycle().skip(shift)) {
                if *cover > 0 {
                    pixel.0 = weighed(pixel.0, u32::from(*cover));
                }
            }
        }
    }
}

/// The lines below each other, those that are too long broken.
fn text(lines: &[String], size: u32, pens: &Pens) -> BezPath {
    let characters: Vec<Vec<char>> = lines.iter().map(|line| line.chars().collect()).collect();
    let broken = characters.iter().flat_map(|line| line.chunks(IN_LINE));
    let mut path = BezPath::new();
    let mut down = 0.0;
    for line in broken {
        #[expect(clippy::cast_precision_loss, reason = "a few dozen pixels")]
        let (outline, _) = pens.line(&line.iter().collect::<String>(), size as f32);
        path.extend(Affine::translate((0.0, down)) * outline);
        down += f64::from(size) * LINE;
    }
    path
}

/// A length in whole pixels; none where there is nothing to draw.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "only what is in bounds is cast")]
fn pixels(length: f64) -> Option<u16> {
    (1.0..8000.0).contains(&length).then(|| length.ceil() as u16)
}

/// A pixel under a letter that covers so much of it.
fn weighed([red, green, blue]: [u8; 3], cover: u32) -> [u8; 3] {
    let light = u32::from(red) * 2 + u32::from(green) * 5 + u32::from(blue) >= 8 * 128;
    let weight = cover * WEIGHT / 255;
    [red, green, blue].map(|value| {
        let value = u32::from(value);
        let to = if light { 0 } else { 255 };
        u8::try_from((value * (256 - weight) + to * weight) / 256).unwrap_or(u8::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::FONT_PLACES;

    fn pens() -> Pens {
        Pens::new(FONT_PLACES.map(Into::into).to_vec())
    }

    fn ours(width: u32, height: u32, shade: u8) -> Vec<u8> {
        picture::encode_ours(&RgbImage::from_pixel(width, height, image::Rgb([shade; 3])), false).unwrap()
    }

    fn of(who: &str, turn: u8) -> Stamp {
        let lines = vec![who.to_owned(), "2026-11-28 12:03 +08:00 海湾支付".into()];
        Stamp { lines, turn, small: false }
    }

    fn open(jpeg: &[u8]) -> RgbImage {
        image::load_from_memory(jpeg).unwrap().to_rgb8()
    }

    /// How many pixels of a part differ from the shade it had.
    fn marked(picture: &RgbImage, part: (u32, u32, u32, u32), shade: u8) -> usize {
        let (x, y, width, height) = part;
        let view = imageops::crop_imm(picture, x, y, width, height).to_image();
        view.pixels().filter(|pixel| pixel.0[1].abs_diff(shade) > 24).count()
    }

    #[test]
    fn no_quarter_of_a_page_goes_without_and_most_of_it_stays_as_it_was() {
        for shade in [255, 128, 127, 0] {
            let page = open(&stamp(&ours(1130, 1600, shade), &of("li@harbour.example", 0), &pens()).unwrap());
            assert_eq!(page.dimensions(), (1130, 1600));
            for (x, y) in [(0, 0), (565, 0), (0, 800), (565, 800)] {
                let marks = marked(&page, (x, y, 565, 800), shade);
                assert!((5_000..90_000).contains(&marks), "{shade}: {marks} of 452000 at {x}, {y}");
            }
        }
    }

    #[test]
    fn each_viewer_leaves_another_mark() {
        let page = ours(1130, 1600, 255);
        let by = |who: &str| open(&stamp(&page, &of(who, 0), &pens()).unwrap());
        let (li, wang) = (by("li@harbour.example"), by("wang@harbour.example"));
        let differ = li.pixels().zip(wang.pixels()).filter(|(one, other)| one.0[1].abs_diff(other.0[1]) > 24);
        assert!(differ.count() > 10_000);
        assert_eq!(li, by("li@harbour.example"));
    }

    #[test]
    fn what_lies_beneath_can_be_told_from_its_ground() {
        for cover in [0, 100, 255] {
            let (black, white) = (weighed([0; 3], cover)[0], weighed([255; 3], cover)[0]);
            assert!(white - black > 100, "{black} on {white}");
        }
        assert_eq!(weighed([200, 10, 30], 0), [200, 10, 30]);
    }

    #[test]
    fn a_turned_page_is_written_on_upright() {
        let page =
            |turn| open(&stamp(&ours(400, 900, 255), &of("li@harbour.example", turn), &pens()).unwrap());
        assert_eq!(page(1).dimensions(), (900, 400));
        assert_eq!(page(2).dimensions(), (400, 900));
        assert_eq!(page(3), page(1), "a blank page is the same from both sides");
        assert_eq!(page(4), page(0));
    }

    #[test]
    fn a_small_one_is_written_on_too() {
        let small = Stamp { small: true, ..of("li@harbour.example", 0) };
        let picture = open(&stamp(&ours(1130, 1600, 255), &small, &pens()).unwrap());
        assert_eq!(picture.height(), 320);
        assert!(marked(&picture, (0, 0, 226, 320), 255) > 500);
    }

    #[test]
    fn the_longest_address_leaves_its_mark_and_what_is_no_picture_of_ours_none() {
        let long = format!("{}@{}.example", "a".repeat(64), "b".repeat(60));
        assert!(stamp(&ours(1600, 1130, 255), &of(&long, 0), &pens()).is_some());
        assert_eq!(stamp(b"GIF89a", &of("li@harbour.example", 0), &pens()), None);
    }
}
