//! What a channel costs on a mix: for each segment the claim that is most particular about it, and one bill of all.

use super::{
    Claim, Exchange, Minor, Parts, Rate, Rounding, Segment,
    formula::{self, Line},
    price,
    usage::{Asked, Figures, Missing},
    zones,
};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use time::Date;

/// A claim that may price segments.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// What it says.
    pub claim: &'a Claim,
    /// The first day it holds; none: ever since.
    pub from: Option<Date>,
    /// The last day it holds; none: still.
    pub to: Option<Date>,
    /// Whether it is the tenant's own.
    pub own: bool,
}

impl Candidate<'_> {
    /// Whether it can price a segment on a day: it holds, and every dimension that it states is the segment's.
    pub(super) fn prices(&self, segment: &Segment, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on)
            && self.to.is_none_or(|to| on <= to)
            && fits(self.claim, segment)
    }
}

/// What is asked of every channel alike.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The month's payments.
    pub mix: &'a [Segment],
    /// The currency of the answer, and of segments that name none.
    pub currency: &'a str,
    /// What a year of waiting for money costs.
    pub annual_rate: Rate,
    /// The day on which claims have to hold.
    pub on: Date,
    /// What currencies are worth.
    pub exchange: &'a Exchange,
}

/// What a channel's month comes to, in the currency asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// What the payments come to.
    pub volume: i128,
    /// The sum of the parts, exactly.
    pub total: i128,
    /// What waiting for the money costs; not in the total.
    pub waiting: i128,
    /// The total as a share of the volume, in 1/10 000 of a percent; 0 without volume.
    pub effective_rate: i128,
    /// What the total is made of.
    pub parts: Parts,
    /// What each claim came to, in its own currency; in the order of the segments.
    pub used: Vec<Used>,
}

/// What one claim came to, in its own currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    /// The claim's id.
    pub claim: String,
    /// Its currency.
    pub currency: String,
    /// What it says.
    pub terms: Claim,
    /// The places in the mix of the segments it prices.
    pub segments: Vec<usize>,
    /// What its parts are reckoned from.
    pub lines: Vec<Line>,
    /// What they come to.
    pub volume: i128,
    /// What they cost.
    pub parts: Parts,
    /// What waiting for the money costs.
    pub waiting: i128,
}

/// Why a channel has no bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoBill {
    /// No claim prices the segment at this place in the mix.
    NoClaim(usize),
    /// Figures that the mix needs were not published: the claim's id, their paths.
    Missing(String, Vec<String>),
    /// The table of currencies has no way from one to another, or an amount is beyond reckoning.
    Exchange(String, String),
}

/// What a mix costs by a channel's claims.
///
/// # Errors
/// [`NoBill`] where it can't be said.
pub fn bill(candidates: &[Candidate<'_>], question: Question<'_>) -> Result<Bill, NoBill> {
    bill_by(question, |_, segment| choose(candidates, segment, question.on))
}

/// What a mix costs where something else says which claim prices the segment at each place.
pub(super) fn bill_by<'a>(
    question: Question<'_>,
    choose: impl Fn(usize, &Segment) -> Option<&'a Claim>,
) -> Result<Bill, NoBill> {
    let mut sheets: Vec<Sheet<'_>> = Vec::new();
    for (place, segment) in question.mix.iter().enumerate() {
        let claim = choose(place, segment).ok_or(NoBill::NoClaim(place))?;
        let converted = in_currency(segment, question, &claim.currency)?;
        match sheets.iter_mut().find(|sheet| sheet.claim.id == claim.id) {
            Some(sheet) => sheet.add(place, converted),
            None => sheets.push(Sheet::new(claim, place, converted)),
        }
    }
    for sheet in &mut sheets {
        sheet.reckon(question.annual_rate)?;
    }
    month(&mut sheets, question)?;
    for sheet in &mut sheets {
        sheet.tax();
    }
    total(sheets, question)
}

/// What a mix costs by prices. Between a price in yuan and one in dollars nothing else decides, so of those that nobody
/// agreed on the ones in the payment's own currency come first.
///
/// # Errors
/// [`NoBill`] where it can't be said.
pub fn bill_by_prices(candidates: &[Candidate<'_>], question: Question<'_>) -> Result<Bill, NoBill> {
    bill_by(question, |_, segment| {
        let currency = segment.currency.as_deref().unwrap_or(question.currency);
        let near = candidates.iter().filter(|one| one.own || one.claim.currency == currency);
        choose(near, segment, question.on).or_else(|| choose(candidates, segment, question.on))
    })
}

/// The claim that prices a segment: the tenant's own first, then the most particular, then by which dimension it is
/// particular, then the newest, then by id.
fn choose<'a: 'b, 'b>(
    candidates: impl IntoIterator<Item = &'b Candidate<'a>>,
    segment: &Segment,
    on: Date,
) -> Option<&'a Claim> {
    let holds = |one: &&Candidate<'_>| one.prices(segment, on);
    let rank = |one: &&Candidate<'a>| {
        let stated = stated(one.claim);
        let count = stated.iter().filter(|states| **states).count();
        (one.own, count, stated, one.from, Reverse(one.claim.id.as_str()))
    };
    candidates.into_iter().filter(holds).max_by_key(rank).map(|one| one.claim)
}

/// Which dimensions a claim states, in the order in which they decide between claims that state as many.
const fn stated(claim: &Claim) -> [bool; 5] {
    [
        claim.card_class.is_some(),
        claim.product.is_some(),
        claim.country.is_some(),
        claim.subject.is_some(),
        !claim.industry.is_empty(),
    ]
}

/// Whether every dimension that a claim states is the segment's.
fn fits(claim: &Claim, segment: &Segment) -> bool {
    let same = |stated: &Option<String>, has: &Option<String>| stated.is_none() || stated == has;
    let country = claim
        .country
        .as_deref()
        .is_none_or(|named| segment.country.as_deref().is_some_and(|country| zones::covers(named, country)));
    let industry = claim.industry.is_empty()
        || segment.industry.as_ref().is_some_and(|one| claim.industry.contains(one));
    country
        && industry
        && same(&claim.card_class, &segment.card_class)
        && same(&claim.product, &segment.product)
        && same(&claim.subject, &segment.subject)
}

/// The segment as it is reckoned: its amount in a claim's currency, its dimensions left aside.
fn in_currency(segment: &Segment, question: Question<'_>, to: &str) -> Result<Segment, NoBill> {
    let from = segment.currency.as_deref().unwrap_or(question.currency);
    let amount = question
        .exchange
        .convert(segment.amount.get(), from, to)
        .and_then(|amount| u64::try_from(amount).ok())
        .and_then(Minor::new)
        .ok_or_else(|| NoBill::Exchange(from.to_owned(), to.to_owned()))?;
    let Segment { count, cross_border, foreign_currency, failed, refunds, disputes, .. } = *segment;
    // What it is about has chosen its claim; a mix of past payments has too many segments to copy words for each.
    Ok(Segment { cross_border, foreign_currency, failed, refunds, disputes, ..Segment::of(count, amount) })
}

/// A claim with the segments it prices.
struct Sheet<'a> {
    claim: &'a Claim,
    places: Vec<usize>,
    mix: Vec<Segment>,
    volume: i128,
    parts: Parts,
    waiting: i128,
    monthly: i128,
    minimum: i128,
    tax: Rate,
    rounding: Rounding,
}

impl<'a> Sheet<'a> {
    fn new(claim: &'a Claim, place: usize, segment: Segment) -> Self {
        Self {
            claim,
            places: vec![place],
            mix: vec![segment],
            volume: 0,
            parts: Parts::default(),
            waiting: 0,
            monthly: 0,
            minimum: 0,
            tax: Rate::ZERO,
            rounding: Rounding::HalfUp,
        }
    }

    fn add(&mut self, place: usize, segment: Segment) {
        self.places.push(place);
        self.mix.push(segment);
    }

    /// What the payments cost, before the month and tax.
    fn reckon(&mut self, annual_rate: Rate) -> Result<(), NoBill> {
        let asked = Asked::by(&self.mix);
        let mut missing = Missing::default();
        let figures = Figures::of(self.claim, &asked, &mut missing);
        let rest = price::Rest::of(self.claim, &asked, annual_rate, &mut missing);
        if !missing.0.is_empty() {
            return Err(NoBill::Missing(self.claim.id.clone(), missing.0));
        }
        self.volume = asked.volume;
        self.parts = figures.usage(&asked, &self.mix);
        self.waiting = rest.waiting(self.volume, annual_rate);
        (self.monthly, self.minimum) = (rest.monthly, rest.minimum);
        (self.tax, self.rounding) = (rest.tax, rest.rounding);
        Ok(())
    }

    fn tax(&mut self) {
        self.parts.tax = self.rounding.divide(self.parts.total() * self.tax.get(), Rate::WHOLE);
    }
}

/// The largest fee of a month and the largest least, each once, on the sheet of the claim that gives it.
fn month(sheets: &mut [Sheet<'_>], question: Question<'_>) -> Result<(), NoBill> {
    if let Some(giver) = largest(sheets, question, |sheet| sheet.monthly)? {
        giver.parts.monthly = giver.monthly;
    }
    let so_far: Vec<(i128, String)> =
        sheets.iter().map(|sheet| (sheet.parts.total(), sheet.claim.currency.clone())).collect();
    let Some(giver) = largest(sheets, question, |sheet| sheet.minimum)? else { return Ok(()) };
    let mut sum = 0;
    for (amount, currency) in so_far {
        sum += exchanged(question.exchange, amount, &currency, &giver.claim.currency)?;
    }
    giver.parts.top_up = (giver.minimum - sum).max(0);
    Ok(())
}

/// The first of the sheets with the largest figure.
fn largest<'s, 'a>(
    sheets: &'s mut [Sheet<'a>],
    question: Question<'_>,
    figure: impl Fn(&Sheet<'_>) -> i128,
) -> Result<Option<&'s mut Sheet<'a>>, NoBill> {
    let mut most = None;
    for (index, sheet) in sheets.iter().enumerate() {
        let worth = exchanged(question.exchange, figure(sheet), &sheet.claim.currency, question.currency)?;
        if most.is_none_or(|(_, largest)| worth > largest) {
            most = Some((index, worth));
        }
    }
    Ok(most.and_then(|(index, _)| sheets.get_mut(index)))
}

fn exchanged(exchange: &Exchange, amount: i128, from: &str, to: &str) -> Result<i128, NoBill> {
    exchange.convert(amount, from, to).ok_or_else(|| NoBill::Exchange(from.to_owned(), to.to_owned()))
}

/// All sheets in the currency asked for: sheets of one currency are summed first, and each sum is converted once.
fn total(sheets: Vec<Sheet<'_>>, question: Question<'_>) -> Result<Bill, NoBill> {
    let mut sums: Vec<(&str, Parts, i128, i128)> = Vec::new();
    for sheet in &sheets {
        let currency = sheet.claim.currency.as_str();
        match sums.iter_mut().find(|sum| sum.0 == currency) {
            Some(sum) => {
                sum.1 = sum.1.plus(&sheet.parts);
                sum.2 += sheet.volume;
                sum.3 += sheet.waiting;
            }
            None => sums.push((currency, sheet.parts, sheet.volume, sheet.waiting)),
        }
    }
    let (mut parts, mut volume, mut waiting) = (Parts::default(), 0, 0);
    for (from, summed, sold, waited) in sums {
        let convert = |amount| exchanged(question.exchange, amount, from, question.currency);
        parts = parts.plus(&summed.each(convert)?);
        volume += convert(sold)?;
        waiting += convert(waited)?;
    }
    let total = parts.total();
    let effective_rate = price::effective_rate(total, volume);
    let used = sheets.into_iter().map(Used::from).collect();
    Ok(Bill { volume, total, waiting, effective_rate, parts, used })
}

impl From<Sheet<'_>> for Used {
    fn from(sheet: Sheet<'_>) -> Self {
        Self {
            claim: sheet.claim.id.clone(),
            currency: sheet.claim.currency.clone(),
            terms: sheet.claim.clone(),
            segments: sheet.places,
            lines: formula::lines(sheet.claim, &sheet.mix, &sheet.parts),
            volume: sheet.volume,
            parts: sheet.parts,
            waiting: sheet.waiting,
        }
    }
}

#[cfg(test)]
mod tests;
