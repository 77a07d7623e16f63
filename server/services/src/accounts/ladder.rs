//! The ladder, written down: judged and moved under the person's lock, so that guesses sent at once are one guess.

use crate::{
    Result,
    mail::{self, About, Template},
};
use domain::{
    PersonId,
    accounts::{Attempts, Gate},
    audit::Event,
};
use store::{
    TenantTx,
    accounts::logins::{self, Login},
};
use uuid::Uuid;

/// Stands where an address has no account: statements about it find no row.
pub(super) const NOBODY: PersonId = PersonId(Uuid::nil());

/// Whether an attempt passes. What didn't is recorded under `name`; the tenth in a row locks and is told by mail.
pub(super) async fn climb(
    tx: &mut TenantTx,
    person: PersonId,
    held: Option<&Login>,
    right: bool,
    name: &'static str,
) -> Result<bool> {
    let now = tx.now();
    let before = held.map(|login| login.attempts).unwrap_or_default();
    let (after, why) = match before.gate(now) {
        Gate::Locked(_) => (before, Some("locked")),
        Gate::Waiting(_) => (before, Some("waiting")),
        Gate::Open if right => (Attempts::default(), None),
        Gate::Open => (before.failed_again(now), Some(held.map_or("unknown", |_| "wrong"))),
    };
    logins::set_attempts(tx, person, &after).await?;
    if let Some(why) = why {
        tx.record(Event::new(name, "person", person).with("why", why));
    }
    let locked_now = matches!(after.gate(now), Gate::Locked(_)) && after != before;
    if held.is_some() && locked_now {
        tx.record(Event::new("account.locked", "person", person).with("failed", after.failed));
        mail::to_person(tx, person, Template::Locked, About::nothing()).await?;
    }
    Ok(why.is_none())
}
