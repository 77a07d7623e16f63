//! How one page lies on another.

/// Where a place of one page is on the other: turned and stretched about the middle, then moved. Places go from 0 to 1
/// in both directions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placing {
    /// Degrees.
    pub(super) turn: f32,
    /// How much wider and higher.
    pub(super) wide: f32,
    pub(super) high: f32,
    /// How far moved.
    pub(super) right: f32,
    pub(super) down: f32,
}

/// Ways in which a placing is mended.
pub(super) const WAYS: [Way; 5] = [Way::Right, Way::Down, Way::Turn, Way::Wide, Way::High];

/// One of the ways in which a placing is mended.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    Turn,
    Wide,
    High,
    Right,
    Down,
}

/// As much as a page is cut or grown by where somebody cuts it.
const CUT: f32 = 0.05;
/// How much a sheet grows that is turned whole, with its corners; and as much smaller what is on it.
const GROWN: [f32; 3] = [1.0, 0.955, 1.047];

impl Placing {
    /// One page lies on the other as it is.
    pub(super) const SAME: Self = Self { turn: 0.0, wide: 1.0, high: 1.0, right: 0.0, down: 0.0 };

    /// Where a place is on the other page; `aspect` is the width of its sheet in heights.
    pub(super) fn of(&self, aspect: f32, (x, y): (f32, f32)) -> (f32, f32) {
        let (x, y) = ((x - 0.5) * self.wide, (y - 0.5) * self.high);
        let (sin, cos) = self.turn.to_radians().sin_cos();
        (0.5 + self.right + cos * x - sin * y / aspect, 0.5 + self.down + sin * x * aspect + cos * y)
    }

    /// A little further in one way: a step of 1 moves by 1.5 % of the page, turns by 0.6° or stretches by 2 %.
    pub(super) fn mended(mut self, way: Way, step: f32) -> Self {
        match way {
            Way::Turn => self.turn += 0.6 * step,
            Way::Wide => self.wide += 0.02 * step,
            Way::High => self.high += 0.02 * step,
            Way::Right => self.right += 0.015 * step,
            Way::Down => self.down += 0.015 * step,
        }
        self
    }

    /// How a page may have been cut, on any side, or turned.
    pub(super) fn likely() -> Vec<Self> {
        let mut all = Vec::new();
        for (wide, right) in cuts() {
            all.extend(cuts().map(|(high, down)| Self { turn: 0.0, wide, high, right, down }));
        }
        for turn in [-2.0, -1.0, 1.0, 2.0] {
            all.extend(GROWN.map(|size| Self { turn, wide: size, high: size, ..Self::SAME }));
        }
        all
    }
}

/// Along one direction: how it is stretched and moved where nothing, or a twentieth, was cut off at its two ends, of the
/// one page or of the other.
fn cuts() -> impl Iterator<Item = (f32, f32)> {
    let offs = [0.0, CUT / 2.0, CUT];
    let shorter = offs.map(|off| (1.0 / (1.0 - CUT), (0.5 - off) / (1.0 - CUT) - 0.5));
    let longer = offs.map(|off| (1.0 - CUT, 0.5 * (1.0 - CUT) + off - 0.5));
    std::iter::once((1.0, 0.0)).chain(shorter).chain(longer)
}

#[cfg(test)]
mod tests {
    use super::Placing;

    #[test]
    fn a_cut_on_the_left_moves_everything_to_the_left() {
        let cut = Placing { wide: 1.0 / 0.95, right: 0.45 / 0.95 - 0.5, ..Placing::SAME };
        let (x, y) = cut.of(1.4, (0.05, 0.3));
        assert!(x.abs() < 1e-5 && (y - 0.3).abs() < 1e-5, "{x} {y}");
        assert!(Placing::likely().contains(&Placing::SAME));
        assert_eq!(Placing::likely().len(), 61);
    }

    #[test]
    fn a_turn_keeps_lengths_on_paper() {
        let turned = Placing { turn: 90.0, ..Placing::SAME };
        let (x, y) = turned.of(2.0, (0.75, 0.5));
        assert!(
            (x - 0.5).abs() < 1e-5 && (y - 1.0).abs() < 1e-5,
            "a quarter of the width is half the height"
        );
    }
}
