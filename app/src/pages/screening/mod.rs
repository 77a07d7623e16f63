//! Screening: the admin's lists and their files, and the desk's open hits.

pub mod file;
pub mod hit;
pub mod hits;
pub mod lists;
mod words;

pub(crate) use words::{list_name, meaning, role, standing};
