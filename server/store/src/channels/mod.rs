//! Capabilities and what channels answered.

mod answers;
mod capabilities;
mod waiting;

pub use answers::{
    Answered, NewAnswer, Verbatim, find as find_answer, insert as record, of_merchant as answers_of,
};
pub use capabilities::{Held, effective, insert, lock, of_merchant, save};
pub use waiting::{Key, Waiting, waiting};
