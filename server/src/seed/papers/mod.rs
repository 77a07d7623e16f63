//! Papers of invented companies and people: small, real files, each marked as a specimen.

mod canvas;
mod card;
mod letters;
mod sheet;

pub(super) use card::{id_back, id_front};
pub(super) use sheet::{bank_proof, licence};
