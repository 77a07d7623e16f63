//! What taking payments would cost, from a few figures: reckoned in the browser as they move, and by the same code on
//! the server.

use super::{
    Claim, Count, Exchange, Minor, Rate, Rounding, Segment,
    channel::{Bill, Candidate, NoBill, Question, bill_by_prices},
    sales::Sales,
};
use time::Date;

/// A month's sales, in as few words as there can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The merchant's country.
    pub country: Option<String>,
    /// What is sold, as a merchant category.
    pub industry: Option<String>,
    /// Where it is paid: a word of the catalogue's products.
    pub product: Option<String>,
    /// The currency of the amounts here and of the answers.
    pub currency: String,
    /// What all payments come to, in minor units.
    pub volume: Minor,
    /// What one comes to, in minor units.
    pub ticket: Minor,
    /// The share of payments from abroad.
    pub abroad: Rate,
}

/// Why no month can be made of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMonth {
    /// A payment of nothing, or one that is larger than all together.
    Ticket,
    /// More payments than can be reckoned with.
    TooMany,
}

/// What the month comes to by one list of claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The place of the list among those that were asked about.
    pub way: usize,
    /// What it comes to, or why that can't be said.
    pub bill: Result<Bill, NoBill>,
}

impl Asked {
    /// How many payments it takes, half-up.
    ///
    /// # Errors
    /// [`NoMonth`] where there is no such number.
    pub fn payments(&self) -> Result<Count, NoMonth> {
        if self.ticket == Minor::ZERO || self.ticket > self.volume {
            return Err(NoMonth::Ticket);
        }
        let payments = Rounding::HalfUp.divide(self.volume.get(), self.ticket.get());
        u64::try_from(payments).ok().and_then(Count::new).ok_or(NoMonth::TooMany)
    }

    /// The month's payments, all of the average ticket.
    ///
    /// # Errors
    /// [`NoMonth`] where there is none.
    pub fn mix(&self) -> Result<Vec<Segment>, NoMonth> {
        let common = Segment {
            product: self.product.clone(),
            country: self.country.clone(),
            industry: self.industry.clone(),
            currency: Some(self.currency.clone()),
            ..Segment::of(Count::ZERO, Minor::ZERO)
        };
        let sales = Sales {
            payments: self.payments()?,
            ticket: self.ticket,
            abroad: self.abroad,
            foreign: Rate::ZERO,
            refunds: Rate::ZERO,
            disputes: Rate::ZERO,
            failed: Rate::ZERO,
            common,
        };
        Ok(sales.mix())
    }

    /// What the month comes to by each of several lists of claims that all hold today: those with a bill first and the
    /// cheapest of them first.
    ///
    /// # Errors
    /// [`NoMonth`] where there is no month to ask about.
    pub fn answers(&self, ways: &[&[Claim]], exchange: &Exchange) -> Result<Vec<Answer>, NoMonth> {
        let mix = self.mix()?;
        let question = Question {
            mix: &mix,
            currency: &self.currency,
            annual_rate: Rate::ZERO,
            on: Date::MIN,
            exchange,
        };
        let by = |claims: &[Claim]| {
            let always = |claim| Candidate { claim, from: None, to: None, own: false };
            bill_by_prices(&claims.iter().map(always).collect::<Vec<_>>(), question)
        };
        let rank = |answer: &Answer| answer.bill.as_ref().map_or((true, 0), |bill| (false, bill.total));
        let mut answers: Vec<Answer> = Vec::with_capacity(ways.len());
        for (way, claims) in ways.iter().enumerate() {
            let answer = Answer { way, bill: by(claims) };
            // There are few, and what sorts any number weighs more in a browser than all of this.
            let at = answers.partition_point(|before| rank(before) <= rank(&answer));
            answers.insert(at, answer);
        }
        Ok(answers)
    }
}

/// Where a slider can stand: ten stops to each power of ten, from one amount on over so many powers, each a round number.
pub fn stops(from: u64, powers: u32) -> Vec<u64> {
    const STEPS: [u64; 10] = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80];
    let mut stops: Vec<u64> = (0..powers)
        .flat_map(|power| {
            STEPS.map(|step| step.saturating_mul(from).saturating_mul(10_u64.saturating_pow(power)) / 10)
        })
        .collect();
    stops.push(from.saturating_mul(10_u64.saturating_pow(powers)));
    stops.dedup();
    stops
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Asked {
        Asked {
            country: Some("US".into()),
            industry: None,
            product: Some("web".into()),
            currency: "USD".into(),
            volume: Minor::new(1_000_000).unwrap(),
            ticket: Minor::new(3_000).unwrap(),
            abroad: Rate::new(250_000).unwrap(),
        }
    }

    fn claim(percent: u64, fixed: u64) -> Claim {
        let plain = Claim::of("a", "USD", Rate::new(percent));
        Claim { fixed: Minor::new(fixed), cross_border: Rate::new(10_000), ..plain }
    }

    #[test]
    fn the_month_has_as_many_payments_as_the_ticket_goes_into_the_volume() {
        // 10,000.00 / 30.00 = 333.3…, of which a quarter from abroad: 83.25.
        let mix = asked().mix().unwrap();
        let told: Vec<_> = mix.iter().map(|segment| (segment.count.get(), segment.cross_border)).collect();
        assert_eq!(told, [(250, false), (83, true)]);
        assert!(
            mix.iter()
                .all(|segment| segment.amount.get() == 3_000 && segment.country.as_deref() == Some("US"))
        );
        let half = Asked { ticket: Minor::new(400_000).unwrap(), ..asked() };
        assert_eq!(half.payments().map(Count::get), Ok(3), "2.5 is 3");
    }

    #[test]
    fn no_month_is_made_of_what_makes_none() {
        let with = |volume, ticket| {
            let (volume, ticket) = (Minor::new(volume).unwrap(), Minor::new(ticket).unwrap());
            Asked { volume, ticket, ..asked() }.payments()
        };
        assert_eq!(
            (with(100, 0), with(100, 101), with(0, 1)),
            (Err(NoMonth::Ticket), Err(NoMonth::Ticket), Err(NoMonth::Ticket))
        );
        assert_eq!(with(1_000_000_000_000, 1), Err(NoMonth::TooMany));
        assert_eq!(with(100, 100).map(Count::get), Ok(1));
    }

    #[test]
    fn the_cheapest_comes_first_and_what_has_no_price_last() {
        let (dear, none, cheap) = ([claim(34_900, 49)], [], [claim(29_000, 30)]);
        let answers = asked().answers(&[&dear, &none, &cheap], &Exchange::default()).unwrap();
        assert_eq!(answers.iter().map(|answer| answer.way).collect::<Vec<_>>(), [2, 0, 1]);
        // 250 × (30.00 × 2.9 % + 0.30) + 83 × (30.00 × 3.9 % + 0.30).
        assert_eq!(answers[0].bill.as_ref().unwrap().total, 250 * 117 + 83 * 147);
        assert_eq!(answers[2].bill, Err(NoBill::NoClaim(0)));
    }

    #[test]
    fn sliders_stand_at_round_numbers_that_rise() {
        let stops = stops(1000, 2);
        assert_eq!(stops.len(), 21);
        assert_eq!((stops[0], stops[1], stops[2], stops[10], stops[20]), (1000, 1200, 1500, 10_000, 100_000));
        assert!(stops.is_sorted_by(|one, next| one < next));
    }
}
