//! The signature of whoever stands for a merchant: they get a one-time link on their own phone, see what was declared in
//! their name, and confirm or disown it.
//!
//! A link's token is kept as its hash alone: it is drawn when its mail is written, or when whoever applied asks for the
//! picture to scan, and shown that once. A new link replaces the one before.

mod answer;
mod links;
mod waiting;

pub use answer::{AnswerInput, Declared, Look, Read, answer, look};
pub use links::{ASK, Shown, send, show};
pub(crate) use links::{ask, draw, end, set_going};
pub use waiting::{Open, Waiting, waiting};
