//! A claim as it travels to the browser: one line of words and numbers. What reads a claim's own JSON weighs more there
//! than the whole engine.

use super::{Claim, Days, DisputeStep, Minor, Rate, Refund, Rounding, Tier, Tiers, claim::TierKind};

/// What stands between two values; none of them, codes and numbers all, has it in it.
const BETWEEN: char = ',';

/// A claim's values in their order; its id isn't among them, and what isn't there is empty.
pub fn pack(claim: &Claim) -> String {
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    let refund = claim.refund.as_ref();
    let flag = |flag: Option<bool>| flag.map(|flag| u8::from(flag).to_string()).unwrap_or_default();
    let mut values = vec![
        claim.currency.clone(),
        word(&claim.product),
        word(&claim.card_class),
        word(&claim.country),
        word(&claim.subject),
        claim.rounding.map(Rounding::word).unwrap_or_default().to_owned(),
        claim.tiers.as_ref().map(|tiers| tiers.kind.word()).unwrap_or_default().to_owned(),
        figure(claim.percent),
        figure(claim.fixed),
        figure(claim.attempt_fee),
        figure(claim.min),
        figure(claim.max),
        figure(claim.cross_border),
        figure(claim.fx),
        flag(refund.map(|_| true)),
        figure(refund.and_then(|refund| refund.fee)),
        flag(refund.and_then(|refund| refund.returns_percent)),
        flag(refund.and_then(|refund| refund.returns_fixed)),
        figure(claim.monthly_fee),
        figure(claim.monthly_minimum),
        figure(claim.tax),
        figure(claim.delay_days),
        claim.industry.len().to_string(),
        claim.dispute.as_ref().map(|steps| steps.len().to_string()).unwrap_or_default(),
    ];
    values.extend(claim.industry.iter().cloned());
    for step in claim.dispute.iter().flatten() {
        values.extend([figure(step.up_to), figure(step.fee)]);
    }
    for step in claim.tiers.iter().flat_map(|tiers| &tiers.steps) {
        values.extend([figure(step.up_to), figure(step.percent)]);
    }
    values.join(&BETWEEN.to_string())
}

/// A figure as it is written; nothing where it wasn't published.
fn figure(figure: Option<impl Into<u64>>) -> String {
    figure.map(|figure| figure.into().to_string()).unwrap_or_default()
}

/// The claim of these values, under an id of the caller's; nothing where they are none.
pub fn unpack(id: String, packed: &str) -> Option<Claim> {
    let mut values = packed.split(BETWEEN);
    let mut next = || values.next();
    let mut claim = Claim::of(id, next()?, None);
    claim.product = word(next()?);
    claim.card_class = word(next()?);
    claim.country = word(next()?);
    claim.subject = word(next()?);
    claim.rounding = Rounding::from_word(next()?);
    let kind = TierKind::from_word(next()?);
    claim.percent = rate(next()?);
    claim.fixed = minor(next()?);
    claim.attempt_fee = minor(next()?);
    claim.min = minor(next()?);
    claim.max = minor(next()?);
    claim.cross_border = rate(next()?);
    claim.fx = rate(next()?);
    let told = flag(next()?);
    let refund = Refund { fee: minor(next()?), returns_percent: flag(next()?), returns_fixed: flag(next()?) };
    claim.refund = told.map(|_| refund);
    claim.monthly_fee = minor(next()?);
    claim.monthly_minimum = minor(next()?);
    claim.tax = rate(next()?);
    claim.delay_days = number(next()?).and_then(Days::new);
    let (industries, disputes) = (number(next()?)?, number(next()?));
    for _ in 0..industries {
        claim.industry.push(next()?.to_owned());
    }
    if let Some(disputes) = disputes {
        let mut steps = Vec::new();
        for _ in 0..disputes {
            steps.push(DisputeStep { up_to: rate(next()?), fee: minor(next()?) });
        }
        claim.dispute = Some(steps);
    }
    if let Some(kind) = kind {
        let mut steps = Vec::new();
        while let Some(up_to) = next() {
            steps.push(Tier { up_to: minor(up_to), percent: rate(next()?) });
        }
        claim.tiers = Some(Tiers { kind, steps });
    }
    Some(claim)
}

fn word(value: &str) -> Option<String> {
    Some(value.to_owned()).filter(|word| !word.is_empty())
}

fn number(value: &str) -> Option<u64> {
    value.parse().ok()
}

fn rate(value: &str) -> Option<Rate> {
    number(value).and_then(Rate::new)
}

fn minor(value: &str) -> Option<Minor> {
    number(value).and_then(Minor::new)
}

fn flag(value: &str) -> Option<bool> {
    number(value).map(|number| number == 1)
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::*;
    use crate::fees::published;

    #[test]
    fn every_published_claim_comes_out_as_it_went_in() {
        let book = published::load_all().unwrap();
        let steps = DisputeStep { up_to: Rate::new(9_999), fee: Minor::new(1_500) };
        let tier = Tier { up_to: Minor::new(5), percent: None };
        for one in book.all() {
            // Each once more with what few of them have.
            let more = Claim {
                channel: None,
                dispute: Some(vec![steps, DisputeStep { up_to: None, fee: None }]),
                tiers: Some(Tiers {
                    kind: TierKind::Graduated,
                    steps: vec![tier, Tier { up_to: None, ..tier }],
                }),
                refund: None,
                rounding: None,
                ..one.claim.clone()
            };
            for claim in [Claim { channel: None, ..one.claim.clone() }, more] {
                let packed = pack(&claim);
                assert_eq!(unpack(claim.id.clone(), &packed), Some(claim));
            }
        }
    }

    #[test]
    fn what_is_cut_short_is_no_claim() {
        let book = published::load_all().unwrap();
        let packed = pack(&book.all()[0].claim);
        assert_eq!(unpack("a".into(), ""), None);
        assert_eq!(unpack("a".into(), &packed[..packed.len() / 2]), None);
    }
}
