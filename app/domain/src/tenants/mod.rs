//! The rules of tenants: what an address, an accent and a working calendar may be.

pub mod accent;
pub mod calendar;
pub mod members;
pub mod slug;

pub use accent::{Accent, Theme};
pub use slug::Slug;
