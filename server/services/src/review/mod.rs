//! The desk: the queue, cases, recommendations by one person and decisions by another.

pub(crate) mod access;
mod acts;
mod case;
mod claims;
mod denied;
mod input;
mod judge;
mod queue;
mod screen;
mod worktime;

pub use acts::Acts;
pub use case::{CaseView, SectionState, case};
pub use claims::{claim, claimable, release};
pub use denied::Denied;
pub use input::{AdviceInput, DecisionInput};
pub use judge::{decide, recommend};
pub use queue::{PAGE, Queue, Wanted, queue};
pub use screen::{Moved, Screen};
pub use worktime::{WorkTime, calendar_ends};
