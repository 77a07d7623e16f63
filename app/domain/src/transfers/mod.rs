//! That an account is the applicant's own, proven by a small transfer: we send an amount that they tell us (打款验证),
//! or they send an amount that we name (汇款验证).

pub mod amount;
pub mod life;
pub mod matching;
mod need;
#[cfg(feature = "data")]
pub mod order;
#[cfg(feature = "data")]
pub mod statement;

pub use life::{Proof, ProofKind, Way};
pub use matching::{Awaited, Credit, Outcome};
pub use need::Need;
#[cfg(feature = "data")]
pub use order::Order;
