//! A draft as several people write it, and what is said of facts that contradict each other.

mod contradictions;
mod two_writers;
