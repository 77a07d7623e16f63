//! Payments that are alike, counted together.

use super::{Refused, line::Payment};
use crate::fees::{
    Minor,
    stored::{Group, MOST_GROUPS, Stored},
};
use std::collections::HashMap;

/// Counts payments that are alike together.
#[derive(Default)]
pub(super) struct Gatherer {
    words: HashMap<String, u32>,
    groups: HashMap<Kind, Tally>,
}

/// What payments have in common; words by their number, 0 where there is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    amount: Minor,
    cross_border: bool,
    foreign_currency: bool,
    words: [u32; 6],
}

#[derive(Clone, Copy, Default)]
struct Tally {
    paid: u32,
    failed: u32,
    refunds: u32,
    disputes: u32,
}

impl Gatherer {
    /// Counts one more. There are at most as many as a file may have lines, which every count holds.
    pub(super) fn add(&mut self, payment: &Payment<'_>) -> Result<(), Refused> {
        let mut words = [0; 6];
        for (number, word) in words.iter_mut().zip(&payment.words) {
            *number = self.number(word);
        }
        let kind = Kind {
            amount: payment.amount,
            cross_border: payment.cross_border,
            foreign_currency: payment.foreign_currency,
            words,
        };
        let tally = self.groups.entry(kind).or_default();
        tally.paid += u32::from(!payment.failed);
        tally.failed += u32::from(payment.failed);
        tally.refunds += u32::from(payment.refunded);
        tally.disputes += u32::from(payment.disputed);
        if self.groups.len() > MOST_GROUPS { Err(Refused::TooManyGroups) } else { Ok(()) }
    }

    fn number(&mut self, word: &str) -> u32 {
        if word.is_empty() {
            return 0;
        }
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let next = u32::try_from(self.words.len() + 1).unwrap_or(u32::MAX);
        self.words.insert(word.to_owned(), next);
        next
    }

    /// The groups by amount, flags and dimensions in ascending order, whatever the order of the lines.
    pub(super) fn finish(self, rows: u32) -> Result<Stored, Refused> {
        if self.groups.values().all(|tally| tally.paid == 0) {
            return Err(Refused::NothingPaid);
        }
        let mut sorted: Vec<(String, u32)> = self.words.into_iter().collect();
        sorted.sort_unstable();
        let mut places = vec![0; sorted.len() + 1];
        for (place, (_, number)) in (1..).zip(&sorted) {
            if let Some(slot) = usize::try_from(*number).ok().and_then(|number| places.get_mut(number)) {
                *slot = place;
            }
        }
        let place = |number: u32| {
            usize::try_from(number).ok().and_then(|number| places.get(number)).copied().unwrap_or_default()
        };
        let group = |(kind, tally): (Kind, Tally)| Group {
            amount: kind.amount,
            cross_border: kind.cross_border,
            foreign_currency: kind.foreign_currency,
            words: kind.words.map(place),
            paid: tally.paid,
            failed: tally.failed,
            refunds: tally.refunds,
            disputes: tally.disputes,
        };
        let mut groups: Vec<Group> = self.groups.into_iter().map(group).collect();
        groups.sort_unstable();
        Ok(Stored { rows, words: sorted.into_iter().map(|(word, _)| word).collect(), groups })
    }
}
