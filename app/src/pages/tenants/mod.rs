//! Pages of tenants: what a visitor sees of a brand, and what its admin sets.

pub mod branding;
pub mod estimate;
pub mod front;
pub mod invitation;
pub mod invite;
pub mod member;
pub mod members;
mod roles;
pub mod settings;
pub mod staff;
