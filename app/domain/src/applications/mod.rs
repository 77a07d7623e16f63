//! The life of an application: its states, what moves it on, who is to act, and what the merchant sees of it.

pub mod event;
pub mod policy;
pub mod state;
pub mod status;
mod transitions;

pub use event::{Decision, Effect, Event, Fault, Item, Move, Notice, Refused, Why};
pub use policy::Policy;
pub use state::{Approval, Recommendation, Reopened, State, StateKind, Submission, Verdict};
pub use status::{Ball, Status};
