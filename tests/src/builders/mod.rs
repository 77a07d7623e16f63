//! Builders that read like the business: a tenant, its people, a merchant with an application as far as it is needed.
//!
//! ```ignore
//! let harbour = world.tenant("harbour").await;
//! let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await.submitted().await;
//! let reviewer = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
//! ```

mod aboard;
mod answers;
pub mod faulty;
mod merchant;
mod packing;
mod papers;
mod people;
mod proving;
mod tenant;

pub use answers::{ANSWERS, Answers, Fields, answers_of};
pub use merchant::MerchantBuilder;
pub use papers::{jpeg, pdf, png, printed, printed_again, sheet};
pub use people::{PASSWORD, Person};
pub use tenant::Tenant;
