//! The effective rate over the ticket: a line for each channel, and where the cheapest one's crosses the others'.

use super::{
    Claim, Exchange, Minor, Segment,
    breakeven::{BreakEven, Curve, Kind, NoBreakEven, break_even},
    channel::{Bill, Used},
};

/// Lines that one drawing has room for.
pub const MOST: usize = 6;

/// The lines of channels over the tickets of one kind of payments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tickets {
    /// Of which kind the payments are: those that make up the most of the month's volume.
    pub kind: Kind,
    /// What one of them comes to, in the currency asked for.
    pub ticket: i128,
    /// In the order of the bills, the cheapest first.
    pub lines: Vec<Line>,
}

/// One channel's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The places of the bills that follow it: channels that ride on the same acquirer follow one line.
    pub bills: Vec<usize>,
    /// What a payment costs as it grows; or why the ticket alone doesn't say so.
    pub curve: Result<Curve, NoLine>,
    /// Where the cheapest channel begins to cost more, less or as much; nothing for itself and where there is no line.
    pub against: Option<BreakEven>,
}

/// Why a channel has no line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLine {
    /// The claim by itself.
    Claim(NoBreakEven),
    /// No rate is kept from the first currency to the second.
    Exchange(String, String),
}

/// The lines of the first bills, the cheapest first, over payments of the kind that makes up the most of the mix.
/// Amounts of claims are changed into the currency asked for one by one, half-up.
pub fn tickets(bills: &[&Bill], mix: &[Segment], exchange: &Exchange, currency: &str) -> Option<Tickets> {
    let (place, main) = mix.iter().enumerate().max_by_key(|(place, one)| {
        let from = one.currency.as_deref().unwrap_or(currency);
        (exchange.convert(one.volume(), from, currency), std::cmp::Reverse(*place))
    })?;
    let from = main.currency.as_deref().unwrap_or(currency);
    let ticket = exchange.convert(main.amount.get(), from, currency)?;
    let volume = bills.first()?.volume;
    let kind = Kind { cross_border: main.cross_border, foreign_currency: main.foreign_currency, volume };
    let mut claims: Vec<(&str, Vec<usize>, Result<Claim, NoLine>)> = Vec::new();
    for (index, bill) in bills.iter().enumerate() {
        let used = bill.used.iter().find(|used| used.segments.contains(&place))?;
        if let Some((_, same, _)) = claims.iter_mut().find(|(known, ..)| *known == used.claim) {
            same.push(index);
        } else if claims.len() < MOST {
            claims.push((&used.claim, vec![index], claim(used, exchange, currency)));
        }
    }
    let cheapest = claims.first().and_then(|(.., claim)| claim.clone().ok());
    let lines = claims.into_iter().enumerate().map(|(index, (_, bills, claim))| {
        let both = cheapest.as_ref().zip(claim.as_ref().ok()).filter(|_| index > 0);
        let against = both.and_then(|(cheapest, claim)| break_even(cheapest, claim, kind).ok());
        let curve = claim.and_then(|claim| Curve::of(&claim, kind).map_err(NoLine::Claim));
        Line { bills, curve, against }
    });
    Some(Tickets { kind, ticket, lines: lines.collect() })
}

/// A claim that was used, with its amounts in a currency.
fn claim(used: &Used, exchange: &Exchange, to: &str) -> Result<Claim, NoLine> {
    let gap = || NoLine::Exchange(used.currency.clone(), to.to_owned());
    in_currency(&used.terms, exchange, to).ok_or_else(gap)
}

/// A claim with the amounts of single payments and the limits of its steps in another currency.
fn in_currency(claim: &Claim, exchange: &Exchange, to: &str) -> Option<Claim> {
    let convert = |amount: Minor| {
        let amount = exchange.convert(amount.get(), &claim.currency, to)?;
        u64::try_from(amount).ok().and_then(Minor::new)
    };
    let figure = |amount: Option<Minor>| match amount {
        None => Some(None),
        Some(amount) => convert(amount).map(Some),
    };
    let mut tiers = claim.tiers.clone();
    for step in tiers.iter_mut().flat_map(|tiers| &mut tiers.steps) {
        step.up_to = figure(step.up_to)?;
    }
    Some(Claim {
        currency: to.to_owned(),
        fixed: figure(claim.fixed)?,
        min: figure(claim.min)?,
        max: figure(claim.max)?,
        tiers,
        ..claim.clone()
    })
}

/// Tickets on which lines are drawn: over three powers of ten around a ticket, so many in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub from: i128,
    /// The last: a thousand times the first.
    pub to: i128,
}

impl Span {
    /// Powers of ten in it.
    pub const DECADES: u32 = 3;

    /// Around a ticket, whose power of ten is the second of three; it begins at one minor unit at least.
    pub fn around(ticket: i128) -> Self {
        let power = ticket.max(1).ilog10().saturating_sub(1).min(9);
        let from = 10_i128.pow(power);
        Self { from, to: from * 10_i128.pow(Self::DECADES) }
    }

    /// Round tickets: 1, 2 and 5 times each power of ten.
    pub fn round(&self) -> Vec<i128> {
        self.times(&[1, 2, 5])
    }

    /// Tickets close enough to draw a line through.
    pub fn close(&self) -> Vec<i128> {
        let ten = self.times(&[10, 11, 12, 13, 15, 17, 20, 22, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90]);
        let mut close: Vec<i128> = ten.into_iter().map(|ticket| ticket / 10).collect();
        close.retain(|ticket| (self.from..=self.to).contains(ticket));
        close.push(self.to);
        close.dedup();
        close
    }

    fn times(&self, factors: &[i128]) -> Vec<i128> {
        let powers = (0..Self::DECADES).map(|power| self.from * 10_i128.pow(power));
        let mut all: Vec<i128> =
            powers.flat_map(|power| factors.iter().map(move |factor| power * factor)).collect();
        if factors.first() == Some(&1) {
            all.push(self.to);
        }
        all
    }

    /// Where a ticket lies between the first and the last, in thousandths, by its logarithm; outside, at the edge.
    pub fn place(&self, ticket: i128) -> i64 {
        let ticket = ticket.clamp(self.from, self.to);
        let place = (millilog(ticket) - millilog(self.from)) / i128::from(Self::DECADES);
        i64::try_from(place).unwrap_or_default()
    }
}

/// The common logarithm in thousandths, rounded down: digit by digit, as the tenth power of what is left has one digit
/// more for each.
fn millilog(number: i128) -> i128 {
    const ONE: i128 = 1_000_000_000_000;
    let mut log = i128::from(number.max(1).ilog10());
    let mut left = number.max(1) * ONE / 10_i128.pow(number.max(1).ilog10());
    for _ in 0..3 {
        let mut power = ONE;
        for _ in 0..10 {
            power = power * left / ONE;
        }
        let digit = (power / ONE).max(1).ilog10();
        log = log * 10 + i128::from(digit);
        left = power / 10_i128.pow(digit);
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fees::{
        Count, Rate,
        channel::{Candidate, Question, bill},
        exchange::Quote,
    };
    use time::macros::date;

    fn claim(id: &str, currency: &str, percent: u64, fixed: u64) -> Claim {
        Claim { fixed: Minor::new(fixed), ..Claim::of(id, currency, Rate::new(percent)) }
    }

    fn lines(claims: &[Claim], exchange: &Exchange) -> Tickets {
        let segment = |count, amount| Segment::of(Count::new(count).unwrap(), Minor::new(amount).unwrap());
        let mix = [Segment { cross_border: true, ..segment(1, 100) }, segment(100, 5_000)];
        let on = date!(2026 - 11 - 27);
        let question = Question { mix: &mix, currency: "USD", annual_rate: Rate::ZERO, on, exchange };
        let price = |claim| bill(&[Candidate { claim, from: None, to: None, own: false }], question).unwrap();
        let bills: Vec<Bill> = claims.iter().map(price).collect();
        tickets(&bills.iter().collect::<Vec<_>>(), &mix, exchange, "USD").unwrap()
    }

    #[test]
    fn the_cheapest_is_compared_with_each_other() {
        // 2.3 % + 0.30 costs as much as 3 % + 0.10 where 0.7 % are 0.20: at 28.57….
        let found =
            lines(&[claim("a", "USD", 23_000, 30), claim("b", "USD", 30_000, 10)], &Exchange::default());
        assert_eq!((found.kind.cross_border, found.ticket), (false, 5_000));
        assert_eq!(found.lines[0].against, None);
        assert_eq!(found.lines.iter().map(|line| line.bills.clone()).collect::<Vec<_>>(), [[0], [1]]);
        assert_eq!(found.lines[1].against.as_ref().unwrap().changes, [2858]);
        let curve = found.lines[0].curve.clone().unwrap();
        // 0.30 of 1.00 and 2.3 %; of 100.00 it is 0.3 %.
        assert_eq!((curve.rate_at(100), curve.rate_at(10_000), curve.rate_at(0)), (323_000, 26_000, 0));
    }

    #[test]
    fn channels_with_the_same_claim_follow_one_line() {
        let one = claim("a", "USD", 23_000, 30);
        let found = lines(&[one.clone(), one, claim("b", "USD", 30_000, 10)], &Exchange::default());
        assert_eq!(
            found.lines.iter().map(|line| line.bills.clone()).collect::<Vec<_>>(),
            [vec![0, 1], vec![2]]
        );
    }

    #[test]
    fn other_currencies_are_changed_and_a_gap_is_told() {
        let table = Exchange::new([
            ("USD".to_owned(), Quote::new(2, 7_000_000).unwrap()),
            ("CNY".to_owned(), Quote::new(2, 1_000_000).unwrap()),
        ]);
        let claims = [claim("a", "USD", 23_000, 30), claim("b", "CNY", 30_000, 70)];
        assert_eq!(lines(&claims, &table).lines[1].against.as_ref().unwrap().changes, [2858]);
        let dear = Claim { max: Minor::new(Minor::MAX), ..claim("b", "USD", 30_000, 10) };
        assert_eq!(in_currency(&dear, &table, "CNY"), None, "beyond what a claim may say");
        assert_eq!(in_currency(&dear, &table, "JPY"), None);
    }

    #[test]
    fn logarithms_are_those_of_the_tables() {
        for (number, log) in
            [(1, 0), (2, 301), (3, 477), (5, 698), (9, 954), (10, 1000), (2857, 3455), (99, 1995)]
        {
            assert_eq!(millilog(number), log, "{number}");
        }
        assert_eq!(millilog(1_000_000_000_000), 12_000);
    }

    #[test]
    fn a_span_holds_its_ticket_and_round_numbers() {
        let span = Span::around(3_500);
        assert_eq!(span, Span { from: 100, to: 100_000 });
        assert_eq!(span.round(), [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]);
        assert_eq!(
            (span.place(100), span.place(1000), span.place(100_000), span.place(1)),
            (0, 333, 1000, 0)
        );
        let close = span.close();
        assert!(close.is_sorted_by(|a, b| a < b) && close.len() == 55, "{}", close.len());
        for ticket in [0, 1, 9, 10, Minor::MAX.into()] {
            let span = Span::around(ticket);
            assert!(span.close().iter().all(|ticket| *ticket > 0), "{ticket}");
            assert!(span.to <= i128::from(Minor::MAX));
        }
    }
}
