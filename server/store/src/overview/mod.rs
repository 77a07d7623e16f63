//! What the console's home counts, and the lists behind its numbers.

mod list;
mod numbers;
mod steps;

pub use list::{Key, Line, Wanted, decided, newest, waiting};
pub use numbers::{Held, channels, decisions, drafts, held, oldest_with_us, states};
pub use steps::note;
