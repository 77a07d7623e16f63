//! What a merchant may do with a channel, and how it came to that: asked for, looked at by the channel, in force.

pub mod capability;

pub use capability::{Answer, Capability, CapabilityKind};
