//! Laying one sheet on another, and looking whether the print is the same.

use super::{
    Outline, Probe, Sheet,
    place::{Placing, WAYS},
    sheet::Layer,
};

/// What is left out around the page.
const MARGIN: f32 = 0.09;
/// Samples along each side in which print is looked at, and squares along each side.
const FINE: usize = 104;
const SQUARES: usize = 8;
const SQUARE: usize = FINE / SQUARES;
/// How far to the left and the right lines are taken the mean of: stripes of text are alike, letters are not.
const REACH: usize = 6;
/// A square with less contrast than this has no print.
const FAINT: f32 = 6.0;
/// Fewer squares with print than this tell nothing.
pub(super) const FEWEST: usize = 6;
/// Print that agrees better than this is the same; below [`OTHER`] it is other print.
const SAME: f32 = 0.6;
const OTHER: f32 = 0.4;
/// The squares that may hold other print in the same page (shine, a thumb), and that have to agree, in per cent.
const MOST_OTHER: usize = 5;
const LEAST_SAME: usize = 65;
/// The best ways of laying the sheets that are tried.
const STARTS: usize = 3;
/// The finenesses in which sheets are laid, the coarse one first: which layer, samples along a side, sizes of steps.
const STAGES: [(usize, usize, [f32; 2]); 3] =
    [(2, 26, [1.0, 0.5]), (1, 52, [0.35, 0.18]), (0, FINE, [0.12, 0.06])];
/// Rounds of mending with one size of steps.
const ROUNDS: usize = 4;

/// How alike two pages are that were laid on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Squares with print on either page.
    pub printed: usize,
    /// Of them, those in which it is the same.
    pub same: usize,
    /// Of them, those in which it is other print.
    pub other: usize,
}

impl Likeness {
    /// In how many of a hundred squares it is the same.
    pub fn per_cent(&self) -> u8 {
        u8::try_from(self.same * 100 / self.printed.max(1)).unwrap_or(100)
    }

    /// Whether it is one page.
    pub const fn is_same(&self) -> bool {
        self.printed >= FEWEST
            && self.other * 100 <= self.printed * MOST_OTHER
            && self.same * 100 >= self.printed * LEAST_SAME
    }
}

/// Lays a page on a kept one, in the ways that its probes propose, and says how alike they are; nothing where their
/// outlines are of different things.
pub fn compare((sheet, probes): (&Sheet, &[Probe]), (kept, outline): (&Sheet, &Outline)) -> Option<Likeness> {
    let mut starts: Vec<(u32, Placing)> =
        probes.iter().filter_map(|probe| Some((probe.distance(outline)?, probe.placing))).collect();
    starts.sort_by_key(|(distance, _)| *distance);
    let mut found: Option<Likeness> = None;
    for (_, start) in starts.into_iter().take(STARTS) {
        let likeness = laid(sheet, kept, lay(sheet, kept, start));
        if found.is_none_or(|before| likeness.other * before.printed < before.other * likeness.printed) {
            found = Some(likeness);
        }
        if likeness.is_same() {
            return Some(likeness);
        }
    }
    found
}

/// Mends a placing until the sheets agree best.
fn lay(sheet: &Sheet, kept: &Sheet, start: Placing) -> Placing {
    let mut best = start;
    for (layer, samples, steps) in STAGES {
        let (Some(mine), Some(theirs)) = (sheet.layers.get(layer), kept.layers.get(layer)) else { continue };
        let below = seen(theirs, kept.aspect, &Placing::SAME, samples);
        let agrees = |placing: &Placing| agreement(&below, &seen(mine, sheet.aspect, placing, samples));
        for step in steps {
            best = mend(best, step, agrees);
        }
    }
    best
}

fn mend(start: Placing, step: f32, agrees: impl Fn(&Placing) -> f32) -> Placing {
    let (mut best, mut agreed) = (start, agrees(&start));
    for _ in 0..ROUNDS {
        let before = agreed;
        for way in WAYS {
            for step in [-step, step] {
                loop {
                    let tried = best.mended(way, step);
                    let now = agrees(&tried);
                    if now <= agreed + 1e-5 {
                        break;
                    }
                    (best, agreed) = (tried, now);
                }
            }
        }
        if agreed - before < 1e-4 {
            break;
        }
    }
    best
}

/// What is seen of a layer that is laid like this.
fn seen(layer: &Layer, aspect: f32, placing: &Placing, samples: usize) -> Vec<f32> {
    let place = |at: usize| MARGIN + (1.0 - 2.0 * MARGIN) * (at as f32 + 0.5) / samples as f32;
    let mut all = Vec::with_capacity(samples * samples);
    for y in 0..samples {
        all.extend((0..samples).map(|x| layer.at(placing.of(aspect, (place(x), place(y))))));
    }
    all
}

/// How well brightness agrees, from -1 to 1, whatever the light.
fn agreement(one: &[f32], other: &[f32]) -> f32 {
    let mean = |values: &[f32]| values.iter().sum::<f32>() / values.len().max(1) as f32;
    let (one_mean, other_mean) = (mean(one), mean(other));
    let (mut both, mut ones, mut others) = (0.0, 0.0, 0.0);
    for (one, other) in one.iter().zip(other) {
        let (one, other) = (one - one_mean, other - other_mean);
        both += one * other;
        ones += one * one;
        others += other * other;
    }
    if ones <= 1e-3 || others <= 1e-3 { 0.0 } else { both / (ones * others).sqrt() }
}

/// Looks, square by square, whether the print is the same.
fn laid(sheet: &Sheet, kept: &Sheet, placing: Placing) -> Likeness {
    let (mine, theirs) = (print(sheet, &placing), print(kept, &Placing::SAME));
    let mut likeness = Likeness { printed: 0, same: 0, other: 0 };
    for (left, top) in squares() {
        let there = square(&theirs, left, top);
        if contrast(&there).max(contrast(&square(&mine, left, top))) < FAINT {
            continue;
        }
        // Laid as well as may be, print is still off by a part of a cell here and there.
        let near = [(1, 1), (0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2)];
        let agrees = near
            .into_iter()
            .map(|(right, down)| agreement(&there, &shifted(&mine, left + right, top + down)))
            .fold(-1.0, f32::max);
        likeness.printed += 1;
        likeness.same += usize::from(agrees > SAME);
        likeness.other += usize::from(agrees < OTHER);
    }
    likeness
}

/// Squares with print on one page.
pub(super) fn printed(sheet: &Sheet) -> usize {
    let print = print(sheet, &Placing::SAME);
    squares().filter(|(left, top)| contrast(&square(&print, *left, *top)) >= FAINT).count()
}

fn squares() -> impl Iterator<Item = (usize, usize)> {
    (0..SQUARES).flat_map(|row| (0..SQUARES).map(move |column| (column * SQUARE, row * SQUARE)))
}

/// What stands out from its line: print, without the stripes that all print makes.
fn print(sheet: &Sheet, placing: &Placing) -> Vec<f32> {
    let [whole, ..] = &sheet.layers;
    let all = seen(whole, sheet.aspect, placing, FINE);
    let mut print = Vec::with_capacity(all.len());
    for line in all.chunks_exact(FINE) {
        for (at, value) in line.iter().enumerate() {
            let around = line.get(at.saturating_sub(REACH)..(at + REACH + 1).min(FINE)).unwrap_or_default();
            print.push(value - around.iter().sum::<f32>() / around.len().max(1) as f32);
        }
    }
    print
}

fn square(print: &[f32], left: usize, top: usize) -> Vec<f32> {
    shifted(print, left + 1, top + 1)
}

/// A square, with places counted from one beyond the edge; out there nothing stands out.
fn shifted(print: &[f32], left: usize, top: usize) -> Vec<f32> {
    let cell = |x: usize, y: usize| {
        let (x, y) = (x.checked_sub(1)?, y.checked_sub(1)?);
        if x < FINE { print.get(y * FINE + x).copied() } else { None }
    };
    (top..top + SQUARE)
        .flat_map(|y| (left..left + SQUARE).map(move |x| cell(x, y).unwrap_or_default()))
        .collect()
}

fn contrast(square: &[f32]) -> f32 {
    (square.iter().map(|value| value * value).sum::<f32>() / square.len().max(1) as f32).sqrt()
}
