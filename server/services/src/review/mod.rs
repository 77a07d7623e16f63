//! The desk: the queue, cases, recommendations by one person and decisions by another.

mod aboard;
mod access;
mod acts;
mod assign;
mod case;
mod claims;
mod denied;
mod escalate;
mod input;
mod judge;
mod later;
mod queue;
mod screen;
mod standing;
mod tend;
mod worktime;

pub use acts::Acts;
pub use assign::{Given, assign, assign_all, colleagues};
pub use case::{CaseView, SectionState, case};
pub(crate) use claims::take_back;
pub use claims::{claim, claimable, release, resume};
pub use denied::Denied;
pub use escalate::{AnswerInput, EscalationInput, escalate, hand_back};
pub use input::{AdviceInput, DecisionInput};
pub use judge::{decide, recommend};
pub use later::{SnoozeInput, proposed, snooze};
pub use queue::{DueBy, PAGE, Queue, Search, Wanted, keep_search, queue};
pub use screen::{Moved, Screen};
pub use standing::{Standing, standing};
pub use tend::tend;
pub use worktime::{WorkTime, calendar_ends};
