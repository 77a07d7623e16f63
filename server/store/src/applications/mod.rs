//! Rows of applications: merchants and their members, dossier keys, applications, sections, consents.

pub mod channels;
pub mod consents;
pub mod dossiers;
pub mod ends;
pub mod merchants;
pub mod renewals;
mod rows;
pub mod sections;
pub mod signing;
mod terms;

pub use rows::{
    Application, Listed, NewApplication, PAGE, insert, list_of_merchants, load, lock, other_open, save,
    touch, untouched, want_channels,
};
pub(crate) use rows::{desk, opened};
