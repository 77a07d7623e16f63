//! Rows of documents: a paper's file with its versions, uploads under way, files refused, room.

pub mod looks;
pub mod pages;
pub mod phone;
mod readings;
mod refused;
mod rows;
pub mod storage;
pub mod uploads;

pub use readings::{keep_reading, readings};
pub use refused::{refuse_bytes, refused_before};
pub use rows::{
    ANSWER_PAPER, NewVersion, Stored, create, create_for_answer, current, insert, kept_of, load, lock,
    name_of, of_answers, of_application, of_document, remove, remove_all, same_bytes, save,
};
