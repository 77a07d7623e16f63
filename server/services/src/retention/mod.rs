//! Use cases of retention: what the law keeps, legal holds, the end of a relationship, erasures, and the job that purges
//! what nothing keeps any more.
//!
//! An erasure that something forbids is refused in words that name it, and the application is set aside: nobody but the
//! admins sees that it is there until its term is over and it goes by itself.

mod acts;
mod job;
mod purge;
mod view;

pub use acts::{Ending, LONGEST_REASON, end, erase, lift, place};
pub(crate) use job::run as purge_due;
pub use job::{KIND as PURGE, look_at_terms};
pub use store::retention::{
    erasures::{Came, Erasure},
    holds::Hold,
};
pub use view::{Line, One, Overview, may_manage, one, overview};
