//! Merchants' offers: proposed by one person, approved by another, accepted by the merchant.

mod accept;
mod keep;
mod list;

pub use accept::{Mine, accept, mine};
pub use keep::{decide, propose};
pub use list::{Listed, all, by_number, one};
pub use store::fees::offers::{Acceptance, Filter, Offer};
