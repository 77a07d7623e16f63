//! A stored mix: past payments, those that are alike counted together.

use super::{Count, Minor, Segment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Groups that a stored mix may have.
pub const MOST_GROUPS: usize = 100_000;

/// Past payments in groups, in ascending order. As JSON it is compact: an array for each group, words by their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// How many lines it was made of.
    pub rows: u32,
    /// Words of dimensions, in ascending order.
    pub words: Vec<String>,
    /// The groups, in ascending order.
    pub groups: Vec<Group>,
}

/// Payments that are alike. Its order is that of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "Compact", into = "Compact")]
pub struct Group {
    /// Of how much each is.
    pub amount: Minor,
    /// Whether the payer's card or wallet is from another country.
    pub cross_border: bool,
    /// Whether it is in a foreign currency.
    pub foreign_currency: bool,
    /// Product, card class, country, subject, industry, currency: the place of each word, from 1; 0 for none.
    pub words: [u32; 6],
    /// How many succeeded.
    pub paid: u32,
    /// How many failed.
    pub failed: u32,
    /// How many of those that succeeded were paid back.
    pub refunds: u32,
    /// How many of those that succeeded were disputed.
    pub disputes: u32,
}

/// Amount, flags as bits, words, counts.
type Compact = (Minor, u8, [u32; 6], [u32; 4]);

impl From<Compact> for Group {
    fn from((amount, flags, words, [paid, failed, refunds, disputes]): Compact) -> Self {
        let (cross_border, foreign_currency) = (flags & 1 != 0, flags & 2 != 0);
        Self { amount, cross_border, foreign_currency, words, paid, failed, refunds, disputes }
    }
}

impl From<Group> for Compact {
    fn from(group: Group) -> Self {
        let flags = u8::from(group.cross_border) | u8::from(group.foreign_currency) << 1;
        (group.amount, flags, group.words, [group.paid, group.failed, group.refunds, group.disputes])
    }
}

/// What payments come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many succeeded.
    pub paid: u64,
    /// What those came to, in minor units.
    pub volume: i128,
    /// How many failed.
    pub failed: u64,
    /// How many were paid back.
    pub refunds: u64,
    /// How many were disputed.
    pub disputes: u64,
}

/// What sums are told apart by: the currency, cross-border, foreign currency.
pub type Heap<'a> = (&'a str, bool, bool);

impl Stored {
    /// The mix as the engine takes it. What the file didn't tell of product, means, country, kind, industry and
    /// currency is as `otherwise` has it.
    pub fn segments(&self, otherwise: &Segment) -> Vec<Segment> {
        self.groups.iter().map(|group| self.segment(group, otherwise)).collect()
    }

    fn segment(&self, group: &Group, otherwise: &Segment) -> Segment {
        let [product, card_class, country, subject, industry, currency] =
            group.words.map(|place| self.word(place).map(str::to_owned));
        let count = |value: u32| Count::new(value.into()).unwrap_or_default();
        Segment {
            count: count(group.paid),
            amount: group.amount,
            cross_border: group.cross_border,
            foreign_currency: group.foreign_currency,
            failed: count(group.failed),
            refunds: count(group.refunds),
            disputes: count(group.disputes),
            product: product.or_else(|| otherwise.product.clone()),
            card_class: card_class.or_else(|| otherwise.card_class.clone()),
            country: country.or_else(|| otherwise.country.clone()),
            subject: subject.or_else(|| otherwise.subject.clone()),
            industry: industry.or_else(|| otherwise.industry.clone()),
            currency: currency.or_else(|| otherwise.currency.clone()),
        }
    }

    fn word(&self, place: u32) -> Option<&str> {
        let index = usize::try_from(place.checked_sub(1)?).ok()?;
        self.words.get(index).map(String::as_str)
    }

    /// What its payments come to, by currency and flags.
    pub fn sums(&self) -> BTreeMap<Heap<'_>, Sum> {
        let mut sums: BTreeMap<Heap<'_>, Sum> = BTreeMap::new();
        for group in &self.groups {
            let [.., currency] = group.words;
            let currency = self.word(currency).unwrap_or_default();
            let sum = sums.entry((currency, group.cross_border, group.foreign_currency)).or_default();
            sum.paid += u64::from(group.paid);
            sum.volume += i128::from(group.paid) * group.amount.get();
            sum.failed += u64::from(group.failed);
            sum.refunds += u64::from(group.refunds);
            sum.disputes += u64::from(group.disputes);
        }
        sums
    }

    /// Its currencies, in ascending order.
    pub fn currencies(&self) -> Vec<String> {
        let mut codes: Vec<String> = self.sums().keys().map(|(code, ..)| (*code).to_owned()).collect();
        codes.dedup();
        codes
    }
}
