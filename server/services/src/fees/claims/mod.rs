//! The tenant's own fee claims: what its contracts say. One person proposes, another one answers.

mod answer;
mod file;
mod import;
mod limit;
mod propose;
pub mod transfer;
mod view;

pub use answer::{Second, answer};
pub use file::{MOST_BYTES, keep, open};
pub use import::{Imported, approve_all, check, export, import};
pub use limit::save as save_limit;
pub use propose::{may_propose, propose};
pub use view::{Listed, PAGE, View, list, of_series, one};

pub use store::fees::claims::{Kept, Shown};

use crate::{Refusal, Result, ServiceError, Services, applications::today, error::FieldError};
use domain::{Actor, FeeClaimId, PersonId, audit::Event, fees::own::Wrong};
use store::StoreError;
use time::Date;

/// The day that claims are judged on.
fn day(services: &Services) -> Date {
    today("CN", services.now())
}

fn person(actor: &Actor) -> Result<PersonId> {
    actor.person().map(|person| person.id).ok_or(ServiceError::SignedOut)
}

fn refusal(wrong: &[Wrong]) -> Refusal {
    Refusal { whole: None, fields: wrong.iter().map(|(field, key)| FieldError::new(*field, *key)).collect() }
}

/// Who came first at the same moment is told by the database.
fn told(error: StoreError) -> ServiceError {
    use store::fees::claims::{MOVED_ON, OVERLAP};
    match error {
        StoreError::Taken(name) if name == OVERLAP => Refusal::at("from", "fees-own-error-overlap").into(),
        StoreError::Taken(name) if MOVED_ON.contains(&name.as_str()) => {
            Refusal::at("from", "fees-own-error-moved-on").into()
        }
        other => other.into(),
    }
}

fn event(name: &'static str, id: FeeClaimId) -> Event {
    Event::new(name, "fee_claim", id)
}
