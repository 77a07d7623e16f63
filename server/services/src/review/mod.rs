//! The desk: the queue, cases, what is made of each item, requests for changes, waivers, recommendations by one person
//! and decisions by another.

mod aboard;
mod access;
mod acts;
mod case;
mod claims;
mod denied;
mod input;
mod items;
mod judge;
mod judging;
mod notes;
mod queue;
mod reopening;
mod screen;
mod sending;
mod settle;
mod waiving;
mod worktime;

pub use acts::Acts;
pub use case::{CaseView, SectionState, case, case_with};
pub use claims::{claim, claimable, release};
pub use denied::Denied;
pub use input::{AdviceInput, DecisionInput};
pub(crate) use items::items;
pub use items::{Asked, Item, Items, replaced};
pub use judge::{decide, recommend};
pub use judging::{JudgementInput, Part, accept, judge as judge_item};
pub use notes::{LONGEST_NOTE, write_note};
pub use queue::{PAGE, Queue, Wanted, queue};
pub use reopening::reopen;
pub use screen::{Moved, Screen};
pub use sending::{Preview, preview, send};
pub use waiving::{answer_waiver, propose_waiver};
pub use worktime::{WorkTime, calendar_ends};
