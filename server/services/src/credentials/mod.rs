//! Use cases of credentials: made, drawn once, presented, revoked.

mod lists;
mod own;
mod presented;
mod revoke;

pub use lists::{Mine, all, mine, one};
pub use own::{Drawn, create, draw};
pub use presented::{Me, me};
pub use revoke::{Side, revoke};
pub use store::credentials::Credential;
