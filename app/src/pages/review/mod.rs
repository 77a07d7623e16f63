//! Pages of the desk: the queue and one case.

pub mod case;
mod due;
pub mod queue;

pub use due::Due;
pub(crate) use queue::state as state_badge;
