//! The desk: the queue, cases, what is made of each item, requests for changes, waivers, recommendations by one person
//! and decisions by another.

pub(crate) mod access;
mod acts;
mod assign;
mod case;
mod claims;
mod denied;
mod escalate;
mod input;
mod items;
mod judge;
mod judging;
mod later;
mod notes;
mod queue;
mod reopening;
mod screen;
mod sending;
mod settle;
mod standing;
mod tend;
mod waiving;
mod worktime;

pub use acts::Acts;
pub use assign::{Given, assign, assign_all, colleagues};
pub use case::{CaseView, SectionState, case, case_with};
pub(crate) use claims::take_back;
pub use claims::{claim, claimable, release, resume};
pub use denied::Denied;
pub use escalate::{AnswerInput, EscalationInput, escalate, hand_back};
pub use input::{AdviceInput, DecisionInput};
pub(crate) use items::items;
pub use items::{Asked, Item, Items, replaced};
pub use judge::{decide, recommend};
pub use judging::{JudgementInput, Part, accept, judge as judge_item};
pub use later::{SnoozeInput, proposed, snooze};
pub use notes::{LONGEST_NOTE, write_note};
pub use queue::{DueBy, PAGE, Queue, Search, Wanted, keep_search, queue};
pub use reopening::reopen;
pub use screen::{Moved, Screen};
pub(crate) use sending::keep_request;
pub use sending::{Preview, preview, send};
pub use standing::{Standing, standing};
pub use tend::tend;
pub use waiving::{answer_waiver, propose_waiver};
pub use worktime::{WorkTime, calendar_ends};
