//! The life of an application: its states, what moves it on, who is to act, and what the merchant sees of it.

pub mod event;
pub mod kinds;
pub mod policy;
#[cfg(feature = "data")]
pub mod rules;
pub mod state;
pub mod status;
mod transitions;

pub use event::{Decision, Effect, Event, Fault, Item, Move, Notice, Refused, Why};
pub use kinds::{Answer, Field, Paper, RuleSet, Section, Wallet};
pub use policy::Policy;
#[cfg(feature = "data")]
pub use rules::{RuleBook, RuleError};
pub use state::{Approval, Recommendation, Reopened, State, StateKind, Submission, Verdict};
pub use status::{Ball, Status};
