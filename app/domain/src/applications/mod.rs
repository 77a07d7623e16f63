//! The life of an application: its states, what moves it on, who is to act, and what the merchant sees of it.

mod agreement;
pub mod answers;
pub mod check;
pub mod choice;
pub mod condition;
pub mod consent;
pub(crate) mod contradictions;
pub mod event;
pub mod expiry;
pub mod kinds;
#[cfg(feature = "data")]
pub mod lists;
pub mod paper;
#[cfg(feature = "data")]
pub mod places;
pub mod policy;
pub mod renewal;
pub mod road;
#[cfg(feature = "data")]
pub mod rules;
pub mod shape;
pub mod signing;
pub mod state;
pub mod status;
pub mod tasks;
mod transitions;

pub use answers::Values;
pub use check::{Answers, Finding, Weight};
pub use choice::Choice;
pub use condition::Condition;
pub use event::{Decision, Effect, Event, Fault, Item, Move, Notice, Refused, Why};
pub use kinds::{Answer, Field, RuleSet, Section};
pub use paper::{Paper, Shows};
pub use policy::Policy;
#[cfg(feature = "data")]
pub use rules::RuleBook;
pub use shape::{Instance, More, Repeat};
pub use state::{Approval, Recommendation, State, StateKind, Submission, Verdict};
pub use status::{Ball, Status};
pub use tasks::{PaperTask, SectionTask, TaskList};
