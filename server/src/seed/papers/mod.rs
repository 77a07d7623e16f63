//! Papers of invented companies and people: small, real files, each marked as a specimen.

mod canvas;
mod card;
mod letters;
mod sheet;

pub(super) use card::{id_back, id_front, shop};
pub(super) use sheet::{american, bank_proof, letter, licence};
