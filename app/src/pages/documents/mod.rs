//! Pages of documents: the papers of an application, sent and looked at by the merchant.

mod examples;
pub mod papers;
pub mod phone;
pub(in crate::pages) mod words;

pub use examples::examples;
pub use papers::kinds_taken;
pub use words::{redo, refused, state};
