//! Use cases of credentials: made, drawn once, presented, fenced in, replaced, revoked; and the right to live ones.

mod endings;
mod input;
mod lists;
mod own;
mod presented;
mod revoke;
pub mod rights;
mod rotate;

pub use endings::look_after;
pub use input::{NewInput, networks_text};
pub use lists::{Mine, Place, all, mine, one};
pub use own::{Drawn, create, draw, fence};
pub use presented::{Me, me, speaks};
pub(crate) use revoke::end_all;
pub use revoke::{Side, revoke};
pub use rotate::{Rotated, rotate};
pub use store::credentials::{Credential, Filter};

use domain::{
    CredentialId, MerchantId,
    audit::{Audience, Event},
};

/// An event about a credential, for its merchant to read.
fn event(name: &'static str, id: CredentialId, merchant: MerchantId) -> Event {
    Event::new(name, "credential", id).for_audience(Audience::Merchant).with("merchant", merchant)
}
