//! Pages of development.

mod kit;

pub use kit::kit;
