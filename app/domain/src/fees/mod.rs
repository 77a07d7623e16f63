//! What taking a payment costs: dated claims, priced on a merchant's own mix.
//!
//! Pure integer arithmetic, the same code on the server and in the browser. Rates are integers in 1/10 000 of a percent
//! (2.9 % = 29 000), amounts are minor units of the claim's currency; every rounding is named where it happens, and
//! inside everything is `i128`, which the bounds of [`figure`] can't exceed.

#[cfg(feature = "data")]
pub mod board;
pub mod breakeven;
pub mod channel;
pub mod claim;
#[cfg(feature = "data")]
pub mod compared;
#[cfg(feature = "data")]
pub mod dimensions;
pub mod estimate;
pub mod exchange;
pub mod figure;
pub mod formula;
#[cfg(feature = "data")]
pub mod intake;
pub mod mix;
mod object;
pub mod offer;
#[cfg(feature = "data")]
pub mod own;
pub mod packed;
#[cfg(feature = "data")]
pub mod pair;
pub mod price;
#[cfg(feature = "data")]
pub mod published;
#[cfg(feature = "data")]
pub mod ranking;
pub mod rates;
#[cfg(feature = "data")]
pub mod rehearsal;
#[cfg(feature = "data")]
pub mod request;
pub mod rounding;
pub mod sales;
#[cfg(feature = "data")]
pub mod shelf;
pub mod stored;
pub mod tickets;
pub mod typed;
mod usage;
mod zones;

pub use claim::{Claim, DisputeStep, Refund, Tier, Tiers};
pub use exchange::Exchange;
pub use figure::{Count, Days, Minor, Rate};
pub use mix::Segment;
pub use price::{Outcome, Parts, Priced, price};
#[cfg(feature = "data")]
pub use published::FeeBook;
pub use rounding::Rounding;
#[cfg(feature = "data")]
pub use shelf::Shelf;

use std::fmt::Display;

/// Where something that was sent can't be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The way to the field: `claims[0].refund.fee`.
    pub path: String,
    /// What is wrong with it, in English.
    pub what: String,
}

impl Fault {
    pub(crate) fn new(path: impl Display, what: impl Display) -> Self {
        Self { path: path.to_string(), what: what.to_string() }
    }
}
