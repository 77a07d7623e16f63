//! What merchants pay: the price list as the tenant keeps it, and what of it merchants and visitors see.

mod keep;
mod list;
mod rehearse;
mod seen;
mod typed;

pub use keep::{Answer, decide, propose};
pub use list::{Listed, Material, all, check, material, may_keep, one};
pub use rehearse::{Merchants, Rehearsal, rehearse};
pub use seen::{board, for_merchant, for_visitor};
pub use typed::NewLine;

pub use domain::fees::offer::{
    Price,
    board::{NoPrice, Row},
};

pub(super) use keep::{checked_reason, refused};
pub(super) use list::{exchange, judged, open_to};
pub(super) use seen::{paid, today};
pub(super) use typed::{checked, key};
