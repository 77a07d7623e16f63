//! Documents: uploads that stream in, the check in a process of its own, pictures of pages, and whoever may see them.
//!
//! The order of an upload is what makes a crash harmless. First a row is committed that says where the bytes will
//! lie; then the blob store is told, and what it calls the upload is committed too; then the bytes stream through in
//! constant memory, counted, hashed, told apart and sealed; the version's row comes last. Whatever stops on the way,
//! [`reconcile`] can see and clean up.

mod access;
mod check;
mod drop;
mod liken;
mod look;
pub mod phone;
mod picture;
mod place;
mod promise;
mod reconcile;
mod remove;
mod scan;
mod sheet;
mod upload;
mod writer;

pub use check::{KIND as CHECK, run as check};
pub use drop::{KIND as DROP, run as drop_bytes};
pub use liken::{KIND as LIKEN, run as liken};
pub(crate) use look::of_answers;
pub use look::{File, Original, files, original};
pub use picture::{Asked, picture};
pub use promise::Wanted;
pub use reconcile::{Findings, give_up_stale, reconcile};
pub use remove::remove;
pub(crate) use remove::{forget, purge_all};
pub use scan::{KIND as SCAN, run as scan};
pub use sheet::{Sheet, Shown, sheet};
pub use upload::{Outcome, attach, upload};
