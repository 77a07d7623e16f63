//! Channels in an order of their own: what they cost on the mix, and what the catalogue knows of them, each by a weight.
//!
//! Every criterion is scored from 0 to 1000 by a rule that people can check; a fact that nobody has published scores
//! nothing. Channels that don't serve the merchant stand apart, each with the fact that says so.

use super::{Rounding, Segment, board::Row};
use crate::channels::{
    Offered,
    catalogue::{self, Channel, Fact, Topic},
};
use std::{cmp::Reverse, collections::BTreeSet};

crate::words::words! {
    /// By what channels are judged.
    Criterion {
        /// What the month costs: the cheapest has all, one that costs twice as much half.
        Fees = "fees",
        /// In how many ways engineers are reached: three are all.
        Support = "support",
        /// How many use it, as a share of the channel with most.
        UserBase = "user_base",
        /// How well it is known: see [`BRANDS`].
        Brand = "brand",
        /// In how many markets, as a share of the channel with most.
        Coverage = "coverage",
        /// How many of [`SAFETY`] it names.
        DataSafety = "data_safety",
    }
}

/// The whole of a score.
pub const WHOLE: u32 = 1000;
/// Ways of reaching engineers that make up a whole.
const WAYS: usize = 3;
/// How well a brand is known, by the word of its fact, and what that scores.
pub const BRANDS: [(&str, u32); 3] = [("first_ten", 1000), ("first_hundred", 700), ("survey", 500)];
/// What speaks for the safety of data: certificates, and tokens in place of card numbers.
pub const SAFETY: [&str; 4] = ["pci_dss", "iso_27001", "soc_2", "tokenisation"];

/// How much each criterion weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights([u8; 6]);

impl Weights {
    /// The heaviest.
    pub const MOST: u8 = 10;

    /// In the order of [`Criterion::ALL`]; nothing where one is too heavy or all are nought.
    pub fn new(weights: [u8; 6]) -> Option<Self> {
        let fit =
            weights.iter().all(|weight| *weight <= Self::MOST) && weights.iter().any(|weight| *weight > 0);
        fit.then_some(Self(weights))
    }

    /// A criterion's.
    pub fn of(self, criterion: Criterion) -> u32 {
        let [fees, support, users, brand, coverage, safety] = self.0;
        u32::from(match criterion {
            Criterion::Fees => fees,
            Criterion::Support => support,
            Criterion::UserBase => users,
            Criterion::Brand => brand,
            Criterion::Coverage => coverage,
            Criterion::DataSafety => safety,
        })
    }
}

impl Default for Weights {
    /// Fees as much as all else together.
    fn default() -> Self {
        Self([5, 1, 1, 1, 1, 1])
    }
}

/// What one criterion says of a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub criterion: Criterion,
    /// From 0 to [`WHOLE`]; nothing where nothing is published.
    pub score: Option<u32>,
    /// What it is read from.
    pub facts: Vec<&'static Fact>,
}

impl Mark {
    /// What it adds: weight times score.
    pub fn weighed(&self, weights: Weights) -> u32 {
        weights.of(self.criterion) * self.score.unwrap_or_default()
    }
}

/// A channel in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The place of its row on the board.
    pub row: usize,
    /// From 0 to [`WHOLE`].
    pub score: u32,
    /// In the order of [`Criterion::ALL`].
    pub marks: Vec<Mark>,
}

impl Placed {
    /// What one criterion says of it.
    pub fn mark(&self, criterion: Criterion) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.criterion == criterion)
    }

    /// In what it is ahead of another, by how much that weighs, and in what behind.
    pub fn against(&self, other: &Self, weights: Weights) -> (Vec<Criterion>, Vec<Criterion>) {
        let lead = |criterion| {
            let weighed = |placed: &Self| placed.mark(criterion).map_or(0, |mark| mark.weighed(weights));
            i64::from(weighed(self)) - i64::from(weighed(other))
        };
        let by = |sign: i64| {
            let mut all: Vec<Criterion> =
                Criterion::ALL.iter().copied().filter(|one| lead(*one) * sign > 0).collect();
            all.sort_by_key(|one| Reverse(lead(*one).abs()));
            all
        };
        (by(1), by(-1))
    }
}

/// What of the mix a channel has to serve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The merchant's country.
    pub country: Option<String>,
    /// The kind of merchant, by the word of claims.
    pub subject: Option<String>,
    /// Where it is paid.
    pub products: BTreeSet<String>,
    /// In what it is sold.
    pub currencies: BTreeSet<String>,
}

impl Needs {
    /// Of a mix; segments that name no currency are in this one.
    pub fn of(mix: &[Segment], currency: &str) -> Self {
        let first = |word: fn(&Segment) -> Option<&String>| mix.iter().find_map(word).cloned();
        Self {
            country: first(|one| one.country.as_ref()),
            subject: first(|one| one.subject.as_ref()),
            products: mix.iter().filter_map(|one| one.product.clone()).collect(),
            currencies: mix
                .iter()
                .map(|one| one.currency.clone().unwrap_or_else(|| currency.to_owned()))
                .collect(),
        }
    }

    /// The kind of merchant as rules and catalogue call it, where there is one.
    fn kind(&self) -> Option<(&str, &str)> {
        match (self.country.as_deref()?, self.subject.as_deref()?) {
            ("CN", kind @ ("enterprise" | "individual" | "micro")) => Some(("CN", kind)),
            ("CN", "public") => Some(("CN", "institution")),
            ("US", "enterprise") => Some(("US", "llc")),
            ("DE", "enterprise") => Some(("DE", "gmbh")),
            ("GB", "enterprise") => Some(("GB", "limited")),
            (country @ ("HK" | "SG"), "enterprise") => Some((country, "company")),
            _ => None,
        }
    }

    /// Why a channel doesn't serve this, by its own published facts; nothing where none says so.
    pub fn unserved(&self, channel: &'static Channel) -> Vec<Unserved> {
        let mut why = Vec::new();
        let lacks = |topic, needed: Vec<&String>| {
            let known = channel.words(topic);
            let missing = needed.into_iter().find(|word| !known.is_empty() && !known.contains(word))?;
            Some((channel.fact(topic)?, missing.clone()))
        };
        if let Some((fact, country)) = lacks(Topic::Regions, self.country.iter().collect()) {
            why.push(Unserved::Country(country, fact));
        }
        let offered = self.kind().and_then(|(country, kind)| channel.offered(country, kind));
        why.extend(offered.filter(|offered| !offered.open).map(Unserved::Kind));
        // What is sold, such as goods, stands in a product's place with some claims; no channel's facts speak of it.
        let products = self.products.iter().filter(|word| catalogue::Product::from_word(word).is_some());
        if let Some((fact, product)) = lacks(Topic::Products, products.collect()) {
            why.push(Unserved::Product(product, fact));
        }
        if let Some((fact, currency)) = lacks(Topic::Currencies, self.currencies.iter().collect()) {
            why.push(Unserved::Currency(currency, fact));
        }
        why
    }
}

/// What a channel doesn't serve, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unserved {
    /// The merchant's country isn't among its regions.
    Country(String, &'static Fact),
    /// It is closed to this kind of merchant.
    Kind(Offered),
    /// It can't be paid with there.
    Product(String, &'static Fact),
    /// It doesn't charge in this currency.
    Currency(String, &'static Fact),
}

/// A channel that isn't ranked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The place of its row on the board.
    pub row: usize,
    /// Why not; nothing where it serves all this and only has no bill.
    pub why: Vec<Unserved>,
}

/// Channels in their order, and those that stand apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// The best first; of equals the cheaper one.
    pub placed: Vec<Placed>,
    /// In the order of the board.
    pub aside: Vec<Aside>,
}

/// Ranks the rows of a board, which stand the cheapest first.
pub fn rank(rows: &[Row], needs: &Needs, weights: Weights) -> Ranking {
    let mut ranking = Ranking::default();
    let mut fit = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let why: Vec<_> = channels(row).into_iter().flat_map(|channel| needs.unserved(channel)).collect();
        match &row.bill {
            Ok(bill) if why.is_empty() => fit.push((place, row, bill.total)),
            _ => ranking.aside.push(Aside { row: place, why }),
        }
    }
    let least = fit.iter().map(|(.., total)| *total).min().unwrap_or_default();
    ranking.placed = fit
        .into_iter()
        .map(|(place, row, total)| {
            let marks: Vec<Mark> = Criterion::ALL.iter().map(|one| mark(*one, row, (least, total))).collect();
            Placed { row: place, score: weighed(&marks, weights), marks }
        })
        .collect();
    ranking.placed.sort_by_key(|placed| Reverse(placed.score));
    ranking
}

/// The marks by their weights: from 0 to [`WHOLE`], half-up.
pub(super) fn weighed(marks: &[Mark], weights: Weights) -> u32 {
    let all: u32 = Criterion::ALL.iter().map(|one| weights.of(*one)).sum();
    let sum: u32 = marks.iter().map(|mark| mark.weighed(weights)).sum();
    // A sum of weights times scores is a thousand times a share already.
    let mean = Rounding::HalfUp.divide(sum.into(), i128::from(all.max(1)));
    u32::try_from(mean).unwrap_or(WHOLE)
}

/// A part of a whole in thousandths, half-up; of nothing, nothing.
pub(super) fn share(part: i128, whole: i128) -> u32 {
    if whole <= 0 {
        return 0;
    }
    u32::try_from(Rounding::HalfUp.divide(part.max(0) * i128::from(WHOLE), whole)).unwrap_or(u32::MAX)
}

/// The channel of a row, and the acquirer it rides on.
pub(super) fn channels(row: &Row) -> Vec<&'static Channel> {
    [Some(row.channel), row.through].into_iter().flatten().filter_map(catalogue::get).collect()
}

fn mark(criterion: Criterion, row: &Row, (least, total): (i128, i128)) -> Mark {
    let both = channels(row);
    let own = both.get(..1).unwrap_or_default();
    let (score, facts) = match criterion {
        // What costs nothing is as cheap as can be.
        Criterion::Fees => (Some(if total <= least { WHOLE } else { share(least, total) }), Vec::new()),
        Criterion::Support => {
            let (words, facts) = told(&both, Topic::Support);
            (count(words.len().min(WAYS), WAYS, &facts), facts)
        }
        Criterion::UserBase => {
            let users = number(own, Topic::UserBase);
            (users.map(|users| share(users, most(users_of))), facts(own, Topic::UserBase))
        }
        Criterion::Brand => {
            let (words, facts) = told(own, Topic::Brand);
            let best = BRANDS.iter().filter(|(word, _)| words.contains(word)).map(|(_, score)| *score).max();
            (best, facts)
        }
        Criterion::Coverage => coverage(own),
        Criterion::DataSafety => {
            let (words, facts) = told(&both, Topic::DataSafety);
            let known = SAFETY.iter().filter(|word| words.contains(**word)).count();
            (count(known, SAFETY.len(), &facts), facts)
        }
    };
    Mark { criterion, score, facts }
}

fn count(known: usize, of: usize, facts: &[&Fact]) -> Option<u32> {
    let number = |count: usize| i128::try_from(count).unwrap_or_default();
    (!facts.is_empty()).then(|| share(number(known), number(of)))
}

fn facts(channels: &[&'static Channel], topic: Topic) -> Vec<&'static Fact> {
    channels.iter().filter_map(|channel| channel.fact(topic)).collect()
}

/// The words of facts on a topic, each once, with the facts.
fn told(channels: &[&'static Channel], topic: Topic) -> (BTreeSet<&'static str>, Vec<&'static Fact>) {
    let words = channels.iter().flat_map(|channel| channel.words(topic)).map(String::as_str);
    (words.collect(), facts(channels, topic))
}

fn number(channels: &[&'static Channel], topic: Topic) -> Option<i128> {
    channels.iter().find_map(|channel| channel.number(topic)).map(i128::from)
}

/// The largest number that any channel has.
fn most(number: impl Fn(&'static Channel) -> Option<i128>) -> i128 {
    catalogue::all().iter().filter_map(number).max().unwrap_or_default()
}

/// How many use a channel.
pub(super) fn users_of(channel: &'static Channel) -> Option<i128> {
    channel.number(Topic::UserBase).map(i128::from)
}

/// The markets that a channel counts; where it publishes no count, the countries it names as its regions.
fn markets(channel: &'static Channel) -> Option<(i128, &'static Fact)> {
    let counted = channel.number(Topic::Coverage).map(i128::from).zip(channel.fact(Topic::Coverage));
    counted.or_else(|| {
        let named = i128::try_from(channel.words(Topic::Regions).len()).ok().filter(|count| *count > 0);
        named.zip(channel.fact(Topic::Regions))
    })
}

fn coverage(own: &[&'static Channel]) -> (Option<u32>, Vec<&'static Fact>) {
    let known = own.first().and_then(|channel| markets(channel));
    let whole = most(|channel| markets(channel).map(|(count, _)| count));
    (known.map(|(count, _)| share(count, whole)), known.map(|(_, fact)| fact).into_iter().collect())
}

#[cfg(test)]
mod tests;
