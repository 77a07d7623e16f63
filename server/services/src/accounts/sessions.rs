//! A person's sessions: the list, and ending them.

use crate::{Result, Services};
use domain::{Actor, SessionId, TenantId, actor::Person, audit::Event};
use store::{
    TenantTx,
    accounts::endings::{self, Seen},
};

/// The person's living sessions, the latest used first.
///
/// # Errors
/// Nobody is signed in, or the database is down.
pub async fn list_sessions(services: &Services, actor: &Actor) -> Result<Vec<Seen>> {
    Ok(endings::of_person(&services.db, super::person(actor)?.id).await?)
}

fn own(person: &Person) -> Actor {
    Actor::Person(Person { tenant: TenantId::PLATFORM, ..person.clone() })
}

/// Ends one of them.
///
/// # Errors
/// It isn't theirs, or has ended.
pub async fn end_session(services: &Services, actor: &Actor, session: SessionId) -> Result<()> {
    let person = super::person(actor)?;
    let mut tx = TenantTx::begin_own(&services.db, &own(person)).await?;
    endings::end_one(&mut tx, person.id, session).await?;
    tx.record(Event::new("account.session_ended", "person", person.id).with("session", session));
    Ok(tx.commit().await?)
}

/// Ends all but the one that acts. Answers how many.
///
/// # Errors
/// Nobody is signed in, or the database is down.
pub async fn end_other_sessions(services: &Services, actor: &Actor) -> Result<u64> {
    let person = super::person(actor)?;
    let mut tx = TenantTx::begin_own(&services.db, &own(person)).await?;
    let ended = endings::end_all(&mut tx, person.id, Some(person.session)).await?;
    tx.record(Event::new("account.other_sessions_ended", "person", person.id).with("ended", ended));
    tx.commit().await?;
    Ok(ended)
}
