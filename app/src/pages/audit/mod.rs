//! Pages of audit: the auditor's log, and the timeline that the desk and the merchant read of one application.

mod log;
mod timeline;
pub(in crate::pages) mod words;

pub use log::{Check, Event, Model, page};
pub use timeline::{By, Entry, timeline};
pub use words::{GROUPS, event_key};
