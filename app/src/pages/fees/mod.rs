//! Fees: what claims say, and what they come to on a mix.

pub mod claim_form;
pub mod claims;
pub mod compare;
pub mod figures;
pub mod mixes;
pub mod offers;
pub mod own;
pub mod prices;
pub mod rates;
pub mod rooms;
pub mod words;
