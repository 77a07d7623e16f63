//! Use cases of applications, from the merchant's side, and the one way an application moves on.

pub(crate) mod access;
pub(crate) mod answers;
mod changes;
pub(crate) mod consents;
mod expiry;
mod home;
mod input;
mod moves;
mod notices;
mod parts;
mod screening;
mod section;
mod standing;
mod submit;
mod tasks;
mod terms;

pub(crate) use access::shaped;
pub use access::{rules_of, today};
pub use answers::shown;
pub(crate) use changes::without_waived;
pub use changes::{Changes, LONGEST_EXPLANATION, Request, changes, explain};
pub use consents::{Consents, consents, give_consent, withdraw_consent};
pub(crate) use expiry::expire;
pub use expiry::{EXPIRE, look_at_ends};
pub use home::{Home, Offer, StartInput, home, offer, start};
pub use input::{SectionInput, Then};
pub use moves::{SCREEN, advance, why_key};
pub use parts::remove_section;
pub(crate) use screening::screen;
pub use section::{Saved, SavedBy, SectionView, save_section, section};
pub use standing::{Standing, standing};
pub use submit::{VersionInput, submit, withdraw};
pub(crate) use tasks::judge;
pub use tasks::{Overview, overview};
pub use terms::Terms;
