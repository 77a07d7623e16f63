//! Pages by area, each a pure function from the frame and a model to a [`crate::Page`].

pub mod accounts;
pub mod applications;
pub mod audit;
pub mod channels;
pub mod credentials;
pub mod development;
pub mod documents;
pub mod errors;
pub mod fees;
pub mod installation;
pub mod mailbox;
pub mod operator;
pub mod overview;
pub mod retention;
pub mod review;
pub mod screening;
pub mod sheets;
pub mod tenants;
pub mod transfers;
