//! How a fraction of a minor unit becomes a whole one.

use crate::words::words;

words! {
    /// The rule by which a channel rounds. What is rounded is never negative.
    #[derive(Default)]
    Rounding {
        #[default]
        /// To the nearest; a half goes up.
        HalfUp = "half_up",
        /// To the nearest; a half goes to the even neighbour.
        HalfEven = "half_even",
        /// Every fraction goes up.
        Up = "up",
        /// Every fraction falls away.
        Down = "down",
    }
}

impl Rounding {
    /// `over / under` as a whole number. `over` is not negative and `under` is positive.
    pub const fn divide(self, over: i128, under: i128) -> i128 {
        let (whole, rest) = (over / under, over % under);
        let goes_up = match self {
            Self::HalfUp => rest >= under - rest,
            Self::HalfEven => rest > under - rest || (rest == under - rest && whole % 2 == 1),
            Self::Up => rest > 0,
            Self::Down => false,
        };
        whole + goes_up as i128
    }
}

#[cfg(test)]
mod tests {
    use super::Rounding::{Down, HalfEven, HalfUp, Up};

    #[test]
    fn each_rule_by_hand() {
        for (over, under, expected) in [
            (0, 4, [0, 0, 0, 0]),
            (1, 4, [0, 0, 1, 0]),
            (2, 4, [1, 0, 1, 0]),
            (3, 4, [1, 1, 1, 0]),
            (4, 4, [1, 1, 1, 1]),
            (6, 4, [2, 2, 2, 1]),
            (10, 4, [3, 2, 3, 2]),
            (1, 3, [0, 0, 1, 0]),
            (2, 3, [1, 1, 1, 0]),
        ] {
            let rounded = [HalfUp, HalfEven, Up, Down].map(|rule| rule.divide(over, under));
            assert_eq!(rounded, expected, "{over}/{under}");
        }
    }
}
