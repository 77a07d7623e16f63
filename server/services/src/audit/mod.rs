//! Reading the log: the auditor's list, the walk along the chain, and each application's timeline.

mod days;
mod list;
mod taken;
mod timeline;
mod verify;

pub use list::{Listed, Wanted, list};
pub use store::audit::{Check, Recorded, Verified};
pub use taken::list_taken;
pub use timeline::{By, Entry, Stretch, Stretched, stretch, timeline};
pub use verify::{latest, verify};
