//! Words of one name laid beside those of another, in any order; what is written as one word there may be two here.

use super::token::{Exact, Token};

/// How two rows of words lie beside each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// Words that have found each other.
    pub matched: u32,
    /// Of them, whole ones: initials aside.
    pub whole: u32,
    /// Slips of the hand.
    pub errors: u32,
    /// Words of the first row that are left over.
    pub over_first: u32,
    /// Words of the second row that are left over.
    pub over_second: u32,
    /// Whether a part of a hyphened name is left over while its other part isn't.
    pub torn: bool,
}

impl Alignment {
    /// Higher is better.
    fn worth(&self) -> i64 {
        i64::from(self.whole) * 4 + i64::from(self.matched) * 2
            - i64::from(self.over_first + self.over_second) * 3
            - i64::from(self.errors)
    }
}

/// Longer rows than this are cut: nobody has so many names, and each more doubles the work.
const MOST: usize = 8;
/// So many words may be left over.
const MOST_OVER: u32 = 3;

/// The best way to lay them beside each other. What is forgiven says `exact`.
pub(super) fn align(first: &[Token], second: &[Token], exact: Exact) -> Alignment {
    let search = Search {
        first: first.get(..MOST).unwrap_or(first),
        second: second.get(..MOST).unwrap_or(second),
        exact,
    };
    let mut best = None;
    search.step(0, 0, Alignment::default(), &mut vec![false; search.first.len()], &mut best);
    best.unwrap_or_default()
}

struct Search<'a> {
    first: &'a [Token],
    second: &'a [Token],
    exact: Exact,
}

impl Search<'_> {
    fn step(
        &self,
        at: usize,
        used: u32,
        so_far: Alignment,
        kept: &mut Vec<bool>,
        best: &mut Option<Alignment>,
    ) {
        let Some(token) = self.first.get(at) else { return self.finish(used, so_far, kept, best) };
        for length in 1..=3 {
            let Some(mine) = self.first.get(at..at + length) else { break };
            let mine = if length == 1 { token.clone() } else { Token::joined(mine) };
            for (errors, mask) in self.partners(&mine, used, length == 1) {
                let mut next = so_far;
                next.matched += 1;
                next.whole += u32::from(!mine.initial && !self.is_initial(mask));
                next.errors += errors;
                for place in at..at + length {
                    if let Some(one) = kept.get_mut(place) {
                        *one = true;
                    }
                }
                self.step(at + length, used | mask, next, kept, best);
                for place in at..at + length {
                    if let Some(one) = kept.get_mut(place) {
                        *one = false;
                    }
                }
            }
        }
        if so_far.over_first < MOST_OVER {
            let next = Alignment { over_first: so_far.over_first + 1, ..so_far };
            self.step(at + 1, used, next, kept, best);
        }
    }

    fn is_initial(&self, mask: u32) -> bool {
        self.second.iter().enumerate().any(|(place, token)| mask & (1 << place) != 0 && token.initial)
    }

    /// Where a word finds itself among those that are free: beside one, or beside several written apart.
    fn partners(&self, mine: &Token, used: u32, several: bool) -> Vec<(u32, u32)> {
        let mut all = Vec::new();
        for (start, theirs) in self.second.iter().enumerate() {
            if used & (1 << start) == 0
                && let Some(errors) = mine.errors(theirs, self.exact)
            {
                all.push((errors, 1 << start));
            }
        }
        for length in 2..=3 {
            if !several || mine.initial {
                break;
            }
            for start in 0..self.second.len() {
                let mask: u32 = (start..start + length).map(|place| 1 << place).sum();
                let Some(theirs) = self.second.get(start..start + length).filter(|_| used & mask == 0) else {
                    continue;
                };
                let letters: usize = theirs.iter().map(|token| token.raw.len()).sum();
                if letters.abs_diff(mine.raw.len()) <= 2
                    && let Some(errors) = mine.errors(&Token::joined(theirs), self.exact)
                {
                    all.push((errors, mask));
                }
            }
        }
        all
    }

    fn finish(&self, used: u32, mut so_far: Alignment, kept: &[bool], best: &mut Option<Alignment>) {
        let theirs: Vec<bool> = (0..self.second.len()).map(|place| used & (1 << place) != 0).collect();
        let over = theirs.iter().filter(|kept| !**kept).count();
        so_far.over_second = u32::try_from(over).unwrap_or(u32::MAX);
        so_far.torn = torn(self.first, kept) || torn(self.second, &theirs);
        if best.is_none_or(|best| so_far.worth() > best.worth()) {
            *best = Some(so_far);
        }
    }
}

fn torn(tokens: &[Token], kept: &[bool]) -> bool {
    tokens
        .iter()
        .enumerate()
        .any(|(place, token)| place > 0 && token.hangs && kept.get(place) != kept.get(place - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str) -> Vec<Token> {
        let words = name.split([' ', '-']);
        words
            .map(|word| {
                Token::new(
                    &super::super::latin::spellings(word),
                    name.contains(&format!("-{word}")),
                    word.len() == 1,
                )
            })
            .collect()
    }

    fn laid(one: &str, other: &str) -> (u32, u32, u32) {
        let alignment = align(&row(one), &row(other), Exact::Syllables);
        (alignment.matched, alignment.over_first, alignment.over_second)
    }

    #[test]
    fn order_does_not_matter_and_nothing_is_used_twice() {
        assert_eq!(laid("konrad weber", "weber konrad"), (2, 0, 0));
        assert_eq!(laid("konrad konrad", "konrad weber"), (1, 1, 1));
        assert_eq!(laid("konrad emil weber", "weber konrad"), (2, 1, 0));
    }

    #[test]
    fn one_word_here_is_two_there() {
        assert_eq!(laid("van der berg", "vanderberg"), (1, 0, 0));
        assert_eq!(laid("vanderberg jan", "jan van der berg"), (2, 0, 0));
    }

    #[test]
    fn half_a_hyphened_name_is_torn() {
        assert!(align(&row("so"), &row("so-yun"), Exact::Syllables).torn);
    }
}
