//! Where facts about channels come from, and to whom channels are open.

use crate::lang::Told;
use serde::{Deserialize, Serialize};
use time::Date;

/// Where something was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What was read.
    pub title: String,
    /// Its address.
    pub address: String,
    /// On which day.
    pub read_on: Date,
}

/// A wallet as one kind of merchant finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The wallet's code.
    pub wallet: String,
    /// Whether it can be chosen.
    pub open: bool,
    /// Why it can't, or what to know where it can.
    pub note: Option<Told>,
    /// Where that comes from.
    pub source: Option<Source>,
}
