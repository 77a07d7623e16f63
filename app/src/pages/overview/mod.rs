//! The console's home and the lists behind its numbers.

pub mod home;
pub mod list;
mod words;
