//! What a claim says a payment costs.

use super::{Days, Fault, Minor, Rate, Rounding, object};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, SeqAccess, Visitor, value::SeqAccessDeserializer},
};
use std::fmt;

/// Steps that a list may have.
pub const MOST_STEPS: usize = 100;

/// One claim: what it is about, and its figures.
///
/// A figure that is `None` was not published: a mix that needs it can't be priced by this claim. Of `min`, `max`,
/// `tiers` and `dispute`, `None` is "there is none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What it is called by.
    pub id: String,
    /// The channel, by its code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// The currency of every amount here, by its ISO 4217 code.
    pub currency: String,
    /// What it is only about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The class of card it is only about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_class: Option<String>,
    /// The merchant's country it is only about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The kind of merchant it is only about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The lines of business it is only about; none named: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    #[cfg_attr(feature = "schema", schema(schema_with = industry))]
    pub industry: Vec<String>,
    /// The share of each payment; of no account where there are `tiers`.
    #[serde(deserialize_with = "given")]
    #[cfg_attr(feature = "schema", schema(required))]
    pub percent: Option<Rate>,
    /// For each payment.
    #[serde(default = "zero")]
    pub fixed: Option<Minor>,
    /// For each attempt, whether it succeeds or fails.
    #[serde(default = "zero")]
    pub attempt_fee: Option<Minor>,
    /// The least that a payment costs.
    #[serde(default)]
    pub min: Option<Minor>,
    /// The most that a payment costs.
    #[serde(default)]
    pub max: Option<Minor>,
    /// Added to the share where the payer's card or wallet is from another country.
    #[serde(default = "zero")]
    pub cross_border: Option<Rate>,
    /// Added to the share where the payment is in a foreign currency.
    #[serde(default = "zero")]
    pub fx: Option<Rate>,
    /// What a refund costs and gives back.
    #[serde(default = "zero", deserialize_with = "object::nullable")]
    pub refund: Option<Refund>,
    /// What a dispute costs, by the share of payments that are disputed.
    #[serde(default, deserialize_with = "object::nullable_list")]
    pub dispute: Option<Vec<DisputeStep>>,
    /// For each month.
    #[serde(default = "zero")]
    pub monthly_fee: Option<Minor>,
    /// The least that a month costs.
    #[serde(default = "zero")]
    pub monthly_minimum: Option<Minor>,
    /// Shares by the month's volume, in place of `percent`.
    #[serde(default, deserialize_with = "object::nullable")]
    pub tiers: Option<Tiers>,
    /// Tax on everything that is charged.
    #[serde(default = "zero")]
    pub tax: Option<Rate>,
    /// Days until the money arrives.
    #[serde(default = "zero")]
    pub delay_days: Option<Days>,
    /// How the share is rounded.
    #[serde(default = "zero")]
    pub rounding: Option<Rounding>,
}

/// What a refund costs and gives back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Refund {
    /// For each refund asked for.
    #[serde(default = "zero")]
    pub fee: Option<Minor>,
    /// Whether the share is given back.
    #[serde(default = "zero")]
    pub returns_percent: Option<bool>,
    /// Whether the fixed fee is given back.
    #[serde(default = "zero")]
    pub returns_fixed: Option<bool>,
}

/// What each dispute costs while so many payments are disputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DisputeStep {
    /// Up to this share of disputed payments, inclusive; `None`: without limit.
    #[serde(default = "zero")]
    pub up_to: Option<Rate>,
    /// For each dispute.
    #[serde(default = "zero")]
    pub fee: Option<Minor>,
}

/// Shares by the month's volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Tiers {
    /// How they are read.
    pub kind: TierKind,
    /// From the lowest to the last, which has no limit.
    #[serde(deserialize_with = "object::list")]
    pub steps: Vec<Tier>,
}

crate::words::words! {
    /// How tiers are read.
    TierKind {
        /// The step that the whole month's volume falls into holds for every payment.
        Whole = "whole",
        /// The volume fills one step after the other; each has its own share.
        Graduated = "graduated",
    }
}

/// The share while the month's volume is within a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Up to this volume, inclusive; `None`: without limit.
    #[serde(default = "zero")]
    pub up_to: Option<Minor>,
    /// The share.
    #[serde(default = "zero")]
    pub percent: Option<Rate>,
}

/// What an absent figure is: nothing, free, at once, no.
#[expect(clippy::unnecessary_wraps, reason = "serde's defaults have the type of their field")]
fn zero<T: Default>() -> Option<T> {
    Some(T::default())
}

/// May be null, but has to be there.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// As it is read: a word, a list of words, or null.
#[cfg(feature = "schema")]
fn industry() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
    use utoipa::openapi::{ArrayBuilder, ObjectBuilder, OneOfBuilder, Type};
    let word = || ObjectBuilder::new().schema_type(Type::String);
    OneOfBuilder::new()
        .description(Some("The lines of business it is only about; none named: all."))
        .item(ArrayBuilder::new().items(word()))
        .item(word())
        .item(ObjectBuilder::new().schema_type(Type::Null))
        .into()
}

/// A word, or a list of words.
fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Words;

    impl<'de> Visitor<'de> for Words {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string or a list of strings")
        }

        fn visit_str<E: de::Error>(self, word: &str) -> Result<Self::Value, E> {
            Ok(vec![word.to_owned()])
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(Vec::new())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, words: A) -> Result<Self::Value, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(words))
        }
    }

    deserializer.deserialize_any(Words)
}

impl Refund {
    /// Costs nothing and gives nothing back.
    pub const NONE: Self =
        Self { fee: Some(Minor::ZERO), returns_percent: Some(false), returns_fixed: Some(false) };
    /// Nothing of it was published.
    pub const UNKNOWN: Self = Self { fee: None, returns_percent: None, returns_fixed: None };
}

impl Default for Refund {
    fn default() -> Self {
        Self::NONE
    }
}

impl Claim {
    /// A claim on a share alone: everything else costs nothing.
    pub fn of(id: impl Into<String>, currency: impl Into<String>, percent: Option<Rate>) -> Self {
        Self {
            id: id.into(),
            channel: None,
            currency: currency.into(),
            product: None,
            card_class: None,
            country: None,
            subject: None,
            industry: Vec::new(),
            percent,
            fixed: zero(),
            attempt_fee: zero(),
            min: None,
            max: None,
            cross_border: zero(),
            fx: zero(),
            refund: zero(),
            dispute: None,
            monthly_fee: zero(),
            monthly_minimum: zero(),
            tiers: None,
            tax: zero(),
            delay_days: zero(),
            rounding: zero(),
        }
    }

    /// What contradicts itself, if anything; paths begin at `under`.
    pub fn faults(&self, under: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let (Some(min), Some(max)) = (self.min, self.max)
            && min > max
        {
            faults.push(Fault::new(format_args!("{under}.min"), "must not be above max"));
        }
        if let Some(steps) = &self.dispute {
            let limits = steps.iter().map(|step| step.up_to.map(Rate::get));
            faults.extend(step_fault(&format!("{under}.dispute"), limits));
        }
        if let Some(tiers) = &self.tiers {
            let limits = tiers.steps.iter().map(|step| step.up_to.map(Minor::get));
            faults.extend(step_fault(&format!("{under}.tiers.steps"), limits));
        }
        faults
    }
}

/// Steps are there, not too many, rise, and the last one alone has no limit.
fn step_fault(path: &str, limits: impl ExactSizeIterator<Item = Option<i128>>) -> Option<Fault> {
    let last = match limits.len() {
        0 => return Some(Fault::new(path, "must not be empty")),
        count if count > MOST_STEPS => {
            return Some(Fault::new(path, format_args!("must not have more than {MOST_STEPS} steps")));
        }
        count => count - 1,
    };
    let mut below = None;
    for (index, limit) in limits.enumerate() {
        let what = match limit {
            Some(_) if index == last => "must be null in the last step",
            None if index < last => "must not be null before the last step",
            Some(limit) if below.is_some_and(|below| limit <= below) => "must be above the step before",
            _ => {
                below = limit;
                continue;
            }
        };
        return Some(Fault::new(format_args!("{path}[{index}].up_to"), what));
    }
    None
}
