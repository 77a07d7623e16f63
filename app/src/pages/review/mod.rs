//! Pages of the desk: the queue, one case, one item of it, what goes back, and opening again.

pub mod case;
pub mod changes;
mod due;
pub mod item;
pub mod queue;
pub mod reopen;

pub use due::Due;
