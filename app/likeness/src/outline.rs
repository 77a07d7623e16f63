//! A page's outline: the signs of its lowest spatial frequencies.

use super::{FAR, Sheet, place::Placing};
use std::{collections::BTreeSet, f32::consts::PI, sync::LazyLock};

/// Samples along each side.
const SAMPLES: usize = 32;
/// Frequencies in each direction.
const WAVES: usize = 16;
/// What is left out around the page: there it is cut, and there its corners are turned away.
const MARGIN: f32 = 0.1;
/// Bands of an outline.
pub const BANDS: usize = 16;
/// Signs in a band.
const SIGNS: usize = 20;
/// Frequencies that bands are drawn from: the lowest, whose signs hold best.
const STEADY: usize = 64;
/// The least certain signs of a band, of which both are tried.
const DOUBTFUL: usize = 2;

/// The signs of a page's frequencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Outline([u8; WAVES * WAVES / 8]);

/// A page as it may have been before it was cut or turned.
#[derive(Clone, Debug)]
pub struct Probe {
    pub(super) placing: Placing,
    outline: Outline,
    bands: Vec<i32>,
}

/// Cosines by frequency and sample, and the frequencies of each band.
struct Plan {
    waves: Vec<Vec<f32>>,
    bands: Vec<Vec<usize>>,
}

static PLAN: LazyLock<Plan> = LazyLock::new(|| Plan {
    waves: (0..WAVES)
        .map(|wave| {
            let at = |sample: usize| (PI * (sample as f32 + 0.5) * wave as f32 / SAMPLES as f32).cos();
            (0..SAMPLES).map(at).collect()
        })
        .collect(),
    bands: (0..BANDS).map(drawn).collect(),
});

/// The frequencies of a band: drawn from the steady ones, each time the same.
fn drawn(band: usize) -> Vec<usize> {
    let mut pool: Vec<usize> = (1..WAVES * WAVES).collect();
    pool.sort_by_key(|at| {
        let (x, y) = (at % WAVES, at / WAVES);
        (x * x + y * y, x)
    });
    pool.truncate(STEADY);
    let mut state = band as u64 * 31 + 7;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    (0..SIGNS).map(|_| pool.swap_remove(draw() % pool.len())).collect()
}

impl Outline {
    /// Of a page as it is.
    pub fn of(sheet: &Sheet) -> Self {
        Self::signs(&strengths(sheet, &Placing::SAME))
    }

    /// As it was kept; nothing where it is none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// As it is kept.
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// How many of the 256 signs differ.
    pub fn distance(&self, other: &Self) -> u32 {
        self.0.iter().zip(other.0).map(|(one, other)| (one ^ other).count_ones()).sum()
    }

    /// The bands by which an index finds it: each says which one it is and what its signs are.
    pub fn bands(&self) -> Vec<i32> {
        (0..).zip(&PLAN.bands).map(|(band, signs)| tagged(band, self.read(signs))).collect()
    }

    fn signs(strengths: &[f32]) -> Self {
        let mut bytes = [0; WAVES * WAVES / 8];
        for (byte, eight) in bytes.iter_mut().zip(strengths.chunks(8)) {
            *byte = eight.iter().rev().fold(0, |byte, strength| (byte << 1) | u8::from(*strength > 0.0));
        }
        Self(bytes)
    }

    fn read(&self, signs: &[usize]) -> i32 {
        signs.iter().rev().fold(0, |value, at| {
            let byte = self.0.get(at / 8).copied().unwrap_or_default();
            (value << 1) | i32::from((byte >> (at % 8)) & 1)
        })
    }
}

const fn tagged(band: i32, value: i32) -> i32 {
    (band << SIGNS) | value
}

/// The page in every way that it may have been cut or turned.
pub fn probes(sheet: &Sheet) -> Vec<Probe> {
    Placing::likely().into_iter().map(|placing| Probe::of(sheet, placing)).collect()
}

/// How far a kept outline is from the nearest of these; nothing where it is too far to be of the same page.
pub fn nearest(probes: &[Probe], kept: &Outline) -> Option<u32> {
    probes.iter().filter_map(|probe| probe.distance(kept)).min()
}

/// Every band by which one of these is found.
pub fn sought(probes: &[Probe]) -> BTreeSet<i32> {
    probes.iter().flat_map(|probe| probe.bands.iter().copied()).collect()
}

impl Probe {
    fn of(sheet: &Sheet, placing: Placing) -> Self {
        let strengths = strengths(sheet, &placing);
        let outline = Outline::signs(&strengths);
        let bands = (0..).zip(&PLAN.bands).flat_map(|(band, signs)| {
            let value = outline.read(signs);
            let [one, other] = doubtful(signs, &strengths);
            [value, value ^ one, value ^ other, value ^ one ^ other].map(|value| tagged(band, value))
        });
        Self { placing, outline, bands: bands.collect() }
    }

    /// How far a kept outline is from this one; nothing where it is too far.
    pub(super) fn distance(&self, kept: &Outline) -> Option<u32> {
        Some(self.outline.distance(kept)).filter(|distance| *distance <= FAR)
    }
}

/// The places, as masks of a band's value, of its least certain signs.
fn doubtful(signs: &[usize], strengths: &[f32]) -> [i32; DOUBTFUL] {
    let mut weak: Vec<(f32, i32)> =
        (0..).zip(signs).map(|(at, sign)| (strengths.get(*sign).map_or(0.0, |s| s.abs()), 1 << at)).collect();
    weak.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut masks = weak.into_iter().map(|(_, mask)| mask);
    std::array::from_fn(|_| masks.next().unwrap_or_default())
}

/// How strong each frequency is in the page laid like this.
fn strengths(sheet: &Sheet, placing: &Placing) -> Vec<f32> {
    let [_, half, _] = &sheet.layers;
    let place = |at: usize| MARGIN + (1.0 - 2.0 * MARGIN) * (at as f32 + 0.5) / SAMPLES as f32;
    let mut across = Vec::with_capacity(SAMPLES);
    for y in 0..SAMPLES {
        let row: Vec<f32> =
            (0..SAMPLES).map(|x| half.at(placing.of(sheet.aspect, (place(x), place(y))))).collect();
        across.push(PLAN.waves.iter().map(|wave| product(wave, &row)).collect::<Vec<f32>>());
    }
    let mut all = Vec::with_capacity(WAVES * WAVES);
    for down in &PLAN.waves {
        for x in 0..WAVES {
            all.push(across.iter().zip(down).map(|(row, wave)| row.get(x).map_or(0.0, |s| s * wave)).sum());
        }
    }
    // How bright the page is as a whole says nothing.
    if let Some(mean) = all.first_mut() {
        *mean = 0.0;
    }
    all
}

fn product(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::{BANDS, Outline, PLAN, SIGNS, probes, sought};
    use crate::Sheet;

    fn sheet() -> Sheet {
        let pixels: Vec<u8> =
            (0..400_u32 * 300).map(|at| ((at % 400) * (at / 400) / 7 % 256) as u8).collect();
        Sheet::of(400, 300, &pixels).unwrap()
    }

    #[test]
    fn a_page_is_sought_by_its_own_bands() {
        let outline = Outline::of(&sheet());
        let all = sought(&probes(&sheet()));
        assert_eq!(outline.bands().len(), BANDS);
        assert!(outline.bands().iter().all(|band| all.contains(band)));
        assert_eq!(Outline::from_bytes(outline.as_bytes()), Some(outline));
        assert_eq!(Outline::from_bytes(&[0; 31]), None);
    }

    /// What is stored would be found no more with other ones.
    #[test]
    fn the_frequencies_of_bands_stay_as_they_are() {
        assert!(PLAN.bands.iter().all(|band| band.len() == SIGNS));
        let sums: Vec<usize> = PLAN.bands.iter().map(|band| band.iter().sum()).collect();
        assert_eq!(sums.iter().sum::<usize>(), 18_655);
    }
}
