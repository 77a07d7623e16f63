//! Channels: what is known of them, and what a merchant may do with one, and how it came to that: asked for, looked at
//! by the channel, in force.

pub mod capability;
#[cfg(feature = "data")]
pub mod catalogue;
mod source;

pub use capability::{Answer, Capability, CapabilityKind};
pub use source::{Offered, Source};
