//! What a merchant sells in a month: runs of equal payments.

use super::{Count, Fault, Minor};
use serde::{Deserialize, Serialize};

/// Segments that a mix may have.
pub const MOST_SEGMENTS: usize = 1000;

/// Equal payments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// How many succeed.
    pub count: Count,
    /// Of how much each is.
    pub amount: Minor,
    /// Whether the payer's card or wallet is from another country.
    #[serde(default)]
    pub cross_border: bool,
    /// Whether it is in a foreign currency.
    #[serde(default)]
    pub foreign_currency: bool,
    /// How many more were tried and failed.
    #[serde(default)]
    pub failed: Count,
    /// How many of them are paid back, in full.
    #[serde(default)]
    pub refunds: Count,
    /// How many of them are disputed.
    #[serde(default)]
    pub disputes: Count,
    /// Through what: see `channels::Product`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// By which class of card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_class: Option<String>,
    /// The merchant's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The kind of merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The line of business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// The currency of `amount`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

impl Segment {
    /// So many payments of so much.
    pub fn of(count: Count, amount: Minor) -> Self {
        Self {
            count,
            amount,
            cross_border: false,
            foreign_currency: false,
            failed: Count::ZERO,
            refunds: Count::ZERO,
            disputes: Count::ZERO,
            product: None,
            card_class: None,
            country: None,
            subject: None,
            industry: None,
            currency: None,
        }
    }

    /// What it comes to.
    pub(super) fn volume(&self) -> i128 {
        self.count.get() * self.amount.get()
    }
}

/// What contradicts itself in a mix, if anything.
pub fn faults(mix: &[Segment]) -> Vec<Fault> {
    if mix.is_empty() {
        return vec![Fault::new("mix", "must not be empty")];
    }
    if mix.len() > MOST_SEGMENTS {
        return vec![Fault::new("mix", format_args!("must not have more than {MOST_SEGMENTS} segments"))];
    }
    let mut faults = Vec::new();
    for (index, segment) in mix.iter().enumerate() {
        for (name, value) in [("refunds", segment.refunds), ("disputes", segment.disputes)] {
            if value > segment.count {
                faults.push(Fault::new(format_args!("mix[{index}].{name}"), "must not be above count"));
            }
        }
    }
    if mix.iter().all(|segment| segment.count == Count::ZERO) {
        faults.push(Fault::new("mix", "must have a payment"));
    }
    faults
}
