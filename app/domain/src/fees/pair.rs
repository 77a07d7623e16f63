//! The best pair of two channels for a mix.
//!
//! Payers choose with what they pay, so nobody can send each payment the cheaper way: a pair is reckoned with half of the
//! payments through each. It is then judged by the same weights as single channels. Its fees are those of both halves,
//! its users those of both together, its brand and its markets those of the one that has more of them; for support and
//! the safety of data, which are needed of both, the weaker one counts.

use super::{
    Count, Segment,
    board::Row,
    ranking::{Criterion, Mark, Placed, Ranking, WHOLE, Weights, channels, share, users_of, weighed},
};

/// Two channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The places of their rows on the board, the one that ranks higher first.
    pub rows: [usize; 2],
    /// What the month costs with half of the payments through each.
    pub total: i128,
    /// How many use them together, people who use both counted twice; nothing where neither publishes it.
    pub users: Option<i128>,
    /// From 0 to [`WHOLE`].
    pub score: u32,
    /// In the order of [`Criterion::ALL`].
    pub marks: Vec<Mark>,
}

/// The two halves of a mix: of an odd number of payments the first has one more. Nothing where there is but one payment.
pub fn halves(mix: &[Segment]) -> Option<[Vec<Segment>; 2]> {
    let half = |count: Count, more: i128| {
        let half = (count.get() + more).div_euclid(2);
        u64::try_from(half).ok().and_then(Count::new).unwrap_or_default()
    };
    let side = |more| -> Vec<Segment> {
        let halved = mix.iter().map(|one| Segment {
            count: half(one.count, more),
            failed: half(one.failed, more),
            refunds: half(one.refunds, more),
            disputes: half(one.disputes, more),
            ..one.clone()
        });
        halved.filter(|one| one.count > Count::ZERO).collect()
    };
    let both = [side(1), side(0)];
    both.iter().all(|side| !side.is_empty()).then_some(both)
}

/// The best pair of two different channels among those that are ranked, with the boards of the two halves; nothing
/// where there are no two.
pub fn best_pair(rows: &[Row], halves: [&[Row]; 2], ranking: &Ranking, weights: Weights) -> Option<Pair> {
    let mut pairs = Vec::new();
    for (at, first) in ranking.placed.iter().enumerate() {
        for second in ranking.placed.iter().skip(at + 1) {
            pairs.extend(pair(rows, halves, [first, second]));
        }
    }
    let least = pairs.iter().map(|pair| pair.total).min()?;
    let reach = |pair: &Pair| score(pair, Criterion::UserBase).unwrap_or_default();
    let widest = pairs.iter().map(reach).max().unwrap_or_default();
    for pair in &mut pairs {
        let (total, reached) = (pair.total, reach(pair));
        for mark in &mut pair.marks {
            match mark.criterion {
                Criterion::Fees => {
                    mark.score = Some(if total <= least { WHOLE } else { share(least, total) });
                }
                Criterion::UserBase => {
                    mark.score = mark.score.map(|_| share(reached.into(), widest.into()));
                }
                _ => (),
            }
        }
        pair.score = weighed(&pair.marks, weights);
    }
    // Of equals the first: both of its channels rank higher, or cost less.
    pairs.into_iter().rev().max_by_key(|pair| (pair.score, std::cmp::Reverse(pair.total)))
}

fn score(pair: &Pair, criterion: Criterion) -> Option<u32> {
    pair.marks.iter().find(|mark| mark.criterion == criterion)?.score
}

/// Two placed channels as a pair, its fees and users not yet measured against other pairs'.
fn pair(rows: &[Row], halves: [&[Row]; 2], [first, second]: [&Placed; 2]) -> Option<Pair> {
    let (one, other) = (rows.get(first.row)?, rows.get(second.row)?);
    if one.channel == other.channel {
        return None;
    }
    let [of_one, of_other] = [(halves[0], one), (halves[1], other)].map(|(half, row)| {
        let same = half.iter().find(|half| half.channel == row.channel && half.through == row.through)?;
        same.bill.as_ref().ok().map(|bill| bill.total)
    });
    let users = [one, other].map(|row| channels(row).first().and_then(|channel| users_of(channel)));
    let marks = first.marks.iter().zip(&second.marks).map(|(a, b)| together(a, b));
    Some(Pair {
        rows: [first.row, second.row],
        total: of_one? + of_other?,
        users: match users {
            [None, None] => None,
            [a, b] => Some(a.unwrap_or_default() + b.unwrap_or_default()),
        },
        score: 0,
        marks: marks.collect(),
    })
}

fn together(a: &Mark, b: &Mark) -> Mark {
    let score = match a.criterion {
        Criterion::UserBase => match (a.score, b.score) {
            (None, None) => None,
            (a, b) => Some(a.unwrap_or_default() + b.unwrap_or_default()),
        },
        Criterion::Support | Criterion::DataSafety => a.score.zip(b.score).map(|(a, b)| a.min(b)),
        Criterion::Fees | Criterion::Brand | Criterion::Coverage => a.score.max(b.score),
    };
    let facts = a.facts.iter().chain(&b.facts).copied().collect();
    Mark { criterion: a.criterion, score, facts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fees::{
        Exchange, Minor, Rate, Shelf,
        board::board,
        channel::Question,
        published,
        ranking::{Needs, rank},
    };
    use time::macros::date;

    fn chinese(count: u64) -> Segment {
        Segment {
            country: Some("CN".into()),
            product: Some("qr".into()),
            subject: Some("enterprise".into()),
            industry: Some("5814".into()),
            ..Segment::of(Count::new(count).unwrap(), Minor::new(3_500).unwrap())
        }
    }

    fn best(mix: &[Segment], weights: [u8; 6]) -> Option<(Vec<&'static str>, Pair)> {
        let (book, exchange) = (Shelf::published(published::load_all().unwrap().into()), Exchange::default());
        let on = date!(2026 - 11 - 27);
        let rows = |mix: &[Segment]| {
            let question =
                Question { mix, currency: "CNY", annual_rate: Rate::ZERO, on, exchange: &exchange };
            board(&book, question, true)
        };
        let (all, [first, second]) = (rows(mix), halves(mix)?.map(|half| rows(&half)));
        let weights = Weights::new(weights).unwrap();
        let ranking = rank(&all, &Needs::of(mix, "CNY"), weights);
        let pair = best_pair(&all, [&first, &second], &ranking, weights)?;
        Some((pair.rows.iter().map(|row| all[*row].channel).collect(), pair))
    }

    #[test]
    fn payments_are_halved_and_nothing_is_lost() {
        let count = |count| Count::new(count).unwrap();
        let mix = [Segment { refunds: count(3), failed: count(1), ..chinese(7) }, chinese(1)];
        let [first, second] = halves(&mix).unwrap();
        assert_eq!((first.len(), second.len()), (2, 1));
        let told = |one: &Segment| (one.count.get(), one.refunds.get(), one.failed.get());
        assert_eq!((told(&first[0]), told(&second[0])), ((4, 2, 1), (3, 1, 0)));
        assert_eq!(first[1].count.get(), 1);
        assert!(
            super::super::mix::faults(&first).is_empty() && super::super::mix::faults(&second).is_empty()
        );
        assert_eq!(halves(&[chinese(1)]), None);
    }

    #[test]
    fn a_chinese_coffee_shop_takes_both_wallets() {
        let (channels, pair) = best(&[chinese(6001)], [5, 1, 1, 1, 1, 1]).unwrap();
        assert_eq!(channels, ["wechat_pay", "alipay"]);
        // 3,001 and 3,000 payments of 35.00 at 0.6 %.
        assert_eq!(pair.total, 6001 * 21);
        assert_eq!(pair.users, Some(1_935_000_000));
        assert_eq!(
            (score(&pair, Criterion::Fees), score(&pair, Criterion::UserBase)),
            (Some(WHOLE), Some(WHOLE))
        );
        // Alipay has published nothing of how engineers are reached: nothing is known of both.
        assert_eq!(score(&pair, Criterion::Support), None);
    }

    #[test]
    fn whoever_weighs_markets_alone_pairs_with_the_widest() {
        let (channels, pair) = best(&[chinese(100)], [0, 0, 0, 0, 10, 0]).unwrap();
        assert!(channels.contains(&"paypal"), "{channels:?}");
        assert_eq!(pair.score, WHOLE);
        // Of pairs with PayPal the cheaper one: 50 × 0.21 and 50 × (1.54 + 2.20).
        assert_eq!(pair.total, 50 * 21 + 50 * 374);
    }
}
