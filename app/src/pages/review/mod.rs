//! Pages of the desk: the queue, one case, one item of it, what goes back, what else is done with it, and opening
//! again.

pub mod act;
pub mod case;
pub mod changes;
mod due;
pub mod given;
pub mod item;
mod keys;
pub mod queue;
pub mod reveal;
pub mod viewer;

pub use due::Due;
pub(crate) use queue::{state as state_badge, step as state_word};
