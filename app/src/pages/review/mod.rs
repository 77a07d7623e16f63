//! Pages of the desk: the queue, one case, and what is done with it beside judging.

pub mod act;
pub mod case;
mod due;
pub mod given;
pub mod queue;

pub use due::Due;
