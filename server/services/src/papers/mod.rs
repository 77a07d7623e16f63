//! What happens to a file itself, apart from whose it is: told apart, bounded, sealed, checked, drawn.
//!
//! Nothing here knows a tenant's rules, a database or a network. `documents` puts the pieces together.

pub mod fault;
pub mod intake;
pub mod name;
pub mod seal;
pub mod sniff;

pub use fault::Fault;
pub use sniff::FileKind;
