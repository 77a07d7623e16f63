//! Screening against lists: files that an admin imports, and the looks at who of an application may stand on one.
//! What people make of a hit is [`crate::review::decide_hit`].

mod lists;
mod look;
mod stock;

pub use lists::{
    Import, Line, LookAt, MOST_BYTES, Overview, SHOWN, confirm, discard, import, look_at, may_manage, mean,
    overview,
};
pub use look::{LIST, ONE};
pub(crate) use look::{again, once_more, one_again, parties_of, when_over};
pub(crate) use stock::current;

pub use store::screening::{
    hits::{Details, Hit, Open, Said},
    lists::{Current, File, List},
};
