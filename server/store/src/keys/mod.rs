//! Keys: master → tenant → dossier → fields and files.
//!
//! Associated data binds every sealed value to its tenant, table, row, field and version, so that a value moved
//! elsewhere doesn't open. The master key's id stands in what it wraps; old ones are still read.

mod fingerprint;
mod master;
mod seal;
mod tenant;

pub use fingerprint::fingerprint;
pub use master::MasterKeys;
pub use seal::{Binding, Key, KeyError, open, seal};
pub use tenant::{DossierKey, TenantKeys};
