//! The rules of review: who may judge what, on which grounds, bound to what was seen, and by when.

pub mod calendar;
pub mod case;
pub mod clock;
pub mod findings;
pub mod four_eyes;
pub mod judgement;
pub mod links;
pub mod reasons;
pub mod requirement;
pub mod reveal;
pub mod screened;
#[cfg(feature = "data")]
pub mod screening;
pub mod search;
pub mod seen;
pub mod waiver;

pub use calendar::{Calendar, Zone};
#[cfg(feature = "data")]
pub use calendar::{CalendarError, Calendars};
pub use case::{Case, CaseState, Desk, Hand, Handling};
pub use clock::{Clock, Tick};
pub use findings::Found;
pub use four_eyes::may_judge;
pub use judgement::{Judgement, Mark, Reply};
pub use links::Link;
pub use reasons::{Reason, RedoReason};
pub use requirement::{Facts, Requirement};
pub use screened::{Outcome, Screened};
pub use seen::{Seen, SeenPaper};
pub use waiver::Waiver;
