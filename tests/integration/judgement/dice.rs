//! Chance that repeats: the same seed throws the same cases.

use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;
use time::{Date, Duration};

/// Dice of a seed.
#[derive(Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// One of these.
    pub(super) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let place = self.below(u64::try_from(all.len()).expect("a length"));
        &all[usize::try_from(place).expect("a place")]
    }

    /// So many times in a hundred.
    pub(super) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// So many digits.
    pub(super) fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from_digit(u32::try_from(self.below(10)).expect("a digit"), 10).expect("a digit"))
            .collect()
    }

    /// A day from the first on, before the last.
    pub(super) fn day(&mut self, first: Date, last: Date) -> Date {
        let span = u64::try_from((last - first).whole_days()).expect("a span");
        first + Duration::days(i64::try_from(self.below(span)).expect("days"))
    }

    /// A photograph that is like no other: patches of colour with the grain of a camera.
    pub(super) fn photo(&mut self) -> Vec<u8> {
        let patches: Vec<[u8; 3]> =
            (0..80).map(|_| self.next().to_be_bytes()[..3].try_into().expect("a colour")).collect();
        let pixel = |x: u32, y: u32| {
            let patch = patches[usize::try_from(y / 30 * 10 + x / 32).expect("a patch").min(79)];
            let grain = u8::try_from((x * 7 + y * 13) % 9).expect("grain");
            Rgb(patch.map(|part| part.saturating_add(grain)))
        };
        let mut bytes = Cursor::new(Vec::new());
        RgbImage::from_fn(320, 240, pixel).write_to(&mut bytes, ImageFormat::Jpeg).expect("a photograph");
        bytes.into_inner()
    }
}

/// The same photograph to the dot, in other bytes: a comment stands in it.
pub(super) fn with_comment(photo: &[u8], comment: &str) -> Vec<u8> {
    let length = u16::try_from(comment.len() + 2).expect("a length").to_be_bytes();
    [&photo[..2], &[0xff, 0xfe], &length, comment.as_bytes(), &photo[2..]].concat()
}
