//! Use cases of proving accounts: what an application needs, the merchant's part, the orders to the bank, and what came
//! in there.

mod account;
mod desk;
mod files;
mod orders;
mod own;
mod start;

pub use account::{AccountInput, own_account, save_own_account};
pub use desk::{Overview, may_manage, overview};
pub use files::{Line, LookAt, MOST_BYTES, confirm, discard, import, look_at};
pub(crate) use orders::order;
pub use orders::{ORDER, export, exported};
pub use own::{Given, OwnProof, Told, choose, own, tell};
pub use start::START;
pub(crate) use start::{follow, is_due, start};
pub use store::transfers::{account::OwnAccount, files::File, waiting};
