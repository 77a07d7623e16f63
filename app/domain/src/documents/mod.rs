//! The life of an uploaded file: what is taken, what is refused and why, and what becomes of it.

pub mod life;
pub mod limits;
pub mod media;
pub mod phone;
pub mod reading;
pub mod remark;

pub use ::likeness;
pub use life::{Event, Move, Refused, Version, VersionKind, Why};
pub use media::{Media, Refusal};
pub use reading::Reading;
pub use remark::Remark;
