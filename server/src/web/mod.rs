//! What every request passes through, and what every handler is handed.
//!
//! Outside in: request id, trace, a task of its own, limits, security headers with nonce, origin, rate limit by
//! address, session, then the handler, whose [`Visit`] reads tenant, person and roles.

mod address;
mod assets;
pub(crate) mod brand;
pub(crate) mod choice;
pub mod csv;
mod fault;
pub mod files;
pub mod forms;
mod guard;
mod headers;
pub(crate) mod phones;
mod preferences;
mod problem;
mod proof;
mod reports;
mod router;
mod sessions;
mod state;
mod visit;

pub use address::ClientAddress;
pub use assets::Assets;
pub use fault::{Fault, PageResult};
pub(crate) use preferences::own_path;
pub(crate) use problem::Problem;
pub(crate) use router::REQUEST_TIME;
pub use router::{router, router_with};
pub(crate) use sessions::NewCookie;
pub use sessions::{PERSON, digest_of, sign_in, sign_out};
pub use state::{AppState, WebSettings};
pub use visit::{Pending, Visit};
