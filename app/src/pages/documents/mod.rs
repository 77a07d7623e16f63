//! Pages of documents: the papers of an application, sent and looked at by the merchant.

pub mod papers;
pub(in crate::pages) mod words;

pub use words::{redo, refused, state};
