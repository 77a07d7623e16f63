//! What a price leaves over its cost, on one mix by one engine; and when that takes a senior.
//!
//! A line is judged on the five preset mixes that fit it, in its own currency; where none fits, on all of them turned
//! to its product and line of business. What the line doesn't say (country, kind of merchant, means) is taken from the
//! claim beneath, which prices nothing else.

use super::Line;
use crate::{
    fees::{
        Count, Exchange, Minor, Rate, Segment,
        channel::{Bill, Candidate, NoBill, Question, bill, bill_by},
        price,
        sales::{PRESETS, Preset, Sales},
    },
    words::words,
};
use std::collections::BTreeMap;
use time::Date;

/// Claims of cost by their ids.
pub type Beneath<'a> = BTreeMap<String, Candidate<'a>>;

words! {
    /// Why approving a price takes a senior and a reason.
    Grounds {
        /// On one of the mixes it leaves less than nothing.
        BelowCost = "below_cost",
        /// On one of the mixes nobody can tell what it costs.
        Untold = "untold",
    }
}

/// What a mix brings in, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What merchants pay.
    pub price: Bill,
    /// What the tenant pays for the same payments, or why that can't be told.
    pub cost: Result<Bill, NoBill>,
}

/// A line on one mix, in the line's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnMix {
    /// Which of the presets the mix is of.
    pub preset: &'static str,
    /// What the payments come to.
    pub volume: i128,
    /// What the merchant pays.
    pub price: i128,
    /// What the tenant pays, or why that can't be told.
    pub cost: Result<i128, NoBill>,
}

/// A line on every mix that it is judged by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// In the order of the presets.
    pub mixes: Vec<OnMix>,
}

impl Taken {
    /// What is left.
    pub fn margin(&self) -> Option<i128> {
        self.cost.as_ref().ok().map(|cost| self.price.total - cost.total)
    }
}

impl OnMix {
    /// What is left.
    pub fn margin(&self) -> Option<i128> {
        self.cost.as_ref().ok().map(|cost| self.price - cost)
    }

    /// A part of it as a share of what the payments come to, in 1/10 000 of a percent, half-up by its size.
    pub fn share(&self, part: i128) -> i128 {
        price::effective_rate(part.abs(), self.volume) * part.signum()
    }
}

impl Judgement {
    /// Why approving it takes a senior, if it does.
    pub fn grounds(&self) -> Option<Grounds> {
        let margins = || self.mixes.iter().map(OnMix::margin);
        if margins().flatten().any(|margin| margin < 0) {
            Some(Grounds::BelowCost)
        } else if self.mixes.is_empty() || margins().any(|margin| margin.is_none()) {
            Some(Grounds::Untold)
        } else {
            None
        }
    }

    /// The mix that leaves the least of what it sells; one whose cost can't be told comes before all others.
    pub fn worst(&self) -> Option<&OnMix> {
        self.mixes.iter().min_by_key(|mix| mix.margin().map(|margin| mix.share(margin)))
    }
}

/// What lines of one channel bring in on a mix, and what the claims beneath them cost.
///
/// # Errors
/// [`NoBill`] where the lines have no price for it.
pub fn on_mix(lines: &[Line], beneath: &Beneath<'_>, question: Question<'_>) -> Result<Taken, NoBill> {
    let candidates: Vec<_> = lines.iter().map(Line::candidate).collect();
    let price = bill(&candidates, question)?;
    let below = |place: usize| {
        let used = price.used.iter().find(|used| used.segments.contains(&place))?;
        let line = lines.iter().find(|line| line.claim.id == used.claim)?;
        beneath.get(&line.beneath)
    };
    let cost = bill_by(question, |place, segment| {
        below(place).filter(|one| one.prices(segment, question.on)).map(|one| one.claim)
    });
    Ok(Taken { price, cost })
}

/// A line on every mix that it is judged by, on a day.
pub fn judge(line: &Line, beneath: Option<Candidate<'_>>, on: Date, exchange: &Exchange) -> Judgement {
    let known: Beneath<'_> = beneath.into_iter().map(|one| (line.beneath.clone(), one)).collect();
    let mixes = mixes(line, beneath.as_ref()).into_iter().filter_map(|(preset, mix)| {
        let currency = line.claim.currency.as_str();
        let question = Question { mix: &mix, currency, annual_rate: Rate::ZERO, on, exchange };
        let taken = on_mix(std::slice::from_ref(line), &known, question).ok()?;
        let (volume, price) = (taken.price.volume, taken.price.total);
        Some(OnMix { preset, volume, price, cost: taken.cost.map(|cost| cost.total) })
    });
    Judgement { mixes: mixes.collect() }
}

/// The mixes that a line is judged by.
pub(super) fn mixes(line: &Line, beneath: Option<&Candidate<'_>>) -> Vec<(&'static str, Vec<Segment>)> {
    let fits = |preset: &&Preset| {
        line.claim.product.as_deref().is_none_or(|product| product == preset.product)
            && (line.claim.industry.is_empty()
                || line.claim.industry.iter().any(|one| one == preset.industry))
    };
    let fitting: Vec<_> = PRESETS.iter().filter(fits).collect();
    let all = if fitting.is_empty() { PRESETS.iter().collect() } else { fitting };
    all.into_iter().map(|preset| (preset.code, mix(line, beneath, preset))).collect()
}

/// A preset's payments as a line is about them.
fn mix(line: &Line, beneath: Option<&Candidate<'_>>, preset: &Preset) -> Vec<Segment> {
    let cost = beneath.map(|one| one.claim);
    let currency = &line.claim.currency;
    let plain = Segment::of(Count::ZERO, Minor::ZERO);
    let industry = line.claim.industry.first().cloned();
    let common = Segment {
        product: Some(line.claim.product.clone().unwrap_or_else(|| preset.product.to_owned())),
        industry: Some(industry.unwrap_or_else(|| preset.industry.to_owned())),
        country: cost.and_then(|cost| cost.country.clone()),
        subject: cost.and_then(|cost| cost.subject.clone()),
        card_class: cost.and_then(|cost| cost.card_class.clone()),
        currency: Some(currency.clone()),
        ..plain
    };
    let sales = Sales {
        payments: Count::new(preset.payments).unwrap_or_default(),
        ticket: Minor::new(preset.ticket(currency)).unwrap_or_default(),
        abroad: Rate::new(preset.abroad).unwrap_or_default(),
        foreign: Rate::ZERO,
        refunds: Rate::ZERO,
        disputes: Rate::ZERO,
        failed: Rate::ZERO,
        common,
    };
    sales.mix()
}
