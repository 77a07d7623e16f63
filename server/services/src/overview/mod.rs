//! The console's home: what there is, who holds it and for how long, where drafts stop, what was decided; and the lists
//! behind its numbers. Admins and auditors read it: numbers, names, states and dates, never an answer or a paper.

mod home;
mod list;
mod steps;

pub use home::{Holder, Home, OLDEST, Spent, StepCount, Week, home, label};
pub use list::{Decided, Listing, PAGE, Wanted, list};
pub(crate) use steps::note;
