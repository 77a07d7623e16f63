//! From numbers to places: a scale from nought to a round number.

/// A scale from nought to a round number, in four or five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    step: i64,
    steps: i64,
}

impl Scale {
    /// A scale that holds `top`, whose steps are 1, 2 or 5 times a power of ten.
    pub(super) fn up_to(top: i64) -> Self {
        let top = i128::from(top.max(1));
        let (mut step, mut unit): (i128, i128) = (1, 1);
        let mut factors = [2, 5, 10].into_iter().cycle();
        while step * 5 < top {
            let factor = factors.next().unwrap_or(10);
            step = unit * factor;
            if factor == 10 {
                unit = step;
            }
        }
        let clamp = |value: i128| i64::try_from(value).unwrap_or(i64::MAX);
        Self { step: clamp(step), steps: clamp((top + step - 1) / step) }
    }

    /// The numbers that are written at the side, smallest first.
    pub(super) fn ticks(&self) -> Vec<i64> {
        (0..=self.steps).map(|at| self.step.saturating_mul(at)).collect()
    }

    /// The number at the top.
    pub(super) const fn top(&self) -> i64 {
        self.step.saturating_mul(self.steps)
    }

    pub(super) const fn steps(&self) -> i64 {
        self.steps
    }

    /// How high a number stands, in thousandths of the drawing; below nought is nought.
    pub(super) fn height(&self, value: i64) -> i64 {
        let top = i128::from(self.step) * i128::from(self.steps);
        let height = i128::from(value.max(0)) * 1000 / top.max(1);
        i64::try_from(height.min(1000)).unwrap_or(1000)
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn steps_are_round_and_hold_the_top() {
        assert_eq!(Scale::up_to(0).ticks(), [0, 1]);
        assert_eq!(Scale::up_to(5).ticks(), [0, 1, 2, 3, 4, 5]);
        assert_eq!(Scale::up_to(7).ticks(), [0, 2, 4, 6, 8]);
        assert_eq!(Scale::up_to(43).ticks(), [0, 10, 20, 30, 40, 50]);
        assert_eq!(Scale::up_to(1_234).ticks(), [0, 500, 1000, 1500]);
    }

    #[test]
    fn every_top_fits_within_five_steps() {
        for top in (1..5_000).chain([i64::MAX / 2, i64::MAX]) {
            let scale = Scale::up_to(top);
            assert!(scale.steps() <= 5, "{top}: {scale:?}");
            assert!(scale.ticks().last().is_some_and(|last| *last >= top), "{top}: {scale:?}");
            assert!(scale.height(top) <= 1000);
        }
    }
}
