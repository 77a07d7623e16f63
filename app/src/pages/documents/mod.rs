//! Pages of documents: the papers of an application, sent and looked at by the merchant.

pub mod papers;
pub mod words;

pub use words::{redo, refused, state};
