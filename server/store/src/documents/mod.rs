//! Rows of documents: a paper's file with its versions, uploads under way, files refused, room.

mod refused;
mod rows;
pub mod storage;
pub mod uploads;

pub use refused::{refuse_bytes, refused_before};
pub use rows::{
    NewVersion, Stored, create, current, insert, load, lock, name_of, of_application, of_document, remove,
    same_bytes, save,
};
