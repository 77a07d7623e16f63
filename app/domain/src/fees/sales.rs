//! A month's sales in a few figures, and the mix they come to.

use super::{Count, Minor, Rate, Rounding, Segment};

/// What a merchant sells in a month, roughly told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sales {
    /// How many payments succeed.
    pub payments: Count,
    /// What a payment comes to.
    pub ticket: Minor,
    /// The share of payments from abroad.
    pub abroad: Rate,
    /// The share of those from abroad that are in a foreign currency.
    pub foreign: Rate,
    /// The share of payments that are paid back.
    pub refunds: Rate,
    /// The share of payments that are disputed.
    pub disputes: Rate,
    /// How many more are tried and fail, as a share of those that succeed.
    pub failed: Rate,
    /// What all of them have in common: product, means, country, subject, industry, currency.
    pub common: Segment,
}

impl Sales {
    /// The mix: at home, from abroad, and from abroad in a foreign currency; those of which there are none are left
    /// out. Each count is rounded by itself, half-up, and those at home are the rest.
    pub fn mix(&self) -> Vec<Segment> {
        let abroad = part(self.payments, self.abroad);
        let foreign = part(abroad, self.foreign);
        let home = less(self.payments, abroad);
        let runs = [(home, false, false), (less(abroad, foreign), true, false), (foreign, true, true)];
        let some = runs.into_iter().filter(|(count, ..)| *count > Count::ZERO);
        some.map(|(count, cross_border, foreign_currency)| Segment {
            count,
            amount: self.ticket,
            cross_border,
            foreign_currency,
            failed: part(count, self.failed),
            refunds: part(count, self.refunds),
            disputes: part(count, self.disputes),
            ..self.common.clone()
        })
        .collect()
    }
}

/// A share of a count, half-up.
fn part(count: Count, share: Rate) -> Count {
    let part = Rounding::HalfUp.divide(count.get() * share.get(), Rate::WHOLE);
    u64::try_from(part).ok().and_then(Count::new).unwrap_or_default()
}

fn less(count: Count, part: Count) -> Count {
    u64::try_from(count.get() - part.get()).ok().and_then(Count::new).unwrap_or_default()
}

/// A kind of business to begin from, without refunds and disputes: few channels publish what those cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// `coffee`.
    pub code: &'static str,
    /// Payments a month.
    pub payments: u64,
    /// A usual ticket, in US cents.
    ticket: u64,
    /// Where it is paid: a word of the catalogue's products.
    pub product: &'static str,
    /// Its merchant category.
    pub industry: &'static str,
    /// The share of payments from abroad.
    pub abroad: u64,
}

/// The kinds of business there are to begin from.
pub const PRESETS: [Preset; 5] = [
    Preset { code: "coffee", payments: 6000, ticket: 500, product: "qr", industry: "5814", abroad: 0 },
    Preset {
        code: "fashion",
        payments: 1200,
        ticket: 6_000,
        product: "web",
        industry: "5691",
        abroad: 100_000,
    },
    Preset {
        code: "invoices",
        payments: 40,
        ticket: 250_000,
        product: "web",
        industry: "7399",
        abroad: 200_000,
    },
    Preset {
        code: "digital",
        payments: 5000,
        ticket: 900,
        product: "in_app",
        industry: "5816",
        abroad: 300_000,
    },
    Preset {
        code: "souvenir",
        payments: 900,
        ticket: 2_500,
        product: "qr",
        industry: "5947",
        abroad: 600_000,
    },
];

impl Preset {
    /// By its code.
    pub fn get(code: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.code == code)
    }

    /// A usual ticket in minor units of a currency: round figures of its own, no exchange rate.
    pub fn ticket(&self, currency: &str) -> u64 {
        match currency {
            "CNY" => self.ticket * 7,
            "HKD" => self.ticket * 8,
            "TWD" => self.ticket * 30,
            "JPY" => self.ticket * 3 / 2,
            _ => self.ticket,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sales() -> Sales {
        Sales {
            payments: Count::new(1001).unwrap(),
            ticket: Minor::new(500).unwrap(),
            abroad: Rate::new(100_000).unwrap(),
            foreign: Rate::new(500_000).unwrap(),
            refunds: Rate::new(20_000).unwrap(),
            disputes: Rate::new(1_000).unwrap(),
            failed: Rate::new(50_000).unwrap(),
            common: Segment { product: Some("web".into()), ..Segment::of(Count::ZERO, Minor::ZERO) },
        }
    }

    #[test]
    fn every_payment_is_in_one_segment() {
        let mix = sales().mix();
        let told: Vec<_> = mix.iter().map(|s| (s.count.get(), s.cross_border, s.foreign_currency)).collect();
        assert_eq!(told, [(901, false, false), (50, true, false), (50, true, true)]);
        assert_eq!(mix.iter().map(|s| s.refunds.get()).collect::<Vec<_>>(), [18, 1, 1]);
        assert_eq!(mix.iter().map(|s| s.failed.get()).collect::<Vec<_>>(), [45, 3, 3]);
        assert!(mix.iter().all(|s| s.product.as_deref() == Some("web") && s.amount.get() == 500));
        assert!(super::super::mix::faults(&mix).is_empty());
    }

    #[test]
    fn what_there_is_none_of_is_left_out() {
        let mix = Sales { abroad: Rate::ZERO, ..sales() }.mix();
        assert_eq!(mix.len(), 1);
        let all = Sales { abroad: Rate::new(Rate::MAX).unwrap(), foreign: Rate::ZERO, ..sales() }.mix();
        assert_eq!(all.iter().map(|s| (s.count.get(), s.cross_border)).collect::<Vec<_>>(), [(1001, true)]);
        assert!(Sales { payments: Count::ZERO, ..sales() }.mix().is_empty());
    }

    #[test]
    fn presets_are_sound() {
        for preset in &PRESETS {
            assert_eq!(Preset::get(preset.code), Some(preset));
            for currency in ["USD", "CNY", "JPY"] {
                assert!(preset.ticket(currency) > 0 && preset.ticket(currency) <= Minor::MAX);
            }
        }
    }
}
